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

from inbox_watch.core.reading import asking, calling_off, moving, things
from inbox_watch.core.reading.blocks import block_around
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence, flatten
from inbox_watch.core.types import Act, Address, Appointment, AppointmentStatus, CalendarEvent, Message, Stage, Window

_FIXED = re.compile(
    r"\b(?:confirm(?:ed|s|ing)?|booked|scheduled|arranged|set (?:for|up)|all set|locked in|see you"
    r"|speak (?:to you |with you )?(?:on|at|then|tomorrow|monday|tuesday|wednesday|thursday|friday|next)"
    r"|talk (?:to you )?(?:on|at|then|tomorrow|monday|tuesday|wednesday|thursday|friday)|look"
    r"(?:ing)? forward|invite(?:d|s)?|invitation|calendar|diary|pencill?ed|put (?:you |it |this |us )?"
    r"(?:in|down)|takes? place|will be (?:on|at|held)|is (?:on|at|now|booked)|moved to|rescheduled (?:to"
    r"|for)"
    r"|reminder|your (?:interview|call|chat|meeting|screening|appointment|slot)|interview|when:|date:"
    r"|time:|meeting|join|dial|come (?:in|to|by)|'ll (?:call|ring|phone|see|speak|meet)|will (?:call"
    r"|ring|phone|see|speak|meet|be calling)|it is(?: then)?|works(?: for me| well| great| perfectly)?"
    r"|perfect|great|let's (?:say|do|go|speak|talk|meet|have|set)|good for me|suits me|happy with"
    r"|is (?:absolutely |really |totally |also )?(?:fine|good|ok|okay|alright|all right)"
    r"|appointment)\b"
)
_PROPOSED = re.compile(
    r"\b(?:would|could|can|does|do|are you|is|how about|what about|shall|suggest|propose|proposing|offer"
    r"|offering|available|free|if (?:that|this|it)|works for you|suit you|or|either|options?|maybe"
    r"|perhaps|tentativ\w{2,4}|pencill?ed|provisional\w{0,2}|hold)\b"
)
_NEITHER = re.compile(
    r"\b(?:deadline|due|expires?|closes?|submit|complete|finish|webinar|office hours|open (?:from"
    r"|between)|lines are open|thank(?:s| you) for (?:your time|speaking|meeting|coming|joining|the "
    r"(?:chat|call))|was (?:great|good|nice|lovely)|spoke|met|missed|sale|ends|training day|flight"
    r"|delivery|received (?:on|at)|sent (?:on|at)|shift|working hours|start date|starts? (?:work|on)"
    r"|first day|applied|link is|valid|until|no later|return|by email)\b"
)
_CHOOSES = re.compile(
    r"\b(?:choose|select|pick(?! you)|(?:name|give|tell|send) (?:me|us) (?:one|two|three|your))\b[^.!?]{0,40}?"
    r"\b(?:slots?|times?|dates?|options?|appointments?|(?:one|two|three|any) of|from (?:the following|these|those))\b"
    r"|\b(?:possible|available|free|open|following|proposed) (?:slots|times|dates|options|appointments)\b"
)
_TAKES_TIME = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall)(?: then)? (?:call|phone|ring|telephone|speak (?:to|with)|talk (?:to|with)|see"
    r"|meet)(?: you)? (?:then|at that time)\b"
    r"|\b(?:i've|i have|i) (?:already )?(?:told (?:him|her|them|the client) (?:yes|that (?:works|suits|'s fine))"
    r"|said yes(?: for you| on your behalf)?|accepted (?:it )?(?:for you|on your behalf))\b"
)
_AT_THEIRS = re.compile(
    r"\bat (?:their|the client's) (?:[\w'-]{1,20} ){0,2}(?:offices?|site|hq|headquarters|premises|factory|store|plant"
    r"|warehouse|showroom|depot|clinic|branch)\b"
)
_INTERVIEW = re.compile(
    r"\b(?:interview|panel|on-?site|onsite|hiring manager|final round|second round|technical (?:round"
    r"|conversation|chat|discussion)|meet the team|(?:call|chat|conversation|speak|talk|zoom|meet|meeting) (?:with "
    r"|to )?"
    r"(?:our|the) (?:\w{1,12} )?(?:co-?)?(?:founders?|ceo|cto|coo|owners?|head of|team lead(?:er)?|head ?teacher"
    r"|principal))\b"
)
_SCREENING = re.compile(
    r"\b(?:screen(?:ing)?|intro(?:ductory)?|first (?:call|chat|conversation)|recruiter|initial (?:call"
    r"|chat)|phone (?:call|chat)|pre-?screen|get to know|quick (?:call|chat))\b"
)
_ASSESSMENT = re.compile(
    r"\b(?:assessment (?:centre|center|day)|test|coding (?:session|exercise)|live coding|case study"
    r"|assessment|pair(?:ing)? (?:session|programming)|work trial|audition|trial)\b"
)
_CALL = re.compile(r"\b(?:call|chat|speak|talk|phone|ring|zoom|teams|catch[- ]?up|coffee|conversation|meet)\b")
_DURATION = re.compile(
    r"\b(?:(?P<minutes>\d{2,3}) ?-?(?:min|mins|minutes|minute)|(?P<hours>\d(?:\.5)?|one|two|an"
    r"|half an) ?-?(?:hours?|hrs?))\b"
)
# "A 10-minute presentation" is a part of the interview, "10 minutes before" and "5 minutes' walk" none.
_OF_A_PART = re.compile(
    r"(?:'s?|s')?(?:-| )?(?:(?:\w{4,14} )?(?:presentation|talk\b(?! (?:with|to))|pitch|test|exercise|demo|teach(?:ing)?"
    r"|micro-?teach\w{0,3}|lesson|quiz|assessment|task|walk|drive|journey|break|ride|slideshow)\b"
    r"|(?: of)?(?:early|earlier|before|beforehand|in advance|away|late|from (?:the|here)|prior|ahead)\b)"
)
_CANCELLED = AppointmentStatus.CANCELLED
# "10am tomorrow is good": a yes where they proposed that time, an offer of it where they asked for times.
_IS_GOOD = re.compile(
    r"\b(?:is|are|'s|would be|will be|sounds|looks|be)(?: (?:all|really|very|also|absolutely|just|totally)){0,2}"
    r" (?:good|great|fine|perfect|ok|okay|alright|right|ideal|grand|brilliant|lovely|best|possible|convenient|cool)\b"
)
_HOURS = {"one": 60, "an": 60, "two": 120, "half an": 30}
_LONGEST = timedelta(hours=10)
_MOST = 12
_MOST_READ = 36


def find_appointments(
    context: Context, message: Message, candidate: frozenset[str], acts: frozenset[Act]
) -> tuple[Appointment, ...]:
    """Return the appointments of one mail, of invitations and of the text, at most 12, in the order of their start."""
    invited = [
        _from_event(event, message, candidate, _usual_of(event, message, context))
        for event in message.events
        if event.method in {"REQUEST", "CANCEL", "PUBLISH"}
    ]
    starts = {appointment.start for appointment in invited}
    told = [a for a in _from_text(context, message, acts) if a.start not in starts]
    found = invited if invited and len(told) > 3 else invited + told
    return tuple(sorted(found[:_MOST], key=lambda appointment: appointment.start))


_CALLS_ITSELF_CALL = re.compile(r"\b(?:calls?|chat|phone|ring|catch[- ]?up|conversation|coffee)\b")


def is_titled_call(message: Message, text: str) -> bool:
    """Say whether a mail invites to a call by its title, and its words nowhere speak of an interview."""
    titles = [event.summary for event in message.events if event.method == "REQUEST"]
    told = flatten(" ".join((message.subject, text[:4000], *titles)))
    return any(_CALLS_ITSELF_CALL.search(flatten(one)) for one in titles) and not _INTERVIEW.search(told)


def _usual_of(event: CalendarEvent, message: Message, context: Context) -> str:
    """Return what an invitation is to that doesn't say so: an interview, unless it is titled a call and no more.

    "Call Sam / Dana" after "I'd like to have a first call" is that call; where the exchange is at its interviews, the
    opportunity knows better.
    """
    is_call = _CALLS_ITSELF_CALL.search(flatten(event.summary)) is not None
    told = flatten(f"{message.subject} {event.summary} {context.text[:4000]}")
    return "call" if is_call and not _INTERVIEW.search(told) else "interview"


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
        start=event.start, end=event.end, what=_what(text, usual), source="invitation",
        message_id=message.message_id,
        quote=event.summary or None, uid=event.uid, sequence=event.sequence, status=status, with_=tuple(people),
    )  # fmt: skip


def _from_text(context: Context, message: Message, acts: frozenset[Act]) -> Iterable[Appointment]:
    if context.is_bulk and not context.is_platform:
        return
    is_offering = context.from_candidate and Act.SENDS_TIMES in acts and Act.CONFIRMS not in acts
    if is_offering and not any(_IS_GOOD.search(sentence.low) for sentence in context.sentences):
        return
    context = replace(context, windows=moving.with_moves_apart(context))
    moved = _put_off(context)
    points = [w for w in (*context.windows, *moved) if w.has_hour and w.is_point and _is_ahead(w, context.written)]
    points = points[:_MOST_READ]  # each is weighed against its whole sentence, which a hostile mail makes long
    moves = [moving.move_in_mail(context, sentence) for sentence in context.sentences]
    former = frozenset[int]().union(*(move.former for move in moves if move))
    ends = [window for window in points if _is_labelled_end(context, window)]
    points = [window for window in points if window not in ends]
    told = [window for window in points if window.start not in former]
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
                found = _read(context, message, index, window, count, is_move=move is not None)
            if is_offering and found:
                found = replace(found, status=AppointmentStatus.PROPOSED) if _IS_GOOD.search(sentence.low) else None
            if found:
                found = replace(found, end=found.end or _end_among(ends, found.start))
                is_new = move is not None and window.start in move.new and found.status is not _CANCELLED
                yield replace(found, is_move=True, replaces=move.replaces) if move and is_new else found


_ENDS = re.compile(r"(?:^|\n)[ \t>*•-]{0,6}(?:end|ends|end time|finish|finishes)\s?:[ \t]*$", re.IGNORECASE)


def _is_labelled_end(context: Context, window: Window) -> bool:
    """Say whether a time stands in a line "Ends: …", beside the one in which the meeting begins."""
    return _ENDS.search(context.text[max(0, window.start - 30) : window.start]) is not None


def _end_among(ends: list[Window], start: datetime) -> datetime | None:
    later = (one.earliest for one in ends if timedelta(0) < one.earliest - start <= _LONGEST)
    return min(later, default=None)


def _former(context: Context, message: Message, sentence: Sentence, window: Window) -> Appointment | None:
    """Return the former time of a meeting that is moved: a question leaves it as it is, a statement calls it off."""
    if sentence.is_question or context.from_candidate or moving.is_open(sentence):
        return None
    return Appointment(
        start=window.earliest, what=_usual(context), message_id=message.message_id,
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


def _is_ahead(window: Window, written: datetime | None) -> bool:
    return written is None or window.earliest > written


def _read(
    context: Context, message: Message, index: int, window: Window, count: int, *, is_move: bool
) -> Appointment | None:
    sentence = context.sentences[index]
    around = context.sentences[max(0, index - 1) : index + 2]
    block = block_around(context.sentences, index)
    near = " ".join(s.low for s in (block if count == 1 else ()) or around)
    subject = flatten(message.subject)
    before = sentence.low[: window.start - sentence.start]
    moved = _moved(context, sentence, window)
    if moved is None and _is_limit(sentence, before):
        return None
    status = moved or _status(context, sentence, near, count)
    if (
        count > 1
        and status is not _CANCELLED
        and (_CHOOSES.search(near) or any(s.is_question or things.PICK_ONE.search(s.low) for s in block))
    ):
        status = AppointmentStatus.PROPOSED  # slots in a list, of which one is to be chosen
    if status is None and not is_move and not _names_meeting(near, subject, context):
        return None
    end = window.latest if window.latest > window.earliest else _end(context, window)
    return Appointment(
        start=window.earliest, end=end, what=_what(f"{near} {subject}", _usual(context)), source="text",
        message_id=message.message_id, quote=_quote(context, sentence, window), status=status or AppointmentStatus.SET,
    )  # fmt: skip


def _is_limit(sentence: Sentence, before: str) -> bool:
    """Say whether a time bounds something, or is that of something other than a meeting."""
    is_neither = _NEITHER.search(sentence.low) is not None and not _FIXED.search(before[-40:])
    return is_neither or asking.DEADLINE_WORDS.search(before) is not None


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


def _status(context: Context, sentence: Sentence, near: str, count: int) -> AppointmentStatus | None:
    if calling_off.NAMED_TIME_IS_OFF.search(sentence.low) and not re.search(
        r"\b(?:moved|rescheduled|instead|new)\b", sentence.low
    ):
        return AppointmentStatus.CANCELLED
    if sentence.is_question or (count > 1 and _PROPOSED.search(near)) or things.SUGGEST.search(sentence.low):
        return AppointmentStatus.PROPOSED
    if moving.is_open(sentence) and moving.move_in_mail(context, sentence):
        return AppointmentStatus.PROPOSED
    if count == 1 and _is_put_to_choice(context, sentence):
        return AppointmentStatus.PROPOSED
    if count == 1 and _TAKES_TIME.search(near):
        return AppointmentStatus.SET
    if not _FIXED.search(sentence.low):
        if context.from_candidate and _IS_GOOD.search(sentence.low):
            return AppointmentStatus.PROPOSED
        return AppointmentStatus.SET if _grants_time(context, sentence) else None
    tentative = re.search(
        r"\b(?:pencill?ed|provisional|tentative|if (?:that|this|it) works|(?:would|could) (?:you|that|this"
        r"|it|suit|work|be))\b",
        sentence.low,
    )
    return AppointmentStatus.PROPOSED if tentative else AppointmentStatus.SET


_YES = (
    r"(?:(?:that's |it's |that is |it is )?(?:no|not a) (?:bother|problem|worries|hassle|trouble|drama)(?: at all)?"
    r"|(?:that's |it's |that is )?(?:ok(?:ay)?|fine|grand|sound|lovely|brilliant|all right|alright|good|agreed)"
    r"|sure(?: thing)?|yes|yep|yeah|of course|absolutely|certainly|deal|super|cool)"
)
_GRANTS = re.compile(
    rf"(?:{_YES}[,.!: -]{{1,3}}){{1,2}}(?:then |so )?(?:on |for |make it |we'll say |we say "
    rf"|we'll do )?(?P<when>.{{4,60}}?)"
    r"(?: (?:so|then|instead|please|thanks|thank you|it is))?[.! ]{0,3}"
)


def _grants_time(context: Context, sentence: Sentence) -> bool:
    """Say whether they grant the candidate a time: "No bother, Saturday 31st at 9 so." says a yes, it and no more."""
    match = _GRANTS.fullmatch(sentence.low)
    windows = context.windows_in(sentence)
    if context.from_candidate or match is None or len(windows) != 1:
        return False
    first, last = windows[0].start - sentence.start, windows[0].end - sentence.start
    return match.start("when") == first and match.end("when") == last


_ASKS_WHETHER = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|confirm|advise|say|hear)\b[^.;?!]{0,60}? (?:if|whether|that) .{0,60}"
    r"\b(?:all right|alright|ok|okay|fine|suits?|works?|possible|convenient|good|attend|come|make it|able|can|free"
    r"|available)\b"
)


def _is_put_to_choice(context: Context, sentence: Sentence) -> bool:
    """Say whether this sentence or the next asks if the time suits: "Please let me know if that's all right."."""
    following = next((s for s in context.sentences if s.start >= sentence.end), None)
    if _ASKS_WHETHER.search(sentence.low):
        return True
    return (
        following is not None
        and (following.is_question or _ASKS_WHETHER.search(following.low) is not None)
        and (things.PICK_ONE.search(following.low) or things.SHORT_AFFIRM.search(following.low)) is not None
    )


def _names_meeting(near: str, subject: str, context: Context) -> bool:
    """Say whether a bare time ("Thursday, 3pm") stands where a meeting is spoken of."""
    meets = _INTERVIEW.search(near) or _CALL.search(near) or _SCREENING.search(near) or _INTERVIEW.search(subject)
    return meets is not None and context.signal in {
        Stage.SCREENING,
        Stage.INTERVIEW,
        Stage.ASSESSMENT,
        Stage.OFFER,
        None,
    }


def _usual(context: Context) -> str:
    return {Stage.SCREENING: "screening", Stage.ASSESSMENT: "assessment", Stage.INTERVIEW: "interview"}.get(
        context.signal or Stage.OUTREACH, "call"
    )


_BY_PHONE = re.compile(r"\b(?:tele)?phon(?:e|ic) (?:interview|screen(?:ing)?)\b")


def _what(text: str, otherwise: str) -> str:
    if otherwise == "screening":  # what the mail arranges as a first call may call itself a phone interview
        text = _BY_PHONE.sub(" ", text)
    if _ASSESSMENT.search(text) and not _INTERVIEW.search(text):
        return "assessment"
    if _AT_THEIRS.search(text):
        return "interview"  # an agency's client, at home
    if _SCREENING.search(text) and otherwise != "interview":
        return "screening"
    if _INTERVIEW.search(text):
        return "interview"
    if _SCREENING.search(text):
        return "screening"
    return "call" if _CALL.search(text) and otherwise == "call" else otherwise


def _end(context: Context, window: Window) -> datetime | None:
    """Return the end that a stated duration gives ("45 minutes"), None where none is stated near."""
    text = flatten(context.text[max(0, window.start - 200) : window.end + 200])
    match = next((one for one in _DURATION.finditer(text) if not _OF_A_PART.match(text, one.end())), None)
    if not match:
        return None
    hours = match["hours"]
    minutes = float(match["minutes"]) if match["minutes"] else _HOURS.get(hours) or float(hours) * 60
    length = timedelta(minutes=minutes)
    return window.earliest + length if length <= _LONGEST else None


def _quote(context: Context, sentence: Sentence, window: Window) -> str:
    return sentence.quote if window.end <= sentence.end else context.text[sentence.start : window.end]


def is_answerable(event: CalendarEvent, candidate: frozenset[str], written: datetime | None) -> bool:
    """Say whether an invitation waits for this candidate's answer (RFC 5546: a REQUEST, NEEDS-ACTION, RSVP)."""
    if event.method != "REQUEST" or event.status.upper() == "CANCELLED" or (written and event.start < written):
        return False
    return any(a.address in candidate and a.status == "NEEDS-ACTION" and a.rsvp for a in event.attendees)
