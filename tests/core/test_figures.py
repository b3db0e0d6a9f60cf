"""What the figures say of small searches that can be reckoned by hand. All times are Berlin's, in March 2026."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.figures import (
    Answering,
    Course,
    Kept,
    Lane,
    Pledge,
    answering,
    course_of,
    organisations,
    search,
)
from inbox_watch.core.types import Entry, Finding, Scan, Stage
from tests.core.build import CALENDAR, DANA, INES, TIMING, at, me, meeting, promise, robot, them
from tests.report.searches import large, scan_of


def courses_of(scan: Scan) -> list[Course]:
    return [course_of(one, now=scan.now, calendar=CALENDAR, timing=TIMING) for one in scan.findings]


def courses(now: str, *entries: Entry) -> list[Course]:
    return courses_of(scan_of(*entries, now=now))


def only(now: str, *entries: Entry) -> Course:
    (found,) = courses(now, *entries)
    return found


def pledge(now: str, *entries: Entry) -> Pledge:
    (found,) = only(now, *entries).pledges
    return found


def answers(now: str, *entries: Entry) -> Answering:
    return next(one for one in answering(courses(now, *entries)) if one.address == DANA)


# --- promises -------------------------------------------------------------------------------------------------------

FRIDAY = promise("6 18:00", "You'll hear from me by Friday")
PROMISED = (me("2 09:00"), them("3 10:00", promises=[FRIDAY]))


def test_a_promise_is_kept_by_a_word_before_its_day_is_over() -> None:
    found = pledge("20", *PROMISED, them("5 10:00", text="news"))
    assert (found.outcome, found.met) == (Kept.IN_TIME, at("5 10:00"))


@pytest.mark.parametrize(
    ("wrote", "outcome"), [("9 08:59", Kept.IN_TIME), ("9 09:00", Kept.LATE), ("17 10:00", Kept.LATE)]
)
def test_the_grace_is_one_business_day_to_its_morning(wrote: str, outcome: Kept) -> None:
    found = pledge("20", *PROMISED, them(wrote, text="news"))
    assert (found.grace, found.outcome) == (at("9 09:00"), outcome)


def test_a_promise_without_a_word_is_open_until_the_grace_ends_and_broken_after_it() -> None:
    assert pledge("9 08:59", *PROMISED).outcome is Kept.OPEN
    assert pledge("9 09:00", *PROMISED).outcome is Kept.BROKEN


def test_an_absence_note_keeps_no_promise() -> None:
    away = them("5 10:00", is_automatic=True, away_until=at("20"), text="away")
    assert pledge("10 12:00", *PROMISED, away).outcome is Kept.BROKEN


def test_what_was_said_in_an_interview_keeps_a_promise() -> None:
    held = them("2 12:00", appointments=[meeting("5 14:00")], text="invitation")
    assert pledge("20", me("2 09:00"), held, them("3 10:00", promises=[FRIDAY])).met == at("5 14:00")


def test_a_promise_lapses_with_the_candidates_withdrawal() -> None:
    assert pledge("20", *PROMISED, me("4 10:00", acts=["withdraws"], text="no")).outcome is Kept.LAPSED


def test_a_refusal_keeps_the_promise_of_news() -> None:
    assert pledge("20", *PROMISED, them("5 10:00", signal="rejected", text="no")).outcome is Kept.IN_TIME


def test_the_candidates_own_promise_and_one_without_a_date_are_none_of_theirs() -> None:
    own = me("4 10:00", promises=[promise("5 18:00", by="candidate")])
    assert only("20", them("3 10:00", promises=[promise(None)]), own).pledges == ()


# --- how they answer ------------------------------------------------------------------------------------------------


def three_answers() -> list[Entry]:
    """Tell of waits of 1, 2 and 6 business days at a stage where 5 are usual."""
    return [
        them("2 09:00", signal="screening", text="0"),
        me("2 10:00", text="a"),
        them("3 10:00", text="1"),
        me("4 10:00", text="b"),
        them("6 10:00", text="2"),
        me("9 10:00", text="c"),
        them("17 10:00", text="3"),
    ]


def test_answers_are_counted_in_business_days_and_in_time_by_the_stage() -> None:
    found = answers("18", *three_answers())
    assert found.answered == pytest.approx((1.0, 2.0, 6.0))
    assert (found.usual, found.longest, found.in_time) == (pytest.approx(2.0), pytest.approx(6.0), 2)


def test_an_answer_by_the_day_that_they_named_is_in_time_however_long_it_took() -> None:
    entries = three_answers()
    entries[4] = them("6 10:00", text="2", promises=[promise("17 18:00")])
    found = answers("18", *entries)
    assert (found.in_time, found.kept, found.promises) == (3, 1, 1)


def test_of_two_answers_nothing_is_said() -> None:
    found = answers("18", *three_answers()[:5])
    assert len(found.answered) == 2
    assert (found.usual, found.longest, found.is_enough) == (None, None, False)


def test_requests_and_the_present_silence_are_counted() -> None:
    course = [
        *three_answers(),
        me("18 10:00", text="d"),
        me("25 10:00", acts=["requests_update"], text="any news?"),
    ]
    found = answers("27 10:00", *course)
    assert (found.asked, found.running) == (1, 1)
    assert found.silence == pytest.approx(7.0)


def test_there_is_no_silence_where_the_move_is_the_candidates_or_an_interview_lies_ahead() -> None:
    asked = them("17 10:00", text="3", appointments=[meeting("27 10:00")])
    assert answers("18 12:00", *three_answers()[:6], asked).silence is None


def test_nobody_is_waited_for_in_what_has_ended() -> None:
    course = [*three_answers(), me("18 10:00", text="d"), me("19 10:00", acts=["withdraws"], text="I withdraw")]
    found = answers("27 10:00", *course)
    assert (found.running, found.silence) == (0, None)


def test_who_has_the_most_cases_stands_first_and_platforms_are_left_out() -> None:
    other = {"thread": "t-2", "company": "Umbra", "subject": "Analyst at Umbra", "role": "Analyst"}
    entries = [
        *three_answers(),
        me("2 10:00", to="ravi@umbra.example", **other),
        robot("2 10:05", **other),
        them("3 10:00", sender="ravi@umbra.example", **other),
    ]
    assert [one.address for one in answering(courses("18", *entries))] == [DANA, "ravi@umbra.example"]


def test_an_agencys_people_are_counted_together() -> None:
    mate = "omar@talent.example"
    entries = [*three_answers(), me("18 10:00", to=mate, text="d"), them("19 10:00", sender=mate, text="4")]
    people = answering(courses("20", *entries))
    (house,) = organisations(people)
    assert (house.name, house.people, len(house.answered)) == ("talent.example", 2, 4)


# --- the whole search -----------------------------------------------------------------------------------------------


def test_a_stage_that_was_skipped_counts_as_reached_and_an_end_takes_none_back() -> None:
    course = [
        them("2 10:00", signal="outreach"),
        me("3 10:00", text="yes"),
        them("5 10:00", signal="interview", text="come"),
        them("9 10:00", signal="rejected", text="no"),
    ]
    found = search(courses("20", *course), at("20"))
    assert dict(found.reached) == {
        Stage.OUTREACH: 1,
        Stage.APPLIED: 1,
        Stage.SCREENING: 1,
        Stage.ASSESSMENT: 1,
        Stage.INTERVIEW: 1,
        Stage.OFFER: 0,
    }
    assert found.ends == ((Stage.REJECTED, 1),)


def test_an_acceptance_went_through_an_offer() -> None:
    course = only("20", them("2 10:00", signal="interview"), them("3 10:00", signal="accepted", acts=["tells_of_hire"]))
    assert (course.finding.opportunity.stage, course.furthest) == (Stage.ACCEPTED, Stage.OFFER)


def test_weeks_begin_on_monday_and_an_interview_ahead_is_not_yet_counted() -> None:
    course = [
        me("1 23:30", signal="applied"),
        them("4 10:00", text="1", appointments=[meeting("12 14:00", uid="a")]),
        them("13 10:00", text="2", appointments=[meeting("26 14:00", uid="b")]),
    ]
    weeks = search(courses("25", *course), at("25")).weeks
    assert [(one.monday.isoformat(), one.applications, one.first_answers, one.interviews) for one in weeks] == [
        ("2026-02-23", 1, 0, 0),
        ("2026-03-02", 0, 1, 0),
        ("2026-03-09", 0, 0, 1),
        ("2026-03-16", 0, 0, 0),
        ("2026-03-23", 0, 0, 0),
    ]


def test_an_automatic_answer_is_no_first_answer() -> None:
    weeks = search(courses("8", me("2 10:00", signal="applied"), robot("2 10:05", text="receipt")), at("8")).weeks
    assert sum(one.first_answers for one in weeks) == 0


def test_silences_are_those_of_all_with_what_still_runs() -> None:
    found = search(courses("27 10:00", *three_answers(), me("20 10:00", text="d")), at("27 10:00")).silences
    assert found.answered == pytest.approx((1.0, 2.0, 6.0))
    assert found.running == pytest.approx((5.0,))
    assert found.usual == pytest.approx(2.0)


def test_of_no_opportunity_there_are_no_figures() -> None:
    found = search([], at("20"))
    assert (found.total, found.ends, found.weeks, found.silences.usual) == (0, (), (), None)


# --- a course -------------------------------------------------------------------------------------------------------


def test_a_course_tells_who_wrote_what_was_held_and_what_is_due_in_the_order_of_time() -> None:
    course = only(
        "11 10:00",
        me("2 09:00", to=INES, signal="applied"),
        robot("2 09:05", text="receipt"),
        them("4 10:00", sender=INES, signal="interview", appointments=[meeting("10 14:00", "10 15:00")], text="come"),
    )
    lanes = [event.lane for event in course.events]
    assert lanes[:4] == [Lane.YOU, Lane.AUTOMATIC, Lane.THEM, Lane.MEETING]
    assert set(lanes[4:]) == {Lane.DUE}
    assert [event.at for event in course.events] == sorted(event.at for event in course.events)
    assert [event.reached for event in course.events[:3]] == [Stage.APPLIED, None, Stage.INTERVIEW]


def test_a_course_waits_since_the_later_word_of_both() -> None:
    course = only("11 10:00", them("2 10:00", signal="screening"), me("4 10:00", text="done"))
    assert (course.waits_since, course.waits_for and course.waits_for.address) == (at("4 10:00"), DANA)
    assert course.waited == pytest.approx(5.0)


LARGE = courses_of(large(60))


@settings(max_examples=25)
@given(st.integers(min_value=0, max_value=2**32))
def test_the_order_of_opportunities_changes_no_figure(seed: int) -> None:
    mixed = list(LARGE)
    Random(seed).shuffle(mixed)
    now = at("30 09:00")
    assert answering(mixed) == answering(LARGE)
    assert search(mixed, now) == search(LARGE, now)


def test_no_part_is_more_than_its_whole() -> None:
    people = answering(LARGE)
    assert len(people) > 20
    for one in people:
        assert one.in_time <= len(one.answered)
        assert one.kept <= one.promises
    counts = [count for _, count in search(LARGE, at("30 09:00")).reached]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == len(LARGE)
    outcomes = {pledge.outcome for course in LARGE for pledge in course.pledges}
    assert {Kept.IN_TIME, Kept.LATE, Kept.BROKEN} <= outcomes


def test_the_future_is_not_known() -> None:
    """A course at a moment is the same whether the mails of after it are there or not."""
    early = (me("2 09:00"), them("3 10:00", promises=[FRIDAY]))
    late = scan_of(*early, them("5 10:00", text="news"), now="20")
    known = scan_of(*early, now="4 10:00")
    (finding,) = late.findings
    as_known = Finding(opportunity=finding.opportunity, judgement=known.findings[0].judgement)
    course = course_of(as_known, now=at("4 10:00"), calendar=CALENDAR, timing=TIMING)
    assert [one.outcome for one in course.pledges] == [Kept.OPEN]
    assert course.events == courses_of(known)[0].events
