"""A course in words: one line an event, for reading and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from inbox_watch.core.clean import clean
from inbox_watch.core.figures import Course, Event, Kept, Lane, Pledge
from inbox_watch.core.timing.track import Step
from inbox_watch.core.types import ENDS, ActionKind, Appointment, Reading, Stage, Turn
from inbox_watch.report import words

MOST_LINES = 200
_WHAT = {"interview": "Interview", "screening": "First call", "assessment": "Test", "call": "Call"}
_ASKED = {
    ActionKind.SEND_AVAILABILITY: "asked for times",
    ActionKind.CONFIRM: "proposed a time",
    ActionKind.SEND_DOCUMENTS: "asked for documents",
    ActionKind.COMPLETE_ASSESSMENT: "sent a test or task",
    ActionKind.ANSWER_OFFER: "made an offer",
}
_REACHED = {
    Stage.OUTREACH: "First contact",
    Stage.APPLIED: "Applied",
    Stage.SCREENING: "First call",
    Stage.ASSESSMENT: "Test",
    Stage.INTERVIEW: "Interview stage",
    Stage.OFFER: "Offer",
    Stage.ACCEPTED: "Accepted",
    Stage.REJECTED: "Rejected",
    Stage.WITHDRAWN: "Withdrawn",
    Stage.ON_HOLD: "On hold",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event in words. Every text is clean. `lane` is who it is of; `link` opens the mail."""

    iso: str
    when: str
    lane: str = ""
    who: str = ""
    what: str = ""
    quote: str = ""
    reached: str = ""
    promise: str = ""
    outcome: str = ""
    link: str | None = None
    is_ahead: bool = False


def lines(course: Course, links: Mapping[str, str]) -> list[Line]:
    """Return every event of a course in words, in the order of time; of a very long one the latest."""
    return [_line(event, course, links) for event in course.events[-MOST_LINES:]]


def _line(event: Event, course: Course, links: Mapping[str, str]) -> Line:
    now = course.track.now
    bare = Line(iso=event.at.isoformat(timespec="minutes"), when=at(event.at, now), is_ahead=event.at > now)
    if event.appointment is not None:
        who = _WHAT.get(event.appointment.what, "Call")
        return replace(bare, lane="meeting", who=who, what=_with(event.appointment, course))
    if event.action is not None:
        item = next(one for one in words.actions_of(course.finding, now) if one.action is event.action)
        return replace(bare, lane="due", who="Due", what=f"{item.what} ({item.when})")
    assert event.step is not None
    return replace(
        bare,
        lane=str(event.lane),
        who=_who(event.step, event.lane),
        what=_said(event.step),
        quote=_quote(event),
        reached=_REACHED[event.reached] if event.reached else "",
        promise=clean(event.pledge.quote, limit=200) if event.pledge else "",
        outcome=outcome(event.pledge, now) if event.pledge else "",
        link=None if event.step.done else links.get(event.step.id),
    )


def at(moment: datetime, now: datetime) -> str:
    """Return a moment as it stands in a list: "Thu 5 Mar, 10:12", with the year where it is another one."""
    local = moment.astimezone(now.tzinfo)
    return f"{local:%a} {local.day} {local:%b}{'' if local.year == now.year else f' {local.year}'}, {local:%H:%M}"


def _with(appointment: Appointment, course: Course) -> str:
    end = course.track.end_of(appointment) if appointment.end else None
    people = [clean(one.name or one.address, limit=60) for one in appointment.with_[:4]]
    until = f"until {end:%H:%M}" if end else ""
    return ", ".join(part for part in (until, f"with {' and '.join(people)}" if people else "") if part)


def _who(step: Step, lane: Lane) -> str:
    if lane is Lane.YOU and (step.done or step.reading.from_candidate):
        return "You"
    sender = step.entry.message.sender
    return clean((sender and (sender.name or sender.address)) or "Somebody", limit=60)


def _said(step: Step) -> str:
    """Say in a few words what a message does; the subject where there is nothing to say."""
    if step.done:
        return f"did it elsewhere: {', '.join(kind.replace('_', ' ') for kind in step.done)}"
    deeds = list(dict.fromkeys(_deeds(step.reading)))
    return ", ".join(deeds) or f"wrote: {clean(step.entry.message.subject, limit=90) or 'no subject'}"


def _deeds(reading: Reading) -> Iterator[str]:
    if reading.away_until:
        yield f"is away until {reading.away_until.day} {reading.away_until:%B}"
    if reading.from_candidate:
        yield from (words_ for act, words_ in _OWN.items() if act in reading.acts)
        if reading.promises:
            yield "promised something"
        return
    yield from (_ASKED.get(ask.kind, "asked") for ask in reading.asks)
    yield from (words_ for act, words_ in _THEIRS.items() if act in reading.acts)


_OWN = {
    "sends_times": "sent times",
    "sends_documents": "sent documents",
    "sends_assessment": "sent the test",
    "confirms": "confirmed",
    "accepts_offer": "accepted the offer",
    "declines_offer": "declined the offer",
    "withdraws": "withdrew",
    "asks_back": "asked back",
    "requests_update": "asked for an update",
    "debriefs": "told how it went",
    "thanks": "said thank you",
    "only_thanks": "said thank you",
}
_THEIRS = {
    "holds": "has no news yet",
    "books": "set a time",
    "cancels": "called it off",
    "reschedules": "moved the time",
    "approaches": "approached you",
}


def _quote(event: Event) -> str:
    """Return the words that say most: those that moved the stage, else what is asked. A promise stands apart."""
    assert event.step is not None
    reading = event.step.reading
    if event.step.done:
        return ""
    own = reading.promises if reading.from_candidate else ()
    spoken = [*(one.quote for one in reading.asks), *(one.quote for one in own), ""]
    found = (reading.signal_quote if event.reached else None) or spoken[0]
    return clean(found, limit=240)


def outcome(pledge: Pledge, now: datetime) -> str:
    """Say what became of a promise."""
    by = f"by {pledge.until:%a} {pledge.until.day} {pledge.until:%b}"
    if pledge.met is not None and pledge.outcome in (Kept.IN_TIME, Kept.LATE):
        word = "kept" if pledge.outcome is Kept.IN_TIME else "kept late"
        return f"Promised {by}; {word}, {at(pledge.met, now)}."
    told = {
        Kept.BROKEN: "no word so far",
        Kept.OPEN: "still open",
        Kept.LAPSED: "it ended before that",
    }
    return f"Promised {by}; {told[pledge.outcome]}."


def standing(course: Course) -> str:
    """Say in one sentence how things stand now: whose move it is, and how long it has waited."""
    judged = course.finding.judgement
    reason = clean(judged.turn_reason)
    if judged.parked:
        return f"Parked. {reason} {clean(judged.parked_suggestion)}".strip()
    if course.waited is not None and judged.turn is Turn.RECRUITER:
        return f"{reason} Waiting for {days(course.waited)}."
    return reason


def turn(course: Course) -> str:
    """Say whose move it is, in two words."""
    judged = course.finding.judgement
    if judged.is_muted:
        return "Muted"
    if judged.parked:
        return "Parked"
    if course.finding.opportunity.stage in ENDS:
        return "Ended"
    return {Turn.CANDIDATE: "Your move", Turn.RECRUITER: "Their move", Turn.NOBODY: "Nobody's move"}[judged.turn]


def days(count: float) -> str:
    """Return a stretch of business time in words: "under half a business day", "1 business day", "4½ business days"."""
    if count < 0.5:
        return "under half a business day"
    halves = round(count * 2)
    whole, half = divmod(halves, 2)
    if whole >= 10:
        whole, half = round(count), 0
    number = f"{whole or ''}{'½' if half else ''}"
    return f"{number} business {'day' if halves <= 2 else 'days'}"
