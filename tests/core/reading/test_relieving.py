"""What the other side takes back or gives more time for, and near wordings that do neither."""

from __future__ import annotations

from datetime import datetime

import pytest

from inbox_watch.core.types import Relief
from tests.core.reading.mails import DANA, LONDON, SAM, mail, reading

MONDAY = datetime(2026, 6, 8, 12, 0, tzinfo=LONDON)
UNTIL = datetime(2026, 6, 19, 18, 0, tzinfo=LONDON)
MORE_TIME = (
    "There's no rush with the references, Friday the 19th is early enough.",
    "You can take until Friday the 19th for the references.",
    "No later than Friday the 19th will do for the form.",
    "Friday 19 June is fine for the references.",
    "Take your time with the test, until 19 June is fine.",
    "I've extended the deadline for the test until Friday 19 June.",
    "The deadline for the task has been moved to 19 June.",
    "We can give you until Friday 19 June for your decision.",
    "You have until Friday 19 June to decide.",
    "No hurry with the form - the end of next week will do.",
    "You may send the references by Friday 19 June.",
    "Please don't rush the test, next Friday is perfectly fine.",
    "There's no rush with the references. Friday the 19th is early enough.",
    "It's not urgent, by Friday 19 June is okay for the references.",
    "No pressure, you can send the certificates until 19 June.",
    "We've pushed back the deadline to 19 June.",
    "You've got until 19 June for the assignment.",
    "Instead of Wednesday, Friday 19 June is also fine for the references.",
    "I can give you a few more days for the test, until 19 June.",
    "If you need more time for the task, 19 June would be fine.",
    "The references can wait, Friday 19 June would be fine.",
    "Don't worry about the form, the 19th of June is soon enough.",
    "You needn't hurry with your answer, Friday 19 June is fine.",
    "19 June is early enough for the signed contract.",
    "Friday 19 June suffices for the documents.",
    "We have agreed an extension for the test until 19 June.",
    "Take until the end of next week for the questionnaire.",
    "You can hand in the task by 19 June.",
    "It's fine to send the references by Friday 19 June.",
    "The reference can come later, by 19 June will do.",
)
NO_MORE_TIME = (
    "Friday the 19th is fine for the interview.",
    "Friday at 2pm is fine.",
    "Friday 19 June would be too late for the references.",
    "Friday 19 June is not early enough for the form.",
    "Is Friday 19 June early enough for the references?",
    "We'll be in touch by Friday 19 June, no rush.",
    "Friday is fine for us.",
    "You can start on 1 July.",
    "You will have the contract by Friday.",
    "I'm out of the office until Friday.",
    "There's no rush.",
    "The offer is valid until Friday.",
    "Monday 15 June works too.",
    "You can come in on Friday 19 June.",
    "See you on Friday 19 June.",
    "We have interviews until 19 June.",
    "Would 19 June be fine for a call?",
    "The position is open until 19 June.",
    "We had a great call on Monday.",
)
TAKEN_BACK = (
    "Please ignore my last mail - I've found your references in our system.",
    "No need for the form any more.",
    "Please disregard my previous email.",
    "There's no need to send the references any more.",
    "You don't need to send me the form any more.",
    "We no longer need your certificates.",
    "The references are no longer needed.",
    "The test is no longer necessary.",
    "You can skip the test.",
    "Never mind the references.",
    "I've found your references.",
    "Your references have turned up.",
    "Please ignore my previous request.",
    "Please forget my last message.",
    "There's no need for you to complete the questionnaire after all.",
    "You needn't fill in the form any longer.",
    "We have decided to skip the assessment.",
    "The form isn't needed any more.",
    "Don't bother with the form.",
    "Forget about the test.",
    "My last mail was sent in error.",
    "That message was not meant for you.",
    "Please ignore my mail from yesterday.",
    "I have located your certificates, so nothing is needed from you.",
    "No need to answer my question any more.",
    "There is no need to send your availability now.",
    "You no longer have to do the task.",
    "We won't need your references after all.",
    "Please disregard our earlier request for references.",
    "Please ignore my e-mail, it was meant for another candidate.",
)
NOT_TAKEN_BACK = (
    "Please ignore my last mail if you have already sent the references.",
    "If you've already sent them, please ignore this reminder.",
    "There's no need to send the references today.",
    "There's no need to send the originals of your certificates.",
    "There's no need to send the form by post.",
    "No need to complete the test in one go.",
    "There's no need to prepare for the test.",
    "Please ignore the deadline in my last mail.",
    "There is no need to send another reference.",
    "We still need your references.",
    "Please don't forget the references.",
    "I haven't found your references.",
    "Have you found your references?",
    "Don't ignore my last mail.",
    "No need to send the form before the interview.",
    "Please send the form, we need it.",
    "I can't find your references.",
    "Please ignore this message if you have replied.",
    "You don't need to send the form yet.",
    "No need to worry about the test.",
    "Please ignore the attachment.",
    "We need the form now.",
    "I don't have your form now.",
    "We don't have your references now, could you send them?",
)


def reliefs(text: str) -> tuple[Relief, ...]:
    return reading(mail(text, instant=MONDAY)).reliefs


@pytest.mark.parametrize("text", MORE_TIME)
def test_a_later_day_that_is_early_enough_is_more_time(text: str) -> None:
    assert [one.until for one in reliefs(text)] == [UNTIL]


@pytest.mark.parametrize("text", NO_MORE_TIME)
def test_a_day_for_something_else_gives_no_more_time(text: str) -> None:
    assert reliefs(text) == ()


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_is_needed_no_more_is_taken_back(text: str) -> None:
    assert [one.until for one in reliefs(text)] == [None]


@pytest.mark.parametrize("text", NOT_TAKEN_BACK)
def test_what_is_needed_in_another_way_or_only_perhaps_not_is_not_taken_back(text: str) -> None:
    assert reliefs(text) == ()


def test_the_candidate_lets_nobody_off() -> None:
    own = mail("There's no need to send the form any more.", sender=SAM, to=(DANA,), instant=MONDAY)
    assert reading(own).reliefs == ()


@pytest.mark.parametrize(
    "text",
    [
        "Of course, Monday is fine.",
        "Sure, Monday works.",
        "No problem at all, Monday it is.",
        "Yes, by Monday is OK.",
    ],
)
def test_a_bare_yes_to_a_day_is_a_consent(text: str) -> None:
    assert [(one.kind, one.is_consent) for one in reliefs(text)] == [(None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Of course, Monday is fine for the interview.",
        "Sure, Monday at 3pm works.",
        "No, Monday is too late.",
        "Monday is a holiday here.",
        "Yes, the office is closed on Monday.",
    ],
)
def test_a_word_of_a_day_that_grants_nothing_is_no_consent(text: str) -> None:
    assert not any(one.is_consent for one in reliefs(text))
