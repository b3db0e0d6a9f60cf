"""Business days, holidays and wall clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.calendar import Calendar, holidays_of
from inbox_watch.errors import ConfigError

BERLIN = Calendar(ZoneInfo("Europe/Berlin"), "DE")
LONDON = Calendar(ZoneInfo("Europe/London"), "GB")
NEW_YORK = Calendar(ZoneInfo("America/New_York"), "US")
NOWHERE = Calendar(ZoneInfo("Europe/Berlin"), None)
INSTANTS = st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2028, 12, 31))


def test_good_friday_and_easter_monday_are_holidays_where_the_country_keeps_them() -> None:
    good_friday, easter_monday = date(2026, 4, 3), date(2026, 4, 6)
    assert [c.is_business_day(good_friday) for c in (BERLIN, LONDON, NEW_YORK, NOWHERE)] == [False, False, True, True]
    assert [c.is_business_day(easter_monday) for c in (BERLIN, LONDON, NEW_YORK, NOWHERE)] == [False, False, True, True]


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    epiphany = date(2026, 1, 6)
    assert BERLIN.is_business_day(epiphany)
    assert not Calendar(ZoneInfo("Europe/Berlin"), "de-by").is_business_day(epiphany)
    assert not Calendar(ZoneInfo("Europe/Berlin"), "DE-BE").is_business_day(date(2026, 3, 8) + timedelta(days=6))


def test_the_country_may_be_written_small_and_uk_means_gb() -> None:
    assert holidays_of("de", 2026) == holidays_of("DE", 2026)
    assert holidays_of("uk", 2026) == holidays_of("GB", 2026)
    assert date(2026, 8, 31) in holidays_of("GB", 2026)


@pytest.mark.parametrize("code", ["XX", "DE-XX", "Germany", "-", "D/"])
def test_an_unknown_country_names_the_key(code: str) -> None:
    with pytest.raises(ConfigError, match=r"me\.country"):
        Calendar(UTC, code).is_business_day(date(2026, 3, 11))


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 3, 11), 0, date(2026, 3, 11)),
        (date(2026, 3, 14), 0, date(2026, 3, 16)),
        (date(2026, 4, 3), 0, date(2026, 4, 7)),
        (date(2026, 3, 11), 1, date(2026, 3, 12)),
        (date(2026, 3, 13), 1, date(2026, 3, 16)),
        (date(2026, 3, 14), 1, date(2026, 3, 16)),
        (date(2026, 3, 11), 7, date(2026, 3, 20)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 12, 30), 3, date(2027, 1, 5)),
    ],
)
def test_business_days_are_counted_after_the_day_itself(start: date, count: int, expected: date) -> None:
    assert BERLIN.add_business_days(start, count) == expected


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        BERLIN.add_business_days(date(2026, 3, 11), -1)


def test_the_business_day_before_easter_monday_is_maundy_thursday() -> None:
    assert BERLIN.business_day_before(date(2026, 4, 7)) == date(2026, 4, 2)


def test_a_promise_that_ends_on_good_friday_is_asked_about_on_the_tuesday_after_easter() -> None:
    after = BERLIN.add_business_days(date(2026, 4, 3), 1)
    assert BERLIN.end_of_day(after, time(9)) == datetime(2026, 4, 7, 9, tzinfo=ZoneInfo("Europe/Berlin"))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-03-11T00:00:00+01:00", "2026-03-12T00:00:00+01:00", 1.0),
        ("2026-03-11T12:00:00+01:00", "2026-03-12T12:00:00+01:00", 1.0),
        ("2026-03-13T12:00:00+01:00", "2026-03-16T12:00:00+01:00", 1.0),
        ("2026-03-14T03:00:00+01:00", "2026-03-15T22:00:00+01:00", 0.0),
        ("2026-04-02T12:00:00+02:00", "2026-04-07T12:00:00+02:00", 1.0),
        ("2026-03-27T12:00:00+01:00", "2026-03-30T12:00:00+02:00", 1.0),
        ("2026-03-11T06:00:00+01:00", "2026-03-11T12:00:00+01:00", 0.25),
        ("2026-03-12T00:00:00+01:00", "2026-03-11T00:00:00+01:00", -1.0),
    ],
)
def test_only_time_of_business_days_counts_in_a_wait(start: str, end: str, expected: float) -> None:
    assert BERLIN.business_days_between(at(start), at(end)) == pytest.approx(expected)


def test_a_business_day_that_is_an_hour_short_is_a_whole_one() -> None:
    cairo = Calendar(ZoneInfo("Africa/Cairo"), None)
    start, end = cairo.end_of_day(date(2026, 4, 24), time(0)), cairo.end_of_day(date(2026, 4, 25), time(0))
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=23)
    assert cairo.business_days_between(start, end) == pytest.approx(1.0)


@given(INSTANTS, INSTANTS, INSTANTS)
@settings(max_examples=150)
def test_the_parts_of_a_wait_add_up(first: datetime, second: datetime, third: datetime) -> None:
    parts = BERLIN.business_days_between(first, second) + BERLIN.business_days_between(second, third)
    assert parts == pytest.approx(BERLIN.business_days_between(first, third), abs=1e-6)


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=150)
def test_adding_in_two_steps_is_adding_at_once(day: date, first: int, second: int) -> None:
    start = BERLIN.add_business_days(day, 0)
    assert BERLIN.add_business_days(BERLIN.add_business_days(start, first), second) == BERLIN.add_business_days(
        start, first + second
    )


@given(DAYS, st.integers(0, 40))
@settings(max_examples=150)
def test_what_is_added_is_what_lies_between(day: date, count: int) -> None:
    start = BERLIN.add_business_days(day, 0)
    end = BERLIN.add_business_days(start, count)
    noon = time(12)
    assert BERLIN.business_days_between(BERLIN.end_of_day(start, noon), BERLIN.end_of_day(end, noon)) == pytest.approx(
        count
    )


def test_a_span_of_all_of_history_takes_a_look_up_per_year_only() -> None:
    holidays_of.cache_clear()
    BERLIN.business_days_between(datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC))
    assert holidays_of.cache_info().misses <= 305


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-03-11T08:59:00+01:00", "2026-03-11T09:00:00+01:00"),
        ("2026-03-11T09:00:00+01:00", "2026-03-11T09:00:00+01:00"),
        ("2026-03-11T09:00:01+01:00", "2026-03-12T09:00:00+01:00"),
        ("2026-03-13T18:00:00+01:00", "2026-03-16T09:00:00+01:00"),
        ("2026-03-27T18:00:00+01:00", "2026-03-30T09:00:00+02:00"),
        ("2026-10-23T18:00:00+02:00", "2026-10-26T09:00:00+01:00"),
        ("2026-04-02T10:00:00+02:00", "2026-04-07T09:00:00+02:00"),
        ("2026-03-15T20:00:00-08:00", "2026-03-16T09:00:00+01:00"),
    ],
)
def test_the_next_business_morning_is_local(instant: str, expected: str) -> None:
    assert BERLIN.business_morning_at_or_after(at(instant), time(9)) == at(expected)


def test_a_time_that_the_clock_skips_moves_on_by_the_gap() -> None:
    moment = BERLIN.end_of_day(date(2026, 3, 29), time(2, 30))
    assert moment.isoformat() == "2026-03-29T03:30:00+02:00"


def test_of_a_time_that_comes_twice_it_is_the_first() -> None:
    moment = BERLIN.end_of_day(date(2026, 10, 25), time(2, 30))
    assert moment.isoformat() == "2026-10-25T02:30:00+02:00"
    assert NEW_YORK.end_of_day(date(2026, 11, 1), time(1, 30)).isoformat() == "2026-11-01T01:30:00-04:00"


def test_an_instant_is_shown_in_the_candidates_zone() -> None:
    assert BERLIN.to_local(at("2026-03-11T23:30:00-08:00")).isoformat() == "2026-03-12T08:30:00+01:00"
