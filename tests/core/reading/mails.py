"""Invented mail and scores for the reading tests: one anchor (Wednesday 11 March 2026 in London), one candidate."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from inbox_watch.core import zones
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.reading import read, read_thread
from inbox_watch.core.types import Address, CalendarEvent, Message, Reading, Scores, SenderKind

LONDON = ZoneInfo("Europe/London")
WRITTEN = datetime(2026, 3, 11, 10, 15, tzinfo=LONDON)
CALENDAR = Calendar(LONDON, "GB")
CANDIDATE = frozenset({"sam@example.com"})
SAM = Address(name="Sam Okafor", address="sam@example.com")
DANA = Address(name="Dana Reed", address="dana@brightwater.example")
LINES = Path(__file__).parents[3] / "fixtures" / "reading.jsonl"


def mail(
    text: str,
    *,
    sender: Address = DANA,
    to: tuple[Address, ...] = (SAM,),
    cc: tuple[Address, ...] = (),
    subject: str = "Data Engineer",
    headers: Mapping[str, str] | None = None,
    events: tuple[CalendarEvent, ...] = (),
    key: str = "k1",
    instant: datetime = WRITTEN,
) -> Message:
    return Message(
        key=key, source="test", message_id=f"<{key}@x.example>", date=instant, received=instant, instant=instant,
        sender=sender, to=to, cc=cc, subject=subject, headers=tuple((headers or {}).items()), text=text, events=events,
    )  # fmt: skip


def scores(
    recruiting: float = 0.98, stage: str = "none", *, sure: float = 0.9, kind: SenderKind = SenderKind.UNKNOWN,
    language: str | None = "en",
) -> Scores:  # fmt: skip
    rest = "none" if stage != "none" else "interview"
    stages = ((stage, sure), (rest, 1 - sure)) if sure < 1 else ((stage, 1.0),)
    return Scores(recruiting=recruiting, stages=stages, sender_kind=kind, language=language, model="test")


def reading(message: Message, scored: Scores | None = None) -> Reading:
    return read(message, zones.split(message.text), scored or scores(), candidate=CANDIDATE, calendar=CALENDAR)


def thread(*pairs: tuple[Message, Scores]) -> tuple[Reading, ...]:
    messages = [message for message, _ in pairs]
    return read_thread(
        messages,
        {message.key: zones.split(message.text) for message in messages},
        {message.key: scored for message, scored in pairs},
        candidate=CANDIDATE,
        calendar=CALENDAR,
    )


def lines() -> list[dict[str, Any]]:
    """Return the single sentences and short mails of fixtures/reading.jsonl with what they say."""
    return [json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()]


def read_line(line: Mapping[str, Any]) -> Reading:
    outward = line["direction"] == "out"
    message = mail(line["text"], sender=SAM if outward else DANA, to=(DANA,) if outward else (SAM,))
    return reading(message, scores(stage=line["signal"] or "none"))
