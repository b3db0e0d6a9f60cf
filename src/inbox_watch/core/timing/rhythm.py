"""How long the people on the other side usually take to answer, learned from this mailbox alone.

A wait runs from the candidate's message that left the move with them to their first answer in person, in business time.
What counts for a silence is what was known when it began, so that a date once named doesn't move by itself.

An unanswered wait is evidence too: the estimate is Kaplan's and Meier's (1958) with the unanswered waits as censored,
of those who answer at all (Maller and Zhou 1992: a wait far longer than every answer will never end, and says nothing
of how long answers take). Where every wait was answered that is the plain quantile of the answers; it never exceeds
the longest answer. With too few answers there is no rhythm, and the stage's default holds.

From ten answers on, "9 in 10" can be read off them. The longest of five to nine is as often too short as not, and
asking then would be needless one time in five (`benchmarks/waits.py`): of one contact's answers the time is therefore
estimated, log-normal, drawn a little toward the stage's default (`estimate_of`). Three or four answers say nothing of
their spread, and an organisation's are several people's: there the longest stands.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import NormalDist
from types import MappingProxyType

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.opportunity import as_of
from inbox_watch.core.opportunity.sides import Side, addresses, organisation_of
from inbox_watch.core.timing.track import Step, Track, answers_something, lay_out
from inbox_watch.core.types import Act, Opportunity, Timing

# The most recent waits say most; a bound keeps one busy recruiter's history from costing the square of its length.
MOST_WAITS = 200
# A sum of parts of days may miss a whole number by a hair.
_HAIR = 1e-6
# One contact's answers, from so many on: estimated; from so many on: read off.
FEWEST_TO_ESTIMATE, FEWEST_TO_READ_OFF = 5, 10
# What the estimate assumes before any answer: half an answer that says that the stage's default is the time of 9 in 10,
# and two that say how much answers differ (standard deviation of the logarithm). Chosen with `benchmarks/waits.py`.
_PACE_WEIGHT, _SPREAD, _SPREAD_WEIGHT = 0.5, 0.3, 2
_SHORTEST = 0.25  # business days: whether an answer took minutes or an hour says nothing of the next silence


@dataclass(frozen=True, slots=True, order=True)
class Wait:
    """One wait for an answer; `end` is None while there is none, `days` its length in business time where there is."""

    start: datetime
    end: datetime | None = field(default=None, compare=False)
    days: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythms:
    """The waits of this mailbox by a contact's address and by an organisation's domain, the earliest first."""

    contacts: Mapping[str, tuple[Wait, ...]] = field(default_factory=lambda: MappingProxyType({}))
    organisations: Mapping[str, tuple[Wait, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """What the waits come to: 9 in 10 answers came within `days` business days; `within` of `answered` did."""

    who: str
    days: int
    within: int
    answered: int
    unanswered: int

    def in_words(self, name: str) -> str:
        """Return the sentence for `explain`."""
        inside = self.within if self.within < self.answered else self.answered
        plural = "day" if self.days == 1 else "days"
        words = f"{name} answered {inside} of {self.answered} times within {self.days} business {plural}"
        return words + (f" ({self.unanswered} more went unanswered)" if self.unanswered else "")


def learn(opportunities: Iterable[Opportunity], *, now: datetime, calendar: Calendar, timing: Timing) -> Rhythms:
    """Return the waits in these opportunities up to `now`."""
    contacts: dict[str, list[Wait]] = defaultdict(list)
    organisations: dict[str, list[Wait]] = defaultdict(list)
    for opportunity in opportunities:
        known = as_of(opportunity, now)
        if known is None:
            continue
        for address, wait in waits_of(lay_out(known, now=now, calendar=calendar, timing=timing)):
            contacts[address].append(wait)
            home = organisation_of(address)
            if home:
                organisations[home].append(wait)
    return Rhythms(contacts=_sorted(contacts), organisations=_sorted(organisations))


def _sorted(waits: Mapping[str, list[Wait]]) -> Mapping[str, tuple[Wait, ...]]:
    return MappingProxyType(
        {
            key: tuple(sorted(found, key=lambda one: (one.start, one.days is None, one.days or 0.0)))
            for key, found in waits.items()
        }
    )


def waits_of(track: Track) -> Iterator[tuple[str, Wait]]:
    """Yield the waits of one opportunity with the contact who answered, or who was written to.

    A wait across a call or an interview isn't one: everybody waits for that.
    """
    opened: Step | None = None
    for step in track.steps:
        if step.side is Side.CANDIDATE:
            opened = opened or (step if _leaves_the_move(track, step) else None)
        elif step.side is Side.PERSON and step.reading.away_until is None:
            if opened is not None and not _spans_appointment(track, opened.at, step.at) and step.entry.message.sender:
                days = track.calendar.business_days_between(opened.at, step.at)
                yield step.entry.message.sender.address, Wait(start=opened.at, end=step.at, days=days)
            opened = None
    if opened is not None and not track.ahead() and not _spans_appointment(track, opened.at, track.now):
        receiver = next((one.address for one in addresses(opened.entry.message) if one.address in track.persons), None)
        if receiver:
            yield receiver, Wait(start=opened.at)


def _leaves_the_move(track: Track, step: Step) -> bool:
    acts = step.reading.acts
    ends = acts & {Act.WITHDRAWS, Act.DECLINES_OFFER, Act.ACCEPTS_OFFER}
    return answers_something(step.reading) and not ends and track.is_to_them(step)


def _spans_appointment(track: Track, start: datetime, end: datetime) -> bool:
    return any(start <= one.start <= end for one in track.opportunity.appointments)


def rhythm_with(
    rhythms: Rhythms, address: str, *, at: datetime, usual: int, calendar: Calendar, timing: Timing
) -> Rhythm | None:
    """Return how soon 9 in 10 answers came, as known `at` the start of a silence; None with too few answers.

    The contact's own waits come first (3 answered), then their organisation's (5); held between 2 and 15 business days.
    `usual` is the stage's default, in business days.
    """
    home = organisation_of(address)
    sources = (
        ("contact", rhythms.contacts.get(address, ()), timing.rhythm_contact_waits),
        ("organisation", rhythms.organisations.get(home or "", ()), timing.rhythm_organisation_waits),
    )
    for who, waits, least in sources:
        answered, unanswered = _known(waits, at, calendar)
        if len(answered) >= max(1, least):
            is_estimated = who == "contact" and FEWEST_TO_ESTIMATE <= len(answered) < FEWEST_TO_READ_OFF
            share = timing.rhythm_share
            days = (
                estimate_of(answered, unanswered, share, usual=usual)
                if is_estimated
                else quantile_of(answered, unanswered, share)
            )
            return _rhythm(who, days, answered, unanswered, timing)
    return None


def _known(waits: Sequence[Wait], at: datetime, calendar: Calendar) -> tuple[list[float], list[float]]:
    """Return the lengths of the waits that were answered by `at`, and how long the others had run by then."""
    earlier = waits[: bisect_left(waits, Wait(start=at))][-MOST_WAITS:]
    answered = [one.days for one in earlier if one.days is not None and one.end is not None and one.end <= at]
    running = [one for one in earlier if one.end is None or one.end > at]
    return answered, [calendar.business_days_between(one.start, at) for one in running]


def _rhythm(who: str, quantile: float, answered: list[float], unanswered: list[float], timing: Timing) -> Rhythm:
    days = min(timing.rhythm_most, max(timing.rhythm_least, math.ceil(quantile - _HAIR)))
    return Rhythm(
        who=who,
        days=days,
        within=sum(one <= days + _HAIR for one in answered),
        answered=len(answered),
        unanswered=len(unanswered),
    )


def quantile_of(answered: Sequence[float], unanswered: Sequence[float], share: float) -> float:
    """Return the time by which `share` of those who ever answer had answered; ValueError where nobody did.

    The Kaplan-Meier estimate, divided by the part that ever answers (Maller and Zhou 1992).
    """
    steps = _answered_by(answered, unanswered)
    if not steps:
        raise ValueError("no answered wait")
    ever = steps[-1][1]
    return next(days for days, part in steps if part >= share * ever - _HAIR)


def estimate_of(answered: Sequence[float], unanswered: Sequence[float], share: float, *, usual: float) -> float:
    """Return the time by which `share` of this contact's next answers will have come, from a few answers.

    The predictive quantile of a log-normal time with conjugate prior (Gelman et al., Bayesian Data Analysis, 3.3), its
    moments weighted as Kaplan and Meier weigh the answers; `usual` business days are what is assumed where nothing is
    known. ValueError where nobody answered.
    """
    steps = _answered_by(answered, unanswered)
    if not steps:
        raise ValueError("no answered wait")
    number, ever, before, parts = len(steps), steps[-1][1], 0.0, []
    for days, part in steps:
        parts.append((math.log(max(_SHORTEST, days)), (part - before) / ever))
        before = part
    mean = sum(log * weight for log, weight in parts)
    scatter = number * sum(weight * (log - mean) ** 2 for log, weight in parts)
    assumed = math.log(usual) - NormalDist().inv_cdf(0.9) * _SPREAD
    weight, freedom = _PACE_WEIGHT + number, _SPREAD_WEIGHT + number
    pull = _PACE_WEIGHT * number / weight * (mean - assumed) ** 2
    variance = (_SPREAD_WEIGHT * _SPREAD**2 + scatter + pull) / freedom * (1 + 1 / weight)
    middle = (_PACE_WEIGHT * assumed + number * mean) / weight
    return math.exp(middle + _student(share, freedom) * math.sqrt(variance))


def _student(share: float, freedom: int) -> float:
    """Return Student's quantile, by its expansion around the normal one (Abramowitz and Stegun 26.7.5)."""
    z = NormalDist().inv_cdf(min(max(share, 0.01), 0.99))
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3


def _answered_by(answered: Sequence[float], unanswered: Sequence[float]) -> list[tuple[float, float]]:
    """Return, for each answered wait, its length and the part of all waits that was answered by then (Kaplan-Meier)."""
    events = sorted([(days, 0) for days in answered] + [(days, 1) for days in unanswered])
    steps: list[tuple[float, float]] = []
    waiting = 1.0
    for place, (days, is_censored) in enumerate(events):
        if not is_censored:
            at_risk = len(events) - place
            waiting *= (at_risk - 1) / at_risk
            steps.append((days, 1.0 - waiting))
    return steps
