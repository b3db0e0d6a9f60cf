"""A scan as a calendar: appointments and due dates. UIDs are stable, so a second import changes and does not double."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from inbox_watch.core.clean import clean
from inbox_watch.core.types import Appointment, AppointmentStatus, Finding, Scan
from inbox_watch.report import words

QUARTER = timedelta(minutes=15)


def scan_ics(scan: Scan) -> bytes:
    """Return an iCalendar file (RFC 5545): an event for each appointment, and one at each action's due date."""
    calendar = Calendar()
    calendar.add("prodid", "-//inbox-watch//EN")
    calendar.add("version", "2.0")
    for finding in scan.findings:
        for entry in finding.opportunity.appointments:
            if entry.status is not AppointmentStatus.CANCELLED:
                calendar.add_component(_appointment(entry, finding, scan.now))
    for item in words.items(scan):
        uid = _uid(item.finding.opportunity.id, item.action.kind, item.action.message_id)
        name = f"{item.what} ({item.where})"
        end = max(item.action.due, scan.now + QUARTER)  # what is overdue is to be done now: a past date reminds nobody
        why = item.reason if item.why == item.reason else f"{item.reason} {item.why}"
        calendar.add_component(_event(uid, scan.now, end - QUARTER, end, name, why))
    return bytes(calendar.to_ical())


def _appointment(entry: Appointment, finding: Finding, now: datetime) -> Event:
    uid = _uid(finding.opportunity.id, entry.uid or entry.start.astimezone(UTC).isoformat())
    end = entry.end or entry.start + timedelta(hours=1)
    name = f"{entry.what.capitalize()}: {words.title(finding)}"
    event = _event(uid, now, entry.start, end, name, clean(entry.quote))
    event.add("status", "TENTATIVE" if entry.status is AppointmentStatus.PROPOSED else "CONFIRMED")
    return event


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
