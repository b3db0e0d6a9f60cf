"""The corpus → sentences with what they do: those of `corpus/speech`, and those of the recruiting skeletons."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from corpus import CHOICE, SLOT, TRAIN, Skeleton, read_file, read_folder
from render import fill_slots, slots_of
from scipy import sparse

from inbox_watch.core import zones
from inbox_watch.core.reading.sentences import Sentence, split_sentences
from inbox_watch.nlp.speech import NOTHING, PROMISE
from inbox_watch.nlp.speech_features import MOST_TEXT, extract
from inbox_watch.nlp.surface import BUCKET_BITS

EACH = 2
UNSAID = ""  # a label that isn't known: this row doesn't teach that output
OVERLAP = 0.5
FOLDS = 5
MAILS = 2.0  # how much a mail's own ask or promise weighs beside a single sentence
UNQUOTED = 0.3  # a label quotes one sentence of a kind: what else stands in that mail may ask as well
_BULK = frozenset({"list-id", "list-unsubscribe", "precedence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sentence's labels. `group` is what it may not be split from; `ask` is a kind, "none", or unsaid."""

    group: str
    ask: str
    promise: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All rows and their features."""

    rows: list[Row]
    matrix: sparse.csr_matrix


def fill(text: str, filled: dict[str, str], rng: random.Random) -> str:
    """A skeleton's text with its slots filled and its alternatives chosen."""
    chosen = CHOICE.sub(lambda match: rng.choice(match[1].split("|")), text)
    return SLOT.sub(lambda match: filled[match[1]], chosen)


def gather(each: int = EACH) -> Rows:
    """Every sentence that teaches, in the order of the files."""
    rows: list[Row] = []
    parts: list[sparse.csr_matrix] = []
    for mail_rows, features in (*_acts(), *_mails(each)):
        rows += mail_rows
        parts.append(features)
    return Rows(rows=rows, matrix=sparse.vstack(parts, format="csr"))


def features_of(
    text: str, sentences: Sequence[Sentence], marks: Sequence[str], *, is_outgoing: bool
) -> sparse.csr_matrix:
    """The matrix of some sentences, a row each."""
    touched = extract(text, sentences, marks=marks, is_outgoing=is_outgoing)
    shape = (len(sentences), 1 << BUCKET_BITS)
    return sparse.csr_matrix((touched.values, (touched.sentences, touched.buckets)), shape=shape, dtype=np.float32)


def fold_of(group: str) -> int:
    """The fold of a skeleton or a single sentence."""
    return hashlib.sha256(group.encode()).digest()[1] % FOLDS


def _rng(name: str, number: int) -> random.Random:
    return random.Random(hashlib.sha256(f"speech {name} {number}".encode()).digest())


def _acts() -> Iterator[tuple[list[Row], sparse.csr_matrix]]:
    values = slots_of("train")
    for path in sorted((TRAIN / "speech").glob("*.jsonl")):
        for number, entry in enumerate(read_file(path)):
            rng = _rng(path.name, number)
            yield _act(entry, fill(entry["text"], fill_slots(values, rng), rng), f"{path.name} {number}")


def _act(entry: Skeleton, text: str, group: str) -> tuple[list[Row], sparse.csr_matrix]:
    is_promise, is_outgoing = entry["label"] == PROMISE, entry["direction"] == "out"
    row = Row(
        group=group,
        ask=UNSAID if is_outgoing else NOTHING if is_promise else entry["label"],
        promise=PROMISE if is_promise else NOTHING,
        weight=1.0,
    )
    sentences = split_sentences(text)
    if len(sentences) > 1:
        sentences = (_as_one(text, sentences),)
    return [row] * len(sentences), features_of(text, sentences, (), is_outgoing=is_outgoing)


def _as_one(text: str, sentences: Sequence[Sentence]) -> Sentence:
    """An entry of two short sentences is taught as one."""
    low = text.lower()
    return replace(
        sentences[-1], start=0, end=len(text), text=text, low=low,
        words=frozenset().union(*(sentence.words for sentence in sentences)), paragraph=0,
        is_question=any(sentence.is_question for sentence in sentences),
    )  # fmt: skip


def _mails(each: int) -> Iterator[tuple[list[Row], sparse.csr_matrix]]:
    values = slots_of("train")
    for skeleton in read_folder(TRAIN):
        if not skeleton["recruiting"]:
            continue
        for number in range(each):
            rng = _rng(skeleton["id"], number)
            filled = fill_slots(values, rng)
            yield _mail(skeleton, filled, rng, knows_stage=number % 2 == 0, weight=1 / each)


def _mail(
    skeleton: Skeleton, filled: dict[str, str], rng: random.Random, *, knows_stage: bool, weight: float
) -> tuple[list[Row], sparse.csr_matrix]:
    text = zones.split(fill(skeleton["body"], filled, rng)).new
    sentences = [sentence for sentence in split_sentences(text) if sentence.end <= MOST_TEXT]
    asks = [(ask["kind"], _places(text, SLOT.sub(lambda m: filled[m[1]], ask["quote"]))) for ask in skeleton["asks"]]
    promises = [_places(text, SLOT.sub(lambda m: filled[m[1]], one["quote"])) for one in skeleton["promises"]]
    is_outgoing = skeleton["direction"] == "out"
    share = UNQUOTED if skeleton["asks"] else 1.0
    is_lost = any(place is None for place in (*(place for _, place in asks), *promises))
    is_bulk = skeleton["automatic"] or not _BULK.isdisjoint(name.lower() for name in skeleton["headers"])
    rows = []
    for sentence in sentences:
        kinds = [kind for kind, place in asks if place and _lies_in(sentence, place)]
        is_promise = any(place and _lies_in(sentence, place) for place in promises)
        ask = kinds[0] if kinds else UNSAID if is_outgoing or is_lost or (is_bulk and sentence.is_question) else NOTHING
        said = PROMISE if is_promise else UNSAID if is_lost else NOTHING
        factor = MAILS if kinds or is_promise else share
        rows.append(Row(group=skeleton["id"], ask=ask, promise=said, weight=weight * factor))
    marks = (f"stage:{skeleton['signal'] or NOTHING}",) if knows_stage else ()
    return rows, features_of(text, sentences, marks, is_outgoing=is_outgoing)


def _places(text: str, quote: str) -> tuple[int, int] | None:
    place = text.find(quote)
    return (place, place + len(quote)) if place >= 0 else None


def _lies_in(sentence: Sentence, place: tuple[int, int]) -> bool:
    shared = min(sentence.end, place[1]) - max(sentence.start, place[0])
    return shared >= OVERLAP * min(sentence.end - sentence.start, place[1] - place[0])
