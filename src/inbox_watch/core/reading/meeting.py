"""Words that speak of a meeting as of one that took place: "good to talk to you yesterday", "thanks for coming in".

What is to come ("it would be good to talk"), was missed, or is only thanked for ("for the invitation") is none. Whether
a time had been named for it, other mails tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from inbox_watch.core.reading.sentences import Sentence

_GOOD = (
    r"(?:good|great|nice|lovely|wonderful|fantastic|brilliant|delightful|interesting|useful|helpful"
    r"|enjoyable|inspiring"
    r"|pleasant|fun|fascinating|terrific|super|a (?:real |great )?pleasure|(?:my|our) pleasure|a (?:real "
    r"|great )?joy)"
)
_TO_MEET = (
    r"(?:(?:to have )?(?:met|spoken|talked|chatted|seen)|(?:to )?(?:meet|speak|talk|chat|see|catch up|connect)"
    r"|(?:meeting|speaking|talking|chatting|seeing|catching up|connecting|having|hosting|interviewing)"
    r"|to have had you)"
)
_TALK = r"(?:interview|call|chat|meeting|conversation|talk|discussion|phone call|video call|visit|session|get-together)"
_NO_PLAN = r"(?![^.!?;]{0,30}\b(?:invit|request|confirm|offer|reminder|agree|detail|link|opportunity|chance))"
_PAST = (
    r"(?:yesterday|earlier(?: today| this \w{4,9})?|today|this (?:morning|afternoon)|last (?:week|night|\w{3,6}day)"
    r"|the other day|just now|(?:on )?(?:mon|tues|wednes|thurs|fri)day|\w{3,8} days? ago|a week ago)"
)
_TOLD = re.compile(
    rf"\b(?:it(?:'s| was| has been)|that was|was|'twas) (?:really |so |very |truly |absolutely |such )?{_GOOD}"
    rf"[^.!?;]{{0,20}}? {_TO_MEET}\b"
    rf"|^(?:really |so |it's been )?{_GOOD} {_TO_MEET} (?:to |with |up with )?(?:you|u)\b"
    rf"|\bthank(?:s| you)[^.!?;]{{0,40}}? for (?:coming|joining|attending|meeting|speaking|talking|chatting"
    r"|visiting|dropping by|being here|seeing|hosting|interviewing|having)"
    r" (?:in|by|to (?:see|meet|visit|talk|our|the)|along|over|round|us|me|with (?:us|me)|to (?:us|me)|(?:the|our)"
    r" (?:\w{1,12} )?(?:call|meeting|interview|chat|session))\b(?! back)"
    rf"|\bthank(?:s| you)[^.!?;]{{0,40}}? for (?:the|your|our|that|this|a"
    rf"|such an?) {_NO_PLAN}(?:[\w-]{{1,14}} ){{0,3}}?{_TALK}"
    rf"(?! (?:invit|request|confirm|slot|link|date|time|detail|proposal|offer|on (?:the )?\d))"
    rf"|\bthank(?:s| you)[^.!?;]{{0,40}}? for (?:your time|taking (?:the|some) time"
    rf"|the time)[^.!?;]{{0,40}}?\b{_PAST}\b"
    r"|\bthank(?:s| you)[^.!?;]{0,40}? for (?:taking|making) (?:the |some )?time to (?:meet|speak|talk|see"
    r"|chat|interview)"
    rf"|\b(?:i|we|team|panel|they|he|she|[a-z]{{2,12}}|all of us)(?:'ve| have| all| both| really| very much"
    rf"| thoroughly| also){{0,2}} "
    rf"(?:enjoyed|liked|loved|appreciated|valued) (?:(?:meeting|speaking|talking|chatting|seeing|getting to"
    rf" know)\b|(?:our|the|your) (?:\w{{1,12}} ){{0,2}}?(?:{_TALK}|time together)\b)"
    r"|\b(?:following|after|further to|based on|from|since) (?:our|your|the|that"
    rf"|this) (?:[\w-]{{1,14}} ){{0,3}}?{_TALK}"
    rf"\b[^.!?;]{{0,15}}?\b{_PAST}\b"
    rf"|\b(?:we|i|you(?: and \w{{1,12}})?|when we|as we) (?:all )?(?:met|spoke|talked|chatted|discussed)\b"
    rf"[^.!?;]{{0,40}}?\b{_PAST}\b"
    rf"|\b(?:your|the|our|my) (?:[\w-]{{1,12}} ){{0,2}}?{_TALK}[^.!?;]{{0,20}}? (?:went|was) (?:\w{{1,8}} )?"
    r"(?:well|good|great|fine|ok|okay|positive|really|very|a success|excellent|interesting|impressive"
    r"|enjoyable|useful)\b"
    r"|\byou (?:made|left) (?:a |an )?(?:\w{1,10} ){0,2}?impression\b"
    r"|\b(?:liked|impressed (?:by|with)|were taken with|was taken with) you\b(?! (?:profile|cv|to))"
    rf"|\bin (?:our|the|your|yesterday's|today's|this morning's) (?:[\w-]{{1,12}} ){{0,2}}?{_TALK} {_PAST}\b"
    rf"|\b(?:yesterday|today|monday|tuesday|wednesday|thursday|friday|this (?:morning|afternoon)|last week)'s"
    rf" (?:[\w-]{{1,12}} )?{_TALK} (?:was|went|has been)\b"
    rf"|\bthank(?:s| you)[^.!?;]{{0,30}}? for (?:yesterday|today|this (?:morning|afternoon)|(?:on )?\w{{3,6}}day)\b"
    r"(?! (?:offer|mail|e-?mail|message|reply|note))"
)
_HAVING_MET = re.compile(
    r"\b(?:(?:now that|since) (?:we|you|i)(?:'ve| have)|having) (?:now |both |all )?(?:met|spoken (?:to"
    r"|with)|talked to)\b"
)
_TO_COME = re.compile(
    r"\b(?:would|'d|will|'ll|could|can|might|shall|should)(?: \w{1,10}){0,2}? (?:be|have|love|like|enjoy)\b"
    r"|\b(?:look\w{0,3} forward|hop(?:e|ing) (?:to|for)|(?:^|[,;] ?)if\b|in case|should you|please let|when would"
    r"|can't wait|ahead of|before (?:our|your|the)|in advance|let (?:me|us) know if)\b"
)
_MISSED = re.compile(
    r"\b(?:miss(?:ed|ing)|(?:couldn't|could not|didn't|did not|wasn't able to|weren't able to|unable to|never|not) "
    r"(?:\w{1,8} )?(?:make|come|attend|join|meet|speak|talk|see|reach|manage|get|show|take place|happen)|no-?show"
    r"|(?:waited|waiting) for you|expect(?:ed|ing) you|failed to|instead of (?:meeting|talking)|pity|shame"
    r"|cancel\w{0,4}|called off|fell through|didn't work out|reschedul\w{1,4}|postpon\w{1,3})\b"
)


def tells_of_meeting(sentences: Iterable[Sentence]) -> bool:
    """Say whether a mail speaks of a meeting as of one that took place, and of none that was missed."""
    told = [sentence for sentence in sentences if _TOLD.search(sentence.low) or _HAVING_MET.search(sentence.low)]
    if not any(_tells(sentence) for sentence in told):
        return False
    return not any(_MISSED.search(sentence.low) for sentence in told)


def _tells(sentence: Sentence) -> bool:
    if _HAVING_MET.search(sentence.low):
        return True
    return not sentence.is_question and not _TO_COME.search(sentence.low)
