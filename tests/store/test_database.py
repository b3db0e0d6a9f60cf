import sqlite3
import stat
from pathlib import Path

import pytest

from inbox_watch import store
from inbox_watch.errors import InboxWatchError, TemporaryError
from inbox_watch.store import database as database_room
from inbox_watch.store.database import FILE, open_database, transaction, wipe
from inbox_watch.store.migrations import MIGRATIONS, migrate

SCHEMAS = Path(__file__).parent / "schemas"


def schema(database: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return database.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def test_the_store_and_what_lies_beside_it_are_the_user_s_alone(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with transaction(database):
        database.execute("INSERT INTO accounts (name, place) VALUES ('own', 'here')")
    names = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert names == {FILE: 0o600, f"{FILE}-wal": 0o600, f"{FILE}-shm": 0o600}
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()


def test_what_fails_inside_a_transaction_leaves_nothing_of_it(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with pytest.raises(sqlite3.IntegrityError), transaction(database):
        database.executemany("INSERT INTO accounts (name, place) VALUES ('own', ?)", [("here",), ("there",)])
    assert database.execute("SELECT count(*) FROM accounts").fetchone() == (0,)
    database.close()


def test_opening_twice_changes_no_schema(tmp_path: Path) -> None:
    first = open_database(tmp_path)
    before = schema(first)
    first.close()
    again = open_database(tmp_path)
    assert schema(again) == before
    assert migrate(again) == []
    again.close()


def test_a_migration_that_fails_leaves_neither_its_tables_nor_its_record(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    before = schema(database)
    bad = (*MIGRATIONS, ("9999 bad", ("CREATE TABLE half (x TEXT)", "CREATE TABLE half (x TEXT)")))
    with pytest.raises(sqlite3.OperationalError):
        migrate(database, bad)
    assert schema(database) == before
    assert database.execute("SELECT name FROM migrations ORDER BY name").fetchall() == [
        (name,) for name, _ in MIGRATIONS
    ]
    database.close()


def test_every_schema_that_ever_was_is_kept() -> None:
    assert [path.stem for path in sorted(SCHEMAS.glob("*.sql"))] == [name[:4] for name, _ in MIGRATIONS]


@pytest.mark.parametrize("old", sorted(SCHEMAS.glob("*.sql")), ids=lambda path: path.stem)
def test_every_old_schema_becomes_today_s_and_keeps_what_is_in_it(old: Path, tmp_path: Path) -> None:
    made = sqlite3.connect(tmp_path / FILE)
    made.executescript(old.read_text())
    made.close()
    upgraded = open_database(tmp_path)
    (tmp_path / "new").mkdir()
    fresh = open_database(tmp_path / "new")
    assert schema(upgraded) == schema(fresh)
    assert upgraded.execute("SELECT name, place FROM accounts").fetchall() == [("own", "sam at imap.example:993")]
    assert upgraded.execute("SELECT count(*) FROM messages").fetchone() == (2,)
    assert upgraded.execute("PRAGMA foreign_key_check").fetchall() == []
    upgraded.close()
    fresh.close()


def test_a_store_of_a_newer_program_is_refused_with_advice(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    database.execute("INSERT INTO migrations (name) VALUES ('9998 from the future')")
    database.close()
    with pytest.raises(InboxWatchError, match="newer inbox-watch") as caught:
        open_database(tmp_path)
    assert "then scan again" in caught.value.advice


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_store_is_an_error_with_advice(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(InboxWatchError, match="can't be used"):
        open_database(tmp_path)


def test_what_was_deleted_is_in_no_file_after_a_wipe(tmp_path: Path) -> None:
    with store.opened(tmp_path) as held:
        held.ledger("own", "a place called Rumpelstiltskin")
        held.forget("own")
        wipe(held.database)
        assert all(b"Rumpelstiltskin" not in path.read_bytes() for path in tmp_path.iterdir())


def test_an_account_that_moved_to_another_server_begins_anew(tmp_path: Path) -> None:
    with store.opened(tmp_path) as held:
        first = held.ledger("own", "sam at one").account
        assert held.ledger("own", "sam at one").account == first
        held.ledger("own", "sam at two")
        assert held.database.execute("SELECT name, place FROM accounts").fetchall() == [("own", "sam at two")]


def test_a_store_that_another_is_using_asks_for_patience_and_never_for_forgetting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_room, "WAIT_SECONDS", 0.01)
    other = open_database(tmp_path)
    with (
        transaction(other),
        store.opened(tmp_path) as held,
        pytest.raises(TemporaryError, match="is in use") as caught,
        database_room.damage_told(tmp_path),
    ):
        held.forget()
    assert "forget" not in caught.value.advice
    other.close()
