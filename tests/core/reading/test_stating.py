"""Stages that plain sentences state, whatever the model makes of them: offers, their withdrawal, invitations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inbox_watch.core.types import ActionKind, Stage
from tests.core.reading.mails import DANA, SAM, mail, reading, scores
from tests.core.reading.test_read import invitation

OFFERS = (
    "Norvane wants to make you an offer.",
    "I am delighted to extend an offer for the Data Engineer position.",
    "We are happy to offer you the position of Data Engineer.",
    "Norvane has decided to make you an offer.",
    "They would like to present you with a contract.",
    "It is my pleasure to offer you the role of Analyst.",
    "I am pleased to inform you that you have been selected for the position of Data Engineer.",
    "Further to your interview, I am pleased to confirm our offer of the post of Stock Controller.",
    "I am writing to confirm our offer of employment.",
    "We are delighted to confirm our offer to you.",
    "I'm happy to confirm the offer of a permanent contract.",
)
NO_OFFERS = (
    "I am pleased to confirm the offer of an interview on Monday.",
    "I am writing to confirm the offer of a test day.",
    "We hope to be able to confirm our offer of the post next week.",
    "If your references are good, we will be happy to confirm our offer of the post.",
    "If all goes well, we would like to make you an offer.",
    "We hope to make you an offer next week.",
    "We cannot make you an offer.",
    "We would like to offer you a competitive salary and flexible hours.",
    "What we offer: a salary of 60,000 EUR.",
    "We are happy to offer you a slot on Monday.",
    "Norvane wants to make another candidate an offer.",
    "Once we have made you an offer, we will take up references.",
    "We usually take up references after the interview.",
    "We would like to offer you a role play exercise.",
    "Shortlisted candidates will be made an offer.",
)
TAKEN_BACK = (
    "I am very sorry, but Norvane has taken back its offer.",
    "Norvane has withdrawn its offer.",
    "We have to rescind the offer we made to you.",
    "The offer has been withdrawn.",
    "Sadly the offer no longer stands.",
)
NOT_TAKEN_BACK = (
    "Norvane will not take back its offer.",
    "If you do not sign by Friday, the offer will be withdrawn.",
    "Have they withdrawn the offer?",
    "You may withdraw from the offer at any time.",
)
INVITED = (
    "They have selected you for an interview.",
    "You are invited to the second round with the team.",
    "Here is the invitation to the interview with Norvane.",
    "We are happy to offer you an interview.",
    "You're through to the second round.",
    "I am pleased to inform you that you have been shortlisted. Interviews take place on 1 October.",
    "Your application has been shortlisted. Interviews will be held in the week commencing 12 October.",
    "We have shortlisted you for the post. We are interviewing on Thursday 2 April.",
)
NOT_INVITED = (
    "If you are selected for an interview, we will let you know.",
    "You have not been selected for an interview.",
    "Shortlisted candidates will be invited to an interview.",
    "You are invited to a one-way video interview.",
    "We have invited others to the second round.",
    "You have been shortlisted. We will be in touch.",
    "You have not been shortlisted. Interviews took place on 1 October.",
    "If you are shortlisted, you will hear from us. Interviews take place on 1 October.",
    "Shortlisted candidates will be contacted. Interviews take place on 1 October.",
    "You have been shortlisted for the written test. Interviews take place on 1 October.",
    "Thank you for applying. Interviews take place on 1 October.",
    "We would like to invite you to a phone screening before the interview.",
)


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_in_plain_words_is_an_offer_and_wants_an_answer(text: str) -> None:
    said = reading(mail(text))
    assert said.signal is Stage.OFFER
    assert [(ask.kind, ask.quote) for ask in said.asks] == [(ActionKind.ANSWER_OFFER, text)]


def test_taking_up_references_is_of_the_offer_stage_and_asks_for_no_answer_to_one() -> None:
    said = reading(mail("Norvane would like to take up references now."))
    assert (said.signal, said.asks) == (Stage.OFFER, ())


@pytest.mark.parametrize("text", NO_OFFERS)
def test_conditions_adverts_and_other_people_s_offers_make_none(text: str) -> None:
    assert reading(mail(text)).signal is not Stage.OFFER


def test_a_recruiter_who_offers_a_position_in_a_first_approach_makes_no_offer() -> None:
    text = "I'm a recruiter and would like to offer you a position as Data Engineer at Norvane. Are you interested?"
    assert reading(mail(text), scores(stage="outreach")).signal is Stage.OUTREACH


@pytest.mark.parametrize("text", TAKEN_BACK)
@pytest.mark.parametrize("stage", ["none", "offer", "withdrawn"])
def test_an_offer_that_they_take_back_is_a_refusal(text: str, stage: str) -> None:
    said = reading(mail(text), scores(stage=stage))
    assert (said.signal, said.signal_quote) == (Stage.REJECTED, text)


@pytest.mark.parametrize("text", NOT_TAKEN_BACK)
def test_an_offer_that_may_be_withdrawn_still_stands(text: str) -> None:
    assert reading(mail(text)).signal is not Stage.REJECTED


@pytest.mark.parametrize("text", INVITED)
def test_a_plain_sentence_that_invites_to_an_interview_does(text: str) -> None:
    assert reading(mail(text)).signal is Stage.INTERVIEW


@pytest.mark.parametrize("text", NOT_INVITED)
def test_an_interview_that_is_supposed_denied_recorded_or_another_s_invites_nobody(text: str) -> None:
    assert reading(mail(text)).signal is not Stage.INTERVIEW


def test_an_invitation_s_own_title_says_that_it_is_an_interview() -> None:
    event = invitation()
    assert reading(mail("See attached.", events=(event,))).signal is Stage.INTERVIEW
    assert reading(mail("See attached.", events=(replace(event, summary="Screening interview"),))).signal is None
    assert reading(mail("See attached.", events=(replace(event, method="CANCEL"),))).signal is None


def test_where_a_mail_speaks_of_two_roles_the_one_that_is_further_on_counts() -> None:
    text = (
        "Unfortunately Norvane has decided not to move forward with your application as Data Engineer. For the Analyst "
        "role at Bolt, though, they would like to invite you to an interview next week."
    )
    assert reading(mail(text), scores(stage="rejected")).signal is Stage.INTERVIEW


def test_a_refusal_that_recalls_the_interview_stays_a_refusal() -> None:
    text = "Thank you for coming to the interview to which we had invited you. We have chosen somebody else."
    assert reading(mail(text), scores(stage="rejected")).signal is Stage.REJECTED


def test_the_candidate_s_own_words_offer_and_invite_nothing() -> None:
    own = mail("Norvane wants to make me an offer. They have selected you for an interview.", sender=SAM, to=(DANA,))
    assert reading(own).signal is None
