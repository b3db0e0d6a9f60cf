"""Until when the other side pauses, as their words tell: a promise of news after it."""

from __future__ import annotations

import re
from datetime import datetime

from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import Promise, Stage
from inbox_watch.core.when.pauses import pause_end

_STOPS = re.compile(
    r"\b(?:on hold|hold off|paus\w{1,3}|frozen|freez\w{1,3}|suspend\w{0,3}|defer\w{0,4}|parked|halt(?:ed|ing)?"
    r"|stop(?:ped|ping)?|put (?:\w{1,12} ){0,5}?(?:back|off|aside|on ice)|on ice|shelved|standstill|interrupt\w{0,3}"
    r"|(?:won't|will not|can't|cannot|don't|not|no|nothing)[^.!?;]{0,40}?(?:hir\w{1,3}|fill\w{0,3}"
    r"|recruit\w{0,4}|happen"
    r"\w{0,3}|start\w{0,3}|continu\w{1,3}|resum\w{1,3}|mov\w{1,3}|go(?:ing)? (?:on|ahead)|proceed\w{0,3}))\b"
)
_GOES_ON = re.compile(
    r"\b(?:resum\w{1,3}|restart\w{0,3}|re-?(?:open|start|launch)\w{0,3}|pick\w{0,3} (?:\w{1,12} ){0,4}?up|back on"
    r"|(?:be|is|are|come|coming|get|getting) back|go(?:es|ing)? on|carry on|continu\w{1,3}|again|revisit\w{0,3}"
    r"|unfr\w{3,6}|lift\w{0,3}|look at (?:it|this)|take (?:it|this|things) up|taken up|get going|kick off|not before"
    r"|earliest|no earlier)\b"
)
_MATTER = re.compile(
    r"\b(?:hir(?:e|ing)|recruit\w{0,4}|role|position|vacanc\w{1,3}|search|process|opening|post|applications?"
    r"|everything|selection|project|headcount)\b"
)
_ELSE = re.compile(
    r"\b(?:interview|call|meeting|chat|appointment|deadline|offer|start date|first day|test|task|assessment)\b"
)
_ABSENT = re.compile(
    r"\b(?:(?:i'm|i am|i'll be|i will be|he's|she's|(?:he|she|[a-z]{2,12}) is) (?:\w{1,8} )?(?:away|out\b"
    r"|off\b|on (?:\w{1,8} "
    r")?(?:leave|holiday|vacation))|out of (?:the )?office|back in the office|maternity|parental)\b"
)


_RETURNS = re.compile(r"\b(?:(?:is|are|be|am|'s|'re|'m|'ll be) (?:\w{1,8} )?(?:back|travelling|traveling)|returns?)\b")
# "I will be in touch after she returns": the day of that stands in the sentence before.
_ON_RETURN = re.compile(
    r"\b(?:after|once|when|as soon as|until) (?:he|she|they|i|we|[a-z]{2,12}|(?:the|my|our) \w{2,14}(?: \w{2,14})?)"
    r"(?:(?:'s|'re|'m| is| are| am) (?:\w{1,8} )?back| (?:returns?|gets back|comes back|get back|come back)| (?:has"
    r"|have) returned)\b"
    r"|\b(?:on|upon|after|following) (?:his|her|their|my) return\b|\bafter (?:that|then)\b"
)


def return_before(context: Context, sentence: Sentence) -> tuple[datetime, datetime] | None:
    """Return the time until somebody is back, of which the sentence before tells; None where none is meant."""
    place = context.sentences.index(sentence)
    if context.from_candidate or context.written is None or not place or not _ON_RETURN.search(sentence.low):
        return None
    before = context.sentences[place - 1]
    if not _ABSENT.search(before.low) and not _RETURNS.search(before.low):
        return None
    ends = [window.latest for window in context.windows_in(before) if window.latest > context.written]
    return (context.written, max(ends)) if ends else None


def pause_in(context: Context, sentence: Sentence) -> Promise | None:
    """Return the promise that a sentence makes by naming the end of a pause; None where it names none."""
    if context.from_candidate or context.written is None or sentence.is_question or not _speaks_of(context, sentence):
        return None
    end = pause_end(sentence.text, written=context.written, calendar=context.calendar)
    if end is None or end <= context.written:
        return None
    return Promise(by="sender", quote=sentence.quote, earliest=context.written, latest=end, is_decision=True)


def _speaks_of(context: Context, sentence: Sentence) -> bool:
    stops = _STOPS.search(sentence.low) is not None
    if _ABSENT.search(sentence.low) and not stops:
        return False
    if context.signal is Stage.ON_HOLD:
        return stops or _GOES_ON.search(sentence.low) is not None
    return stops and _MATTER.search(sentence.low) is not None and _ELSE.search(sentence.low) is None
