"""Two roles in one mail: one gone and another proposed; one wanted and the other not."""

from __future__ import annotations

import pytest

from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.reading.turning import chooses, turn_of
from inbox_watch.core.types import Act, Stage
from tests.core.reading.mails import DANA, SAM, mail, reading, scores


@pytest.mark.parametrize(
    "text",
    [
        "The Grid Analyst role has been filled. But we also have a Treasury Analyst role - would that interest you?",
        "We have gone with another candidate. However, we also need a Treasury Analyst. Would you be interested?",
        "That job is no longer available. We do have another opening for a Treasury Analyst. Shall I put you forward?",
        "We won't be taking your application further. We have a similar position in York. Would you be open to it?",
        "We went with somebody else for this one. A new role has come in, too. Would you like to hear more?",
        "The role has been filled. There is a second opening, in York. Let me know if you'd be interested.",
        "The role has been filled. We also have a Data Engineer role; if that interests you, please let me know.",
        "You were unsuccessful for the role of Head of Data. We also have a Data Engineer role, might it suit you?",
    ],
)
def test_another_role_in_the_place_of_one_that_is_gone_is_a_turn(text: str) -> None:
    assert turn_of(split_sentences(text))
    found = reading(mail(text), scores(stage=Stage.REJECTED))
    assert Act.TURNS_TO_ROLE in found.acts
    assert found.signal is not Stage.REJECTED


@pytest.mark.parametrize(
    "text",
    [
        "The role has been filled. We will keep your CV on file for other roles. Would you like feedback?",
        "We have gone with another candidate. Would you be interested in joining our talent pool for other positions?",
        "The role has been filled. We hope that you will consider us in the future. Do you have any questions?",
        "We won't be taking your application further. Please see our other openings on our website.",
        "We also have a Treasury Analyst role. Would that interest you?",
        "The role has been filled. Let us know if you'd be interested in other positions in the future.",
        "The role has been filled. There are other roles on our website. Let me know if you have any questions.",
        "We can't offer you a parking space. We also need your passport. Would Tuesday suit you?",
        "Another candidate has pulled out. Are you interested in an earlier day?",
    ],
)
def test_a_refusal_a_second_role_alone_and_other_questions_are_no_turn(text: str) -> None:
    assert not turn_of(split_sentences(text))


def test_the_role_of_a_turn_is_the_new_one() -> None:
    text = "The Grid Analyst role has been filled. But we also have a Treasury Analyst role - would that interest you?"
    assert reading(mail(text, subject="Re: Grid Analyst"), scores(stage=Stage.REJECTED)).role == "Treasury Analyst"


@pytest.mark.parametrize(
    "text",
    [
        "The Payroll Manager role sounds good. The HR Analyst role isn't for me.",
        "I'm interested in the Payroll Manager job, but the HR Analyst job isn't for me.",
        "I'd like to hear more about the first one. The second isn't for me.",
    ],
)
def test_a_yes_to_one_role_and_a_no_to_another_is_no_withdrawal(text: str) -> None:
    assert chooses(split_sentences(text))
    found = reading(mail(text, sender=SAM, to=(DANA,)), scores(stage=Stage.WITHDRAWN))
    assert found.signal is not Stage.WITHDRAWN
    assert not found.acts & {Act.WITHDRAWS, Act.DECLINES_OFFER, Act.SAYS_NO}


@pytest.mark.parametrize(
    "text",
    [
        "The role isn't for me, though your team sounds great.",
        "I'd love to join you, but the Claims Analyst role isn't for me.",
        "The Claims Analyst role sounds good, but the Claims Analyst role isn't for me now.",
        "I'm not interested in the Payroll Manager role. The HR Analyst role isn't for me either.",
    ],
)
def test_a_plain_no_stays_one(text: str) -> None:
    assert not chooses(split_sentences(text))
