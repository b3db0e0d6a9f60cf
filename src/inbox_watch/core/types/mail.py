"""A mail as it was parsed, and a thread of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A mail address: `address` in lower case, `name` as written (decoded), empty where there is none."""

    name: str = ""
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attachment's name and media type; its content is never read."""

    name: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A person on an invitation; `status` is PARTSTAT in upper case (RFC 5545, 3.2.12)."""

    name: str = ""
    address: str
    status: str = "NEEDS-ACTION"
    rsvp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One VEVENT of a text/calendar part. `method` is REQUEST, CANCEL, REPLY, COUNTER, PUBLISH … (RFC 5546)."""

    method: str
    uid: str
    sequence: int = 0
    start: datetime
    end: datetime | None = None
    all_day: bool = False
    summary: str = ""
    location: str = ""
    organizer: Address | None = None
    attendees: tuple[Attendee, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One mail.

    `key` is its identity: a digest of Message-ID, From, Date and Subject (with the text where there is no Message-
    ID), so that the same mail from two folders is one message, and two mails with one Message-ID are two.
    `message_id` is the header's, angle brackets included, or `<KEY@no-message-id.invalid>` where there is none.
    `date` is what the sender claimed; `received` the topmost Received header. `instant` is the best known moment that
    it was sent: `date`, unless it is missing or lies more than a day after `received`; None where nothing usable is
    there. `text` is the whole readable body (line ends are LF); where it comes from HTML, quoted blocks carry `> `.
    `headers` holds a short fixed list of further headers, by lower-case name, decoded and unfolded.
    """

    key: str
    source: str
    message_id: str
    date: datetime | None
    received: datetime | None
    instant: datetime | None
    sender: Address | None
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    events: tuple[CalendarEvent, ...] = ()
    thread_hint: str | None = None
    is_junk: bool = False
    problems: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """Return the first header of that lower-case name among those kept, or None."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMail:
    """One mail as a source gives it: where it stands, its bytes, and what the source itself knows of it.

    `received` is when the source took it in, as an mbox notes it; it counts where the mail itself has no date.
    """

    source: str
    data: bytes
    is_junk: bool = False
    thread_hint: str | None = None
    received: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A mail (or a piece of a source) that could not be read: where, and why."""

    where: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One reply chain, oldest first. `id` is `t-` and 8 hex digits of its first message's key."""

    id: str
    subject: str
    messages: tuple[Message, ...]
