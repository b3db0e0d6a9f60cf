"""A colleague who takes an exchange over: known by the contact's domain, and by naming the contact or the role."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_watch.core import colleagues
from inbox_watch.core.reading import read_threads
from inbox_watch.core.types import Address, Message, Reading, Stage, Thread
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
        {one.key: scores(0.98 if one.key == "a1" else 0.1, stage=Stage.APPLIED) for one in mails},
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
