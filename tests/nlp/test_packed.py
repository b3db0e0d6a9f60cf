"""Weights in one byte each: near enough, and the same after every round."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inbox_watch.nlp.packed import pack, rounded

COLUMNS = arrays(np.float32, st.tuples(st.integers(1, 30), st.just(3)), elements=st.floats(-8, 8, width=32))


@given(COLUMNS)
def test_a_weight_keeps_its_sign_and_is_off_by_a_hundredth_of_the_largest_at_most(weights: np.ndarray) -> None:
    found = rounded(weights)
    assert (np.abs(found - weights) <= np.abs(weights).max(axis=0) / 100 + 1e-6).all()
    assert (found * weights >= 0).all()


@given(COLUMNS)
def test_what_was_stored_once_is_stored_the_same_again(weights: np.ndarray) -> None:
    once = rounded(weights)
    assert (pack(once)[0] == pack(weights)[0]).all()
    assert (rounded(once) == once).all()


def test_of_no_weights_nothing_is_kept() -> None:
    assert rounded(np.zeros((0, 3), dtype=np.float32)).shape == (0, 3)
