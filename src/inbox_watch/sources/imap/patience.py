"""Servers that ask for patience: how long to wait before another try, and when another try is useless."""

from __future__ import annotations

import imaplib
import re
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from inbox_watch.errors import TemporaryError

Answer = TypeVar("Answer")

LONGEST_WAIT = 300.0  # seconds; a server that asks for more is left alone until the next scan
_TRIES = 3
_QUOTA_WAIT = timedelta(hours=4)
pause = time.sleep  # tests put one in its place that takes no time
_STATED_WAIT = re.compile(r"Backoff Time:? {0,3}(\d{1,9}) {0,3}milliseconds", re.IGNORECASE)
_OVER_QUOTA = re.compile(r"OVERQUOTA|bandwidth limit", re.IGNORECASE)
PASSING = re.compile(r"throttled|Too many simultaneous|INUSE|LIMIT\]|UNAVAILABLE\]", re.IGNORECASE)


def patiently(question: Callable[[], Answer], tell: Callable[[float], None]) -> Answer:
    """Ask, and once more after the wait that a server states (Outlook: "Suggested Backoff Time: N milliseconds").

    Each wait is told, in seconds, before it begins. Raises `TemporaryError` where the wait is too long, or the
    day's quota is used up (Gmail: OVERQUOTA).
    """
    for attempt in range(_TRIES):
        try:
            return question()
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            wait = _wait(str(error), attempt)
            if wait is None or attempt == _TRIES - 1:
                raise
            tell(wait)
            pause(wait)
    raise AssertionError("the last try returns or raises")


def _wait(answer: str, attempt: int) -> float | None:
    """Return the seconds to wait before another try, None where another try is useless."""
    if _OVER_QUOTA.search(answer):
        raise TemporaryError(
            "the provider's limit for today is used up (OVERQUOTA)",
            advice="What was read is kept. Scan again in some hours; Gmail lifts the limit within a day.",
            wait=_QUOTA_WAIT,
        )
    if stated := _STATED_WAIT.search(answer):
        seconds = int(stated[1]) / 1000
        if seconds > LONGEST_WAIT:
            raise TemporaryError(
                f"the server asks for {seconds / 60:.0f} minutes of patience",
                advice="Scan again after that time.",
                wait=timedelta(seconds=seconds),
            )
        return seconds
    return float(2**attempt) if PASSING.search(answer) else None
