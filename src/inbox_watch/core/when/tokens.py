"""Text → words with their places. Links, addresses and quoted heads are left out, so that no date is read in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Each alternative takes what it matches in one pass; nothing is tried twice.
_CHUNK = re.compile(r"\S+")
_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]|_")
_WROTE = re.compile(r"\b(?:wrote|writes|mentioned|said|skrev|schrieb|a écrit|escribió) ?:[ \t]*$")
_HEADER = re.compile(r"[ \t>*]{0,8}(?:From|Sent|Date|To|Cc|Subject|Received)\*?: ", re.IGNORECASE)
_DASHES = str.maketrans({"–": "-", "—": "-", "‒": "-", "−": "-", "‑": "-", "‐": "-"})

# No phrase looks further than this many words ahead of its last one.
PADDING = 64
BREAK = "\n\n"
# Stands for a web or mail address, in which nothing is read.
LINK = "<>"


class Token(NamedTuple):
    """One word, number or sign: `word` in lower case, `raw` as written, offsets into the text.

    `number` is its value where it is a short number, else -1.
    """

    word: str
    raw: str
    start: int
    end: int
    number: int = -1

    @property
    def is_capitalised(self) -> bool:
        """Say whether it begins with a capital letter."""
        return self.raw[:1].isupper()


END = Token("", "", -1, -2)
PARAGRAPH = Token(BREAK, BREAK, -1, -2)


def tokenize(text: str) -> list[Token]:
    """Return the words of `text`, followed by `PADDING` empty ones so that looking ahead (or behind the first) is safe.

    An empty line becomes one `BREAK`. Cost: one pass over the text.
    """
    tokens: list[Token] = []
    for start, end in _readable_runs(text):
        if tokens:
            tokens.append(PARAGRAPH)
        _add_words(tokens, text, start, end)
    return tokens + [END] * PADDING


def is_glued(left: Token, right: Token) -> bool:
    """Say whether nothing stands between two words."""
    return left.end == right.start


def matches(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    """Say whether these words stand at `index`."""
    if tokens[index].word != words[0]:
        return False
    return all(tokens[index + offset].word == words[offset] for offset in range(1, len(words)))


def _add_words(tokens: list[Token], text: str, start: int, end: int) -> None:
    previous_end = start
    for chunk in _CHUNK.finditer(text, start, end):
        raw, (begin, finish) = chunk.group(), chunk.span()
        if begin - previous_end > 1 and text.count("\n", previous_end, begin) > 1:
            tokens.append(PARAGRAPH)
        previous_end = finish
        if raw.isalpha():  # most of any text ends here
            tokens.append(Token(raw.lower(), raw, begin, finish))
        elif _is_link(raw):
            tokens.append(Token(LINK, LINK, begin, finish))
        else:
            tokens.extend(_pieces(text, begin, finish))


def _pieces(text: str, start: int, end: int) -> Iterator[Token]:
    for piece in _PIECE.finditer(text, start, end):
        raw = piece.group()
        is_number = len(raw) <= 4 and raw.isascii() and raw.isdigit()
        yield Token(_plain(raw), raw, piece.start(), piece.end(), int(raw) if is_number else -1)


def _plain(raw: str) -> str:
    return raw.lower().replace("’", "'").translate(_DASHES)


def _is_link(chunk: str) -> bool:
    return "://" in chunk or chunk.lower().startswith("www.") or chunk.find("@") > 0


def _readable_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that aren't quoted lines, "On … wrote:" lines or copied mail headers."""
    run_start, place = 0, 0
    hidden_until = -1
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _begins_quote_head(lines, number):
            hidden_until = _end_of_quote_head(lines, number)
        if number <= hidden_until or line.lstrip().startswith(">") or _is_copied_header(lines, number):
            if run_start < place:
                yield run_start, place
            run_start = place + len(line) + 1
        place += len(line) + 1
    if run_start < len(text):
        yield run_start, len(text)


def _begins_quote_head(lines: list[str], number: int) -> bool:
    return lines[number].lstrip(" \t*-").startswith(("On ", "Am ", "Le ", "El "))


def _end_of_quote_head(lines: list[str], number: int) -> int:
    """Return the last line of the "On … wrote:" head that begins here, or -1: it may be wrapped over three lines."""
    for offset, line in enumerate(lines[number : number + 3]):
        if len(line) < 400 and _WROTE.search(line):
            return number + offset
        if not line.strip():
            break
    return -1


def _is_copied_header(lines: list[str], number: int) -> bool:
    """Say whether the line is one of a block of two or more copied header lines, such as From: and Sent:."""
    if not _HEADER.match(lines[number]):
        return False
    neighbours = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
    return any(_HEADER.match(line) for line in neighbours)
