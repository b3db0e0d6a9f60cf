"""What is read in a scheduling platform's notice, and which of them belong to a recruiter's exchange."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from inbox_watch.core import zones
from inbox_watch.core.reading import read_threads
from inbox_watch.core.types import (
    Act,
    Address,
    Appointment,
    Attendee,
    CalendarEvent,
    Message,
    Reading,
    SenderKind,
    Stage,
    Thread,
)
from tests.core.reading.mails import CALENDAR, CANDIDATE, DANA, LONDON, SAM, WRITTEN, mail, reading, scores, thread

SLOTLY = Address(name="Slotly", address="no-reply@slotly.example")
ASKED = (
    "Thanks for applying for the Data Engineer role at Brightwater Labs. I'd like to have a first call. "
    "Please pick a time here: https://slotly.example/dana\n\nDana Reed\nRecruiter, Brightwater Labs"
)
WHEN = "\n\nWhen: Tuesday, 17 March 2026, 10:00 - 10:30 (GMT)\n"
START, END = datetime(2026, 3, 17, 10, 0, tzinfo=LONDON), datetime(2026, 3, 17, 10, 30, tzinfo=LONDON)


def notice(text: str, subject: str = "Booking confirmed", sender: Address = SLOTLY, **more: object) -> Message:
    later = WRITTEN + timedelta(hours=2)
    return mail(text, subject=subject, sender=sender, key="k2", instant=later, **more)  # type: ignore[arg-type]


def after(told: Message, asked: str = ASKED, score: float = 0.02) -> Reading:
    """Read a notice, of which the model thinks little, in a mailbox with a recruiter's mail."""
    first = mail(asked)
    found = read_threads(
        [Thread(id=f"t-{one.key}", subject=one.subject, messages=(one,)) for one in (first, told)],
        {one.key: zones.split(one.text) for one in (first, told)},
        {first.key: scores(0.98, "screening"), told.key: scores(score)},
        candidate=CANDIDATE,
        calendar=CALENDAR,
    )
    return found[told.key]


# --- whose it is ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Your call with Dana Reed is booked.", "Booking confirmed"),
        ("Your event has been scheduled.\nHost: Dana Reed", "New event: Intro call"),
        ("Your event has been scheduled.", "Confirmed: Dana Reed and Sam Okafor"),
        ("Your call with Brightwater Labs is booked.", "Booking confirmed"),
        ("Your 30 minute meeting is booked.", "Booking confirmed"),
        ("You're booked with Dana.", "Booking confirmed"),
        ("Organiser: dana@brightwater.example. Your call is booked.", "Booking confirmed"),
    ],
)
def test_a_notice_belongs_to_the_exchange_whose_person_firm_or_link_it_names(text: str, subject: str) -> None:
    found = after(notice(text + WHEN, subject))
    assert (found.recruiting, found.sender_kind, found.is_automatic) == (True, SenderKind.PLATFORM, True)
    assert [(one.start, one.end) for one in found.appointments] == [(START, END)]
    assert {Act.BOOKS, Act.RELAYS_BOOKING} <= found.acts


@pytest.mark.parametrize(
    "text",
    [
        "Your call with Ben Hill is booked.",
        "Your event has been scheduled.\nHost: Mia Holt",
        "Your appointment with Dr. Paul Lowe is booked.",
        "Your physiotherapy appointment is booked.",
        "Your physiotherapy appointment with Dana Reed is booked.",
        "Your demo of Pipeline is booked.",
        "Your call with Harbour Bank is booked.",
    ],
)
def test_a_friends_a_doctors_and_a_dealers_booking_on_the_same_platform_stays_out(text: str) -> None:
    assert not after(notice(text + WHEN)).recruiting


def test_a_doctors_booking_stays_out_however_sure_the_model_is() -> None:
    assert not after(notice("Your dentist appointment is booked." + WHEN), score=0.9).recruiting


def test_the_link_of_another_platform_ties_nothing() -> None:
    other = Address(name="Timely", address="no-reply@timely.example")
    assert not after(notice("Your 30 minute meeting is booked." + WHEN, sender=other)).recruiting


def test_who_gets_an_answer_and_who_invites_tie_a_notice() -> None:
    bare = notice("Your call is booked." + WHEN, sender=Address(name="Timely", address="bookings@timely.example"))
    stranger = Address(address="uli@elsewhere.example")
    for one, expected in ((DANA, True), (stranger, False)):
        assert after(replace(bare, reply_to=(one,))).recruiting is expected
        assert after(replace(bare, events=(invited(host=one),))).recruiting is expected


def test_a_name_ties_only_where_a_call_is_being_arranged() -> None:
    refused = "Thank you for applying for the Data Engineer role. Unfortunately we won't go ahead.\n\nDana Reed"
    other = Address(name="Timely", address="no-reply@timely.example")
    told = notice("Your call with Dana Reed is booked." + WHEN, sender=other)
    assert after(told).recruiting
    first = mail(refused)
    found = read_threads(
        [Thread(id=f"t-{one.key}", subject=one.subject, messages=(one,)) for one in (first, told)],
        {one.key: zones.split(one.text) for one in (first, told)},
        {first.key: scores(0.98, "rejected"), told.key: scores(0.02)},
        candidate=CANDIDATE, calendar=CALENDAR,
    )  # fmt: skip
    assert not found[told.key].recruiting


def test_an_interview_for_a_position_needs_nobody_elses_word() -> None:
    text = "Your interview with Nina Reyes for the position of Planner at Kestrel Rail is booked." + WHEN
    (found,) = thread((notice(text, "Interview scheduled"), scores(0.1)))
    assert (found.recruiting, found.company, found.signal) == (True, "Kestrel Rail", Stage.INTERVIEW)


# --- what it says ---------------------------------------------------------------------------------------------------


def told(text: str, subject: str = "Booking confirmed: call with Dana Reed", **more: object) -> Reading:
    return reading(notice(text, subject, **more), scores(0.98, "outreach"))  # type: ignore[arg-type]


def times(found: Reading) -> list[tuple[str, str | None, str]]:
    return [
        (
            f"{one.start.astimezone(LONDON):%d %H:%M}",
            one.end and f"{one.end.astimezone(LONDON):%H:%M}",
            one.status.value,
        )
        for one in found.appointments
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "When: Tuesday, 17 March 2026, 10:00 - 10:30 (Greenwich Mean Time)",
        "10:00 - 10:30, Tuesday, 17 March 2026 (Europe/London)",
        "Tuesday, 17 March 2026\n10:00 - 10:30\n(UTC+00:00) Dublin, Edinburgh, Lisbon, London",
        "Date: Tuesday 17 March 2026\nTime: 10:00 - 10:30",
        "Start: 17 March 2026, 10:00\nEnd: 17 March 2026, 10:30",
        "Tue 17 March 2026 ⋅ 10:00 – 10:30",
        "Tuesday, March 17, 2026 11:00 AM - 11:30 AM (GMT+01:00)",
        "Tuesday, 17 March 2026, 11:00 - 11:30\nTime zone: Europe/Berlin",
        "Dana Reed, Brightwater Labs\nTuesday, 17 March 2026, 10am - 10:30am",
        "On: 17.03.2026\nAt: 10:00\nEnd: 17 March 2026, 10:30",
    ],
)
def test_the_time_is_read_however_the_platform_writes_it(lines: str) -> None:
    assert times(told(f"Your call is booked.\n\n{lines}\n")) == [("17 10:00", "10:30", "set")]


def test_a_time_without_a_zone_is_meant_in_the_candidates_own() -> None:
    text = "Your call is booked for Tuesday 17 March at 10:00."
    there = WRITTEN.astimezone(timezone(timedelta(hours=-7)))
    found = reading(mail(text, subject="Call booked", sender=SLOTLY, instant=there), scores())
    assert times(found) == [("17 10:00", None, "set")]


@pytest.mark.parametrize(
    ("places", "offset"),
    [("Dublin, Edinburgh, Lisbon, London", 1), ("Amsterdam, Berlin, Bern, Rome", 2), ("Nowhere, Elsewhere", 0)],
)
def test_the_offset_of_a_zone_named_by_its_cities_is_that_of_winter(places: str, offset: int) -> None:
    found = told(f"Your call is booked.\n\nThursday, 4 June 2026\n15:30 - 16:00\n(UTC+00:00) {places}\n")
    assert only(found).start.utcoffset() == timedelta(hours=offset)


def test_a_time_that_stands_in_the_subject_alone_is_read() -> None:
    found = told("Your meeting has been scheduled.", "Confirmed: Dana Reed, Tuesday 17 March 2026 10:00 - 10:30")
    assert times(found) == [("17 10:00", "10:30", "set")]


def test_until_when_one_may_cancel_is_no_appointment() -> None:
    assert times(told(f"Your call is booked.{WHEN}You can cancel until Monday 16 March at 18:00.")) == [
        ("17 10:00", "10:30", "set")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Former time: Tuesday, 17 March 2026, 10:00\nNew time: Wednesday, 18 March 2026, 09:00",
        "New time: Wednesday, 18 March 2026, 09:00\nPrevious time: Tuesday, 17 March 2026, 10:00",
        "Your call has been moved from Tuesday 17 March at 10:00 to Wednesday 18 March at 09:00.",
        "It is now on Wednesday 18 March at 09:00 (was Tuesday 17 March at 10:00).",
    ],
)
def test_a_move_takes_the_former_time_back(text: str) -> None:
    found = told(text, "Rescheduled: call with Dana Reed")
    assert times(found) == [("17 10:00", None, "cancelled"), ("18 09:00", None, "set")]
    assert Act.RESCHEDULES in found.acts


def test_a_cancellation_cancels_and_ends_nothing() -> None:
    found = reading(
        notice(f"Your event has been cancelled.{WHEN}", "Canceled: call with Dana Reed"), scores(0.9, "rejected")
    )
    assert times(found) == [("17 10:00", "10:30", "cancelled")]
    assert (found.signal, Act.CANCELS in found.acts, Act.BOOKS in found.acts) == (None, True, False)


def test_what_is_booked_asks_for_nothing_and_what_waits_for_an_answer_does() -> None:
    booked = told(f"Your call is booked.{WHEN}Want another time? Choose a slot: https://slotly.example/r/1")
    waiting = told(f"Your interview is scheduled.{WHEN}Please confirm that you can attend.", "Interview scheduled")
    assert [ask.kind.value for ask in booked.asks] == []
    assert [ask.kind.value for ask in waiting.asks] == ["confirm"]


def test_an_invitation_that_wants_an_answer_is_to_be_confirmed_whoever_sends_it() -> None:
    events = (invited("Interview Data Engineer"),)
    wanted = told(f"Your interview is scheduled.{WHEN}", "Invitation: Interview Data Engineer", events=events)
    booked = told(f"Your interview is scheduled.{WHEN}", "Booked: Interview Data Engineer", events=events)
    assert [[ask.kind.value for ask in one.asks] for one in (wanted, booked)] == [["confirm"], []]


def test_a_booking_link_is_no_booking() -> None:
    found = told("Your interview is nearly scheduled. Please pick a time: https://slotly.example/x by 17:00 on Friday.")
    assert [ask.kind.value for ask in found.asks] == ["send_availability"]
    assert found.appointments == ()


def test_the_platform_is_nobodys_employer() -> None:
    for sender in (SLOTLY, Address(name="Slotly", address="hello@slotly.example")):
        found = reading(notice(f"Your screening call is booked.{WHEN}Slotly", sender=sender), scores(0.98, "screening"))
        assert (found.company, found.sender_kind) == (None, SenderKind.PLATFORM)


# --- an invitation titled a call ------------------------------------------------------------------------------------


def invited(summary: str = "Call", host: Address = DANA) -> CalendarEvent:
    guests = (Attendee(name="Sam", address=SAM.address, status="NEEDS-ACTION", rsvp=True),)
    return CalendarEvent(
        method="REQUEST", uid="u1", start=START, end=END, summary=summary, organizer=host, attendees=guests
    )


def only(found: Reading) -> Appointment:
    (one,) = found.appointments
    return one


@pytest.mark.parametrize(
    "title", ["Call Sam / Dana", "Chat: Sam & Dana", "Quick call", "Catch-up Dana/Sam", "Phone call"]
)
def test_an_invitation_titled_a_call_is_no_interview_whatever_the_model_says(title: str) -> None:
    found = reading(mail("", subject=f"Invitation: {title}", events=(invited(title),)), scores(0.98, "interview"))
    assert only(found).what in ("call", "screening")
    assert found.signal is not Stage.INTERVIEW


@pytest.mark.parametrize("title", ["Interview call Sam / Dana", "Call with the hiring manager", "Data Engineer, Sam"])
def test_an_invitation_that_names_an_interview_or_nothing_is_one(title: str) -> None:
    found = reading(mail("", subject=f"Invitation: {title}", events=(invited(title),)), scores(0.98, "interview"))
    assert only(found).what == "interview"


def test_a_call_to_which_the_text_invites_as_an_interview_is_one() -> None:
    text = "We'd like to invite you to an interview with our head of data."
    found = reading(mail(text, events=(invited("Call Sam / Ines"),)), scores(0.98, "interview"))
    assert only(found).what == "interview"
