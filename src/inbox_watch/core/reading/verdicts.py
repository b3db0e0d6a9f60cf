"""What a candidate answers to an offer, and whether the other side speaks of the job as taken.

"I accept" may be said of an invitation as well, and "I won't be joining you" of a meeting. So there are two weights:
words that name what is taken or refused (the offer, the job, the contract) stand by themselves; a bare yes or no counts
only where an offer was made before, and never where its sentence speaks of a meeting or a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading import deciding
from inbox_watch.core.reading.sentences import Sentence


def takes_job(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence in which the writer takes a job, an offer or a contract by name; None where none does."""
    return next((s for s in sentences if not s.is_question and _takes(s.low, sentences)), None)


def says_yes(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that says yes without saying to what: to an offer, where one is on the table.

    None where it speaks of a meeting or a time, supposes, or where a wish stands beside a question about the terms.
    """
    return next(
        (
            s
            for s in sentences
            if (deciding.WHERE_TO_SIGN.search(s.low) if s.is_question else _agrees(s.low, sentences))
        ),
        None,
    )


def says_bare_yes(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence among the first that only says yes ("Yes please!"), where nothing is asked but of the start.

    It says yes to what was asked last: to an offer, where nothing else was asked beside it.
    """
    if leaves_open(sentences) or _asks_about_terms(sentences):
        return None
    if any(one.search(s.low) for s in sentences for one in (deciding.BUT, deciding.HEDGE, deciding.ANSWERS_LATER)):
        return None
    return next((s for s in sentences[:3] if deciding.BARE_YES.search(s.low)), None)


def agrees_to_less(sentences: Sequence[Sentence]) -> bool:
    """Say whether the writer agrees only to something smaller than the job: a call, a webinar, some paperwork."""
    if takes_job(sentences) or says_yes(sentences) or says_bare_yes(sentences):
        return False
    return any(deciding.LESSER.search(s.low) for s in sentences) and not any(_says_more(s.low) for s in sentences)


def _says_more(low: str) -> bool:
    yes = deciding.YES.search(low)
    return yes is not None and not _is_of_less(low, yes)


def refuses_job(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that refuses a job, an offer or a contract, or declines in so many words; else None."""
    return next((s for s in sentences if not s.is_question and _refuses(s.low)), None)


def says_no(sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that says no without saying to what, or that the writer goes elsewhere or stays."""
    return next((s for s in sentences if not s.is_question and _declines(s.low)), None)


def cannot_meet(sentences: Sequence[Sentence]) -> bool:
    """Say whether the writer only can't come at a time ("I won't be able to take the call on Monday"), and stays."""
    if any(deciding.LEAVES.search(s.low) for s in sentences) or refuses_job(sentences) or says_no(sentences):
        return False
    return any(deciding.CAN_NOT.search(s.low) and names_meeting(s.low) for s in sentences)


def refuses_others(sentences: Sequence[Sentence]) -> bool:
    """Say whether the writer refuses other employers only, or names their offers and prefers this one, and stays."""
    others = [s for s in sentences if deciding.REFUSES_OTHERS.search(s.low)]
    named = any(deciding.NAMES_OTHERS.search(s.low) for s in sentences)
    if not others and not (named and any(deciding.PREFERS_THIS.search(s.low) for s in sentences)):
        return False
    rest = [s for s in sentences if s not in others and not deciding.PREFERS_THIS.search(s.low)]
    leaves = any(deciding.LEAVES_THIS.search(s.low) for s in rest)
    return not (leaves or refuses_job(sentences) or says_no(sentences))


def leaves_open(sentences: Sequence[Sentence]) -> bool:
    """Say whether the writer still thinks, waits for something, or asks for time before the answer."""
    return any(deciding.LEAVES_OPEN.search(s.low) for s in sentences)


def tells_of_hire(sentences: Sequence[Sentence]) -> bool:
    """Say whether the other side speaks of the job as taken: accepted, signed, a first day, a welcome to the team."""
    if any(_is_hire(s) for s in sentences):
        return True
    return any(deciding.TELLS_OF_YES.search(s.low) for s in sentences) and not any(
        names_meeting(s.low) for s in sentences
    )


def agrees_to_meet(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail agrees to a meeting or a time, and names no job, offer, contract or first day beside it."""
    if tells_of_hire(sentences) or takes_job(sentences):
        return False
    if any(deciding.BEGINS.search(s.low) and not names_meeting(s.low) for s in sentences):
        return False
    return any(names_meeting(s.low) and deciding.FITS_A_MEETING.search(s.low) for s in sentences)


def names_meeting(low: str) -> bool:
    """Say whether a sentence, in lower case, speaks of a meeting, a day of the week or an hour."""
    return deciding.MEETING.search(low) is not None or deciding.TIME.search(low) is not None


def _takes(low: str, sentences: Sequence[Sentence]) -> bool:
    hired = deciding.HIRED.search(low)
    if hired and not deciding.HEDGE.search(low) and not deciding.MEETING.search(low[hired.end() : hired.end() + 30]):
        return True
    signed = deciding.SIGNED.search(low)
    if (
        signed
        and not deciding.OTHER.search(low)
        and not deciding.OTHER_PAPER.search(low)
        and not deciding.SIGN_LATER.search(low[: signed.end()][-60:])
    ):
        return True
    match = deciding.ACCEPT_JOB.search(low) or deciding.TAKE_JOB.search(low)
    if match is None or deciding.HEDGE.search(low) or _is_doubted(low, match.start()):
        return False
    if deciding.ANY.search(match.group("between")):
        return False
    return _is_the_job(match.group("between"), match.group("after")) and _means_it(low, match, sentences)


def _means_it(low: str, match: re.Match[str], sentences: Sequence[Sentence]) -> bool:
    """Say whether a wish ("I'd love to …") is more than one: nothing stands against it, no terms are asked about."""
    if deciding.WISH.search(low[max(0, match.start() - 20) : match.end()]) is None:
        return True
    return deciding.BUT.search(low[match.end() :]) is None and not _asks_about_terms(sentences)


def _is_the_job(between: str, after: str) -> bool:
    """Say whether what is taken or refused is the job, by the words before and after its name."""
    return not (
        deciding.MEETING.search(between)
        or deciding.OTHER.search(f"{between} {after}")
        or deciding.OF_A_MEETING.match(after)
    )


def _is_doubted(low: str, place: int) -> bool:
    before = low[max(0, place - 60) : place]
    return any(pattern.search(before) for pattern in (deciding.NEGATED, deciding.SUPPOSED, deciding.WOULD))


def _agrees(low: str, sentences: Sequence[Sentence]) -> bool:
    if notice := deciding.GIVES_NOTICE.search(low):
        is_open = deciding.HEDGE.search(low) or deciding.LEAVES_OPEN.search(low) or _is_doubted(low, notice.start())
        return not is_open and not deciding.OTHER.search(low) and not _asks_about_terms(sentences)
    match = deciding.YES.search(low)
    if (
        match is None
        or deciding.HEDGE.search(low)
        or _is_doubted(low, match.start())
        or _is_of_less(low, match)
        or deciding.OTHER.search(low[match.start() : match.end() + 30])
    ):
        return False
    said = low[: match.end()] + deciding.PAPERS_TO_COME.sub("", low[match.end() :])
    if names_meeting(said) and not _names_first_day(said):
        return False
    return _means_it(low, match, sentences)


def _is_of_less(low: str, yes: re.Match[str]) -> bool:
    """Say whether what a yes is said to is smaller than the job ("I accept the privacy notice")."""
    less = deciding.LESSER.search(low)
    return less is not None and less.start() < yes.end() and less.end() > yes.start()


def _names_first_day(low: str) -> bool:
    """Say whether the day that a sentence names is that of the beginning ("I'll start on Monday"): it has no hour."""
    is_meeting = deciding.MEETING.search(low) or deciding.HOUR.search(low)
    return deciding.BEGINS.search(low) is not None and is_meeting is None


def _asks_about_terms(sentences: Sequence[Sentence]) -> bool:
    return any(s.is_question and not deciding.ABOUT_BEGINNING.search(s.low) for s in sentences)


def _refuses(low: str) -> bool:
    plain = deciding.NO.search(low)
    if (
        plain
        and not _is_no_refusal(low, plain)
        and not names_meeting(low)
        and not deciding.OTHER.search(low[plain.end() :])
    ):
        return True
    match = deciding.REFUSE_JOB.search(low)
    if match is None or _is_no_refusal(low, match):
        return False
    groups = match.groupdict()
    between = next((groups[name] for name in ("between", "between_", "between__") if groups[name] is not None), "")
    after = next((groups[name] for name in ("after", "after_", "after__") if groups[name] is not None), "")
    return _is_the_job(between, after) and deciding.ANY.search(between) is None


def _declines(low: str) -> bool:
    elsewhere = deciding.GO_ELSEWHERE.search(low)
    if elsewhere and not _is_no_refusal(low, elsewhere) and not deciding.STAY_OPEN.search(low):
        return True
    match = deciding.NO_TO_OFFER.search(low)
    return match is not None and not _is_no_refusal(low, match) and not names_meeting(low)


def _is_no_refusal(low: str, match: re.Match[str]) -> bool:
    return bool(
        deciding.NOT_YET.search(low)
        or deciding.NO_REFUSAL.search(low[max(0, match.start() - 50) : match.start()])
        or "?" in low
    )


def _is_hire(sentence: Sentence) -> bool:
    match = deciding.TELLS_OF_HIRE.search(sentence.low)
    if match is None or sentence.is_question or deciding.HIRE_TO_COME.search(sentence.low[: match.end()]):
        return False
    after = match.groupdict().get("after") or ""
    return not (deciding.OF_A_MEETING.match(after) or deciding.MEETING.search(match.group()))
