"""What a set time is for, and how long it takes: an interview, a first call, an assessment, or a call and no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.names import ROLE_HEADS
from inbox_watch.core.reading.sentences import Sentence, flatten
from inbox_watch.core.types import CalendarEvent, Message, Stage, Window

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
# "Test Automation Engineer", "QA Test Lead", "Engineer in Test": a job with tests in its title is no test.
_TITLE_OF_TESTS = re.compile(
    r"\b(?:tests?|testing|qa|assessments?|trials?|case study|audition) "
    r"(?:(?:and |& )?(?!(?:for|the|with|at|by|of|our|is|as|to|on|in|will|you)\b)[a-z-]{2,20} ){0,2}?"
    rf"(?:{ROLE_HEADS})s?\b|\b(?:engineers?|developers?|specialists?|sdet),? (?:in|for|of) (?:software )?tests?\b"
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
_TESTS = re.compile(
    r"\b(?:tests?|testing|assessments?|assess|exercises?|tasks?|challenges?|case stud(?:y|ies)|coding|assignments?"
    r"|audition|trial|take[- ]?home|quiz|hackerrank|codility|codesignal|pair(?:ing)?|presentation)\b"
)
_MOST_READ = 40  # sentences of one mail
_HOURS = {"one": 60, "an": 60, "two": 120, "half an": 30}
LONGEST = timedelta(hours=10)
_CALLS_ITSELF_CALL = re.compile(r"\b(?:calls?|chat|phone|ring|catch[- ]?up|conversation|coffee)\b")


def is_titled_call(message: Message, text: str) -> bool:
    """Say whether a mail invites to a call by its title, and its words nowhere speak of an interview."""
    titles = [event.summary for event in message.events if event.method == "REQUEST"]
    told = flatten(" ".join((message.subject, text[:4000], *titles)))
    return any(_CALLS_ITSELF_CALL.search(flatten(one)) for one in titles) and not _INTERVIEW.search(told)


# "I'll phone you tomorrow at 4.30 then": the writer's own call, whatever has been spoken of before.
_RINGS_AT = re.compile(
    r"\bi(?:'ll| will| shall|'m going to| can) (?:\w{1,8} )?(?:(?:call|phone|ring) (?:you|u)"
    r"|give you a (?:\w{1,8} )?(?:call|ring|bell|buzz))\b[^.!?;]{0,40}?\b\d{1,2}(?:[.:]\d\d)?"
)
_BESIDE_A_CALL = re.compile(r"\b(?:interview\w{0,4}|panel|meet|meeting|come|visit|on-?site|present\w{0,7}|round)\b")


def is_only_own_call(sentences: Sequence[Sentence]) -> bool:
    """Say whether all that is arranged is that the writer rings at an hour, with no word of an interview."""
    told = " ".join(sentence.low for sentence in sentences[:_MOST_READ])
    return _RINGS_AT.search(told) is not None and _BESIDE_A_CALL.search(told) is None


def only_titles_test(sentences: Sequence[Sentence]) -> bool:
    """Say whether a mail that arranges a call names tests only in a job's title ("a chat about the Test Lead role")."""
    told = " ".join(sentence.low for sentence in sentences[:_MOST_READ])
    bare = _TITLE_OF_TESTS.sub(" ", told)
    return bare != told and _TESTS.search(bare) is None and _CALL.search(bare) is not None


def usual_of(event: CalendarEvent, message: Message, context: Context) -> str:
    """Return what an invitation is to that doesn't say so: an interview, unless it is titled a call and no more.

    "Call Sam / Dana" after "I'd like to have a first call" is that call; where the exchange is at its interviews, the
    opportunity knows better.
    """
    is_call = _CALLS_ITSELF_CALL.search(flatten(event.summary)) is not None
    told = flatten(f"{message.subject} {event.summary} {context.text[:4000]}")
    return "call" if is_call and not _INTERVIEW.search(told) else "interview"


def names_meeting(near: str, subject: str, context: Context) -> bool:
    """Say whether a bare time ("Thursday, 3pm") stands where a meeting is spoken of."""
    meets = _INTERVIEW.search(near) or _CALL.search(near) or _SCREENING.search(near) or _INTERVIEW.search(subject)
    return meets is not None and context.signal in {
        Stage.SCREENING,
        Stage.INTERVIEW,
        Stage.ASSESSMENT,
        Stage.OFFER,
        None,
    }


def usual(context: Context) -> str:
    """Return what a mail of this signal most likely arranges."""
    return {Stage.SCREENING: "screening", Stage.ASSESSMENT: "assessment", Stage.INTERVIEW: "interview"}.get(
        context.signal or Stage.OUTREACH, "call"
    )


_BY_PHONE = re.compile(r"\b(?:tele)?phon(?:e|ic) (?:interview|screen(?:ing)?)\b")


def what_of(text: str, otherwise: str) -> str:
    """Return what words (in lower case) call a meeting, or `otherwise` where they don't say."""
    if otherwise == "screening":  # what the mail arranges as a first call may call itself a phone interview
        text = _BY_PHONE.sub(" ", text)
    text = _TITLE_OF_TESTS.sub(" ", text)
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


def end_stated(context: Context, window: Window) -> datetime | None:
    """Return the end that a stated duration gives ("45 minutes"), None where none is stated near."""
    text = flatten(context.text[max(0, window.start - 200) : window.end + 200])
    match = next((one for one in _DURATION.finditer(text) if not _OF_A_PART.match(text, one.end())), None)
    if not match:
        return None
    hours = match["hours"]
    minutes = float(match["minutes"]) if match["minutes"] else _HOURS.get(hours) or float(hours) * 60
    length = timedelta(minutes=minutes)
    return window.earliest + length if length <= LONGEST else None
