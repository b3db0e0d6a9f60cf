"""What the rules and the model make of a sentence together, and what neither may make of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inbox_watch.core.types import ActionKind, Speech
from tests.core.reading.mails import mail, reading, scores

WORDS = "Please answer by Friday, 13 March."


def speech(text: str, kind: ActionKind, asks: float = 0.97) -> Speech:
    """Return a model's word on a mail of one sentence, sure of this kind."""
    return Speech(start=0, end=len(text), asks=asks, kinds=((kind, 0.99),), promises=0.0)


def kinds(text: str, stage: str, *told: Speech) -> list[str]:
    return [ask.kind.value for ask in reading(mail(text), replace(scores(stage=stage), speech=told)).asks]


def test_without_an_offer_no_sentence_asks_for_an_answer_to_one() -> None:
    assert kinds(WORDS, "applied", speech(WORDS, ActionKind.ANSWER_OFFER)) == kinds(WORDS, "applied") == ["reply"]
    assert kinds(WORDS, "offer", speech(WORDS, ActionKind.ANSWER_OFFER)) == ["answer_offer"]


@pytest.mark.parametrize(
    "text", ["You have completed the online coding test.", "Your solution has been submitted to Ines Kim."]
)
def test_a_test_that_is_done_is_not_asked_for(text: str) -> None:
    assert kinds(text, "assessment", speech(text, ActionKind.COMPLETE_ASSESSMENT)) == []


def test_a_pause_until_a_day_stands_whatever_the_model_says_of_promises() -> None:
    text = "The position has been put on hold until 30 April 2026."
    told = replace(scores(stage="on_hold"), speech=(speech(text, ActionKind.REPLY, asks=0.0),))
    assert len(reading(mail(text), told).promises) == 1


def asked_by(text: str, stage: str = "none") -> list[str]:
    return sorted(one.kind.value for one in reading(mail(text), scores(stage=stage)).asks)


@pytest.mark.parametrize(
    "text",
    [
        "Please revert with your updated resume, current CTC, expected CTC and notice period.",
        "Kindly share your updated CV, current salary and notice period.",
        "Please share your CV along with your notice period.",
        "Send me your CV and salary expectations please.",
        "Could you send me your latest CV and your day rate?",
    ],
)
def test_a_paper_and_a_piece_of_information_are_two_asks(text: str) -> None:
    assert asked_by(text) == ["reply", "send_documents"]


@pytest.mark.parametrize(
    "text",
    [
        "Please send your CV with your contact details on it.",
        "Please send me your latest payslip showing your current salary.",
        "Please send your CV and salary slips.",
        "Please send your CV and your last salary certificate.",
        "Please send your passport and proof of address.",
        "Please send us your degree certificate and experience letters.",
    ],
)
def test_papers_alone_are_one_ask(text: str) -> None:
    assert asked_by(text) == ["send_documents"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Please confirm attendance and email your presentation by Tuesday.", ["confirm", "send_documents"]),
        ("Please confirm your attendance and send us your lesson plan by Monday.", ["confirm", "send_documents"]),
        ("Kindly acknowledge receipt of this mail and come along with originals of your credentials.", ["confirm"]),
        ("Please confirm your attendance and drop me a line with your number.", ["confirm"]),
    ],
)
def test_what_is_sent_beside_a_yes_is_an_ask_of_its_own(text: str, asked: list[str]) -> None:
    assert asked_by(f"Your interview is on Thursday 19 March at 11am. {text}", "interview") == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Please bring or email your passport, and complete the health questionnaire at the link by 26 March.", 2),
        ("Please take the test and send us your CV.", 2),
        ("Please bring your passport to the interview.", 0),
        ("Please complete the application form and send us your CV.", 1),
        ("Please complete the attached questionnaire and return it with your CV.", 1),
    ],
)
def test_a_test_and_papers_in_one_sentence_are_two_asks(text: str, asked: int) -> None:
    assert len(asked_by(text)) == asked


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You have three working days to complete the test from today.", "03-16"),
        ("You have 5 days starting today.", "03-16"),
        ("You have 3 days from today.", "03-14"),
        ("The test is open from today until Friday.", "03-13"),
        ("We need it by 6pm today.", "03-11"),
        ("Please send it back today.", "03-11"),
    ],
)
def test_the_day_from_which_is_counted_is_no_deadline(text: str, day: str) -> None:
    asks = reading(mail(f"Please complete the attached test. {text}"), scores(stage="assessment")).asks
    assert [f"{one.due:%m-%d}" for one in asks if one.due] == [day]


@pytest.mark.parametrize(
    "text", ["How did it go today?", "How was it?", "How did the interview go?", "So, how did you get on this morning?"]
)
def test_how_it_went_is_a_question_whatever_the_model_says(text: str) -> None:
    message = mail(f"Hi Sam,\n\n{text}\n\nKim")
    place = message.text.index(text)
    deaf = Speech(start=place, end=place + len(text), asks=0.01, kinds=((ActionKind.REPLY, 0.9),), promises=0.0)
    scored = replace(scores(), speech=(deaf,))
    assert [one.kind.value for one in reading(message, scored).asks] == ["reply"]


@pytest.mark.parametrize("text", ["How are you?", "How was your weekend?", "How is it going?"])
def test_a_courtesy_stays_one(text: str) -> None:
    assert asked_by(text) == []
