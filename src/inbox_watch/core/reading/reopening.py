"""Words that open again what had ended: the chosen one has left, a place is free, the refusal was a mistake.

A condition, a denial and what may come one day open nothing. Whether anything had ended is for `opportunity.stage` to
say; here one mail is read by itself. Every pattern is matched on one sentence in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading.sentences import Sentence

_SOMEBODY = (
    r"(?:(?:other|chosen|first|preferred|selected|successful|previous|winning|top|favou?rite|second|new) (?:candidate"
    r"|applicant|choice|person|finalist|hire|starter|colleague|pick)"
    r"|(?:person|candidate|applicant|colleague|one|somebody|someone|man|woman) (?:that |who(?:m)? )?(?:we|had"
    r"|was|were|they|i)"
    r"(?:'d|'ve)?\b(?: \w{1,12}){0,6}|that person)"
)
_LEFT = (
    r"(?:pull(?:ed|s|ing)? out|drop(?:ped|s|ping)? out|declined?|withdr[ae]wn?|withdrew|turned (?:it|us|them"
    r"|the \w{1,14}"
    r"|our \w{1,14}) down|back(?:ed|s|ing)? out|f(?:ell|allen) through|chang(?:ed|es) (?:his|her|their) minds?"
    r"|accepted (?:another|a different|an offer)|(?:did not|didn't|hasn't|has not|hadn't) work(?:ed)? out"
    r"|no longer available"
    r"|left|let us down|resigned|(?:is|won't|will not|isn't) (?:not )?(?:coming|joining|starting|taking)"
    r"|not to (?:join|start|come|take|accept)"
    r"|taken (?:another|a different)|walked away|said no|not started)"
)
_PLACE = (
    r"(?:roles?|positions?|jobs?|posts?|vacanc(?:y|ies)|places?|openings?|opportunit(?:y|ies)|spots?|search|process)"
)
_FREE = (
    r"(?:open(?:ed)?(?: up)?|free|vacant|available|live|back|come up|come in|come free|arisen|approved|created"
    r"|reopened|re-opened"
    r"|unfilled)"
)
_CHANGED = re.compile(
    rf"\b{_SOMEBODY}\b[^.!?;]{{0,40}}?\b{_LEFT}\b"
    r"|\b(?:did not|didn't|hasn't|has not) work(?:ed)? out (?:with|as)\b"
    rf"|\b{_PLACE}\b[^.!?;]{{0,40}}?\b(?:(?:is|has|have|are|been|become|became|come|now|just"
    rf"|it's)\b(?: \w{{1,10}}){{0,3}}?"
    rf" (?:{_FREE} (?:again|on|once more|after all)|(?:open|vacant|available|free|live) again|reopened|re-opened"
    rf"|back on))"
    rf"|\b(?:working on|recruiting for|hiring for|got|filling) (?:a |an )?(?:another|new|second|similar"
    rf"|different|further)"
    rf" (?:[\w-]{{1,14}} ){{0,3}}?{_PLACE}\b|\bre-?advertis(?:ed|ing)\b|\bwrong (?:letter|e-?mail|mail|message"
    rf"|template)\b"
    r"|\byou(?:'re| are) (?:still|back) in (?:the )?(?:running|process|race)\b|\bpick(?:ing)? up (?:our|the|your"
    r"|where)\b"
    r"|\bstill in the running\b|\b(?:become|became) (?:free|vacant|available)(?: again)?\b"
    r"|\b(?:has|have|'ve|'s|is|are|be|decided to|going to) (?:now |just |been )?re-?open(?:ed|ing)?\b"
    rf"|\b(?:another|new|second|similar|different|further|additional"
    rf"|other) (?:[\w-]{{1,14}} ){{0,3}}?{_PLACE}\b[^.!?;]{{0,40}}?"
    rf"\b(?:has|have|is|'s|are)\b(?: \w{{1,10}}){{0,2}}? {_FREE}\b"
    rf"|\b(?:we|i|they|there)(?:'ve|'s| have| has| is)?(?: now| just| also| got| found)? (?:have |has "
    rf"|got )?(?:a |an )?(?:another|new|second"
    rf"|similar|different|further|additional) (?:[\w-]{{1,14}} ){{0,3}}?{_PLACE}\b"
    rf"|\bthere(?:'s| is) (?:now |again )?an? (?:\w{{1,14}} ){{0,2}}?{_PLACE} (?:for you|again|free|open|here"
    rf"|in (?:our|the|my)|with us|at our)\b"
    rf"|\b(?:about|for|of) an? (?:new|different|similar|second) (?:[\w-]{{1,14}} ){{0,2}}?{_PLACE}\b"
    r"|\b(?:things|circumstances|situation|plans?|picture|something|everything|a lot|much|priorities|needs|requirements"
    r"|setup|position here) (?:has|have) (?:since |now |completely |really |also )?changed\b"
    r"|\bchange of (?:plans?|heart|mind)\b"
    r"|\bchanged (?:my|our|his|her|their) minds?\b|\bbeen a (?:rethink|development|change)\b|\bhad (?:a )?(?:another|a"
    r" second|a fresh) (?:look|thought)|\bhad a rethink\b|\breconsider(?:ed|ing)?\b|\b(?:second|another) chance\b"
    r"|\b(?:need|hire|hiring|take on|taking on) (?:now )?(?:a second|two|another|one more|an additional|a further)\b"
    r"|\bneed (?:somebody|someone) (?:after all|now|again|else)\b|\b(?:freeze|hold|stop) (?:is|has been"
    r"|was) (?:now )?(?:over|lifted|ended)\b"
    r"|\bbudget (?:is|has been|was) (?:now )?(?:back|approved|released|there|confirmed)\b|\bback on (?:the table"
    r"|track|again)\b"
    r"|\b(?:sent|was|went out|rejected|turned down|declined) (?:\w{1,10} )?(?:by mistake|in error|by accident"
    r"|too (?:early"
    r"|quickly|soon))\b|\bmade a mistake\b|\b(?:ignore|disregard|forget) (?:the|my|our|that"
    r"|this) (?:\w{1,12} )?(?:rejection"
    r"|refusal|e-?mail|mail|message|letter|note)\b|\bshould not have been (?:rejected|turned|declined|closed)\b"
    r"|\btoo (?:quick|hasty|fast) to\b"
    r"|\b(?:look(?:ing)? for|search(?:ing)? for|recruit(?:ing)?|hir(?:e|ing)|in touch)\b[^.!?;]{0,40}? again\b"
    r"|(?:\bwould |'d )?\b(?:like|love|can|could|may|shall|want|wants|asked) (?:[\w']{1,10} ){0,3}?(?:talk|speak"
    r"|meet|see|chat)\b"
    r"[^.!?;]{0,20}? again\b|\bback into the (?:process|running|pool)\b|\b(?:resume|revive|restart|reopen"
    r"|reactivate|take up)"
    r" (?:the|your|our) (?:application|process|conversation|talks?|candidacy|discussion)\b"
    r"|\byour name (?:came|has come) up again\b|\b(?:new|better|improved|revised|higher) offer\b|\b(?:raise"
    r"|increase|improve"
    r"|raised|increased|improved|better) (?:our|the|your) (?:offer|salary)\b|\bdidn't want to lose you\b"
)
_INTEREST = re.compile(
    r"\b(?:are|would|do|might|could|is|if|whether|you're|you are|you'd|that)\b[^.!?;]{0,40}?\bstill(?: \w{1,12}){0,2}?"
    r" (?:interested|available|looking|open|free|keen|on the market|up for|considers?|like|want|wants"
    r"|of interest|searching"
    r"|job[- ]hunting|in the market|want(?:ing)? (?:it|the|to))\b|\b(?:would|could|can|might|anything"
    r"|what)\b[^.!?;]{0,40}\bchange your mind\b|\b(?:would|could|might) you reconsider\b"
)
_ASKED = re.compile(
    r"\b(?:would|are|might|could) you (?:\w{1,10} )?(?:be |still )?(?:interested|open|willing|keen|prepared|up for"
    r"|(?:like|want|care|consider) (?:to |us to )?(?:be considered|re-?apply(?:ing)?|hear(?:ing)? more|talk"
    r"|speak|come(?:ing)?"
    r" back|join(?:ing)?|step(?:ping)? in|see us again|work(?:ing)?))\b|\bis it too late\b"
    r"|\b(?:can|could|may|shall|should) (?:i|we) (?:put you forward|(?:pass on|send|forward|submit|put forward"
    r"|pass) your"
    r" (?:cv|details|profile|resume))\b|\bdo you want to (?:be considered|re-?apply|come back)\b"
)
_NO_PLACE = re.compile(r"\b(?:newsletters?|talent (?:pool|community|network)|job alerts?|feedback|survey|expenses)\b")
_NO_JOB = re.compile(
    r"\b(?:newsletters?|talent (?:pool|community|network)|mailing|job alerts?|feedback|survey|on file|keep your"
    r"|references? back"
    r"|hearing (?:about|from)|unsubscribe|events?|webinars?|expenses)\b"
)
_NOT_SO = re.compile(
    r"\b(?:if|should|in case|when|whenever|once|unless|(?<!\d )may(?! \d)|might|could|will|would|not|no|never"
    r"|nothing|cannot|hope|until"
    r"|whether|any)\b[^.!?;:]{0,60}$|n't\b[^.!?;:]{0,60}$|'ll\b[^.!?;:]{0,60}$"
)
_WELCOME = re.compile(
    r"\b(?:would|could|can|may|do|should|shall) (?:you|we|i)\b(?! not)[^.!?;]{0,60}$|\b(?:would|'d) (?:like|love) to\b"
    r"[^.!?;]{0,40}$"
)


def reopens(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail of the other side's opens again what had ended: things changed, are you still there?"""
    return any(_asks_for_interest(s.low) or _tells_of_change(s.low) for s in sentences)


def _asks_for_interest(low: str) -> bool:
    if _NO_JOB.search(low) or _ONE_DAY.search(low):
        return False
    return _INTEREST.search(low) is not None or _ASKED.search(low) is not None


_ONE_DAY = re.compile(
    r"\b(?:future|one day|next year|later (?:on|date)|other (?:roles|positions|vacancies|jobs)|sister)\b|^(?:if"
    r"|should)\b(?! you)"
)


def _tells_of_change(low: str) -> bool:
    if _NO_PLACE.search(low):
        return False
    return any(_is_real(low[max(0, match.start() - 90) : match.start()]) for match in _CHANGED.finditer(low))


def _is_real(before: str) -> bool:
    """Say whether a change is told as such; "would you like us to reconsider" is as good as the change itself."""
    return _NOT_SO.search(before) is None or _WELCOME.search(before) is not None


_REFUSES = re.compile(
    r"\b(?:(?:went|gone|going|go|decided|chosen|chose|opted|offered) (?:[\w-]{1,12} ){0,5}?(?:with|for|to"
    r"|in favou?r of)"
    r" (?:[\w-]{1,12} ){0,2}?(?:another|other|somebody|someone|internal|different|stronger|else)|decided (?:not"
    r"|against)"
    r"|unsuccessful|(?:not|n't) (?:be |been |going to |able to )?(?:\w{1,12} )?(?:select|success|shortlist|offer"
    r"|proceed|progress"
    r"|mov|tak|invit)\w{0,6}|regret to|(?:is|been|was|now) filled|turned (?:you )?down|reject(?:ed|ing)?)\b"
)
_PAUSES = re.compile(r"\b(?:on hold|paus(?:e|ed|ing)|frozen|freez(?:e|ing)|postponed|until)\b")
_RECALLS = re.compile(
    r"\b(?:know|remember|recall|realise|realize|aware|last (?:week|month|year|time|mail|email)|earlier"
    r"|previous(?:ly)?|before"
    r"|back (?:in|then)|ago|although|though|despite|when (?:we|i)|had|should not|shouldn't|in (?:jan|feb|mar|apr"
    r"|may|jun|jul"
    r"|aug|sep|oct|nov|dec)\w{0,6})\b"
)


def shuts_now(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail itself refuses the candidate or pauses, and doesn't only recall that they did before."""
    return any(
        (_REFUSES.search(s.low) or _PAUSES.search(s.low))
        and not (_RECALLS.search(s.low) or _tells_of_change(s.low) or s.is_question)
        for s in sentences
    )
