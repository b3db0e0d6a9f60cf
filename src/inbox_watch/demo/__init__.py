"""The mailbox that ships with the program: two months of one invented candidate's mail, at a fixed date."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from inbox_watch.core.types import RawMail

ME = "sam.okafor@example.com"
NOW = "2026-03-10T09:15:00+01:00"
ZONE = "Europe/Berlin"
COUNTRY = "DE"


def read() -> Iterator[RawMail]:
    """Yield the mails of the mailbox, folder by folder."""
    for folder in sorted(files(__name__).joinpath("mailbox").iterdir(), key=lambda entry: entry.name):
        for mail in sorted(folder.iterdir(), key=lambda entry: entry.name):
            yield RawMail(source=f"{folder.name}/{mail.name}", data=mail.read_bytes())
