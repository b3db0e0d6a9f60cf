"""Section 2 of the contract: what the candidate owes, when it opens, when it's due and what closes it."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Attachment, Attendee, Basis, CalendarEvent, Entry, SenderKind, State, Turn
from tests.core.build import (
    DANA,
    INES,
    SAM,
    ask,
    at,
    course,
    judged,
    kinds,
    me,
    meeting,
    only,
    plain,
    promise,
    proposed,
    robot,
    them,
)

PDF = Attachment(name="Sam_Ode_CV.pdf", media_type="application/pdf")


def reply_event(start: str, status: str = "ACCEPTED") -> CalendarEvent:
    return CalendarEvent(method="REPLY", uid="u-1", start=at(start), attendees=(Attendee(address=SAM, status=status),))


# --- opening and default dates --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("reply", "12 18:00"),
        ("send_availability", "11 18:00"),
        ("confirm", "11 18:00"),
        ("send_documents", "12 18:00"),
        ("complete_assessment", "17 18:00"),
        ("answer_offer", "13 18:00"),
    ],
)
def test_an_ask_without_a_date_is_due_after_its_kinds_business_days(kind: str, due: str) -> None:
    action = only(judged("10 12:00", them("10 10:00", asks=[ask(kind)], signal="screening")))
    assert (action.kind, action.from_, action.due, action.basis) == (kind, at("10 10:00"), at(due), Basis.DEFAULT)


def test_an_approach_may_wait_three_business_days() -> None:
    action = only(judged("10 12:00", them("10 10:00", asks=[ask("reply", is_approach=True)], signal="outreach")))
    assert action.due == at("13 18:00")


def test_a_stated_date_beats_the_default() -> None:
    action = only(judged("10 12:00", them("10 10:00", asks=[ask("send_availability", due="13 17:00")])))
    assert (action.due, action.basis) == (at("13 17:00"), Basis.STATED)


def test_a_question_on_friday_evening_is_due_on_tuesday() -> None:
    assert only(judged("13 21:00", them("13 20:00", asks=[ask("reply")]))).due == at("17 18:00")


def test_a_question_on_saturday_is_due_on_tuesday() -> None:
    assert only(judged("14 21:00", them("14 20:00", asks=[ask("reply")]))).due == at("17 18:00")


def test_holidays_do_not_count() -> None:
    action = only(judged("04-02 13:00", them("04-02 12:00", asks=[ask("reply")])))
    assert action.due == at("04-08 18:00")  # Good Friday and Easter Monday lie between


def test_a_confirmation_is_never_due_after_its_appointment() -> None:
    entry = them("10 10:00", asks=[ask("confirm", not_after="10 16:00")], appointments=[proposed("10 16:00")])
    assert only(judged("10 12:00", entry)).due == at("10 16:00")


def test_two_asks_in_one_mail_are_two_actions() -> None:
    entry = them("10 10:00", asks=[ask("send_availability", "When?"), ask("send_documents", "Please send your CV")])
    assert sorted(kinds(judged("10 12:00", entry))) == ["send_availability", "send_documents"]


def test_two_questions_in_one_mail_are_two_actions() -> None:
    entry = them("10 10:00", asks=[ask("reply", "Notice period?"), ask("reply", "Salary?")])
    assert kinds(judged("10 12:00", entry)) == ["reply", "reply"]


def test_an_earlier_question_stays_open_when_a_later_mail_asks_nothing() -> None:
    result = judged("11 12:00", them("10 10:00", asks=[ask("reply")]), them("10 11:00", text="FYI"))
    assert only(result).from_ == at("10 10:00")


def test_a_reminder_makes_no_second_action() -> None:
    first = them("10 10:00", asks=[ask("send_availability", "When are you free?")])
    second = them("12 10:00", asks=[ask("send_availability", "Did you see my mail? When are you free?")])
    assert only(judged("12 12:00", first, second)).message_id == first.message.message_id


def test_a_bulk_mail_asks_nothing() -> None:
    assert kinds(judged("11 12:00", them("10 10:00", is_bulk=True, asks=[ask("reply", is_approach=True)]))) == []


def test_an_automatic_answer_asks_nothing() -> None:
    entries = [me("9 10:00"), robot("10 10:00", asks=[ask("reply")], signal="applied")]
    assert "reply" not in kinds(judged("11 12:00", *entries))


def test_a_platform_may_send_a_test() -> None:
    entry = robot("10 10:00", sender="no-reply@hackerrank.com", asks=[ask("complete_assessment")], signal="assessment")
    action = only(judged("10 12:00", entry))
    assert (action.kind, action.to) == ("complete_assessment", None)


def test_no_need_to_reply_opens_no_reply() -> None:
    entry = them("10 10:00", asks=[ask("reply")], acts=["needs_no_reply"], signal="applied")
    assert "reply" not in kinds(judged("11 12:00", entry))


# --- closing --------------------------------------------------------------------------------------------------------


def test_an_answer_closes_a_question() -> None:
    result = judged("11 12:00", them("10 10:00", asks=[ask("reply")], signal="screening"), me("11 09:00"))
    assert "reply" not in kinds(result)
    assert result.turn is Turn.RECRUITER


def test_thanks_close_nothing() -> None:
    result = judged("11 12:00", them("10 10:00", asks=[ask("reply")]), me("11 09:00", acts=["thanks", "only_thanks"]))
    assert kinds(result) == ["reply"]


def test_the_candidates_own_absence_note_closes_nothing() -> None:
    result = judged("11 12:00", them("10 10:00", asks=[ask("reply")]), me("10 10:01", is_automatic=True))
    assert kinds(result) == ["reply"]


def test_a_mail_to_a_friend_closes_nothing() -> None:
    result = judged("11 12:00", them("10 10:00", asks=[ask("reply")]), me("11 09:00", to="friend@gmail.com"))
    assert kinds(result) == ["reply"]


def test_a_mail_to_somebody_outside_of_theirs_closes_nothing() -> None:
    asked = them("10 10:00", sender=INES, asks=[ask("reply")])
    assert kinds(judged("11 12:00", asked, me("11 09:00", to="uli@elsewhere.example"))) == ["reply"]
    forwarded = me("11 09:00", to="uli@elsewhere.example", subject="Fwd: Data Engineer at Acme")
    assert kinds(judged("11 12:00", them("10 10:00", asks=[ask("reply")]), forwarded)) == ["reply"]


def test_an_answer_to_an_address_that_they_named_closes_a_question() -> None:
    asked = them("10 10:00", sender=INES, asks=[ask("reply")], text="Please answer to hr@group.example")
    assert "reply" not in kinds(judged("11 12:00", asked, me("11 09:00", to="hr@group.example")))


def test_an_answer_to_a_colleague_of_theirs_closes_a_question() -> None:
    result = judged("11 12:00", them("10 10:00", asks=[ask("reply")]), me("11 09:00", to="ben@talent.example"))
    assert "reply" not in kinds(result)


def test_a_message_before_the_question_does_not_answer_it() -> None:
    assert kinds(judged("11 12:00", me("9 10:00"), them("10 10:00", asks=[ask("reply")]))) == ["reply"]


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("send_availability", "sends_times"),
        ("send_availability", "books"),
        ("send_documents", "sends_documents"),
        ("complete_assessment", "sends_assessment"),
        ("answer_offer", "asks_back"),
    ],
)
def test_what_was_asked_for_closes_the_ask_and_other_words_do_not(kind: str, act: str) -> None:
    asked = them("10 10:00", asks=[ask(kind)], signal="offer" if kind == "answer_offer" else "screening")
    assert kind not in kinds(judged("11 12:00", asked, me("11 09:00", acts=[act])))
    assert kinds(judged("11 12:00", asked, me("11 09:00"))) == [kind]


def test_an_attachment_is_a_document_sent() -> None:
    asked = them("10 10:00", asks=[ask("send_documents", "Please send your CV")])
    assert "send_documents" not in kinds(judged("11 12:00", asked, me("11 09:00", attachments=(PDF,))))


def test_a_logo_in_a_signature_is_no_document() -> None:
    logo = Attachment(name="image001.png", media_type="image/png")
    asked = them("10 10:00", asks=[ask("send_documents", "Please send your CV")])
    assert kinds(judged("11 12:00", asked, me("11 09:00", attachments=(logo,)))) == ["send_documents"]


def test_a_cv_does_not_close_the_ask_for_references() -> None:
    asks = [ask("send_documents", "Please send your CV"), ask("send_documents", "and two references")]
    result = judged("11 12:00", them("10 10:00", asks=asks), me("11 09:00", attachments=(PDF,)))
    assert only(result).quote == "and two references"


def test_their_receipt_closes_documents_and_tests() -> None:
    asked = them("10 10:00", asks=[ask("send_documents"), ask("complete_assessment")], signal="assessment")
    got = robot("11 09:00", acts=["has_assessment", "has_documents"])
    assert set(kinds(judged("11 12:00", asked, got))) <= {"request_update"}


def test_a_booked_meeting_closes_the_ask_for_times() -> None:
    asked = them("10 10:00", asks=[ask("send_availability")], signal="interview")
    booked = robot("11 09:00", sender="no-reply@calendly.com", appointments=[meeting("16 14:00", uid="u-1")])
    assert "send_availability" not in kinds(judged("11 12:00", asked, booked))


def test_a_reminder_of_an_old_appointment_does_not_close_the_ask_for_times() -> None:
    invited = them("9 10:00", appointments=[meeting("16 14:00", uid="u-1")], signal="interview")
    asked = them("10 10:00", asks=[ask("send_availability")], signal="interview")
    reminder = robot("12 09:00", sender="no-reply@calendly.com", appointments=[meeting("16 14:00")])
    assert "send_availability" in kinds(judged("12 12:00", invited, asked, reminder))


def test_an_accepted_invitation_closes_the_confirmation_even_from_a_calendar_program() -> None:
    asks = [ask("confirm", not_after="16 14:00")]
    invited = them("10 10:00", asks=asks, appointments=[meeting("16 14:00", uid="u-1")], signal="interview")
    accepted = me("10 11:00", is_automatic=True, events=(reply_event("16 14:00"),))
    assert "confirm" in kinds(judged("11 12:00", invited))
    assert "confirm" not in kinds(judged("11 12:00", invited, accepted))


def test_an_invitation_to_the_very_time_that_was_confirmed_wants_no_second_confirmation() -> None:
    proposal = them("10 10:00", asks=[ask("confirm", not_after="16 14:00")], appointments=[proposed("16 14:00")])
    yes = me("10 11:00", acts=["confirms"])
    invitation = them(
        "10 12:00", asks=[ask("confirm", not_after="16 14:00")], appointments=[meeting("16 14:00", uid="u-1")]
    )
    assert "confirm" not in kinds(judged("11 12:00", proposal, yes, invitation))


@pytest.mark.parametrize(
    ("answer", "is_owed"),
    [
        ("Ok can.", False),
        ("Sure, no problem", False),
        ("Can do, thanks", False),
        ("Sorry, I'm on holiday then.", True),
        ("That isn't possible.", True),
        ("No, I'm at work.", True),
    ],
)
def test_an_answer_without_a_no_agrees_to_the_time_that_was_asked_about(answer: str, is_owed: bool) -> None:
    asked = [ask("confirm", not_after="16 14:00")]
    proposal = them("10 10:00", asks=asked, appointments=[proposed("16 14:00")])
    invitation = them("10 12:00", asks=asked, appointments=[meeting("16 14:00", uid="u-1")])
    owed = kinds(judged("11 12:00", proposal, me("10 11:00", text=answer), invitation))
    assert ("confirm" in owed) is is_owed


def test_an_answer_that_names_other_times_agrees_to_none() -> None:
    asked = [ask("confirm", not_after="16 14:00")]
    proposal = them("10 10:00", asks=asked, appointments=[proposed("16 14:00")])
    other = me("10 11:00", text="Thursday or Friday", acts=["sends_times"])
    invitation = them("10 12:00", asks=asked, appointments=[meeting("16 14:00", uid="u-1")])
    assert "confirm" in kinds(judged("11 12:00", proposal, other, invitation))


def test_moving_an_appointment_closes_the_confirmation_of_the_old_time() -> None:
    old = them(
        "10 10:00", asks=[ask("confirm", "Monday at 2?", not_after="16 14:00")], appointments=[proposed("16 14:00")]
    )
    new = them(
        "11 10:00",
        asks=[ask("confirm", "Tuesday at 2?", not_after="17 14:00")],
        appointments=[proposed("17 14:00")],
        acts=["reschedules"],
    )
    assert only(judged("11 12:00", old, new)).quote == "Tuesday at 2?"


INVITED = them(
    "10 10:00",
    asks=[ask("confirm", not_after="16 14:00")],
    appointments=[meeting("16 14:00", "16 15:00", uid="u-1", people=(INES,))],
    signal="interview",
)


def test_an_invitation_that_nobody_answered_owes_its_confirmation_and_neither_thanks_nor_debrief() -> None:
    result = judged("17 12:00", INVITED)
    assert [(one.kind, one.state) for one in result.actions] == [("confirm", State.OVERDUE)]
    assert result.turn is Turn.CANDIDATE


def test_an_accepted_invitation_owes_thanks_and_a_debrief() -> None:
    accepted = me("11 10:00", events=(reply_event("16 14:00"),))
    assert kinds(judged("17 12:00", INVITED, accepted)) == ["debrief", "thank_you", "request_update"]


@pytest.mark.parametrize(
    "word",
    [
        them("13 10:00", acts=["books"]),
        them("13 10:00", appointments=[meeting("16 14:00")]),
        them("16 18:00", promises=[promise("27 18:00")]),
    ],
)
def test_a_persons_word_that_an_interview_stands_or_was_held_needs_no_confirmation(word: Entry) -> None:
    assert {"debrief", "thank_you"} <= set(kinds(judged("17 12:00", INVITED, word)))
    assert "confirm" not in kinds(judged("17 12:00", INVITED, word))


def test_an_interview_called_off_owes_nothing_and_needs_no_confirmation() -> None:
    assert kinds(judged("17 12:00", INVITED, them("15 18:00", acts=["cancels"]))) == ["request_update"]


def test_an_unanswered_proposal_stays_owed_after_its_time() -> None:
    entry = them("10 10:00", asks=[ask("confirm", not_after="16 14:00")], appointments=[proposed("16 14:00")])
    assert only(judged("17 12:00", entry)).state is State.OVERDUE


def test_a_third_party_may_answer_for_the_candidate() -> None:
    asked = them("10 10:00", asks=[ask("send_documents", "Please ask your referee for a reference")])
    referee = them("11 10:00", sender="ruth@old-job.example", to=DANA, acts=["sends_documents"])
    result = judged("11 12:00", asked, referee)
    assert "send_documents" not in kinds(result)
    assert result.turn is Turn.RECRUITER


def test_a_third_party_is_no_contact() -> None:
    asked = them("10 10:00", asks=[ask("send_documents")])
    referee = them("11 10:00", sender="ruth@old-job.example", to=DANA, acts=["sends_documents"])
    assert [one.address for one in course(asked, referee).contacts] == [DANA]


@pytest.mark.parametrize(
    "text",
    [
        "I am answering for Sam, who is in hospital. The notice period is three months.",
        "I'm writing on behalf of Sam, who is ill. The notice period is three months.",
        "Sam asked me to answer for him: his notice period is three months.",
    ],
)
def test_who_says_that_they_answer_for_the_candidate_is_of_the_candidates_side(text: str) -> None:
    asked = them("10 10:00", asks=[ask("reply")])
    kim = them("11 10:00", sender="kim@family.example", to=DANA, text=text, sender_kind=SenderKind.EMPLOYER)
    assert kinds(judged("11 12:00", asked, kim)) == ["request_update"]
    assert [one.address for one in course(asked, kim).contacts] == [DANA]


def test_a_colleague_who_writes_to_the_candidate_on_behalf_of_another_is_of_the_other_side() -> None:
    asked = them("10 10:00", asks=[ask("reply")])
    text = "I'm writing on behalf of Dana, who is ill."
    for sender, to in (("ben@talent.example", SAM), ("ben@talent.example", DANA), ("tom@acme.example", SAM)):
        assert kinds(judged("11 12:00", asked, them("11 10:00", sender=sender, to=to, text=text))) == ["reply"]


def test_a_colleague_who_sends_documents_to_the_recruiter_is_no_third_party() -> None:
    asked = them("10 10:00", asks=[ask("send_documents")])
    colleague = them("11 10:00", sender="ben@talent.example", to=DANA, acts=["sends_documents"])
    assert kinds(judged("11 12:00", asked, colleague)) == ["send_documents"]


# --- offers ---------------------------------------------------------------------------------------------------------


def test_a_counter_question_makes_it_their_turn_and_their_answer_makes_it_the_candidates() -> None:
    offer = them("10 10:00", asks=[ask("answer_offer", "We'd like to offer you the role")], signal="offer")
    question = me("11 10:00", acts=["asks_back"])
    assert judged("11 12:00", offer, question).turn is Turn.RECRUITER
    action = only(judged("12 12:00", offer, question, them("12 10:00")))
    assert (action.kind, action.from_, action.due) == ("answer_offer", at("12 10:00"), at("17 18:00"))


def test_their_holding_answer_to_a_counter_question_leaves_the_move_with_them() -> None:
    offer = them("10 10:00", asks=[ask("answer_offer")], signal="offer")
    result = judged("12 12:00", offer, me("11 10:00", acts=["asks_back"]), them("12 10:00", acts=["holds"]))
    assert result.turn is Turn.RECRUITER


def test_time_to_think_moves_the_date_of_the_answer_to_an_offer() -> None:
    offer = them("10 10:00", asks=[ask("answer_offer")], signal="offer")
    later = me("11 10:00", acts=["delays"], promises=[promise("20 18:00", by="candidate", about="answer_offer")])
    assert only(judged("12 12:00", offer, later)).due == at("20 18:00")


@pytest.mark.parametrize("act", ["accepts_offer", "declines_offer", "withdraws"])
def test_the_end_leaves_nothing_owed(act: str) -> None:
    offer = them("10 10:00", asks=[ask("answer_offer"), ask("send_documents")], signal="offer")
    result = judged("12 12:00", offer, me("11 10:00", acts=[act]))
    assert (kinds(result), result.turn) == ([], Turn.NOBODY)


# --- delays and promises --------------------------------------------------------------------------------------------


def test_tomorrow_moves_the_date_and_makes_no_second_action() -> None:
    asked = them("10 10:00", asks=[ask("send_documents", "Please send your CV")])
    later = me("10 11:00", acts=["delays"], promises=[promise("13 18:00", by="candidate", about="send_documents")])
    action = only(judged("11 12:00", asked, later))
    assert (action.kind, action.due, action.basis) == ("send_documents", at("13 18:00"), Basis.STATED)
    assert action.quote == "Please send your CV"


def test_a_delay_that_names_nothing_moves_the_latest_ask() -> None:
    asked = them("10 10:00", asks=[ask("reply")])
    later = me("10 11:00", acts=["delays"], promises=[promise("11 18:00", by="candidate")])
    action = only(judged("10 12:00", asked, later))
    assert (action.kind, action.due) == ("reply", at("11 18:00"))


def test_a_delay_without_a_date_leaves_the_ask_as_it_was() -> None:
    asked = them("10 10:00", asks=[ask("reply")])
    later = me("10 11:00", acts=["delays"], promises=[promise(None, by="candidate")])
    assert only(judged("10 12:00", asked, later)).due == at("12 18:00")


def test_a_partial_answer_leaves_the_rest_open() -> None:
    asks = [ask("send_availability", "When are you free?"), ask("send_documents", "Please send your CV")]
    answer = me(
        "10 11:00",
        acts=["sends_times", "delays"],
        promises=[promise("11 18:00", by="candidate", about="send_documents")],
    )
    action = only(judged("10 12:00", them("10 10:00", asks=asks), answer))
    assert (action.kind, action.due) == ("send_documents", at("11 18:00"))


def test_the_cv_now_and_the_references_tomorrow_leaves_the_references() -> None:
    asks = [ask("send_documents", "Please send your CV"), ask("send_documents", "and your references")]
    answer = me(
        "10 11:00",
        attachments=(PDF,),
        acts=["sends_documents", "delays"],
        promises=[promise("11 18:00", "references follow tomorrow", by="candidate", about="send_documents")],
    )
    action = only(judged("10 12:00", them("10 10:00", asks=asks), answer))
    assert (action.quote, action.due) == ("and your references", at("11 18:00"))


def test_putting_off_one_thing_answers_the_question_beside_it() -> None:
    asks = [ask("reply", "Are you interested?"), ask("send_documents", "Please send your CV")]
    answer = me("10 11:00", acts=["delays"], promises=[promise("11 18:00", by="candidate", about="send_documents")])
    assert only(judged("10 12:00", them("10 10:00", asks=asks), answer)).kind == "send_documents"


def test_a_promise_of_ones_own_is_owed_on_its_day() -> None:
    words = me("10 10:00", promises=[promise("16 18:00", "I'll send it on Monday", by="candidate")], signal="screening")
    result = judged("11 12:00", them("9 10:00", signal="screening"), words)
    action = only(result)
    assert (action.kind, action.from_, action.due) == ("keep_promise", at("10 10:00"), at("16 18:00"))
    assert (action.quote, result.turn) == ("I'll send it on Monday", Turn.CANDIDATE)


def test_a_promised_answer_moves_the_question_that_is_open_whatever_its_kind() -> None:
    answer = me("11 10:00", acts=["delays"], promises=[promise("16 18:00", by="candidate", about="reply")])
    offer = them("10 10:00", asks=[ask("answer_offer")], signal="offer")
    assert only(judged("12 12:00", offer, answer)).due == at("16 18:00")
    decision = me("11 10:00", acts=["delays"], promises=[promise("16 18:00", by="candidate", about="answer_offer")])
    asked = them("10 10:00", asks=[ask("reply")])
    assert only(judged("12 12:00", asked, decision)).due == at("16 18:00")


def test_a_promise_of_other_documents_stands_beside_those_asked_for() -> None:
    asked = them(
        "9 10:00", asks=[ask("send_documents", "Please send us your certificates by 16 March.", due="16 18:00")]
    )
    words = "I'll also send you the contact details of my former manager by Friday."
    own = me("10 10:00", acts=["delays"], promises=[promise("13 18:00", words, by="candidate", about="send_documents")])
    found = {action.kind: action.due for action in judged("10 12:00", asked, own).actions}
    assert found == {"send_documents": at("16 18:00"), "keep_promise": at("13 18:00")}


def test_a_question_about_something_else_keeps_no_promise() -> None:
    words = "I'll send you the contact details of two former colleagues on Thursday."
    start = them("9 10:00", signal="screening")
    promised = me("9 12:00", promises=[promise("12 18:00", words, by="candidate")])
    other = me("10 10:00", acts=["asks_back"], text="Is the office close to the station?")
    assert "keep_promise" in kinds(judged("10 12:00", start, promised, other))
    text = "Here are the contact details of my colleagues: Ann, Ben. Is that enough?"
    assert "keep_promise" not in kinds(
        judged("10 12:00", start, promised, me("10 10:00", acts=["asks_back"], text=text))
    )


def test_what_was_promised_is_closed_by_what_delivers_it() -> None:
    words = me("10 10:00", promises=[promise("16 18:00", by="candidate", about="send_documents")])
    start = them("9 10:00", signal="screening")
    assert "keep_promise" in kinds(judged("12 12:00", start, words, me("11 10:00")))
    assert "keep_promise" not in kinds(judged("12 12:00", start, words, me("11 10:00", attachments=(PDF,))))


def test_an_ask_for_what_was_promised_already_makes_one_action_with_the_promised_day() -> None:
    words = me("10 10:00", promises=[promise("16 18:00", by="candidate", about="send_documents")])
    asked = them("10 12:00", asks=[ask("send_documents")])
    action = only(judged("11 12:00", them("9 10:00"), words, asked))
    assert (action.kind, action.due) == ("send_documents", at("16 18:00"))


def test_a_promise_without_a_day_is_no_action() -> None:
    words = me("10 10:00", promises=[promise(None, by="candidate")])
    assert "keep_promise" not in kinds(judged("11 12:00", them("9 10:00", signal="screening"), words))


# --- after an interview ---------------------------------------------------------------------------------------------

INTERVIEW = meeting("9 14:00", "9 15:00", uid="u-1", people=(INES,))


def test_a_thank_you_opens_when_the_interview_ends() -> None:
    invited = them("5 10:00", sender=INES, appointments=[INTERVIEW], signal="interview")
    assert "thank_you" not in kinds(judged("9 14:59", invited))
    action = only(judged("9 15:00", invited), "thank_you")
    assert (action.from_, action.due, action.basis) == (at("9 15:00"), at("10 15:00"), Basis.EVENT)
    assert action.to is not None
    assert action.to.address == INES
    assert "Mon 9 March" in action.reason


def test_one_thank_you_names_everybody_who_was_at_the_interview() -> None:
    both = meeting("9 14:00", "9 15:00", uid="u-1", people=(INES, "tom@acme.example"))
    action = only(judged("9 16:00", them("5 10:00", sender=INES, appointments=[both], signal="interview")), "thank_you")
    assert action.to
    assert action.to.address == INES
    assert "a thank-you to Ines Kim and tom@acme.example is best" in action.reason


def test_the_day_of_an_ask_cannot_be_taken_for_the_day_that_was_asked_about() -> None:
    asked = them("5 10:00", asks=[ask("confirm", not_after="10 14:00"), ask("send_availability")])
    reasons = [action.reason for action in judged("5 12:00", asked).actions]
    assert [reason.partition(";")[0] for reason in reasons] == [
        "Dana Reed asked on Thu 5 March whether a time suits you",
        "Dana Reed asked on Thu 5 March when you are available",
    ]


def test_a_thank_you_counts_hours_across_the_change_of_the_clock() -> None:
    saturday = meeting("28 14:00", "28 15:00", uid="u-1", people=(INES,))
    action = only(
        judged("28 16:00", them("5 10:00", sender=INES, appointments=[saturday], signal="interview")), "thank_you"
    )
    assert action.due.timestamp() - at("28 15:00").timestamp() == 24 * 3600


def test_with_an_agency_a_debrief_is_owed_as_well() -> None:
    approach = them("4 10:00", signal="outreach")
    invited = them("5 10:00", sender=INES, appointments=[INTERVIEW], signal="interview")
    result = judged("9 16:00", approach, invited)
    assert kinds(result) == ["debrief", "thank_you", "request_update"]
    assert result.turn is Turn.CANDIDATE


def test_where_only_the_agency_is_known_there_is_the_debrief_alone() -> None:
    result = judged("9 16:00", them("5 10:00", appointments=[meeting("9 14:00", "9 15:00")], signal="interview"))
    assert kinds(result) == ["debrief", "request_update"]


def test_a_first_call_with_a_recruiter_owes_no_thanks() -> None:
    call = meeting("9 14:00", "9 15:00", what="screening", uid="u-1", people=(INES,))
    assert kinds(judged("9 16:00", them("5 10:00", sender=INES, appointments=[call], signal="screening"))) == [
        "request_update"
    ]


def test_a_message_to_the_agencys_recruiter_closes_the_debrief_and_the_thanks() -> None:
    entries = [them("4 10:00"), them("5 10:00", sender=INES, appointments=[INTERVIEW], signal="interview")]
    assert kinds(judged("9 17:00", *entries, me("9 16:00", acts=["debriefs"]))) == ["request_update"]


def test_thanks_to_the_interviewer_leave_the_debrief() -> None:
    entries = [them("4 10:00"), them("5 10:00", sender=INES, appointments=[INTERVIEW], signal="interview")]
    assert kinds(judged("9 17:00", *entries, me("9 16:00", to=INES))) == ["debrief", "request_update"]


def test_a_message_during_the_interview_thanks_for_nothing() -> None:
    invited = them("5 10:00", sender=INES, appointments=[INTERVIEW], signal="interview")
    assert "thank_you" in kinds(judged("9 17:00", invited, me("9 14:30", to=INES)))


def test_a_cancelled_interview_owes_nothing() -> None:
    invited = them("5 10:00", sender=INES, appointments=[INTERVIEW], signal="interview")
    cancelled = them("6 10:00", sender=INES, acts=["cancels"])
    assert "thank_you" not in kinds(judged("9 16:00", invited, cancelled))


def test_a_no_reply_organiser_gets_no_thanks() -> None:
    invitation = meeting("9 14:00", "9 15:00", uid="u-1", people=("no-reply@acme.example",))
    result = judged("9 16:00", robot("5 10:00", appointments=[invitation], signal="interview"))
    assert "thank_you" not in kinds(result)


def test_an_interview_without_an_end_lasts_an_hour() -> None:
    entry = them(
        "5 10:00", sender=INES, sender_kind=SenderKind.EMPLOYER, appointments=[meeting("9 14:00")], signal="interview"
    )
    assert only(judged("9 16:00", entry), "thank_you").from_ == at("9 15:00")


def test_thanks_stand_beside_the_request_and_not_in_its_way() -> None:
    invited = them("5 10:00", sender=INES, appointments=[INTERVIEW], signal="interview")
    action = only(judged("9 16:00", invited), "request_update")
    assert (action.from_, action.basis, action.state) == (at("16 09:00"), Basis.EVENT, State.UPCOMING)


# --- states, order, ends --------------------------------------------------------------------------------------------


def test_an_action_is_due_at_once_and_overdue_after_its_date() -> None:
    opportunity = course(them("10 10:00", asks=[ask("reply")]))
    assert [only(plain(opportunity, now)).state for now in ("10 10:00", "12 18:00", "12 18:01")] == [
        State.DUE,
        State.DUE,
        State.OVERDUE,
    ]


def test_overdue_comes_before_due_and_then_the_date_decides() -> None:
    entries = [
        them("10 10:00", asks=[ask("complete_assessment"), ask("reply", "Old?"), ask("send_availability")]),
        them("12 10:00", asks=[ask("send_documents", "A portfolio")]),
    ]
    result = judged("13 09:00", *entries)
    assert kinds(result) == ["send_availability", "reply", "send_documents", "complete_assessment"]


def test_a_rejection_ends_what_was_owed_and_a_reopening_does_not_bring_it_back() -> None:
    asked = them("10 10:00", asks=[ask("reply", "Old?")], signal="screening")
    no = robot("11 10:00", signal="rejected")
    assert kinds(judged("11 12:00", asked, no)) == []
    again = them("18 10:00", asks=[ask("send_availability", "Times?")], signal="interview")
    assert only(judged("18 12:00", asked, no, again)).quote == "Times?"


def test_a_pause_ends_what_was_asked_before_it() -> None:
    asked = them("10 10:00", asks=[ask("send_documents")], signal="interview")
    result = judged("12 12:00", asked, them("11 10:00", signal="on_hold"))
    assert (result.turn, "send_documents" in kinds(result)) == (Turn.RECRUITER, False)


def test_mail_after_now_does_not_exist_yet() -> None:
    opportunity = course(
        them("10 10:00", asks=[ask("reply")], signal="screening"), me("11 10:00"), robot("12 10:00", signal="rejected")
    )
    assert kinds(plain(opportunity, "10 12:00")) == ["reply"]
    assert plain(opportunity, "11 12:00").turn is Turn.RECRUITER
    assert plain(opportunity, "12 12:00").turn is Turn.NOBODY
    assert plain(opportunity, "9 12:00").actions == ()


def test_an_answer_goes_to_reply_to_where_the_sender_is_a_dead_end() -> None:
    from inbox_watch.core.types import Address

    entry = them(
        "10 10:00",
        sender="no-reply@greenhouse-mail.io",
        sender_kind=SenderKind.EMPLOYER,
        reply_to=(Address(address=INES),),
        asks=[ask("reply")],
    )
    action = only(judged("10 12:00", entry))
    assert action.to is not None
    assert action.to.address == INES


def test_a_thousand_asks_make_no_thousand_actions() -> None:
    entries = [them("10 10:00", text=str(n), asks=[ask("reply", f"Question {n}?")]) for n in range(1000)]
    assert len(judged("10 12:00", *entries).actions) == 100


def test_a_call_with_the_agencys_own_recruiter_owes_no_debrief() -> None:
    call = meeting("9 14:00", "9 15:00", uid="u-1", people=(DANA,))
    assert kinds(judged("9 16:00", them("5 10:00", appointments=[call], signal="screening"))) == ["request_update"]


def test_a_platforms_bulk_headers_do_not_hide_its_test() -> None:
    entry = robot("10 10:00", is_bulk=True, asks=[ask("complete_assessment")], signal="assessment")
    assert kinds(judged("10 12:00", entry)) == ["complete_assessment"]


def _after_words(quote: str) -> list[str]:
    said = meeting("9 14:00", "9 15:00", quote=quote)
    return kinds(judged("9 17:00", them("5 10:00", signal="interview"), them("6 10:00", appointments=[said])))


@pytest.mark.parametrize(
    "quote",
    ["Dana could speak at 2pm on Monday.", "Hi Sam, Dana will call you at 2pm.", "Dana can talk on Monday at 2pm."],
)
def test_a_time_at_which_the_recruiter_speaks_owes_them_no_debrief(quote: str) -> None:
    assert _after_words(quote) == ["request_update"]


@pytest.mark.parametrize(
    "quote",
    [
        "Ines could speak at 2pm on Monday.",
        "The interview is on Monday at 2pm.",
        "Dana will call you before the interview at 2pm.",
        "Monday at 2pm, they will call you.",
        "Dana asked them to call you at 2pm.",
    ],
)
def test_a_time_at_which_others_speak_owes_the_recruiter_a_debrief(quote: str) -> None:
    assert "debrief" in _after_words(quote)
