"""A time that is told in part means the one that was spoken of: "See you Thursday.", "Thursday at 3 is great."."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from inbox_watch.core.opportunity.appointments import appointments_of
from inbox_watch.core.types import CalendarEvent, Entry
from tests.core.reading.mails import DANA, LONDON, SAM, mail, reading, scores

PROPOSED = "Would Thursday 18 June at 3pm work for a 45 minute interview with our team?"
VISIT = "You'd meet Hana on Thursday 18 June at 10am and Raul on Thursday 18 June at 11am. OK for you?"
SET = "Your interview is on Thursday 18 June at 3pm."
MOVED = ["06-22 15:00"]


def entry(day: int, text: str, *, own: bool = False, event: CalendarEvent | None = None) -> Entry:
    sender, receiver = (SAM, DANA) if own else (DANA, SAM)
    written = datetime(2026, 6, day, 10, 0, tzinfo=LONDON)
    message = mail(
        text, sender=sender, to=(receiver,), key=f"k{day}{own}", instant=written, events=(event,) if event else ()
    )
    return Entry(message=message, reading=reading(message, scores(stage="none" if own else "interview")), thread_id="t")


def starts(*entries: Entry) -> list[str]:
    return [f"{one.start.astimezone(LONDON):%m-%d %H:%M}" for one in appointments_of(entries)]


@pytest.mark.parametrize(
    "answer",
    [
        "Thursday at 3 is great.",
        "See you Thursday.",
        "The 18th is great.",
        "3pm on Thursday is perfect.",
        "Yes, Thursday works.",
        "Thursday 18 June at 3 works.",
        "Thursday works for me!",
        "I will be there on Thursday.",
        "It does, thank you! Who will I be meeting?",
        "No worries, Thursday's fine.",
        "I will be present on Thursday at 3pm. Kindly inform what I should prepare.",
    ],
)
def test_the_candidates_weekday_is_that_of_the_proposed_time(answer: str) -> None:
    assert starts(entry(8, PROPOSED), entry(8, answer, own=True)) == ["06-18 15:00"]


@pytest.mark.parametrize(
    "answer",
    [
        "Thursday is difficult for me, I'm afraid.",
        "Could we do Wednesday instead?",
        "The 17th is better for me.",
        "Is Thursday the best day for you?",
        "I'm away this Thursday.",
        "It would, but could we do 4pm?",
        "Let me check Thursday and get back to you.",
        "I sent you my CV last Thursday.",
    ],
)
def test_no_yes_to_that_day_sets_nothing(answer: str) -> None:
    assert starts(entry(8, PROPOSED), entry(8, answer, own=True)) == []


def test_a_day_with_two_proposed_hours_is_not_chosen_by_its_name() -> None:
    text = "For your interview, would Thursday 18 June at 10am or Thursday 18 June at 3pm work?"
    assert starts(entry(8, text), entry(8, "See you Thursday.", own=True)) == []


@pytest.mark.parametrize("answer", ["Yes, both are fine.", "Works perfectly, thanks!", "See you Thursday.", "Yes."])
def test_one_yes_is_to_all_sessions_of_a_visit(answer: str) -> None:
    assert starts(entry(8, VISIT), entry(8, answer, own=True)) == ["06-18 10:00", "06-18 11:00"]


def test_without_a_yes_a_visit_stands_nowhere() -> None:
    assert starts(entry(8, VISIT), entry(8, "Thanks for your mail, I'll have a look.", own=True)) == []


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        ("Can we push it to Monday 22 June, same time?", "No worries, Monday's fine."),
        ("Something came up. Would the same time on Monday 22 June work?", "It would, see you Monday."),
        ("Could we move your interview to Monday 22 June, same time and place?", "Yes of course."),
    ],
)
def test_the_same_time_on_another_day_keeps_its_hour_and_replaces_the_old(request_: str, answer: str) -> None:
    assert starts(entry(8, SET), entry(9, request_), entry(9, answer, own=True)) == MOVED


def test_a_preponed_interview_is_there_once() -> None:
    told = entry(17, "The interview is preponed to 10 AM tomorrow, same venue. Is it ok with you?")
    assert starts(entry(8, SET), told, entry(17, "Ok ma'am, 10 AM is fine.", own=True)) == ["06-18 10:00"]


def test_a_second_talk_at_the_same_time_moves_nothing() -> None:
    told = entry(9, "Would the same time on Monday 22 June work for a second chat with our CEO?")
    assert starts(entry(8, SET), told, entry(9, "It would, see you then.", own=True)) == ["06-18 15:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Could we do Tuesday instead?",
        "I'm stuck in Spain with a strike. Any chance of next week?",
        "Is it possible to do it next week?",
        "My train is cancelled. Can we move the trial to Friday?",
    ],
)
def test_a_request_for_another_day_leaves_no_appointment(text: str) -> None:
    assert starts(entry(8, SET), entry(16, text, own=True)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quick question: any chance of parking near you?",
        "Could we do the interview by video instead?",
        "Could I bring my portfolio instead of a CV?",
        "Is there any chance of a tour on Thursday?",
    ],
)
def test_other_requests_leave_the_appointment(text: str) -> None:
    assert starts(entry(8, SET), entry(16, text, own=True)) == ["06-18 15:00"]


def invitation(uid: str, day: int, hour: int, sequence: int = 0) -> CalendarEvent:
    start = datetime(2026, 6, day, hour, tzinfo=LONDON)
    return CalendarEvent(
        method="REQUEST", uid=uid, sequence=sequence, start=start, end=start + timedelta(hours=1),
        summary="Interview", organizer=DANA,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Changed: time. New time: Friday Jun 19, 2026 1pm - 2pm",
        "Session 2 has moved to Friday at 1pm. Please confirm.",
        "We had to reschedule this one.",
        "",
    ],
)
def test_the_text_of_an_invitations_update_moves_no_other_session(text: str) -> None:
    first = entry(8, "Please join us.", event=invitation("a", 17, 9))
    second = entry(9, "Please join us.", event=invitation("b", 18, 13))
    update = entry(10, text, event=invitation("b", 19, 13, 1))
    assert starts(first, second, update) == ["06-17 09:00", "06-19 13:00"]
