"""Mail about two roles: one is gone and another is proposed, or the candidate wants the one and not the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.names import ROLE_HEADS
from inbox_watch.core.reading.roles import find_role
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import Message

_POST = r"(?:roles?|positions?|jobs?|posts?|vacanc(?:y|ies)|openings?|opportunit(?:y|ies)|seats?)"
_GONE = re.compile(
    rf"\b{_POST}\b[^.!?;]{{0,60}}?\b(?:filled|closed|taken|cancelled|withdrawn|gone"
    r"|no longer (?:open|available|vacant|being))\b"
    r"|\b(?:went|gone|going|go|decided|chosen|chose|opted) (?:[\w-]{1,12} ){0,5}?(?:with|for|on) (?:[\w-]{1,12} ){0,2}?"
    r"(?:another|other|somebody|someone|different|internal)\b"
    r"|\b(?:not|unable to|cannot|\w{2,6}n't) (?:[\w-]{1,12} ){0,3}?(?:proceed\w{0,3}|progress\w{0,3}|mov(?:e|ing)"
    r"|go(?:ing)?|tak(?:e|ing)|consider(?:ing)?)\b[^.!?;]{0,30}?\b(?:your (?:application|candidacy)|forward|further"
    r"|you for|with you)\b"
    r"|\b(?:not|unable to|cannot|\w{2,6}n't) (?:[\w-]{1,12} ){0,3}?offer(?:ing)? you (?:the|this|that)"
    rf"[^.!?;]{{0,30}}?\b{_POST}\b"
    r"|\b(?:unsuccessful|not (?:been )?(?:selected|successful|shortlisted))\b"
    r"|\b(?:not|\w{2,6}n't) (?:quite )?(?:the right|a) (?:fit|match)\b"
)
_BESIDES = re.compile(
    r"\b(?:another|different|second|similar|further|one more|also|however|but|instead|though|as well|too|meanwhile"
    r"|at the same time|alternatively)\b"
)
_HAS_POST = re.compile(rf"\b{_POST}\b")
_WANTED = re.compile(
    r"\b(?:would|could|might|may|does) (?:that|it|this|such an? [\w ]{1,20}"
    rf"|(?:the|this|that|our) [\w ,/-]{{1,40}}?{_POST}) "
    r"(?:\w{1,10} )?(?:be (?:of interest|something|interesting|a fit)|interest|suit|appeal|fit|work for) "
    r"?(?:you|to you)?\b"
    r"|\b(?:would|are|might|could) you (?:\w{1,10} ){0,2}?(?:interested|open to|consider\w{0,3}|keen)\b"
    r"|\b(?:shall|should|may|can|could) (?:i|we) (?:put you (?:forward|down)|pass (?:on )?your|forward your|send your"
    r"|submit you|consider you)\b|\b(?:would|do) you (?:like|want|care) (?:me |us )?to (?:apply|hear|talk|speak"
    r"|be considered|learn|know more|put you forward)\b|^(?:any interest|interested)\b|\bof interest to you\b"
)
_TOLD = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|say|(?:please )?(?:reply|write|call|ring|get in touch))\b[^.!?;]{0,20}?"
    r"\b(?:if|whether) (?:you(?:'d| would|'re| are| were)?|that|this|it)\b[^.!?;]{0,20}?"
    r"\b(?:interest(?:s|ed)?|appeals?|consider\w{0,3}|open to|keen|suits?|like to (?:apply|hear|talk|be considered"
    r"|know more))\b"
    r"|\bif (?:you(?:'re| are|'d be)? (?:interested|keen)"
    r"|(?:that|this|it)(?: \w{1,8})? (?:interests?|appeals? to|suits?) you)\b[^.!?;]{0,20}?"
    r"\b(?:let (?:me|us)|reply|write|call|send|tell)\b"
)
_LATER = re.compile(
    r"\b(?:future|talent (?:pool|community|network)|newsletters?|job alerts?|on file|feedback|one day|our (?:website"
    r"|careers? page|job board)|mailing list)\b"
)


def turn_of(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences by which they ask about another role, as they say that one is gone; empty where they don't.

    What may come one day, a talent pool and feedback are no other role.
    """
    gone = next((place for place, one in enumerate(sentences) if _GONE.search(one.low)), None)
    if gone is None:
        return ()
    for place in range(gone + 1, len(sentences)):
        asks = _WANTED if sentences[place].is_question else _TOLD
        if asks.search(sentences[place].low):
            meant = tuple(sentences[max(gone + 1, place - 2) : place + 1])
            if _proposes(meant):
                return meant
    return ()


def role_of(message: Message, context: Context) -> str | None:
    """Return the role that they propose in the place of the one that is gone."""
    proposed = " ".join(sentence.text for sentence in turn_of(context.sentences))
    return find_role(replace(message, subject=""), proposed, context.names)


def _proposes(meant: Sequence[Sentence]) -> bool:
    told = " ".join(one.low for one in meant)
    has_post = _HAS_POST.search(told) or any(_TITLE.search(one.text) for one in meant)
    return bool(has_post and _BESIDES.search(told)) and _LATER.search(told) is None


_NAME = rf"(?P<role>(?:[A-Z][\w/+#&’'.-]{{0,24}} (?:(?:of|for|and|&) )?){{0,4}}(?i:{ROLE_HEADS})\b)"
_TITLE = re.compile(_NAME)
_FIRST = re.compile(r"\b(?:first|former|second|latter|other)(?: (?:one|role|job|position))?\b")
_NO = re.compile(r"\b(?:not|\w{2,6}n't|no|less|rather not|pass on|decline)\b")
_YES = re.compile(
    r"\b(?:sounds|looks|seems) (?:[\w-]{1,12} ){0,2}?(?:good|great|interesting|right|perfect|exciting|promising|like)"
    r"|\b(?:interests|appeals to|attracts|suits|would suit) me\b|\bi(?:'d| would) (?:love|like|prefer|be (?:happy|glad"
    r"|interested))\b|\bi(?:'m| am) (?:[\w-]{1,12} ){0,2}?(?:interested|keen|excited)\b|\bput me forward\b|\byes\b"
    r"|\bgo (?:ahead|for)\b|\bi prefer\b|\bhappy to (?:talk|hear|discuss|apply)\b|\btell me more\b"
)


def chooses(sentences: Sequence[Sentence]) -> bool:
    """Say whether a candidate's mail wants one role and not another: no withdrawal, though it says no."""
    wanted = [_about(one.text) for one in _clauses(sentences) if _YES.search(one.low) and not _NO.search(one.low)]
    refused = [_about(one.text) for one in _clauses(sentences) if _NO.search(one.low)]
    return any(one and other and one != other for one in wanted for other in refused)


def _clauses(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences, cut at "but", so that each says one thing."""
    found: list[Sentence] = []
    for sentence in sentences[:20]:
        cut = re.search(r",? (?:but|while|whereas|however|though|;) ", sentence.low)
        if cut is None or len(sentence.low) != len(sentence.text):
            found.append(sentence)
            continue
        for start, end in ((0, cut.start()), (cut.end(), len(sentence.low))):
            found.append(_piece(sentence, start, end))
    return found


def _piece(sentence: Sentence, start: int, end: int) -> Sentence:
    return replace(sentence, text=sentence.text[start:end], low=sentence.low[start:end])


def _about(text: str) -> str:
    """Return which role a sentence speaks of: by its title, or as "the first", in lower case; empty where by none."""
    title = _TITLE.search(text)
    if title:
        return re.sub(r"^(?:the|an?|your) ", "", title["role"].lower())
    ordinal = _FIRST.search(text.lower())
    return ordinal.group().split()[0] if ordinal else ""
