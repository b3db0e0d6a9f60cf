"""What the night shift has done, and what rests after a failure: moments and names, no text of mail or servers."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime

from inbox_watch.core.chores import Chore, Done, Reason, Rest
from inbox_watch.store.database import transaction

_KEPT_DAYS = 60


def done(database: sqlite3.Connection) -> Done:
    """Return what was last done."""
    rows = database.execute("SELECT name, day, at FROM chores").fetchall()
    scans = [_moment(at) for name, _, at in rows if name == Chore.SCAN]
    digests = {date.fromisoformat(day): _moment(at) for name, day, at in rows if name == Chore.DIGEST}
    return Done(scan=scans[0] if scans else None, digests=digests)


def note_scan(database: sqlite3.Connection, at: datetime) -> None:
    """Note when the last scan began."""
    with transaction(database):
        database.execute(
            "INSERT OR REPLACE INTO chores (name, day, at) VALUES (?, '', ?)", (Chore.SCAN, at.timestamp())
        )


def note_digest(database: sqlite3.Connection, day: date, at: datetime) -> None:
    """Note that the digest of this local date was made, or that there was nothing to tell; forget dates far from it."""
    with transaction(database):
        database.execute(
            "INSERT OR REPLACE INTO chores (name, day, at) VALUES (?, ?, ?)",
            (Chore.DIGEST, day.isoformat(), at.timestamp()),
        )
        database.execute(
            "DELETE FROM chores WHERE name = ? AND abs(julianday(day) - julianday(?)) > ?",
            (Chore.DIGEST, day.isoformat(), _KEPT_DAYS),
        )


def name_of(account: str) -> str:
    """Return the name under which an account rests."""
    return f"account {account}"


def rests(database: sqlite3.Connection) -> dict[str, Rest]:
    """Return what rests, by name."""
    return {
        name: Rest(reason=Reason(reason), failures=failures, since=_moment(since), until=_moment(until))
        for name, reason, failures, since, until in database.execute(
            "SELECT name, reason, failures, since, until FROM rests ORDER BY name"
        )
    }


def note_rest(database: sqlite3.Connection, name: str, rest: Rest | None) -> None:
    """Note that something rests; None where it works again."""
    with transaction(database):
        database.execute("DELETE FROM rests WHERE name = ?", (name,))
        if rest:
            database.execute(
                "INSERT INTO rests (name, reason, failures, since, until) VALUES (?, ?, ?, ?, ?)",
                (name, rest.reason, rest.failures, rest.since.timestamp(), rest.until.timestamp()),
            )


def wake(database: sqlite3.Connection, *reasons: Reason) -> None:
    """End the rests of these reasons: the network may be back, the user may have acted."""
    with transaction(database):
        database.executemany("UPDATE rests SET until = 0 WHERE reason = ?", [(reason,) for reason in reasons])


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
