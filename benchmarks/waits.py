"""The learned rhythm against fixed timers, on simulated recruiters.

Run from the project's folder: `python -m benchmarks.waits`. Each recruiter has a pace of their own: log-normal answer times, for
every third a mixture of quick and slow ones; one answer in twelve is late by a holiday; 35 % of the waits are never answered.
All times are in business days. For each wait two things count:

- a needless request: the answer was coming, and the request went out before it;
- the days lost: how long a dead thread stood before the request.

The rule is the program's own (`rhythm_with`), once so many waits with this contact were answered; with too few it's the
stage's default, which is a fixed timer. A fixed timer of any length is read off the curve of fixed timers at the rule's share
of needless requests, so that both are compared at one price.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.timing.rhythm import Rhythms, Wait, rhythm_with
from inbox_watch.core.types import Timing

RECRUITERS = 20_000
NEVER = 0.35
SEED = 4
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
EARLY = NOW - timedelta(days=300)
CALENDAR, TIMING = Calendar(zone=UTC, country=None), Timing()
ADDRESS = "dana@talent.example"
FIXED = (3, 5, 7, 10, 14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A recruiter's history and the wait that is to be judged; `answer` is None where none ever comes."""

    history: tuple[float | None, ...]
    answer: float | None


def main() -> None:
    """Print both measures for fixed timers, and for the rule after 0, 3, 5, 10 and 20 answered waits."""
    chance = random.Random(SEED)  # a simulation, no secret
    cases = {known: [_case(chance, known) for _ in range(RECRUITERS)] for known in (0, 3, 5, 10, 20)}
    print(f"{'fixed timer':>22} {'needless':>9} {'days lost':>10}")
    for days in FIXED:
        needless, lost = _measure(cases[0], lambda _, timer=days: timer)
        print(f"{days:>17} days {needless:>9.3f} {lost:>10.2f}")
    print(f"\n{'answered waits':>22} {'needless':>9} {'days lost':>10} {'fixed, same price':>18} {'fewer days':>11}")
    for known, own in cases.items():
        needless, lost = _measure(own, _rule)
        fixed = _fixed_at(own, needless)
        print(f"{known:>22} {needless:>9.3f} {lost:>10.2f} {fixed:>18.2f} {1 - lost / fixed:>11.1%}")


def _case(chance: random.Random, known: int) -> Case:
    draw = _recruiter(chance)
    history: list[float | None] = []
    while sum(one is not None for one in history) < known:
        history.append(draw())
    return Case(history=tuple(history), answer=draw())


def _recruiter(chance: random.Random) -> Callable[[], float | None]:
    """Return a recruiter's way of answering: their median lies between half a day and some ten days."""
    pace, spread = chance.gauss(math.log(2.0), 0.9), chance.uniform(0.3, 0.7)
    is_mixed = chance.random() < 1 / 3

    def draw() -> float | None:
        if chance.random() < NEVER:
            return None
        slow = math.log(3) if is_mixed and chance.random() < 0.3 else 0.0
        late = chance.uniform(3, 10) if chance.random() < 1 / 12 else 0.0
        return math.exp(chance.gauss(pace + slow, spread)) + late

    return draw


def _rule(case: Case) -> float:
    waits = tuple(
        Wait(start=EARLY, end=EARLY + timedelta(days=2 * one + 1) if one is not None else None, days=one)
        for one in case.history
    )
    found = rhythm_with(Rhythms(contacts={ADDRESS: waits}), ADDRESS, at=NOW, calendar=CALENDAR, timing=TIMING)
    return found.days if found else TIMING.screening


def _measure(cases: Sequence[Case], timer: Callable[[Case], float]) -> tuple[float, float]:
    """Return the share of answered waits with a needless request, and the mean days lost on a dead thread."""
    coming = [case.answer > timer(case) for case in cases if case.answer is not None]
    dead = [timer(case) for case in cases if case.answer is None]
    return sum(coming) / len(coming), sum(dead) / len(dead)


def _fixed_at(cases: Sequence[Case], share: float) -> float:
    """Return the length of the fixed timer that has this share of needless requests: what it loses on a dead thread."""
    answers = sorted(case.answer for case in cases if case.answer is not None)
    place = min(len(answers) - 1, max(0, math.ceil((1 - share) * len(answers)) - 1))
    return answers[place]


if __name__ == "__main__":
    main()
