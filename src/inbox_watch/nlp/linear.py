"""The model itself: sparse linear weights over hashed features, and how to save and load them without pickle.

Column 0 is a logistic regression "recruiting or not"; then one regression over the stages of recruiting mail and the
sorts of everyday mail together; then the sender's kinds. Both of the first two say whether a mail is recruiting: their
sum is right more often than either, as the second one gives each stage and each sort words of its own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.core.types import Bounds, SenderKind, Stage
from inbox_watch.nlp import packed
from inbox_watch.nlp.features import Block
from inbox_watch.nlp.surface import BUCKET_BITS

NO_STAGE: Final = "none"
STAGES: Final = (NO_STAGE, *(stage.value for stage in Stage))
SENDER_KINDS: Final = tuple(kind.value for kind in SenderKind)
EVERYDAY_KINDS: Final = ("mail", "spam", "sentence", "alert", "bulk", "work", "private", "form", "other")
"""Sorts of everyday mail that the model tells apart, so that each may have words of its own; nobody is shown them."""
STAGE_COLUMNS: Final = slice(1, 1 + len(STAGES))
EVERYDAY_COLUMNS: Final = slice(STAGE_COLUMNS.stop, STAGE_COLUMNS.stop + len(EVERYDAY_KINDS))
SENDER_COLUMNS: Final = slice(EVERYDAY_COLUMNS.stop, EVERYDAY_COLUMNS.stop + len(SENDER_KINDS))
OUTPUTS: Final = SENDER_COLUMNS.stop

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the recipe measured: the score's calibration, and from where on the reader would rather ask than guess.

    The probability is the logistic of `slope` x logit + `shift`; `quoted` is what a point of the quoted text's
    logit counts, held
    within `quoted_most`. A score between `unsure_from` and `unsure_to`, or a stage under `stage_at_least`, is unsure.
    """

    version: str = "none"
    slope: float = 1.0
    shift: float = 0.0
    quoted: float = 0.0
    quoted_most: float = 3.0
    stage_slope: float = 1.0
    unsure_from: float = 0.3
    unsure_to: float = 0.6
    stage_at_least: float = 0.4

    @property
    def bounds(self) -> Bounds:
        """Where the program would rather ask, in the words of the core."""
        return Bounds(recruiting_from=self.unsure_from, recruiting_to=self.unsure_to, stage_below=self.stage_at_least)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Linear:
    """Weights by bucket. `buckets` are those that have one, in order; `weights` has one row each, one column an
    output.
    """

    settings: Settings
    buckets: NDArray[np.uint32]
    weights: Array
    bias: Array
    rows: NDArray[np.int32]

    def rows_of(self, buckets: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows of the distinct buckets that have weights."""
        rows = self.rows[buckets]
        return np.unique(rows[rows >= 0]).astype(np.int64)

    def logits(self, blocks: Iterable[Block]) -> Array:
        """The sum of weight x value of each output."""
        total = self.bias.astype(np.float64)
        for block in blocks:
            rows = self.rows_of(block.buckets)
            total += self.weights[rows].sum(axis=0) * block.value
        return total.astype(np.float32)

    def toward(self, buckets: NDArray[np.int64], direction: Array) -> Array:
        """Each bucket's weight in a direction (one number an output), 0 where it has none: the contribution is this
        times the block's value.
        """
        rows = self.rows[buckets]
        return np.where(rows >= 0, self.weights[rows] @ direction, np.float32(0))


def make_linear(settings: Settings, buckets: NDArray[np.uint32], weights: Array, bias: Array) -> Linear:
    """Build the look-up table of a model."""
    rows = np.full(1 << BUCKET_BITS, -1, dtype=np.int32)
    rows[buckets] = np.arange(len(buckets), dtype=np.int32)
    if not len(buckets):
        weights = np.zeros((1, OUTPUTS), dtype=np.float32)
    return Linear(settings=settings, buckets=buckets, weights=weights, bias=bias, rows=rows)


def empty_linear() -> Linear:
    """A model that knows nothing: what a pipeline has before it is trained or loaded."""
    zeros = np.zeros(OUTPUTS, dtype=np.float32)
    return make_linear(Settings(), np.empty(0, dtype=np.uint32), np.zeros((0, OUTPUTS), dtype=np.float32), zeros)


def save(linear: Linear, folder: Path) -> None:
    """Write a model as plain arrays and one JSON file; the same model gives the same bytes."""
    packed.save(folder, linear.buckets, linear.weights[: len(linear.buckets)], linear.bias)
    settings = {name: getattr(linear.settings, name) for name in Settings.__dataclass_fields__}
    (folder / "settings.json").write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read(folder: Path) -> Linear:
    """Load what `save` wrote. Raises OSError or ValueError where the files are missing or not a model of this
    program.
    """
    settings = Settings(**json.loads((folder / "settings.json").read_text(encoding="utf-8")))
    return make_linear(settings, *packed.read(folder, OUTPUTS))


def recruiting_logit(logits: NDArray[np.floating]) -> NDArray[np.float64]:
    """How much speaks for recruiting, of one mail's logits or of many rows: both regressions' log odds, added."""
    stages = np.logaddexp.reduce(logits[..., STAGE_COLUMNS], axis=-1)
    everyday = np.logaddexp.reduce(logits[..., EVERYDAY_COLUMNS], axis=-1)
    return np.asarray(logits[..., 0] + stages - everyday, dtype=np.float64)


def recruiting_direction(logits: Array) -> Array:
    """How much `recruiting_logit` grows with each output, at one mail's logits."""
    direction = np.zeros(OUTPUTS, dtype=np.float32)
    direction[0] = 1
    direction[STAGE_COLUMNS] = softmax(logits[STAGE_COLUMNS])
    direction[EVERYDAY_COLUMNS] = -softmax(logits[EVERYDAY_COLUMNS])
    return direction


def stage_direction(stage: int) -> Array:
    """The output of one stage (its place in `STAGES`) alone."""
    direction = np.zeros(OUTPUTS, dtype=np.float32)
    direction[STAGE_COLUMNS.start + stage] = 1
    return direction


def logistic(value: float) -> float:
    """The logistic function, safe at both ends."""
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


def softmax(logits: Array) -> Array:
    """Probabilities that add up to 1."""
    powers = np.exp(logits - logits.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)
