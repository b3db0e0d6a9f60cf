"""Where mail comes from: files here, servers in `imap`. A source yields raw mail; it never changes what it reads."""

from __future__ import annotations

from dataclasses import dataclass

from inbox_watch.core.types import RawMail, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A mailbox that was left out on purpose (deleted mail, drafts): where, and why. Nothing failed."""

    where: str
    reason: str


Found = RawMail | Skipped | LeftOut
