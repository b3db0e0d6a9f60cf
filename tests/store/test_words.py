import sqlite3
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inbox_watch.core.types import ActionKind, Said, SenderKind, Word
from inbox_watch.errors import InboxWatchError
from inbox_watch.store import words

AT = datetime(2026, 3, 10, 9, 15, tzinfo=timezone(timedelta(hours=1)))
WHOLE = Word(
    kind=Said.DONE,
    said=AT,
    at=AT - timedelta(days=2),
    anchors=("a", "b"),
    newest=AT - timedelta(days=3),
    others=("c",),
    actions=(ActionKind.REPLY, ActionKind.THANK_YOU),
    until=AT + timedelta(days=2),
    value="dana@talent.example",
    name="Dana Reed",
    sender_kind=SenderKind.AGENCY,
    opportunity="o-12345678",
    title="Data Engineer at Acme",
)


def test_words_come_back_as_they_were_in_their_order(tmp_path: Path) -> None:
    bare = Word(kind=Said.MUTE, said=AT.astimezone(UTC), at=AT)
    said = [WHOLE, bare, *(Word(kind=kind, said=AT, at=AT, anchors=("x",)) for kind in Said)]
    numbers = [words.add(tmp_path, word) for word in said]
    assert numbers == sorted(set(numbers))
    assert words.read(tmp_path) == tuple(
        replace(word, number=number) for word, number in zip(said, numbers, strict=True)
    )


def test_without_any_word_no_file_is_made(tmp_path: Path) -> None:
    assert words.read(tmp_path) == ()
    words.remove(tmp_path, [1])
    words.forget(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_the_user_s_alone(tmp_path: Path) -> None:
    words.add(tmp_path, WHOLE)
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {words.FILE: 0o600}


def test_what_is_taken_back_leaves_nothing_in_the_file_and_its_number_is_not_given_again(tmp_path: Path) -> None:
    number = words.add(tmp_path, replace(WHOLE, title="Rumpelstiltskin", anchors=("Zwergenhaus",)))
    assert b"Rumpelstiltskin" in (tmp_path / words.FILE).read_bytes()
    words.remove(tmp_path, [number])
    held = (tmp_path / words.FILE).read_bytes()
    assert b"Rumpelstiltskin" not in held
    assert b"Zwergenhaus" not in held
    assert words.add(tmp_path, WHOLE) > number


def test_forgetting_deletes_the_file(tmp_path: Path) -> None:
    words.add(tmp_path, WHOLE)
    words.forget(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_damaged_file_is_an_error_that_says_what_to_do_and_is_left_as_it_is(content: bytes, tmp_path: Path) -> None:
    (tmp_path / words.FILE).write_bytes(content)
    with pytest.raises(InboxWatchError, match="your corrections can't be used") as caught:
        words.read(tmp_path)
    assert "move it away" in caught.value.advice
    with pytest.raises(InboxWatchError, match="can't be used"):
        words.add(tmp_path, WHOLE)
    assert (tmp_path / words.FILE).read_bytes() == content


def test_a_file_that_another_program_holds_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words.add(tmp_path, WHOLE)
    monkeypatch.setattr(words, "WAIT_SECONDS", 0.05)
    other = sqlite3.connect(tmp_path / words.FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(InboxWatchError, match="can't be used now") as caught:
        words.add(tmp_path, WHOLE)
    other.close()
    assert "try again" in caught.value.advice
    assert len(words.read(tmp_path)) == 1


def test_words_of_a_newer_program_are_refused_and_not_lost(tmp_path: Path) -> None:
    words.add(tmp_path, WHOLE)
    database = sqlite3.connect(tmp_path / words.FILE)
    with database:
        database.execute("INSERT INTO migrations (name) VALUES ('9998 from the future')")
    database.close()
    with pytest.raises(InboxWatchError, match="newer inbox-watch"):
        words.read(tmp_path)


SCHEMA_1 = "0001 words"


def test_the_first_schema_is_still_the_first() -> None:
    """A migration that was released is never edited: words can't be read anew."""
    (first, *_) = words.MIGRATIONS
    assert first[0] == SCHEMA_1
    kept = (Path(__file__).parent / "schemas" / "words" / "0001.sql").read_text()
    made = sqlite3.connect(":memory:")
    for statement in first[1]:
        made.execute(statement)
    old = sqlite3.connect(":memory:")
    old.executescript(kept)
    query = "SELECT name, sql FROM sqlite_master WHERE name IN ('words', 'anchors') ORDER BY name"
    assert made.execute(query).fetchall() == old.execute(query).fetchall()
    made.close()
    old.close()


def test_words_in_the_first_schema_are_read(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / words.FILE)
    database.executescript((Path(__file__).parent / "schemas" / "words" / "0001.sql").read_text())
    database.close()
    assert words.read(tmp_path) == (replace(WHOLE, number=1),)
