"""Mail in files: `.eml` files, folders of them, mbox files (RFC 4155, mboxo and mboxrd) and Maildirs.

Everything is opened for reading only. A mail is held in memory one at a time, and never more than 64 MiB of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from inbox_watch.core.types import RawMail, Skipped
from inbox_watch.errors import SourceError, UsageError
from inbox_watch.sources import Found, LeftOut

MOST_BYTES = 64 * 1024 * 1024
_MOST_LINE = 1024 * 1024
_TOO_LARGE = "mail larger than 64 MiB"
# Mailbox names, lower case; Maildir++ holds them in IMAP's modified UTF-7 (RFC 3501, 5.1.3).
_JUNK = frozenset(
    (
        "junk",
        "spam",
        "junk e-mail",
        "junk email",
        "junk mail",
        "bulk mail",
        "spamverdacht",
        "ind&aoo-sirables",
        "correo no deseado",
    )
)
_DELETED = frozenset(
    (
        *("trash", "bin", "deleted items", "deleted messages", "deleted", "papierkorb", "gel&apy-schte elemente"),
        *("gel&apy-scht", "corbeille", "papelera", "&aok-l&aok-ments supprim&aok-s", "elementos eliminados", "cestino"),
    )
)
_DRAFTS = frozenset(("drafts", "draft", "entw&apw-rfe", "brouillons", "borradores", "bozze"))


def read(path: Path) -> Iterator[Found]:
    """Yield the mails of a file or folder, in a fixed order; what can't be read comes as Skipped, what isn't wanted
    as LeftOut.

    A file that begins with "From " is an mbox, any other file one mail. In a folder, files that end in .eml and
    Maildirs are read, at any depth. Raises UsageError for a path that does not exist, SourceError for one that can't
    be read or holds no mail.
    """
    try:
        if path.is_dir():
            return _read_folder(path)
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder", advice="Check the path.")
        if not path.is_file():
            raise SourceError(f"{path}: neither a file nor a folder")
        return _read_stream(path.open("rb"), printable(path.name))
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> SourceError:
    reason = error.strerror or type(error).__name__
    return SourceError(f"{path}: cannot be read ({reason})", advice="Check the permissions.")


def _read_stream(stream: BinaryIO, name: str) -> Iterator[Found]:
    with stream:
        start = stream.read(32)
        stream.seek(0)
        if _BEGINS_MBOX.match(start):
            yield from read_mbox(stream, name)
        elif not start and not name.lower().endswith(".eml"):
            yield LeftOut(where=name, reason="an empty file")
        else:
            yield _read_one(stream, name)


def _read_one(stream: BinaryIO, source: str, *, is_junk: bool = False) -> RawMail | Skipped:
    data = stream.read(MOST_BYTES + 1)
    if not data:
        return Skipped(where=source, error="empty file")
    if len(data) > MOST_BYTES:
        return Skipped(where=source, error=_TOO_LARGE)
    return RawMail(source=source, data=data, is_junk=is_junk)


# --- mbox -----------------------------------------------------------------------------------------------------------

_DATED = re.compile(
    rb"From [^\n]{0,400}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s{1,3}"
    rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,3}\d{1,2}\s{1,3}\d{1,2}:\d{2}"
)
_BEGINS_MBOX = re.compile(rb"From (?![ \t]{0,20}:)")  # "From :" is a header field
_BARE = re.compile(rb"From \S{0,400}\s*")
_FIELD = re.compile(rb"[!-9;-~]{1,200}[ \t]*:|>From ")
_QUOTED_FROM = re.compile(rb">+From ")


def read_mbox(stream: BinaryIO, name: str) -> Iterator[RawMail | Skipped]:
    """Yield the mails of an mbox as `NAME#1`, `NAME#2` …; one `>` of a quoted ">From " line is taken off.

    A line begins a mail where it is the first, or where it has the form of a separator and a header field follows; so a
    sentence that begins with "From " does not cut a mail in two.
    """
    number = 0
    lines: list[bytes] = []
    size = 0
    for is_start, line in _mark_starts(stream):
        if is_start and number:
            yield _make_mail(lines, size, f"{name}#{number}")
        if is_start:
            number, lines, size = number + 1, [], 0
            continue
        size += len(line)
        if size <= MOST_BYTES:
            lines.append(line[1:] if _QUOTED_FROM.match(line) else line)
        else:
            lines.clear()
    if number:
        yield _make_mail(lines, size, f"{name}#{number}")


def _make_mail(lines: list[bytes], size: int, source: str) -> RawMail | Skipped:
    if size > MOST_BYTES:
        return Skipped(where=source, error=_TOO_LARGE)
    if len(lines) > 1 and not lines[-1].strip(b"\r\n"):
        lines.pop()  # the empty line before the next separator is the mbox's, not the mail's
    if not lines:
        return Skipped(where=source, error="empty mail")
    return RawMail(source=source, data=b"".join(lines))


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


def _read_folder(root: Path) -> Iterator[Found]:
    """Yield the mail below a folder in the order of its paths. A folder that a link leads back to is read once."""
    try:
        pending = _list(root)[::-1]
        seen = {_identity(root)}
    except OSError as error:
        raise _unreadable(root, error) from error
    holds_mail = _is_maildir(root)
    while pending:
        path = pending.pop()
        where = printable(path.relative_to(root).as_posix())
        item: Found | None = None
        try:
            if path.is_dir():
                item = _open_folder(path, where, seen, pending)
                holds_mail = holds_mail or _is_maildir(path)
            else:
                item = _read_file(path, where)
        except OSError as error:
            item = Skipped(where=where, error=f"cannot be read ({error.strerror or type(error).__name__})")
        if item is not None:
            holds_mail = True
            yield item
    if not holds_mail:
        advice = "A folder is searched for files that end in .eml, and for Maildirs."
        raise SourceError(f"{root}: holds no mail", advice=advice)


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


def _mailbox_words(path: Path) -> list[str]:
    """Return the parts of a mailbox's name, lower case: `.INBOX.Junk` of Maildir++ has two, a plain folder one."""
    return [word for word in path.name.lower().split(".") if word]


def _reason_to_leave_out(path: Path) -> str | None:
    """Say why a mailbox isn't read, for a Maildir that holds deleted mail or drafts; None for any other folder."""
    if not _is_maildir(path):
        return None
    words = _mailbox_words(path)
    if any(word in _DELETED for word in words):
        return "deleted mail is not read"
    return "drafts are not read" if any(word in _DRAFTS for word in words) else None


def _read_file(path: Path, where: str) -> RawMail | Skipped | None:
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
    is_junk = in_maildir and any(
        word in _JUNK for part in Path(where).parts[:-1] for word in _mailbox_words(Path(part))
    )
    with path.open("rb") as stream:
        return _read_one(stream, source, is_junk=is_junk)
