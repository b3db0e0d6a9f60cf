"""The readings of whole threads: what their messages know of each other, and the threads of one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from inbox_watch.core import colleagues, steps
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.candidate import is_candidate, second_addresses
from inbox_watch.core.opportunity.sides import organisation_of, plain_name
from inbox_watch.core.reading import (
    automatic,
    exchanges,
    pairs,
    plainly,
    stepping,
)
from inbox_watch.core.reading.read import is_answer, is_recruiting, kind_shown, read_one
from inbox_watch.core.reading.sentences import flatten
from inbox_watch.core.reading.thread_evidence import (
    PASSED_ON,
    is_known,
    names_host,
    names_interview,
    thread_scores,
    with_invitation,
)
from inbox_watch.core.types import (
    Message,
    Reading,
    Scores,
    SenderKind,
    Thread,
    Zones,
)


def read_thread(
    messages: Sequence[Message],
    zones_by_key: Mapping[str, Zones],
    scores_by_key: Mapping[str, Scores],
    *,
    candidate: frozenset[str],
    calendar: Calendar,
    invitations: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
    tied: frozenset[str] = frozenset(),
) -> tuple[Reading, ...]:
    """Return the readings of one thread's messages, in their order, each with what the thread knows.

    The candidate's answer, an out-of-office answer, a bounce or a receipt in a recruiting thread is recruiting, and so
    is a mail with one of `invitations`: by UIDs that recruiting mails carry, or by the organizer's address. So is an
    invitation to an interview, or to something that names a role or company of `names` (in lower case), and each mail
    of `tied` (by key): a platform's or a colleague's, of which another thread tells whose it is. A recruiter's
    mail after the candidate has written is no first approach. The candidate's namesake who writes in their thread is
    the candidate, at a second address.
    """
    zones = [zones_by_key[message.key] for message in messages]
    scores = [scores_by_key[message.key] for message in messages]
    candidate |= second_addresses(messages, candidate)
    written = [is_candidate(message, candidate) for message in messages]
    plain = [plainly.is_applicant(m, z, candidate) for m, z in zip(messages, zones, strict=True)]
    raised = thread_scores(
        [
            PASSED_ON
            if s.recruiting < PASSED_ON
            and (m.key in tied or names_interview(m, candidate, names) or names_host(m, names))
            else with_invitation(stepping.own_score(s.recruiting, m, candidate), m.events, invitations)
            for m, s in zip(messages, scores, strict=True)
        ],
        [len(z.new) for z in zones],
        [
            is_answer(m, z) or (place > 0 and written[place]) or (s.is_foreign and not is_recruiting(s, s.recruiting))
            for place, (m, z, s) in enumerate(zip(messages, zones, scores, strict=True))
        ],
        [automatic.is_bulk(m) for m in messages],
        plain,
    )
    shown = _settled(
        messages, [kind_shown(m, z, candidate, score) for m, z, score in zip(messages, zones, raised, strict=True)]
    )
    first = written.index(True) if True in written else len(written)
    found = [
        read_one(m, z, s, candidate, calendar, score, kind, is_first=place <= first)
        for place, (m, z, s, score, kind) in enumerate(zip(messages, zones, scores, raised, shown, strict=True))
    ]
    return tuple(_with_choice(found, zones))


def _with_choice(readings: Sequence[Reading], zones: Sequence[Zones]) -> Iterator[Reading]:
    """Yield the readings; a mail of several roles at several companies has those that the thread goes on about."""
    named = {flatten(reading.role) for reading in readings if reading.role}
    for reading, zone in zip(readings, zones, strict=True):
        if reading.recruiting and named and reading.role is None and reading.company is None:
            meant = [pair for pair in pairs.pairs_in(zone.new) if flatten(pair[0]) in named]
            if len(meant) == 1:
                reading = replace(reading, role=meant[0][0], company=meant[0][1])
        yield reading


def _settled(messages: Sequence[Message], shown: Sequence[SenderKind | None]) -> list[SenderKind | None]:
    """Return what each mail shows, or else what other mails of the same person or organisation in the thread show.

    Once an agency, always an agency: its next mail need not say so again.
    """
    senders = [message.sender.address if message.sender else "" for message in messages]
    plain = {sender for sender, kind in zip(senders, shown, strict=True) if kind is SenderKind.AGENCY and sender}
    homes = {home for sender in plain if (home := organisation_of(sender))}
    return [
        SenderKind.AGENCY if sender in plain or (kind is None and organisation_of(sender) in homes) else kind
        for sender, kind in zip(senders, shown, strict=True)
    ]


def read_threads(
    threads: Iterable[Thread],
    zones_by_key: Mapping[str, Zones],
    scores_by_key: Mapping[str, Scores],
    *,
    candidate: frozenset[str],
    calendar: Calendar,
) -> dict[str, Reading]:
    """Return the readings of all threads by `Message.key`: as `read_thread`, with what the threads know of each other.

    An update or a cancellation often comes in a thread of its own; the invitation's UID tells what it is about.
    """
    found: dict[str, Reading] = {}
    all_threads = tuple(threads)

    def _read_all(
        some: Iterable[Thread],
        known: frozenset[str],
        names: frozenset[str] = frozenset(),
        tied: frozenset[str] = frozenset(),
    ) -> None:
        for thread in some:
            read = read_thread(
                thread.messages, zones_by_key, scores_by_key,
                candidate=candidate, calendar=calendar, invitations=known, names=names, tied=tied,
            )  # fmt: skip
            found.update((reading.key, reading) for reading in read)

    _read_all(all_threads, frozenset())
    invited = [message for thread in all_threads for message in thread.messages if message.events]
    known = frozenset(_known_in(message for message in invited if found[message.key].recruiting))
    known |= _persons([m for t in all_threads for m in t.messages if found[m.key].recruiting], found, candidate)
    names = frozenset(_names(all_threads, found, candidate))
    tied = exchanges.tied(all_threads, found, candidate) | steps.tied(all_threads, found, candidate)
    tied |= colleagues.tied(all_threads, found, candidate)
    late = tied | {
        m.key
        for m in (m for t in all_threads for m in t.messages)
        if not found[m.key].recruiting
        if any(is_known(e, known) for e in m.events) or names_interview(m, candidate, names) or names_host(m, names)
    }
    _read_all([t for t in all_threads if late and any(m.key in late for m in t.messages)], known, names, tied)
    return found


def _known_in(messages: Iterable[Message]) -> Iterator[str]:
    for message in messages:
        yield from (event.uid for event in message.events if event.uid)


def _names(threads: Iterable[Thread], found: Mapping[str, Reading], candidate: frozenset[str]) -> Iterator[str]:
    """Yield the roles, the companies and the other side's full names in recruiting mails, in lower case."""
    for message in (m for thread in threads for m in thread.messages if found[m.key].recruiting):
        reading = found[message.key]
        yield from (name.lower() for name in (reading.company, reading.role) if name and len(name) > 3)
        if message.sender and message.sender.address not in candidate and not reading.is_automatic:
            yield from [name for name in [plain_name(message.sender.name).lower()] if " " in name]


def _persons(messages: Iterable[Message], found: Mapping[str, Reading], candidate: frozenset[str]) -> frozenset[str]:
    """Return the addresses of the persons on the other side: what they invite to is about the job."""
    senders = (m.sender.address for m in messages if m.sender and not found[m.key].is_automatic)
    return frozenset(address for address in senders if address not in candidate)
