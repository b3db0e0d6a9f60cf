"""Which of a mail's texts a person reads: one alternative, all of a mixed mail, HTML where plain text is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from inbox_watch.core.html import to_text
from inbox_watch.core.parse import tree
from inbox_watch.core.parse.charset import clean_text, find_codec
from inbox_watch.core.parse.tree import Part

MOST_CHARACTERS = 256 * 1024
_MOST_HTML = 1024 * 1024
_STUB_LENGTH = 400
# What the plain half of a mail says where its writer never meant anybody to read it.
_STUB_WORDS = (
    "html",
    "browser",
    "online version",
    "web version",
    "webversion",
    "navegador",
    "navigateur",
    "navigatore",
)

Texts = Mapping[int, str]


def read_body(root: Part, problems: list[str]) -> str:
    """Return the readable text of a mail, at most 256 Ki characters; what had to be cut is added to `problems`.

    A text that only repeats the first is left out: some mailers send plain text and HTML side by side.
    """
    pieces: list[str] = []
    first = ""
    length = 0
    for piece in _pieces(root, _read_texts(root, problems)):
        words = "".join(piece.split())
        if not words or words in first:
            continue
        pieces.append(piece.strip("\n"))
        first = first or words
        length += len(piece)
        if length > MOST_CHARACTERS:
            break
    text = "\n\n".join(pieces)
    if len(text) > MOST_CHARACTERS:
        problems.append("text cut at 256 Ki characters")
    return text[:MOST_CHARACTERS].rstrip()


def _read_texts(root: Part, problems: list[str]) -> Texts:
    """Decode the text leaves, by the identity of the part. All HTML together is bounded, as it costs most."""
    texts: dict[int, str] = {}
    left = {"plain": 2 * MOST_CHARACTERS, "html": _MOST_HTML}
    for part in tree.walk_leaves(root):
        kind = _kind(part, root)
        if kind is None:
            continue
        text = tree.read_text(part)
        if kind == "html" and len(text) > left[kind]:
            problems.append("HTML cut at 1 Mi characters")
        texts[id(part)] = text[: left[kind]]
        left[kind] -= len(texts[id(part)])
        charset = tree.get_charset(part)
        if charset and find_codec(charset) is None:
            problems.append(f"unknown charset {charset[:40]!r}")
    return texts


def _kind(part: Part, root: Part) -> str | None:
    """Return `plain` or `html` for a leaf that may be the mail's text, None for anything else."""
    if part is root and part.get_content_maintype() == "multipart":
        return "plain"  # a multipart whose parts can't be found: what there is, as it stands
    if part.get_content_maintype() != "text" or part.get_content_subtype() not in ("plain", "html"):
        return None
    if part is not root and _is_attached(part):
        return None
    return part.get_content_subtype()


def _is_attached(part: Part) -> bool:
    disposition = tree.get_disposition(part)
    return disposition == "attachment" or (
        disposition != "inline" and "filename" in str(part.get("content-disposition", ""))
    )


def _pieces(part: Part, texts: Texts) -> Iterator[str]:
    """Yield the readable texts of a part, in order."""
    if not part.is_multipart():
        text = texts.get(id(part), "")
        yield _from_html(text) if _is_html(part, text) else text
        return
    children = [child for child in part.get_payload() if isinstance(child, Part)]
    if tree.get_disposition(part) == "attachment":
        return
    subtype = part.get_content_subtype()
    if subtype == "alternative":
        yield from _choose(children, texts)
    elif subtype == "related":
        yield from _first_readable(children, texts)
    else:
        for child in children:
            yield from _pieces(child, texts)


def _is_html(part: Part, text: str) -> bool:
    if part.get_content_subtype() == "html":
        return True
    start = text[:200].lstrip().lower()
    return start.startswith(("<!doctype html", "<html"))


def _from_html(html: str) -> str:
    return clean_text(to_text(html)) if html.strip() else ""


def _choose(children: Iterable[Part], texts: Texts) -> Iterator[str]:
    """Yield the best alternative: plain text, unless it is missing or a stub; then the richest that has words."""
    plain: list[Part] = []
    rich: list[Part] = []
    for child in children:
        (plain if child.get_content_type() == "text/plain" else rich).append(child)
    plain_text = "\n".join(piece for child in plain for piece in _pieces(child, texts))
    if not _is_stub(plain_text):
        yield plain_text
        return
    for child in reversed(rich):
        pieces = list(_pieces(child, texts))
        if any(piece.strip() for piece in pieces):
            yield from pieces
            return
    yield plain_text


def _is_stub(text: str) -> bool:
    bare = text.strip().lower()
    return not bare or (len(bare) < _STUB_LENGTH and any(word in bare for word in _STUB_WORDS))


def _first_readable(children: Iterable[Part], texts: Texts) -> Iterator[str]:
    for child in children:
        pieces = list(_pieces(child, texts))
        if any(piece.strip() for piece in pieces):
            yield from pieces
            return
