"""What is to be brought to a meeting or shown there: nothing to send now.

"Please bring photo ID and your certificates", "have your passport with you". What is to come by mail, to be sent
beforehand or to be there by a day of its own is owed like any paper.
"""

from __future__ import annotations

import re

from inbox_watch.core.reading import things
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.deadlines import names_limit
from inbox_watch.core.reading.sentences import Sentence

# Up to where something else is asked: "bring your passport and send us your CV".
_THINGS = (
    r"(?:(?! (?:and|then|but)(?: also| then)?(?: please| kindly)? (?:send|e-?mail|forward|upload|submit|return|share"
    r"|reply|complete|fill|scan)\b| before (?:the|your|that|then)\b)[^.!?;]){0,160}"
)
BRINGS = re.compile(
    r"\b(?:(?:come(?: (?:in|along|over|down))?|turn up|arrive|attend|report) with"
    r"|bring(?: (?:along|with you|in))?(?!(?: in)? or\b)|have with you"
    r"|(?:carry|take) (?:along )?(?=[^.!?;]{0,60}\b(?:with you|to the (?:interview|meeting)|on the day)\b)"
    r"|have (?=[^.!?;]{1,60}\b(?:with you|on you|ready|to hand|at hand)\b)"
    r"|(?:need|have|asked|required|expected|able) to (?:show|produce)|(?:please|kindly) (?:show|produce))\b"
    rf"(?![^.!?;]{{0,80}}\b(?:by|via|per) (?:e-?mail|post)\b){_THINGS}"
)


def without_things_brought(text: str) -> str:
    """Return a text with what is to be brought replaced by spaces, of the same length."""
    return BRINGS.sub(lambda match: " " * len(match.group()), text)


def is_only_brought(context: Context, sentence: Sentence) -> bool:
    """Say whether a sentence names papers only as things to bring, and no day by which they have to be there."""
    if not BRINGS.search(sentence.low) or names_limit(context, sentence):
        return False
    return things.DOCUMENT.search(without_things_brought(sentence.low)) is None
