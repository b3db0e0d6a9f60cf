"""Calendar parts → events."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from inbox_watch.core.parse import parse
from inbox_watch.core.parse.invitation import read_events
from inbox_watch.core.types import Address, CalendarEvent

OWN = timezone(timedelta(hours=-5))


def events(*lines: str, method: str = "") -> tuple[tuple[CalendarEvent, ...], list[str]]:
    problems: list[str] = []
    data = "\r\n".join(lines).encode()
    return read_events(data, method=method, own_zone=OWN, problems=problems), problems


def one(*lines: str) -> CalendarEvent:
    found, problems = events("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:u1", *lines, "END:VEVENT", "END:VCALENDAR")
    assert problems == []
    return found[0]


def test_an_invitation_is_read_whole() -> None:
    found, problems = events(
        *("BEGIN:VCALENDAR", "METHOD:request", "BEGIN:VEVENT", "UID:u1", "SEQUENCE:2", "STATUS:confirmed"),
        *("DTSTART:20260312T130000Z", "DTEND:20260312T140000Z", "SUMMARY:Interview\\, round two", "LOCATION:Room 4"),
        *("ORGANIZER;CN=Ines Kim:MAILTO:Ines@Acme.example", "ATTENDEE;CN=Sam;PARTSTAT=accepted;RSVP=TRUE:"),
        *(" mailto:sam@example.com", "RRULE:FREQ=SECONDLY", "BEGIN:VALARM", "SUMMARY:not this", "END:VALARM"),
        *("END:VEVENT", "END:VCALENDAR"),
    )
    assert problems == []
    (event,) = found
    assert (event.method, event.uid, event.sequence, event.status) == ("REQUEST", "u1", 2, "CONFIRMED")
    assert event.start == datetime(2026, 3, 12, 13, tzinfo=UTC)
    assert event.end == datetime(2026, 3, 12, 14, tzinfo=UTC)
    assert (event.summary, event.location) == ("Interview, round two", "Room 4")
    assert event.organizer == Address(name="Ines Kim", address="ines@acme.example")
    assert [(a.name, a.address, a.status, a.rsvp) for a in event.attendees] == [
        ("Sam", "sam@example.com", "ACCEPTED", True)
    ]


@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "W. Europe Standard Time", "/example.org/20260101_1/Europe/Berlin", '"Europe/Berlin"']
)
def test_the_zone_names_of_many_programs_are_known(name: str) -> None:
    event = one(f"DTSTART;TZID={name}:20260712T140000", "DURATION:PT45M")
    assert event.start == datetime(2026, 7, 12, 14, tzinfo=ZoneInfo("Europe/Berlin"))
    assert event.end == event.start + timedelta(minutes=45)


def test_a_time_without_a_zone_is_in_the_mails_own() -> None:
    assert one("DTSTART:20260312T140000").start == datetime(2026, 3, 12, 14, tzinfo=OWN)


def test_a_whole_day_begins_at_midnight_of_the_mails_zone() -> None:
    event = one("DTSTART;VALUE=DATE:20260312", "DTEND;VALUE=DATE:20260313")
    assert event.all_day
    assert event.start == datetime(2026, 3, 12, tzinfo=OWN)
    assert event.end == datetime(2026, 3, 13, tzinfo=OWN)


@pytest.mark.parametrize(
    ("day", "hours"), [("20260215", 1), ("20260328", 1), ("20260330", 2), ("20261024", 2), ("20261026", 1)]
)
def test_a_zone_that_the_calendar_defines_has_summer_and_winter(day: str, hours: int) -> None:
    found, problems = events(
        *("BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "TZID:Our office", "BEGIN:STANDARD", "DTSTART:16010101T030000"),
        *(
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
            "END:STANDARD",
        ),
        *("BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"),
        *("RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE", "BEGIN:VEVENT"),
        *("UID:u1", f"DTSTART;TZID=Our office:{day}T140000", "END:VEVENT", "END:VCALENDAR"),
    )
    assert problems == []
    assert found[0].start.utcoffset() == timedelta(hours=hours)


def test_a_name_that_holds_an_offset_serves_where_nothing_else_does() -> None:
    event = one('DTSTART;TZID="(UTC+05:30) Our Indian office":20260312T140000')
    assert event.start.utcoffset() == timedelta(hours=5, minutes=30)


def test_an_unknown_zone_is_noted() -> None:
    found, problems = events("BEGIN:VEVENT", "DTSTART;TZID=Moon:20260312T140000", "END:VEVENT")
    assert found[0].start.tzinfo == OWN
    assert problems == ["unknown time zone 'Moon' in a calendar"]


@pytest.mark.parametrize("start", ["nonsense", "00010101T000000Z", "99991231T235959", "20260231T100000", ""])
def test_a_broken_event_costs_no_other(start: str) -> None:
    found, problems = events(
        *("BEGIN:VEVENT", "UID:bad", f"DTSTART:{start}", "END:VEVENT", "BEGIN:VEVENT", "UID:good"),
        *("DTSTART:20260312T140000Z", "END:VEVENT"),
    )
    assert [event.uid for event in found] == ["good"]
    assert problems == ["calendar event that can't be read"]


def test_an_end_before_the_start_is_dropped() -> None:
    found, problems = events("BEGIN:VEVENT", "DTSTART:20260312T140000Z", "DTEND:20260312T130000Z", "END:VEVENT")
    assert found[0].end is None
    assert problems == ["calendar event that ends before it starts"]


def test_a_calendar_cut_short_still_gives_its_event() -> None:
    found, _ = events("BEGIN:VCALENDAR", "METHOD:CANCEL", "BEGIN:VEVENT", "UID:u1", "DTSTART:20260312T140000Z", "SUMM")
    assert [(event.method, event.uid) for event in found] == [("CANCEL", "u1")]


def test_of_thousands_of_events_a_hundred_are_read() -> None:
    block = ("BEGIN:VEVENT", "DTSTART:20260312T140000Z", "END:VEVENT")
    found, problems = events(*(block * 3_000))
    assert len(found) == 100
    assert problems == ["calendar with more than 100 events"]


def test_a_deep_nest_of_components_is_harmless() -> None:
    found, _ = events(*("BEGIN:X-A",) * 20_000, *("BEGIN:VEVENT", "DTSTART:20260312T140000Z", "END:VEVENT"))
    assert len(found) == 1


def test_an_invitation_that_comes_as_part_and_as_file_is_one_event() -> None:
    calendar = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u1\nDTSTART:20260312T140000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    data = (
        b"From: ines@acme.example\nContent-Type: multipart/mixed; boundary=b1\n\n"
        b"--b1\nContent-Type: text/calendar; method=REQUEST\n\n" + calendar + b"--b1\n"
        b"Content-Type: application/octet-stream; name=invite.ics\n\n" + calendar + b"--b1--\n"
    )
    message = parse(data, source="here")
    assert [(event.method, event.uid) for event in message.events] == [("REQUEST", "u1")]
    assert [attachment.name for attachment in message.attachments] == ["invite.ics"]
