"""How each person on the other side answers, and each organisation."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from inbox_watch.core.figures.course import Course
from inbox_watch.core.figures.pledges import Kept, kept_by
from inbox_watch.core.opportunity.sides import Side, addresses, organisation_of, plain_name
from inbox_watch.core.timing.rhythm import waits_of
from inbox_watch.core.timing.track import Step, Track, days_of
from inbox_watch.core.types import ENDS, Act, SenderKind, Stage

ENOUGH = 3  # cases: fewer say nothing about how somebody usually answers
_HAIR = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How a person (or all people of an organisation) answers this candidate.

    - `answered`: the lengths, in business days, of the waits that an answer in person ended (see `rhythm.waits_of`);
      `in_time` is how many of them were no longer than is usual at that stage (`[timing]`), or ended by a time that the
      other side had named.
    - `running`: how many waits have no answer yet; `silence`: the longest of the present silences, in business days,
      where they have the move.
    - `promises`: the promises with a date that have been kept, kept late or broken; open and lapsed ones don't count.
      `kept` were kept in time.
    - `asked`: how often the candidate requested an update.
    """

    name: str
    address: str
    kind: SenderKind
    answered: tuple[float, ...] = ()
    in_time: int = 0
    running: int = 0
    silence: float | None = None
    promises: int = 0
    kept: int = 0
    open_promises: int = 0
    asked: int = 0
    opportunities: frozenset[str] = frozenset()
    people: int = 1

    @property
    def cases(self) -> int:
        """Return on how many cases all this rests: waits, answered or not, and promises that came due."""
        return len(self.answered) + self.running + self.promises

    @property
    def is_enough(self) -> bool:
        """Say whether there are enough cases of any sort to say something."""
        return max(len(self.answered), self.promises) >= ENOUGH

    @property
    def usual(self) -> float | None:
        """Return the median of the answered waits, in business days; None with too few."""
        return median(self.answered) if len(self.answered) >= ENOUGH else None

    @property
    def longest(self) -> float | None:
        """Return the longest of the answered waits, in business days; None with too few."""
        return max(self.answered) if len(self.answered) >= ENOUGH else None


@dataclass(slots=True, kw_only=True)
class _Tally:
    name: str = ""
    kind: SenderKind = SenderKind.UNKNOWN
    waits: list[float] = field(default_factory=list)
    in_time: int = 0
    running: int = 0
    silences: list[float] = field(default_factory=list)
    pledges: list[Kept] = field(default_factory=list)
    asked: int = 0
    opportunities: set[str] = field(default_factory=set)


def answering(courses: Iterable[Course]) -> tuple[Answering, ...]:
    """Return how each person answers; most cases first. Platforms, and who never had to answer, are left out."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for course in courses:
        _count_people(tallies, course)
        _count_waits(tallies, course)
        _count_pledges(tallies, course)
        _count_requests(tallies, course.track)
    made = (_made(address, one) for address, one in tallies.items())
    return _sorted(one for one in made if one.cases or one.asked or one.silence is not None)


def organisations(people: Sequence[Answering]) -> tuple[Answering, ...]:
    """Return how those organisations answer that more than one person wrote for; most cases first.

    A domain that many organisations share is none.
    """
    groups: dict[str, list[Answering]] = defaultdict(list)
    for one in people:
        if home := organisation_of(one.address):
            groups[home].append(one)
    return _sorted(_together(home, group) for home, group in groups.items() if len(group) > 1)


def _sorted(found: Iterable[Answering]) -> tuple[Answering, ...]:
    return tuple(sorted(found, key=lambda one: (-one.cases, -one.asked, one.address)))


def _made(address: str, tally: _Tally) -> Answering:
    settled = [one for one in tally.pledges if one in (Kept.IN_TIME, Kept.LATE, Kept.BROKEN)]
    return Answering(
        name=tally.name or address,
        address=address,
        kind=tally.kind,
        answered=tuple(sorted(tally.waits)),
        in_time=tally.in_time,
        running=tally.running,
        silence=max(tally.silences, default=None),
        promises=len(settled),
        kept=settled.count(Kept.IN_TIME),
        open_promises=tally.pledges.count(Kept.OPEN),
        asked=tally.asked,
        opportunities=frozenset(tally.opportunities),
    )


def _together(home: str, group: Sequence[Answering]) -> Answering:
    kinds = {one.kind for one in group} - {SenderKind.UNKNOWN}
    return Answering(
        name=home,
        address=home,
        kind=kinds.pop() if len(kinds) == 1 else SenderKind.UNKNOWN,
        answered=tuple(sorted(days for one in group for days in one.answered)),
        in_time=sum(one.in_time for one in group),
        running=sum(one.running for one in group),
        silence=max((one.silence for one in group if one.silence is not None), default=None),
        promises=sum(one.promises for one in group),
        kept=sum(one.kept for one in group),
        open_promises=sum(one.open_promises for one in group),
        asked=sum(one.asked for one in group),
        opportunities=frozenset().union(*(one.opportunities for one in group)),
        people=len(group),
    )


# --- what is counted ------------------------------------------------------------------------------------------------


def _count_people(tallies: dict[str, _Tally], course: Course) -> None:
    for step in course.track.steps:
        sender = step.entry.message.sender
        if step.side is Side.PERSON and sender is not None:
            tally = tallies[sender.address]
            tally.name = plain_name(sender.name) or tally.name
            tally.opportunities.add(course.finding.opportunity.id)
    for contact in course.finding.opportunity.contacts:
        if contact.address in tallies:
            tally = tallies[contact.address]
            tally.name = tally.name or contact.name
            tally.kind = contact.kind if contact.kind is not SenderKind.UNKNOWN else tally.kind
    if course.waits_for is not None and course.waited is not None:
        tally = tallies[course.waits_for.address]
        tally.name = tally.name or course.waits_for.name
        tally.silences.append(course.waited)
        tally.opportunities.add(course.finding.opportunity.id)


def _count_waits(tallies: dict[str, _Tally], course: Course) -> None:
    track = course.track
    stages = _stages(track)
    for address, wait in waits_of(track):
        tally = tallies[address]
        if wait.end is not None and wait.days is not None:
            usual = days_of(track.timing, _stage_at(stages, wait.start))
            tally.waits.append(wait.days)
            tally.in_time += wait.days <= usual + _HAIR or kept_by(course.pledges, wait.end)
        elif track.stage not in ENDS:  # what ended is waited for no longer
            tally.running += 1


def _stages(track: Track) -> list[tuple[datetime, Stage]]:
    """Return the stages with the moments from which on they held, in the order of time."""
    known = [(one.since, one.stage) for one in track.standings if one.since is not None]
    return sorted(known, key=lambda pair: pair[0])


def _stage_at(stages: Sequence[tuple[datetime, Stage]], moment: datetime) -> Stage:
    """Return the stage at a moment; before the first one, and after an end, an approach's."""
    place = bisect_right(stages, moment, key=lambda pair: pair[0])
    stage = stages[place - 1][1] if place else Stage.OUTREACH
    return Stage.OUTREACH if stage in ENDS else stage


def _count_pledges(tallies: dict[str, _Tally], course: Course) -> None:
    for pledge in course.pledges:
        if not pledge.is_automatic and pledge.address:
            tallies[pledge.address].pledges.append(pledge.outcome)


def _count_requests(tallies: dict[str, _Tally], track: Track) -> None:
    last = ""
    for step in track.steps:
        if step.side is Side.PERSON and step.entry.message.sender:
            last = step.entry.message.sender.address
        elif step.side is Side.CANDIDATE and Act.REQUESTS_UPDATE in step.reading.acts and track.is_to_them(step):
            for address in _receivers(track, step) or ([last] if last else []):
                tallies[address].asked += 1


def _receivers(track: Track, step: Step) -> list[str]:
    def found() -> Iterator[str]:
        for one in addresses(step.entry.message):
            if one.address in track.persons:
                yield one.address

    return list(dict.fromkeys(found()))[:1]
