"""Single days: weekdays, today and tomorrow, feasts, and a day with its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.dates import date_at
from inbox_watch.core.when.tokens import Token, is_glued, matches

_NEXT_WEEK = (
    (("next", "week"), 1),
    (("of", "next", "week"), 1),
    ((",", "next", "week"), 1),
    (("this", "week"), 0),
    (("of", "this", "week"), 0),
    (("week",), None),
    (("after", "next"), 1),
    (("the", "week", "after", "next"), 2),
    (("of", "the", "week", "after", "next"), 2),
    (("the", "following", "week"), 1),
    (("of", "the", "following", "week"), 1),
    (("the", "week", "after"), 1),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From `first` to `last`. `is_day` marks one named day, `is_limit` an end ("end of March").

    `opens_now` marks what is under way, `begin` and `finish` the named part of the day; `other` is a second reading.
    """

    first: date
    last: date
    is_day: bool = False
    is_limit: bool = False
    opens_now: bool = False
    approximate: bool = False
    begin: time | None = None
    finish: time | None = None
    other: tuple[date, date] | None = None


def one_day(day: date, other: date | None = None, *, approximate: bool = False) -> Days:
    """Return a single day, with its second reading if it has one."""
    second = (other, other) if other is not None and other != day else None
    return Days(first=day, last=day, is_day=True, other=second, approximate=approximate)


def day_at(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read one day at `index`, with the part of it that is named ("Monday morning")."""
    led = _part_of_a_day(tokens, index, context)
    if led is not None:
        return led
    found = _relative_day(tokens, index, context) or _weekday_phrase(tokens, index, context)
    found = found or _dated(tokens, index, context) or _feast(tokens, index, context)
    if found is None:
        return None
    return with_part(tokens, found[1], found[0])


def _part_of_a_day(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read "the morning of the 17th"."""
    start = index + 1 if tokens[index].word == "the" else index
    part = words.PARTS_OF_DAY.get(tokens[start].word)
    if part is None or tokens[start + 1].word not in ("of", "on"):
        return None
    found = _relative_day(tokens, start + 2, context) or _weekday_phrase(tokens, start + 2, context)
    found = found or _dated(tokens, start + 2, context)
    return (replace(found[0], begin=part[0], finish=part[1]), found[1]) if found else None


def with_part(tokens: Sequence[Token], index: int, days: Days) -> tuple[Days, int]:
    """Narrow a day to the part that follows: "morning", "in the afternoon", "evening"."""
    place = index
    for phrase in (("in", "the"), ("early",), ("late",), ("mid", "-"), ("(",), (",",), ("at",)):
        if matches(tokens, index, phrase) and tokens[index + len(phrase)].word in words.PARTS_OF_DAY:
            place = index + len(phrase)
            break
    part = words.PARTS_OF_DAY.get(tokens[place].word)
    if part is None:
        return days, index
    closes = tokens[place - 1].word == "(" and tokens[place + 1].word == ")"
    return replace(days, begin=part[0], finish=part[1]), place + (2 if closes else 1)


# --- today, tomorrow -------------------------------------------------------------------------------------------------


def _relative_day(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    word = tokens[index].word
    if word == "tonight":
        return replace(one_day(context.today), begin=time(18, 0), finish=words.LAST_MINUTE), index + 1
    if word == "today":
        return one_day(context.today), index + 1
    if word == "tomorrow" and tokens[index + 1].word == "week" and _is_whole_week(tokens, index + 1, ("week",)):
        return one_day(context.today + timedelta(days=8)), index + 2
    if word in ("tomorrow", "tmrw", "tmr", "tomorrow's"):
        return one_day(context.today + timedelta(days=1)), index + 1
    for phrase in (("the", "next"), ("next",), ("the", "following")):
        place = index + len(phrase)
        if (
            matches(tokens, index, phrase)
            and tokens[place].word in words.BUSINESS_WORDS
            and tokens[place + 1].word == "day"
        ):
            return one_day(context.calendar.add_business_days(context.today, 1)), place + 2
    for words_before in (("the", "day", "after", "tomorrow"), ("day", "after", "tomorrow")):
        if matches(tokens, index, words_before):
            return one_day(context.today + timedelta(days=2)), index + len(words_before)
    if word == "this" and tokens[index + 1].word in words.PARTS_OF_DAY:
        begin, finish = words.PARTS_OF_DAY[tokens[index + 1].word]
        return replace(one_day(context.today), begin=begin, finish=finish), index + 2
    return None


# --- weekdays --------------------------------------------------------------------------------------------------------


def weekday_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read a weekday's name: its number (Monday is 0) and the place after it. Plurals and "every Monday" are none."""
    token = tokens[index]
    name = token.word.removesuffix("'s")
    if name not in words.WEEKDAYS:
        return None
    before, after = tokens[index - 1], tokens[index + 1]
    if before.word in words.SINGULAR_HABITS or (
        before.word in ("black", "cyber", "casual", "ash", "the") and name == "sun"
    ):
        return None
    is_named_product = after.word == "." and is_glued(token, after) and is_glued(after, tokens[index + 2])
    if is_named_product or (name == "sunday" and after.word == "times"):
        return None
    if name in words.FULL_WEEKDAYS:
        return None if before.word in ("black", "cyber", "casual", "ash") else (words.WEEKDAYS[name], index + 1)
    if not _is_abbreviated_day(tokens, index):
        return None
    has_dot = after.word == "." and is_glued(token, after) and tokens[index + 2].number >= 0
    return words.WEEKDAYS[name], index + (2 if has_dot else 1)


def _is_abbreviated_day(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "Sat" or "wed" stands for a day: something beside it must say so."""
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if is_glued(before, token) and before.word not in ("(", "-", "/", "["):
        return False
    has_number = (
        after.number >= 0 or after.word in words.MONTHS or (after.word in (",", ".") and tokens[index + 2].number >= 0)
    )
    if has_number or after.word in words.PARTS_OF_DAY or (after.word in ("@", "at") and tokens[index + 2].number >= 0):
        return True
    if _is_day_name(tokens, index + 2) and after.word in ("-", "/", "to", "or", "and", "through"):
        return True
    if _is_day_name(tokens, index - 2) and before.word in ("-", "/", "to", "or", "and", "through"):
        return True
    is_inside = before.word not in (".", "!", "?", "", "\n\n", ":", "-") and before.word not in ("hi", "dear", "hello")
    if token.word in ("mon", "wed") and token.is_capitalised and is_inside:
        return True
    has_lead = before.word in words.DAY_PREPOSITIONS - {",", "for", "that", "from", "of"} or before.word == "-"
    if token.word not in words.DOUBTFUL_WEEKDAYS:
        return has_lead or token.is_capitalised
    is_ended = after.word in words.AFTER_ORDINAL - {"on", "you", "i", "we", "it", "they", "she", "he"}
    return has_lead and (token.is_capitalised or before.word in ("by", "on", "next", "this")) and is_ended


def _is_day_name(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    return token.word in words.WEEKDAYS and (token.is_capitalised or token.word in words.FULL_WEEKDAYS)


def _weekday_phrase(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    lead, start = _weekday_lead(tokens, index)
    week_lead = _week_before_weekday(tokens, index, context)
    if week_lead is not None:
        return week_lead
    found = weekday_at(tokens, start)
    if found is None:
        return None
    number, after = found
    dated = _date_after_weekday(tokens, after, context, number)
    if dated is not None:
        return dated
    for phrase, weeks in _NEXT_WEEK:
        if matches(tokens, after, phrase) and _is_whole_week(tokens, after, phrase):
            ends = after + len(phrase)
            if weeks is None:
                return one_day(_strictly_after(context.today, number) + timedelta(days=7)), ends
            if phrase == ("after", "next"):
                weeks = 2
            return one_day(context.monday(weeks) + timedelta(days=number)), ends
    return _plain_weekday(lead, number, context), after


def _is_whole_week(tokens: Sequence[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """Refuse "Friday week" where the week goes on ("Friday week long"), which nobody means."""
    return phrase != ("week",) or tokens[index + 1].word in words.AFTER_ORDINAL


def _weekday_lead(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return how a weekday is introduced ("next", "this", "coming" or "") and where its name would stand."""
    for phrase, lead in (
        (("this", "coming"), "coming"),
        (("the", "coming"), "coming"),
        (("the", "next"), "next"),
        (("the", "following"), "coming"),
        (("coming",), "coming"),
        (("upcoming",), "coming"),
        (("next",), "next"),
        (("this",), "this"),
        (("the",), "the"),
    ):
        if matches(tokens, index, phrase):
            return lead, index + len(phrase)
    return "", index


def _week_before_weekday(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read "next week Tuesday", "next week on Tuesday", "a week on Friday"."""
    for phrase, weeks in ((("next", "week"), 1), (("this", "week"), 0), (("the", "week", "after", "next"), 2)):
        if matches(tokens, index, phrase):
            start = index + len(phrase)
            start += 1 if tokens[start].word in ("on", ",", "(", "-") else 0
            found = weekday_at(tokens, start)
            if found is None or _date_after_weekday(tokens, found[1], context, found[0]):
                return None
            after = found[1] + (1 if tokens[start - 1].word == "(" and tokens[found[1]].word == ")" else 0)
            return one_day(context.monday(weeks) + timedelta(days=found[0])), after
    if tokens[index].word == "a" and tokens[index + 1].word == "week" and tokens[index + 2].word in ("on", "from"):
        found = weekday_at(tokens, index + 3)
        if found is not None:
            return one_day(_strictly_after(context.today, found[0]) + timedelta(days=7)), found[1]
    return None


def _plain_weekday(lead: str, number: int, context: Context) -> Days:
    nearest = _strictly_after(context.today, number)
    if lead == "next":
        return one_day(context.monday(1) + timedelta(days=number), nearest)
    if lead == "this":
        here = context.monday() + timedelta(days=number)
        return one_day(here if here >= context.today else nearest)
    return one_day(nearest)


def _strictly_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


# --- dates beside weekdays -------------------------------------------------------------------------------------------


def _date_after_weekday(tokens: Sequence[Token], index: int, context: Context, weekday: int) -> tuple[Days, int] | None:
    start = index
    if tokens[start].word in (",", "-", "(", ":", "|"):
        start += 1
    found = date_at(tokens, start, context, weekday)
    if found is None:
        return None
    reading, after = found
    if start != index and tokens[index].word == "(" and tokens[after].word == ")":
        after += 1
    if reading.first != reading.last:
        return Days(first=reading.first, last=reading.last, approximate=reading.is_doubtful), after
    disagrees = reading.first.weekday() != weekday
    other = _strictly_after(context.today, weekday) if disagrees else reading.other
    return one_day(reading.first, other, approximate=disagrees or reading.is_doubtful), after


def _dated(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    found = date_at(tokens, index, context, None)
    if found is None:
        return None
    reading, after = found
    weekday = _weekday_after_date(tokens, after)
    if weekday is not None:
        agreeing = date_at(tokens, index, context, weekday[0])
        reading, after = (agreeing or found)[0], weekday[1]
    if reading.first != reading.last:
        return Days(first=reading.first, last=reading.last), after
    return one_day(reading.first, reading.other, approximate=reading.is_doubtful), after


def _weekday_after_date(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read the weekday of "12 March (Thursday)"."""
    if tokens[index].word != "(":
        return None
    found = weekday_at(tokens, index + 1)
    if found is None or tokens[found[1]].word != ")":
        return None
    return found[0], found[1] + 1


# --- feasts ----------------------------------------------------------------------------------------------------------


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous computus of 1876, as in Meeus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    letter = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * letter) // 451
    month, day = divmod(epact + letter - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def feast_at(tokens: Sequence[Token], index: int, context: Context) -> tuple[date, date, int] | None:
    """Read a feast: its first day, its last, and the place after it. The next one that isn't over."""
    for phrase, first, last in (
        (("good", "friday"), -2, -2),
        (("easter", "monday"), 1, 1),
        (("easter", "sunday"), 0, 0),
        (("easter", "weekend"), -2, 1),
        (("easter",), -2, 1),
    ):
        if matches(tokens, index, phrase) and tokens[index].is_capitalised:
            return *_next_feast(context, first, last), index + len(phrase)
    return _fixed_feast(tokens, index, context)


def _next_feast(context: Context, first: int, last: int) -> tuple[date, date]:
    sunday = easter_sunday(context.today.year)
    if sunday + timedelta(days=last) < context.today:
        sunday = easter_sunday(context.today.year + 1)
    return sunday + timedelta(days=first), sunday + timedelta(days=last)


def _fixed_feast(tokens: Sequence[Token], index: int, context: Context) -> tuple[date, date, int] | None:
    for phrase, (first, last) in (
        (("christmas", "eve"), ((12, 24), (12, 24))),
        (("christmas", "day"), ((12, 25), (12, 25))),
        (("boxing", "day"), ((12, 26), (12, 26))),
        (("christmas",), ((12, 25), (12, 26))),
        (("xmas",), ((12, 25), (12, 26))),
        (("new", "year's", "eve"), ((12, 31), (12, 31))),
        (("new", "year's", "day"), ((1, 1), (1, 1))),
        (("new", "year's"), ((1, 1), (1, 1))),
        (("new", "years"), ((1, 1), (1, 1))),
        (("new", "year"), ((1, 1), (1, 1))),
    ):
        if matches(tokens, index, phrase) and (tokens[index].is_capitalised or phrase[0] == "xmas"):
            year = context.today.year
            if date(year, *last) < context.today:
                year += 1
            return date(year, *first), date(year, *last), index + len(phrase)
    return None


def _feast(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, int] | None:
    """Read a feast of one day as a day; longer ones only have a before and an after."""
    found = feast_at(tokens, index, context)
    if found is None or found[0] != found[1] or matches(tokens, found[2] - 2, ("new", "year")):
        return None
    return one_day(found[0]), found[2]
