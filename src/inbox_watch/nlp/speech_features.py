"""Sentences as numbers: which buckets each sentence of a text touches, with which value.

The whole text is read once and its n-grams are dealt out to the sentences that they lie in, so that many sentences
cost little more than one. Training and reading go through here alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.nlp import speech_words
from inbox_watch.nlp.surface import (
    LONGEST,
    Hashes,
    blank_noise,
    buckets_of,
    hash_name,
    mix,
    read_places,
)

MOST_TEXT: Final = LONGEST - 2
WORD, CHARACTER, PATTERN, JUMP, EDGE, MARK, OUTGOING, NEIGHBOUR = range(31, 39)
WORD_SCALE: Final = 1.6
CHARACTER_SCALE: Final = 1.4
PATTERN_SCALE: Final = 1.2
JUMP_SCALE: Final = 0.8
EDGE_VALUE: Final = 0.35
MARK_VALUE: Final = 0.3
STAGE_VALUE: Final = 1.0
NEIGHBOUR_VALUE: Final = 0.12
DAMPING: Final = 8
_LONG: Final = (4, 9, 16, 28)

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Which sentence touches which bucket with which value: three arrays of one length."""

    sentences: Ids
    buckets: Ids
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words that lie in a sentence, in order: their sentence, hash and token."""

    sentences: Ids
    hashes: Hashes
    tokens: Ids


def extract(
    text: str, sentences: Sequence[Sentence], *, marks: Sequence[str] = (), is_outgoing: bool = False
) -> Touched:
    """All features of the sentences of `text` (those that lie in its first `MOST_TEXT` characters).

    `marks` name what is known of the whole mail. Linear in the text's length.
    """
    begins = np.array([sentence.start for sentence in sentences], dtype=np.int64) + 1
    ends = np.array([sentence.end for sentence in sentences], dtype=np.int64) + 1
    clean = blank_noise(f" {text[:MOST_TEXT]} ")
    starts, hashes, places, grams = read_places(clean)
    words = _words(starts, hashes, begins, ends)
    owner = _owners(places + 1, begins, ends)
    inside = owner >= 0
    count = len(sentences)
    blocks = [
        *_word_blocks(words, count, is_outgoing=is_outgoing),
        _scaled(owner[inside], grams[inside], CHARACTER, CHARACTER_SCALE, count),
        *_pattern_blocks(words, count),
        *_edge_blocks(words, sentences),
        *_marks(sentences, marks, words, is_outgoing=is_outgoing),
    ]
    return Touched(
        sentences=np.concatenate([block.sentences for block in blocks]),
        buckets=np.concatenate([block.buckets for block in blocks]),
        values=np.concatenate([block.values for block in blocks]),
    )


def _words(starts: Ids, hashes: Hashes, begins: Ids, ends: Ids) -> _Words:
    owner = _owners(starts, begins, ends)
    inside = owner >= 0
    kept = hashes[inside]
    return _Words(sentences=owner[inside], hashes=kept, tokens=speech_words.tokens_of(kept))


def _owners(places: Ids, begins: Ids, ends: Ids) -> Ids:
    """The sentence that each place lies in, -1 for none."""
    if not len(begins):
        return np.full(len(places), -1, dtype=np.int64)
    owner = np.searchsorted(begins, places, side="right") - 1
    return np.where((owner >= 0) & (places < ends[owner]), owner, -1)


def _scaled(owner: Ids, hashes: Hashes, namespace: int, scale: float, count: int) -> Touched:
    """Features whose value falls with the number that the sentence has."""
    numbers = np.bincount(owner, minlength=count)
    values = (scale / np.sqrt(numbers + DAMPING))[owner].astype(np.float32)
    return Touched(sentences=owner, buckets=buckets_of(hashes, namespace), values=values)


def _plain(owner: Ids, hashes: Hashes, namespace: int, value: float) -> Touched:
    values = np.full(len(owner), value, dtype=np.float32)
    return Touched(sentences=owner, buckets=buckets_of(hashes, namespace), values=values)


def _chains(owner: Ids, hashes: Hashes, most: int) -> tuple[Ids, Hashes]:
    """All chains of one to `most` neighbours that lie in one sentence."""
    owners, found, chain = [owner], [hashes], hashes
    for size in range(2, most + 1):
        chain = mix(chain[:-1]) * np.uint64(2 * size - 1) + hashes[size - 1 :]
        whole = owner[: len(chain)] == owner[size - 1 :]
        owners.append(owner[: len(chain)][whole])
        found.append(chain[whole])
    return np.concatenate(owners), np.concatenate(found)


def _word_blocks(words: _Words, count: int, *, is_outgoing: bool) -> list[Touched]:
    owner, hashes = _chains(words.sentences, words.hashes, 3)
    blocks = [_scaled(owner, hashes, WORD, WORD_SCALE, count)]
    if is_outgoing:
        blocks.append(_scaled(words.sentences, words.hashes, OUTGOING, WORD_SCALE, count))
    return blocks


def _pattern_blocks(words: _Words, count: int) -> list[Touched]:
    """Chains of tokens, and ordered pairs of words of the field with whatever stands between them."""
    names = speech_words.token_hashes(words.tokens)
    owner, hashes = _chains(words.sentences, names, 4)
    known = np.flatnonzero(words.tokens > 0)
    jumps, owners = [], []
    for step in (1, 2, 3):
        left, right = known[:-step], known[step:]
        whole = words.sentences[left] == words.sentences[right]
        left, right = left[whole], right[whole]
        jumps.append(mix(names[left] * np.uint64(11)) + names[right])
        owners.append(words.sentences[left])
    return [
        _scaled(owner, hashes, PATTERN, PATTERN_SCALE, count),
        _scaled(np.concatenate(owners), np.concatenate(jumps), JUMP, JUMP_SCALE, count),
    ]


def _edge_blocks(words: _Words, sentences: Sequence[Sentence]) -> list[Touched]:
    """How a sentence begins and ends, and how its neighbours do."""
    if not len(words.sentences):
        return []
    names = speech_words.token_hashes(words.tokens)
    owner = words.sentences
    change = np.flatnonzero(np.diff(owner))
    first = np.concatenate(([0], change + 1))
    last = np.concatenate((change, [len(owner) - 1]))
    asks = np.array([sentence.is_question for sentence in sentences], dtype=np.uint64)[owner[first]]
    second = np.minimum(first + 1, last)
    begin = names[first] * np.uint64(13)
    opening = mix(begin) + names[second]
    closing = mix(names[last] * np.uint64(17))
    signed = [mix(hashes) + asks for hashes in (begin, opening, closing, words.hashes[first] * np.uint64(19))]
    here = owner[first]
    blocks = [_plain(here, hashes, EDGE, EDGE_VALUE) for hashes in signed]
    if len(here) > 1:
        blocks.append(_plain(here[1:], closing[:-1] + asks[:-1], NEIGHBOUR, NEIGHBOUR_VALUE))
        blocks.append(_plain(here[:-1], opening[1:] + asks[1:] + np.uint64(1 << 20), NEIGHBOUR, NEIGHBOUR_VALUE))
    return blocks


def _marks(sentences: Sequence[Sentence], marks: Sequence[str], words: _Words, *, is_outgoing: bool) -> list[Touched]:
    owner, names = [], []
    lengths = np.bincount(words.sentences, minlength=len(sentences))
    for number, sentence in enumerate(sentences):
        length = sum(int(lengths[number]) >= step for step in _LONG)
        asks = "?" if sentence.is_question else "."
        own = [f"length:{length}{asks}", f"ends:{asks}", f"direction:{is_outgoing}{asks}"]
        if "://" in sentence.low or "www." in sentence.low:
            own.append("link")
        if sentence.low.endswith(":"):
            own.append("colon")
        owner += [number] * len(own)
        names += own
    about = np.repeat(np.arange(len(sentences)), len(marks))
    return [
        _plain(np.array(owner, dtype=np.int64), _hashes(names), MARK, MARK_VALUE),
        _plain(about, np.tile(_hashes(marks), len(sentences)), MARK, STAGE_VALUE),
    ]


def _hashes(names: Sequence[str]) -> Hashes:
    return np.array([hash_name(name) for name in names], dtype=np.uint64)
