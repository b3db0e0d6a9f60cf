"""What a set time is for: a job with tests in its title makes no test of a call."""

from __future__ import annotations

import pytest

from tests.core.reading.mails import mail, reading, scores

TITLES = (
    "Test Automation Engineer",
    "QA Test Lead",
    "Assessment Specialist",
    "Software Engineer in Test",
    "Clinical Trials Manager",
    "Test and Quality Analyst",
)


def what(text: str, stage: str = "assessment") -> tuple[str | None, list[str]]:
    said = reading(mail(text, subject="Hello"), scores(stage=stage))
    return said.signal, [one.what for one in said.appointments]


@pytest.mark.parametrize("title", TITLES)
def test_a_call_about_a_job_with_tests_in_its_title_is_a_call(title: str) -> None:
    text = f"We'd like to have a 25 minute phone chat about the {title} role on Monday 16 March at 3pm."
    signal, kinds = what(text)
    assert signal != "assessment"
    assert kinds == ["screening"]


@pytest.mark.parametrize(
    "text",
    [
        "We'd like to invite you to a coding test for the Software Engineer role on Monday 16 March at 3pm.",
        "You are invited to our assessment day for the Test Lead role on Monday 16 March at 3pm.",
        "We will call you for a short test on Monday 16 March at 3pm with our engineer.",
        "Come in for a trial shift on Monday 16 March at 3pm.",
    ],
)
def test_a_test_is_one_whatever_the_title(text: str) -> None:
    assert what(text) == ("assessment", ["assessment"])
