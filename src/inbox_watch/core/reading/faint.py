"""A stage that the model hardly hears: it counts only where the mail has a word of it.

"When can you start, and have you got your own transport?" is no offer because a model gives it 0.28, and "Invite as
attached." no test. Of the fainter words of the model that no word of the mail bears out, nearly all were wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading import things
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import CalendarEvent, Stage

FAINT_BELOW = 0.45
"""Below this share, the model's word alone moves nothing far."""
FAINT_TEST_BELOW = 0.8
"""The same for a test, which has words of its own as a rule: short facts ("The team speaks English") were heard so."""

_NAMED = {
    Stage.ASSESSMENT: re.compile(
        rf"{things.ASSESSMENT.pattern}|\b(?:trials?|presentation|present|role-?play|samples?|exam\w{{0,7}}|puzzle|pitch"
        r"|portfolio task|work sample|mock|video|quiz(?:zes)?|submission|submit(?:ted)?|solution|minutes|link|portal"
        r"|demo|coded?|lesson|skills|driving|typing|write-?up|solve\w{0,1}|complete[ds]?)\b"
    ),
    Stage.ON_HOLD: re.compile(
        r"\b(?:on (?:hold|ice)|hold(?:ing)? off|paus\w{1,3}|fr(?:ee|o)z\w{1,3}|freeze|suspend\w{0,3}|halt\w{0,3}"
        r"|stop(?:ped|s)?|shelv\w{2}|parked|standstill|put (?:\w{1,12} ){0,3}?(?:off|back|aside)|postpon\w{1,3}"
        r"|defer\w{0,4}"
        r"|delay\w{0,3}|(?:not|n't|no) (?:\w{1,8} )?(?:hir\w{1,3}|recruit\w{0,4})|hiring|budget\w{0,2}|headcount"
        r"|sign-?off"
        r"|approv\w{1,4}|re-?structur\w{1,4}|re-?organi\w{2,8}|merger|for (?:now|the time being|the moment)|later this"
        r" year|next (?:quarter|year|spring|summer|autumn|term)|resum\w{1,3}|revisit\w{0,3}|back on"
        r"|pick (?:\w{1,8} )?up)\b"
    ),
    Stage.INTERVIEW: re.compile(
        r"\b(?:interview\w{0,4}|invit\w{2,8}|(?:to|and|will|'ll|can|could|we) meet|meet (?:you|the|with|us|our|him|her)"
        r"|(?:a|the|our|your|this|that|next|first|second|final|zoom|teams|video) meeting|meeting (?:you|with)"
        r"|see (?:you|u)|se(?:e|eing) (?:me|us)|come (?:in|down|along|round|over|by|up|to|and|for|at|on)"
        r"|(?:pop|drop|swing|nip) (?:in|by|round|over|down)|calls?|chat|talk\w{0,3}|speak\w{0,3}|spoke|visit|round"
        r"|panel|slots?|zoom|teams|available|availab\w{5}|free|trial|attend|shortlist\w{0,3}|conversation|on-?site"
        r"|be there|appointment|schedule\w{0,1}|diary|coffee)\b"
    ),
    Stage.OFFER: re.compile(
        r"\b(?:offer\w{0,4}|contracts?|package|terms|salary|salaries|wage|pay|rate|join|joining|have you on|on board"
        r"|aboard|hired?|hiring|(?:job|role|post|position|place)(?:'s| is)? (?:is )?yours|yours if"
        r"|you(?:'ve| have)? got (?:it|the)|references?|start(?:ing)? (?:date|on|monday|with us)|first day|paperwork"
        r"|employment|appoint\w{0,4}|chosen|choose|congrat\w{0,12}|letter|deal|\d{1,3}k|pick(?:ed)?|want you|yes)\b"
        r"|[£$€] ?\d|\b\d{1,3}(?:\.\d\d)? an hour\b"
    ),
    Stage.ACCEPTED: re.compile(
        r"\b(?:accept\w{0,5}|sign(?:ed|ing|ature)?|join\w{0,3}|welcome|aboard|on board|start\w{0,3}|first day|deal"
        r"|hand in|notice|yes|taken|take (?:it|the|this)|i'm in|contract|hired|onboarding|countersigned|offer)\b"
    ),
}


# Who only thanks for a meeting ("Thank you for this morning") is not refused by it, and takes nothing.
_THANKS_FOR_MEETING = re.compile(
    r"\b(?:thank(?:s| you)(?: (?:so|very) much| a lot| again)? for (?:this (?:morning|afternoon|evening)|today"
    r"|yesterday"
    r"|(?:your|the) time|seeing me|meeting (?:me|with me)|having me|showing me|the (?:interview|chat|talk|tour))"
    r"|(?:lovely|nice|good|great|pleasure|glad) to (?:meet|see|speak|talk)|enjoyed (?:it|meeting|our|the|talking"
    r"|speaking))\b"
)
_OF_AN_END = re.compile(
    r"\b(?:sorry|sad\w{0,4}|pity|shame|disappoint\w{0,4}|reject\w{0,4}|(?:un)?success\w{0,4}|unfortunate\w{0,2}|outcome"
    r"|decision|decided|letting me know|telling me|news|feedback|in mind|else|gutted|no|not|accept\w{0,5}"
    r"|join\w{0,3}|start\w{0,3}"
    r"|yes|offer\w{0,2}|contract|take|sign\w{0,3}|call|gave|give|chance|anyway|opportunity|consider\w{0,7}"
    r"|choos\w{1,3})\b|n't\b"
)


def only_thanks_for_meeting(sentences: Sequence[Sentence]) -> bool:
    """Say whether the candidate thanks for a meeting and has no word of an end or of a job taken beside it."""
    return any(_THANKS_FOR_MEETING.search(s.low) for s in sentences) and not any(
        _OF_AN_END.search(s.low) for s in sentences
    )


# "I'll speak to the site manager and ring you on Thursday": the call is to bring an answer, and has no hour.
_RINGS_BACK = re.compile(
    r"\b(?:will|'ll|shall|going to|to|and|i|we|can|be) (?:\w{1,8} )?(?:(?:call|ring|phone|calling|ringing|phoning)"
    r" (?:you|everyone|everybody|people|round|back|candidates|them all)|(?:give|giving) (?:you"
    r"|everyone) (?:an? )?(?:\w{1,8} )?"
    r"(?:bell|buzz|ring|call|shout|tinkle)|be in (?:touch|contact)|get back to you|come back to you|let you know)\b"
    r"|\b(?:speak|talk|word|check|chat) (?:to|with) (?:the|my|our|his|her|[a-z]{2,12}\b)(?! you)(?: [\w'-]{1,14}){0,3}"
)
_AN_HOUR = re.compile(
    r"\bat \d{1,2}\b|\b\d{1,2}(?::\d\d|\.\d\d)? ?(?:am|pm|a\.m|p\.m|o'?clock)\b|\b\d{1,2}[:.]\d\d\b|\b(?:about"
    r"|discuss|introduc\w{1,5})\b"
)


def only_rings_back(stage: Stage | None, sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail that the model takes for a call or an interview only promises to ring, at no hour."""
    if stage not in {Stage.SCREENING, Stage.INTERVIEW} or any(
        s.is_question or _AN_HOUR.search(s.low) for s in sentences
    ):
        return False
    promised = [s for s in sentences if _RINGS_BACK.search(s.low)]
    if not promised or any(len(s.words) > _FEW_WORDS for s in sentences if s not in promised):
        return False
    return not any(_NAMED[Stage.INTERVIEW].search(_RINGS_BACK.sub(" ", s.low)) for s in sentences)


# "The package is up to 85k. If you like it, could you send me your CV?" offers nothing yet.
_WANTS_CV = re.compile(
    r"\b(?:send|share|forward|email|mail|see|have|need|get|got)\b[^.!?;]{0,30}?\b(?:your|a|an up-to-date|an updated) "
    r"(?:(?:latest|current|updated|most recent|word|english) ){0,2}(?:cv|resume|résumé)\b"
)
_PUTS_FORWARD = re.compile(
    r"\b(?:put|putting) you (?:up|forward|across|in) (?:for|to)\b"
    r"|\b(?:sent|sending|submitted|passed|forwarded|put) your (?:cv|details|profile|resume|résumé|application|name)"
    r" (?:up|forward|over|across|on|in|through|to|for)\b"
)


def is_before_offers(sentences: Sequence[Sentence]) -> bool:
    """Say whether the other side still wants a CV, or has just put the candidate forward: nobody has decided yet."""
    return any(_WANTS_CV.search(one.low) or _PUTS_FORWARD.search(one.low) for one in sentences)


_FEW_WORDS = 5  # "Good as gold, got it." beside the promise says no more


def is_faint(stage: Stage, share: float) -> bool:
    """Say whether the model hears a stage so faintly that a word of the mail must bear it out."""
    return share < (FAINT_TEST_BELOW if stage is Stage.ASSESSMENT else FAINT_BELOW)


def is_borne_out(stage: Stage | None, sentences: Sequence[Sentence], events: Sequence[CalendarEvent]) -> bool:
    """Say whether a mail has any word of a stage; true of the stages whose words are weighed elsewhere."""
    pattern = _NAMED.get(stage) if stage else None
    if pattern is None:
        return True
    titles = (event.summary or "" for event in events)
    return any(pattern.search(s.low) for s in sentences) or any(pattern.search(title.lower()) for title in titles)


def is_only_invitation(stage: Stage | None, sentences: Sequence[Sentence], events: Sequence[CalendarEvent]) -> bool:
    """Say whether a mail that the model takes for a test carries an invitation, and names no test in text or title."""
    if stage is not Stage.ASSESSMENT or not any(event.method == "REQUEST" for event in events):
        return False
    return not is_borne_out(stage, sentences, events)


_PASSED_ON = re.compile(
    r"(?<![a-z'])(?:i|we)(?:'ve| have)?(?: (?:just|now|already|today|also|since)){0,2} (?:forwarded|sent|submitted"
    r"|passed(?: on)?"
    r"|presented|put|shared|introduced|e-?mailed)(?: (?:on|over|across|across to \w{2,15}|them|him|her)){0,2} (?:you\b"
    r"|your"
    r" (?:\w{1,12} )?(?:cv|resume|résumé|documents?|profile|details|application|papers|file|dossier)\b)"
    r"|\byour (?:\w{1,12} )?(?:cv|resume|résumé|documents|profile|details|application|papers)"
    r" (?:is|are|has been|have been|was|were|went)(?: (?:now|just|already))? (?:forwarded|sent|submitted|passed on"
    r"|with (?:the|my|our|them)"
    r"|(?:over )?to (?:the|my|our))\b"
)
_WANTED = re.compile(
    r"\b(?:want|like|love|need|have|get|expect)\w{0,3}\b[^.!?;]{0,15} you\b(?! (?:know|posted|informed))"
)


def is_only_passed_on(stage: Stage | None, sentences: Sequence[Sentence], events: Sequence[CalendarEvent]) -> bool:
    """Say whether a mail that the model takes for an interview tells that papers were passed on, without a word of it.

    "I have forwarded your documents today. The director wants to give feedback by Friday" invites to nothing.
    """
    if stage is not Stage.INTERVIEW or not any(_PASSED_ON.search(s.low) for s in sentences):
        return False
    return not any(_WANTED.search(s.low) for s in sentences) and not is_borne_out(stage, sentences, events)
