"""What is known of a mailbox on a server: values that the sources fill and the store keeps."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far a mailbox is known: every mail with a UID below `uidnext` (RFC 3501, 2.3.1.1) was looked at.

    `messages` is how many mails are known to lie in it, `modseq` the server's HIGHESTMODSEQ (RFC 7162), None where it
    has none.
    """

    uidvalidity: int
    uidnext: int
    messages: int
    modseq: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What ties a mail to others: its identity, and identifiers alone. None of it is text of the mail.

    `identity` is the server's own number of the mail where it has one, else a digest of Message-ID, From, Date and
    Subject. `links` are the Message-IDs that it refers to. `instant` is None where no usable date was seen.
    """

    identity: str
    message_id: str
    links: tuple[str, ...] = ()
    instant: datetime | None = None
    thread_hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """One mail of a mailbox. `raw` is what was fetched of it, None where its text isn't needed; `reason` says why.

    `error` says why it could not be read; then `envelope` may be None.
    """

    uid: int
    envelope: Envelope | None = None
    reason: str = ""
    raw: bytes | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one transaction of the store takes: mails found, UIDs gone, and the cursor that covers them.

    `is_new` says that what was known of this mailbox's UIDs holds no longer (UIDVALIDITY changed).
    """

    mailbox: str
    cursor: Cursor
    is_junk: bool = False
    is_new: bool = False
    found: tuple[Located, ...] = ()
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a scan has come with one mailbox: mails looked at, of how many, and bytes that came over the line."""

    mailbox: str
    done: int
    total: int
    received: int


class Ledger(Protocol):
    """What a sync asks of whoever remembers."""

    def cursor(self, mailbox: str) -> Cursor | None:
        """Return how far this mailbox is known; None where it isn't."""

    def uids(self, mailbox: str) -> frozenset[int]:
        """Return the UIDs that are known to lie in this mailbox."""

    def known(self, identities: Collection[str]) -> frozenset[str]:
        """Return those of these mails that need no second look."""

    def read_threads(self, links: Collection[str]) -> frozenset[str]:
        """Return those of these identifiers that name, or are named by, a mail that is or may be about a job."""

    def elsewhere(self, mailbox: str) -> bool:
        """Say whether every mail that was known in this mailbox lies in another one too."""
