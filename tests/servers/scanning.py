"""What tests need to scan a real server's account as a user would."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from inbox_watch import cli, demo
from inbox_watch.store.database import FILE
from tests.servers.dovecot import Dovecot

MAILBOX = Path(demo.__file__).parent / "mailbox"
AT = ("--now", demo.NOW, "--tz", demo.ZONE, "--country", demo.COUNTRY, "--me", demo.ME)


class Account:
    """A configured account on a server, with a state folder of its own."""

    def __init__(self, server: Dovecot, folder: Path, *, port: int = 0, extra: str = "") -> None:
        self.state = folder / "state"
        self.config = folder / "config.toml"
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.config.write_text(
            f'[[account]]\nname = "own"\nuser = "{server.user}"\nhost = "localhost"\nport = {port or server.tls_port}\n'
            f'ca_file = "{server.ca_file}"\npassword_command = ["printf", "{server.password}"]\n{extra}'
        )

    def run(self, *arguments: str) -> int:
        """Run a command with this configuration and state; return its exit status."""
        return cli.run(["--config", str(self.config), "--state", str(self.state), *arguments])

    def scan(self, *sources: str, status: int = 0) -> dict[str, Any]:
        """Scan, and return what is told as JSON."""
        out = self.folder / "out.json"
        assert self.run("scan", *sources, *AT, "--format", "json", "--output", str(out)) == status
        told: dict[str, Any] = json.loads(out.read_text())
        return told

    def content(self) -> dict[str, list[Any]]:
        """Return all rows of the store, table by table."""
        database = sqlite3.connect(self.state / FILE)
        try:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: sorted(database.execute(f"SELECT * FROM {name}"), key=repr) for name in names}
        finally:
            database.close()

    def held(self) -> dict[str, int]:
        """Return how many mails the store knows, by what became of them."""
        database = sqlite3.connect(self.state / FILE)
        try:
            return dict(database.execute("SELECT state, count(*) FROM messages GROUP BY state"))
        finally:
            database.close()


def demo_mails(folder: str) -> list[bytes]:
    """Return the mails of one folder of the demo mailbox."""
    return [path.read_bytes() for path in sorted((MAILBOX / folder).glob("*.eml"))]


def everyday(number: int, words: str, **headers: str) -> bytes:
    """Return a mail that has nothing to do with jobs."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return (
        f"From: Ada Brook <ada@garden.example>\r\nTo: {demo.ME}\r\nSubject: Tomatoes {number}\r\n"
        f"Date: Thu, 05 Mar 2026 10:{number % 60:02d}:00 +0100\r\nMessage-ID: <t{number}@garden.example>\r\n"
        f"{more}\r\n{words}\r\n"
    ).encode()


def recruiter(number: int, *, answers: str = "", words: str = "") -> bytes:
    """Return a mail that is plainly about the candidate's own application."""
    reference = f"In-Reply-To: {answers}\r\nReferences: {answers}\r\n" if answers else ""
    return (
        f"From: Dana Reed <dana@talent{number}.example>\r\nTo: {demo.ME}\r\n"
        f"Subject: Your application for Data Engineer at Acme {number}\r\n"
        f"Date: Fri, 06 Mar 2026 10:{number % 60:02d}:00 +0100\r\n"
        f"Message-ID: <r{number}@talent{number}.example>\r\n{reference}\r\n"
        f"Hi Sam,\r\n\r\nThank you for applying for the Data Engineer role at Acme {number}. I am the recruiter for "
        f"this position.\r\n"
        f"We have received your application and your CV, and would like to invite you to a first call.\r\n"
        f"Could you send me your availability by Friday 5pm?\r\n{words}\r\nKind regards,\r\nDana Reed\r\n"
        f"Talent{number} Recruitment\r\n"
    ).encode()
