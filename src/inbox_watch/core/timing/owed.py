"""What the candidate owes: each unmet ask and promise, opened, moved and closed message by message.

The rules are the contract's section 2. A ledger of open debts goes through the messages in the order of time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from inbox_watch.core.documents import sorts_in
from inbox_watch.core.opportunity.appointments import calls_off
from inbox_watch.core.opportunity.sides import Side, went_to_many
from inbox_watch.core.timing.answers import MOST_OPEN, accept, close_done, hear_candidate
from inbox_watch.core.timing.debts import WANTED, Debt, Ledger, count_on, from_ask
from inbox_watch.core.timing.reliefs import relieve
from inbox_watch.core.timing.track import Step, Track, accepts_invitation, end_said, ends_of
from inbox_watch.core.timing.words import say_day, say_sender
from inbox_watch.core.types import ENDS, Act, ActionKind, AppointmentStatus, Ask, Basis, Closing, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What is open, in the order in which it was opened, and what was, with what closed it.

    `unanswered` are the starts of proposed times and invitations that the candidate never answered: nothing says that
    these were held.
    """

    debts: tuple[Debt, ...]
    closings: tuple[Closing, ...]
    unanswered: frozenset[datetime]


def owed(track: Track) -> Owed:
    """Return what is owed at `track.now`, but for what follows an interview."""
    ledger = _ledger(track)
    open_ = () if track.stage in ENDS else tuple(debt for debt in ledger.open if not _is_moot(track, debt))
    return Owed(
        debts=tuple(debt for debt in open_ if not _is_out_of_date(track, debt)),
        closings=tuple(ledger.closings),
        unanswered=frozenset(one.not_after for one in open_ if one.kind is ActionKind.CONFIRM and one.not_after),
    )


def _ledger(track: Track) -> Ledger:
    ledger = Ledger(track)
    ends, said_end = ends_of(track), end_said(track)
    for step in track.steps:
        before = tuple(ledger.open)
        if (step.id in ends and not step.done) or (said_end is not None and said_end < step.at):
            ledger.open.clear()
        if said_end is not None and said_end < step.at:
            said_end = None
        if step.done:
            close_done(ledger, step)
        elif step.side is Side.CANDIDATE:
            _close_held(ledger, step)
            hear_candidate(ledger, step)
        elif accepts_invitation(step):
            accept(ledger)
        elif not step.reading.from_candidate:
            _hear_them(ledger, step)
        if before and not step.done:
            ledger.note_closings(before, step)
    return ledger


def _is_moot(track: Track, debt: Debt) -> bool:
    """A pause ends what was asked before it; an appointment that took place needs no confirmation any more."""
    since = track.opportunity.stage_since
    if track.stage is Stage.ON_HOLD and since is not None and debt.opened <= since:
        return True
    if debt.kind is not ActionKind.CONFIRM or debt.not_after is None:
        return False
    is_held = any(one.start == debt.not_after for one in track.held())
    told = (step for step in track.steps if is_held or step.at > debt.not_after)
    return debt.not_after <= track.now and any(_tells_that_it_stands(step, debt, debt.not_after) for step in told)


def _is_out_of_date(track: Track, debt: Debt) -> bool:
    """A time that has passed can be confirmed no more: who never answered has as long to write after it as before it.

    After that, the other side has the move, as after any silence.
    """
    if debt.kind is not ActionKind.CONFIRM or debt.not_after is None:
        return False
    last = track.calendar.add_business_days(track.calendar.to_local(debt.not_after).date(), track.timing.confirm)
    return track.now > track.calendar.end_of_day(last, track.timing.day_end)


def _close_held(ledger: Ledger, step: Step) -> None:
    """Whoever writes that the two sides have met tells that the time proposed for it was kept."""
    if Act.HAS_MET in step.reading.acts:
        ledger.open = [debt for debt in ledger.open if not _is_confirm_of_past(debt, step)]


def _is_confirm_of_past(debt: Debt, step: Step) -> bool:
    return debt.kind is ActionKind.CONFIRM and debt.not_after is not None and debt.not_after < step.at


def _tells_that_it_stands(step: Step, debt: Debt, start: datetime) -> bool:
    """Say whether a person takes an appointment as agreed, or writes after it as if it had taken place."""
    reading = step.reading
    if step.side is not Side.PERSON or step.at <= debt.opened or reading.acts & {Act.CANCELS, Act.RESCHEDULES}:
        return False
    if any(ask.kind is ActionKind.CONFIRM for ask in reading.asks):
        return False
    names_it = any(one.start == start and one.status is AppointmentStatus.SET for one in reading.appointments)
    return step.at > start or names_it or (Act.BOOKS in reading.acts and not reading.appointments)


def _hear_them(ledger: Ledger, step: Step) -> None:
    reading = step.reading
    _close_held(ledger, step)
    ledger.open = [debt for debt in ledger.open if not _is_closed_by_them(ledger, debt, step)]
    if step.side is Side.PERSON:
        relieve(ledger, step)
    if not went_to_many(reading):
        for ask in reading.asks:
            if _counts(ledger, ask, step):
                _open_ask(ledger, ask, step)
    _return_offer(ledger, step)
    ledger.known.update(one.start for one in reading.appointments if one.status is AppointmentStatus.SET)


def _counts(ledger: Ledger, ask: Ask, step: Step) -> bool:
    """Say whether an ask wants something: an automatic answer asks nothing, and some mails want no reply."""
    reading = step.reading
    if reading.away_until is not None and step.side is Side.PROGRAM:
        return False
    if ask.kind is ActionKind.REPLY:
        return Act.NEEDS_NO_REPLY not in reading.acts and (step.side is Side.PERSON or ask.is_approach)
    if ask.kind is ActionKind.CONFIRM:
        return Act.NEEDS_NO_REPLY not in reading.acts and ask.not_after not in ledger.agreed
    return ask.kind in WANTED


def _is_closed_by_them(ledger: Ledger, debt: Debt, step: Step) -> bool:
    acts, kinds = step.reading.acts, {ask.kind for ask in step.reading.asks}
    if debt.kind is ActionKind.SEND_DOCUMENTS:
        return Act.HAS_DOCUMENTS in acts
    if debt.kind is ActionKind.COMPLETE_ASSESSMENT:
        return Act.HAS_ASSESSMENT in acts
    if debt.kind is ActionKind.SEND_AVAILABILITY:
        return Act.BOOKS in acts or ActionKind.CONFIRM in kinds or _sets_new_time(ledger, step)
    if debt.kind is ActionKind.CONFIRM:
        is_new = any(one.start != debt.not_after for one in step.reading.appointments)
        return calls_off(step.reading, is_new=is_new) or _cancels(step, debt.not_after)
    return False


def _sets_new_time(ledger: Ledger, step: Step) -> bool:
    return any(
        one.status is AppointmentStatus.SET and one.start > step.at and one.start not in ledger.known
        for one in step.reading.appointments
    )


def _cancels(step: Step, start: datetime | None) -> bool:
    cancelled = [one.start for one in step.reading.appointments if one.status is AppointmentStatus.CANCELLED]
    return bool(cancelled) and (start is None or start in cancelled)


def _open_ask(ledger: Ledger, ask: Ask, step: Step) -> None:
    """Open a debt. A reminder of what is open moves its date at most; what was promised keeps the promised day."""
    debt = from_ask(ledger.track, ask, step)
    promised = [one for one in ledger.open if one.kind is ActionKind.KEEP_PROMISE and one.about is ask.kind]
    if promised and not debt.has_stated_due:
        debt = replace(debt, due=max(debt.opened, promised[-1].due), basis=Basis.STATED)
    ledger.open = [one for one in ledger.open if one not in promised]
    for place, former in enumerate(ledger.open):
        if former.message_id == debt.message_id:
            if (former.kind, former.quote) == (debt.kind, debt.quote):
                return
        elif _is_same_ask(former, debt):
            is_new = debt.has_stated_due or former.kind is ActionKind.CONFIRM or _is_on_paper(debt, step)
            ledger.open[place] = debt if is_new else former
            return
    if len(ledger.open) < MOST_OPEN:
        ledger.open.append(debt)


def _is_on_paper(debt: Debt, step: Step) -> bool:
    """Say whether a mail brings the offer in writing, from which its days count anew; a question only reminds of it."""
    quote = (debt.quote or "").lower()
    if debt.kind is not ActionKind.ANSWER_OFFER or step.reading.signal is not Stage.OFFER or "?" in quote:
        return False
    return _PAPER.search(quote) is not None


_PAPER = re.compile(
    r"\b(?:attach(?:ed|ing)|enclos(?:ed|ing)|in writing|written|on paper|formal(?:ly)?|contract|(?:offer|appointment)"
    r" letter|letter of (?:offer|appointment)|as (?:promised|discussed|agreed))\b"
)


def _is_same_ask(former: Debt, debt: Debt) -> bool:
    """Say whether a later mail asks for the same thing again. Two questions are two, unless they are the same words."""
    if former.kind is not debt.kind:
        return False
    if debt.kind is ActionKind.REPLY:
        return former.is_approach or former.quote == debt.quote
    if debt.kind is ActionKind.CONFIRM:
        return former.not_after == debt.not_after
    if debt.kind is ActionKind.SEND_DOCUMENTS:
        before, after = sorts_in(former.quote or ""), sorts_in(debt.quote or "")
        return not before or not after or bool(before & after)
    return True


def _return_offer(ledger: Ledger, step: Step) -> None:
    """The answer to the candidate's counter-question lays the offer before them again."""
    debt = ledger.asked_back
    if debt is None or step.side is not Side.PERSON or ledger.track.stage is not Stage.OFFER:
        return
    if any(one.kind is ActionKind.ANSWER_OFFER for one in ledger.open):
        ledger.asked_back = None
        return
    if step.reading.acts & {Act.HOLDS, Act.ONLY_THANKS} or any(one.is_decision for one in step.reading.promises):
        return
    due, words = count_on(ledger.track, step.at, ledger.track.timing.answer_offer)
    if debt.has_stated_due and debt.due > step.at:
        due, words = debt.due, debt.arithmetic
    reason = f"{say_sender(step.entry)} answered your question on {say_day(step.at)}; the offer is open."
    ledger.open.append(replace(debt, opened=step.at, due=due, reason=reason, arithmetic=words))
    ledger.asked_back = None
