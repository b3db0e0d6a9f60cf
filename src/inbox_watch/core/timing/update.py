"""When to request an update: the contract's section 3."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, datetime

from inbox_watch.core.opportunity.sides import Side
from inbox_watch.core.timing.rhythm import Rhythms, rhythm_with
from inbox_watch.core.timing.silence import Silence, day_named, promise_in_force
from inbox_watch.core.timing.track import Step, Track, days_of
from inbox_watch.core.timing.words import are_days, say_day, say_days, say_moment, say_name
from inbox_watch.core.types import ENDS, Act, Appointment, Basis, Promise, Stage

_CALLS = frozenset({"interview", "screening", "call"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From when an update should be requested, what that rests on, and since when they have had the move (`since`)."""

    from_: datetime
    since: datetime
    basis: Basis
    rule: str
    reason: str
    arithmetic: str
    message_id: str
    quote: str | None = None
    note: str | None = None


def line_of(silence: Silence, rhythms: Rhythms) -> Line | None:
    """Return when the next update should be requested; None where no message tells since when."""
    first = _first_line(silence, rhythms)
    if first is None or not silence.requests:
        return _delay_for_absence(silence, first) if first else None
    return _delay_for_absence(silence, _next_line(silence, first))


def is_exhausted(silence: Silence) -> bool:
    """Say whether the candidate has asked as often as makes sense in one silence."""
    return len(silence.requests) >= silence.track.timing.requests_before_parking


# --- the first request: the first line that applies -----------------------------------------------------------------


def _first_line(silence: Silence, rhythms: Rhythms) -> Line | None:
    if silence.last is None:
        return None
    promise = promise_in_force(silence)
    stated = _stated(silence, *promise) if promise else None
    if stated is not None and not _was_overtaken(silence, stated):
        return stated
    if silence.ahead is not None:
        return _after_appointment(silence, silence.track.end_of(silence.ahead))
    end = _event_start(silence)
    if end is not None:
        event = _after_appointment(silence, end)
        if not _was_overtaken(silence, event):
            return event
    return _by_rhythm(silence, rhythms) or _by_default(silence)


def _was_overtaken(silence: Silence, line: Line) -> bool:
    """Say whether the candidate wrote something new after the date (a request apart), so that the wait begins anew."""
    last = silence.last
    return last is not None and last.side is Side.CANDIDATE and last.at >= line.from_


def morning_after(track: Track, day: date, days: int, *, not_before: datetime | None = None) -> datetime:
    """Return the business morning so many business days after `day`, and not before a moment."""
    reached = track.calendar.end_of_day(track.calendar.add_business_days(day, days), track.timing.morning)
    if not_before is not None and reached < not_before:
        return track.calendar.business_morning_at_or_after(not_before, track.timing.morning)
    return reached


def _stated(silence: Silence, step: Step, promise: Promise) -> Line:
    track, last_day = silence.track, day_named(promise)
    days = track.timing.stated
    assert promise.latest is not None
    from_ = morning_after(track, last_day, days, not_before=max(promise.latest, step.at))
    return Line(
        from_=from_,
        since=silence.last.at if silence.last else step.at,
        basis=Basis.STATED,
        rule="request_update.stated",
        reason=f"They named {say_day(last_day)}; if there is no news by then, ask on {say_day(from_)}.",
        arithmetic=f"{say_day(last_day)}, the end of what they named, plus {say_days(days)}: {say_moment(from_)}",
        message_id=step.id,
        quote=promise.quote,
    )


def _event_start(silence: Silence) -> datetime | None:
    """Return from when the event's days count: the end of the call, or their later holding answer.

    None where no call was held, or where they have moved on since then.
    """
    held, end = silence.held, silence.held_end
    if held is None or end is None:
        return None
    start = end
    for step in silence.track.steps:
        if step.at <= end or step.side is not Side.PERSON:
            continue
        if step.reading.asks or step.id in silence.track.turning_points:
            return None
        if Act.HOLDS in step.reading.acts or any(one.by == "sender" for one in step.reading.promises):
            start = step.at
    return start


def _after_appointment(silence: Silence, start: datetime) -> Line:
    track = silence.track
    appointment = silence.ahead or silence.held
    assert appointment is not None
    is_event = appointment.what in _CALLS or track.stage is Stage.INTERVIEW
    if not is_event:
        return _after_test(silence, appointment, start)
    days = track.timing.event
    from_ = morning_after(track, start.date(), days, not_before=track.sent(appointment.message_id))
    what = {"call": "call", "screening": "first call", "assessment": "test day"}.get(appointment.what, "interview")
    end = track.end_of(appointment)
    since = f"the end of the {what}" if start == end else "their holding answer"
    tense = "is" if silence.ahead else "was"
    return Line(
        from_=from_,
        since=start,
        basis=Basis.EVENT,
        rule="request_update.event",
        reason=f"The {what} {tense} on {say_day(end)} and they named no day for news; ask on {say_day(from_)}.",
        arithmetic=f"{say_day(start)}, {since}, plus {say_days(days)}: {say_moment(from_)}",
        message_id=appointment.message_id,
        quote=appointment.quote,
    )


def _after_test(silence: Silence, appointment: Appointment, start: datetime) -> Line:
    """A day of tests is no interview: the usual days of an assessment count from its end, or from the last message."""
    track, last = silence.track, silence.last
    days = track.timing.assessment
    is_later = silence.ahead is None and last is not None and last.at > start
    since = last.at if is_later and last is not None else start
    from_ = morning_after(track, since.date(), days, not_before=track.sent(appointment.message_id))
    what = "the last message" if is_later else "the end of the test"
    end = track.end_of(appointment)
    return Line(
        from_=from_,
        since=since,
        basis=Basis.DEFAULT,
        rule="request_update.default.assessment",
        reason=f"The test {'is' if silence.ahead else 'was'} on {say_day(end)}; ask on {say_day(from_)}.",
        arithmetic=f"{say_day(since)}, {what}, plus {say_days(days)}: {say_moment(from_)}",
        message_id=appointment.message_id,
        quote=appointment.quote,
    )


def _by_rhythm(silence: Silence, rhythms: Rhythms) -> Line | None:
    track, last, contact = silence.track, silence.last, silence.contact
    if contact is None or last is None or track.stage is Stage.ON_HOLD:
        return None
    usual = days_of(track.timing, track.stage)
    found = rhythm_with(rhythms, contact.address, at=last.at, usual=usual, calendar=track.calendar, timing=track.timing)
    if found is None:
        return None
    from_ = morning_after(track, last.at.date(), found.days)
    name = say_name(contact) if found.who == "contact" else f"{say_name(contact)}'s organisation"
    words = found.in_words(name)
    return Line(
        from_=from_,
        since=last.at,
        basis=Basis.RHYTHM,
        rule=f"request_update.rhythm.{found.who}",
        reason=f"{words}; {_last_in_words(last)} was on {say_day(last.at)}.",
        arithmetic=f"{say_day(last.at)}, {_last_in_words(last)}, plus {say_days(found.days)}: {say_moment(from_)}",
        message_id=last.id,
        note=f"{words}.",
    )


def _by_default(silence: Silence) -> Line | None:
    track, last = silence.track, silence.last
    if last is None or track.stage in ENDS:
        return None
    days = days_of(track.timing, track.stage)
    from_ = morning_after(track, last.at.date(), days)
    stage = track.stage.value.replace("_", " ")
    return Line(
        from_=from_,
        since=last.at,
        basis=Basis.DEFAULT,
        rule=f"request_update.default.{track.stage}",
        reason=f"Nothing was heard since {say_day(last.at)}; at this stage ({stage}), {are_days(days)} usual.",
        arithmetic=f"{say_day(last.at)}, {_last_in_words(last)}, plus {say_days(days)}: {say_moment(from_)}",
        message_id=last.id,
    )


def _last_in_words(step: Step) -> str:
    return "what you did" if step.done else "the last message"


# --- after a request ------------------------------------------------------------------------------------------------


def _next_line(silence: Silence, first: Line) -> Line:
    """Return the line after a request without an answer: 1.5 times the last wait, as it really was, at least 4 days."""
    track, request = silence.track, silence.requests[-1]
    before = silence.requests[-2].at if len(silence.requests) > 1 else min(first.since, request.at)
    waited = business_days(track, before.date(), request.at.date())
    days = max(track.timing.next_request_least, math.ceil(waited * track.timing.next_request_factor))
    written = _last_of_candidate(silence, request)
    from_ = morning_after(track, written.at.date(), days)
    if first.basis is Basis.STATED and first.from_ > from_:
        return first
    return Line(
        from_=from_,
        since=before,
        basis=Basis.DEFAULT,
        rule="request_update.next",
        reason=f"You asked on {say_day(request.at)} and got no answer; ask once more on {say_day(from_)}.",
        arithmetic=(
            f"{say_day(written.at)}, your last {'request' if written is request else 'message'}, plus {say_days(days)} "
            f"({track.timing.next_request_factor:g} times the {say_days(waited)} before it, "
            f"at least {track.timing.next_request_least}): {say_moment(from_)}"
        ),
        message_id=request.id,
    )


def _last_of_candidate(silence: Silence, request: Step) -> Step:
    """Return the candidate's last message to them since a request, else the request: each sets the clock anew."""
    for step in reversed(silence.track.steps):
        if step.at <= request.at:
            break
        if step.side is Side.CANDIDATE and not step.done and silence.track.is_to_them(step):
            return step
    return request


def business_days(track: Track, first: date, last: date) -> int:
    """Count the business days after `first` up to `last`."""
    start, end = (track.calendar.end_of_day(day, track.timing.day_end) for day in (first, last))
    return max(0, round(track.calendar.business_days_between(start, end)))


def _delay_for_absence(silence: Silence, line: Line) -> Line:
    """Move a date behind the return that an automatic answer names."""
    step = silence.away
    if step is None or step.reading.away_until is None:
        return line
    track, back = silence.track, step.reading.away_until
    days = track.timing.stated
    from_ = morning_after(track, back.date(), days)
    if from_ <= line.from_:
        return line
    name = say_name(silence.contact)
    return replace(
        line,
        from_=from_,
        basis=Basis.STATED,
        rule="request_update.away",
        reason=f"{name} is away until {say_day(back)}; ask on {say_day(from_)}.",
        arithmetic=f"{line.arithmetic}; away until {say_day(back)}, plus {say_days(days)}: {say_moment(from_)}",
        message_id=step.id,
        quote=None,
    )
