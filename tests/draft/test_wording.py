"""Days, times and things in the words of a letter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from inbox_watch import draft
from inbox_watch.core.types import Finding
from inbox_watch.draft.plain import plain
from inbox_watch.draft.things import documents_in_words, promised_in_words, question_in_words, task_in_words
from inbox_watch.draft.wording import Style, say_appointment, say_past, style_of
from tests.core.build import BERLIN, INES, SAM, ask, at, course, me, meeting, promise, proposed, them
from tests.core.build import plain as judged

_NOW = at("10 09:00")
_AMERICAN = Style(month_first=True, twelve_hours=True)


def _body(now: str, *entries: object, say: str | None = None) -> str:
    opportunity = course(*entries)  # type: ignore[arg-type]
    judgement = judged(opportunity, now)
    finding = Finding(opportunity=opportunity, judgement=judgement)
    return draft.write(finding, judgement.actions[0], candidate=[SAM], now=at(now), say=say).body


@pytest.mark.parametrize(
    ("start", "end", "style", "told"),
    [
        (at("12 10:00"), at("12 11:00"), Style(), "Thursday 12 March from 10:00 to 11:00 (CET)"),
        (at("12 10:00"), None, Style(), "Thursday 12 March at 10:00 (CET)"),
        (at("12 10:30"), at("12 14:00"), _AMERICAN, "Thursday, March 12 from 10:30 am to 2 pm (CET)"),
        (datetime(2026, 3, 12, 9, tzinfo=UTC), None, Style(), "Thursday 12 March at 10:00 (CET)"),
        (
            datetime(2026, 3, 12, 10, tzinfo=timezone(timedelta(hours=1))),
            None,
            Style(),
            "Thursday 12 March at 10:00 (CET)",
        ),
        (
            datetime(2026, 3, 12, 14, tzinfo=ZoneInfo("America/New_York")),
            None,
            Style(),
            "Thursday 12 March at 14:00 (EDT; 19:00 CET for me)",
        ),
        (
            datetime(2026, 3, 12, 20, tzinfo=timezone(timedelta(hours=-8))),
            None,
            Style(),
            "Thursday 12 March at 20:00 (UTC-8; Friday 13 March, 05:00 CET for me)",
        ),
        (datetime(2027, 1, 4, 9, tzinfo=BERLIN), None, Style(), "Monday 4 January 2027 at 09:00 (CET)"),
    ],
)
def test_an_appointment_is_told_as_it_was_read(start: datetime, end: datetime | None, style: Style, told: str) -> None:
    assert say_appointment(start, end, style, now=_NOW) == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 3, 10), "today"),
        (date(2026, 3, 9), "yesterday"),
        (date(2026, 3, 4), "on Wednesday"),
        (date(2026, 3, 3), "on Tuesday 3 March"),
        (date(2025, 12, 22), "on Monday 22 December 2025"),
    ],
)
def test_a_day_is_named_as_one_would(day: date, told: str) -> None:
    assert say_past(day, Style(), today=date(2026, 3, 10)) == told


def test_dates_are_written_as_in_the_thread() -> None:
    assert style_of(["Could we talk on March 12 at 2 pm?"]) == _AMERICAN
    assert style_of(["Could we talk on 12 March 2026 at 14:00?"]) == Style()
    assert style_of(["In May 2026, I think"]) == Style()


@pytest.mark.parametrize(
    ("quote", "latest", "now", "told"),
    [
        ("You'll hear from me by Friday.", "6 18:00", "9 09:00", "on Wednesday that I would hear from you by Friday,"),
        ("You'll hear from me by Friday.", "6 18:00", "20 09:00", "on Wednesday 4 March that I would hear from you by"),
        ("You'll hear from me by Friday.", "6 18:00", "20 09:00", "that I would hear from you by Friday 6 March,"),
        ("You'll hear from us early next week.", "11 18:00", "12 09:00", "from you early the following week,"),
        ("I'll get back to you tomorrow.", "5 18:00", "6 09:00", "from you the next day,"),
        ("We'll decide by next Friday.", "13 18:00", "16 09:00", "from you by Friday 13 March,"),
        ("I hope to know more this week.", "6 18:00", "9 09:00", "from you that week,"),
        ("You'll hear from me later today.", "4 18:00", "6 09:00", "from you the same day,"),
        ("Within 48 hours you will know.", "6 10:00", "9 09:00", "from you within 48 hours,"),
    ],
)  # fmt: skip
def test_an_update_request_refers_to_what_was_said_and_when(quote: str, latest: str, now: str, told: str) -> None:
    body = _body(now, them("4 10:00", sender=INES, text=f"Hi Sam,\n\n{quote}", promises=[promise(latest, quote)]))
    assert told in body


def test_a_colleagues_promise_is_the_colleagues() -> None:
    said = them("4 10:00", sender=INES, text="Hi Sam,", promises=[promise("6 18:00", "by Friday")])
    later = them("4 11:00", text="Hi Sam,\n\nGood luck!\n\nBest,\nDana")
    assert "Ines Kim mentioned on Wednesday that I would hear from you by Friday" in _body("9 09:00", said, later)


def test_the_time_that_they_propose_is_repeated() -> None:
    quote = "Could we talk on Thursday, 12 March at 14:00?"
    mail = them(
        "9 10:00",
        sender=INES,
        text=f"Hi Sam,\n\n{quote}",
        asks=[ask("confirm", quote, not_after="12 14:00")],
        appointments=[proposed("12 14:00")],
        signal="interview",
    )
    assert "Thursday 12 March at 14:00 (CET) suits me well" in _body("9 12:00", mail)
    assert "I cannot make Thursday 12 March at 14:00 (CET)" in _body("9 12:00", mail, say="later")


def test_each_open_question_is_taken_up() -> None:
    questions = ("What is your notice period?", "Do you speak German?", "When could you start?")
    mail = them("9 10:00", text=f"Hi Sam,\n\n{' '.join(questions)}", asks=[ask("reply", one) for one in questions])
    body = _body("10 09:00", mail)
    assert "- About my notice period: [your answer]" in body
    assert '- "Do you speak German?": [your answer]' in body
    assert '- "When could you start?": [your answer]' in body


def test_an_agency_was_not_at_the_interview() -> None:
    mail = them("2 10:00", text="Hi Sam,", appointments=[meeting("9 14:00", "9 15:00")], signal="interview")
    debrief = me("9 18:00", text="Hi Dana,\n\nIt went well.\n\nBest,\nSam")
    body = _body("25 09:00", mail, debrief)
    assert "My interview was on Monday 9 March, and I wanted to ask" in body
    assert "Thank you again" not in body


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("Please send me your CV by Monday.", "my CV"),
        ("Please send us your work references and certificates.", "my work references and certificates"),
        ("Please send me\nproof of your right to work.", "proof of my right to work"),
        ("Could you send me your current CV so that I can present you?", "my CV"),
        ("Please send us your certificates or upload them to our portal.", "my certificates"),
        ("Could you share the signed consent form?", "the signed consent form"),
        ("Please send it by Monday.", ""),
        ("Please upload your documents at https://evil.example/x", ""),
    ],
)
def test_documents_are_named_as_they_were_asked_for(quote: str, named: str) -> None:
    assert documents_in_words(quote) == named


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("I'll send you the link to my portfolio on\nMonday.", "the link to my portfolio"),
        ("I will send you two code samples by Thursday.", "two code samples"),
        ("I'll send it tomorrow.", ""),
        ("I'll think about it.", ""),
    ],
)
def test_a_promise_is_named_in_the_candidates_own_words(quote: str, named: str) -> None:
    assert promised_in_words(quote) == named


def test_questions_and_tasks_are_named() -> None:
    assert question_in_words("One question: what is your\nnotice period?") == "about my notice period"
    assert question_in_words("Could you <b>come</b> to https://x.example/y Berlin?") == '"Could you come to Berlin?"'
    assert task_in_words("Please complete the online test at https://x.example") == "the online test"
    assert task_in_words("Please complete it by Sunday.") == "the task"


def test_roles_of_programmers_are_no_links() -> None:
    for role in ("Node.js/React Engineer", "ASP.NET/C# Developer", "CI/CD Engineer", "R&D Lead (m/f/d)"):
        assert plain(role) == role
