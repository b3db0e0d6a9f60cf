"""One batch of new mail: a first look at each header, the sift, a second look at what is to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from inbox_watch.core.mailbox import Ledger, Located
from inbox_watch.sources.imap.ask import Items, fetch, key_of
from inbox_watch.sources.imap.connection import Client
from inbox_watch.sources.imap.envelope import FIELDS, Glance, read_glance
from inbox_watch.sources.imap.search import search
from inbox_watch.sources.imap.sift import sift
from inbox_watch.sources.imap.texts import read_texts

MOST_MAIL = 64 * 1024 * 1024
_MOST_FIELDS = 32 * 1024  # bytes of one mail's fields: a sender may write megabytes into them
_FIELDS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(FIELDS)})]<0.{_MOST_FIELDS}>"
_FIELDS_KEY = key_of(_FIELDS)
_GMAIL = ("X-GM-MSGID", "X-GM-THRID", "X-GM-LABELS")
_OBJECT = ("EMAILID",)
_DRAFT = (b"\\draft", b"\\drafts")


def look(client: Client, uids: Sequence[int], ledger: Ledger) -> Iterator[tuple[list[Located], int]]:
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
    there = set(search(client, min(silent), max(silent) + 1))
    return dict.fromkeys(sorted(silent & there), "the server gave no answer for it")


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
        given[_FIELDS_KEY] or b"",
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
