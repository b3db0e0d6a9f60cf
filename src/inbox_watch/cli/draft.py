"""The command that writes a mail for the candidate to look over and send: draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from inbox_watch.cli.options import me, moment, places
from inbox_watch.cli.shared import load, place_of, repeat, status_of
from inbox_watch.core.types import Action, ActionKind, Entry, Finding, Scan, State
from inbox_watch.errors import UsageError

if TYPE_CHECKING:
    from inbox_watch.draft import Draft

_SAYINGS = click.Choice(["accept", "decline", "ask", "done", "later"])


@click.command()
@click.argument("opportunity", metavar="ID")
@click.argument("rest", nargs=-1, metavar="[KIND] [SOURCE]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "eml", "mailto"]),
    default="text",
    show_default=True,
    help="Text to copy, a mail file to open as a draft, or a link to click.",
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, readable by you alone."
)
@click.option(
    "--say", type=_SAYINGS, help="What to answer: an offer, an approach, a proposed time, a test that is done or later."
)
@click.option("--early", is_flag=True, help="Draft it although it isn't time yet.")
@me
@moment
@places
@click.pass_context
def draft(
    context: click.Context,
    /,
    opportunity: str,
    rest: tuple[str, ...],
    form: str,
    output: Path | None,
    say: str | None,
    early: bool,
    **given: Any,
) -> int:
    """Write a mail for you to look over and send: a reply, times, a thank-you, a debrief, an update request.

    It is never sent by the program. What only you know is left as a [place to fill in]. ID is an opportunity's id, the
    start of it, or a word of its company, role or contact. KIND picks what it is for, such as reply or thank_you;
    without it, it is what presses most. Without SOURCE, the last scan is repeated. Your own templates, in the folder
    drafts beside the configuration, are used in place of the program's.
    """
    from inbox_watch import app
    from inbox_watch.config import default_path
    from inbox_watch.draft import write

    kind, sources = _kind_and_sources(rest)
    place = place_of(context, given)
    config, folder = load(place)
    outcome = repeat(config, folder, sources, **given)
    finding = app.find(outcome.scan, opportunity)
    action = _action(finding, kind, opportunity, early=early)
    made = write(
        finding,
        action,
        candidate=outcome.scan.candidate,
        now=outcome.scan.now,
        folder=(place["config_file"] or default_path()).parent / "drafts",
        say=say,
        own_name=_own_name(outcome.scan),
    )
    _put(made, form, output, outcome.scan.now)
    _hint(made, finding, action)
    return status_of(outcome, 0)


def _moment(entry: Entry) -> tuple[float, str]:
    instant = entry.message.instant
    return (instant.timestamp() if instant else 0.0), entry.message.key


def _own_name(scan: Scan) -> str:
    """Return the candidate's name as the newest mail of theirs bears it; empty where none does."""
    from inbox_watch.draft.people import own_name_in

    entries = [entry for one in scan.findings for entry in one.opportunity.entries]
    return own_name_in(sorted(entries, key=_moment))


def _kind_and_sources(rest: tuple[str, ...]) -> tuple[ActionKind | None, tuple[Path, ...]]:
    """Take KIND from the front of the rest, where one stands there."""
    first = rest[0].replace("-", "_").lower() if rest else ""
    if first in {kind.value for kind in ActionKind}:
        return ActionKind(first), tuple(Path(one) for one in rest[1:])
    if rest and not Path(rest[0]).exists():
        kinds = ", ".join(ActionKind)
        raise UsageError(f'"{rest[0]}" is neither something to do nor a file', advice=f"Kinds: {kinds}.")
    return None, tuple(Path(one) for one in rest)


def _action(finding: Finding, kind: ActionKind | None, word: str, *, early: bool) -> Action | None:
    """Return what to draft for: of that kind, else what is due to whom `word` names, else what presses most; None for
    the last request of what is parked.

    Raises `UsageError` where there is nothing, or nothing yet.
    """
    judgement, name = finding.judgement, finding.opportunity.id
    fitting = [one for one in judgement.actions if kind in (None, one.kind)]
    fitting.sort(key=lambda one: not (one.to and word.casefold() in f"{one.to.name} {one.to.address}".casefold()))
    if not fitting and judgement.parked and kind in (None, ActionKind.REQUEST_UPDATE):
        return None
    if not fitting:
        what = f"{name}: no {kind.value.replace('_', ' ')} is open" if kind else f"{name}: there is nothing to do"
        others = ", ".join(dict.fromkeys(one.kind.value for one in judgement.actions))
        raise UsageError(what, advice=f"Open: {others}." if others else judgement.turn_reason)
    action = fitting[0]
    if action.state is State.UPCOMING and kind is None and not early:
        from inbox_watch.core.timing.words import say_moment

        raise UsageError(
            f"{name}: it isn't time yet; {action.kind.value.replace('_', ' ')} from {say_moment(action.from_)} on",
            advice=f"{action.reason} --early drafts it all the same.",
        )
    return action


def _put(made: Draft, form: str, output: Path | None, now: Any) -> None:
    from inbox_watch import state
    from inbox_watch.draft.forms import as_eml, as_mailto, as_text

    if form == "eml":
        data = as_eml(made, now)
    else:
        data = (as_text(made) if form == "text" else f"{as_mailto(made)}\n").encode()
    if output:
        state.write_private(output, data)
    elif form == "eml":
        stream: IO[bytes] = sys.stdout.buffer
        stream.write(data)
    else:
        click.echo(data.decode(), nl=False)


def _hint(made: Draft, finding: Finding, action: Action | None) -> None:
    """Say what else could be drafted: other answers, and what else is open."""
    from inbox_watch.draft import sayings

    others = [one for one in sayings(made) if not made.template.endswith(f"_{one}")]
    if others:
        click.echo(f"Other answers: {', '.join(f'--say {one}' for one in others)}.", err=True)
    kinds = dict.fromkeys(
        one.kind.value for one in finding.judgement.actions if one.kind != made.kind and one.state is not State.UPCOMING
    )
    if kinds:
        click.echo(f"Also open: {', '.join(kinds)}.", err=True)
