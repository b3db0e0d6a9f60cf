"""How long they say that it takes, when they want to be reminded, and what only looks like such a word."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import ActionKind
from tests.core.reading.mails import DANA, SAM, mail, reading, scores


def promised(text: str) -> list[str]:
    """Return the last days that a mail of theirs names for news, as month and day."""
    return [f"{one.latest:%m-%d}" for one in reading(mail(text), scores(stage="interview")).promises if one.latest]


def own(text: str) -> list[str]:
    """Return the days that the candidate promises something for."""
    read = reading(mail(text, sender=SAM, to=(DANA,)), scores(stage="interview"))
    return [f"{one.latest:%m-%d}" for one in read.promises if one.latest]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Please allow us two weeks to revert.", "03-25"),
        ("Kindly allow us two weeks to come back to you.", "03-25"),
        ("Please give us until Friday to decide.", "03-13"),
        ("We need ten days to make up our minds.", "03-21"),
        ("Kindly bear with us for two weeks.", "03-25"),
        ("Please bear with me until Monday.", "03-16"),
        ("It will take us about a week to get back to you.", "03-18"),
        ("Please give us a week.", "03-18"),
        ("Allow ten working days for a reply.", "03-25"),
        ("We'll need until Thursday to decide.", "03-12"),
        ("The decision will take about two weeks.", "03-25"),
        ("The team needs another week to decide.", "03-18"),
        ("It will be Friday before we know.", "03-13"),
    ],
)
def test_the_time_that_they_ask_for_is_stated(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "We need two weeks' notice.",
        "We need ten days to train you.",
        "It will take about a week to learn the system.",
        "The course takes two weeks.",
        "Please allow two weeks for the visa.",
        "Please give us a week in April when you could come.",
        "The test takes two hours.",
        "You will need two days to settle in.",
        "It will be two weeks before the start.",
    ],
)
def test_what_takes_time_without_news_is_not_stated(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nudge me if you've not heard by the 23rd.", "03-23"),
        ("If you haven't heard by the 23rd do give us a nudge.", "03-23"),
        ("Chase me if I've not been in touch by the 22nd.", "03-22"),
        ("If you haven't heard from me by Friday, give me a shout.", "03-13"),
        ("Do chase me if you don't hear by Tuesday.", "03-17"),
        ("Feel free to follow up if you've heard nothing by 20 March.", "03-20"),
        ("Please contact us if you do not receive a reply within 10 working days.", "03-25"),
        ("Would you ping me if there's no news by Friday?", "03-13"),
    ],
)
def test_the_day_from_which_they_want_to_be_reminded_is_stated(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Call me if you can't make it on Friday.",
        "Let me know if you have not received the link by Friday.",
        "If you don't get the train on Friday, call me.",
        "Contact us if you have questions before Friday.",
    ],
)
def test_a_reminder_of_something_else_is_not_stated(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Give us a few days for an answer.",
        "Please give us a week.",
        "Ping me on Thursday if I've gone quiet.",
        "If you haven't heard from me by Friday, give me a shout.",
        "Look for a reply from me within the next 7-10 days.",
    ],
)
def test_who_asks_for_patience_asks_nothing(text: str) -> None:
    assert reading(mail(text), scores(stage="interview")).asks == ()


def test_what_is_asked_beside_patience_stays_asked() -> None:
    asks = reading(mail("Please give us two weeks and send your references in the meantime.")).asks
    assert [ask.kind for ask in asks] == [ActionKind.SEND_DOCUMENTS]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Trustees meet on 12 May and I'll let you know the week after.", "05-22"),
        ("Board sits on 22 June, you will hear the week after.", "07-03"),
        ("We meet on 18 June and will let you know two days later.", "06-20"),
        ("Board sits on Monday, you will hear two days later.", "03-18"),
        ("Closing date is 19 June and we contact people within ten working days of this date.", "07-03"),
        ("The board of management sits on 20 May and I'll write to you the day after.", "05-21"),
        ("We meet on Monday and you'll hear the following day.", "03-17"),
        ("The panel meets on Tuesday. I'll call you the next day.", "03-18"),
        ("We decide on Friday 20 March and will write to you the following Monday.", "03-23"),
    ],
)
def test_a_day_that_counts_from_a_named_one_is_reckoned_from_it(text: str, day: str) -> None:
    assert promised(text)[-1:] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We meet on Monday and you'll hear by Friday.", "03-13"),
        ("You'll hear from us the day after tomorrow.", "03-13"),
        ("You'll hear from us next week.", "03-20"),
        ("I'm away on Monday but will come back to you in the next day or two.", "03-13"),
    ],
)
def test_a_day_of_its_own_is_not_counted_from_another(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Sending the invite for next Wednesday.",
        "I'm sending you the Zoom link for Tuesday.",
        "I'll send the invite for Thursday.",
        "I'll send you the agenda for Monday's meeting.",
        "We'll send you the details for next week.",
    ],
)
def test_the_day_of_what_they_send_is_no_day_for_news(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'll send the invite on Thursday.", "03-12"),
        ("I'll have an answer for Friday.", "03-13"),
        ("I'll send you the details by Friday.", "03-13"),
    ],
)
def test_the_day_on_which_they_send_it_is_stated(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'll be phoning round towards the end of next week.", "03-20"),
        ("We'll be letting people know on Monday.", "03-16"),
        ("Look for a reply from me within the next 7-10 days.", "03-21"),
        ("I'd expect to hear within a week.", "03-18"),
        ("They'll shortlist by the end of this week.", "03-13"),
        ("One of our consultants will review your application and respond within 5 working days.", "03-18"),
    ],
)
def test_everyday_words_for_news_to_come_are_stated(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Thank you for your mail. A member of our team will respond within 2 weeks.", ["03-25"]),
        ("We answer every application within 14 days.", ["03-25"]),
        ("I'm out of the office. My colleague will answer you today.", []),
        ("I'm in meetings today and will read it later.", []),
    ],
)
def test_an_automatic_answer_promises_only_where_it_is_a_receipt(text: str, days: list[str]) -> None:
    message = mail(text, subject="Automatic reply: Application", headers={"Auto-Submitted": "auto-replied"})
    assert [f"{one.latest:%m-%d}" for one in reading(message).promises if one.latest] == days


@pytest.mark.parametrize(
    "text",
    [
        "I am really desolate, my train is cancelled because of the strike and I arrive only on Thursday.",
        "I can start on the 22nd.",
        "I'll start on Monday.",
        "I'll land on Friday evening.",
        "I'll resign on Monday.",
        "I'll leave Berlin on 3 May.",
        "I'll finish my exams on Friday.",
        "I'll take the train on Tuesday.",
        "My flight arrives on Thursday.",
    ],
)
def test_travel_and_a_first_day_are_no_promise(text: str) -> None:
    assert own(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'll start on the test on Monday.", "03-16"),
        ("I will finish the test on Friday.", "03-13"),
        ("The references will arrive on Friday.", "03-13"),
        ("I'll hand in the forms on Friday.", "03-13"),
        ("I arrive on Thursday and will send it on Friday.", "03-13"),
    ],
)
def test_what_is_delivered_by_a_day_is_a_promise(text: str, day: str) -> None:
    assert own(text) == [day]
