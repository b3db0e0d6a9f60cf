"""Mail in files: `.eml` files, folders of them, mbox files (RFC 4155, mboxo and mboxrd) and Maildirs.

Everything is opened for reading only. A mail is held in memory one at a time, and never more than 64 MiB of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import BinaryIO

from inbox_watch.core.types import RawMail, Skipped
from inbox_watch.errors import SourceError, UsageError
from inbox_watch.sources import Found, LeftOut, names

MOST_BYTES = 64 * 1024 * 1024
_MOST_LINE = 1024 * 1024
_TOO_LARGE = "mail larger than 64 MiB"
_DELETED = "deleted mail is not read"
_DRAFTS = "drafts are not read"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read(path: Path) -> Iterator[Found]:
    """Yield the mails of a file or folder, in a fixed order; what can't be read comes as Skipped, what isn't wanted
    as LeftOut.

    A file that begins with "From " is an mbox, any other file one mail. In a folder, files that end in .eml and
    Maildirs are read, at any depth; one without mail yields nothing. A file or folder with a name such as Junk or
    Spam.mbox holds suspected spam; so does Google Takeout's label for a mail, and its deleted mail and drafts are left
    out. Raises UsageError for a path that does not exist, can't be opened, or is a pipe or a device; SourceError where
    reading breaks off.
    """
    try:
        if path.is_dir():
            return map(_heed_labels, _read_folder(path, _list(path), _identity(path)))
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder", advice="Check the path.")
        if not path.is_file() and not path.samefile(os.devnull):
            raise UsageError(f"{path}: neither a file nor a folder", advice="Put the mail into a file first.")
        return map(_heed_labels, _read_stream(path, path.open("rb")))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(f"{path}: cannot be read ({reason})", advice="Check the permissions.") from error


def _read_stream(path: Path, stream: BinaryIO) -> Iterator[Found]:
    name, is_junk = printable(path.name), _is_junk(_holders(path))
    try:
        with stream:
            start = stream.read(32)
            stream.seek(0)
            if _BEGINS_MBOX.match(start):
                yield from read_mbox(stream, name, is_junk=is_junk)
            elif not start and not name.lower().endswith(".eml"):
                yield LeftOut(where=name, reason="an empty file")
            else:
                yield _read_one(stream, name, is_junk=is_junk)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError(f"{path}: reading broke off ({reason})", advice="Check the disk and the file.") from error


def _read_one(stream: BinaryIO, source: str, *, is_junk: bool) -> RawMail | Skipped:
    data = stream.read(MOST_BYTES + 1)
    if not data:
        return Skipped(where=source, error="empty file")
    if len(data) > MOST_BYTES:
        return Skipped(where=source, error=_TOO_LARGE)
    return RawMail(source=source, data=data, is_junk=is_junk)


def _holders(path: Path) -> tuple[str, ...]:
    """Return the names of a file and of the folder that it lies in: of a Maildir's file, the Maildir's."""
    folder = path.absolute().parent
    if folder.name in ("cur", "new") and _is_maildir(folder.parent):
        folder = folder.parent
    return (path.name, folder.name)


def _is_junk(holders: Iterable[str]) -> bool:
    return any(part in names.JUNK for name in holders for part in names.parts_of(name))


def _heed_labels(found: Found) -> Found:
    """Mark the mail that Google Takeout says to be spam; leave out what it says to be deleted, or a draft."""
    labels = names.labels_of(found.data) if isinstance(found, RawMail) else frozenset()
    if not labels or not isinstance(found, RawMail):
        return found
    if labels & names.JUNK:
        found = replace(found, is_junk=True)
    if labels & names.DELETED:
        return LeftOut(where=found.source, reason=_DELETED, mail=found)
    return LeftOut(where=found.source, reason=_DRAFTS, mail=found) if labels & names.DRAFTS else found


# --- mbox -----------------------------------------------------------------------------------------------------------

_DATED = re.compile(
    rb"From [^\n]{0,400}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s{1,3}"
    rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,3}\d{1,2}\s{1,3}\d{1,2}:\d{2}"
)
_BEGINS_MBOX = re.compile(rb"From (?![ \t]{0,20}:)")  # "From :" is a header field
_BARE = re.compile(rb"From \S{0,400}\s*")
_FIELD = re.compile(rb"[!-9;-~]{1,200}[ \t]*:|>From ")
_QUOTED_FROM = re.compile(rb">+From ")
_MOMENT = re.compile(
    rb"\b([A-Z][a-z]{2})\s{1,3}(\d{1,2})\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{1,3}[A-Z]{1,5})?"
    rb"(?:\s{1,3}([+-]\d{4}))?\s{1,3}(\d{4})\b(?:\s{1,3}([+-]\d{4}))?"
)


def read_mbox(stream: BinaryIO, name: str, *, is_junk: bool = False) -> Iterator[RawMail | Skipped]:
    """Yield the mails of an mbox as `NAME#1`, `NAME#2` …; one `>` of a quoted ">From " line is taken off.

    A line begins a mail where it is the first, or where it has the form of a separator and a header field follows; so a
    sentence that begins with "From " does not cut a mail in two. The date of a separator is when the mail was received:
    UTC, where it names no offset (RFC 4155, appendix A).
    """
    number = 0
    lines: list[bytes] = []
    size = 0
    received: datetime | None = None
    for is_start, line in _mark_starts(stream):
        if is_start and number:
            yield _make_mail(lines, size, f"{name}#{number}", received, is_junk=is_junk)
        if is_start:
            number, lines, size, received = number + 1, [], 0, _received(line)
            continue
        size += len(line)
        if size <= MOST_BYTES:
            lines.append(line[1:] if _QUOTED_FROM.match(line) else line)
        else:
            lines.clear()
    if number:
        yield _make_mail(lines, size, f"{name}#{number}", received, is_junk=is_junk)


def _received(separator: bytes) -> datetime | None:
    """Return the moment in a separator line; None where there is none, or no real one."""
    found = _MOMENT.search(separator[:1_000])
    if not found or (month := found[1].decode()) not in _MONTHS:
        return None
    day, hour, minute, second, year = (int(found[group] or 0) for group in (2, 3, 4, 5, 7))
    if not 1970 <= year <= 2199:  # as for a mail's own date
        return None
    try:
        zone = _offset(found[6] or found[8])
        return datetime(year, _MONTHS.index(month) + 1, day, hour, minute, min(second, 59), tzinfo=zone)
    except ValueError:
        return None


def _offset(text: bytes | None) -> timezone:
    if text is None:
        return UTC
    length = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))
    return timezone(-length if text.startswith(b"-") else length)


def _make_mail(
    lines: list[bytes], size: int, source: str, received: datetime | None, *, is_junk: bool
) -> RawMail | Skipped:
    if size > MOST_BYTES:
        return Skipped(where=source, error=_TOO_LARGE)
    if len(lines) > 1 and not lines[-1].strip(b"\r\n"):
        lines.pop()  # the empty line before the next separator is the mbox's, not the mail's
    if not lines:
        return Skipped(where=source, error="empty mail")
    return RawMail(source=source, data=b"".join(lines), is_junk=is_junk, received=received)


def _mark_starts(stream: BinaryIO) -> Iterator[tuple[bool, bytes]]:
    """Yield each line with whether it begins a mail. Very long lines come in pieces, only the first of which may
    begin one.
    """
    is_first, after_blank, at_line_start = True, True, True
    line = stream.readline(_MOST_LINE)
    while line:
        following = stream.readline(_MOST_LINE)
        is_start = at_line_start and line.startswith(b"From ") and _is_separator(line, following, is_first, after_blank)
        yield is_start, line
        after_blank = at_line_start and not line.strip(b"\r\n")
        at_line_start = line.endswith(b"\n")
        is_first = False
        line = following


def _is_separator(line: bytes, following: bytes, is_first: bool, after_blank: bool) -> bool:
    if is_first:
        return True
    if not _FIELD.match(following):
        return after_blank and _DATED.match(line) is not None  # a broken mail is a mail: it gets its number
    return _DATED.match(line) is not None or (after_blank and _BARE.fullmatch(line) is not None)


def printable(name: str) -> str:
    """Return a file's name as text that any output takes: bytes that are no UTF-8 are replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


# --- folders --------------------------------------------------------------------------------------------------------


def _read_folder(root: Path, entries: Sequence[Path], identity: tuple[int, int]) -> Iterator[Found]:
    """Yield the mail below a folder in the order of its paths. A folder that a link leads back to is read once."""
    pending = list(entries)[::-1]
    seen = {identity}
    is_junk = _is_junk([root.absolute().name])
    while pending:
        path = pending.pop()
        where = printable(path.relative_to(root).as_posix())
        item: Found | None = None
        try:
            if path.is_dir():
                item = _open_folder(path, where, seen, pending)
            else:
                item = _read_file(path, where, is_junk=is_junk)
        except OSError as error:
            item = Skipped(where=where, error=f"cannot be read ({error.strerror or type(error).__name__})")
        if item is not None:
            yield item


def _open_folder(path: Path, where: str, seen: set[tuple[int, int]], pending: list[Path]) -> LeftOut | None:
    """Put a folder's entries on the list of what is still to be read, or say why it is left out."""
    identity = _identity(path)
    if identity in seen or (path.name == "tmp" and _is_maildir(path.parent)):
        return None
    seen.add(identity)
    reason = _reason_to_leave_out(path)
    if reason:
        return LeftOut(where=where, reason=reason)
    pending.extend(_list(path)[::-1])
    return None


def _list(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda path: path.name)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return (status.st_dev, status.st_ino)


def _is_maildir(folder: Path) -> bool:
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def _reason_to_leave_out(path: Path) -> str | None:
    """Say why a mailbox isn't read, for a Maildir that holds deleted mail or drafts; None for any other folder."""
    if not _is_maildir(path):
        return None
    parts = names.parts_of(path.name)
    if any(part in names.DELETED for part in parts):
        return _DELETED
    return _DRAFTS if any(part in names.DRAFTS for part in parts) else None


def _read_file(path: Path, where: str, *, is_junk: bool) -> RawMail | Skipped | None:
    """Read one file of a folder: a mail of a Maildir, or one that ends in .eml; None for any other."""
    in_maildir = path.parent.name in ("cur", "new") and _is_maildir(path.parent.parent)
    if not in_maildir and not path.name.lower().endswith(".eml"):
        return None
    if in_maildir and path.name.startswith("."):
        return None
    if not path.is_file():
        path.stat()  # a link that leads nowhere, or in circles, says so here
        return None
    source = where.partition(":2,")[0] if in_maildir else where
    with path.open("rb") as stream:
        return _read_one(stream, source, is_junk=is_junk or _is_junk(Path(where).parts[:-1]))
