"""An appointment that another takes the place of: after the yes there is one, and which one the words say."""

from __future__ import annotations

from datetime import datetime

import pytest

from inbox_watch.core.opportunity.appointments import appointments_of
from inbox_watch.core.types import Entry, Message
from tests.core.reading.mails import DANA, LONDON, SAM, mail, reading, scores

INVITED = "Your interview is on Monday 8 June at 2pm. You will meet Owen Price."
PROPOSALS = (
    ("Could you come at 1pm instead of 2pm on Monday?", "06-08 13:00"),
    ("Could we move your interview from 2pm to 1pm on Monday?", "06-08 13:00"),
    ("Could we start an hour later?", "06-08 15:00"),
    ("Would the same time on Wednesday work instead?", "06-10 14:00"),
    ("Could we push your interview to 4pm on Monday?", "06-08 16:00"),
    ("Could we bring the interview forward to 11am on Monday?", "06-08 11:00"),
    ("Could we swap your 2pm slot on Monday for 4pm?", "06-08 16:00"),
    ("Would Tuesday 9 June at 10am work instead?", "06-09 10:00"),
    ("Could you make it 3pm on Monday instead?", "06-08 15:00"),
    ("Would it be possible to meet half an hour earlier?", "06-08 13:30"),
    ("How about Tuesday 9 June at 2pm instead of Monday?", "06-09 14:00"),
    ("Can we move the interview from Monday at 2pm to Tuesday 9 June at 9am?", "06-09 09:00"),
    ("Could we shift the call by 30 minutes, i.e. start 30 minutes later?", "06-08 14:30"),
    ("Could we postpone the interview by an hour?", "06-08 15:00"),
    ("Is it okay if we do it at 3pm rather than 2pm on Monday?", "06-08 15:00"),
    ("Could we have the interview at the same time on Thursday?", "06-11 14:00"),
    ("Would you mind coming an hour earlier?", "06-08 13:00"),
    ("Could you come on Tuesday 9 June at 2pm in place of Monday?", "06-09 14:00"),
    ("Could we switch from Monday at 2pm to Wednesday 10 June at 3pm?", "06-10 15:00"),
    ("Could you come a little earlier on Monday, at 1pm?", "06-08 13:00"),
)
STATEMENTS = (
    ("We've moved your interview from 2pm to 1pm on Monday.", "06-08 13:00"),
    ("Your interview will start an hour later.", "06-08 15:00"),
    ("The interview will be at the same time on Wednesday.", "06-10 14:00"),
    ("The interview has been pushed to 4pm on Monday.", "06-08 16:00"),
    ("We have brought the interview forward to 11am on Monday.", "06-08 11:00"),
    ("The interview on Monday is at 1pm, not at 2pm.", "06-08 13:00"),
    ("Owen has to push the interview back by an hour.", "06-08 15:00"),
    ("We had to move the interview to Tuesday 9 June at 10am.", "06-09 10:00"),
    ("The interview has been moved from Monday 8 June at 2pm to Tuesday 9 June at 3pm.", "06-09 15:00"),
    ("Please come at 1pm instead of 2pm on Monday.", "06-08 13:00"),
    ("Your slot on Monday has been swapped: please come at 4pm instead of 2pm.", "06-08 16:00"),
    ("We will meet half an hour earlier than planned.", "06-08 13:30"),
)
NO_MOVES = (
    "Owen will join us half an hour later.",
    "An hour later I got a call from your referee.",
    "Could you bring your passport at 2pm on Monday?",
    "We moved to a new office last year.",
    "Please arrive ten minutes earlier.",
    "The test takes an hour longer for some.",
    "Could we also have a call on Friday at 4pm?",
    "See you on Monday at 2pm.",
    "The interview is on Monday at 2pm, not a phone call.",
    "Lunch is served an hour later.",
    "Could you send me your references instead of certificates?",
    "We'll let you know on Friday instead of Thursday.",
    "The second interview would be on Thursday 11 June at 10am.",
    "Changing trains takes half an hour.",
    "You can park from 1pm to 4pm on Monday.",
)
YES = (
    "Yes, 1pm is fine.",
    "Yes, no problem.",
    "Sure, see you at one.",
    "Of course, that's no problem.",
    "That works.",
    "Yes, gladly.",
    "No problem at all.",
    "OK, 1pm then.",
    "Yes.",
    "1pm suits me as well.",
)
NO = ("Sorry, 1pm doesn't work for me. Could we keep 2pm?", "I'm afraid I can't come earlier.", "Thanks for your mail.")


def entry(day: int, text: str, *, own: bool = False) -> Entry:
    sender, receiver = (SAM, DANA) if own else (DANA, SAM)
    written = datetime(2026, 6, day, 10, 0, tzinfo=LONDON)
    message: Message = mail(text, sender=sender, to=(receiver,), key=f"k{day}{own}", instant=written)
    return Entry(message=message, reading=reading(message, scores(stage="none" if own else "interview")), thread_id="t")


def starts(*entries: Entry) -> list[str]:
    return [f"{one.start.astimezone(LONDON):%m-%d %H:%M}" for one in appointments_of(entries)]


@pytest.mark.parametrize(("text", "start"), PROPOSALS)
def test_a_time_that_is_proposed_instead_takes_the_former_ones_place_with_the_yes(text: str, start: str) -> None:
    assert starts(entry(2, INVITED), entry(5, text), entry(5, "Yes, that's fine.", own=True)) == [start]


@pytest.mark.parametrize(("text", "start"), STATEMENTS)
def test_a_time_that_is_stated_instead_takes_the_former_ones_place_at_once(text: str, start: str) -> None:
    assert starts(entry(2, INVITED), entry(5, text)) == [start]


@pytest.mark.parametrize("text", NO_MOVES)
def test_other_words_of_time_leave_the_interview_where_it_is(text: str) -> None:
    assert starts(entry(2, INVITED), entry(5, text))[:1] == ["06-08 14:00"]


@pytest.mark.parametrize("text", YES)
def test_many_words_say_yes_to_one_proposed_time(text: str) -> None:
    proposal = entry(5, "Could you come at 1pm instead of 2pm on Monday?")
    assert starts(entry(2, INVITED), proposal, entry(5, text, own=True)) == ["06-08 13:00"]


@pytest.mark.parametrize("text", NO)
def test_without_a_yes_the_former_time_stands(text: str) -> None:
    proposal = entry(5, "Could you come at 1pm instead of 2pm on Monday?")
    assert starts(entry(2, INVITED), proposal, entry(5, text, own=True)) == ["06-08 14:00"]


def test_until_the_answer_the_former_time_stands() -> None:
    assert starts(entry(2, INVITED), entry(8, "Could you come at 1pm instead of 2pm today?")) == ["06-08 14:00"]


def test_the_candidate_may_ask_for_another_time_too() -> None:
    asked = entry(4, "Could we do 3pm instead of 2pm on Monday?", own=True)
    assert starts(entry(2, INVITED), asked, entry(5, "Yes, 3pm is fine. See you then.")) == ["06-08 15:00"]


def test_of_two_appointments_the_one_that_is_named_is_moved() -> None:
    second = entry(3, "Your second interview is on Thursday 11 June at 10am with the board.")
    moved = entry(5, "Could you come at 11am instead of 10am on Thursday?")
    answer = entry(5, "Yes, that's fine.", own=True)
    assert starts(entry(2, INVITED), second, moved, answer) == ["06-08 14:00", "06-11 11:00"]
