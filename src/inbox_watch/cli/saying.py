"""What the commands for the user's word share: which opportunity is meant, keeping a word, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inbox_watch.cli.shared import load, place_of, repeat, settings_of, status_of
from inbox_watch.core.types import ActionKind, Finding, Said, Word
from inbox_watch.errors import UsageError

if TYPE_CHECKING:
    from inbox_watch import app

_SHORTEST_ID = 4  # characters; fewer digits are the number of a word


def kind_and_sources(rest: Sequence[str]) -> tuple[ActionKind | None, tuple[Path, ...]]:
    """Take KIND from the front of the rest, where one stands there."""
    if not rest:
        return None, ()
    first = rest[0].replace("-", "_").lower()
    if first in {kind.value for kind in ActionKind}:
        return ActionKind(first), tuple(Path(one) for one in rest[1:])
    if not Path(rest[0]).exists():
        kinds = ", ".join(ActionKind)
        raise UsageError(f'"{rest[0]}" is neither something to do nor a file', advice=f"Kinds: {kinds}.")
    return None, tuple(Path(one) for one in rest)


def scanned(
    context: click.Context, wanted: str | None, sources: Sequence[Path], given: dict[str, Any]
) -> tuple[app.Outcome, Path, app.Settings]:
    """Repeat the last scan (or scan SOURCE); return it, the state folder, and settings at that scan's own moment."""
    if not wanted:
        raise UsageError("which opportunity?", advice="Give an id or a word of company or contact: see --help.")
    return scan(context, sources, given)


def scan(
    context: click.Context, sources: Sequence[Path], given: dict[str, Any]
) -> tuple[app.Outcome, Path, app.Settings]:
    """Repeat the last scan, or scan SOURCE, at its own moment. `given` then holds how to do it again."""
    from inbox_watch.cli.shared import asked_of

    place = place_of(context, given)
    config, folder = load(place)
    asked = dict(given)
    outcome = repeat(config, folder, sources, **asked)
    given.clear()
    given.update(place=place, asked=asked)
    now, zone = outcome.scan.now, outcome.scan.now.tzinfo
    assert zone is not None
    return outcome, folder, replace(settings_of(config, asked_of(())), now=now, zone=zone)


def find(outcome: app.Outcome, wanted: str | None) -> Finding:
    """Return the one opportunity that ID names."""
    from inbox_watch import app

    return app.find(outcome.scan, str(wanted))


def keep(folder: Path, word: Word, now: datetime) -> None:
    """Keep a word, and say so."""
    from inbox_watch.store import words

    tell(replace(word, number=words.add(folder, word)), now)


def tell(word: Word, now: datetime) -> None:
    """Say what was noted, and how to take it back."""
    from inbox_watch.report import said

    click.echo(f"Noted: {said.listed(word, now).strip()}", err=True)
    click.echo(f"  inbox-watch correct --undo {word.number} takes it back.", err=True)


# --- take back, list, export ----------------------------------------------------------------------------------------


def take_back(
    context: click.Context,
    wanted: str | None,
    kind: ActionKind | None,
    sources: Sequence[Path],
    kinds: frozenset[Said],
    given: dict[str, Any],
) -> int:
    """Take a word back: by its number, else the last of these kinds, of ID where one is given."""
    from inbox_watch.report import said
    from inbox_watch.store import words

    place = place_of(context, dict(given))
    _, folder = load(place)
    every = words.read(folder)
    by_number = [word for word in every if str(word.number) == wanted]
    mine = [word for word in every if word.kind in kinds and (kind is None or kind in word.actions)]
    if by_number or (wanted and _is_number(wanted)):
        chosen = by_number
    elif wanted and mine:
        chosen = _named(mine, wanted) or _in_scan(mine, context, wanted, sources, given)
    else:
        chosen = mine
    if not chosen:
        raise UsageError("there is nothing to take back", advice="inbox-watch correct --list shows what you said.")
    words.remove(folder, [chosen[-1].number])
    click.echo(f"Taken back: {said.listed(chosen[-1], chosen[-1].said).strip()}", err=True)
    return 0


def _is_number(wanted: str) -> bool:
    """Say whether a word's number is meant, not the start of an id: a mistyped one must take back nothing else."""
    return wanted.isdecimal() and len(wanted) < _SHORTEST_ID


def _named(mine: Sequence[Word], wanted: str) -> list[Word]:
    """Return the words that were said of what was called so then. Raises `UsageError` where these are several."""
    asked = wanted.casefold().strip()
    found = [word for word in mine if word.opportunity.startswith((asked, f"o-{asked}"))]
    found = found or [
        word for word in mine if word.kind in (Said.JOIN, Said.SPLIT) and word.value.startswith((asked, f"o-{asked}"))
    ]
    found = found or [word for word in mine if word.value in (wanted, f"<{wanted}>") and "@" in wanted]
    names = {word.opportunity for word in found}
    if len(names) > 1:
        raise UsageError(f'"{wanted}" fits {", ".join(sorted(names))}', advice="Give one of these ids, or a number.")
    return found


def _in_scan(
    mine: Sequence[Word], context: click.Context, wanted: str, sources: Sequence[Path], given: dict[str, Any]
) -> list[Word]:
    outcome, _, _ = scan(context, sources, given)
    numbers = {word.number for word in find(outcome, wanted).opportunity.words}
    return [word for word in mine if word.number in numbers]


def list_words(context: click.Context, wanted: str | None, sources: Sequence[Path], given: dict[str, Any]) -> int:
    """Print what the user said, of ID or all of it, in its order."""
    from inbox_watch.report import said
    from inbox_watch.store import words

    _, folder = load(place_of(context, dict(given)))
    every = list(words.read(folder))
    for word in (_named(every, wanted) or _in_scan(every, context, wanted, sources, given)) if wanted else every:
        click.echo(said.listed(word, word.said))
    return 0


def export_examples(
    context: click.Context, sources: Sequence[Path], path: Path, given: dict[str, Any], *, with_text: bool
) -> int:
    """Write the corrections as labelled examples."""
    from inbox_watch import state
    from inbox_watch.report.as_examples import examples
    from inbox_watch.store import words

    outcome, folder, _ = scan(context, sources, given)
    held = [one.opportunity for one in outcome.scan.findings] + list(outcome.scan.left_out)
    entries = [*outcome.others, *(entry for one in held for entry in one.entries)]
    lines = list(examples(words.read(folder), entries, with_text=with_text))
    state.write_private(path, "".join(f"{line}\n" for line in lines).encode())
    click.echo(f"Examples written: {len(lines)}.", err=True)
    return status_of(outcome, 0)
