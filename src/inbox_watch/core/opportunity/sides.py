"""Who speaks in each message: the candidate's side, a person on the other side, or a program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from inbox_watch.core import shared_senders
from inbox_watch.core.spelling import unquoted
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


@lru_cache(maxsize=65_536)
def is_no_person(address: str) -> bool:
    """Say whether the local part of an address says that nobody reads what is sent there."""
    return bool(_NO_PERSON.match(address.partition("@")[0].lower()[:140]))


def may_be_person(address: str) -> bool:
    """Say whether an address may be a private person's or an organisation's own: no program's, and no platform's."""
    return not is_no_person(address) and shared_senders.kind_of(address) in (None, "free_mail")


def is_reachable(address: str, *, wrote_in_person: bool) -> bool:
    """Say whether a mail to this address reaches a person.

    A platform's relay does only where a person has written through it (`wrote_in_person`).
    """
    if address in _RELAYED:
        return True
    if is_no_person(address):
        return False
    return wrote_in_person or shared_senders.kind_of(address) not in _RELAYS


@lru_cache(maxsize=65_536)
def organisation_of(address: str) -> str | None:
    """Return the registrable domain of the organisation behind an address, None where many share it."""
    domain = shared_senders.domain_of(address)
    return domain if domain and not shared_senders.is_shared(address) else None


@lru_cache(maxsize=65_536)
def labels_of(home: str) -> frozenset[str]:
    """Return the names that an organisation's domain may stand for, in one piece: "interviews-lumen.com" is Lumen's."""
    label = home.partition(".")[0]
    whole = label.replace("-", "")
    parts = [part for part in label.split("-") if len(part) > 3 and part not in _NO_NAMES]
    short = _ENDING.sub("", whole)
    names = {whole, short if len(short) > 3 else whole, *(parts if len(parts) == 1 else ())}
    return frozenset(name for name in names if len(name) > 3)


_NO_NAMES = frozenset(
    {"careers", "career", "interviews", "interview", "recruiting", "recruitment", "talent", "scheduling"}
)
_NO_NAMES |= {"people", "hiring", "jobs", "mail", "team", "group", "work"}
_ENDING = re.compile(r"(?:hq|app|inc|ltd|gmbh|group|careers|jobs|talent|recruiting|hiring)$")


def writes_in_person(reading: Reading) -> bool:
    """Say whether a person, not a program, wrote this message to this reader."""
    return not (reading.is_automatic or reading.is_bulk or reading.sender_kind is SenderKind.PLATFORM)


def went_to_many(reading: Reading) -> bool:
    """Say whether a message speaks to nobody in particular: a platform's mail has bulk headers, and means this one."""
    return reading.is_bulk and reading.sender_kind is not SenderKind.PLATFORM


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> str:
    """Return a person's name without the platform that carries the mail: "Greta Holm via LinkedIn" is Greta Holm."""
    return _VIA.sub("", name).strip() or name


_VIA = re.compile(r"\s{1,3}(?:via|through) [^<>()]{2,40}$", re.IGNORECASE)


def answer_address(message: Message, *, wrote_in_person: bool) -> Address | None:
    """Return where the sender of a message can be answered: Reply-To where their own address is a dead end."""
    sender = message.sender
    if sender is not None and is_reachable(sender.address, wrote_in_person=wrote_in_person):
        name = plain_name(sender.name)
        return sender if name == sender.name else replace(sender, name=name)
    for other in message.reply_to:
        if is_reachable(other.address, wrote_in_person=False):
            return Address(name=plain_name(other.name or (sender.name if sender else "")), address=other.address)
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
    """Say whether somebody else answers for the candidate, or gives what was asked for (a referee, a partner).

    They must write to a person who has written before, from outside of every organisation that has.
    """
    sender = entry.message.sender
    if sender is None or not any(one.address in persons for one in entry.message.to):
        return False
    home = organisation_of(sender.address) or sender.address
    if sender.address in persons or home in organisations:
        return False
    return _gives(entry) or _says_for_whom(entry.message)


def _gives(entry: Entry) -> bool:
    return bool(entry.reading.acts & _GIVEN_BY_CANDIDATE) and not entry.reading.asks


_FOR_WHOM = re.compile(
    r"\bon behalf of|\b(?:answer(?:ing)?|reply(?:ing)?|respond(?:ing)?|writ(?:e|ing)|get(?:ting)? back to you)"
    r" (?:\w{1,10} )?(?:for|instead of|in place of)\b|\b(?:asked|begged) me to (?:answer|reply|respond|write"
    r"|tell you|let you know)|\bin (?:his|her|their) (?:name|place|stead|absence)\b"
)


def _says_for_whom(message: Message) -> bool:
    """Say whether the sender writes for somebody else: "I am answering for Sam, who is in hospital"."""
    return _FOR_WHOM.search(unquoted(message.text[:3000])) is not None


def strangers(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the addresses to which the candidate wrote that aren't of the other side: a friend's, as a rule.

    A stranger never wrote, is named in none of the other side's mails, and belongs to no organisation of theirs. While
    only an agency has written, anybody may be the employer, but whom its mail was merely forwarded to. Whom the
    candidate's first mail went to is none: an application may go to a recruiter's private address.
    """
    first = {one.address for entry in entries[:1] for one in addresses(entry.message)}
    own = [entry for entry in entries if entry.reading.from_candidate]
    theirs = [entry for entry in entries if not entry.reading.from_candidate]
    unknown = {one.address for entry in own for one in addresses(entry.message)} - first - _known_to(theirs)
    if not unknown:
        return frozenset()
    addressed = {
        one.address for entry in own if not FORWARDED.match(entry.message.subject) for one in addresses(entry.message)
    }
    homes = {home for entry in theirs for one in _senders(entry.message) if (home := organisation_of(one))}
    is_employer_known = any(entry.reading.sender_kind is SenderKind.EMPLOYER for entry in theirs)
    return frozenset(
        one
        for one in unknown
        if _is_stranger(one, homes, theirs, may_be_employer=one in addressed and not is_employer_known)
    )


FORWARDED = re.compile(r"\s{0,3}(?:fwd?|wg|tr|rv)\s?:", re.IGNORECASE)


def _known_to(theirs: Sequence[Entry]) -> set[str]:
    known = {address for entry in theirs for address in _senders(entry.message)}
    known.update(one.address for entry in theirs for one in addresses(entry.message))
    return known | {
        one.address for entry in theirs for appointment in entry.reading.appointments for one in appointment.with_
    }


def _senders(message: Message) -> list[str]:
    return [one.address for one in (*((message.sender,) if message.sender else ()), *message.reply_to)]


def _is_stranger(address: str, homes: set[str], theirs: Sequence[Entry], *, may_be_employer: bool) -> bool:
    """Say whether an address that nobody wrote from is outside of their organisations, company and words."""
    home = organisation_of(address)
    if home is not None and (may_be_employer or not homes or home in homes):
        return False
    label = (home or "").partition(".")[0].replace("-", "")
    companies = {"".join(entry.reading.company.lower().split()) for entry in theirs if entry.reading.company}
    if label and any(one.startswith(label) or label.startswith(one) for one in companies if len(one) > 2):
        return False
    return not any(address in entry.message.text[:20_000].lower() for entry in theirs)


def addresses(message: Message) -> Iterable[Address]:
    """Yield everyone to whom a message was sent."""
    yield from message.to
    yield from message.cc
