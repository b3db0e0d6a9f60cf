"""Short mails of small employers and candidates: what moves a stage, and what only sounds like it."""

from __future__ import annotations

import pytest

from inbox_watch.core.reading import faint, refusing, stating, verdicts
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Stage
from tests.core.reading.mails import DANA, SAM, mail, reading, scores


def signal(text: str, heard: str, sure: float = 0.6, *, out: bool = False) -> Stage | None:
    message = mail(text, sender=SAM, to=(DANA,)) if out else mail(text)
    return reading(message, scores(stage=heard, sure=sure)).signal


@pytest.mark.parametrize(
    "text",
    [
        "ok accountant says yes! 3 days a week, 12.80 an hour, start 20th april??",
        "Owner is agree. 5500 + annual ticket. Joining 1 October. Tell me ok or not.",
        "Boss is happy. 2,100 a month plus meals. Joining 1 July.",
        "We'd love you to join us. £31k, five days. I'll send the contract on Thursday.",
        "We all agreed it should be you. £31k, four days. Can you start on the 6th?",
    ],
)
def test_a_decision_with_terms_is_an_offer(text: str) -> None:
    assert stating.offers_informally(split_sentences(text)) is not None
    assert signal(text, "interview") is Stage.OFFER
    assert "answer_offer" in [ask.kind for ask in reading(mail(text), scores(stage="offer")).asks]


@pytest.mark.parametrize(
    "text",
    [
        "The client is happy to pay 450 a day. Are you interested?",
        "If the boss is happy, it would be 2,100 a month.",
        "We'd love you to join us for lunch.",
        "Boss is happy with the fence.",
        "They agreed to interview you. The salary is £31k.",
        "The team is not on board. The pay would be £31k.",
    ],
)
def test_terms_or_a_glad_word_alone_are_no_offer(text: str) -> None:
    assert stating.offers_informally(split_sentences(text)) is None


@pytest.mark.parametrize("text", ["Yes Seamus I take it! Thank you.", "I take it, thank you.", "I'll take it!"])
def test_i_take_it_is_a_yes(text: str) -> None:
    assert verdicts.says_yes(split_sentences(text)) is not None


@pytest.mark.parametrize(
    "text", ["I take it that you start at nine?", "I take it you are busy.", "If I take it, when?"]
)
def test_i_take_it_that_supposes_is_none(text: str) -> None:
    assert verdicts.says_yes(split_sentences(text)) is None


@pytest.mark.parametrize("heard", ["accepted", "rejected"])
@pytest.mark.parametrize(
    "text",
    ["Thank you for this morning", "Thank you for this morning, I really enjoyed it.", "Lovely to meet everyone."],
)
def test_thanks_for_a_meeting_are_no_end(text: str, heard: str) -> None:
    assert signal(text, heard, 0.8, out=True) not in {Stage.ACCEPTED, Stage.REJECTED}


@pytest.mark.parametrize("text", ["Yes I will be there Friday at 10", "I'll attend on Friday at 10."])
def test_a_yes_to_a_time_accepts_no_offer(text: str) -> None:
    assert signal(text, "accepted", 0.8, out=True) is not Stage.ACCEPTED


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Thank you for the interview, sorry to hear that you chose another candidate.", "rejected"),
        ("I accept the offer. I will be there on Monday.", "accepted"),
    ],
)
def test_an_end_with_a_word_of_it_stays_one(text: str, end: str) -> None:
    assert signal(text, end, 0.8, out=True) is Stage(end)


@pytest.mark.parametrize(
    "text",
    [
        "The team wants to see you in person on March 24 at 10am: you'd present your work.",
        "Next up is a panel with four colleagues.",
        "Dr Anand would like to invite you on site in Cambridge.",
        "Our ward manager Sue Penrose would like to interview you. Which afternoons could you manage?",
    ],
)
def test_a_panel_or_a_visit_is_an_interview(text: str) -> None:
    assert signal(text, "screening") is Stage.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to have a call with you on Monday.",
        "Nobody will interview you.",
        "The team wants to see your portfolio.",
    ],
)
def test_a_first_call_stays_one(text: str) -> None:
    assert stating.invites(split_sentences(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "The team loved you, yet somebody else had a slight edge on domain knowledge.",
        "After long thought the panel felt that the timing isn't right for us to move ahead together.",
        "Regret to inform you that the hotel appointed an internal candidate.",
    ],
)
def test_a_soft_rejection_is_one(text: str) -> None:
    assert signal(text, "interview", 0.9) is Stage.REJECTED


@pytest.mark.parametrize(
    "text",
    [
        "No worries Wiremu, Colin liked you. I'll get you an answer in the next few days.",
        "The boss was impressed. We'll find you an answer by Monday.",
        "You had a slight edge on the others, I'll get you an answer Friday.",
    ],
)
def test_a_holding_answer_rejects_nobody(text: str) -> None:
    assert signal(text, "rejected", 0.63) is not Stage.REJECTED
    assert refusing.refuses_plainly(split_sentences(text)) is None


@pytest.mark.parametrize("stage", [Stage.SCREENING, Stage.INTERVIEW])
@pytest.mark.parametrize(
    "text",
    [
        "I'll have a word with the foreman first and give you a bell Thursday",
        "I'll speak to the site manager and ring you on Thursday",
        "Good as gold, got it. I'll be in touch by Thursday",
        "I'll be calling everyone on Friday",
    ],
)
def test_who_will_ring_with_an_answer_arranges_no_call(text: str, stage: Stage) -> None:
    assert faint.only_rings_back(stage, split_sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring you Thursday at 1pm so",
        "Can I call you on Friday?",
        "I'll call you on Friday to discuss the role.",
        "They said you were the strongest so far. They're seeing two tomorrow. I'll let you know Thursday.",
    ],
)
def test_a_call_with_an_hour_or_a_matter_is_one(text: str) -> None:
    assert not faint.only_rings_back(Stage.SCREENING, split_sentences(text))
