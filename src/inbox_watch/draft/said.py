"""What was said and when: the sentence with which a request for an update begins."""

from __future__ import annotations

import re
from datetime import datetime

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.opportunity.sides import Side, sides_of
from inbox_watch.core.types import Act, Action, Address, Basis, Entry, Opportunity, Promise, Stage
from inbox_watch.core.when import find
from inbox_watch.draft.people import person_name
from inbox_watch.draft.plain import plain
from inbox_watch.draft.wording import Style, say_date, say_past

# Relative words, as they are retold on a later day.
_RETOLD = (
    (re.compile(r"\bthe day after tomorrow\b", re.IGNORECASE), "two days later"),
    (re.compile(r"\b(?:by |until )?tomorrow\b", re.IGNORECASE), "the next day"),
    (re.compile(r"\b(?:by |until |later )?(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE), ""),
    (re.compile(r"\bnext (week|month|year|quarter)\b", re.IGNORECASE), r"the following \1"),
    (re.compile(r"\bthis (week|month|year|quarter)\b", re.IGNORECASE), r"that \1"),
    (re.compile(r"\bin the (coming|next) (days|weeks)\b", re.IGNORECASE), r"in the following \2"),
)
_NEXT_DAY = re.compile(r"\b(?:next|this|coming) (mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?:by |on |until )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_HOLD = re.compile(r"\b(?:hold|paus|frozen|freez|postpon|stopp|suspend)", re.IGNORECASE)
_LONGEST = 60
_RECENT = 6  # days within which a weekday's name is enough


def request_entries(opportunity: Opportunity, now: datetime) -> list[Entry]:
    """Return the candidate's requests for an update since the last word of a person, or the last call or interview."""
    found: list[Entry] = []
    for entry, side in zip(opportunity.entries, sides_of(opportunity.entries), strict=True):
        if side is Side.PERSON:
            found.clear()
        elif side is Side.CANDIDATE and Act.REQUESTS_UPDATE in entry.reading.acts:
            found.append(entry)
    held = [one.start for one in opportunity.appointments if one.start <= now]
    return [one for one in found if one.message.instant and all(one.message.instant > start for start in held)]


def sentence(opportunity: Opportunity, action: Action, to: Address, style: Style, now: datetime) -> str:
    """Return what the request refers to, in a sentence without its full stop; `now` is in the candidate's zone."""
    entry = next((one for one in opportunity.entries if one.message.message_id == action.message_id), None)
    if entry is None or entry.message.instant is None:
        return ""
    day = say_past(entry.message.instant.astimezone(now.tzinfo).date(), style, today=now.date())
    if action.rule.endswith(".away"):
        return _away(entry, style, now)
    if opportunity.stage is Stage.ON_HOLD and not entry.reading.from_candidate:
        return _held(entry, action, day, style, now)
    if action.basis is Basis.STATED:
        return _stated(entry, action, to, day, style, now)
    if action.basis is Basis.EVENT:
        return ""  # the template speaks of the interview
    return _last(opportunity, entry, day)


def _away(entry: Entry, style: Style, now: datetime) -> str:
    back = entry.reading.away_until
    if back is None:
        return ""
    return f"Your automatic reply said that you would be away until {say_date(back.date(), style, today=now.date())}"


def _held(entry: Entry, action: Action, day: str, style: Style, now: datetime) -> str:
    promise = _promise(entry, action)
    told = f"You let me know {day} that the role was on hold"
    if promise is None or promise.latest is None:
        return told
    if _HOLD.search(promise.quote):
        return f"{told} until {say_date(promise.latest.date(), style, today=now.date())}"
    time = _time_in_words(entry, promise, style, now)
    return f"When you put the role on hold, you mentioned {day} that I would hear from you{time}"


def _stated(entry: Entry, action: Action, to: Address, day: str, style: Style, now: datetime) -> str:
    promise = _promise(entry, action)
    time = _time_in_words(entry, promise, style, now)
    sender = entry.message.sender
    if entry.reading.is_automatic:
        who = f"The confirmation that I received {day} said"
    elif sender is not None and sender.address != to.address and (name := person_name(sender.name)):
        who = f"{name} mentioned {day}"
    else:
        who = f"You mentioned {day}"
    return f"{who} that I would hear from you{time}"


def _time_in_words(entry: Entry, promise: Promise | None, style: Style, now: datetime) -> str:
    """Return the time that they named in their own words, as it is retold on a later day."""
    if promise is None or promise.latest is None:
        return ""
    written = entry.message.date or entry.message.instant
    assert written is not None
    assert now.tzinfo is not None
    flat = " ".join(promise.quote.split())
    found = find(flat, written=written, calendar=Calendar(zone=now.tzinfo))
    phrase = plain(found[-1].quote, limit=_LONGEST) if found else ""
    day = say_date(promise.latest.date(), style, today=now.date())
    is_long_ago = (now.date() - promise.latest.date()).days > _RECENT
    if not phrase or _NEXT_DAY.search(phrase) or (is_long_ago and _BARE_DAY.fullmatch(phrase)):
        return f" by {day}"
    for pattern, told in _RETOLD:
        phrase = pattern.sub(told, phrase)
    phrase = phrase.strip()
    return f" {phrase[:1].lower()}{phrase[1:]}" if phrase else " the same day"


def _promise(entry: Entry, action: Action) -> Promise | None:
    dated = [one for one in entry.reading.promises if one.latest is not None and one.by == "sender"]
    return next((one for one in dated if one.quote == action.quote), dated[-1] if dated else None)


def _last(opportunity: Opportunity, entry: Entry, day: str) -> str:
    """Return how the last message is spoken of: what the candidate sent then, or what they wrote."""
    acts = entry.reading.acts
    if not entry.reading.from_candidate:
        if Act.HOLDS in acts:
            return f"You let me know {day} that it would take a little longer"
        return f"We were last in touch {day}"
    if Act.SENDS_TIMES in acts:
        return f"I sent you some possible times {day}"
    if Act.SENDS_ASSESSMENT in acts:
        return f"I handed in my work {day}"
    if opportunity.stage is Stage.APPLIED and entry is opportunity.entries[0]:
        return f"I sent you my application {day}"
    if Act.SENDS_DOCUMENTS in acts:
        return f"I sent you the documents {day}"
    return f"I last wrote to you {day}"
