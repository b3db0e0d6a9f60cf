"""Lengths of time from the mail on: "within 5-7 business days", "in two weeks", "over the next few days"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.days import Days, day_at
from inbox_watch.core.when.spans import last_of_month
from inbox_watch.core.when.tokens import Token, is_glued, matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """A stretch in hours: both ends are moments."""

    first: datetime
    last: datetime
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Length:
    """From `low` to `high` of a unit. `is_range` where both are named; `is_fuzzy` for "a few" and "a couple"."""

    low: int
    high: int
    unit: str
    is_range: bool = False
    is_fuzzy: bool = False


# From the mail to the end of the length.
_WITHIN = (
    ("within", "the", "next"),
    ("within", "the", "coming"),
    ("within", "the", "following"),
    ("within", "about"),
    ("within", "approximately"),
    ("within", "around"),
    ("within", "max"),
    ("within",),
    ("inside",),
    ("in", "the", "next"),
    ("in", "the", "coming"),
    ("in", "the", "following"),
    ("in", "less", "than"),
    ("in", "under"),
    ("in", "no", "more", "than"),
    ("in", "at", "most"),
    ("in", "max"),
    ("in", "up", "to"),
    ("over", "the", "next"),
    ("over", "the", "coming"),
    ("over", "the", "following"),
    ("over", "the", "course", "of", "the", "next"),
    ("during", "the", "next"),
    ("during", "the", "coming"),
    ("for", "the", "next"),
    ("the", "next"),
    ("these", "next"),
    ("this", "next"),
    ("next",),
    ("up", "to"),
    ("no", "later", "than"),
    ("no", "more", "than"),
    ("valid", "for"),
    ("open", "for"),
)
# At the end of the length.
_IN = (
    ("in", "about"),
    ("in", "around"),
    ("in", "approximately"),
    ("in", "roughly"),
    ("in", "maybe"),
    ("in", "another"),
    ("in",),
)
_FIRST_WORDS = frozenset(phrase[0] for phrase in (*_WITHIN, *_IN))
# Before a bare length, which say that a wait is meant.
_WAIT_WORDS = words.word_set(
    "take takes taking took allow give giving gives need needs another about approximately around roughly have "
    "has expect be is typically usually normally"
)
# Between such a word and the length: "takes us about", "bear with me for another".
_BEFORE_A_WAIT = words.word_set("us me them about around approximately roughly another for with")
_OF_OWN_WAIT = frozenset({"allow", "give", "grant", "take", "takes", "taking"})
_NOT_A_WAIT = words.word_set(
    "ago per a an each every notice holiday holidays leave vacation pto experience long old work off late "
    "overdue annual earlier before prior previous onsite remote week of"
)
# What stands between "within six weeks of" and the day itself: "the closing date for applications, which is".
_CLOSING_DATE = words.word_set(
    "the our this application applications closing date deadline for of on which is was , ( :"
)
_LONGEST_NAME = 10
_VAGUE = {"days": 5, "weeks": 21}


def duration_at(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days | Moments, int] | None:
    """Read a length of time that begins with the mail, at `index`."""
    for phrases, reader in ((_WITHIN, _within), (_IN, _at_the_end)):
        for phrase in phrases if tokens[index].word in _FIRST_WORDS else ():
            if matches(tokens, index, phrase):
                found = reader(tokens, index + len(phrase), context, phrase)
                if found is not None:
                    return found
    return _from_a_day(tokens, index, context) or _bare(tokens, index, context)


def _within(
    tokens: Sequence[Token], index: int, context: Context, phrase: tuple[str, ...]
) -> tuple[Days | Moments, int] | None:
    vague = _vague(tokens, index, context, phrase)
    if vague is not None:
        return vague
    found = _length(tokens, index) or _plain_unit(tokens, index, phrase)
    if found is not None and phrase[0] in ("within", "inside") and (named := _of_a_day(tokens, found[1], context)):
        return _spread(found[0], named[1], opens_now=not found[0].is_range), named[0]
    if found is None or _is_no_wait(tokens, found[1]) or (phrase == ("next",) and found[0].low == found[0].high == 1):
        return None
    length, after = found
    after, is_loose = _looseness(tokens, after)
    if phrase[-1] in ("within", "inside", "next") and tokens[after].word == "from":
        after, context = _base(tokens, after, context)
    return _spread(length, context, opens_now=not length.is_range, approximate=is_loose), after


def _of_a_day(tokens: Sequence[Token], index: int, context: Context) -> tuple[int, Context] | None:
    """Read "of 11 September" and "of the closing date, 11 September": the place after it, and that day's context."""
    if tokens[index].word not in ("of", "after", "from", "following"):
        return None
    place = index + 1
    while place < index + _LONGEST_NAME and tokens[place].word in _CLOSING_DATE:
        place += 1
    led = {token.word for token in tokens[index + 1 : place]}
    found = day_at(tokens, place, context) if not led or led & {"closing", "deadline"} else None
    if found is None:
        return None
    closes = tokens[found[1]].word == ")" and "(" in led
    return found[1] + closes, _moved(context, found[0].first)


def _vague(tokens: Sequence[Token], index: int, context: Context, phrase: tuple[str, ...]) -> tuple[Days, int] | None:
    """Read "the coming days" and "the next days": five days, by our convention."""
    unit = tokens[index].word
    if unit not in _VAGUE or phrase[-1] not in ("next", "coming", "following") or len(phrase) < 2:
        return None
    last = context.today + timedelta(days=_VAGUE[unit])
    return Days(first=context.today, last=last, opens_now=True, approximate=True), index + 1


def _plain_unit(tokens: Sequence[Token], index: int, phrase: tuple[str, ...]) -> tuple[_Length, int] | None:
    """Read "over the next week": one of the unit, without a number."""
    word = tokens[index].word
    if len(phrase) < 2 or phrase[-1] not in ("next", "coming", "following") or word not in words.UNITS:
        return None
    if phrase[:2] == ("the", "next") or word.endswith("s"):
        return None
    unit, size = words.UNITS[word]
    length = _Length(low=size, high=size, unit=unit)
    if matches(tokens, index + 1, ("or", "two")):
        return _Length(low=size, high=size * 2, unit=unit), index + 3
    return length, index + 1


def _at_the_end(
    tokens: Sequence[Token], index: int, context: Context, phrase: tuple[str, ...]
) -> tuple[Days | Moments, int] | None:
    found = _length(tokens, index)
    if found is None or _is_no_wait(tokens, found[1]):
        return None
    length, after = found
    if tokens[after].word in ("time", "'") or matches(tokens, after, ("'", "time")):
        after += 1 if tokens[after].word == "time" else 0
    after, is_loose = _looseness(tokens, after)
    return _spread(length, context, opens_now=length.is_fuzzy, approximate=is_loose or len(phrase) > 1), after


def _from_a_day(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days | Moments, int] | None:
    """Read "two weeks from today", "a week today", "five business days from Monday"."""
    found = _length(tokens, index)
    if found is None or found[0].unit in ("minutes", "hours"):
        return None
    length, after = found
    if tokens[after].word in ("today", "tomorrow") and length.unit == "weeks":
        shift = timedelta(days=0 if tokens[after].word == "today" else 1)
        return _spread(length, _moved(context, context.today + shift), opens_now=False), after + 1
    if tokens[after].word != "from":
        return None
    base = _base(tokens, after, context)
    if base[0] == after:
        return None
    return _spread(length, base[1], opens_now=False), base[0]


def _base(tokens: Sequence[Token], index: int, context: Context) -> tuple[int, Context]:
    """Return the place after "from now" or "from Monday", and the context moved to that day."""
    if tokens[index + 1].word in ("now", "receipt"):
        return index + 2, context
    found = day_at(tokens, index + 1, context)
    if found is None:
        return index, context
    return found[1], _moved(context, found[0].first)


def _moved(context: Context, day: date) -> Context:
    return Context(
        written=context.written, today=day, zone=context.zone, calendar=context.calendar, region=context.region
    )


def _bare(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days | Moments, int] | None:
    """Read "5-7 business days" on its own, and other lengths after a word for waiting ("takes two weeks")."""
    found = _length(tokens, index)
    if found is None or _is_no_wait(tokens, found[1]):
        return None
    length, after = found
    before = tokens[index - 1].word
    if _is_led_by_patience(tokens, index) and length.unit not in ("minutes", "hours"):
        after, is_loose = _looseness(tokens, after)
        return _spread(length, context, opens_now=not length.is_range, approximate=is_loose), after
    if before in ("every", "last", "past", "previous", "for", "of", "after", "first") or length.unit in (
        "minutes",
        "hours",
    ):
        return _bare_hours(tokens, index, context, length, after)
    if length.unit != "business" and (before not in _WAIT_WORDS or length.is_fuzzy or _is_description(tokens, index)):
        return None
    after, is_loose = _looseness(tokens, after)
    return _spread(length, context, opens_now=not length.is_range, approximate=is_loose), after


def _is_led_by_patience(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a length is the writer's own: "allow us two weeks", "take us about a week", "bear with us for"."""
    place = index - 1
    while place > index - 5 and tokens[place].word in _BEFORE_A_WAIT:
        place -= 1
    between = {token.word for token in tokens[place + 1 : index]}
    if tokens[place].word == "patient":
        return "for" in between
    is_own = not between.isdisjoint(("us", "me", "them"))
    return is_own and tokens[place].word in ("bear" if {"with", "for"} <= between else "", *_OF_OWN_WAIT)


def _bare_hours(
    tokens: Sequence[Token], index: int, context: Context, length: _Length, after: int
) -> tuple[Moments, int] | None:
    """Read "give us 24-48 hours", never "takes two hours"."""
    is_wait = (
        tokens[index - 1].word in ("allow", "give", "us", "me", "have") and length.unit == "hours" and length.high >= 24
    )
    if not is_wait:
        return None
    spread = _spread(length, context, opens_now=not length.is_range)
    return (spread, after) if isinstance(spread, Moments) else None


def _is_description(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "is two weeks" tells how long something lasts, which is no wait."""
    return tokens[index - 1].word in ("is", "be", "has", "have", "about", "around") and tokens[index - 2].word not in (
        "take", "takes", "taking", "allow", "you", "expect", "need", "should",
    )  # fmt: skip


# --- how long --------------------------------------------------------------------------------------------------------


def _length(tokens: Sequence[Token], index: int) -> tuple[_Length, int] | None:
    """Read a number, or two, with its unit."""
    count = _count(tokens, index)
    if count is None:
        return None
    low, high, place, is_fuzzy = count
    place += 1 if tokens[place].word in ("full", "short", "more", "further", "-", "consecutive") else 0
    unit = _unit(tokens, place)
    if unit is None:
        return None
    kind, size, after = unit
    if tokens[index].word in ("a", "an", "one") and matches(tokens, after, ("or", "two")):
        return _limited(_Length(low=size, high=2 * size, unit=kind, is_fuzzy=True), after + 2)
    is_range = high != low
    return _limited(_Length(low=low * size, high=high * size, unit=kind, is_range=is_range, is_fuzzy=is_fuzzy), after)


def _limited(length: _Length, after: int) -> tuple[_Length, int] | None:
    is_sensible = 0 < length.low <= length.high <= words.MOST_OF_A_UNIT[length.unit]
    return (length, after) if is_sensible else None


def _count(tokens: Sequence[Token], index: int) -> tuple[int, int, int, bool] | None:
    for phrase, number in (
        (("a", "couple", "of"), 2),
        (("the", "couple", "of"), 2),
        (("couple", "of"), 2),
        (("a", "couple"), 2),
        (("couple",), 2),
        (("a", "few"), 3),
        (("few",), 3),
    ):
        if matches(tokens, index, phrase):
            return number, number, index + len(phrase), True
    if tokens[index].word == "another":
        is_one = tokens[index + 1].word in ("week", "fortnight", "month")
        return (1, 1, index + 1, False) if is_one else None
    low = _number(tokens, index)
    if low is None or _is_tail(tokens, index):
        return None
    after = index + 1
    if tokens[after].word == "(" and tokens[after + 1].number == low and tokens[after + 2].word == ")":
        after += 3
    if tokens[after].word == "+" and is_glued(tokens[index], tokens[after]):
        return None
    if tokens[after].word in ("-", "to", "or", "/"):
        high = _number(tokens, after + 1)
        if high is not None and high > low:
            return low, high, after + 2, False
    return low, low, after, False


def _number(tokens: Sequence[Token], index: int) -> int | None:
    token = tokens[index]
    return token.number if token.number >= 0 else words.NUMBERS.get(token.word)


def _is_tail(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1]
    return is_glued(before, tokens[index]) and before.word not in ("(", "[", "*", "~", ",", ":", '"', "-")


def _unit(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    word = tokens[index].word
    if word in words.BUSINESS_WORDS:
        place = index + 2 if tokens[index + 1].word == "-" else index + 1
        return ("business", 1, place + 1) if tokens[place].word in ("day", "days", "days'", "day's") else None
    if word == "calendar" and tokens[index + 1].word in ("days", "day"):
        return "days", 1, index + 2
    if word not in words.UNITS:
        return None
    kind, size = words.UNITS[word]
    after = index + 2 if tokens[index + 1].word == "'" and is_glued(tokens[index], tokens[index + 1]) else index + 1
    if matches(tokens, index + 1, ("(", "s", ")")):
        after = index + 4
    return kind, size, after


def _is_no_wait(tokens: Sequence[Token], after: int) -> bool:
    token = tokens[after]
    if token.word == "of" and tokens[after + 1].word in (
        "receipt",
        "receiving",
        "getting",
        "this",
        "your",
        "the",
        "our",
    ):
        return False
    return token.word in _NOT_A_WAIT or (token.word in ("/", "-") and is_glued(tokens[after - 1], token))


def _looseness(tokens: Sequence[Token], after: int) -> tuple[int, bool]:
    """Step over "or so" and "or less"."""
    if tokens[after].word == "or" and tokens[after + 1].word in ("so", "thereabouts"):
        return after + 2, True
    if tokens[after].word == "or" and tokens[after + 1].word in ("less", "sooner", "earlier"):
        return after + 2, False
    return after, False


# --- from the mail on ------------------------------------------------------------------------------------------------


def _spread(length: _Length, context: Context, *, opens_now: bool, approximate: bool = False) -> Days | Moments:
    """Return the window of a length from the mail's day on, which isn't counted (FRCP 6(a)(1)(A) by analogy)."""
    if length.unit in ("hours", "minutes"):
        unit = timedelta(hours=1) if length.unit == "hours" else timedelta(minutes=1)
        begin = context.written if opens_now else context.written + unit * length.low
        return Moments(first=begin, last=context.written + unit * length.high, approximate=approximate)
    first, last = _ahead(context, length.low, length.unit), _ahead(context, length.high, length.unit)
    is_far = length.is_fuzzy and length.unit != "days"
    if opens_now:
        return Days(first=context.today, last=last, opens_now=True, approximate=approximate or is_far)
    return Days(first=first, last=last, is_day=first == last, approximate=approximate)


def _ahead(context: Context, count: int, unit: str) -> date:
    if unit == "business":
        return context.calendar.add_business_days(context.today, count)
    if unit == "months":
        month = context.today.month - 1 + count
        target = date(context.today.year + month // 12, month % 12 + 1, 1)
        return target.replace(day=min(context.today.day, last_of_month(target).day))
    return context.today + timedelta(days=count * (7 if unit == "weeks" else 1))
