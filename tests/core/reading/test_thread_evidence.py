"""What threads know of each other's mails."""

from __future__ import annotations

from datetime import datetime, timedelta

from inbox_watch.core import zones
from inbox_watch.core.reading import read_threads
from inbox_watch.core.types import Attendee, CalendarEvent, Message, Reading, Thread
from tests.core.reading.mails import CALENDAR, CANDIDATE, LONDON, SAM, mail, scores

INVITED = "We'd like to invite you to an interview for the Data Engineer role; the invitation is attached."


def event(uid: str, method: str = "REQUEST") -> CalendarEvent:
    start = datetime(2026, 3, 17, 14, 0, tzinfo=LONDON)
    guest = Attendee(name="Sam", address=SAM.address, status="NEEDS-ACTION", rsvp=True)
    return CalendarEvent(method=method, uid=uid, start=start, end=start + timedelta(hours=1), attendees=(guest,))


def read_apart(first: Message, second: Message) -> tuple[Reading, Reading]:
    """Read two mails, each in a thread of its own; only the first speaks of recruiting by itself."""
    messages = (first, second)
    found = read_threads(
        [Thread(id=f"t-{one.key}", subject=one.subject, messages=(one,)) for one in messages],
        {one.key: zones.split(one.text) for one in messages},
        {first.key: scores(0.98, "interview"), second.key: scores(0.1)},
        candidate=CANDIDATE,
        calendar=CALENDAR,
    )
    return found[first.key], found[second.key]


def test_an_invitation_that_a_recruiting_mail_knows_makes_a_mail_recruiting() -> None:
    first = mail(INVITED, events=(event("u1"),), key="k1")
    second = mail("Cancelled", events=(event("u1", "CANCEL"),), key="k2", subject="Cancelled: Talk")
    assert [one.recruiting for one in read_apart(first, second)] == [True, True]


def test_an_invitation_that_nobody_knows_makes_nothing_recruiting() -> None:
    first = mail(INVITED, events=(event("u1"),), key="k1")
    second = mail("Dinner", events=(event("u2"),), key="k2", subject="Dinner")
    assert [one.recruiting for one in read_apart(first, second)] == [True, False]
