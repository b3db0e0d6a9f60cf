"""Time phrases: what they mean, and what is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.types import Window
from inbox_watch.core.when import find, has_time_words, read
from inbox_watch.core.when.context import context_of
from inbox_watch.core.when.days import easter_sunday
from inbox_watch.core.when.tokens import Token, tokenize

FIXTURE = Path(__file__).parents[2] / "fixtures" / "when.jsonl"
WRITTEN = datetime.fromisoformat("2026-03-11T10:15:00+01:00")
CALENDAR = Calendar(ZoneInfo("Europe/Berlin"), "DE")


def cases() -> Iterator[Any]:
    for line in FIXTURE.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield pytest.param(case, id=f"{case['written'][:10]} {case['text'][:60]}")


def windows(text: str, written: datetime = WRITTEN, region: str | None = None) -> tuple[Window, ...]:
    return find(text, written=written, calendar=CALENDAR, region=region)


def only(text: str, region: str | None = None) -> Window:
    (window,) = windows(text, region=region)
    return window


def test_the_fixture_has_enough_cases() -> None:
    assert len(list(cases())) >= 350


@pytest.mark.parametrize("case", list(cases()))
def test_a_sentence_gives_the_windows_that_it_names(case: dict[str, Any]) -> None:
    calendar = Calendar(ZoneInfo(case["zone"]), case["country"])
    written = datetime.fromisoformat(case["written"])
    found = find(case["text"], written=written, calendar=calendar, region=case["region"])
    expected = [
        (datetime.fromisoformat(one["earliest"]), datetime.fromisoformat(one["latest"])) for one in case["expected"]
    ]
    assert [(window.earliest, window.latest) for window in found] == expected
    for window, one in zip(found, case["expected"], strict=True):
        if "other_latest" in one:
            assert window.other is not None
            assert window.other.latest == datetime.fromisoformat(one["other_latest"])
    for window in found:
        assert case["text"][window.start : window.end] == window.quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We reply by Friday, I think.", "by Friday"),
        ("It's due on Monday at 2pm (CET), sharp.", "due on Monday at 2pm (CET)"),
        ("Expect news within 5 to 7 business days.", "within 5 to 7 business days"),
        ("I'm out until Monday, 16 March.", "until Monday, 16 March"),
        ("We write by\nFriday.", "by\nFriday"),
    ],
)
def test_the_quote_holds_the_whole_phrase(text: str, quote: str) -> None:
    assert only(text).quote == quote


def test_a_set_moment_is_a_point_and_a_deadline_is_none() -> None:
    assert (only("Monday at 2pm").is_point, only("Monday at 2pm").has_hour) == (True, True)
    assert (only("on Monday").is_point, only("on Monday").has_hour) == (True, False)
    assert (only("by Monday").is_point, only("by Monday at 2pm").has_hour) == (False, True)
    assert not only("next week").is_point
    assert not only("Monday between 2 and 4pm").is_point
    assert only("Monday 2-4pm").is_point


def test_conventions_are_marked() -> None:
    assert only("in the coming days").approximate
    assert only("over the next week or so").approximate
    assert not only("within two weeks").approximate


def test_next_friday_keeps_the_nearer_reading() -> None:
    window = only("Let's talk next Friday.")
    assert window.latest.date() == date(2026, 3, 20)
    assert window.other is not None
    assert window.other.latest.date() == date(2026, 3, 13)


def test_the_senders_region_reads_two_numbers() -> None:
    assert only("The call is on 04/05.", region="US").latest.date() == date(2026, 4, 5)
    assert only("The call is on 04/05.", region="gb").latest.date() == date(2026, 5, 4)
    undecided = only("The call is on 04/05.")
    assert undecided.approximate
    assert undecided.other is not None
    assert {undecided.latest.date(), undecided.other.latest.date()} == {date(2026, 4, 5), date(2026, 5, 4)}


def test_a_weekday_beside_two_numbers_decides() -> None:
    window = only("The call is on Monday 04/05.", region="US")
    assert window.latest.date() == date(2026, 5, 4)


def test_a_weekday_that_disagrees_with_its_date_is_doubtful() -> None:
    window = only("See you on Friday 12 March.")
    assert window.latest.date() == date(2026, 3, 12)
    assert window.approximate
    assert window.other is not None
    assert window.other.latest.date() == date(2026, 3, 13)


def test_a_moment_carries_a_fixed_offset_so_that_differences_are_real_time() -> None:
    friday = datetime.fromisoformat("2026-03-27T15:00:00+01:00")
    first, second = windows("Saturday 28 March at 12:00. Sunday 29 March at 12:00.", friday)
    assert second.latest - first.latest == timedelta(hours=23)


def test_a_foreign_offset_is_applied_as_it_stands() -> None:
    written = datetime.fromisoformat("2026-03-11T10:00:00-03:00")
    assert windows("on 20 July at 9am", written)[0].latest.isoformat() == "2026-07-20T09:00:00-03:00"


def test_a_zone_with_rules_keeps_its_rules() -> None:
    written = datetime(2026, 3, 6, 10, tzinfo=ZoneInfo("America/New_York"))
    assert windows("on 9 March at 9am", written)[0].latest.isoformat() == "2026-03-09T09:00:00-04:00"


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        find("by Friday", written=datetime(2026, 3, 11), calendar=CALENDAR)  # noqa: DTZ001


def test_easter_falls_where_the_tables_say() -> None:
    years = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2038: (4, 25)}
    assert {year: (easter_sunday(year).month, easter_sunday(year).day) for year in years} == years


def test_the_cheap_test_says_yes_wherever_a_window_is() -> None:
    for case in cases():
        record = case.values[0]
        if record["expected"]:
            assert has_time_words(record["text"]), record["text"]
    assert not has_time_words("Thanks a lot, that sounds great!")


@pytest.mark.parametrize("year", [1, 2, 9998, 9999])
def test_a_mail_from_the_edge_of_time_gives_windows_or_none_but_no_error(year: int) -> None:
    text = (
        "by Friday, next week, within 5 business days, in the new year, on 31 December, before 1 January, in 2 months"
    )
    for day in (datetime(year, 1, 1, 0, 30, tzinfo=UTC), datetime(year, 12, 31, 23, 30, tzinfo=UTC)):
        for window in find(text, written=day, calendar=CALENDAR):
            assert window.earliest <= window.latest


# --- the cost --------------------------------------------------------------------------------------------------------


class CountedTokens(list[Token]):
    """A list of words that counts how often one is looked at."""

    looks = 0

    def __getitem__(self, key: Any) -> Any:
        """Count, and return the word."""
        self.looks += 1
        return super().__getitem__(key)


CRAFTED = [
    "by ",
    "next ",
    "the end of ",
    "1-",
    "1/",
    "12:30 ",
    "Monday or ",
    "Monday, ",
    "within the next ",
    "2pm or ",
    "( ",
    "12 March ",
    "a couple of ",
    "we spoke on Friday ",
    "Mon-",
    "9",
    "first thing ",
    "> On ",
    "From: x\n",
    "On Tue,\n",
    "q1 ",
    "W/c ",
    "\n",
]


@pytest.mark.parametrize("piece", CRAFTED)
def test_the_cost_grows_with_the_length_and_no_faster(piece: str) -> None:
    def looks_per_word(size: int) -> float:
        text = piece * (size // len(piece))
        tokens = CountedTokens(tokenize(text))
        read(tokens, text, context_of(WRITTEN, CALENDAR, None))
        return tokens.looks / len(tokens)

    small, large = looks_per_word(1_500), looks_per_word(15_000)
    assert large <= small * 1.3 + 5


def test_a_megabyte_of_hostile_text_is_read_in_a_bounded_number_of_looks() -> None:
    text = (
        "we sent it by 12/03 or Monday to those people of whom they spoke, and so they say that was (9- all of it. "
        * 9_500
    )
    tokens = CountedTokens(tokenize(text))
    read(tokens, text, context_of(WRITTEN, CALENDAR, None))
    assert tokens.looks < 300 * len(tokens)


def test_a_number_of_a_million_digits_is_no_date() -> None:
    assert windows("on " + "1" * 1_000_000 + " March") == ()


ORDINARY = (
    "We went up to the lake at the weekend, and the dog would not come out of the water again. It may rain, he said, "
    "and of course it did. So we sat inside, played cards for a while and told each other the old stories from school. "
)


def test_ordinary_prose_costs_few_looks() -> None:
    text = ORDINARY * 10
    tokens = CountedTokens(tokenize(text))
    read(tokens, text, context_of(WRITTEN, CALENDAR, None))
    assert tokens.looks < 20 * len(tokens)


@pytest.mark.parametrize(
    "text",
    ["by no later than at the latest around about the very end of the second half of next week", "on the or of Friday"],
)
def test_a_long_way_to_the_time_word_is_gone(text: str) -> None:
    assert windows(text)


# --- laws ------------------------------------------------------------------------------------------------------------

WORDS = (
    "by on before until through within in next this the end of week month day Friday Monday Tue Sat March May 12 "
    "12th 03/04 2-4pm 14:30 CET EST noon EOD COB two 5-7 business days weeks hours first thing early mid late or and - "
    ", ( ) . \n at from to between tomorrow today last ago Q2 Easter 2026 2026-03-12 your time + : / ' couple few "
    "morning after o'clock pm half past nine Mon I we spoke"
)
PIECES = st.sampled_from(WORDS.split(" "))
PHRASES = st.lists(PIECES, max_size=14).map(" ".join)
INSTANTS = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2099, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def check(window: Window, text: str) -> None:
    assert window.earliest <= window.latest
    assert text[window.start : window.end] == window.quote
    assert window.quote.strip() == window.quote != ""
    if window.other is not None:
        check(window.other, text)


@given(PHRASES, INSTANTS)
@settings(max_examples=400)
def test_windows_are_ordered_and_quote_the_text(text: str, written: datetime) -> None:
    found = windows(text, written)
    for window in found:
        check(window, text)
    assert not found or has_time_words(text)
    assert [window.start for window in found] == sorted(window.start for window in found)


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_no_text_is_an_error(text: str) -> None:
    for window in windows(text):
        check(window, text)


@given(st.text(alphabet="bcfgklpvxyz ,.;!?\n", max_size=120))
@settings(max_examples=100)
def test_text_without_digits_or_time_words_gives_nothing(text: str) -> None:
    assert windows(text) == ()


@given(
    st.sampled_from(
        ["by Friday", "next Monday", "Tuesday at 2pm", "this Thursday", "early next week", "by end of week"]
    ),
    st.dates(min_value=date(2024, 1, 1), max_value=date(2028, 12, 31)),
    st.integers(1, 60),
)
@settings(max_examples=150)
def test_a_whole_number_of_weeks_later_a_weekday_is_as_many_weeks_later(text: str, day: date, weeks: int) -> None:
    early = datetime(day.year, day.month, day.day, 10, 15, tzinfo=UTC)
    shift = timedelta(weeks=weeks)
    calendar = Calendar(UTC, None)
    before, after = (find(text, written=written, calendar=calendar) for written in (early, early + shift))
    assert [window.latest + shift for window in before] == [window.latest for window in after]
    assert [window.earliest + shift for window in before] == [window.earliest for window in after]


def test_a_pause_until_a_month_ends_where_the_month_begins() -> None:
    assert only("The role is on hold until April.").latest.date() == date(2026, 4, 1)
    assert only("You can apply until April.").latest.date() == date(2026, 4, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We decide by month's end.", 31),
        ("We decide by month end.", 31),
        ("We decide before the month is out.", 31),
        ("We decide by week's end.", 13),
        ("We decide before the week is out.", 13),
        ("We decide midweek next week.", 19),
        ("We decide in the early part of next week.", 18),
        ("We decide tomorrow week.", 19),
        ("Allow us two weeks to decide.", 25),
        ("It takes us about two weeks to decide.", 25),
        ("Bear with us for two weeks.", 25),
        ("We need another week.", 18),
        ("Chase us by the 23rd do.", 23),
    ],
)
def test_everyday_words_for_an_end_or_a_wait_name_a_day(text: str, day: int) -> None:
    assert [window.latest.day for window in find(text, written=WRITTEN, calendar=CALENDAR)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "You would own the month end close.",
        "We need another day shift.",
        "Our week is out of the ordinary.",
        "A contract for two weeks.",
        "Take the lift to the 23rd floor.",
        "We give new people two weeks of training.",
    ],
)
def test_near_words_name_no_day(text: str) -> None:
    assert find(text, written=WRITTEN, calendar=CALENDAR) == ()
