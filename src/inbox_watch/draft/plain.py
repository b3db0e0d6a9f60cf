"""Their words, made fit for a mail of the candidate's: one line, short, no link, no markup."""

from __future__ import annotations

import re

from inbox_watch.core.clean import clean

_LONGEST = 2000
_TAG = re.compile(r"<[^<>]{0,200}>")
_LINK = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.|mailto:|data:|javascript:)\S*"
    r"|\b(?!(?:[\w-]{1,63}\.(?:js|ts|py)|(?:asp|vb)\.net)\b)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[/?#]\S*"
    r"|\S{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"&#?\w{1,10};|[<>{}\[\]|\\`*_^~\"“”„«»]|=\?|\?=")
_ENDS = " ,;:–—-/"
_LEAD = re.compile(r"(?:\b(?:here|at|via|under|on)\b)?[\s:–—(-]{0,5}$", re.IGNORECASE)


def plain(text: str | None, *, limit: int = 80) -> str:
    """Return `text` on one line without control characters, links, addresses, markup and quotation marks.

    What is longer than `limit` is cut at a word, and an ellipsis says so.
    """
    flat = clean(text, limit=_LONGEST)
    bare = _MARKUP.sub("", _without_links(_TAG.sub(" ", flat)))
    bare = re.sub(r"\s+", " ", bare).strip().lstrip(_ENDS).rstrip(_ENDS)
    if len(bare) <= limit:
        return bare
    return bare[: limit - 1].rpartition(" ")[0].rstrip(_ENDS + ".") + "…" if " " in bare[: limit - 1] else ""


def has_link(text: str | None) -> bool:
    """Say whether a text holds a link or an address."""
    return bool(_LINK.search(clean(text, limit=_LONGEST)))


def _without_links(text: str) -> str:
    """Take the links out, and the word that leads to one: "complete the test at"."""
    pieces = _LINK.split(text)
    return " ".join([_LEAD.sub("", piece) for piece in pieces[:-1]] + pieces[-1:]) if len(pieces) > 1 else text
