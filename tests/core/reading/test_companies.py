"""The company and the role that a mail speaks of, and what is neither."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Address, Reading, SenderKind
from tests.core.reading.mails import DANA, SAM, mail, reading, scores

CODILITY = Address(name="Codility", address="no-reply@codility.com")


def said(text: str, subject: str, sender: Address = DANA, kind: SenderKind = SenderKind.UNKNOWN) -> Reading:
    to = (DANA,) if sender is SAM else (SAM,)
    return reading(mail(text, subject=subject, sender=sender, to=to), scores(kind=kind, stage="screening"))


def test_what_is_sent_is_no_company() -> None:
    got = said("Please find my certificates attached.", "Certificates - application as Software Engineer", SAM)
    assert (got.company, got.role) == (None, "Software Engineer")


def test_a_day_is_no_company() -> None:
    calendly = Address(name="Calendly", address="notifications@calendly.com")
    subject = "Confirmed: First call with Ines Kim (Brightwater) on Tuesday, 17 March"
    assert said("Your event has been scheduled.", subject, calendly).company is None


def test_a_firm_of_two_words_at_which_one_works_is_no_person() -> None:
    subject = "Your test for Software Engineer at Feldmann Werke is complete"
    assert said("You have completed the test.", subject, CODILITY).company == "Feldmann Werke"


def test_a_company_behind_an_at_sign_keeps_all_its_words() -> None:
    subject = "Re: Data Engineer @ Helmholt Grid - worth a chat?"
    assert said("Thanks for getting in touch, I'm curious.", subject, SAM).company == "Helmholt Grid"


@pytest.mark.parametrize("domain", ["example.com", "example.net", "example.org"])
def test_a_reserved_domain_names_nobody(domain: str) -> None:
    got = said("Hello Sam", "Hello", Address(name="Dana Reed", address=f"dana@{domain}"), SenderKind.EMPLOYER)
    assert got.company is None


def test_what_the_writer_leads_is_no_role() -> None:
    text = "I lead Player Insights at Palisade Games, and we've a position for a Product Data Analyst."
    assert said(text, "Your talk about dashboards").role == "Product Data Analyst"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Head of Analytics, Nordhafen Ventures", "Hello Sam"),
        ("Re: Head of Analytics", "Hello Sam"),
        ("A role in Berlin", "I'm looking for the person to lead the team: Head of Analytics, reporting to our CEO."),
    ],
)
def test_a_head_of_something_is_a_role(subject: str, text: str) -> None:
    assert said(text, subject).role == "Head of Analytics"


def test_what_somebody_else_is_head_of_is_no_role() -> None:
    assert said("You will meet Ines Kim, Head of Data Platform.", "Interview with Ines Kim, Head of Data").role is None
