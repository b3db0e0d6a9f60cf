"""The candidate's word that something comes later than asked for, and when: it moves the date of what was asked.

"I can let you have them early next week", "May I send it on Monday?", "the references are coming tomorrow", "I won't
be able to send it before Friday". Only words with a time beside them count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import Window

_GIVEN = (
    r"(?:send|forward|e-?mail|submit|return|upload|provide|deliver|share|supply|hand (?:in|over)|let you (?:have|know)"
    r"|give you"
    r"|tell you|get (?:it|them|this|that|those|these|you|the|my|both|back|everything)|come back|have (?:it|them|this"
    r"|that|those|the|my"
    r"|both|everything|an answer)|do (?:it|this|that|them|the (?:\w{1,12} )?(?:tests?|assessment|challenge|quiz"
    r"|exercise|questionnaire|task|assignment|case study))|take (?:it|this|the (?:\w{1,12} )?(?:tests?|assessment"
    r"|challenge|quiz|exercise|questionnaire|task|assignment|case study))|complete|finish|answer|sign|pass (?:it|them"
    r"|on)"
    r"|start (?:on )?(?:it|the (?!\d)))"
)
_LATER = re.compile(
    rf"(?<![a-z'])(?:i|we|and|but|so) (?:can|could|should be able to|might be able to|may be able to|am able to"
    rf"|would be able to|expect to"
    rf"|need to)(?: (?:only|then|probably|also|definitely|certainly|hopefully|first|not)){{0,2}} {_GIVEN}\b"
    rf"|(?<![a-z'])(?:i|we)(?:'m| am|'re| are)? (?:won't|will not|can't|cannot|can not|couldn't|unable to|not"
    rf"|n't)(?: be)?(?: able)?(?: to)?"
    rf" {_GIVEN}\b[^.;?!]{{0,60}}\b(?:before|until|till|earlier than|sooner than)\b"
    r"|\byou(?:'ll| will| can| should| may)(?: then| also| certainly| definitely| surely)? (?:have|get|receive"
    r"|count on|expect|rely on)"
    r" (?:my|the|them|it|these|those|both|everything|all|an answer)\b"
    r"|(?<!\byour )\b(?:my|the|both|those|these|all|it|they|that|everything)(?: (?!(?:i|we|train|flight|plane|bus|ferry"
    r"|boat)\b)\w{1,14}){0,3}? ?(?:(?:is|are|'s"
    r"|'re) (?:coming|following|on (?:its|their|the) way"
    r"|going (?:out|to (?:be with you|reach you|follow)))|(?:will|'ll|should)(?: \w{1,10})? (?:be (?:with you|there"
    r"|ready|done|finished|in your)"
    r"|reach you|follow|come|arrive)|(?:follow|come|arrive)s?)\b"
    r"|\b(?:it|this|that)(?:'ll| will| would|'d) take (?:me )?(?:a (?:bit|little|while)|until|till"
    r"|\w{1,8} (?:more )?(?:days?|weeks?))\b"
    r"|\b(?:i|we)(?:'ll| will|'d| would)? (?:need|require) (?:until|till|to the end)\b"
    r"|\b(?:please )?expect (?:my|the|them|it)\b"
)
_TELLS_LATER = re.compile(
    r"(?<![a-z'])(?:i|we) (?:can|could|should be able to|might be able to|may be able to)(?: (?:only|then"
    r"|also)){0,2} (?:let you"
    r" (?:know|have)|tell you|send (?:you )?(?:my|the|some|a few)|give you|get back|come back)\b"
)
_MAY = re.compile(
    rf"\b(?:can|could|may|might|shall|should) (?:i|we) (?:please |possibly |perhaps |also |only |still "
    rf"|maybe )?(?:{_GIVEN}|have (?:until|till))\b"
    r"|\b(?:would|is|will) (?:it|that) (?:be )?(?:also )?(?:all right|alright|ok|okay|fine|possible|acceptable|enough"
    r"|soon enough|in time|a problem)"
    rf"(?: with you| for you)? (?:if (?:i|we)(?: only)? (?:{_GIVEN}|sent|did|took|gave|got|had)"
    rf"|(?:for me )?to {_GIVEN})\b"
    rf"|\b(?:ok|okay|all right|alright|fine)(?: with you)? if i {_GIVEN[:-1]}|sent|did|took|gave|got)\b"
    rf"|\b(?:do|would) you mind if (?:i|we)(?: only)? (?:{_GIVEN}|sent|did|took|gave|got|had)\b"
)
_GIVES = re.compile(rf"\b{_GIVEN}\b")
_NOT_BEFORE = re.compile(r"(?:\bnot|n't|\bunable|\bcannot|\bonly|\bnever)\b[^.;?!]{0,80}$")

_STRETCH = re.compile(
    r"\b(?:(?:a |the |another )?(?:few|couple of|next (?:few|couple of|\d{1,2}|two|three|five)|bit more|little more"
    r"|more)"
    r"|a|another|one|two|three|five|\d{1,2}) (?:more |business |working )?(?:days?|weeks?|hours?)\b"
    r"(?! (?:that|when|which|for an?|to (?:meet|talk|speak)))|\b(?:a (?:bit|little) )?more time\b"
)


def puts_off(sentence: Sentence) -> bool:
    """Say whether the candidate says, or asks leave, in plain words that something comes later."""
    return (_MAY if sentence.is_question else _LATER).search(sentence.low) is not None


def start_of(low: str) -> int | None:
    """Return where in a statement the words begin that put something off; None where there are none."""
    match = _LATER.search(low)
    return match.start() if match else None


def tells_later(low: str) -> bool:
    """Say whether a sentence only says when the candidate will be able to tell, and so names no time to meet."""
    return _TELLS_LATER.search(low) is not None


def without_stretches(text: str) -> str:
    """Return a text without the stretches that it names: "a few days" of thinking are no days to meet."""
    return _STRETCH.sub(" ", text)


def after_giving(sentence: Sentence, windows: Sequence[Window]) -> list[Window]:
    """Return the times behind the word of giving: "I'll ask my boss tonight and send you the references tomorrow"."""
    gives = [match.start() for match in _GIVES.finditer(sentence.low)]
    later = [window for window in windows if gives and window.start - sentence.start > gives[-1]]
    return later or list(windows)


def earliest_possible(sentence: Sentence, window: Window, calendar: Calendar) -> datetime | None:
    """Return the end of the day that "I can't send it before Friday" names; None where nothing says so."""
    quote = window.quote.lower()
    if not quote.startswith("before") or not _NOT_BEFORE.search(sentence.low[: window.start - sentence.start]):
        return None
    day = window.latest.date()
    # "Before Monday" ends on Friday, "before Friday" on Thursday.
    is_over_weekend = re.search(r"\b(?:monday|mon|next week)\b", quote) is not None
    following = calendar.add_business_days(day, 1) if is_over_weekend else day + timedelta(days=1)
    return calendar.end_of_day(following, window.latest.time())
