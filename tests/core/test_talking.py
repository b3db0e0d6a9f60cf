"""Times agreed in a thread: which week is meant, which hour, and whether it is a first call."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from inbox_watch.core import when
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.opportunity.talking import in_week, names_week, week_named
from inbox_watch.core.reading.fixing import _TAKES_TIME, CHOOSES
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Act, Appointment, AppointmentStatus, Opportunity, Stage
from tests.core.build import INES, course, me, meeting, proposed, them
from tests.core.reading.mails import DANA, SAM, mail, reading, scores

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 10, 5, 14, 0, tzinfo=BERLIN)
NEXT = date(2026, 10, 12)


def _at(quote: str, day: int) -> Appointment:
    start = datetime(2026, 10, day, 16, 30, tzinfo=BERLIN)
    return Appointment(start=start, what="call", source="text", message_id="<a@x>", quote=quote)


@pytest.mark.parametrize(
    "text",
    [
        "Would you be available for a first telephone call next week?",
        "Would you like to have coffee next week so I can tell you more?",
        "Next week works for a chat. Tuesday 10:00?",
        "Do you have time to talk next week? I could offer Tuesday 10:00.",
    ],
)
def test_a_week_in_which_they_would_like_to_talk_is_kept(text: str) -> None:
    assert week_named(text, MONDAY) == NEXT


@pytest.mark.parametrize(
    "text",
    [
        "I'm away next week, so a call on Wednesday would be good.",
        "I can't speak next week. Could you do Wednesday 16:30?",
        "You will hear from us next week after the interview.",
        "I'll have feedback from the call next week.",
        "Could we have a call before next week?",
        "Are you free for a call on Wednesday?",
        "> Are you free for a call next week?\nWednesday is good.",
    ],
)
def test_a_week_in_which_nobody_talks_is_not_kept(text: str) -> None:
    assert week_named(text, MONDAY) is None


def test_a_bare_weekday_is_that_of_the_week_spoken_of() -> None:
    moved = in_week(_at("Wednesday, 16:30 is fine for me.", 7), NEXT, MONDAY)
    assert moved.start == datetime(2026, 10, 14, 16, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("quote", "day"),
    [
        ("This Wednesday, 16:30 is fine for me.", 7),
        ("Wednesday 7 Oct, 16:30 is fine for me.", 7),
        ("Wednesday the 7th at 16:30 is fine.", 7),
        ("Wednesday 07.10. 16:30 is fine.", 7),
        ("Tomorrow, Tuesday at 16:30?", 6),
        ("Wednesday, 16:30 is fine for me.", 14),
        ("16:30 is fine for me.", 7),
    ],
)
def test_a_day_that_is_named_otherwise_stays(quote: str, day: int) -> None:
    appointment = _at(quote, day)
    assert in_week(appointment, NEXT, MONDAY) == appointment


def test_an_answer_in_that_week_means_its_own_days() -> None:
    appointment = _at("Wednesday, 16:30 is fine for me.", 14)
    assert in_week(appointment, NEXT, MONDAY + timedelta(days=7)) == appointment


def test_a_mail_that_names_a_day_of_its_own_speaks_of_another_week() -> None:
    assert names_week("Could you do this week instead?")
    assert not names_week("Wednesday, 16:30 is fine for me.")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("20.10. 9:00, 21.10. 14:00, 22.10. 11:00.", [(20, 9), (21, 14), (22, 11)]),
        ("20.10. at 9:00 or 21.10. at 14:00 would suit me.", [(20, 9), (21, 14)]),
    ],
)
def test_dotted_dates_with_hours_are_those_days(text: str, days: list[tuple[int, int]]) -> None:
    found = when.find(text, written=MONDAY, calendar=Calendar(zone=BERLIN, country="DE"), region="DE")
    assert [(one.earliest.day, one.earliest.hour) for one in found] == days
    assert {one.earliest.month for one in found} == {10}


@pytest.mark.parametrize("text", ["See section 2.10. We meet soon.", "Version 3.11. 200 people use it."])
def test_dotted_numbers_without_an_hour_are_no_days(text: str) -> None:
    assert not when.find(text, written=MONDAY, calendar=Calendar(zone=BERLIN, country="DE"), region="DE")


def test_a_dotted_date_before_its_hour_ends_no_sentence() -> None:
    assert len(split_sentences("Please choose: 20.10. 9:00, 21.10. 14:00. Best regards.")) == 2
    assert len(split_sentences("It is described in section 2.10. We look forward to it.")) == 2


@pytest.mark.parametrize(
    "text", ["5pm London / 9am your time", "5pm London (9am your time)", "5pm London time / 9am PT"]
)
def test_one_moment_told_for_two_places_is_one(text: str) -> None:
    home = Calendar(zone=ZoneInfo("America/Los_Angeles"), country="US")
    written = datetime(2026, 4, 7, 10, 15, tzinfo=ZoneInfo("Europe/London"))
    found = when.find(f"Thursday at {text}", written=written, calendar=home, region="GB")
    assert {one.earliest.astimezone(UTC) for one in found if one.has_hour} == {datetime(2026, 4, 9, 16, 0, tzinfo=UTC)}


def test_a_city_beside_an_hour_is_a_place_where_no_other_hour_follows() -> None:
    home = Calendar(zone=ZoneInfo("America/Los_Angeles"), country="US")
    written = datetime(2026, 4, 7, 2, 15, tzinfo=home.zone)
    found = when.find("Thursday at 5pm, London office / 3rd floor", written=written, calendar=home, region="US")
    assert found[0].earliest.astimezone(home.zone).hour == 17


@pytest.mark.parametrize(
    "text",
    ["please choose two slots from the following", "pick one of these times", "the following slots are possible slots"],
)
def test_slots_to_choose_from_are_no_appointments(text: str) -> None:
    assert CHOOSES.search(text)


def test_a_choice_of_something_else_is_no_choice_of_times() -> None:
    assert not CHOOSES.search("choose whichever train suits, your interviews are on 20.10. 9:00 and 21.10. 14:00")
    assert not CHOOSES.search("we'll pick you up from the station at both times")


@pytest.mark.parametrize("text", ["i shall telephone you then.", "we'll speak to you then", "i've told him yes :)"])
def test_words_that_take_an_offered_time(text: str) -> None:
    assert _TAKES_TIME.search(text)


@pytest.mark.parametrize("text", ["i shall telephone you when i know more", "i've told him about you", "we'll see"])
def test_words_that_take_no_time(text: str) -> None:
    assert not _TAKES_TIME.search(text)


def _agreeing(text: str, **more: Any) -> Opportunity:
    return course(
        them("2026-03-09 09:30", text="Do you have 15 minutes this week to connect?", signal=Stage.OUTREACH),
        me("2026-03-09 12:45", text="Sure, I can talk Wednesday at 4."),
        them(
            "2026-03-09 13:02", text=text, signal=Stage.INTERVIEW,
            appointments=[meeting("2026-03-11 16:00", quote=text)], **more,
        ),
    )  # fmt: skip


def test_a_time_agreed_in_answer_to_an_approach_is_a_first_call() -> None:
    found = _agreeing("Works for me, talk to you Wednesday at 4!")
    assert found.stage is Stage.SCREENING
    assert [one.what for one in found.appointments] == ["call"]


@pytest.mark.parametrize(
    "text", ["Great, the client will interview you Wednesday at 4.", "The team will meet you Wednesday at 4."]
)
def test_a_time_with_somebody_else_is_an_interview_even_after_an_approach(text: str) -> None:
    found = _agreeing(text)
    assert found.stage is Stage.INTERVIEW
    assert [one.what for one in found.appointments] == ["interview"]


def _taking(text: str) -> Opportunity:
    offer = "Are you free for a first call next week? I could offer Wednesday 16:30."
    return course(
        them(
            "2026-03-09 09:30", text=offer, signal=Stage.OUTREACH,
            appointments=[proposed("2026-03-11 16:30", what="call", quote="I could offer Wednesday 16:30.")],
        ),
        me("2026-03-09 12:45", text=text, acts=[Act.CONFIRMS], appointments=[meeting("2026-03-11 16:30", quote=text)]),
    )  # fmt: skip


def test_a_taken_time_is_on_the_offered_day_and_a_first_call() -> None:
    found = _taking("Wednesday, 16:30 is fine for me.")
    assert [(one.start.day, one.what) for one in found.appointments] == [(18, "call")]
    assert found.stage is Stage.SCREENING


def test_an_answer_that_speaks_of_this_week_keeps_its_day() -> None:
    found = _taking("Could we do it this week? Wednesday, 16:30 is fine for me.")
    assert 11 in {one.start.day for one in found.appointments}


@pytest.mark.parametrize(("status", "stage"), [("set", Stage.SCREENING), ("proposed", Stage.OUTREACH)])
def test_a_call_that_an_approach_goes_on_to_arrange_is_a_first_call(status: str, stage: Stage) -> None:
    text = "Friday at 1pm would be ideal. I shall telephone you then."
    call = meeting("2026-03-13 13:00", what="call", quote=text, status=AppointmentStatus(status))
    found = course(
        them("2026-03-09 09:30", text="I would be glad to speak.", signal=Stage.OUTREACH),
        me("2026-03-09 12:45", text="I'm free on Friday between 1 and 2."),
        them("2026-03-10 09:00", text=text, signal=Stage.OUTREACH, appointments=[call]),
    )
    assert found.stage is stage


def _times_said(text: str, *, is_mine: bool) -> list[tuple[str, str]]:
    """Return the appointments of one mail of Wednesday 11 March, as day and hour with their status."""
    message = mail(text, sender=SAM, to=(DANA,)) if is_mine else mail(text)
    found = reading(message, scores(stage="screening")).appointments
    return [(f"{one.start:%d %H:%M}", one.status.value) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Yep 10am tomorrow is good. My number's 07700 900333.",
        "Yes 10am tomorrow is great, thanks.",
        "Tomorrow at 10 is good, my number is 07700 900333.",
        "Tomorrow at 10 would be perfect.",
        "Tomorrow at 10am is absolutely fine.",
        "10am tomorrow would be best. Many thanks for the brief.",
    ],
)
def test_a_time_that_is_good_is_one_to_meet_once_both_say_so(text: str) -> None:
    assert _times_said(text, is_mine=True) in ([("12 10:00", "proposed")], [("12 10:00", "set")])


@pytest.mark.parametrize(
    "text",
    [
        "I'm free tomorrow at 10am.",
        "Tomorrow at 10 or Friday at 11 is good.",
        "Tomorrow at 10 is not good for me.",
        "I work until 10am tomorrow.",
    ],
)
def test_times_that_are_merely_offered_are_no_appointments(text: str) -> None:
    assert _times_said(text, is_mine=True) == []


@pytest.mark.parametrize(("day", "count"), [("2026-03-10 10:00", 1), ("2026-03-11 10:00", 0)])
def test_a_time_that_suits_is_agreed_only_where_the_other_side_named_it(day: str, count: int) -> None:
    said = "Tuesday 10 March at 10 is good."
    found = course(
        them("2026-03-09 09:30", text="Are you free?", signal="screening", appointments=[proposed(day, what="call")]),
        me("2026-03-09 12:45", acts=[Act.SENDS_TIMES], appointments=[proposed("2026-03-10 10:00", quote=said)]),
    )
    assert len(found.appointments) == count


@pytest.mark.parametrize(
    "text",
    [
        "No bother, Saturday 21st at 9am so. Wear comfy shoes.",
        "No problem, Saturday 21 March at 9am.",
        "Sure, Saturday 21 March at 9am then.",
        "That's fine, Saturday 21 March at 9am instead.",
        "Ok grand, make it Saturday 21 March at 9am.",
    ],
)
def test_a_yes_and_a_time_grants_the_time_that_was_asked_for(text: str) -> None:
    assert _times_said(text, is_mine=False) == [("21 09:00", "set")]


@pytest.mark.parametrize(
    "text",
    [
        "No problem, Saturday 21 March at 9am?",
        "Sure, how about Saturday 21 March at 9am?",
        "No problem, I could do Saturday 21 March at 9am or 10am.",
        "Sure, send it by Saturday 21 March at 9am.",
        "No problem, I am away until Saturday 21 March at 9am.",
    ],
)
def test_a_yes_that_says_more_than_a_time_grants_none(text: str) -> None:
    assert ("21 09:00", "set") not in _times_said(text, is_mine=False)


def _after_a_call(text: str, **more: Any) -> Opportunity:
    return course(
        them("2026-03-09 09:30", text="Would you be interested in a job as a driver?", signal=Stage.OUTREACH),
        me("2026-03-09 12:45", text="You can reach me on Wednesday from 5 pm."),
        them("2026-03-12 10:00", text=text, acts=[Act.HAS_MET], **more),
    )


@pytest.mark.parametrize("signal", [None, Stage.OUTREACH, Stage.APPLIED])
def test_a_recruiter_who_thanks_for_a_talk_has_had_the_first_call(signal: Stage | None) -> None:
    found = _after_a_call("Thank you for the good conversation yesterday. Please send your CV.", signal=signal)
    assert found.stage is Stage.SCREENING


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for attending the interview yesterday. Please send your CV.",
        "Thanks for meeting the team yesterday.",
        "The client enjoyed meeting you yesterday.",
        "Thanks for talking to him on Tuesday.",
    ],
)
def test_a_talk_with_others_is_no_first_call_with_the_recruiter(text: str) -> None:
    assert _after_a_call(text, signal=None).stage is Stage.OUTREACH


def test_a_talk_with_an_employer_or_beyond_the_beginning_leaves_the_stage() -> None:
    text = "Thank you for the good conversation yesterday."
    assert _after_a_call(text, signal=None, sender=INES).stage is Stage.OUTREACH
    assert _after_a_call(text, signal=Stage.INTERVIEW).stage is Stage.INTERVIEW
    assert _after_a_call(text, signal=Stage.REJECTED).stage is Stage.REJECTED


@pytest.mark.parametrize(
    ("subject", "signal", "what"),
    [
        ("Office Manager - phone interview", "screening", "screening"),
        ("Telephone interview", "screening", "screening"),
        ("Phone interview with the hiring manager", "screening", "interview"),
        ("Office Manager - phone interview", "interview", "interview"),
        ("Office Manager - interview", "screening", "interview"),
    ],
)
def test_a_phone_interview_is_a_first_call_where_the_mail_arranges_one(subject: str, signal: str, what: str) -> None:
    message = mail("Great, let's do Tuesday at 10:00 AM.", subject=subject)
    assert [one.what for one in reading(message, scores(stage=signal)).appointments] == [what]
