"""The time zones of calendar parts: IANA names, Outlook's Windows names, and zones that the calendar defines itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

_MOST_DEFINITIONS = 20
_MOST_RULES = 100
_OFFSET_IN_NAME = re.compile(r"(?:UTC|GMT)\s{0,2}([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?")
_YEARLY = re.compile(r"([+-]?\d)(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A STANDARD or DAYLIGHT part: from `onset` on, or each year from the nth `weekday` of `month` on, the clock has
    `offset`.
    """

    onset: datetime
    offset: timedelta
    month: int = 0
    nth: int = 0
    weekday: int = 0


Definitions = dict[str, tuple[Rule, ...]]


def find_zone(name: str, moment: datetime, definitions: Definitions) -> tzinfo | None:
    """Return the zone of that TZID for a naive moment: a known name first, else the calendar's own definition, else
    None.

    A known name wins, because Outlook's definitions often hold last year's rules.
    """
    known = _known_zone(name[:200])
    if known:
        return known
    rules = definitions.get(name)
    if rules:
        return timezone(_offset_at(rules, moment))
    found = _OFFSET_IN_NAME.search(name[:200])
    return _fixed(found[1], found[2], found[3] or "0") if found else None


@lru_cache(maxsize=512)
def _known_zone(name: str) -> tzinfo | None:
    bare = name.strip(" \"'")
    if bare in WINDOWS_TO_OLSON:
        return ZoneInfo(WINDOWS_TO_OLSON[bare])
    segments = bare.strip("/").split("/")  # also "/example.org/20260101_1/Europe/Berlin"
    for count in (len(segments), 3, 2, 1):
        key = "/".join(segments[-count:])
        if re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}", key):
            try:
                return ZoneInfo(key)
            except (KeyError, ValueError, OSError):
                continue
    return None


def _fixed(sign: str, hours: str, minutes: str) -> timezone | None:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset) if offset < timedelta(hours=24) else None


def read_definitions(lines: Iterable[str]) -> Definitions:
    """Return the rules of each VTIMEZONE among a calendar's unfolded lines; what can't be read is left out."""
    rules: dict[str, list[Rule]] = {}
    name = ""
    fields: dict[str, str] = {}
    for line in lines:
        key, _, value = line.partition(":")
        key, value = key.partition(";")[0].strip().upper(), value.strip()
        if key == "TZID":
            name = value
        elif key == "BEGIN":
            fields = {}
        elif key == "END" and value.upper() in ("STANDARD", "DAYLIGHT"):
            rule = _read_rule(fields)
            if rule and (name in rules or len(rules) < _MOST_DEFINITIONS) and len(rules.get(name, ())) < _MOST_RULES:
                rules.setdefault(name, []).append(rule)
        else:
            fields.setdefault(key, value)
    return {name: tuple(found) for name, found in rules.items()}


def _read_rule(fields: dict[str, str]) -> Rule | None:
    found = _OFFSET.fullmatch(fields.get("TZOFFSETTO", ""))
    zone = _fixed(*found.groups()) if found else None
    try:
        onset = datetime.strptime(fields.get("DTSTART", "")[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - local by definition
    except ValueError:
        return None
    if zone is None:
        return None
    repeat = dict(pair.split("=", 1) for pair in fields.get("RRULE", "").upper().split(";") if "=" in pair)
    month, day = repeat.get("BYMONTH", ""), _YEARLY.fullmatch(repeat.get("BYDAY", ""))
    offset = zone.utcoffset(None)
    if repeat.get("FREQ") == "YEARLY" and day and month.isdigit() and month.isascii() and 1 <= int(month[:3]) <= 12:
        return Rule(onset=onset, offset=offset, month=int(month), nth=int(day[1]), weekday=_WEEKDAYS.index(day[2]))
    return Rule(onset=onset, offset=offset)


def _offset_at(rules: tuple[Rule, ...], moment: datetime) -> timedelta:
    """Return the offset of the rule that began last before the moment (of the first rule, where none has begun)."""
    begun = [(onset, rule.offset) for rule in rules if (onset := _last_onset(rule, moment)) is not None]
    if not begun:
        return min(rules, key=lambda rule: rule.onset).offset
    return max(begun, key=lambda pair: pair[0])[1]


def _last_onset(rule: Rule, moment: datetime) -> datetime | None:
    if rule.onset > moment:
        return None
    if not rule.month:
        return rule.onset
    this_year = _onset_in(rule, moment.year)
    return this_year if this_year <= moment else _onset_in(rule, moment.year - 1)


def _onset_in(rule: Rule, year: int) -> datetime:
    """Return when a yearly rule sets in: the nth weekday of its month, counted from the end where nth is negative."""
    first = rule.onset.replace(year=year, month=rule.month, day=1)
    days = [first + timedelta(days=number) for number in range(31)]
    fitting = [day for day in days if day.month == rule.month and day.weekday() == rule.weekday]
    index = rule.nth - 1 if rule.nth > 0 else rule.nth
    return fitting[max(-len(fitting), min(index, len(fitting) - 1))]
