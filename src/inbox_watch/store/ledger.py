"""Which mail lies where: cursors, locations, and what became of each mail. Batches go in whole or not at all."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC
from typing import Any

from inbox_watch.core.mailbox import Batch, Cursor, Envelope, Located
from inbox_watch.store.database import transaction

_AT_ONCE = 500  # values in one IN (…); SQLite takes 32,766, older ones 999


class Ledger:
    """What is known of one account's mailboxes."""

    def __init__(self, database: sqlite3.Connection, account: int) -> None:
        self.database = database
        self.account = account

    def cursor(self, mailbox: str) -> Cursor | None:
        """Return how far this mailbox is known; None where it isn't."""
        row = self.database.execute(
            "SELECT uidvalidity, uidnext, messages, modseq FROM mailboxes WHERE account = ? AND name = ?",
            (self.account, mailbox),
        ).fetchone()
        return Cursor(uidvalidity=row[0], uidnext=row[1], messages=row[2], modseq=row[3]) if row else None

    def uids(self, mailbox: str) -> frozenset[int]:
        """Return the UIDs that are known to lie in this mailbox."""
        found = self.database.execute(
            "SELECT uid FROM locations WHERE mailbox = (SELECT id FROM mailboxes WHERE account = ? AND name = ?)",
            (self.account, mailbox),
        )
        return frozenset(uid for (uid,) in found)

    def known(self, identities: Collection[str]) -> frozenset[str]:
        """Return those of these mails that need no second look."""
        found = _among(
            self.database,
            "SELECT identity FROM messages WHERE account = ? AND identity IN ({marks})",
            (self.account,),
            list(identities),
        )
        return frozenset(identity for (identity,) in found)

    def read_threads(self, links: Collection[str]) -> frozenset[str]:
        """Return those of these identifiers that name, or are named by, a mail that is or may be about a job."""
        by_name = {number(link): link for link in links}
        found = _among(
            self.database,
            "SELECT DISTINCT name FROM names JOIN messages ON messages.id = names.message "
            "WHERE state IN ('waiting', 'kept') AND name IN ({marks})",
            (),
            list(by_name),
        )
        return frozenset(by_name[name] for (name,) in found)

    def elsewhere(self, mailbox: str) -> bool:
        """Say whether every mail that was known in this mailbox lies in another one too."""
        (lost,) = self.database.execute(
            "SELECT count(*) FROM locations AS here JOIN mailboxes ON mailboxes.id = here.mailbox "
            "WHERE mailboxes.account = ? AND mailboxes.name = ? AND NOT EXISTS "
            "(SELECT 1 FROM locations AS there WHERE there.message = here.message AND there.mailbox <> here.mailbox)",
            (self.account, mailbox),
        ).fetchone()
        return not lost

    def names(self) -> list[str]:
        """Return the mailboxes that are known, in the order of their names."""
        rows = self.database.execute("SELECT name FROM mailboxes WHERE account = ? ORDER BY name", (self.account,))
        return [name for (name,) in rows]

    def commit(self, batch: Batch) -> None:
        """Take one batch with the cursor that covers it, in one transaction. Twice the same batch changes nothing."""
        with transaction(self.database):
            mailbox = self._mailbox(batch)
            if batch.is_new:
                self.database.execute("DELETE FROM locations WHERE mailbox = ?", (mailbox,))
                self.database.execute("DELETE FROM skipped WHERE mailbox = ?", (mailbox,))
            if batch.found:
                self.database.execute("UPDATE accounts SET settled = '' WHERE id = ?", (self.account,))
            for located in batch.found:
                self._take(mailbox, located)
            gone = [(mailbox, uid) for uid in batch.gone]
            self.database.executemany("DELETE FROM locations WHERE mailbox = ? AND uid = ?", gone)
            self.database.executemany("DELETE FROM skipped WHERE mailbox = ? AND uid = ?", gone)
            self.database.execute(
                "UPDATE mailboxes SET uidvalidity = ?, uidnext = ?, modseq = ?, is_junk = ?, "
                "messages = (SELECT count(*) FROM locations WHERE mailbox = mailboxes.id) WHERE id = ?",
                (batch.cursor.uidvalidity, batch.cursor.uidnext, batch.cursor.modseq, batch.is_junk, mailbox),
            )

    def wanted(self) -> list[tuple[str, int]]:
        """Return where the mails lie whose text was not needed, until their thread turned out to be about a job."""
        rows = self.database.execute(
            "WITH RECURSIVE near (message) AS ("
            " SELECT id FROM messages WHERE state = 'kept' AND account = :account UNION"
            " SELECT other.message FROM near JOIN names AS own ON own.message = near.message"
            " JOIN names AS other ON other.name = own.name)"
            "SELECT mailboxes.name, min(locations.uid) FROM near JOIN messages ON messages.id = near.message "
            "JOIN locations ON locations.message = messages.id JOIN mailboxes ON mailboxes.id = locations.mailbox "
            "WHERE messages.state IN ('skipped', 'dropped') AND messages.reason NOT IN ('thread', 'forgotten') "
            "AND messages.account = :account GROUP BY messages.id ORDER BY mailboxes.name, locations.uid",
            {"account": self.account},
        )
        return list(rows)

    def is_settled(self, model: str) -> bool:
        """Say whether all that was found was read, by this version of the model, with what its threads made needed."""
        (settled,) = self.database.execute("SELECT settled FROM accounts WHERE id = ?", (self.account,)).fetchone()
        return bool(settled == model)

    def settle(self, model: str) -> None:
        """Note that all that was found was read."""
        with transaction(self.database):
            self.database.execute("UPDATE accounts SET settled = ? WHERE id = ?", (model, self.account))

    def give_up(self, wanted: Sequence[tuple[str, int]], *, reason: str = "thread") -> None:
        """Note of these mails that they were asked for: what the server did not give isn't wanted again."""
        with transaction(self.database):
            self.database.executemany(
                "UPDATE messages SET reason = ? WHERE id = (SELECT message FROM locations "
                "JOIN mailboxes ON mailboxes.id = locations.mailbox WHERE account = ? AND name = ? AND uid = ?)",
                [(reason, self.account, mailbox, uid) for mailbox, uid in wanted],
            )

    def named(self, message_id: str, reason: str) -> list[tuple[str, int]]:
        """Return where the mail lies that the user named, with those that refer to it, where their text isn't held.

        What was given up for this `reason` is not among them.
        """
        rows = self.database.execute(
            "SELECT mailboxes.name, min(locations.uid) FROM names JOIN messages ON messages.id = names.message "
            "JOIN locations ON locations.message = messages.id JOIN mailboxes ON mailboxes.id = locations.mailbox "
            "WHERE messages.account = ? AND state IN ('skipped', 'dropped') AND reason NOT IN (?, 'forgotten') "
            "AND names.name = ? GROUP BY messages.id ORDER BY mailboxes.name, locations.uid",
            (self.account, reason, number(message_id)),
        )
        return list(rows) if message_id else []

    def stale(self, model: str) -> list[tuple[str, int]]:
        """Return where the mails lie that another version of the reader found to have nothing to do with jobs."""
        rows = self.database.execute(
            "SELECT mailboxes.name, min(locations.uid) FROM messages JOIN locations ON locations.message = messages.id "
            "JOIN mailboxes ON mailboxes.id = locations.mailbox WHERE messages.account = ? AND state = 'dropped' "
            "AND model <> ? AND reason <> 'forgotten' GROUP BY messages.id ORDER BY mailboxes.name, locations.uid",
            (self.account, model),
        )
        return list(rows)

    def give_text(self, mailbox: str, located: Sequence[Located]) -> None:
        """Take the text of mails that are known already: they wait to be read (again)."""
        with transaction(self.database):
            for one in located:
                self.database.execute(
                    "UPDATE messages SET state = ?, reason = ?, raw = ? WHERE id = (SELECT message FROM locations "
                    "JOIN mailboxes ON mailboxes.id = locations.mailbox WHERE account = ? AND name = ? AND uid = ?)",
                    (
                        "waiting" if one.raw else "broken",
                        one.reason,
                        zlib.compress(one.raw) if one.raw else None,
                        self.account,
                        mailbox,
                        one.uid,
                    ),
                )

    def _mailbox(self, batch: Batch) -> int:
        self.database.execute(
            "INSERT INTO mailboxes (account, name, is_junk, uidvalidity, uidnext, messages) VALUES (?, ?, ?, ?, 1, 0) "
            "ON CONFLICT DO NOTHING",
            (self.account, batch.mailbox, batch.is_junk, batch.cursor.uidvalidity),
        )
        (mailbox,) = self.database.execute(
            "SELECT id FROM mailboxes WHERE account = ? AND name = ?", (self.account, batch.mailbox)
        ).fetchone()
        return int(mailbox)

    def _take(self, mailbox: int, located: Located) -> None:
        message = self._message(located.envelope, located) if located.envelope else None
        self.database.execute(
            "INSERT INTO locations (mailbox, uid, message) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET message = excluded.message",
            (mailbox, located.uid, message),
        )
        if located.error:
            self.database.execute(
                "INSERT OR REPLACE INTO skipped (mailbox, uid, error) VALUES (?, ?, ?)",
                (mailbox, located.uid, located.error),
            )

    def _message(self, envelope: Envelope, located: Located) -> int:
        """Return the row of a mail, which is made where the mail is seen for the first time."""
        state = "broken" if located.error else "waiting" if located.raw is not None else "skipped"
        instant = envelope.instant.astimezone(UTC).timestamp() if envelope.instant else None
        made = self.database.execute(
            "INSERT INTO messages (account, identity, thread_hint, instant, state, reason, raw) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
            (
                self.account,
                envelope.identity,
                envelope.thread_hint,
                instant,
                state,
                located.reason,
                zlib.compress(located.raw) if located.raw is not None else None,
            ),
        ).fetchone()
        if made is None:
            (message,) = self.database.execute(
                "SELECT id FROM messages WHERE account = ? AND identity = ?", (self.account, envelope.identity)
            ).fetchone()
            return int(message)
        names = {number(name) for name in (envelope.message_id, *envelope.links, envelope.thread_hint) if name}
        self.database.executemany(
            "INSERT INTO names (message, name) VALUES (?, ?)", [(made[0], name) for name in sorted(names)]
        )
        return int(made[0])


def number(name: str) -> int:
    """Return the 64-bit number that stands for an identifier: nobody needs to know what other mail's were."""
    digest = hashlib.sha256(name.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _among(
    database: sqlite3.Connection, query: str, fixed: tuple[object, ...], values: Sequence[object]
) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(values), _AT_ONCE):
        some = values[start : start + _AT_ONCE]
        yield from database.execute(query.format(marks=",".join("?" * len(some))), (*fixed, *some))
