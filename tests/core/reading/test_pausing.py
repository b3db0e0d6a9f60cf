"""Until when a pause lasts, in many words, and pauses and times that have nothing to do with each other."""

from __future__ import annotations

from datetime import datetime

import pytest

from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.pausing import pause_in
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Stage
from tests.core.reading.mails import CALENDAR, LONDON, mail, reading, scores

TUESDAY = datetime(2026, 6, 2, 10, 0, tzinfo=LONDON)
PAUSES = (
    ("Because of a reorganisation we have had to stop the hiring process until mid-July.", "07-20"),
    ("We're pausing recruitment until the new budget in October.", "10-31"),
    ("The role is on hold and won't be filled before September.", "09-01"),
    ("We will not continue before September.", "09-01"),
    ("The position is frozen; we'll pick it up again after the summer break.", "09-01"),
    ("Hiring should be back on in Q4.", "12-31"),
    ("We have put the search on hold and will resume early in the new year.", "01-15"),
    ("The role is on hold until September.", "09-01"),
    ("It's on hold until the end of June.", "06-30"),
    ("We've frozen all hiring for six weeks.", "07-14"),
    ("The search is paused for the rest of the month.", "06-30"),
    ("Everything is on hold until next month.", "07-01"),
    ("We had to put the role on ice until Q4.", "10-01"),
    ("The position is on hold until the autumn.", "09-01"),
    ("There's a hiring freeze until the end of the summer.", "09-01"),
    ("We'll look at it again in September.", "09-30"),
    ("Recruitment is suspended till 15 July.", "07-15"),
    ("Nothing will happen before the second half of July.", "07-16"),
    ("We can't fill the position until the second half of the year.", "07-01"),
    ("The process is stopped until the board meets on 15 July.", "07-15"),
    ("The role is on hold; the earliest we could go on is August.", "08-01"),
    ("It has been put on hold until further notice, but not before August.", "08-01"),
    ("The vacancy is on hold until after Christmas.", "01-01"),
    ("We have put everything on hold until next year.", "01-01"),
    ("The freeze will be lifted at the start of next year.", "01-15"),
    ("We've paused hiring for at least two months.", "08-02"),
    ("The role is paused until spring.", "03-01"),
    ("The project has been halted until week commencing 6 July.", "07-10"),
    ("We will restart the search in three months.", "09-02"),
    ("We're not hiring until at least August.", "08-01"),
)
NO_END = (
    "The role has been put on hold.",
    "We've had a hiring freeze and everything has stopped for now.",
    "The vacancy is frozen for the time being. I'll let you know when that changes.",
    "The role is on hold until further notice.",
    "I'm on holiday until 13 July.",
    "The role was advertised in May.",
    "Could we talk again in September?",
    "The summer was busy.",
    "We hired two people in spring 2024.",
    "Our office is closed on Monday.",
    "The position is on hold because the manager left.",
    "We'll come back to you once the freeze is over.",
    "I'm out of the office until Monday.",
    "The team grew last summer.",
)
NO_PAUSE = (
    "The interview has been postponed until Thursday at 11:00.",
    "We have stopped taking calls until Monday.",
    "Applications are open until 30 June.",
    "The offer stands until Friday.",
    "Please hold the date until Monday.",
    "The test is open until 14 June.",
    "We won't start before 9am.",
    "We will not hire anyone without an interview.",
    "The deadline has been put back until Friday.",
    "You won't hear from us before Friday.",
    "We don't start interviews before September.",
)


def ends(text: str, stage: str = "on_hold") -> list[str]:
    """The days on which news is promised, as month and day."""
    said = reading(mail(text, instant=TUESDAY), scores(stage=stage))
    return [f"{one.latest:%m-%d}" for one in said.promises if one.latest and one.is_decision]


@pytest.mark.parametrize(("text", "day"), PAUSES)
def test_a_pause_lasts_until_what_they_name(text: str, day: str) -> None:
    assert ends(text)[-1:] == [day]


@pytest.mark.parametrize("text", NO_END)
def test_a_pause_without_a_named_end_promises_no_day(text: str) -> None:
    assert ends(text) == []


@pytest.mark.parametrize("text", NO_PAUSE)
def test_a_time_for_something_else_is_no_end_of_a_pause(text: str) -> None:
    sentences = split_sentences(text)
    context = Context(text=text, sentences=sentences, windows=(), written=TUESDAY, calendar=CALENDAR)
    assert [pause_in(context, one) for one in sentences] == [None]


@pytest.mark.parametrize("heard", ["none", "applied"])
@pytest.mark.parametrize(
    "text",
    [
        "We've had to pause this vacancy for the moment, I'll let you know when it's back on.",
        "We have put this post on hold, sorry.",
        "Sadly we have paused all recruitment.",
        "The client has frozen the position.",
        "We have had to suspend our hiring.",
    ],
)
def test_a_plain_pause_is_one_whatever_the_model_hears(text: str, heard: str) -> None:
    found = reading(mail(text), scores(stage=heard))
    assert (found.signal, found.signal_quote) == (Stage.ON_HOLD, text)


@pytest.mark.parametrize(
    "text",
    [
        "We had paused this vacancy but are now ready to go on with it.",
        "If we have to pause this vacancy we will tell you.",
        "We have paused this vacancy in the past, but not now.",
        "We have put your call on hold.",
        "Have you paused your search for a role?",
        "Last year we have had to pause recruitment.",
        "We have paused the video interview for five minutes.",
    ],
)
def test_what_was_paused_before_or_might_be_is_no_pause(text: str) -> None:
    assert reading(mail(text), scores(stage="applied")).signal is not Stage.ON_HOLD


def test_a_faint_word_of_a_pause_pauses_nothing_where_no_word_of_the_mail_does() -> None:
    waits = "The panel meets in the first week of July, so please bear with us until then."
    assert reading(mail(waits), scores(stage="on_hold", sure=0.4)).signal is not Stage.ON_HOLD
    said = "The role is on hold for now."
    assert reading(mail(said), scores(stage="on_hold", sure=0.6)).signal is Stage.ON_HOLD
