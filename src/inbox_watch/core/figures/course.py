"""The course of one opportunity: who wrote when, what was held, promised, reached, and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.figures.pledges import Pledge, pledges_of
from inbox_watch.core.opportunity import as_of
from inbox_watch.core.opportunity.sides import Side
from inbox_watch.core.timing.silence import silence_of
from inbox_watch.core.timing.track import Step, Track, lay_out
from inbox_watch.core.types import ENDS, ORDERED_STAGES, Action, Appointment, Contact, Finding, Stage, Timing, Turn


class Lane(StrEnum):
    """Where an event belongs."""

    THEM = "them"
    YOU = "you"
    AUTOMATIC = "automatic"
    MEETING = "meeting"
    DUE = "due"


_LANES = {Side.CANDIDATE: Lane.YOU, Side.PERSON: Lane.THEM, Side.PROGRAM: Lane.AUTOMATIC}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, or will: a message (or what was done elsewhere), an appointment, or something due.

    Exactly one of `step`, `appointment` and `action` is there. `reached` is the stage that a message led to, `pledge`
    the promise that it makes.
    """

    at: datetime
    lane: Lane
    step: Step | None = None
    appointment: Appointment | None = None
    action: Action | None = None
    reached: Stage | None = None
    pledge: Pledge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """An opportunity as a story. `events` are in the order of time, what lies ahead last.

    `waits_since` is the later of the candidate's last message and theirs, where the other side has the move (or had it
    until it was parked); `waited` is the business time from then to now, `waits_for` the person. All three are None
    where nobody is waited for. `furthest` is the furthest stage that was ever reached.
    """

    finding: Finding
    track: Track
    events: tuple[Event, ...]
    pledges: tuple[Pledge, ...]
    furthest: Stage
    waits_since: datetime | None = None
    waited: float | None = None
    waits_for: Contact | None = None


def course_of(finding: Finding, *, now: datetime, calendar: Calendar, timing: Timing) -> Course:
    """Return the course of an opportunity as it was known at `now`. Times are in the calendar's zone."""
    known = as_of(finding.opportunity, now) or finding.opportunity
    track = lay_out(known, now=now, calendar=calendar, timing=timing)
    pledges = pledges_of(track)
    since, contact = _wait(finding, track)
    return Course(
        finding=finding,
        track=track,
        events=tuple(sorted(_events(finding, track, pledges), key=_order)),
        pledges=pledges,
        furthest=_furthest(track),
        waits_since=since,
        waited=calendar.business_days_between(since, track.now) if since else None,
        waits_for=contact if since else None,
    )


def _order(event: Event) -> tuple[datetime, str]:
    return event.at, event.lane


def _events(finding: Finding, track: Track, pledges: tuple[Pledge, ...]) -> Iterator[Event]:
    reached = {one.evidence.message_id: one.stage for one in track.standings if one.evidence is not None}
    promised = {one.message_id: one for one in pledges}
    for step in track.steps:
        mail = "" if step.done else step.id
        yield Event(
            at=step.at,
            lane=_LANES[step.side],
            step=step,
            reached=reached.get(mail),
            pledge=promised.get(mail) if step.side is not Side.CANDIDATE else None,
        )
    for appointment in track.opportunity.appointments:
        yield Event(at=track.calendar.to_local(appointment.start), lane=Lane.MEETING, appointment=appointment)
    for action in finding.judgement.actions:
        yield Event(at=track.calendar.to_local(action.due), lane=Lane.DUE, action=action)


def _wait(finding: Finding, track: Track) -> tuple[datetime | None, Contact | None]:
    judged = finding.judgement
    if track.stage in ENDS or not (judged.turn is Turn.RECRUITER or judged.parked):
        return None, None
    silence = silence_of(track)
    if silence.ahead is not None or silence.last is None:
        return None, None
    last = max([silence.last.at, *([silence.held_end] if silence.held_end else [])])
    return last, silence.contact


def _furthest(track: Track) -> Stage:
    """Return the furthest stage that was ever reached; an acceptance went through an offer."""
    stages = [one.stage for one in track.standings]
    reached = [ORDERED_STAGES.index(one) for one in stages if one in ORDERED_STAGES]
    if Stage.ACCEPTED in stages:
        reached.append(len(ORDERED_STAGES) - 1)
    return ORDERED_STAGES[max(reached, default=0)]
