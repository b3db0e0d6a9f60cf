"""From threads and readings to opportunities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from inbox_watch.core import colleagues
from inbox_watch.core.opportunity.appointments import appointments_of
from inbox_watch.core.opportunity.aside import without_asides
from inbox_watch.core.opportunity.bookings import with_bookings
from inbox_watch.core.opportunity.contacts import contacts_of
from inbox_watch.core.opportunity.evidence import clues_of, with_hosts
from inbox_watch.core.opportunity.join import join
from inbox_watch.core.opportunity.kinds import with_kinds
from inbox_watch.core.opportunity.naming import best_names
from inbox_watch.core.opportunity.platforms import with_tests
from inbox_watch.core.opportunity.settling import with_colleagues, with_firms, with_names
from inbox_watch.core.opportunity.sides import moment_of
from inbox_watch.core.opportunity.stage import standings_of
from inbox_watch.core.opportunity.turning import with_turns
from inbox_watch.core.types import Entry, Join, Message, Opportunity, Reading, Said, Thread, Word
from inbox_watch.core.word.moves import with_moves

Held = Sequence[tuple[Thread, Sequence[Entry]]]

_EARLY = datetime(1, 1, 2, tzinfo=UTC)


def gather(
    threads: Sequence[Thread],
    readings: Mapping[str, Reading],
    *,
    candidate: frozenset[str],
    until: datetime | None = None,
) -> tuple[Opportunity, ...]:
    """Return the opportunities in these threads, the earliest first.

    `readings` is by `Message.key`; a message without one is left out. `candidate` are the candidate's own addresses.
    Messages after `until` don't exist yet. A thread without a recruiting message is no opportunity. The order of
    `threads` and of their messages changes nothing.
    """
    pairs = ((thread, without_asides(_entries(thread, readings, until))) for thread in threads)
    held = [pair for pair in pairs if any(entry.reading.recruiting for entry in pair[1])]
    held.sort(key=lambda pair: order(pair[1][0].message))
    kept = with_kinds([entries for _, entries in held])
    known = colleagues.known_in(((entry.message, entry.reading) for entries in kept for entry in entries), candidate)
    kept = with_names(kept, known)
    held = [(thread, entries) for (thread, _), entries in zip(held, kept, strict=True)]
    clues = [clues_of(thread, entries, candidate) for thread, entries in held]
    clues = with_hosts(clues, [entry for entries in kept for entry in entries])
    clues = with_tests(with_bookings(clues, kept), kept)
    clues = with_turns(with_firms(with_colleagues(clues, kept, known, candidate), kept, candidate))
    return tuple(build([held[place] for place in members], joins, candidate) for members, joins in join(clues))


def as_of(opportunity: Opportunity, moment: datetime) -> Opportunity | None:
    """Return an opportunity as it was known at `moment`; None where none of its messages existed.

    A message without any date counts as having been there.
    """
    entries = tuple(entry for entry in opportunity.entries if _existed(entry.message, moment))
    words = tuple(word for word in opportunity.words if word.is_known_at(moment))
    if len(entries) == len(opportunity.entries) and len(words) == len(opportunity.words):
        return opportunity
    if not entries:
        return None
    known = {contact.address for contact in contacts_of(entries, frozenset())}
    known |= {word.value for word in words if word.kind is Said.CONTACT}
    contacts = tuple(contact for contact in opportunity.contacts if contact.address in known)
    return with_course(replace(opportunity, contacts=contacts, entries=entries), words)


def with_course(opportunity: Opportunity, words: tuple[Word, ...]) -> Opportunity:
    """Return an opportunity with the stage and the appointments that its entries and these words come to."""
    return replace(
        opportunity,
        words=words,
        standings=standings_of(opportunity.entries, words),
        appointments=appointments_of(with_moves(opportunity.entries, words)),
    )


def _entries(thread: Thread, readings: Mapping[str, Reading], until: datetime | None) -> list[Entry]:
    known = [message for message in thread.messages if message.key in readings]
    existing = (message for message in known if until is None or _existed(message, until))
    return [
        Entry(message=message, reading=readings[message.key], thread_id=thread.id)
        for message in sorted(existing, key=order)
    ]


def _existed(message: Message, moment: datetime) -> bool:
    sent = moment_of(message)
    return sent is None or sent <= moment


def order(message: Message) -> tuple[datetime, str]:
    """Return what messages are sorted by: their moment, then their key."""
    return (moment_of(message) or _EARLY).astimezone(UTC), message.key


def build(held: Held, joins: tuple[Join, ...], candidate: frozenset[str]) -> Opportunity:
    """Return the opportunity that these threads, each with its entries, are."""
    entries = tuple(sorted((entry for _, own in held for entry in own), key=lambda entry: order(entry.message)))
    company, role = best_names(entries)
    return Opportunity(
        id=f"o-{entries[0].message.key[:8]}",
        company=company,
        role=role,
        contacts=contacts_of(entries, candidate),
        threads=tuple(replace(thread, messages=tuple(entry.message for entry in own)) for thread, own in held),
        entries=entries,
        recruiting_score=max(entry.reading.score for entry in entries if entry.reading.recruiting),
        standings=standings_of(entries),
        appointments=appointments_of(entries),
        joins=joins,
    )
