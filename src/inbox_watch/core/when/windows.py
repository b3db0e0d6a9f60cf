"""Days and hours → the window that they make, by what led them in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from inbox_watch.core.when import words
from inbox_watch.core.when.context import Context
from inbox_watch.core.when.days import Days, one_day
from inbox_watch.core.when.hours import Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One window without its quote. `other` is the second reading's window."""

    earliest: datetime
    latest: datetime
    has_hour: bool = False
    is_point: bool = False
    approximate: bool = False
    other: Meaning | None = None


def meaning_of(days: Days, hours: Hours | None, lead: str, context: Context) -> Meaning | None:
    """Return the window, or None where it lies before the mail's day."""
    if lead == "before" and hours is None and not days.is_limit:
        days = day_before(days, context)
    if lead in ("after", "from") and hours is None:
        days = _days_from(days, lead, context)
    if lead == "through":
        days = one_day(days.last + timedelta(days=1))
    if days.last < context.today:
        return None
    is_limit = hours is not None and hours.is_limit
    is_deadline = lead in ("by", "until", "before", "through") or (is_limit and days.is_day)
    return _window(days, hours, context, is_deadline=is_deadline, is_after=lead == "after")


def day_before(days: Days, context: Context) -> Days:
    """Before Monday is Friday, or Sunday as the second reading: where people work, the last working day counts."""
    literal = days.first - timedelta(days=1)
    working = literal if context.calendar.is_business_day(literal) else context.calendar.business_day_before(literal)
    if working < context.today <= literal:
        working = literal
    return one_day(working, literal)


def _days_from(days: Days, lead: str, context: Context) -> Days:
    """After a day is from the next business day on; that week's end bounds it, by our convention."""
    first = context.calendar.add_business_days(days.last, 1) if lead == "after" else days.first
    last = max(first, first + timedelta(days=4 - first.weekday()))
    return Days(first=first, last=last, approximate=True)


def _window(days: Days, hours: Hours | None, context: Context, *, is_deadline: bool, is_after: bool) -> Meaning:
    zone = hours.zone if hours else None
    first = hours.first if hours else days.begin
    finish = (hours.last or (None if is_after else hours.first)) if hours else days.finish
    begins = context.at(days.first, first or time(0, 0), zone)
    latest = context.at(days.last, _end_hour(days, hours, finish, context), zone)
    if is_deadline or days.opens_now or (not days.is_day and days.first < context.today):
        begins = context.written
    is_evening = latest < context.written and days.last == context.today
    if is_evening and hours is None and days.finish is None:
        latest = context.at(days.last, words.LAST_MINUTE, zone)
    is_point = (
        days.is_day and not is_deadline and not is_after and days.finish is None and not (hours and hours.is_stretch)
    )
    other = None
    if days.other is not None:
        second = replace(days, first=days.other[0], last=days.other[1], other=None)
        if second.last >= context.today:
            other = _window(second, hours, context, is_deadline=is_deadline, is_after=is_after)
    return Meaning(
        earliest=min(begins, latest),
        latest=latest,
        has_hour=hours is not None,
        is_point=is_point
        or (days.is_day and hours is not None and not is_deadline and not is_after and not hours.is_stretch),
        approximate=days.approximate,
        other=other,
    )


def _end_hour(days: Days, hours: Hours | None, finish: time | None, context: Context) -> time:
    """Return the time at which the window ends: 18:00 where nothing is said, 23:59 where business is over."""
    is_over = context.written >= context.at(context.today, words.END_OF_BUSINESS)
    if hours is not None and hours.is_limit and days.last == context.today and is_over:
        return words.LAST_MINUTE
    return finish or words.END_OF_DAY
