"""Several set times in one mail: the sessions of one visit, all of which stand, or times to choose from."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import AppointmentStatus
from tests.core.reading.mails import SAM, mail, reading, scores

LISTS = (
    "10:00 - 10:45 System design with Hana Ito\n11:00 - 11:45 Coding with Raul Paz",
    "10:00 am - Hana Ito, system design\n11:00 am - Raul Paz, coding",
    "10:00-10:45 System design\n11:00-11:45 Coding",
    "Hana Ito: 10:00 am\nRaul Paz: 11:00 am",
)
CHOICES = (
    "Which suits you: Tuesday 17 March at 10am with Hana or Wednesday 18 March at 11am with Raul?",
    "We have these slots for your interview:\n\nTuesday 17 March, 10:00 with Hana\nTuesday 17 March, 11:00 with Raul"
    "\n\nDoes one of them work?",
    "Possible times for your interview:\n\nTuesday 17 March, 10:00\nWednesday 18 March, 11:00"
    "\n\nWhich one works for you?",
    "Your interview could be on Tuesday 17 March at 10am or Tuesday 17 March at 11am. Does either work?",
    "Please pick a time for your interview:\n\n10:00 on 17 March (Hana)\n11:00 on 17 March (Raul)",
    "Would Tuesday 17 March at 10am work for an interview, or maybe 11am?",
    "For your interview we can offer:\n\nTuesday 17 March, 10:00 in the morning"
    "\nTuesday 17 March, 14:00 in the afternoon\n\nWhat do you prefer?",
)


def parts(text: str, **more: object) -> list[tuple[str, AppointmentStatus]]:
    found = reading(mail(text, **more), scores(stage="interview")).appointments  # type: ignore[arg-type]
    return [(f"{one.start:%d %H:%M}", one.status) for one in found if one.is_part]


@pytest.mark.parametrize("times", LISTS)
def test_a_plan_with_what_each_time_is_for_is_one_visit(times: str) -> None:
    told = f"Here is your onsite schedule for Tuesday 17 March:\n\n{times}\n\nDoes this work for you?"
    assert parts(told) == [("17 10:00", AppointmentStatus.PROPOSED), ("17 11:00", AppointmentStatus.PROPOSED)]


@pytest.mark.parametrize("times", LISTS)
def test_a_plan_that_asks_nothing_stands(times: str) -> None:
    told = f"Your onsite is confirmed for Tuesday 17 March:\n\n{times}\n\nLooking forward to seeing you."
    assert parts(told) == [("17 10:00", AppointmentStatus.SET), ("17 11:00", AppointmentStatus.SET)]


@pytest.mark.parametrize(
    "text",
    [
        "You'd meet Hana on Tuesday 17 March at 10am and Raul on Wednesday 18 March at 11am. OK for you?",
        "Your interviews: Tuesday 17 March at 10am with Hana, Wednesday 18 March at 11am with Raul. Does this work?",
    ],
)
def test_one_sentence_names_them_as_well(text: str) -> None:
    assert parts(text) == [("17 10:00", AppointmentStatus.PROPOSED), ("18 11:00", AppointmentStatus.PROPOSED)]


@pytest.mark.parametrize("text", CHOICES)
def test_times_to_choose_from_are_no_visit(text: str) -> None:
    assert parts(text) == []


def test_a_time_alone_is_no_part_of_anything() -> None:
    assert parts("Your interview with Hana is on Tuesday 17 March at 10am.") == []


def test_the_candidates_own_times_are_none() -> None:
    assert parts("I could see Hana on Tuesday 17 March at 10am and Raul on Tuesday 17 March at 11am.", sender=SAM) == []
