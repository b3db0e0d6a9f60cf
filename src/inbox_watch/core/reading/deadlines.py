"""The times that a request names: by when something is wanted, and which set times a mail proposes.

A request is acted on by the earlier reading of an ambiguous time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from inbox_watch.core.reading import asking, things
from inbox_watch.core.reading.clauses import LONGEST, holds_for
from inbox_watch.core.reading.context import Context, is_future
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ActionKind, Ask, Window

SPECIAL = frozenset(ActionKind) - {ActionKind.REPLY}
_DATED_BY_BARE_DAY = frozenset({ActionKind.SEND_DOCUMENTS, ActionKind.COMPLETE_ASSESSMENT, ActionKind.ANSWER_OFFER})


def due(context: Context, sentence: Sentence, kind: ActionKind) -> datetime | None:
    """Return the earlier reading of the deadline that this sentence states: a request is acted on early."""
    limits = [
        _earlier(w)
        for w in context.windows_in(sentence)
        if _is_deadline(sentence, w, kind) and is_future(w, context.written)
    ]
    return min(limits, default=None)


def _is_deadline(sentence: Sentence, window: Window, kind: ActionKind) -> bool:
    before = sentence.low[: window.start - sentence.start]
    quote = window.quote.lower()
    if _belongs_elsewhere(sentence, window):
        return False
    if not holds_for(sentence, len(before), kind, is_limit=_is_limit(window)):
        return False
    if kind is ActionKind.SEND_AVAILABILITY and not _EXPLICIT.match(quote):
        return False
    if kind is ActionKind.ANSWER_OFFER and _is_of_the_job(sentence, before, quote):
        return False
    near = before[-80:]
    if re.search(r"\b(?:for|on|between|from|available|free|around)\s$", near) and kind not in _DATED_BY_BARE_DAY:
        return False
    if kind is ActionKind.REPLY and quote.startswith(("until", "till")) and not asking.TELLING.search(before):
        return False
    if asking.DEADLINE_WORDS.search(near) or asking.DEADLINE_ALONE.search(quote):
        return (
            kind is not ActionKind.CONFIRM
            or not window.has_hour
            or "by" in quote
            or "before" in quote
            or before.endswith(("by ", "before "))
        )
    return kind in _DATED_BY_BARE_DAY


_EXPLICIT = re.compile(
    r"(?:by|before|no later|not later|within|until|till|til|eod|cob|eob|end of|latest|on or before|prior to|ahead of"
    r"|up to|deadline)\b"
)
_LIMIT = re.compile(rf"{_EXPLICIT.pattern}|(?:in|over|during|within) the (?:next|coming)\b")


def names_limit(context: Context, sentence: Sentence) -> bool:
    """Say whether a time in this sentence is a limit by its own words ("by Friday", "within five days")."""
    return any(_is_limit(window) for window in context.windows_in(sentence))


def without_limits(context: Context, sentence: Sentence, text: str) -> str:
    """Return a text of the sentence without its limits: "within 3 business days" is a time, and names no days to choose
    from; "you have until Friday to send it" is "you have to send it".
    """
    if len(sentence.low) > LONGEST:
        return text
    for window in reversed(context.windows_in(sentence)):
        if _LIMIT.match(window.quote.lower()):
            before, after = text[: window.start - sentence.start], text[window.end - sentence.start :]
            text = before.rstrip(" ") + (f" {after}" if after[:1].isalnum() else after)
    return text


_WHEN = (
    r"(?: with [\w .]{1,40}?)?,?(?: (?:on|at|in|for|early|later|sometime|some time|over|during|either|the)){0,3}\s*$"
)
_FOR_MEETING = re.compile(
    r"\b(?:for|to (?:have|arrange|schedule|set up|book|do)) (?:(?:a|an|the|our|your|this|that|some|another) )?"
    r"(?:[\w-]{1,14} ){0,3}?(?:calls?|chats?|meetings?|interviews?|conversations?|appointments?|screenings?"
    r"|catch[- ]?ups?"
    rf"|sessions?|rounds?|panel|talks?|slots?){_WHEN}"
)
_THEIR_PURPOSE = re.compile(
    r"\b(?:so (?:that )?(?:i|we|they|he|she|it|the \w{1,14}|[a-z]{2,14})(?:'ll| can| could| will| may| am| are| have)\b"
    r"|(?:because|since|as) (?:i|we|they|he|she|the \w{1,14})\b|for (?:me|us) to (?:send|pass|forward|submit|present"
    r"|share|discuss|prepare)\b|before (?:i|we) (?:go|leave|am|are)\b|and (?:i|we)(?:'ll| will| can)\b)"
)


# "Formal letter coming by Wed": that day is theirs.
_FROM_THEM = re.compile(
    r"\b(?:letter|contract|offer|paperwork|details|pack|terms|invite|invitation|agreement|documents?|everything|it"
    r"|that)"
    r"(?:(?:'s| is| are)(?: all)?)? ?(?:coming|to follow|on (?:its|the|their) way|following|(?:will|'ll|should) "
    r"(?:follow|come|arrive|reach you|be (?:with you|sent|out|issued|ready)))"
    r"(?: (?:to you|out|over|in the post|by (?:post|e-?mail)))?\s?$"
)


# "Three working days from today": that day begins what is counted.
_COUNTED_FROM = re.compile(r"(?:from|as of|as from|starting|beginning|counting|commencing)\b")


# "Following your interview on Thursday", "as we said on Monday": that day is behind them.
_WHEN_WE_MET = re.compile(
    r"\b(?:(?:following|after|further to|since|at|in|during|from|(?:thanks|thank you) for|enjoyed|subsequent to"
    r"|based on)(?: \w{1,10}ing)?(?: to)? (?:(?:your|our|the|a|this|that|his|her|their) )?(?:[\w-]{1,14} ){0,3}?"
    r"(?:interviews?|meetings?|calls?|chats?|conversations?|discussions?|visit|assessment|trial|shift|session|round"
    r"|test|day|presentation)"
    r"|(?:as |when |what )?(?:i|we|you) (?:said|discussed|agreed|spoke|talked|met|mentioned|interviewed|came in"
    r"|visited|did)(?: (?:to|with) (?:you|me|us))?|(?:as |when )(?:discussed|agreed|mentioned)|(?:did|were|was) "
    r"(?:\w{1,10} ){0,3}?(?:well|great|good|impressive|impressed|brilliant|fantastic|excellent))"
    r"(?: (?:here|with [\w .]{1,40}?|on the phone|in person|at [\w ]{1,20}?))?,?(?: (?:on|in|at|last|this|the"
    r"|of)){0,2}\s$"
)
# "starting on Monday 6 July", "with a start date of 6 July": the job's own day.
_BEGINNING = re.compile(
    r"\b(?:(?:start(?:ing|s)?|begin(?:ning|s)?|commenc(?:e|es|ing)|join(?:ing|s)?|take effect|effective|first day"
    r"|first shift|with effect)(?: (?:date|day|us|the (?:team|company|firm|school|ward)|(?:in )?(?:work|post"
    r"|the (?:role"
    r"|job|post|position))|with us|as [\w -]{1,40}?))?)"
    r"(?:,? (?:on|from|of|in|at|is|as|would|will|be|could|to be|the|for you|for|around|about|with)|:){0,4}\s?$"
)
_LASTS_UNTIL = re.compile(
    r"\b(?:contract|fixed[- ]term|temporary|months?|weeks?|years?|cover|placement|assignment|secondment|employment"
    r"|runs?"
    r"|running|lasts?|lasting|position|post|role|job|until)\b[^.;?!]{0,40}$"
)
_STANDS_UNTIL = re.compile(
    r"\b(?:open|valid|stands?|hold|holding|keep|keeping|wait|waiting|you(?:'ll| will)? have|have|give|take|time"
    r"|answer|decide|decision|think|know)\b"
)
_ANSWERS_OFFER = re.compile(
    r"\b(?:answer|decisions?|decide|repl(?:y|ies)|respon(?:d|se)|let (?:me|us) know|know|hear (?:back )?from you"
    r"|hear (?:your|what)|tell (?:me|us)|accept(?:ance)?|sign(?:ed)?|return|(?:get|come|send|be) (?:\w{1,6} )?back"
    r"|verdict|confirm (?:you|that|if|whether|your))\b"
)


def _is_of_the_job(sentence: Sentence, before: str, quote: str) -> bool:
    """Say whether the time in an offer is the job's ("starting on 6 July", "a contract until 30 June"), or bare where
    nothing in its sentence asks for the answer: only a time that they name for the answer is one by which to give it.
    """
    near = before[-80:]
    if _BEGINNING.search(near):
        return True
    if quote.startswith(("until", "till", "til")) and _LASTS_UNTIL.search(near):
        return _STANDS_UNTIL.search(before) is None
    is_limit = asking.DEADLINE_WORDS.search(near) or asking.DEADLINE_ALONE.search(quote)
    return not is_limit and _ANSWERS_OFFER.search(sentence.low) is None


# "Take no more than 4 hours": how long the work takes, not by when it is wanted.
_EFFORT = re.compile(
    r"\b(?:tak(?:es?|ing)|spend(?:ing)?|invest(?:ing)?|needs?|lasts?|requires?|expect|plan|allow|budget|worth|about"
    r"|around|roughly|approximately)\b(?: (?!for\b|until\b|till\b|by\b|within\b|to (?:do|send|return|complete)"
    r"\b)[a-z']{2,12}){0,5} ?(?:\d{1,3}(?: ?- ?| to | or | ?)){0,2}"
    r"(?:(?:an?|one|two|three|four|five|six|eight|ten|half an|a few|a couple of) )?(?:minutes?|mins?|hours?|hrs?)\b$"
)


def _belongs_elsewhere(sentence: Sentence, window: Window) -> bool:
    """Say whether a time is that of the meeting asked about ("times for a call next week"), of one that was, or of what
    the writer will do ("so that I can forward it on Monday"), unless it is a limit by its own words ("by Monday").
    """
    before = sentence.low[: window.start - sentence.start]
    if _FROM_THEM.search(before[-80:]) or (window.is_point and _COUNTED_FROM.match(window.quote.lower())):
        return True
    if _EFFORT.search(sentence.low[: window.end - sentence.start][-100:]):
        return True
    if _EXPLICIT.match(window.quote.lower()):
        return False
    elsewhere = (_FOR_MEETING.search(before[-120:]), _WHEN_WE_MET.search(before[-120:]))
    return any(elsewhere) or _THEIR_PURPOSE.search(before[-160:]) is not None


def _earlier(window: Window) -> datetime:
    return window.latest if window.other is None else min(window.latest, window.other.latest)


def set_times(context: Context) -> list[Window]:
    return [w for w in context.windows if w.has_hour and w.is_point]


def proposals(context: Context) -> list[Window]:
    """Return the set times that lie ahead and are no deadlines."""
    ahead = [w for w in set_times(context) if is_future(w, context.written)]
    return [w for w in ahead if not asking.DEADLINE_WORDS.search(context.text[max(0, w.start - 20) : w.start].lower())]


def proposes_time(context: Context, sentence: Sentence) -> bool:
    """Say whether a set time stands in this sentence."""
    for window in context.windows_in(sentence):
        before = sentence.low[max(0, window.start - sentence.start - 20) : window.start - sentence.start]
        is_bounded = asking.DEADLINE_WORDS.search(before) or asking.DEADLINE_ALONE.search(window.quote.lower()[:7])
        is_set = window.has_hour and is_future(window, context.written) and not is_bounded
        if is_set and not asking.LOOSE_TIME.search(before[-12:]):
            return True
    return False


def is_about_papers(sentence: Sentence) -> bool:
    low = sentence.low
    return bool(asking.GIVING.search(low) and things.DOCUMENT.search(low) and not things.MEET.search(low))


_MOST_DATED = 100
"""A mail that asks more than this is no request, and looking up each would cost too much."""


def with_later_deadlines(context: Context, asks: list[Ask]) -> list[Ask]:
    """Give an ask without a time the deadline that one of the next sentences names ("We need it by Friday")."""
    result: list[Ask] = []
    for ask in asks:
        if ask.due is None and len(result) < _MOST_DATED:
            result.append(replace(ask, due=_deadline_after(context, ask)))
        else:
            result.append(ask)
    return result


def _deadline_after(context: Context, ask: Ask) -> datetime | None:
    index = next((i for i, s in enumerate(context.sentences) if s.quote == ask.quote), None)
    if index is None:
        return None
    for place, sentence in enumerate(context.sentences[max(0, index - 1) : index + 4], max(0, index - 1)):
        names_any = ask.kind in SPECIAL and asking.DEADLINE_SENTENCE.search(sentence.low) is not None
        if names_any or (place > index and asking.ANSWER_WANTED.search(sentence.low)):
            ahead = [w for w in context.windows_in(sentence) if is_future(w, context.written)]
            limits = [_earlier(w) for w in ahead if not _belongs_elsewhere(sentence, w) and (names_any or _is_limit(w))]
            if limits:
                return min(limits)
    return None


def _is_limit(window: Window) -> bool:
    return _EXPLICIT.match(window.quote.lower()) is not None
