"""Who speaks in each message: the candidate's side, a person on the other side, or a program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from inbox_watch.core import shared_senders
from inbox_watch.core.types import Act, Address, Entry, Message, Reading, SenderKind

# Local parts that no person reads; a mail to them is lost or answered by a program.
_NO_PERSON = re.compile(
    r"^(?:[a-z0-9]{1,30}[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|mailer[-_.]?daemon|postmaster|bounces?"
    r"|automated|auto[-_.]?reply|alerts?|jobalerts?|updates?|calendar[-_.]notification)(?:[-_.+].{0,100})?$"
)
# LinkedIn hands an answer to these addresses on to the person who wrote.
_RELAYED = ("hit-reply@linkedin.com", "inmail-hit-reply@linkedin.com")
_RELAYS = frozenset({"ats", "scheduler", "assessment", "social", "job_board", "esp"})
_GIVEN_BY_CANDIDATE = frozenset({Act.SENDS_TIMES, Act.SENDS_DOCUMENTS, Act.SENDS_ASSESSMENT, Act.CONFIRMS})


class Side(StrEnum):
    """Who speaks: the candidate (or somebody who answers for them), a person on the other side, or a program."""

    CANDIDATE = "candidate"
    PERSON = "person"
    PROGRAM = "program"


def moment_of(message: Message) -> datetime | None:
    """Return when a message was sent, as far as is known: its instant, else what was received or claimed."""
    return message.instant or message.received or message.date


def is_no_person(address: str) -> bool:
    """Say whether the local part of an address says that nobody reads what is sent there."""
    return bool(_NO_PERSON.match(address.partition("@")[0].lower()[:140]))


def is_reachable(address: str, *, wrote_in_person: bool) -> bool:
    """Say whether a mail to this address reaches a person.

    A platform's relay does only where a person has written through it (`wrote_in_person`).
    """
    if address in _RELAYED:
        return True
    if is_no_person(address):
        return False
    return wrote_in_person or shared_senders.kind_of(address) not in _RELAYS


@lru_cache(maxsize=4096)
def organisation_of(address: str) -> str | None:
    """Return the registrable domain of the organisation behind an address, None where many share it."""
    domain = shared_senders.domain_of(address)
    return domain if domain and not shared_senders.is_shared(address) else None


def writes_in_person(reading: Reading) -> bool:
    """Say whether a person, not a program, wrote this message to this reader."""
    return not (reading.is_automatic or reading.is_bulk or reading.sender_kind is SenderKind.PLATFORM)


def went_to_many(reading: Reading) -> bool:
    """Say whether a message speaks to nobody in particular: a platform's mail has bulk headers, and means this one."""
    return reading.is_bulk and reading.sender_kind is not SenderKind.PLATFORM


def answer_address(message: Message, *, wrote_in_person: bool) -> Address | None:
    """Return where the sender of a message can be answered: Reply-To where their own address is a dead end."""
    sender = message.sender
    if sender is not None and is_reachable(sender.address, wrote_in_person=wrote_in_person):
        return sender
    for other in message.reply_to:
        if is_reachable(other.address, wrote_in_person=False):
            return Address(name=other.name or (sender.name if sender else ""), address=other.address)
    return sender


def sides_of(entries: Sequence[Entry]) -> tuple[Side, ...]:
    """Return the side of each entry, in the order given (the order of time)."""
    found: list[Side] = []
    persons: set[str] = set()
    organisations: set[str] = set()
    for entry in entries:
        side = _side(entry, persons, organisations)
        found.append(side)
        if side is Side.PERSON and entry.message.sender:
            address = entry.message.sender.address
            persons.add(address)
            organisations.add(organisation_of(address) or address)
    return tuple(found)


def _side(entry: Entry, persons: set[str], organisations: set[str]) -> Side:
    reading = entry.reading
    if reading.from_candidate:
        return Side.PROGRAM if reading.is_automatic else Side.CANDIDATE
    if not writes_in_person(reading):
        return Side.PROGRAM
    if reading.sender_kind is SenderKind.CANDIDATE or _answers_for_candidate(entry, persons, organisations):
        return Side.CANDIDATE
    return Side.PERSON


def _answers_for_candidate(entry: Entry, persons: set[str], organisations: set[str]) -> bool:
    """Say whether somebody else gives the other side what they asked the candidate for (a referee, a partner).

    They must write to a person who has written before, from outside of every organisation that has.
    """
    sender = entry.message.sender
    if sender is None or entry.reading.sender_kind is not SenderKind.UNKNOWN or not _gives(entry):
        return False
    home = organisation_of(sender.address) or sender.address
    return (
        sender.address not in persons
        and home not in organisations
        and any(a.address in persons for a in entry.message.to)
    )


def _gives(entry: Entry) -> bool:
    return bool(entry.reading.acts & _GIVEN_BY_CANDIDATE) and not entry.reading.asks


def strangers(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the free-mail addresses to which the candidate wrote, that never wrote themselves: a friend, as a rule.

    Whom the candidate's first mail went to is none: an application may go to a recruiter's private address.
    """
    wrote = {entry.message.sender.address for entry in entries if entry.message.sender}
    first = {one.address for entry in entries[:1] for one in addresses(entry.message)}
    receivers = {one.address for entry in entries if entry.reading.from_candidate for one in addresses(entry.message)}
    return frozenset(one for one in receivers - wrote - first if shared_senders.kind_of(one) == "free_mail")


def addresses(message: Message) -> Iterable[Address]:
    """Yield everyone to whom a message was sent."""
    yield from message.to
    yield from message.cc
