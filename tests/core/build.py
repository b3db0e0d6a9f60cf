"""Small builders: invented mails with what was read in them, so that a test can tell a course of events in a few lines.

The candidate is Sam (sam@example.com), Dana is an agency's recruiter, Ines works for the employer. All times are
Berlin's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.opportunity import gather
from inbox_watch.core.timing import Rhythms, judge, learn
from inbox_watch.core.types import (
    Act,
    Action,
    ActionKind,
    Address,
    Appointment,
    AppointmentStatus,
    Ask,
    Entry,
    Judgement,
    Message,
    Opportunity,
    Promise,
    Reading,
    SenderKind,
    Stage,
    Thread,
    Timing,
)

BERLIN = ZoneInfo("Europe/Berlin")
CALENDAR = Calendar(zone=BERLIN, country="DE")
TIMING = Timing()
SAM = "sam@example.com"
DANA = "dana@talent.example"
INES = "ines@acme.example"
NAMES = {SAM: "Sam Ode", DANA: "Dana Reed", INES: "Ines Kim"}
KINDS = {DANA: SenderKind.AGENCY, INES: SenderKind.EMPLOYER}
ME = frozenset({SAM})


def at(words: str) -> datetime:
    """Return a moment in Berlin: "10 09:30" is in March 2026, "04-07 09:00" names the month too."""
    day, _, hour = words.partition(" ")
    parts = [int(part) for part in day.split("-")]
    year, month, number = [2026, 3, *parts][-3:] if len(parts) == 1 else [2026, *parts][-3:]
    return datetime.combine(date(year, month, number), time.fromisoformat(hour or "12:00"), tzinfo=BERLIN)


def ask(kind: ActionKind | str, quote: str = "Could you tell me?", due: str | None = None, **more: Any) -> Ask:
    """Return an ask; `due` and `not_after` as in `at`."""
    not_after = more.pop("not_after", None)
    return Ask(
        kind=ActionKind(kind),
        quote=quote,
        due=at(due) if due else None,
        not_after=at(not_after) if not_after else None,
        **more,
    )


def promise(latest: str | None, quote: str = "You will hear from us", **more: Any) -> Promise:
    """Return the other side's promise of news; `by="candidate"` makes it the candidate's."""
    more.setdefault("by", "sender")
    if more.get("about"):
        more["about"] = ActionKind(more["about"])
    return Promise(quote=quote, latest=at(latest) if latest else None, is_decision=more["by"] == "sender", **more)


def meeting(start: str, end: str | None = None, *, what: str = "interview", **more: Any) -> Appointment:
    """Return a set appointment; with a `uid` it comes from an invitation."""
    source = "invitation" if more.get("uid") else "text"
    people = tuple(Address(name=NAMES.get(one, ""), address=one) for one in more.pop("people", ()))
    return Appointment(start=at(start), end=at(end) if end else None, what=what, source=source, with_=people, **more)


def proposed(start: str, **more: Any) -> Appointment:
    """Return a proposed appointment."""
    return meeting(start, status=AppointmentStatus.PROPOSED, **more)


def them(when: str, *, sender: str = DANA, to: str = SAM, **more: Any) -> Entry:
    """Return a mail from the other side."""
    more.setdefault("sender_kind", KINDS.get(sender, SenderKind.UNKNOWN))
    return _entry(when, sender, (to,), more)


def me(when: str, *, to: str = DANA, **more: Any) -> Entry:
    """Return a mail of the candidate."""
    more.setdefault("sender_kind", SenderKind.CANDIDATE)
    return _entry(when, SAM, (to,) if to else (), {"from_candidate": True, **more})


def robot(when: str, *, sender: str = "no-reply@greenhouse-mail.io", **more: Any) -> Entry:
    """Return a mail that no person wrote."""
    more.setdefault("sender_kind", SenderKind.PLATFORM)
    return them(when, sender=sender, is_automatic=True, **more)


def _entry(when: str, sender: str, to: tuple[str, ...], more: dict[str, Any]) -> Entry:
    moment = at(when)
    text = more.pop("text", "")
    thread = more.pop("thread", "t-1")
    key = hashlib.sha256(f"{sender} {to} {moment.isoformat()} {thread} {text}".encode()).hexdigest()[:32]
    message_id = f"<{key[:10]}@mail.example>"
    message = Message(
        key=key,
        source="test",
        message_id=message_id,
        date=moment,
        received=moment,
        instant=moment,
        sender=Address(name=NAMES.get(sender, ""), address=sender),
        to=tuple(Address(name=NAMES.get(one, ""), address=one) for one in to),
        subject=more.pop("subject", "Data Engineer at Acme"),
        text=text,
        attachments=more.pop("attachments", ()),
        events=more.pop("events", ()),
        reply_to=more.pop("reply_to", ()),
    )
    acts = frozenset(Act(one) for one in more.pop("acts", ()))
    appointments = tuple(_of_message(one, message_id) for one in more.pop("appointments", ()))
    more.setdefault("recruiting", True)
    more.setdefault("score", 0.9)
    if more.get("signal"):
        more["signal"] = Stage(more["signal"])
        more.setdefault("signal_score", 0.9)
    reading = Reading(key=key, message_id=message_id, acts=acts, appointments=appointments, **_tuples(more))
    return Entry(message=message, reading=reading, thread_id=thread)


def _of_message(appointment: Appointment, message_id: str) -> Appointment:
    fields = {name: getattr(appointment, name) for name in Appointment.__dataclass_fields__}
    return Appointment(**{**fields, "message_id": message_id})


def _tuples(more: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in more.items()}


def gathered(*entries: Entry, until: str | None = None) -> tuple[Opportunity, ...]:
    """Return the opportunities in these mails; mails with one `thread` are one thread."""
    by_thread: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.message.instant or at("1"), one.message.key)):
        by_thread.setdefault(entry.thread_id, []).append(entry)
    threads = [
        Thread(id=name, subject=own[0].message.subject, messages=tuple(entry.message for entry in own))
        for name, own in sorted(by_thread.items(), key=lambda pair: [one.thread_id for one in entries].index(pair[0]))
    ]
    readings = {entry.message.key: entry.reading for entry in entries}
    return gather(threads, readings, candidate=ME, until=at(until) if until else None)


def course(*entries: Entry) -> Opportunity:
    """Return the one opportunity that these mails are."""
    found = gathered(*entries)
    assert len(found) == 1, [one.id for one in found]
    return found[0]


def judged(now: str, *entries: Entry, history: Iterable[Opportunity] = (), calendar: Calendar = CALENDAR) -> Judgement:
    """Return what the clock makes of these mails at `now`; `history` are other opportunities to learn from."""
    opportunity = course(*entries)
    moment = at(now)
    rhythms = learn([opportunity, *history], now=moment, calendar=calendar, timing=TIMING)
    return judge(opportunity, now=moment, calendar=calendar, timing=TIMING, rhythms=rhythms)


def plain(opportunity: Opportunity, now: str) -> Judgement:
    """Return what the clock makes of an opportunity without any history."""
    return judge(opportunity, now=at(now), calendar=CALENDAR, timing=TIMING, rhythms=Rhythms())


def kinds(judgement: Judgement) -> list[str]:
    """Return the kinds of the actions, as sorted by the clock."""
    return [action.kind.value for action in judgement.actions]


def only(judgement: Judgement, kind: str | None = None) -> Action:
    """Return the only action (of a kind)."""
    found = [action for action in judgement.actions if kind is None or action.kind == kind]
    assert len(found) == 1, [(action.kind, action.reason) for action in judgement.actions]
    return found[0]
