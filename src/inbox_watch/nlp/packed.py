"""Weights in half a byte or one byte each, as they are stored.

Each column has levels of its own, set where its weights lie (Lloyd's method); a weight is stored as the nearest one's
number. Of sixteen levels, two numbers go into a byte: that moved the reader's area under the curve on the hard test
mail by .0003, and lets twice as many weights fit into the same size. The sentence model, which adds up fewer weights,
has 256.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.nlp.surface import BUCKET_BITS

FEW, MANY = 16, 256
"""Levels of a column: two weights in a byte, or one."""
_ROUNDS: Final = 40

Array = NDArray[np.float32]


def pack(weights: NDArray[np.floating], count: int = FEW) -> tuple[NDArray[np.uint8], Array]:
    """Return each weight as the number of its level, and the levels of each column, `count` of them in order."""
    levels = np.array([_levels_of(column, count) for column in weights.T], dtype=np.float32).reshape(-1, count)
    numbers = np.zeros(weights.shape, dtype=np.uint8)
    for place, own in enumerate(levels):
        numbers[:, place] = np.searchsorted((own[1:] + own[:-1]) / 2, weights[:, place])
    return numbers, levels


def unpack(numbers: NDArray[np.uint8], levels: Array) -> Array:
    """Return the weights that `pack` was given, as near as it keeps them."""
    return np.asarray(levels[np.arange(len(levels)), numbers], dtype=np.float32)


def rounded(weights: NDArray[np.floating], count: int = FEW) -> Array:
    """Return weights as they will be once they were stored."""
    return unpack(*pack(weights, count))


def _levels_of(column: NDArray[np.floating], count: int) -> NDArray[np.float64]:
    """Return the levels at which a column's weights are off by little: each the mean of the weights nearest to it."""
    values = np.sort(column.astype(np.float64))
    distinct = np.unique(values)
    if len(distinct) <= count:  # stored before: nothing may change
        return np.pad(distinct, (0, count - len(distinct)), mode="edge") if len(distinct) else np.zeros(count)
    levels = np.linspace(np.cbrt(values[0]), np.cbrt(values[-1]), count) ** 3  # most weights are small
    sums = np.concatenate(([0.0], np.cumsum(values)))
    for _ in range(_ROUNDS):
        ends = np.concatenate(([0], np.searchsorted(values, (levels[1:] + levels[:-1]) / 2), [len(values)]))
        near = np.diff(ends)
        levels = np.where(near > 0, np.diff(sums[ends]) / np.maximum(near, 1), levels)
    return levels


def save(folder: Path, buckets: NDArray[np.uint32], weights: Array, bias: Array, count: int = FEW) -> None:
    """Write a model's arrays; the same arrays give the same bytes. `buckets` are in order."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers, levels = pack(weights, count)
    is_kept = np.zeros(1 << BUCKET_BITS, dtype=bool)
    is_kept[buckets] = True
    for name, values in (
        ("buckets", np.packbits(is_kept)),
        ("weights", _paired(numbers) if count == FEW else numbers),
        ("levels", levels.astype("<f4")),
        ("bias", bias.astype("<f4")),
    ):
        np.save(folder / f"{name}.npy", values, allow_pickle=False)


def read(folder: Path, outputs: int) -> tuple[NDArray[np.uint32], Array, Array]:
    """Return buckets, weights and bias as `save` wrote them. Raises OSError or ValueError where they don't fit."""
    kept, stored, levels, bias = (
        np.load(folder / f"{name}.npy", allow_pickle=False) for name in ("buckets", "weights", "levels", "bias")
    )
    buckets = np.flatnonzero(np.unpackbits(kept)).astype(np.uint32)
    if levels.shape not in ((outputs, FEW), (outputs, MANY)) or bias.shape != (outputs,):
        raise ValueError(f"{folder}: the model's arrays do not fit each other")
    numbers = _parted(stored)[:, :outputs] if levels.shape[1] == FEW else stored
    if numbers.shape != (len(buckets), outputs):
        raise ValueError(f"{folder}: the model's arrays do not fit each other")
    return buckets, unpack(numbers, levels.astype(np.float32)), bias.astype(np.float32)


def _paired(numbers: NDArray[np.uint8]) -> NDArray[np.uint8]:
    even = np.pad(numbers, ((0, 0), (0, numbers.shape[1] % 2)))
    return np.asarray(even[:, ::2] << 4 | even[:, 1::2])


def _parted(pairs: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.stack((pairs >> 4, pairs & 15), axis=2).reshape(len(pairs), -1)
