"""The slots of the templates, filled from the thread, the action's dates and the settings, and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from inbox_watch.core.opportunity.sides import organisation_of
from inbox_watch.core.types import (
    Action,
    ActionKind,
    Address,
    Appointment,
    Ask,
    Basis,
    Entry,
    Opportunity,
    SenderKind,
)
from inbox_watch.core.zones import split
from inbox_watch.draft import things
from inbox_watch.draft.people import Register, person_name
from inbox_watch.draft.plain import plain
from inbox_watch.draft.said import request_entries, sentence
from inbox_watch.draft.wording import Style, listed, say_appointment, say_date, say_past, style_of

_LEGAL = re.compile(
    r",? (?:gmbh(?: & co\.? kg(?:aa)?)?|ag|se|kg|ug|ltd|limited|inc|llc|plc|corp|s\.?a|s\.?r\.?l|b\.?v|n\.?v|oy|ab"
    r"|a/s)\.?$",
    re.IGNORECASE,
)
_ROLE_WORD = re.compile(r" (?:position|role|job|vacancy|opening)$", re.IGNORECASE)
_LONGEST_TEXT = 20_000
_MOST_QUESTIONS = 5
_LONG_AGO = timedelta(days=5)
_WHAT = {"call": "call", "screening": "first call", "assessment": "test"}


def slots_of(
    opportunity: Opportunity,
    actions: Sequence[Action],
    to: Address,
    manner: Register,
    now: datetime,
) -> dict[str, object]:
    """Return every slot for these actions of one kind to one person, the most pressing first.

    `now` is in the candidate's zone.
    """
    action, today = actions[0], now.date()
    style = style_of(
        split(entry.message.text[:_LONGEST_TEXT]).new  # a program's "Sent: March 5" above a quoted mail is no style
        for entry in opportunity.entries
        if not entry.reading.from_candidate
    )
    asked = _entry(opportunity, action.message_id)
    company = company_of(opportunity, to)
    role = _ROLE_WORD.sub("", plain(opportunity.role, limit=80))
    held = _held(opportunity, action, now)
    sent = asked.message.instant.astimezone(now.tzinfo) if asked and asked.message.instant else None
    when = _start(held, now) if held and action.kind in _AFTER_INTERVIEWS else sent
    ask = _ask(asked, action)
    requests = request_entries(opportunity, now)
    proposed = _proposed(opportunity, asked, ask)
    is_elsewhere = held is not None and held.what == "interview" and _recruits_for_others(opportunity, to)
    return {
        "greeting": manner.greeting,
        "sign_off": manner.sign_off,
        "own_name": manner.own_name,
        "spoken": manner.spoken,
        "position": _position(role, company if _recruits_for_others(opportunity, to) else ""),
        "role": role,
        "company": company,
        "day": say_past(when.date(), style, today=today) if when else "",
        "questions": _questions(actions),
        "documents": listed(filter(None, (things.documents_in_words(one.quote or "") for one in actions)))
        or "the documents",
        "task": _task(opportunity, action, asked),
        "until": _until(action, ask, style, now),
        "appointment": say_appointment(proposed.start, proposed.end, style, now=now) if proposed else "",
        "zone": _zone(opportunity, to, now),
        "others": listed(_others(held, to)),
        "promised": things.promised_in_words(action.quote or "") or "[what you promised]",
        "is_late": _is_late(action, now),
        "said": _elsewhere(held, style, now) if is_elsewhere else sentence(opportunity, action, to, style, now),
        "interview": "" if is_elsewhere else _interview(held, style, now),
        "asked": listed(_days(requests[-2:], style, now)),
    }


_AFTER_INTERVIEWS = (ActionKind.THANK_YOU, ActionKind.DEBRIEF)


def company_of(opportunity: Opportunity, to: Address) -> str:
    """Return the company's name without its legal form; empty where it isn't known, or is the person's own name."""
    name = _LEGAL.sub("", plain(opportunity.company, limit=60))
    return "" if name.casefold() == person_name(to.name).casefold() else name


def ask_of(opportunity: Opportunity, action: Action) -> Ask | None:
    """Return the ask that an action stands for."""
    return _ask(_entry(opportunity, action.message_id), action)


def entry_of(opportunity: Opportunity, action: Action) -> Entry | None:
    """Return the mail that an action rests on."""
    return _entry(opportunity, action.message_id)


def _entry(opportunity: Opportunity, message_id: str) -> Entry | None:
    return next((one for one in opportunity.entries if one.message.message_id == message_id), None)


def _ask(entry: Entry | None, action: Action) -> Ask | None:
    asks = entry.reading.asks if entry else ()
    of_kind = [one for one in asks if one.kind is action.kind]
    return next((one for one in of_kind if one.quote == action.quote), of_kind[0] if of_kind else None)


def _recruits_for_others(opportunity: Opportunity, to: Address) -> bool:
    """Say whether a person is an agency's: they fill more than one company's roles, and sit in no interview."""
    contact = next((one for one in opportunity.contacts if one.address == to.address), None)
    return contact is not None and contact.kind is SenderKind.AGENCY


def _position(role: str, company: str) -> str:
    name = f"the {role} role" if role else "the role"
    return f"{name} at {company}" if company else name


def _questions(actions: Sequence[Action]) -> tuple[str, ...]:
    replies = [one for one in actions if one.kind is ActionKind.REPLY]
    told = (things.question_in_words(one.quote or "") for one in replies)
    return tuple(dict.fromkeys(filter(None, told)))[:_MOST_QUESTIONS]


def _task(opportunity: Opportunity, action: Action, asked: Entry | None) -> str:
    """Return the name of what is to be done, from the sentence that asks, else from its mail's subject."""
    named = things.task_in_words(action.quote or "")
    if named != things.task_in_words("") or asked is None:
        return named
    return things.task_in_words(asked.message.subject)


def _until(action: Action, ask: Ask | None, style: Style, now: datetime) -> str:
    """Return the day that is named as the last one, where it hasn't passed; as their own calendar shows it."""
    if action.basis is not Basis.STATED or action.due < now:
        return ""
    stated = ask.due if ask and ask.due == action.due else action.due
    return say_date(stated.date(), style, today=now.date())


def _is_late(action: Action, now: datetime) -> bool:
    """Say whether an apology is due: a named day has passed, or a usual one long ago."""
    return action.due < now if action.basis is Basis.STATED else action.due + _LONG_AGO < now


def _proposed(opportunity: Opportunity, asked: Entry | None, ask: Ask | None) -> Appointment | None:
    """Return the appointment that a mail proposes: the one that its ask names, else the first that it names."""
    named = (*(asked.reading.appointments if asked else ()), *opportunity.appointments)
    start = ask.not_after if ask else None
    fitting = [one for one in named if one.start == start]
    if fitting or start is None:
        return fitting[0] if fitting else next(iter(asked.reading.appointments if asked else ()), None)
    return Appointment(start=start)


def _held(opportunity: Opportunity, action: Action, now: datetime) -> Appointment | None:
    """Return the appointment that an action follows: of its mail and words, else the last that was held."""
    past = [one for one in opportunity.appointments if one.start <= now]
    named = [one for one in past if one.message_id == action.message_id]
    named = [one for one in named if one.quote == action.quote] or named
    if action.kind not in _AFTER_INTERVIEWS and action.basis is not Basis.EVENT:
        return None
    return max(named or past, key=lambda one: one.start, default=None)


def _start(held: Appointment, now: datetime) -> datetime:
    """Return an appointment's start as the invitation reads; where that is in UTC, in the candidate's zone."""
    return held.start.astimezone(now.tzinfo) if held.start.tzinfo is UTC else held.start


def _interview(held: Appointment | None, style: Style, now: datetime) -> str:
    if held is None:
        return ""
    day = say_past(_start(held, now).date(), style, today=now.date())
    return f"{_WHAT.get(held.what, 'interview')} {day}"


def _elsewhere(held: Appointment | None, style: Style, now: datetime) -> str:
    """Return how an interview is spoken of to somebody who wasn't there."""
    told = _interview(held, style, now)
    return f"My {told.replace('interview ', 'interview was ', 1)}" if told else ""


def _others(held: Appointment | None, to: Address) -> Iterable[str]:
    people = held.with_ if held else ()
    for one in people[:6]:
        name = person_name(one.name)
        if name and one.address != to.address and organisation_of(one.address) == organisation_of(to.address):
            yield name


def _days(entries: Sequence[Entry], style: Style, now: datetime) -> Iterable[str]:
    for entry in entries:
        if entry.message.instant:
            yield say_past(entry.message.instant.astimezone(now.tzinfo).date(), style, today=now.date())


def _zone(opportunity: Opportunity, to: Address, now: datetime) -> str:
    """Return the candidate's zone by its city, where the other person's clock shows another hour."""
    name = str(getattr(now.tzinfo, "key", ""))
    city = name.rpartition("/")[2].replace("_", " ")
    if "/" not in name or name.startswith("Etc/"):
        return ""
    for entry in reversed(opportunity.entries):
        message = entry.message
        if message.sender and message.sender.address == to.address and message.date:
            here = message.date.astimezone(now.tzinfo).utcoffset()
            return "" if message.date.utcoffset() == here else f"{city} time"
    return ""
