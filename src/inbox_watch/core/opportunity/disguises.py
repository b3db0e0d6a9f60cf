"""Domains written so as to be taken for another: digits for letters, letters of another alphabet (UTS 39, section 4).

Compared with the name under which the mail comes, so that no list of brands is needed: "Google Recruiting" writing from
g00gle.com. A company whose own domain holds that name is never meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

SHORTEST = 4
_DIGITS = str.maketrans({"0": "o", "1": "l", "5": "s", "3": "e", "4": "a"})
# Letters that look like a Latin one: Cyrillic, then Greek, each above the Latin letter (Unicode's confusables.txt).
_LATIN = str.maketrans("авеіјкмнорѕстухһԁԛԝӏαβερτυικνοχ", "abeijkmhopsctyxhdqwlabeptuiknox")
_WORD = re.compile(r"[^\W_]+")


def imitates(domain: str, names: Iterable[str]) -> str | None:
    """Return what makes a domain look like another than it is, in words; None where nothing does.

    `names` are the sender's name and that of the company which the mail speaks of.
    """
    label = _spelt(domain.partition(".")[0].lower())
    if len(_alphabets(label)) > 1:
        return f"Its domain {domain} mixes letters of two alphabets, and reads as {label.translate(_LATIN)}"
    words = set(_words(names))
    if len(label) < SHORTEST or label in words:
        return None
    shown = next((word for word in sorted(words) if len(word) >= SHORTEST and plain(word) == plain(label)), None)
    return f"Its domain {domain} is written to look like {shown}, and is another one" if shown else None


def plain(name: str) -> str:
    """Return a name with each letter or digit replaced by the one that it is easily taken for."""
    told = name.translate(_LATIN).translate(_DIGITS)
    return told.replace("rn", "m").replace("vv", "w").replace("i", "l")


def _words(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        words = _WORD.findall(name.lower())[:12]
        yield from words
        yield from ("".join(words[:2]), "-".join(words[:2]))


def _spelt(label: str) -> str:
    """Return a domain's own name as it is shown: Punycode (RFC 3492) decoded, where it can be."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode").lower()
    except UnicodeError:
        return label


def _alphabets(label: str) -> set[str]:
    """Return the alphabets among Latin, Cyrillic and Greek that a label is written in."""
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in label if letter.isalpha())
    return {name for name in names if name in {"LATIN", "CYRILLIC", "GREEK"}}
