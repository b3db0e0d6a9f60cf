"""Short words that fix a time, and near ones that fix nothing."""

from __future__ import annotations

import pytest

from tests.core.reading.mails import mail, reading, scores


def told(text: str, stage: str = "interview") -> list[tuple[str, str]]:
    found = reading(mail(text), scores(stage=stage)).appointments
    return [(f"{one.start:%m-%d %H:%M}", one.status.value) for one in found]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Monday 16th at 11 then. I'll be in the back shop.", "03-16 11:00"),
        ("Ok, Monday 16th at 11 then!", "03-16 11:00"),
        ("Wednesday 18th, 6am till 11, paid of course. Bring your knives and shoes, see you then!", "03-18 06:00"),
        ("Ok come Thursday 19 at half past 3", "03-19 15:30"),
        ("come over sunday around 1 and we'll have a look", "03-15 13:00"),
        ("Pop in on Friday at 4pm and ask for Joan.", "03-13 16:00"),
        ("16:00 today then. Calling you on your mobile.", "03-11 16:00"),
        ("Today at 4pm then!", "03-11 16:00"),
        ("Wednesday 18 March at 1.30pm is booked in for you.", "03-18 13:30"),
        ("No problem, they can do Wednesday 18 March at 1.30pm. All booked.", "03-18 13:30"),
        ("Sorted, Wednesday 18 March, 1.30pm, same place.", "03-18 13:30"),
    ],
)
def test_a_short_word_sets_a_time(text: str, start: str) -> None:
    assert told(text) == [(start, "set")]


@pytest.mark.parametrize(
    "text",
    [
        "The office closes at 4pm today.",
        "Please send it by 4pm today.",
        "You'll have the form by Monday 16th at 11 then.",
        "Our bakers begin at 4am, is that early for you?",
        "Could you start at 5am?",
        "Are you able to start at 6am on most days?",
        "We open at 9am and close at 5pm then.",
    ],
)
def test_a_deadline_and_the_hours_of_work_are_no_meeting(text: str) -> None:
    assert told(text, "applied") == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Could you start the interview at 9am on Tuesday 17 March?", "03-17 09:00"),
        ("Could we start at 9am?", "03-12 09:00"),
        ("Monday 16th at 11 then?", "03-16 11:00"),
        ("They can do Wednesday 18 March at 1.30pm.", "03-18 13:30"),
    ],
)
def test_a_question_and_a_chance_only_propose(text: str, start: str) -> None:
    assert told(text) == [(start, "proposed")]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("You are invited to meet the Medical Director on Thursday 19th March by 11am at the clinic.", "03-19 11:00"),
        ("You are invited for interview on Wednesday 18 March by 10 am prompt.", "03-18 10:00"),
        ("The interview holds on Tuesday 17/03/2026 by 9:00am at our office.", "03-17 09:00"),
        ("Kindly come for the interview on Tuesday 17 March by 9am.", "03-17 09:00"),
        ("Your interview has been fixed for Tuesday 17 March by 2pm.", "03-17 14:00"),
        ("You are requested to appear for an interview on Tuesday 17 March by 8am.", "03-17 08:00"),
    ],
)
def test_an_interview_by_an_hour_begins_at_that_hour(text: str, start: str) -> None:
    assert told(text) == [(start, "set")]


@pytest.mark.parametrize(
    "text",
    [
        "Please confirm by 11am on Thursday 19 March.",
        "You are invited for an interview, please confirm by 10am on Thursday 19 March.",
        "You are asked to submit the form on Thursday 19 March by 10am.",
        "We'll let you know about the interview by 11am on Thursday 19 March.",
        "Please choose a time for the interview by 11am on Thursday 19 March.",
        "We'd like you to come to a decision and tell us by 11am on Thursday 19 March.",
    ],
)
def test_a_deadline_by_an_hour_is_no_interview(text: str) -> None:
    assert told(text) == []
