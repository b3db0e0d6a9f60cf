"""The same mail, clock and settings give the same bytes, whatever the mail lies in and in whatever order it came."""

from __future__ import annotations

import json
import mailbox
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from inbox_watch import accounts, app, demo
from inbox_watch.config import Account, zone
from inbox_watch.core.types import RawMail, Scan
from inbox_watch.report.as_json import scan_json
from tests.servers.dovecot import Dovecot

SETTINGS = app.Settings(
    now=datetime.fromisoformat(demo.NOW),
    zone=zone(demo.ZONE),
    country=demo.COUNTRY,
    me=frozenset({demo.ME}),
)


@pytest.fixture(scope="module")
def mails() -> list[bytes]:
    return [mail.data for mail in demo.read()]


@pytest.fixture(scope="module")
def expected(mails: list[bytes]) -> str:
    return scanned(app.Source(name="x", read=lambda: (RawMail(source="x", data=data) for data in mails)))


def scanned(source: app.Source) -> str:
    return told(app.scan([source], SETTINGS).scan)


def told(scan: Scan) -> str:
    made = json.loads(scan_json(scan))
    (report,) = made["sources"]
    assert report.pop("name")
    assert report["skipped"] == []
    return json.dumps(made)


def as_folder(mails: list[bytes], path: Path) -> Path:
    for number, data in enumerate(mails):
        (path / f"{number}.eml").write_bytes(data)
    return path


def as_mbox(mails: list[bytes], path: Path) -> Path:
    box = mailbox.mbox(path / "all.mbox")
    for data in mails:
        box.add(data)
    box.close()
    return path / "all.mbox"


def as_maildir(mails: list[bytes], path: Path) -> Path:
    box = mailbox.Maildir(path / "Maildir")
    for data in mails:
        box.add(data)
    return path / "Maildir"


@pytest.mark.parametrize("lay_down", [as_folder, as_mbox, as_maildir])
def test_files_of_every_sort_say_the_same(
    lay_down: Callable[[list[bytes], Path], Path], mails: list[bytes], expected: str, tmp_path: Path
) -> None:
    assert scanned(app.file_source(lay_down(mails, tmp_path))) == expected


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_changes_nothing(seed: int, mails: list[bytes], expected: str, tmp_path: Path) -> None:
    shuffled = random.Random(seed).sample(mails, len(mails))
    assert scanned(app.file_source(as_mbox(shuffled, tmp_path))) == expected


def test_line_ends_change_nothing(mails: list[bytes], expected: str, tmp_path: Path) -> None:
    crlf = [data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for data in mails]
    assert scanned(app.file_source(as_folder(crlf, tmp_path))) == expected


@pytest.mark.dovecot
def test_a_real_server_says_the_same(
    mails: list[bytes], expected: str, dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.clear()
    for number, data in enumerate(mails):
        dovecot.deliver("Archive" if number % 3 else "Sent", data)
    account = Account(
        name="own",
        user=dovecot.user,
        host="localhost",
        port=dovecot.tls_port,
        ca_file=dovecot.ca_file,
        mailboxes=("Archive", "Sent"),
    )
    monkeypatch.setenv("INBOX_WATCH_PASSWORD_OWN", dovecot.password)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert told(accounts.scan([account], SETTINGS, tmp_path, lambda progress: None).scan) == expected
