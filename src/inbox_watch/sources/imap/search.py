"""Which UIDs a mailbox holds."""

from __future__ import annotations

from inbox_watch.sources.imap.ask import ask
from inbox_watch.sources.imap.connection import Client
from inbox_watch.sources.imap.plan import windows

MOST_WINDOWS = 500  # ten million UIDs: more than a mailbox has, and an end for servers that don't name one


def search(client: Client, first: int, end: int, *, enough: int | None = None) -> list[int]:
    """List the UIDs from `first` to below `end`; where the end is unknown, until `enough` are found."""
    uids: set[int] = set()
    for number, (low, high) in enumerate(windows(first, end)):
        if enough is not None and (len(uids) >= enough or number > MOST_WINDOWS):
            break
        found = ask(client, lambda low=low, high=high: client.search(["UID", f"{low}:{high}"]))  # type: ignore[misc]
        uids.update(uid for uid in found if low <= uid <= high)
    return sorted(uids)
