"""Which date a day and a month mean: the year that a mail of today would mean, and the reading itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# A date without a year lies ahead, unless it lies no further back than this: then it is a memory.
LONGEST_MEMORY = 150
# A date so far ahead, read without a year, is one of the last weeks instead.
FURTHEST_AHEAD = 330


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The date or the range that was read; `other` is the second reading of 03/04, where that lies ahead too."""

    first: date
    last: date
    other: date | None = None
    is_doubtful: bool = False


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def known_year(number: int, today: date) -> int | None:
    """Return the year that 26 or 2026 means, None where no mail of today would mean it."""
    year = number + today.year // 100 * 100 if number < 100 else number
    return year if today.year - 2 <= year <= today.year + 3 else None


def year_for(month: int, day: int, today: date, weekday: int | None) -> date | None:
    """Return the date that a day and a month mean on `today`: the weekday decides, else the next to come."""
    around = (today.year, today.year + 1, today.year - 1)
    dates = [found for year in around if 1 <= year <= 9999 and (found := valid_date(year, month, day))]
    if weekday is not None:
        for found in dates:
            if found.weekday() == weekday and abs((found - today).days) < 366:
                return found
    return _nearest(dates, today) or _leap_day(month, day, today)


def _nearest(dates: list[date], today: date) -> date | None:
    past = [found for found in dates if 0 < (today - found).days <= LONGEST_MEMORY]
    ahead = sorted(found for found in dates if found >= today)
    if past and (not ahead or (ahead[0] - today).days > FURTHEST_AHEAD or past[0].year == today.year):
        return max(past)
    return ahead[0] if ahead else None


def _leap_day(month: int, day: int, today: date) -> date | None:
    if (month, day) != (2, 29):
        return None
    years = range(today.year, min(today.year + 9, 9999))
    return next((found for year in years if (found := valid_date(year, 2, 29)) and found >= today), None)
