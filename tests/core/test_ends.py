"""Ends of an opportunity: what accepts, what refuses, and what opens it again."""

from __future__ import annotations

import pytest

from inbox_watch.core.opportunity.stage import held_back
from inbox_watch.core.types import Entry, Stage, Turn
from tests.core.build import ask, course, judged, kinds, me, meeting, them

APPLIED = me("1 10:00", signal="applied")
INVITED = them("2 10:00", signal="interview", asks=[ask("confirm", not_after="8 14:00")])
OFFERED = them("2 10:00", signal="offer", asks=[ask("answer_offer")])
REJECTED = them("3 10:00", signal="rejected")
WITHDRAWN = me("3 10:00", acts=["withdraws"])


def reopening(when: str = "5 10:00", **more: object) -> Entry:
    return them(when, acts=["reopens"], **{"asks": [ask("reply")], **more})


def test_a_yes_to_an_invitation_accepts_no_offer() -> None:
    yes = me("3 10:00", signal="accepted", signal_score=0.99, acts=["says_yes", "confirms"])
    assert course(APPLIED, INVITED, yes).stage is Stage.INTERVIEW


def test_an_employers_yes_to_a_time_hires_nobody() -> None:
    moves = me("3 10:00", acts=["reschedules", "asks_back"])
    agrees = them("4 10:00", signal="accepted", appointments=[meeting("8 11:00")], acts=["books"])
    found = course(APPLIED, INVITED, moves, agrees)
    assert (found.stage, judged("4 12:00", APPLIED, INVITED, moves, agrees).turn) == (Stage.INTERVIEW, Turn.RECRUITER)
    reason = held_back(found.entries)[agrees.message.key]
    assert "no offer was made before" in reason


@pytest.mark.parametrize("act", ["accepts_offer", "says_yes"])
def test_a_yes_to_an_offer_is_the_end(act: str) -> None:
    result = judged("4 12:00", APPLIED, OFFERED, me("3 10:00", acts=[act, "asks_back"]))
    assert (result.turn, result.actions) == (Turn.NOBODY, ())
    assert course(APPLIED, OFFERED, me("3 10:00", acts=[act])).stage is Stage.ACCEPTED


@pytest.mark.parametrize("asks", [["answer_offer"], ["answer_offer", "send_documents"]])
def test_a_bare_yes_to_an_offer_takes_it_whatever_it_asks_of_the_beginning(asks: list[str]) -> None:
    offered = them("2 10:00", signal="offer", asks=[ask(kind) for kind in asks])
    yes = me("3 10:00", acts=["says_bare_yes", "asks_back", "confirms"])
    assert course(APPLIED, offered, yes).stage is Stage.ACCEPTED
    assert judged("4 12:00", APPLIED, offered, yes).turn is Turn.NOBODY


@pytest.mark.parametrize("heard", [None, "accepted", "applied"])
def test_a_bare_yes_to_anything_beside_or_after_an_offer_takes_none(heard: str | None) -> None:
    yes = me("4 10:00", signal=heard, signal_score=0.99, acts=["says_bare_yes", "confirms"])
    call = them("3 10:00", signal="offer", asks=[ask("answer_offer"), ask("confirm", not_after="8 14:00")])
    brochure = them("3 10:00", asks=[ask("reply", "Would you like me to send you the brochure?")])
    thought = me("2 12:00", acts=["asks_back"])
    assert course(APPLIED, OFFERED, thought, call, yes).stage is Stage.OFFER
    assert course(APPLIED, OFFERED, thought, brochure, yes).stage is Stage.OFFER
    assert course(APPLIED, INVITED, me("3 10:00", acts=["says_bare_yes", "confirms"])).stage is Stage.INTERVIEW


def test_a_bare_yes_with_a_delay_or_a_no_beside_it_takes_nothing() -> None:
    for act in ("delays", "reschedules"):
        assert course(APPLIED, OFFERED, me("3 10:00", acts=["says_bare_yes", act])).stage is Stage.OFFER
    assert course(APPLIED, OFFERED, me("3 10:00", acts=["says_bare_yes", "says_no"])).stage is Stage.WITHDRAWN


APPROACHED = them("1 10:00", signal="outreach", acts=["approaches"], asks=[ask("reply", is_approach=True)])


@pytest.mark.parametrize(
    "no",
    [
        me("2 10:00", signal="applied", acts=["declines_approach", "thanks"]),
        me("2 10:00", signal="withdrawn", signal_score=0.75, acts=["thanks"]),
    ],
)
def test_an_approach_that_is_refused_has_ended_and_a_friendly_goodbye_changes_nothing(no: Entry) -> None:
    goodbye = them("2 12:00", text="No problem, good luck with it!")
    result = judged("20 12:00", APPROACHED, no, goodbye)
    assert course(APPROACHED, no, goodbye).stage is Stage.WITHDRAWN
    assert (result.turn, result.actions) == (Turn.NOBODY, ())


@pytest.mark.parametrize(
    "answer",
    [
        me("2 10:00", acts=["declines_approach", "sends_documents"]),
        me("2 10:00", acts=["declines_approach", "sends_times"]),
        me("2 10:00", signal="withdrawn", signal_score=0.75, acts=["asks_back"]),
        me("2 10:00", signal="withdrawn", signal_score=0.6, acts=["thanks"]),
    ],
)
def test_who_answers_an_approach_with_a_cv_times_or_a_question_has_not_refused_it(answer: Entry) -> None:
    assert course(APPROACHED, answer).stage is not Stage.WITHDRAWN


def test_words_that_refuse_an_approach_take_no_application_back() -> None:
    assert course(APPLIED, INVITED, me("3 10:00", acts=["declines_approach"])).stage is Stage.INTERVIEW


def test_a_signed_contract_is_the_end_where_the_offer_was_made_by_telephone() -> None:
    assert course(APPLIED, INVITED, me("3 10:00", acts=["accepts_offer"])).stage is Stage.ACCEPTED
    assert course(APPLIED, INVITED, them("3 10:00", signal="accepted", acts=["tells_of_hire"])).stage is Stage.ACCEPTED


@pytest.mark.parametrize("act", ["declines_offer", "says_no"])
def test_who_refuses_an_offer_has_withdrawn_and_owes_no_answer(act: str) -> None:
    no = me("3 10:00", acts=[act])
    assert course(APPLIED, OFFERED, no).stage is Stage.WITHDRAWN
    assert kinds(judged("4 12:00", APPLIED, OFFERED, no)) == []


def test_a_no_that_names_no_job_ends_nothing_before_an_offer() -> None:
    assert course(APPLIED, INVITED, me("3 10:00", acts=["says_no"])).stage is Stage.INTERVIEW


@pytest.mark.parametrize("end", ["accepted", "withdrawn"])
def test_a_question_about_an_offer_answers_it_neither_way(end: str) -> None:
    asks = me("3 10:00", signal=end, signal_score=0.97, acts=["asks_back"])
    assert course(APPLIED, OFFERED, asks).stage is Stage.OFFER
    assert judged("3 12:00", APPLIED, OFFERED, asks).turn is Turn.RECRUITER


@pytest.mark.parametrize("act", ["reschedules", "delays", "sends_times"])
def test_who_moves_a_meeting_or_asks_for_time_has_not_withdrawn(act: str) -> None:
    moves = me("3 10:00", signal="withdrawn", signal_score=0.97, acts=[act])
    assert course(APPLIED, INVITED, moves).stage is Stage.INTERVIEW


@pytest.mark.parametrize("end", [REJECTED, WITHDRAWN])
@pytest.mark.parametrize("signal", [None, "applied", "outreach", "rejected"])
def test_word_that_things_have_changed_opens_it_where_it_stood(end: Entry, signal: str | None) -> None:
    mails = (APPLIED, INVITED, me("2 12:00", acts=["confirms"]), end, reopening(signal=signal))
    assert course(*mails).stage is Stage.INTERVIEW
    result = judged("5 12:00", *mails)
    assert (result.turn, kinds(result)) == (Turn.CANDIDATE, ["reply"])
    assert any("Reopened" in note for note in result.notes)


def test_what_is_asked_for_beats_where_it_stood() -> None:
    offer = reopening(signal="offer", signal_score=0.5, asks=[ask("answer_offer")])
    assert course(APPLIED, REJECTED, offer).stage is Stage.OFFER
    talk = reopening(signal="interview", signal_score=0.5, asks=[ask("send_availability")])
    assert course(APPLIED, REJECTED, talk).stage is Stage.INTERVIEW


def test_another_role_begins_with_the_application_that_they_know() -> None:
    other = reopening(text="Another position has opened up. Could you send me your CV?", asks=[ask("send_documents")])
    assert course(APPLIED, INVITED, REJECTED, other).stage is Stage.APPLIED
    assert kinds(judged("5 12:00", APPLIED, INVITED, REJECTED, other)) == ["send_documents"]


def test_a_mailbox_that_begins_with_the_refusal_opens_as_an_application() -> None:
    assert course(REJECTED, reopening()).stage is Stage.APPLIED


@pytest.mark.parametrize(
    "last",
    [
        them("5 10:00", asks=[ask("reply")]),
        them("5 10:00", acts=["reopens"]),
        them("5 10:00", acts=["reopens"], asks=[ask("reply")], is_automatic=True),
    ],
)
def test_a_farewell_a_question_alone_and_a_programs_mail_open_nothing(last: Entry) -> None:
    found = course(APPLIED, REJECTED, last)
    assert (found.stage, judged("5 12:00", APPLIED, REJECTED, last).turn) == (Stage.REJECTED, Turn.NOBODY)


def test_what_was_accepted_is_not_opened_again() -> None:
    accepted = me("3 10:00", acts=["accepts_offer"])
    assert course(APPLIED, OFFERED, accepted, reopening()).stage is Stage.ACCEPTED


def test_what_was_opened_again_can_end_again() -> None:
    assert course(APPLIED, REJECTED, reopening(), them("6 10:00", signal="rejected")).stage is Stage.REJECTED
    assert course(APPLIED, REJECTED, reopening(), me("6 10:00", acts=["withdraws"])).stage is Stage.WITHDRAWN
