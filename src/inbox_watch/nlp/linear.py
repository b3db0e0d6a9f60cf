"""The model itself: sparse linear weights over hashed features, three outputs, and how to save and load them
without pickle.
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

from inbox_watch.core.types import SenderKind, Stage
from inbox_watch.nlp.features import Block
from inbox_watch.nlp.surface import BUCKET_BITS

NO_STAGE: Final = "none"
STAGES: Final = (NO_STAGE, *(stage.value for stage in Stage))
SENDER_KINDS: Final = tuple(kind.value for kind in SenderKind)
OUTPUTS: Final = 1 + len(STAGES) + len(SENDER_KINDS)
STAGE_COLUMNS: Final = slice(1, 1 + len(STAGES))
SENDER_COLUMNS: Final = slice(1 + len(STAGES), OUTPUTS)

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

    def column(self, buckets: NDArray[np.int64], column: int) -> Array:
        """Each bucket's weight for one output, 0 where it has none: the contribution is this times the block's
        value.
        """
        rows = self.rows[buckets]
        return np.where(rows >= 0, self.weights[rows, column], np.float32(0))


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
    folder.mkdir(parents=True, exist_ok=True)
    kept = linear.weights[: len(linear.buckets)]
    np.save(folder / "buckets.npy", linear.buckets.astype("<u4"), allow_pickle=False)
    np.save(folder / "weights.npy", kept.astype("<f2"), allow_pickle=False)
    np.save(folder / "bias.npy", linear.bias.astype("<f4"), allow_pickle=False)
    settings = {name: getattr(linear.settings, name) for name in Settings.__dataclass_fields__}
    (folder / "settings.json").write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read(folder: Path) -> Linear:
    """Load what `save` wrote. Raises OSError or ValueError where the files are missing or not a model of this
    program.
    """
    settings = Settings(**json.loads((folder / "settings.json").read_text(encoding="utf-8")))
    buckets, weights, bias = (
        np.load(folder / f"{name}.npy", allow_pickle=False) for name in ("buckets", "weights", "bias")
    )
    if weights.shape != (len(buckets), OUTPUTS) or bias.shape != (OUTPUTS,):
        raise ValueError("the model's arrays do not fit each other")
    return make_linear(settings, buckets, weights.astype(np.float32), bias.astype(np.float32))


def logistic(value: float) -> float:
    """The logistic function, safe at both ends."""
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


def softmax(logits: Array) -> Array:
    """Probabilities that add up to 1."""
    powers = np.exp(logits - logits.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)
