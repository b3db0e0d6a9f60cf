"""The search as a whole: how far opportunities went, what happened in each week, how long silences were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from inbox_watch.core.figures.course import Course
from inbox_watch.core.opportunity.sides import Side
from inbox_watch.core.timing.rhythm import quantile_of, waits_of
from inbox_watch.core.timing.track import Track
from inbox_watch.core.types import ENDS, ORDERED_STAGES, Stage

ENOUGH_FOR_SHARES = 10  # opportunities: of fewer, a share says less than the count
MOST_WEEKS = 26
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What happened in the week that begins on `monday`, in the candidate's zone.

    `applications` counts the opportunities that became applied then; `first_answers` the first words in person after
    the candidate's first message; `interviews` those that began then, without the ones that lie ahead.
    """

    monday: date
    applications: int = 0
    first_answers: int = 0
    interviews: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Silences:
    """How long the candidate waited for answers, in business days, over all opportunities.

    `answered` are the lengths of the answered waits, the shortest first; `running` those of the waits that have no
    answer yet, where the opportunity hasn't ended.
    """

    answered: tuple[float, ...] = ()
    running: tuple[float, ...] = ()

    @property
    def usual(self) -> float | None:
        """Return the median of the answered waits; None where there is none."""
        return median(self.answered) if self.answered else None

    @property
    def most(self) -> float | None:
        """Return the time within which 9 in 10 of the answers came, as the clock reckons; None where there is none."""
        return quantile_of(self.answered, self.running, 0.9) if self.answered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The whole search.

    `reached` says of each stage how many opportunities came that far or further, whatever became of them; a stage that
    one skipped counts as reached. `ends` counts by how they stand now: an end, on hold, or None for under way.
    """

    total: int
    reached: tuple[tuple[Stage, int], ...]
    ends: tuple[tuple[Stage | None, int], ...]
    weeks: tuple[Week, ...]
    silences: Silences
    earlier_weeks: int = 0


def search(courses: Sequence[Course], now: datetime) -> Search:
    """Return the figures of the whole search at `now`; weeks are those of the zone of `now`, the last 26."""
    furthest = Counter(ORDERED_STAGES.index(course.furthest) for course in courses)
    stands = Counter(_stands(course.finding.opportunity.stage) for course in courses)
    weeks = _weeks(courses, now)
    return Search(
        total=len(courses),
        reached=tuple(
            (stage, sum(count for place, count in furthest.items() if place >= rank))
            for rank, stage in enumerate(ORDERED_STAGES)
        ),
        ends=tuple(
            (stage, stands[stage])
            for stage in (None, Stage.ON_HOLD, Stage.ACCEPTED, Stage.REJECTED, Stage.WITHDRAWN)
            if stands[stage]
        ),
        weeks=weeks[-MOST_WEEKS:],
        earlier_weeks=max(0, len(weeks) - MOST_WEEKS),
        silences=_silences(courses, now),
    )


def _stands(stage: Stage) -> Stage | None:
    return stage if stage in ENDS or stage is Stage.ON_HOLD else None


def _silences(courses: Sequence[Course], now: datetime) -> Silences:
    answered, running = [], []
    for course in courses:
        track = course.track
        for _, wait in waits_of(track):
            if wait.days is not None:
                answered.append(wait.days)
            elif track.stage not in ENDS:
                running.append(track.calendar.business_days_between(wait.start, now))
    return Silences(answered=tuple(sorted(answered)), running=tuple(sorted(running)))


def _weeks(courses: Sequence[Course], now: datetime) -> tuple[Week, ...]:
    """Return every week from the first message's to the present one, empty ones too."""
    first = min((course.track.steps[0].at for course in courses if course.track.steps), default=None)
    if first is None:
        return ()
    counts = [
        Counter(_monday(at) for course in courses for at in found(course.track) if at <= now)
        for found in (_applications, _first_answers, _interviews)
    ]
    last = _monday(now)
    monday = max(_monday(first), last - 200 * _WEEK)
    found = []
    while monday <= last:
        applications, answers, interviews = (one[monday] for one in counts)
        found.append(Week(monday=monday, applications=applications, first_answers=answers, interviews=interviews))
        monday += _WEEK
    return tuple(found)


def _monday(at: datetime) -> date:
    day = at.date()
    return day - timedelta(days=day.weekday())


def _applications(track: Track) -> Iterator[datetime]:
    """Yield when an opportunity became applied, for the first time."""
    since = next((one.since for one in track.standings if one.stage is Stage.APPLIED and one.since), None)
    if since is not None:
        yield track.calendar.to_local(since)


def _first_answers(track: Track) -> Iterator[datetime]:
    """Yield when somebody of theirs wrote in person for the first time after the candidate had."""
    has_written = False
    for step in track.steps:
        if step.side is Side.CANDIDATE:
            has_written = True
        elif has_written and step.side is Side.PERSON and step.reading.away_until is None:
            yield step.at
            return


def _interviews(track: Track) -> Iterator[datetime]:
    for one in track.opportunity.appointments:
        if one.what == "interview":
            yield track.calendar.to_local(one.start)
