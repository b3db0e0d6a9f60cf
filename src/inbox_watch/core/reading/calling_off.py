"""The words with which an appointment is called off or moved, for both sides, and when they are only a condition.

One table, so that what a mail does (`acts`), what becomes of a named time (`appointments`) and what asks for nothing
(`kinds`) agree. Every pattern is matched on one sentence in lower case, and bounds every repetition.
"""

from __future__ import annotations

import re

_MEETING = (
    r"(?:interview|call|meeting|chat|appointment|slot|conversation|session|screening|visit"
    r"|trial(?: (?:shift|day|lesson))?)"
)
_MUST = r"(?:have|has|had|need|needs|must|going|forced|obliged|got|asked|decided|'d like|want|wants)(?: to)?"
_MOVE = r"(?:reschedule|postpone|rearrange|push back|put off)"
_MOVED = (
    r"(?:moved|shifted|rescheduled|postponed|rearranged|changed|preponed|brought forward|pushed (?:back|out)|put back)"
)
_FALLS_THROUGH = (
    r"no longer (?:going|taking|need(?:ed)?|happening)|won't (?:be )?(?:go|going|take|taking|happen)\w{0,4}"
    r"|not go(?:ing)? ahead|fallen through"
)
_CANNOT = r"(?:can't|cannot|can not|unable to) make"

_WHEN = (
    r"(?:next week|tomorrow|the (?:day after|next day|following \w{3,9}|\d{1,2}(?:st|nd|rd|th))"
    r"|(?:next |this )?(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?:day|nesday|urday)?\b)"
)

OWN_CANCELS = (
    rf"\b(?:{_MUST} (?:cancel|call off)|cancelling|canceling)\b"
    r".{0,40}\b(?:interview|call|meeting|chat|appointment|slot|conversation|session|it|this|our|tomorrow|today)\b"
)
OWN_RESCHEDULES = (
    r"\b(?:reschedul\w{1,4}|postpone\w{0,2}|rearrang\w{1,4}|(?:move|push|shift) (?:it|this|that|us"
    rf"|(?:the|our|my|this) (?:\w{{1,10}} ){{0,2}}?{_MEETING})\b"
    r"|(?:can't|cannot|can not|won't be able to|unable to|not able to) (?:attend|join|come|(?:make"
    r"|do) (?:it|that|this"
    r"|then|our|the (?:interview|call|meeting|slot|appointment|time)|on|at|tomorrow|[a-z]{3,6}day))\b"
    r"|(?:find|propose|suggest|arrange|offer) (?:me )?(?:an?(?:other| new| different| alternative| later))"
    r"(?: \w{1,10})? (?:time|date|day|slot))"
    r"|\b(?:could|can|might|shall|may) we (?:possibly |maybe |please )?(?:do|say|make it|have it|meet|speak|talk)"
    rf"(?: it)?(?: on)? {_WHEN}[^.!?;]{{0,30}}\binstead\b"
    rf"|\b(?:any|is there a) chance (?:of|we (?:could|can) (?:do|meet|speak|talk|make it)|to (?:do|have) it)"
    rf"(?: it)?(?: on)? {_WHEN}"
    rf"|\b(?:(?:would|will) it be|is it) possible to (?:do|have) it(?: on)? {_WHEN}"
)
# To put off without a new time leaves nothing standing: it counts as a cancellation too (the second line).
THEIR_CANCELS = (
    r"\b(?:(?:cancel(?:led|ed|ling|ing)?|call(?:ed)? off|no longer going ahead)\b.{0,60}"
    rf"|{_MUST} {_MOVE}\b|(?:is|are|was|been|being|be) postponed\b"
    rf"|{_MEETING}\b.{{0,60}}\b(?:cancel(?:led|ed)?|called off|{_FALLS_THROUGH}))"
)
_DAY = (
    r"(?:\d{1,2}|today|tomorrow|tonight|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?:st|nd|rd|th|day|nesday|urday|rsday)?\b"
)
THEIR_RESCHEDULES = (
    r"\b(?:reschedul\w{1,4}|move (?:the|our|your|this|it|us)\b|push (?:the|our|your|this|it|us)? ?"
    r"(?:back|to)|postpone\w{0,2}|bring (?:it|this|the \w{1,12}) forward|(?:another|new|different"
    rf"|alternative|other) (?:time|date|day|slot)|{_CANNOT}|clash|something"
    r"(?:'s| has) come up|rearrang\w{1,4}"
    rf"|{_MEETING}\b[^.!?;]{{0,80}}\b(?:been|was|is|now) {_MOVED}\b[^.!?;]{{0,60}}\b(?:to|until|for)"
    rf"|(?:have|has|had|'ve|we|i) (?:now )?{_MOVED} (?:the|our|your|this|it)\b[^.!?;]{{0,60}}\b(?:to|until|for)"
    rf"|{_MEETING}\b[^.!?;]{{0,100}}\b(?:instead of|rather than) (?:on )?(?:the )?{_DAY}"
    rf"|(?:instead of|rather than) (?:on )?(?:the )?{_DAY}[^.!?;]{{0,60}}\b{_MEETING}"
    rf"|{_MEETING}\b[^.!?;]{{0,80}}, not (?:on )?(?:the )?{_DAY}"
    rf"|(?:push|move|shift|bring) (?:the|our|your|this) (?:\w{{1,12}} ){{0,2}}?{_MEETING} (?:back |forward "
    rf"|out )?(?:to|until)"
    rf"|{_MEETING}\b[^.!?;]{{0,40}}\bis now (?:on|at)"
    r"|will now (?:be (?:held )?|take place |happen )(?:on|at))\b"
)
DAY = re.compile(
    r"\b(?:to(?:day|night|morrow)|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|\d{1,2}(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\b"
    r"|\d[./-]\d{1,2}[./-]"
)
NAMED_TIME_IS_OFF = re.compile(
    rf"\b(?:cancel(?:led|ed|ling|ing|s)?|called off|{_FALLS_THROUGH}|postponed|(?:have|has|had|need|needs) to move"
    rf"|{_CANNOT}|withdrawn)\b"
)
_MOVES_TO = re.compile(
    rf"\b(?:{_MOVED}|(?:have|has|had|need|needs|going|must)(?: to)? (?:{_MOVE}|move|shift|change|push|bring))\b"
    r"[^.!?;]{0,80}?\b(?:to|until|for)\b"
)
_STATES_MOVE = re.compile(
    rf"(?:\b(?:been|was|is|now|have|has|had|we)|'ve) {_MOVED}\b[^.!?;]{{0,60}}\b(?:to|until|for)\b"
)
_NEW_TIME = re.compile(
    r"\b(?:the|your|our|its) new (?:date|time|slot|appointment)\b[^.!?;]{0,30}?(?:\bis\b|\bwill be\b|:)"
)
_FORMER = re.compile(
    r"(?:\b(?:instead of|rather than|in place of|as opposed to|not|\w{2,8}n't|formerly"
    r"|originally(?: planned| scheduled| set)?)|\(was)(?: on| for| the| at){0,2} $"
)
HOW_TO_MOVE = re.compile(
    r"\b(?:need(?:s)? to (?:reschedule|change|cancel|move)|to (?:reschedule|cancel)|reschedule or cancel"
    r"|can't make it|(?:cancel|reschedule) (?:here|using|via|by))\b"
)
_CONDITION = re.compile(
    r"\b(?:if (?:you|we|i|they|it|anything|there|for)|should (?:you|we)|in case|reschedule or cancel"
    r"|once you|when you)\b"
)
_IN_ORDER_TO = re.compile(r"(?:\b([\w']{1,20}) )?\bto (?:cancel|reschedule|postpone)\b")
_DECIDED = frozenset(
    ("have", "has", "had", "having", "need", "needs", "forced", "got", "going", "decided", "asked")
).union(("like", "want", "wants", "wanted", "obliged", "sorry"))


def is_conditional(low: str) -> bool:
    """Say whether a sentence only tells what to do in a case ("To cancel, click here", "if you need to reschedule")."""
    if _CONDITION.search(low):
        return True
    return any(match.group(1) not in _DECIDED for match in _IN_ORDER_TO.finditer(low))


def states_move(low: str) -> bool:
    """Say whether a sentence tells that a meeting was moved, and asks nothing ("has been postponed to Thursday")."""
    return _STATES_MOVE.search(low) is not None and "?" not in low


def new_time_from(low: str) -> int | None:
    """Return where a sentence that moves a meeting comes to its new time ("has been moved to …"), None where none does.

    What is named before it is the former time.
    """
    match = _MOVES_TO.search(low)
    return match.end() if match else None


def names_new_time(low: str) -> bool:
    """Say whether a sentence names the time that takes another's place ("The new date is Thursday at 11:00")."""
    return _NEW_TIME.search(low) is not None


def is_former(before: str) -> bool:
    """Say whether the words right before a time call it the former one ("instead of Monday")."""
    return _FORMER.search(before) is not None
