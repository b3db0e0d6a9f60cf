"""Business days, public holidays, and wall-clock times in the candidate's zone.

Business days are Monday to Friday less the public holidays of the configured country. Nothing here reads the clock.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from inbox_watch.errors import ConfigError

DAY = timedelta(days=1)
MIDNIGHT = time(0, 0)
SATURDAY = 5
# Holidays are only looked up within these years: a hostile date must not cost ten thousand look-ups.
FIRST_YEAR, LAST_YEAR = 1900, 2200
# Where a country's own list leaves out what most of its people have off: England's has Easter Monday, the UK's doesn't.
USUAL_PART = {"GB": "ENG"}
# No country has a year of holidays in a row; a search that long has gone wrong.
LONGEST_SEARCH = 366

# Fixed here, not taken from the locale: the same mail must give the same bytes everywhere.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The candidate's zone, and the country ("DE", or "DE-BE" for a part of it) whose public holidays count.

    `country` None means that no Monday to Friday is a holiday. An unknown code raises ConfigError on first use.
    """

    zone: tzinfo
    country: str | None = None

    def is_business_day(self, day: date) -> bool:
        """Say whether `day` is a Monday to Friday that is no public holiday."""
        return day.weekday() < SATURDAY and day not in holidays_of(self.country, day.year)

    def add_business_days(self, day: date, count: int) -> date:
        """Return the `count`-th business day after `day`, which isn't counted itself (FRCP 6(a)(1)(A) by analogy).

        0 gives `day` itself, or the next business day where it is none. ValueError where `count` is negative.
        """
        if count < 0:
            raise ValueError("count must not be negative")
        if count == 0:
            return self._search(day, DAY)
        for _ in range(count):
            day = self._search(day + DAY, DAY)
        return day

    def business_day_before(self, day: date) -> date:
        """Return the last business day before `day`."""
        return self._search(day - DAY, -DAY)

    def business_days_between(self, start: datetime, end: datetime) -> float:
        """Return the business time from `start` to `end`, in business days: a whole one is 1.0, whatever its hours.

        Only time on business days of this calendar's zone counts. Parts of a wait add up to the whole; where `end` lies
        before `start`, the result is negative.
        """
        if end < start:
            return -self.business_days_between(end, start)
        first, last = self.to_local(start).date(), self.to_local(end).date()
        whole = self._count_business_days(first, last)
        return whole + self._part_of_day(end, last) - self._part_of_day(start, first)

    def business_morning_at_or_after(self, instant: datetime, hour: time) -> datetime:
        """Return `hour` (local) of the first business day on which that moment isn't before `instant`."""
        day = self.to_local(instant).date()
        morning = self.end_of_day(self._search(day, DAY), hour)
        if morning.astimezone(UTC) >= instant.astimezone(UTC):
            return morning
        return self.end_of_day(self.add_business_days(day, 1), hour)

    def end_of_day(self, day: date, hour: time) -> datetime:
        """Return the local moment at which the wall clock shows `hour` on `day`.

        A time that the clock skips moves on by the gap, and of one that comes twice it's the first (RFC 5545, 3.3.5).
        """
        return wall_clock(day, hour, self.zone)

    def to_local(self, instant: datetime) -> datetime:
        """Return the same moment, in the candidate's zone."""
        return instant.astimezone(self.zone)

    def _search(self, day: date, step: timedelta) -> date:
        """Return the first business day from `day` on (or back)."""
        for candidate in _walk(day, step):
            if self.is_business_day(candidate):
                return candidate
        raise ConfigError(f"me.country: {self.country!r} has no business day within a year of {day}")

    def _count_business_days(self, first: date, last: date) -> int:
        """Count the business days from `first` up to, and without, `last`; the cost is per year, not per day."""
        weeks, rest = divmod((last - first).days, 7)
        weekdays = weeks * 5 + sum((first.weekday() + offset) % 7 < SATURDAY for offset in range(rest))
        if not self.country:
            return weekdays
        years = range(max(first.year, FIRST_YEAR), min(last.year, LAST_YEAR) + 1)
        return weekdays - sum(_holidays_between(self.country, year, first, last) for year in years)

    def _part_of_day(self, instant: datetime, day: date) -> float:
        """Return how much of `day` has passed at `instant`: 0 on a day that doesn't count."""
        if not self.is_business_day(day):
            return 0.0
        begin, end = _bounds_of_day(day, self.zone)
        return min(1.0, max(0.0, (instant.astimezone(UTC) - begin) / (end - begin)))


@lru_cache(maxsize=2048)
def _bounds_of_day(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    begin, end = (wall_clock(one, MIDNIGHT, zone).astimezone(UTC) for one in (day, day + DAY))
    return begin, end


def wall_clock(day: date, hour: time, zone: tzinfo) -> datetime:
    """Return the moment at which a clock in `zone` shows `hour` on `day`; see `Calendar.end_of_day` for odd nights."""
    named = datetime.combine(day, hour.replace(fold=0, tzinfo=None), tzinfo=zone)
    try:
        return named.astimezone(UTC).astimezone(zone)
    except OverflowError:  # the first and last day that a date can hold
        return named


def _holidays_between(country: str, year: int, first: date, last: date) -> int:
    """Count a year's public holidays from `first` up to, and without, `last`."""
    days = _in_order(country, year)
    return bisect_left(days, last) - bisect_left(days, first)


@lru_cache(maxsize=2048)
def _in_order(country: str, year: int) -> tuple[date, ...]:
    return tuple(sorted(holidays_of(country, year)))


@lru_cache(maxsize=2048)
def holidays_of(country: str | None, year: int) -> frozenset[date]:
    """Return the public holidays of one year that fall on Monday to Friday.

    `country` is an ISO 3166-1 code in upper or lower case, with a part as in ISO 3166-2 ("DE-BE") if need be.
    ConfigError, naming `me.country`, where it is unknown.
    """
    if not country or not FIRST_YEAR <= year <= LAST_YEAR:
        return frozenset()
    import holidays  # a large library: only where a country is configured

    code, _, part = country.strip().upper().partition("-")
    code = {"UK": "GB"}.get(code, code)
    try:
        found = holidays.country_holidays(code, subdiv=part or USUAL_PART.get(code), years=year, expand=False)
    except (NotImplementedError, AttributeError, KeyError) as error:
        raise ConfigError(
            f"me.country: no public holidays are known for {country!r}",
            advice='Use a code such as "DE", "GB" or "US", or one with a part such as "DE-BE"; leave it out for none.',
        ) from error
    return frozenset(day for day in found if day.weekday() < SATURDAY)


def _walk(day: date, step: timedelta) -> Iterator[date]:
    """Yield `day` and the days that follow (or precede) it, for a year at most."""
    for count in range(LONGEST_SEARCH):
        yield day + step * count
