"""What the answer to an invitation says: a time is taken or refused, and never a job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inbox_watch.core.bookings import ARRANGES
from inbox_watch.core.reading import reopening
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ActionKind, AppointmentStatus, Ask, Message, Reading


def moves_nothing(message: Message, sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail is an invitation's answer (METHOD:REPLY, RFC 5546) and refuses nobody in its own words."""
    return any(event.method == "REPLY" for event in message.events) and not reopening.shuts_now(sentences)


def with_refused_time(reading: Reading, message: Message, context: Context) -> Reading:
    """Return a reading with the question for another time, where the other side declines the candidate's invitation.

    None where the mail says more: it refuses, names another time, or asks by itself.
    """
    declined = any(_declines(message, place) for place in range(len(message.events)))
    if not declined or context.from_candidate or reopening.shuts_now(context.sentences):
        return reading
    is_told = any(one.kind in ARRANGES for one in reading.asks) or any(
        one.status is not AppointmentStatus.CANCELLED for one in reading.appointments
    )
    if is_told:
        return reading
    return replace(reading, asks=(*reading.asks, Ask(kind=ActionKind.SEND_AVAILABILITY, quote=message.subject[:200])))


def _declines(message: Message, place: int) -> bool:
    event = message.events[place]
    sender = message.sender.address if message.sender else ""
    own = [one.status for one in event.attendees if one.address == sender]
    return event.method == "REPLY" and next(iter(own or [one.status for one in event.attendees]), "") == "DECLINED"
