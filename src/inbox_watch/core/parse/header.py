"""The header block: fields, encoded words, identifiers and dates.

mail-parser is given no raw field: with a repeated Subject it returns a list, it drops raw Latin-1 bytes, and it
mistakes them where they stand beside encoded words. So the block is cut into fields here, and the first of each name
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_tz

from inbox_watch.core.parse.charset import clean_line, decode, find_codec

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_Q_WORD = re.compile(r"=\?([A-Za-z0-9_-]{1,40})\?[Qq]\?([^?\s]{1,1000})\?=")
_B_WORD = re.compile(r"=\?[^?\s]{1,60}\?[Bb]\?[^?\s]{0,1000}\?=")
_NOT_ASCII = re.compile(r"([^\x00-\x7f]+)")
_YEAR_OF_ZEROS = re.compile(r"(?<![+-])\b0\d{3}\b")  # the standard library reads year 0000 as 2000
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
_MOST_REFERENCES = 100


def split_fields(block: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return a header block's fields as (lower-case name, raw value with its folds), in order. Lines must end in LF."""
    fields: list[tuple[str, list[bytes]]] = []
    for line in block.split(b"\n"):
        if line[:1] in (b" ", b"\t"):
            if fields:
                fields[-1][1].append(line)
        elif found := _FIELD.match(line):
            fields.append((found[1].decode("ascii").lower(), [line[found.end() :]]))
    return tuple((name, b"\n".join(lines)) for name, lines in fields)


def first_of_each(fields: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Return unfolded values by name; of a repeated field the first counts. 8-bit text is UTF-8, else Windows-1252."""
    values: dict[str, str] = {}
    for name, raw in fields:
        if name not in values:
            values[name] = decode(raw).replace("\n", "").strip()
    return values


def decode_words(value: str) -> str:
    """Decode RFC 2047 encoded words, leave raw text beside them as it is, and return one clean line."""
    if "=?" not in value:
        return clean_line(value)
    return clean_line("".join(_decode_ascii(piece) for piece in _NOT_ASCII.split(mend_words(value))))


def mend_words(value: str) -> str:
    """Repair encoded words: quote raw letters inside one, as old mailers left them, and drop broken base64."""
    if "=?" not in value:
        return value
    return _B_WORD.sub(_drop_broken, value if value.isascii() else _Q_WORD.sub(_quote_letters, value))


def _drop_broken(word: re.Match[str]) -> str:
    try:
        decode_header(word[0])
    except (HeaderParseError, ValueError):
        return ""
    return word[0]


def _quote_letters(word: re.Match[str]) -> str:
    codec = find_codec(word[1]) or "utf-8"
    quoted = (
        letter if letter.isascii() else "".join(f"={byte:02X}" for byte in letter.encode(codec, "ignore"))
        for letter in word[2]
    )
    return f"=?{word[1]}?Q?{''.join(quoted)}?="


def _decode_ascii(piece: str) -> str:
    if "=?" not in piece or not piece.isascii():
        return piece
    try:
        chunks = decode_header(piece)
    except (HeaderParseError, ValueError):
        return piece
    text = "".join(data if isinstance(data, str) else decode(data, charset) for data, charset in chunks)
    return " " + text if piece[:1].isspace() and not text[:1].isspace() else text


# --- identifiers (RFC 5322, 3.6.4) ----------------------------------------------------------------------------------

_BRACKETED = re.compile(r"<([^<>]{1,998})>")
_SPACE = re.compile(r"\s+")


def without_comments(value: str) -> str:
    """Drop RFC 5322 comments, nested ones too; an unclosed one is kept as text."""
    kept: list[str] = []
    opened: list[int] = []
    for character in value:
        if character == "(":
            opened.append(len(kept))
        kept.append(character)
        if character == ")" and opened:
            del kept[opened.pop() :]
    return "".join(kept)


def read_message_id(value: str) -> str | None:
    """Return a Message-ID as `<...>`, whatever brackets, spaces or comments it has; None where nothing is left."""
    found = _BRACKETED.search(value)
    bare = found[1] if found else without_comments(value).strip(" \t<>").split(" ")[0]
    bare = _SPACE.sub("", bare)
    return f"<{bare}>" if bare and len(bare) <= 998 else None


def read_references(value: str, *, addresses: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the identifiers that a References or In-Reply-To field names, the last hundred, each once.

    Old mailers wrote "Your message of Tue …" with the writer's address in brackets: an address of this mail is no
    identifier, and without brackets a value counts only where it consists of identifiers alone.
    """
    found = [_SPACE.sub("", match) for match in _BRACKETED.findall(value)]
    if not found:
        words = value.split()
        found = [word.strip("<>,;") for word in words] if words and all("@" in word for word in words) else []
    once = dict.fromkeys(f"<{one}>" for one in found if one and one.lower() not in addresses)
    return tuple(once)[-_MOST_REFERENCES:]


# --- dates ----------------------------------------------------------------------------------------------------------


def read_date(value: str | None) -> datetime | None:
    """Return an RFC 5322 date in the sender's own zone, or None where it is missing or nonsense.

    No zone, or `-0000` (zone unknown), is read as UTC. Years outside 1970 to 2199 and offsets of a day or more are
    nonsense.
    """
    if not value or _YEAR_OF_ZEROS.search(value[:200]):
        return None
    try:
        parts = parsedate_tz(value[:200])
        if parts is None or not _FIRST_YEAR <= parts[0] <= _LAST_YEAR:
            return None
        moment = datetime(*parts[:5], min(parts[5], 59), tzinfo=_zone(parts[9]))  # a leap second is the one before it
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return moment


def _zone(offset: int | None) -> timezone:
    return timezone(timedelta(seconds=offset)) if offset else UTC


def read_received(values: Mapping[str, str]) -> datetime | None:
    """Return the moment at which the last server took the mail: the date of the topmost Received field."""
    _, semicolon, date = values.get("received", "").rpartition(";")
    return read_date(date) if semicolon else None
