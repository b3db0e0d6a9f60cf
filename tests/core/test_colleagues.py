"""A colleague who takes an exchange over: known by the contact's domain, and by naming the contact or the role."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_watch.core import colleagues
from inbox_watch.core.reading import read_threads
from inbox_watch.core.types import Address, Message, Reading, SenderKind, Stage, Thread
from inbox_watch.core.zones import split
from tests.core.reading.mails import CALENDAR, CANDIDATE, SAM, WRITTEN, mail, scores

TESSA = Address(name="Tessa Boyd", address="tessa.boyd@marlow.example")
JOAN = Address(name="Joan Hill", address="joan.hill@marlow.example")
APPLIED = mail(
    "I'd like to apply for the Grid Analyst role at Marlow Energy.",
    sender=SAM, to=(TESSA,), key="a1", subject="Grid Analyst application",
)  # fmt: skip


def read(*mails: Message) -> dict[str, Reading]:
    threads = tuple(Thread(id=f"t-{one.key}", subject=one.subject, messages=(one,)) for one in mails)
    return read_threads(
        threads,
        {one.key: split(one.text) for one in mails},
        {one.key: scores(0.98 if one.key == "a1" else 0.1, Stage.APPLIED, kind=SenderKind.EMPLOYER) for one in mails},
        candidate=CANDIDATE,
        calendar=CALENDAR,
    )


def from_joan(text: str, sender: Address = JOAN, subject: str = "Hello") -> Message:
    return mail(text, sender=sender, subject=subject, key="j1", instant=WRITTEN + timedelta(days=2))


@pytest.mark.parametrize(
    "text",
    [
        "I'm taking over from Tessa, who is on leave. Could you send me your references?",
        "Tessa Boyd has handed your application over to me. When could you start?",
        "I'm covering for Tessa this week. Could you tell me your notice period?",
        "Tessa asked me to arrange your interview. Which times would suit you?",
        "I work with Tessa Boyd. Do you have a driving licence for this position?",
        "About your application as Grid Analyst: do you have a driving licence?",
    ],
)
def test_a_colleague_who_names_the_contact_or_the_role_is_recruiting(text: str) -> None:
    assert read(APPLIED, from_joan(text))["j1"].recruiting


@pytest.mark.parametrize(
    "text",
    [
        "Your meter reading is missing. Could you send it to me?",
        "I'm taking over from Tessa. Your invoice of March isn't paid yet.",
        "Tessa says hello. Are you coming to the quiz night?",
        "I'm taking over from Marcus. Could you send me your references?",
    ],
)
def test_other_mail_of_the_same_firm_stays_out(text: str) -> None:
    assert not read(APPLIED, from_joan(text))["j1"].recruiting


def test_the_same_words_from_another_domain_stay_out() -> None:
    text = "I'm taking over from Tessa, who is on leave. Could you send me your references?"
    for stranger in ("joan.hill@other.example", "joan.hill@gmail.com", "no-reply@marlow.example"):
        assert not read(APPLIED, from_joan(text, replace(JOAN, address=stranger)))["j1"].recruiting


def test_long_after_the_exchange_nothing_is_taken_over() -> None:
    late = mail(
        "I'm taking over from Tessa. Could you send me your references?",
        sender=JOAN, key="j1", instant=WRITTEN + colleagues.LONGEST_PAUSE + timedelta(days=2),
    )  # fmt: skip
    assert not read(APPLIED, late)["j1"].recruiting


INVITES = mail(
    "Thank you for your application. We'd like to invite you to an interview for the Grid Analyst role.",
    sender=TESSA, key="a1", subject="Grid Analyst at Marlow Energy",
)  # fmt: skip
RECEIPT = mail(
    "Thank you for applying. We have received your application for the Grid Analyst position at Marlow Energy.",
    sender=Address(name="Marlow Energy", address="no-reply@greenhouse-mail.io"),
    key="a1", subject="Your application to Marlow Energy",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "I'm delighted to offer you the role. Please see the attached letter.",
        "We're thrilled to extend an offer to you. Please sign by Friday.",
        "Can we push our talk to Friday at 2pm?",
        "Could you send me two names that we may call?",
        "Congratulations, the job is yours! Papers attached, please return them by Friday.",
        "What is your notice period?",
        "Our CEO would like half an hour with you on Monday.",
        "We went with somebody else in the end, sorry.",
    ],
)
def test_what_the_contact_writes_of_the_next_step_is_recruiting_under_any_subject(text: str) -> None:
    assert read(INVITES, from_joan(text, TESSA, "Next steps"))["j1"].recruiting


PRIVATE = [
    "Happy birthday! I hope you have a lovely day.",
    "Are you coming to the barbecue on Saturday?",
    "Could you send me the recipe for the soup?",
    "Your smart meter appointment is on Thursday between 8 and 12.",
    "Thanks for your call about your electricity account. I've asked the team to look into it.",
    "Please find attached your contract for electricity. Sign it and return it.",
    "Your job is booked for Tuesday: our fitter comes at 9.",
    "Your rota for next week is attached. Are you available on Sunday?",
    "Your payslip for March is attached.",
    "Our salary guide is out. Have a look at what roles pay this year.",
    "Would you like to see a product demo? I could show you our platform on Thursday.",
    "Your application for a school place has come in.",
]


@pytest.mark.parametrize("text", PRIVATE)
@pytest.mark.parametrize("sender", [TESSA, JOAN])
def test_what_they_write_as_a_friend_a_supplier_or_an_employer_stays_out(text: str, sender: Address) -> None:
    assert not read(INVITES, from_joan(text, sender))["j1"].recruiting
    assert not read(RECEIPT, from_joan(text, sender))["j1"].recruiting


@pytest.mark.parametrize(
    "headers",
    [{"list-unsubscribe": "<https://marlow.example/out>"}, {"precedence": "bulk"}, {"list-id": "<jobs.marlow>"}],
)
def test_the_contacts_mail_to_many_stays_out(headers: dict[str, str]) -> None:
    late = WRITTEN + timedelta(days=2)
    text = "Our team has three new roles. Which job would suit you?"
    sent = mail(text, sender=TESSA, subject="News", key="j1", instant=late, headers=headers)
    assert not read(INVITES, sent)["j1"].recruiting
    others = tuple(Address(name="", address=f"a{n}@example.net") for n in range(12))
    assert not read(INVITES, mail(text, sender=TESSA, key="j1", instant=late, to=(SAM, *others)))["j1"].recruiting


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Grid Analyst", "Your application looks really nice. Could you send me the password of your portfolio?"),
        ("Marlow / Grid", "We'd like to skip the phone screen and go right to interviews. When are you free?"),
        ("Marlow Energy - following up", "Great to connect. Are you available for 20 minutes on Thursday?"),
        ("Quick question", "Where are you based? I'm looking at your Grid Analyst application right now."),
    ],
)
@pytest.mark.parametrize("domain", ["marlow.example", "marlowenergy.example", "interviews-marlow.example"])
def test_the_firms_first_person_after_its_receipt_is_recruiting(subject: str, text: str, domain: str) -> None:
    joan = replace(JOAN, address=f"joan@{domain}")
    assert read(RECEIPT, from_joan(text, joan, subject))["j1"].recruiting


@pytest.mark.parametrize("domain", ["other.example", "gmail.com", "mar.example", "marlowe-motors.example"])
def test_the_same_words_from_a_firm_that_was_not_applied_to_stay_out(domain: str) -> None:
    text = "Great to connect. Are you available for 20 minutes on Thursday about your application?"
    joan = replace(JOAN, address=f"joan@{domain}")
    assert not read(RECEIPT, from_joan(text, joan, "Following up"))["j1"].recruiting


def test_the_same_name_under_another_ending_is_somebody_else() -> None:
    text = "How did the interview go? When will they tell you?"
    assert read(APPLIED, from_joan(text))["j1"].recruiting
    assert not read(APPLIED, from_joan(text, replace(JOAN, address="joan@marlow.org")))["j1"].recruiting
    own = replace(JOAN, address="joan@example.org")  # the candidate is at example.com
    assert not read(replace(APPLIED, to=(TESSA, replace(TESSA, address="tessa@example.org"))), from_joan(text, own))[
        "j1"
    ].recruiting


def test_the_contact_of_a_private_address_is_known_too() -> None:
    owner = Address(name="Tessa Boyd", address="tessa.boyd@gmail.com")
    applied = replace(INVITES, sender=owner)
    assert read(applied, from_joan("Can you start on Monday?", owner))["j1"].recruiting
    assert not read(applied, from_joan("Can you start on Monday?", replace(owner, address="tb@gmail.com")))[
        "j1"
    ].recruiting


def test_what_the_same_person_goes_on_to_write_belongs_to_it() -> None:
    first = from_joan("Your application looks really nice. Could you call me?")
    later = replace(from_joan("Oskar will do."), key="j2", instant=WRITTEN + timedelta(days=3))
    threads = (
        Thread(id="t-1", subject="", messages=(RECEIPT,)),
        Thread(id="t-2", subject="", messages=(first, later)),
    )
    mails = (RECEIPT, first, later)
    found = read_threads(
        threads,
        {one.key: split(one.text) for one in mails},
        {one.key: scores(0.98 if one.key == "a1" else 0.02) for one in mails},
        candidate=CANDIDATE,
        calendar=CALENDAR,
    )
    assert [found[one.key].recruiting for one in mails] == [True, True, True]
