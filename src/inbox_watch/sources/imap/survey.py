"""What an account lets one read: its mailboxes, and how many mails lie in each."""

from __future__ import annotations

import imaplib
from collections.abc import Callable
from dataclasses import dataclass

from inbox_watch.config import Account
from inbox_watch.sources.imap.ask import ask
from inbox_watch.sources.imap.connection import Client, Say, connected
from inbox_watch.sources.imap.mailboxes import Mailbox, choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """A mailbox that a scan would read; `messages` is None where the server won't say how many lie in it."""

    name: str
    messages: int | None


def survey(
    account: Account, host: str, secret: str, renew: Callable[[], str] | None = None, say: Say = lambda _: None
) -> tuple[Readable, ...]:
    """Log in and return the mailboxes that a scan would read. Raises the error that a scan would meet.

    `say` as in `connected`.
    """
    with connected(account, host, secret, renew, say) as client:
        chosen = choose(ask(client, client.list_folders), account.mailboxes)
        return tuple(Readable(name=mailbox.name, messages=_count(client, mailbox)) for mailbox in chosen)


def _count(client: Client, mailbox: Mailbox) -> int | None:
    try:
        given = ask(client, lambda: client.folder_status(mailbox.name, ["MESSAGES"]))
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        return None
    count = given.get(b"MESSAGES")
    return count if isinstance(count, int) else None
