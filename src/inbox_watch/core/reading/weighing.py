"""Rules and model together: what a sentence asks or promises, by the rules' word and the model's.

The rules know dates, invitations and booking links; the model has met more ways of speaking. It adds what they miss
where it is sure, takes back what it is sure is nothing, and settles the kind. Without a model the rules' word stands.
The numbers were chosen out of fold, on sentences and mails that the model had not seen.
"""

from __future__ import annotations

from inbox_watch.core.types import ActionKind, Speech

ADD_ASK_FROM = 0.7
ADD_ASK_ALONE_FROM = 0.6
ADD_ASK_AT_AN_END_FROM = 0.95
KIND_FROM = 0.35
DROP_ASK_BELOW = 0.06
REPLY_ODDS = 2.5
SPECIAL_ODDS = 20.0
ADD_PROMISE_FROM = 0.75
DROP_PROMISE_BELOW = 0.04


def weigh_asks(kinds: list[ActionKind], speech: Speech | None, *, is_end: bool = False) -> list[ActionKind]:
    """Return what a sentence asks. `is_end` marks a mail that ends or pauses the exchange, where little is asked."""
    if speech is None:
        return kinds
    if not kinds:
        is_sure = speech.asks >= (ADD_ASK_AT_AN_END_FROM if is_end else ADD_ASK_FROM)
        return [_likeliest(speech)] if is_sure else []
    if speech.asks < DROP_ASK_BELOW:
        return []
    return [_settle(kinds[0], speech)] if len(kinds) == 1 else kinds


def kind_where_alone(speech: Speech) -> ActionKind | None:
    """Return what a mail's likeliest sentence asks where nothing surer was found; None where even it is unlikely."""
    return _likeliest(speech) if speech.asks >= ADD_ASK_ALONE_FROM else None


def _likeliest(speech: Speech) -> ActionKind:
    kind, share = speech.kinds[0]
    return kind if share >= KIND_FROM else ActionKind.REPLY


def _settle(kind: ActionKind, speech: Speech) -> ActionKind:
    """Return the model's kind where it is much likelier than the rules' own (a special one counts for more)."""
    best, share = speech.kinds[0]
    own = dict(speech.kinds).get(kind, 0.0)
    odds = REPLY_ODDS if kind is ActionKind.REPLY else SPECIAL_ODDS
    return best if share > odds * max(own, 0.01) else kind


def adds_promise(speech: Speech | None) -> bool:
    """Say whether the model is sure of a promise that the rules don't see."""
    return speech is not None and speech.promises >= ADD_PROMISE_FROM


def drops_promise(speech: Speech | None) -> bool:
    """Say whether the model is sure that what the rules took for a promise is none."""
    return speech is not None and speech.promises < DROP_PROMISE_BELOW
