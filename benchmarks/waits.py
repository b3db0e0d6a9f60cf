"""The learned rhythm against fixed timers, on simulated recruiters.

Run from the project's folder: `python -m benchmarks.waits`. Each recruiter has a pace of
their own: log-normal answer times in working days, for some a mixture of quick and slow ones; they rest on weekends and
German holidays; 35 % of the waits are never answered. Fixed timers count calendar days, as reply
trackers do. For each wait two things count:

- a needless request: the answer was coming, and the request went out before it;
- the days lost (calendar days): how long a dead thread stood before the request.

The rule is the program's own (`rhythm_with`), once so many waits with this contact were answered; with too few it's the
stage's default. Every reminder comes at 09:00. "Fixed, same price" is what a fixed timer with the rule's share of
needless requests loses.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.timing.rhythm import Rhythms, Wait, rhythm_with
from inbox_watch.core.types import Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """How recruiters differ."""

    between: float
    within: float
    mixed: float


RECRUITERS = 3_000
NEVER = 0.35
SEED = 4
DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=BERLIN)
CALENDAR, TIMING = Calendar(zone=BERLIN, country="DE"), Timing()
ADDRESS = "dana@talent.example"
# How much recruiters differ from each other, and each from day to day (standard deviations of the logarithm), and the
# share of recruiters who are quick on some days and slow on others.
POPULATIONS = {
    "steady, each at a pace of their own": Population(between=1.0, within=0.2, mixed=0.0),
    "as moody as different": Population(between=0.9, within=0.5, mixed=1 / 3),
    "much alike": Population(between=0.4, within=0.6, mixed=1 / 3),
}
FIXED = (3, 5, 7, 10, 14)
MORNING, WORKING_HOURS = 9, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A recruiter's history (length of each wait) and the wait to be judged, in which the answer may never come."""

    history: tuple[float | None, ...]
    start: datetime
    answer: datetime | None


def main() -> None:
    """Print both measures for fixed timers, and for the rule, in three populations."""
    for name, population in POPULATIONS.items():
        chance = random.Random(SEED)
        cases = {
            known: [_case(chance, known, population) for _ in range(RECRUITERS)] for known in (0, 3, 5, 7, 9, 10, 20)
        }
        curve = [_measure(cases[0], _fixed(days)) for days in range(1, 41)]
        print(f"\nrecruiters {name}\n{'':>15} {'needless':>9} {'days lost':>10} {'fixed, same price':>18} {'fewer':>7}")
        for days in FIXED:
            needless, lost = curve[days - 1]
            print(f"{'fixed':>7} {days:>2} days {needless:>9.3f} {lost:>10.2f}")
        for known, own in cases.items():
            needless, lost = _measure(own, _rule)
            fixed = _at_price(curve, needless)
            print(f"rule, {known:>2} known {needless:>9.3f} {lost:>10.2f} {fixed:>18.2f} {1 - lost / fixed:>7.1%}")


def _fixed(days: int) -> Callable[[Case], datetime]:
    return lambda case: CALENDAR.end_of_day(case.start.date() + timedelta(days=days), TIMING.morning)


def _case(chance: random.Random, known: int, population: Population) -> Case:
    draw = _recruiter(chance, population)
    history: list[float | None] = []
    while sum(one is not None for one in history) < known:
        history.append(_length(chance, draw()))
    start = _start(chance)
    length = draw()
    return Case(history=tuple(history), start=start, answer=_after(start, length) if length is not None else None)


def _start(chance: random.Random) -> datetime:
    """Return a moment at which a candidate writes: any business day of a year, within working hours."""
    day = CALENDAR.add_business_days(NOW.date() - timedelta(days=chance.randint(30, 394)), 0)
    return datetime.combine(day, time(MORNING), tzinfo=BERLIN) + timedelta(hours=chance.uniform(0, WORKING_HOURS))


def _length(chance: random.Random, length: float | None) -> float | None:
    """Return how long a wait is by the program's own count."""
    start = _start(chance)
    return None if length is None else CALENDAR.business_days_between(start, _after(start, length))


def _after(start: datetime, length: float) -> datetime:
    """Return the moment so many working days after `start`: recruiters answer within working hours."""
    worked = (start.hour + start.minute / 60 - MORNING) / WORKING_HOURS + length
    day = CALENDAR.add_business_days(start.date(), int(worked))
    return datetime.combine(day, time(MORNING), tzinfo=BERLIN) + timedelta(hours=worked % 1 * WORKING_HOURS)


def _recruiter(chance: random.Random, population: Population) -> Callable[[], float | None]:
    """Return a recruiter's way of answering: their median is about 2.2 working days, whatever the population."""
    pace, spread = chance.gauss(math.log(2.2), population.between), population.within
    is_mixed = chance.random() < population.mixed

    def draw() -> float | None:
        if chance.random() < NEVER:
            return None
        slow = math.log(3) if is_mixed and chance.random() < 0.3 else 0.0
        return math.exp(chance.gauss(pace + slow, spread))

    return draw


def _rule(case: Case) -> datetime:
    begin = NOW - timedelta(days=900)
    waits = tuple(
        Wait(start=begin, end=begin + timedelta(days=1) if one is not None else None, days=one) for one in case.history
    )
    known = Rhythms(contacts={ADDRESS: waits})
    usual = TIMING.screening
    found = rhythm_with(known, ADDRESS, at=case.start, usual=usual, calendar=CALENDAR, timing=TIMING)
    day = CALENDAR.add_business_days(case.start.date(), found.days if found else TIMING.screening)
    return CALENDAR.end_of_day(day, TIMING.morning)


def _measure(cases: Sequence[Case], timer: Callable[[Case], datetime]) -> tuple[float, float]:
    """Return the share of answered waits with a needless request, and the mean days lost on a dead thread."""
    coming = [case.answer > timer(case) for case in cases if case.answer is not None]
    dead = [(timer(case) - case.start) / DAY for case in cases if case.answer is None]
    return sum(coming) / len(coming), sum(dead) / len(dead)


def _at_price(curve: Sequence[tuple[float, float]], share: float) -> float:
    """Return what a fixed timer with this share of needless requests loses on a dead thread, between two whole days."""
    for (more, short), (less, long) in pairwise(curve):
        if less <= share:
            return long if more <= less else short + (long - short) * (more - share) / (more - less)
    return curve[-1][1]


if __name__ == "__main__":
    main()
