"""A mail that is dated later than now counts the same, whether it lies in a file or on a server."""

from __future__ import annotations

import json
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from tests.servers.dovecot import Dovecot
from tests.servers.scanning import Account
from tests.test_cli import MAIL

NOW = ("--now", "2026-03-06T09:00:00+01:00")


def on(text: str) -> str:
    return format_datetime(datetime.fromisoformat(text))


def told(account: Account, folder: Path, *arguments: str) -> tuple[int, list[str], list[Any]]:
    """Return how many mails count, why others are set aside, and when the other side last wrote."""
    out = folder / "out.json"
    given = ("--tz", "Europe/Berlin", "--me", "sam@example.com", "--format", "json", "--output", str(out))
    assert account.run("scan", *arguments, *given) == 0
    made = json.loads(out.read_text())
    (source,) = made["sources"]
    why = [one["error"] for one in source["skipped"]]
    return source["messages"], why, [one["last_from_them"] for one in made["opportunities"]]


@pytest.mark.dovecot
@pytest.mark.parametrize("received", [None, "2026-03-06T08:00:00+01:00", "2026-03-06T12:00:00+01:00"])
@pytest.mark.parametrize("date", ["2026-03-06T14:00:00+01:00", "2190-03-06T14:00:00+01:00"])
def test_a_date_ahead_means_the_same_in_a_file_and_on_a_server(
    date: str, received: str | None, dovecot: Dovecot, tmp_path: Path
) -> None:
    receipt = f"Received: from mx.example by mx.example.com; {on(received)}\n" if received else ""
    text = receipt + MAIL.replace("Thu, 05 Mar 2026 10:12:00 +0100", on(date))
    (tmp_path / "one.eml").write_text(text)
    dovecot.clear()
    dovecot.fill("INBOX", [text.replace("\n", "\r\n").encode()])
    account = Account(dovecot, tmp_path / "server")
    file = str(tmp_path / "one.eml")
    pretended = told(account, tmp_path, *NOW)
    assert pretended == told(account, tmp_path, *NOW, file)
    assert pretended == ((1, [], [received]) if received and "T08" in received else (0, [], []))
    real = told(account, tmp_path)
    assert real == told(account, tmp_path, file)
    assert real[0] + len(real[1]) == 1, "nothing is lost without a word"
