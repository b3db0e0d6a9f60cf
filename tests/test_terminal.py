"""The program as a person meets it: in a terminal, with progress to see and Ctrl-C at hand."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers.dovecot import Dovecot
from tests.servers.scanning import AT, Account, everyday, recruiter

pytestmark = pytest.mark.dovecot

MAILS = 1_600
HANGS = 120.0  # seconds; far more than a scan of so few takes


def command_of(account: Account) -> list[str]:
    start = [sys.executable, "-c", "from inbox_watch.cli import main; main()"]
    return [*start, "--config", str(account.config), "--state", str(account.state)]


class Terminal:
    """A command with a terminal of its own: what it writes, and keys to press."""

    def __init__(self, account: Account, *arguments: str) -> None:
        self.end, theirs = pty.openpty()
        command = ["setsid", "--ctty", *command_of(account), *arguments]  # a session with this terminal, for Ctrl-C
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        self.written = ""

    def read_until(self, words: str) -> str:
        """Read until these words were written; fail where they never are."""
        ends = time.monotonic() + HANGS
        while words not in self.written:
            assert time.monotonic() < ends, f"never wrote {words!r}: {self.written[-500:]!r}"
            if not self._read_some():
                raise AssertionError(f"ended without {words!r}: {self.written[-500:]!r}")
        return self.written

    def read_all(self) -> str:
        """Read to the end."""
        while self._read_some():
            pass
        return self.written

    def press(self, key: bytes) -> None:
        os.write(self.end, key)

    def _read_some(self) -> bool:
        if not select.select([self.end], [], [], HANGS)[0]:
            return False
        try:
            some = os.read(self.end, 65536)
        except OSError:  # Linux: nobody holds the other end any more
            return False
        self.written += some.decode(errors="replace")
        return bool(some)


@pytest.fixture(scope="module")
def full(dovecot: Dovecot) -> Dovecot:
    dovecot.clear()
    mails = [recruiter(number) if number % 200 == 7 else everyday(number, "They ripen.") for number in range(MAILS)]
    dovecot.fill("INBOX", mails)
    return dovecot


def first_looks(server: Dovecot) -> int:
    """Return how many batches of headers were asked for so far."""
    return sum(b"HEADER.FIELDS" in line for line in server.received())


def test_a_scan_in_a_terminal_says_how_far_it_is_and_leaves_the_table_alone(full: Dovecot, tmp_path: Path) -> None:
    terminal = Terminal(Account(full, tmp_path), "scan", *AT)
    written = terminal.read_all()
    assert terminal.process.wait(HANGS) == 0
    assert f"INBOX: 500 of {MAILS:,} mails, " in written
    assert f"INBOX: {MAILS:,} of {MAILS:,} mails, " in written
    last = written.rindex("\r\x1b[K")
    assert "MB received" not in written[last:]  # the line is wiped before the table begins
    assert "mails read" in written[last:]


def test_elsewhere_than_in_a_terminal_there_is_no_progress(full: Dovecot, tmp_path: Path) -> None:
    account = Account(full, tmp_path)
    done = subprocess.run([*command_of(account), "scan", *AT], capture_output=True, timeout=HANGS, check=True)
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


def test_ctrl_c_ends_a_scan_and_the_next_one_goes_on_where_it_stopped(full: Dovecot, tmp_path: Path) -> None:
    undisturbed = Account(full, tmp_path / "undisturbed")
    expected = undisturbed.scan()
    stopped = Account(full, tmp_path / "stopped")
    terminal = Terminal(stopped, "scan", *AT)
    terminal.read_until("500 of")
    terminal.press(b"\x03")
    terminal.read_all()
    assert terminal.process.wait(HANGS) == 130
    assert "Traceback" not in terminal.written
    known = sum(stopped.held().values())
    assert 500 <= known < MAILS
    before = first_looks(full)
    told = stopped.scan()
    assert told["opportunities"] == expected["opportunities"]
    assert told["sources"][0]["messages"] == len(stopped.content()["locations"]) == MAILS
    assert first_looks(full) - before == -(-(MAILS - known) // 500)  # no mail was looked at twice
