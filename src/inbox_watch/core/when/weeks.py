"""Weeks: "next week", "early in the week", "the week of the 16th", weekends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.dates import date_at
from inbox_watch.core.when.days import Days
from inbox_watch.core.when.tokens import Token, matches

# First and last weekday of a part of a week. Duckling for early; the others are ours.
_PARTS_OF_WEEK = {"": (0, 4), "early": (0, 2), "mid": (1, 3), "late": (3, 4), "later": (3, 4), "end": (3, 4)} | {
    "first half": (0, 2),
    "second half": (2, 4),
}


def weekend_at(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read a weekend at `index`."""
    for phrase, weeks in (
        (("this", "coming", "weekend"), 0),
        (("this", "weekend"), 0),
        (("the", "weekend"), 0),
        (("next", "weekend"), 1),
        (("weekend",), 0),
    ):
        if matches(tokens, index, phrase):
            has_lead = len(phrase) > 1 or tokens[index - 1].word in ("by", "over", "before")
            saturday = context.monday(weeks) + timedelta(days=5)
            return (Days(first=saturday, last=saturday + timedelta(days=1)), index + len(phrase)) if has_lead else None
    return None


def week_at(tokens: Sequence[Token], index: int, context: Context, qualifier: str) -> tuple[Days, int] | None:
    """Read a week at `index`, or the part of it that `qualifier` names ("early", "end", or "" for all of it)."""
    named = _named_week(tokens, index, context, qualifier) or _week_of_date(tokens, index, context)
    if named is None:
        return None
    monday, after, approximate = named
    if tokens[after - 2].word in ("the", "of", "in") and _is_over(qualifier, context) and monday == context.monday():
        monday += timedelta(days=7)  # "at the start of the week", said on a Wednesday
    first, last = (monday + timedelta(days=number) for number in _PARTS_OF_WEEK[qualifier])
    is_here = monday <= context.today <= monday + timedelta(days=6)
    if qualifier == "later" and is_here:
        first = context.today + timedelta(days=1)
        last = max(last, min(first, monday + timedelta(days=6)))
    is_limit = qualifier == "end"
    return Days(
        first=first, last=last, is_limit=is_limit, opens_now=is_here and not qualifier, approximate=approximate
    ), after


def _is_over(qualifier: str, context: Context) -> bool:
    return qualifier in ("early", "mid", "first half") and _PARTS_OF_WEEK[qualifier][1] <= context.today.weekday()


def _named_week(tokens: Sequence[Token], index: int, context: Context, qualifier: str) -> tuple[date, int, bool] | None:
    # On a Saturday or Sunday, this week is the one that comes.
    here = 1 if context.today.weekday() >= words.WEEKDAYS["saturday"] else 0
    for phrase, weeks in (
        (("the", "week", "after", "next"), 2),
        (("week", "after", "next"), 2),
        (("the", "week", "after", "that"), 2),
        (("the", "week", "after"), 2),
        (("the", "following", "week"), 1),
        (("the", "coming", "week"), here),
        (("the", "next", "week"), 1),
        (("next", "week"), 1),
        (("next", "week's"), 1),
        (("this", "coming", "week"), here),
        (("this", "working", "week"), here),
        (("this", "week"), here),
        (("this", "week's"), here),
        (("the", "working", "week"), here),
        (("the", "week"), here),
        (("week",), here),
    ):
        if matches(tokens, index, phrase):
            is_plain = phrase[-1] == "week" and phrase[0] in ("the", "week")
            if (
                is_plain
                and phrase != ("the", "coming", "week")
                and "next" not in phrase
                and not qualifier
                and len(phrase) < 3
            ):
                return None
            if is_plain and tokens[index + len(phrase)].word in ("of", "commencing", "beginning", "starting"):
                return None
            return context.monday(weeks), index + len(phrase), phrase[-1] in ("that", "after") or "following" in phrase
    return None


def _week_of_date(tokens: Sequence[Token], index: int, context: Context) -> tuple[date, int, bool] | None:
    """Read "the week of the 16th", "week commencing 9 March", "w/c 16 March"."""
    for phrase in (
        ("the", "week", "of"),
        ("week", "of"),
        ("the", "week", "commencing"),
        ("week", "commencing"),
        ("the", "week", "beginning"),
        ("week", "beginning"),
        ("the", "week", "starting"),
        ("week", "starting"),
        ("w", "/", "c"),
        ("wc",),
        ("w", "/", "b"),
        ("wb",),
    ):
        if matches(tokens, index, phrase):
            return _monday_of(tokens, index + len(phrase), context)
    return None


def _monday_of(tokens: Sequence[Token], index: int, context: Context) -> tuple[date, int, bool] | None:
    start = index
    while start < index + 4 and (tokens[start].word in words.WEEKDAYS or tokens[start].word in ("on", ":", ",")):
        start += 1
    found = date_at(tokens, start, context, None)
    if found is None and tokens[start].number > 0:  # "week commencing 16th"
        found = date_at([*tokens[start - 1 : start + 12]], 1, context, None) if tokens[start - 1].word == "of" else None
    if found is None:
        return None
    day = found[0].first
    return day - timedelta(days=day.weekday()), found[1], False
