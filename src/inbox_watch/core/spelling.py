"""Text as it is compared: with plain signs, in one piece, without quoted lines."""

from __future__ import annotations

import re

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\xa0": " ", "\t": " "})
_SIGNS = re.compile(r"[^a-z0-9]")


def plain(text: str) -> str:
    """Return text with plain apostrophes, dashes and spaces, of the same length."""
    return text.translate(_PLAIN)


def flat(text: str) -> str:
    """Return text in lower case with plain apostrophes, dashes and spaces."""
    return plain(text).lower()


def squeeze(text: str) -> str:
    """Return a name's letters and digits in one piece, in lower case ("Bright-Water Ltd." is "brightwaterltd")."""
    return _SIGNS.sub("", text.lower())


def begins_alike(one: str, other: str) -> bool:
    """Say whether one of two names begins with the other; nothing does with an empty one."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def unquoted(text: str) -> str:
    """Return text in lower case with plain apostrophes, on one line, without the lines that are quoted (">")."""
    lines = text.replace("’", "'").lower().split("\n")
    return " ".join(line for line in lines if not line.lstrip().startswith(">"))
