"""Details in lines of their own: a bullet list, or a block of "Date: …" and "Time: …", with what it belongs to.

A time in such a line speaks for itself no more than the line does: what it is of, the sentences around the block say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading.sentences import Sentence

_LABEL = re.compile(
    r"(?:when|date|day|time|times|start|starts|begin|begins|end|ends|duration|length|where|place|venue"
    r"|location|address"
    r"|room|with|who|interviewers?|participants?|panel|attendees|format|type|via|link|meeting (?:link|id)"
    r"|topic|contact"
    r"|dial[- ]?in|passcode|what|agenda|event|host|platform|position|role|job"
    r"|position title)\s?(?:\([^)]{0,20}\))?\s?[:\-]"
)
_LONGEST_LINE = 90
_LONGEST_BLOCK = 12
_AROUND = 2


def block_around(sentences: Sequence[Sentence], index: int) -> Sequence[Sentence]:
    """Return the block of details in which a sentence stands, with two sentences on either side; none for prose."""
    if not _is_detail(sentences, index):
        return ()
    first = last = index
    while first > 0 and index - first < _LONGEST_BLOCK and _is_detail(sentences, first - 1):
        first -= 1
    while last + 1 < len(sentences) and last - index < _LONGEST_BLOCK and _is_detail(sentences, last + 1):
        last += 1
    return sentences[max(0, first - _AROUND) : last + 1 + _AROUND]


def _is_detail(sentences: Sequence[Sentence], index: int) -> bool:
    """Say whether a sentence is a short line without a full stop, or one that begins with a label."""
    low = sentences[index].low
    if len(low) > _LONGEST_LINE:
        return False
    return _LABEL.match(low) is not None or not low.endswith((".", "?", "!", ":", ","))
