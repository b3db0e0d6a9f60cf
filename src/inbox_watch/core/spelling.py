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


_LONGEST_NAME = 8
_BESIDE = re.compile(r"(?:LLC|LLP|Ltd|Limited|Inc|PLC|plc|GmbH|AG|SE|KG|Pty|Pvt|BV|Oy|AB)\.?")
_BREAK = re.compile(r"[\n|•·,;:()<>]| - | – ")


def is_spelt_from(name: str, label: str) -> bool:
    """Say whether a domain's first part is made of a name's words: "neelachalschool" of "Neelachal Public School"."""
    return len(squeeze(label)) > 3 and _taken(name.split()[:_LONGEST_NAME], squeeze(label)) > 0


def _taken(words: list[str], label: str) -> int:
    """Return how many of the words make up the label, the first of them and as many others as need be; 0 for none."""
    left = label
    for place, word in enumerate(words):
        own = "and" if word in {"&", "+"} else squeeze(word)
        if own and left.startswith(own):
            left = left[len(own) :]
        elif place == 0 or not (word[:1].isupper() or word in {"&", "of", "and", "the"}):
            return 0
        if not left:
            return place + 1
    return 0


def spelt_out(label: str, text: str) -> str | None:
    """Return a text's first name of several words of which a domain's first part is made, with its legal form."""
    wanted = squeeze(label)
    for piece in _BREAK.split(text) if len(wanted) > 3 else ():
        words = piece.split()
        for start, word in enumerate(words):
            if not word[:1].isupper() or not wanted.startswith(squeeze(word) or "-"):
                continue
            run = words[start : start + _LONGEST_NAME]
            if (count := _taken(run, wanted)) > 1:
                count += bool(_BESIDE.fullmatch("".join(run[count : count + 1]).rstrip(".,")))
                return " ".join(run[:count]).rstrip(".,!?")
    return None
