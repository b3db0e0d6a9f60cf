"""Calendar dates: "12 March", "March 12th, 2026", "12/03", "2026-03-12", "the 16th", "16-20 March"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.tokens import Token, is_glued

# A date without a year lies ahead, unless it lies no further back than this: then it is a memory.
LONGEST_MEMORY = 150
# A date so far ahead, read without a year, is one of the last weeks instead.
FURTHEST_AHEAD = 330
MONTH_FIRST_REGIONS = frozenset({"US"})
UNDECIDED_REGIONS = frozenset({"CA", "PH", "PR"})
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_TIME_TAILS = frozenset({"am", "pm", "a", "p", "hrs", "h", "o'clock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The date or the range that was read; `other` is the second reading of 03/04, where that lies ahead too."""

    first: date
    last: date
    other: date | None = None
    is_doubtful: bool = False


def date_at(tokens: Sequence[Token], index: int, context: Context, weekday: int | None) -> tuple[Reading, int] | None:
    """Read a date at `index`. A `weekday` that stands beside it picks between readings."""
    token = tokens[index]
    if token.word in words.MONTHS:
        return _month_first(tokens, index, context, weekday)
    has_article = token.word == "the"
    start = index + 1 if has_article else index
    if tokens[start].number < 0 or _is_tail(tokens, start):
        return None
    found = _numeric(tokens, start, context, weekday) or _day_first(tokens, start, context, weekday)
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


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _known_year(number: int, today: date) -> int | None:
    """Return the year that 26 or 2026 means, None where no mail of today would mean it."""
    year = number + today.year // 100 * 100 if number < 100 else number
    return year if today.year - 2 <= year <= today.year + 3 else None


def year_for(month: int, day: int, today: date, weekday: int | None) -> date | None:
    """Return the date that a day and a month mean on `today`: the weekday decides, else the next to come."""
    around = (today.year, today.year + 1, today.year - 1)
    dates = [found for year in around if 1 <= year <= 9999 and (found := _valid(year, month, day))]
    if weekday is not None:
        for found in dates:
            if found.weekday() == weekday and abs((found - today).days) < 366:
                return found
    return _nearest(dates, today) or _leap_day(month, day, today)


def _nearest(dates: list[date], today: date) -> date | None:
    past = [found for found in dates if 0 < (today - found).days <= LONGEST_MEMORY]
    ahead = sorted(found for found in dates if found >= today)
    if past and (not ahead or (ahead[0] - today).days > FURTHEST_AHEAD or past[0].year == today.year):
        return max(past)
    return ahead[0] if ahead else None


def _leap_day(month: int, day: int, today: date) -> date | None:
    if (month, day) != (2, 29):
        return None
    years = range(today.year, min(today.year + 9, 9999))
    return next((found for year in years if (found := _valid(year, 2, 29)) and found >= today), None)


# --- digits ----------------------------------------------------------------------------------------------------------


def _numeric(tokens: Sequence[Token], index: int, context: Context, weekday: int | None) -> tuple[Reading, int] | None:
    """Read 2026-03-12, 12/03/2026, 12.03.26, 12-03-2026, 12/03."""
    one, sign, two = tokens[index : index + 3]
    if sign.word not in ("/", ".", "-") or two.number < 0 or not (is_glued(one, sign) and is_glued(sign, two)):
        return None
    second, three = tokens[index + 3], tokens[index + 4]
    has_three = second.word == sign.word and is_glued(two, second) and is_glued(second, three) and three.number >= 0
    if not has_three:
        return _two_parts(tokens, index, context, weekday)
    if _goes_on(tokens, index + 5):
        return None
    if len(one.raw) == 4:
        day = _valid(one.number, two.number, three.number) if _known_year(one.number, context.today) else None
        return (Reading(first=day, last=day), index + 5) if day else None
    year = _known_year(three.number, context.today) if len(three.raw) in (2, 4) else None
    if year is None or len(one.raw) > 2 or len(two.raw) > 2:
        return None
    choices = [
        _valid(year, month, day) for day, month in _orders(one.number, two.number, sign.word, context, weekday, year)
    ]
    return _chosen(choices, context, index + 5)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Say whether more digits or letters are glued on: then it is a version or an identifier."""
    if not is_glued(tokens[index - 1], tokens[index]):
        return False
    if tokens[index].word in ("/", ".", "-", "_"):
        return is_glued(tokens[index], tokens[index + 1]) and tokens[index + 1].raw.isalnum()
    return tokens[index].raw.isalnum() and tokens[index].word != "t"


def _two_parts(
    tokens: Sequence[Token], index: int, context: Context, weekday: int | None
) -> tuple[Reading, int] | None:
    """Read 12/03 and 12.03.: only beside a word that asks for a day, since fractions and versions look the same."""
    one, sign, two = tokens[index : index + 3]
    if sign.word == "-" or len(one.raw) > 2 or len(two.raw) > 2 or (one.number, two.number) in ((24, 7), (24, 5)):
        return None
    after = index + 3
    if weekday is None and not _asks_for_a_day(tokens, index) and not _hour_follows(tokens, after):
        return None
    has_dot = sign.word == "." and tokens[after].word == "." and is_glued(two, tokens[after])
    if _goes_on(tokens, after) or tokens[after].word in ("of", "%", "pm", "am"):
        return None
    if sign.word == "." and not (weekday is not None or has_dot or (len(one.raw) == 2 and two.raw.startswith("0"))):
        return None
    after += 1 if has_dot and not tokens[after + 1].is_capitalised and tokens[after + 1].word not in ("", "\n\n") else 0
    orders = _orders(one.number, two.number, sign.word, context, weekday, None)
    return _chosen([year_for(month, day, context.today, weekday) for day, month in orders], context, after)


def _hour_follows(tokens: Sequence[Token], index: int) -> bool:
    start = index + 1 if tokens[index].word in ("at", "@", ",") else index
    return tokens[start].number >= 0 and (
        tokens[start + 1].word in (":", "am", "pm") or tokens[index].word in ("at", "@")
    )


def _asks_for_a_day(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1].word
    if before in (
        "on",
        "by",
        "before",
        "until",
        "till",
        "from",
        "after",
        "of",
        "commencing",
        "beginning",
        "starting",
        "date",
        "w/c",
    ):
        return True
    if before in ("to", "-", "until", "and", "or") and tokens[index - 3].word == tokens[index + 1].word:
        return tokens[index - 2].number > 0 and tokens[index - 4].number > 0
    if before == ":" and tokens[index - 2].word in ("date", "when", "day", "deadline"):
        return True
    return before == "c" and tokens[index - 2].word == "/" and tokens[index - 3].word == "w"


def _orders(
    one: int, two: int, sign: str, context: Context, weekday: int | None, year: int | None
) -> list[tuple[int, int]]:
    """Return the (day, month) pairs that two numbers may mean, the likelier first. CLDR short formats."""
    orders = [(day, month) for day, month in ((one, two), (two, one)) if 1 <= month <= 12 and 1 <= day <= 31]
    if len(orders) < 2 or one == two:
        return orders[:1]
    if weekday is not None:
        agreeing = [pair for pair in orders if _agrees(pair, year, weekday, context)]
        if len(agreeing) == 1:
            return agreeing
    if sign in (".", "-"):
        return orders[:1]
    if context.region and context.region not in UNDECIDED_REGIONS:
        return orders[1:] if context.region in MONTH_FIRST_REGIONS else orders[:1]
    return orders


def _agrees(pair: tuple[int, int], year: int | None, weekday: int, context: Context) -> bool:
    day, month = pair
    found = _valid(year, month, day) if year else year_for(month, day, context.today, weekday)
    return found is not None and found.weekday() == weekday


def _chosen(choices: list[date | None], context: Context, after: int) -> tuple[Reading, int] | None:
    """Take the reading that lies ahead and comes first; keep the other one."""
    dates = sorted(found for found in choices if found)
    if not dates:
        return None
    ahead = [found for found in dates if found >= context.today]
    best = ahead[0] if ahead else dates[-1]
    other = ahead[1] if len(ahead) > 1 else None
    return Reading(first=best, last=best, other=other, is_doubtful=len(set(dates)) > 1), after


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
    year = _known_year(token.number, today)
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
        year = _known_year(tokens[after + 1].number, context.today)
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
    first = _valid(year, month, days[0]) if year else year_for(month, days[0], context.today, weekday)
    last = _valid(first.year, month, days[1]) if first else None
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
    dates = [found for year, month in months if year <= 9999 and (found := _valid(year, month, day)) and found >= today]
    if weekday is not None:
        return next((found for found in dates if found.weekday() == weekday), None)
    recent = _valid(today.year, today.month, day)
    if recent and timedelta(0) < today - recent <= timedelta(days=2):
        return recent
    return dates[0] if dates else None
