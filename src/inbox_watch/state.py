"""The state folder (0700), and what the last scan was asked, so that `explain` can repeat it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from inbox_watch.errors import InboxWatchError, UsageError

APP = "inbox-watch"
_LAST = "last-scan.json"


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
            "no scan to explain yet", advice="Run inbox-watch scan first, or name the source: explain ID SOURCE."
        ) from None


def forget(path: Path) -> None:
    """Delete what the last scan was asked."""
    (path / _LAST).unlink(missing_ok=True)
