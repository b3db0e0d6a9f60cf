"""The second look: header, structure and text parts of the mails that are to be read, never their attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from inbox_watch.core.portions import portions
from inbox_watch.sources.imap import structure
from inbox_watch.sources.imap.ask import fetch
from inbox_watch.sources.imap.connection import Client
from inbox_watch.sources.imap.structure import Node

MOST_WHOLE = 256 * 1024  # of a mail whose parts the server can't tell apart
BATCH_BYTES = 8 * 1024 * 1024
BATCH_MESSAGES = 500
_ITEMS_AT_ONCE = 12
_HEADER = f"BODY.PEEK[HEADER]<0.{structure.MOST_HEADER}>"
_HEADER_KEY = b"BODY[HEADER]<0>"
_SAYS_MULTIPART = re.compile(rb"^content-type:[ \t]{0,20}(?:\r\n[ \t]{1,20})?multipart/", re.IGNORECASE | re.MULTILINE)
_WHOLE = f"BODY.PEEK[TEXT]<0.{MOST_WHOLE}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A mail before its texts: its header, and its tree where the server gave one that can be built again."""

    header: bytes
    root: Node | None
    fetched: dict[str, bytes] = field(default_factory=dict)

    @property
    def items(self) -> tuple[str, ...]:
        """Return what is still to be fetched."""
        if self.root is None:
            return (_WHOLE,)
        return tuple(_item(section) for section in structure.sections(self.root))

    @property
    def size(self) -> int:
        return MOST_WHOLE if self.root is None else structure.size(self.root)


def read_texts(client: Client, uids: Sequence[int]) -> Iterator[tuple[dict[int, bytes], dict[int, str]]]:
    """Yield (mails, refusals) by UID, in portions that memory holds; the UIDs of a portion are in the order given."""
    for start in range(0, len(uids), BATCH_MESSAGES):
        some = uids[start : start + BATCH_MESSAGES]
        shapes, refused = _shapes(client, some)
        sizes = dict.fromkeys(some, 0) | {uid: shape.size for uid, shape in shapes.items()}
        for portion in portions(some, sizes.__getitem__, BATCH_BYTES):
            lost = _fill(client, {uid: shapes[uid] for uid in portion if uid in shapes})
            mails = {uid: _build(shapes[uid]) for uid in portion if uid in shapes and uid not in lost}
            yield mails, {uid: (refused | lost)[uid] for uid in portion if uid in refused or uid in lost}


def _shapes(client: Client, uids: Sequence[int]) -> tuple[dict[int, _Shape], dict[int, str]]:
    answers, refused = fetch(client, uids, [_HEADER, "BODYSTRUCTURE"])
    shapes = {}
    for uid, items in answers.items():
        try:
            root = structure.read_structure(items[b"BODYSTRUCTURE"])
        except ValueError as error:
            refused[uid] = str(error)
            continue
        header = items[_HEADER_KEY] or b""
        if root and not root.children and _SAYS_MULTIPART.search(header):
            root = None  # the server made nothing of it; the parser may
        shapes[uid] = _Shape(header=header, root=root)
    return shapes, refused


def _fill(client: Client, shapes: Mapping[int, _Shape]) -> dict[int, str]:
    """Fetch the sections, mails of one shape together; return the refusals."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for uid, shape in shapes.items():
        alike.setdefault(shape.items, []).append(uid)
    refused: dict[int, str] = {}
    for items, some in alike.items():
        for start in range(0, len(items), _ITEMS_AT_ONCE):
            part = items[start : start + _ITEMS_AT_ONCE]
            answers, lost = fetch(client, some, part)
            refused |= lost
            for uid, found in answers.items():
                shapes[uid].fetched.update({item: found[_key(item)] or b"" for item in part})
    return refused


def _build(shape: _Shape) -> bytes:
    if shape.root is None:
        return shape.header + shape.fetched.get(_WHOLE, b"")
    by_section = {section: shape.fetched.get(_item(section), b"") for section in structure.sections(shape.root)}
    return structure.rebuild(shape.root, shape.header, by_section)


def _item(section: str) -> str:
    most = structure.MOST_HEADER if section.endswith(".MIME") else structure.MOST_TEXT
    return f"BODY.PEEK[{section}]<0.{most}>"


def _key(item: str) -> bytes:
    return item.replace(".PEEK", "").partition("<")[0].encode() + b"<0>"
