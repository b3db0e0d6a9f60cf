"""What is owed once an interview has ended: a thank-you to the hiring side, a debrief to the agency's recruiter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from inbox_watch.core.opportunity.sides import Side, addresses, is_reachable, organisation_of
from inbox_watch.core.timing.debts import Debt
from inbox_watch.core.timing.track import Step, Track
from inbox_watch.core.timing.words import say_day, say_list, say_moment
from inbox_watch.core.types import (
    ENDS,
    ActionKind,
    Address,
    Appointment,
    Basis,
    Contact,
    Said,
    SenderKind,
    Stage,
)

# Nobody has more interviews for one role; a hostile mail may hold hundreds.
MOST_INTERVIEWS = 20
MOST_NAMED = 6  # people of one interview


def owed_after_events(track: Track, unanswered: Collection[datetime] = ()) -> tuple[Debt, ...]:
    """Return the thank-you and the debrief that are open. Of several interviews with one person, the last counts.

    `unanswered` are the starts of invitations that the candidate never answered: nothing says that these were held.
    """
    if track.stage in ENDS or track.stage is Stage.ON_HOLD:
        return ()
    found: dict[tuple[ActionKind, str], Debt] = {}
    held = [one for one in track.held() if one.start not in unanswered and _is_interview(track, one)]
    for appointment in held[-MOST_INTERVIEWS:]:
        for debt in (_thank_you(track, appointment), _debrief(track, appointment)):
            if debt is not None and debt.to is not None:
                found[debt.kind, debt.to.address] = debt
    return tuple(found.values())


def _is_interview(track: Track, appointment: Appointment) -> bool:
    """Say whether the hiring side was met: a call with the agency's own people that nobody calls interview is none."""
    if appointment.what != "interview" or _is_with_recruiter(track, appointment):
        return False
    people = [one.address for one in appointment.with_ if one.address not in track.own]
    if "interview" in (appointment.quote or "").lower() or not people:
        return True
    return not all(_is_agency(track, address) for address in people)


_SPEAKS = (
    r"(?:'ll| (?:will|could|can|would|is|shall))(?: \w{1,10}){0,2}?"
    r" (?:speak|talk|call|ring|phone|chat|free|available)\b"
)


def _is_with_recruiter(track: Track, appointment: Appointment) -> bool:
    """Say whether the words that set a time name the agency's own recruiter as the one who will speak then.

    "Alastair could speak at 4pm on Thursday" is a call with Alastair, who needs to be told nothing of it.
    """
    said = (appointment.quote or "").lower().replace("’", "'")
    if "interview" in said:
        return False
    recruiters = [one.name.lower().split() for one in track.opportunity.contacts if one.kind is SenderKind.AGENCY]
    return any(re.match(rf"(?:[\w ,]{{0,20}}, )?{re.escape(name[0])}{_SPEAKS}", said) for name in recruiters if name)


def _thank_you(track: Track, appointment: Appointment) -> Debt | None:
    end = track.end_of(appointment)
    hosts = _hosts(track, appointment)
    if not hosts:
        return None
    people = {one.address for one in hosts}
    people.update(one.address for one in track.opportunity.contacts if one.is_reachable)  # "or to the contact"
    if _was_written_to(track, people, end, ActionKind.THANK_YOU):
        return None
    return _debt(track, ActionKind.THANK_YOU, hosts, appointment, end)


def _debrief(track: Track, appointment: Appointment) -> Debt | None:
    end = track.end_of(appointment)
    recruiters = [one for one in track.opportunity.contacts if one.kind is SenderKind.AGENCY and one.is_reachable]
    people = {one.address for one in recruiters}
    people.update(word.value for word in track.opportunity.words if word.kind is Said.CONTACT)
    if not recruiters or _was_written_to(track, people, end, ActionKind.DEBRIEF):
        return None
    wrote = [one.address for one in _senders_of(track.steps)]
    best = max(recruiters, key=lambda one: (_last_place(wrote, one.address), one.address))
    return _debt(track, ActionKind.DEBRIEF, [Address(name=best.name, address=best.address)], appointment, end)


def _hosts(track: Track, appointment: Appointment) -> list[Address]:
    """Return the hiring side of an interview: those on the invitation, else the employer's reachable contacts."""
    invited = [one for one in appointment.with_ if one.address not in track.own and not _is_agency(track, one.address)]
    named = [one for one in invited if is_reachable(one.address, wrote_in_person=one.address in track.persons)]
    if named:
        return named
    hiring = [one for one in track.opportunity.contacts if _hires(track, one)]
    wrote = [one.address for one in _senders_of(track.steps)]
    hiring.sort(key=lambda one: (one.kind is not SenderKind.EMPLOYER, -_last_place(wrote, one.address), one.address))
    return [Address(name=one.name, address=one.address) for one in hiring]


def _hires(track: Track, contact: Contact) -> bool:
    """Say whether a contact is of the hiring side. With an agency about, somebody of whom nothing is known is not."""
    if not contact.is_reachable or _is_agency(track, contact.address):
        return False
    if contact.kind is SenderKind.EMPLOYER:
        return True
    is_open = contact.kind is SenderKind.UNKNOWN and contact.address in track.persons
    return is_open and (organisation_of(contact.address) is not None or not _agencies(track))


def _agencies(track: Track) -> set[str]:
    return {one.address for one in track.opportunity.contacts if one.kind is SenderKind.AGENCY}


def _is_agency(track: Track, address: str) -> bool:
    agencies = _agencies(track)
    home = organisation_of(address)
    return address in agencies or (home is not None and home in {organisation_of(one) for one in agencies})


def _senders_of(steps: Iterable[Step]) -> list[Address]:
    return [step.entry.message.sender for step in steps if step.side is Side.PERSON and step.entry.message.sender]


def _last_place(values: list[str], value: str) -> int:
    return len(values) - 1 - values[::-1].index(value) if value in values else -1


def _was_written_to(track: Track, people: set[str], after: datetime, kind: ActionKind) -> bool:
    """Say whether the candidate has written to one of these people after a moment, or says that it was done."""
    for step in reversed(track.steps):
        if step.at <= after:
            return False
        if step.done:
            if kind in step.done:
                return True
        elif step.side is Side.CANDIDATE:
            receivers = {one.address for one in addresses(step.entry.message)}
            if not receivers or receivers & people:
                return True
    return False


def _debt(track: Track, kind: ActionKind, people: Sequence[Address], appointment: Appointment, end: datetime) -> Debt:
    hours = track.timing.thank_you if kind is ActionKind.THANK_YOU else track.timing.debrief
    opened = max(end, track.sent(appointment.message_id) or end)  # some are told of only afterwards
    due = max(opened, track.calendar.to_local(end.astimezone(UTC) + timedelta(hours=hours)))
    names = say_list([one.name or one.address for one in people[:MOST_NAMED]])
    thanks = f"a thank-you to {names} is best" if len(people) > 1 else "a thank-you is best"
    wish = thanks if kind is ActionKind.THANK_YOU else f"tell {names} how it went, best"
    return Debt(
        kind=kind,
        to=people[0],
        opened=opened,
        due=due,
        basis=Basis.EVENT,
        message_id=appointment.message_id,
        quote=appointment.quote,
        reason=f"The interview on {say_day(end)} ended at {end:%H:%M}; {wish} within {hours} hours.",
        rule=f"owed.{kind}",
        arithmetic=f"{say_moment(end)}, the end of the interview, plus {hours} hours: {say_moment(due)}",
    )
