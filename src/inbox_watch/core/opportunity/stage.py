"""How far an opportunity has come: the last signal, with guards.

Only words move a stage. The guards: a program's mail never pulls a stage back; an end is left only by a person's real
signal; a pause ends with the next signal; the candidate's own acts count. What the user says of the stage beats all
mail that was there by then; later mail moves on from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.documents import sorts_sent
from inbox_watch.core.opportunity.ends import after_end, own_words, reopened, turned
from inbox_watch.core.opportunity.sides import Side, moment_of, sides_of
from inbox_watch.core.opportunity.talking import only_sets_time, takes_time, tells_of_first_call
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.reading.stating import names_terms
from inbox_watch.core.types import (
    ENDS,
    ORDERED_STAGES,
    Act,
    ActionKind,
    AppointmentStatus,
    Entry,
    Evidence,
    Reading,
    Said,
    Stage,
    Standing,
    Word,
)

_RANK = {stage: rank for rank, stage in enumerate(ORDERED_STAGES)}
_ARRANGED = {
    "interview": Stage.INTERVIEW,
    "screening": Stage.SCREENING,
    "call": Stage.SCREENING,
    "assessment": Stage.ASSESSMENT,
}
_BEFORE_A_CALL = frozenset({Stage.OUTREACH, Stage.APPLIED})
SURE_OF_AN_END_FROM = 0.9  # where no words of the candidate's own say so: a thank-you must not end an opportunity
SURE_OF_NO_TO_APPROACH_FROM = 0.7  # nothing is under way yet; a thank-you is rare, a polite no is the rule
# A candidate who speaks of an interview or an offer may only hope for one.
_CANDIDATE_MAY_SAY = frozenset({Stage.APPLIED, Stage.ACCEPTED, Stage.WITHDRAWN})


def stage_of(entries: Sequence[Entry], words: Sequence[Word] = ()) -> Standing:
    """Return the stage that the entries (in the order of time) and the user's words lead to."""
    return standings_of(entries, words)[-1]


def standings_of(entries: Sequence[Entry], words: Sequence[Word] = ()) -> tuple[Standing, ...]:
    """Return every stage that the entries (in the order of time) went through, the present one last; never empty.

    Of what the user says of the stage, the last word counts.
    """
    return _course(entries, words)[0]


def held_back(entries: Sequence[Entry], words: Sequence[Word] = ()) -> dict[str, str]:
    """Return, by a mail's key, why the stage that it speaks of is not the one that was reached, for `explain`."""
    return _course(entries, words)[1] if entries else {}


def _course(entries: Sequence[Entry], words: Sequence[Word]) -> tuple[tuple[Standing, ...], dict[str, str]]:
    held: dict[str, str] = {}
    word = next((one for one in reversed(words) if one.kind is Said.STAGE), None)
    found: list[Standing] = []
    has_refused = False
    asked: Entry | None = None
    for entry, side in zip(entries, sides_of(entries), strict=True):
        if word is not None and not word.knew(entry.message):
            found, word = _said(word, found), None
        former = found[-1] if found else None
        signal = _signal(entry, side, found, asked)
        asked = entry if side is not Side.CANDIDATE else None
        if side is Side.CANDIDATE:
            has_refused = has_refused or signal is Stage.WITHDRAWN
        elif signal is Stage.WITHDRAWN and not has_refused and not _tells_of_refusal(entry):
            signal = Stage.REJECTED  # an employer who takes something back has refused the candidate
        reached = turned([one.stage for one in found], entry, side)
        reached = reached or (_next(former, signal, entry, side) if signal else None)
        reached = reached or reopened([one.stage for one in found], signal, entry, side)
        if reached is not None and (former is None or reached is not former.stage):
            found.append(_standing(entry, reached, former))
        elif reached is None and (reason := _why_held(former, signal or entry.reading.signal, entry, side)):
            held[entry.message.key] = reason
    return tuple(_said(word, found) if word else found) or (_fallback(entries),), held


def _why_held(former: Standing | None, signal: Stage | None, entry: Entry, side: Side) -> str | None:
    """Return which guard keeps the stage that a mail speaks of; None where the mail speaks of no other stage."""
    if signal is None or (former is not None and signal is former.stage):
        return None
    if entry.reading.away_until is not None:
        return "an automatic answer moves nothing"
    if side is Side.CANDIDATE or entry.reading.from_candidate:
        return "what you write yourself doesn't make it so"
    if former is None:
        return None
    if signal is Stage.ACCEPTED:
        return "no offer was made before, and it doesn't speak of the job as taken"
    now = former.stage.value.replace("_", " ")
    if former.stage in ENDS:
        return f"it had ended ({now}); only a person's clear proposal opens it again"
    if side is Side.PROGRAM:
        return f"it had come further ({now}), and an automatic mail takes nothing back"
    return f"it had come further ({now})"


def _said(word: Word, found: Sequence[Standing]) -> list[Standing]:
    """Return the stages so far with the one that the user says. An end that they deny never was one."""
    stage = Stage(word.value)
    kept = [one for one in found if stage in ENDS or one.stage not in ENDS]
    before = next((one.stage for one in reversed(kept) if one.stage in _RANK), None)
    pause = before if stage is Stage.ON_HOLD else None
    return [*kept, Standing(stage=stage, since=word.at, evidence=None, before_pause=pause, is_said=True)]


_REFUSAL = re.compile(
    r"\b(?:you(?:'ve| have)?(?: now| also| since)? (?:withdr[ae]wn?|declined|turned (?:it|us|the \w{1,12}) down"
    r"|decided (?:not|to "
    r"withdraw|against)|(?:no longer|do not|don't) (?:wish|want))|your (?:decision to )?(?:withdraw(?:al|ing)?"
    r"|refusal))\b"
)


def _tells_of_refusal(entry: Entry) -> bool:
    """Say whether the other side's mail says that the candidate refused, on the telephone perhaps."""
    return _REFUSAL.search(own_words(entry)) is not None


def _standing(entry: Entry, stage: Stage, former: Standing | None) -> Standing:
    evidence = Evidence(message_id=entry.message.message_id, quote=_quote(entry.reading))
    before = former.stage if former and stage is Stage.ON_HOLD else None
    return Standing(stage=stage, since=moment_of(entry.message), evidence=evidence, before_pause=before)


def _quote(reading: Reading) -> str | None:
    return reading.signal_quote or next((ask.quote for ask in reading.asks), None)


def _fallback(entries: Sequence[Entry]) -> Standing:
    """No message speaks of a stage: the candidate's first message is an application, anything else an approach.

    Unless plain words say what is behind them: "thank you for your application", "for the phone screening".
    """
    first = next((entry for entry in entries if entry.reading.recruiting), entries[0])
    stage = Stage.APPLIED if first.reading.from_candidate else _told_stage(first) or Stage.OUTREACH
    return _standing(first, stage, None)


_TOLD = (
    (
        Stage.INTERVIEW,
        re.compile(
            r"\b(?:thank(?:s| you) for|after|following|enjoyed) (?:the|your|our) (?:[a-z]{2,12} ){0,2}interview\b"
            r"|\b(?:the|your|our) interview (?:[\w.-]{1,20} ){0,8}?(?:will (?:take place|be (?:held|moved|postponed))"
            r"|takes place|has been (?:moved|postponed)|is (?:moved|postponed))\b"
        ),
    ),
    (
        Stage.SCREENING,
        re.compile(
            r"\b(?:thank(?:s| you) for|after|following|enjoyed) (?:the|your"
            r"|our) (?:[a-z]{2,12} ){0,2}(?:screening|call)\b"
        ),
    ),
    (
        Stage.APPLIED,
        re.compile(
            r"\b(?:(?:thank(?:s| you) for|received|regarding|about|concerning|reviewing"
            r"|reviewed) your application|you applied"
            r"|your application (?:as|for|to|at|is|was|has)|application (?:as|for) )\b"
        ),
    ),
)


def _told_stage(entry: Entry) -> Stage | None:
    told = f"{entry.message.subject[:300].lower()} {own_words(entry)}"
    return next((stage for stage, pattern in _TOLD if pattern.search(told)), None)


def _signal(entry: Entry, side: Side, found: Sequence[Standing], asked: Entry | None) -> Stage | None:
    """Return the stage that one message speaks of: what was read, the candidate's acts, or what is arranged in it.

    `asked` is the other side's mail right before it.
    """
    reading = entry.reading
    standing = found[-1] if found else None
    if reading.away_until is not None or (reading.from_candidate and side is Side.PROGRAM):
        return None
    was_offered = any(one.stage is Stage.OFFER for one in found)
    if side is Side.CANDIDATE:
        may_accept = was_offered or _takes_terms(entry, standing, asked)
        own = _own_signal(entry, standing, was_offered=may_accept)
        return _with_bare_yes(own, reading, asked) if was_offered and asked else own
    if reading.signal is Stage.ACCEPTED and not was_offered and Act.TELLS_OF_HIRE not in reading.acts and standing:
        return _implied(reading, standing)  # they agree to a time, not to a contract
    is_outreach = standing is not None and standing.stage is Stage.OUTREACH
    if is_outreach and only_sets_time(reading, entry.message.text):
        return Stage.SCREENING  # in answer to an approach: a first call
    if is_outreach and reading.signal is Stage.OUTREACH and _sets_call(reading):
        return Stage.SCREENING  # still about the approach, but a call is arranged
    if standing is not None and standing.stage in _BEFORE_A_CALL and tells_of_first_call(reading, entry.message.text):
        return Stage.SCREENING
    return reading.signal or _implied(reading, standing)


def _sets_call(reading: Reading) -> bool:
    return any(
        one.status is AppointmentStatus.SET and _ARRANGED.get(one.what) is Stage.SCREENING
        for one in reading.appointments
    )


_OF_THE_OFFER = frozenset({ActionKind.ANSWER_OFFER, ActionKind.SEND_DOCUMENTS})


_ABOUT_OFFER = re.compile(r"\b(?:offer|accept|join\w{0,3}|role|job|position|post|contract|terms|interested|decided)\b")


def _with_bare_yes(own: Stage | None, reading: Reading, asked: Entry) -> Stage | None:
    """Return what a bare yes after an offer makes of the candidate's mail: it takes the offer where `asked` lays it
    before them and asks nothing else to which the yes may be, and takes none where it asks something else.
    """
    is_bare = Act.SAYS_BARE_YES in reading.acts and own in {None, Stage.ACCEPTED, Stage.APPLIED}
    if not is_bare or reading.acts & _SETTLES:
        return own
    others = [ask for ask in asked.reading.asks if ask.kind not in _OF_THE_OFFER]
    if not others and not asked.reading.appointments:
        is_asked = any(ask.kind is ActionKind.ANSWER_OFFER for ask in asked.reading.asks)
        return Stage.ACCEPTED if is_asked else own
    return own if all(_ABOUT_OFFER.search(ask.quote.lower()) for ask in others) else None


_SAYS_YES = frozenset({Act.SAYS_YES, Act.SAYS_BARE_YES})
_TO_MEET = frozenset({ActionKind.CONFIRM, ActionKind.SEND_AVAILABILITY, ActionKind.COMPLETE_ASSESSMENT})
_SURE_OF_YES_FROM = 0.8


def _takes_terms(entry: Entry, standing: Standing | None, asked: Entry | None) -> bool:
    """Say whether the candidate plainly takes what was offered in words that nobody heard as an offer.

    After the beginning, they say yes, and what came last proposes neither a meeting nor a test: the model hears the job
    taken, or terms came last ("£13 an hour, start on the 20th?"). A bare yes needs both.
    """
    reading = entry.reading
    is_early = standing is None or standing.stage in _BEFORE_A_CALL or standing.stage in ENDS
    if is_early or asked is None or not reading.acts & _SAYS_YES or reading.acts & _NOT_YET:
        return False
    if asked.reading.appointments or any(ask.kind in _TO_MEET for ask in asked.reading.asks):
        return False
    is_sure = reading.signal is Stage.ACCEPTED and reading.signal_score >= _SURE_OF_YES_FROM
    has_terms = names_terms(split_sentences(own_words(asked)))
    if Act.SAYS_YES in reading.acts:
        return is_sure or (has_terms and standing is not None and standing.stage is Stage.INTERVIEW)
    return is_sure and has_terms


def _own_signal(entry: Entry, standing: Standing | None, *, was_offered: bool) -> Stage | None:
    reading = entry.reading
    at_outreach = standing is not None and standing.stage is Stage.OUTREACH
    if decided := _decided(reading.acts, was_offered=was_offered):
        return decided
    if at_outreach and Act.DECLINES_APPROACH in reading.acts and not reading.acts & _SHOWS_INTEREST:
        return Stage.WITHDRAWN
    sure_from = SURE_OF_NO_TO_APPROACH_FROM if at_outreach and not reading.acts & _ANSWERS else SURE_OF_AN_END_FROM
    if reading.signal is Stage.WITHDRAWN and (reading.signal_score < sure_from or reading.acts & _GOES_ON):
        return None
    if reading.signal is Stage.ACCEPTED and (not was_offered or reading.acts & _NOT_YET):
        return None  # an invitation was accepted, no offer
    if was_offered and reading.signal in ENDS and Act.ASKS_BACK in reading.acts:
        return None  # a question about the offer answers it neither way
    is_applying = reading.signal is Stage.APPLIED
    if reading.signal in _CANDIDATE_MAY_SAY and reading.from_candidate and not (is_applying and at_outreach):
        return reading.signal
    if (at_outreach or standing is None) and takes_time(reading, entry.message.text):
        return Stage.SCREENING
    return Stage.APPLIED if at_outreach and _sends_application(entry) else None


# Who moves a meeting, offers times or asks for a moment goes on, whatever the model hears in the apology.
_GOES_ON = frozenset({Act.RESCHEDULES, Act.SENDS_TIMES, Act.CONFIRMS, Act.DELAYS})
_NOT_YET = frozenset({Act.RESCHEDULES, Act.DELAYS})
_SETTLES = _NOT_YET | {Act.ACCEPTS_OFFER, Act.SAYS_YES, Act.WITHDRAWS, Act.DECLINES_OFFER, Act.SAYS_NO}
_SHOWS_INTEREST = frozenset({Act.SENDS_DOCUMENTS, Act.SENDS_TIMES, Act.CONFIRMS, Act.ASKS_BACK})
_ANSWERS = _SHOWS_INTEREST | {Act.ONLY_THANKS}


def _decided(acts: frozenset[Act], *, was_offered: bool) -> Stage | None:
    """Return the end that the candidate's acts bring; a yes or no that names no job counts after an offer only."""
    if Act.ACCEPTS_OFFER in acts:
        return Stage.ACCEPTED
    if acts & {Act.WITHDRAWS, Act.DECLINES_OFFER} or (was_offered and Act.SAYS_NO in acts):
        return Stage.WITHDRAWN
    return Stage.ACCEPTED if was_offered and Act.SAYS_YES in acts else None


def _sends_application(entry: Entry) -> bool:
    """Say whether the candidate answers an approach with a CV: neither interest nor references are an application."""
    if Act.SENDS_DOCUMENTS not in entry.reading.acts or not entry.reading.from_candidate:
        return False
    sorts = sorts_sent(entry.message)
    return not sorts or bool(sorts & {"cv", "letter"})


def _implied(reading: Reading, standing: Standing | None) -> Stage | None:
    """A mail that names no stage may still bring one: a set call, a test, an offer to answer. Forward only."""
    kinds = {ask.kind for ask in reading.asks}
    implied = [
        _ARRANGED[one.what]
        for one in reading.appointments
        if one.status is AppointmentStatus.SET and one.what in _ARRANGED
    ]
    implied += [Stage.ASSESSMENT] if ActionKind.COMPLETE_ASSESSMENT in kinds else []
    implied += [Stage.OFFER] if ActionKind.ANSWER_OFFER in kinds else []
    best = max(implied, key=_RANK.__getitem__, default=None)
    if best is None or standing is None:
        return best
    return best if standing.stage in _RANK and _RANK[best] > _RANK[standing.stage] else None


def _next(standing: Standing | None, signal: Stage, entry: Entry, side: Side) -> Stage | None:
    """Return the stage after `signal`, or None where a guard holds it back."""
    reading = entry.reading
    if standing is None:
        return signal
    now = standing.stage
    if now in ENDS:
        return after_end(now, signal, entry, side)
    if signal not in _RANK:
        return signal
    if now is Stage.ON_HOLD:
        return _after_pause(standing.before_pause, signal, side)
    return signal if _RANK[signal] >= _RANK[now] or _may_go_back(now, signal, reading, side) else None


def _may_go_back(now: Stage, signal: Stage, reading: Reading, side: Side) -> bool:
    """An earlier stage counts from a person only, never back to the beginning, and never out of an offer's paperwork.

    A test is a step of its own, whoever sends it; a first call after an interview is not.
    """
    if signal in (Stage.OUTREACH, Stage.APPLIED) or side is Side.CANDIDATE:
        return False
    if now is Stage.OFFER:
        return signal is Stage.INTERVIEW and side is Side.PERSON
    if now is Stage.INTERVIEW and signal is Stage.ASSESSMENT:
        return side is Side.PERSON or any(ask.kind is ActionKind.COMPLETE_ASSESSMENT for ask in reading.asks)
    return now is Stage.ASSESSMENT and signal is Stage.SCREENING and side is Side.PERSON


def _after_pause(before: Stage | None, signal: Stage, side: Side) -> Stage | None:
    """A later signal wakes a pause; it goes on where it stood, or further."""
    rank = _RANK.get(before, 0) if before else 0
    if side is Side.CANDIDATE or (side is Side.PROGRAM and _RANK[signal] < rank):
        return None
    return signal if _RANK[signal] >= rank or before is None else before
