"""Calendar parts (RFC 5545, RFC 5546) to events.

The lines are sorted first: only ten properties of each VEVENT reach the icalendar library, one event at a time, so
that one broken event costs no other, and no recurrence rule or alarm is ever worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from typing import Any

from icalendar import Event

from inbox_watch.core.parse.charset import clean_line, clean_text, decode
from inbox_watch.core.parse.timezone import Definitions, find_zone, read_definitions
from inbox_watch.core.parse.tree import LIBRARY_FAULTS
from inbox_watch.core.types import Address, Attendee, CalendarEvent

MOST_CALENDAR_BYTES = 512 * 1024
MOST_EVENTS = 100
_MOST_ATTENDEES = 200
_MOST_CHARACTERS = 1_000
_WANTED = frozenset(
    ("UID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "ORGANIZER", "ATTENDEE", "STATUS")
)
_FIRST_YEAR, _LAST_YEAR = 1970, 2199


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """A calendar's unfolded lines, sorted: its method, its time zone definitions, and those of each event."""

    method: str = ""
    zones: list[str] = field(default_factory=list)
    events: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zones:
    """What tells a time's zone: the mail's own, the calendar's definitions, and the names that one event uses."""

    own: tzinfo
    definitions: Definitions
    names: Mapping[str, str] = field(default_factory=dict)


def read_events(data: bytes, *, method: str, own_zone: tzinfo, problems: list[str]) -> tuple[CalendarEvent, ...]:
    """Return the events of a calendar part; what can't be read is noted in `problems`.

    `method` is the Content-Type's, for calendars that don't name theirs. `own_zone` is the mail's own, for times
    without a zone.
    """
    if len(data) > MOST_CALENDAR_BYTES:
        problems.append("calendar larger than 512 KiB")
        return ()
    lines = _sort_lines(_unfold(clean_text(decode(data))))
    if len(lines.events) > MOST_EVENTS:
        problems.append(f"calendar with more than {MOST_EVENTS} events")
    zones = _Zones(own=own_zone, definitions=read_definitions(lines.zones))
    events = []
    for block in lines.events[:MOST_EVENTS]:
        try:
            events.append(_read_event(block, lines.method or method, zones, problems))
        except LIBRARY_FAULTS:
            problems.append("calendar event that can't be read")
    return tuple(events)


def _unfold(text: str) -> Iterator[str]:
    pieces: list[str] = []
    for line in text.split("\n"):
        if line[:1] in (" ", "\t"):
            pieces.append(line[1:])
            continue
        if pieces:
            yield "".join(pieces)
        pieces = [line]
    yield "".join(pieces)


def _sort_lines(lines: Iterator[str]) -> _Lines:
    method = ""
    zones: list[str] = []
    events: list[list[str]] = []
    inside: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        name = name.partition(";")[0].strip().upper()
        inside_of = value.strip().upper()
        if name == "BEGIN":
            inside.append(inside_of)
            if inside_of == "VEVENT":
                events.append([])
        elif name == "END" and inside_of in inside[-8:]:
            while inside.pop() != inside_of:
                pass
        elif inside[-1:] == ["VEVENT"] and name in _WANTED:
            events[-1].append(line)
        elif name == "METHOD" and "VEVENT" not in inside:
            method = method or inside_of[:20]
        if "VTIMEZONE" in inside[:2] or inside_of == "VTIMEZONE":
            zones.append(line)
    return _Lines(method=method, zones=zones, events=events)


def _read_event(block: list[str], method: str, zones: _Zones, problems: list[str]) -> CalendarEvent:
    """Read one event. Raises one of LIBRARY_FAULTS where it has no usable start."""
    names: dict[str, str] = {}
    lines = [_take_zone(line, names) for line in block]
    content = "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]).encode()
    event: Any = Event.from_ical(content)  # bytes, never text: the library would open a file of that name
    zones = replace(zones, names=names)
    start, all_day = _moment(event, "DTSTART", zones, problems)
    return CalendarEvent(
        method=method.upper(),
        uid=_text(event, "UID"),
        sequence=_sequence(event),
        start=start,
        end=_end(event, start, zones, problems),
        all_day=all_day,
        summary=_text(event, "SUMMARY"),
        location=_text(event, "LOCATION"),
        organizer=_organizer(event),
        attendees=tuple(_attendees(event)),
        status=_text(event, "STATUS").upper(),
    )


_ZONE = re.compile(r'^(DTSTART|DTEND)\b[^:"]{0,200}?(;TZID=("[^"]{0,200}"|[^;:"]{0,200}))', re.IGNORECASE)


def _take_zone(line: str, names: dict[str, str]) -> str:
    """Take the zone off a line and note its name: the library would guess at names that it doesn't know, and warn."""
    found = _ZONE.match(line)
    if not found:
        return line
    names.setdefault(found[1].upper(), found[3].strip('"'))
    return line[: found.start(2)] + line[found.end(2) :]


def _all(event: Any, name: str) -> list[Any]:
    found = event.get(name)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _first(event: Any, name: str) -> Any:
    return next(iter(_all(event, name)), None)


def _text(event: Any, name: str) -> str:
    found = _first(event, name)
    return "" if found is None else clean_line(str(found))[:_MOST_CHARACTERS]


def _sequence(event: Any) -> int:
    text = _text(event, "SEQUENCE")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _moment(event: Any, name: str, zones: _Zones, problems: list[str]) -> tuple[datetime, bool]:
    """Return (aware moment, is a whole day) of that property. An unknown zone is the mail's own, and noted."""
    value = _first(event, name).dt
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise ValueError("year out of range")
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=zones.own), True
    if value.tzinfo is not None:
        return value.astimezone(UTC), False
    zone_name = zones.names.get(name, "")
    zone = find_zone(zone_name, value, zones.definitions) if zone_name else zones.own
    if zone is None:
        problems.append(f"unknown time zone {clean_line(zone_name)[:60]!r} in a calendar")
    return value.replace(tzinfo=zone or zones.own), False


def _end(event: Any, start: datetime, zones: _Zones, problems: list[str]) -> datetime | None:
    """Return the end: DTEND, or start plus DURATION; None where there is none or a senseless one, which is noted."""
    try:
        if _first(event, "DTEND") is not None:
            end, _ = _moment(event, "DTEND", zones, problems)
        elif (found := _first(event, "DURATION")) is not None:
            end = (start.astimezone(UTC) + found.dt).astimezone(start.tzinfo)
        else:
            return None
    except LIBRARY_FAULTS:
        problems.append("calendar event without a usable end")
        return None
    if end < start:
        problems.append("calendar event that ends before it starts")
        return None
    return end


def _mail_address(found: Any) -> str | None:
    text = clean_line(str(found))
    address = text[7:] if text[:7].lower() == "mailto:" else text
    return address.strip().lower() if "@" in address and len(address) <= 320 else None


def _parameter(found: Any, name: str) -> str:
    return clean_line(str(getattr(found, "params", {}).get(name, "")))[:_MOST_CHARACTERS]


def _organizer(event: Any) -> Address | None:
    found = _first(event, "ORGANIZER")
    address = None if found is None else _mail_address(found)
    return Address(name=_parameter(found, "CN"), address=address) if address else None


def _attendees(event: Any) -> Iterator[Attendee]:
    for found in _all(event, "ATTENDEE")[:_MOST_ATTENDEES]:
        address = _mail_address(found)
        if address:
            yield Attendee(
                name=_parameter(found, "CN"),
                address=address,
                status=_parameter(found, "PARTSTAT").upper() or "NEEDS-ACTION",
                rsvp=_parameter(found, "RSVP").upper() == "TRUE",
            )
