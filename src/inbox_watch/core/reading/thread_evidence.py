"""What a thread knows about each of its messages: an out-of-office answer to a recruiter's mail is recruiting too.

A short answer, an automatic answer or a bounce says little by itself and follows the mails that say more. Mail to
many never gains.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from inbox_watch.core import shared_senders
from inbox_watch.core.bookings import is_of_something_else
from inbox_watch.core.opportunity.sides import organisation_of
from inbox_watch.core.types import CalendarEvent, Message

SUBSTANTIAL_FROM = 80
"""Characters of newly written text from which a mail speaks for itself."""
PASSED_ON = 0.97
"""Of the thread's probability, what a message gains by standing in it."""


EVERYDAY_BELOW = 0.3
"""Where the other side's longer mails are less likely recruiting than this, what is short or answers them follows."""
SURE = 0.85
"""A mail of this probability speaks for itself, whatever it answers."""
PLAIN = 0.9
"""How likely a mail is recruiting that names the candidate as the applicant in plain words, see `plainly.py`."""


def thread_scores(
    own: Sequence[float],
    lengths: Sequence[int],
    follows: Sequence[bool],
    alone: Sequence[bool],
    plain: Sequence[bool] = (),
) -> tuple[float, ...]:
    """Return each message's probability of being recruiting, given the thread.

    `own` are the scores of the messages by themselves, `lengths` their characters of new text; `follows` marks
    answers (automatic ones, bounces, the candidate's own) and mail in a language that is read badly: they don't speak
    for themselves. `alone` marks mail to many, which neither gives nor gains. One `plain` mail, whose words leave
    nothing to weigh, speaks for its thread.
    """
    if any(plain):
        lifted = [max(score, PLAIN) if is_plain else score for score, is_plain in zip(own, plain, strict=True)]
        rest = thread_scores(lifted, lengths, follows, alone)
        return tuple(one if far else max(one, PASSED_ON * PLAIN) for one, far in zip(rest, alone, strict=True))
    speaking = [
        i
        for i in range(len(own))
        if not alone[i] and not follows[i] and (lengths[i] >= SUBSTANTIAL_FROM or own[i] >= 0.5)
    ]
    if not speaking:
        return tuple(own)
    own = _as_the_longer_say(own, [i for i in speaking if lengths[i] >= SUBSTANTIAL_FROM])
    of_thread = PASSED_ON * _mean(own, speaking)
    return tuple(score if alone[i] else max(score, of_thread) for i, score in enumerate(own))


def _as_the_longer_say(own: Sequence[float], longer: Sequence[int]) -> Sequence[float]:
    """Lower what only a few words or an answer make likely, where the other side's longer mails say otherwise."""
    of_those = _mean(own, longer) if longer else 1.0
    if of_those >= EVERYDAY_BELOW:
        return own
    return [score if i in longer or score >= SURE else min(score, of_those) for i, score in enumerate(own)]


def _mean(own: Sequence[float], chosen: Sequence[int]) -> float:
    return 1 / (1 + math.exp(-sum(_logit(own[i]) for i in chosen) / len(chosen)))


def with_invitation(own: float, events: Sequence[CalendarEvent], known: frozenset[str]) -> float:
    """Return a message's own probability, raised where it carries an invitation that recruiting mails know."""
    return max(own, PASSED_ON) if known and any(is_known(event, known) for event in events) else own


def is_known(event: CalendarEvent, known: frozenset[str]) -> bool:
    """Say whether an invitation is known by its UID, or by the address of the one who invites."""
    return event.uid in known or (event.organizer is not None and event.organizer.address in known)


def names_interview(message: Message, candidate: frozenset[str], names: frozenset[str] = frozenset()) -> bool:
    """Say whether this invites the candidate to an interview, from outside of their own organisation.

    Its words name an interview, or one of `names`: the roles and companies of recruiting mails, in lower case.
    """
    own = {home for address in candidate if (home := organisation_of(address))}
    sender = message.sender.address if message.sender else ""
    if sender in candidate or organisation_of(sender) in own:
        return False
    for event in message.events:
        if event.method == "REQUEST" and any(one.address in candidate for one in event.attendees):
            told = f"{event.summary} {message.subject}".lower()[:500]
            if _INTERVIEW.search(told) or _YOUR_INTERVIEW.search(message.text[:2000].lower()):
                return True
            return any(name in told for name in names)
    return False


def names_host(message: Message, names: frozenset[str]) -> bool:
    """Say whether a scheduler's mail names a person, company or role that recruiting mails know (in lower case)."""
    if message.sender is None or shared_senders.kind_of(message.sender.address) != "scheduler":
        return False
    told = f"{message.subject}\n{message.text[:2000]}".lower()
    return any(name in told for name in names) and not is_of_something_else(message)


_INTERVIEW = re.compile(r"\b(?:job |phone |video )?(?:interview|vorstellungsgespräch)s?\b")
_YOUR_INTERVIEW = re.compile(r"\byour (?:[\w-]{2,12} ){0,2}interview\b")


def _logit(probability: float) -> float:
    bounded = min(max(probability, 0.001), 0.999)
    return math.log(bounded / (1 - bounded))
