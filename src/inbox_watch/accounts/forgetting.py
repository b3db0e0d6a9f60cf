"""Delete what is known: of an account, of an opportunity, or everything; and say whether the store is whole."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inbox_watch import app, state, store
from inbox_watch.accounts.conclusion import conclude
from inbox_watch.accounts.place import alone, only_user
from inbox_watch.app import Settings
from inbox_watch.config import Account
from inbox_watch.errors import InboxWatchError, UsageError
from inbox_watch.store import digests, messages, words


def forget_account(folder: Path, account: str) -> int:
    """Delete what is known of an account for good; return how many mails were known.

    Raises `UsageError` for an account of which nothing is known, and `TemporaryError` while a scan runs.
    """
    with only_user(folder) as held:
        if account not in held.accounts():
            known = ", ".join(held.accounts()) or "none"
            raise UsageError(f'nothing is known of an account "{account}"', advice=f"Known accounts: {known}.")
        return held.forget(account)


def forget_everything(folder: Path) -> int:
    """Delete all that is known, a damaged store too, and the last question; return how many mails were known."""
    count = 0
    with contextlib.suppress(store.Damaged), only_user(folder) as held:
        count = held.forget()
    with alone(folder) as is_alone:
        if is_alone:
            store.remove(folder)
            words.forget(folder)
            state.forget(folder)
    return count


def forget_opportunity(accounts: Sequence[Account], settings: Settings, folder: Path, word: str) -> int:
    """Delete the text and the readings of one opportunity's mails for good; return how many they were.

    What the user said of it goes too. The mails are not read again; a later mail of the same thread begins anew. Raises
    `UsageError` as `app.find` does.
    """
    settings = replace(settings, words=words.read(folder))
    with only_user(folder) as held:
        found = app.find(conclude(held, accounts, settings, {}, may_write=False).scan, word)
        keys = {entry.message.key for entry in found.opportunity.entries}
        rows = [one.row for one in messages.held(held.database) if one.message.key in keys]
        messages.forget(held.database, rows)
        digests.forget_waiting(held.database)
        names = {entry.message.message_id for entry in found.opportunity.entries}
        spoken = [word for word in settings.words if keys & {*word.anchors, *word.others} or word.value in names]
        words.remove(folder, [word.number for word in spoken])
        return len(rows)


def check(folder: Path) -> str:
    """Say what the store holds, and that it is whole. Raises `InboxWatchError` where it isn't."""
    if not store.exists(folder):
        return "none yet"
    with store.opened(folder) as held:
        if (found := held.check()) != "ok":
            raise InboxWatchError(f"damaged: {found}", advice="Run inbox-watch forget everything, and scan anew.")
        return f"whole; {', '.join(held.accounts()) or 'no account in it'}"
