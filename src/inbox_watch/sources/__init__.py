"""Where mail comes from: files here, servers in `imap`. A source yields raw mail; it never changes what it reads."""

from __future__ import annotations

from dataclasses import dataclass

from inbox_watch.core.types import RawMail, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What was left out on purpose (deleted mail, drafts): where, and why. Nothing failed.

    `mail` is the one that it is about; None where it is a whole mailbox or an empty file.
    """

    where: str
    reason: str
    mail: RawMail | None = None


Found = RawMail | Skipped | LeftOut
