"""A text as lines with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_LINE_CHARACTERS = 2_000
"""What is looked at of one line: a longer one is a paragraph, and its start tells enough."""

_QUOTE_MARK = re.compile(r"^[ \t\u00a0]{0,4}(?:[A-Z]{1,3})?>")
_QUOTE_MARKS = re.compile(r"^(?:[ \t\u00a0]{0,4}(?:[A-Z]{1,3})?>){1,50}[ \u00a0]?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` and `end` are offsets into the text, line end included; `text` is stripped at both sides."""

    start: int
    end: int
    text: str
    is_marked: bool

    @property
    def is_blank(self) -> bool:
        """Say whether nothing readable is on the line."""
        return not self.text


def lines_of(text: str) -> list[Line]:
    """Split at LF (a CR before it belongs to the line end)."""
    lines = []
    start = 0
    for raw in text.split("\n"):
        end = min(start + len(raw) + 1, len(text))
        if end > start:
            lines.append(Line(start, end, raw[:MOST_LINE_CHARACTERS].strip(), bool(_QUOTE_MARK.match(raw[:60]))))
        start = end
    return lines


def unquoted(text: str) -> str:
    """Return the text without the quote marks at the start of its lines."""
    return "\n".join(_QUOTE_MARKS.sub("", line.rstrip("\r")) for line in text.split("\n")).strip()
