"""The candidate hands in a piece of work in plain words: "Here's my response to the brief", "my slides are attached".

What is named isn't always a "test": it is work where the words for it say so, or where a file comes with the mail. What
is only partly there, asked about, or another kind of thing (a CV, a question, a number) hands in nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading import things
from inbox_watch.core.reading.sentences import Sentence

_WORK = (
    r"(?:slides|slide ?deck|deck|presentation|powerpoint|essay|write-?up|response to (?:the|your) (?:brief|task|test"
    r"|exercise|case|challenge|question)|answers to (?:the|your)|solutions?|submission|lesson plan|mock-?ups?|designs"
    r"|wireframes?|prototype|translation|analysis|exercise|assignment|case study|challenge|questionnaire|take-?home"
    r"|homework)"
)
_HERE = (
    re.compile(
        r"(?:^|[,;:-] ?|\band )(?:so |ok(?:ay)?,? |right,? )?(?:here(?:'s| is| are| comes?| you (?:go|are))"
        r"|(?:please |kindly )?(?:find|see)(?: (?:here|attached|enclosed|below))?|attached(?: (?:is|are|you'll find))?"
        r"|enclosed(?: (?:is|are))?|i(?:'ve| have) attached|i attach|i enclose|i(?:'m| am) attaching)"
        r"(?P<what>[^.;?!]{0,80})"
    ),
    re.compile(r"(?P<what>\b(?:my|the|our)\b[^.;?!]{1,60}?) (?:is|are|'s) (?:now )?(?:attached|enclosed)\b"),
)
_NOT_WORK = re.compile(
    r"\b(?:questions?(?! \d)|quer(?:y|ies)|numbers?|phone|address|availability|times?|slots?|dates?|calendar|diary"
    r"|problem|why|where|how|photos?|pictures?|id|passport|references?|referees?|invoice|receipts?|tickets?|licen[cs]e"
    r"|cv|letter|details|linkedin|profile)\b"
)
_NOT_WHOLE = re.compile(
    r"\b(?:so far|unfinished|half(?: of)?|first part|partly|not|will|tomorrow|still|rest of|remaining|outline"
    r"|(?:early|rough|first) draft|once|when|if|last (?:year|job)|previous|earlier|older|old|sample)\b|n't\b|'ll\b"
)
_COURTESY = re.compile(
    r"[,;.!-]? ?\b(?:let me know|shout|tell me|(?:i |i'm |am )?(?:happy|glad) to|(?:i )?hope|looking forward|i look"
    r" forward|should you|if you (?:have|need|want|like))\b.*"
)


def hands_in(sentences: Sequence[Sentence], *, with_file: bool) -> bool:
    """Say whether the candidate's own text hands in a piece of work. `with_file` marks a mail that carries a file."""
    return any(_hands_in(sentence, with_file=with_file) for sentence in sentences)


def _hands_in(sentence: Sentence, *, with_file: bool) -> bool:
    low = _COURTESY.sub("", sentence.low)
    if sentence.is_question or _NOT_WHOLE.search(low) or things.DOCUMENT.search(low):
        return False
    return any(_is_work(match["what"], with_file=with_file) for p in _HERE for match in p.finditer(low))


def _is_work(what: str, *, with_file: bool) -> bool:
    if _NOT_WORK.search(what):
        return False
    return _OF_MINE.search(what) is not None if with_file else _WORK_OF_MINE.search(what) is not None


_OF_MINE = re.compile(rf"\b(?:my|our)\b|\bthe\b(?: [\w'-]{{1,14}}){{0,3}}? {_WORK}\b")
_WORK_OF_MINE = re.compile(rf"\b(?:my|our)\b(?: [\w'-]{{1,14}}){{0,3}}? {_WORK}\b")
