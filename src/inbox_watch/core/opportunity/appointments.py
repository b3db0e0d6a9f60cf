"""Calls and interviews that stand: invitations with their updates, times set in the text, moved and cancelled ones.

Sources: RFC 5546 (a later SEQUENCE replaces an earlier one, CANCEL ends it, REPLY answers it). A proposed time
counts once the other party agrees to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from inbox_watch.core.opportunity.invitations import from_events
from inbox_watch.core.opportunity.moves import (
    bare_weekday,
    days_agreed,
    is_day,
    names_day,
    replaced,
    says_plain_yes,
    shifted,
)
from inbox_watch.core.opportunity.sides import Side, moment_of, sides_of
from inbox_watch.core.opportunity.talking import in_week, names_week, only_sets_time, week_named
from inbox_watch.core.types import (
    Act,
    ActionKind,
    Appointment,
    AppointmentStatus,
    Entry,
    Reading,
    Stage,
)

# A hostile mailbox must not make us compare thousands of dates with each other; nobody has more calls for one role.
MOST_APPOINTMENTS = 200
_SET, _PROPOSED, _CANCELLED = AppointmentStatus.SET, AppointmentStatus.PROPOSED, AppointmentStatus.CANCELLED


class _Diary:
    """The appointments met so far, by invitation and by start; `proposers` says which side proposed an open one.

    `is_interviewing` says that interviews, not a first call, were last spoken of; `is_outreach` that there has been an
    approach and no step yet. `week` is the Monday of the week in which they would like to talk.
    """

    def __init__(self) -> None:
        self.slots: list[Appointment] = []
        self.proposers: list[Side] = []
        self.is_interviewing = False
        self.is_outreach = False
        self.week: date | None = None
        self.by_uid: dict[str, int] = {}
        self.by_start: dict[datetime, int] = {}

    def add(self, appointment: Appointment, side: Side) -> None:
        """Keep a new appointment, unless the diary is full."""
        if len(self.slots) >= MOST_APPOINTMENTS:
            return
        self.slots.append(appointment)
        self.proposers.append(side)
        self._index(len(self.slots) - 1)

    def put(self, place: int, appointment: Appointment) -> None:
        """Replace the appointment at a place."""
        self.slots[place] = appointment
        self._index(place)

    def find(self, appointment: Appointment) -> int | None:
        """Return the place of the same appointment: the same invitation, else the same start."""
        if appointment.uid and appointment.uid in self.by_uid:
            return self.by_uid[appointment.uid]
        place = self.by_start.get(appointment.start)
        if place is None or self.slots[place].start != appointment.start:
            return None
        other = self.slots[place].uid
        return None if other and appointment.uid and other != appointment.uid else place

    def ahead(self, moment: datetime | None) -> list[int]:
        """Return the places of what stands or is proposed after a moment, the nearest first."""
        places = [
            place
            for place, one in enumerate(self.slots)
            if one.status is not _CANCELLED and (moment is None or one.start > moment)
        ]
        return sorted(places, key=lambda place: (self.slots[place].start, place))

    def _index(self, place: int) -> None:
        appointment = self.slots[place]
        if appointment.uid:
            self.by_uid[appointment.uid] = place
        if appointment.status is not _CANCELLED or appointment.start not in self.by_start:
            self.by_start[appointment.start] = place


def appointments_of(entries: Sequence[Entry]) -> tuple[Appointment, ...]:
    """Return the appointments that stand after these entries (in the order of time), the earliest first."""
    diary = _Diary()
    for entry, side in zip(entries, sides_of(entries), strict=True):
        _read(diary, entry, side)
    standing = (one for one in diary.slots if one.status is _SET)
    return tuple(sorted(standing, key=lambda one: (one.start, one.uid, one.message_id)))


def _read(diary: _Diary, entry: Entry, side: Side) -> None:
    if side is not Side.CANDIDATE and entry.reading.signal in (Stage.SCREENING, Stage.INTERVIEW):
        diary.is_interviewing = entry.reading.signal is Stage.INTERVIEW
    _note_week(diary, entry)
    told = (*entry.reading.appointments, *from_events(entry))
    if is_update := any(one.uid in diary.by_uid for one in told if one.uid):
        told = tuple(one for one in told if one.uid)  # the invitation says what becomes of it, and of no other
    is_first_call = _is_first_call(diary, entry, side)
    if not told and not diary.slots:
        return  # nothing was arranged before, and nothing is now
    mentioned = [_as_arranged(diary, entry, one) for one in told]
    mentioned = [_as_call(one) for one in mentioned] if is_first_call else mentioned
    mentioned = [_in_week_named(diary, entry, one) for one in mentioned]
    mentioned = [_on_proposed_day(diary, side, one, moment_of(entry.message)) for one in mentioned]
    if not is_update:
        mentioned.extend(_shifted(diary, entry))
    _strike(diary, entry, mentioned, is_update=is_update)
    _agree(diary, entry, side, mentioned)
    for appointment in mentioned:
        if appointment.status is not _CANCELLED:
            _enter(diary, _with_former_what(diary, appointment, moment_of(entry.message)), side)
    _displace(diary, moment_of(entry.message))
    _note_held(diary, entry)
    if any(one.status is _SET for one in mentioned):
        diary.week, diary.is_outreach = None, False  # agreed: what comes later is another time


_STEPS = frozenset(Stage) - {Stage.OUTREACH, Stage.SCREENING}


def _is_first_call(diary: _Diary, entry: Entry, side: Side) -> bool:
    """Say whether a mail merely agrees on a time in answer to an approach, whatever it sounds like; note approaches."""
    reading, is_them = entry.reading, side is not Side.CANDIDATE
    if diary.is_outreach and is_them and only_sets_time(reading, entry.message.text):
        return True
    if is_them and reading.signal is Stage.OUTREACH:
        diary.is_outreach = True
    elif (is_them and reading.signal in _STEPS) or Act.SENDS_DOCUMENTS in reading.acts:
        diary.is_outreach = False
    return False


def _as_call(appointment: Appointment) -> Appointment:
    is_bare = appointment.source == "text" and appointment.what == "interview"
    return replace(appointment, what="call") if is_bare else appointment


def _note_week(diary: _Diary, entry: Entry) -> None:
    """Keep the week in which a mail would like to talk, until a mail speaks of another."""
    text, moment = entry.message.text, moment_of(entry.message)
    if moment is not None and (named := week_named(text, moment)):
        diary.week = named
    elif diary.week is not None and names_week(text):
        diary.week = None


def _in_week_named(diary: _Diary, entry: Entry, appointment: Appointment) -> Appointment:
    moment = moment_of(entry.message)
    if diary.week is None or moment is None:
        return appointment
    return in_week(appointment, diary.week, moment)


def _on_proposed_day(diary: _Diary, side: Side, appointment: Appointment, moment: datetime | None) -> Appointment:
    """Put a time that is told in part on the day that was spoken of: "1pm is fine", "Thursday at 3 is great".

    An hour alone is of the day that they proposed. A weekday is that of a time that lies ahead, at that hour; so is
    one that is moved to another hour.
    """
    if moment is None or appointment.uid or diary.find(appointment) is not None:
        return appointment
    said = appointment.quote or ""
    ahead = [(diary.slots[place], diary.proposers[place] is not side) for place in diary.ahead(moment)]
    if names_day(said):
        weekday = bare_weekday(said)
        known = [
            one.start for one, _ in ahead if one.start.weekday() == weekday == _in_zone(appointment, one).weekday()
        ]
        start = next((one for one in known if _is_same_hour(one, appointment)), None)
        if start is None and appointment.is_move and len({one.date() for one in known}) == 1:
            start = datetime.combine(known[0].date(), _in_zone(appointment, ahead[0][0]).timetz())
    elif appointment.start - moment > timedelta(days=1):
        return appointment
    else:
        open_ = (one.start for one, is_theirs in ahead if is_theirs and one.status is _PROPOSED)
        start = next((one for one in open_ if _is_same_hour(one, appointment)), None)
    return replace(appointment, start=start, end=None) if start else appointment


def _in_zone(appointment: Appointment, other: Appointment) -> datetime:
    return appointment.start.astimezone(other.start.tzinfo)


def _is_same_hour(start: datetime, appointment: Appointment) -> bool:
    return start.timetz() == appointment.start.astimezone(start.tzinfo).timetz()


def _shifted(diary: _Diary, entry: Entry) -> Iterator[Appointment]:
    """Yield the time to which a mail moves the next appointment by what changes alone: "an hour later"."""
    ahead = (diary.slots[place] for place in diary.ahead(moment_of(entry.message)))
    former = next((one for one in ahead if one.status is _SET), None)
    for shift in entry.reading.shifts[:1] if former else ():
        assert former is not None
        if (moved := shifted(former, shift, entry.message.message_id)) is not None:
            yield moved


def _displace(diary: _Diary, moment: datetime | None) -> None:
    """Take out what a moved time replaces, now that it stands."""
    for place, one in enumerate(diary.slots):
        if one.status is not _SET or not one.is_move:
            continue
        former = replaced(one, ((other, diary.slots[other]) for other in diary.ahead(moment) if other != place))
        diary.put(place, replace(one, is_move=False, replaces=None))
        if former is not None:
            diary.put(former, replace(diary.slots[former], status=_CANCELLED))


LONGEST_SINCE_MEETING = timedelta(days=14)


def _note_held(diary: _Diary, entry: Entry) -> None:
    """Of a time that was proposed and never agreed to, a later word that they have met says that it was kept.

    It is the last one before that word, unless a set one lies between: then they speak of that.
    """
    moment = moment_of(entry.message)
    if Act.HAS_MET not in entry.reading.acts or moment is None:
        return
    past = [
        place
        for place, one in enumerate(diary.slots)
        if one.status is not _CANCELLED and moment - LONGEST_SINCE_MEETING <= one.start < moment
    ]
    last = max(past, key=lambda place: (diary.slots[place].start, place), default=None)
    if last is not None and diary.slots[last].status is _PROPOSED:
        diary.put(last, replace(diary.slots[last], status=_SET))


def _as_arranged(diary: _Diary, entry: Entry, appointment: Appointment) -> Appointment:
    """An invitation titled "Call", and what a platform books, is an interview where one was being arranged."""
    is_bare = appointment.source == "invitation" or Act.RELAYS_BOOKING in entry.reading.acts
    is_interview = appointment.what == "call" and is_bare and diary.is_interviewing
    return replace(appointment, what="interview") if is_interview else appointment


_NAMES_CALL = re.compile(r"\b(?:call|chat|phone|ring)\b")


def _with_former_what(diary: _Diary, appointment: Appointment, moment: datetime | None) -> Appointment:
    """A time that takes another's place without saying for what ("Monday at 10 is confirmed") is for the same."""
    if appointment.what != "call" or appointment.uid or _NAMES_CALL.search((appointment.quote or "").lower()):
        return appointment
    if diary.find(appointment) is not None or not diary.slots or moment is None:
        return appointment
    former = diary.slots[-1]
    return replace(appointment, what=former.what) if former.start > moment else appointment


def _enter(diary: _Diary, appointment: Appointment, side: Side) -> None:
    """Enter one appointment: a new one, an update, or the same one told in another way."""
    if appointment.source == "invitation" and appointment.status is _PROPOSED:
        appointment = replace(appointment, status=_SET)  # an invitation stands unless it is declined
    place = diary.find(appointment)
    if place is None:
        diary.add(appointment, side)
    else:
        former, agreed = diary.slots[place], diary.proposers[place] is not side
        is_answer = side is Side.CANDIDATE and agreed and appointment.source == "text"
        if is_answer and (diary.is_outreach or former.what != "call"):
            appointment = replace(appointment, what=former.what)  # who proposes says what for
        diary.put(place, _update(former, appointment, agreed=agreed))


def _update(former: Appointment, new: Appointment, *, agreed: bool) -> Appointment:
    """Return what two tellings of one appointment come to. `agreed`: the other party now names what was proposed."""
    if new.uid and new.uid == former.uid:
        return former if new.sequence < former.sequence else replace(new, what=_what(former, new))
    if former.status is _CANCELLED:
        return new
    status = _SET if _SET in (former.status, new.status) or agreed else _PROPOSED
    base, other = (new, former) if new.source == "invitation" and former.source != "invitation" else (former, new)
    with_ = base.with_ or other.with_
    return replace(
        base,
        status=status,
        what=_what(former, new),
        end=base.end or other.end,
        with_=with_,
        is_move=former.is_move or new.is_move,
        replaces=former.replaces or new.replaces,
    )


def _what(former: Appointment, new: Appointment) -> str:
    return former.what if new.what == "call" else new.what


def _strike(diary: _Diary, entry: Entry, mentioned: Sequence[Appointment], *, is_update: bool) -> None:
    """Take out what this message cancels, or moves to another time; an invitation's update moves that one alone."""
    named = [one for one in mentioned if one.status is _CANCELLED]
    for appointment in named:
        place = diary.find(appointment)
        if place is not None and appointment.sequence >= (diary.slots[place].sequence if appointment.uid else 0):
            diary.put(place, replace(diary.slots[place], status=_CANCELLED))
    known = any(diary.find(one) is not None for one in named)
    if (
        not known
        and not is_update
        and calls_off(entry.reading, is_new=any(diary.find(one) is None for one in mentioned))
    ):
        kept = {place for one in mentioned if (place := diary.find(one)) is not None}
        former = [place for place in diary.ahead(moment_of(entry.message)) if place not in kept][:1]
        for place in former:
            diary.put(place, replace(diary.slots[place], status=_CANCELLED))


def calls_off(reading: Reading, *, is_new: bool) -> bool:
    """Say whether a mail takes back what was arranged.

    Many a mail offers another time in passing; it takes back the former one only where it names a new time
    (`is_new`), or asks for one.
    """
    if Act.CANCELS in reading.acts:
        return True
    asks_for_time = any(one.kind in (ActionKind.SEND_AVAILABILITY, ActionKind.CONFIRM) for one in reading.asks)
    return Act.RESCHEDULES in reading.acts and (is_new or asks_for_time or reading.from_candidate)


def _agree(diary: _Diary, entry: Entry, side: Side, mentioned: Sequence[Appointment]) -> None:
    """Make a proposed time a set one where the other party agrees; of several, only one that is named."""
    proposed = [
        place
        for place in diary.ahead(moment_of(entry.message))
        if diary.slots[place].status is _PROPOSED and diary.proposers[place] is not side
    ]
    days = days_agreed(entry) if proposed else frozenset[str]()
    if not proposed or not (days or entry.reading.acts & {Act.CONFIRMS, Act.BOOKS} or says_plain_yes(entry)):
        return
    named = {one.start for one in mentioned}
    chosen = [place for place in proposed if diary.slots[place].start in named]
    if not chosen and not named and days:
        meant = [place for place in proposed if is_day(diary.slots[place].start, days)]
        chosen = meant if len(meant) == 1 or len(proposed) == 1 else []
        proposed = proposed if chosen or any(diary.slots[place].is_part for place in meant) else []
    elif not chosen and len(proposed) == 1 and not named:
        chosen = proposed
    if Act.RESCHEDULES not in entry.reading.acts:
        chosen = _with_whole_visit(diary, proposed, chosen, is_to_all=not named)
    for place in proposed if chosen else ():
        status = _SET if place in chosen else _CANCELLED
        diary.put(place, replace(diary.slots[place], status=status))


def _with_whole_visit(diary: _Diary, proposed: Sequence[int], chosen: list[int], *, is_to_all: bool) -> list[int]:
    """Return the chosen places with all sessions of the same visit; a yes that names none is to the last one told."""
    mails = {diary.slots[place].message_id for place in chosen if diary.slots[place].is_part}
    parts = [place for place in proposed if diary.slots[place].is_part]
    if is_to_all and not chosen and parts:
        mails = {diary.slots[max(parts)].message_id}
    return chosen + [place for place in parts if diary.slots[place].message_id in mails and place not in chosen]
