"""Chases in other words than "any news": "me again, could you let me know either way?", "have you heard from them?".

Only a mail that does nothing else asks for news: who sends times, papers or a yes and adds "let me know either way" has
just made a move.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading.sentences import Sentence

_THEY = (
    r"(?:they|the (?:hiring )?(?:client|team|panel|board|company|manager|firm|school|committee|owner|boss|head"
    r"|director)"
    r"|your (?:client|manager|colleagues?|boss)|anyone|anybody|he|she)"
)
# "had a chance to look at my CV", "found time to speak to the manager": what was left with them to do.
_LEFT_WITH_THEM = (
    r"(?:have|had|get|got|find|found)(?: (?:yet|already|since))? (?:(?:a|any|the|your|some|enough) )?"
    r"(?:chance|opportunity|time|moment|minute) to (?:(?:have|take) a (?:proper |quick )?(?:look|read)|look|read|review"
    r"|go (?:through|over)|consider|think|decide|speak to|talk to|ask|pass|discuss|forward|catch up with|check with"
    r"|hear)\b(?![^.!?;]{0,30}\b(?:parking|bus|train|directions|room|visa)\b)"
)
_DECIDED = (
    r"(?:a |any |the |your )?(?:final )?decisions? (?:(?:has|have|had) (?:been|now been|already been)|is|was) "
    r"(?:made|taken|reached)"
    rf"|{_THEY}(?: has| have|'s|'ve| had)(?: (?:now|yet|already))? (?:decided|made (?:a|any|up|the|their)|come back"
    r"|reached (?:a|any)|said anything|been in touch)"
)
_ASKED = re.compile(
    r"\b(?:have|had|did) you (?:heard|hear) (?:anything|something|back|from|any|yet|more)\b|\bhave you heard\s?\?"
    r"|\b(?:have|do) you (?:have |got |get )?(?:any|some) (?:news|word|feedback|answer|idea when)\b"
    r"|(?:^|[,;:-] ?|\bhave you |\byou |\band |\bso )heard (?:anything|something|back|any ?more|more|any \w{2,10})\b"
    r"|\b(?:did|have|were) you(?: ever| already| yet| since| now)? (?:(?:manage|managed|able|get|got) to "
    r"|been able to |had )?"
    rf"(?:(?:get|got|gotten) (?:hold of|through to)|reach(?:ed)?|speak (?:to|with)|spoken (?:to|with)|talk(?:ed)? (?:to"
    r"|with)|catch|caught|ask(?:ed)?) (?:him|her|them|(?:the|your) (?!other|job|role|test)\w{2,14})\b"
    r"|\bdo you (?:already |now )?(?:know|have) (?:any ?more|more|anything(?: more| new)?|something)"
    r"(?: (?:by now|yet|now|about|from|at this point|already))?(?=\s?\?| (?:about|on) (?:the|my) (?:job|role"
    r"|position|post"
    r"|application|process|decision|vacancy))"
    r"|\bwhat(?:'s| is) (?:the story|happening|going on|up|new) (?:with|on|about) (?:the|my|your|this|that)\b"
    r"|\bhow(?:'s| is| are| does| do) (?:it|things|that|the (?:process|search|decision|shortlist\w{0,3})|everything)"
    r" (?:stand|standing|coming along|coming on|progressing|moving)\b|\bwhere does (?:it|this|that"
    r"|my application) stand\b"
    r"|\bwhat (?:became|has become|happened) (?:of|to|with) (?:the|my)"
    r" (?:\w{2,14} )?(?:job|role|position|post|application|vacancy)\b"
    r"|\bany (?:luck|joy|developments?|response|reply|answer|outcome|sign of)\b"
    rf"|\b(?:have|did|has) (?:you|{_THEY}) (?:managed? to (?:look|read|review|speak|talk)|{_LEFT_WITH_THEM})"
    rf"|\b(?:has|have) (?:a|any|the) (?:final )?decision (?:now |already )?been (?:made|taken|reached)\b"
    rf"|\b(?:if|whether) (?:{_DECIDED})\b"
    rf"|\b(?:has|have) {_THEY} (?:decided|made (?:a|any|up)|come back|got(?:ten)? back|said anything|replied|responded"
    r"|been in touch)\b"
    r"|\bwhat(?:'s| is) (?:the latest|the (?:status|state of play))\b|\bwhere (?:do (?:things|we|i) stand"
    r"|(?:am i|are we) (?:with|in|at))\b"
    r"|\bam i still (?:in the running|being considered)\b|\bare (?:you|they) still considering\b"
    r"|\b(?:did you|have you) (?:get|got|receive|received|see|seen|have a chance to (?:read|look at|see)) my (?:last |"
    r"previous |earlier )?(?:e-?mails?|messages?|application)\b"
    r"|\b(?:any chance of|(?:can|could|may) (?:i|we) (?:have|get)|(?:can|could) you give me) (?:an answer|a decision"
    r"|an update|a reply|a yes or no|some news)\b"
)
_TOLD = re.compile(
    r"\b(?:curious|wondering|wonder|wondered|keen to know|like to know|know|ask|asking|hear) (?:how|where|whether|if"
    r"|about"
    r" how|what) (?:it|things|that|matters|the (?:process|search|decision)|my application) (?:stands?|is (?:at"
    r"|going with"
    r"|coming along|progressing)|(?:is|are) (?:coming along|progressing|moving)|moved (?:on|forward))\b"
    r"|\b(?:curious|wondering|wondered) (?:if|whether) (?:you|they|there)(?:'ve| have|'s| has| had|'d)?\b[^.!?;]{0,40}"
    r"\b(?:news|heard|decided|decision|movement|progress|word|feedback)\b"
    r"|\b(?:circling back|bumping (?:this|it)|(?:quick|gentle|friendly|little) reminder)\b|\bsorry to chase\b"
    rf"|\b(?:wonder(?:ing|ed)?|ask|asking|know|see|check|checking|find out|hear) (?:if|whether) (?:{_DECIDED}"
    rf"|(?:you|{_THEY})(?:'d| had|'ve| have|'s| has)? {_LEFT_WITH_THEM})"
    r"|\b(?:let me know|tell me|(?:like|love|good|glad|grateful) to know|i need to know)(?: (?:please|something"
    r"|anything))? (?:either way|one way or (?:the other|another)|yes or no|how (?:it|things) stands?)\b"
)


def chases(sentences: Sequence[Sentence]) -> bool:
    """Say whether the candidate's own mail asks for news of a matter that lies with the other side."""
    return any(_TOLD.search(s.low) or (s.is_question and _ASKED.search(s.low)) for s in sentences)
