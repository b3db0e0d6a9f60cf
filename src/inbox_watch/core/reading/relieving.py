"""What the other side lets the candidate off: an ask that they take back, and one for which they give more time.

"Please ignore my last mail, I've found your references" asks for nothing any more; "Friday the 19th is early enough for
the references" moves a date. Neither asks anything by itself: without an open ask it means nothing.
"""

from __future__ import annotations

import re

from inbox_watch.core.reading import things
from inbox_watch.core.reading.context import Context, is_future
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ActionKind, Relief, Window

_SENT = r"(?:e-?mails?|mails?|messages?|notes?|requests?|questions?|reminders?)"
_FORMER = r"(?:last|previous|earlier|former|first|other|recent)"
_NOT_DENIED = r"(?<!n't )(?<!not )(?<!never )"
_IGNORE = re.compile(
    rf"{_NOT_DENIED}\b(?:ignore|disregard|forget(?: about)?|scrap|delete|overlook) (?:both |all )?(?:of )?"
    rf"(?:(?:my|our|the|that|those|these) (?:{_FORMER} ){{1,2}}{_SENT}"
    rf"|(?:my|our) (?:\w{{1,12}} )?{_SENT}(?= (?:from|of|about|on|sent|yesterday|this|earlier)\b|\s?[-,.:;!]|\s*$)"
    rf"|what (?:i|we) (?:asked|wrote|said))(?!'s)"
    rf"|\b(?:my|our|the|that) (?:{_FORMER} )?{_SENT} (?:was|were|has been|went)\b[^.!?;]{{0,30}}"
    r"\b(?:by mistake|in error|accidentally|meant for (?:somebody|someone|another)|not (?:meant|intended) for you)\b"
)
_ANY_MORE = r"(?:any ?more|any ?longer|after all|now|in the end)"
_NOT_NEEDED = re.compile(
    r"\bno (?:more |further )?need (?:for|to)\b"
    rf"|\b(?:needn't|need not|(?:don't|do not|won't|will not) (?:\w{{1,10}} )?(?:need|have to|require|want"
    r"|be needing))\b"
    rf"[^.!?;]{{0,80}}\b{_ANY_MORE}\b"
    r"|\bno longer (?:need|have to|require|want|ask for)\b"
    r"|\b(?:is|are|was|were|'s) (?:no longer|not) (?:needed|required|necessary)\b"
    r"|\b(?:isn't|aren't|won't be|will not be) (?:needed|required|necessary)\b"
    rf"|{_NOT_DENIED}\b(?:never ?mind|forget(?: about)?|don't bother (?:with|about|sending|completing"
    r"|doing)|(?:can|may|will|'ll) skip"
    r"|(?:can|may) (?:forget|leave out|ignore|disregard)|spare yourself|please (?:ignore|disregard|skip)"
    r"|decided to (?:skip|waive|drop)|(?:we|i)(?:'ve| have)? (?:waived|dropped|skipped))\b"
)
_FOUND = re.compile(
    r"\b(?:i|we|hr|[a-z]{2,12})(?:'ve| have| has)? (?:now |since |just |already |meanwhile |finally )?"
    r"(?:found|located|tracked down|come across|came across|got hold of) (?:your|the|them|it)\b"
    r"|\b(?:turned up|(?:has|have|just|now) arrived|reached (?:us|me)|(?:was|were) in (?:our|my"
    r"|the) (?:spam|system|junk))"
)
_NOT_QUITE = re.compile(
    r"\b(?:if|unless|in case|should you|yet|today|tonight|this week|before|until|till|by post|in print|originals?"
    r"|hard cop\w{1,3}|paper|printed|separately|again|twice|straight away|right away|immediately|at once|in one go"
    r"|more than|other than|except|prepare|worry|rush|hurry|another|second|third|additional|extra|some of|one of"
    r"|all of|on the day|to print|in english|translated?)\b"
)
_RUSH = re.compile(
    r"\b(?:no (?:great |real |particular )?(?:rush|hurry|urgency|pressure)|not (?:so |that |very )?urgent"
    r"|(?:isn't|is not) (?:so |that )?(?:urgent|a rush)|take your time"
    r"|(?:don't|do not|needn't|need not|no need to) (?:rush|hurry|worry|panic|stress))\b"
)
_ENOUGH = re.compile(
    r"\b(?:(?:early|soon|quick|good|time) enough|(?:is|it's|would be|will be|be|are)(?: \w{1,10})? (?:fine"
    r"|ok|okay|alright"
    r"|all right|in time|sufficient|plenty|acceptable|no problem)|(?:will|would)(?: also| still| easily)? do"
    r"|suffices?|works (?:too|as well|just as well))\b"
)
_TAKE = re.compile(
    r"\byou (?:can|may|could)(?: \w{1,10}){0,2} (?:send|submit|return|hand|let|do|complete|finish|upload|answer|reply"
    r"|decide|take)\b|(?:^|[,;-] ?|\byou(?:'ve| have| can| may)? |\bplease )(?:take|have|keep"
    r"|got)(?: \w{1,12}){0,4}? (?:until|till)\b"
)
_EXTEND = re.compile(
    r"\b(?:extend\w{0,3}|mov(?:e|ed|ing)|push(?:ed|ing)?(?: back| out)?|postpon\w{1,3}|put back|relax\w{0,3}"
    r"|shift\w{0,3})\b[^.!?;]{0,30}\b(?:deadline|due date|time limit)\b"
    r"|\b(?:deadline|due date|time limit)\b[^.!?;]{0,40}\b(?:extended|moved|pushed|postponed|put back|relaxed|shifted"
    r"|now)\b|\b(?:giv(?:e|en|ing)|grant(?:ed)?|allow(?:ed)?|let) you (?:\w{1,10} ){0,3}?(?:until|till"
    r"|more time|another"
    r"|an extra|a few|a couple|some)\b|\bextension\b|\b(?:more|extra) (?:time|days?)\b"
)
# A bare yes to a day that was asked for: "Of course, Monday is fine.", "No problem, until Monday it is."
_CONSENT = re.compile(
    r"(?:(?:yes|ok|okay|sure|of course|certainly|absolutely|no problem(?: at all)?|no worries|not a problem|fine"
    r"|that's (?:fine|ok|okay|no problem)|all right|alright|understood|thanks for letting (?:me"
    r"|us) know)[,.! -]{1,3}){1,2}"
    r"(?:then )?(?:by |until |till |before |on )?[a-z0-9 ,]{3,30} (?:is|are|it is|would be|will be|works?|will do)"
    r"(?: then| also| absolutely| perfectly| totally| quite)?(?: (?:fine|ok|okay|all right|alright|good|no problem"
    r"|enough"
    r"|soon enough|early enough|great|perfect|acceptable))?(?: (?:for|with|by) (?:us|me))?(?: then| too)?\s?[.!]{0,2}$"
)
_NOT_A_TASK = re.compile(
    r"\b(?:interview|call|meet\w{0,3}|chat|speak|talk|come|slot|appointment|see you|start\w{0,3}|visit|not|never)\b"
    r"|n't\b"
)
_TOO_LATE = re.compile(
    r"\b(?:not|\w{1,8}n't)(?: be)? (?:early|soon|quick|fine|ok|okay|in time|enough|do)\b|\btoo late\b"
    r"|\bno later date\b"
)
_MEETING = re.compile(
    r"\b(?:interview|call|meet(?:ing)?|chat|speak|talk|come in|slot|appointment|start(?:ing)?|first day|visit)\b"
)
_NOT_THEIRS = re.compile(rf"{_MEETING.pattern}|\b(?:i|we)(?:'ll| will)\b")
_FORMER_TIME = re.compile(r"\b(?:instead of|rather than|not|than)(?: on| by| until| the){0,2} $")
_KINDS = (
    (ActionKind.SEND_DOCUMENTS, things.DOCUMENT),
    (ActionKind.COMPLETE_ASSESSMENT, things.ASSESSMENT),
    (ActionKind.SEND_AVAILABILITY, re.compile(r"\b(?:availabilit(?:y|ies)|times|slots|dates)\b")),
    (ActionKind.ANSWER_OFFER, re.compile(r"\b(?:offer|contract|decision|decide|make up your mind)\b")),
    (ActionKind.CONFIRM, re.compile(r"\b(?:confirm|confirmation)\b")),
    (ActionKind.REPLY, re.compile(r"\b(?:reply|respond|answer|response|question)\b")),
)


def find_reliefs(context: Context) -> tuple[Relief, ...]:
    """Return what this mail of a person's takes back, or gives more time for, in its order."""
    if context.from_candidate or context.is_bulk or context.is_answer:
        return ()
    found = (_relief_at(context, index) for index in range(len(context.sentences)))
    return tuple(one for one in found if one is not None)


def _relief_at(context: Context, index: int) -> Relief | None:
    sentence = context.sentences[index]
    if sentence.is_question:
        return None
    windows = [one for one in context.windows_in(sentence) if is_future(one, context.written)]
    if windows:
        return _more_time(context, index, windows)
    if _IGNORE.search(sentence.low) and not _is_conditional(sentence):
        return Relief(quote=sentence.quote)
    kind = _kind_in(sentence.low)
    taken_back = _NOT_NEEDED.search(sentence.low) or (_FOUND.search(sentence.low) and kind is ActionKind.SEND_DOCUMENTS)
    if kind is None or not taken_back or _NOT_QUITE.search(sentence.low):
        return None
    return Relief(quote=sentence.quote, kind=kind)


def _is_conditional(sentence: Sentence) -> bool:
    return re.search(r"\b(?:if|in case|unless|should you)\b", sentence.low) is not None


def _more_time(context: Context, index: int, windows: list[Window]) -> Relief | None:
    """Return until when something may wait: what it is, this sentence says or the one before it."""
    sentence = context.sentences[index]
    before = context.sentences[index - 1].low if index else ""
    kind = _kind_in(sentence.low) or (
        _kind_in(before) if _RUSH.search(before) or _ENOUGH.search(sentence.low) else None
    )
    is_plain = bool(_RUSH.search(sentence.low) or _RUSH.search(before) or _EXTEND.search(sentence.low))
    if kind is None and _CONSENT.match(sentence.low) and not _NOT_A_TASK.search(sentence.low):
        days = [one for one in windows if not (one.has_hour and one.is_point)]
        return Relief(quote=sentence.quote, until=days[-1].latest, is_consent=True) if days else None
    if _TOO_LATE.search(sentence.low) or not (is_plain or _ENOUGH.search(sentence.low) or _TAKE.search(sentence.low)):
        return None
    if kind is None and (not (is_plain or _TAKE.search(sentence.low)) or _NOT_THEIRS.search(sentence.low)):
        return None
    meant = [one for one in windows if not _FORMER_TIME.search(sentence.low[: one.start - sentence.start])]
    meant = meant or [one for one in windows if one.earliest.date() < one.latest.date()]  # "instead of Monday, Friday"
    if not meant or _is_of_a_meeting(sentence, meant, kind):
        return None
    return Relief(quote=sentence.quote, kind=kind, until=max(one.latest for one in meant))


def _is_of_a_meeting(sentence: Sentence, windows: list[Window], kind: ActionKind | None) -> bool:
    """ "Friday at 2pm is fine for the interview" gives a time to meet, and no time to send something."""
    if kind in (ActionKind.SEND_DOCUMENTS, ActionKind.COMPLETE_ASSESSMENT, ActionKind.ANSWER_OFFER):
        return False
    return any(one.has_hour and one.is_point for one in windows) or _MEETING.search(sentence.low) is not None


def _kind_in(low: str) -> ActionKind | None:
    return next((kind for kind, pattern in _KINDS if pattern.search(low)), None)
