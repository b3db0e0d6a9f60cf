"""What to do with a mailbox, from what is known of it and what the server says: values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inbox_watch.core.mailbox import Cursor

ITEMS = ("MESSAGES", "UIDNEXT", "UIDVALIDITY")
UID_WINDOW = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a server says of a mailbox. `uidnext` is None where it keeps that to itself."""

    uidvalidity: int
    messages: int
    uidnext: int | None = None
    modseq: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to look at: the UIDs from `first` to below `end`, for mail that is gone or not (`counts`), or nothing.

    `is_new` says that the known UIDs hold no longer. `is_emptied` says that mail was there and none is left.
    """

    first: int
    end: int
    is_new: bool = False
    is_emptied: bool = False
    is_quiet: bool = False


def read_status(given: Mapping[bytes, Any]) -> Status:
    """Return STATUS as the server gave it; some leave items out without a word."""

    def number(name: bytes) -> int | None:
        value = given.get(name)
        return int(value) if isinstance(value, int) else None

    return Status(
        uidvalidity=number(b"UIDVALIDITY") or 0,
        messages=number(b"MESSAGES") or 0,
        uidnext=number(b"UIDNEXT") or None,
        modseq=number(b"HIGHESTMODSEQ"),
    )


def make_plan(cursor: Cursor | None, status: Status) -> Plan:
    """Compare: a new mail raises UIDNEXT; with UIDNEXT equal, a removal lowers MESSAGES. No extension is needed."""
    end = status.uidnext or 2**32 - 1
    is_new = cursor is None or cursor.uidvalidity != status.uidvalidity
    if cursor is not None and cursor.messages and not status.messages:
        return Plan(first=1, end=1, is_emptied=True)
    if cursor is None or is_new:
        return Plan(first=1, end=end, is_new=True, is_quiet=not status.messages and cursor is None and end == 1)
    is_quiet = status.uidnext == cursor.uidnext and status.messages == cursor.messages
    return Plan(first=cursor.uidnext, end=end, is_quiet=is_quiet)


def windows(first: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut UIDs from `first` to below `end` into stretches that one SEARCH may answer: (first, last)."""
    return ((start, min(start + UID_WINDOW, end) - 1) for start in range(first, end, UID_WINDOW))
