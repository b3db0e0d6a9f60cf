"""The file: private from its first byte, one writer, every change in a transaction."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from inbox_watch.errors import InboxWatchError, TemporaryError
from inbox_watch.store.migrations import migrate

FILE = "store.sqlite"
WAIT_SECONDS = 10.0

CONNECTION: type[sqlite3.Connection] = sqlite3.Connection  # tests put one in its place that counts


def open_database(folder: Path) -> sqlite3.Connection:
    """Open the store in a folder that exists, and bring its schema up to date.

    The file is made 0600 before SQLite sees it: what SQLite lays beside it takes the same permissions. Text that is
    deleted is overwritten (`secure_delete`). Raises `InboxWatchError` where the store can't be used.
    """
    path = folder / FILE
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        database = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, factory=CONNECTION)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from None
    try:
        for setting in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON"):
            database.execute(f"PRAGMA {setting}")
        migrate(database)
    except (sqlite3.Error, ValueError) as error:
        database.close()
        raise _unusable(path, error) from None
    except BaseException:
        database.close()
        raise
    return database


@contextlib.contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Commit what happens inside as one, or nothing of it."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file that it can't use into an error that the program foresees."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
            raise
        raise _unusable(path, error) from None


def check(database: sqlite3.Connection) -> str:
    """Return "ok", or what SQLite finds wrong with the file."""
    (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    return str(found)


def wipe(database: sqlite3.Connection) -> None:
    """Rewrite the file, so that nothing of what was deleted stays in it or in its journal."""
    database.execute("VACUUM")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Damaged(InboxWatchError):
    """The store can't be used. It holds nothing that can't be read anew."""


def _unusable(path: Path, error: Exception) -> InboxWatchError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return TemporaryError(f"the store {path} is in use", advice="Another inbox-watch is at work; try again soon.")
    if code == sqlite3.SQLITE_FULL:
        return InboxWatchError(f"the store {path} can't grow: the disk is full", advice="Make room, then try again.")
    return Damaged(
        f"the store {path} can't be used: {error}",
        advice="It can be read anew: inbox-watch forget everything, then scan again.",
    )
