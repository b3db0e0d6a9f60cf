"""The command that asks: one key a mail."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inbox_watch.cli.options import me, moment, places, sources
from inbox_watch.cli.shared import load, place_of, repeat, status_of
from inbox_watch.core.types import Opportunity, Stage, Word
from inbox_watch.errors import UsageError

if TYPE_CHECKING:
    from inbox_watch.core.word.questions import Question

_STAGES = {
    "o": Stage.OUTREACH,
    "a": Stage.APPLIED,
    "c": Stage.SCREENING,
    "t": Stage.ASSESSMENT,
    "i": Stage.INTERVIEW,
    "f": Stage.OFFER,
    "y": Stage.ACCEPTED,
    "x": Stage.REJECTED,
    "w": Stage.WITHDRAWN,
    "h": Stage.ON_HOLD,
}
_LEGEND = (
    "r recruiting (and read rightly)   n not recruiting   s skip   q quit",
    "or the stage: o outreach   a applied   c screening call   t test   i interview   f offer",
    "              y accepted   x rejected   w withdrawn   h on hold",
)


@click.command()
@sources
@click.option("--list", "is_list", is_flag=True, help="Print what would be asked; ask nothing.")
@me
@moment
@places
@click.pass_context
def review(context: click.Context, /, sources: tuple[Path, ...], is_list: bool, **given: Any) -> int:
    """Go through what the program would rather ask than guess, one key a mail.

    Doubtful mails first, then the opportunities whose newest mail may be misread. Without SOURCE, the last scan is
    repeated. What you answer is kept like a correction, and can be taken back.
    """
    from inbox_watch.core.word.questions import questions

    if not is_list and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review: nobody is there to ask", advice="Run it in a terminal, or with --list.")
    config, folder = load(place_of(context, given))
    outcome = repeat(config, folder, sources, **given)
    asked = questions(outcome.scan)
    if not asked:
        click.echo("Nothing to ask.", err=True)
    elif is_list:
        for one in asked:
            click.echo(_line(one, outcome.scan.now))
    else:
        _ask(asked, folder, outcome.scan.now)
    return status_of(outcome, 0)


def _ask(asked: Sequence[Question], folder: Path, now: datetime) -> None:
    from inbox_watch.store import words

    for line in _LEGEND:
        click.echo(line, err=True)
    count = 0
    for number, question in enumerate(asked, start=1):
        click.echo(f"\n{number} of {len(asked)}  {_line(question, now)}")
        key = _key()
        if key == "q":
            break
        for word in _words(question, key, now):
            words.add(folder, word)
        count += key != "s"
    click.echo(f"\nAnswered: {count}. inbox-watch correct --list shows what you said.", err=True)


def _key() -> str:
    """Return the next key that means something."""
    while True:
        try:
            key = click.getchar().lower()[:1]  # of keys pressed at once the first; what an arrow sends begins otherwise
        except EOFError:  # Ctrl-D
            key = "q"
        if key in _STAGES or key in _NAMES:
            click.echo(f"  {key}: {_STAGES.get(key, '').replace('_', ' ') or _NAMES[key]}")
            return key


_NAMES = {"r": "recruiting", "n": "not recruiting", "s": "skipped", "q": "enough"}


def _words(question: Question, key: str, now: datetime) -> list[Word]:
    """Return what an answer says. A stage says of a doubtful mail that it is a recruiter's."""
    from inbox_watch.core.word import say

    if key == "s":
        return []
    said = [say.recruiting(question.about, key != "n", now)]
    if key in _STAGES:
        said.append(say.stage(question.about, _STAGES[key], now))
    return said


def _line(question: Question, now: datetime) -> str:
    from inbox_watch.core.clean import clean
    from inbox_watch.report import words

    about = question.about
    sender = clean((question.sender and (question.sender.name or question.sender.address)) or "?", limit=40)
    at = f"{words.moment(question.date, now)}, " if question.date else ""
    wanted = "a recruiter's?"
    if question.stage is not None:
        parts = (about.role, about.company) if isinstance(about, Opportunity) else ()
        named = " at ".join(clean(part, limit=60) for part in parts if part)
        wanted = f"{named or 'this'}: {question.stage.replace('_', ' ')}?"
    return f"{about.id}  {at}{sender}: {clean(question.subject, limit=70) or 'no subject'} ({wanted})"
