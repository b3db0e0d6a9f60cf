"""What a candidate answers to a recruiter's approach where they say no to it, and to nothing that is under way.

"I've been put forward by another agency", "I'm happy where I am", "that's a bit far for me": none of these refuses an
offer or takes an application back, so they count right after an approach only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading.sentences import Sentence

_ANOTHER = (
    r"(?:(?:another|a different|some other|one other|the other|an other|one of (?:your"
    r"|the other)) (?:[\w-]{1,14} ){0,2}?"
    r"(?:agenc(?:y|ies)|agents?|recruiters?|consultan(?:t|ts|cy)|compan(?:y|ies)|firms?|headhunters?|person|one"
    r"|competitors?"
    r"|colleagues?|source|route)\b|(?:someone|somebody) else\b)"
)
_SUBMITTED = (
    r"(?:submitted|put (?:forward|up|through|in)|represent(?:ed|ing)|registered|proposed|forwarded|presented|sent)"
)
_NO_TO_APPROACH = re.compile(
    r"(?:^|\bso |\bbut )no,? (?:thanks|thank you)(?=[.!]|$)|\b(?:so|but|just) not (?:now|right now|for now"
    r"|at the moment)\b"
    r"|\b(?:'ve|have) (?:already |just |now )?found (?:something|work|a (?:new )?(?:job|role|position))(?=[.,!]|$"
    r"| (?:else|now"
    r"|already|thank|thanks)\b)"
    rf"|\b{_ANOTHER}[^.!?;]{{0,30}}?\b(?:{_SUBMITTED} (?:me|my)|put (?:me|my [a-z]{{1,10}}) (?:forward|up|in)"
    rf"|represents me)\b"
    r"|\b(?:i|i'm|i've|my (?:cv|resume|details|profile|application|name))\b(?: [\w']{1,12}){0,4}? "
    rf"(?:{_SUBMITTED}|gone|applied)\b[^.!?;]{{0,50}}?\b(?:by|through|via|with|from|using) {_ANOTHER}"
    rf"|\balready (?:been )?{_SUBMITTED} (?:for|to) (?:this|that|it|them|the|these)\b(?![^.!?;]{{0,40}}\bby you)"
    r"|\b(?:already|have|'ve) (?:already )?(?:applied|been|gone|sent)\b[^.!?;]{0,50}?\b(?:directly|direct(?: (?:to"
    r"|with) (?:them|the)\b|(?=[.,!;]|$)))|\b(?:can't|cannot|can not|unable to) go through you\b"
    r"|\b(?:happy|settled|content|comfortable|fine) (?:where i am|in my (?:[\w-]{1,12} ){0,2}?(?:role|job|post"
    r"|position)"
    r"|with my (?:[\w-]{1,12} ){0,2}?(?:employer|job|role|company)|here at\b)"
    r"|\b(?:only |just |recently |only just ){1,2}(?:started|begun|joined|moved to|accepted|signed) (?:in |with "
    r"|at )?(?:a|my|this"
    r"|an?other) (?:[\w-]{1,12} ){0,2}?(?:role|job|post|position|place|company|contract|employer)\b"
    r"|\b(?:not|don't|no) (?:\w{1,10} )?(?:planning|plans?|want|wanting|wish|intend\w{0,3}) to (?:move|leave|change"
    r"|switch)"
    r"(?: (?:jobs?|on|companies|employers?|roles?))?\b(?! house| home)"
)
_TOO_MUCH = re.compile(
    r"\b(?:(?:too|(?:a )?(?:bit|little)(?: too)?) (?:far|low|junior|senior|little|early|late|long)|not enough)\b"
    r"[^.!?;]{0,30}?\b(?:me|my|i|i'm|commute|travel)\b|\b(?:below|less than) (?:my|what i|i)\b"
)
_REGRETS_IT = re.compile(r"\b(?:sorry|thanks|thank you|unfortunately|afraid|cheers|sadly|regret\w{0,5})\b")
_STAYS_INTERESTED = re.compile(
    r"\b(?:if|unless|until|however|interested|(?<!not )keen|(?<!not )open to|(?:would|could|'d) (?:be|consider|do"
    r"|need|want"
    r"|like|love|look|have)|at least|minimum|looking for|closer to|negotiab\w{1,4}|flexib\w{1,6}|attached|call me"
    r"|send me|tell me|(?<!not )happy to|let's|maybe|perhaps)\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:future|other (?:roles|jobs|things|positions)|others|another time|anything (?:else|closer|similar|new"
    r"|other)|else"
    r"|in mind|in touch|changes?|down the line|next year)\b"
)


def refuses_approach(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that says no to a recruiter's approach; None where none does.

    None as well where anything is asked, or the mail shows interest in this role all the same; "too far" and the like
    may open a negotiation, and need a word of regret or thanks.
    """
    if any(s.is_question or _is_interested(s.low) for s in sentences):
        return None
    if said := next((s for s in sentences if _NO_TO_APPROACH.search(s.low)), None):
        return said
    if not any(_REGRETS_IT.search(s.low) for s in sentences):
        return None
    return next((s for s in sentences if _TOO_MUCH.search(s.low)), None)


def _is_interested(low: str) -> bool:
    return _STAYS_INTERESTED.search(low) is not None and _OF_OTHERS.search(low) is None
