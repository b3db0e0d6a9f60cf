"""What is remembered between scans: the only room that speaks SQL."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from inbox_watch.store import digests, messages, words
from inbox_watch.store.database import FILE, Damaged, check, damage_told, open_database, transaction, wipe
from inbox_watch.store.ledger import Ledger

__all__ = ["Damaged", "Ledger", "Store", "digests", "exists", "messages", "opened", "remove", "words"]


class Store:
    """An open store."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def ledger(self, account: str, place: str) -> Ledger:
        """Return what is known of an account; nothing of before where its `place` (user and server) is another one."""
        row = self.database.execute("SELECT id, place FROM accounts WHERE name = ?", (account,)).fetchone()
        if row and row[1] == place:
            return Ledger(self.database, row[0])
        with transaction(self.database):
            self.database.execute("DELETE FROM accounts WHERE name = ?", (account,))
            made = self.database.execute("INSERT INTO accounts (name, place) VALUES (?, ?)", (account, place))
        return Ledger(self.database, int(made.lastrowid or 0))

    def accounts(self) -> dict[str, int]:
        """Return the accounts that something is known of, by name."""
        return dict(self.database.execute("SELECT name, id FROM accounts ORDER BY name").fetchall())

    def forget(self, account: str | None = None) -> int:
        """Delete what is known of an account, or of all, for good; return how many mails were known."""
        with transaction(self.database):
            rows = self.database.execute(
                "SELECT id FROM accounts WHERE ? IS NULL OR name = ?", (account, account)
            ).fetchall()
            count = 0
            for row in rows:
                count += self.database.execute("SELECT count(*) FROM messages WHERE account = ?", row).fetchone()[0]
                self.database.execute("DELETE FROM accounts WHERE id = ?", row)
            self.database.execute("DELETE FROM digests WHERE state = 'waiting'")  # they quote what is forgotten
        wipe(self.database)
        return count

    def check(self) -> str:
        """Return "ok", or what is wrong with the file."""
        return check(self.database)


def exists(folder: Path) -> bool:
    """Say whether there is a store in this folder."""
    return (folder / FILE).exists()


def remove(folder: Path) -> None:
    """Delete the store, with what SQLite laid beside it."""
    for suffix in ("", "-wal", "-shm"):
        (folder / f"{FILE}{suffix}").unlink(missing_ok=True)


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """Yield the store of a state folder. Raises `InboxWatchError` where it can't be used."""
    database = open_database(folder)
    try:
        with damage_told(folder / FILE):
            yield Store(database)
    finally:
        database.close()
