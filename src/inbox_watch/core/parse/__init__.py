"""Bytes → Message: one mail, whatever state it is in.

mail-parser reads the addresses and tells the attachments. What it gets wrong on real mail is done beforehand, so
that it meets clean fields and one small tree: limits on the raw bytes (`tree`), the fields' cut and their 8-bit text
(`header`), the choice of the text (`body`), calendars (`invitation`).
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mailparser import MailParser

from inbox_watch.core.parse import tree
from inbox_watch.core.parse.body import read_body
from inbox_watch.core.parse.charset import clean_line, decode
from inbox_watch.core.parse.header import (
    decode_words,
    first_of_each,
    mend_words,
    read_date,
    read_message_id,
    read_received,
    read_references,
    split_fields,
)
from inbox_watch.core.parse.invitation import read_events
from inbox_watch.core.types import Address, Attachment, CalendarEvent, Message

logging.getLogger("mailparser").addHandler(logging.NullHandler())
logging.getLogger("mailparser").setLevel(
    logging.CRITICAL + 1
)  # it logs a line, with mail text in it, for each odd part
logging.getLogger("mailparser").propagate = False

KEPT_HEADERS = (
    *(
        "list-id",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "precedence",
        "auto-submitted",
        "x-auto-response-suppress",
    ),
    *(
        "x-autoreply",
        "x-autorespond",
        "return-path",
        "authentication-results",
        "x-failed-recipients",
        "feedback-id",
        "x-mailer",
    ),
    *("content-language", "delivered-to", "x-original-to", "x-inbox-watch", "x-gm-labels", "content-type"),
)
_MOST_ADDRESSES = 500
_MOST_ADDRESS_CHARACTERS = 32 * 1024
_MOST_HEADER_CHARACTERS = 2_000
_MOST_ATTACHMENTS = 200
_MOST_CALENDARS = 10
_MOST_NAME_CHARACTERS = 255
_ADDRESS_FIELDS = ("from", "reply-to", "to", "cc")
_SEMICOLONS = re.compile(rb";[;\s]+")
_LOOSE_ADDRESS = re.compile(r"[^\s<>\"'(),;:@\[\]]{1,64}@[A-Za-z0-9\u0080-\uffff][A-Za-z0-9.\u0080-\uffff-]{0,252}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Structure:
    """What mail-parser reads: addresses by field, and attachments."""

    addresses: Mapping[str, tuple[Address, ...]]
    attachments: tuple[Attachment, ...]


def parse(data: bytes, *, source: str, is_junk: bool = False, thread_hint: str | None = None) -> Message:
    """Read one mail. LF, CRLF and CR line ends give the same Message; of a repeated header field the first counts.

    What is odd but readable is noted in `problems`. Raises BrokenMessage, with the reason, for what is no mail and
    for what passes a limit (header 64 KiB, mail 64 MiB, 1,000 parts, depth 20).
    """
    problems: list[str] = []
    block, body = tree.split_header(tree.normalise(data))
    fields = split_fields(block)
    values = first_of_each(fields)
    root = _build_root(fields, body)
    date, received = read_date(values.get("date")), read_received(values)
    if date is None and "date" in values:
        problems.append("date that can't be read")
    text = read_body(root, problems)
    events = _read_calendars(root, date or received, problems)
    structure = _read_structure(root, values, problems)
    sender = next(iter(structure.addresses["from"]), None)
    subject = decode_words(values.get("subject", ""))[:_MOST_HEADER_CHARACTERS]
    own_id = read_message_id(decode_words(values.get("message-id", "")))
    key = _make_key(own_id, sender, date, values, subject, text)
    known = frozenset(one.address for found in structure.addresses.values() for one in found)
    return Message(
        key=key,
        source=source,
        message_id=own_id or f"<{key}@no-message-id.invalid>",
        date=date,
        received=received,
        instant=choose_instant(date, received),
        sender=sender,
        reply_to=structure.addresses["reply-to"],
        to=structure.addresses["to"],
        cc=structure.addresses["cc"],
        subject=subject,
        in_reply_to=read_references(values.get("in-reply-to", ""), addresses=known),
        references=read_references(values.get("references", ""), addresses=known),
        headers=_keep_headers(values),
        text=text,
        attachments=structure.attachments,
        events=events,
        thread_hint=thread_hint,
        is_junk=is_junk,
        problems=tuple(dict.fromkeys(problems)),
    )


def choose_instant(date: datetime | None, received: datetime | None) -> datetime | None:
    """Return the best known moment of sending: the date, unless it is missing or over a day after the receipt."""
    if date is None or (received is not None and date > received + timedelta(days=1)):
        return received
    return date


def _build_root(fields: Sequence[tuple[str, bytes]], body: bytes) -> tree.Part:
    """Build the tree from the first of each Content field alone: no other field may reach a library raw."""
    content: dict[str, bytes] = {}
    for name, raw in fields:
        if name in ("content-type", "content-transfer-encoding", "content-disposition"):
            content.setdefault(name, name.encode() + b":" + _SEMICOLONS.sub(b"; ", raw))
    return tree.build_tree(b"\n".join(content.values()), body)


def _make_key(
    own_id: str | None,
    sender: Address | None,
    date: datetime | None,
    values: Mapping[str, str],
    subject: str,
    text: str,
) -> str:
    when = date.astimezone(UTC).isoformat() if date else clean_line(values.get("date", ""))
    parts = [own_id or "", sender.address if sender else "", when, subject]
    if own_id is None:
        parts.append(text)
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _keep_headers(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, decode_words(values[name])[:_MOST_HEADER_CHARACTERS]) for name in KEPT_HEADERS if name in values
    )


# --- calendars ------------------------------------------------------------------------------------------------------


def _read_calendars(root: tree.Part, moment: datetime | None, problems: list[str]) -> tuple[CalendarEvent, ...]:
    """Read text/calendar parts and .ics files; the same invitation often comes as both."""
    events: dict[tuple[str, int, datetime], CalendarEvent] = {}
    own_zone = moment.tzinfo if moment and moment.tzinfo else UTC
    calendars = [part for part in tree.walk_leaves(root) if _is_calendar(part)]
    if len(calendars) > _MOST_CALENDARS:
        problems.append(f"more than {_MOST_CALENDARS} calendars")
    for part in calendars[:_MOST_CALENDARS]:
        method = _get_method(part)
        found = read_events(tree.read_bytes(part), method=method, own_zone=own_zone, problems=problems)
        if not found:
            problems.append("calendar without a readable event")
        for event in found:
            events.setdefault((event.uid, event.sequence, event.start), event)
    return tuple(events.values())


def _is_calendar(part: tree.Part) -> bool:
    if part.get_content_type() in ("text/calendar", "application/ics"):
        return True
    return tree.get_file_name(part).lower().strip().endswith(".ics")


def _get_method(part: tree.Part) -> str:
    try:
        return clean_line(str(part.get_param("method", "")))[:20].upper()
    except tree.LIBRARY_FAULTS:
        return ""


# --- addresses and attachments, by mail-parser ----------------------------------------------------------------------


def _read_structure(root: tree.Part, values: Mapping[str, str], problems: list[str]) -> _Structure:
    """Let mail-parser read the tree, with clean address fields put in and the content taken out."""
    names: list[str] = []
    for part in root.walk():
        if isinstance(part, tree.Part):
            _prepare(part, names)
    for name in _ADDRESS_FIELDS:
        if values.get(name):
            root[name] = clean_line(mend_words(values[name]))[:_MOST_ADDRESS_CHARACTERS]
    try:
        parsed = MailParser(root)  # parses by itself
        files = [one for one in parsed.attachments if not one["mail_content_type"].startswith("multipart/")]
        attachments = tuple(_read_attachment(one, names) for one in files[:_MOST_ATTACHMENTS])
        pairs = {name: getattr(parsed, name.replace("-", "_").replace("from", "from_")) for name in _ADDRESS_FIELDS}
    except tree.LIBRARY_FAULTS:
        problems.append("attachments that can't be read")
        attachments, pairs = (), {}
    addresses = {name: _read_addresses(name, pairs.get(name) or (), values, problems) for name in _ADDRESS_FIELDS}
    return _Structure(addresses=addresses, attachments=attachments)


def _prepare(part: tree.Part, names: list[str]) -> None:
    """Empty a leaf, and give each attachment a plain name: its number in `names`, which takes the real one.

    mail-parser would invent a random name where there is none, would skip an attached mail, and fails on some of the
    defects that it looks into.
    """
    part.defects = []
    del part["content-id"]
    if not part.is_multipart():
        part.set_payload("")
    for field in ("content-type", "content-disposition"):
        raw = next((value for key, value in part.raw_items() if key.lower() == field), "")
        if not raw.isascii():
            part.replace_header(field, decode(raw.encode("utf-8", "surrogateescape")))
    name = tree.get_file_name(part)
    is_attached = tree.get_disposition(part) == "attachment" or part.get_content_type().startswith("message/")
    if name or is_attached or part.get_content_subtype() in "rtf":
        del part["content-disposition"]
        part["content-disposition"] = f'attachment; filename="{len(names)}"'
        names.append(decode_words(name)[:_MOST_NAME_CHARACTERS])


def _read_attachment(found: Mapping[str, str], names: Sequence[str]) -> Attachment:
    return Attachment(name=names[int(found["filename"])], media_type=found["mail_content_type"].split()[0])


def _read_addresses(
    field: str, pairs: Sequence[tuple[str, str]], values: Mapping[str, str], problems: list[str]
) -> tuple[Address, ...]:
    """Turn mail-parser's pairs into addresses; where it finds none in a faulty field, take what looks like one."""
    found = [(name, address) for name, address in pairs if "@" in address]
    value = values.get(field, "")
    if not found and "@" in value:
        found = [("", address) for address in _LOOSE_ADDRESS.findall(value[:_MOST_ADDRESS_CHARACTERS])]
        problems.append(f"faulty addresses in {field}")
    if len(found) > _MOST_ADDRESSES:
        problems.append(f"more than {_MOST_ADDRESSES} addresses in {field}")
    once: dict[str, Address] = {}
    for name, address in found[:_MOST_ADDRESSES]:
        bare = clean_line(address).strip("<>").lower()
        once.setdefault(bare, Address(name=_clean_name(name, bare), address=bare))
    return tuple(once.values())


def _clean_name(name: str, address: str) -> str:
    plain = decode_words(name).strip("\"' ")[:_MOST_HEADER_CHARACTERS]
    return "" if plain.lower() == address else plain
