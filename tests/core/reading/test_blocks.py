"""Appointments in lists and in blocks of "Date: …" and "Time: …", and blocks that are of something else."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.core.reading.mails import LONDON, mail, reading, scores

TUESDAY = datetime(2026, 6, 2, 10, 0, tzinfo=LONDON)
BLOCKS = (
    "We are pleased to invite you to an interview.\n\n  * Monday 8 June\n  * 14:00 to 15:00\n  * Leeds office",
    "Interview details:\n\nDate: Monday 8 June 2026\nTime: 14:00 - 15:00\nPlace: 12 Mill Lane, Leeds",
    "Date: 8 June\nTime: 2:00 PM (BST)\nInterviewer: Owen Price\n\nSee you then for your interview.",
    "We'd like to invite you to an interview.\n\nWhen: Monday 8 June, 14:00\nWhere: Leeds office\nWho: Owen Price",
    "Here are the details of your interview:\n\n- Day: Monday 8 June\n- Start: 2pm\n- Length: 45 minutes",
    "Your interview:\n\nTime: 14:00\nDate: Monday 8 June 2026\nVenue: Mill Lane",
    "You have been selected for an interview. The details:\n\nDate - Monday 8 June\nTime - 2pm\nLocation - Teams",
    "Please find the interview details below:\n\n• Monday, 8 June 2026\n• 2:00 pm - 3:00 pm\n• with Owen Price",
    "Owen would like to meet you for an interview.\n\nMon 8 June\n14:00\nLeeds office",
    "Interview: Claims Analyst\nDate: 8 June 2026\nTime: 14:00\nFormat: video call",
    "I've set up your interview as follows:\n\n1. Date: Monday 8 June\n2. Time: 2pm\n3. Place: our office",
    "Date & time: Monday 8 June, 14:00 - 15:00\nPlace: Leeds\n\nWe look forward to your interview.",
    "Interviewer: Owen Price\nDate: Monday 8 June\nTime: 14:00\n\nPlease bring them to the interview.",
    "The first interview will be as follows:\n- date: 08/06/2026\n- time: 14:00",
    "We would like to invite you for an interview with our team\n\nMonday, June 8\n2:00 PM - 3:00 PM",
    "This is the plan for the interview:\n\n* Who: Owen Price\n* When: Monday 8 June\n* At: 14:00\n* Where: Leeds",
    "Interview details\n\nDay: Monday 8 June\nBegins: 14:00\nEnds: 15:00",
    "Your appointment for the interview:\n8 June 2026\n14:00 h\nRoom 4.12",
    "You're invited to an interview!\n\n🗓 Monday 8 June\n🕑 14:00–15:00\n📍 Leeds office",
    "We look forward to your interview.\n\n| Date | Monday 8 June |\n| Time | 14:00 |",
    "Interview with Owen Price\nMonday 8 June 2026\n14:00 - 15:00 (BST)\nMicrosoft Teams",
    "Date of interview: Monday 8 June\nTime of interview: 2pm\nPlace: Leeds",
    "Interview date: 8 June 2026\nInterview time: 14:00",
    "Please note the following interview slot:\n\n  - Mon, 8 Jun 2026\n  - 14:00-14:45",
    "Thanks for applying. We'd love to meet you!\n\nDate: Monday 8 June\n\nTime: 14:00\n\nPlace: Leeds\n\nKind regards",
    "Interview\n=========\nDate: Monday 8 June\nTime: 14:00\n",
    "Details of the video interview:\n* Date: Monday, 8th June\n* Time: 2 pm to 3 pm\n* Link: https://meet.example/abc",
    "Panel interview\nWhen: Mon 8 Jun 2026 14:00 – 15:00 (BST)\nWhere: Leeds office",
    "You are invited for interview on:\n\nMonday 8 June\n2pm",
    "The interview takes place on\n\nDate: 8.6.2026\nTime: 14.00\n",
)
OTHER_BLOCKS = (
    "Our office hours:\n\nMonday 8 June: closed\nTuesday: 9:00 - 17:00",
    "Please complete the test.\n\nDeadline: Monday 8 June\nTime: 14:00",
    "Please send your references by:\n\nMonday 8 June\n14:00",
    "Application received\nDate: 2 June 2026\nTime: 10:00",
    "Webinar for applicants\n\nDate: Monday 8 June\nTime: 14:00\nRegister here: https://w.example",
    "Open day\n\nDate: Monday 8 June\nTime: 14:00 - 18:00\nEverybody is welcome.",
    "The position in short:\n\n- Start: 1 July\n- 37.5 hours\n- 09:00 to 17:30",
    "Ticket closed\nDate: Monday 8 June",
)


def starts(text: str, stage: str) -> list[str]:
    said = reading(mail(text, instant=TUESDAY), scores(stage=stage))
    return [f"{one.start.astimezone(LONDON):%m-%d %H:%M} {one.status}" for one in said.appointments]


@pytest.mark.parametrize("text", BLOCKS)
def test_a_block_of_details_is_of_the_interview_that_stands_beside_it(text: str) -> None:
    assert starts(text, "interview") == ["06-08 14:00 set"]


@pytest.mark.parametrize("text", OTHER_BLOCKS)
def test_a_block_of_something_else_is_no_appointment(text: str) -> None:
    assert starts(text, "none") == []


def test_the_end_may_stand_in_a_line_of_its_own() -> None:
    text = "Interview details\n\nDay: Monday 8 June\nBegins: 14:00\nEnds: 15:00"
    (found,) = reading(mail(text, instant=TUESDAY), scores(stage="interview")).appointments
    assert (found.start.hour, found.end and found.end.hour) == (14, 15)


def test_of_several_slots_in_a_list_none_is_set() -> None:
    text = "Interview slots:\n\n- Monday 8 June, 14:00\n- Tuesday 9 June, 10:00\n\nWhich one suits you?"
    assert not any(one.endswith("set") for one in starts(text, "interview"))
