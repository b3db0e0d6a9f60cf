"""Whether the other side's words refuse the candidate, or things go on: a guard over the model, in both directions.

An apology sounds like an end, and most are none: "I'm sorry, but we have to cancel Monday's interview, I'll send you a
new date". So plain words of refusal make an end; where there are none, the model's word makes it only where nothing in
the mail goes on: no question, no other date, no meeting that stands, no promise of news, nothing that takes longer.
"""

from __future__ import annotations

from collections.abc import Sequence

from inbox_watch.core.reading import ending, guards, things
from inbox_watch.core.reading.sentences import Sentence


def refuses(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that refuses the candidate in plain words, or takes leave of them; None where none does.

    A condition, a denial and a meeting that is called off refuse nobody.
    """
    return next((s for s in sentences if _refuses(s)), None)


def refuses_plainly(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence whose words refuse this candidate now, so plainly that no model need hear it; else None."""
    if goes_on(sentences):
        return None
    return next(
        (
            s
            for s in sentences
            if not s.is_question and ending.REFUSES_PLAINLY.search(s.low) and not ending.NOT_NOW.search(s.low)
        ),
        None,
    )


def goes_on(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail asks, moves or keeps a meeting, promises news, says that things take longer, or that a thing
    was refused.
    """
    return any(_goes_on(s) for s in sentences)


def puts_off_meeting(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail moves one meeting with this candidate, and promises or asks for another time."""
    moved = any(ending.MEETING_MOVES.search(s.low) and ending.ONE_MEETING.search(s.low) for s in sentences)
    if not moved or any(ending.NO_DATE.search(s.low) for s in sentences):
        return False
    return any(s.is_question or ending.NEW_DATE.search(s.low) for s in sentences)


def drops_test(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail speaks of a test only to say that there will be none ("we decided against the case study")."""
    named = [s.low for s in sentences if things.ASSESSMENT.search(s.low)]
    return bool(named) and not any(things.ASSESSMENT.search(ending.OF_A_THING.sub(";", low)) for low in named)


def tells_of_withdrawal(sentences: Sequence[Sentence]) -> bool:
    """Say whether the other side says that the candidate left."""
    return any(ending.WITHDRAWN.search(s.low) for s in sentences)


def pauses(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail has words of a pause."""
    return any(ending.PAUSES.search(s.low) for s in sentences)


def pauses_plainly(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that says that the other side has paused this search, so plainly that no model need hear it;
    else None.
    """
    paused = (s for s in sentences if not s.is_question and ending.PAUSES_PLAINLY.search(s.low))
    return next((s for s in paused if not ending.PAUSED_BEFORE.search(s.low)), None)


def names_offer(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail names an offer or a contract."""
    return any(ending.OFFER.search(s.low) for s in sentences)


def _refuses(sentence: Sentence) -> bool:
    if sentence.is_question:
        return False
    low = ending.OF_A_THING.sub(";", guards.without_contrary(sentence))
    if ending.REFUSES.search(low):
        return True
    moves = ending.MEETING_MOVES.search(low) is not None
    taken = ending.REFUSES_TO_TAKE.search(low)
    if taken and not moves and not ending.NOT_YET.search(low) and not ending.A_TIME.match(low[taken.end() :]):
        return True
    return not moves and ending.REGRETS.search(low) is not None


_GOING_ON = (ending.MEETING_MOVES, ending.MEETING_STANDS, ending.HOLDS, ending.OFFERS, ending.OF_A_THING)


def _goes_on(sentence: Sentence) -> bool:
    low = sentence.low
    if sentence.is_question:
        return ending.MATTER_OF_COURTESY.search(low) is None
    if any(one.search(low) for one in _GOING_ON):
        return True
    return ending.NEWS.search(low) is not None and ending.ONE_DAY.search(low) is None
