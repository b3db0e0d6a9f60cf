"""A mail's text taken apart, and the time words in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ZoneKind(StrEnum):
    """What a run of lines in a mail's text is."""

    NEW = "new"
    QUOTED = "quoted"
    SIGNATURE = "signature"
    FOOTER = "footer"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A run of lines: `start` and `end` are offsets into the message's text."""

    kind: ZoneKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """A mail's text, taken apart. The zones follow each other and cover the text.

    `new` is what this person newly wrote, the pieces joined by one empty line: only this may give cues. `answers`
    pairs a quoted piece with the new text right below it, for answers written between the lines.
    """

    zones: tuple[Zone, ...] = ()
    new: str = ""
    signature: str = ""
    quoted: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a time phrase means: from `earliest` to `latest`. `start` and `end` are offsets into the text read.

    `has_hour` is true where the words name a time of day. `is_point` is true where they name a set moment or day
    ("Monday at 2pm") rather than a deadline or a stretch. `other` is the second reading of an ambiguous phrase ("next
    Friday", 03/04). `approximate` marks conventions such as "in the coming days". Where no hour is named, `earliest`
    is 00:00 and `latest` 18:00.
    """

    earliest: datetime
    latest: datetime
    quote: str
    start: int
    end: int
    has_hour: bool = False
    is_point: bool = False
    approximate: bool = False
    other: Window | None = None
