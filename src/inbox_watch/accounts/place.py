"""The place of the one scan of a state folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from inbox_watch import store
from inbox_watch.errors import TemporaryError
from inbox_watch.store import Store

LOCK = "scan.lock"


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Yield whether no other scan runs."""
    lock = FileLock(folder / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


@contextlib.contextmanager
def only_user(folder: Path) -> Iterator[Store]:
    """Yield the store where no scan runs. Raises `TemporaryError` where one does."""
    with store.opened(folder) as held, alone(folder) as is_alone:
        if not is_alone:
            raise TemporaryError("a scan is running", advice="Wait for its end, then try again.")
        yield held
