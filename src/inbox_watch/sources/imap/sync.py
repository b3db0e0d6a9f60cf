"""An account, as batches that a store can take: what is new, what is gone, and nothing twice."""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from inbox_watch.config import Account
from inbox_watch.core.mailbox import Batch, Cursor, Ledger, Located, Progress
from inbox_watch.errors import InboxWatchError, SourceError
from inbox_watch.sources.imap.ask import Items, ask, fetch
from inbox_watch.sources.imap.connection import Client, connected
from inbox_watch.sources.imap.envelope import FIELDS, Glance, read_glance
from inbox_watch.sources.imap.mailboxes import Mailbox, choose
from inbox_watch.sources.imap.plan import ITEMS, Plan, Status, make_plan, read_status, windows
from inbox_watch.sources.imap.sift import sift
from inbox_watch.sources.imap.texts import read_texts

BATCH = 500
_MOST_WINDOWS = 500  # ten million UIDs: more than a mailbox has, and an end for servers that don't name one
MOST_MAIL = 64 * 1024 * 1024
_FIELDS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(FIELDS)})]"
_GMAIL = ("X-GM-MSGID", "X-GM-THRID", "X-GM-LABELS")
_OBJECT = ("EMAILID",)
_DRAFT = (b"\\draft", b"\\drafts")

Tell = Callable[[Progress], None]

logging.getLogger("imapclient").setLevel(logging.WARNING)


def sync(client: Client, account: Account, ledger: Ledger, tell: Tell) -> Iterator[Batch]:
    """Yield what changed in the account's mailboxes since `ledger` was told.

    Each batch must be taken before the next is asked for: what follows is planned on it. Raises `SourceError`, after all
    other mailboxes, where a mailbox that held mail is empty now or can't be opened.
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


def readable(account: Account, host: str, password: str) -> list[str]:
    """Log in and return the names of the mailboxes that a scan would read."""
    with connected(account, host, password) as client:
        return [mailbox.name for mailbox in choose(ask(client, client.list_folders), account.mailboxes)]


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
        advice=f"What was found in it is kept. If you emptied it: inbox-watch forget account {account.name}, and scan anew.",
    )


def _cursor(status: Status, uidnext: int) -> Cursor:
    return Cursor(uidvalidity=status.uidvalidity, uidnext=uidnext, messages=status.messages, modseq=status.modseq)


def _sync_mailbox(
    client: Client, mailbox: Mailbox, status: Status, plan: Plan, ledger: Ledger, tell: Tell
) -> Iterator[Batch]:
    _examine(client, mailbox.name)
    enough = None if status.uidnext else status.messages - (0 if plan.is_new else len(ledger.uids(mailbox.name)))
    uids = _search(client, plan.first, plan.end, enough=enough)
    end = plan.end if status.uidnext else max(uids, default=plan.first - 1) + 1
    first = Batch(mailbox=mailbox.name, is_junk=mailbox.is_junk, is_new=plan.is_new, cursor=_cursor(status, plan.first))
    yield first
    for start in range(0, len(uids), BATCH):
        some = uids[start : start + BATCH]
        for found, following in _look(client, some, ledger):
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


def _search(client: Client, first: int, end: int, *, enough: int | None = None) -> list[int]:
    """List the UIDs from `first` to below `end`; where the end is unknown, until `enough` are found."""
    uids: set[int] = set()
    for number, (low, high) in enumerate(windows(first, end)):
        if enough is not None and (len(uids) >= enough or number > _MOST_WINDOWS):
            break
        found = ask(client, lambda low=low, high=high: client.search(["UID", f"{low}:{high}"]))  # type: ignore[misc]
        uids.update(uid for uid in found if low <= uid <= high)
    return sorted(uids)


def _gone(client: Client, mailbox: Mailbox, status: Status, ledger: Ledger, end: int) -> tuple[int, ...]:
    """Return the UIDs that lie here no longer: looked for only where the counts disagree.

    A list that is shorter than the mailbox proves nothing: Yahoo lists at most 10,000 mails.
    """
    known = ledger.uids(mailbox.name)
    if len(known) <= status.messages or client.has_capability("XYMHIGHESTMODSEQ"):
        return ()
    listed = set(_search(client, 1, end))
    return tuple(sorted(known - listed)) if len(listed) >= status.messages else ()


# --- one batch ------------------------------------------------------------------------------------------------------


def _look(client: Client, uids: Sequence[int], ledger: Ledger) -> Iterator[tuple[list[Located], int]]:
    """Yield what is found, in portions, each with the UID below which all is known once it was taken."""
    items = ["RFC822.SIZE", "INTERNALDATE", _FIELDS, *_identifiers(client)]
    answers, refused = fetch(client, uids, items)
    refused |= _left_unanswered(client, uids, {*answers, *refused})
    glances = {uid: _glance(given) for uid, given in answers.items() if not _is_draft(given)}
    located = {uid: Located(uid=uid, error=error) for uid, error in refused.items()}
    located |= {uid: Located(uid=uid, reason="a draft") for uid, given in answers.items() if _is_draft(given)}
    located |= _first_pass(glances, answers, ledger)
    wanted = [uid for uid in uids if uid in located and located[uid].reason.startswith(_READ)]
    done = 0
    for mails, lost in read_texts(client, wanted):
        until = max((*mails, *lost), default=0)
        located |= {uid: _with_text(located[uid], raw) for uid, raw in mails.items()}
        located |= {uid: Located(uid=uid, envelope=located[uid].envelope, error=error) for uid, error in lost.items()}
        if until and until != wanted[-1]:
            yield [located[uid] for uid in uids if done < uid <= until and _is_settled(located.get(uid))], until + 1
            done = until
    yield [located[uid] for uid in uids if done < uid and _is_settled(located.get(uid))], uids[-1] + 1


def _left_unanswered(client: Client, uids: Sequence[int], answered: set[int]) -> dict[int, str]:
    """Return the mails that the server said nothing of although they are there; the others are gone by now."""
    silent = set(uids) - answered
    if not silent:
        return {}
    there = set(_search(client, min(silent), max(silent) + 1))
    return {uid: "the server gave no answer for it" for uid in sorted(silent & there)}


_READ = "read: "


def _first_pass(glances: Mapping[int, Glance], answers: Mapping[int, Items], ledger: Ledger) -> dict[int, Located]:
    """Decide on each mail; who is decided to be read bears the mark `_READ` in its reason, until its text is there."""
    known = ledger.known([glance.envelope.identity for glance in glances.values()])
    threads = ledger.read_threads([name for glance in glances.values() for name in _names(glance)])
    found: dict[int, Located] = {}
    chosen: set[str] = set()
    for uid, glance in sorted(glances.items()):
        size = int(answers[uid][b"RFC822.SIZE"])
        if size > MOST_MAIL:
            found[uid] = Located(uid=uid, envelope=glance.envelope, error="mail larger than 64 MiB")
            continue
        if glance.envelope.identity in known:
            found[uid] = Located(uid=uid, envelope=glance.envelope, reason="known")
            continue
        names = _names(glance)
        decision = sift(glance, in_read_thread=not (threads | chosen).isdisjoint(names))
        if decision.read:
            chosen.update(names)
        mark = _READ if decision.read else ""
        found[uid] = Located(uid=uid, envelope=glance.envelope, reason=f"{mark}{decision.reason}")
    return found


def _names(glance: Glance) -> list[str]:
    envelope = glance.envelope
    return [name for name in (envelope.message_id, *envelope.links, envelope.thread_hint) if name]


def _is_settled(located: Located | None) -> bool:
    """A mail that was to be read and did not come is gone from the server by now."""
    return located is not None and not located.reason.startswith(_READ)


def _with_text(located: Located, raw: bytes) -> Located:
    return Located(
        uid=located.uid, envelope=located.envelope, reason=located.reason.removeprefix(_READ), raw=raw or b"\r\n"
    )


def _identifiers(client: Client) -> tuple[str, ...]:
    if client.has_capability("X-GM-EXT-1"):
        return _GMAIL
    return _OBJECT if client.has_capability("OBJECTID") else ()


def _is_draft(given: Items) -> bool:
    labels = given.get(b"X-GM-LABELS") or ()
    return any(isinstance(label, bytes) and label.lower() in _DRAFT for label in labels)


def _glance(given: Items) -> Glance:
    hint = given.get(b"X-GM-THRID")
    received = given.get(b"INTERNALDATE")
    return read_glance(
        given[_FIELDS.replace(".PEEK", "").encode()] or b"",
        size=int(given[b"RFC822.SIZE"]),
        received=received if isinstance(received, datetime) else None,
        server_id=_server_id(given),
        thread_hint=f"gmail:{hint}" if hint else None,
    )


def _server_id(given: Items) -> str | None:
    if number := given.get(b"X-GM-MSGID"):
        return f"gmail:{number}"
    value: Any = given.get(b"EMAILID")
    value = value[0] if isinstance(value, (tuple, list)) and value else value
    return f"object:{value.decode('ascii', 'replace')}" if isinstance(value, bytes) else None
