"""Figures in words and as bars: how each person answers, the funnel, the weeks, how long answers took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from inbox_watch.core.clean import clean
from inbox_watch.core.figures import ENOUGH, ENOUGH_FOR_SHARES, Answering, Search, Silences
from inbox_watch.core.types import SenderKind, Stage
from inbox_watch.report import storyline, words

_KIND = {SenderKind.AGENCY: "agency", SenderKind.EMPLOYER: "employer"}
_REACHED = {
    Stage.OUTREACH: "In contact at all",
    Stage.APPLIED: "Applied, or further",
    Stage.SCREENING: "First call, or further",
    Stage.ASSESSMENT: "Test, or further",
    Stage.INTERVIEW: "Interview, or further",
    Stage.OFFER: "Offer",
}
_STANDS = {
    None: "Under way",
    Stage.ON_HOLD: "On hold",
    Stage.ACCEPTED: "Accepted",
    Stage.REJECTED: "Rejected",
    Stage.WITHDRAWN: "Withdrawn",
}
_STEPS = (
    ("Under 1 day", 1.0),
    ("1 to 2 days", 2.0),
    ("2 to 3 days", 3.0),
    ("3 to 5 days", 5.0),
    ("5 to 10 days", 10.0),
)
_LAST_STEP = "10 days or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How one person or organisation answers, in words. Every text is clean."""

    name: str
    kind: str
    usual: str
    longest: str
    in_time: str
    promises: str
    asked: str
    silence: str
    cases: int
    people: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a chart: its number, its length in percent of the longest, and its share in words, if any."""

    label: str
    count: int
    percent: float
    share: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What happened week by week, each bar as x, width and height in percent; the height is of the highest of all."""

    name: str
    total: int
    bars: tuple[tuple[float, float, float], ...]


def row(one: Answering) -> Row:
    """Return how somebody answers, in words; of too few cases it says so with their number."""
    count = len(one.answered)
    too_few = f"too few to say ({count})"
    return Row(
        name=clean(one.name, limit=60),
        kind=_KIND.get(one.kind, ""),
        usual=too_few if one.usual is None else _short(one.usual),
        longest="" if one.longest is None else _short(one.longest),
        in_time=too_few if count < ENOUGH else f"{one.in_time} of {count}",
        promises=_promises(one),
        asked=words.counted(one.asked, "time") if one.asked else "never",
        silence="" if one.silence is None else _short(one.silence),
        cases=one.cases,
        people=one.people,
    )


def _promises(one: Answering) -> str:
    if one.promises >= ENOUGH:
        return f"{one.kept} of {one.promises}"
    return f"too few to say ({one.promises})" if one.promises else "none"


def _short(days: float) -> str:
    """Return business days in few characters: "under ½ day", "1 day", "2.5 days", "12 days"."""
    if days < 0.5:
        return "under ½ day"
    number = f"{days:.0f}" if days >= 10 else f"{days:.1f}".removesuffix(".0")
    return f"{number} day{'' if number == '1' else 's'}"


def few(one: Answering) -> tuple[str, str]:
    """Return a person with too few cases: the name, and what is known."""
    known = [f"{words.counted(len(one.answered), 'answer')}"] if one.answered else ["no answer yet"]
    if one.promises:
        known.append(words.counted(one.promises, "promise"))
    if one.asked:
        known.append(f"asked {words.counted(one.asked, 'time')}")
    if one.silence is not None:
        known.append(f"silent for {storyline.days(one.silence)}")
    return clean(one.name, limit=60), ", ".join(known)


def funnel(found: Search) -> list[Bar]:
    """Return how many came to each stage or further; shares only of enough opportunities."""
    return [
        Bar(
            label=_REACHED[stage],
            count=count,
            percent=_percent(count, found.total),
            share=_share(count, found.total),
        )
        for stage, count in found.reached
    ]


def stands(found: Search) -> list[tuple[str, int]]:
    """Return how the opportunities stand now, in words."""
    return [(_STANDS[stage], count) for stage, count in found.ends]


def _percent(count: int, of: int) -> float:
    return round(100 * count / of, 1) if of else 0.0


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.0f} %" if of >= ENOUGH_FOR_SHARES else ""


def series(found: Search) -> list[Series]:
    """Return three small charts over the same weeks, all on one scale."""
    named = (
        ("Applications", [week.applications for week in found.weeks]),
        ("First answers", [week.first_answers for week in found.weeks]),
        ("Interviews", [week.interviews for week in found.weeks]),
    )
    highest = max((count for _, counts in named for count in counts), default=0)
    return [Series(name=name, total=sum(counts), bars=_bars(counts, highest)) for name, counts in named]


def _bars(counts: Sequence[int], highest: int) -> tuple[tuple[float, float, float], ...]:
    width = 100 / max(1, len(counts))
    return tuple(
        (round(width * (place + 0.15), 2), round(width * 0.7, 2), round(100 * count / highest, 1) if highest else 0.0)
        for place, count in enumerate(counts)
    )


def week(monday: date) -> str:
    """Return a week in words: "2 to 8 Mar 2026"."""
    sunday = monday + timedelta(days=6)
    first = f"{monday.day}" if monday.month == sunday.month else f"{monday.day} {monday:%b}"
    return f"{first} to {sunday.day} {sunday:%b %Y}"


def silences(found: Silences) -> str:
    """Say how long answers took, and what is waited for."""
    parts = []
    count = len(found.answered)
    if count >= ENOUGH and found.usual is not None and found.most is not None:
        parts.append(
            f"{words.counted(count, 'answer')} came: half of them within {storyline.days(found.usual)}, "
            f"9 in 10 within {storyline.days(found.most)}, the slowest after {storyline.days(found.answered[-1])}."
        )
    else:
        parts.append(f"Too few answers to say how long one takes ({count}).")
    if found.running:
        waits = "1 mail of yours waits" if len(found.running) == 1 else f"{len(found.running):,} mails of yours wait"
        parts.append(f"{waits} for an answer now, the oldest for {storyline.days(found.running[-1])}.")
    return " ".join(parts)


def waits(found: Silences) -> list[Bar]:
    """Return how many answers came within which time; none with too few of them."""
    if len(found.answered) < ENOUGH:
        return []
    counts, rest = [], list(found.answered)
    for label, below in _STEPS:
        inside = [days for days in rest if days < below]
        counts.append((label, len(inside)))
        rest = rest[len(inside) :]
    counts.append((_LAST_STEP, len(rest)))
    highest = max(count for _, count in counts)
    total = len(found.answered)
    return [
        Bar(label=label, count=count, percent=_percent(count, highest), share=_share(count, total))
        for label, count in counts
    ]
