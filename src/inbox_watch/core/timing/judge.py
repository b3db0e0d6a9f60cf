"""Whose turn it is, and what to do: section 2's debts and section 3's request, put together at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.opportunity import as_of
from inbox_watch.core.opportunity.sides import Side
from inbox_watch.core.timing.debts import Debt
from inbox_watch.core.timing.events import owed_after_events
from inbox_watch.core.timing.owed import Owed, owed
from inbox_watch.core.timing.rhythm import Rhythms
from inbox_watch.core.timing.said import as_said, muted, state_at
from inbox_watch.core.timing.silence import Silence, silence_of
from inbox_watch.core.timing.track import Track, lay_out
from inbox_watch.core.timing.update import Line, is_exhausted, line_of
from inbox_watch.core.timing.words import say_day, say_list, say_moment, say_name
from inbox_watch.core.types import (
    ENDS,
    Act,
    Action,
    ActionKind,
    Address,
    Contact,
    Judgement,
    Opportunity,
    Reading,
    Stage,
    State,
    Timing,
    Turn,
)

_ORDER = {State.OVERDUE: 0, State.DUE: 1, State.UPCOMING: 2}
_PENDING = {
    ActionKind.REPLY: "a reply",
    ActionKind.SEND_AVAILABILITY: "times when you are available",
    ActionKind.CONFIRM: "a confirmation",
    ActionKind.SEND_DOCUMENTS: "documents",
    ActionKind.COMPLETE_ASSESSMENT: "a test or task",
    ActionKind.ANSWER_OFFER: "an answer to an offer",
    ActionKind.THANK_YOU: "a thank-you",
    ActionKind.DEBRIEF: "word of how the interview went",
    ActionKind.KEEP_PROMISE: "what you promised",
}


def judge(
    opportunity: Opportunity, *, now: datetime, calendar: Calendar, timing: Timing, rhythms: Rhythms
) -> Judgement:
    """Return whose turn it is at `now`, and what to do, sorted as it should be shown.

    Messages later than `now` don't exist yet. `rhythms` comes from `learn`. Times are in the calendar's zone.
    """
    known = as_of(opportunity, now)
    if known is None:
        return Judgement(turn=Turn.NOBODY, turn_reason="Nothing had arrived yet.")
    track = lay_out(known, now=now, calendar=calendar, timing=timing)
    found = owed(track)
    return muted(track, replace(_judged(track, found, rhythms), closings=found.closings))


def _judged(track: Track, found: Owed, rhythms: Rhythms) -> Judgement:
    if track.stage in ENDS:
        return Judgement(turn=Turn.NOBODY, turn_reason=_end_in_words(track), notes=_notes(track, None))
    after_events = owed_after_events(track, found.unanswered)
    if found.debts:
        return _candidates_move(track, (*found.debts, *after_events))
    return _their_move(track, after_events, rhythms)


def _candidates_move(track: Track, debts: Sequence[Debt]) -> Judgement:
    actions = sort_actions([_action(track, debt) for debt in debts])
    return Judgement(
        turn=Turn.CANDIDATE, turn_reason=_debts_in_words(actions), actions=actions, notes=_notes(track, None)
    )


def _their_move(track: Track, after_events: Sequence[Debt], rhythms: Rhythms) -> Judgement:
    """Nothing is owed but what follows an interview: the other side has the move, if anybody has."""
    silence = silence_of(track)
    line = None if _is_nobodys(track) else line_of(silence, rhythms)
    if line is not None and silence.contact is not None and _is_parked(silence, line):
        return _parked(track, silence, line)
    actions = [_action(track, debt) for debt in after_events]
    if line is not None and silence.contact is not None and not is_exhausted(silence):
        actions.append(_request(track, silence.contact, line))
    turn, reason = _turn(track, silence, line)
    if after_events:
        turn, reason = Turn.CANDIDATE, _debts_in_words(sort_actions(actions))
    return Judgement(turn=turn, turn_reason=reason, actions=sort_actions(actions), notes=_notes(track, line))


def _is_nobodys(track: Track) -> bool:
    """An approach that wants no answer, and that the candidate has never answered, is nobody's move."""
    if track.stage is not Stage.OUTREACH or any(step.side is Side.CANDIDATE for step in track.steps):
        return False
    return not any(_is_under_way(step.reading) for step in track.steps if step.side is Side.PERSON)


def _is_under_way(reading: Reading) -> bool:
    """Say whether a mail speaks of something that goes on: an answer to come, a meeting set, moved or called off."""
    moves = {Act.HOLDS, Act.BOOKS, Act.CANCELS, Act.RESCHEDULES, Act.HAS_DOCUMENTS, Act.HAS_ASSESSMENT}
    return bool(reading.acts & moves or reading.appointments) or any(one.by == "sender" for one in reading.promises)


def _turn(track: Track, silence: Silence, line: Line | None) -> tuple[Turn, str]:
    if line is None and _is_nobodys(track):
        return Turn.NOBODY, "They approached you without asking for an answer, and you haven't written."
    if silence.ahead is not None:
        start = track.calendar.to_local(silence.ahead.start)
        return Turn.RECRUITER, f"The {silence.ahead.what} on {say_moment(start)} lies ahead; nothing is owed."
    if track.stage is Stage.ON_HOLD:
        return Turn.RECRUITER, "They have put it on hold."
    name = say_name(silence.contact) if silence.contact else "The other side"
    since = f" since {say_day(line.since)}" if line else ""
    return Turn.RECRUITER, f"{name} has the move{since}; you owe nothing."


def _end_in_words(track: Track) -> str:
    since = track.opportunity.stage_since
    when = f" on {say_day(track.calendar.to_local(since))}" if since else ""
    return f"It ended{when}: {track.stage}."


def _debts_in_words(actions: Sequence[Action]) -> str:
    names = list(dict.fromkeys(_PENDING[action.kind] for action in actions if action.kind in _PENDING))
    return f"You owe {say_list(names)}."


# --- parking --------------------------------------------------------------------------------------------------------


def _is_parked(silence: Silence, line: Line) -> bool:
    return is_exhausted(silence) and silence.ahead is None and silence.track.now >= line.from_


def _parked(track: Track, silence: Silence, line: Line) -> Judgement:
    asked = " and ".join(say_day(step.at) for step in silence.requests[-2:])
    return Judgement(
        turn=Turn.NOBODY,
        turn_reason=f"You asked on {asked} and got no answer; any word from them wakes it.",
        parked=True,
        parked_suggestion=_suggestion(track, silence),
        notes=_notes(track, line),
    )


def _suggestion(track: Track, silence: Silence) -> str:
    """Say what else could be done: call, else write to somebody else, else let it rest."""
    contact = silence.contact
    reached = sorted(track.opportunity.contacts, key=lambda one: one.address != (contact.address if contact else ""))
    with_phone = next((one for one in reached if one.phone), None)
    if with_phone is not None:
        return f"Two requests got no answer; call {say_name(with_phone)} on {with_phone.phone}."
    other = next((one for one in reached if one.is_reachable and one != contact), None)
    if other is not None:
        address = f" ({other.address})" if other.name else ""
        return f"Two requests got no answer; write to {say_name(other)}{address} instead."
    return "Two requests got no answer; let it rest."


# --- actions --------------------------------------------------------------------------------------------------------


def _action(track: Track, debt: Debt) -> Action:
    made = Action(
        kind=debt.kind,
        to=debt.to,
        from_=debt.opened,
        due=debt.due,
        state=state_at(track.now, debt.opened, debt.due),
        basis=debt.basis,
        reason=debt.reason,
        message_id=debt.message_id,
        quote=debt.quote,
        rule=debt.rule,
        arithmetic=debt.arithmetic,
    )
    return as_said(track, made, not_after=debt.not_after)


def _request(track: Track, contact: Contact, line: Line) -> Action:
    due = track.calendar.end_of_day(line.from_.date(), track.timing.day_end)
    made = Action(
        kind=ActionKind.REQUEST_UPDATE,
        to=Address(name=contact.name, address=contact.address),
        from_=line.from_,
        due=due,
        state=state_at(track.now, line.from_, due),
        basis=line.basis,
        reason=line.reason,
        message_id=line.message_id,
        quote=line.quote,
        rule=line.rule,
        arithmetic=line.arithmetic,
    )
    return as_said(track, made)


def sort_actions(actions: Sequence[Action]) -> tuple[Action, ...]:
    """Return actions as they should be shown: overdue, due, upcoming; then by due; then in a fixed order."""
    return tuple(
        sorted(
            actions,
            key=lambda one: (_ORDER[one.state], one.due, one.kind, one.message_id, one.quote or ""),
        )
    )


def _notes(track: Track, line: Line | None) -> tuple[str, ...]:
    """Return what `explain` should add: reopenings, and the rhythm that was used."""
    notes = []
    for former, later in zip(track.standings, track.standings[1:], strict=False):
        if former.stage in ENDS and later.stage not in ENDS and later.since is not None and not later.is_said:
            day = say_day(track.calendar.to_local(later.since))
            end = {Stage.REJECTED: "a rejection", Stage.WITHDRAWN: "a withdrawal"}.get(former.stage, "an acceptance")
            notes.append(f"Reopened after {end} on {day}.")
    if line is not None and line.note:
        notes.append(line.note)
    return tuple(notes)
