"""A scan that is killed at any step, and the scans after it, end where an undisturbed one ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from inbox_watch.sources.imap import guard
from inbox_watch.store import database
from tests.servers.dovecot import Dovecot
from tests.servers.scanning import Account, everyday, recruiter

pytestmark = pytest.mark.dovecot


class Killed(BaseException):
    """Stands for SIGKILL: nothing in the program may catch it."""


class Steps:
    """Counts what a scan does to the world outside: lines sent and changes to the store. May kill at one of them."""

    def __init__(self) -> None:
        self.count = 0
        self.last: int | None = None

    def take(self) -> None:
        self.count += 1
        if self.count == self.last:
            raise Killed


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Counted steps: each line to the server, each statement that begins, changes or commits."""
    counted = Steps()
    check = guard.check

    class Counting(sqlite3.Connection):
        def execute(self, statement: str, *parameters: Any) -> sqlite3.Cursor:  # type: ignore[override]
            if not statement.startswith(("SELECT", "PRAGMA", "ROLLBACK", "WITH")):
                counted.take()
            return super().execute(statement, *parameters)

        def executemany(self, statement: str, parameters: Any) -> sqlite3.Cursor:  # type: ignore[override]
            counted.take()
            return super().executemany(statement, parameters)

    def counting_check(line: bytes, **expected: Any) -> Any:
        if b" LOGOUT" not in line:
            counted.take()
        return check(line, **expected)

    monkeypatch.setattr(guard, "check", counting_check)
    monkeypatch.setattr(database, "CONNECTION", Counting)
    return counted


def settled(account: Account) -> dict[str, list[Any]]:
    """Return what the store holds, but for row numbers, which follow the order of arrival."""
    connection = sqlite3.connect(account.state / database.FILE)
    try:
        queries = {
            "mailboxes": "SELECT name, uidvalidity, uidnext, messages, is_junk FROM mailboxes",
            "messages": "SELECT identity, state, instant, score, model, length(raw) FROM messages",
            "locations": "SELECT mailboxes.name, uid, identity FROM locations JOIN mailboxes ON mailboxes.id = mailbox "
            "LEFT JOIN messages ON messages.id = message",
            "names": "SELECT identity, name FROM names JOIN messages ON messages.id = message",
            "readings": "SELECT identity, parsed, basis, reading FROM readings JOIN messages ON messages.id = message",
            "accounts": "SELECT name, settled FROM accounts",
        }
        return {name: sorted(connection.execute(query), key=repr) for name, query in queries.items()}
    finally:
        connection.close()


def fill(server: Dovecot) -> None:
    server.clear()
    server.fill(
        "INBOX", [everyday(1, "At the fair.", List_Id="<fair.example>"), recruiter(2, answers="<t1@garden.example>")]
    )
    server.fill("Sent", [everyday(3, "They ripen.")])


def change(server: Dovecot) -> None:
    server.doveadm("expunge", "-u", server.user, "mailbox", "INBOX", "uid", "2")
    server.deliver("INBOX", recruiter(4))


def killed_scan(account: Account, steps: Steps, at: int | None) -> bool:
    steps.count, steps.last = 0, at
    try:
        account.scan()
    except Killed:
        return True
    finally:
        steps.last = None
    return False


@pytest.mark.parametrize("later", [False, True], ids=["first scan", "later scan"])
def test_killed_at_any_step_a_scan_ends_where_an_undisturbed_one_ends(
    later: bool, dovecot: Dovecot, tmp_path: Path, steps: Steps
) -> None:
    undisturbed = Account(dovecot, tmp_path / "undisturbed")
    fill(dovecot)
    told = undisturbed.scan()
    if later:
        before = (undisturbed.state / database.FILE).read_bytes()
        change(dovecot)
        steps.count = 0
        told = undisturbed.scan()
    total = steps.count
    right = settled(undisturbed)
    assert total > 30
    for at in range(1, total + 1):
        account = Account(dovecot, tmp_path / f"killed at {at}")
        if later:
            account.state.mkdir(mode=0o700)
            (account.state / database.FILE).write_bytes(before)
        assert killed_scan(account, steps, at), at
        again = account.scan()
        assert settled(account) == right, at
        assert again["opportunities"] == told["opportunities"], at
        assert again["sources"][0]["messages"] == told["sources"][0]["messages"], at
