"""What a mail asks of this candidate: the contract's kinds, the stated time, and the sentence that asks.

The rules (`kinds`) and the model say what each sentence asks; here they are weighed, and the mail is taken as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from inbox_watch.core.bookings import ARRANGES
from inbox_watch.core.reading import asking, calling_off, promising, stating, telling, things
from inbox_watch.core.reading.bringing import is_only_brought
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.deadlines import (
    SPECIAL,
    due,
    set_times,
    with_later_deadlines,
)
from inbox_watch.core.reading.kinds import ENDS_OR_PAUSES, OFFER_WORDS, kinds_by_rule
from inbox_watch.core.reading.listed import items_asked
from inbox_watch.core.reading.plain import (
    answers_itself,
    chooses_no_time,
    is_good_wish,
    is_plain,
    only_asks_to_answer,
)
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.reading.weighing import kind_where_alone, weigh_asks
from inbox_watch.core.types import ActionKind, Ask, Stage

_VOCATIVE = re.compile(r"^(?:hi |hello |hey |dear |@)?([a-z]{2,15})(?:,|:| -) ")
_GREETING = re.compile(r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)),? ([a-z]{2,15})\b")

OF_ITS_OWN_FROM = 0.7


def find_asks(context: Context) -> tuple[Ask, ...]:
    """Return what the mail asks of this candidate, one of a kind, in the order of the text.

    Nothing for the candidate's own mail, an automatic answer, and mail that went to many; a platform's mail asks only
    for special things (a test, a time, documents).
    """
    if context.from_candidate or context.is_answer or (context.is_bulk and not context.is_platform):
        return ()
    if _speaks_to_others(context):
        return ()
    found: list[Ask] = []
    for index, sentence in enumerate(context.sentences):
        asks = _asks_at(context, index)
        found.extend(
            [_answer_to(context, sentence, found[-1])] if found and asks and _repeats(context, sentence) else asks
        )
    found.extend(_offer(context, found))
    found.extend(_task(context, found))
    found.extend([] if found else _likely(context))
    if context.is_automatic or context.is_bulk:
        found = [ask for ask in found if ask.kind is not ActionKind.REPLY]
    return _merge(_without_needless_replies(context, with_later_deadlines(context, found)))


def _asks_at(context: Context, index: int) -> list[Ask]:
    sentence = context.sentences[index]
    if _is_for_somebody_else(sentence, context) or _only_seems_to_ask(context, index):
        return []
    if telling.only_waits(sentence.low):
        return []
    ruled = kinds_by_rule(context, index)
    speech = context.speech.get(sentence.start)
    weighed = weigh_asks(ruled, speech, is_end=context.signal in ENDS_OR_PAUSES)
    if any(is_plain(context, sentence, kind) for kind in ruled) and not _is_closer(context, sentence, ruled, weighed):
        weighed = ruled
    kinds = [kind for kind in weighed if kind in ruled or _may_be(context, sentence, kind)]
    asked = kinds or (ruled if weighed else [])
    listed = items_asked(context, index, asked)
    if listed:
        return [_listed(context, sentence, item, kind) for item, kind in listed]
    return [_ask(context, sentence, kind) for kind in asked]


def _only_seems_to_ask(context: Context, index: int) -> bool:
    return answers_itself(context, index) or is_good_wish(context, context.sentences[index])


def _is_closer(context: Context, sentence: Sentence, ruled: list[ActionKind], weighed: list[ActionKind]) -> bool:
    """Say whether the model names the answer that the rules leave open, and the mail speaks of such a thing."""
    if ruled != [ActionKind.REPLY] or len(weighed) != 1 or weighed == ruled:
        return False
    if weighed[0] is ActionKind.CONFIRM:
        return any(window.is_point for window in context.windows) or _OF_A_MEETING.search(sentence.low) is not None
    spoken_of = _SPOKEN_OF.get(weighed[0])
    return spoken_of is None or any(spoken_of.search(s.low) for s in context.sentences)


_OF_A_MEETING = re.compile(r"\b(?:date|time|slot|appointment|interview|meeting|call)\b")
_SPOKEN_OF = {
    ActionKind.SEND_DOCUMENTS: things.STRONG_DOCUMENT,
    ActionKind.COMPLETE_ASSESSMENT: things.ASSESSMENT,
    ActionKind.SEND_AVAILABILITY: things.AVAILABILITY,
    ActionKind.ANSWER_OFFER: things.OFFER_SIGN,
}


def _repeats(context: Context, sentence: Sentence) -> bool:
    """Say whether a sentence asks only for an answer to what stands before it, and names no time to meet."""
    return only_asks_to_answer(context, sentence) and not any(w.is_point for w in context.windows_in(sentence))


def _answer_to(context: Context, sentence: Sentence, asked: Ask) -> Ask:
    """Return the ask that "please let me know by Friday" repeats, with its time."""
    return replace(asked, due=due(context, sentence, asked.kind) or asked.due)


def _listed(context: Context, lead: Sentence, item: Sentence, kind: ActionKind) -> Ask:
    """An item of a list is wanted by its own time, else by that of the sentence above the list."""
    ask = _ask(context, item, kind)
    return ask if ask.due else replace(ask, due=due(context, lead, kind))


def _may_be(context: Context, sentence: Sentence, kind: ActionKind) -> bool:
    """Say whether the mail bears out a kind that only the model sees: without an offer there's no answer to one."""
    if kind is ActionKind.ANSWER_OFFER:
        is_named = any(not OFFER_WORDS.isdisjoint(s.words) for s in context.sentences)
        return context.signal is Stage.OFFER or (context.signal is None and is_named)
    if kind is ActionKind.CONFIRM and calling_off.states_move(sentence.low):
        return False
    if kind is ActionKind.SEND_AVAILABILITY and (
        things.ASKS_START.search(sentence.low) or chooses_no_time(sentence.low)
    ):
        return False
    if kind is ActionKind.SEND_DOCUMENTS and (
        is_only_brought(context, sentence) or _WANTS_FEEDBACK.search(sentence.low)
    ):
        return False
    if kind is ActionKind.COMPLETE_ASSESSMENT and any(p.search(sentence.low) for p in _ANSWER_FROM_THEM):
        return False
    return kind is not ActionKind.COMPLETE_ASSESSMENT or things.TASK_DONE.search(sentence.low) is None


# "You'll hear from me by Tuesday": what comes by then is theirs.
_ANSWER_FROM_THEM = (promising.HEAR, promising.EXPECT)
_FROM_THEM = (promising.WILL, *_ANSWER_FROM_THEM)


_WANTS_FEEDBACK = re.compile(
    r"\b(?:send|share|give|let (?:me|us) have)\b[^.;?!]{0,20}\byour (?:\w{1,12} )?"
    r"(?:feedback|thoughts|impressions?|views?)\b"
)


# --- the mail as a whole --------------------------------------------------------------------------------------------


def _ask(context: Context, sentence: Sentence, kind: ActionKind) -> Ask:
    not_after = None
    if kind is ActionKind.CONFIRM:
        starts = [w.earliest for w in set_times(context) if context.written is None or w.earliest > context.written]
        not_after = min(starts, default=None)
    return Ask(kind=kind, quote=sentence.quote, due=due(context, sentence, kind), not_after=not_after)


def _offer(context: Context, found: Iterable[Ask]) -> list[Ask]:
    """Return the ask that an offer makes by being made, whether or not a question is put."""
    if any(ask.kind is ActionKind.ANSWER_OFFER for ask in found):
        return []
    sentence = offer_sentence(context) or (None if any(a.kind in SPECIAL for a in found) else _standing_offer(context))
    return [_ask(context, sentence, ActionKind.ANSWER_OFFER)] if sentence else []


def _standing_offer(context: Context) -> Sentence | None:
    """Return what names an offer's terms, in a mail that speaks of an offer and leaves nothing to come from them."""
    if context.signal is not Stage.OFFER:
        return None
    if decided := stating.offers_informally(context.sentences):
        return decided  # the terms are named: what is to follow is the paper
    later = (promising.WILL, promising.HEAR, promising.AGENTLESS, promising.YOURS_BY, things.OFFER_PENDING)
    if any(pattern.search(s.low) for s in context.sentences for pattern in later):
        return None
    return next((s for s in context.sentences if things.OFFER_SIGN.search(s.low)), None)


def _task(context: Context, found: Iterable[Ask]) -> list[Ask]:
    """Return the ask that a test makes by being sent, where no sentence asks for it in words that we know."""
    kinds = {ask.kind for ask in found}
    if context.signal is not Stage.ASSESSMENT or kinds & {ActionKind.COMPLETE_ASSESSMENT, ActionKind.CONFIRM}:
        return []
    later_or_past = (things.TASK_PAST, things.TASK_DONE, things.ASSESSMENT_LATER, *_FROM_THEM)
    if any(p.search(s.low) for s in context.sentences for p in later_or_past):
        return []
    signs = [s for s in context.sentences if things.TASK_SIGN.search(s.low)]
    return [_ask(context, signs[-1], ActionKind.COMPLETE_ASSESSMENT)] if signs else []


def _likely(context: Context) -> list[Ask]:
    """Return the likeliest ask of a mail in which nothing else was found: most mails of a person ask something."""
    if context.signal in ENDS_OR_PAUSES or not context.speech:
        return []
    sentences = [
        s
        for index, s in enumerate(context.sentences)
        if s.start in context.speech
        and not _is_for_somebody_else(s, context)
        and not _only_seems_to_ask(context, index)
    ]
    best = max(sentences, key=lambda s: context.speech[s.start].asks, default=None)
    kind = kind_where_alone(context.speech[best.start]) if best else None
    return [_ask(context, best, kind)] if best and kind and _may_be(context, best, kind) else []


def offer_sentence(context: Context) -> Sentence | None:
    """Return the sentence in which an offer is made (not promised), where the mail speaks of an offer."""
    if context.signal is not Stage.OFFER:
        return next((s for s in context.sentences if stating.carries_offer(s)), None)
    for sentence in context.sentences:
        if not context.is_automatic and stating.makes_offer(sentence):
            return sentence
        match = things.OFFER_MADE.search(sentence.low)
        if match and not things.OFFER_LATER.search(sentence.low, 0, match.end()) and not sentence.is_question:
            return sentence
    return None


def _without_needless_replies(context: Context, asks: list[Ask]) -> list[Ask]:
    """Leave out the general question that a more special ask of the mail covers, and a task's own questions."""
    kinds = {ask.kind for ask in asks}
    if ActionKind.COMPLETE_ASSESSMENT in kinds:
        return [ask for ask in asks if ask.kind in SPECIAL or asking.PERSONAL.search(ask.quote.lower())]
    if kinds.isdisjoint(SPECIAL):
        return asks
    if ActionKind.ANSWER_OFFER in kinds:
        asks = [ask for ask in asks if ask.kind in SPECIAL or not _OF_THE_OFFER.match(ask.quote.lower())]
    asks = [ask for ask in asks if ask.kind in SPECIAL or not _OF_INTEREST.match(ask.quote.lower().strip())]
    if not kinds.isdisjoint(ARRANGES):
        asks = [ask for ask in asks if ask.kind in SPECIAL or not _OF_A_TALK.match(ask.quote.lower().strip())]
    return [ask for ask in asks if ask.kind in SPECIAL or _has_substance(ask) or _is_of_its_own(context, ask)]


# Answered by doing what is asked beside it: by sending the CV, or times for the talk.
_OF_INTEREST = re.compile(
    r"(?:so,? |and,? |well,? )?(?:(?:are|would|r) (?:you|u|ye)(?: be)?(?: still| at all| perhaps)? (?:interested|keen"
    r"|tempted|up for (?:it|this))|interested|keen|(?:does|would) (?:this|that|it) (?:sound|interest|appeal|tempt))\b"
    r"(?: (?:in (?:it|this|that|the (?:role|job|post|position))|to you|you|good|interesting|po|at all)){0,3} ?\?$"
)
_OF_A_TALK = re.compile(
    r"(?:so,? |and,? )?(?:shall|should|can|could|may) we (?:have|do|set up|arrange|schedule|jump|hop|speak|talk|chat"
    r"|meet|catch up)\b[^?]{0,60}\?$"
)


# Beside an offer, this asks for the answer to it and nothing else.
_OF_THE_OFFER = re.compile(
    r"(?:so|and|well)?,? ?(?:(?:are|would|r) you |does (?:this|that|it) )?(?:still |be )?(?:interest(?:ed)?(?: you)?"
    r"|keen|happy(?: with (?:that|this|it))?|up for it|tempted|(?:what|how)(?:'s| do| does| is| are) (?:you|this|that"
    r"|it"
    r"|your)(?: \w{1,10}){0,2}? (?:think|say|sound|feel|thoughts?|answer|verdict|view)(?: (?:about|of) (?:it|that"
    r"|this))?"
    r"|(?:any |your )?thoughts|deal|like (?:it|to (?:join us|accept|take it|take the (?:job|role|post)))"
    r"|sound (?:good|ok|okay|all right|alright))(?: to you| for you)?\s?\?$"
)


def _is_of_its_own(context: Context, ask: Ask) -> bool:
    """Say whether the model is sure that this question wants an answer, and that nothing more special is meant."""
    for sentence in context.sentences:
        speech = context.speech.get(sentence.start)
        if speech is not None and sentence.is_question and sentence.quote == ask.quote:
            kind, share = speech.kinds[0]
            return kind is ActionKind.REPLY and speech.asks * share >= OF_ITS_OWN_FROM
    return False


def _has_substance(ask: Ask) -> bool:
    low = ask.quote.lower()
    return asking.SUBSTANCE.search(low) is not None or asking.PERSONAL.search(low) is not None


def _merge(asks: list[Ask]) -> tuple[Ask, ...]:
    """Keep one ask of a kind, with the earliest time that any of them states."""
    merged: dict[ActionKind, Ask] = {}
    for ask in asks:
        first = merged.setdefault(ask.kind, ask)
        dues = [d for d in (first.due, ask.due) if d is not None]
        merged[ask.kind] = replace(first, due=min(dues, default=None))
    return tuple(merged.values())


def _speaks_to_others(context: Context) -> bool:
    """Say whether the candidate is only copied in, and the greeting names somebody else."""
    if not context.is_copied or not context.sentences:
        return False
    match = _GREETING.match(context.sentences[0].low)
    return match is not None and match.group(1) not in context.names and match.group(1) in context.others


def _is_for_somebody_else(sentence: Sentence, context: Context) -> bool:
    match = _VOCATIVE.match(sentence.low)
    return match is not None and match.group(1) in context.others and match.group(1) not in context.names
