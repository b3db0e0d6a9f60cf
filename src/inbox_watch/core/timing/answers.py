"""What the candidate's messages do to what is open: they close it, put it off, or promise something new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.documents import carries_documents, own_lines, sorts_in, sorts_sent
from inbox_watch.core.timing.debts import Debt, Ledger, from_promise, move
from inbox_watch.core.timing.track import Step, accepts_invitation, answers_something
from inbox_watch.core.types import Act, ActionKind, Promise, Reading
from inbox_watch.core.when.words import word_set

# A hostile sender may ask a thousand things; nobody works through more than these for one role.
MOST_OPEN = 100

_CLOSING_ACTS = {
    ActionKind.SEND_AVAILABILITY: frozenset({Act.SENDS_TIMES, Act.NAMES_TIMES, Act.BOOKS, Act.CONFIRMS}),
    ActionKind.SEND_DOCUMENTS: frozenset({Act.SENDS_DOCUMENTS, Act.DELIVERS}),
    ActionKind.COMPLETE_ASSESSMENT: frozenset({Act.SENDS_ASSESSMENT, Act.DELIVERS}),
    ActionKind.ANSWER_OFFER: frozenset({Act.ACCEPTS_OFFER, Act.DECLINES_OFFER, Act.WITHDRAWS, Act.ASKS_BACK}),
}


def accept(ledger: Ledger) -> None:
    """Close what an answer to an invitation answers."""
    answered = (ActionKind.CONFIRM, ActionKind.SEND_AVAILABILITY)
    ledger.open = [debt for debt in ledger.open if debt.kind not in answered]


def close_done(ledger: Ledger, step: Step) -> None:
    """Close what the candidate did elsewhere, as they say: all that was open of these kinds."""
    if ActionKind.CONFIRM in step.done:
        _note_agreement(ledger, step)
    ledger.open = [debt for debt in ledger.open if debt.kind not in step.done]


def hear_candidate(ledger: Ledger, step: Step) -> None:
    """Close what this message answers, move what it puts off, and open what it promises anew."""
    if accepts_invitation(step):
        accept(ledger)
    if not ledger.track.is_to_them(step):
        return
    is_asked = any(debt.kind is ActionKind.CONFIRM for debt in ledger.open)
    if Act.CONFIRMS in step.reading.acts or (is_asked and _answers_without_a_no(step)):
        _note_agreement(ledger, step)
    ledger.open = [debt for debt in ledger.open if not _answered_below(debt, step)]
    moved, promised = _sort_promises(ledger, step)
    kept: list[Debt] = []
    for debt in ledger.open:
        if id(debt) in moved:
            kept.append(move(ledger.track, debt, moved[id(debt)], step))
        elif not _is_closed_by_candidate(ledger, debt, step):
            kept.append(debt)
        elif debt.kind is ActionKind.ANSWER_OFFER and Act.ASKS_BACK in step.reading.acts:
            ledger.asked_back = debt
    room = max(0, MOST_OPEN - len(kept))
    new = (from_promise(ledger.track, promise, step) for promise in promised[:room])
    ledger.open = [*kept, *(debt for debt in new if debt is not None)]


def _answers_without_a_no(step: Step) -> bool:
    """Say whether an answer stands against nothing ("Ok can."): an invitation for the very time that was asked about
    then wants no second yes.
    """
    if step.reading.acts & _AGAINST or step.reading.promises or not answers_something(step.reading):
        return False
    return _A_NO.search(own_lines(step.entry.message).lower().replace("\u2019", "'")) is None


_A_NO = re.compile(
    r"\b(?:not|\w{1,8}n't|cannot|unable|unfortunately|sorry|afraid|busy|away|no(?! (?:problem|worries|bother)))\b"
)
_AGAINST = frozenset(
    {Act.ASKS_BACK, Act.REQUESTS_UPDATE, Act.SENDS_TIMES, Act.RESCHEDULES, Act.CANCELS, Act.DELAYS, Act.WITHDRAWS}
    | {Act.SAYS_NO, Act.DECLINES_APPROACH, Act.DECLINES_OFFER}
)


def _note_agreement(ledger: Ledger, step: Step) -> None:
    named = {one.start for one in step.reading.appointments}
    asked = {debt.not_after for debt in ledger.open if debt.kind is ActionKind.CONFIRM and debt.not_after}
    ledger.agreed |= named or asked


def _sort_promises(ledger: Ledger, step: Step) -> tuple[dict[int, Promise], list[Promise]]:
    """Return which open debts the message puts off (by identity), and the promises that stand alone."""
    moved: dict[int, Promise] = {}
    own: list[Promise] = []
    for promise in step.reading.promises:
        if promise.by != "candidate":
            continue
        targets = _put_off(ledger, promise, step)
        moved.update((id(debt), promise) for debt in targets)
        if not targets:
            own.append(promise)
    return moved, own


def _put_off(ledger: Ledger, promise: Promise, step: Step) -> list[Debt]:
    """Return the open debts whose date this promise moves: those of its kind, else (with "later") the latest."""
    acts = step.reading.acts
    named = [debt for debt in ledger.open if debt.kind is not promise.about and _is_named_in(debt, promise)]
    if named:
        return [debt for debt in named if not acts & _CLOSING_ACTS[debt.kind]]
    if promise.about is None:
        latest = ledger.open[-1:] if Act.DELAYS in acts or _OF_THAT.search(promise.quote.lower()) else []
        return [debt for debt in latest if not acts & _CLOSING_ACTS.get(debt.kind, frozenset())]
    same = [debt for debt in ledger.open if promise.about in (debt.kind, debt.about)] or _questions(
        ledger, promise, acts
    )
    if promise.about is ActionKind.SEND_DOCUMENTS and _sends_documents(step):
        return _documents_to_come(same, promise)
    if promise.about is ActionKind.SEND_DOCUMENTS:
        return [debt for debt in same if _may_be_of(debt, promise)]
    closing = _CLOSING_ACTS.get(promise.about, frozenset())
    if "?" in promise.quote and own_lines(step.entry.message).count("?") == 1:
        # "Could I give you my decision on Monday?" asks for time, and is no counter-question.
        closing -= {Act.ASKS_BACK}
    return [] if acts & closing else same


def _is_named_in(debt: Debt, promise: Promise) -> bool:
    """ "The sets I will submit on Thursday" is of the ask to submit six sets, whatever else is open."""
    is_thing = debt.kind in (ActionKind.SEND_DOCUMENTS, ActionKind.COMPLETE_ASSESSMENT)
    return is_thing and len(_stems(promise.quote) & _stems(debt.quote or "")) > 1


# "I can't send it before Friday": what "it" is was asked for before.
_OF_THAT = re.compile(
    r"\b(?:send|forward|e-?mail|submit|return|upload|provide|deliver|do|have|get|take|complete|finish|give"
    r"|sign)\b[^.;?!]{0,20}?"
    r" (?:it|them|those|these|both|everything)\b"
)
_ANSWERED = (ActionKind.REPLY, ActionKind.ANSWER_OFFER, ActionKind.CONFIRM)


def _questions(ledger: Ledger, promise: Promise, acts: frozenset[Act]) -> list[Debt]:
    """ "I'll give you my answer on Monday" is of the question that is open, whatever its kind."""
    if promise.about not in _ANSWERED:
        return []
    by_kind = ([debt for debt in ledger.open if debt.kind is kind] for kind in _ANSWERED)
    answered = next((found for found in by_kind if found), [])
    if answered or promise.about is not ActionKind.REPLY or _CLOSING_ACTS[ActionKind.SEND_AVAILABILITY] & acts:
        return answered
    return [debt for debt in ledger.open if debt.kind is ActionKind.SEND_AVAILABILITY]


def _may_be_of(debt: Debt, promise: Promise) -> bool:
    """Say whether a promise of documents may be of those asked for: "a referee by Friday" puts off no certificates."""
    promised, asked = sorts_in(promise.quote), sorts_in(debt.quote or "")
    return not promised or not asked or bool(promised & asked)


def _documents_to_come(same: Sequence[Debt], promise: Promise) -> list[Debt]:
    """Some documents come now, others later: return the asks for those that come later."""
    later = sorts_in(promise.quote)
    fitting = [debt for debt in same if later & sorts_in(debt.quote or "")]
    return fitting or ([] if len(same) > 1 else list(same))


def _sends_documents(step: Step) -> bool:
    return Act.SENDS_DOCUMENTS in step.reading.acts or carries_documents(step.entry.message)


def _gives(debt: Debt, step: Step) -> bool:
    """Say whether a message gives what was asked for: documents, "it", or references in its own text."""
    acts = step.reading.acts
    if _sends_documents(step) or Act.DELIVERS in acts:
        return True
    if Act.NAMES_PEOPLE in acts and "references" in sorts_in(debt.quote or ""):
        return True
    return Act.DELAYS not in acts and not sorts_in(debt.quote or "") and _says_it(debt, step)


def _says_it(debt: Debt, step: Step) -> bool:
    """Say whether the text itself gives a thing that is no paper ("The title is …", where a title was asked for)."""
    asked = frozenset(re.findall(r"[a-z]{4,20}", (debt.quote or "").lower())) - _EMPTY_WORDS
    told = (match["what"] for match in _TOLD.finditer(own_lines(step.entry.message).lower()))
    return any(what in asked for what in told)


# Not "the title is to follow", and no question.
_TOLD = re.compile(
    r"\b(?P<what>[a-z]{4,20})(?: ?: ?| (?:is|are|would be|will be) )(?!not\b|n't|still|yet|to (?:follow|come)|coming"
    r"|following|open|in progress|on (?:its|the) way|fine|ok\b|clear|i'll\b|i will\b|attached\b)"
    r"[^\s?][^?\n]{2,400}(?:\n|$)"
)


def _is_closed_by_candidate(ledger: Ledger, debt: Debt, step: Step) -> bool:
    reading = step.reading
    if debt.kind in (ActionKind.REPLY, ActionKind.CONFIRM):
        return answers_something(reading) or _puts_off_something_else(reading.promises, reading.acts, debt)
    if debt.kind is ActionKind.SEND_DOCUMENTS:
        return _gives(debt, step) and _covers(ledger, debt, step)
    if debt.kind is ActionKind.KEEP_PROMISE:
        return _keeps(debt, step)
    if debt.kind is ActionKind.SEND_AVAILABILITY and reading.appointments:
        return not reading.acts & {Act.ONLY_THANKS, Act.CANCELS}
    return bool(reading.acts & _CLOSING_ACTS.get(debt.kind, frozenset()))


def _answered_below(debt: Debt, step: Step) -> bool:
    """Say whether a question stands quoted in the message with its answer right below, whatever else is put off."""
    if debt.kind not in (ActionKind.REPLY, ActionKind.CONFIRM) or not debt.quote:
        return False
    asked = " ".join(debt.quote.lower().replace("\u2019", "'").split())
    return any(asked in quoted for quoted in step.reading.answered)


def _puts_off_something_else(promises: Sequence[Promise], acts: frozenset[Act], debt: Debt) -> bool:
    """A mail that says "I'll send the CV tomorrow" is an answer to the question beside it; "later" alone is none."""
    if Act.DELAYS not in acts or Act.ONLY_THANKS in acts:
        return False
    return any(one.about not in (None, debt.kind) for one in promises if one.by == "candidate")


def _covers(ledger: Ledger, debt: Debt, step: Step) -> bool:
    """Say whether the documents sent are those asked for. In doubt they are, unless another open ask fits better."""
    asked = sorts_in(debt.quote or "")
    others = [one for one in ledger.open if one.kind is ActionKind.SEND_DOCUMENTS and one is not debt]
    if not others or not asked:
        return True
    sent = sorts_sent(step.entry.message)
    all_asked = asked.union(*(sorts_in(one.quote or "") for one in others))
    return bool(asked & sent) or not all_asked & sent


def _keeps(debt: Debt, step: Step) -> bool:
    """Say whether a later message delivers what was promised: by its act where that is clear, else by any words."""
    if debt.about is ActionKind.SEND_DOCUMENTS:
        return _gives(debt, step)
    closing = _CLOSING_ACTS.get(debt.about) if debt.about else None
    if closing:
        return bool(step.reading.acts & closing)
    return answers_something(step.reading) and (not _only_asks(step.reading) or _speaks_of(step, debt))


def _only_asks(reading: Reading) -> bool:
    """Say whether a message asks something and does nothing else: that delivers nothing."""
    return bool(reading.acts & _ASKING) and not reading.acts - _ASKING - {Act.THANKS}


_ASKING = frozenset({Act.ASKS_BACK, Act.REQUESTS_UPDATE})


def _speaks_of(step: Step, debt: Debt) -> bool:
    """Say whether a message carries something, or names in its statements what was promised."""
    if carries_documents(step.entry.message):
        return True
    promised = _stems(debt.quote or "")
    told = re.sub(r"[^.!?\n]{0,400}\?", " ", own_lines(step.entry.message))
    return len(promised & _stems(told)) >= min(2, len(promised))


def _stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words of a text, the words of promising and of time apart."""
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{4,30}", text.lower()) if word not in _EMPTY_WORDS)


_EMPTY_WORDS = word_set(
    "will shall send give have your with them they that this then also just from about soon later next week today "
    "tomorrow tonight morning afternoon evening monday tuesday wednesday thursday friday saturday sunday latest"
)
