"""Invented searches for the report: small ones told in a few lines, a large one, and one full of hostile text."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from inbox_watch.core.timing import judge, learn
from inbox_watch.core.types import (
    Address,
    Caution,
    CautionKind,
    Doubt,
    Entry,
    Finding,
    Opportunity,
    Scan,
    Skipped,
    SourceReport,
)
from inbox_watch.report.as_report import report_page
from tests.core.build import CALENDAR, SAM, TIMING, at, gathered, me, meeting, promise, robot, them

HOSTILE = (
    "</title></style></script><script>alert(1)</script><svg onload=alert(1)><image href=https://evil.example/x.png />"
    "</svg>\"'><img src=https://evil.example/y.png onerror=alert(1)> &lt;b&gt; {{ 7*7 }} {% raw %} \x1b[31mred\x1b]8;;"
    "http://evil.example\x07\x9b\u202e\u2066\r\nBcc: x@y.example\r\n javascript:alert(1) https://evil.example/z"
)
_FIRST = ("Dana", "Ines", "Omar", "Lea", "Tom", "Yuki", "Ravi", "Nora", "Jan", "Mia", "Paul", "Zoe")
_LAST = ("Reed", "Kim", "Haddad", "Vogel", "Ferreira", "Tanaka", "Nair", "Lind", "Novak", "Costa", "Berg", "Weiss")
_ROLES = ("Data Engineer", "Senior Data Analyst", "Platform Engineer", "Head of Analytics", "BI Developer")
_NAMES = ("Acme", "Globex", "Initech", "Umbra", "Hooli", "Vandelay", "Wonka", "Stark", "Tyrell", "Cyberdyne")


def scan_of(*entries: Entry, now: str = "30 09:00", sources: tuple[SourceReport, ...] = ()) -> Scan:
    """Return the scan of these mails at `now`."""
    return scan_from(gathered(*entries) if entries else (), now=now, sources=sources)


def scan_from(found: tuple[Opportunity, ...], *, now: str, sources: tuple[SourceReport, ...] = ()) -> Scan:
    """Return the scan that finds these opportunities."""
    moment = at(now)
    rhythms = learn(found, now=moment, calendar=CALENDAR, timing=TIMING)
    made = tuple(
        Finding(
            opportunity=one,
            judgement=judge(one, now=moment, calendar=CALENDAR, timing=TIMING, rhythms=rhythms),
        )
        for one in found
    )
    mails = sum(len(one.opportunity.entries) for one in made)
    read = sources or (SourceReport(name="mail.mbox", messages=mails, new=mails, recruiting=mails),)
    return Scan(now=moment, candidate=(SAM,), sources=read, findings=made)


def page_of(scan: Scan, links: dict[str, str] | None = None) -> str:
    """Return the report of a scan."""
    return report_page(scan, calendar=CALENDAR, timing=TIMING, links=links or {}, complete={})


def large(count: int = 130) -> Scan:
    """Return a search of so many opportunities, over half a year, at every stage."""
    random = Random(7)
    entries: list[Entry] = []
    for number in range(count):
        entries += _course(number, random)
    found = gathered(*entries)
    named = tuple(
        replace(one, role=random.choice(_ROLES), company=f"{random.choice(_NAMES)} {number}")
        for number, one in enumerate(found)
    )
    return scan_from(named, now="30 09:00")


def _course(number: int, random: Random) -> list[Entry]:
    """Tell one opportunity: an application, then as much as the dice say."""
    who = random.randrange(40)
    name = f"{_FIRST[who % 12]} {_LAST[who // 3 % 12]}"
    sender = f"{name.lower().replace(' ', '.')}@{'talent' if who % 2 else f'firm{number}'}.example"
    thread = {
        "thread": f"t-{number}",
        "subject": f"{_ROLES[number % 5]} {number}",
        "company": f"{_NAMES[number % 10]} {number}",
        "role": _ROLES[number % 5],
    }
    first = at("01-02") + timedelta(days=random.randint(0, 80))

    def when(later: int) -> str:
        return f"{first + timedelta(days=later):%m-%d} {9 + later % 8:02}:00"

    told = [me(when(0), to=sender, acts=["sends_documents"], signal="applied", text=str(number), **thread)]
    steps = random.randint(0, 6)
    if steps == 0:
        told.append(robot(when(0).replace(" 09:", " 10:"), text=f"receipt {number}", **thread))
    for step in range(steps):
        later = 2 + step * random.randint(2, 5)
        if step % 2 == 0:
            more: dict[str, Any] = {}
            if step == 0:
                more = {
                    "signal": "screening",
                    "promises": [promise(when(later + random.choice((3, 12, 20))), "You will hear from me soon")],
                }
            if step == 2:
                more = {"signal": "interview", "appointments": [meeting(when(later + 2))]}
            if step == 4:
                more = {"signal": random.choice(["offer", "rejected", "rejected", "on_hold"])}
            told.append(_named(them(when(later), sender=sender, text=f"{number} {step}", **thread, **more), name))
        else:
            acts = ["requests_update"] if random.random() < 0.3 else ["sends_times"]
            told.append(me(when(later), to=sender, acts=acts, text=f"{number} {step}", **thread))
    return told


def _named(entry: Entry, name: str) -> Entry:
    sender = entry.message.sender
    assert sender
    return replace(entry, message=replace(entry.message, sender=Address(name=name, address=sender.address)))


def hostile() -> Scan:
    """Return a search in which every text of a sender's is an attack, in headers, text, names and addresses."""
    first = them(
        "2 10:00",
        signal="interview",
        signal_quote=HOSTILE,
        promises=[promise("6 18:00", HOSTILE)],
        appointments=[meeting("12 10:00", "12 11:00", what=HOSTILE, people=(HOSTILE,))],
        company=HOSTILE,
        role=HOSTILE,
        phone=HOSTILE,
        subject=HOSTILE,
        text=HOSTILE,
        thread=HOSTILE,
    )
    second = them("9 10:00", sender="x\"'><script>@evil.example", subject=HOSTILE, thread=HOSTILE, text="2")
    entries = [_named(first, HOSTILE), me("3 10:00", subject=HOSTILE, thread=HOSTILE), _named(second, HOSTILE)]
    made = scan_of(*entries, now="16 09:00")
    held = tuple(
        replace(
            one,
            opportunity=replace(one.opportunity, company=HOSTILE, role=HOSTILE),
            judgement=replace(one.judgement, turn_reason=HOSTILE, parked_suggestion=HOSTILE),
            cautions=(
                Caution(kind=CautionKind.REPLY_TO_MISMATCH, reason=HOSTILE, message_id=first.message.message_id),
            ),
        )
        for one in made.findings
    )
    source = SourceReport(
        name=HOSTILE, messages=3, recruiting=3, skipped=(Skipped(where=HOSTILE, error=HOSTILE),), error=HOSTILE
    )
    doubt = Doubt(
        id="m-1",
        thread=(),
        message_id="<d@x>",
        date=at("1"),
        sender=Address(name=HOSTILE, address=HOSTILE),
        subject=HOSTILE,
        reason="may be a recruiter's",
    )
    return replace(made, findings=held, sources=(source,), doubts=(doubt,))
