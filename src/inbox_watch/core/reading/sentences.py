"""Newly written text, cut into sentences that keep their place in it.

Mail is not prose: lines are hard-wrapped, lists have no full stops, a phone-written mail has neither. A line break
ends a sentence unless the line looks wrapped (long, and without closing punctuation). Linear in the text's length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_TEXT = 60_000
LONGEST_SENTENCE = 600
_WRAPPED_FROM = 50

_FLAT = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\n": " ", "\t": " ", "\xa0": " ", "–": "-"}
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_STOP = re.compile(r"[.!?…]{1,4}[\"')\]*_]{0,3}(?=\s|$)")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s{0,12}(?:[-*•·▪>–—]{1,2}|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NUMBER = re.compile(r"\s{0,12}\d{1,2}\.\s{1,6}(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mr|mrs|ms|dr|prof|st|no|nr|vs|inc|ltd|co|approx|dept|ext|tel|jan|feb|mar|apr|jun"
    r"|jul|aug|sept?|oct|nov|dec"
    r"|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|bzw|z\.b|ca|etc|incl|resp|min|mins|hrs?)|\b[a-z])$"
)
_CLOCK = re.compile(r"\b[ap]\.?m$")
_AFTER_CLOCK = re.compile(
    r"\s{1,3}(?:[a-z]{2,4}\b|[-(/,]|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct"
    r"|nov|dec)|\d)"
)
_ORDINAL_DAY = re.compile(r"(?:^|\D)\d{1,2}$")
_DOTTED_DAY = re.compile(r"(?:^|[\s(,;:])\d{1,2}\.\d{1,2}$")
_HOUR = re.compile(r"\s{1,3}(?:at |um |[@-] ?)?\d{1,2}(?:[:.]\d|h\b)")
_MONTH = re.compile(r"\s{1,3}(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|\d{1,2}\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: `text` as written, `low` in lower case with plain quotes and spaces; offsets are into the text
    that was cut.

    `text` and `low` have the same length, so that an offset in one holds in the other. `paragraph` counts from 0.
    """

    start: int
    end: int
    text: str
    low: str
    words: frozenset[str]
    is_question: bool
    paragraph: int

    @property
    def quote(self) -> str:
        """Return the sentence as it is to be shown: a literal piece of the mail."""
        return self.text[:LONGEST_SENTENCE]


def flatten(text: str) -> str:
    """Return text in lower case with plain quotes and without line breaks, of exactly the same length."""
    low = text.translate(_FLAT)
    lowered = low.lower()
    return lowered if len(lowered) == len(low) else "".join(c.lower() if len(c.lower()) == 1 else c for c in low)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into its sentences, in order. What lies beyond 60,000 characters is left out."""
    found: list[Sentence] = []
    low = flatten(text[:LONGEST_TEXT])
    for paragraph, (start, end) in enumerate(_blocks(text[:LONGEST_TEXT])):
        found.extend(_make(text, low, a, b, paragraph) for a, b in _pieces(low, start, end))
    return tuple(found)


def _make(text: str, low: str, start: int, end: int, paragraph: int) -> Sentence:
    own = low[start:end]
    return Sentence(
        start=start,
        end=end,
        text=text[start:end],
        low=own,
        words=frozenset(_WORD.findall(own)),
        is_question="?" in own[-6:],
        paragraph=paragraph,
    )


def _blocks(text: str) -> list[tuple[int, int]]:
    """Join lines that were wrapped; every other line break ends a block."""
    blocks: list[tuple[int, int]] = []
    previous_end = -2
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            previous_end = -2
            continue
        if blocks and match.start() == previous_end + 1 and _continues(text, blocks[-1][0], previous_end, line):
            blocks[-1] = (blocks[-1][0], match.end())
        else:
            blocks.append((match.start(), match.end()))
        previous_end = match.end()
    return blocks


def _continues(text: str, block_start: int, previous_end: int, line: str) -> bool:
    last_line_start = max(text.rfind("\n", 0, previous_end) + 1, block_start)
    previous = text[last_line_start:previous_end].rstrip()
    if _BULLET.match(line) or (previous.endswith((":", "?", "!", ",")) and len(previous) < _WRAPPED_FROM):
        return False
    return len(previous) >= _WRAPPED_FROM and not previous.endswith((".", "?", "!", ":"))


def _pieces(low: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    start = begin = _after_number(low, start, end)
    for match in _STOP.finditer(low, start, end):
        if not _is_stop(low, start, match):
            continue
        pieces.append((begin, match.end()))
        begin = match.end()
    pieces.append((begin, end))
    return [trimmed for a, b in pieces if (trimmed := _trim(low, a, b)) is not None]


def _after_number(low: str, start: int, end: int) -> int:
    """Return where a list item's own words begin: behind "2.", unless that is a day ("2. March")."""
    match = _NUMBER.match(low, start, end)
    return match.end() if match and not _MONTH.match(low, match.end() - 1, end) else start


def _is_stop(low: str, start: int, match: re.Match[str]) -> bool:
    if match.group()[0] != "." or (len(match.group()) > 1 and match.group()[1] == "."):
        return True
    before = low[max(start, match.start() - 12) : match.start()]
    after = low[match.end() : match.end() + 8]
    if _CLOCK.search(before):
        return _AFTER_CLOCK.match(after) is None or after.strip()[:2] in {"if", "we"}
    if _ABBREVIATION.search(before) or (_DOTTED_DAY.search(before) and _HOUR.match(after)):
        return False
    return not (_ORDINAL_DAY.search(before) and _MONTH.match(after))


def _trim(low: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (low[start].isspace() or low[start] in "-*•·>_▪—"):
        start += 1
    while end > start and low[end - 1].isspace():
        end -= 1
    return (start, end) if end - start > 1 else None
