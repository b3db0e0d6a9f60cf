"""Whole phrases: what leads in ("by", "before", "until"), the days, the hours, and the window that they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.bodies import Body, body_at, grouped, hours_after, hours_alone_at
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.days import Days
from inbox_watch.core.when.durations import Moments, duration_at
from inbox_watch.core.when.past import is_away, is_told, is_told_next
from inbox_watch.core.when.tokens import Token, matches
from inbox_watch.core.when.windows import Meaning, meaning_of

_LEADS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("by", "no", "later", "than"), "by"),
    (("no", "later", "than"), "by"),
    (("not", "later", "than"), "by"),
    (("on", "or", "before"), "by"),
    (("by", "or", "before"), "by"),
    (("latest", "by"), "by"),
    (("by", "latest"), "by"),
    (("at", "the", "latest", "by"), "by"),
    (("due", "by"), "by"),
    (("due", "on"), "by"),
    (("due",), "by"),
    (("deadline", "is"), "by"),
    (("deadline", "of"), "by"),
    (("deadline", ":"), "by"),
    (("by",), "by"),
    (("within",), "by"),
    (("until",), "until"),
    (("till",), "until"),
    (("til",), "until"),
    (("through", "to"), "through"),
    (("through",), "through"),
    (("thru",), "through"),
    (("any", "time", "before"), "before"),
    (("anytime", "before"), "before"),
    (("before",), "before"),
    (("prior", "to"), "before"),
    (("ahead", "of"), "before"),
    (("any", "time", "after"), "after"),
    (("anytime", "after"), "after"),
    (("no", "earlier", "than"), "from"),
    (("not", "before"), "from"),
    (("after",), "after"),
    (("from",), "on"),
    (("starting",), "on"),
    (("on",), "on"),
    (("at",), "on"),
    (("in",), "on"),
    (("over",), "on"),
    (("during",), "on"),
    (("for",), "on"),
    (("around",), "on"),
)
_LEADS_BY_WORD = {
    word: tuple(pair for pair in _LEADS if pair[0][0] == word) for word in {phrase[0] for phrase, _ in _LEADS}
}
_FILLERS = words.phrase_list(
    "no later than|at the latest|the latest|latest|around|about|approximately|roughly|say|either|sometime"
    "|some time|on|at|before|any time|anytime|both"
)
_AT_THE_LATEST = words.phrase_list(
    "at the latest|, at the latest|at latest|latest|or sooner|or earlier|or before|if not before|if not sooner|max"
)
_JUST_PASSED = timedelta(days=45)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a phrase means, where it begins and ends (places of tokens), and the day that a later lone time leans on."""

    meanings: tuple[Meaning, ...]
    first: int
    after: int
    day: date | None = None


def phrase_at(tokens: Sequence[Token], index: int, context: Context, day: date | None) -> Found | None:
    """Read one phrase that begins at `index`. `day` is the last day that the text named, for a lone time."""
    duration = duration_at(tokens, index, context)
    if duration is not None:
        return _from_duration(tokens, index, duration, context)
    lead, start = _lead(tokens, index)
    start = _past_fillers(tokens, start) if lead else start
    body = body_at(tokens, start, context, lead) or hours_alone_at(tokens, start, context, lead, day)
    if body is None:
        return None
    lead = body.lead or lead
    body = _ahead_of_us(tokens, start, context, lead, body)
    after, is_deadline = _at_the_latest(tokens, body.after)
    lead = "by" if is_deadline else _through(tokens, index, lead)
    if lead in ("", "on") and _is_memory(tokens, index, start, after):
        return Found(meanings=(), first=index, after=after)
    meanings = tuple(
        meaning for days in grouped(body) if (meaning := meaning_of(days, body.hours, lead, context)) is not None
    )
    single = body.days[0].first if len(body.days) == 1 and body.days[0].is_day else None
    return Found(meanings=meanings, first=index, after=after, day=single)


def _from_duration(
    tokens: Sequence[Token], index: int, duration: tuple[Days | Moments, int], context: Context
) -> Found:
    length, after = duration
    if isinstance(length, Moments):
        meaning = Meaning(earliest=length.first, latest=length.last, has_hour=True, approximate=length.approximate)
        return Found(meanings=(meaning,), first=index, after=after)
    hours, after = hours_after(tokens, after, context) if length.is_day else (None, after)
    made = meaning_of(length, hours[0] if hours else None, hours[1] if hours else "", context)
    return Found(meanings=(made,) if made else (), first=index, after=after)


def _lead(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    for phrase, lead in _LEADS_BY_WORD.get(tokens[index].word, ()):
        if matches(tokens, index, phrase):
            return lead, index + len(phrase)
    return "", index


def _past_fillers(tokens: Sequence[Token], index: int) -> int:
    for _ in range(3):
        for filler in _FILLERS:
            if matches(tokens, index, filler):
                index += len(filler)
                break
        else:
            return index
    return index


def _through(tokens: Sequence[Token], index: int, lead: str) -> str:
    """Turn "through" into "until", but for someone away: away through the 7th is back on the 8th."""
    if lead == "through":
        return "through" if is_away(tokens, index) else "until"
    return lead


def _is_memory(tokens: Sequence[Token], index: int, start: int, after: int) -> bool:
    word = tokens[start].word.removesuffix("'s")
    is_open = word in words.WEEKDAYS or word in ("today", "this", "the", "tonight")
    is_month = word in words.MONTHS and tokens[start + 1].number < 0
    return (is_open or is_month) and (is_told(tokens, index) or is_told_next(tokens, after))


def _at_the_latest(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    for phrase in _AT_THE_LATEST:
        if matches(tokens, index, phrase):
            return index + len(phrase), True
    return index, False


def _ahead_of_us(tokens: Sequence[Token], start: int, context: Context, lead: str, body: Body) -> Body:
    """Read "until 7 January", said in March, as the next one: a limit lies ahead, unless it has only just passed."""
    days = body.days[0]
    gone = context.today - days.last
    has_year = any(len(token.raw) == 4 and token.number > 1900 for token in tokens[start : body.after])
    is_old = len(body.days) == 1 and days.is_day and gone > _JUST_PASSED and not has_year
    if lead not in ("by", "until", "before", "through") or not is_old or is_told(tokens, start - 1):
        return body
    following = days.last.replace(year=days.last.year + 1)
    return replace(body, days=(replace(days, first=following, last=following),))
