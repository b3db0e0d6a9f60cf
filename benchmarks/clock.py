"""What the clock costs: invented messages, ten in each of 250 opportunities, then 2, 4 and 8 times as many (20,000).

Run from the project's folder: `python -m benchmarks.clock`. It prints seconds of processor time for joining, learning
and judging, and the clock's share of a whole scan of mail files.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from inbox_watch import app, demo
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.opportunity import gather
from inbox_watch.core.timing import judge, learn
from inbox_watch.core.types import (
    Act,
    ActionKind,
    Address,
    Ask,
    Message,
    Promise,
    Reading,
    SenderKind,
    Stage,
    Thread,
    Timing,
)

ZONE = ZoneInfo("Europe/Berlin")
START = datetime(2025, 1, 6, 9, 0, tzinfo=ZONE)
NOW = START + timedelta(days=420)
ME = "sam@example.com"
MESSAGES = 10


def main() -> None:
    """Print the cost at 250, 500, 1,000 and 2,000 opportunities of ten messages each."""
    calendar, timing = Calendar(zone=ZONE, country="DE"), Timing()
    print(f"{'messages':>9} {'gather s':>9} {'learn s':>8} {'judge s':>8} {'all s':>7} {'µs a message':>13}")
    for count in (250, 500, 1000, 2000):
        threads, readings = _mailbox(count)
        found, joining = _timed(lambda t=threads, r=readings: gather(t, r, candidate=frozenset({ME})))
        rhythms, learning = _timed(lambda f=found: learn(f, now=NOW, calendar=calendar, timing=timing))
        _, judging = _timed(
            lambda f=found, k=rhythms: [judge(one, now=NOW, calendar=calendar, timing=timing, rhythms=k) for one in f]
        )
        whole = joining + learning + judging
        messages = count * MESSAGES
        print(
            f"{messages:>9} {joining:>9.2f} {learning:>8.2f} {judging:>8.2f} {whole:>7.2f} "
            f"{whole / messages * 1e6:>13.1f}"
        )
    reading = _reading_a_mail()
    share = whole / messages / (whole / messages + reading)
    print(f"parsing and reading a mail of the demo: {reading * 1e6:,.0f} µs; the clock's share of a scan: {share:.1%}")


def _reading_a_mail() -> float:
    """Return the processor time that a recruiting mail takes before the clock sees it, in seconds, the model loaded."""
    mails = [replace(mail, source=f"{number}") for number, mail in enumerate(demo.read())]
    settings = app.Settings(now=datetime.fromisoformat(demo.NOW), zone=ZONE, me=frozenset({demo.ME}))
    first = app.collect(app.Source(name="demo", read=lambda: iter(mails)))
    _, found = app.read(first.messages, settings.me, settings.calendar)
    ours = [mail for mail, message in zip(mails, first.messages, strict=True) if found[message.key].recruiting]

    def read() -> None:
        messages = app.collect(app.Source(name="demo", read=lambda: iter(ours))).messages
        app.read(messages, settings.me, settings.calendar)

    return min(_timed(read)[1] for _ in range(3)) / len(ours)


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begin = time.process_time()
    result = work()
    return result, time.process_time() - begin


def _mailbox(count: int) -> tuple[list[Thread], Mapping[str, Reading]]:
    threads: list[Thread] = []
    readings: dict[str, Reading] = {}
    for number in range(count):
        pairs = [_mail(number, place) for place in range(MESSAGES)]
        readings.update((message.key, reading) for message, reading in pairs)
        messages = tuple(message for message, _ in pairs)
        threads.append(Thread(id=f"t-{number}", subject=f"Role {number}", messages=messages))
    return threads, readings


def _mail(number: int, place: int) -> tuple[Message, Reading]:
    """Every recruiter has ten roles; questions, answers, promises and requests take turns."""
    is_mine = place % 2 == 1
    recruiter = f"dana@talent{number // 10}.example"
    sender, receiver = (ME, recruiter) if is_mine else (recruiter, ME)
    moment = START + timedelta(days=number % 360 + 3 * place, hours=place)
    key = hashlib.sha256(f"{number} {place}".encode()).hexdigest()[:32]
    message = Message(
        key=key,
        source="benchmark",
        message_id=f"<{key}@mail.example>",
        date=moment,
        received=moment,
        instant=moment,
        sender=Address(address=sender),
        to=(Address(address=receiver),),
        subject=f"Role {number}",
        text="Hello,\nthank you for your mail. " * 20,
    )
    ask = Ask(kind=ActionKind.REPLY, quote="Could you tell me more?")
    promise = Promise(by="sender", quote="by Friday", latest=moment + timedelta(days=4), is_decision=True)
    reading = Reading(
        key=key,
        message_id=message.message_id,
        recruiting=True,
        score=0.9,
        signal=Stage.SCREENING if place == 0 else None,
        sender_kind=SenderKind.CANDIDATE if is_mine else SenderKind.AGENCY,
        from_candidate=is_mine,
        asks=(ask,) if place in (0, 4) else (),
        promises=(promise,) if place == 6 else (),
        acts=frozenset({Act.REQUESTS_UPDATE}) if place == 9 else frozenset(),
        company=f"Company {number}",
        role=f"Role {number}",
    )
    return message, reading


if __name__ == "__main__":
    main()
