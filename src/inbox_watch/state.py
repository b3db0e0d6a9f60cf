"""The state folder (0700), and what the last scan was asked, so that `explain` can repeat it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from inbox_watch.errors import InboxWatchError, UsageError

APP = "inbox-watch"
_LAST = "last-scan.json"
_KEY = "digest.key"
_REPORT = "report.html"
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a scan was asked: the words of its command line, no mail."""

    sources: tuple[str, ...] = ()
    demo: bool = False
    me: tuple[str, ...] = ()
    now: str | None = None
    tz: str | None = None
    country: str | None = None
    since: str | None = None


def folder(chosen: Path | None) -> Path:
    """Return the state folder: as chosen, else of the environment, else the user's own. It is made where missing."""
    path = chosen or Path(os.environ.get("INBOX_WATCH_STATE") or platformdirs.user_state_path(APP))
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InboxWatchError(
            f"can't make the state folder {path}: {error.strerror}", advice="Choose another with --state."
        ) from None
    return path


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only the user can read; the old one stays whole until the new one is."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InboxWatchError(f"can't write {path}: {error.strerror}", advice="Choose another place.") from None


def remember(path: Path, asked: Asked) -> None:
    """Keep what this scan was asked."""
    write_private(path / _LAST, json.dumps(asdict(asked)).encode())


def recall(path: Path) -> Asked:
    """Return what the last scan was asked. Raises `UsageError` where there was none."""
    try:
        held = json.loads((path / _LAST).read_bytes())
        held.update({name: tuple(held[name]) for name in ("sources", "me")})
        return Asked(**held)
    except (OSError, ValueError, TypeError, KeyError):
        raise UsageError(
            "no scan was made yet", advice="Run inbox-watch scan first, or name the files behind the command."
        ) from None


def has_scanned(path: Path) -> bool:
    """Say whether a scan was made that can be repeated."""
    return (path / _LAST).exists()


def report_path(path: Path) -> Path:
    """Return where the report goes that has no place of its own."""
    return path / _REPORT


def forget_report(path: Path) -> None:
    """Delete the report: it quotes mail."""
    report_path(path).unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Delete what the last scan was asked, and the report.

    The key of the digests' mark stays. It is a random number that tells nothing of anybody; without it, the digests
    that lie in the mailbox, which quote all that was forgotten, would be read like anybody's mail.
    """
    (path / _LAST).unlink(missing_ok=True)
    forget_report(path)


def mark_key(path: Path) -> bytes | None:
    """Return the key by which our own digests are known; None where none was made yet."""
    try:
        key = (path / _KEY).read_bytes()
    except OSError:
        return None
    return key if len(key) == _KEY_BYTES else None


def made_mark_key(path: Path) -> bytes:
    """Return the key by which our own digests are known; it is made, random, where there is none."""
    if key := mark_key(path):
        return key
    with contextlib.suppress(OSError):
        (path / _KEY).unlink(missing_ok=True)  # what lies there is no key
    write_private(path / _KEY, secrets.token_bytes(_KEY_BYTES))
    key = mark_key(path)
    if key is None:
        raise InboxWatchError(f"can't read {path / _KEY}", advice="Choose another folder with --state.")
    return key
