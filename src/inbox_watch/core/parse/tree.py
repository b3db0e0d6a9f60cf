"""The tree of MIME parts, with limits that hold before any library does work.

The tree comes from the standard library's parser (policy compat32), for three reasons that mail-parser 4.8 leaves no
other way: it adds the text of a forwarded message/rfc822 to the mail's own, it forgets which text belongs to which
alternative, and it gives an ISO-2022-JP body undecoded. Never `email.policy.default`: its cost is quadratic on
hostile fields.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message as MimePart
from email.parser import BytesFeedParser
from email.policy import compat32
from typing import Any

from mailparser.exceptions import MailParserError

from inbox_watch.core.parse.charset import clean_text, decode, find_codec
from inbox_watch.errors import BrokenMessage

MOST_BYTES = 64 * 1024 * 1024
MOST_HEADER_BYTES = 64 * 1024
MOST_LINES = 2_000_000
MOST_PARTS = 1_000
MOST_DEPTH = 20
MOST_FIELD_BYTES = 8 * 1024
MOST_PARAMETERS = 64

# What parsers raise on hostile input. At their borders each of these means a broken mail.
LIBRARY_FAULTS = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, AssertionError),
    *(MessageError, MailParserError),
)


class Part(MimePart):
    """A MIME part that knows its depth, and takes an attached message as one leaf: its text is not this mail's."""

    depth = 0

    def attach(self, payload: Any) -> None:
        """Add a part below this one; raise BrokenMessage where the tree grows too deep."""
        payload.depth = self.depth + 1
        if payload.depth > MOST_DEPTH:
            raise BrokenMessage(f"parts nested more than {MOST_DEPTH} deep")
        super().attach(payload)

    def get_content_type(self) -> str:
        """Return the media type in lower case, also where a semicolon is missing after it."""
        kind = super().get_content_type().split()[0]
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self) -> str:
        """Return the main type, but "leaf" for message/*, so that the parser does not look inside."""
        main = super().get_content_maintype()
        return "leaf" if main == "message" else main


_MBOX_LINE = re.compile(rb">?From (?![ \t]{0,20}:)")


def normalise(data: bytes) -> bytes:
    """Return the mail with LF line ends, without NUL bytes, byte order mark, empty first lines and an mbox "From "
    line.

    Raises BrokenMessage where the mail is empty, or larger than any limit allows.
    """
    if len(data) > MOST_BYTES:
        raise BrokenMessage("mail larger than 64 MiB")
    data = data.replace(b"\x00", b"").replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")
    if _MBOX_LINE.match(data):
        data = data.partition(b"\n")[2]
    if not data.strip():
        raise BrokenMessage("empty mail")
    if data.count(b"\n") > MOST_LINES:
        raise BrokenMessage(f"more than {MOST_LINES:,} lines")
    return data


_NO_HEADER_LINE = re.compile(rb"\n(?![ \t]|[!-9;-~]{1,200}[ \t]*:|>?From )")


def split_header(data: bytes) -> tuple[bytes, bytes]:
    """Return (header block, body). A line that is no field and no fold ends the header, even without an empty line.

    Raises BrokenMessage for a header of more than 64 KiB, and for data that has no header.
    """
    end = _NO_HEADER_LINE.search(
        data, 0, MOST_HEADER_BYTES + 512
    )  # 512: a line cut short by the end must lie past the limit
    stop = end.start() if end else len(data)
    if stop > MOST_HEADER_BYTES:
        raise BrokenMessage("header larger than 64 KiB")
    header, body = data[:stop], data[stop + 1 :]
    if not re.match(rb"[!-9;-~]{1,200}[ \t]*:", header):
        raise BrokenMessage("no header: this is not a mail")
    return header, body.removeprefix(b"\n")


def check_content_fields(data: bytes) -> None:
    """Raise BrokenMessage for a Content field that costs the standard library quadratic time (cpython#136063)."""
    lowered = b"\n" + data.lower()
    start = lowered.find(b"\ncontent-")
    while start >= 0:
        end = lowered.find(b"\n", start + 1)
        while end >= 0 and lowered[end + 1 : end + 2] in (b" ", b"\t"):
            end = lowered.find(b"\n", end + 1)
        end = len(lowered) if end < 0 else end
        if end - start > MOST_FIELD_BYTES:
            raise BrokenMessage("a Content field larger than 8 KiB")
        if lowered.count(b";", start, end) > MOST_PARAMETERS:
            raise BrokenMessage(f"a Content field with more than {MOST_PARAMETERS} parameters")
        start = lowered.find(b"\ncontent-", end)


def build_tree(content_fields: bytes, body: bytes) -> Part:
    """Return the parts of a mail, from its Content-* fields and its body. Raises BrokenMessage over a limit."""
    check_content_fields(content_fields)
    check_content_fields(body)
    tree = _feed(content_fields + b"\n\n" + body)
    if tree.get_content_maintype() == "multipart" and not tree.is_multipart():
        boundary = _guess_boundary(body)
        if boundary:
            kind = tree.get_content_type().encode("ascii", "replace")
            return _feed(b"Content-Type: " + kind + b'; boundary="' + boundary + b'"\n\n' + body)
    return tree


def _feed(data: bytes) -> Part:
    count = 0

    def new_part(**keywords: Any) -> Part:
        nonlocal count
        count += 1
        if count > MOST_PARTS:
            raise BrokenMessage(f"more than {MOST_PARTS:,} parts")
        return Part(**keywords)

    parser = BytesFeedParser(new_part, policy=compat32)
    try:
        parser.feed(data)
        tree = parser.close()
    except LIBRARY_FAULTS as error:
        raise BrokenMessage("its parts can't be told apart") from error
    assert isinstance(tree, Part)
    return tree


_BOUNDARY_LINE = re.compile(rb"^--([!#-\[\]-~]{1,70})[ \t]*\ncontent-", re.IGNORECASE | re.MULTILINE)


def _guess_boundary(body: bytes) -> bytes | None:
    """Find the boundary that a multipart did not name, or named wrongly: before a part's Content field."""
    found = _BOUNDARY_LINE.search(body)
    return found[1] if found else None


# --- leaves ---------------------------------------------------------------------------------------------------------


def walk_leaves(tree: Part) -> Iterator[Part]:
    """Yield the parts that hold content, in order."""
    for part in tree.walk():
        if not part.is_multipart() and isinstance(part, Part):
            yield part


def get_file_name(part: Part) -> str:
    """Return the name that a part gives itself, as written; empty where it has none or an unreadable one."""
    try:
        return part.get_filename() or ""
    except LIBRARY_FAULTS:
        return ""


def get_disposition(part: Part) -> str:
    """Return `attachment`, `inline` or another lower-case disposition; empty where none is given."""
    return part.get_content_disposition() or ""


_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]")


def read_bytes(part: Part) -> bytes:
    """Return a leaf's content without its transfer encoding; damaged base64 is decoded as far as it goes."""
    encoding = _transfer_encoding(part)
    try:
        if encoding == "base64":
            raw = part.get_payload()
            return _decode_base64(raw.encode("ascii", "replace")) if isinstance(raw, str) else b""
        found = part.get_payload(decode=True)
    except LIBRARY_FAULTS:
        return b""
    return found if isinstance(found, bytes) else b""


def _transfer_encoding(part: Part) -> str:
    return str(part.get("content-transfer-encoding", "")).strip().lower()


def _decode_base64(raw: bytes) -> bytes:
    sound = _NO_BASE64.sub(b"", raw).partition(b"=")[0]
    sound = sound[: len(sound) - 1] if len(sound) % 4 == 1 else sound
    try:
        return binascii.a2b_base64(sound + b"=" * (-len(sound) % 4))
    except binascii.Error:
        return b""


def read_text(part: Part) -> str:
    """Return a text leaf as clean text."""
    charset = get_charset(part)
    codec = find_codec(charset) or ""
    if codec.startswith(("utf-16", "utf-32")) and _transfer_encoding(part) not in ("base64", "quoted-printable"):
        charset = None  # its NUL bytes are gone
    return clean_text(decode(read_bytes(part), charset))


def get_charset(part: Part) -> str | None:
    """Return the character set that a part declares, in lower case, or None."""
    try:
        return part.get_content_charset()
    except LIBRARY_FAULTS:
        return None
