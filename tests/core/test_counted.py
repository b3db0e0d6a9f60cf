"""Times that are counted from an interview, and the day that its date makes of them."""

from __future__ import annotations

from datetime import datetime

import pytest

from inbox_watch.core.types import Count
from inbox_watch.core.when.counted import counted_from, counted_in
from tests.core.reading.mails import CALENDAR, LONDON, mail, reading, scores

COUNTED = (
    ("we'll let you know our decision within a week of the interview.", "weeks 1"),
    ("you'll hear from us three days after your interview.", "days 3"),
    ("we will decide by the end of the week after we meet.", "week 1"),
    ("you will hear from us within 5 working days of your interview.", "business 5"),
    ("we aim to get back to you within two weeks after the interview.", "weeks 2"),
    ("i'll call you the day after the interview.", "days 1"),
    ("you'll have our answer two to three days after we've met.", "days 3"),
    ("expect feedback within 48 hours of the interview.", "hours 48"),
    ("we'll be in touch a week after your interview at the latest.", "weeks 1"),
    ("you will get our decision no later than ten days after the interview.", "days 10"),
    ("we'll come back to you in the week after the interview.", "week 1"),
    ("i'll ring you on the monday after your interview.", "weekday 0"),
    ("we'll let you know within three days of meeting you.", "days 3"),
    ("we'll get back to you within a fortnight of the final interview.", "weeks 2"),
    ("you should hear within 2-3 business days following your second interview.", "business 3"),
    ("the panel decides within a couple of days after the interview.", "days 2"),
    ("i'll give you feedback 24 hours after our call.", "hours 24"),
    ("feedback will follow within a week from the interview.", "weeks 1"),
    ("you'll hear back within a week of your conversation with owen.", "weeks 1"),
    ("we'll let you know a few days after your visit.", "days 3"),
    ("you'll get an answer by the friday after we meet.", "weekday 4"),
    ("we will contact you within 7 days of the interview.", "days 7"),
    ("i'll let you know the next working day after the interview.", "business 1"),
    ("we'll decide within a month of the interview.", "months 1"),
    ("you will be told within one week after your interview with owen.", "weeks 1"),
    ("our decision will reach you within ten working days of your technical interview.", "business 10"),
    ("we'll let you know within a week of seeing you.", "weeks 1"),
    ("expect to hear from me within a week of our chat.", "weeks 1"),
    ("you'll know by the end of the week after the interview.", "week 1"),
)
NOT_COUNTED = (
    "we'll let you know within a week.",
    "we'll let you know within a week of receiving your application.",
    "within two weeks of your application you will hear from us.",
    "the interview takes two hours.",
    "the interview lasts an hour and we'll be in touch after it.",
    "you'll hear from us after the interview.",
    "please arrive ten minutes before the interview.",
    "we have two days of interviews.",
    "we'll decide two days after the last interview.",
    "we'll let you know within a week of the last interview.",
    "we'll decide within a week of the interviews with the other candidates.",
    "i'll be in touch within a week of my holiday.",
    "the day of the interview.",
    "send me your cv two days before the interview.",
    "we met two weeks ago.",
    "it is three weeks since your interview.",
    "you will hear within a week of the closing date.",
    "shortly after the interview you will hear from us.",
    "we'll let you know a week after we've met the other candidates.",
    "within an hour of london.",
    "we'll decide within three days of getting your references.",
    "the offer is valid for a week.",
    "we interview all week.",
    "we'll be back from the trade fair in two weeks.",
    "you start a week after signing.",
    "the week of the interview is busy.",
    "i'll reply in a day or two.",
    "after the interview we'll have lunch.",
    "we will meet the day after tomorrow.",
    "i'll send you the details a day before the interview.",
)
END = datetime(2026, 6, 8, 15, 0, tzinfo=LONDON)  # a Monday
TUESDAY = datetime(2026, 6, 2, 10, 0, tzinfo=LONDON)


@pytest.mark.parametrize(("low", "wanted"), COUNTED)
def test_a_time_may_be_counted_from_the_interview(low: str, wanted: str) -> None:
    found = counted_in(low)
    assert found is not None
    assert (f"{found.count.unit} {found.count.most}", found.leans) == (wanted, False)


@pytest.mark.parametrize("low", NOT_COUNTED)
def test_what_is_counted_from_elsewhere_is_not_counted_from_the_interview(low: str) -> None:
    assert counted_in(low) is None


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (Count(unit="weeks", most=1), "06-15 18:00"),
        (Count(unit="days", most=3), "06-11 18:00"),
        (Count(unit="business", most=5), "06-15 18:00"),
        (Count(unit="business", most=3, least=2), "06-11 18:00"),
        (Count(unit="months", most=1), "07-08 18:00"),
        (Count(unit="hours", most=48), "06-10 15:00"),
        (Count(unit="week", most=1), "06-19 18:00"),
        (Count(unit="weekday", most=4), "06-12 18:00"),
        (Count(unit="weekday", most=0), "06-15 18:00"),
    ],
)
def test_the_day_of_the_interview_is_not_counted(count: Count, last: str) -> None:
    assert f"{counted_from(count, END, CALENDAR)[1]:%m-%d %H:%M}" == last


def promised(text: str) -> list[str]:
    said = reading(mail(text, instant=TUESDAY), scores(stage="interview"))
    return [f"{one.latest:%m-%d}" if one.latest else "open" for one in said.promises]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Your interview is on Monday 8 June at 2pm. We'll let you know within a week of the interview.", ["06-15"]),
        ("Your interview is on Monday 8 June at 2pm. You will hear from us the following week.", ["06-19"]),
        ("Your interview is on Monday 8 June at 2pm. We'll come back to you three days later.", ["06-11"]),
        ("We'll let you know within a week of the interview.", ["open"]),
        ("You will hear from us the following week.", ["06-12"]),
        ("We'll let you know within a week of the interview, by Friday 12 June.", ["06-12"]),
        ("Your interview is on Monday 8 June at 2pm. We'll let you know by Wednesday 10 June.", ["06-10"]),
    ],
)
def test_the_mail_itself_may_name_the_interview(text: str, days: list[str]) -> None:
    assert promised(text) == days
