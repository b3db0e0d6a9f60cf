"""Where the program would rather ask than guess."""

from __future__ import annotations

from inbox_watch.core.types import Bounds


def is_unsure(bounds: Bounds, score: float, best_stage: float) -> bool:
    """Say whether a mail is one to review, by its probability of being recruiting and that of its likeliest stage."""
    if bounds.recruiting_from <= score < bounds.recruiting_to:
        return True
    return score >= bounds.recruiting_to and best_stage < bounds.stage_below
