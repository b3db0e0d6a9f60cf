"""A mail's text → what this person newly wrote, what is quoted, signed, or added by machine.

Only the newly written text may give cues: a question in an old mail below an answer is nobody's ask today. Lampert,
Dale and Paris (2010) measured 41 % fewer errors in finding requests with this step alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from inbox_watch.core.types import Zone, ZoneKind, Zones
from inbox_watch.core.zones.boilerplate import mark_boilerplate
from inbox_watch.core.zones.lines import Line, lines_of, unquoted
from inbox_watch.core.zones.quotes import quoted_lines
from inbox_watch.core.zones.signature import mark_signatures

__all__ = ["MOST_LINES", "split"]

MOST_LINES = 10_000
"""How many lines are read; what stands below is taken as quoted, so that it gives no cue."""


def split(text: str) -> Zones:
    """Take a mail's text apart, line by line. Never raises; the time is linear in the text's length.

    In `new`, `signature`, `quoted` and `answers` line ends are LF; in `answers` the quoted piece has lost its marks.
    """
    lines = lines_of(text)
    kinds = _kinds(text, lines[:MOST_LINES])
    kinds += [ZoneKind.QUOTED] * (len(lines) - len(kinds))
    zones = _zones(text, lines, kinds)
    return Zones(
        zones=zones,
        new=_joined(zones, ZoneKind.NEW),
        signature=_joined(zones, ZoneKind.SIGNATURE),
        quoted=_joined(zones, ZoneKind.QUOTED),
        answers=_answers(zones),
    )


def _kinds(text: str, lines: Sequence[Line]) -> list[ZoneKind]:
    quoted = quoted_lines(text, lines)
    kinds = [ZoneKind.QUOTED if is_quoted else ZoneKind.NEW for is_quoted in quoted]
    mark_boilerplate(lines, kinds)
    mark_signatures(lines, kinds)
    _give_blank_lines(lines, kinds)
    return kinds


def _give_blank_lines(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """An empty line belongs to what stands above it; at the top, to what stands below."""
    above = next((kinds[number] for number, line in enumerate(lines) if not line.is_blank), ZoneKind.NEW)
    for number, line in enumerate(lines):
        if line.is_blank:
            kinds[number] = above
        above = kinds[number]


def _zones(text: str, lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> tuple[Zone, ...]:
    zones: list[Zone] = []
    start = 0
    for number, line in enumerate(lines):
        if number + 1 == len(lines) or kinds[number + 1] is not kinds[number]:
            zones.append(Zone(kind=kinds[number], start=start, end=line.end, text=text[start : line.end]))
            start = line.end
    return tuple(zones)


def _piece(zone: Zone) -> str:
    lines = [line.rstrip() for line in zone.text.split("\n")]
    return "\n".join(lines).strip("\n")


def _joined(zones: Sequence[Zone], kind: ZoneKind) -> str:
    pieces = (_piece(zone) for zone in zones if zone.kind is kind)
    return "\n\n".join(piece for piece in pieces if piece)


def _answers(zones: Sequence[Zone]) -> tuple[tuple[str, str], ...]:
    pairs = pairwise(zones)
    return tuple(
        (unquoted(above.text), _piece(below))
        for above, below in pairs
        if above.kind is ZoneKind.QUOTED and below.kind is ZoneKind.NEW and _piece(below)
    )
