"""An account, as batches that a store can take: what is new, what is gone, and nothing twice."""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Callable, Iterator, Sequence

from inbox_watch.config import Account, typed
from inbox_watch.core.mailbox import Batch, Cursor, Ledger, Located, Progress
from inbox_watch.errors import InboxWatchError, SourceError
from inbox_watch.sources.imap.ask import ask
from inbox_watch.sources.imap.connection import Client
from inbox_watch.sources.imap.mailboxes import Mailbox, choose
from inbox_watch.sources.imap.plan import ITEMS, Plan, Status, make_plan, read_status
from inbox_watch.sources.imap.search import search
from inbox_watch.sources.imap.texts import read_texts

BATCH = 500

Tell = Callable[[Progress], None]

logging.getLogger("imapclient").setLevel(logging.WARNING)


def sync(client: Client, account: Account, ledger: Ledger, tell: Tell) -> Iterator[Batch]:
    """Yield what changed in the account's mailboxes since `ledger` was told.

    Each batch must be taken before the next is asked for: what follows is planned on it. Raises `SourceError`, after
    all other mailboxes, where a mailbox that held mail is empty now or can't be opened.
    """
    faults: list[InboxWatchError] = []
    emptied: list[tuple[Mailbox, Status]] = []
    for mailbox in choose(ask(client, client.list_folders), account.mailboxes):
        try:
            status = _status(client, mailbox)
            plan = make_plan(ledger.cursor(mailbox.name), status)
            if plan.is_emptied:
                emptied.append((mailbox, status))
            elif not plan.is_quiet:
                yield from _sync_mailbox(client, mailbox, status, plan, ledger, tell)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            faults.append(SourceError(f"{mailbox.name}: the server won't open this mailbox: {error}"))
    for mailbox, status in emptied:
        if mailbox.is_junk or ledger.elsewhere(mailbox.name):
            yield _all_gone(mailbox, status, ledger)
        else:
            faults.append(_emptied(account, mailbox))
    if faults:
        raise faults[0]


def read_wanted(client: Client, wanted: Sequence[tuple[str, int]]) -> Iterator[tuple[str, tuple[Located, ...]]]:
    """Yield, by mailbox, the texts of mails (mailbox, UID) that were left out before."""
    by_mailbox: dict[str, list[int]] = {}
    for name, uid in wanted:
        by_mailbox.setdefault(name, []).append(uid)
    for name, uids in by_mailbox.items():
        _examine(client, name)
        for mails, _ in read_texts(client, sorted(uids)):
            yield name, tuple(Located(uid=uid, raw=raw, reason="thread") for uid, raw in mails.items())


def _status(client: Client, mailbox: Mailbox) -> Status:
    items = (*ITEMS, "HIGHESTMODSEQ") if client.has_capability("CONDSTORE") else ITEMS
    return read_status(ask(client, lambda: client.folder_status(mailbox.name, items)))


def _examine(client: Client, name: str) -> None:
    """Open a mailbox for reading; a server that opens it for writing is left at once."""
    given = ask(client, lambda: client.select_folder(name, readonly=True))
    if b"READ-WRITE" in given:
        raise SourceError(f"{name}: the server opened it for writing", advice="The program doesn't read it like that.")


def _all_gone(mailbox: Mailbox, status: Status, ledger: Ledger) -> Batch:
    return Batch(
        mailbox=mailbox.name,
        is_junk=mailbox.is_junk,
        gone=tuple(sorted(ledger.uids(mailbox.name))),
        cursor=_cursor(status, status.uidnext or 1),
    )


def _emptied(account: Account, mailbox: Mailbox) -> SourceError:
    return SourceError(
        f"{mailbox.name}: it held mail and is empty now",
        advice=f"What was found in it is kept. If you emptied it: inbox-watch forget account {typed(account.name)}.",
    )


def _cursor(status: Status, uidnext: int) -> Cursor:
    return Cursor(uidvalidity=status.uidvalidity, uidnext=uidnext, messages=status.messages, modseq=status.modseq)


def _sync_mailbox(
    client: Client, mailbox: Mailbox, status: Status, plan: Plan, ledger: Ledger, tell: Tell
) -> Iterator[Batch]:
    from inbox_watch.sources.imap.look import look  # brings the parser along: only where there is something to look at

    _examine(client, mailbox.name)
    enough = None if status.uidnext else status.messages - (0 if plan.is_new else len(ledger.uids(mailbox.name)))
    uids = search(client, plan.first, plan.end, enough=enough)
    end = plan.end if status.uidnext else max(uids, default=plan.first - 1) + 1
    first = Batch(mailbox=mailbox.name, is_junk=mailbox.is_junk, is_new=plan.is_new, cursor=_cursor(status, plan.first))
    yield first
    for start in range(0, len(uids), BATCH):
        some = uids[start : start + BATCH]
        for found, following in look(client, some, ledger):
            yield Batch(
                mailbox=mailbox.name, is_junk=mailbox.is_junk, found=tuple(found), cursor=_cursor(status, following)
            )
        tell(Progress(mailbox=mailbox.name, done=start + len(some), total=len(uids), received=client.received))
    yield Batch(
        mailbox=mailbox.name,
        is_junk=mailbox.is_junk,
        gone=_gone(client, mailbox, status, ledger, end),
        cursor=_cursor(status, end),
    )


def _gone(client: Client, mailbox: Mailbox, status: Status, ledger: Ledger, end: int) -> tuple[int, ...]:
    """Return the UIDs that lie here no longer: looked for only where the counts disagree.

    A list that is shorter than the mailbox proves nothing: Yahoo lists at most 10,000 mails.
    """
    known = ledger.uids(mailbox.name)
    if len(known) <= status.messages or client.has_capability("XYMHIGHESTMODSEQ"):
        return ()
    listed = set(search(client, 1, end))
    return tuple(sorted(known - listed)) if len(listed) >= status.messages else ()
