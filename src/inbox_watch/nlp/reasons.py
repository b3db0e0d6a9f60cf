"""Why a mail was read as it was: contribution is weight x value, shown as the words of this very mail."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.core.types import Cue
from inbox_watch.nlp.features import MARK, MARK_VALUE, Features, Material, word_places
from inbox_watch.nlp.linear import STAGES, Linear
from inbox_watch.nlp.surface import buckets_of, hash_name

MOST_REASONS: Final = 6
MOST_STAGE_WORDS: Final = 8
_LEAST: Final = 0.02


def strongest_words(model: Linear, features: Features, material: Material) -> tuple[str, ...]:
    """The words and marks that spoke most for (or, with a minus before them, against) recruiting; the strongest
    first.
    """
    weights = _word_weights(model, features, 0)
    starts, ends = word_places(features.surface)
    found: dict[str, float] = {}
    for place in np.argsort(-np.abs(weights), kind="stable")[: 3 * MOST_REASONS]:
        words = " ".join(material.text[int(starts[place]) : int(ends[place])].split()).lower()
        found.setdefault(words, float(weights[place]))
    buckets = buckets_of(np.array([hash_name(mark) for mark in material.marks], dtype=np.uint64), MARK)
    for mark, weight in zip(material.marks, model.column(buckets, 0), strict=True):
        found[mark] = float(weight) * MARK_VALUE
    ranked = sorted(found.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    kept = _without_repeats([(words, weight) for words, weight in ranked if abs(weight) >= _LEAST])
    return tuple(words if weight > 0 else f"-{words}" for words, weight in kept[:MOST_REASONS])


def _without_repeats(ranked: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Leave out what a stronger entry says already."""
    kept: list[tuple[str, float]] = []
    for words, weight in ranked:
        if not any(words in other or other in words for other, _ in kept):
            kept.append((words, weight))
    return kept


def words_for_stage(model: Linear, features: Features, material: Material, stage: int) -> tuple[Cue, ...]:
    """The words of the newly written text that spoke most for a stage (its place in `STAGES`), the strongest first."""
    weights = _word_weights(model, features, 1 + stage)
    starts, ends = word_places(features.surface)
    cues = []
    for place in np.argsort(-weights, kind="stable")[: 2 * MOST_STAGE_WORDS]:
        begin, end, weight = material.place(int(starts[place])), material.place(int(ends[place])), float(weights[place])
        if begin >= 0 and weight > 0 and end > begin:
            cues.append(Cue(label=STAGES[stage], start=begin, end=end, weight=round(weight, 4)))
    return tuple(cues[:MOST_STAGE_WORDS])


def _word_weights(model: Linear, features: Features, column: int) -> NDArray[np.float32]:
    words = features.blocks[0]
    return model.column(words.buckets, column) * np.float32(words.value)
