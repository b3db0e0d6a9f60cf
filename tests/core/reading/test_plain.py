"""Requests in plain words, whatever time stands beside them: their kinds, their dates, and what is no request."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from inbox_watch.core import zones
from inbox_watch.core.types import ActionKind, AppointmentStatus, Ask, Speech
from tests.core.reading.mails import LONDON, mail, reading, scores

LIMITS = [
    ("by Friday", "13 18:00"),
    ("by the end of next week", "20 18:00"),
    ("by 3pm tomorrow", "12 15:00"),
    ("by close of business on Thursday", "12 17:00"),
    ("no later than 18 March", "18 18:00"),
    ("not later than Friday", "13 18:00"),
    ("on or before 18 March", "18 18:00"),
    ("by Monday at the latest", "16 18:00"),
    ("before Monday", "13 18:00"),
    ("within 3 business days", "16 18:00"),
    ("within the next three working days", "16 18:00"),
    ("within five days", "16 18:00"),
    ("within 48 hours", "13 10:15"),
]
WORDINGS = [
    ("Please send your references {}.", "send_documents"),
    ("Please send your signed contract {}.", "send_documents"),
    ("I'd be grateful for your payslips {}.", "send_documents"),
    ("Your references should reach us {}.", "send_documents"),
    ("It would be great to have your CV {}.", "send_documents"),
    ("Please make sure we have your documents {}.", "send_documents"),
    ("Please complete the online test {}.", "complete_assessment"),
    ("The test needs to be done {}.", "complete_assessment"),
    ("Please hand in the case study {}.", "complete_assessment"),
    ("Please let me know {} which days work for you for an interview.", "send_availability"),
    ("I'd need your available times {}.", "send_availability"),
    ("When could you come in for an interview? Please answer {}.", "send_availability"),
    ("Could you tell me your salary expectations {}?", "reply"),
    ("What is your notice period? I'd need to know {}.", "reply"),
    ("Please reply {}.", "reply"),
]


def at(words: str) -> datetime:
    """Return a moment of March 2026 in London ("13 18:00")."""
    return datetime.strptime(f"2026-03-{words}", "%Y-%m-%d %H:%M").replace(tzinfo=LONDON)


def asks(text: str, stage: str = "applied", *, told: tuple[Speech, ...] = ()) -> tuple[Ask, ...]:
    return reading(mail(text), replace(scores(stage=stage), speech=told)).asks


def found(text: str, stage: str = "applied") -> list[tuple[str, datetime | None]]:
    return sorted((ask.kind.value, ask.due) for ask in asks(text, stage))


@pytest.mark.parametrize(("limit", "due"), LIMITS)
@pytest.mark.parametrize(("wording", "kind"), WORDINGS)
def test_a_plain_request_is_found_whatever_its_limit(wording: str, kind: str, limit: str, due: str) -> None:
    assert found(wording.format(limit)) == [(kind, at(due))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Could you send me your CV and let me know when you could speak next week?",
            [("send_availability", None), ("send_documents", None)],
        ),
        (
            "Could you send me your CV by tomorrow and let me know when you could speak next week?",
            [("send_availability", None), ("send_documents", "12 18:00")],
        ),
        (
            "Please send me your references and let me know your availability by Friday.",
            [("send_availability", "13 18:00"), ("send_documents", "13 18:00")],
        ),
        (
            "Please complete the test by Friday and tell me your salary expectations.",
            [("complete_assessment", "13 18:00"), ("reply", None)],
        ),
        (
            "When could you start? And which times would suit you for a call next week?",
            [("reply", None), ("send_availability", None)],
        ),
        (
            "Please send us your certificates and tell us when you could start.",
            [("reply", None), ("send_documents", None)],
        ),
        ("Please fill in the form, sign it and send it back by Friday.", [("send_documents", "13 18:00")]),
    ],
)
def test_a_time_belongs_to_its_own_piece_of_a_sentence(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == [(kind, due and at(due)) for kind, due in expected]


def test_a_task_that_is_set_is_asked_for_with_the_time_given_for_it() -> None:
    text = "Your task: build a small model of a warehouse. You have five days."
    assert found(text) == [("complete_assessment", at("16 18:00"))]
    assert found("Your task in this role: plan the warehouse and lead five people.") == []


def test_time_given_to_do_something_asks_for_it() -> None:
    assert found("You have until Friday to send us your documents.") == [("send_documents", at("13 18:00"))]
    assert found("You will have the chance to build your own team.") == []


def test_an_arranged_time_that_wants_a_yes_is_proposed() -> None:
    text = "We have you down for Thursday, 19 March at 14:00. Please let me know if that's all right."
    read = reading(mail(text), scores(stage="applied"))
    assert [ask.kind for ask in read.asks] == [ActionKind.CONFIRM]
    assert [(one.start, one.status) for one in read.appointments] == [(at("19 14:00"), AppointmentStatus.PROPOSED)]


def speech(text: str, kind: ActionKind, asks: float) -> Speech:
    return Speech(start=0, end=len(text), asks=asks, kinds=((kind, 0.99),), promises=0.0)


@pytest.mark.parametrize("kind", [ActionKind.CONFIRM, ActionKind.SEND_DOCUMENTS, ActionKind.COMPLETE_ASSESSMENT])
def test_the_model_gives_a_bare_request_to_answer_no_thing_that_the_mail_never_names(kind: ActionKind) -> None:
    text = "Please reply by the end of next week."
    assert [ask.kind.value for ask in asks(text, told=(speech(text, kind, 0.97),))] == ["reply"]


def test_the_model_does_not_take_back_a_request_in_plain_words() -> None:
    plain = "Please send your references by Friday."
    assert [ask.kind.value for ask in asks(plain, told=(speech(plain, ActionKind.REPLY, 0.0),))] == ["send_documents"]
    loose = "Send in your nicest holiday photos!"
    assert asks(loose, told=(speech(loose, ActionKind.REPLY, 0.0),)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "You don't need to send anything before Monday.",
        "We received your references within two days, thank you.",
        "We will ask you for references later, no later than the end of March.",
        "Candidates usually complete the test within five days.",
        "Your contract will be sent to you within 5 days.",
        "The role must be filled by the end of the month.",
        "The contract must be approved by the board by Friday.",
        "Tom needs to finish the report by Friday.",
        "Our decision should reach you by Friday.",
        "I'd be happy to have you on the team.",
        "We'd be glad to have a look at your documents.",
        "Kindly have your notice period at hand; no need to send anything.",
    ],
)
def test_a_limit_alone_asks_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Why did we build this team? Because our customers asked for it.",
        "What makes us different? We listen.",
        "What happens next? We will review your application.",
        "When our team grew, what did we do? We built a second warehouse.",
        "So why Halden? Because we care about people.",
        "The result? We doubled our turnover.",
        "Could you believe it has been a month? We are still waiting.",
        "What can you expect? A team of twelve and a modern warehouse.",
    ],
)
def test_a_question_that_its_writer_answers_is_no_ask(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Why did you leave your last job?",
        "What is your notice period? We need someone soon.",
        "Are you still interested? We would like to go on.",
        "I'd be glad to hear your thoughts on the role.",
        "What salary do you expect? We pay up to 50,000.",
        "How should we proceed? Please let me know.",
        "What do you earn now? Because our budget is fixed I have to ask.",
    ],
)
def test_a_question_to_the_candidate_is_one_whatever_follows_it(text: str) -> None:
    assert [kind for kind, _ in found(text)] == ["reply"]


SIGNED = "Your application is with the hiring manager now.\n\nBest wishes\nPriya Nair\nTalent Acquisition\n"


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "slogan",
    [
        "Know someone who would love to work here? Tell them about us!",
        "Have you seen our other vacancies? Please send us feedback: https://calder.example/survey",
        "Looking for a new challenge? Visit our careers page.",
        "Would you recommend us to a friend? Please let us know.",
        "Happy with our service? Leave us a review.",
        "Please consider the environment: do you really need to print this mail?",
    ],
)
def test_a_slogan_under_a_signature_asks_nothing(slogan: str, gap: str) -> None:
    assert found(f"{SIGNED}{gap}{slogan}\n") == []
    assert slogan not in zones.split(f"{SIGNED}{gap}{slogan}\n").new


@pytest.mark.parametrize(
    "tail",
    [
        "\n\nThanks,\nPriya\nCould you send me your CV by Friday?\n",
        "\n\nThanks,\nPriya\n\nCould you send me your CV by Friday?\n",
        "\n\nBest wishes\nPriya Nair\nTalent Acquisition\nPS Could you send me your CV by Friday?\n",
        "\n\nBest wishes\nPriya Nair\nTalent Acquisition\n\nCould you also send me your CV by Friday?\n",
    ],
)
def test_what_somebody_writes_below_their_name_still_asks(tail: str) -> None:
    assert found(f"Your application is with the hiring manager now.{tail}") == [("send_documents", at("13 18:00"))]
