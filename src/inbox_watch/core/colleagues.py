"""Mail of those who are known from a job's exchange: the contact, a colleague, somebody at the firm applied to.

The first mail of such a person comes in a thread of its own, and its few words may say little of a job. So who writes
decides together with plain words, fewer for the contact than for others of the organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from inbox_watch.core import shared_senders
from inbox_watch.core.bookings import capitalised
from inbox_watch.core.opportunity.sides import (
    is_no_person,
    labels_of,
    organisation_of,
    plain_name,
    writes_in_person,
)
from inbox_watch.core.spelling import squeeze, unquoted
from inbox_watch.core.types import Address, Message, Reading, SenderKind, Thread

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
# What somebody of the firm applied to says to a candidate, be it the first mail that they send.
_STEP = re.compile(
    r"\b(?:applications?|applied|applicants?|candidates?|candidacy|vacanc(?:y|ies)|interviews?|cv|resume|hiring"
    r"|recruit(?:er|ing|ment)|notice period|salary expectations?|phone screen|right to work"
    r"|(?:the|this|our|that) (?:[\w/&-]{1,20} ){0,3}?(?:role|position|job)|your (?:[\w/&-]{1,20} ){0,3}?role"
    r"|(?:offer|extend) (?:an offer to )?you\b|your (?:[\w-]{2,15} ){0,2}?(?:review|assessment|trial|referees?)"
    r"|your (?:experience|background|portfolio|case stud(?:y|ies)|profile) )"
)
# What the contact says of the next step: an offer, a contract, another talk.
_COURSE = re.compile(
    r"\b(?:offer\w{0,5}|job|roles?|positions?|post|hired?|contract|salary|start(?:ing)? date|(?:can|could) you start"
    r"|next (?:steps?|stage|round)|notice|portfolio|the team|join (?:us|our|the)|references?|referees?|feedback"
    r"|decision|our (?:call|talk|chat|conversation|meeting|appointment|time)"
    r"|(?:quick|short|intro|phone) (?:call|chat|talk)"
    r"|(?:a|\d{1,2}|half an|minutes?|hour) (?:\w{1,8} )?(?:call|chat|talk|conversation|hour|minutes?)\b"
    r"|reschedul\w{1,3}|available|availability|slots?|names|the (?:panel|board)|some(?:one|body) else"
    r"|a yes from|loved you|your passport|(?:zoom|teams|meeting|video) link)\b"
)
_CUSTOMER = re.compile(
    r"\b(?:invoices?|bills?|billing|meter|tariff|polic(?:y|ies)|premium|claims? number|orders?|parcel|delivery"
    r"|subscriptions?|refund|payments?|overdue|quotes?|quotation|renewal|warranty|repair|boiler|tenancy|rent|viewing"
    r"|account (?:number|manager)|customer (?:number|service|care)|newsletter|unsubscribe|webinar|discount"
    r"|electricity|gas supply|direct debit|fitter|open day|your (?:home|house|car|booking|stay|reservation|table)"
    r"|module|tuition|semester|exams?|enrol\w{0,5}|degree|school place"
    r"|vouchers?|tickets?|shipping|shipment|purchases?|basket|appointment card|complaint|membership"
    r"|salary (?:guide|survey|report)|market (?:report|update|insights?)|blog|podcast|open evening"
    r"|product demo|free trial|your (?:business|company's|organi[sz]ation's|customers)|pricing|our (?:product|platform)"
    r"|payslips?|payroll|timesheets?|rotas?|shift swap|annual leave|p45|p60|all staff|canteen"
    r"|birthday|party|dinner|drinks|wedding|kids|match|holiday photos?|football|church)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The other side's persons: by their organisation's domain, their names and addresses; from when until when.

    `people` are their addresses, private ones too; `firms` what the employers' names and domains are in one piece.
    """

    persons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    people: Mapping[str, Span] = field(default_factory=dict)
    firms: Mapping[str, Span] = field(default_factory=dict)


def may_be_one(message: Message, candidate: frozenset[str]) -> bool:
    """Say whether a mail may be that of a contact or a colleague: a person's, to the candidate, with words of a job."""
    if not _is_personal(message, candidate):
        return False
    told = _told(message)
    return any(one.search(told) for one in (_HANDS_OVER, _JOB, _STEP, _COURSE)) and _CUSTOMER.search(told) is None


def _is_personal(message: Message, candidate: frozenset[str]) -> bool:
    sender = message.sender
    if sender is None or sender.address in candidate or is_no_person(sender.address):
        return False
    if _house(sender.address) is None or not any(one.address in candidate for one in message.to):
        return False
    if len(message.to) + len(message.cc) > _MOST_RECEIVERS:
        return False
    submitted = (message.header("auto-submitted") or "no").strip().lower()
    precedence = (message.header("precedence") or "").strip().lower()
    is_list = message.header("list-unsubscribe") or message.header("list-id") or precedence in ("bulk", "list", "junk")
    return submitted.startswith("no") and not is_list


_MOST_RECEIVERS = 10


def _house(address: str) -> str | None:
    """Return an organisation's domain, or a private person's whole address; None where a platform sends."""
    home = organisation_of(address)
    return address if home is None and shared_senders.kind_of(address) == "free_mail" else home


def _told(message: Message) -> str:
    return unquoted(f"{message.subject[:300]}\n{message.text[:LONGEST_READ]}")


def known_in(mails: Iterable[tuple[Message, Reading]], candidate: frozenset[str]) -> Known:
    """Return the other side's persons in recruiting mails: those who wrote, and those to whom the candidate wrote."""
    persons: dict[str, dict[str, str]] = {}
    roles: dict[str, set[str]] = {}
    spans: dict[str, Span] = {}
    people: dict[str, Span] = {}
    firms: dict[str, Span] = {}
    for message, reading in mails:
        if not reading.recruiting or message.instant is None:
            continue
        _note(firms, _firms(message, reading, candidate), message.instant)
        _note(people, _writer(message, reading), message.instant)
        for one in _persons(message, reading, candidate):
            home = organisation_of(one.address)
            if home is None:
                continue
            persons.setdefault(home, {}).setdefault(_name(one), one.address)
            roles.setdefault(home, set()).update([reading.role.lower()] if reading.role and " " in reading.role else [])
            _note(spans, [home], message.instant)
            _note(firms, _known_as(home), message.instant)
    own = {home: frozenset(some) for home, some in roles.items()}
    return Known(persons=persons, roles=own, spans=spans, people=people, firms=firms)


def _writer(message: Message, reading: Reading) -> list[str]:
    """Return who surely writes as a recruiter or an employer; a friend to whom the candidate tells of it doesn't."""
    is_one = reading.sender_kind in (SenderKind.AGENCY, SenderKind.EMPLOYER) and reading.score >= _SURE
    return [message.sender.address] if message.sender and is_one and writes_in_person(reading) else []


_SURE = 0.8


def _note(spans: dict[str, Span], names: Iterable[str], moment: datetime) -> None:
    for name in names:
        former = spans.get(name, (moment, moment))
        spans[name] = min(former[0], moment), max(former[1], moment)


def _firms(message: Message, reading: Reading, candidate: frozenset[str]) -> frozenset[str]:
    """Return the employer's name in one piece, whole and its beginnings, where a platform or program writes for it."""
    if not _is_for_another(message, candidate):
        return frozenset()
    words = [squeeze(word) for word in (reading.company or "").split()[:6]]
    names = ("".join(words[: count + 1]) for count in range(len(words)))
    home = organisation_of(message.sender.address) if message.sender else None
    return frozenset(name for name in names if len(name) > 4) | (_known_as(home) if home else frozenset())


def _known_as(home: str) -> frozenset[str]:
    """Return by what an organisation's domain is known: itself, and its name as a part of others of its domains.

    The same name under another ending ("acme.com" and "acme.org") is somebody else's.
    """
    return frozenset({home, *(f"part {label}" for label in labels_of(home))})


def _may_be_known_as(home: str) -> frozenset[str]:
    labels = labels_of(home)
    whole = home.partition(".")[0].replace("-", "")
    return labels | {home} | {f"part {label}" for label in labels - {whole}}


def _is_for_another(message: Message, candidate: frozenset[str]) -> bool:
    sender = message.sender
    if sender is None or sender.address in candidate:
        return False
    return is_no_person(sender.address) or organisation_of(sender.address) is None


def _own_labels(message: Message) -> frozenset[str]:
    home = organisation_of(message.sender.address) if message.sender else None
    return labels_of(home) if home else frozenset()


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


def is_known_sender(message: Message, known: Known, candidate: frozenset[str]) -> bool:
    """Say whether a contact writes of the next step, or somebody of the firm applied to of an application.

    A shop's bill and an employer's rota are neither, nor is mail to many; nor what comes long after the exchange.
    """
    sender = message.sender
    if sender is None or not may_be_one(message, candidate):
        return False
    home = organisation_of(sender.address)
    own = [one for address in candidate if (one := organisation_of(address))]
    if home is not None and any(labels_of(home) & labels_of(one) for one in own):
        return False
    told = _told(message)
    if sender.address in known.people and is_near(message, known.people[sender.address]):
        return any(one.search(told) for one in (_JOB, _STEP, _COURSE))
    names = _may_be_known_as(home) & known.firms.keys() if home else frozenset[str]()
    if home is None or not any(is_near(message, known.firms[name]) for name in names):
        return False
    return _STEP.search(told) is not None or (home not in known.spans and _asks_to_talk(told, labels_of(home)))


def _asks_to_talk(told: str, firms: Iterable[str]) -> bool:
    """Say whether a mail of the firm, which names it, asks for a first talk: its recruiter rarely says of what."""
    return _TALK.search(told) is not None and any(firm in squeeze(told) for firm in firms)


_TALK = re.compile(
    r"\b(?:are you (?:free|available)|(?:call|chat|talk|speak|conversation|\d{1,2} minutes)\b[^.!?]{0,40}"
    r"\b(?:(?:mon|tues|wednes|thurs|fri)day|tomorrow|next week|this week))\b"
)


def tied(threads: Sequence[Thread], found: Mapping[str, Reading], candidate: frozenset[str]) -> frozenset[str]:
    """Return the keys of the mails, not yet known as recruiting, that known senders and their colleagues write.

    What the same person goes on to write in such a thread is tied with it.
    """
    late = [
        m for thread in threads for m in thread.messages if not found[m.key].recruiting and may_be_one(m, candidate)
    ]
    if not late:
        return frozenset()
    known = known_in(((m, found[m.key]) for thread in threads for m in thread.messages), candidate)
    keys = {m.key for m in late if named_by(m, known, candidate) or is_known_sender(m, known, candidate)}
    return frozenset(keys).union(*(_going_on(thread, keys, found, candidate) for thread in threads if keys))


def _going_on(
    thread: Thread, keys: set[str], found: Mapping[str, Reading], candidate: frozenset[str]
) -> frozenset[str]:
    """Return the later mails of those who wrote a tied mail in this thread."""
    writers: set[str] = set()
    more: set[str] = set()
    for message in thread.messages:
        sender = message.sender.address if message.sender else ""
        if message.key in keys:
            writers.add(sender)
        elif sender in writers and not found[message.key].recruiting and _is_personal(message, candidate):
            more.add(message.key)
    return frozenset(more)


def houses_of(message: Message, candidate: frozenset[str]) -> frozenset[str]:
    """Return by what the exchange is known to which a mail may belong: the firm's name in one piece, or an address.

    A person's is that of their domain; the candidate's, that of whom they write to; a platform's, what it names. None
    is the candidate's own.
    """
    sender = message.sender
    if sender is None or message.header("list-unsubscribe"):
        return frozenset()
    own = {organisation_of(one) for one in candidate}
    every = [*message.to, *message.cc][:_MOST_RECEIVERS] if sender.address in candidate else [sender]
    homes = [home for one in every if not is_no_person(one.address) and (home := _house(one.address))]
    found = frozenset(
        name for home in homes if home not in own for name in ([home] if "@" in home else labels_of(home))
    )
    return found - candidate


def houses_named(message: Message, candidate: frozenset[str]) -> frozenset[str]:
    """Return the names, in one piece, of all that a platform's or a program's mail may have been written for."""
    if not _is_for_another(message, candidate):
        return frozenset()
    told = f"{message.sender.name if message.sender else ''}\n{message.subject[:300]}\n{message.text[:LONGEST_READ]}"
    return frozenset(squeeze(one) for one in capitalised(told)) | _own_labels(message)
