"""What the user says of an opportunity → a word that can be kept. What can't be meant is a `UsageError`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.types import (
    Action,
    ActionKind,
    Contact,
    Doubt,
    Finding,
    Opportunity,
    Said,
    SenderKind,
    Stage,
    State,
    Thread,
    Word,
)
from inbox_watch.errors import UsageError

_ADDRESS = re.compile(r"[^@\s<>]{1,64}@[^@\s<>]{1,255}")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LENGTH = re.compile(r"(\d{1,3})\s?([dw])")
_LONGEST = 200
_NOON = time(12)


def about(opportunity: Opportunity, kind: Said, now: datetime, **more: Any) -> Word:
    """Return a word about an opportunity: it hangs on all the mails that it holds now."""
    moments = [entry.message.instant for entry in opportunity.entries if entry.message.instant]
    # Of what isn't a recruiter's, no text is kept, not even its name.
    parts = () if kind is Said.NOT_RECRUITING else (opportunity.role, opportunity.company)
    more.setdefault("at", now)
    return Word(
        kind=kind,
        said=now,
        anchors=_keys(opportunity),
        newest=max(moments, default=None),
        opportunity=opportunity.id,
        title=" at ".join(part[:80] for part in parts if part),
        **more,
    )


def _keys(opportunity: Opportunity) -> tuple[str, ...]:
    return tuple(sorted(entry.message.key for entry in opportunity.entries))


# --- done, snooze, mute ---------------------------------------------------------------------------------------------


def done(finding: Finding, kind: ActionKind | None, now: datetime, calendar: Calendar, day: date | None) -> Word:
    """Say that an action was done elsewhere: now, or on an earlier day (at noon, or with that day's last mail).

    Without `kind` it is the only one that is open; an update that needn't be asked for yet has to be named.
    """
    actions = [one for one in _open(finding, kind) if kind or not _lies_ahead(one)]
    if not actions:
        raise UsageError(
            "nothing is to be done there yet",
            advice=f"If you have asked for an update: inbox-watch done {finding.opportunity.id} request_update",
        )
    if len(kinds := _kinds(actions)) > 1:
        raise UsageError(
            f"which one was done? Open are {_listed(actions)}",
            advice=f"Name one: inbox-watch done {finding.opportunity.id} {kinds[0]}",
        )
    at = _moment(finding.opportunity, now, calendar, day)
    if kinds[0] is ActionKind.REQUEST_UPDATE:
        asked = [entry.message.instant for entry in finding.opportunity.entries if not entry.reading.from_candidate]
        first = max((one for one in asked if one), default=at)
    else:
        first = min(action.from_ for action in actions)
    if at < first:
        local = calendar.to_local(first)
        raise UsageError(
            f"--on {day}: that is before {local:%d %B %Y, %H:%M}, when this came up", advice="Name a later day."
        )
    return about(finding.opportunity, Said.DONE, now, at=at, actions=tuple(kinds))


def _lies_ahead(action: Action) -> bool:
    return action.kind is ActionKind.REQUEST_UPDATE and action.state is State.UPCOMING


def _moment(opportunity: Opportunity, now: datetime, calendar: Calendar, day: date | None) -> datetime:
    today = calendar.to_local(now).date()
    if day is None or day == today:
        return now
    if day > today:
        raise UsageError(f"--on {day}: that day lies ahead", advice="Name the day on which it was done.")
    instants = (entry.message.instant for entry in opportunity.entries if entry.message.instant)
    mails = (calendar.to_local(one) for one in instants)
    return max([calendar.end_of_day(day, _NOON), *(one for one in mails if one.date() == day)])


def snooze(finding: Finding, kind: ActionKind | None, now: datetime, until: datetime) -> Word:
    """Put an action off, or all that are open, until the morning of a day."""
    return about(finding.opportunity, Said.SNOOZE, now, until=until, actions=tuple(_kinds(_open(finding, kind))))


def _open(finding: Finding, kind: ActionKind | None) -> list[Action]:
    actions = list(finding.judgement.actions)
    if finding.judgement.is_muted:
        raise UsageError("it is muted", advice=f"First: inbox-watch mute {finding.opportunity.id} --undo")
    if not actions:
        raise UsageError("nothing is open there", advice=f"See inbox-watch explain {finding.opportunity.id}")
    found = [action for action in actions if kind is None or action.kind is kind]
    if not found:
        raise UsageError(f"{kind} isn't open there; what is: {_listed(actions)}", advice="Name one of these.")
    return found


def _kinds(actions: Iterable[Action]) -> list[ActionKind]:
    return list(dict.fromkeys(action.kind for action in actions))


def _listed(actions: Sequence[Action]) -> str:
    return ", ".join(_kinds(actions))


def until_day(words: str, now: datetime, calendar: Calendar, morning: time) -> datetime:
    """Return the morning that "2026-03-16", "3d", "2w", "monday" or "tomorrow" means. It lies ahead."""
    today = calendar.to_local(now).date()
    wanted = words.strip().lower()
    day = _day(wanted, today)
    if day is None:
        raise UsageError(f'--until: can\'t read "{words}"', advice="Write a date (2026-03-16), 3d, 2w or monday.")
    if day <= today:
        raise UsageError(f"--until {words}: that day isn't ahead", advice="Name a day after today.")
    return calendar.end_of_day(day, morning)


def on_day(words: str, now: datetime, calendar: Calendar) -> date:
    """Return the day that "2026-03-01", "today", "yesterday" or "monday" (the last one before today) means."""
    today = calendar.to_local(now).date()
    wanted = words.strip().lower()
    if wanted in ("today", "yesterday"):
        return today - timedelta(days=wanted == "yesterday")
    weekday = _weekday(wanted)
    day = _written(wanted) if weekday is None else today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    if day is None:
        raise UsageError(f'--on: can\'t read "{words}"', advice="Write a date (2026-03-01), yesterday or monday.")
    return day


def _day(wanted: str, today: date) -> date | None:
    if wanted == "tomorrow":
        return today + timedelta(days=1)
    if length := _LENGTH.fullmatch(wanted):
        return today + timedelta(days=int(length[1]) * (7 if length[2] == "w" else 1))
    weekday = _weekday(wanted)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return _written(wanted)


def _weekday(wanted: str) -> int | None:
    return next((place for place, name in enumerate(_DAYS) if len(wanted) > 2 and name.startswith(wanted)), None)


def _written(wanted: str) -> date | None:
    try:
        day = date.fromisoformat(wanted)
    except ValueError:
        return None
    return day if day.year < 9000 else None


# --- corrections ----------------------------------------------------------------------------------------------------


def stage(about_it: Opportunity | Doubt, wanted: Stage, now: datetime) -> Word:
    """Say how far it has come."""
    if isinstance(about_it, Opportunity):
        return about(about_it, Said.STAGE, now, value=wanted.value)
    return Word(
        kind=Said.STAGE,
        said=now,
        at=now,
        anchors=about_it.thread,
        newest=about_it.date,
        value=wanted.value,
        opportunity=about_it.id,
    )


def named(opportunity: Opportunity, kind: Said, name: str, now: datetime) -> Word:
    """Say the company or the role; an empty one says that it isn't known."""
    text = " ".join(name.split())
    if len(text) > _LONGEST or not text.isprintable():
        raise UsageError(f"--{kind}: that is no name", advice=f"Write at most {_LONGEST} characters on one line.")
    return about(opportunity, kind, now, value=text)


def contact(opportunity: Opportunity, address: str, name: str, kind: SenderKind | None, now: datetime) -> Word:
    """Say who the one to write to is."""
    wanted, called = address.strip().lower(), " ".join(name.split())
    if not _ADDRESS.fullmatch(wanted) or not wanted.isprintable():
        raise UsageError(f"--contact: {address!r} is no address", advice="Write it like dana@talent.example.")
    if len(called) > _LONGEST or not called.isprintable():
        raise UsageError("--name: that is no name", advice=f"Write at most {_LONGEST} characters on one line.")
    return about(opportunity, Said.CONTACT, now, value=wanted, name=called, sender_kind=kind)


def sender_kind(opportunity: Opportunity, kind: SenderKind, now: datetime) -> Word:
    """Say of what kind the one is who wrote last."""
    wrote = [
        entry.message.sender.address
        for entry in opportunity.entries
        if entry.message.sender and not entry.reading.from_candidate
    ]
    known = {one.address for one in opportunity.contacts}
    address = next((one for one in reversed(wrote) if one in known), None) or _first(opportunity.contacts)
    if address is None:
        raise UsageError("nobody is known there", advice="Name somebody with --contact ADDRESS --kind KIND.")
    return about(opportunity, Said.SENDER_KIND, now, value=address, sender_kind=kind)


def _first(contacts: Sequence[Contact]) -> str | None:
    return contacts[0].address if contacts else None


def join(opportunity: Opportunity, other: Opportunity, now: datetime) -> Word:
    """Say that two opportunities are one."""
    if opportunity.id == other.id:
        raise UsageError("--join: these two are one already", advice="Name another opportunity.")
    return about(opportunity, Said.JOIN, now, others=_keys(other), value=other.id)


def split(opportunity: Opportunity, thread_id: str, now: datetime) -> Word:
    """Say that a thread is an opportunity of its own."""
    wanted = thread_id.strip().lower()
    threads = opportunity.threads
    found = [one for one in threads if wanted and one.id.startswith((wanted, f"t-{wanted}"))]
    if len(found) != 1 or len(threads) < 2:
        raise UsageError(f'--split: "{thread_id}" names no thread that could be split off', advice=_threads(threads))
    keys = tuple(sorted(message.key for message in found[0].messages))
    return about(opportunity, Said.SPLIT, now, others=keys, value=found[0].id)


def _threads(threads: Sequence[Thread]) -> str:
    if len(threads) < 2:
        return "There is only one thread."
    return "Threads: " + "; ".join(f"{one.id} {one.subject[:60]}" for one in threads)


def recruiting(about_it: Opportunity | Doubt, is_recruiting: bool, now: datetime) -> Word:
    """Say of an opportunity, or of a doubtful mail, whether it is about recruiting."""
    kind = Said.RECRUITING if is_recruiting else Said.NOT_RECRUITING
    if isinstance(about_it, Opportunity):
        return about(about_it, kind, now)
    value = about_it.message_id if is_recruiting else ""
    return Word(kind=kind, said=now, at=now, anchors=about_it.thread, value=value, opportunity=about_it.id)
