"""Calls and interviews at a set time: from invitations, and from the text.

A set time in the text is an appointment where the words around it fix or propose one; a deadline, a time that the
candidate merely offers, and a meeting that is over are none. An invitation of the same start says it better than the
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from inbox_watch.core.reading import calling_off, fixing, moving, occasions, things
from inbox_watch.core.reading.blocks import block_around
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence, flatten
from inbox_watch.core.reading.sessions import Visit, sessions_in
from inbox_watch.core.types import Act, Address, Appointment, AppointmentStatus, CalendarEvent, Message, Window

_CANCELLED = AppointmentStatus.CANCELLED
_MOST = 12
_MOST_READ = 36


def find_appointments(
    context: Context, message: Message, candidate: frozenset[str], acts: frozenset[Act]
) -> tuple[Appointment, ...]:
    """Return the appointments of one mail, of invitations and of the text, at most 12, in the order of their start."""
    invited = [
        _from_event(event, message, candidate, occasions.usual_of(event, message, context))
        for event in message.events
        if event.method in {"REQUEST", "CANCEL", "PUBLISH"}
    ]
    starts = {appointment.start for appointment in invited}
    told = [a for a in _from_text(context, message, acts) if a.start not in starts]
    found = invited if invited and len(told) > 3 else invited + told
    return tuple(sorted(found[:_MOST], key=lambda appointment: appointment.start))


def _from_event(event: CalendarEvent, message: Message, candidate: frozenset[str], usual: str) -> Appointment:
    cancelled = event.method == "CANCEL" or event.status.upper() == "CANCELLED"
    own = next((a for a in event.attendees if a.address in candidate), None)
    waits = own is not None and own.status == "NEEDS-ACTION" and own.rsvp
    status = (
        AppointmentStatus.CANCELLED if cancelled else AppointmentStatus.PROPOSED if waits else AppointmentStatus.SET
    )
    people = [Address(name=a.name, address=a.address) for a in event.attendees if a.address not in candidate]
    if event.organizer and event.organizer.address not in candidate | {p.address for p in people}:
        people.insert(0, event.organizer)
    text = flatten(f"{event.summary} {message.subject}")
    return Appointment(
        start=event.start, end=event.end, what=occasions.what_of(text, usual), source="invitation",
        message_id=message.message_id,
        quote=event.summary or None, uid=event.uid, sequence=event.sequence, status=status, with_=tuple(people),
    )  # fmt: skip


def _from_text(context: Context, message: Message, acts: frozenset[Act]) -> Iterable[Appointment]:
    if context.is_bulk and not context.is_platform:
        return
    is_offering = context.from_candidate and Act.SENDS_TIMES in acts and Act.CONFIRMS not in acts
    if is_offering and not any(fixing.IS_GOOD.search(sentence.low) for sentence in context.sentences):
        return
    context = replace(context, windows=moving.with_moves_apart(context))
    moved = [*_put_off(context), *_by_the_hour(context)]
    points = [w for w in (*context.windows, *moved) if w.has_hour and w.is_point and _is_ahead(w, context.written)]
    points = points[:_MOST_READ]  # each is weighed against its whole sentence, which a hostile mail makes long
    moves = [moving.move_in_mail(context, sentence) for sentence in context.sentences]
    former = frozenset[int]().union(*(move.former for move in moves if move))
    ends = [window for window in points if _is_labelled_end(context, window)]
    points = [window for window in points if window not in ends]
    told = [window for window in points if window.start not in former]
    visit = sessions_in(context, told, flatten(message.subject)) if not former else Visit()
    count = len({window.earliest for window in told})  # "5pm London / 9am your time" is one
    if context.from_candidate and count > 1:
        return
    for index, (sentence, move) in enumerate(zip(context.sentences, moves, strict=True)):
        for window in points:
            if not sentence.start <= window.start < sentence.end:
                continue
            if move and window.start in move.former:
                found = _former(context, message, sentence, window)
            else:
                found = _read(
                    context, message, index, window, count, is_clear=move is not None or window.start in visit.places
                )
            if is_offering and found:
                is_good = fixing.IS_GOOD.search(sentence.low) is not None
                found = replace(found, status=AppointmentStatus.PROPOSED) if is_good else None
            if window.start in visit.places:
                status = AppointmentStatus.PROPOSED if visit.is_asked else AppointmentStatus.SET
                found = replace(found, status=status, is_part=True) if found else None
            if found:
                found = replace(found, end=found.end or _end_among(ends, found.start))
                is_new = move is not None and window.start in move.new and found.status is not _CANCELLED
                yield replace(found, is_move=True, replaces=move.replaces) if move and is_new else found


_ENDS = re.compile(r"(?:^|\n)[ \t>*•-]{0,6}(?:end|ends|end time|finish|finishes)\s?:[ \t]*$", re.IGNORECASE)


def _is_labelled_end(context: Context, window: Window) -> bool:
    """Say whether a time stands in a line "Ends: …", beside the one in which the meeting begins."""
    return _ENDS.search(context.text[max(0, window.start - 30) : window.start]) is not None


def _end_among(ends: list[Window], start: datetime) -> datetime | None:
    later = (one.earliest for one in ends if timedelta(0) < one.earliest - start <= occasions.LONGEST)
    return min(later, default=None)


def _former(context: Context, message: Message, sentence: Sentence, window: Window) -> Appointment | None:
    """Return the former time of a meeting that is moved: a question leaves it as it is, a statement calls it off."""
    if sentence.is_question or context.from_candidate or moving.is_open(sentence):
        return None
    return Appointment(
        start=window.earliest, what=occasions.usual(context), message_id=message.message_id,
        quote=_quote(context, sentence, window), status=_CANCELLED,
    )  # fmt: skip


def _put_off(context: Context) -> list[Window]:
    """Return the moments until which a meeting is put off ("postponed until Thursday at 11:00"): its new times."""
    sentences = [s for s in context.sentences if calling_off.states_move(s.low)]
    return [
        replace(window, earliest=window.latest, is_point=True)
        for sentence in sentences
        for window in context.windows_in(sentence)
        if not window.is_point and window.quote.lower().startswith(("until", "till"))
    ]


# "Meet the director on Thursday by 11am": in the English of Nigeria, Ghana and India it begins at 11.
_BEGINS_BY = re.compile(
    r"\b(?:for (?:an? |the |your |our )?(?:[a-z-]{2,14} )?interview|interview(?: (?:session|exercise))?"
    r" (?:holds?|is|comes? up|will (?:hold|be(?: held)?|take place|come up)|has been (?:fixed|scheduled|slated|set)"
    r"|fixed|scheduled|slated)|(?:invited|required|expected|requested|asked) (?:to|for)\b[^,;:.]{0,70}?"
    r"|(?:come|report|appear|attend|meet)\b[^,;:.]{0,60}?)(?: (?:on|for|at))? ?$"
)
_IS_DUE = re.compile(
    r"\b(?:confirm\w{0,3}|repl(?:y|ies)|respond|revert|send|submit|know|hear|tell|return|complete|upload|provide|share"
    r"|apply|book|choose|sign|accept|decline|e-?mail|forward|acknowledge|inform|deadline|back|decide|feedback|result|bring"
    r"|register|invitation|before|not|ready|finish)\b"
)


def _by_the_hour(context: Context) -> list[Window]:
    """Return the moments "by" which one is to come to an interview, as its beginning; no deadline is one."""
    return [
        replace(window, earliest=window.latest, is_point=True)
        for window in context.windows[:_MOST_READ]
        if window.has_hour and not window.is_point and re.search(r"\bby \d", window.quote.lower())
        if _is_beginning(context, window)
    ]


def _is_beginning(context: Context, window: Window) -> bool:
    before = re.split(r"[.!?;,]\s|\n\n| and ", flatten(context.text[max(0, window.start - 160) : window.start]))[-1]
    return _BEGINS_BY.search(before) is not None and _IS_DUE.search(before) is None


def _is_ahead(window: Window, written: datetime | None) -> bool:
    return written is None or window.earliest > written


def _read(
    context: Context, message: Message, index: int, window: Window, count: int, *, is_clear: bool
) -> Appointment | None:
    sentence = context.sentences[index]
    around = context.sentences[max(0, index - 1) : index + 2]
    block = block_around(context.sentences, index)
    near = " ".join(s.low for s in (block if count == 1 else ()) or around)
    subject = flatten(message.subject)
    before = sentence.low[: window.start - sentence.start]
    moved = _moved(context, sentence, window)
    if moved is None and fixing.is_limit(sentence, before):
        return None
    if not is_clear and fixing.is_of_work(sentence, window):
        return None
    status = moved or fixing.status_of(context, sentence, near, count)
    if (
        count > 1
        and status is not _CANCELLED
        and (fixing.CHOOSES.search(near) or any(s.is_question or things.PICK_ONE.search(s.low) for s in block))
    ):
        status = AppointmentStatus.PROPOSED  # slots in a list, of which one is to be chosen
    if status is None and not is_clear and not occasions.names_meeting(near, subject, context):
        return None
    end = window.latest if window.latest > window.earliest else occasions.end_stated(context, window)
    what = occasions.what_of(f"{near} {subject}", occasions.usual(context))
    return Appointment(
        start=window.earliest, end=end, what=what, source="text",
        message_id=message.message_id, quote=_quote(context, sentence, window), status=status or AppointmentStatus.SET,
    )  # fmt: skip


def _moved(context: Context, sentence: Sentence, window: Window) -> AppointmentStatus | None:
    """Return what becomes of a time in a sentence that moves a meeting: the former one goes, the new one stands."""
    if sentence.is_question or calling_off.is_conditional(sentence.low):
        return None
    place = window.start - sentence.start
    others = [other for other in context.windows_in(sentence) if other is not window]
    if others and calling_off.is_former(sentence.low[:place]):
        return AppointmentStatus.CANCELLED
    if calling_off.names_new_time(sentence.low) and not things.SUGGEST.search(sentence.low):
        return AppointmentStatus.SET
    new_from = calling_off.new_time_from(sentence.low)
    if new_from is None or not any(w.start - sentence.start >= new_from - 6 for w in context.windows_in(sentence)):
        return None
    return AppointmentStatus.SET if place >= new_from - 6 else AppointmentStatus.CANCELLED


def _quote(context: Context, sentence: Sentence, window: Window) -> str:
    return sentence.quote if window.end <= sentence.end else context.text[sentence.start : window.end]


def is_answerable(event: CalendarEvent, candidate: frozenset[str], written: datetime | None) -> bool:
    """Say whether an invitation waits for this candidate's answer (RFC 5546: a REQUEST, NEEDS-ACTION, RSVP)."""
    if event.method != "REQUEST" or event.status.upper() == "CANCELLED" or (written and event.start < written):
        return False
    return any(a.address in candidate and a.status == "NEEDS-ACTION" and a.rsvp for a in event.attendees)
