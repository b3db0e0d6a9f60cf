"""A portal that asks how the application went: no part of the exchange, unless it says more than that."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Address
from tests.core.reading.mails import mail, reading, scores

PORTAL = Address(name="Norvane Careers", address="no-reply@norvane.example")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "How was your application experience?",
            "Hi Sam,\n\nPlease take two minutes to answer our survey about your candidate experience with Norvane.",
        ),
        (
            "How did we do?",
            "Hi Sam,\n\nThank you for applying at Norvane. Please take two minutes to rate your application experience "
            "in our survey.\n\nBest regards,\nNorvane",
        ),
        (
            "2 minutes of your time",
            "Hi Sam,\n\nYou recently applied for a role. How was your experience? Give us 2 minutes of feedback.",
        ),
        ("Norvane", "Hi Sam,\n\nHow would you rate your experience of our hiring process? It takes a minute."),
    ],
)
def test_an_automatic_survey_about_applying_is_not_recruiting(subject: str, text: str) -> None:
    said = reading(mail(text, sender=PORTAL, subject=subject), scores(0.9, "applied"))
    assert (said.recruiting, said.signal, said.review) == (False, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we are not moving forward.\n\nRate your candidate experience in our survey.",
        "We have received your application.\n\nTell us about your application experience in a survey.",
        "We will review your CV.\n\nHow was your application experience? Take our survey: https://s.example",
        "Please complete this questionnaire about your skills and your experience with Python by Friday.",
    ],
)
def test_a_refusal_a_receipt_and_a_test_are_no_surveys(text: str) -> None:
    assert reading(mail(text, sender=PORTAL, subject="Your application"), scores(0.9, "applied")).recruiting


def test_a_person_who_asks_how_the_interview_went_is_recruiting() -> None:
    assert reading(mail("How was your interview experience? I'd love your feedback."), scores(0.9)).recruiting
