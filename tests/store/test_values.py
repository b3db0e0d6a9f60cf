from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from inbox_watch import app, demo
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.types import CalendarEvent, Message, Reading
from inbox_watch.store import values


def test_every_mail_of_the_demo_and_what_is_read_in_it_comes_back_as_it_was() -> None:
    messages = app.collect(app.Source(name="demo", read=demo.read)).messages
    _, readings = app.read(messages, frozenset({demo.ME}), Calendar(zone=ZoneInfo(demo.ZONE), country="DE"))
    assert len(messages) > 100
    assert [values.load(Message, values.dump(message)) for message in messages] == list(messages)
    assert {key: values.load(Reading, values.dump(one)) for key, one in readings.items()} == readings


@given(st.text(), st.integers(-23, 23), st.booleans())
def test_any_text_and_any_offset_come_back(text: str, hours: int, is_junk: bool) -> None:
    moment = datetime(2026, 3, 10, 9, 30, 1, 5, tzinfo=timezone(timedelta(hours=hours)))
    message = Message(
        key="k", source=text, message_id=text, date=moment, received=None, instant=moment, sender=None, is_junk=is_junk
    )
    back = values.load(Message, values.dump(message))
    assert back == message
    assert back.date.utcoffset() == moment.utcoffset()


def test_a_moment_keeps_its_named_zone_so_that_days_can_be_added_to_it() -> None:
    start = datetime(2026, 3, 28, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    back = values.load(CalendarEvent, values.dump(CalendarEvent(method="REQUEST", uid="1", start=start)))
    assert (back.start + timedelta(days=1)).astimezone(UTC) == (start + timedelta(days=1)).astimezone(UTC)


def test_the_shape_of_a_type_names_each_of_its_fields_and_those_below() -> None:
    told = values.shape(Message)
    for word in ("thread_hint", "partstat", "attendees", "rsvp", "media_type"):
        assert (word in told) == (word != "partstat")
