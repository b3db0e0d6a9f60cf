"""What a thread's mails make of a time to talk: the week that was spoken of, a first call to come or over."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from inbox_watch.core.spelling import unquoted
from inbox_watch.core.types import Act, Appointment, AppointmentStatus, Reading, SenderKind, Stage

LONGEST_READ = 4000
_TALK = (
    r"(?:availab\w{2,6}|free|calls?|chat|coffee|meet|speak|talk|catch up|connect|interview|conversation|times?|slots?"
    r"|lunch|zoom|come (?:in|by|over)|suits?|works?)"
)
_NEXT_WEEK = re.compile(
    rf"\b{_TALK}\b[^.!?;]{{0,60}}? next week\b|\bnext week\b[^.!?;]{{0,60}}? {_TALK}\b",
)
_NOT_THEN = re.compile(
    r"\b(?:not|cannot|no|away|off|holiday|vacation|leave|busy|booked|unavailable|travel\w{0,5}|out of|except|after"
    r"|until|before|by|rather than|instead|or next|results?|feedback|hear|update|(?:come|get) back|let you know)\b"
    r"|n't\b"
)
_WEEK = re.compile(
    r"\b(?:this|next|following|same) week\b|\bweek (?:of|commencing|after)\b|\b(?:today|tonight|tomorrow)\b"
)
_OTHER_DAY = re.compile(
    r"\b(?:this|today|tonight|tomorrow|next|coming|following|last)\b|\d{1,2}(?:st|nd|rd|th)\b"
    r"|\d[./]\d{1,2}(?:[./]|\b(?! ?[ap]m))"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b")
_OTHERS = re.compile(
    r"\b(?:interview\w{0,3}|panel|on-?site|hiring|manager|director|head of|team|client|round|second|final|they|them"
    r"|their|he|she|meet|visit|office|presentation|technical)\b"
)
_PAPERS = re.compile(r"\b(?:cv|resume|résumé|attach\w{2,4}|enclosed|interview\w{0,3}|appl(?:y|ied|ication))\b")
_SHORT = 400


def week_named(text: str, written: datetime) -> date | None:
    """Return the Monday of the week in which a mail would like to talk ("a call next week?"); None where none is."""
    low = text[:LONGEST_READ].lower()
    if "next" not in low or "week" not in low:  # most mail, told at once
        return None
    sentences = re.split(r"(?<=[.!?;])\s", unquoted(text[:LONGEST_READ]))
    if any(_NEXT_WEEK.search(one) and not _NOT_THEN.search(one) for one in sentences):
        return written.date() + timedelta(days=7 - written.weekday())
    return None


def names_week(text: str) -> bool:
    """Say whether a mail speaks of a week or day of its own, so that an earlier mail's week holds no longer."""
    return _WEEK.search(unquoted(text[:LONGEST_READ])) is not None


def in_week(appointment: Appointment, monday: date, written: datetime) -> Appointment:
    """Return a time of a bare weekday ("Wednesday, 16:30") on that day of the week that the thread speaks of."""
    said = (appointment.quote or "").lower()
    if appointment.source != "text" or not _WEEKDAY.search(said) or _OTHER_DAY.search(said):
        return appointment
    day = appointment.start.astimezone(written.tzinfo).date()
    week = timedelta(days=7)
    if written.date() >= monday or not timedelta(0) < monday - day <= week:
        return appointment
    return replace(appointment, start=appointment.start + week, end=appointment.end + week if appointment.end else None)


def takes_time(reading: Reading, text: str) -> bool:
    """Say whether the candidate takes a time that an approach offered ("Wednesday, 16:30 is fine for me").

    Where they send papers with it, or speak of an interview, it is more than a first call.
    """
    is_set = any(one.source == "text" and one.status is AppointmentStatus.SET for one in reading.appointments)
    return is_set and len(text) <= _SHORT and _PAPERS.search(unquoted(text)) is None


def only_sets_time(reading: Reading, text: str) -> bool:
    """Say whether a short mail that sounds like an interview only agrees on a time, and speaks of nobody else.

    "Works for me, talk to you Wednesday at 4!", in answer to an approach, is a first call with who approached.
    """
    if reading.signal is not Stage.INTERVIEW or reading.from_candidate or len(text) > _SHORT:
        return False
    has_time = any(one.source == "text" for one in reading.appointments)
    return has_time and _OTHERS.search(unquoted(text)) is None


_UP_TO_APPLIED = frozenset({None, Stage.OUTREACH, Stage.APPLIED})
_WITH_OTHERS = re.compile(
    r"\binterview\w{0,4}\b"
    r"|\b(?:meeting|met|meet|speaking|spoke|spoken|talking|talked|seeing|seen|visiting|chat|call|visit|conversation)"
    r"(?: \w{1,10}){0,3}? (?:(?:the|our|my|their) (?:\w{1,12} )?(?:client|team|panel|managers?|directors?)|them|him"
    r"|her)\b"
    r"|\b(?:they|he|she|(?:the|our|my) (?:\w{1,12} )?(?:client|team|panel|manager|director)s?)"
    r" (?:\w{1,10} )?(?:enjoyed|liked|loved|met|said|appreciated)\b"
)


def tells_of_first_call(reading: Reading, text: str) -> bool:
    """Say whether an agency's recruiter, at the beginning, speaks of a call with them as of one that took place.

    "Thank you for the good conversation yesterday" is one; what others say of a meeting, or an interview, is none.
    """
    if reading.sender_kind is not SenderKind.AGENCY or reading.signal not in _UP_TO_APPLIED:
        return False
    return Act.HAS_MET in reading.acts and _WITH_OTHERS.search(unquoted(text[:LONGEST_READ])) is None
