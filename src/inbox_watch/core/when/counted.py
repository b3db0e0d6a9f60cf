"""Times that are counted from a meeting: "within a week of the interview", "three days after we meet".

The words alone give no date: they give a count, and the day of the meeting makes it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.types import Appointment, AppointmentStatus, Count, Promise
from inbox_watch.core.when import words
from inbox_watch.core.when.spans import last_of_month

_NUMBER = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|a couple of|a few)"
_UNIT = r"(?:(?:business|working|week|calendar)[ -]?days?|days?|weeks?|fortnight|months?|hours?|hrs)"
_LENGTH = rf"(?P<low>{_NUMBER})(?:\s?(?:-|to|or)\s?(?P<high>{_NUMBER}))? (?:full |more |further )?(?P<unit>{_UNIT})\b'?"
_MEETING = (
    r"(?:(?:the|your|our|this|that|my)\s)(?!(?:last|other|remaining|final candidate|mail|e-?mail|application)\b)"
    r"(?:(?!(?:the|your|our|last|other|remaining|mail|message)\b)[\w-]{1,14}\s){0,2}?"
    r"(?:interviews?|meeting|call|chat|conversation|appointment|visit|talk|round)\b"
    r"(?!\s(?:with|of|for) (?:the )?(?:other|all|last|remaining|every))"
)
_MET = (
    r"(?:(?:you|we|they|he|she)(?:'ve|'ll| have| will)? (?:both |all )?(?:met?|meet|spoken|spoke|speak|talked|talk"
    r"|been (?:here|in)|come in|had (?:your|our|the) (?:interview|call|chat|meeting))\b"
    r"|(?:i|we|they|he|she)(?:'ve|'ll| have| will)? (?:seen|see|met|meet|spoken (?:to|with)|speak (?:to|with)) you\b"
    r"|(?:meeting|seeing|speaking (?:to|with)|talking to) (?:you|us)\b)"
    r"(?!\s(?:the |all |every)?(?:other|others|everyone|remaining|last|all|client|candidates)\b)"
)
_ANCHOR = rf"(?:{_MEETING}|{_MET})"
_AFTER = r"(?:after|from|following|past|post)"
_LATEST = r"(?: (?:at the (?:very )?latest|at (?:the )?most|or so|max(?:imum)?|,)){0,2}"
_LATER = r"(?:later|afterwards|after that|after it|thereafter|after this)\b"
_WITHIN = r"(?:within|inside|in|no (?:later|more) than|not (?:later|more) than|at most|up to)(?: about| around)?"
_DAY = r"(?:next |following |very )?(?P<business>business |working )?day"


_BY_MEETING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_WITHIN} {_LENGTH}{_LATEST} (?:of|after|from|following) {_ANCHOR}",
        rf"\b{_LENGTH}{_LATEST} {_AFTER} {_ANCHOR}",
        rf"\b(?P<day>the {_DAY}) {_AFTER} {_ANCHOR}",
        rf"\b(?P<week>week) {_AFTER} {_ANCHOR}",
        rf"\b(?P<weekday>monday|tuesday|wednesday|thursday|friday) {_AFTER} {_ANCHOR}",
    )
)
_THAT = r"(?:this|that|which)(?: (?:closing )?(?:date|day|deadline|meeting|time))?\b"
_ENDS = r"(?=\s?(?:$|[.,;:!?)(-]|and\b|or\b|but\b|at the latest\b|that\b|with\b|to\b|by\b))"
# These lean on a day, or on a meeting, that the same mail names.
_BY_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_WITHIN} {_LENGTH}{_LATEST} (?:of|after|from|following) {_THAT}",
        rf"\b{_LENGTH} {_LATER}",
        r"\bthe (?P<day>following (?P<business>business |working )?day)\b",
        r"(?<!within )(?<!over )(?<!in )(?<!during )\bthe (?P<day>next (?P<business>business |working )?day)\b(?! or)"
        rf"{_ENDS}",
        rf"\b(?:on |by )?the (?P<day>(?P<business>business |working )?day after)(?: that)?\b{_ENDS}",
        r"\b(?:the )?(?P<week>following week)\b",
        rf"\b(?P<week>week after)(?: that)?\b{_ENDS}",
        r"\bthe following (?P<weekday>monday|tuesday|wednesday|thursday|friday)\b",
        rf"\b(?:the )?(?P<weekday>monday|tuesday|wednesday|thursday|friday) after(?: that|wards)?\b{_ENDS}",
    )
)
_NUMBERS = {"a couple of": 2, "a few": 3}
_MOST = {"hours": 200, "days": 120, "business": 90, "weeks": 16, "months": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A count and where its words stand. `leans` marks one that means a day or meeting which the same mail names."""

    count: Count
    start: int
    end: int
    leans: bool = False


def counted_in(low: str) -> Counted | None:
    """Return the time in one sentence (in lower case) that is counted from a meeting; None where there is none."""
    for patterns in (_BY_MEETING, _BY_NAMED):
        for pattern in patterns:
            match = pattern.search(low)
            count = _count(match) if match else None
            if match and count:
                return Counted(count=count, start=match.start(), end=match.end(), leans=patterns is _BY_NAMED)
    return None


def _count(match: re.Match[str]) -> Count | None:
    groups = match.groupdict()
    if groups.get("day"):
        return Count(unit="business" if groups.get("business") else "days", most=1)
    if groups.get("week"):
        return Count(unit="week", most=1)
    if groups.get("weekday"):
        return Count(unit="weekday", most=words.WEEKDAYS[groups["weekday"]])
    unit, size = _unit(groups["unit"])
    low = _number(groups["low"]) * size
    high = _number(groups["high"]) * size if groups["high"] else 0
    most = max(low, high)
    return Count(unit=unit, most=most, least=low if high else 0) if 0 < most <= _MOST[unit] else None


def _unit(word: str) -> tuple[str, int]:
    if word.startswith(("business", "working", "week day", "weekday", "week-day")):
        return "business", 1
    if word == "fortnight":
        return "weeks", 2
    if word.startswith("h"):
        return "hours", 1
    return ("days", 1) if "day" in word else (word.removesuffix("s") + "s", 1)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word) or words.NUMBERS[word]


def counted_from(count: Count, end: datetime, calendar: Calendar) -> tuple[datetime, datetime]:
    """Return the time that a count means after a meeting which ends at `end`: from there until the last day's 18:00.

    In the zone of `end`. The meeting's own day isn't counted.
    """
    if count.unit == "hours":
        return end + timedelta(hours=count.least), end + timedelta(hours=count.most)
    last = _day(count.unit, count.most, end.date(), calendar)
    first = _day(count.unit, count.least, end.date(), calendar) if count.least else end.date()
    begins = datetime.combine(first, time(0, 0), tzinfo=end.tzinfo) if count.least else end
    return begins, datetime.combine(last, words.END_OF_DAY, tzinfo=end.tzinfo)


def _day(unit: str, number: int, day: date, calendar: Calendar) -> date:
    if unit == "business":
        return calendar.add_business_days(day, number)
    if unit == "week":
        return day + timedelta(days=7 * number + 4 - day.weekday())
    if unit == "weekday":
        return day + timedelta(days=(number - day.weekday() - 1) % 7 + 1)
    if unit == "months":
        month = day.month - 1 + number
        target = date(day.year + month // 12, month % 12 + 1, 1)
        return target.replace(day=min(day.day, last_of_month(target).day))
    return day + timedelta(days=number * (7 if unit == "weeks" else 1))


def meeting_ends(appointments: Iterable[Appointment], written: datetime | None) -> tuple[datetime, ...]:
    """Return when the meetings that one mail names end (an hour after the start where no end is stated).

    Of several times that it only proposes, none is meant.
    """
    ahead = [one for one in appointments if written is None or one.start > written]
    standing = [one for one in ahead if one.status is AppointmentStatus.SET]
    proposed = [one for one in ahead if one.status is AppointmentStatus.PROPOSED]
    chosen = standing or (proposed if len(proposed) == 1 else [])
    return tuple(one.end or one.start + timedelta(hours=1) for one in chosen)


def with_meeting(promise: Promise, ends: Iterable[datetime], written: datetime | None, calendar: Calendar) -> Promise:
    """Return a promise with the time that is counted from a meeting; without one where no meeting is known.

    It is the next meeting to end after the mail, else the last one of the month before it.
    """
    end = _nearest(ends, written)
    if promise.after_meeting is None or end is None:
        return promise
    earliest, latest = counted_from(promise.after_meeting, calendar.to_local(end), calendar)
    return replace(promise, earliest=earliest, latest=latest)


def _nearest(ends: Iterable[datetime], written: datetime | None) -> datetime | None:
    known = sorted(ends)
    if written is None:
        return known[0] if known else None
    ahead = [end for end in known if end > written]
    past = [end for end in known if written - timedelta(days=31) < end <= written]
    return ahead[0] if ahead else past[-1] if past else None
