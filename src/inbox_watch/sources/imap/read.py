"""Every mail of an account's mailboxes, in bounded batches."""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inbox_watch.config import Account
from inbox_watch.core.types import RawMail, Skipped
from inbox_watch.errors import TemporaryError
from inbox_watch.sources.imap.connection import Client, bounded, connected
from inbox_watch.sources.imap.mailboxes import Mailbox, choose

UID_WINDOW = 20_000
BATCH_MESSAGES = 200
BATCH_BYTES = 8 * 1024 * 1024
MAX_MAIL = 32 * 1024 * 1024
_SIZE = b"RFC822.SIZE"
_BODY = b"BODY[]"
_GMAIL_THREAD = b"X-GM-THRID"

logging.getLogger("imapclient").setLevel(logging.WARNING)


def read(account: Account, host: str, password: str) -> Iterator[RawMail | Skipped]:
    """Yield every mail of the account; what the server won't give is set aside with its reason.

    Raises `CredentialError`, `SourceError` or `TemporaryError`. `source` is "MAILBOX uid N".
    """
    with connected(account, host, password) as client:
        with bounded(client):
            listed = client.list_folders()
        for mailbox in choose(listed, account.mailboxes):
            yield from _read_mailbox(client, mailbox)


def readable(account: Account, host: str, password: str) -> list[str]:
    """Log in and return the names of the mailboxes that `read` would read."""
    with connected(account, host, password) as client, bounded(client):
        return [mailbox.name for mailbox in choose(client.list_folders(), account.mailboxes)]


def _read_mailbox(client: Client, mailbox: Mailbox) -> Iterator[RawMail | Skipped]:
    with bounded(client):
        try:
            client.select_folder(mailbox.name, readonly=True)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            yield Skipped(where=mailbox.name, error=f"the server won't open this mailbox: {error}")
            return
        uids = _uids(client, mailbox)
    sizes = _sizes(client, uids)
    for uid in uids:
        if sizes.get(uid, 0) > MAX_MAIL:
            yield Skipped(where=_where(mailbox, uid), error=f"mail larger than {MAX_MAIL // 2**20} MiB")
    for batch in batches([uid for uid in uids if sizes.get(uid, 0) <= MAX_MAIL], sizes):
        yield from _fetch(client, mailbox, batch)


def _uids(client: Client, mailbox: Mailbox) -> list[int]:
    """List the mailbox in windows: one answer for a large mailbox is longer than imaplib takes."""
    status = client.folder_status(mailbox.name, ["UIDNEXT"])
    following = int(status.get(b"UIDNEXT") or 2**32 - 1)
    uids: list[int] = []
    for first in range(1, following, UID_WINDOW):
        uids += client.search(["UID", f"{first}:{min(first + UID_WINDOW, following) - 1}"])
    return sorted(set(uids))


def _sizes(client: Client, uids: Sequence[int]) -> dict[int, int]:
    sizes: dict[int, int] = {}
    for start in range(0, len(uids), 500):
        with bounded(client):
            answer = client.fetch(uids[start : start + 500], [_SIZE])
        sizes |= {uid: int(items[_SIZE]) for uid, items in answer.items() if _SIZE in items}
    return sizes


def batches(uids: Sequence[int], sizes: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield the UIDs in runs of at most `BATCH_MESSAGES` mails and, past the first mail, `BATCH_BYTES`."""
    batch: list[int] = []
    held = 0
    for uid in uids:
        size = sizes.get(uid, 0)
        if batch and (len(batch) >= BATCH_MESSAGES or held + size > BATCH_BYTES):
            yield batch
            batch, held = [], 0
        batch.append(uid)
        held += size
    if batch:
        yield batch


def _fetch(client: Client, mailbox: Mailbox, uids: Sequence[int]) -> Iterator[RawMail | Skipped]:
    """Fetch a batch; where the server refuses it, halve it until the one mail that it can't give is found."""
    gmail = [_GMAIL_THREAD.decode()] if client.has_capability("X-GM-EXT-1") else []
    try:
        with bounded(client):
            answer: Mapping[int, Mapping[bytes, Any]] = client.fetch(uids, ["BODY.PEEK[]", *gmail])
    except imaplib.IMAP4.abort as error:
        raise TemporaryError(f"{mailbox.name}: {error}", advice="Run it again.") from None
    except imaplib.IMAP4.error as error:
        if len(uids) == 1:
            yield Skipped(where=_where(mailbox, uids[0]), error=f"the server won't give it: {error}")
            return
        yield from _fetch(client, mailbox, uids[: len(uids) // 2])
        yield from _fetch(client, mailbox, uids[len(uids) // 2 :])
        return
    for uid in uids:
        items = answer.get(uid, {})
        if isinstance(body := items.get(_BODY), bytes):
            hint = items.get(_GMAIL_THREAD)
            yield RawMail(
                source=_where(mailbox, uid),
                data=body,
                is_junk=mailbox.is_junk,
                thread_hint=f"gmail:{hint}" if hint else None,
            )
        else:
            yield Skipped(where=_where(mailbox, uid), error="the server gave no text for it")


def _where(mailbox: Mailbox, uid: int) -> str:
    return f"{mailbox.name} uid {uid}"
