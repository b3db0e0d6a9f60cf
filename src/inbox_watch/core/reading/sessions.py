"""Several set times of one mail that are parts of one visit ("10:00 Hana, 11:00 Raul"), and no times to choose from.

Each of them says with whom or about what it is; where any word gives a choice, they are alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from inbox_watch.core.reading import things
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.occasions import names_meeting
from inbox_watch.core.reading.sentences import Sentence, flatten
from inbox_watch.core.types import Window

# "A few questions or concerns" gives no choice: an "or" counts only where the times stand.
_CHOICE = re.compile(
    r"\b(?:which|whichever|(?:any|one|none|some) of|either|pick|choose|choice|select|prefer\w{0,6}|options?|slots?"
    r"|alternativ\w{1,5}|alternates?|availab\w{2,6}|(?:possible|proposed|suggested|following) (?:times|dates))\b"
)
_SEVERAL = re.compile(r"\b(?:interviews|sessions|conversations|rounds|meetings|visit)\b")
_OR = re.compile(r"\bor\b")
_NO_LABEL = re.compile(
    r"\b(?:morning|afternoon|evening|noon|midday|lunch|am|pm|gmt|bst|utc|cet|cest|[ecmp][sd]?t|your|time|local|hours?"
    r"|then|and|the|for|from|till|until|minutes?|mins?|zoom|teams|meet|phone|video|call|online|person"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|central|eastern|pacific|mountain"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(r"(?<!^)\b[A-Z][^\W\d_]{1,20}\b")
_LONGEST_LABEL = 80
_MOST = 12
_AROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The times (by their place in the text) that are sessions of one visit; `is_asked`: the mail asks if they suit."""

    places: frozenset[int] = frozenset()
    is_asked: bool = False


def sessions_in(context: Context, windows: Sequence[Window], subject: str) -> Visit:
    """Return the visit of which these times are the sessions; an empty one where they are times to choose from.

    `subject` is the mail's, in lower case: it or the words around them must speak of a meeting.
    """
    points = sorted({one.earliest: one for one in reversed(windows)}.values(), key=lambda one: one.start)
    if not 2 <= len(points) <= _MOST or context.from_candidate:
        return Visit()
    held = [s for s in context.sentences if any(s.start <= one.start < s.end for one in points)]
    first, last = context.sentences.index(held[0]), context.sentences.index(held[-1])
    around = context.sentences[max(0, first - _AROUND) : last + 1 + _AROUND]
    if any(_CHOICE.search(one.low) for one in around) or any(_OR.search(one.low) for one in held):
        return Visit()
    near = " ".join(one.low for one in around)
    is_meeting = _SEVERAL.search(near) is not None or names_meeting(near, subject, context)
    if not is_meeting or not _are_labelled(context, points):
        return Visit()
    return Visit(
        places=frozenset(one.start for one in windows),
        is_asked=any(_asks(one, is_time=one in held) for one in around),
    )


def _asks(sentence: Sentence, *, is_time: bool) -> bool:
    if not sentence.is_question:
        return False
    return is_time or (things.PICK_ONE.search(sentence.low) or things.SHORT_AFFIRM.search(sentence.low)) is not None


def _are_labelled(context: Context, points: Sequence[Window]) -> bool:
    """Say whether each time has words of its own, after it or before it, and no two the same.

    On different days they must name people: "Monday, 10:00: in the office" is but one of several times.
    """
    is_one_day = len({one.earliest.date() for one in points}) == 1
    for labels in (_after(context, points), _before(context, points)):
        told = [flatten(_NO_LABEL.sub(" ", label.lower())) for label in labels]
        words = [frozenset(_WORD.findall(label)) for label in told]
        if not all(words) or len(set(words)) < len(words):
            continue
        if all(_NAME.search(f" {label}") for label in labels) or (is_one_day and _has_own_lines(context, points)):
            return True
    return False


def _after(context: Context, points: Sequence[Window]) -> list[str]:
    ends = [*(one.start for one in points[1:]), len(context.text)]
    return [
        context.text[one.end : min(end, one.end + _LONGEST_LABEL)].strip().partition("\n")[0]
        for one, end in zip(points, ends, strict=True)
    ]


def _before(context: Context, points: Sequence[Window]) -> list[str]:
    starts = [0, *(one.end for one in points[:-1])]
    return [
        context.text[max(start, one.start - _LONGEST_LABEL) : one.start].rpartition("\n")[2].strip()
        for one, start in zip(points, starts, strict=True)
    ]


def _has_own_lines(context: Context, points: Sequence[Window]) -> bool:
    return all("\n" in context.text[one.end : following.start] for one, following in pairwise(points))
