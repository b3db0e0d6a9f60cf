"""A scan as something to read in a terminal: what is overdue first, with the sentence that made it so."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from inbox_watch.core.clean import clean
from inbox_watch.core.types import ENDS, Finding, Scan, State
from inbox_watch.report import words

WIDE = 116
WIDEST = 150
_STYLE = {State.OVERDUE: "bold red", State.DUE: "bold", State.UPCOMING: ""}  # reads well on light and on dark


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise BrokenPipeError  # the command line knows what to do; rich would end the process with status 1


def console(stream: TextIO) -> Console:
    """Return where to print: colour only on a terminal (and not with NO_COLOR), never wider than reads well."""
    made = _Console(file=stream, highlight=False, emoji=False, markup=False, soft_wrap=False)
    made.width = min(made.width, WIDEST)
    return made


def show(scan: Scan, console: Console, *, everything: bool = False) -> None:
    """Print the scan; with `everything`, the opportunities that have nothing to do as well.

    Where it isn't for a terminal, no line ends in blanks.
    """
    if console.is_terminal:
        _show(scan, console, everything=everything)
        return
    with console.capture() as captured:
        _show(scan, console, everything=everything)
    console.file.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _show(scan: Scan, console: Console, *, everything: bool) -> None:
    todo = words.items(scan)
    console.print(_head(scan))
    if not todo and not any(source.error for source in scan.sources):
        console.print(Text("\nNothing to do now, and nobody to ask yet."))
    for state, heading in words.HEADINGS.items():
        if found := [item for item in todo if item.action.state is state]:
            console.print(Text(f"\n{heading}", style=_STYLE[state]))
            console.print(_actions(found, console.width))
    if everything:
        _quiet(console, "Waiting", words.waiting(scan))
        _quiet(console, "Ended", words.ended(scan))
    _cautions(console, scan)
    _doubts(console, scan, everything=everything)
    for line in _foot(scan, everything=everything):
        console.print(line)


def _head(scan: Scan) -> Text:
    return Text.assemble((words.long_date(scan.now), "bold"), f"  {words.summary(scan)}")


def _actions(found: list[words.Item], width: int) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    grid.add_column(width=18)
    if width >= WIDE:
        grid.add_column(ratio=3, min_width=44, max_width=60)
        grid.add_column(ratio=4)
        for item in found:
            grid.add_row(_when(item), Group(_what(item), Text(_where(item))), _why(item, both=True))
    else:
        grid.add_column()
        for item in found:
            can_wait = (
                item.action.state is State.UPCOMING
            )  # the why of these is for `explain`: one screen is worth more
            why = [] if can_wait else [_why(item, both=False)]
            grid.add_row(_when(item), Group(_what(item), Text(_where(item)), *why))
    return Padding(grid, (0, 0, 0, 1))


def _when(item: words.Item) -> Text:
    return Text.assemble((item.when, _STYLE[item.action.state]), "\n", (item.finding.opportunity.id, "dim"))


def _what(item: words.Item) -> Text:
    return Text(item.what, style=_STYLE[item.action.state] or "bold")


def _where(item: words.Item) -> str:
    return f"{item.where} ({words.stage(item.finding)})"


def _why(item: words.Item, *, both: bool) -> Text:
    why = Text(item.why, style="italic" if item.why != item.reason else "")
    return Text.assemble(why, "\n", (item.reason, "")) if both and item.why != item.reason else why


def _quiet(console: Console, heading: str, findings: list[Finding]) -> None:
    if not findings:
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=18)
    grid.add_column()
    for finding in findings:
        left = Text.assemble(words.stage(finding), "\n", (finding.opportunity.id, "dim"))
        grid.add_row(left, Group(Text(words.title(finding), style="bold"), Text(words.state_of_rest(finding))))
    console.print(Text(f"\n{heading}", style="bold"))
    console.print(Padding(grid, (0, 0, 0, 1)))


def _cautions(console: Console, scan: Scan) -> None:
    """Show what looks odd in mail that is still open: a reason to look twice, no verdict."""
    odd = [finding for finding in scan.findings if finding.cautions and finding.opportunity.stage not in ENDS]
    if not odd:
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=18)
    grid.add_column()
    for finding in odd:
        reasons = (Text(clean(caution.reason)) for caution in finding.cautions)
        grid.add_row(
            Text(finding.opportunity.id, style="dim"), Group(Text(words.title(finding), style="bold"), *reasons)
        )
    console.print(Text("\nLook twice before you answer", style="bold"))
    console.print(Padding(grid, (0, 0, 0, 1)))


def _doubts(console: Console, scan: Scan, *, everything: bool) -> None:
    """Show the mails that are worth a look of one's own: the newest few, or all."""
    if not scan.doubts:
        return
    shown = scan.doubts if everything else scan.doubts[:3]
    more = f" ({words.counted(len(scan.doubts), 'mail')}; --all shows each)" if len(shown) < len(scan.doubts) else ""
    console.print(Text(f"\nWorth a look of your own{more}", style="bold"))
    for one in shown:
        console.print(Padding(Text(words.doubt(one, scan.now)), (0, 0, 0, 1)))


def _foot(scan: Scan, *, everything: bool) -> list[Text]:
    lines = []
    if scan.findings:
        stages = ", ".join(f"{count} {str(stage).replace('_', ' ')}" for stage, count in words.by_stage(scan.findings))
        lines.append(f"Stages: {stages}.")
    hidden = len(words.quiet(scan))
    if hidden and not everything:
        lines.append(f"{words.counted(hidden, 'opportunity', 'opportunities')} with nothing to do: --all shows them.")
    for name, entry in words.skipped(scan)[:5]:
        lines.append(f"Set aside in {clean(name)}: {clean(entry.where)}: {clean(entry.error)}")
    if (more := len(words.skipped(scan)) - 5) > 0:
        lines.append(f"Set aside as well: {words.counted(more, 'mail')}; --format json names each.")
    if words.items(scan):
        lines.append("Why? inbox-watch explain ID")
    return [Text("\n" + "\n".join(lines))] if lines else []
