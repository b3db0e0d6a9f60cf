"""What a reading depends on besides the mail's own text: where that changes, the mail is read again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from inbox_watch import __version__, nlp
from inbox_watch.accounts.groups import Group
from inbox_watch.app import Settings
from inbox_watch.core.types import Message, Reading
from inbox_watch.store import values


def model_version() -> str:
    """Return the version of the model that ships with the program, without loading it: of each part that it has."""
    folder = Path(nlp.__file__).parent / "model"
    meta = (folder / "meta.json").read_bytes()
    parts = [path.read_bytes() for path in sorted(folder.rglob("settings.json"))]
    return f"{json.loads(meta)['version']} {hashlib.sha256(b''.join((meta, *parts))).hexdigest()[:12]}"


def form_of_parsed() -> str:
    """Return what a parsed mail in the store depends on: the program that parsed it, and the fields of its types."""
    return f"{__version__} {hashlib.sha256((values.shape(Message) + values.shape(Reading)).encode()).hexdigest()[:16]}"


def basis_of(group: Group, me: frozenset[str], settings: Settings) -> str:
    """Return a digest of all that the readings of some threads depend on besides their text."""
    parts = (
        __version__,
        model_version(),
        *sorted(me),
        str(settings.zone),
        settings.country or "",
        *(message.key for thread in group for message in thread.messages),
    )
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:32]
