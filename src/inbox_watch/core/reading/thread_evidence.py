"""What a thread knows about each of its messages: an out-of-office answer to a recruiter's mail is recruiting too.

A short answer, an automatic answer or a bounce says little by itself and follows the mails that say more. Mail to
many never gains.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from inbox_watch.core.types import CalendarEvent

SUBSTANTIAL_FROM = 80
"""Characters of newly written text from which a mail speaks for itself."""
PASSED_ON = 0.97
"""Of the thread's probability, what a message gains by standing in it."""


def thread_scores(
    own: Sequence[float], lengths: Sequence[int], follows: Sequence[bool], alone: Sequence[bool]
) -> tuple[float, ...]:
    """Return each message's probability of being recruiting, given the thread.

    `own` are the scores of the messages by themselves, `lengths` their characters of new text; `follows` marks
    answers (automatic ones, bounces, the candidate's own), which don't speak for themselves; `alone` marks mail to
    many, which neither gives nor gains.
    """
    speaking = [
        i
        for i in range(len(own))
        if not alone[i] and not follows[i] and (lengths[i] >= SUBSTANTIAL_FROM or own[i] >= 0.5)
    ]
    if not speaking:
        return tuple(own)
    middle = sum(_logit(own[i]) for i in speaking) / len(speaking)
    of_thread = PASSED_ON / (1 + math.exp(-middle))
    return tuple(score if alone[i] else max(score, of_thread) for i, score in enumerate(own))


def with_invitation(own: float, events: Sequence[CalendarEvent], known: frozenset[str]) -> float:
    """Return a message's own probability, raised where it carries an invitation that recruiting mails know."""
    return max(own, PASSED_ON) if known and any(is_known(event, known) for event in events) else own


def is_known(event: CalendarEvent, known: frozenset[str]) -> bool:
    """Say whether an invitation is known by its UID, or by the address of the one who invites."""
    return event.uid in known or (event.organizer is not None and event.organizer.address in known)


def _logit(probability: float) -> float:
    bounded = min(max(probability, 0.001), 0.999)
    return math.log(bounded / (1 - bounded))
