"""A sentence with two requests, piece by piece: which of them a time belongs to.

"Send me your CV and let me know when you could speak next week": next week is the talk's. A limit at the sentence's end
("… by Friday") holds for all that is asked before it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from inbox_watch.core.reading import asking, things
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ActionKind

_JOINT = re.compile(
    r"(?:\s?[,;]|\s-)?\s(?:(?:and|then|also|as well as|plus|but)\s){1,2}(?:please |kindly |then |also |perhaps |just "
    r"|if possible,? )?"
    rf"(?=(?:{asking.GIVE}|let (?:me|us)|tell|{asking.BOOK}|complete|fill|take|do|sign|prepare|answer|reply|confirm"
    r"|could you|can you|would|does|do you|will|is|shall|when|which|what|how|whether|if you|are you|your)\b)"
    r"|\s?;\s|,\s(?=(?:let (?:me|us)|tell (?:me|us)|could you|can you|please|kindly)\b)"
)
_TELLS = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|confirm|answer|reply|respond|get back|advise|what|which|how|whether"
    r"|when)\b"
)
_SPEAKS_OF = {
    ActionKind.SEND_DOCUMENTS: (things.DOCUMENT,),
    ActionKind.COMPLETE_ASSESSMENT: (things.ASSESSMENT,),
    ActionKind.SEND_AVAILABILITY: (things.AVAILABILITY, things.BOOKING, things.BOOKING_LINK, things.FREE, things.MEET),
    ActionKind.CONFIRM: (things.CONFIRM_MEETING, things.AFFIRM, things.MEET),
    ActionKind.ANSWER_OFFER: (things.OFFER_ANSWER, things.OFFER_SIGN),
    ActionKind.REPLY: (asking.SUBSTANCE, _TELLS),
}


LONGEST = 1_000
"""A sentence of more characters is not taken apart: nobody writes such, and it would cost too much."""


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the pieces of a sentence that may each ask for something of its own, as places in it."""
    cuts = [0, *(match.end() for match in _JOINT.finditer(sentence.low)), len(sentence.low)]
    return [(start, end) for start, end in pairwise(cuts) if end > start]


def holds_for(sentence: Sentence, place: int, kind: ActionKind, *, is_limit: bool) -> bool:
    """Say whether the time at `place` in the sentence is that of what it asks of this kind."""
    pieces = clauses(sentence) if len(sentence.low) < LONGEST else []
    if len(pieces) < 2:
        return True
    own = [number for number, (start, end) in enumerate(pieces) if _speaks_of(sentence.low[start:end], kind)]
    timed = next(number for number, (_, end) in enumerate(pieces) if place < end)
    if not own or timed in own or (timed > own[0] and things.SENDS_IT_BACK.search(sentence.low[slice(*pieces[timed])])):
        return True
    return is_limit and own[0] < timed


def _speaks_of(piece: str, kind: ActionKind) -> bool:
    return any(pattern.search(piece) for pattern in _SPEAKS_OF.get(kind, ()))
