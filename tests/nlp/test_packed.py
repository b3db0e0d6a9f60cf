"""Weights in half a byte or one: near enough, and the same after every round."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inbox_watch.nlp.packed import FEW, MANY, pack, read, rounded, save

COLUMNS = arrays(np.float32, st.tuples(st.integers(1, 60), st.just(3)), elements=st.floats(-8, 8, width=32))


@given(COLUMNS)
def test_a_weight_becomes_the_nearest_of_sixteen_levels_of_its_column(weights: np.ndarray) -> None:
    found = rounded(weights)
    levels = pack(weights)[1]
    assert levels.shape == (3, FEW)
    for place in range(3):
        nearest = np.abs(weights[:, place, None] - levels[place]).min(axis=1)
        assert np.allclose(np.abs(found[:, place] - weights[:, place]), nearest, atol=1e-5)


@pytest.mark.parametrize(("count", "share"), [(FEW, 0.2), (MANY, 0.02)])
def test_weights_as_a_model_has_them_are_off_by_little_and_keep_their_sums(count: int, share: float) -> None:
    weights = np.random.default_rng(1).laplace(size=(50_000, 2)).astype(np.float32)
    found = rounded(weights, count)
    assert np.sqrt(((found - weights) ** 2).mean()) < share * weights.std()
    assert np.abs(found.mean(axis=0) - weights.mean(axis=0)).max() < 1e-3


@given(COLUMNS)
def test_what_was_stored_once_is_stored_the_same_again(weights: np.ndarray) -> None:
    once = rounded(weights)
    assert (rounded(once) == once).all()


@pytest.mark.parametrize("count", [FEW, MANY])
def test_what_was_saved_is_read_as_it_was_rounded(tmp_path: Path, count: int) -> None:
    random = np.random.default_rng(2)
    buckets = np.sort(random.choice(1 << 20, 500, replace=False)).astype(np.uint32)
    weights, bias = random.normal(size=(500, 5)).astype(np.float32), random.normal(size=5).astype(np.float32)
    save(tmp_path, buckets, weights, bias, count)
    found = read(tmp_path, 5)
    assert (found[0] == buckets).all()
    assert (found[1] == rounded(weights, count)).all()
    assert (found[2] == bias).all()


def test_of_no_weights_nothing_is_kept() -> None:
    assert rounded(np.zeros((0, 3), dtype=np.float32)).shape == (0, 3)
