"""One question to the server, bounded in time; and batches, halved where one mail of many can't be given."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from inbox_watch.sources.imap.connection import Client, bounded
from inbox_watch.sources.imap.patience import patiently

Answer = TypeVar("Answer")
Items = Mapping[bytes, Any]

# What imapclient raises where an answer, which came whole, makes no sense to it: one odd mail spoils its whole batch.
UNREADABLE = (ValueError, IndexError, TypeError, RecursionError, OverflowError)


def ask(client: Client, question: Callable[[], Answer]) -> Answer:
    """Ask within the time that one command may take; again where the server asks for patience, which is told."""

    def once() -> Answer:
        with bounded(client):
            return question()

    return patiently(once, client.tell_wait)


def fetch(client: Client, uids: Sequence[int], items: Sequence[str]) -> tuple[dict[int, Items], dict[int, str]]:
    """Fetch items of some mails; return (answers, refusals) by UID. A mail that is gone by now is in neither.

    Where the server refuses a batch, or one mail of it can't be understood, it is halved until that mail stands alone.
    An answer counts only with every item that was asked for: an unsolicited one may bear another mail's number.
    """
    wanted = [key_of(item) for item in items]
    answers: dict[int, Items] = {}
    refused: dict[int, str] = {}
    waiting = [list(uids)] if uids else []
    while waiting:
        some = waiting.pop()
        try:
            given = ask(client, lambda some=some: client.fetch(some, items))  # type: ignore[misc]
        except imaplib.IMAP4.abort:
            raise
        except (imaplib.IMAP4.error, *UNREADABLE) as error:
            if len(some) == 1:
                is_said = isinstance(error, imaplib.IMAP4.error)
                refused[some[0]] = f"the server won't give it: {error}" if is_said else "its structure can't be read"
            else:
                waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
            continue
        whole = {uid: found for uid in some if (found := given.get(uid)) and all(name in found for name in wanted)}
        answers |= whole
        odd = [uid for uid in some if uid not in whole and uid in given]
        refused |= dict.fromkeys(odd, "the server gave no text for it")
    return answers, refused


def key_of(item: str) -> bytes:
    """Return the name under which an item comes back: without PEEK and its list of fields, a partial one with its start
    alone.
    """
    name, _, partial = item.replace("BODY.PEEK[", "BODY[").partition("<")
    name = re.sub(r" \(.*\)\]$", "]", name)
    return (f"{name}<{partial.split('.')[0]}>" if partial else name).encode()
