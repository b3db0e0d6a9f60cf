"""The clock's edges: times that nobody confirmed, days counted from an interview, and what is let off."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inbox_watch.core.types import ActionKind, Basis, Count, Entry, Promise, Relief, State, Turn
from tests.core.build import INES, ask, at, judged, kinds, me, meeting, only, promise, proposed, them

PROPOSED = them(
    "10 10:00",
    sender=INES,
    asks=[ask("confirm", "Would Monday at 2pm suit you?", not_after="16 14:00")],
    appointments=[proposed("16 14:00")],
    signal="interview",
)


def counted(entry: Entry, count: Count) -> Entry:
    """The same mail with a promise that is counted from the interview."""
    news = Promise(by="sender", quote="within a week of the interview", is_decision=True, after_meeting=count)
    return replace(entry, reading=replace(entry.reading, promises=(news,)))


def relieved(when: str, **more: Any) -> Entry:
    """A mail that lets the candidate off."""
    entry = them(when, sender=INES)
    until = more.pop("until", None)
    relief = Relief(quote=more.pop("quote", "Take it easy"), until=at(until) if until else None, **more)
    return replace(entry, reading=replace(entry.reading, reliefs=(relief,)))


# --- times that nobody confirmed ---------------------------------------------------------------------------------


def test_a_time_that_passed_unanswered_stays_owed_for_a_business_day() -> None:
    assert only(judged("17 17:00", PROPOSED)).state is State.OVERDUE


def test_after_that_the_other_side_has_the_move() -> None:
    result = judged("17 18:30", PROPOSED)
    assert (result.turn, kinds(result)) == (Turn.RECRUITER, ["request_update"])
    assert only(result).from_ == at("19 09:00")


def test_an_unanswered_invitation_owes_no_thanks_after_that_either() -> None:
    invited = them(
        "10 10:00",
        sender=INES,
        asks=[ask("confirm", not_after="16 14:00")],
        appointments=[meeting("16 14:00", "16 15:00", uid="u-1")],
        signal="interview",
    )
    result = judged("18 12:00", invited)
    assert (result.turn, kinds(result)) == (Turn.RECRUITER, ["request_update"])
    assert (only(result).basis, only(result).from_) == (Basis.EVENT, at("23 09:00"))


@pytest.mark.parametrize("own", [False, True])
def test_whoever_writes_that_they_have_met_says_that_it_was_held(own: bool) -> None:
    word = me("17 10:00", to=INES, acts=["has_met"]) if own else them("17 10:00", sender=INES, acts=["has_met"])
    result = judged("17 12:00", PROPOSED, word)
    assert kinds(result) == (["request_update"] if own else ["thank_you", "request_update"])
    assert result.actions[-1].from_ == at("23 09:00")


def test_their_named_day_counts_beside_the_thanks() -> None:
    word = them("17 10:00", sender=INES, acts=["has_met"], promises=[promise("20 18:00")])
    thanks, request = judged("17 12:00", PROPOSED, word).actions
    assert (thanks.kind, thanks.due) == (ActionKind.THANK_YOU, at("17 15:00"))
    assert (request.basis, request.from_) == (Basis.STATED, at("23 09:00"))


def test_a_word_of_an_older_meeting_holds_nothing_that_lies_ahead() -> None:
    word = them("11 10:00", sender=INES, acts=["has_met"])
    assert kinds(judged("11 12:00", PROPOSED, word)) == ["confirm"]


def test_of_several_proposed_times_the_last_before_the_word_was_held() -> None:
    asked = ask("confirm", not_after="16 14:00")
    two = them("10 10:00", sender=INES, asks=[asked], appointments=[proposed("16 14:00"), proposed("17 10:00")])
    word = them("18 09:00", sender=INES, acts=["has_met"])
    thanks = next(one for one in judged("18 10:00", two, word).actions if one.kind is ActionKind.THANK_YOU)
    assert thanks.due == at("18 11:00")


def test_they_may_have_met_without_an_appointment() -> None:
    assert kinds(judged("18 10:00", them("17 10:00", acts=["has_met"], signal="interview"))) == ["request_update"]


# --- days counted from an interview --------------------------------------------------------------------------------


def test_within_a_week_of_the_interview_counts_from_its_day() -> None:
    invited = them("10 10:00", sender=INES, appointments=[meeting("16 14:00", "16 15:00")], signal="interview")
    request = judged("16 12:00", counted(invited, Count(unit="weeks", most=1))).actions[-1]
    assert (request.basis, request.from_) == (Basis.STATED, at("24 09:00"))


def test_it_moves_with_the_interview() -> None:
    invited = them("10 10:00", sender=INES, appointments=[meeting("16 14:00", uid="u")], signal="interview")
    invited = counted(invited, Count(unit="weeks", most=1))
    later = them("11 10:00", sender=INES, appointments=[meeting("18 14:00", uid="u", sequence=1)])
    told = counted(later, Count(unit="days", most=2))
    assert judged("18 12:00", invited, told).actions[-1].from_ == at("23 09:00")


def test_without_a_known_interview_nothing_is_counted() -> None:
    told = counted(them("10 10:00", sender=INES, signal="interview"), Count(unit="weeks", most=1))
    assert only(judged("10 12:00", told)).basis is Basis.DEFAULT


# --- what is let off -----------------------------------------------------------------------------------------------

ASKED = them(
    "10 10:00",
    sender=INES,
    asks=[ask("send_documents", "Please send your references", due="11 18:00")],
    signal="applied",
)


def test_more_time_moves_the_day() -> None:
    later = relieved("11 10:00", kind=ActionKind.SEND_DOCUMENTS, until="19 18:00")
    action = only(judged("11 12:00", ASKED, later))
    assert (action.kind, action.due, action.basis) == (ActionKind.SEND_DOCUMENTS, at("19 18:00"), Basis.STATED)


def test_a_day_of_ours_gives_way_to_an_earlier_one_of_theirs() -> None:
    asked = them("10 10:00", sender=INES, asks=[ask("complete_assessment")])
    later = relieved("10 11:00", kind=ActionKind.COMPLETE_ASSESSMENT, until="13 18:00")
    assert only(judged("11 12:00", asked, later)).due == at("13 18:00")


def test_more_time_for_something_else_moves_nothing() -> None:
    later = relieved("11 10:00", kind=ActionKind.COMPLETE_ASSESSMENT, until="19 18:00")
    other = relieved("11 11:00", kind=ActionKind.SEND_DOCUMENTS, until="19 18:00", quote="The form can wait")
    assert only(judged("11 12:00", ASKED, later, other)).due == at("11 18:00")


def test_more_time_without_an_open_ask_opens_none() -> None:
    later = relieved("11 10:00", kind=ActionKind.SEND_DOCUMENTS, until="19 18:00")
    assert kinds(judged("11 12:00", me("10 10:00"), later)) == ["request_update"]


def test_more_time_without_a_name_is_for_the_one_thing_that_is_open() -> None:
    assert only(judged("11 12:00", ASKED, relieved("11 10:00", until="19 18:00"))).due == at("19 18:00")


def test_what_they_take_back_is_owed_no_more() -> None:
    result = judged("11 12:00", ASKED, relieved("11 10:00", kind=ActionKind.SEND_DOCUMENTS))
    assert (result.turn, kinds(result)) == (Turn.RECRUITER, ["request_update"])


def test_the_last_mail_taken_back_leaves_the_earlier_one_open() -> None:
    earlier = them("9 10:00", sender=INES, asks=[ask("reply", "Do you have a driving licence?")])
    result = judged("11 12:00", earlier, ASKED, relieved("11 10:00"))
    assert kinds(result) == ["reply"]


def test_nobody_takes_back_what_somebody_else_asked() -> None:
    asked = them("10 10:00", asks=[ask("send_documents", "Please send your references")])
    assert "send_documents" in kinds(judged("11 12:00", asked, relieved("11 10:00")))


# --- a bare yes to a later day, an offer on paper, a first mail that asks whether, a day of tests -----------------


def task_with_yes(*acts: str) -> list[Entry]:
    """A task until the 11th, the candidate's question, and their yes to the 16th."""
    task = them("9 10:00", sender=INES, asks=[ask("complete_assessment", due="11 18:00")], signal="assessment")
    return [task, me("10 10:00", to=INES, acts=acts), relieved("10 12:00", until="16 18:00", is_consent=True)]


def test_a_bare_yes_to_a_later_day_moves_the_task() -> None:
    assert only(judged("10 13:00", *task_with_yes("asks_back"))).due == at("16 18:00")


@pytest.mark.parametrize("act", ["reschedules", "sends_times", "confirms"])
def test_a_bare_yes_to_another_time_to_meet_moves_no_task(act: str) -> None:
    found = judged("10 13:00", *task_with_yes("asks_back", act)).actions
    assert [one.due for one in found if one.kind == "complete_assessment"] == [at("11 18:00")]


def test_a_yes_that_nobody_asked_for_moves_nothing() -> None:
    task, _, yes = task_with_yes()
    assert only(judged("10 13:00", task, yes)).due == at("11 18:00")


@pytest.mark.parametrize(
    ("quote", "signal", "due"),
    [
        ("Please find the written offer attached.", "offer", "18 18:00"),
        ("Your contract is attached.", "offer", "18 18:00"),
        ("Have you had time to read the contract?", "offer", "12 18:00"),
        ("We hope that you like our offer.", "offer", "12 18:00"),
        ("I attached the contract last week.", None, "12 18:00"),
    ],
)
def test_the_days_to_answer_count_anew_from_an_offer_on_paper(quote: str, signal: str | None, due: str) -> None:
    spoken = them("9 10:00", sender=INES, asks=[ask("answer_offer", "We want you!")], signal="offer")
    later = them("13 10:00", sender=INES, asks=[ask("answer_offer", quote)], signal=signal)
    assert only(judged("13 11:00", spoken, later)).due == at(due)


def test_a_first_mail_with_the_cv_that_asks_whether_the_job_is_open_requests_no_update() -> None:
    first = me("10 10:00", to=INES, acts=["requests_update", "sends_documents"], signal="applied")
    assert only(judged("11 10:00", first)).from_ == at("24 09:00")


def test_a_later_mail_that_does_so_is_a_request() -> None:
    first = me("2 10:00", to=INES, acts=["sends_documents"], signal="applied")
    again = me("16 10:00", to=INES, acts=["requests_update", "sends_documents"])
    assert only(judged("17 10:00", first, again)).rule == "request_update.next"


def test_after_a_day_of_tests_the_days_of_an_assessment_count() -> None:
    day = meeting("10 10:00", "10 14:00", what="assessment")
    trial = them("6 10:00", sender=INES, appointments=[day], signal="assessment")
    action = only(judged("11 10:00", trial))
    assert (action.basis, action.from_) == (Basis.DEFAULT, at("19 09:00"))


def test_after_a_day_of_tests_in_the_interviews_their_days_count() -> None:
    day = meeting("10 10:00", "10 14:00", what="assessment")
    trial = them("6 10:00", sender=INES, appointments=[day], signal="interview")
    action = only(judged("11 10:00", trial))
    assert (action.basis, action.from_) == (Basis.EVENT, at("17 09:00"))
