"""A meeting that is to take another's place: which time of a sentence is the new one, and which the former one.

"Could you come at 1pm instead of 2pm?", "Could we move it from Monday at 2pm to Tuesday at 10am?". Where the words tell
only what changes ("an hour later", "same time on Wednesday"), the former time stands in other mails: that is a shift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from inbox_watch.core import when
from inbox_watch.core.calendar import MONTHS
from inbox_watch.core.reading import calling_off
from inbox_watch.core.reading.context import Context, is_future
from inbox_watch.core.reading.sentences import Sentence, flatten
from inbox_watch.core.types import AppointmentStatus, Shift, Window

_VERB = re.compile(
    r"\b(?:mov(?:e|ed|ing)|push(?:ed|ing)?|shift(?:ed|ing)?|chang(?:e|ed|ing)|bring(?:ing)?|brought|postpon(?:e|ed|ing)"
    r"|reschedul(?:e|ed|ing)|swap(?:ped|ping)?|switch(?:ed|ing)?|put(?:ting)?|delay(?:ed|ing)?|pull(?:ed|ing)?|prepon(?:e|ed|ing)"
    r"|rearrang(?:e|ed|ing)|exchang(?:e|ed|ing))\b"
)
_TO = re.compile(
    r"\b(?:to|until|till|for|with|into|forward to|back to)(?: the| about| around| say| maybe| perhaps| at| on)?,? $"
)
_INSTEAD = re.compile(
    r"\binstead\b(?! of)|\bmake (?:it|that) (?=\S)|\b(?:a (?:bit|little) |slightly |somewhat )(?:earlier|later)\b"
)
_NAMES_FORMER = re.compile(
    r"\b(?:instead of|rather than|in place of|as opposed to|not|formerly|originally)\b|n't\b|\(was\b"
)
_MOST_TIMES = 6
_MOST_READ = 60  # times of one mail
_MEETING = re.compile(
    r"\b(?:interview|call|meeting|chat|appointment|slot|conversation|session|screening|it|this|that|time|start|come|meet"
    r"|speak|talk|us|begin|see you|date)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The times of one sentence that moves a meeting, by where they start in the text."""

    new: frozenset[int]
    former: frozenset[int]
    replaces: datetime | None


def move_in_mail(context: Context, sentence: Sentence) -> Move | None:
    """Return what is new and what is former among the times of a sentence; None where it moves nothing.

    A sentence with more times than anybody moves is a list.
    """
    if not (_VERB.search(sentence.low) or _INSTEAD.search(sentence.low) or _NAMES_FORMER.search(sentence.low)):
        return None
    windows = context.windows_in(sentence)
    return _move_in(sentence, windows) if 0 < len(windows) <= _MOST_TIMES else None


def _move_in(sentence: Sentence, windows: Sequence[Window]) -> Move | None:
    former = [one for one in windows if _is_former(sentence, one, windows)] or _before_target(sentence, windows)
    new = [one for one in windows if one not in former and one.has_hour]
    if not new or not (former or _names_target(sentence, windows) or _swaps(sentence, windows)):
        return None
    # of several times of the former one ("Monday, 8 June at 2pm"), the fullest
    told = max(former, key=lambda one: (one.has_hour, one.start), default=None)
    return Move(
        new=frozenset(one.start for one in new),
        former=frozenset(one.start for one in former),
        replaces=told.earliest if told else None,
    )


_FROM_TO = re.compile(
    r"\bfrom (?P<former>[\w:.]{1,8}(?: ?[ap]m)?) (?:to|until|till) (?P<new>[\w:.]{1,8}(?: ?[ap]m)?)\b"
)


def with_moves_apart(context: Context) -> tuple[Window, ...]:
    """Return the mail's times; "moved from 2pm to 3pm" names two, where elsewhere it would be one."""
    found: list[Window] = []
    for window in context.windows[:_MOST_READ]:
        match = _FROM_TO.search(window.quote.lower()) if window.is_point and window.has_hour else None
        before = flatten(context.text[max(0, window.start - 80) : window.start])
        verb = _VERB.search(before[max(before.rfind(mark) for mark in ".!?") + 1 :]) if match else None
        apart = _apart(context, window, match) if match and verb else ()
        found.extend(apart or (window,))
    return (*found, *context.windows[_MOST_READ:])


def _apart(context: Context, window: Window, match: re.Match[str]) -> tuple[Window, ...]:
    assert context.written is not None
    day = f"on {window.earliest.day} {MONTHS[window.earliest.month - 1]} {window.earliest.year}"
    made: list[Window] = []
    for name in ("former", "new"):
        told = when.find(f"at {match[name]} {day}", written=context.written, calendar=context.calendar)
        if len(told) != 1 or not told[0].has_hour:
            return ()
        clock = told[0].earliest.timetz()
        start = datetime.combine(window.earliest.date(), clock.replace(tzinfo=window.earliest.tzinfo))
        begin = window.start + (match.start("new") if name == "new" else 0)
        made.append(replace(window, earliest=start, latest=start, start=begin))
    return tuple(made)


def _is_former(sentence: Sentence, window: Window, windows: Sequence[Window]) -> bool:
    return len(windows) > 1 and calling_off.is_former(sentence.low[: window.start - sentence.start])


def _before_target(sentence: Sentence, windows: Sequence[Window]) -> list[Window]:
    """Return the times that stand before the one to which a meeting is moved."""
    target = _target(sentence, windows)
    return [] if target is None else [one for one in windows if one.start < target.start]


def _names_target(sentence: Sentence, windows: Sequence[Window]) -> bool:
    return _target(sentence, windows) is not None and _MEETING.search(sentence.low) is not None


def _target(sentence: Sentence, windows: Sequence[Window]) -> Window | None:
    verb = _VERB.search(sentence.low)
    if verb is None:
        return None
    return next((one for one in windows if one.start - sentence.start > verb.end() and _is_led(sentence, one)), None)


def _is_led(sentence: Sentence, window: Window) -> bool:
    before = sentence.low[: window.start - sentence.start]
    quote = window.quote.lower()
    is_inside = (
        quote.startswith(("until", "till", "for ")) or re.search(r"day,? (?:for|to|until) \d", quote) is not None
    )
    return is_inside or _TO.search(before[-24:]) is not None


def _swaps(sentence: Sentence, windows: Sequence[Window]) -> bool:
    """Say whether one time is named "instead", or a little earlier or later, without the former one."""
    return len([one for one in windows if one.has_hour]) == 1 and _INSTEAD.search(sentence.low) is not None


def is_open(sentence: Sentence) -> bool:
    """Say whether a sentence only proposes what it says ("we'd like to move it")."""
    return sentence.is_question or _OPEN.search(sentence.low) is not None


# --- what changes alone ----------------------------------------------------------------------------------------------

_LENGTH = (
    r"(?P<count>half an|an?|one|two|three|(?:1|2|3|4|5|10|15|20|30|40|45|60|90)(?!\d))[ -]?(?P<half>and a half )?"
    r"(?P<unit>hours?|hrs?|minutes?|mins?|quarter of an hour)"
)
_LATER = (
    re.compile(rf"\b(?:by |for )?{_LENGTH} (?P<way>later|earlier|sooner|back|forward)\b"),
    re.compile(
        r"\b(?P<verb>push|delay|postpone|put|bring|pull|move|shift)\w{0,4} (?:\w{1,12}(?:'s)? ){0,4}?"
        rf"(?P<way>back |forward |out |up )?by {_LENGTH}\b"
    ),
)
_SAME_TIME = re.compile(r"\b(?:(?:at )?the )?same time\b")
_OPEN = re.compile(
    r"\b(?:could|can|would|shall|may|might|suggest|propose|possible|how about|what about|do you mind|would like|'d like"
    r"|is it ok(?:ay)?|rather|prefer|if (?:that|it|this)|hope)\b"
)
_TELLS = re.compile(
    r"\b(?:will|'ll|has to|have to|had to|need to|needs to|must|is now|starts?|begins?|moved|pushed|delayed|postponed"
    r"|brought|rescheduled|preponed|let's|going to|shifted|put back)\b"
)
_MEETS = re.compile(
    r"\b(?:interview|call|meeting|chat|appointment|slot|conversation|session|screening|it|start\w{0,3}|begin\w{0,4}"
    r"|com(?:e|ing)|meet|speak\w{0,3}|talk\w{0,3}|us|same time|this)\b"
)
_NOT_THE_MEETING = re.compile(
    r"\b(?:i|he|she|they|we) (?:got|received|called|rang|heard|was|were|arrived|left|saw)\b"
    r"|\b(?:second|another|further|final|follow-up|additional|as well|also)\b"
    r"|\b(?:joins?|joining|arriv\w{1,4}|leav\w{1,3}|lunch|break|doors?|train|bus|takes?|lasts?|longer)\b"
)
_NUMBERS = {"half an": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


def find_shifts(context: Context) -> tuple[Shift, ...]:
    """Return the moves that a mail tells by what changes alone, in its order; at most one counts a sentence."""
    if context.is_bulk or context.is_answer:
        return ()
    return tuple(_shifts(context))


def _shifts(context: Context) -> Iterator[Shift]:
    for sentence in context.sentences:
        proposes = is_open(sentence)
        if not (proposes or _TELLS.search(sentence.low)) or calling_off.is_conditional(sentence.low):
            continue
        if _NOT_THE_MEETING.search(sentence.low) or not _MEETS.search(sentence.low):
            continue
        status = AppointmentStatus.PROPOSED if proposes else AppointmentStatus.SET
        windows = [one for one in context.windows_in(sentence) if is_future(one, context.written)]
        minutes = _minutes(sentence.low)
        days = [one for one in windows if not one.has_hour and one.earliest.date() == one.latest.date()]
        if minutes and not any(one.has_hour and one.is_point for one in windows):
            yield Shift(quote=sentence.quote, minutes=minutes, status=status)
        elif _SAME_TIME.search(sentence.low) and days:
            yield Shift(quote=sentence.quote, day=days[-1].latest, status=status)


def _minutes(low: str) -> int:
    """Return by how many minutes a sentence moves something, earlier below zero; 0 where it names no length."""
    match = next((found for pattern in _LATER if (found := pattern.search(low))), None)
    if match is None:
        return 0
    groups = match.groupdict()
    number = _NUMBERS.get(groups["count"]) or float(groups["count"])
    number += 0.5 if groups["half"] else 0
    unit = 15 if groups["unit"].startswith("quarter") else 60 if groups["unit"].startswith("h") else 1
    way = (groups["way"] or groups.get("verb") or "").strip()
    return round(number * unit) * (-1 if way in ("earlier", "sooner", "forward", "up", "bring", "pull") else 1)
