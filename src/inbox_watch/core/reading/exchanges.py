"""Of whose exchange a scheduling platform's notice tells: what recruiting mails are known by, and what it names.

A call with somebody who wrote about a job is about that job, whatever the model makes of the platform's few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from inbox_watch.core import bookings, colleagues
from inbox_watch.core.opportunity.sides import plain_name, writes_in_person
from inbox_watch.core.types import Act, Message, Reading, Stage, Thread

LONGEST_PAUSE = timedelta(days=60)
"""So long after an exchange's last mail a booking may still be its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanges:
    """What the recruiting mails of a mailbox are known by to a scheduling platform.

    `people` are the addresses of those who write, `called` their names and first names. With from when until when mail
    came, all in lower case: `others`, the names of all; `names`, of those with whom a call is being arranged; their
    `firms`; `hosts`, the domains of the booking links that were sent.
    """

    people: frozenset[str] = frozenset()
    names: Mapping[str, colleagues.Span] = field(default_factory=dict)
    others: Mapping[str, colleagues.Span] = field(default_factory=dict)
    called: frozenset[str] = frozenset()
    firms: Mapping[str, colleagues.Span] = field(default_factory=dict)
    hosts: Mapping[str, colleagues.Span] = field(default_factory=dict)


def exchanges_of(threads: Iterable[Thread], found: Mapping[str, Reading], candidate: frozenset[str]) -> Exchanges:
    """Return what the recruiting mails in these threads are known by. A platform's own notice is none of them."""
    people: set[str] = set()
    spans: dict[str, dict[str, colleagues.Span]] = {"names": {}, "others": {}, "firms": {}, "hosts": {}}
    for thread in threads:
        mails = [m for m in thread.messages if found[m.key].recruiting and Act.RELAYS_BOOKING not in found[m.key].acts]
        moments = [m.instant for m in mails if m.instant]
        if not moments:
            continue
        span = min(moments), max(moments)
        readings = [found[m.key] for m in mails]
        persons = [
            m.sender for m in mails if m.sender and _is_person(found[m.key]) and m.sender.address not in candidate
        ]
        people.update(one.address for one in persons)
        _note(spans["others"], [name for one in persons if " " in (name := plain_name(one.name).lower())], span)
        if any(_arranges(reading) for reading in readings):
            _note(spans["names"], [name for one in persons if " " in (name := plain_name(one.name).lower())], span)
            _note(
                spans["firms"], [one.company.lower() for one in readings if one.company and len(one.company) > 3], span
            )
        _note(spans["hosts"], [host for m in mails for host in bookings.booking_hosts(m, found[m.key])], span)
    called = frozenset(word for name in spans["others"] for word in (name, name.partition(" ")[0]))
    return Exchanges(people=frozenset(people), called=called, **spans)


def _note(spans: dict[str, colleagues.Span], names: Iterable[str], span: colleagues.Span) -> None:
    for name in names:
        former = spans.get(name, span)
        spans[name] = min(former[0], span[0]), max(former[1], span[1])


def _is_person(reading: Reading) -> bool:
    return not reading.from_candidate and writes_in_person(reading)


def _arranges(reading: Reading) -> bool:
    asks = any(ask.kind in bookings.ARRANGES for ask in reading.asks)
    return asks or Act.SENDS_TIMES in reading.acts or reading.signal in (Stage.SCREENING, Stage.INTERVIEW)


def tied(threads: Sequence[Thread], found: Mapping[str, Reading], candidate: frozenset[str]) -> frozenset[str]:
    """Return the keys of the scheduling platforms' notices that tell of a call with somebody from recruiting mail."""
    others = [m for thread in threads for m in thread.messages if not found[m.key].recruiting]
    notices = [m for m in others if bookings.notice_of(m)]
    exchanges = exchanges_of(threads, found, candidate) if notices else Exchanges()
    return frozenset(m.key for m in notices if is_tied(m, exchanges, candidate))


def is_tied(message: Message, exchanges: Exchanges, candidate: frozenset[str]) -> bool:
    """Say whether a scheduling platform's notice tells of a call with somebody who is known from recruiting mail.

    By an address; by a full name or a firm where a call is being arranged; by the platform, where a recruiter sent its
    booking link and the notice names nobody else.
    """
    if message.sender is None or message.sender.address in candidate or bookings.notice_of(message) is None:
        return False
    if (bookings.addresses_in(message) - candidate) & exchanges.people:
        return True
    names, firms = bookings.names_in(message), _firms(message, exchanges)
    if firms and _is_near_any(message, names, exchanges.others):
        return True
    if bookings.is_of_something_else(message):
        return False
    if firms or _is_near_any(message, names, exchanges.names):
        return True
    host = exchanges.hosts.get(bookings.home_of(message))
    return (
        host is not None
        and colleagues.is_near(message, host, LONGEST_PAUSE)
        and bookings.parties_in(message) <= exchanges.called
    )


def _firms(message: Message, exchanges: Exchanges) -> frozenset[str]:
    """Return the firms of other mails that a notice says one will meet, or be at, in lower case."""
    named = bookings.firms_in(message)
    return frozenset(
        name
        for name in named & exchanges.firms.keys()
        if colleagues.is_near(message, exchanges.firms[name], LONGEST_PAUSE)
    )


def _is_near_any(message: Message, told: frozenset[str], names: Mapping[str, colleagues.Span]) -> bool:
    return any(colleagues.is_near(message, names[name], LONGEST_PAUSE) for name in told & names.keys())
