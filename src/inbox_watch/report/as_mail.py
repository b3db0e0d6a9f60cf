"""The digest as a mail: text and page as alternatives, and the header fields by which programs know what it is."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from inbox_watch.core.clean import clean
from inbox_watch.core.mark import HEADER, mark
from inbox_watch.report.as_digest import Page

NAME = "inbox-watch"
LIST_ID = "inbox-watch digest <digest.inbox-watch.localhost>"  # RFC 2919, 3: "localhost" for lists of one's own machine


def message_id(key: bytes, page: Page, sender: str, now: datetime) -> str:
    """Return the Message-ID of a digest: always the same for the same content, and nobody else can guess it."""
    content = "\x00".join((now.isoformat(), page.subject, page.text, page.html)).encode("utf-8", "replace")
    return (
        f"<{NAME}.{now:%Y%m%d}.{hmac.new(key, content, hashlib.sha256).hexdigest()[:24]}@{sender.rpartition('@')[2]}>"
    )


def mail(page: Page, *, sender: str, recipient: str, now: datetime, key: bytes) -> tuple[str, bytes]:
    """Return a digest's Message-ID and the mail as bytes with CR LF, all ASCII, no line over 998.

    Nothing in its header comes from a mail: `page.subject` holds counts and a date. `key` makes the mark by which a
    later scan knows it.
    """
    own_id = message_id(key, page, sender, now)
    made = EmailMessage(policy=SMTP)
    made["From"] = _address(sender, NAME)
    made["To"] = _address(recipient)
    made["Subject"] = clean(page.subject, limit=200)
    made["Date"] = format_datetime(now)
    made["Message-ID"] = own_id
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834, 5
    made["X-Auto-Response-Suppress"] = "All"
    made["List-Id"] = LIST_ID
    made[HEADER] = mark(key, own_id, now)
    made.set_content(page.text, cte="quoted-printable")
    made.add_alternative(page.html, subtype="html", cte="quoted-printable")
    made.set_boundary(f"=_{hashlib.sha256(own_id.encode()).hexdigest()[:32]}")
    return own_id, made.as_bytes()


def _address(address: str, name: str = "") -> Address:
    local, _, domain = address.rpartition("@")
    return Address(display_name=name, username=local, domain=domain)
