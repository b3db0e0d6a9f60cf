"""The schema, step by step. A step that was ever released is never edited: a new one is added below it.

What was seen on servers is here, and may be dropped and read anew. What the user says may not: it lies in a file of its
own (`words.py`), and hangs on the keys of mails, never on rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

Migration = tuple[str, Sequence[str]]

MIGRATIONS: tuple[Migration, ...] = (
    (
        "0001 mailboxes and messages",
        (
            """CREATE TABLE accounts (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                place TEXT NOT NULL,
                settled TEXT NOT NULL DEFAULT ''
            ) STRICT""",
            """CREATE TABLE mailboxes (
                id INTEGER PRIMARY KEY,
                account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
                name TEXT NOT NULL,
                is_junk INTEGER NOT NULL,
                uidvalidity INTEGER NOT NULL,
                uidnext INTEGER NOT NULL,
                messages INTEGER NOT NULL,
                modseq INTEGER,
                UNIQUE (account, name)
            ) STRICT""",
            """CREATE TABLE messages (
                id INTEGER PRIMARY KEY,
                account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
                identity TEXT NOT NULL,
                thread_hint TEXT,
                instant REAL,
                state TEXT NOT NULL CHECK (state IN ('skipped', 'waiting', 'kept', 'dropped', 'broken')),
                reason TEXT NOT NULL,
                score REAL,
                model TEXT NOT NULL DEFAULT '',
                is_new INTEGER NOT NULL DEFAULT 1,
                raw BLOB,
                UNIQUE (account, identity)
            ) STRICT""",
            "CREATE INDEX messages_by_state ON messages (state) WHERE state IN ('waiting', 'kept')",
            """CREATE TABLE names (
                message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
                name INTEGER NOT NULL,
                PRIMARY KEY (message, name)
            ) STRICT, WITHOUT ROWID""",
            "CREATE INDEX names_by_name ON names (name, message)",
            """CREATE TABLE locations (
                mailbox INTEGER NOT NULL REFERENCES mailboxes ON DELETE CASCADE,
                uid INTEGER NOT NULL,
                message INTEGER REFERENCES messages ON DELETE SET NULL,
                PRIMARY KEY (mailbox, uid)
            ) STRICT, WITHOUT ROWID""",
            "CREATE INDEX locations_by_message ON locations (message)",
            """CREATE TABLE skipped (
                mailbox INTEGER NOT NULL REFERENCES mailboxes ON DELETE CASCADE,
                uid INTEGER NOT NULL,
                error TEXT NOT NULL,
                PRIMARY KEY (mailbox, uid)
            ) STRICT, WITHOUT ROWID""",
            """CREATE TABLE readings (
                message INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
                form TEXT NOT NULL,
                parsed BLOB NOT NULL,
                basis TEXT,
                reading BLOB
            ) STRICT""",
        ),
    ),
    (
        "0002 digests",
        (
            """CREATE TABLE scans (
                account INTEGER PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
                complete TEXT NOT NULL
            ) STRICT""",
            """CREATE TABLE digests (
                id INTEGER PRIMARY KEY,
                date TEXT NOT NULL,
                message_id TEXT NOT NULL,
                recipient TEXT NOT NULL,
                made TEXT NOT NULL,
                by_hand INTEGER NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
                tries INTEGER NOT NULL DEFAULT 0,
                next_try REAL NOT NULL DEFAULT 0,
                error TEXT NOT NULL DEFAULT '',
                shown BLOB NOT NULL,
                mail BLOB,
                CHECK ((mail IS NOT NULL) = (state = 'waiting'))
            ) STRICT""",
            "CREATE UNIQUE INDEX digests_waiting_by_date ON digests (date) WHERE state = 'waiting'",
        ),
    ),
    (
        "0003 chores",
        (
            """CREATE TABLE chores (
                name TEXT NOT NULL,
                day TEXT NOT NULL,
                at REAL NOT NULL,
                PRIMARY KEY (name, day)
            ) STRICT, WITHOUT ROWID""",
            """CREATE TABLE rests (
                name TEXT PRIMARY KEY,
                reason TEXT NOT NULL CHECK (reason IN ('network', 'stated', 'user', 'mailbox')),
                failures INTEGER NOT NULL,
                since REAL NOT NULL,
                until REAL NOT NULL
            ) STRICT, WITHOUT ROWID""",
            """CREATE TRIGGER rests_of_forgotten AFTER DELETE ON accounts BEGIN
                DELETE FROM rests WHERE name = 'account ' || old.name;
            END""",
        ),
    ),
)


def migrate(database: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Apply what is missing, each step and its record in one transaction; return the names of what was applied.

    Raises ValueError where the database holds a step that this program doesn't know.
    """
    database.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY) STRICT")
    done = {name for (name,) in database.execute("SELECT name FROM migrations")}
    if unknown := done - {name for name, _ in migrations}:
        raise ValueError(f"made by a newer inbox-watch ({max(unknown)})")
    applied = []
    for name, statements in migrations:
        if name not in done:
            _apply(database, name, statements)
            applied.append(name)
    return applied


def _apply(database: sqlite3.Connection, name: str, statements: Sequence[str]) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            database.execute(statement)
        database.execute("INSERT INTO migrations (name) VALUES (?)", (name,))
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
