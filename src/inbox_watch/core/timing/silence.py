"""The present silence: since when the move is theirs, what they named, and what the candidate has already asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from inbox_watch.core.opportunity.sides import Side, went_to_many
from inbox_watch.core.timing.track import Step, Track, sender_to_answer
from inbox_watch.core.types import Act, Address, Appointment, AppointmentStatus, Contact, Promise, Said
from inbox_watch.core.word.apply import contact_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The parts of a silence.

    `word` is their last word, `requests` the candidate's since then, `last` the latest message before the first one.
    `held` is the last appointment that has ended, `ahead` the last that hasn't (while one lies ahead, nothing was asked
    in vain); `contact` is whom to ask for an update.
    """

    track: Track
    contact: Contact | None
    word: Step | None
    last: Step | None
    requests: tuple[Step, ...]
    held: Appointment | None
    ahead: Appointment | None
    away: Step | None

    @property
    def held_end(self) -> datetime | None:
        """Return when the last appointment ended."""
        return self.track.end_of(self.held) if self.held else None


def silence_of(track: Track) -> Silence:
    """Return the present silence of an opportunity."""
    word = next((step for step in reversed(track.steps) if is_word(track, step)), None)
    held, ahead = track.held(), track.ahead()
    end = track.end_of(held[-1]) if held else None
    starts = [moment for moment in (word.at if word else None, end) if moment is not None]
    requests = tuple(
        step
        for step in track.steps
        if step.side is Side.CANDIDATE
        and Act.REQUESTS_UPDATE in step.reading.acts
        and not _is_application(track, step)
        and track.is_to_them(step)
        and all(step.at >= moment for moment in starts)
        and not ahead
    )
    contact = reachable_contact(track)
    return Silence(
        track=track,
        contact=contact,
        word=word,
        last=_last_message(track, word, requests[0] if requests else None),
        requests=requests,
        held=held[-1] if held else None,
        ahead=ahead[-1] if ahead else None,
        away=_away(track, word, contact),
    )


def _is_application(track: Track, step: Step) -> bool:
    """Say whether the first message of all brings the CV: "is the job still open?" asks for no update there."""
    return step is track.steps[0] and Act.SENDS_DOCUMENTS in step.reading.acts


def is_word(track: Track, step: Step) -> bool:
    """Say whether a message is a word from them: from a person, or from a program that moves the matter on.

    An automatic answer is none.
    """
    reading = step.reading
    if step.side is Side.PERSON:
        return not (reading.is_automatic and reading.away_until is not None)
    if step.side is not Side.PROGRAM or reading.from_candidate or reading.away_until is not None:
        return False
    arranged = any(one.status is not AppointmentStatus.PROPOSED for one in reading.appointments)
    return step.id in track.turning_points or arranged or (bool(reading.asks) and not went_to_many(reading))


def _last_message(track: Track, word: Step | None, request: Step | None) -> Step | None:
    """Return the later of the candidate's last message (before the first request) and their last word.

    A platform's word that the test is done tells of a move of the candidate's.
    """
    for step in reversed(track.steps):
        if request is not None and step.at >= request.at and step is not word:
            continue
        is_done = step.side is Side.PROGRAM and Act.HAS_ASSESSMENT in step.reading.acts  # the candidate's doing
        if step is word or is_done or (step.side is Side.CANDIDATE and track.is_to_them(step)):
            return step
    return word or request or (track.steps[-1] if track.steps else None)


def _away(track: Track, word: Step | None, contact: Contact | None) -> Step | None:
    """Return the last message of this silence in which the one to be asked names the day of their return."""
    for step in reversed(track.steps):
        if step.reading.away_until is not None and not step.reading.from_candidate:
            sender = step.entry.message.sender
            if contact is None or sender is None or sender.address == contact.address:
                return step
        if step is word:
            return None
    return None


def reachable_contact(track: Track) -> Contact | None:
    """Return whom an update can be asked of: as the user says, else who wrote last, else anybody to be reached."""
    if said := contact_said(track.opportunity):
        return said
    return _last_to_write(track, track.steps) or next(
        (one for one in track.opportunity.contacts if one.is_reachable), None
    )


def _last_to_write(track: Track, steps: Sequence[Step]) -> Contact | None:
    reachable = {one.address: one for one in track.opportunity.contacts if one.is_reachable}
    for step in reversed(steps):
        if step.side is Side.PERSON:
            address = sender_to_answer(step)
            if address is not None and address.address in reachable:
                return reachable[address.address]
    return None


def named_instead(track: Track, to: Address | None, message_id: str) -> Contact | None:
    """Return whom the user names in the place of `to`, to whom something is owed that a mail asked; None for nobody.

    Whoever names a contact means: write to this one, and not to whom the program would have told me to write. That is
    who wrote last when the user spoke, or nobody. Who else asked something is answered as before, and so is later mail.
    """
    word = next((one for one in reversed(track.opportunity.words) if one.kind is Said.CONTACT), None)
    said = contact_said(track.opportunity)
    if word is None or said is None:
        return None
    known = [step for step in track.steps if word.knew(step.entry.message)]
    if to is None:
        return said
    former = _last_to_write(track, known)
    is_former = former is not None and former.address == to.address
    return said if is_former and any(step.id == message_id for step in known) else None


def promise_in_force(silence: Silence) -> tuple[Step, Promise] | None:
    """Return their latest dated promise that still tells when to expect news, with its message.

    It ends when they move on (ask something new, set a time, change the stage), when they write again after its day, or
    with an appointment that ends after it, or with a later holding answer without a day. A person's word beats an
    automatic one.
    """
    found: tuple[Step, Promise] | None = None
    later: datetime | None = None
    for step in reversed(silence.track.steps):
        if step.reading.from_candidate or step.side is Side.CANDIDATE or went_to_many(step.reading):
            continue
        promise = dated(step)
        if promise is not None and _holds(silence, promise, later):
            if step.side is Side.PERSON:
                return step, promise
            found = found or (step, promise)
        if _moves_on(silence.track, step) or _only_holds(step):
            return found
        if step.side is Side.PERSON:
            later = later or step.at
    return found


def dated(step: Step) -> Promise | None:
    """Return the dated promise of a message: that of news, the one that ends last."""
    named = [one for one in step.reading.promises if one.by == "sender" and one.latest is not None]
    return max(named, key=lambda one: (one.is_decision, one.latest, one.quote), default=None)


def _holds(silence: Silence, promise: Promise, later: datetime | None) -> bool:
    ends = [silence.track.end_of(one) for one in (silence.held, silence.ahead) if one is not None]
    assert promise.latest is not None
    return all(promise.latest > end for end in ends) and (later is None or later <= promise.latest)


def _moves_on(track: Track, step: Step) -> bool:
    reading = step.reading
    if step.side is not Side.PERSON:
        return False
    return step.id in track.turning_points or bool(reading.asks) or bool(reading.appointments)


def _only_holds(step: Step) -> bool:
    """Say whether a person asks for patience and names no day: that sets the clock anew (contract, section 3)."""
    return step.side is Side.PERSON and Act.HOLDS in step.reading.acts and dated(step) is None


def day_named(promise: Promise) -> date:
    """Return the last day of the time that they named, as their own calendar shows it."""
    assert promise.latest is not None
    return promise.latest.date()
