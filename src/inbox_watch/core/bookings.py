"""Mail by which a scheduling platform tells of a call: booked, moved or cancelled. Whose call it is, it only names.

Such a platform may have any domain, and writes for recruiters, dentists and friends alike. So it is known by its
words and by who sends it, and never says by itself that a mail is about a job.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from inbox_watch.core import shared_senders
from inbox_watch.core.spelling import flat, plain, squeeze
from inbox_watch.core.types import ActionKind, Message, Reading

LONGEST_READ = 3000
MOST_NAMED = 8
ARRANGES = frozenset({ActionKind.SEND_AVAILABILITY, ActionKind.CONFIRM})
"""Asks by which a meeting is arranged."""


class Notice(StrEnum):
    """What a scheduling platform tells of a call."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"


_LOCAL = re.compile(
    r"^(?:[a-z0-9]{1,30}[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|notif(?:y|ications?)|schedul(?:e|er|ing)"
    r"|calendar|bookings?|appointments?|invit(?:e|es|ations?)|meetings?|events?|confirmations?|reminders?|mailer)"
    r"(?:[-_.+].{0,100})?$"
)
_VIA = re.compile(
    r"\s(?:via|through) [^<>()]{2,40}$|\([^()]{0,30}(?:calendar|bookings?|schedul\w{1,4})\)$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"^(?:(?:kind|best|warm|many)? ?(?:regards|wishes)|best|cheers|thanks|all the best|sincerely|yours)\b.{0,12}\n",
    re.IGNORECASE | re.MULTILINE,
)

_EVENT = (
    r"(?:calls?|meetings?|events?|interviews?|chats?|(?:phone |pre-?)?screen(?:ing)?s?|appointments?|bookings?"
    r"|slots?|sessions?"
    r"|conversations?|intro|introduction|assessment)"
)
_STATE = (
    r"(?:confirmed|accepted|booked|(?:re-?)?scheduled|arranged|cancell?ed|called off|moved|changed|updated|reserved"
    r"|all set)"
)
_TELLS = re.compile(
    rf"\b{_EVENT}\b[^.!?\n]{{0,140}}?\b(?<!to be )(?<!will be ){_STATE}\b"
    rf"|\b(?<!to be )(?<!will be ){_STATE}\b[^.!?\n]{{0,80}}?\b{_EVENT}\b"
    rf"|\b(?:booking|appointment|interview|event|meeting|call|session|schedul\w{{1,4}}) "
    rf"(?:confirmation|cancellation|reminder|details|update)\b"
    rf"|\b(?:upcoming|new|updated?|reminder(?: of| about| for)?:?)(?: your)? {_EVENT}\b"
    rf"|\byou(?:'re| are|'ve been| have been| have)(?: all)? (?:booked|scheduled|confirmed|set)\b"
)
_SUBJECT = re.compile(
    r"\b(?:is|are) (?:now )?(?:booked|confirmed|scheduled)\b|"
    r"^(?:(?:re|fwd?): ?)?(?:(?:booking |now )?(?:confirmed|accepted|scheduled|booked|rescheduled|cancell?ed"
    r"|canceled|moved"
    r"|updated|reminder|new event|new booking)\b|invitation:|updated invitation)"
)
_DECIDES = re.compile(
    r"\b(?:(?:position|role|vacancy|job) (?:has been|has now been|is|was) (?:now )?(?:filled|closed|withdrawn)"
    r"|unsuccessful|withdr[ae]wn?|withdrawal|withdrawing|rescind\w{0,3}|(?:contingent|job|our|your|the) offer"
    r"|not (?:be )?(?:moving|proceeding|progressing|taking) (?:forward|further|with|your)|(?:decided|chosen) not to"
    r"|(?:with|for) (?:an)?other (?:candidate|applicant)s?|regret to inform|no longer (?:being considered|hiring))\b"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b")
_CANCELS = r"(?:cancell?ed|called off)"
_CANCELLED = re.compile(
    rf"\b{_EVENT}\b[^.!?\n]{{0,100}}?\b{_CANCELS}\b|\b{_CANCELS}\b[^.!?\n]{{0,60}}?\b{_EVENT}\b|^{_CANCELS}\b"
    rf"|\b{_EVENT} cancellation\b|\bno longer (?:taking place|going ahead)\b"
)
_MOVES = r"(?:re-?scheduled|moved|changed|updated)"
_MOVED = re.compile(
    rf"\b{_EVENT}\b[^.!?\n]{{0,100}}?\b{_MOVES}\b|\b{_MOVES}\b[^.!?\n]{{0,60}}?\b{_EVENT}\b|^{_MOVES}\b"
    rf"|\bit (?:has been|was|is now) {_MOVES}\b|\b(?:has|have) a new (?:date|time)\b|\bnew (?:date and )?time:"
    rf"|\bupdated invitation\b|\b{_EVENT} update\b"
)
_IN_A_CASE = re.compile(
    r"\b(?:if|should|in case|once|when|before|to|can be|may be|cannot be|unless|not)\b[^.!?]{0,40}$"
)


def notice_of(message: Message) -> Notice | None:
    """Return what a scheduling platform's mail tells of a call; None where it is no such mail.

    A person who writes from an address of their own sends none, whatever the words. Whether the candidate wrote it, the
    caller knows.
    """
    if not _is_platform(message):
        return None
    subject, told = flat(message.subject[:300]), flat(message.text[:LONGEST_READ])
    if not (_TELLS.search(subject) or _SUBJECT.search(subject) or _TELLS.search(told[:1500])):
        return None
    if _DECIDES.search(told):
        return None  # a portal's refusal that calls an interview off is a refusal
    kind = _kind(message, subject, told)
    is_timed = message.events or _CLOCK.search(told) or _CLOCK.search(subject)
    return kind if is_timed or kind is Notice.CANCELLED else None


def _kind(message: Message, subject: str, told: str) -> Notice:
    if any(event.method == "CANCEL" or event.status == "CANCELLED" for event in message.events):
        return Notice.CANCELLED
    for text in (subject, told[:600]):
        if _states(_MOVED, text):
            return Notice.MOVED
        if _states(_CANCELLED, text):
            return Notice.CANCELLED
        if _SUBJECT.search(text):
            break
    return Notice.BOOKED


def _states(pattern: re.Pattern[str], text: str) -> bool:
    """Say whether a text states it, and doesn't only tell what to do in a case ("if it is cancelled")."""
    return any(
        not _IN_A_CASE.search(text[max(0, match.start() - 60) : match.start()]) for match in pattern.finditer(text)
    )


def _is_platform(message: Message) -> bool:
    sender = message.sender
    if sender is None:
        return False
    if is_schedulers(message):
        return True
    submitted = (message.header("auto-submitted") or "no").strip().lower()
    if submitted.startswith("auto-replied"):
        return False
    if not submitted.startswith("no"):
        return True
    local = sender.address.partition("@")[0].lower()[:140]
    if _SIGNED.search(message.text[-600:]) and not re.search(r"no[-_.]?reply", local):
        return False  # a coordinator who writes from a shared mailbox
    return bool(_LOCAL.match(local) or _VIA.search(sender.name) or _is_brand(message))


def is_schedulers(message: Message) -> bool:
    """Say whether a mail comes from a scheduling platform that is known as one, by its domain."""
    return message.sender is not None and shared_senders.kind_of(message.sender.address) == "scheduler"


def _is_brand(message: Message) -> bool:
    """Say whether the sender bears the name of its domain ("Meetbook", meetbook.example), and no person's."""
    sender = message.sender
    own = squeeze(sender.name) if sender else ""
    return len(own) > 3 and own == squeeze(home_of(message).partition(".")[0])


def home_of(message: Message) -> str:
    """Return the registrable domain that a mail came from; empty where it has no sender."""
    return shared_senders.domain_of(message.sender.address) if message.sender else ""


_LINK = re.compile(r"https?://([a-z0-9.-]{4,253})", re.IGNORECASE)
_MOST_LINKS = 50


def booking_hosts(message: Message, reading: Reading) -> frozenset[str]:
    """Return the domains that a mail sends the candidate to for booking a time; none that everybody links to."""
    if reading.from_candidate or not any(ask.kind is ActionKind.SEND_AVAILABILITY for ask in reading.asks):
        return frozenset()
    hosts = {shared_senders.registrable_domain(host) for host in _LINK.findall(message.text[:20_000])[:_MOST_LINKS]}
    return frozenset(one for one in hosts if shared_senders.kind_of(one) in (None, "scheduler"))


def hosts_linked(message: Message) -> frozenset[str]:
    """Return the registrable domains that a mail links to."""
    return frozenset(
        shared_senders.registrable_domain(host) for host in _LINK.findall(message.text[:20_000])[:_MOST_LINKS]
    )


# --- whom it names --------------------------------------------------------------------------------------------------

ADDRESS = re.compile(r"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}\b")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+){0,2}")
_NAME = r"[A-Z][\w'.&-]{0,30}(?: (?:[a-z]{2,3} )?[A-Z][\w'.&-]{0,30}){0,3}"
_PARTY = (
    re.compile(rf"\b(?:[Ww]ith|[Bb]y|[Bb]etween) (?:your )?(?P<name>{_NAME})"),
    re.compile(
        rf"(?:^|\n)\s{{0,8}}(?:Host|With|Organi[sz]er|Interviewer|Who|Hosted by"
        rf"|Recruiter)\s?:\s{{0,3}}(?P<name>{_NAME})"
    ),
    re.compile(rf"(?P<name>{_NAME})(?: and | / | <> | & | x | - |/)(?P<other>{_NAME})"),
)
_FIRM = (
    re.compile(rf"(?:\b[Aa]t|\b[Ff]or|@|,|\||-) (?P<name>{_NAME})"),
    re.compile(rf"[(\[](?P<name>{_NAME})[)\]]"),
    re.compile(rf"(?:^|\n)(?P<name>{_NAME})\s{{0,3}}(?=\n|$)"),
)
_NO_PARTY = re.compile(
    r"^(?:google|microsoft|ms|teams|zoom|skype|webex|whereby|phone|video|telephone|meet|the|this|our|your|you|us|a|an"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|intro|call|event|meeting|new|confirmed|invitation|interview|hi|dear|hello"
    r"|first|minute|phone|screening|screen|recruiter|recruiting|talent|hiring|british|central|eastern|europe)\b"
)


def addresses_in(message: Message) -> frozenset[str]:
    """Return the addresses of the people that a notice names: who gets an answer, who invites, the guests, the text's.

    The candidate's own may be among them, the platform's own is not.
    """
    found = {one.address for one in message.reply_to[:MOST_NAMED]}
    for event in message.events[:MOST_NAMED]:
        found.update((event.organizer.address,) if event.organizer else ())
        found.update(one.address for one in event.attendees[:MOST_NAMED])
    found.update(ADDRESS.findall(message.text[:20_000].lower())[:MOST_NAMED])
    return frozenset(one for one in found if not is_calendar(one, message))


def is_calendar(address: str, message: Message) -> bool:
    """Say whether an address on an invitation is the platform's own, or a calendar's, and no person's."""
    local, _, host = address.partition("@")
    if message.sender and address == message.sender.address:
        return True
    is_platforms = shared_senders.domain_of(address) == home_of(message) and _LOCAL.match(local[:140]) is not None
    return is_platforms or "calendar." in host


def names_in(message: Message) -> frozenset[str]:
    """Return what a notice may name: each one to four words with capitals of its sender, subject, text and events.

    In lower case; a person's and a firm's name are among them.
    """
    sender = message.sender.name if message.sender else ""
    return capitalised("\n".join((sender[:100], message.subject[:300], message.text[:LONGEST_READ], *_titles(message))))


def titles_in(message: Message) -> frozenset[str]:
    """Return what may be a role, a firm or a full name anywhere in a notice: two to four words with capitals, in lower
    case, and no greeting.
    """
    own = {word for one in (*message.to, *message.cc) for word in plain(one.name).lower().split()}
    runs = (name for name in names_in(message) if " " in name and not _NO_TITLE.search(name))
    return frozenset(name for name in runs if own.isdisjoint(name.split()))


_NO_TITLE = re.compile(
    r"^(?:hi|dear|hello|hey|re|fwd?|kind|best|many|warm|with|thank|thanks|the|this|your|our|you|we|if|it|in|on|at|for|to"
    r"|and|please|no)\b|\b(?:regards|wishes|am|pm|time|gmt|utc|\w{3,6}day|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|google|zoom|meet|teams|calendar)\b"
)


def capitalised(text: str) -> frozenset[str]:
    """Return each one to four words in a row that begin with capitals or digits, in lower case."""
    found: set[str] = set()
    row: list[str] = []
    for word in _WORD.findall(plain(text)):
        low = word.removesuffix("'s").lower()
        if word[0].islower() and low not in _WITHIN:
            row = []
            continue
        row = [*row[-3:], low]
        found.update(" ".join(row[place:]) for place in range(len(row)))
    return frozenset(found)


_WITHIN = frozenset({"of", "and", "the", "de", "von", "van", "der", "la"})


def is_own_name(name: str, message: Message) -> bool:
    """Say whether a name is the platform's own: that of its domain, or the one that it sends under."""
    own = squeeze(name)
    label = squeeze(home_of(message).partition(".")[0])
    sender = message.sender.name if message.sender else ""
    brand = squeeze(re.split(r"\s(?:via|through)\s", sender, flags=re.IGNORECASE)[-1])
    if own == brand and _names_elsewhere(name, message):
        return False  # a firm that tells of its own interviews
    return bool(own) and (own in (label, brand) or (len(label) > 4 and own.startswith(label)))


def _names_elsewhere(name: str, message: Message) -> bool:
    return re.search(rf"\b(?:at|with|for|from|join) {re.escape(name)}\b", message.text[:LONGEST_READ]) is not None


_HOST_LABEL = r"(?:^|\n)\s{0,8}(?:host|with|organi[sz]er|interviewer|recruiter|invitee|guest|attendee)\s?:\s{0,3}"


def hosts_in(message: Message) -> frozenset[str]:
    """Return the persons that a notice says one will meet, by two plain words, in lower case."""
    return frozenset(
        name
        for name in parties_in(message)
        if re.fullmatch(r"[^\W\d_]{2,20} [^\W\d_'-]{2,20}", name)
        and re.search(rf"{_HOST_LABEL}{re.escape(name)}|\bby {re.escape(name)}\b", flat(message.text[:LONGEST_READ]))
    )


def parties_in(message: Message) -> frozenset[str]:
    """Return the people and firms that a notice says one will meet ("with Dana Reed", "Host: Acme"), in lower case."""
    return frozenset(_found(message, _PARTY))


def firms_in(message: Message) -> frozenset[str]:
    """Return what may be a firm in a notice: whom one will meet, and at whose ("Interview at Acme", "(Acme)")."""
    return frozenset(_found(message, (*_PARTY, *_FIRM)))


def _found(message: Message, patterns: Sequence[re.Pattern[str]]) -> list[str]:
    sender = re.sub(r"\s(?:via|through) .*$", "", message.sender.name[:100]) if message.sender else ""
    texts = (message.subject[:300], message.text[:LONGEST_READ], *_titles(message))
    names = [name for text in texts for name in _named(plain(text), patterns)]
    names += [sender.lower()] if patterns is not _PARTY and sender else []
    own = {one.name.lower() for one in (*message.to, *message.cc) if one.name}
    own |= {name.partition(" ")[0] for name in own}
    own |= {re.sub(r"[._-]+", " ", one.address.partition("@")[0]) for one in message.to}
    return [name for name in names[: 4 * MOST_NAMED] if name not in own]


def _named(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            for name in match.groupdict().values():
                low = (name or "").lower().strip(" .'&-")
                if low and not _NO_PARTY.match(low):
                    yield low


def _titles(message: Message) -> list[str]:
    return [
        text
        for event in message.events[:MOST_NAMED]
        for text in (event.summary[:300], event.organizer.name if event.organizer else "")
    ]


# --- what else it may be about --------------------------------------------------------------------------------------

_OTHER = re.compile(
    r"\b(?:dr|doctor'?s?|dentist|dental|gp|clinic|physio\w{0,9}|osteopath|optician|eye test|hygienist|check-?up"
    r"|vaccination"
    r"|haircut|salon|barber'?s?|massage|yoga|pilates|gym|personal trainer|driving lesson|lesson|tutoring"
    r"|demo|webinar|product tour|free trial|sales (?:call|demo|team)|mortgage|viewing|estate agents?|lettings?"
    r"|vet|grooming|mot|test drive|car service|delivery|boiler|repair|installation|table for"
    r"|reservation|dinner|lunch|brunch|birthday|party|wedding|therap(?:y|ist)|counselling|coaching|parents'? evening"
    r"|insurance review|pension review)\b"
)
_JOB = re.compile(
    r"\b(?:interview\w{0,3}|position|vacancy|the role|role of|job|candidate|applica(?:tion|nt)\w{0,1}|applied"
    r"|recruit\w{0,6}|hiring"
    r"|talent|phone screen|screening|screen|career|on-?site|panel|hiring manager)\b"
)


def is_of_something_else(message: Message) -> bool:
    """Say whether a notice tells of a doctor's, a dealer's or a private appointment, and says nothing of a job."""
    return _OTHER.search(_told(message)) is not None and not names_job(message)


def names_job(message: Message) -> bool:
    """Say whether a notice speaks of an interview, a position or an application."""
    return _JOB.search(_told(message)) is not None


_OWN_INTERVIEW = re.compile(r"\byour (?:[\w-]{1,12} ){0,3}?(?:interview|phone screen|screening(?: call)?)\b")
_OF_A_JOB = re.compile(
    r"\b(?:position|vacancy|(?:the|this) [\w ]{1,40}role|role of|job|your application (?:for|as|to)"
    r"|recruit(?:er|ing|ment)|hiring|talent)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:visa|passport|embassy|consulate|citizenship|mock|you are interviewing|(?:as|for) (?:an |the )?interviewers?"
    r"|scorecard|candidate(?:'s)? (?:name|cv)|the candidate|applicant:|candidate:)(?!\w)"
)


def names_own_interview(message: Message) -> bool:
    """Say whether a notice tells of the candidate's interview for a position: no model is needed to know that."""
    told = _told(message)
    if _OF_ANOTHER.search(told):
        return False
    return _OWN_INTERVIEW.search(told) is not None and _OF_A_JOB.search(told) is not None


def _told(message: Message) -> str:
    return flat(" ".join((message.subject[:300], message.text[:LONGEST_READ], *_titles(message))))
