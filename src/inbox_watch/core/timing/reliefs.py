"""What the other side lets the candidate off: an open debt that they take back, or for which they give more time."""

from __future__ import annotations

from dataclasses import replace

from inbox_watch.core.documents import sorts_in
from inbox_watch.core.opportunity.sides import Side
from inbox_watch.core.timing.debts import Debt, Ledger
from inbox_watch.core.timing.track import Step
from inbox_watch.core.timing.words import say_day, say_moment, say_sender
from inbox_watch.core.types import Act, ActionKind, Basis, Relief

# What can wait: a confirmation is bound to its appointment.
_CAN_WAIT = frozenset(ActionKind) - {ActionKind.CONFIRM}

# What can be given later by a bare yes.
_GIVEN = frozenset({ActionKind.COMPLETE_ASSESSMENT, ActionKind.SEND_DOCUMENTS, ActionKind.ANSWER_OFFER})
_OF_A_MEETING = frozenset({Act.RESCHEDULES, Act.CANCELS, Act.SENDS_TIMES, Act.CONFIRMS})


def relieve(ledger: Ledger, step: Step) -> None:
    """Close what a mail of theirs takes back, and move what it gives more time for. What isn't open stays as it is."""
    for relief in step.reading.reliefs:
        meant = _meant(ledger, relief, step)
        if relief.until is None:
            ledger.open = [debt for debt in ledger.open if id(debt) not in meant]
        else:
            ledger.open = [_moved(ledger, debt, relief, step) if id(debt) in meant else debt for debt in ledger.open]


def _meant(ledger: Ledger, relief: Relief, step: Step) -> set[int]:
    """Return the open debts that a relief is about, by identity."""
    if relief.kind is not None:
        return {id(debt) for debt in ledger.open if _is_of_kind(debt, relief)}
    if relief.until is None:
        return _of_last_mail(ledger, step)
    if relief.is_consent and not _was_asked_for(ledger, step):
        return set()
    waiting = [debt for debt in ledger.open if debt.kind in (_GIVEN if relief.is_consent else _CAN_WAIT)]
    stated = [debt for debt in waiting if debt.has_stated_due]
    chosen = waiting if len(waiting) == 1 else stated if len(stated) == 1 else []
    return {id(debt) for debt in chosen}


def _was_asked_for(ledger: Ledger, step: Step) -> bool:
    """Say whether the candidate's last message before theirs asked something that is no other time to meet."""
    earlier = [one for one in ledger.track.steps if one.at < step.at]
    if not earlier or earlier[-1].side is not Side.CANDIDATE:
        return False
    acts = earlier[-1].reading.acts
    return bool(acts & {Act.ASKS_BACK, Act.DELAYS}) and not acts & _OF_A_MEETING


def _of_last_mail(ledger: Ledger, step: Step) -> set[int]:
    """ "My last mail" is the last one of this sender's that asked something; nobody takes back what others asked."""
    sender = step.entry.message.sender
    asked = [debt for debt in ledger.open if debt.kind is not ActionKind.KEEP_PROMISE]
    own = {
        other.id
        for other in ledger.track.steps
        if other.at < step.at and other.entry.message.sender and sender
        if other.entry.message.sender.address == sender.address
    }
    last = next((debt.message_id for debt in reversed(asked) if debt.message_id in own), None)
    return {id(debt) for debt in asked if debt.message_id == last}


def _is_of_kind(debt: Debt, relief: Relief) -> bool:
    if relief.kind not in (debt.kind, debt.about):
        return False
    if relief.kind is not ActionKind.SEND_DOCUMENTS:
        return relief.until is None or debt.kind in _CAN_WAIT
    named, asked = sorts_in(relief.quote), sorts_in(debt.quote or "")
    return not named or not asked or bool(named & asked)


def _moved(ledger: Ledger, debt: Debt, relief: Relief, step: Step) -> Debt:
    """Return a debt with the later day that they allow; a day of ours gives way to theirs, whichever is later."""
    assert relief.until is not None
    until = ledger.track.calendar.to_local(relief.until)
    if until < step.at or (debt.basis is Basis.STATED and until < debt.due):
        return debt
    words = f"{debt.arithmetic}; on {say_day(step.at)} they wrote “{relief.quote}”: {say_moment(until)}"
    reason = f"{debt.reason.rstrip('.').partition(';')[0]}; {say_sender(step.entry)} gives you until {say_day(until)}."
    return replace(debt, due=until, basis=Basis.STATED, arithmetic=words, reason=reason, has_stated_due=True)
