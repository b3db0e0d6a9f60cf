"""BODYSTRUCTURE (RFC 3501, 7.4.2) → which sections of a mail to fetch, and the mail again from what came.

The rebuilt mail has the header and the tree of the original, so that it parses to the same message; but an attachment
is its part's header alone, with nothing below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST_TEXT = 1024 * 1024  # bytes of one part: the parser reads no more than this of a mail
MOST_PARTS = 1_000
MOST_DEPTH = 20
MOST_HEADER = 66 * 1024  # a header of more than 64 KiB is refused by the parser: it must see that it is one
_BREAK = b"\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One part: its section number, media type in lower case, size, and what is below it."""

    section: str
    kind: str
    octets: int = 0
    disposition: str = ""
    name: str = ""
    boundary: bytes = b""
    children: tuple[Node, ...] = ()


def read_structure(given: Any) -> Node | None:
    """Return the tree of a mail from imapclient's BODYSTRUCTURE, None where it makes no sense.

    Raises ValueError for more than 1,000 parts or a depth of more than 20.
    """
    try:
        root = _node(given, "", [0], 0)
    except (TypeError, IndexError, AttributeError):
        return None
    return root if _is_whole(root) else None


def _node(given: Any, section: str, count: list[int], depth: int) -> Node:
    count[0] += 1
    if count[0] > MOST_PARTS or depth > MOST_DEPTH:
        raise ValueError(
            f"more than {MOST_PARTS:,} parts" if count[0] > MOST_PARTS else f"parts nested more than {MOST_DEPTH} deep"
        )
    if isinstance(given[0], list):
        prefix = f"{section}." if section else ""
        children = tuple(
            _node(one, f"{prefix}{place}", count, depth + 1) for place, one in enumerate(given[0], start=1)
        )
        parameters = _pairs(given[2] if len(given) > 2 else None)
        kind = f"multipart/{_text(given[1])}"
        return Node(section=section, kind=kind, boundary=parameters.get("boundary", b""), children=children)
    kind = f"{_text(given[0])}/{_text(given[1])}"
    disposition, parameters = _disposition(given)
    own = _pairs(given[2])
    name = next(
        (value for pairs in (parameters, own) for key, value in pairs.items() if key.startswith(("filename", "name"))),
        b"",
    )
    return Node(
        section=section or "1",
        kind=kind,
        octets=int(given[6] or 0),
        disposition=disposition
        if not parameters.keys() & {"filename", "filename*"} or disposition == "inline"
        else "attachment",
        name=name.decode("ascii", "replace").lower(),
    )


def _disposition(given: Sequence[Any]) -> tuple[str, dict[str, bytes]]:
    """Find the disposition among a leaf's extension data; its place depends on the media type."""
    for value in given[8:]:
        if (
            isinstance(value, tuple)
            and len(value) == 2
            and isinstance(value[0], bytes)
            and (value[1] is None or isinstance(value[1], tuple))
        ):
            return _text(value[0]), _pairs(value[1])
    return "", {}


def _pairs(given: Any) -> dict[str, bytes]:
    if not isinstance(given, tuple):
        return {}
    return {_text(key): value for key, value in zip(given[::2], given[1::2], strict=False) if isinstance(value, bytes)}


def _text(value: Any) -> str:
    return value.decode("ascii", "replace").lower() if isinstance(value, bytes) else ""


def _is_whole(node: Node) -> bool:
    """Say whether the tree can be built again: every multipart has its boundary, and parts that were found by it.

    A server that finds none says that there is one part with nothing in it.
    """
    if not node.kind.startswith("multipart/"):
        return True
    has_parts = any(child.children or child.octets for child in node.children)
    return bool(node.boundary) and has_parts and all(_is_whole(child) for child in node.children)


def walk(node: Node) -> Iterator[Node]:
    """Yield a part and all below it, in order."""
    yield node
    for child in node.children:
        yield from walk(child)


def is_text(node: Node, *, is_root: bool = False) -> bool:
    """Say whether a part is text that a person reads, or an invitation; never another attachment."""
    if node.kind in ("text/calendar", "application/ics") or node.name.strip().endswith(".ics"):
        return True
    return node.kind in ("text/plain", "text/html") and (is_root or node.disposition != "attachment")


def sections(root: Node) -> tuple[str, ...]:
    """Return what to fetch beside the header, as IMAP sections: each part's own header, and the texts."""
    if not root.children:
        return (root.section,) if root.kind.startswith("text/") or is_text(root, is_root=True) else ()
    parts = [node for node in walk(root) if node is not root]
    texts = (node.section for node in parts if not node.children and is_text(node))
    return (*(f"{node.section}.MIME" for node in parts), *texts)


def size(root: Node) -> int:
    """Return how many bytes the texts have at most."""
    return sum(
        min(node.octets, MOST_TEXT) for node in walk(root) if not node.children and is_text(node, is_root=node is root)
    )


def rebuild(root: Node, header: bytes, fetched: Mapping[str, bytes]) -> bytes:
    """Return the mail from its header and the fetched sections."""
    if not root.children:
        return header + fetched.get(root.section, b"")
    return header + b"".join(_body(root, fetched))


def _body(node: Node, fetched: Mapping[str, bytes]) -> Iterator[bytes]:
    for child in node.children:
        yield b"--" + node.boundary + _BREAK + fetched.get(f"{child.section}.MIME", _BREAK)
        if child.children:
            yield from _body(child, fetched)
        else:
            yield fetched.get(child.section, b"")
        yield _BREAK
    yield b"--" + node.boundary + b"--" + _BREAK
