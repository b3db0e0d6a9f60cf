"""Where the program would rather ask than guess."""

from __future__ import annotations

from inbox_watch.core.bounds import is_unsure
from inbox_watch.core.types import Bounds

BOUNDS = Bounds(recruiting_from=0.4, recruiting_to=0.6, stage_below=0.5)


def test_a_score_in_the_band_is_to_be_reviewed_whatever_the_stage() -> None:
    assert is_unsure(BOUNDS, 0.4, 0.99)
    assert is_unsure(BOUNDS, 0.59, 0.99)


def test_a_surely_recruiting_mail_is_to_be_reviewed_only_for_its_stage() -> None:
    assert is_unsure(BOUNDS, 0.9, 0.49)
    assert not is_unsure(BOUNDS, 0.9, 0.5)
    assert not is_unsure(BOUNDS, 0.6, 0.5)


def test_the_stage_of_everyday_mail_is_nobodys_doubt() -> None:
    assert not is_unsure(BOUNDS, 0.1, 0.2)
