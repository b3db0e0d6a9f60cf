"""The mark in our own digests, by which a later scan knows them: nobody without the key can make one."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from inbox_watch.core.types import Message

HEADER = "X-Inbox-Watch"


def mark(key: bytes, message_id: str, date: datetime) -> str:
    """Return the mark of a digest: an HMAC (RFC 2104, SHA-256) over its Message-ID and its date, to the second."""
    text = f"{message_id}\n{int(date.timestamp())}"
    return f"1 {hmac.new(key, text.encode('utf-8', 'replace'), hashlib.sha256).hexdigest()}"


def is_own(message: Message, key: bytes | None) -> bool:
    """Say whether a mail is a digest of ours. The header alone says nothing: a sender could hide mail with it."""
    given = message.header(HEADER.lower())
    if not key or not given or not message.date:
        return False
    return hmac.compare_digest(given.encode("utf-8", "replace"), mark(key, message.message_id, message.date).encode())
