"""Where the program would rather ask than guess."""

from __future__ import annotations

from inbox_watch.core.types import Doubt


def is_doubtful(doubt: Doubt, score: float, best_stage: float) -> bool:
    """Say whether a mail is one to review, by its probability of being recruiting and that of its likeliest stage."""
    if doubt.recruiting_from <= score < doubt.recruiting_to:
        return True
    return score >= doubt.recruiting_to and best_stage < doubt.stage_below
