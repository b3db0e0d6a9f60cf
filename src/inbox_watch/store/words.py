"""The user's words, in a file of their own: they can't be read anew, so they outlive a damaged or forgotten store."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from inbox_watch.core.types import ActionKind, Said, SenderKind, Word
from inbox_watch.errors import InboxWatchError
from inbox_watch.store.database import WAIT_SECONDS, transaction
from inbox_watch.store.migrations import Migration, migrate

FILE = "words.sqlite"
MIGRATIONS: tuple[Migration, ...] = (
    (
        "0001 words",
        (
            """CREATE TABLE words (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL,
                said TEXT NOT NULL,
                at TEXT NOT NULL,
                newest TEXT,
                actions TEXT NOT NULL,
                until TEXT,
                value TEXT NOT NULL,
                name TEXT NOT NULL,
                sender_kind TEXT,
                opportunity TEXT NOT NULL,
                title TEXT NOT NULL
            ) STRICT""",
            """CREATE TABLE anchors (
                word INTEGER NOT NULL REFERENCES words ON DELETE CASCADE,
                is_other INTEGER NOT NULL,
                key TEXT NOT NULL,
                PRIMARY KEY (word, is_other, key)
            ) STRICT, WITHOUT ROWID""",
        ),
    ),
)
_COLUMNS = "number, kind, said, at, newest, actions, until, value, name, sender_kind, opportunity, title"


def read(folder: Path) -> tuple[Word, ...]:
    """Return the user's words in the order in which they were said. Raises `InboxWatchError` where they are damaged."""
    if not (folder / FILE).exists():
        return ()
    with _opened(folder) as database:
        anchors: dict[tuple[int, bool], list[str]] = {}
        for word, is_other, key in database.execute("SELECT word, is_other, key FROM anchors ORDER BY word, key"):
            anchors.setdefault((word, bool(is_other)), []).append(key)
        rows = database.execute(f"SELECT {_COLUMNS} FROM words ORDER BY number")  # noqa: S608 - our own constant
        return tuple(_word(row, anchors) for row in rows)


def add(folder: Path, word: Word) -> int:
    """Keep a word after all others; return its number."""
    with _opened(folder) as database, transaction(database):
        made = database.execute(
            f"INSERT INTO words ({_COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - the same
            (
                word.kind,
                word.said.isoformat(),
                word.at.isoformat(),
                word.newest and word.newest.isoformat(),
                json.dumps(word.actions),
                word.until and word.until.isoformat(),
                word.value,
                word.name,
                word.sender_kind,
                word.opportunity,
                word.title,
            ),
        )
        number = int(made.lastrowid or 0)
        keys = [(number, 0, key) for key in word.anchors] + [(number, 1, key) for key in word.others]
        database.executemany("INSERT OR IGNORE INTO anchors (word, is_other, key) VALUES (?, ?, ?)", keys)
    return number


def remove(folder: Path, numbers: Collection[int]) -> None:
    """Delete these words for good."""
    if not (folder / FILE).exists():
        return
    with _opened(folder) as database:
        with transaction(database):
            database.executemany("DELETE FROM words WHERE number = ?", [(number,) for number in numbers])
        database.execute("VACUUM")


def forget(folder: Path) -> None:
    """Delete the file, with what SQLite laid beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        (folder / f"{FILE}{suffix}").unlink(missing_ok=True)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """Yield the database; the file is made 0600 before SQLite sees it, and what is deleted is overwritten."""
    path = folder / FILE
    database: sqlite3.Connection | None = None
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        database = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        for setting in ("foreign_keys = ON", "secure_delete = ON"):
            database.execute(f"PRAGMA {setting}")
        migrate(database, MIGRATIONS)
        yield database
    except (OSError, sqlite3.OperationalError) as error:  # of the place, not of what stands in the file
        raise InboxWatchError(
            f"your corrections can't be used now: {path}: {error}",
            advice="Look whether the disk is full and whose file it is, and try again.",
        ) from None
    except (sqlite3.Error, ValueError) as error:
        raise InboxWatchError(
            f"your corrections can't be used: {path}: {error}",
            advice="Put back a copy of this file, or move it away: then the program goes on without them.",
        ) from None
    finally:
        if database is not None:
            database.close()


def _word(row: tuple[str, ...], anchors: dict[tuple[int, bool], list[str]]) -> Word:
    number, kind, said, at, newest, actions, until, value, name, sender_kind, opportunity, title = row
    return Word(
        number=int(number),
        kind=Said(kind),
        said=datetime.fromisoformat(said),
        at=datetime.fromisoformat(at),
        newest=datetime.fromisoformat(newest) if newest else None,
        anchors=tuple(anchors.get((int(number), False), ())),
        others=tuple(anchors.get((int(number), True), ())),
        actions=tuple(ActionKind(one) for one in json.loads(actions)),
        until=datetime.fromisoformat(until) if until else None,
        value=value,
        name=name,
        sender_kind=SenderKind(sender_kind) if sender_kind else None,
        opportunity=opportunity,
        title=title,
    )
