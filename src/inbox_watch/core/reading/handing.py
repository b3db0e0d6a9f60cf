"""The candidate hands in a piece of work in plain words: "Here's my response to the brief", "my slides are attached".

What is named isn't always a "test": it is work where the words for it say so, or where a file comes with the mail or a
link with the words ("Here is the link to my carousel: https://…"). What is only partly there, asked about, or another
kind of thing (a CV, a question, a number, one's own page) hands in nothing.
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
# By a link, or "here": the words that hand over say where the work is.
_AT_LINK = (
    re.compile(
        r"\b(?:you(?:'ll| will| can| may)? (?:also )?(?:find|see|view|access|download|get to|open)|(?:please |kindly )?"
        r"(?:find|see|use|follow) (?:here |below )?(?=(?:the |this |a )?(?:link|url)\b))"
        r"(?P<what>[^.;?!]{1,60}?) (?:here\b|below\b|(?:at |under )?https?:"
        r"|(?:at|under|in|on|via|by|through) (?:this|the|my|our)\b)"
    ),
    re.compile(r"^(?:and |so |the |a )?(?:link|url)(?: (?:to|for|with) |: ?)(?P<what>(?:my|our)\b[^.;?!]{1,60})"),
    re.compile(
        r"(?<![a-z'])(?:i|we)(?:'ve| have)?(?: now| just| also)? (?:put|uploaded|posted|pushed|published|shared|saved"
        r"|hosted)(?P<what> (?:my|our)\b[^.;?!]{1,60}?) (?:here\b|(?:to|on|at|in|under|via) )"
    ),
    re.compile(
        r"^(?:and |so )?(?P<what>(?:my|our)\b[^.;?!]{1,40}?) (?:is|are) (?:now )?(?:here\b|(?:online )?at https?:)"
    ),
)
_LINK = re.compile(r"\bhttps?:|\bwww\.")
# A link of these is to the person or to a meeting, not to what was to be done.
_OWN_PAGE = re.compile(
    r"\b(?:web ?sites?|home ?page|page|blog|git(?:hub|lab)(?! repo)|behance|dribbble|channel|instagram|account"
    r"|booking|calendly|zoom|teams|meet(?:ing)?s?|call|room|map|offices?|location|company|team|application|interest"
    r"|colleagues?|publications?|articles?|book|portal|form)\b"
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
_YOU_WILL = re.compile(r"\byou(?:'ll| will)\b")
_COURTESY = re.compile(
    r"[,;.!-]? ?\b(?:let me know|shout|tell me|(?:i |i'm |am )?(?:happy|glad) to|(?:i )?hope|looking forward|i look"
    r" forward|should you|if you (?:have|need|want|like))\b.*"
)


def hands_in(sentences: Sequence[Sentence], *, with_file: bool) -> bool:
    """Say whether the candidate's own text hands in a piece of work. `with_file` marks a mail that carries a file."""
    return any(_hands_in(sentence, with_file=with_file) for sentence in sentences) or any(
        _links_to_work(sentences, place) for place in range(len(sentences))
    )


def _hands_in(sentence: Sentence, *, with_file: bool) -> bool:
    low = _whole_work(sentence)
    return any(_is_work(match["what"], with_file=with_file) for p in _HERE for match in p.finditer(low))


def _whole_work(sentence: Sentence) -> str:
    """Return what a sentence says of a thing that is whole, without its courtesies; empty where it asks or denies."""
    low = _YOU_WILL.sub("you", _COURTESY.sub("", sentence.low))
    return "" if sentence.is_question or _NOT_WHOLE.search(low) or things.DOCUMENT.search(low) else low


def _links_to_work(sentences: Sequence[Sentence], place: int) -> bool:
    """Say whether a sentence hands over work by a link, which stands in it or in the next."""
    low = _whole_work(sentences[place])
    found = [match["what"] for pattern in (*_HERE, *_AT_LINK) for match in pattern.finditer(low)] if low else []
    if not any(_is_work(what, with_file=True) and not _OWN_PAGE.search(what) for what in found):
        return False
    return any(_LINK.search(one.low) for one in sentences[place : place + 2])


def _is_work(what: str, *, with_file: bool) -> bool:
    if _NOT_WORK.search(what):
        return False
    return _OF_MINE.search(what) is not None if with_file else _WORK_OF_MINE.search(what) is not None


_OF_MINE = re.compile(rf"\b(?:my|our)\b|\bthe\b(?: [\w'-]{{1,14}}){{0,3}}? {_WORK}\b")
_WORK_OF_MINE = re.compile(rf"\b(?:my|our)\b(?: [\w'-]{{1,14}}){{0,3}}? {_WORK}\b")
