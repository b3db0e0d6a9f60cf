"""Mail of a colleague who takes a job's exchange over, or helps with it: of the contact's domain, and naming them.

The first mail of such a colleague comes in a thread of its own, and its few words may say little of a job.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from inbox_watch.core.opportunity.sides import is_no_person, organisation_of, plain_name, writes_in_person
from inbox_watch.core.spelling import unquoted
from inbox_watch.core.types import Address, Message, Reading, Thread

LONGEST_PAUSE = timedelta(days=90)
"""So long after an exchange's last mail a colleague may take it over."""
LONGEST_READ = 3000
Span = tuple[datetime, datetime]

_HANDS_OVER = re.compile(
    r"\b(?:tak(?:e|es|en|ing) over|took over|cover(?:s|ing|ed)? for|stand(?:s|ing)? in for|fill(?:s|ing)? in for"
    r"|step(?:s|ping|ped)? in for|hand(?:ed|s|ing) (?:\w{1,14} ){0,4}?(?:over|to me)"
    r"|pass(?:ed|es|ing) (?:\w{1,14} ){0,4}?(?:on )?to me|(?:new|your|the) (?:point of )?contact"
    r"|(?:in|during) (?:his|her|their|\w{2,20}'s) absence"
    r"|(?:in place|instead|on behalf) of|look(?:s|ing)? after (?:your|his|her|their|\w{2,20}'s)"
    r"|deputi[sz](?:e|es|ing) for|has left|have left|left the (?:company|firm|team)"
    r"|is (?:away|on (?:\w{2,12} )?leave|on holiday|off sick|ill|unwell|out of (?:the )?office)"
    r"|asked me to|(?:i work|working|work together) with|my colleague|a colleague of|works? in my team"
    r"|(?:his|her|their) (?:colleague|assistant|manager|deputy|successor)|(?:assistant|successor|deputy) (?:of|to))\b"
)
_JOB = re.compile(
    r"\b(?:applications?|applied|applicant|candidate|candidacy|roles?|positions?|vacanc(?:y|ies)|interview\w{0,3}|cv"
    r"|references?|referees?|hiring|recruit\w{0,6}|notice period|salary expectations?|screening|assessment)\b"
)
_CUSTOMER = re.compile(
    r"\b(?:invoices?|bills?|billing|meter|tariff|polic(?:y|ies)|premium|claims? number|orders?|parcel|delivery"
    r"|subscriptions?|refund|payments?|overdue|quotes?|quotation|renewal|warranty|repair|boiler|tenancy|rent|viewing"
    r"|account (?:number|manager)|customer (?:number|service)|newsletter|unsubscribe|webinar|discount)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The other side's persons: by their organisation's domain, their names and addresses; from when until when."""

    persons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)


def may_be_one(message: Message, candidate: frozenset[str]) -> bool:
    """Say whether a mail may be a colleague's: a person's, to the candidate, about a job or somebody's absence."""
    sender = message.sender
    if sender is None or sender.address in candidate or is_no_person(sender.address):
        return False
    if organisation_of(sender.address) is None or not any(one.address in candidate for one in message.to):
        return False
    submitted = (message.header("auto-submitted") or "no").strip().lower()
    if not submitted.startswith("no") or message.header("list-unsubscribe") or message.header("list-id"):
        return False
    told = _told(message)
    return (_HANDS_OVER.search(told) or _JOB.search(told)) is not None and _CUSTOMER.search(told) is None


def _told(message: Message) -> str:
    return unquoted(f"{message.subject[:300]}\n{message.text[:LONGEST_READ]}")


def known_in(mails: Iterable[tuple[Message, Reading]], candidate: frozenset[str]) -> Known:
    """Return the other side's persons in recruiting mails: those who wrote, and those to whom the candidate wrote."""
    persons: dict[str, dict[str, str]] = {}
    roles: dict[str, set[str]] = {}
    spans: dict[str, Span] = {}
    for message, reading in mails:
        for one in _persons(message, reading, candidate) if reading.recruiting else ():
            home = organisation_of(one.address)
            if home is None or message.instant is None:
                continue
            persons.setdefault(home, {}).setdefault(_name(one), one.address)
            roles.setdefault(home, set()).update([reading.role.lower()] if reading.role and " " in reading.role else [])
            former = spans.get(home, (message.instant, message.instant))
            spans[home] = min(former[0], message.instant), max(former[1], message.instant)
    return Known(persons=persons, roles={home: frozenset(own) for home, own in roles.items()}, spans=spans)


def _persons(message: Message, reading: Reading, candidate: frozenset[str]) -> list[Address]:
    if reading.from_candidate:
        every = [*message.to, *message.cc] if len(message.to) + len(message.cc) <= 10 else []
    else:
        every = [message.sender] if message.sender and writes_in_person(reading) else []
    return [one for one in every if one.address not in candidate and not is_no_person(one.address)]


def _name(address: Address) -> str:
    """Return a person's name in lower case; where none is written, as the address spells it ("tessa.boyd@")."""
    return plain_name(address.name).lower() or re.sub(r"[._-]+", " ", address.address.partition("@")[0])


def named_by(message: Message, known: Known, candidate: frozenset[str]) -> frozenset[str]:
    """Return the addresses of the known persons whom a colleague's mail names; empty where it is no such mail.

    By full name, or by first name where it hands over; where none is named, but the role is, all of that domain's.
    """
    sender = message.sender
    home = organisation_of(sender.address) if sender else None
    if sender is None or home is None:
        return frozenset()
    others = {name: address for name, address in known.persons.get(home, {}).items() if address != sender.address}
    if not others or not may_be_one(message, candidate):
        return frozenset()
    if home in {organisation_of(one) for one in candidate} or not is_near(message, known.spans[home]):
        return frozenset()
    told = _told(message)
    is_handed_over = _HANDS_OVER.search(told) is not None
    named = {
        address
        for name, address in others.items()
        if (" " in name and _holds(told, name)) or (is_handed_over and _holds(told, name.partition(" ")[0]))
    }
    if not named and _JOB.search(told) and any(role in told for role in known.roles.get(home, ())):
        named = set(others.values())
    return frozenset(named)


def _holds(told: str, name: str) -> bool:
    # The plain look comes first: to make a pattern of every name costs far more.
    return len(name) > 2 and name in told and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) is not None


def is_near(message: Message, span: Span, longest_pause: timedelta = LONGEST_PAUSE) -> bool:
    """Say whether a mail was written while an exchange ran, or no longer than a pause after it."""
    return message.instant is not None and span[0] <= message.instant <= span[1] + longest_pause


def tied(threads: Sequence[Thread], found: Mapping[str, Reading], candidate: frozenset[str]) -> frozenset[str]:
    """Return the keys of the mails, not yet known as recruiting, by which a colleague takes an exchange over."""
    late = [
        m for thread in threads for m in thread.messages if not found[m.key].recruiting and may_be_one(m, candidate)
    ]
    mails = ((m, found[m.key]) for thread in threads for m in thread.messages) if late else ()
    known = known_in(mails, candidate)
    return frozenset(m.key for m in late if named_by(m, known, candidate))


def homes_of(message: Message, candidate: frozenset[str]) -> frozenset[str]:
    """Return the organisations' domains from which a person writes, or to which the candidate does; not their own."""
    sender = message.sender
    if sender is None or is_no_person(sender.address) or message.header("list-unsubscribe"):
        return frozenset()
    every = [*message.to, *message.cc][:10] if sender.address in candidate else [sender]
    homes = {home for one in every if (home := organisation_of(one.address))}
    return frozenset(homes - {organisation_of(one) for one in candidate})
