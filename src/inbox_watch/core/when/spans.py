"""Stretches: months, quarters, the end of something, the new year, and weeks with what narrows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.dates import month_at
from inbox_watch.core.when.days import Days, feast_at
from inbox_watch.core.when.tokens import Token, is_glued, matches
from inbox_watch.core.when.weeks import week_at, weekend_at

_QUALIFIERS = {
    ("early",): "early",
    ("earlier",): "early",
    ("early", "on"): "early",
    ("early", "in"): "early",
    ("mid",): "mid",
    ("mid", "-"): "mid",
    ("middle", "of"): "mid",
    ("the", "middle", "of"): "mid",
    ("late",): "late",
    ("late", "in"): "late",
    ("later",): "later",
    ("later", "on"): "later",
    ("later", "in"): "later",
    ("beginning", "of"): "early",
    ("the", "beginning", "of"): "early",
    ("start", "of"): "early",
    ("the", "start", "of"): "early",
    ("first", "half", "of"): "first half",
    ("the", "first", "half", "of"): "first half",
    ("second", "half", "of"): "second half",
    ("the", "second", "half", "of"): "second half",
    ("latter", "half", "of"): "second half",
    ("the", "latter", "half", "of"): "second half",
    ("latter", "part", "of"): "late",
    ("the", "latter", "part", "of"): "late",
    ("early", "part", "of"): "early",
    ("the", "early", "part", "of"): "early",
    ("midweek",): "mid",
    ("end", "of"): "end",
    ("the", "end", "of"): "end",
    ("the", "very", "end", "of"): "end",
}
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5}
_FIRST_WORDS = frozenset(phrase[0] for phrase in _QUALIFIERS)
_LONGEST_QUALIFIER = max(len(phrase) for phrase in _QUALIFIERS)
_LEADS_TO_END = frozenset({"by", "before", "until", "till", "at"})
_NAMED_ENDS = {
    phrase: unit
    for unit in ("week", "month", "quarter", "year")
    for phrase in ((f"{unit}'s", "end"), (unit, "end"), (unit, "-", "end"), ("the", unit, "is", "out"))
}
_SHORT_ENDS = {"eow": "week", "eom": "month", "eoy": "year", "eoq": "quarter"}
# A quarter or a month on its own may be a result or a name; these say that a time is meant.
_SPAN_PREPOSITIONS = words.word_set(
    "in by until till before during from for throughout of through since over within around about"
)


def span_at(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read a stretch of days at `index`, with what narrows it ("early", "the end of")."""
    if tokens[index].word in _SHORT_ENDS:
        return _end_of(_SHORT_ENDS[tokens[index].word], context), index + 1
    if tokens[index - 1].word in _LEADS_TO_END:  # "by month's end", "before the week is out"
        for phrase, unit in _NAMED_ENDS.items():
            if matches(tokens, index, phrase):
                return _end_of(unit, context), index + len(phrase)
    return _numbered_week(tokens, index, context) or _qualified(tokens, index, context)


def _qualified(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    qualifier, start = _qualifier(tokens, index)
    if qualifier and tokens[start].word in ("to", "-"):  # "mid to late April"
        second = _qualified(tokens, start + 1, context)
        first = _with_qualifier(tokens, second[1] - 1, context, qualifier) if second else None
        if first and second and first[0].first <= second[0].last:
            return replace(second[0], first=first[0].first), second[1]
        return None
    numbered = _numbered_week(tokens, start, context) if qualifier else None
    if numbered is not None:  # "the end of the first week of April"
        return replace(numbered[0], is_limit=qualifier == "end"), numbered[1]
    return _with_qualifier(tokens, start, context, qualifier)


def _with_qualifier(tokens: Sequence[Token], start: int, context: Context, qualifier: str) -> tuple[Days, int] | None:
    return (
        weekend_at(tokens, start, context)
        or week_at(tokens, start, context, qualifier)
        or _month(tokens, start, context, qualifier)
        or _quarter(tokens, start, context, qualifier)
        or _year(tokens, start, context, qualifier)
    )


def _qualifier(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    start = index + 1 if tokens[index].word == "very" else index
    if tokens[start].word not in _FIRST_WORDS:
        return "", index
    if tokens[start].word == "end" and month_at(tokens, start + 1):
        return "end", start + 1
    for length in range(_LONGEST_QUALIFIER, 0, -1):
        phrase = tuple(tokens[start + offset].word for offset in range(length))
        if phrase in _QUALIFIERS:
            return _QUALIFIERS[phrase], start + length
    return "", index


def _numbered_week(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read "the first week of April": seven days each, by our convention."""
    start = index + 1 if tokens[index].word == "the" else index
    place = start + 2 if tokens[start].number > 0 and tokens[start + 1].word in ("st", "nd", "rd", "th") else start + 1
    name = tokens[start].word
    number = tokens[start].number if place == start + 2 else _ORDER.get(name, 0)
    if not 1 <= number <= 5 or tokens[place].word != "week" or tokens[place + 1].word not in ("of", "in"):
        return None
    month = _with_qualifier(tokens, place + 2, context, "early")
    if month is None or month[0].first.day != 1:
        return None
    if number == 5:
        last = last_of_month(month[0].first)
        return Days(first=last - timedelta(days=6), last=last, approximate=True), month[1]
    first = month[0].first + timedelta(days=7 * number - 7)
    return Days(first=first, last=first + timedelta(days=6), approximate=True), month[1]


# --- months ----------------------------------------------------------------------------------------------------------


def last_of_month(day: date) -> date:
    """Return the last day of that day's month."""
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def _part_of_month(first: date, qualifier: str) -> tuple[date, date]:
    """Early, mid and late are the three tens of a month (Duckling)."""
    parts = {"early": (1, 10), "mid": (11, 20), "first half": (1, 15)}
    if qualifier in parts:
        return first.replace(day=parts[qualifier][0]), first.replace(day=parts[qualifier][1])
    last = last_of_month(first)
    if qualifier == "second half":
        return first.replace(day=16), last
    return (first.replace(day=21), last) if qualifier in ("late", "later", "end") else (first, last)


def _month(tokens: Sequence[Token], index: int, context: Context, qualifier: str) -> tuple[Days, int] | None:
    found = _spoken_month(tokens, index, context, qualifier) or _named_month(tokens, index, context, qualifier)
    if found is None:
        return None
    month, after = found
    first, last = _part_of_month(month, qualifier)
    is_here = (month.year, month.month) == (context.today.year, context.today.month)
    if qualifier == "later" and is_here:
        first = min(context.today + timedelta(days=1), last)
    return Days(first=first, last=last, is_limit=qualifier == "end", opens_now=is_here and not qualifier), after


def _spoken_month(tokens: Sequence[Token], index: int, context: Context, qualifier: str) -> tuple[date, int] | None:
    here = context.today.replace(day=1)
    following = last_of_month(context.today) + timedelta(days=1)
    for phrase, month in (
        (("next", "month"), following),
        (("this", "month"), here),
        (("this", "coming", "month"), following),
        (("the", "month"), here),
        (("month",), here),
        (("the", "following", "month"), following),
    ):
        if matches(tokens, index, phrase):
            is_plain = phrase in (("the", "month"), ("month",))
            return None if is_plain and not qualifier else (month, index + len(phrase))
    if qualifier == "end" and tokens[index].word in ("the", "month's"):
        return None
    return None


def _named_month(tokens: Sequence[Token], index: int, context: Context, qualifier: str) -> tuple[date, int] | None:
    month = month_at(tokens, index)
    if month is None or not _means_a_month(tokens, index, qualifier):
        return None
    token = tokens[index + 1]
    after = (
        index + 2
        if token.word == "." and is_glued(tokens[index], token) and tokens[index + 2].number >= 0
        else index + 1
    )
    year_token = tokens[after + 1] if tokens[after].word == "," else tokens[after]
    if len(year_token.raw) == 4 and 1900 <= year_token.number <= 2100:
        if not context.today.year <= year_token.number <= context.today.year + 3:
            return None
        return date(year_token.number, month, 1), after + (2 if tokens[after].word == "," else 1)
    if 0 < tokens[after].number <= 31 or tokens[after].word == "last" or matches(tokens, after, ("of", "last")):
        return None
    year = context.today.year + (1 if month < context.today.month else 0)
    return date(year, month, 1), after


def _means_a_month(tokens: Sequence[Token], index: int, qualifier: str) -> bool:
    """Say whether a month's name stands for the month, not for April from the team."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if qualifier or before.word == "next":
        return True
    if before.word not in _SPAN_PREPOSITIONS - {"since", "of", "about", "over"}:
        return False
    is_namelike = token.word in words.NAMELIKE_MONTHS
    if is_namelike and before.word in ("from", "for", "by", "until", "before") and after.is_capitalised:
        return False
    return not (is_namelike and before.word in ("from", "for"))


# --- quarters and years ----------------------------------------------------------------------------------------------


def _quarter(tokens: Sequence[Token], index: int, context: Context, qualifier: str) -> tuple[Days, int] | None:
    """Read "Q2", "Q2 2026", "next quarter", "the end of the quarter"."""
    here = (context.today.month - 1) // 3
    year = context.today.year
    for phrase, shift in ((("next", "quarter"), 1), (("this", "quarter"), 0), (("the", "quarter"), 0)):
        if matches(tokens, index, phrase) and (qualifier or phrase[0] != "the"):
            number = here + shift
            return _quarter_days(year + number // 4, number % 4, qualifier), index + len(phrase)
    if (
        tokens[index].raw != "Q"
        or not 1 <= tokens[index + 1].number <= 4
        or not is_glued(tokens[index], tokens[index + 1])
    ):
        return None
    if not qualifier and tokens[index - 1].word not in _SPAN_PREPOSITIONS - {"of", "since", "for"}:
        return None
    number, after = tokens[index + 1].number - 1, index + 2
    if number < here:
        year += 1
    if len(tokens[after].raw) == 4 and 1900 < tokens[after].number <= 2100:
        year, after = tokens[after].number, after + 1
        if not context.today.year <= year <= context.today.year + 3:
            return None
    return _quarter_days(year, number, qualifier), after


def _quarter_days(year: int, number: int, qualifier: str) -> Days:
    """Early, mid and late are a quarter's three months."""
    first = date(year, number * 3 + 1, 1)
    months = {
        "early": (0, 0),
        "mid": (1, 1),
        "late": (2, 2),
        "later": (2, 2),
        "end": (2, 2),
        "first half": (0, 1),
        "second half": (1, 2),
    }.get(qualifier, (0, 2))
    begin = first.replace(month=first.month + months[0])
    finish = last_of_month(first.replace(month=first.month + months[1]))
    if qualifier == "end":
        begin = finish - timedelta(days=9)
    return Days(first=begin, last=finish, is_limit=qualifier == "end", approximate=True)


def _year(tokens: Sequence[Token], index: int, context: Context, qualifier: str) -> tuple[Days, int] | None:
    """Read "the end of the year", "year end", "early in the new year", "in the new year"."""
    year = context.today.year
    for phrase in (("the", "year"), ("this", "year"), ("year",), ("the", "calendar", "year")):
        if qualifier in ("end", "late", "later") and matches(tokens, index, phrase):
            return _end_of("year", context), index + len(phrase)
    if qualifier == "end" and len(tokens[index].raw) == 4 and year <= tokens[index].number <= year + 3:
        return _end_of("year", context, tokens[index].number), index + 1
    if tokens[index].word == "year" and tokens[index + 1].word in ("end", "-") and not qualifier:
        after = index + 2 if tokens[index + 1].word == "end" else index + 3
        is_meant = tokens[after - 1].word == "end" and tokens[index - 1].word in ("by", "before", "until", "at")
        return (_end_of("year", context), after) if is_meant else None
    for phrase in (("the", "new", "year"), ("new", "year")):
        if matches(tokens, index, phrase) and (
            qualifier == "early" or tokens[index - 1].word in ("in", "until", "early")
        ):
            first = context.calendar.add_business_days(date(year + 1, 1, 1), 1)
            return Days(first=first, last=date(year + 1, 1, 15), approximate=True), index + len(phrase)
    return None


def _end_of(unit: str, context: Context, year: int | None = None) -> Days:
    """Return the last days of this week, month, quarter or year, or of `year`."""
    today = context.today.replace(day=1, year=year) if year else context.today
    if unit == "week":
        here = 1 if today.weekday() >= words.WEEKDAYS["saturday"] else 0
        friday = context.monday(here) + timedelta(days=4)
        return Days(first=friday - timedelta(days=1), last=friday, is_limit=True)
    if unit == "quarter":
        return _quarter_days(today.year, (today.month - 1) // 3, "end")
    month = today.replace(month=12, day=1) if unit == "year" else today.replace(day=1)
    first, last = _part_of_month(month, "end")
    return Days(first=first, last=last, is_limit=True)


# --- after and before feasts -----------------------------------------------------------------------------------------


def feast_span(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read a feast after "before", "after" or "until": "Easter", "Christmas", "the holidays" aside."""
    start = index + 1 if tokens[index].word == "the" else index
    found = feast_at(tokens, start, context)
    if found is None:
        return None
    first, last, after = found
    after += 1 if tokens[after].word in ("break", "holiday", "holidays", "weekend", "period") else 0
    return Days(first=first, last=last, approximate=True), after
