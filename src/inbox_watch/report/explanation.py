"""Why: one opportunity's conclusions with the sentence, the rule and the date arithmetic of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from inbox_watch.core.clean import clean
from inbox_watch.core.opportunity.stage import held_back
from inbox_watch.core.types import Contact, Entry, Finding, Reading
from inbox_watch.report import said, words
from inbox_watch.report.as_json import standing


def explain(finding: Finding, now: datetime) -> str:
    """Return the explanation as plain text, ready for a terminal. Times are in the zone of `now`."""
    return "\n".join(_lines(finding, now)) + "\n"


def _lines(finding: Finding, now: datetime) -> Iterator[str]:
    found, judged = finding.opportunity, finding.judgement
    yield f"{words.title(finding)}  {found.id}"
    yield from _stage(finding, now)
    yield f"Turn: {judged.turn}. {clean(judged.turn_reason)}"
    if judged.parked:
        yield f"Parked: {clean(judged.parked_suggestion)}"
    yield "" if judged.actions else "Nothing to do."
    for item in words.actions_of(finding, now):
        yield from _action(item, now)
    yield from _section("What you said", said.lines(finding, now))
    yield from _section("People", (_person(contact) for contact in found.contacts))
    yield from _section(
        "Appointments",
        (f"{_at(entry.start, now)}: {entry.what} (from {entry.source})" for entry in standing(found.appointments)),
    )
    yield from _section("What else counts", (clean(note) for note in judged.notes))
    yield from _section("Why these threads belong together", (clean(join.reason) for join in found.joins))
    yield from _section("Warnings", (clean(caution.reason) for caution in finding.cautions))
    yield from _section("Mail by mail", _mails(finding, now))


def _stage(finding: Finding, now: datetime) -> Iterator[str]:
    found = finding.opportunity
    since = f" since {_at(found.stage_since, now)}" if found.stage_since else ""
    yield f"Stage: {words.stage(finding)}{since}."
    if found.stage_evidence and found.stage_evidence.quote:
        yield f"  {_quoted(found.stage_evidence.quote)}"


def _action(item: words.Item, now: datetime) -> Iterator[str]:
    action = item.action
    yield f"{item.what}: {action.state}, {item.when}"
    yield f"  {item.reason}"
    if action.quote:
        yield f"  {_quoted(action.quote)}"
    dates = f"From {_at(action.from_, now)}, due {_at(action.due, now)}"
    yield f"  {dates}; basis: {action.basis}; rule: {clean(action.rule)}."
    if action.arithmetic:
        yield f"  {clean(action.arithmetic)}"
    yield f"  Mail: {clean(action.message_id)}"
    yield ""


def _person(contact: Contact) -> str:
    named = f"{clean(contact.name)} <{clean(contact.address)}>" if contact.name else clean(contact.address)
    phone = f", {clean(contact.phone)}" if contact.phone else ""
    return f"{named} ({contact.kind}{'' if contact.is_reachable else ', no answers read'}){phone}"


def _mails(finding: Finding, now: datetime) -> Iterator[str]:
    """Yield every mail with what was read in it, and what came of that: what it closed, why it moved no stage."""
    found = finding.opportunity
    held = held_back(found.entries, found.words)
    for entry in found.entries:
        yield from _entry(entry, now)
        if (why := held.get(entry.message.key)) is not None:
            yield f"    leaves the stage: {why}"
        for one in finding.judgement.closings:
            if one.closed_by == entry.message.message_id:
                what = f": {_quoted(one.quote)}" if one.quote else ""
                yield f"    closes {words.NOUN[one.kind]}, owed since {_at(one.opened, now)}{what}"


def _entry(entry: Entry, now: datetime) -> Iterator[str]:
    message, reading = entry.message, entry.reading
    sender = (
        "you"
        if reading.from_candidate
        else clean((message.sender and (message.sender.name or message.sender.address)) or "?")
    )
    at = _at(message.instant, now) if message.instant else "undated"
    yield f"{at}  {sender}: {clean(message.subject, limit=100)}"
    yield from (f"    {line}" for line in reading_lines(reading, now))


def reading_lines(reading: Reading, now: datetime) -> Iterator[str]:
    """Yield what was read in one message, a line each, with its words."""
    if reading.signal:
        quote = f": {_quoted(reading.signal_quote)}" if reading.signal_quote else ""
        yield f"speaks of {str(reading.signal).replace('_', ' ')} ({reading.signal_score:.2f}){quote}"
    for ask in reading.asks:
        due = f", due {_at(ask.due, now)}" if ask.due else ""
        yield f"asks ({ask.kind}{due}): {_quoted(ask.quote)}"
    for promise in reading.promises:
        by = f", by {_at(promise.latest, now)}" if promise.latest else ", no date"
        yield f"promises{by}: {_quoted(promise.quote)}"
    for entry in reading.appointments:
        yield f"{entry.what} {entry.status} for {_at(entry.start, now)}" + (
            f": {_quoted(entry.quote)}" if entry.quote else ""
        )
    if reading.away_until:
        yield f"away until {_at(reading.away_until, now)}"
    if reading.is_automatic:
        yield "sent by a machine"
    if reading.review:
        yield "not sure: worth a look of your own"


def _section(heading: str, lines: Iterator[str]) -> Iterator[str]:
    held = list(lines)
    if held:
        yield f"\n{heading}"
        yield from (f"  {line}" for line in held)


def _quoted(text: str | None) -> str:
    return f"“{clean(text, limit=300)}”"


def _at(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return f"{local:%a} {local.day} {local:%b %Y %H:%M}"
