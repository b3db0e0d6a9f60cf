"""Interviews that are moved in plain text: the former time goes, the new one stands, and nothing is asked."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Act
from tests.core.reading.mails import mail, reading, scores

FORMER = ("2026-03-16T14:00:00+00:00", "cancelled")
NEW = ("2026-03-19T11:00:00+00:00", "set")


def told(text: str) -> list[tuple[str, str]]:
    said = reading(mail(text), scores(stage="interview"))
    return [(one.start.isoformat(), one.status.value) for one in said.appointments]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ines is ill, so your interview has been moved to Thursday 19 March 2026 at 11:00.", [NEW]),
        ("Your interview will now take place on Thursday 19 March 2026 at 11:00 instead of Monday.", [NEW]),
        ("The interview on Monday 16 March at 14:00 has been postponed to Thursday 19 March at 11:00.", [FORMER, NEW]),
        ("We have moved your interview from Monday 16 March at 14:00 to Thursday 19 March at 11:00.", [FORMER, NEW]),
        ("Instead of Monday 16 March at 14:00 the interview will be on Thursday 19 March at 11:00.", [FORMER, NEW]),
        ("Your interview has been postponed until Thursday 19 March at 11:00.", [NEW]),
        ("We had to push the interview back to Thursday 19 March at 11:00.", [NEW]),
        ("The interview will be on Thursday 19 March at 11:00, not on Monday.", [NEW]),
        ("The new date of your interview is Thursday 19 March at 11:00, instead of Monday.", [NEW]),
    ],
)
def test_of_a_moved_interview_the_former_time_goes_and_the_new_one_stands(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert told(text) == wanted
    said = reading(mail(text), scores(stage="interview"))
    assert (Act.RESCHEDULES in said.acts, said.asks) == (True, ())


def test_a_question_whether_to_move_it_cancels_nothing() -> None:
    text = "Could we move the interview from Monday 16 March at 14:00 to Thursday 19 March at 11:00?"
    assert {status for _, status in told(text)} == {"proposed"}


def test_an_office_that_moves_is_no_interview_that_moves() -> None:
    said = reading(mail("We moved to a new office on Thursday 19 March."), scores(stage="interview"))
    assert Act.RESCHEDULES not in said.acts
