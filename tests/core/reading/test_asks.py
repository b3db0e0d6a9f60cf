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
