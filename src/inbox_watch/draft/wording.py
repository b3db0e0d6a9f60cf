"""Days and times in the words of a letter, in the order in which the thread writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from inbox_watch.core.calendar import DAYS, MONTHS

_NAMES = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_MONTH_FIRST = re.compile(rf"\b(?:{_NAMES})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!:)")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:{_NAMES})\b")
_TWELVE = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", re.IGNORECASE)
_TWENTY_FOUR = re.compile(r"\b(?:1[3-9]|2[0-3]|0\d)[:.]\d\d\b")
_RECENT = 6  # days within which a weekday's name is enough
_LONG = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a thread writes dates and times: "March 13" or "13 March", "2 pm" or "14:00"."""

    month_first: bool = False
    twelve_hours: bool = False


def style_of(texts: Iterable[str]) -> Style:
    """Return how these texts write dates and times; day first and 24 hours where they don't tell."""
    month_first = twelve = 0
    for text in texts:
        month_first += len(_MONTH_FIRST.findall(text)) - len(_DAY_FIRST.findall(text))
        twelve += len(_TWELVE.findall(text)) - len(_TWENTY_FOUR.findall(text))
    return Style(month_first=month_first > 0, twelve_hours=twelve > 0)


def say_date(day: date, style: Style, *, today: date) -> str:
    """Return "Friday 13 March" or "Friday, March 13"; with the year where that isn't this one."""
    weekday, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    year = "" if day.year == today.year else f"{',' if style.month_first else ''} {day.year}"
    return f"{weekday}, {month} {day.day}{year}" if style.month_first else f"{weekday} {day.day} {month}{year}"


def say_past(day: date, style: Style, *, today: date) -> str:
    """Return when something was, as one would write it today: "today", "yesterday", "on Tuesday", "on … 3 March"."""
    ago = (today - day).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    return f"on {DAYS[day.weekday()]}" if 0 < ago <= _RECENT else f"on {say_date(day, style, today=today)}"


def say_time(moment: datetime, style: Style) -> str:
    """Return "14:00", "2 pm" or "2:30 pm"."""
    if not style.twelve_hours:
        return f"{moment:%H:%M}"
    minutes = f":{moment:%M}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes} {'am' if moment.hour < 12 else 'pm'}"


def say_zone(moment: datetime) -> str:
    """Return the zone's short name, such as "CET"; "UTC+5:30" where it has none."""
    name = moment.tzname() or ""
    if name.isalpha():
        return name
    minutes = int((moment.utcoffset() or UTC.utcoffset(None)).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def say_appointment(start: datetime, end: datetime | None, style: Style, *, now: datetime) -> str:
    """Return day, time and zone of an appointment, and the candidate's own time where their clock shows another.

    `now` is in the candidate's zone. A moment that an invitation gives in UTC is told in the candidate's zone.
    """
    own = _own_zone(start, now.tzinfo)
    zone = own if start.tzinfo is UTC or start.utcoffset() == start.astimezone(own).utcoffset() else start.tzinfo
    there = start.astimezone(zone)
    span = f"at {say_time(there, style)}"
    if end is not None and start < end and (end - start).total_seconds() < 86_400:
        span = f"from {say_time(there, style)} to {say_time(end.astimezone(zone), style)}"
    told = f"{say_date(there.date(), style, today=now.date())} {span}"
    here = start.astimezone(own)
    if here.utcoffset() == there.utcoffset():
        return f"{told} ({say_zone(there)})"
    day = "" if here.date() == there.date() else f"{say_date(here.date(), style, today=now.date())}, "
    return f"{told} ({say_zone(there)}; {day}{say_time(here, style)} {say_zone(here)} for me)"


def _own_zone(start: datetime, zone: tzinfo | None) -> tzinfo:
    return zone or start.tzinfo or UTC


def quoted(text: str) -> str:
    """Return a text in quotation marks."""
    return f'"{text[:_LONG]}"'


def listed(things: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    found = list(dict.fromkeys(things))
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
