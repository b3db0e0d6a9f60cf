"""Mail that names the candidate as the applicant in plain words is recruiting, whatever the model hears."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from inbox_watch.core import zones
from inbox_watch.core.reading.plainly import is_applicant
from tests.core.reading.mails import CANDIDATE, DANA, SAM, mail, scores, thread


def plain(text: str, *, subject: str = "Hello", out: bool = False, headers: Mapping[str, str] | None = None) -> bool:
    sides = {"sender": SAM, "to": (DANA,)} if out else {}
    message = mail(text, subject=subject, headers=headers, **sides)  # type: ignore[arg-type]
    return is_applicant(message, zones.split(message.text), CANDIDATE)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying to Larch Joinery. We would like to invite you to an interview for the Bench Joiner job"
        " on Thursday 6 August at 3:30pm. Please confirm.",
        "Thank you for your application for the Cook post. We would like to interview you. Which mornings suit you?",
        "I'm pleased to let you know the panel would like to offer you the Joiner position.",
        "We'd like to arrange a first call about the Staff Engineer role. When would suit you?",
        "I'm delighted to offer you the role. Please see the attached letter.",
        "Thank you for applying. When could you come in for an interview this week?",
        "Thanks for applying. Could you please let me have the names and numbers of two referees?",
        "Your application for Porter impressed us and we would like to interview you.",
        "Our manager Sue Penrose would like to interview you. Which afternoons next week could you manage?",
        "Unfortunately on this occasion we have decided not to take your application further.",
        "need a product designer 20h/wk. up for a quick call?",
        "We're after a workshop mechanic. If that's you, can you send me a CV and pop by?",
        "Are you available for a temp receptionist booking from Monday 12th October?",
        "You have been shortlisted for the post of Librarian.",
        "Your interview for the post of Clerk is confirmed for Monday at 10.",
        "I am pleased to confirm your appointment to the role of Clerk.",
    ],
)
def test_a_mail_to_an_applicant_is_plain(text: str) -> None:
    assert plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please find attached my application for the potter job at Larch.",
        "I would like to apply for the position of Porter.",
        "I'm writing to withdraw my application for the Baker role.",
        "Applying for the night truck job, cv attached.",
        "I am very interested in the Data Analyst role and attach my CV.",
    ],
)
def test_the_candidate_who_applies_or_withdraws_is_plain(text: str) -> None:
    assert plain(text, out=True)
    assert not plain(text)  # who writes so to the candidate applies for a job with them


@pytest.mark.parametrize(
    "text",
    [
        "We would like to invite you to an interview for a place on the course.",
        "Thank you for applying for a visa. Your interview at the embassy is on Monday at 10.",
        "Thank you for your application for the flat. The landlord would like to meet you on Monday.",
        "I'm writing an article about night trains and would love to interview you by phone.",
        "Thank you for applying to volunteer. Could you come in for an interview on Monday?",
        "Thank you for your application for a grant. The panel would like to interview you.",
        "Thank you for your application for the loan. We have decided not to take your application further.",
        "If they offer you the job, will you move?",
        "Good luck with your interview for the post on Monday!",
        "We would like you to interview the three candidates for the Joiner job.",
        "Could we arrange a call about the Joiner role that you are hiring for?",
        "Jo had her interview for the post on Monday and they would like to offer her the job.",
        "Need a plumber on Saturday, are you available?",
        "Click here: we offer you the position, no experience needed, write on WhatsApp.",
        "Nobody will interview you for the post of treasurer.",
        "Would you be a referee in my application for the Baker job?",
    ],
)
def test_what_is_about_something_or_somebody_else_is_not_plain(text: str) -> None:
    assert not plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "We would like to invite you to an interview for the Joiner job on Thursday.",
        "I would like to apply for a resident's parking permit.",
        "My application for the flat is attached.",
        "He has sent his application for the Baker job to you.",
    ],
)
def test_what_the_candidate_writes_to_others_is_not_plain(text: str) -> None:
    assert not plain(text, out=True)


def test_mail_to_many_is_never_plain() -> None:
    text = "We would like to invite you to an interview for the Joiner job."
    assert plain(text)
    assert not plain(text, headers={"list-unsubscribe": "<https://jobs.example/u>"})


def test_a_plain_word_in_what_is_quoted_raises_nothing() -> None:
    assert not plain("Ha, look at that!\n\n> We would like to offer you the Joiner position.\n> Dana")


def test_one_plain_mail_speaks_for_its_thread() -> None:
    first = mail("My application for the potter job is attached.", sender=SAM, to=(DANA,), key="a")
    second = mail("Come in on Friday, and bring an apron.", key="b")
    assert [one.recruiting for one in thread((first, scores(0.2)), (second, scores(0.1)))] == [True, True]


def test_a_thread_without_a_plain_mail_stays_what_the_model_says() -> None:
    first = mail("My parcel from the potter has not come.", sender=SAM, to=(DANA,), key="a")
    second = mail("Come in on Friday, and bring an apron.", key="b")
    assert [one.recruiting for one in thread((first, scores(0.2)), (second, scores(0.1)))] == [False, False]
