"""Times of day: "2pm", "14:30–15:30 CET", "between 2 and 4pm", "noon", "end of business"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, time, timedelta, timezone, tzinfo

from inbox_watch.core.when import words
from inbox_watch.core.when.context import SHORT_ZONES, Context, database_zone, named_zone, place_zone
from inbox_watch.core.when.tokens import Token, is_glued, matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A time of day or a range of it. `is_bare` is true for "at 10", which only a day beside it makes a time.

    `is_limit` marks the end of business; `is_stretch` a range in which the moment is still open ("between 2 and 4pm").
    """

    first: time
    last: time | None = None
    zone: tzinfo | None = None
    is_bare: bool = False
    is_limit: bool = False
    is_stretch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """What one clock time says before morning and afternoon are settled. `half` is "am", "pm" or "" where unsaid."""

    hour: int
    minute: int
    half: str
    is_bare: bool

    def settled(self, half: str = "") -> time:
        """Return the time; where nothing says which half, 1 to 6 are in the afternoon, as offices are."""
        half = self.half or half
        if half == "pm" and self.hour < 12:
            return time(self.hour + 12, self.minute)
        if half == "am" and self.hour == 12:
            return time(0, self.minute)
        if half == "office" and 1 <= self.hour <= 6:
            return time(self.hour + 12, self.minute)
        return time(self.hour, self.minute)


def hours_at(tokens: Sequence[Token], index: int, context: Context) -> tuple[Hours, int] | None:
    """Read a time of day, or a range of it, at `index`; the zone after it belongs to it."""
    found = _end_of_business(tokens, index) or _named_hour(tokens, index) or _clock_range(tokens, index)
    if found is None:
        return None
    hours, after = found
    zone, after = zone_at(tokens, after, context)
    return replace(hours, zone=zone, is_bare=hours.is_bare and zone is None), after


def _end_of_business(tokens: Sequence[Token], index: int) -> tuple[Hours, int] | None:
    start = index + 1 if tokens[index].word == "the" else index
    for phrase in words.EOD_PHRASES:
        if matches(tokens, start, phrase):
            return Hours(first=words.END_OF_BUSINESS, is_limit=True), start + len(phrase)
    day = tokens[start + 2].word
    if matches(tokens, start, ("end", "of")) and (day in words.WEEKDAYS or day in ("today", "tomorrow")):
        return Hours(first=words.END_OF_BUSINESS, is_limit=True), start + 2
    return None


def _named_hour(tokens: Sequence[Token], index: int) -> tuple[Hours, int] | None:
    if tokens[index].word in words.NAMED_HOURS:
        return Hours(first=words.NAMED_HOURS[tokens[index].word]), index + 1
    if tokens[index].number == 12 and tokens[index + 1].word in ("noon", "midday"):
        return Hours(first=time(12, 0)), index + 2
    return _spoken_hour(tokens, index)


def _spoken_hour(tokens: Sequence[Token], index: int) -> tuple[Hours, int] | None:
    """Read "half past nine", "quarter to ten", "ten o'clock", and "at ten", which wants a day beside it."""
    place = index + 1 if tokens[index].word == "a" else index
    for phrase, minutes in ((("half", "past"), 30), (("quarter", "past"), 15), (("quarter", "to"), -15)):
        if matches(tokens, place, phrase):
            hour = _spoken_number(tokens[place + 2])
            return (_office_time(hour, minutes), place + 3) if hour else None
    hour = words.NUMBERS.get(tokens[index].word, 0) if tokens[index].word not in ("a", "an") else 0
    if not 1 <= hour <= 12:
        return None
    half, after = _half_of_day(tokens, index + 1)
    if half:
        return Hours(first=_Clock(hour=hour, minute=0, half=half, is_bare=False).settled()), after
    if tokens[index + 1].word in ("o'clock", "oclock"):
        return _office_time(hour, 0), index + 2
    is_led = tokens[index - 1].word == "at"
    return (replace(_office_time(hour, 0), is_bare=True), index + 1) if is_led else None


def _spoken_number(token: Token) -> int:
    number = token.number if token.number > 0 else words.NUMBERS.get(token.word, 0)
    return number if number <= 12 else 0


def _office_time(hour: int, minutes: int) -> Hours:
    """Return the time so many minutes past an hour, or before it."""
    total = (hour * 60 + minutes) if hour > 6 else (hour + 12) * 60 + minutes
    return Hours(first=time(total // 60, total % 60))


def _clock_range(tokens: Sequence[Token], index: int) -> tuple[Hours, int] | None:
    is_stretch = tokens[index].word in ("between", "betw")
    start = index + 1 if tokens[index].word in ("between", "betw", "from") else index
    first = _clock(tokens, start)
    if first is None:
        return None
    clock, after = first
    second = _range_end(tokens, after, is_stretch)
    if second is None:
        if is_stretch:
            return None
        hour = clock.settled("office")
        return Hours(first=hour, is_bare=clock.is_bare), after
    end, after = second
    begin, finish = _settle_pair(clock, end)
    is_bare = clock.is_bare and end.is_bare
    return Hours(first=begin, last=finish, is_bare=is_bare, is_stretch=is_stretch), after


def _range_end(tokens: Sequence[Token], index: int, is_between: bool) -> tuple[_Clock, int] | None:
    # A zone may stand after the first time as well: "2pm CET - 3pm CET".
    if tokens[index].word in SHORT_ZONES and tokens[index].raw.isupper() and tokens[index + 1].word == "-":
        index += 1
    joins = ("-", "~", "to", "until", "till", "til", "through") + (("and", "&") if is_between else ())
    if tokens[index].word not in joins:
        return None
    named = _named_hour(tokens, index + 1)
    if named is not None:
        return _Clock(hour=named[0].first.hour, minute=0, half="pm", is_bare=False), named[1]
    return _clock(tokens, index + 1)


def _settle_pair(first: _Clock, last: _Clock) -> tuple[time, time | None]:
    """Settle a range: "2-4pm" is all afternoon, "10-2pm" begins in the morning, "9-5" is office hours."""
    end = last.settled("office")
    if not last.half and first.half == "pm":
        end = last.settled("pm")
    begin = first.settled()
    if not first.half:
        afternoon = first.settled(last.half or "office")
        begin = afternoon if afternoon <= end else first.settled("am")
    return begin, (end if end >= begin else None)


def _clock(tokens: Sequence[Token], index: int) -> tuple[_Clock, int] | None:
    """Read one clock time: "2pm", "2.30 p.m.", "14:30", "14h30", "10 o'clock", "10"."""
    token = tokens[index]
    hour = token.number
    if not 0 <= hour <= 23 or len(token.raw) > 2:
        return _military(tokens, index)
    if _continues_a_number(tokens, index):
        return None
    minute, after, is_certain = _minutes(tokens, index)
    half, after = _half_of_day(tokens, after)
    if hour == 12 and tokens[after].word in ("noon", "midday"):
        return _Clock(hour=12, minute=minute, half="pm", is_bare=False), after + 1
    if half:
        return (
            (_Clock(hour=hour, minute=minute, half=half if hour <= 12 else "", is_bare=False), after) if hour else None
        )
    if tokens[after].word in ("o'clock", "oclock"):
        return _Clock(hour=hour, minute=minute, half="", is_bare=False), after + 1
    if tokens[after].word == "h" and is_glued(tokens[after - 1], tokens[after]) and not is_certain:
        return _Clock(hour=hour, minute=0, half="", is_bare=False), after + 1
    if _is_number_for_something_else(tokens, after, is_certain):
        return None
    exact = is_certain and (hour > 12 or len(token.raw) == 2)
    is_bare = not is_certain or tokens[index + 1].word == "."
    return _Clock(hour=hour, minute=minute, half="am" if exact and 0 < hour < 12 else "", is_bare=is_bare), after


def _military(tokens: Sequence[Token], index: int) -> tuple[_Clock, int] | None:
    """Read "1430 hrs" or "1430h"."""
    token = tokens[index]
    is_clock = len(token.raw) == 4 and 0 <= token.number < 2400 and token.number % 100 < 60
    if not is_clock or tokens[index + 1].word not in ("hrs", "h", "hours"):
        return None
    return _Clock(hour=token.number // 100, minute=token.number % 100, half="", is_bare=False), index + 2


def _minutes(tokens: Sequence[Token], index: int) -> tuple[int, int, bool]:
    """Return minutes, the place after them, and whether they prove a time of day (":" does, "." does not)."""
    hour, sign, minutes = tokens[index : index + 3] if index + 3 <= len(tokens) else (tokens[index],) * 3
    is_pair = is_glued(hour, sign) and is_glued(sign, minutes) and len(minutes.raw) == 2 and 0 <= minutes.number < 60
    if not is_pair or sign.word not in (":", ".", "h"):
        return 0, index + 1, False
    after = index + 3
    if sign.word != ":":
        has_half = _half_of_day(tokens, after)[0] != ""
        is_round = minutes.number % 5 == 0 and not _continues_a_decimal(tokens, after)
        is_labelled = tokens[index - 1].word == ":" and tokens[index - 2].word in ("time", "start", "starts", "begins")
        is_led = tokens[index - 1].word in ("at", "@", "from", "between") or _is_dotted_range(tokens, index)
        is_led = is_led or is_labelled
        is_time = has_half or sign.word == "h" or (is_round and is_led)
        return (minutes.number, after, True) if is_time else (0, index + 1, False)
    seconds = tokens[after + 1]
    if tokens[after].word == ":" and is_glued(minutes, tokens[after]) and len(seconds.raw) == 2 and seconds.number >= 0:
        after += 2
    return minutes.number, after, True


def _is_dotted_range(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "10.00" is an end of "10.00-11.00"."""
    for dash, dot in ((index + 3, index + 5), (index - 1, index - 3)):
        if tokens[dash].word == "-" and tokens[dot].word == "." and len(tokens[dot + 1].raw) == 2:
            return True
    return False


def _half_of_day(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    word = tokens[index].word
    if word in ("am", "pm") and (word == "pm" or tokens[index].raw != "Am"):
        return word, index + 1
    if word in ("a", "p") and [t.word for t in tokens[index + 1 : index + 3]] == [".", "m"]:
        last = index + 3
        has_dot = tokens[last].word == "." and is_glued(tokens[last - 1], tokens[last])
        return word + "m", last + 1 if has_dot else last
    return "", index


def _continues_a_number(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the number is the tail of a version, price, identifier or fraction."""
    before = tokens[index - 1]
    if before.word in ("$", "€", "£", "#", "№", "§"):
        return True
    if not is_glued(before, tokens[index]) or before.word in ("(", "@", "-", "[", "~", ",", "|", "t"):
        is_tail = before.word == "-" and is_glued(tokens[index - 2], before) and not _ends_a_time(tokens[index - 2])
        return is_tail and is_glued(before, tokens[index])
    return True


def _ends_a_time(token: Token) -> bool:
    return token.raw.isdigit() or token.word in ("am", "pm", "m", ".", "h") or token.word in words.WEEKDAYS


def _continues_a_decimal(tokens: Sequence[Token], index: int) -> bool:
    sign, digits = tokens[index], tokens[index + 1]
    return sign.word == "." and is_glued(sign, digits) and digits.raw.isdigit()


def _is_number_for_something_else(tokens: Sequence[Token], after: int, is_certain: bool) -> bool:
    """Say whether a number without am, pm or minutes is a part of a date, a share, a version or a count."""
    if is_certain:
        return False
    sign = tokens[after]
    if sign.word in ("%", "+", "k", "th", "st", "nd", "rd", "x", "€", "$", "£", "°") and is_glued(
        tokens[after - 1], sign
    ):
        return True
    digits = tokens[after + 1]
    return sign.word in (".", "/", ":", "'", "’") and is_glued(tokens[after - 1], sign) and is_glued(sign, digits)


# --- zones beside a time ---------------------------------------------------------------------------------------------


def zone_at(tokens: Sequence[Token], index: int, context: Context) -> tuple[tzinfo | None, int]:
    """Read "CET", "(ET)", "UK time", "UTC+2", "+02:00", "your time": the zone, or None, and the place after it."""
    start = index + 1 if tokens[index].word == "(" else index
    zone, after = _zone_word(tokens, start, context)
    if zone is None:
        return None, index
    if start != index:
        after = _closing(tokens, after)
    return zone, after


def _closing(tokens: Sequence[Token], index: int) -> int:
    """Return the place after the bracket that closes a zone, past a few words such as a city's name."""
    for offset in range(8):
        if tokens[index + offset].word == ")":
            return index + offset + 1
    return index


def _zone_word(tokens: Sequence[Token], index: int, context: Context) -> tuple[tzinfo | None, int]:
    token = tokens[index]
    if token.word in ("+", "-") or token.word in ("utc", "gmt"):
        return _offset(tokens, index)
    if token.word in SHORT_ZONES and (token.raw.isupper() or token.word in ("cet", "cest", "bst")):
        return named_zone(token.word, context), index + 1
    if tokens[index + 1].word == "/":
        zone, after = _database_name(tokens, index)
        return (zone, after) if zone else _place_time(tokens, index)
    if matches(tokens, index, ("your", "time")):
        return context.calendar.zone, index + 2
    if token.word in ("my", "our") and tokens[index + 1].word == "time":
        return context.zone, index + 2
    return _place_time(tokens, index)


def _database_name(tokens: Sequence[Token], index: int) -> tuple[tzinfo | None, int]:
    """Read "Europe/Berlin" and "America/New_York"."""
    city, after = tokens[index + 2].raw, index + 3
    if tokens[after].word == "_":
        city, after = f"{city}_{tokens[after + 1].raw}", after + 2
    zone = database_zone(tokens[index].raw, city)
    return (zone, after) if zone else (None, index)


def _place_time(tokens: Sequence[Token], index: int) -> tuple[tzinfo | None, int]:
    start = index + 1 if tokens[index].word == "in" else index
    if matches(tokens, start, ("central", "european")):
        after = start + 3 if tokens[start + 2].word in ("time", "summer") else start + 2
        return place_zone("berlin"), after
    if matches(tokens, start, ("new", "york")):
        return (place_zone("nyc"), start + 3) if tokens[start + 2].word == "time" else (None, index)
    zone = place_zone(tokens[start].word)
    if zone is None:
        return None, index
    after = start + 1
    if tokens[after].word in ("standard", "daylight", "local", "summer"):
        after += 1
    if tokens[after].word == "time":
        return zone, after + 1
    is_clear = tokens[start].word in ("eastern", "pacific", "central") or _is_hour_elsewhere(tokens, after)
    return (zone, start + 1) if is_clear and tokens[start].is_capitalised else (None, index)


def _is_hour_elsewhere(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the same hour is told for another place: the "/ 9am" of "5pm London / 9am your time"."""
    if tokens[index].word not in ("/", "(", "=") or tokens[index + 1].number < 0:
        return False
    return tokens[index + 2].word in (":", "am", "pm")


def _offset(tokens: Sequence[Token], index: int) -> tuple[tzinfo | None, int]:
    """Read "UTC", "UTC+2", "GMT-05:00", "+0100"."""
    start = index
    if tokens[index].word in ("utc", "gmt"):
        if not tokens[index].raw.isupper():
            return None, index
        start = index + 1
    sign, digits = tokens[start], tokens[start + 1]
    is_offset = sign.word in ("+", "-") and is_glued(sign, digits) and digits.raw.isdigit()
    is_long = len(digits.raw) == 4
    if not is_offset or (start == index and not is_long and not _has_offset_minutes(tokens, start)):
        return (UTC if start != index else None), start
    minutes, after = (digits.number % 100, start + 2) if is_long else (0, start + 2)
    hours = digits.number // 100 if is_long else digits.number
    if _has_offset_minutes(tokens, start):
        minutes, after = tokens[start + 3].number, start + 4
    if not (0 <= hours <= 14 and 0 <= minutes < 60):
        return (UTC if start != index else None), start
    size = timedelta(hours=hours, minutes=minutes)
    return timezone(-size if sign.word == "-" else size), after


def _has_offset_minutes(tokens: Sequence[Token], start: int) -> bool:
    digits, sign, minutes = tokens[start + 1], tokens[start + 2], tokens[start + 3]
    is_pair = len(digits.raw) == 2 and sign.word == ":" and len(minutes.raw) == 2 and 0 <= minutes.number < 60
    return is_pair and is_glued(digits, sign) and is_glued(sign, minutes)
