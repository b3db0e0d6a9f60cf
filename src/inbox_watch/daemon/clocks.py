"""Two clocks side by side: where they disagree, the computer slept or somebody set the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

_TOLERANCE = timedelta(seconds=10)  # between two looks a second apart; NTP moves the clock by less
_STALL = timedelta(seconds=30)  # some systems count sleep in their monotonic clock: then the gap itself tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """Where time comes from: `now` is the wall clock (aware), `monotonic` counts seconds, `zone` is the machine's."""

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    zone: Callable[[], tzinfo]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What both clocks said at one moment."""

    wall: datetime
    monotonic: float


def beat(clocks: Clocks) -> Beat:
    """Read both clocks."""
    return Beat(wall=clocks.now().astimezone(UTC), monotonic=clocks.monotonic())


def jump(before: Beat, after: Beat) -> timedelta | None:
    """Return by how much the wall clock jumped between two beats, back too; None where time just passed."""
    passed = timedelta(seconds=after.monotonic - before.monotonic)
    moved = (after.wall - before.wall) - passed
    if abs(moved) > _TOLERANCE:
        return moved
    return passed if passed > _STALL else None
