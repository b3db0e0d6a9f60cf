"""The guard against false ends: what the model takes for a refusal, and the text denies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inbox_watch.core import zones
from inbox_watch.core.reading.guards import denies_end
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Bounds, Scores, Stage
from tests.core.reading.mails import mail, reading, scores

TEST_MAILS = Path(__file__).parents[3] / "models" / "test"

NO_END = (
    "No decision has been taken yet. I will let you know on Monday.",
    "We have not decided yet on the Data Engineer position. You are still one of our favourites.",
    "Norvane has not made a decision on the Data Engineer position yet.",
    "Norvane hasn't made a decision yet.",
    "Norvane has not rejected you, they only need more time.",
    "Norvane did not reject your application, they want to see you again.",
    "Norvane has not decided against you, the role is still open.",
    "Your application has not been declined.",
    "They have selected you for the second round.",
    "They picked you for the final round.",
    "If you are not selected, we will let you know within two weeks.",
    "Should your application be unsuccessful, we will write to you.",
    "Thank you for applying. Unfortunately we cannot answer questions by phone.",
    "Unfortunately Ines is ill, so we have to move your interview.",
    "The other candidate declined the offer, so Norvane would like to see you again.",
    "We rejected 40 other candidates, but we like your profile.",
    "The position has not been filled yet.",
)
REFUSED = (
    "We went with somebody else.",
    "You're not quite what they are after.",
    "I won't be taking this further.",
    "You have not been selected.",
    "We have not selected you for the role.",
    "Unfortunately we went with somebody else. If you are not selected elsewhere, write to me.",
    "No decision was easy, but we chose another candidate.",
    "Norvane has not decided in your favour.",
    "The other candidate accepted the offer, so the role is filled.",
    "Another applicant accepted the job this week, so we are closing the search.",
    "You have been shortlisted from 300, but it is a no.",
    "Although you have been shortlisted, Norvane chose an internal candidate.",
)


@pytest.mark.parametrize("text", NO_END)
def test_words_of_an_end_that_are_denied_supposed_or_about_others_reject_nobody(text: str) -> None:
    assert reading(mail(text), scores(stage="rejected", sure=0.7)).signal is not Stage.REJECTED


@pytest.mark.parametrize("text", REFUSED)
def test_a_real_refusal_stays_one_whatever_stands_beside_it(text: str) -> None:
    assert reading(mail(text), scores(stage="rejected", sure=0.7)).signal is Stage.REJECTED


def test_a_question_whether_the_candidate_withdraws_is_no_withdrawal() -> None:
    text = "Have you decided to withdraw from the process, or are you still interested?"
    assert reading(mail(text), scores(stage="withdrawn", sure=0.8)).signal is not Stage.WITHDRAWN


@pytest.mark.parametrize(
    "text",
    [
        "I see that you have withdrawn your application; a pity.",
        "Before I take you out of the system: do you want to withdraw from this role only?",
        "For the record, we hadn't decided against you. I've taken your name off the list.",
    ],
)
def test_a_withdrawal_that_they_confirm_stays_one(text: str) -> None:
    assert reading(mail(text), scores(stage="withdrawn", sure=0.8)).signal is Stage.WITHDRAWN


def test_after_a_denied_end_the_next_likeliest_stage_counts_and_a_doubtful_one_is_for_review() -> None:
    stages = (("rejected", 0.6), ("interview", 0.16), ("screening", 0.14), ("none", 0.1))
    said = reading(
        mail("No decision has been taken yet after the interviews."),
        Scores(recruiting=0.98, stages=stages, language="en", model="test", bounds=Bounds(stage_below=0.5)),
    )
    assert (said.signal, round(said.signal_score, 2), said.review) == (Stage.INTERVIEW, 0.4, True)


def test_only_an_end_can_be_denied() -> None:
    sentences = split_sentences("No decision has been taken yet.")
    assert denies_end(Stage.REJECTED, sentences)
    assert not denies_end(Stage.INTERVIEW, sentences)
    assert not denies_end(None, sentences)


def test_of_the_mails_that_really_end_something_the_guard_denies_none() -> None:
    lines = (line for path in sorted(TEST_MAILS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    ended = [one for one in map(json.loads, lines) if one.get("signal") in ("rejected", "withdrawn", "accepted")]
    assert len(ended) > 100
    denied = [
        one["id"] for one in ended if denies_end(Stage(one["signal"]), split_sentences(zones.split(one["body"]).new))
    ]
    assert denied == []
