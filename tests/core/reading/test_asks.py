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


@pytest.mark.parametrize(
    "text",
    [
        "would ye be able for early starts and have ye your own car",
        "wife wants to ring your last boss, can ye give me his number",
        "what would you be looking for money wise",
        "do you have your own tools",
        "are you ok with weekends",
    ],
)
def test_a_question_without_its_mark_is_one_whatever_the_model_says(text: str) -> None:
    assert kinds(text, "none", speech(text, ActionKind.REPLY, asks=0.0)) == ["reply"]


@pytest.mark.parametrize(
    "text",
    [
        "Do you know what, we are busy this week.",
        "What you do is up to you.",
        "Can't wait to meet you.",
        "Have you any questions, just shout.",
        "Are you kidding me, that portfolio is great.",
        "We hope that you are well.",
    ],
)
def test_what_only_begins_like_a_question_asks_nothing(text: str) -> None:
    assert kinds(text, "none", speech(text, ActionKind.REPLY, asks=0.0)) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The interview can be held in Welsh or English, which would you prefer? Let me know by Friday.", "reply"),
        ("Would you prefer tea or coffee at the interview?", "reply"),
        ("We can do Tuesday or Thursday, which would you prefer?", "send_availability"),
        ("Mornings or afternoons, which would you prefer for the interview?", "send_availability"),
    ],
)
def test_only_a_choice_of_times_asks_for_times(text: str, asked: str) -> None:
    assert asked_by(text, "interview") == [asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Please confirm the date, and send me your certificates by Thursday.", ["confirm", "send_documents"]),
        (
            "Could you let me know your notice period, and when you can come for an interview?",
            ["reply", "send_availability"],
        ),
        ("Could you tell me your notice period, and when you can start?", ["reply"]),
        ("Please confirm your attendance.", ["confirm"]),
    ],
)
def test_two_requests_of_one_sentence_are_two_asks(text: str, asked: list[str]) -> None:
    assert (
        asked_by(f"We'd like to invite you to an interview on Tuesday 24 March at 10am. {text}", "interview") == asked
    )


@pytest.mark.parametrize(
    "text", ["Could you send me a few windows between 26 and 29 March?", "Send me your openings for Thursday."]
)
def test_windows_and_openings_are_times_and_no_papers(text: str) -> None:
    assert asked_by(text, "interview") == ["send_availability"]


def test_a_form_about_windows_is_a_paper() -> None:
    assert asked_by("Could you send us the window cleaning form?") == ["send_documents"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Are you interested? If so please email your CV.", ["send_documents"]),
        ("Shall we have a short call? Let me know when you're available.", ["send_availability"]),
        ("What are your salary expectations? Please email your CV.", ["reply", "send_documents"]),
        ("Are you interested?", ["reply"]),
    ],
)
def test_a_question_that_the_special_ask_answers_is_not_a_second_one(text: str, asked: list[str]) -> None:
    assert asked_by(text, "outreach") == asked


@pytest.mark.parametrize(
    "text",
    ["Give me a ring when you're done!", "Let me know how you get on!", "Give me a shout afterwards."],
)
def test_a_good_wish_before_an_interview_asks_nothing(text: str) -> None:
    told = speech(text, ActionKind.REPLY)
    assert kinds(text, "interview", told) == []


@pytest.mark.parametrize("text", ["Let me know how it went.", "Give me a ring today.", "How did you get on?"])
def test_a_wish_to_hear_now_is_a_question(text: str) -> None:
    assert kinds(text, "interview", speech(text, ActionKind.REPLY)) == ["reply"]


def test_feedback_is_no_paper() -> None:
    text = "Please send me your feedback on the interview."
    assert kinds(text, "interview", speech(text, ActionKind.SEND_DOCUMENTS)) == ["reply"]


@pytest.mark.parametrize(
    "text",
    ["You'll hear from me either way by EOD Tuesday.", "Expect an answer from me by Monday noon."],
)
def test_the_answer_that_they_promise_is_no_task(text: str) -> None:
    told = f"Got it, it's with our controller now. {text}"
    start = told.index(text)
    sure = Speech(start=start, end=len(told), asks=0.97, kinds=((ActionKind.COMPLETE_ASSESSMENT, 0.99),), promises=0.0)
    assert kinds(told, "assessment", sure) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Here's our design task. Take no more than 4 hours. Could you share it by Monday?", 16),
        ("Here's our design task. Please don't spend more than 3 hours. Send it by Monday.", 16),
        ("Please complete the test. You have 48 hours.", 13),
        ("Please complete the test within 3 days.", 14),
    ],
)
def test_how_long_a_task_takes_is_no_deadline(text: str, day: int) -> None:
    (ask,) = reading(mail(text), scores(stage="assessment")).asks
    assert ask.due is not None
    assert ask.due.day == day
