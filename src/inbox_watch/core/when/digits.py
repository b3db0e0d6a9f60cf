"""Dates in digits: "2026-03-12", "12.03.26", "12/03", by the order that the sender's region uses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inbox_watch.core.when.context import Context
from inbox_watch.core.when.tokens import Token, is_glued
from inbox_watch.core.when.years import Reading, known_year, valid_date, year_for

MONTH_FIRST_REGIONS = frozenset({"US"})
UNDECIDED_REGIONS = frozenset({"CA", "PH", "PR"})


def date_in_digits(
    tokens: Sequence[Token], index: int, context: Context, weekday: int | None
) -> tuple[Reading, int] | None:
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
        day = valid_date(one.number, two.number, three.number) if known_year(one.number, context.today) else None
        return (Reading(first=day, last=day), index + 5) if day else None
    year = known_year(three.number, context.today) if len(three.raw) in (2, 4) else None
    if year is None or len(one.raw) > 2 or len(two.raw) > 2:
        return None
    choices = [
        valid_date(year, month, day)
        for day, month in _orders(one.number, two.number, sign.word, context, weekday, year)
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
    has_dot = sign.word == "." and tokens[after].word == "." and is_glued(two, tokens[after])
    has_hour = _hour_follows(tokens, after) or (has_dot and _hour_follows(tokens, after + 1))
    if weekday is None and not _asks_for_a_day(tokens, index) and not has_hour:
        return None
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
    found = valid_date(year, month, day) if year else year_for(month, day, context.today, weekday)
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
