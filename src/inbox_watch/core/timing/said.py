"""What the user's word does to what was judged: put off until a day, or never shown again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from inbox_watch.core.timing.silence import named_instead
from inbox_watch.core.timing.track import Track
from inbox_watch.core.timing.words import say_day, say_moment
from inbox_watch.core.types import Action, ActionKind, Address, Basis, Judgement, Said, State, Turn, Word


def state_at(now: datetime, from_: datetime, due: datetime) -> State:
    """Return where an action stands: upcoming before `from_`, due until `due`, overdue after it."""
    if now < from_:
        return State.UPCOMING
    return State.DUE if now <= due else State.OVERDUE


def as_said(track: Track, action: Action, *, not_after: datetime | None = None) -> Action:
    """Return an action as the user's word has it: to whom they named, by that name, and put off. See `put_off`."""
    if instead := named_instead(track, action.to, action.message_id):
        action = replace(action, to=Address(name=instead.name, address=instead.address))
    words = [one for one in track.opportunity.words if one.kind is Said.CONTACT and one.name]
    name = next((one.name for one in reversed(words) if action.to and one.value == action.to.address), None)
    if action.to and name:
        action = replace(action, to=replace(action.to, name=name))
    return put_off(track, action, not_after=not_after)


def put_off(track: Track, action: Action, *, not_after: datetime | None = None) -> Action:
    """Return an action as the user put it off: not before that day's morning. A date that they named stays.

    A date of ours moves along, an update request's always, and never behind the appointment (`not_after`) that it is
    about. The last word counts; it holds for what was open when it was said, not for what is asked in later mail.
    """
    word = next((one for one in reversed(track.opportunity.words) if _is_about(one, action, track)), None)
    if word is None or word.until is None:
        return action
    until = track.calendar.to_local(word.until)
    from_ = max(action.from_, until)
    due = action.due
    if from_ > action.from_:
        due = _due(track, action, from_, not_after)
    words = f"put off on {say_day(track.calendar.to_local(word.said))} until {say_day(until)}: {say_moment(from_)}"
    return replace(
        action,
        from_=from_,
        due=due,
        state=state_at(track.now, from_, due),
        reason=f"{action.reason} You put it off until {say_day(until)}.",
        arithmetic=f"{action.arithmetic}; {words}",
    )


def _due(track: Track, action: Action, from_: datetime, not_after: datetime | None) -> datetime:
    end = track.calendar.end_of_day(from_.date(), track.timing.day_end)
    if action.kind is ActionKind.REQUEST_UPDATE:
        return end
    if action.basis is Basis.STATED:
        return action.due
    bounded = end if not_after is None else min(end, track.calendar.to_local(not_after))
    return max(action.due, bounded)


def _is_about(word: Word, action: Action, track: Track) -> bool:
    """Say whether a word puts off this action: of its kind, and of a mail that was there when it was said."""
    if word.kind is not Said.SNOOZE or action.kind not in word.actions:
        return False
    cause = next((step for step in track.steps if step.id == action.message_id and not step.done), None)
    if cause is None or not word.knew(cause.entry.message):
        return False
    return action.kind is ActionKind.REQUEST_UPDATE or action.from_ <= word.said


def muted(track: Track, judgement: Judgement) -> Judgement:
    """Return what is left where the user wants to hear nothing more: no action, and nobody's move.

    Nobody's, since the user lets it rest: `candidate` without anything to do would contradict itself.
    """
    word = next((one for one in reversed(track.opportunity.words) if one.kind is Said.MUTE), None)
    if word is None:
        return judgement
    return replace(
        judgement,
        turn=Turn.NOBODY,
        turn_reason=f"You muted it on {say_day(track.calendar.to_local(word.said))}.",
        actions=(),
        parked=False,
        parked_suggestion=None,
        is_muted=True,
    )
