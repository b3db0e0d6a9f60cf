"""What ties a thread to others: people, organisations, company and role, job numbers, invitations, meeting links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from inbox_watch.core import shared_senders
from inbox_watch.core.bookings import ADDRESS
from inbox_watch.core.opportunity.naming import (
    before_turn,
    best_company,
    best_role,
    normal_company,
    normal_role,
    turned_role,
)
from inbox_watch.core.opportunity.sides import (
    Side,
    addresses,
    answer_address,
    labels_of,
    may_be_person,
    moment_of,
    organisation_of,
    plain_name,
    sides_of,
    strangers,
    writes_in_person,
)
from inbox_watch.core.reading.names import ROLE_HEADS
from inbox_watch.core.types import Act, AppointmentStatus, Entry, Message, Reading, SenderKind, Thread

LONGEST_TEXT = 20_000
_REQUISITION = re.compile(
    r"\b(?:requisition|req|job|position|vacancy|posting|reference|ref|stellen|kennziffer|referenz)"
    r"[ .:#-]{0,3}(?:id|no|nr|number|nummer)?[ .:#-]{0,3}\(?#?([a-z]{0,5}[-_]?\d{4,12}(?:[-_]\d{1,8})?)\b"
)
# "Grid Analyst (R-10442)", "JR20031 | Nurse", "Planner #55120": no word says what it is, but its letters do.
_NUMBER = re.compile(r"\d(?<!\d\d)\d{3,9}(?![\w@/-]|\.\d)")
LONGEST_MARK = 8
_BEHIND_MARK = re.compile(r"(?<![\w./-])(?:#\s?|(?:r|jr|jreq|req|rq|pr|jo|job|jid|vac)[-_]?)\Z")
# "219-CC-4471" in a subject, or behind a word for a job number; a date ("12-jan-2026") is none.
_MIXED = re.compile(
    r"\d(?<![\w./-]\d)\d{1,4}-(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez)[a-z]{0,6}-)"
    r"[a-z]{2,5}-\d{3,8}(?![\w@/-])"
)
_BEHIND_WORD = re.compile(
    r"\b(?:requisition|req|job|position|vacancy|posting|reference|ref)[ .:#-]{0,3}(?:id|no|nr|number)?[ .:#-]{0,3}$"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz-_"
_REQUISITION_WORDS = ("req", "job", "position", "vacancy", "posting", "ref", "stellen", "kennziffer")
# Who is named by a platform's mail is few; a long list of addresses is no host.
MOST_NAMED = 5
_FOUR_DIGITS = re.compile(r"\d{4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LINK = re.compile(
    r"https?://(?:[\w-]{1,60}\.){0,3}(?:zoom\.us/[jw]/\d{6,15}|meet\.google\.com/[a-z]{3}-[a-z]{3,5}-[a-z]{3}"
    r"|teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/[\w%.@-]{6,200}|whereby\.com/[\w-]{3,80}"
    r"|webex\.com/[\w./-]{3,120})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[+#]{1,2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The evidence in one thread. `role` and `company` are normalised words, empty where unknown."""

    thread: Thread
    first: datetime | None
    last: datetime | None
    company: str
    role: frozenset[str]
    companies: frozenset[str]
    shorter: frozenset[str]
    people: frozenset[str]
    organisations: frozenset[str]
    agencies: frozenset[str]
    requisitions: frozenset[str]
    numbers: frozenset[str]
    invitations: frozenset[str]
    hours: frozenset[str]
    links: frozenset[str]
    hosts: frozenset[str]
    labels: frozenset[str]
    slots: frozenset[str]
    subject: str
    is_approach: bool
    tests: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    bookings: frozenset[str] = frozenset()


def clues_of(thread: Thread, entries: Sequence[Entry], candidate: frozenset[str]) -> Clues:
    """Return what ties this thread to others. `entries` are its messages, in the order of time."""
    moments = [moment for entry in entries if (moment := moment_of(entry.message))]
    people = _people(entries, candidate)
    own = {organisation_of(address) for address in candidate}
    organisations = frozenset(home for person in people if (home := organisation_of(person)) and home not in own)
    agencies = _agencies(entries)
    company = best_company(entries)
    role = normal_role(best_role(before_turn(entries)) or "")
    readings = [entry.reading for entry in entries]
    homes = _homes(entries)
    return Clues(
        thread=thread,
        first=min(moments, default=None),
        last=max(moments, default=None),
        company=normal_company(company or ""),
        role=role,
        companies=_companies(company, (organisations | homes) - agencies - own),
        shorter=_shorter(company or ""),
        people=people,
        organisations=organisations,
        agencies=agencies,
        requisitions=frozenset(one for entry in entries for one in _requisitions(entry.message)),
        numbers=frozenset(one for entry in entries for one in _bare_numbers(entry.message.subject[:300])),
        invitations=frozenset(
            [event.uid for entry in entries for event in entry.message.events if event.uid]
            + [one.uid for reading in readings for one in reading.appointments if one.uid]
        ),
        hours=frozenset(one for entry in entries for one in _hours(entry)),
        links=frozenset(one for entry in entries for one in _links(entry.message)),
        hosts=frozenset(name for entry in entries for name in _hosts(entry.message)),
        labels=frozenset(label for home in homes for label in labels_of(home)),
        slots=_slots(readings, role),
        subject=" ".join(_WORD.findall(thread.subject.lower()[:300])),
        is_approach=bool(entries) and _approaches(entries[0]),
        turned=normal_role(turned_role(entries) or ""),
    )


_HOST = re.compile(r"\bwith ([A-Z][\w'-]{1,30} [A-Z][\w'-]{1,30})")


def _hosts(message: Message) -> list[str]:
    """Return whom a scheduler's mail says one will meet ("Intro call with Dana Reed"), in lower case."""
    if message.sender is None or shared_senders.kind_of(message.sender.address) != "scheduler":
        return []
    return [name.lower() for name in _HOST.findall(f"{message.subject[:500]}\n{message.text[:2000]}")[:MOST_NAMED]]


def with_hosts(clues: Sequence[Clues], entries: Sequence[Entry]) -> list[Clues]:
    """Return the clues with a scheduler's hosts among the people, where just one person who writes has that name."""
    wanted = {name for one in clues for name in one.hosts}
    found: dict[str, set[str]] = {}
    for entry in entries if wanted else ():
        sender = entry.message.sender
        if sender and writes_in_person(entry.reading) and (name := plain_name(sender.name).lower()) in wanted:
            found.setdefault(name, set()).add(sender.address)
    known = {name: addresses for name, addresses in found.items() if len(addresses) == 1}
    return [
        replace(one, people=one.people.union(*(known.get(name, ()) for name in one.hosts))) if one.hosts else one
        for one in clues
    ]


def _approaches(entry: Entry) -> bool:
    return Act.APPROACHES in entry.reading.acts or any(ask.is_approach for ask in entry.reading.asks)


def _people(entries: Sequence[Entry], candidate: frozenset[str]) -> frozenset[str]:
    """Return the other side's persons: those who wrote, and those to whom the candidate wrote. No program."""
    found: set[str] = set()
    for entry, side in zip(entries, sides_of(entries), strict=True):
        if side is Side.CANDIDATE and len(entry.message.to) + len(entry.message.cc) <= 10:
            found.update(address.address for address in addresses(entry.message))
        elif not entry.reading.from_candidate and not entry.reading.is_bulk:
            answer = answer_address(entry.message, wrote_in_person=writes_in_person(entry.reading))
            found.update({answer.address} if answer else ())
            found.update(_named_by_platform(entry) if side is Side.PROGRAM else ())
    return frozenset(one for one in found - candidate - strangers(entries) if may_be_person(one))


def _named_by_platform(entry: Entry) -> frozenset[str]:
    """Return the persons for whom a platform writes: the host of its invitation, the addresses in its text."""
    organizers = [event.organizer.address for event in entry.message.events[:20] if event.organizer]
    told = ADDRESS.findall(entry.message.text[:LONGEST_TEXT].lower())[:MOST_NAMED]
    return frozenset((*organizers, *told))


def _agencies(entries: Sequence[Entry]) -> frozenset[str]:
    return frozenset(
        home
        for entry in entries
        if entry.reading.sender_kind is SenderKind.AGENCY and entry.message.sender
        if (home := organisation_of(entry.message.sender.address))
    )


def _homes(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the organisations' domains from which the other side writes, be it by a program."""
    theirs = [one.message.sender for one in entries if not one.reading.from_candidate and not one.reading.is_bulk]
    return frozenset(home for sender in theirs if sender and (home := organisation_of(sender.address)))


def _slots(readings: Sequence[Reading], role: frozenset[str]) -> frozenset[str]:
    """Return when something is set for this role: nobody has two interviews for one title at the same time."""
    starts = {one.start for reading in readings for one in reading.appointments}
    words = " ".join(sorted(role))
    return frozenset(f"{start.astimezone(UTC).isoformat()} {words}" for start in starts if role)


def _companies(company: str | None, organisations: frozenset[str]) -> frozenset[str]:
    """Return the names by which the employer is known here: the one read, and those in its own domains."""
    names = {normal_company(company or "")}
    names.update(normal_company(home.partition(".")[0].replace("-", " ")) for home in organisations)
    names.update(label for home in organisations for label in labels_of(home))
    return frozenset(name for name in names if len(name) > 1)


def _shorter(company: str) -> frozenset[str]:
    """Return the beginnings of a long name, of two words and more: "Maple & Main" of "Maple & Main Square One"."""
    words = company.split()[:8]
    names = (" ".join(words[:count]) for count in range(2, len(words)) if words[count - 1][:1].isupper())
    return frozenset(normal_company(name) for name in names)


def _requisitions(message: Message) -> list[str]:
    """Return the job numbers that a mail names: behind a word for one, or with letters in subject or first lines."""
    text = (message.subject[:500] + "\n" + message.text[:LONGEST_TEXT]).lower()
    if not _FOUR_DIGITS.search(text):
        return []  # most mails end here, at a tenth of the cost
    found: list[str] = []
    if any(word in text for word in _REQUISITION_WORDS):
        found = [match.group(1) for match in _REQUISITION.finditer(text)]
    numbers = [number.lstrip(_LETTERS) for number in (*found, *_marked(text[:2000]))]  # "R-10442" is 10442
    return [number for number in numbers if not _YEAR.fullmatch(number)] + _mixed(text, len(message.subject[:500]))


def _marked(text: str) -> list[str]:
    """Return the numbers right behind a mark for a job's: "#10442", "jr_10442"."""
    return [
        match.group()
        for match in _NUMBER.finditer(text)
        if _BEHIND_MARK.search(text, max(0, match.start() - LONGEST_MARK), match.start())
    ]


def _mixed(text: str, subject: int) -> list[str]:
    """Return the job numbers of digits and letters: those within the subject, and behind a word for one."""
    return [
        match.group(0)
        for match in _MIXED.finditer(text)
        if match.start() < subject or _BEHIND_WORD.search(text[max(0, match.start() - 30) : match.start()])
    ]


# "387221 - Policy Adviser", "Stores Clerk (55821)", "Ref 2026/118": a piece of a subject, or behind a role.
_BARE_NUMBER = re.compile(
    r"(?<![\w./,:€£$+-])(?:(?!20\d\d[01]\d[0-3]\d\b)\d{5,9}|20\d\d/\d{3,6}|\d{3,6}/20\d\d)"
    r"(?![\w%€£$/]|[.,:]\d| ?(?:eur|usd|gbp|k)\b)"
)
# "LIB204", "ENG-17": capitals and figures; a standard, a month, a sum and a quarter look alike.
_LETTERED = re.compile(
    r"\b(?!(?:ISO|IFRS|IAS|IEC|COVID|RFC|UTC|GMT|BST|CET|CV|FY|KW|USD|EUR|GBP|AUD|NZD|CAD|SGD|INR|AED|BS|EN|AZ|MS"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|OFFICE|ROOM|TOP|PART|DAY|YEAR|WEB|VERSION)-?\d)"
    r"[A-Z]{2,6}[-/]?\d{2,5}\b"
)
_PIECE_BEGINS = re.compile(r"(?:^|[|(\[#:,–—-]|\b(?:ref|reference|no|nr|number)\.?:?) ?#?$", re.IGNORECASE)
_PIECE_ENDS = re.compile(r" ?(?:$|[|)\]:,;–—-])")


def _bare_numbers(subject: str) -> list[str]:
    """Return the numbers in a subject that may be a job's though no word says so; no year, no sum, no round one."""
    lettered = [found.group().lower() for found in _LETTERED.finditer(subject)]
    return lettered + [
        found.group()
        for found in _BARE_NUMBER.finditer(subject)
        if _PIECE_ENDS.match(subject, found.end())
        and (_PIECE_BEGINS.search(subject[: found.start()]) or _BEHIND_ROLE.search(subject[: found.start()]))
        and not found.group().endswith("000")
        and not _OF_ANOTHER.search(subject[: found.start()])
    ]


_OF_ANOTHER = re.compile(
    r"(?:meeting|candidate|applicant|order|invoice|ticket|case|pass|code|pin|room|tel|phone)(?: ?(?:id|no|nr|number))?"
    r"[.: #(-]{0,3}$",
    re.IGNORECASE,
)
_BEHIND_ROLE = re.compile(rf"(?i)(?:\b(?:{ROLE_HEADS})|\)) $")


def _hours(entry: Entry) -> list[str]:
    """Return when this mail's sender, or who invites, meets the candidate: the person and the hour of each time."""
    message, reading = entry.message, entry.reading
    if reading.from_candidate or message.sender is None or not may_be_person(message.sender.address):
        return []
    starts = {one.start for one in reading.appointments if one.status is not AppointmentStatus.CANCELLED}
    hosts = {event.organizer.address for event in message.events[:20] if event.organizer} or {message.sender.address}
    return [f"{host} {start.astimezone(UTC).isoformat()}" for host in hosts for start in starts]


def _links(message: Message) -> list[str]:
    places = "\n".join(event.location[:500] for event in message.events[:20])
    text = message.text[:LONGEST_TEXT] + "\n" + places
    return [match.group(0).lower() for match in _LINK.finditer(text)] if "://" in text else []
