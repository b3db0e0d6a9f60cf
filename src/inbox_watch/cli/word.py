"""Commands for the user's word: done, snooze, mute, correct. It beats every inference and survives every scan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inbox_watch.cli.options import me, moment, places, together
from inbox_watch.cli.saying import (
    export_examples,
    find,
    keep,
    kind_and_sources,
    list_words,
    scanned,
    take_back,
    tell,
)
from inbox_watch.cli.shared import load, repeat, status_of
from inbox_watch.core.types import ActionKind, Doubt, Opportunity, Said, SenderKind, Stage, Word
from inbox_watch.errors import UsageError

if TYPE_CHECKING:
    from inbox_watch import app

_CORRECTIONS = frozenset(Said) - {Said.DONE, Said.SNOOZE, Said.MUTE}
_KINDS = click.Choice([kind.value for kind in SenderKind if kind is not SenderKind.CANDIDATE])
_ID = "ID is an opportunity's id, the start of it, or a word of its company, role or contact."

which = click.argument("wanted", metavar="[ID]", required=False)
rest = click.argument("rest", nargs=-1, metavar="[KIND] [SOURCE]...")
from_sources = click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=click.Path(path_type=Path))
undo = click.option("--undo", is_flag=True, help="Take back the last such word about ID; without ID the very last.")
common = together(me, moment, places)


@click.command()
@which
@rest
@click.option("--on", "day", metavar="DAY", help="When you did it: 2026-03-01, yesterday, monday; today where absent.")
@undo
@common
@click.pass_context
def done(
    context: click.Context, /, wanted: str | None, rest: tuple[str, ...], day: str | None, undo: bool, **given: Any
) -> int:
    """Say that you did it elsewhere: on the telephone, on LinkedIn, in person.

    ID is an opportunity's id, the start of it, or a word of its company, role or contact. KIND is what you did, such as
    reply or request_update; it may be left out where only one thing is open. Without SOURCE, the last scan is repeated.
    """
    from inbox_watch.core.word import say

    kind, sources = kind_and_sources(rest)
    if undo:
        _refuse("--undo", {"--on": day})
        return take_back(context, wanted, kind, sources, frozenset({Said.DONE}), given)
    outcome, folder, settings = scanned(context, wanted, sources, given)
    on = None if day is None else say.on_day(day, settings.now, settings.calendar)
    word = say.done(find(outcome, wanted), kind, settings.now, settings.calendar, on)
    keep(folder, word, settings.now)
    if ActionKind.ANSWER_OFFER in word.actions:
        click.echo(f"  Yes or no? inbox-watch correct {word.opportunity} --stage accepted (or withdrawn)", err=True)
    return status_of(outcome, 0)


@click.command()
@which
@rest
@click.option("--until", metavar="DAY", help="Not before this day: 2026-03-16, 3d, 2w, monday.")
@undo
@common
@click.pass_context
def snooze(
    context: click.Context, /, wanted: str | None, rest: tuple[str, ...], until: str | None, undo: bool, **given: Any
) -> int:
    """Put something off until the morning of a day. A date that they named stays.

    ID is an opportunity's id, the start of it, or a word of its company, role or contact. KIND is what you put off;
    without it, all that is open. What is asked in later mail shows again. Without SOURCE, the last scan is repeated.
    """
    from inbox_watch.core.word import say

    kind, sources = kind_and_sources(rest)
    if undo:
        _refuse("--undo", {"--until": until})
        return take_back(context, wanted, kind, sources, frozenset({Said.SNOOZE}), given)
    if until is None:
        raise UsageError("snooze: until when?", advice="Give --until, such as --until monday.")
    outcome, folder, settings = scanned(context, wanted, sources, given)
    finding = find(outcome, wanted)
    morning = say.until_day(until, settings.now, settings.calendar, settings.timing.morning)
    word = say.snooze(finding, kind, settings.now, morning)
    keep(folder, word, settings.now)
    for action in finding.judgement.actions:
        if action.kind in word.actions and action.basis == "stated" and action.due < morning:
            due = settings.calendar.to_local(action.due)
            click.echo(f"That is after the date that was named: {due:%a} {due.day} {due:%B, %H:%M}.", err=True)
    return status_of(outcome, 0)


@click.command()
@which
@from_sources
@undo
@common
@click.pass_context
def mute(context: click.Context, /, wanted: str | None, sources: tuple[Path, ...], undo: bool, **given: Any) -> int:
    """Never again say that anything is to be done about an opportunity. It stays in the list.

    ID is an opportunity's id, the start of it, or a word of its company, role or contact. Without SOURCE, the last scan
    is repeated.
    """
    from inbox_watch.core.word import say

    if undo:
        return take_back(context, wanted, None, sources, frozenset({Said.MUTE}), given)
    outcome, folder, settings = scanned(context, wanted, sources, given)
    finding = find(outcome, wanted)
    if finding.judgement.is_muted:
        click.echo("It is muted already.", err=True)
    else:
        keep(folder, say.about(finding.opportunity, Said.MUTE, settings.now), settings.now)
    return status_of(outcome, 0)


@click.command()
@which
@from_sources
@click.option("--stage", type=click.Choice([stage.value for stage in Stage]), help="How far it has come.")
@click.option("--recruiting", is_flag=True, help="This is about recruiting; ID may be a mail's Message-ID or m-… too.")
@click.option("--not-recruiting", is_flag=True, help="This isn't about recruiting, nor will later mail of it be.")
@click.option("--company", metavar="NAME", help='The company; "" where it isn\'t known.')
@click.option("--role", metavar="NAME", help='The role; "" where it isn\'t known.')
@click.option("--contact", metavar="ADDRESS", help="Whom to write to.")
@click.option("--name", metavar="NAME", help="The contact's name.")
@click.option("--kind", type=_KINDS, help="The contact's kind.")
@click.option("--sender-kind", type=_KINDS, help="Of what kind the one is who wrote last.")
@click.option("--join", metavar="ID", help="This other opportunity is the same one.")
@click.option("--split", metavar="THREAD", help="This thread (t-…) is an opportunity of its own.")
@click.option("--list", "is_list", is_flag=True, help="List what you said, of ID or all of it, with its numbers.")
@click.option("--undo", is_flag=True, help="Take back the last correction of ID, or the word with this number.")
@click.option(
    "--export", type=click.Path(path_type=Path, dir_okay=False), help="Write your corrections as labelled examples."
)
@click.option("--with-text", is_flag=True, help="With the subject and the text of these mails: other people's words.")
@common
@click.pass_context
def correct(
    context: click.Context,
    /,
    wanted: str | None,
    sources: tuple[Path, ...],
    is_list: bool,
    undo: bool,
    export: Path | None,
    with_text: bool,
    **given: Any,
) -> int:
    """Say what is right: it beats what was read in mail, now and in every later scan.

    ID is an opportunity's id, the start of it, or a word of its company, role or contact. A stage holds until mail that
    comes later moves it on; the rest holds until you correct it again. Without SOURCE, the last scan is repeated.
    """
    names = ("stage", "recruiting", "not_recruiting", "company", "role", "contact", "name", "kind")
    right = {name: given.pop(name) for name in (*names, "sender_kind", "join", "split")}
    options = {f"--{name.replace('_', '-')}": value for name, value in right.items()}
    if is_list:
        _refuse("--list", {"--undo": undo, "--export": export, "--with-text": with_text, **options})
        return list_words(context, wanted, sources, given)
    if undo:
        _refuse("--undo", {"--export": export, "--with-text": with_text, **options})
        return take_back(context, wanted, None, sources, _CORRECTIONS, given)
    if export is not None:
        _refuse("--export", options)
        every = (Path(wanted), *sources) if wanted else sources
        return export_examples(context, every, export, given, with_text=with_text)
    if with_text:
        raise UsageError("correct: --with-text belongs to --export", advice="Give --export FILE as well.")
    _check(right)
    outcome, folder, settings = scanned(context, wanted, sources, given)
    if right["recruiting"] or right["not_recruiting"]:
        return _say_recruiting(outcome, folder, settings, str(wanted), right, sources, given)
    opportunity = find(outcome, wanted).opportunity
    for word in _corrections(opportunity, outcome, settings.now, right):
        keep(folder, word, settings.now)
    return status_of(outcome, 0)


def _refuse(option: str, others: Mapping[str, Any]) -> None:
    """Refuse any other option beside one that stands alone: it would count for nothing."""
    if given := [name for name, value in others.items() if value not in (None, False)]:
        raise UsageError(f"{option} and {given[0]} don't go together", advice="Give one of them.")


def _check(right: dict[str, Any]) -> None:
    given = [name for name, value in right.items() if value not in (None, False)]  # an empty name is one
    if right["recruiting"] and right["not_recruiting"]:
        raise UsageError("correct: --recruiting or --not-recruiting?", advice="Give one of them.")
    if len(given) > 1 and (right["recruiting"] or right["not_recruiting"]):
        raise UsageError("correct: say first whether it is about recruiting", advice="Then correct the rest.")
    if (right["name"] is not None or right["kind"]) and right["contact"] is None:
        raise UsageError("correct: --name and --kind belong to --contact", advice="Give --contact ADDRESS as well.")
    if not given:
        raise UsageError("correct: what is right?", advice="Give an option such as --stage; see correct --help.")


def _corrections(
    opportunity: Opportunity, outcome: app.Outcome, now: datetime, right: dict[str, Any]
) -> Sequence[Word]:
    """Return the words that the options come to; nothing is kept where one of them can't be meant."""
    from inbox_watch import app
    from inbox_watch.core.word import say

    said: list[Word] = []
    if right["stage"]:
        said.append(say.stage(opportunity, Stage(right["stage"]), now))
    for kind in (Said.COMPANY, Said.ROLE):
        if right[kind] is not None:
            said.append(say.named(opportunity, kind, right[kind], now))
    if right["contact"] is not None:
        kind_of = SenderKind(right["kind"]) if right["kind"] else None
        said.append(say.contact(opportunity, right["contact"], right["name"] or "", kind_of, now))
    if right["sender_kind"]:
        said.append(say.sender_kind(opportunity, SenderKind(right["sender_kind"]), now))
    if right["join"] is not None:
        said.append(say.join(opportunity, app.find(outcome.scan, right["join"]).opportunity, now))
    if right["split"] is not None:
        said.append(say.split(opportunity, right["split"], now))
    return said


def _say_recruiting(
    outcome: app.Outcome,
    folder: Path,
    settings: app.Settings,
    wanted: str,
    right: dict[str, Any],
    sources: Sequence[Path],
    given: dict[str, Any],
) -> int:
    """Say that an opportunity, one that was left out, or a mail is, or isn't, about recruiting."""
    from inbox_watch.core.word import say

    about = _thing(outcome, wanted)
    if about is not None:
        keep(folder, say.recruiting(about, bool(right["recruiting"]), settings.now), settings.now)
        return status_of(outcome, 0)
    if not right["recruiting"]:
        raise UsageError(f"{wanted} is no recruiter's mail as it is", advice="Nothing needs to be corrected.")
    return _say_of_mail(wanted if wanted.startswith("<") else f"<{wanted}>", folder, settings.now, sources, given)


def _say_of_mail(message_id: str, folder: Path, now: datetime, sources: Sequence[Path], given: dict[str, Any]) -> int:
    """Say of a mail of which no text is held that it is about recruiting: the word stays only where it is found."""
    from inbox_watch.store import words

    word = Word(kind=Said.RECRUITING, said=now, at=now, value=message_id)
    number = words.add(folder, word)
    try:
        config, _ = load(given["place"])
        again = repeat(config, folder, sources, **given["asked"])
        found = {e.message.message_id for one in again.scan.findings for e in one.opportunity.entries}
        if message_id not in found:
            if again.errors:  # where it may lie could not be read
                raise again.errors[0]
            raise UsageError(f"no mail with the Message-ID {message_id}", advice="Copy it from the mail's headers.")
    except BaseException:
        words.remove(folder, [number])
        raise
    tell(replace(word, number=number), now)
    return status_of(again, 0)


def _thing(outcome: app.Outcome, wanted: str) -> Opportunity | Doubt | None:
    """Return the doubtful mail, the opportunity that was left out, or the opportunity that `wanted` names.

    None for a Message-ID of a mail that is none of these.
    """
    from inbox_watch import app

    scan = outcome.scan
    doubts = [one for one in scan.doubts if wanted in (one.message_id, one.message_id.strip("<>"))]
    doubts = doubts or [one for one in scan.doubts if wanted.startswith("m-") and one.id.startswith(wanted)]
    if doubts:
        return doubts[0]
    held = [one.opportunity for one in scan.findings] + list(scan.left_out)
    names = (wanted, f"<{wanted}>")
    named = [one for one in held if any(entry.message.message_id in names for entry in one.entries)]
    if named:
        return named[0]
    if wanted.startswith("m-"):
        raise UsageError(f'no doubtful mail fits "{wanted}"', advice="inbox-watch review --list names them.")
    if wanted.startswith("<") and wanted.endswith(">"):
        return None
    try:
        return app.find(scan, wanted).opportunity
    except UsageError:
        held_ids = [one.opportunity.id for one in scan.findings]
        gone = [one for one in scan.left_out if one.id.startswith((wanted, f"o-{wanted}"))]
        if len(gone) == 1 and not any(one.startswith((wanted, f"o-{wanted}")) for one in held_ids):
            return gone[0]
        if "@" in wanted:
            return None
        raise
