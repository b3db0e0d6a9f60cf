"""The middle of a phrase: days with their hours, hours with their day, lists and ranges of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.days import Days, day_at, one_day
from inbox_watch.core.when.hours import Hours, hours_at
from inbox_watch.core.when.past import is_opening
from inbox_watch.core.when.spans import feast_span, span_at
from inbox_watch.core.when.tokens import Token, matches
from inbox_watch.core.when.windows import day_before

_TO_HOURS = words.word_set(
    "at @ , - | ⋅ · • t from around about approx approximately ( : starting say time any anytime sometime some by "
    "before after until till no later than for and interview call meeting chat session appointment slot"
)
_TO_DAY = frozenset({"⋅", "·", "•", "*", "on", ",", "(", "-", "|", "of", "this", "for", "date", "day", ":"})
_JOINS = frozenset({"or", "and", "&", "/", "-", "to", "through", "until", ","})
_RANGES = frozenset({"-", "to", "through", "until"})
_FIRST_THING = ((("first", "thing", "on"), 3), (("first", "thing"), 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The days and the hours of a phrase, the place after it, and what it turned out to be led in by."""

    days: tuple[Days, ...]
    hours: Hours | None
    after: int
    lead: str = ""


def body_at(tokens: Sequence[Token], index: int, context: Context, lead: str) -> Body | None:
    """Read days with their hours, or hours with their day, at `index`."""
    return _days_first(tokens, index, context, lead) or _hours_first(tokens, index, context)


def _days_first(tokens: Sequence[Token], index: int, context: Context, lead: str) -> Body | None:
    found = _days(tokens, index, context, lead)
    if found is None:
        return None
    days, after = found
    if not all(one.is_day for one in days) or any(
        one.finish is not None and one.finish != words.LAST_MINUTE for one in days
    ):
        hours = _hours_in_part(tokens, after, context) if all(one.is_day for one in days) else None
        if hours is None:
            return Body(days=days, hours=None, after=after)
        return Body(days=days, hours=hours[0], after=hours[1])
    hours_found, after = hours_after(tokens, after, context)
    if hours_found is None:
        return Body(days=days, hours=None, after=after)
    return Body(days=days, hours=hours_found[0], after=after, lead=hours_found[1] if hours_found[1] != "on" else "")


def _hours_in_part(tokens: Sequence[Token], index: int, context: Context) -> tuple[Hours, int] | None:
    """Read the hour of "tomorrow morning at 10"."""
    if tokens[index].word not in ("at", "@", "from", "between", "around", "(", ",", ":"):
        return None
    start = index if tokens[index].word == "between" else index + 1
    return hours_at(tokens, start, context)


def _days(tokens: Sequence[Token], index: int, context: Context, lead: str) -> tuple[tuple[Days, ...], int] | None:
    for phrase, length in _FIRST_THING:
        if matches(tokens, index, phrase):
            return _first_thing(tokens, index + length, context)
    found = day_at(tokens, index, context)
    if found is None and lead in ("by", "before", "until", "after", "through"):
        found = _feast(tokens, index, context, lead)
    found = found or span_at(tokens, index, context)
    if found is None:
        return None
    return _joined(tokens, found, context)


def _feast(tokens: Sequence[Token], index: int, context: Context, lead: str) -> tuple[Days, int] | None:
    """Read "by Easter" as before it: nobody delivers on the feast."""
    found = feast_span(tokens, index, context)
    return (day_before(found[0], context), found[1]) if found and lead == "by" else found


def _first_thing(tokens: Sequence[Token], index: int, context: Context) -> tuple[tuple[Days, ...], int] | None:
    if matches(tokens, index, ("in", "the", "morning")):
        found: tuple[Days, int] | None = (one_day(context.today + timedelta(days=1)), index + 3)
    else:
        found = day_at(tokens, index, context) or span_at(tokens, index, context)
    if found is None:
        return None
    day = found[0] if found[0].is_day else one_day(found[0].first)
    return (replace(day, begin=time(9, 0), finish=time(10, 0)),), found[1]


def _joined(tokens: Sequence[Token], found: tuple[Days, int], context: Context) -> tuple[tuple[Days, ...], int]:
    """Read the rest of "Monday, Tuesday or Wednesday" and of "Monday to Wednesday"."""
    days, after = [found[0]], found[1]
    for _ in range(6):
        if tokens[after].word not in _JOINS:
            break
        join = tokens[after].word
        start = after + 2 if join == "," and tokens[after + 1].word in ("or", "and") else after + 1
        start += 1 if tokens[start].word in ("on", "by", "maybe", "perhaps", "possibly", "even") else 0
        another = _another(tokens, start, context, days[-1])
        if another is None or (join == "," and not another[0].is_day):
            break
        after = another[1]
        if join in _RANGES and another[0].is_day and another[0].last < days[-1].first and _names_weekday(tokens, start):
            another = (one_day(another[0].first + timedelta(days=7)), another[1])
        if join in _RANGES and another[0].last >= days[-1].first:
            days[-1] = _range(days[-1], another[0])
        else:
            days.append(another[0])
    return tuple(days), after


def _names_weekday(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a weekday without a date stands at `index`: "Monday to Thursday" runs on into the next week."""
    has_hour = tokens[index + 2].word in ("-", ":", "to", "am", "pm")
    return tokens[index].word in words.WEEKDAYS and (tokens[index + 1].number < 0 or has_hour)


def _another(tokens: Sequence[Token], index: int, context: Context, before: Days) -> tuple[Days, int] | None:
    if matches(tokens, index, ("the", "day", "after")) and before.is_day and tokens[index + 3].word != "tomorrow":
        return one_day(before.first + timedelta(days=1)), index + 3
    if not before.is_day and _week_after(tokens, index):
        monday = before.last + timedelta(days=7 - before.last.weekday())
        return Days(first=monday, last=monday + timedelta(days=2 if tokens[index].word == "early" else 4)), _week_after(
            tokens, index
        )
    if tokens[index].word == "next" and tokens[index + 1].word in words.AFTER_ORDINAL - set(words.WEEKDAYS) - set(
        words.MONTHS
    ):
        if not before.is_day and 4 <= (before.last - before.first).days <= 6:
            shift = timedelta(days=7)
            return Days(first=before.first + shift, last=before.last + shift), index + 1
        return None
    found = day_at(tokens, index, context) or span_at(tokens, index, context)
    if found is None or found[0].is_day == before.is_day:
        return found
    return found if not found[0].is_day or before.opens_now or not before.is_day else None


def _week_after(tokens: Sequence[Token], index: int) -> int:
    """Return the place after "the week after" or "early the following week", 0 where nothing of it stands there."""
    start = index + 1 if tokens[index].word in ("early", "late") else index
    for phrase in (("the", "week", "after"), ("the", "following", "week")):
        if matches(tokens, start, phrase) and tokens[start + 3].word not in ("next", "that"):
            return start + 3
    return 0


def _range(first: Days, last: Days) -> Days:
    return Days(first=first.first, last=last.last, begin=first.begin, finish=last.finish, opens_now=first.opens_now)


def hours_after(tokens: Sequence[Token], index: int, context: Context) -> tuple[tuple[Hours, str] | None, int]:
    """Read the hours that follow a day, and what leads them in ("before", "after", or "on")."""
    place, lead, has_at = index, "on", False
    for _ in range(5):
        found = hours_at(tokens, place, context)
        if found is not None and _is_meant(tokens, place, found[0], has_at=has_at, is_beside=place == index):
            after = found[1]
            if tokens[after].word == ")" and any(token.word == "(" for token in tokens[index:place]):
                after += 1
            return (found[0], lead), after
        word = tokens[place].word
        if word not in _TO_HOURS:
            break
        lead = {"by": "by", "before": "before", "until": "by", "till": "by", "later": "by", "after": "after"}.get(
            word, lead
        )
        has_at = has_at or word in ("at", "@", "from", "around", "about", "by", "before", "after", "until", "|", "time")
        place += 1
    return None, index


def _is_meant(tokens: Sequence[Token], place: int, hours: Hours, *, has_at: bool, is_beside: bool) -> bool:
    """Say whether a bare number after a day is an hour: "Tuesday at 10", "Tuesday 2-4", not "Tuesday, 3 people"."""
    if not hours.is_bare:
        return True
    if hours.last is not None:
        return has_at or is_beside or tokens[place].word == "between" or tokens[place - 1].word in (",", ":", "(")
    return has_at


def _hours_first(tokens: Sequence[Token], index: int, context: Context) -> Body | None:
    """Read "2pm on Tuesday" and "2pm or 4pm on Tuesday" (the second time is read on its own later)."""
    found = hours_at(tokens, index, context)
    if found is None:
        return None
    hours, after = found
    dated = _day_after_hours(tokens, after, context)
    if dated is None:
        return None
    if hours.is_bare and tokens[index - 1].word not in words.HOUR_PREPOSITIONS and hours.last is None:
        return None
    days, after = dated
    return Body(days=days, hours=hours, after=after)


def _day_after_hours(tokens: Sequence[Token], index: int, context: Context) -> tuple[tuple[Days, ...], int] | None:
    place = index
    for _ in range(3):
        found = day_at(tokens, place, context)
        if found is not None:
            days, after = _joined(tokens, found, context)
            closes = tokens[after].word == ")" and any(token.word == "(" for token in tokens[index:place])
            return days, after + (1 if closes else 0)
        if tokens[place].word not in _TO_DAY:
            return None
        place += 1
    return None


def hours_alone_at(tokens: Sequence[Token], index: int, context: Context, lead: str, day: date | None) -> Body | None:
    """Read a time without a day: it leans on the day named after "or", or the last one; else it's the next to come."""
    found = hours_at(tokens, index, context)
    if found is None or found[0].is_bare:
        return None
    hours, after = found
    if hours.is_limit:
        return _end_of_today(tokens, index, hours, after, context, lead)
    later = _day_of_list(tokens, after, context)
    if later is not None:
        return Body(days=later, hours=hours, after=after)
    is_dated = any(tokens[after + offset].word in words.MONTHS for offset in range(3))
    if is_opening(tokens, index) or is_dated:  # a date that was refused, such as one of long ago
        return None
    if day is not None:
        return Body(days=(one_day(day),), hours=hours, after=after)
    clock = context.at(context.today, hours.first, hours.zone)
    following = context.today + timedelta(days=0 if clock >= context.written else 1)
    return Body(days=(one_day(following, approximate=True),), hours=hours, after=after)


def _end_of_today(
    tokens: Sequence[Token], index: int, hours: Hours, after: int, context: Context, lead: str
) -> Body | None:
    """Read "by end of day": today's. "At the end of the day" on its own is a manner of speaking."""
    is_short = tokens[index].raw.isupper() or tokens[index].word == "close"
    is_meant = lead in ("by", "before", "until") or is_short or tokens[index].word in ("eod", "cob")
    return Body(days=(one_day(context.today),), hours=hours, after=after, lead="by") if is_meant else None


def _day_of_list(tokens: Sequence[Token], index: int, context: Context) -> tuple[Days, ...] | None:
    """Return the day that stands after further times: "2pm or 4pm on Tuesday"."""
    place = index
    for _ in range(3):
        start = _past_join(tokens, place)
        if start is None:
            return None
        place = start
        found = hours_at(tokens, place, context)
        if found is None:
            return None
        place = found[1]
        dated = _day_after_hours(tokens, place, context)
        if dated is not None:
            return dated[0]
    return None


def _past_join(tokens: Sequence[Token], index: int) -> int | None:
    """Return the place after what joins a further time: "or", "and at", "instead of", "rather than at"; else None."""
    for phrase in (("instead", "of"), ("rather", "than"), ("in", "place", "of")):
        if matches(tokens, index, phrase):
            place = index + len(phrase)
            return place + 1 if tokens[place].word == "at" else place
    if tokens[index].word not in ("or", "and", ",", "/"):
        return None
    return index + 2 if tokens[index + 1].word in ("or", "and", "at") else index + 1


def grouped(body: Body) -> tuple[Days, ...]:
    """Keep the days of a list apart where they have hours; else make them one stretch."""
    if body.hours is not None or len(body.days) == 1:
        return body.days
    first, last = min(body.days, key=lambda days: days.first), max(body.days, key=lambda days: days.last)
    merged = Days(
        first=first.first,
        last=last.last,
        begin=first.begin,
        finish=last.finish,
        opens_now=first.opens_now,
        approximate=any(days.approximate for days in body.days),
    )
    return (merged,)
