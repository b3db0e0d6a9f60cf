"""A time that takes another's place: worked out where only the change is told, and which one it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from inbox_watch.core.documents import own_lines
from inbox_watch.core.types import Act, Appointment, Entry, Shift

_DAY = re.compile(
    r"\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri"
    r"|\d{1,2}(?:st|nd|rd|th)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \d|\d{1,2} (?:jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep"
    r"|oct|nov|dec)|\d{1,2}[./]\d{1,2})\b"
)
_YES = re.compile(
    r"(?:oh |ah |hi,? |great,? |thanks,? |thank you,? )?(?:yes|yep|yeah|sure|of course|ok(?:ay)?|absolutely|certainly"
    r"|gladly|with pleasure|no problem|not a problem|that(?:'s| is) (?:no problem|fine|ok|okay|alright"
    r"|all right|perfect)"
    r"|agreed|fine|perfect|definitely|(?:it|that|they) (?:does|do|would)|(?:it|that|this) (?:works|suits)(?: me)?)\b"
)
_BUT = re.compile(
    r"\b(?:but|not|n't|cannot|unfortunately|sorry|however|afraid|let me check|(?:get|come) back"
    r"|let you know|rather|instead|if)\b|n't\b|\?"
)
# "It does! Who will I be meeting?" is a yes all the same; "would 4pm be possible?" is none.
_ASKS_TIME = re.compile(
    r"\b(?:time|when|an?other|different|instead|later|earlier|move|reschedul\w{1,4}|postpone|possible|(?:could|can|shall"
    r"|should|might) we|would (?:it|that|you)|slot|day|if"
    r"|mon|tues?|wed|thu(?:rs)?|fri|(?:mon|tues|wednes|thurs|fri)day)\b"
    r"|\d ?[ap]m\b|\d[:.]\d\d"
)
_NO_ANSWER = frozenset({Act.RESCHEDULES, Act.CANCELS, Act.WITHDRAWS, Act.DELAYS})
_FIRST_LINES = 4
_SHORT = 60


def says_plain_yes(entry: Entry) -> bool:
    """Say whether a mail begins with a yes, and takes nothing of it back: "Of course, no problem"."""
    if entry.reading.acts & _NO_ANSWER:
        return False
    lines = _lines(entry)
    asks_back = Act.ASKS_BACK in entry.reading.acts
    if asks_back and any(_ASKS_TIME.search(one) for line in lines for one in _QUESTION.findall(line)):
        return False
    said = next((line for line in lines[:_FIRST_LINES] if _YES.match(line)), None)
    if said is None or (Act.SENDS_TIMES in entry.reading.acts and (len(said) > _SHORT or " or " in said)):
        return False  # a yes with times of one's own may be to something else
    said = re.split(r"[.!] ", said)[0] if asks_back else said
    return _BUT.search(said[:300].removeprefix("no problem").removeprefix("not a problem")) is None


def _lines(entry: Entry) -> list[str]:
    return [line.strip().lower().replace("’", "'") for line in own_lines(entry.message).split("\n") if line.strip()]


_QUESTION = re.compile(r"[^.!?]{1,300}\?")
_AGREES = re.compile(
    r"\bsee you\b|\b(?:speak|talk)(?: (?:to|with) you)?\b|(?:\b(?:is|sounds|looks|would be|will be)|'s)"
    r" (?:\w{4,10} )?(?:good|great|fine|perfect|ok|okay|grand|ideal|brilliant|lovely|alright|all right)\b"
    r"|\b(?:works|suits)\b|\bit is\b|\b(?:i'll|i will|we'll|we will|i shall) (?:be there|be present|come|attend)\b"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED_DAY = re.compile(
    r"\b(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|rs?|nes|ur)?(?:day)?(?:'s)?"
    r"|(?P<number>\d{1,2})(?:st|nd|rd|th)(?:'s)?)\b(?! (?:week|but))"
)
_ANOTHER_WEEK = re.compile(r"\b(?:next|following|this|last|coming) (?:mon|tue|wed|thu|fri|sat|sun|week)")


def days_agreed(entry: Entry) -> frozenset[str]:
    """Return the days to which a mail says yes without their hour ("See you Thursday.", "The 26th is great.").

    A weekday by its first three letters, a day of the month by its number; empty where it takes anything back.
    """
    if entry.reading.acts & (_NO_ANSWER | {Act.ASKS_BACK}):
        return frozenset()
    for line in _lines(entry)[:_FIRST_LINES]:
        for said in re.split(r"[.!?;]\s", line[:300]):
            told = re.sub(r"\bno(?:t a)? (?:worries|problem|bother)\b", " ", said)
            if _AGREES.search(told) and not _BUT.search(told) and not _ANOTHER_WEEK.search(told):
                return frozenset(one["weekday"] or one["number"] for one in _NAMED_DAY.finditer(told))
    return frozenset()


def is_day(start: datetime, names: frozenset[str]) -> bool:
    """Say whether a start lies on the days of `days_agreed`, in its own zone."""
    return bool(names) and names <= {_WEEKDAYS[start.weekday()], str(start.day)}


def bare_weekday(said: str) -> int | None:
    """Return the weekday (Monday is 0) that words name without its date or week; None where they say more, or less."""
    low = said.lower()
    named = {one["weekday"] for one in _NAMED_DAY.finditer(low)}
    if len(named) != 1 or None in named or _ANOTHER_WEEK.search(low) or _DATED.search(low):
        return None
    return _WEEKDAYS.index(named.pop() or "")


_DATED = re.compile(
    r"\b(?:next|following) week\b|\b(?:to(?:day|night|morrow))\b|\d[./-]\d{1,2}[./-]"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b"
)


def names_day(words: str) -> bool:
    """Say whether words that hold a time name its day as well."""
    return _DAY.search(words.lower()) is not None


def shifted(former: Appointment, shift: Shift, message_id: str) -> Appointment | None:
    """Return the appointment that a shift makes of a former one; None where nothing changes."""
    start = _start(former.start, shift)
    if start == former.start:
        return None
    return replace(
        former,
        start=start,
        end=start + (former.end - former.start) if former.end else None,
        source="text",
        message_id=message_id,
        quote=shift.quote,
        uid="",
        sequence=0,
        status=shift.status,
        is_move=True,
        replaces=former.start,
    )


def _start(start: datetime, shift: Shift) -> datetime:
    """Return a start some minutes later, or at the same wall clock of another day, in their zone."""
    if shift.day is None:
        return start + timedelta(minutes=shift.minutes)
    local = start.astimezone(shift.day.tzinfo)
    return datetime.combine(shift.day.date(), local.timetz())


def replaced(new: Appointment, others: Iterable[tuple[int, Appointment]]) -> int | None:
    """Return the place of what `new` replaces among others that lie ahead (the nearest first); None where it is none.

    It is the one that was named, by its start, its day or its hour; where none was, the next one.
    """
    places = [(place, one.start) for place, one in others if one.start != new.start]
    if new.replaces is None:
        return places[0][0] if places else None
    zone, day = new.replaces.tzinfo, new.replaces.date()
    exact = [place for place, start in places if start == new.replaces]
    same_day = [place for place, start in places if start.astimezone(zone).date() == day]
    same_hour = [place for place, start in places if start.astimezone(zone).time() == new.replaces.time()]
    return next(iter(exact or same_day or same_hour), None)
