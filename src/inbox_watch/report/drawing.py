"""A course as a drawing: where each mark stands on the line of time, in percent of its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from inbox_watch.core.figures import Course, Event, Kept, Lane
from inbox_watch.core.types import State

MOST_MARKS = 300  # of one lane: more would only be a smear
_MOST_TICKS = 6
_WIDE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something at a place: `kind` chooses its form, `end` is there where it stretches."""

    kind: str
    x: float
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label below the line: the first of a month, or its year."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The marks of a course by lane, the ticks, and where `now` is. `wait` stretches from the last word to now."""

    them: tuple[Mark, ...]
    you: tuple[Mark, ...]
    meetings: tuple[Mark, ...]
    promises: tuple[Mark, ...]
    due: tuple[Mark, ...]
    wait: Mark | None
    ticks: tuple[Tick, ...]
    now: float


def draw(course: Course) -> Drawing:
    """Return where everything of a course stands, from its first event to what lies ahead."""
    now = course.track.now
    moments = [event.at for event in course.events] + [one.until for one in course.pledges] + [now]
    first, last = min(moments), max(moments)
    room = max((last - first) * 0.02, timedelta(hours=6))
    scale = _Scale(first=first - room, length=max(last - first + 2 * room, _WIDE))
    since = course.waits_since
    return Drawing(
        them=tuple(_messages(course.events, (Lane.THEM, Lane.AUTOMATIC), scale)),
        you=tuple(_messages(course.events, (Lane.YOU,), scale)),
        meetings=_marks(
            Mark(kind="held" if one.at <= now else "ahead", x=scale.at(one.at))
            for one in course.events
            if one.lane is Lane.MEETING
        ),
        promises=_marks(
            Mark(kind=_PROMISE[one.outcome], x=scale.at(one.made), end=scale.at(max(one.until, one.made)))
            for one in course.pledges
        ),
        due=_marks(
            Mark(kind=str(one.action.state), x=scale.at(one.at))
            for one in course.events
            if one.action is not None and (one.action.state is not State.UPCOMING or one.at <= last)
        ),
        wait=Mark(kind="wait", x=scale.at(since), end=scale.at(now)) if since else None,
        ticks=tuple(_ticks(first, last, scale)),
        now=scale.at(now),
    )


_PROMISE = {
    Kept.IN_TIME: "kept",
    Kept.LATE: "late",
    Kept.BROKEN: "broken",
    Kept.OPEN: "open",
    Kept.LAPSED: "lapsed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: datetime
    length: timedelta

    def at(self, moment: datetime) -> float:
        return round(100 * min(1.0, max(0.0, (moment - self.first) / self.length)), 2)


def _messages(events: Sequence[Event], lanes: tuple[Lane, ...], scale: _Scale) -> tuple[Mark, ...]:
    return _marks(Mark(kind=str(one.lane), x=scale.at(one.at)) for one in events if one.lane in lanes)


def _marks(found: Iterator[Mark]) -> tuple[Mark, ...]:
    return tuple(dict.fromkeys(found))[-MOST_MARKS:]


def _ticks(first: datetime, last: datetime, scale: _Scale) -> Iterator[Tick]:
    """Yield the firsts of months in between, as many as there is room for; of a short course its weeks."""
    days = (last - first).days
    if days < 45:
        step = 7 if days > 10 else 2
        monday = first.replace(hour=0, minute=0, second=0, microsecond=0)
        monday -= timedelta(days=monday.weekday()) if step == 7 else timedelta(0)
        found = [monday + timedelta(days=step * number) for number in range(1, 8)]
        labelled = [(day, f"{day.day} {day:%b}") for day in found if day <= last]
    else:
        months = list(_firsts_of_months(first, last))
        every = -(-len(months) // _MOST_TICKS)
        labelled = [(day, f"{day:%b}" if day.month > 1 else f"{day:%Y}") for day in months[:: every or 1]]
    for day, label in labelled:
        x = scale.at(day)
        if 3 <= x <= 94:
            yield Tick(x=x, label=label)


def _firsts_of_months(first: datetime, last: datetime) -> Iterator[datetime]:
    year, month = first.year, first.month
    for _ in range(600):
        month += 1
        if month > 12:
            year, month = year + 1, 1
        day = first.replace(year=year, month=month, day=1, hour=0, minute=0, second=0, microsecond=0)
        if day > last:
            return
        yield day
