"""The first look at a mail: a few header fields → what ties it to others, and what the sift needs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from inbox_watch.core.mailbox import Envelope
from inbox_watch.core.parse.header import (
    decode_words,
    first_of_each,
    read_date,
    read_message_id,
    read_references,
    split_fields,
)

FIELDS = (
    *("FROM", "TO", "REPLY-TO", "SUBJECT", "DATE", "MESSAGE-ID", "IN-REPLY-TO", "REFERENCES"),
    *("LIST-ID", "LIST-UNSUBSCRIBE", "PRECEDENCE", "AUTO-SUBMITTED", "CONTENT-TYPE"),
)
_MOST_SUBJECT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What one look at the header shows. It is forgotten once the sift has decided.

    `is_answer` is an answer that no list sent: recruiters' tools put an unsubscribe link under those too.
    """

    envelope: Envelope
    sender: str
    receivers: str
    reply_to: str
    subject: str
    content_type: str
    is_bulk: bool
    is_automatic: bool
    is_answer: bool


def read_glance(
    block: bytes, *, size: int, received: datetime | None, server_id: str | None = None, thread_hint: str | None = None
) -> Glance:
    """Read a header block with the fields of `FIELDS`.

    `server_id` is the server's own number of the mail, `received` its INTERNALDATE: a date of more than a day after it
    is no usable date. A mail without Message-ID is told by its size as well.
    """
    values = first_of_each(split_fields(block.replace(b"\x00", b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n")))
    own_id = read_message_id(decode_words(values.get("message-id", "")))
    date = read_date(values.get("date"))
    if date and received and date > received + timedelta(days=1):
        date = None
    links = (*read_references(values.get("references", "")), *read_references(values.get("in-reply-to", "")))
    envelope = Envelope(
        identity=server_id or _digest(values, own_id, size),
        message_id=own_id or "",
        links=tuple(dict.fromkeys(links)),
        instant=date.astimezone(UTC) if date else None,
        thread_hint=thread_hint,
    )
    precedence = values.get("precedence", "").lower()
    subject = decode_words(values.get("subject", "")).lower()[:_MOST_SUBJECT]
    return Glance(
        envelope=envelope,
        sender=decode_words(values.get("from", "")).lower()[:_MOST_SUBJECT],
        receivers=values.get("to", "").lower()[:_MOST_SUBJECT],
        reply_to=values.get("reply-to", "").lower()[:_MOST_SUBJECT],
        subject=subject,
        content_type=values.get("content-type", "").lower()[:200],
        is_bulk="list-id" in values or "list-unsubscribe" in values or precedence in ("bulk", "list", "junk"),
        is_automatic=values.get("auto-submitted", "no").lower() != "no",
        is_answer=subject.startswith(("re:", "aw:")) and "list-id" not in values and not precedence,
    )


def _digest(values: dict[str, str], own_id: str | None, size: int) -> str:
    parts = [own_id or f"{size}", *(values.get(name, "") for name in ("from", "date", "subject"))]
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
