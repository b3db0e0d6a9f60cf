"""What a mail's calendar parts say by themselves: invitations that stand, that are called off, that are declined.

Source: RFC 5546 (CANCEL ends what was invited to, REPLY answers it).
"""

from __future__ import annotations

from collections.abc import Iterator

from inbox_watch.core.types import Appointment, AppointmentStatus, CalendarEvent, Entry, Message


def from_events(entry: Entry) -> Iterator[Appointment]:
    """Yield what a calendar part says where the reading doesn't: cancellations and declined invitations above all."""
    known = {one.uid for one in entry.reading.appointments if one.uid}
    for event in entry.message.events:
        status = _status(event, entry.message)
        if status is not None and event.uid not in known:
            yield Appointment(
                start=event.start,
                end=event.end,
                what="interview" if "interview" in event.summary.lower() else "call",
                source="invitation",
                message_id=entry.message.message_id,
                uid=event.uid,
                sequence=event.sequence,
                status=status,
            )


def _status(event: CalendarEvent, message: Message) -> AppointmentStatus | None:
    if event.method == "CANCEL" or event.status == "CANCELLED":
        return AppointmentStatus.CANCELLED
    if event.method == "REPLY":
        return AppointmentStatus.CANCELLED if answer_to(event, message) == "DECLINED" else None
    return AppointmentStatus.SET if event.method in ("REQUEST", "PUBLISH") else None


def answer_to(event: CalendarEvent, message: Message) -> str | None:
    """Return the PARTSTAT with which a REPLY answers an invitation; None for other methods (RFC 5546, 3.2.3)."""
    if event.method != "REPLY":
        return None
    sender = message.sender.address if message.sender else ""
    by_sender = [one.status for one in event.attendees if one.address == sender]
    return next(iter(by_sender or [one.status for one in event.attendees]), None)
