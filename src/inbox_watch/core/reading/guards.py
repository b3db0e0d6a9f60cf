"""Sentences that sound like an end and are none: a guard over the model, which counts words and not what denies them.

"We have not decided yet", "if you are not selected", "have you decided to withdraw?", "the other candidate declined":
each holds the words of an end, and says the opposite. The guard speaks up only where such a sentence stands in the
text, and no other words of the text really end anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading import deciding
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ENDS, Stage

_NOT = r"(?:not|never|\w{1,8}n't)"
_ENDED = (
    r"(?:reject\w{0,5}|declin\w{1,4}|withdr[ae]w\w{0,4}|turn(?:ed|ing)? (?:you |it |us )?down|decided against"
    r"|ruled (?:you )?out|unsuccessful|accept(?:ed|ing)?)"
)
_SHUT_OUT = (
    rf"(?:{_NOT} (?:be |been |being )?(?:\w{{1,12}} )?(?:selected|chosen|shortlisted|successful|considered|hired"
    rf"|moving|proceeding|a match|taken)|{_ENDED})"
)
_OTHER_ONE = r"(?:other|chosen|first|preferred|selected|previous) (?:candidates?|applicants?|finalists?|person|choice)"
_SIEVED = r"(?:selected|chosen|short-?listed|picked|put through)"
_OPEN = (
    # still open
    r"\bno (?:\w{1,12} )?decisions? (?:(?:has|have|was|were|is) (?:yet )?(?:been )?(?:made|taken|reached)|yet|as yet"
    r"|so far|until|before)\b",
    rf"\b{_NOT} (?:yet )?(?:been )?(?:\w{{1,12}} )?(?:made|taken|reached|come to|had) (?:a|any|the|their|our|its) "
    r"(?:\w{1,12} )?decisions?\b",
    r"\b(?:has|have|had|is|are)(?:n't| not) (?:yet )?(?:been )?decided\b(?! (?:to|not|against|in your|for you)\b)",
    r"\b(?:undecided|yet to (?:decide|make a decision)|decision is (?:still )?(?:pending|open|outstanding))\b",
    r"\bstill (?:open|one of|in the running|being considered|under (?:consideration|review)|considering you)\b",
    # an end that is denied
    rf"\b{_NOT} (?:yet )?(?:been )?(?:going to |about to |be (?=saying|refusing))?(?:actually |really )?"
    r"(?:reject(?:ed)?|declined?|turn(?:ed)? (?:you )?down|decided against|ruled (?:you )?out|withdrawn|been filled"
    r"|say(?:ing)? no|refus(?:e|ing)"
    r"|filled)\b",
    r"\b(?:is|was)(?:n't| not) (?:a|an) (?:rejection|no)\b",
    # a part of the job that is refused, not the job
    rf"\b{_NOT} interested in {deciding.A_PART}",
    rf"\b(?:pull(?:ing|ed)? out|step(?:ping|ped)? (?:back|away|out)|withdr[ae]w\w{{0,4}}){deciding.OWN_THING}[a-z]",
    # an end that is somebody else's
    rf"\b{_OTHER_ONE}\b[^.!?;]{{0,60}}\b(?:declined|withdrew|withdrawn|turned (?:it|us|the \w{{1,12}}) down|dropped out"
    r"|pulled out|backed out|accepted (?:another|a different))\b",
    r"\b(?:rejected|declined|turned down|ruled out|let go) (?:[\w-]{1,12} ){0,2}?other(?:s| \w{1,14}s)\b",
    # the candidate is chosen
    r"(?<!not )(?<!n't )(?<!never )\b(?:picked|chose|selected) you (?:for|as)\b",
    r"\byou(?:'ve| have)? made it (?:to|into|through)\b|\byou(?:'re| are) (?:through to|next on|next in line)\b",
    rf"(?:\b(?:have|has)|'ve|'s) (?:now |also )?{_SIEVED} you\b",
    r"\b(?:has|have) decided to (?:select|choose|invite|see|meet) you\b",
    rf"\byou(?:'ve| have) (?:now )?been {_SIEVED}\b",
    r"\b(?:like|love|want|wants|keen) to (?:see|meet|speak to|talk to) you again\b",
    # a regret about something smaller
    r"\b(?:unfortunately|regrettably|sadly|afraid|sorry)\b[^.!?;]{0,60}\b(?:reschedul\w{1,4}|postpone\w{0,2}|ill|sick"
    r"|(?:move|moved|shift|push) (?:your|the|our)|delay\w{0,3}|more time|another (?:week|day)|no news|closed on)\b",
    r"\b(?:unfortunately|regrettably|sadly|i'm afraid|we are sorry)\b[^.!?;]{0,30}\b(?:cannot|can't|can not|unable to"
    r"|not able to|do not|don't) (?:answer|respond to|reply to|take|accept|discuss|deal with|process)\b[^.!?;]{0,40}"
    r"\b(?:questions?|calls?|phone|telephone|enquir\w{1,3}|inquir\w{1,3}|queries|post|e-?mails?)\b",
)
_CONTRARY = re.compile("|".join(_OPEN))
_CONDITION = re.compile(r"\b(?:if|should|in case|unless|whether|in the event)\b[^.!?;,]{0,140}")
_QUESTION = re.compile(
    r"\b(?:have|has|had|did|do|does|are|is|would|will|should|could|can|may|when|why)\b (?:you|they|we|he|she|it|i|the"
    r"|that|this)\b[^.!;:]*"
)
_ENDING_WORDS = re.compile(rf"\b{_SHUT_OUT}\b|\bnot hear\b")

_REJECTS = re.compile(
    r"\b(?:unfortunately|sadly|regret\w{0,5}|afraid|sorry|disappoint\w{1,4}|unsuccessful"
    r"|reject\w{0,5}|declin\w{1,4}|turn(?:ed|ing)? (?:you |it |us |this )?down|withdr[ae]w\w{0,4}"
    r"|(?:not|n't|never|no longer|unable to|cannot|can not|without)\b[^.!?;]{0,40}\b(?:mov\w{1,3}|proceed\w{0,3}"
    r"|progress\w{0,3}|continu\w{1,3}|tak\w{1,3}|go(?:ing)?|select\w{0,2}|successful|short-?list\w{0,3}|offer\w{0,3}"
    r"|hir\w{1,3}|consider\w{0,3}|fit|match|right|invit\w{1,3}|pursu\w{1,3}|quite|choos\w{1,3}|chosen|interview\w{0,3}"
    r"|you|this time|happen\w{0,3}|recruit\w{0,3}|available)"
    r"|(?:went|gone|going|go|decided|chose|chosen|choosing|picked|offered|appointed|hired|filled|move|moving|proceed"
    r"|moved|proceeding)\b[^.!?;]{0,40}\b(?:somebody|someone|another|other|others|else|different|internal\w{0,2}"
    r"|against|not to)"
    r"|(?:position|role|post|vacancy|job|place|search|requisition)\b[^.!?;]{0,30}\b(?:filled|closed|cancel\w{1,4}"
    r"|withdrawn|frozen|gone|taken)|(?:rest|future|other) (?:opportunit\w{1,4}|openings|vacancies)"
    r"|wish you|best of luck|good luck|all the best (?:with|for|in)|a no\b|pass(?:ing)? on|this time\b|however\b)"
)
_WITHDRAWS = re.compile(
    r"\b(?:withdr[ae]w\w{0,4}|declin\w{1,4}|step(?:ped|ping)? (?:back|away|out)|pull(?:ed|ing)? out|turn(?:ed|ing)? "
    r"(?:it |us |this )?down|no longer|not (?:interested|for me|proceed\w{0,3}|pursu\w{1,3}|continu\w{1,3})|pass"
    r"|your decision|another (?:offer|role|job|position)|elsewhere|sorry|unfortunately|regret\w{0,4}|decided"
    r"|tak(?:e|en|ing) (?:you|your \w{1,14}) (?:out|off)|remov\w{1,3} you|out of the (?:process|running|system))\b"
)
_ACCEPTS = re.compile(
    r"\b(?:accept\w{0,5}|welcome|join\w{0,3}|sign\w{0,3}|yes|start\w{0,3}|first day|onboard\w{0,3}|delighted|thrilled"
    r"|pleased|happy)\b"
)
_ENDING = {Stage.REJECTED: _REJECTS, Stage.WITHDRAWN: _WITHDRAWS, Stage.ACCEPTED: _ACCEPTS}


def denies_end(stage: Stage | None, sentences: Sequence[Sentence]) -> bool:
    """Say whether a text that the model takes for an end denies it: words to the contrary, and none that end it."""
    if stage is None or stage not in ENDS:
        return False
    rests = [without_contrary(sentence) for sentence in sentences]
    if all(rest == sentence.low for rest, sentence in zip(rests, sentences, strict=True)):
        return False
    return not any(_ENDING[stage].search(rest) for rest in rests)


def without_contrary(sentence: Sentence) -> str:
    """Return the sentence in lower case with what denies an end, or only supposes one, replaced by spaces."""
    if sentence.is_question:
        return _QUESTION.sub(_blank_end, sentence.low)
    return _CONTRARY.sub(_blank, _CONDITION.sub(_blank_end, sentence.low))


def _blank_end(match: re.Match[str]) -> str:
    return _blank(match) if _ENDING_WORDS.search(match.group()) else match.group()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
