"""One mail as numbers: which buckets it touches, with which value. Training and reading go through here alike."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.core.types import Cue, Message, Zones
from inbox_watch.nlp.context import Context
from inbox_watch.nlp.lexicon import class_hashes
from inbox_watch.nlp.marks import read_marks
from inbox_watch.nlp.names import blank_names, names_in
from inbox_watch.nlp.surface import Places, Surface, blank_noise, buckets_of, hash_name, read_surface

HEAD: Final = 3000  # characters of the newly written text that are read from its begin, and from its end
TAIL: Final = 1000
SUBJECT: Final = 300
QUOTED: Final = 1200
MARK_VALUE: Final = 0.35
CUE_VALUE: Final = 0.2
CLASS_SCALE: Final = 1.0

(
    BODY_WORD,
    BODY_CHARACTER,
    SUBJECT_WORD,
    SIGNATURE_WORD,
    OUTGOING_WORD,
    MARK,
    CUE,
    SUBJECT_CHARACTER,
    CLASS,
    SUBJECT_CLASS,
) = range(1, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is read of one mail. `text` is subject, a line's end, and the new text's head and tail; `offset` is
    where the new text begins.
    """

    text: str
    offset: int
    cut: int
    tail_shift: int
    quoted: str
    signature: str
    marks: tuple[str, ...]
    from_candidate: bool

    def place(self, start: int) -> int:
        """Where a place in `text` lies in the newly written text; negative in the subject."""
        inside = start - self.offset
        return inside + self.tail_shift if inside >= self.cut else inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Features of one kind: their buckets (with repetitions) and the one value that each distinct bucket has."""

    buckets: NDArray[np.int64]
    value: float


def gather(message: Message, zones: Zones, context: Context) -> Material:
    """Cut what the reader reads out of a mail. The cost does not grow with the mail's length beyond the caps."""
    subject = message.subject[:SUBJECT].replace("\n", " ")
    new = zones.new
    is_long = len(new) > HEAD + TAIL
    body = f"{new[:HEAD]}\n{new[-TAIL:]}" if is_long else new
    names = names_in(message)
    return Material(
        text=blank_names(blank_noise(f"{subject}\n{body}"), names),
        offset=len(subject) + 1,
        cut=HEAD + 1 if is_long else len(new) + 1,
        tail_shift=len(new) - TAIL - HEAD - 1 if is_long else 0,
        quoted=blank_names(blank_noise(zones.quoted[:QUOTED]), names),
        signature=blank_names(blank_noise(zones.signature[-600:]), names),
        marks=tuple(read_marks(message, zones, context)),
        from_candidate=context.from_candidate,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """A mail's blocks, with its text's surface (subject and new text together) for language and reasons."""

    blocks: tuple[Block, ...]
    surface: Surface
    subject_words: int

    @property
    def count(self) -> int:
        """How many features were made, repetitions included."""
        return sum(len(block.buckets) for block in self.blocks)


def extract(material: Material, cues: Sequence[Cue]) -> Features:
    """All features of one mail."""
    surface = read_surface(material.text)
    subject_words = int(np.searchsorted(surface.starts, material.offset))
    subject = read_surface(material.text[: material.offset])
    signature = read_surface(material.signature)
    blocks = [
        _word_block(surface, BODY_WORD),
        _block(surface.characters, BODY_CHARACTER, 2.0),
        _word_block(subject, SUBJECT_WORD, 1.0),
        _block(subject.characters, SUBJECT_CHARACTER, 0.7),
        _block(signature.words, SIGNATURE_WORD, 1.0),
        Block(buckets=_named(material.marks, MARK), value=MARK_VALUE),
        Block(buckets=_named([cue.label for cue in cues], CUE), value=CUE_VALUE),
    ]
    blocks += [
        _block(class_hashes(surface.words), CLASS, CLASS_SCALE),
        _block(class_hashes(subject.words), SUBJECT_CLASS, 0.5),
    ]
    if material.from_candidate:
        blocks.append(_word_block(surface, OUTGOING_WORD))
    return Features(blocks=tuple(blocks), surface=surface, subject_words=subject_words)


def _word_block(surface: Surface, namespace: int, scale: float = 2.0) -> Block:
    return _block(np.concatenate((surface.words, surface.pairs, surface.triples)), namespace, scale)


def _block(hashes: NDArray[np.uint64], namespace: int, scale: float) -> Block:
    return Block(buckets=buckets_of(hashes, namespace), value=scale / math.sqrt(len(hashes) + 20))


def _named(names: Sequence[str], namespace: int) -> NDArray[np.int64]:
    return buckets_of(np.array([hash_name(name) for name in names], dtype=np.uint64), namespace)


def word_places(surface: Surface) -> tuple[Places, Places]:
    """Where each feature of a word block stands in the text: starts and ends of words, pairs, triples."""
    starts, ends = surface.starts, surface.ends
    return np.concatenate((starts, starts[:-1], starts[:-2])), np.concatenate((ends, ends[1:], ends[2:]))


def quoted_blocks(surface: Surface) -> tuple[Block, ...]:
    """Quoted text read as if it were new."""
    return (_word_block(surface, BODY_WORD), _block(surface.characters, BODY_CHARACTER, 2.0))
