"""Section 3 of the contract: when the candidate should request an update."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.timing import Rhythms, judge
from inbox_watch.core.types import Basis, Entry, Stage, State, Turn
from tests.core.build import (
    CALENDAR,
    DANA,
    INES,
    TIMING,
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


def answered(stage: str, when: str = "10 11:00") -> tuple[Entry, Entry]:
    """A question that the candidate has answered, so that the move is theirs."""
    return them("9 10:00", asks=[ask("reply")], signal=stage), me(when)


# --- default --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "from_"),
    [
        ("outreach", "16 09:00"),
        ("applied", "24 09:00"),
        ("screening", "17 09:00"),
        ("assessment", "19 09:00"),
        ("interview", "19 09:00"),
        ("offer", "13 09:00"),
    ],
)
def test_without_anything_better_the_stage_decides(stage: str, from_: str) -> None:
    action = only(judged("10 12:00", *answered(stage)))
    assert (action.kind, action.from_, action.basis, action.state) == (
        "request_update",
        at(from_),
        Basis.DEFAULT,
        State.UPCOMING,
    )


def test_the_due_date_is_the_evening_of_the_same_day() -> None:
    opportunity = course(*answered("screening"))
    assert only(plain(opportunity, "17 08:59")).state is State.UPCOMING
    assert only(plain(opportunity, "17 09:00")).state is State.DUE
    assert only(plain(opportunity, "17 09:00")).due == at("17 18:00")
    assert only(plain(opportunity, "17 18:01")).state is State.OVERDUE


def test_the_later_of_both_last_messages_counts() -> None:
    result = judged("11 12:00", *answered("screening"), them("11 10:00"))
    assert only(result).from_ == at("18 09:00")


def test_an_automatic_answer_does_not_set_the_clock_anew() -> None:
    result = judged("12 12:00", *answered("screening"), robot("11 10:00"))
    assert only(result).from_ == at("17 09:00")


def test_the_candidates_own_second_mail_is_no_answer_of_theirs() -> None:
    result = judged("16 12:00", *answered("screening"), me("12 11:00"))
    assert (result.turn, only(result).from_) == (Turn.RECRUITER, at("19 09:00"))


def test_holidays_do_not_count_as_waiting() -> None:
    assert only(judged("04-02 13:00", *answered("screening", "04-02 11:00"))).from_ == at("04-13 09:00")


def test_the_morning_is_nine_by_the_wall_clock_on_both_sides_of_summer_time() -> None:
    action = only(judged("27 12:00", *answered("offer", "27 11:00")))
    assert action.from_ == at("04-01 09:00")
    assert action.from_.utcoffset() == timedelta(hours=2)


def test_days_are_the_candidates_own_west_of_greenwich() -> None:
    pacific = Calendar(zone=ZoneInfo("America/Los_Angeles"), country=None)
    opportunity = course(*answered("screening", "11 03:00"))  # still Tuesday evening in Los Angeles
    action = only(judge(opportunity, now=at("11 12:00"), calendar=pacific, timing=TIMING, rhythms=Rhythms()))
    assert action.from_.isoformat() == "2026-03-17T09:00:00-07:00"


def test_the_reason_and_the_arithmetic_name_days_in_words() -> None:
    action = only(judged("10 12:00", *answered("screening")))
    assert "Tue 10 March" in action.reason
    assert action.arithmetic == "Tue 10 March, the last message, plus 5 business days: Tue 17 March, 09:00"


# --- what they named ------------------------------------------------------------------------------------------------


def test_by_friday_means_monday_morning() -> None:
    action = only(judged("10 12:00", them("10 10:00", promises=[promise("13 18:00", "by Friday")], signal="interview")))
    assert (action.from_, action.basis, action.quote) == (at("16 09:00"), Basis.STATED, "by Friday")


def test_what_ends_on_good_friday_means_the_tuesday_after_easter() -> None:
    entry = them("20 10:00", promises=[promise("04-03 18:00", "within two weeks")], signal="interview")
    assert only(judged("20 12:00", entry)).from_ == at("04-07 09:00")


def test_what_ends_on_a_sunday_means_monday() -> None:
    entry = them("10 10:00", promises=[promise("15 18:00")], signal="interview")
    assert only(judged("10 12:00", entry)).from_ == at("16 09:00")


def test_a_recruiter_far_west_means_their_own_friday() -> None:
    friday = promise("13 18:00")
    new_york = at("13 23:00").astimezone(ZoneInfo("America/New_York")).replace(hour=18)
    west = type(friday)(by="sender", quote="by Friday", latest=new_york, is_decision=True)
    assert only(judged("10 12:00", them("10 10:00", promises=[west], signal="interview"))).from_ == at("16 09:00")


def test_a_promise_stands_when_the_candidate_answers_it() -> None:
    entry = them("10 10:00", promises=[promise("13 18:00")], signal="interview")
    assert only(judged("11 12:00", entry, me("10 11:00"))).basis is Basis.STATED


def test_a_promise_in_an_automatic_receipt_counts_if_a_person_can_be_reached() -> None:
    receipt = robot("10 10:00", promises=[promise("20 18:00")], signal="applied")
    assert kinds(judged("11 12:00", receipt)) == []
    assert only(judged("11 12:00", them("9 10:00", signal="outreach"), receipt)).from_ == at("23 09:00")


def test_a_persons_word_beats_a_later_automatic_one() -> None:
    person = them("10 10:00", promises=[promise("13 18:00")], signal="applied")
    receipt = robot("10 12:00", promises=[promise("27 18:00")])
    assert only(judged("11 12:00", person, receipt)).from_ == at("16 09:00")


def test_a_promise_is_kept_once_they_ask_something_new() -> None:
    entries = [
        them("9 10:00", promises=[promise("20 18:00")], signal="screening"),
        them("10 10:00", asks=[ask("send_availability")], signal="interview"),
        me("10 11:00", acts=["sends_times"]),
    ]
    action = only(judged("10 12:00", *entries))
    assert (action.basis, action.from_) == (Basis.DEFAULT, at("19 09:00"))


def test_news_is_waited_for_rather_than_another_promise_of_the_same_mail() -> None:
    other = type(promise("10 18:00"))(by="sender", quote="I'll forward your CV today", latest=at("10 18:00"))
    entry = them("10 10:00", promises=[other, promise("13 18:00", "news by Friday")], signal="interview")
    assert only(judged("10 12:00", entry)).quote == "news by Friday"


def test_what_was_sent_after_the_named_time_starts_a_new_wait() -> None:
    entries = [them("2 10:00", promises=[promise("6 18:00")], signal="screening"), me("10 11:00")]
    assert only(judged("10 12:00", *entries)).from_ == at("17 09:00")


def test_the_wait_after_a_test_begins_when_the_platform_says_that_it_is_done() -> None:
    test = them("9 10:00", asks=[ask("complete_assessment")], signal="assessment")
    done = robot("11 10:00", sender="no-reply@codetest.example", acts=["has_assessment"], signal="assessment")
    assert only(judged("12 12:00", test, done)).from_ == at("20 09:00")


@pytest.mark.parametrize("act", ["reschedules", "cancels", "books"])
def test_a_person_who_writes_of_an_interview_has_the_move(act: str) -> None:
    result = judged("6 12:00", them("5 10:00", sender=INES, acts=[act]))
    assert (result.turn, kinds(result)) == (Turn.RECRUITER, ["request_update"])


def test_one_business_day_is_usual() -> None:
    found = course(*answered("screening"))
    timing = replace(TIMING, screening=1)
    made = judge(found, now=at("10 12:00"), calendar=CALENDAR, timing=timing, rhythms=Rhythms())
    assert "1 business day is usual" in only(made).reason


# --- holding answers ------------------------------------------------------------------------------------------------


def test_a_holding_answer_leaves_the_move_with_them_and_sets_the_clock_anew() -> None:
    result = judged("12 12:00", *answered("screening"), them("12 10:00", acts=["holds"]))
    assert (result.turn, only(result).from_) == (Turn.RECRUITER, at("19 09:00"))


def test_a_holding_answer_counts_by_its_own_date() -> None:
    hold = them("12 10:00", acts=["holds"], promises=[promise("18 18:00")])
    action = only(judged("12 12:00", *answered("screening"), hold))
    assert (action.from_, action.basis) == (at("19 09:00"), Basis.STATED)


def test_a_holding_answer_after_an_interview_counts_the_events_days_from_itself() -> None:
    invited = them("5 10:00", sender=INES, appointments=[meeting("9 14:00", "9 15:00")], signal="interview")
    hold = them("13 10:00", sender=INES, acts=["holds"])
    action = only(judged("13 12:00", invited, me("9 17:00", to=INES), hold))
    assert (action.from_, action.basis) == (at("20 09:00"), Basis.EVENT)


def test_a_holding_answer_before_the_end_of_the_named_time_sets_the_clock_anew() -> None:
    named = them("5 10:00", promises=[promise("6 18:00")], signal="applied")
    action = only(judged("10 12:00", named, them("6 16:00", acts=["holds"])))
    assert (action.from_, action.basis) == (at("20 09:00"), Basis.DEFAULT)


def test_a_holding_answer_before_the_named_day_of_an_interviews_news_counts_the_events_days() -> None:
    invited = them("5 10:00", appointments=[meeting("9 14:00", "9 15:00")], promises=[promise("13 18:00")])
    hold = them("13 17:00", acts=["holds"])
    action = only(judged("16 12:00", invited, me("9 17:00"), hold), "request_update")
    assert (action.from_, action.basis) == (at("20 09:00"), Basis.EVENT)
    later = them("16 17:00", acts=["holds"], promises=[promise("25 18:00")])
    action = only(judged("17 12:00", invited, me("9 17:00"), hold, later), "request_update")
    assert (action.from_, action.basis) == (at("26 09:00"), Basis.STATED)


def test_a_holding_answer_after_the_named_day_outdates_it() -> None:
    named = them("2 10:00", promises=[promise("6 18:00")], signal="screening")
    action = only(judged("10 12:00", named, them("10 10:00", acts=["holds"])))
    assert (action.from_, action.basis) == (at("17 09:00"), Basis.DEFAULT)


# --- interviews -----------------------------------------------------------------------------------------------------


def test_an_interview_ahead_silences_everything_that_depends_on_its_end() -> None:
    invited = them("2 10:00", sender=INES, appointments=[meeting("20 14:00", "20 15:00")], signal="interview")
    opportunity = course(invited, me("3 10:00", to=INES))
    for now in ("10 12:00", "17 12:00", "20 14:30"):
        result = plain(opportunity, now)
        assert result.turn is Turn.RECRUITER
        assert [action.state for action in result.actions] == [State.UPCOMING]
    assert only(plain(opportunity, "20 12:00")).from_ == at("27 09:00")


def test_after_an_interview_five_business_days_pass() -> None:
    invited = them("2 10:00", sender=INES, appointments=[meeting("9 14:00", "9 15:00")], signal="interview")
    action = only(judged("10 12:00", invited, me("9 17:00", to=INES)))
    assert (action.from_, action.basis) == (at("16 09:00"), Basis.EVENT)


def test_what_they_named_for_after_the_interview_beats_the_event() -> None:
    invited = them(
        "2 10:00", sender=INES, appointments=[meeting("9 14:00")], promises=[promise("13 18:00")], signal="interview"
    )
    action = only(judged("10 12:00", invited, me("9 17:00", to=INES)))
    assert (action.from_, action.basis) == (at("16 09:00"), Basis.STATED)


def test_a_day_named_for_before_the_interview_says_nothing_about_after_it() -> None:
    first = them("2 10:00", sender=INES, promises=[promise("4 18:00")], signal="screening")
    invited = them("4 10:00", sender=INES, appointments=[meeting("9 14:00", "9 15:00")], signal="interview")
    assert only(judged("10 12:00", first, invited, me("9 17:00", to=INES))).basis is Basis.EVENT


def test_once_they_have_moved_on_the_old_interview_counts_no_more() -> None:
    entries = [
        them("2 10:00", sender=INES, appointments=[meeting("9 14:00", "9 15:00")], signal="interview"),
        me("9 17:00", to=INES),
        them("16 10:00", sender=INES, asks=[ask("send_documents")]),
        me("16 11:00", to=INES, acts=["sends_documents"]),
    ]
    action = only(judged("16 12:00", *entries))
    assert (action.from_, action.basis) == (at("25 09:00"), Basis.DEFAULT)


def test_a_moved_interview_counts_at_its_new_time() -> None:
    entries = [
        them("2 10:00", sender=INES, appointments=[meeting("9 14:00", "9 15:00", uid="u")], signal="interview"),
        them("6 10:00", sender=INES, appointments=[meeting("16 14:00", "16 15:00", uid="u", sequence=1)]),
    ]
    result = judged("10 12:00", *entries)
    assert only(result).from_ == at("23 09:00")


# --- absence --------------------------------------------------------------------------------------------------------


def away(when: str, until: str, sender: str = DANA) -> Entry:
    return them(when, sender=sender, is_automatic=True, away_until=at(until))


def test_an_absence_note_moves_the_date_behind_the_return() -> None:
    action = only(judged("12 12:00", *answered("screening"), away("10 11:01", "20")))
    assert (action.from_, action.basis) == (at("23 09:00"), Basis.STATED)


def test_an_absence_that_ends_early_does_not_bring_the_date_forward() -> None:
    assert only(judged("12 12:00", *answered("screening"), away("10 11:01", "11"))).from_ == at("17 09:00")


def test_an_absence_note_is_no_answer() -> None:
    result = judged("12 12:00", *answered("screening"), away("12 10:00", "13"))
    assert (result.turn, only(result).from_) == (Turn.RECRUITER, at("17 09:00"))


def test_a_word_in_person_outdates_the_absence() -> None:
    entries = [*answered("screening"), away("10 11:01", "27"), them("12 10:00")]
    assert only(judged("12 12:00", *entries)).from_ == at("19 09:00")


def test_the_candidates_own_absence_moves_nothing() -> None:
    note = me("12 10:00", is_automatic=True, away_until=at("27"))
    assert only(judged("12 12:00", *answered("screening"), note)).from_ == at("17 09:00")


def test_the_absence_of_a_colleague_moves_nothing() -> None:
    entries = [*answered("screening"), away("10 11:01", "27", sender="ben@talent.example")]
    assert only(judged("12 12:00", *entries)).from_ == at("17 09:00")


# --- a second request, parking, waking ------------------------------------------------------------------------------


def asked(when: str) -> Entry:
    return me(when, acts=["requests_update"], text="any news?")


def test_the_second_request_waits_half_as_long_again() -> None:
    action = only(judged("18 12:00", *answered("screening"), asked("18 10:00")))  # 6 business days after the 10th
    assert action.from_ == at("31 09:00")  # 9 more


def test_the_second_request_waits_four_business_days_at_least() -> None:
    assert only(judged("11 12:00", *answered("screening"), asked("11 10:00"))).from_ == at("17 09:00")


def test_a_later_word_of_the_candidate_after_a_request_starts_the_wait_anew() -> None:
    entries = [*answered("screening"), asked("18 10:00"), me("20 10:00", text="One more thing: I moved house.")]
    assert only(judged("20 12:00", *entries)).from_ == at("04-02 09:00")  # 9 business days after the 20th


def test_half_days_are_rounded_up() -> None:
    action = only(judged("17 12:00", *answered("screening"), asked("17 10:00")))  # 5 days, so 7.5
    assert action.from_ == at("27 09:00")


def test_there_is_no_third_request_and_the_opportunity_is_parked_in_its_time() -> None:
    entries = [*answered("screening"), asked("17 10:00"), asked("27 10:00")]  # 8 days, so 12
    opportunity = course(*entries)
    before, after = plain(opportunity, "04-16 08:59"), plain(opportunity, "04-16 09:00")
    assert (before.turn, before.actions, before.parked) == (Turn.RECRUITER, (), False)
    assert (after.turn, after.actions, after.parked) == (Turn.NOBODY, (), True)
    assert opportunity.stage is Stage.SCREENING


def test_any_word_from_them_wakes_what_was_parked() -> None:
    entries = [*answered("screening"), asked("17 10:00"), asked("27 10:00")]
    result = judged("04-20 12:00", *entries, them("04-20 10:00"))
    assert (result.parked, result.turn, kinds(result)) == (False, Turn.RECRUITER, ["request_update"])


def test_an_automatic_answer_wakes_nothing() -> None:
    entries = [*answered("screening"), asked("17 10:00"), asked("27 10:00"), robot("27 10:01"), away("27 10:02", "30")]
    assert judged("05-20 12:00", *entries).parked


def test_a_holding_answer_starts_a_new_silence_with_two_requests_of_its_own() -> None:
    entries = [*answered("screening"), asked("17 10:00"), them("18 10:00", acts=["holds"])]
    action = only(judged("18 12:00", *entries))
    assert (action.from_, action.basis) == (at("25 09:00"), Basis.DEFAULT)


def test_parked_suggests_a_call_where_a_phone_number_is_known() -> None:
    start = them("9 10:00", asks=[ask("reply")], signal="screening", phone="+49 30 1234567")
    result = judged("05-20 12:00", start, me("10 11:00"), asked("17 10:00"), asked("27 10:00"))
    assert result.parked_suggestion == "Two requests got no answer; call Dana Reed on +49 30 1234567."


def test_parked_suggests_another_contact_without_a_phone_number() -> None:
    start = them("8 10:00", sender=INES, signal="screening")
    result = judged("05-20 12:00", start, *answered("screening"), asked("17 10:00"), asked("27 10:00"))
    assert result.parked_suggestion == "Two requests got no answer; write to Ines Kim (ines@acme.example) instead."


def test_parked_suggests_rest_where_nobody_else_is_known() -> None:
    result = judged("05-20 12:00", *answered("screening"), asked("17 10:00"), asked("27 10:00"))
    assert result.parked_suggestion == "Two requests got no answer; let it rest."


def test_a_request_before_an_interview_does_not_count_after_it() -> None:
    entries = [
        *answered("screening"),
        asked("11 10:00"),
        asked("12 10:00"),
        them("13 10:00", appointments=[meeting("16 14:00", "16 15:00")], signal="interview"),
        me("16 16:00"),
    ]
    assert only(judged("17 12:00", *entries)).from_ == at("23 09:00")


# --- whom, and whether at all ---------------------------------------------------------------------------------------


def test_the_request_goes_to_the_person_who_wrote_last() -> None:
    entries = [them("8 10:00", sender=INES, signal="interview"), *answered("interview")]
    to = only(judged("10 12:00", *entries)).to
    assert to is not None
    assert (to.name, to.address) == ("Dana Reed", DANA)


def test_where_only_a_no_reply_sender_is_known_there_is_no_request() -> None:
    result = judged("05-20 12:00", robot("10 10:00", signal="applied"))
    assert (result.turn, result.actions) == (Turn.RECRUITER, ())


def test_an_application_by_mail_can_be_asked_about() -> None:
    result = judged("10 12:00", me("10 11:00", to="jobs@acme.example", signal="applied"))
    assert only(result).from_ == at("24 09:00")


def test_where_something_is_owed_there_is_no_request() -> None:
    result = judged("05-20 12:00", them("9 10:00", asks=[ask("reply")], promises=[promise("13 18:00")]))
    assert kinds(result) == ["reply"]


def test_an_approach_to_many_that_was_never_answered_is_nobodys_move() -> None:
    result = judged("05-20 12:00", them("9 10:00", is_bulk=True, signal="outreach"))
    assert (result.turn, result.actions) == (Turn.NOBODY, ())


@pytest.mark.parametrize("end", ["accepted", "rejected", "withdrawn"])
def test_what_has_ended_is_nobodys_move(end: str) -> None:
    result = judged("05-20 12:00", *answered("interview"), them("12 10:00", signal=end, acts=["tells_of_hire"]))
    assert (result.turn, result.actions, result.parked) == (Turn.NOBODY, (), False)


def test_on_hold_waits_fifteen_business_days() -> None:
    result = judged("12 12:00", *answered("interview"), them("12 10:00", signal="on_hold"))
    action = only(result)
    assert (result.turn, action.from_, action.basis) == (Turn.RECRUITER, at("04-02 09:00"), Basis.DEFAULT)


def test_on_hold_until_a_named_day_waits_for_that_day() -> None:
    hold = them("12 10:00", signal="on_hold", promises=[promise("04-30 18:00")])
    action = only(judged("12 12:00", *answered("interview"), hold))
    assert (action.from_, action.basis) == (at("05-04 09:00"), Basis.STATED)  # 1 May is a holiday, then a weekend


def test_a_proposed_time_that_nobody_confirmed_silences_nothing() -> None:
    entries = [*answered("interview"), them("11 10:00", appointments=[proposed("20 14:00")])]
    assert only(judged("12 12:00", *entries)).basis is Basis.DEFAULT


# --- rhythm ---------------------------------------------------------------------------------------------------------


def history(*waits: int, sender: str = DANA) -> list[object]:
    """Earlier opportunities in which this person answered after so many business days (of February 2026)."""
    found = []
    for place, days in enumerate(waits):
        start = at("02-02 10:00") + timedelta(hours=place)
        when = f"02-02 {start:%H:%M}"
        end = at("02-02 10:00").date() + timedelta(days=days + 2 * (days // 5))
        answer = f"{end.month:02}-{end.day:02} {start:%H:%M}"
        thread = f"h-{place}"
        mail = me(when, to=sender, thread=thread, subject=f"Role {place}", signal="applied")
        found.append(course(mail, them(answer, sender=sender, thread=thread, subject=f"Role {place}")))
    return found


def test_three_answered_waits_make_a_rhythm() -> None:
    action = only(judged("10 12:00", *answered("applied"), history=history(3, 3, 4)))  # type: ignore[arg-type]
    assert (action.from_, action.basis) == (at("16 09:00"), Basis.RHYTHM)
    assert action.reason.startswith("Dana Reed answered 3 of 3 times within 4 business days")


def test_two_answered_waits_make_none() -> None:
    entries = them("9 10:00", signal="applied"), them("9 11:00")
    action = only(judged("10 12:00", *entries, me("10 11:00"), history=history(3, 4)))  # type: ignore[arg-type]
    assert action.basis is Basis.DEFAULT


def test_five_waits_with_colleagues_make_a_rhythm_of_the_organisation() -> None:
    others = history(2, 3, 3, 4, 6, sender="ben@talent.example")
    action = only(judged("10 12:00", *answered("applied"), history=others))  # type: ignore[arg-type]
    assert (action.from_, action.rule) == (at("18 09:00"), "request_update.rhythm.organisation")


def test_a_rhythm_is_held_between_two_and_fifteen_business_days() -> None:
    quick = only(judged("10 12:00", *answered("applied"), history=history(1, 1, 1)))  # type: ignore[arg-type]
    assert quick.from_ == at("12 09:00")
    slow = only(judged("10 12:00", *answered("applied"), history=history(16, 17, 18)))  # type: ignore[arg-type]
    assert slow.from_ == at("31 09:00")


def test_what_they_named_beats_their_rhythm() -> None:
    entry = them("10 10:00", promises=[promise("20 18:00")], signal="interview")
    assert only(judged("10 12:00", entry, history=history(2, 2, 2))).basis is Basis.STATED  # type: ignore[arg-type]


def test_an_interview_held_beats_their_rhythm() -> None:
    invited = them("2 10:00", appointments=[meeting("9 14:00", "9 15:00")], signal="interview")
    result = judged("10 12:00", invited, me("9 17:00"), history=history(2, 2, 2))  # type: ignore[arg-type]
    assert only(result).basis is Basis.EVENT


def test_the_rhythm_stands_in_the_notes_for_explain() -> None:
    result = judged("10 12:00", *answered("applied"), history=history(3, 3, 4))  # type: ignore[arg-type]
    assert result.notes == ("Dana Reed answered 3 of 3 times within 4 business days.",)


def test_a_reopening_is_told() -> None:
    again = them("17 10:00", signal="interview", asks=[ask("send_availability", due="20 18:00")])
    entries = [*answered("interview"), robot("12 10:00", signal="rejected"), again]
    assert judged("18 12:00", *entries).notes == ("Reopened after a rejection on Tue 17 March.",)


def test_a_receipt_with_bulk_headers_may_name_a_time() -> None:
    receipt = robot("10 10:00", is_bulk=True, promises=[promise("20 18:00")], signal="applied")
    assert only(judged("11 12:00", them("9 10:00", signal="outreach"), receipt)).basis is Basis.STATED


def test_a_forward_to_a_friend_does_not_restart_the_clock() -> None:
    asked = [them("2 09:00", thread="t-1"), me("2 10:00", thread="t-1")]
    forward = me("5 12:00", to="tom@friends.example", thread="t-1", subject="Fwd: Data Engineer at Acme")
    assert only(judged("6 10:00", *asked, forward)).from_ == only(judged("6 10:00", *asked)).from_
