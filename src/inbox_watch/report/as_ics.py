"""A scan as a calendar: appointments and due dates. UIDs are stable, so a second import changes and does not double."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from inbox_watch.core.types import Scan
from inbox_watch.report import words
from inbox_watch.report.as_json import standing
from inbox_watch.report.clean import clean


def scan_ics(scan: Scan) -> bytes:
    """Return an iCalendar file (RFC 5545): an event for each appointment, and one at each action's due date."""
    calendar = Calendar()
    calendar.add("prodid", "-//inbox-watch//EN")
    calendar.add("version", "2.0")
    for finding in scan.findings:
        for entry in standing(finding.opportunity.appointments):
            end = entry.end or entry.start + timedelta(hours=1)
            name = f"{entry.what.capitalize()}: {words.title(finding)}"
            uid = _uid(finding.opportunity.id, entry.uid or entry.start.astimezone(UTC).isoformat())
            calendar.add_component(_event(uid, scan.now, entry.start, end, name, clean(entry.quote)))
    for item in words.items(scan):
        uid = _uid(item.finding.opportunity.id, item.action.kind, item.action.message_id)
        name = f"{item.what} ({item.where})"
        start = item.action.due - timedelta(minutes=15)
        calendar.add_component(_event(uid, scan.now, start, item.action.due, name, f"{item.reason} {item.why}"))
    return bytes(calendar.to_ical())


def _uid(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24] + "@inbox-watch"


def _event(uid: str, now: datetime, start: datetime, end: datetime, name: str, text: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", start.astimezone(UTC))
    event.add("dtend", end.astimezone(UTC))
    event.add("summary", name)
    if text:
        event.add("description", text)
    return event
