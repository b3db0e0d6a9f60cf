"""A draft as text to copy, as a mail file that opens as a draft, or as a `mailto:` link."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address as Mailbox
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote

from inbox_watch.core.types import Address
from inbox_watch.draft.letter import Draft
from inbox_watch.errors import UsageError

LONGEST_LINK = 2000  # characters; Windows takes 2,083, other programs take more
RULE = "-" * 60


def as_text(draft: Draft) -> str:
    """Return a draft to read and copy: To, Subject, the mail, and below a line what to say in a call."""
    head = f"To: {_shown(draft.to)}\nSubject: {draft.subject}\n\n{draft.body}\n"
    if not draft.phone:
        return head
    lines = "\n".join(f"- {line}" for line in draft.call)
    return f"{head}\n{RULE}\nOr call: {draft.phone}\n{lines}\n"


def as_eml(draft: Draft, now: datetime) -> bytes:
    """Return a draft as a mail with CR LF, all ASCII; X-Unsent makes mail programs open it as a draft."""
    made = EmailMessage(policy=SMTP)
    if draft.sender:
        made["From"] = _mailbox(draft.sender)
    made["To"] = _mailbox(draft.to)
    made["Subject"] = draft.subject
    made["Date"] = format_datetime(now)
    if draft.in_reply_to:
        made["In-Reply-To"] = draft.in_reply_to
        made["References"] = " ".join(draft.references)
    made["X-Unsent"] = "1"
    made.set_content(f"{draft.body}\n", cte="quoted-printable")
    return made.as_bytes()


def as_mailto(draft: Draft) -> str:
    """Return a draft as a link (RFC 6068). Raises `UsageError` where it would be longer than programs take."""
    body = draft.body.replace("\n", "\r\n")
    fields = [("subject", draft.subject), ("body", body)]
    if draft.in_reply_to:
        fields.insert(1, ("in-reply-to", draft.in_reply_to))
    told = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields)
    link = f"mailto:{quote(draft.to.address, safe='@')}?{told}"
    if len(link) > LONGEST_LINK:
        raise UsageError(
            f"this draft is too long for a link ({len(link):,} characters)", advice="Take --format eml or text."
        )
    return link


def _shown(address: Address) -> str:
    return f"{address.name} <{address.address}>" if address.name else address.address


def _mailbox(address: Address) -> Mailbox:
    local, _, domain = address.address.rpartition("@")
    return Mailbox(display_name=address.name, username=local, domain=domain)
