"""Text → hashed word and character n-grams, in whole arrays instead of loops.

Every step keeps the text's length, so that an n-gram's place in the text is known. A prefix sum of `code x
base^place` (modulo
2^64; Karp and Rabin 1987) gives the hash of any stretch in one subtraction and one product: the cost is linear in
the length.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

LONGEST: Final = 8192  # characters; callers cut longer texts
BUCKET_BITS: Final = 20
CHARACTER_SIZES: Final = (3, 4, 5)

_SPACE: Final = 32
_KNOWN: Final = 0x2100
_PLAIN: Final = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."}
_BASE: Final = 0x9E3779B97F4A7C15 | 1
_BASE_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_SHIFT: Final = np.uint64(33)
_MIX_FACTORS: Final = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))
_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,2000}")
_ADDRESS: Final = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")
_ENDLESS: Final = re.compile(r"\S{81,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """The n-grams of one text: hashes (before a namespace is mixed in), and where the words stand in the text."""

    starts: Places
    ends: Places
    words: Hashes
    pairs: Hashes
    triples: Hashes
    characters: Hashes

    @property
    def count(self) -> int:
        """How many n-grams there are: what reading this text costs."""
        return len(self.words) + len(self.pairs) + len(self.triples) + len(self.characters)


def _fold_table() -> NDArray[np.uint64]:
    """Code point → lower case, without accent; every digit is 0, every blank and control character a space."""
    table = np.full(_KNOWN, _SPACE, dtype=np.uint64)
    for code in range(33, _KNOWN):
        character = chr(code)
        plain = _PLAIN.get(character) or unicodedata.normalize("NFKD", character)[0].lower()
        if plain.isdecimal():
            plain = "0"
        if len(plain) == 1 and plain.isprintable():
            table[code] = ord(plain)
    return table


def _powers(base: int) -> Hashes:
    powers = np.empty(LONGEST + 1, dtype=np.uint64)
    value = 1
    for place in range(LONGEST + 1):
        powers[place] = value
        value = value * base & 0xFFFFFFFFFFFFFFFF
    return powers


_FOLD: Final = _fold_table()
_LETTER: Final = np.array([chr(code).isalnum() or code == ord("'") for code in range(_KNOWN)])
_POWER: Final = _powers(_BASE)
_INVERSE: Final = _powers(_BASE_INVERSE)


def blank_noise(text: str) -> str:
    """`text` with links, mail addresses and endless words blanked. Same length."""
    if "://" in text or "www." in text:
        text = _LINK.sub(_blank, text)
    if "@" in text:
        text = _ADDRESS.sub(_blank, text)
    return _ENDLESS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def read_surface(text: str) -> Surface:
    """All n-grams of `text`, which is at most `LONGEST` characters long."""
    codes, is_letter = _fold(text)
    starts, ends = _word_places(is_letter)
    sums = _prefix_sums(codes)
    words = (sums[ends] - sums[starts]) * _INVERSE[starts]
    pairs = mix(words[:-1]) * np.uint64(3) + words[1:]
    triples = mix(pairs[:-1]) * np.uint64(5) + words[2:]
    characters, _ = _character_grams(np.where(is_letter, codes, np.uint64(_SPACE)), is_letter)
    return Surface(starts=starts, ends=ends, words=words, pairs=pairs, triples=triples, characters=characters)


def read_places(text: str) -> tuple[Places, Hashes, Places, Hashes]:
    """The words and the character n-grams of `text` alone, each with where it begins."""
    codes, is_letter = _fold(text)
    starts, ends = _word_places(is_letter)
    sums = _prefix_sums(codes)
    grams, begins = _character_grams(np.where(is_letter, codes, np.uint64(_SPACE)), is_letter)
    return starts, (sums[ends] - sums[starts]) * _INVERSE[starts], begins, grams


def _fold(text: str) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    within = np.minimum(raw, _KNOWN - 1)
    codes = _FOLD[within]
    is_letter = _LETTER[within]
    if len(raw) and int(raw.max()) >= _KNOWN:
        beyond = raw >= _KNOWN
        codes = np.where(beyond, raw.astype(np.uint64), codes)
        is_letter = np.where(beyond, (raw >= 0x3040) & (raw < 0x1F000), is_letter)
    return codes, is_letter


def _word_places(is_letter: NDArray[np.bool_]) -> tuple[Places, Places]:
    padded = np.zeros(len(is_letter) + 2, dtype=np.int8)
    padded[1:-1] = is_letter
    steps = np.diff(padded)
    return np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)


def _prefix_sums(codes: NDArray[np.uint64]) -> Hashes:
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(codes * _POWER[: len(codes)], out=sums[1:])
    return sums


def _character_grams(codes: NDArray[np.uint64], is_letter: NDArray[np.bool_]) -> tuple[Hashes, Places]:
    """3- to 5-grams that lie in one word, its two borders included, and where they begin."""
    sums = _prefix_sums(codes)
    gaps = np.concatenate(([0], np.cumsum(~is_letter)))
    grams: list[Hashes] = [np.empty(0, dtype=np.uint64)]
    places: list[Places] = [np.empty(0, dtype=np.int64)]
    for size in CHARACTER_SIZES:
        number = len(codes) - size + 1
        if number > 0:
            begins = np.flatnonzero(gaps[size - 1 : size - 1 + number] == gaps[1 : 1 + number])
            grams.append((sums[begins + size] - sums[begins]) * _INVERSE[begins])
            places.append(begins)
    return np.concatenate(grams), np.concatenate(places)


def mix(hashes: Hashes) -> Hashes:
    """Spread each bit over the whole number (the finaliser of MurmurHash3, Appleby 2011, public domain)."""
    hashes = hashes ^ (hashes >> _SHIFT)
    for factor in _MIX_FACTORS:
        hashes *= factor
        hashes ^= hashes >> _SHIFT
    return hashes


def buckets_of(hashes: Hashes, namespace: int) -> NDArray[np.int64]:
    """The bucket of each hash: `namespace` keeps a subject's words apart from a body's."""
    salted = hashes + np.uint64(namespace * 0xD6E8FEB86659FD93 & 0xFFFFFFFFFFFFFFFF)
    return (mix(salted) >> np.uint64(64 - BUCKET_BITS)).astype(np.int64)


@lru_cache(maxsize=8192)
def hash_name(name: str) -> int:
    """The hash of a named feature or a word, as `read_surface` would give it for one word."""
    value = 0
    for place, code in enumerate(map(ord, name)):
        value += code * int(_POWER[place])
    return value & 0xFFFFFFFFFFFFFFFF
