"""Dates in the words that a candidate reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from inbox_watch.core.calendar import DAYS, MONTHS
from inbox_watch.core.opportunity.sides import plain_name
from inbox_watch.core.types import Contact, Entry


def say_day(day: date) -> str:
    """Return a date as "Fri 13 March"; of a datetime, the date in its own zone."""
    return f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}"


def say_moment(moment: datetime) -> str:
    """Return a moment, in its own zone, as "Fri 13 March, 09:00"."""
    return f"{say_day(moment)}, {moment:%H:%M}"


def say_days(count: int) -> str:
    """Return "1 business day", "3 business days"."""
    return f"{count} business day{'' if count == 1 else 's'}"


def are_days(count: int) -> str:
    """Return "1 business day is", "3 business days are"."""
    return f"{say_days(count)} {'is' if count == 1 else 'are'}"


def say_list(names: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def say_name(contact: Contact | None) -> str:
    """Return how to speak of a contact: name, else address, else "they"."""
    return (contact.name or contact.address) if contact else "they"


def say_sender(entry: Entry) -> str:
    """Return how to speak of the sender of a message."""
    sender = entry.message.sender
    return (plain_name(sender.name) or sender.address) if sender else "They"
