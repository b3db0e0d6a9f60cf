"""The course of an opportunity up to `now`, laid out for the clock: who wrote when, and what was held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.opportunity.invitations import answer_to
from inbox_watch.core.opportunity.sides import (
    Side,
    addresses,
    answer_address,
    is_reachable,
    moment_of,
    sides_of,
    strangers,
    writes_in_person,
)
from inbox_watch.core.types import (
    ENDS,
    Act,
    ActionKind,
    Address,
    Appointment,
    Entry,
    Opportunity,
    Reading,
    Said,
    Stage,
    Standing,
    Timing,
)
from inbox_watch.core.when.counted import with_meeting
from inbox_watch.core.word.moves import move_of

_GIVES = frozenset(
    {
        Act.SENDS_TIMES,
        Act.SENDS_DOCUMENTS,
        Act.SENDS_ASSESSMENT,
        Act.DELIVERS,
        Act.CONFIRMS,
        Act.ASKS_BACK,
        Act.ACCEPTS_OFFER,
        Act.DECLINES_OFFER,
        Act.WITHDRAWS,
        Act.SAYS_YES,
        Act.SAYS_NO,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One message with the moment at which it was sent, in the candidate's zone, and the side that speaks.

    `done` is what the candidate did elsewhere, as they say; such a step is no message, and bears the id of the one
    before it.
    """

    entry: Entry
    at: datetime
    side: Side
    done: tuple[ActionKind, ...] = ()

    @property
    def reading(self) -> Reading:
        """Return what was read in it."""
        return self.entry.reading

    @property
    def id(self) -> str:
        """Return its Message-ID."""
        return self.entry.message.message_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """An opportunity as the clock sees it.

    Steps are in the order of time; a message without any date gives none. `turning_points` are the messages that
    changed the stage, `persons` the addresses of the other side, `own` those of the candidate's; `strangers` are on
    neither side.
    """

    opportunity: Opportunity
    steps: tuple[Step, ...]
    turning_points: frozenset[str]
    now: datetime
    calendar: Calendar
    timing: Timing
    persons: frozenset[str]
    own: frozenset[str]
    strangers: frozenset[str]

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Return the stages that it went through, the present one last."""
        return self.opportunity.standings

    @property
    def stage(self) -> Stage:
        """Return the present stage."""
        return self.opportunity.stage

    def sent(self, message_id: str) -> datetime | None:
        """Return when the message with this Message-ID was sent."""
        return next((step.at for step in self.steps if step.id == message_id), None)

    def end_of(self, appointment: Appointment) -> datetime:
        """Return when an appointment ends: as stated, else after the usual length (`appointment_length`)."""
        return self.calendar.to_local(_end_of(appointment, self.timing))

    def held(self) -> list[Appointment]:
        """Return the appointments that have ended, by their end."""
        return sorted((one for one in self.opportunity.appointments if self.end_of(one) <= self.now), key=self.end_of)

    def ahead(self) -> list[Appointment]:
        """Return the appointments that haven't ended, by their end."""
        return sorted((one for one in self.opportunity.appointments if self.end_of(one) > self.now), key=self.end_of)

    def is_to_them(self, step: Step) -> bool:
        """Say whether a message of the candidate's side went to the other side, not to a friend or to themselves.

        A mail without receivers gets the benefit of the doubt.
        """
        receivers = [one.address for one in addresses(step.entry.message) if one.address not in self.own]
        if not receivers:
            return not (step.entry.message.to or step.entry.message.cc)
        return not self.strangers.issuperset(receivers)


def lay_out(opportunity: Opportunity, *, now: datetime, calendar: Calendar, timing: Timing) -> Track:
    """Lay out an opportunity that holds nothing later than `now`."""
    entries = opportunity.entries
    ends = tuple(_end_of(one, timing) for one in opportunity.appointments)
    steps = tuple(
        Step(entry=_with_counted(entry, moment, ends, calendar), at=calendar.to_local(moment), side=side)
        for entry, side in zip(entries, sides_of(entries), strict=True)
        if (moment := moment_of(entry.message)) is not None
    )
    steps = _with_moves(steps, opportunity, calendar)
    persons = frozenset(_written_by(steps))
    return Track(
        opportunity=opportunity,
        steps=steps,
        turning_points=frozenset(one.evidence.message_id for one in opportunity.standings if one.evidence is not None),
        now=calendar.to_local(now),
        calendar=calendar,
        timing=timing,
        persons=persons,
        strangers=strangers(entries) - {word.value for word in opportunity.words if word.kind is Said.CONTACT},
        own=frozenset(
            step.entry.message.sender.address
            for step in steps
            if step.entry.message.sender and (step.reading.from_candidate or step.side is Side.CANDIDATE)
        ),
    )


def _end_of(appointment: Appointment, timing: Timing) -> datetime:
    start = appointment.start.astimezone(UTC)
    return max(appointment.end or start + timedelta(minutes=timing.appointment_length), start)


def _with_counted(entry: Entry, written: datetime, ends: Sequence[datetime], calendar: Calendar) -> Entry:
    """Return an entry whose promises have their days, where they are counted from an interview ("within a week of it").

    Another mail may have set the interview, or moved it since.
    """
    promises = entry.reading.promises
    if all(one.after_meeting is None for one in promises):
        return entry
    dated = tuple(with_meeting(one, ends, written, calendar) for one in promises)
    return replace(entry, reading=replace(entry.reading, promises=dated))


def _with_moves(steps: tuple[Step, ...], opportunity: Opportunity, calendar: Calendar) -> tuple[Step, ...]:
    """Put what the candidate did elsewhere among the messages."""
    moves = [
        Step(
            entry=move_of(word, opportunity.entries),
            at=calendar.to_local(word.at),
            side=Side.CANDIDATE,
            done=word.actions,
        )
        for word in opportunity.words
        if word.kind is Said.DONE
    ]
    return tuple(sorted((*steps, *moves), key=lambda step: step.at)) if moves else steps


def _written_by(steps: Iterable[Step]) -> Iterable[str]:
    """Yield the addresses of the other side, from which messages came or to which answers should go."""
    for step in steps:
        if step.side is Side.CANDIDATE or step.reading.from_candidate:
            continue
        sender = step.entry.message.sender
        yield from (sender.address,) if sender else ()
        yield from (other.address for other in step.entry.message.reply_to)
        for appointment in step.reading.appointments:
            yield from (other.address for other in appointment.with_)


def sender_to_answer(step: Step) -> Address | None:
    """Return whom an answer to this message reaches; None where that is nobody."""
    in_person = writes_in_person(step.reading)
    found = answer_address(step.entry.message, wrote_in_person=in_person)
    return found if found and is_reachable(found.address, wrote_in_person=in_person) else None


def answers_something(reading: Reading) -> bool:
    """Say whether the candidate's message says more than thanks, and more than that something will come later."""
    if reading.acts & _GIVES:
        return True
    return not reading.acts & {Act.ONLY_THANKS, Act.DELAYS}


def accepts_invitation(step: Step) -> bool:
    """Say whether a message is the candidate's answer to an invitation, whatever it says."""
    message = step.entry.message
    return step.reading.from_candidate and any(answer_to(event, message) for event in message.events)


def days_of(timing: Timing, name: str) -> int:
    """Return a number of business days by the name of what it is for: a kind of action, or a stage."""
    return int(getattr(timing, name))


def end_said(track: Track) -> datetime | None:
    """Return when the opportunity ended as the user says; None where they say nothing of the kind."""
    return next((one.since for one in track.standings if one.is_said and one.stage in ENDS), None)


def ends_of(track: Track) -> frozenset[str]:
    """Return the messages that ended the opportunity, for a time or for good."""
    return frozenset(
        one.evidence.message_id for one in track.standings if one.stage in ENDS and one.evidence is not None
    )
