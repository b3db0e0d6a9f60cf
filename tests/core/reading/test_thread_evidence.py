"""What threads know of each other's mails."""

from __future__ import annotations

from datetime import datetime, timedelta

from inbox_watch.core import zones
from inbox_watch.core.reading import read_threads
from inbox_watch.core.reading.thread_evidence import names_host
from inbox_watch.core.types import Address, Attendee, CalendarEvent, Message, Reading, Thread
from tests.core.reading.mails import CALENDAR, CANDIDATE, DANA, LONDON, SAM, mail, scores, thread

INVITED = "We'd like to invite you to an interview for the Data Engineer role; the invitation is attached."


def event(uid: str, method: str = "REQUEST", host: Address | None = None) -> CalendarEvent:
    start = datetime(2026, 3, 17, 14, 0, tzinfo=LONDON)
    guest = Attendee(name="Sam", address=SAM.address, status="NEEDS-ACTION", rsvp=True)
    end = start + timedelta(hours=1)
    return CalendarEvent(method=method, uid=uid, start=start, end=end, organizer=host, attendees=(guest,))


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


def test_an_invitation_of_a_person_who_writes_of_a_job_is_about_the_job() -> None:
    scheduler = Address(name="Calendly", address="notifications@calendly.com")
    first = mail(INVITED, key="k1")
    for host, expected in ((DANA, True), (SAM, False), (Address(address="uli@elsewhere.example"), False)):
        second = mail("Scheduled", events=(event("u2", "PUBLISH", host),), key="k2", sender=scheduler, subject="Talk")
        assert [one.recruiting for one in read_apart(first, second)] == [True, expected]


def test_the_candidates_own_answer_in_a_recruiting_thread_is_recruiting_however_long_it_is() -> None:
    answer = "Hi Dana, before I decide, could you tell me whether the salary is negotiable and the car park is free?"
    own = mail(answer, sender=SAM, to=(DANA,), key="k2")
    assert [one.recruiting for one in thread((mail(INVITED), scores(0.97, "offer")), (own, scores(0.02)))] == [True] * 2
    assert [one.recruiting for one in thread((mail("Lunch?"), scores(0.02)), (own, scores(0.02)))] == [False] * 2


def test_a_schedulers_mail_that_names_a_known_host_is_recruiting() -> None:
    scheduler = Address(name="Calendly", address="notifications@calendly.com")
    booking = mail("Your meeting with Dana Reed is scheduled.", sender=scheduler)
    assert names_host(booking, frozenset({"dana reed"}))
    assert not names_host(booking, frozenset({"kim orr"}))
    assert not names_host(mail("Your meeting with Dana Reed is scheduled."), frozenset({"dana reed"}))
