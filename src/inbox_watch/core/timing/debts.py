"""Something owed: how it comes from an ask or a promise, and how its date moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from inbox_watch.core.opportunity.sides import addresses
from inbox_watch.core.timing.track import Step, Track, days_of, sender_to_answer
from inbox_watch.core.timing.words import say_day, say_days, say_moment, say_sender
from inbox_watch.core.types import ActionKind, Address, Ask, Basis, Closing, Promise

# The day stands where it can't be taken for the time that was asked about.
WANTED = {
    ActionKind.REPLY: "asked you something on {day}",
    ActionKind.SEND_AVAILABILITY: "asked on {day} when you are available",
    ActionKind.CONFIRM: "asked on {day} whether a time suits you",
    ActionKind.SEND_DOCUMENTS: "asked on {day} for documents",
    ActionKind.COMPLETE_ASSESSMENT: "sent you a test or task on {day}",
    ActionKind.ANSWER_OFFER: "made you an offer on {day}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """Something owed: what, to whom, since when and until when, and the words that it rests on."""

    kind: ActionKind
    to: Address | None
    opened: datetime
    due: datetime
    basis: Basis
    message_id: str
    quote: str | None
    reason: str
    rule: str
    arithmetic: str
    about: ActionKind | None = None
    not_after: datetime | None = None
    is_approach: bool = False
    has_stated_due: bool = False


@dataclass(slots=True)
class Ledger:
    """What is open so far.

    `agreed` are the starts that the candidate agreed to, `known` those of all set appointments; `asked_back` is the
    offer to which the candidate answered with a question. `closings` tell what closed what is open no more.
    """

    track: Track
    open: list[Debt] = field(default_factory=list)
    agreed: set[datetime] = field(default_factory=set)
    known: set[datetime] = field(default_factory=set)
    asked_back: Debt | None = None
    closings: list[Closing] = field(default_factory=list)

    def note_closings(self, before: Sequence[Debt], step: Step) -> None:
        """Note what was open before a message and is closed now; a reminder takes the place of what it repeats."""
        now = {(debt.kind, debt.message_id, debt.quote) for debt in self.open}
        renewed = {debt.kind for debt in self.open if debt.message_id == step.id}
        self.closings += [
            Closing(kind=one.kind, quote=one.quote, opened=one.opened, asked=one.message_id, closed_by=step.id)
            for one in before
            if (one.kind, one.message_id, one.quote) not in now and one.kind not in renewed
        ]


def from_ask(track: Track, ask: Ask, step: Step) -> Debt:
    """Return the debt that an ask makes."""
    due, basis, arithmetic = _due(track, ask, step.at)
    opened = step.at
    who = say_sender(step.entry)
    wanted = ("approached you on {day}" if ask.is_approach else WANTED[ask.kind]).format(day=say_day(step.at))
    stated = f"; they named {say_moment(due)}" if basis is Basis.STATED else f"; an answer is best by {say_day(due)}"
    return Debt(
        kind=ask.kind,
        to=sender_to_answer(step),
        opened=opened,
        due=due,
        basis=basis,
        message_id=step.id,
        quote=ask.quote,
        reason=f"{who} {wanted}{stated}.",
        rule=f"owed.{ask.kind}" + (".approach" if ask.is_approach else ""),
        arithmetic=arithmetic,
        not_after=ask.not_after,
        is_approach=ask.is_approach,
        has_stated_due=ask.due is not None,
    )


def _due(track: Track, ask: Ask, at: datetime) -> tuple[datetime, Basis, str]:
    """Return when an ask is due, what that rests on, and the arithmetic in words."""
    if ask.due is not None:
        due = track.calendar.to_local(ask.due)
        basis, words = Basis.STATED, f"they named {say_moment(due)}"
    else:
        name = "approach" if ask.is_approach and ask.kind is ActionKind.REPLY else ask.kind
        due, words = count_on(track, at, days_of(track.timing, name))
        basis = Basis.DEFAULT
    if ask.not_after is not None and ask.not_after < due:
        due = track.calendar.to_local(ask.not_after)
        words += f"; never later than the appointment: {say_moment(due)}"
    return max(due, at), basis, words


def count_on(track: Track, at: datetime, days: int) -> tuple[datetime, str]:
    """Return the end (18:00) of the day that lies so many business days after `at`, and that in words."""
    due = track.calendar.end_of_day(track.calendar.add_business_days(at.date(), days), track.timing.day_end)
    return due, f"{say_day(at)} plus {say_days(days)}: {say_moment(due)}"


def move(track: Track, debt: Debt, promise: Promise, step: Step) -> Debt:
    """Return a debt with the date that the candidate promised; as it is where they named none."""
    if promise.latest is None:
        return debt
    due = max(step.at, track.calendar.to_local(promise.latest))
    words = f"{debt.arithmetic}; on {say_day(step.at)} you wrote “{promise.quote}”: {say_moment(due)}"
    if debt.not_after is not None and debt.not_after < due:
        due = max(step.at, track.calendar.to_local(debt.not_after))
        words += f"; never later than the appointment: {say_moment(due)}"
    reason = f"{debt.reason.rstrip('.').partition(';')[0]}; you said that it comes by {say_day(due)}."
    return replace(debt, due=due, basis=Basis.STATED, arithmetic=words, reason=reason)


def from_promise(track: Track, promise: Promise, step: Step) -> Debt | None:
    """Return the debt that a promise with a day makes; without a day there's none."""
    if promise.latest is None:
        return None
    due = max(step.at, track.calendar.to_local(promise.latest))
    to = next((one for one in addresses(step.entry.message) if one.address not in track.own), None)
    return Debt(
        kind=ActionKind.KEEP_PROMISE,
        to=to,
        opened=step.at,
        due=due,
        basis=Basis.STATED,
        message_id=step.id,
        quote=promise.quote,
        reason=f"You promised it on {say_day(step.at)} for {say_day(due)}.",
        rule="owed.keep_promise",
        arithmetic=f"you named {say_moment(due)}",
        about=promise.about,
    )
