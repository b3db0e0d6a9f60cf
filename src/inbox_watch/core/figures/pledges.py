"""What the other side promised with a date, and what became of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_watch.core.opportunity.sides import Side, went_to_many
from inbox_watch.core.timing.silence import dated, day_named, is_word
from inbox_watch.core.timing.track import Step, Track
from inbox_watch.core.timing.update import morning_after
from inbox_watch.core.types import ENDS, Promise

_LAST_NAMED = 3  # promises that may still tell when to expect an answer


class Kept(StrEnum):
    """What became of a promise."""

    IN_TIME = "in_time"
    LATE = "late"
    BROKEN = "broken"
    OPEN = "open"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A promise of the other side's that names a time.

    `until` is the end of that time, `grace` the moment from which an update may be requested: 1 business day
    (`[timing] stated`) later, in the morning. `met` is when they next wrote, or met the candidate; None where they
    didn't. It is kept in time where that was before `grace`, late where it was after it; broken where `grace` has
    passed without a word, still open before. It has lapsed where the opportunity ended before it was due, by the
    candidate's word. `address` is the sender's.
    """

    message_id: str
    address: str
    is_automatic: bool
    quote: str
    made: datetime
    until: datetime
    grace: datetime
    met: datetime | None
    outcome: Kept


def pledges_of(track: Track) -> tuple[Pledge, ...]:
    """Return the promises of the other side in one opportunity, in the order of time: one a message, as the clock does.

    Any word from them counts as keeping it, for whether it says what was promised can't be told. So does an
    appointment: what is said on the telephone is in no mail.
    """
    words = [step.at for step in track.steps if is_word(track, step)]
    met = sorted([*words, *(track.calendar.to_local(one.start) for one in track.held())])
    return tuple(
        _pledge(track, step, promise, met)
        for step in track.steps
        if step.side is not Side.CANDIDATE and not step.reading.from_candidate and not went_to_many(step.reading)
        if (promise := dated(step)) is not None
    )


def _pledge(track: Track, step: Step, promise: Promise, met: list[datetime]) -> Pledge:
    assert promise.latest is not None
    until = track.calendar.to_local(promise.latest)
    grace = morning_after(track, day_named(promise), track.timing.stated, not_before=max(until, step.at))
    place = bisect_right(met, step.at)
    next_ = met[place] if place < len(met) else None
    return Pledge(
        message_id=step.id,
        address=step.entry.message.sender.address if step.entry.message.sender else "",
        is_automatic=step.side is Side.PROGRAM,
        quote=promise.quote,
        made=step.at,
        until=until,
        grace=grace,
        met=next_,
        outcome=_outcome(track, grace, next_),
    )


def _outcome(track: Track, grace: datetime, met: datetime | None) -> Kept:
    ended = track.opportunity.stage_since if track.stage in ENDS else None
    if ended is not None and ended < grace and (met is None or met > ended):
        return Kept.LAPSED
    if met is not None:
        return Kept.IN_TIME if met < grace else Kept.LATE
    return Kept.OPEN if track.now < grace else Kept.BROKEN


def kept_by(pledges: tuple[Pledge, ...], end: datetime) -> bool:
    """Say whether an answer at `end` came by a time that they had named before, in one of their last few promises.

    `pledges` are in the order of time.
    """
    place = bisect_left(pledges, end, key=lambda one: one.made)
    return any(end < one.grace for one in pledges[max(0, place - _LAST_NAMED) : place])
