"""When a pause ends: "on hold until mid-July", "not before September", "after the summer break", "back on in Q4".

What a pause lasts until is the day on which that begins; a stretch in which it goes on again is waited for to its end.
Seasons and the breaks between them have no dates of their own: they are ours, by the calendar's months.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.when import find, words

_ABOUT = r"(?:at least |around |about |approximately |roughly |some ?time (?:in |around )?|probably |well )?"
_UNTIL = re.compile(rf"\b(?:until|till|til)\s+{_ABOUT}")
# "No sanction yet, so it is on hold until mid-August": the "no" is of something else.
_WITHOUT_STOP = r"(?:(?!\b(?:on hold|paus|frozen|freez|suspend|stopp|parked|shelved|deferred))[^.!?;])"
_NOT_BEFORE = re.compile(
    rf"(?:\b(?:not|never|no|nothing|nobody)\b|n't\b){_WITHOUT_STOP}{{0,60}}?\b(?:before|until|till|earlier than"
    r"|sooner than)\s+"
    rf"{_ABOUT}|\bearliest\b[^.!?;]{{0,30}}?\b(?:is|be)\s+(?:in |on )?|\b(?:in|on|from|until|till)\s+"
    r"(?=[\w -]{3,24} at (?:the )?(?:very )?earliest)"
)
_FOR = re.compile(
    r"\bfor (?:at least |about |around |roughly |another |(?:the )?next )?(?=(?:\d|an?\b|one|two|three|four"
    r"|five|six|eight|ten|twelve|few|couple)[^.!?;]{0,14}\b(?:day|week|month))"
)
_REST = re.compile(r"\bfor (?:the )?(?:rest|remainder) of (?:the |this )?(?P<what>week|month|quarter|year)\b")
_BEGINS = re.compile(
    r"(?:the )?(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|q[1-4]\b"
    r"|next (?:month|quarter)|(?:second|third|fourth) quarter)(?! \d{1,2}\b(?!\d))"
)
_SEASON = re.compile(
    r"\b(?P<lead>until|till|before|after|over|throughout|during|end of|in|into|from|by|next"
    r"|this)?\s?(?:the )?(?:end of "
    r"the )?(?P<part>early |late |end of )?(?:the )?(?:next |this |coming )?(?P<season>spring|summer"
    r"|autumn|fall|winter)"
    r"(?: (?P<break>break|holidays?|vacations?|recess|time off|lull|pause))?\b"
)
_NEW_YEAR = re.compile(
    r"\b(?P<lead>until|till|before|in|by)?\s?(?P<part>(?:the )?(?:early|beginning|start)(?: in| of"
    r"| part of)? )?(?:the )?"
    r"(?:next year|new year|coming year|following year)\b"
)
_HALF_YEAR = re.compile(r"\b(?P<lead>until|till|before|in)?\s?(?:the )?second half of (?:the|this) year\b")
_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_FIRST_DAYS_OF_YEAR = 15  # of January, as in `spans`


def pause_end(text: str, *, written: datetime, calendar: Calendar, region: str | None = None) -> datetime | None:
    """Return when the pause of which one sentence speaks is over (18:00 of its last day), None where it names no time.

    `written` is the mail's instant in the sender's own offset.
    """
    low = text.lower()
    day = _by_convention(low, written.date())
    if day is not None:
        return datetime.combine(day, words.END_OF_DAY, tzinfo=written.tzinfo)
    rest = _REST.search(low)
    if rest:
        return _latest(f"by the end of the {rest['what']}", written, calendar, region)
    length = _FOR.search(low)
    if length:
        return _latest(f"in {text[length.end() : length.end() + 40]}", written, calendar, region)
    for pattern in (_NOT_BEFORE, _UNTIL):
        match = pattern.search(low)
        rest_of_it = text[match.end() : match.end() + 80] if match else ""
        begins = pattern is _NOT_BEFORE and not rest_of_it.lower().startswith(("the end", "end"))
        if rest_of_it and (found := _until(rest_of_it, written, calendar, region, begins=begins)):
            return found
    return _latest(text, written, calendar, region)


def _until(text: str, written: datetime, calendar: Calendar, region: str | None, *, begins: bool) -> datetime | None:
    """Return when what stands here begins, where it `begins` or is a month or a quarter; else when it ends."""
    if begins or _BEGINS.match(text.lower()):
        windows = find(f"in {text}", written=written, calendar=calendar, region=region)
        first = next((one for one in windows if one.start == 0 and one.earliest > written), None)
        if first:
            return datetime.combine(first.earliest.date(), words.END_OF_DAY, tzinfo=first.earliest.tzinfo)
    return _latest(f"until {text}", written, calendar, region)


def _latest(text: str, written: datetime, calendar: Calendar, region: str | None) -> datetime | None:
    windows = find(text, written=written, calendar=calendar, region=region)
    ahead = [one.latest for one in windows if one.latest > written]
    return ahead[0] if ahead else None


def _by_convention(low: str, today: date) -> date | None:
    if match := _HALF_YEAR.search(low):
        return date(today.year, 12, 31) if match["lead"] == "in" else date(today.year, 7, 1)
    if match := _NEW_YEAR.search(low):
        begins = match["lead"] in ("until", "till", "before") and not match["part"]
        return date(today.year + 1, 1, 1 if begins else _FIRST_DAYS_OF_YEAR)
    match = _SEASON.search(low)
    return _of_season(match, today) if match else None


def _of_season(match: re.Match[str], today: date) -> date | None:
    """Return the first day of a season that a pause lasts until, or the day after one (or its break)."""
    if not match["lead"] and not match["break"]:
        return None
    month = _FIRST_MONTHS[match["season"]]
    is_over = match["break"] or match["lead"] in ("after", "over", "throughout", "during", "end of", "in", "this", "by")
    is_over = is_over or match["part"] in ("late ", "end of ") or "end of" in match.group()
    if is_over:
        month = month % 12 + 3 if month < 12 else 3
    day = date(today.year, month, 1)
    return day if day > today else day.replace(year=today.year + 1)
