"""What a candidate says of other employers' offers: to refuse those is no withdrawal here."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Act, Stage
from tests.core.reading.mails import DANA, SAM, mail, reading, scores

STAYS = (
    "I've declined another offer because I like this job more.",
    "I have turned down a job at Dray Ltd, since I'd rather work with you.",
    "I've withdrawn from my other applications, as yours is my first choice.",
    "I said no to another company this morning. Your role appeals to me more.",
    "I've had another offer, but Calder is still my first choice. Could you speed up your decision?",
    "I turned down the other offer yesterday.",
    "I've stepped out of two other processes.",
    "I have an offer from another company, but I'd prefer to work with you.",
    "I've just turned another job down.",
    "I've rejected an offer from Dray Ltd.",
)
LEAVES = (
    "I've accepted another offer.",
    "I've declined your offer as I've accepted another one.",
    "I'd like to withdraw my application, as I have accepted another job.",
    "I have decided to go with another company.",
    "I'm withdrawing my application. I've had another offer.",
    "I must decline your offer, as the other offer is my first choice.",
    "I've taken an offer elsewhere.",
    "I've withdrawn my application at Calder Insurance.",
    "I've turned down the other offers too. I'm withdrawing from your process, as I stay where I am.",
    "Another company is my first choice, so I'll have to decline.",
    "Thanks for inviting me back but I'd rather stop here. I have another job.",
)


@pytest.mark.parametrize("text", STAYS)
def test_who_refuses_other_employers_has_not_withdrawn(text: str) -> None:
    found = reading(mail(text, sender=SAM, to=(DANA,)), scores(stage="withdrawn", sure=0.97))
    assert found.signal is not Stage.WITHDRAWN
    assert not found.acts & {Act.WITHDRAWS, Act.DECLINES_OFFER, Act.SAYS_NO}


@pytest.mark.parametrize("text", LEAVES)
def test_who_goes_to_another_employer_has_withdrawn(text: str) -> None:
    found = reading(mail(text, sender=SAM, to=(DANA,)), scores(stage="withdrawn", sure=0.97))
    assert found.signal is Stage.WITHDRAWN
