"""Mail of scheduling platforms: which it is, what it tells of a call, and whom it names."""

from __future__ import annotations

import pytest

from inbox_watch.core import bookings
from inbox_watch.core.bookings import Notice
from inbox_watch.core.types import Address, Message
from tests.core.reading.mails import DANA, mail

SLOTLY = Address(name="Slotly", address="no-reply@slotly.example")
WHEN = "\nWhen: Tuesday, 17 March 2026, 10:00 - 10:30 (GMT)\n"


def notice(subject: str, text: str, sender: Address = SLOTLY, **headers: str) -> Message:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return mail(text, subject=subject, sender=sender, headers=named)


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        ("New event: Intro call with Dana Reed", f"Your event has been scheduled.{WHEN}", Notice.BOOKED),
        ("Booking confirmation", f"Hi Sam, you're booked with Dana.{WHEN}", Notice.BOOKED),
        ("30min is booked", f"30min{WHEN}", Notice.BOOKED),
        ("Reminder: first call", f"Your call takes place soon.{WHEN}", Notice.BOOKED),
        ("Your call", f"Your call is booked.{WHEN}If it is cancelled, we tell you.", Notice.BOOKED),
        ("Your call", f"Your call is booked.{WHEN}Reschedule or cancel until 24 hours before.", Notice.BOOKED),
        ("Rescheduled: Intro call", f"Your event has a new time.{WHEN}", Notice.MOVED),
        ("Your call", f"Your call with Dana Reed has been moved.{WHEN}", Notice.MOVED),
        ("Canceled: Intro call", f"Your event was cancelled.{WHEN}", Notice.CANCELLED),
        ("Your booking", "Your booking with Dana Reed was cancelled.", Notice.CANCELLED),
    ],
)
def test_a_platforms_notice_tells_what_became_of_a_call(subject: str, text: str, expected: Notice) -> None:
    assert bookings.notice_of(notice(subject, text)) is expected


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Thank you for your application", "We have received your application. It was sent at 10:00."),
        ("Your application", "If you are shortlisted, a call will be scheduled. Our lines are open from 9:00."),
        ("Your interview", "Your interview on 17 March at 10:00 is cancelled, as the position has been filled."),
        ("Newsletter", f"Our best advice on calls.{WHEN}"),
        ("Your booking", "Your booking is confirmed."),
    ],
)
def test_other_automatic_mail_is_no_notice(subject: str, text: str) -> None:
    assert bookings.notice_of(notice(subject, text)) is None


@pytest.mark.parametrize(
    ("sender", "headers", "expected"),
    [
        (SLOTLY, {}, True),
        (Address(name="Slotly", address="hello@slotly.example"), {}, True),
        (Address(name="Dana Reed via Slotly", address="dana@slotly.example"), {}, True),
        (Address(name="Careers", address="acme@bookings.example"), {"auto_submitted": "auto-generated"}, True),
        (Address(name="Calendly", address="x@calendly.com"), {}, True),
        (DANA, {}, False),
        (DANA, {"auto_submitted": "auto-replied"}, False),
    ],
)
def test_a_person_sends_no_notice_whatever_the_words(sender: Address, headers: dict[str, str], expected: bool) -> None:
    found = bookings.notice_of(notice("Your call", f"Your call with Dana Reed is booked.{WHEN}", sender, **headers))
    assert (found is not None) is expected


def test_a_coordinator_who_signs_in_a_shared_mailbox_sends_no_notice() -> None:
    shared = Address(name="Interviews", address="scheduling@acme.example")
    text = f"Your interview is booked.{WHEN}\nBest regards\nInes Kim\n"
    assert bookings.notice_of(notice("Your interview", text, shared)) is None
    assert bookings.notice_of(notice("Your interview", text.partition("\nBest")[0], shared)) is Notice.BOOKED


def test_a_notice_names_people_and_firms() -> None:
    told = notice("Intro call with Dana Reed (Acme Works)", f"Hi Sam Okafor,\nHost: Dana Reed{WHEN}At Acme Works")
    assert {"dana reed", "acme works"} <= bookings.names_in(told)
    assert bookings.parties_in(told) == {"dana reed"}
    assert "acme works" in bookings.firms_in(told)


def test_a_notice_names_no_candidate_no_tool_and_no_day_as_a_party() -> None:
    told = notice("Call: Sam Okafor and Dana Reed", f"You are booked with Google Meet by Tuesday.{WHEN}")
    assert bookings.parties_in(told) == {"dana reed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your physiotherapy appointment is booked", True),
        ("Your demo of Pipeline is booked", True),
        ("Your interview for the position of Physiotherapist is booked", False),
        ("Your call with Dana Reed is booked", False),
    ],
)
def test_a_doctors_or_a_dealers_appointment_is_of_something_else(text: str, expected: bool) -> None:
    assert bookings.is_of_something_else(notice("Your appointment", text + WHEN)) is expected
