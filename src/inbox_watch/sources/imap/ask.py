"""One question to the server and its answer: bounded in time, repeated where the server asks for patience, halved where
it can't give one mail of many.
"""

from __future__ import annotations

import imaplib
import re
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from inbox_watch.errors import TemporaryError
from inbox_watch.sources.imap.connection import Client, bounded

Answer = TypeVar("Answer")
Items = Mapping[bytes, Any]

LONGEST_WAIT = 300.0  # seconds; a server that asks for more is left alone until the next scan
_TRIES = 3
_STATED_WAIT = re.compile(r"Backoff Time:? {0,3}(\d{1,9}) {0,3}milliseconds", re.IGNORECASE)
_OVER_QUOTA = re.compile(r"OVERQUOTA|bandwidth limit", re.IGNORECASE)
_TRANSIENT = re.compile(r"throttled|Too many simultaneous|INUSE|LIMIT\]|UNAVAILABLE\]", re.IGNORECASE)


def ask(client: Client, question: Callable[[], Answer], pause: Callable[[float], None] = time.sleep) -> Answer:
    """Ask, and once more after the wait that a server states (Outlook: "Suggested Backoff Time: N milliseconds").

    Raises `TemporaryError` where the wait is too long, or the day's quota is used up (Gmail: OVERQUOTA).
    """
    for attempt in range(_TRIES):
        try:
            with bounded(client):
                return question()
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            wait = _wait(str(error), attempt)
            if wait is None or attempt == _TRIES - 1:
                raise
            pause(wait)
    raise AssertionError("the last try returns or raises")


def _wait(answer: str, attempt: int) -> float | None:
    """Return the seconds to wait before another try, None where another try is useless."""
    if _OVER_QUOTA.search(answer):
        raise TemporaryError(
            "the provider's limit for today is used up (OVERQUOTA)",
            advice="What was read is kept. Scan again in some hours; Gmail lifts the limit within a day.",
        )
    if stated := _STATED_WAIT.search(answer):
        seconds = int(stated[1]) / 1000
        if seconds > LONGEST_WAIT:
            raise TemporaryError(
                f"the server asks for {seconds / 60:.0f} minutes of patience", advice="Scan again after that time."
            )
        return seconds
    return float(2**attempt) if _TRANSIENT.search(answer) else None


def fetch(client: Client, uids: Sequence[int], items: Sequence[str]) -> tuple[dict[int, Items], dict[int, str]]:
    """Fetch items of some mails; return (answers, refusals) by UID. A mail that is gone by now is in neither.

    Where the server refuses a batch it is halved, until the mail that it can't give stands alone. An answer counts only
    with every item that was asked for: an unsolicited one may bear another mail's number.
    """
    wanted = [_key(item) for item in items]
    answers: dict[int, Items] = {}
    refused: dict[int, str] = {}
    waiting = [list(uids)] if uids else []
    while waiting:
        some = waiting.pop()
        try:
            given = ask(client, lambda some=some: client.fetch(some, items))  # type: ignore[misc]
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            if len(some) == 1:
                refused[some[0]] = f"the server won't give it: {error}"
            else:
                waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
            continue
        whole = {uid: found for uid in some if (found := given.get(uid)) and all(name in found for name in wanted)}
        answers |= whole
        odd = [uid for uid in some if uid not in whole and uid in given]
        refused |= {uid: "the server gave no text for it" for uid in odd}
    return answers, refused


def _key(item: str) -> bytes:
    """Return the name under which an item comes back: without PEEK, and a partial one with its start alone."""
    name, _, partial = item.replace("BODY.PEEK[", "BODY[").partition("<")
    return (f"{name}<{partial.split('.')[0]}>" if partial else name).encode()
