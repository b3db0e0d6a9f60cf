"""What a scheduling platform's mail says: the time that was booked, moved or cancelled.

The model has met few of them, and none of most platforms. So plain words decide: a call that is booked leaves nothing
to ask, and the platform is nobody's employer.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo
from zoneinfo import ZoneInfo

from inbox_watch.core import bookings, when
from inbox_watch.core.bookings import ARRANGES, Notice
from inbox_watch.core.opportunity.sides import plain_name
from inbox_watch.core.reading.asking import DEADLINE_WORDS
from inbox_watch.core.reading.companies import find_company
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence, flatten, split_sentences
from inbox_watch.core.reading.signals import STATED_FROM
from inbox_watch.core.types import (
    Act,
    ActionKind,
    Address,
    Appointment,
    AppointmentStatus,
    Ask,
    Message,
    Reading,
    SenderKind,
    Stage,
    Window,
    ZoneKind,
    Zones,
)


def own_score(score: float, message: Message, candidate: frozenset[str]) -> float:
    """Return a mail's own probability of being recruiting, where a notice's plain words say more than the model.

    A doctor's or a dealer's appointment is none; an interview for a position is one.
    """
    if message.sender is None or message.sender.address in candidate or bookings.notice_of(message) is None:
        return score
    if bookings.is_of_something_else(message):
        return min(score, OTHER_SCORE)
    return max(score, INTERVIEW_SCORE) if bookings.names_own_interview(message) else score


OTHER_SCORE = 0.05
"""How likely a notice is recruiting, after all, that speaks of something else."""
INTERVIEW_SCORE = 0.9
"""How likely one is that books "your interview for the position of …"."""


def text_of(zones: Zones) -> str:
    """Return what a notice itself says: its box of name, firm, day and hour looks like a signature, and is none."""
    kept = (zone.text for zone in zones.zones if zone.kind in (ZoneKind.NEW, ZoneKind.SIGNATURE))
    return "".join(kept).strip()


_LONGEST = timedelta(hours=10)
_FORMER = re.compile(
    r"\b(?:original(?:ly)?|former(?:ly)?|previous(?:ly)?|old|past|was|instead of|rather than|moved from"
    r"|changed from|rescheduled from)\b"
)
_ASKS_TO_CONFIRM = re.compile(
    r"\b(?:please|kindly|could you|can you|need to|yet to|want you to) (?:\w{1,12} ){0,2}?(?:confirm|accept"
    r"|respond|rsvp|reply)\b"
)
_INVITES = re.compile(r"(?:updated )?invitation\b(?! (?:accepted|confirmed))")
_ASKS_TO_REBOOK = re.compile(
    r"\b(?:please|kindly|could you|can you|you(?:'ll| will) need to) (?:\w{1,12} ){0,2}?(?:book|rebook|pick"
    r"|choose|select|find|reschedule)\b"
)
_INTERVIEW = re.compile(r"\b(?:interview|panel|on-?site|hiring manager|final round|second round|technical round)\b")
_SCREENING = re.compile(
    r"\b(?:screen(?:ing)?|intro(?:ductory|duction)?|first (?:call|chat|conversation)|recruiter|initial (?:call"
    r"|chat)|get to know)\b"
)
_TEST = re.compile(r"\b(?:assessment (?:centre|center|day)|coding (?:session|exercise)|case study|assessment)\b")
_TRAILING_ZONE = re.compile(
    r"[ \t]{0,3}[(\[](?P<zone>[^()\[\]\n]{2,60})[)\]]|[ \t,]{1,3}(?P<name>[A-Z][a-z]{2,12}/[A-Z][A-Za-z_]{2,20})"
)
_HAS_ZONE = re.compile(r"\)$|\b(?:[A-Z]{3,5}|[Tt]ime|UTC.{0,6}|GMT.{0,6}|[A-Z][a-z]+/[A-Z]\w+)$")
_ZONE_LINE = re.compile(
    r"\b(?:time ?zone|all times(?: are)?(?: shown)? in|times (?:are )?(?:shown )?in)\s?:?\s{0,3}(?P<zone>[^\n.]{2,60})",
    re.IGNORECASE,
)


def what_of(message: Message) -> str:
    """Return what is booked: an interview, an assessment or a screening where the notice says so, else a call."""
    title = flatten(" ".join((message.subject[:300], *(event.summary[:300] for event in message.events[:5]))))
    for told in (title, flatten(message.text[: bookings.LONGEST_READ])):
        for what, pattern in (("assessment", _TEST), ("screening", _SCREENING), ("interview", _INTERVIEW)):
            if pattern.search(told):
                return what
    return "call"


def signal_of(message: Message, kind: Notice) -> Stage | None:
    """Return the stage that a notice speaks of by its plain words."""
    if kind is Notice.CANCELLED:
        return None
    return {"interview": Stage.INTERVIEW, "assessment": Stage.ASSESSMENT, "screening": Stage.SCREENING}.get(
        what_of(message)
    )


def acts_of(kind: Notice, acts: frozenset[Act]) -> frozenset[Act]:
    """Return what a notice does: it books, moves or cancels, and its boilerplate does nothing."""
    kept = acts - {Act.BOOKS, Act.CANCELS, Act.RESCHEDULES, Act.APPROACHES, Act.HOLDS}
    does = {Notice.BOOKED: {Act.BOOKS}, Notice.MOVED: {Act.BOOKS, Act.RESCHEDULES}, Notice.CANCELLED: {Act.CANCELS}}
    return kept | does[kind] | {Act.RELAYS_BOOKING}


def asks_of(kind: Notice, asks: Sequence[Ask], context: Context, subject: str) -> tuple[Ask, ...]:
    """Return what a notice really asks: what is booked wants no answer, unless the mail says so or invites."""
    wanted = _ASKS_TO_REBOOK if kind is Notice.CANCELLED else _ASKS_TO_CONFIRM
    is_asked = any(wanted.search(s.low) and not re.search(r"\bif you\b", s.low) for s in context.sentences)
    is_asked = is_asked or _INVITES.match(flatten(subject)) is not None
    return tuple(
        ask for ask in asks if ask.kind not in (*ARRANGES, ActionKind.REPLY) or (ask.kind in ARRANGES and is_asked)
    )


def appointments_of(
    context: Context, message: Message, kind: Notice, invited: Sequence[Appointment]
) -> tuple[Appointment, ...]:
    """Return the times that a notice books or cancels. `invited` are those of its invitations, which say it best.

    A time without a zone is meant in the candidate's: the platform shows it as they booked it.
    """
    what = what_of(message)
    own = [one for one in invited if one.source == "invitation"]
    told = list(_told(context, message, kind, what))
    if own:
        former = [one for one in told if one.status is AppointmentStatus.CANCELLED and kind is Notice.MOVED]
        return (*(replace(one, what=what, with_=_persons(one, message)) for one in own), *former)
    return tuple(sorted({one.start: one for one in reversed(told)}.values(), key=lambda one: one.start))


def _persons(appointment: Appointment, message: Message) -> tuple[Address, ...]:
    """Return who is on an invitation, without the calendars that the platform keeps for them."""
    return tuple(one for one in appointment.with_ if not bookings.is_calendar(one.address, message))


def _told(context: Context, message: Message, kind: Notice, what: str) -> Iterator[Appointment]:
    found = list(_windows(context.text, context.sentences, context)) or list(
        _windows(message.subject, split_sentences(message.subject), context)
    )
    ends = [window.earliest for sentence, window in found if _IS_END.match(sentence.low)]
    begins = [(s, w) for s, w in found if not _IS_END.match(s.low)]
    ahead = [(s, w) for s, w in begins if context.written is None or w.earliest > context.written]
    for place, (sentence, window) in enumerate(ahead[:12]):
        is_last = place + 1 == len(ahead)
        before = ahead[place - 1] if place else None
        since = before[1].end if before and before[0] is sentence else 0
        is_former = kind is Notice.MOVED and len(ahead) > 1 and _is_former(sentence, window, since, is_last=is_last)
        cancelled = kind is Notice.CANCELLED or is_former
        later = [end for end in ends if timedelta() < end - window.earliest <= _LONGEST]
        end = window.latest if window.latest > window.earliest else min(later, default=None)
        yield Appointment(
            start=window.earliest, end=end, what=what,
            source="text", message_id=message.message_id, quote=sentence.quote,
            status=AppointmentStatus.CANCELLED if cancelled else AppointmentStatus.SET,
        )  # fmt: skip


_IS_END = re.compile(r"(?:end|ends|ending|finish(?:es)?|to)\b")


def _is_former(sentence: Sentence, window: Window, since: int, *, is_last: bool) -> bool:
    """Say whether a time is the one that another takes the place of: by the words before it, from `since` on."""
    before = sentence.low[max(since, window.start - 60) : window.start] + window.quote.lower()[:5]
    return _FORMER.search(before) is not None or (not is_last and re.search(r"\bfrom\b", before) is not None)


def with_notice(reading: Reading, message: Message, context: Context, kind: Notice) -> Reading:
    """Return a reading with what a scheduling platform's notice says, in the place of what a person's mail would."""
    signal = signal_of(message, kind)
    appointments = appointments_of(context, message, kind, reading.appointments)
    if kind is not Notice.CANCELLED and not appointments:
        return reading  # "Once your interview is booked, …": nothing is yet
    return replace(
        reading,
        signal=signal,
        signal_score=max(reading.signal_score, STATED_FROM) if signal else 0.0,
        signal_quote=next((one.quote for one in appointments if one.quote), None) if signal else None,
        acts=acts_of(kind, reading.acts),
        asks=asks_of(kind, reading.asks, context, message.subject),
        appointments=appointments,
        company=_firm(reading.company, message) or _firm(_told_firm(message, context), message),
        role=_role(reading.role, message),
        phone=None,
    )


def _firm(company: str | None, message: Message) -> str | None:
    """Return the firm that a notice names; never the platform, nor the person whom one will meet."""
    if company is None or company[0].isdigit() or bookings.is_own_name(company, message):
        return None
    named = {plain_name(one.name).lower() for one in (message.sender, *message.reply_to) if one}
    named |= {event.organizer.name.lower() for event in message.events[:5] if event.organizer}
    return None if company.lower() in named | bookings.hosts_in(message) else company


def _told_firm(message: Message, context: Context) -> str | None:
    """Return the firm in a notice's words, whatever name it is sent under."""
    bare = replace(message, sender=Address(address=message.sender.address)) if message.sender else message
    return find_company(bare, context.text, "", SenderKind.PLATFORM, context.names)


def _role(role: str | None, message: Message) -> str | None:
    return None if role and _CALL_TITLE.search(role.lower()) else role


_CALL_TITLE = re.compile(
    r"\b(?:call|meeting|event|chat|intro|screen|screening|conversation|minutes?|interview|host|invitee)\b"
)


def _windows(text: str, sentences: Sequence[Sentence], context: Context) -> Iterator[tuple[Sentence, Window]]:
    """Yield the hours at which something is, each with its sentence; the window's place is within the sentence."""
    if context.written is None:
        return
    written = context.written.astimezone(context.calendar.zone)
    elsewhere = _ZONE_LINE.search(text)
    for sentence in _joined(sentences, text):
        for window in when.find(sentence.text, written=written, calendar=context.calendar):
            length = window.latest - window.earliest
            is_limit = DEADLINE_WORDS.search(sentence.low[max(0, window.start - 40) : window.start]) or re.match(
                r"(?:by|before|until|till|within)\b", window.quote.lower()
            )
            if window.has_hour and (window.is_point or length <= _LONGEST) and not is_limit:
                yield sentence, _in_zone(window, sentence, elsewhere["zone"] if elsewhere else "", context)


_HOUR_LINE = re.compile(
    r"(?:(?:start |begins? )?(?:time|at|hours?)\b(?! ?zone)|\d{1,2}(?:[:.]\d{2}| ?[ap]\.?m)\b|\((?:utc|gmt))"
)
_DAY_ALONE = re.compile(r"^(?!.*\d:\d{2})(?!.*\d ?[ap]\.?m\b).*(?:[a-z]{3,6}day|\d{1,4}[./-]\d{1,2}|\d{4})")


def _joined(sentences: Sequence[Sentence], text: str) -> list[Sentence]:
    """Return the sentences, a day and the hours (or the zone) on the line below it as one."""
    found: list[Sentence] = []
    for sentence in sentences:
        gap = text[found[-1].end : sentence.start] if found else ""
        is_below = gap.count("\n") == 1 and _HOUR_LINE.match(sentence.low) is not None
        if is_below and (_DAY_ALONE.search(found[-1].low) or sentence.low.startswith("(")):
            piece = text[found[-1].start : sentence.end]
            found[-1] = replace(found[-1], end=sentence.end, text=piece, low=flatten(piece))
        else:
            found.append(sentence)
    return found


def _in_zone(window: Window, sentence: Sentence, elsewhere: str, context: Context) -> Window:
    """Return a window in the zone that stands behind it ("(Europe/London)"), or that the mail names for all times."""
    if _STANDARD.search(window.quote) and (places := _PLACES.match(sentence.text, window.end)):
        zone: tzinfo | None = zone_of_places(places["places"], context.calendar.zone)
    else:
        behind = _TRAILING_ZONE.match(sentence.text, window.end)
        named = (behind["zone"] or behind["name"]) if behind else elsewhere
        zone = _zone(named, window, context) if named and not _HAS_ZONE.search(window.quote) else None
    if zone is None:
        return window
    return replace(window, earliest=window.earliest.replace(tzinfo=zone), latest=window.latest.replace(tzinfo=zone))


_STANDARD = re.compile(r"\((?:UTC|GMT)[^()]{0,8}\)$", re.IGNORECASE)
_PLACES = re.compile(r"[ \t]{0,2}(?P<places>[A-Z][A-Za-z .]{2,30}(?:, [A-Z][A-Za-z .]{2,30}){0,6})")


def zone_of_places(places: str, own: tzinfo) -> tzinfo | None:
    """Return the zone of a list of cities behind an offset: "(UTC+00:00) Dublin, Edinburgh, Lisbon, London".

    So Windows names its zones; the offset is that of winter, all year round. Where the candidate's city is among them,
    it is theirs.
    """
    cities = [city.strip().replace(" ", "_") for city in places.split(",")]
    if str(own).rpartition("/")[2] in cities:
        return own
    for name in (f"{region}/{city}" for city in cities for region in _REGIONS):
        with contextlib.suppress(KeyError, ValueError, OSError):
            return ZoneInfo(name)
    return None


_REGIONS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific")


def _zone(named: str, window: Window, context: Context) -> tzinfo | None:
    """Return the offset that a zone's name means at that time; None where it is no zone's."""
    assert context.written
    first = named.partition(",")[0].strip()
    for name in (named, first if first.lower().endswith("time") else f"{first} time"):
        told = f"{window.earliest:%d %B %Y, %H:%M} ({name})"
        found = when.find(told, written=context.written.astimezone(context.calendar.zone), calendar=context.calendar)
        if found and found[0].quote == told:
            return found[0].earliest.tzinfo
    return None
