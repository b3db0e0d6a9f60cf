"""What the readers of one mail know besides its words, worked out once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from inbox_watch.core.bookings import Notice
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import Speech, Stage, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One mail's newly written text, cut and dated, and what its headers say.

    `written` is the mail's instant, None where unknown (then no time words are read). `windows` are those of the
    whole text, by their place. `names` are the candidate's first names, `others` those of the other receivers, in
    lower case; `speaks_past_me` marks a mail of somebody else's that is addressed to others. `is_platform` marks an
    applicant tracking system, scheduler or test platform; `is_answer` an automatic answer, `notice` what a
    scheduling platform's mail tells of a call. `speech` is what the model
    makes of each sentence, by its start; empty where no model has read the mail.
    """

    text: str
    sentences: tuple[Sentence, ...]
    windows: tuple[Window, ...]
    written: datetime | None
    calendar: Calendar
    message_id: str = ""
    signal: Stage | None = None
    names: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    is_copied: bool = False
    speaks_past_me: bool = False
    is_automatic: bool = False
    is_bulk: bool = False
    is_platform: bool = False
    is_answer: bool = False
    notice: Notice | None = None
    from_candidate: bool = False
    speech: Mapping[int, Speech] = field(default_factory=dict)

    def windows_in(self, sentence: Sentence) -> tuple[Window, ...]:
        """Return the time windows that begin in this sentence."""
        first = bisect_left(self.windows, sentence.start, key=_place)
        return self.windows[first : bisect_left(self.windows, sentence.end, first, key=_place)]


def _place(window: Window) -> int:
    return window.start


def is_future(window: Window, written: datetime | None) -> bool:
    """Say whether a window ends at or after the moment of writing."""
    return written is None or window.latest >= written


def blank(pattern_start: int, pattern_end: int, text: str) -> str:
    """Return the text with one stretch replaced by spaces, of the same length."""
    return text[:pattern_start] + " " * (pattern_end - pattern_start) + text[pattern_end:]
