"""Calendar dates: "12 March", "March 12th, 2026", "the 16th", "16-20 March", and those in digits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.digits import date_in_digits
from inbox_watch.core.when.tokens import Token, is_glued
from inbox_watch.core.when.years import Reading, known_year, valid_date, year_for

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_TIME_TAILS = frozenset({"am", "pm", "a", "p", "hrs", "h", "o'clock"})


def date_at(tokens: Sequence[Token], index: int, context: Context, weekday: int | None) -> tuple[Reading, int] | None:
    """Read a date at `index`. A `weekday` that stands beside it picks between readings."""
    token = tokens[index]
    if token.word in words.MONTHS:
        return _month_first(tokens, index, context, weekday)
    has_article = token.word == "the"
    start = index + 1 if has_article else index
    if tokens[start].number < 0 or _is_tail(tokens, start):
        return None
    found = date_in_digits(tokens, start, context, weekday) or _day_first(tokens, start, context, weekday)
    return found or _ordinal(tokens, start, context, weekday, has_article)


def _is_tail(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the number is the tail of something longer: an identifier, a version, a price, a phone number."""
    before = tokens[index - 1]
    if before.word in ("#", "$", "€", "£", "§", "no", "№"):
        return True
    return is_glued(before, tokens[index]) and before.word not in (
        "(",
        "[",
        "*",
        "|",
        ",",
        ":",
        '"',
        "“",
        "'",
        "~",
        "•",
    )


# --- names of months -------------------------------------------------------------------------------------------------


def month_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the month that is named at `index`. "may" and "march" need their capital."""
    token = tokens[index]
    if token.word not in words.MONTHS:
        return None
    return None if token.word in ("may", "march", "mar") and not token.is_capitalised else words.MONTHS[token.word]


def _after_month(tokens: Sequence[Token], index: int) -> int:
    """Step over the dot of "Mar." and the comma before a year."""
    dot, following = tokens[index], tokens[index + 1]
    has_dot = dot.word == "." and is_glued(tokens[index - 1], dot) and len(tokens[index - 1].raw) <= 4
    return index + 1 if has_dot and following.word not in ("", "\n\n") and not following.is_capitalised else index


def _year_at(tokens: Sequence[Token], index: int, today: date) -> tuple[int | None, int, bool]:
    """Return the year at `index` if one stands there, the place after it, and whether that year makes sense."""
    start = index + 1 if tokens[index].word in (",", "-", "/") else index
    token = tokens[start]
    if len(token.raw) != 4 or not 1900 <= token.number <= 2100 or tokens[start + 1].word == ":":
        return None, index, True
    if tokens[start + 1].word in ("hrs", "h"):
        return None, index, True
    year = known_year(token.number, today)
    return year, start + 1, year is not None


def _day_number(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read 12 or 12th: the number and the place after it."""
    token = tokens[index]
    if not 1 <= token.number <= 31 or len(token.raw) > 2:
        return None
    suffix = tokens[index + 1]
    return token.number, index + (2 if suffix.word in _SUFFIXES and is_glued(token, suffix) else 1)


def _second_day(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read the end of a range: "-20", "to 20th", "and 20"."""
    if tokens[index].word not in ("-", "to", "and", "or", "/", "&", "until", "through"):
        return None
    start = index + 1
    if tokens[start].word == "the":
        start += 1
    if start + 1 < len(tokens) and tokens[start].word in words.WEEKDAYS:
        start += 1
    return _day_number(tokens, start)


def _day_first(
    tokens: Sequence[Token], index: int, context: Context, weekday: int | None
) -> tuple[Reading, int] | None:
    """Read "12 March", "12th of March 2026", "12-Mar-26", "16-20 March", "16 to 20 March"."""
    found = _day_number(tokens, index)
    if found is None:
        return None
    day, after = found
    second = _second_day(tokens, after)
    if second is not None and second[0] > day:
        ranged = _with_month(tokens, second[1], context, weekday, (day, second[0]))
        if ranged is not None:
            return ranged
    return _with_month(tokens, after, context, weekday, (day, day))


def _with_month(
    tokens: Sequence[Token], index: int, context: Context, weekday: int | None, days: tuple[int, int]
) -> tuple[Reading, int] | None:
    start = index + 1 if tokens[index].word in ("of", "-", "/") else index
    token = tokens[start]
    if token.word not in words.MONTHS or (token.word == "may" and not token.is_capitalised and start == index):
        return None
    after = _after_month(tokens, start + 1)
    if (
        tokens[after].word in ("-", "/")
        and tokens[index].word == tokens[after].word
        and len(tokens[after + 1].raw) == 2
    ):
        year = known_year(tokens[after + 1].number, context.today)
        after += 2
        return _range_of(year, words.MONTHS[token.word], days, context, weekday, after, year is not None)
    year, after, makes_sense = _year_at(tokens, after, context.today)
    return _range_of(year, words.MONTHS[token.word], days, context, weekday, after, makes_sense)


def _range_of(
    year: int | None,
    month: int,
    days: tuple[int, int],
    context: Context,
    weekday: int | None,
    after: int,
    makes_sense: bool,
) -> tuple[Reading, int] | None:
    if not makes_sense:
        return None
    first = valid_date(year, month, days[0]) if year else year_for(month, days[0], context.today, weekday)
    last = valid_date(first.year, month, days[1]) if first else None
    return (Reading(first=first, last=last), after) if first and last else None


def _month_first(
    tokens: Sequence[Token], index: int, context: Context, weekday: int | None
) -> tuple[Reading, int] | None:
    """Read "March 12th", "Mar. 12, 2026", "March 16-20"."""
    start = _after_month(tokens, index + 1)
    start += 1 if tokens[start].word in ("the", "-") else 0
    found = _day_number(tokens, start)
    if found is None or _is_a_clock(tokens, found[1], start):
        return None
    day, after = found
    last = day
    second = _second_day(tokens, after)
    if second is not None and second[0] > day and not _is_a_clock(tokens, second[1], second[1] - 1):
        last, after = second
    year, after, makes_sense = _year_at(tokens, after, context.today)
    return _range_of(year, words.MONTHS[tokens[index].word], (day, last), context, weekday, after, makes_sense)


def _is_a_clock(tokens: Sequence[Token], after: int, number: int) -> bool:
    """Say whether the number before `after` is an hour ("March 2pm") or longer than a day can be."""
    token = tokens[after]
    if token.word in _TIME_TAILS:
        return True
    if token.word == ":" and tokens[after + 1].number < 0:  # "by May 15: https://…"
        return False
    return token.word in (":", "%") and is_glued(tokens[number], token)


# --- "the 16th" ------------------------------------------------------------------------------------------------------


def _ordinal(
    tokens: Sequence[Token], index: int, context: Context, weekday: int | None, has_article: bool
) -> tuple[Reading, int] | None:
    """Read "the 16th" and "Thursday 12": the next such day, of this month or the next one."""
    found = _day_number(tokens, index)
    if found is None:
        return None
    day, after = found
    has_suffix = after == index + 2
    has_lead = (
        has_article
        or weekday is not None
        or tokens[index - 1].word in ("on", "by", "until", "before", "for", "or", "and")
    )
    if not has_lead or not (has_suffix or (weekday is not None and _is_bare_day(tokens, after))):
        return None
    if weekday is None and tokens[after].word not in words.AFTER_ORDINAL and tokens[after].number < 0:
        return None
    best = _next_monthly(day, context.today, weekday)
    return (Reading(first=best, last=best), after) if best else None


def _is_bare_day(tokens: Sequence[Token], after: int) -> bool:
    """Say whether a number right after a weekday is a day of the month rather than an hour."""
    token, number = tokens[after], tokens[after - 1]
    if token.word in _TIME_TAILS or token.word in ("-", "to", "until", "till", "/", "and", "noon", "midday"):
        return False
    if token.word in (":", ".") and tokens[after + 1].number >= 0 and is_glued(token, tokens[after + 1]):
        return False
    is_after_preposition = tokens[after - 2].word in words.HOUR_PREPOSITIONS - {"-"}
    return number.number > 0 and not is_after_preposition


def _next_monthly(day: int, today: date, weekday: int | None) -> date | None:
    months = [
        (today.year + (today.month - 1 + offset) // 12, (today.month - 1 + offset) % 12 + 1) for offset in range(4)
    ]
    dates = [
        found for year, month in months if year <= 9999 and (found := valid_date(year, month, day)) and found >= today
    ]
    if weekday is not None:
        return next((found for found in dates if found.weekday() == weekday), None)
    recent = valid_date(today.year, today.month, day)
    if recent and timedelta(0) < today - recent <= timedelta(days=2):
        return recent
    return dates[0] if dates else None
