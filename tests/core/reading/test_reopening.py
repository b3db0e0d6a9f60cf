"""Mails that open again what had ended, and those that only sound like it."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Act, Stage
from tests.core.reading.mails import mail, reading, scores

REOPENED = (
    "The person we chose has pulled out. Would you still be interested in the role?",
    "Our first choice has pulled out, are you still interested?",
    "The other candidate has declined. Are you still interested in the position?",
    "Good news - another position as Data Engineer has opened up. Could you send me an up-to-date CV?",
    "A new role has come in that matches your CV. Would you like to hear more?",
    "The role has become vacant again. Would you like us to reconsider your application?",
    "Things have changed here. Are you still looking?",
    "We've reconsidered your application. When could we talk?",
    "Unfortunately our first choice has dropped out. Would you still like the job?",
    "I know that we rejected you last week. The chosen candidate has since withdrawn. Could we speak again?",
    "I know we turned you down in May, but the role is open again. Are you still interested?",
    "Please ignore the rejection, it was sent in error. Could you tell me when you could start?",
    "Owen regrets his decision and would like to talk to you again. When would suit you?",
    "The colleague we hired has left after two weeks. Are you still on the market?",
    "If you are still interested, please send me your current CV, as the position is vacant again.",
    "We have decided to hire a second analyst. Would you still like to join us?",
)
SHUT = (
    "If another position opens up, we'll get in touch.",
    "Should another position open up, would you like to hear from us?",
    "We may have other roles in future. Would you like to stay in our talent pool?",
    "You can apply again at any time.",
    "We have not reopened the position.",
    "Unfortunately nothing has changed. The role is filled.",
    "The other candidate has accepted. Thank you again for your interest.",
    "We wish you all the best. If things change, we'll come back to you.",
    "The hiring manager is looking for someone with more experience.",
    "Should you change your mind, you can apply again.",
    "Would you like some feedback on your interview?",
    "May I ask where you are going?",
    "Are you still interested in receiving our newsletter?",
    "Do you know anybody else who might be interested in the role?",
)


@pytest.mark.parametrize("text", REOPENED)
@pytest.mark.parametrize("stage", ["rejected", "none"])
def test_word_that_things_have_changed_opens_again_and_refuses_nobody(text: str, stage: str) -> None:
    found = reading(mail(text), scores(stage=stage))
    assert Act.REOPENS in found.acts
    assert found.signal is not Stage.REJECTED
    assert found.asks


@pytest.mark.parametrize("text", SHUT)
def test_conditions_denials_and_courtesy_open_nothing(text: str) -> None:
    assert Act.REOPENS not in reading(mail(text), scores(stage="rejected")).acts


def test_a_refusal_stays_one_where_the_mail_speaks_of_another_role_beside_it() -> None:
    text = "We went with somebody else for this one. A new role has come in, too; you'll find it on our website."
    assert reading(mail(text), scores(stage="rejected")).signal is Stage.REJECTED


def test_a_pause_stays_one_where_they_ask_for_interest_later() -> None:
    text = "The role is on hold until June. Would you still be interested then?"
    assert reading(mail(text), scores(stage="on_hold")).signal is Stage.ON_HOLD
