"""What the table, the page and the calendar make of a scan, hostile text included."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_watch.core.types import (
    Action,
    ActionKind,
    Address,
    Basis,
    Caution,
    CautionKind,
    Finding,
    Judgement,
    Opportunity,
    Scan,
    Skipped,
    SourceReport,
    Stage,
    Standing,
    State,
    Thread,
    Turn,
)
from inbox_watch.report import render, words
from inbox_watch.report.explanation import explain
from inbox_watch.report.table import console, show

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
HOSTILE = (
    "\x1b[31mred\x1b]8;;http://evil.example\x07 [bold]x[/bold] [/foo] "
    "<script>alert(1)</script>\u202e\r\nBcc: x@y.example"
)


def action(kind: ActionKind, state: State, days: int, quote: str | None = None, name: str = "Dana Reed") -> Action:
    return Action(
        kind=kind,
        to=Address(name=name, address="dana@talent.example"),
        from_=NOW - timedelta(days=5),
        due=NOW + timedelta(days=days),
        state=state,
        basis=Basis.STATED,
        reason=f"A reason from {name}.",
        message_id="<a@talent.example>",
        quote=quote,
    )


def scan(*actions: Action, text: str = "Data Engineer", stage: Stage = Stage.INTERVIEW) -> Scan:
    found = Opportunity(
        id="o-00000001",
        company=text,
        role=text,
        contacts=(),
        threads=(Thread(id="t-00000001", subject=text, messages=()),),
        entries=(),
        recruiting_score=0.9,
        standings=(Standing(stage=stage, since=NOW, evidence=None),),
        appointments=(),
    )
    odd = Caution(kind=CautionKind.CHAT_ONLY, reason=f"It is odd: {text}", message_id="<a@talent.example>")
    judged = Judgement(turn=Turn.CANDIDATE, turn_reason=text, actions=actions)
    sources = (SourceReport(name=text, messages=3, skipped=(Skipped(where=text, error=text),)),)
    return Scan(
        now=NOW,
        candidate=("sam@example.com",),
        sources=sources,
        findings=(Finding(opportunity=found, judgement=judged, cautions=(odd,)),),
    )


@pytest.mark.parametrize("width", [40, 80, 140])
def test_what_is_overdue_stands_first_with_the_sentence_that_made_it_so(width: int) -> None:
    made = scan(
        action(ActionKind.REQUEST_UPDATE, State.UPCOMING, 4),
        action(ActionKind.REPLY, State.OVERDUE, -2, "What is your notice period?"),
        action(ActionKind.CONFIRM, State.DUE, 1),
    )
    held = io.StringIO()
    screen = console(held)
    screen.width = width
    show(made, screen)
    told = " ".join(held.getvalue().split())
    places = [told.index(word) for word in ("Overdue", "Answer Dana Reed", "Due now", "Confirm", "Later", "Ask Dana")]
    assert places == sorted(places)
    assert "2 days late" in told
    assert "“What is your notice period?”" in told
    assert max(len(line.rstrip()) for line in held.getvalue().splitlines()) <= width


def test_no_colour_reaches_what_is_no_terminal() -> None:
    assert "\x1b" not in render(scan(action(ActionKind.REPLY, State.OVERDUE, -1)), "table").decode()


@pytest.mark.parametrize("form", ["table", "html", "ics"])
def test_hostile_text_comes_out_harmless_in_every_form(form: str) -> None:
    made = scan(action(ActionKind.REPLY, State.OVERDUE, -1, HOSTILE, name=HOSTILE), text=HOSTILE)
    told = render(made, form, everything=True).decode()
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "\u202e" not in told
    if form == "html":
        assert "<script" not in told
        assert "href" not in told
    if form == "ics":
        assert not re.search(r"^Bcc:", told, re.MULTILINE)
        (event,) = icalendar.Calendar.from_ical(told).walk("VEVENT")
        assert "Answer" in event["SUMMARY"]


def test_hostile_text_comes_out_harmless_in_an_explanation() -> None:
    made = scan(action(ActionKind.REPLY, State.OVERDUE, -1, HOSTILE, name=HOSTILE), text=HOSTILE)
    told = explain(made.findings[0], NOW)
    assert "\x1b" not in told
    assert "\u202e" not in told


@given(st.text(max_size=80))
def test_no_text_breaks_a_form_or_steers_a_terminal(text: str) -> None:
    made = scan(action(ActionKind.REPLY, State.DUE, 1, text, name=text), text=text)
    for form in ("table", "html", "ics", "json"):
        told = render(made, form, everything=True).decode()
        if form != "json":
            assert not set("\x1b\x07\x9b\u202e\u2066") & set(told)


def test_the_page_asks_nothing_of_the_network_and_runs_nothing() -> None:
    told = render(scan(action(ActionKind.REPLY, State.DUE, 1, "See https://evil.example")), "html").decode()
    assert "default-src 'none'" in told
    assert not re.search(r"<(?:script|img|link|iframe|a)\b|url\(|@import", told)


def test_a_second_import_of_the_calendar_changes_and_does_not_double() -> None:
    first = scan(action(ActionKind.REPLY, State.UPCOMING, 2))
    moved = replace(first.findings[0].judgement.actions[0], due=NOW + timedelta(days=3), state=State.DUE)

    def uids(made: Scan) -> list[str]:
        return [str(event["UID"]) for event in icalendar.Calendar.from_ical(render(made, "ics")).walk("VEVENT")]

    assert uids(first) == uids(scan(moved))
    assert len(uids(first)) == 1


def test_times_are_told_as_a_person_would() -> None:
    tell = {
        NOW + timedelta(hours=3): "today 12:00",
        NOW + timedelta(days=1): "tomorrow 09:00",
        NOW + timedelta(days=3): "Fri 13 Mar",
        NOW + timedelta(days=304): "Fri 8 Jan 2027",
    }
    assert {at: words.moment(at, NOW) for at in tell} == tell


def test_what_was_set_aside_is_said() -> None:
    assert "Set aside in Data Engineer" in render(scan(), "table").decode()
    assert "1 mail set aside" in words.summary(scan())


def test_what_looks_odd_is_said_while_the_opportunity_is_open() -> None:
    assert "It is odd: Data Engineer" in render(scan(), "table").decode()
    assert "It is odd" not in render(scan(stage=Stage.REJECTED), "table").decode()
