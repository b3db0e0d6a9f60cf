"""The times that a request names: by when something is wanted, and which set times a mail proposes.

A request is acted on by the earlier reading of an ambiguous time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from inbox_watch.core.reading import asking, things
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
    if kind is ActionKind.SEND_AVAILABILITY and not _EXPLICIT.match(quote):
        return False
    if re.search(r"\b(?:for|on|between|from|available|free|around)\s$", before) and kind not in _DATED_BY_BARE_DAY:
        return False
    if kind is ActionKind.REPLY and quote.startswith(("until", "till")) and not asking.TELLING.search(before):
        return False
    if asking.DEADLINE_WORDS.search(before) or asking.DEADLINE_ALONE.search(quote):
        return (
            kind is not ActionKind.CONFIRM
            or not window.has_hour
            or "by" in quote
            or "before" in quote
            or before.endswith(("by ", "before "))
        )
    return kind in _DATED_BY_BARE_DAY


_EXPLICIT = re.compile(r"(?:by|before|no later|not later|within|until|till|eod|cob|eob|end of|latest|on or before)\b")


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


def with_later_deadlines(context: Context, asks: list[Ask]) -> list[Ask]:
    """Give an ask without a time the deadline that one of the next sentences names ("We need it by Friday")."""
    result: list[Ask] = []
    for ask in asks:
        if ask.due is None and ask.kind in SPECIAL:
            result.append(replace(ask, due=_deadline_after(context, ask)))
        else:
            result.append(ask)
    return result


def _deadline_after(context: Context, ask: Ask) -> datetime | None:
    index = next((i for i, s in enumerate(context.sentences) if s.quote == ask.quote), None)
    if index is None:
        return None
    for sentence in context.sentences[max(0, index - 1) : index + 4]:
        if asking.DEADLINE_SENTENCE.search(sentence.low):
            limits = [_earlier(w) for w in context.windows_in(sentence) if is_future(w, context.written)]
            if limits:
                return min(limits)
    return None
