"""Mail of test and reference platforms: which step it tells of, for whom it is sent, and what comes of it."""

from __future__ import annotations

import pytest

from inbox_watch.core import steps
from inbox_watch.core.reading import read_threads
from inbox_watch.core.steps import Step
from inbox_watch.core.types import Act, ActionKind, Address, Message, Reading, SenderKind, Stage, Thread
from inbox_watch.core.zones import split
from tests.core.reading.mails import CALENDAR, CANDIDATE, DANA, SAM, mail, reading, scores

CODETEST = Address(name="Codetest", address="no-reply@codetest.example")
AUTO = {"auto-submitted": "auto-generated"}


def step(text: str, subject: str = "Hello", sender: Address = CODETEST, key: str = "s1") -> Message:
    return mail(text, subject=subject, sender=sender, headers=AUTO, key=key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Works has invited you to take the Numerical Reasoning test.", Step.TEST),
        ("You've been invited by Acme Works to complete an online assessment.", Step.TEST),
        ("A reminder: your coding challenge is due on Friday.", Step.TEST),
        ("Please record your one-way video interview by Friday.", Step.TEST),
        ("Your answers for the Acme Works test have been submitted.", Step.TESTED),
        ("You have successfully completed the assessment.", Step.TESTED),
        ("Thank you for taking the test. The recruiter has been told of your result.", Step.TESTED),
        ("We have received your completed assessment.", Step.TESTED),
        ("Ines Kim at Acme Works asks you to enter two references.", Step.PAPERS),
        ("Acme Works has requested a background check. Please start yours here.", Step.PAPERS),
        ("Thank you for providing your references.", Step.HAS_PAPERS),
        ("Your background check has been completed.", Step.HAS_PAPERS),
    ],
)
def test_a_platform_tells_of_a_step(text: str, expected: Step) -> None:
    assert steps.step_of(step(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "We have received your application. It will be read within a week.",
        "The candidate has completed the test. Please review their results.",
        "Kim Lee has named you as a referee. Acme Works asks you for a reference.",
        "Ten new jobs for you this week.",
    ],
)
def test_other_automatic_mail_and_mail_about_others_tells_of_no_step(text: str) -> None:
    assert steps.step_of(step(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Once you have completed the test, we'll be in touch. Please take the test by Friday.",
        "Please start the test. If your answers are not submitted in time, write to us.",
    ],
)
def test_what_is_only_supposed_is_not_done(text: str) -> None:
    assert steps.step_of(step(text)) is Step.TEST


def test_a_person_and_a_mail_to_many_tell_of_no_step() -> None:
    text = "We have invited you to take a test."
    assert steps.step_of(mail(text)) is None
    assert steps.step_of(mail(text, sender=CODETEST, headers={"precedence": "bulk"})) is None
    assert steps.step_of(mail(text, sender=CODETEST, headers={"auto-submitted": "auto-replied"})) is None


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        ("Invitation", "Acme Works has invited you to take a test.", "acme works"),
        ("Invitation", "You've been invited by Acme Works to complete an assessment.", "acme works"),
        ("References", "Ines Kim at Acme Works asks you to enter two references.", "acme works"),
        ("Background check for Acme Works", "Please start yours.", "acme works"),
        ("Acme Works: your test has been submitted", "Your answers are in.", "acme works"),
        ("Your test", "Please take the test for your application to Acme Works.", "acme works"),
    ],
)
def test_the_firm_is_the_one_for_which_a_platform_writes(subject: str, text: str, expected: str) -> None:
    assert expected in steps.firms_in(step(text, subject))


def test_a_platforms_own_name_is_no_firm() -> None:
    assert steps.firms_in(step("Codetest has invited you to take a test.")) == frozenset()


def test_a_step_has_company_and_role_of_its_text_and_never_the_platforms() -> None:
    found = reading(step("Acme Works has invited you to take the test for the Claims Analyst position."))
    assert (found.company, found.role) == ("Acme Works", "Claims Analyst")
    assert found.sender_kind is SenderKind.PLATFORM
    assert reading(step("Please take the test for your application.")).company is None


def test_an_employer_that_tests_itself_keeps_its_name() -> None:
    own = Address(name="Acme", address="no-reply@acme.example")
    found = reading(step("Thank you for applying to Acme. Please take our test.", sender=own))
    assert found.company == "Acme"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Works has invited you to take a test for the Claims Analyst position.", ActionKind.COMPLETE_ASSESSMENT),
        ("Ines Kim at Acme Works asks you to enter two references.", ActionKind.SEND_DOCUMENTS),
    ],
)
def test_a_step_asks_for_what_it_is_about(text: str, expected: ActionKind) -> None:
    assert [one.kind for one in reading(step(text)).asks] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "We have received your application. Those chosen will be invited to an assessment.",
        "The invitation to the test will be published in your account. Please look at it twice a week.",
        "Your booked assessment has been cancelled, as you asked us.",
        "If you're shortlisted, you may be invited to take a test.",
    ],
)
def test_what_may_be_asked_one_day_is_not_asked_now(text: str) -> None:
    assert ActionKind.COMPLETE_ASSESSMENT not in [one.kind for one in reading(step(text)).asks]


def test_a_mail_that_refuses_asks_for_no_test() -> None:
    text = "Thank you for the test that Acme Works has invited you to take. The role has been filled by somebody else."
    assert reading(step(text), scores(stage=Stage.REJECTED)).asks == ()


def test_a_step_that_is_done_asks_nothing_and_says_so() -> None:
    found = reading(step("Your answers for the Acme Works test have been submitted. Nothing else is needed."))
    assert found.asks == ()
    assert Act.HAS_ASSESSMENT in found.acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You've been invited to complete an assessment as part of your application for Claims Analyst.", True),
        ("You have been invited to take the assessment of your Python course.", False),
        ("Your blood test has been completed. Please see your results.", False),
        ("Please provide two references for your tenancy application to the landlord.", False),
        ("You are invited to a quiz.", False),
    ],
)
def test_a_step_for_an_application_is_recruiting_whatever_the_model_says(text: str, expected: bool) -> None:
    message = step(text)
    thread = Thread(id="t-1", subject="x", messages=(message,))
    assert read_one((thread,), {message.key: 0.3})[message.key].recruiting is expected


def read_one(threads: tuple[Thread, ...], scored: dict[str, float]) -> dict[str, Reading]:
    mails = [message for thread in threads for message in thread.messages]
    return read_threads(
        threads,
        {one.key: split(one.text) for one in mails},
        {one.key: scores(scored[one.key], stage=Stage.APPLIED) for one in mails},
        candidate=CANDIDATE,
        calendar=CALENDAR,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You've been invited by Acme Works to take the Numerical Reasoning test.", True),
        ("You've been invited by Harbour Bank to take the Numerical Reasoning test.", False),
        ("Acme Works has asked you to take the theory test at your driving school.", False),
    ],
)
def test_a_step_of_a_firm_that_is_known_from_other_mail_is_recruiting(text: str, expected: bool) -> None:
    applied = mail("I'd like to apply for the Claims Analyst role at Acme Works.", sender=SAM, to=(DANA,), key="a1")
    later = step(text, "Invitation")
    threads = tuple(Thread(id=f"t-{one.key}", subject=one.subject, messages=(one,)) for one in (applied, later))
    assert read_one(threads, {"a1": 0.98, "s1": 0.3})["s1"].recruiting is expected
