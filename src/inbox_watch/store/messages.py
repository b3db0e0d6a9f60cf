"""The mails whose text is held: those that wait to be read, and those that belong to a job's thread."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from inbox_watch.core.types import CalendarEvent, Message, Reading, Skipped
from inbox_watch.store import values
from inbox_watch.store.database import transaction, wipe
from inbox_watch.store.ledger import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A mail that was fetched and not parsed yet: its row, where it lies, and its bytes."""

    row: int
    source: str
    data: bytes
    is_junk: bool
    thread_hint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A mail whose text is held. `basis` stands for all that its reading depends on; None before it is read."""

    row: int
    account: str
    is_waiting: bool
    message: Message
    basis: str | None
    reading: Reading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many mails an account holds, and how many of them the last report did not know."""

    messages: int
    new: int


# Where a mail lies: its first location outside the junk mailbox, in the order of mailbox and UID.
_PLACE = (
    "(SELECT mailboxes.name || ' uid ' || uid FROM locations JOIN mailboxes ON mailboxes.id = locations.mailbox"
    " WHERE locations.message = messages.id ORDER BY is_junk, mailboxes.name, locations.uid LIMIT 1)"
)
_JUNK = (
    "(SELECT min(is_junk) FROM locations JOIN mailboxes ON mailboxes.id = locations.mailbox"
    " WHERE locations.message = messages.id)"
)


def unparsed(database: sqlite3.Connection, form: str) -> Iterator[Waiting]:
    """Yield the mails that are held and were not parsed by this version of the program (`form`)."""
    rows = database.execute(
        "SELECT messages.id FROM messages LEFT JOIN readings ON readings.message = messages.id "
        "WHERE state IN ('waiting', 'kept') AND raw IS NOT NULL AND form IS NOT ? ORDER BY messages.id",
        (form,),
    ).fetchall()
    for (row,) in rows:
        source, junk, hint, raw = database.execute(
            f"SELECT {_PLACE}, {_JUNK}, thread_hint, raw FROM messages WHERE id = ?",  # noqa: S608 - our own constants
            (row,),
        ).fetchone()
        yield Waiting(
            row=row,
            source=source or "no longer on the server",
            data=zlib.decompress(raw),
            is_junk=bool(junk),
            thread_hint=hint,
        )


def keep_parsed(database: sqlite3.Connection, form: str, parsed: Iterable[tuple[int, Message]]) -> None:
    """Keep parsed mails."""
    with transaction(database):
        for row, message in parsed:
            database.execute(
                "INSERT OR REPLACE INTO readings (message, form, parsed) VALUES (?, ?, ?)",
                (row, form, values.dump(message)),
            )
            database.executemany(
                "INSERT OR IGNORE INTO names (message, name) VALUES (?, ?)",
                [(row, number(name)) for event in message.events for name in _names(event)],
            )
            seconds = message.instant.timestamp() if message.instant else None
            database.execute("UPDATE messages SET instant = ? WHERE id = ?", (seconds, row))


def _names(event: CalendarEvent) -> Iterator[str]:
    if event.uid:
        yield f"event {event.uid}"
    if event.organizer:
        yield f"invites {event.organizer.address}"


def set_aside(database: sqlite3.Connection, broken: Sequence[tuple[int, str]]) -> None:
    """Give up mails that can't be read, each with the reason; their text goes."""
    with transaction(database):
        for row, error in broken:
            database.execute("UPDATE messages SET state = 'broken', raw = NULL WHERE id = ?", (row,))
            database.execute("DELETE FROM readings WHERE message = ?", (row,))
            database.execute(
                "INSERT OR REPLACE INTO skipped (mailbox, uid, error) "
                "SELECT mailbox, uid, ? FROM locations WHERE message = ?",
                (error, row),
            )


def held(database: sqlite3.Connection, rows: Sequence[int] | None = None) -> Iterator[Held]:
    """Yield the mails that are held and parsed: all of them, or these rows."""
    query = (
        f"SELECT messages.id, accounts.name, state, parsed, basis, reading, {_JUNK} FROM readings "  # noqa: S608
        "JOIN messages ON messages.id = readings.message JOIN accounts ON accounts.id = messages.account "
        "WHERE state IN ('waiting', 'kept')"
    )
    if rows is None:
        yield from map(_held, database.execute(query + " ORDER BY messages.id"))
        return
    for start in range(0, len(rows), 500):
        some = rows[start : start + 500]
        marks = ",".join("?" * len(some))
        yield from map(_held, database.execute(f"{query} AND messages.id IN ({marks}) ORDER BY messages.id", some))


def _held(row: tuple[int, str, str, bytes, str | None, bytes | None, int | None]) -> Held:
    number, account, state, parsed, basis, reading, junk = row
    message = values.load(Message, parsed)
    if junk is not None and bool(junk) != message.is_junk:
        message = replace(message, is_junk=bool(junk))
    return Held(
        row=number,
        account=account,
        is_waiting=state == "waiting",
        message=message,
        basis=basis,
        reading=values.load(Reading, reading) if reading else None,
    )


def keep_readings(
    database: sqlite3.Connection,
    kept: Mapping[int, tuple[str, Reading]],
    dropped: Mapping[int, Reading],
    model: str,
    persons: Mapping[int, str],
) -> None:
    """Keep what was read in the mails of jobs' threads; of the others the verdict alone stays, their text goes.

    `persons` wrote mails that are kept: earlier invitations of theirs, which were left out, are wanted from now on.
    """
    with transaction(database):
        database.executemany(
            "INSERT OR IGNORE INTO names (message, name) VALUES (?, ?)",
            [(row, number(f"invites {address}")) for row, address in persons.items()],
        )
        for row, (basis, reading) in kept.items():
            database.execute(
                "UPDATE readings SET basis = ?, reading = ? WHERE message = ?", (basis, values.dump(reading), row)
            )
            database.execute(
                "UPDATE messages SET state = 'kept', score = ?, model = ? WHERE id = ?", (reading.score, model, row)
            )
        for row, reading in dropped.items():
            database.execute("DELETE FROM readings WHERE message = ?", (row,))
            database.execute(
                "UPDATE messages SET state = 'dropped', raw = NULL, score = ?, model = ? WHERE id = ?",
                (reading.score, model, row),
            )


def is_any_waiting(database: sqlite3.Connection) -> bool:
    """Say whether any mail was fetched and not read yet."""
    return database.execute("SELECT 1 FROM messages WHERE state = 'waiting' LIMIT 1").fetchone() is not None


def counts(database: sqlite3.Connection, account: int, since: datetime | None, until: datetime) -> Counts:
    """Count the mails of an account by where they lie, copies too, from `since` until `until`."""
    found = database.execute(
        "SELECT count(*), coalesce(sum(is_new), 0) FROM locations JOIN messages ON messages.id = locations.message "
        "WHERE account = ? AND state <> 'broken' AND instant <= ? AND instant >= ?",
        (account, until.timestamp(), since.timestamp() if since else float("-inf")),
    ).fetchone()
    return Counts(messages=found[0], new=found[1])


def later(
    database: sqlite3.Connection, account: int, than: datetime, other_than: Collection[int]
) -> list[tuple[str, datetime]]:
    """Return where the mails of an account lie that are dated later, and their dates (UTC); not those of some rows."""
    rows = database.execute(
        "SELECT messages.id, name, uid, instant FROM locations JOIN messages ON messages.id = locations.message "
        "JOIN mailboxes ON mailboxes.id = locations.mailbox "
        "WHERE messages.account = ? AND state <> 'broken' AND instant > ? ORDER BY name, uid",
        (account, than.timestamp()),
    )
    return [
        (f"{name} uid {uid}", datetime.fromtimestamp(instant, UTC))
        for row, name, uid, instant in rows
        if row not in other_than
    ]


def copies(database: sqlite3.Connection, account: int) -> dict[int, int]:
    """Return, for each mail that is held, in how many places of this account it lies."""
    rows = database.execute(
        "SELECT messages.id, count(locations.uid) FROM messages JOIN locations ON locations.message = messages.id "
        "WHERE account = ? AND state IN ('waiting', 'kept') GROUP BY messages.id",
        (account,),
    )
    return dict(rows.fetchall())


def skipped(database: sqlite3.Connection, account: int) -> tuple[Skipped, ...]:
    """Return what was set aside in an account, in the order of mailbox and UID."""
    rows = database.execute(
        "SELECT name, uid, error FROM skipped JOIN mailboxes ON mailboxes.id = skipped.mailbox "
        "WHERE account = ? ORDER BY name, uid",
        (account,),
    )
    return tuple(Skipped(where=f"{name} uid {uid}", error=error) for name, uid, error in rows)


def seen(database: sqlite3.Connection) -> None:
    """Note that all mail was reported."""
    if database.execute("SELECT 1 FROM messages WHERE is_new LIMIT 1").fetchone():
        with transaction(database):
            database.execute("UPDATE messages SET is_new = 0 WHERE is_new")


def forget(database: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Delete the text of these mails for good; they are not read again."""
    with transaction(database):
        for row in rows:
            database.execute("DELETE FROM readings WHERE message = ?", (row,))
            database.execute(
                "UPDATE messages SET state = 'dropped', reason = 'forgotten', raw = NULL, score = NULL WHERE id = ?",
                (row,),
            )
    wipe(database)
