"""The digests: which was sent when and what it showed, the few that still wait to be sent, and complete scans."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from inbox_watch.core.changes import Shown
from inbox_watch.store import values
from inbox_watch.store.database import transaction

MOST_WAITING = 3
_KEPT = 40  # digests of which it is remembered that they were sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A digest that waits to be sent: its bytes, how often that was tried, and from when on it may be tried again."""

    row: int
    day: date
    message_id: str
    recipient: str
    tries: int
    next_try: float
    error: str
    mail: bytes


def last_shown(database: sqlite3.Connection) -> Shown | None:
    """Return what the last digest that was sent showed; None where none was, or where it can't be read any more."""
    row = database.execute("SELECT shown FROM digests WHERE state = 'sent' ORDER BY id DESC LIMIT 1").fetchone()
    try:
        return values.load(Shown, row[0]) if row else None
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def is_done(database: sqlite3.Connection, day: date) -> bool:
    """Say whether the nightly digest of this local date was sent, or waits, or was refused for good."""
    return bool(
        database.execute("SELECT 1 FROM digests WHERE date = ? AND NOT by_hand LIMIT 1", (day.isoformat(),)).fetchone()
    )


def queue(
    database: sqlite3.Connection,
    day: date,
    *,
    message_id: str,
    recipient: str,
    made: datetime,
    shown: Shown,
    mail: bytes,
    by_hand: bool,
) -> None:
    """Put a digest in the queue: in place of one of the same date, and of the oldest where too many wait."""
    with transaction(database):
        replaced = database.execute(
            "SELECT by_hand FROM digests WHERE date = ? AND state = 'waiting'", (day.isoformat(),)
        ).fetchone()
        database.execute("DELETE FROM digests WHERE date = ? AND state = 'waiting'", (day.isoformat(),))
        database.execute(
            "INSERT INTO digests (date, message_id, recipient, made, by_hand, state, shown, mail) "
            "VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)",
            (
                day.isoformat(),
                message_id,
                recipient,
                made.isoformat(),
                by_hand and (replaced is None or bool(replaced[0])),  # the nightly one that it replaces stays done
                values.dump(shown),
                mail,
            ),
        )
        _drop_surplus(database)


def _drop_surplus(database: sqlite3.Connection) -> None:
    database.execute(
        "DELETE FROM digests WHERE state = 'waiting' AND id NOT IN "
        "(SELECT id FROM digests WHERE state = 'waiting' ORDER BY date DESC LIMIT ?)",
        (MOST_WAITING,),
    )
    database.execute(
        "DELETE FROM digests WHERE state <> 'waiting' AND id NOT IN "
        "(SELECT id FROM digests WHERE state <> 'waiting' ORDER BY id DESC LIMIT ?)",
        (_KEPT,),
    )


def waiting(database: sqlite3.Connection) -> list[Queued]:
    """Return the digests that wait, the oldest first."""
    rows = database.execute(
        "SELECT id, date, message_id, recipient, tries, next_try, error, mail FROM digests "
        "WHERE state = 'waiting' ORDER BY date"
    )
    return [
        Queued(
            row=row[0],
            day=date.fromisoformat(row[1]),
            message_id=row[2],
            recipient=row[3],
            tries=row[4],
            next_try=row[5],
            error=row[6],
            mail=row[7],
        )
        for row in rows
    ]


def mark_sent(database: sqlite3.Connection, row: int) -> None:
    """Note that the server took it. Its text goes; what it showed stays."""
    with transaction(database):
        database.execute("UPDATE digests SET state = 'sent', mail = NULL, error = '' WHERE id = ?", (row,))


def mark_refused(database: sqlite3.Connection, row: int, error: str) -> None:
    """Note that no server will take it: its text goes."""
    with transaction(database):
        database.execute("UPDATE digests SET state = 'refused', mail = NULL, error = ? WHERE id = ?", (error, row))


def mark_tried(database: sqlite3.Connection, row: int, error: str, next_try: float) -> None:
    """Note that it could not be sent now, and from when on (seconds since 1970) it is worth another try."""
    with transaction(database):
        database.execute(
            "UPDATE digests SET tries = tries + 1, error = ?, next_try = ? WHERE id = ?", (error, next_try, row)
        )


def forget_old(database: sqlite3.Connection, before: date, recipient: str) -> None:
    """Delete what waits for another recipient, or since before a date: it says nothing that is still true."""
    stale = "FROM digests WHERE state = 'waiting' AND (date < ? OR recipient <> ?)"
    if database.execute(f"SELECT 1 {stale}", (before.isoformat(), recipient)).fetchone():
        with transaction(database):
            database.execute(f"DELETE {stale}", (before.isoformat(), recipient))


def forget_waiting(database: sqlite3.Connection) -> None:
    """Delete the digests that wait: they quote mail that the user wants forgotten."""
    with transaction(database):
        database.execute("DELETE FROM digests WHERE state = 'waiting'")


def note_complete(database: sqlite3.Connection, accounts: Collection[str], at: datetime) -> None:
    """Note that these accounts were scanned to their end."""
    if not accounts:
        return
    with transaction(database):
        database.executemany(
            "INSERT OR REPLACE INTO scans (account, complete) SELECT id, ? FROM accounts WHERE name = ?",
            [(at.isoformat(), name) for name in accounts],
        )


def last_complete(database: sqlite3.Connection) -> dict[str, datetime]:
    """Return, by account, when it was last scanned to its end."""
    rows = database.execute("SELECT name, complete FROM scans JOIN accounts ON accounts.id = scans.account")
    return {name: datetime.fromisoformat(complete) for name, complete in rows}
