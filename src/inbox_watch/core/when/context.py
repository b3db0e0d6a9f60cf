"""What a phrase is read against: the mail's moment, its day, the clocks that apply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inbox_watch.core.calendar import Calendar, wall_clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The mail's instant (`written`), its date in the sender's zone (`today`), that zone, calendar and region."""

    written: datetime
    today: date
    zone: tzinfo
    calendar: Calendar
    region: str | None

    def at(self, day: date, hour: time, zone: tzinfo | None = None) -> datetime:
        """Return that wall-clock moment in `zone`, the sender's where None.

        It carries a fixed offset: sums and differences are then real time, and comparing is safe in the hour that comes
        twice.
        """
        moment = wall_clock(day, hour, zone or self.zone)
        return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta(0)), fold=0)

    def monday(self, weeks: int = 0) -> date:
        """Return the Monday of the mail's ISO week, or of a later one."""
        return self.today + timedelta(days=7 * weeks - self.today.weekday())


def context_of(written: datetime, calendar: Calendar, region: str | None) -> Context:
    """Return the context of a mail.

    The header's offset is a zone with rules where it was given as one, or where it is that of the calendar's zone at
    that moment; else it is applied to every date as it stands.
    """
    zone = written.tzinfo
    if zone is None:
        raise ValueError("written must be aware")
    try:
        is_at_home = isinstance(zone, timezone) and written.utcoffset() == calendar.to_local(written).utcoffset()
    except OverflowError:  # the first and last day that a date can hold
        is_at_home = False
    zone = calendar.zone if is_at_home else zone
    return Context(
        written=written, today=written.date(), zone=zone, calendar=calendar, region=region.upper() if region else None
    )


# --- named zones -----------------------------------------------------------------------------------------------------

_RULED = {
    "et": "America/New_York",
    "est": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "mst": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "bst": "Europe/London",
    "eet": "Europe/Athens",
    "eest": "Europe/Athens",
    "wet": "Europe/Lisbon",
    "west": "Europe/Lisbon",
    "msk": "Europe/Moscow",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
    "sast": "Africa/Johannesburg",
}
_FIXED = {"edt": -4, "cdt": -5, "mdt": -6, "pdt": -7, "gmt": 0, "utc": 0, "z": 0}
_PLACES = {
    "uk": "Europe/London",
    "london": "Europe/London",
    "british": "Europe/London",
    "edinburgh": "Europe/London",
    "manchester": "Europe/London",
    "dublin": "Europe/Dublin",
    "irish": "Europe/Dublin",
    "berlin": "Europe/Berlin",
    "german": "Europe/Berlin",
    "germany": "Europe/Berlin",
    "munich": "Europe/Berlin",
    "hamburg": "Europe/Berlin",
    "frankfurt": "Europe/Berlin",
    "vienna": "Europe/Vienna",
    "zurich": "Europe/Zurich",
    "zürich": "Europe/Zurich",
    "swiss": "Europe/Zurich",
    "paris": "Europe/Paris",
    "french": "Europe/Paris",
    "amsterdam": "Europe/Amsterdam",
    "dutch": "Europe/Amsterdam",
    "brussels": "Europe/Brussels",
    "madrid": "Europe/Madrid",
    "barcelona": "Europe/Madrid",
    "lisbon": "Europe/Lisbon",
    "rome": "Europe/Rome",
    "milan": "Europe/Rome",
    "warsaw": "Europe/Warsaw",
    "prague": "Europe/Prague",
    "stockholm": "Europe/Stockholm",
    "copenhagen": "Europe/Copenhagen",
    "oslo": "Europe/Oslo",
    "helsinki": "Europe/Helsinki",
    "athens": "Europe/Athens",
    "kyiv": "Europe/Kyiv",
    "istanbul": "Europe/Istanbul",
    "israel": "Asia/Jerusalem",
    "dubai": "Asia/Dubai",
    "india": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata",
    "singapore": "Asia/Singapore",
    "tokyo": "Asia/Tokyo",
    "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
    "toronto": "America/Toronto",
    "eastern": "America/New_York",
    "nyc": "America/New_York",
    "boston": "America/New_York",
    "chicago": "America/Chicago",
    "denver": "America/Denver",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "seattle": "America/Los_Angeles",
    "austin": "America/Chicago",
}
# Zone words that are also other words: only these capitals count.
_AREAS = frozenset({"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic"})
SHORT_ZONES = frozenset(_RULED) | frozenset(_FIXED) | {"ist", "cst"}
ZONES_AMID_WORDS = frozenset(_PLACES) | {"central", "central european"}


def named_zone(word: str, context: Context) -> tzinfo | None:
    """Return the zone of an abbreviation (lower case), or None. RFC 5322, 4.3; the summer rule for EST is ours."""
    if word == "ist":
        return _zone(_indian_irish_or_israeli(context))
    if word == "cst":
        china = context.written.utcoffset() == timedelta(hours=8)
        return _zone("Asia/Shanghai" if china else "America/Chicago")
    if word in _FIXED:
        return timezone(timedelta(hours=_FIXED[word]))
    return _zone(_RULED[word]) if word in _RULED else None


def place_zone(word: str) -> tzinfo | None:
    """Return the zone of a place or people ("Berlin", "UK"), lower case, or None."""
    if word == "central":
        return _zone("America/Chicago")
    return _zone(_PLACES[word]) if word in _PLACES else None


def database_zone(area: str, city: str) -> tzinfo | None:
    """Return the zone that the database has under "Europe/Berlin", words as written, or None."""
    is_name = city.isascii() and city.replace("_", "").isalpha() and len(city) < 30
    return _zone(f"{area}/{city}") if area in _AREAS and is_name else None


def _indian_irish_or_israeli(context: Context) -> str:
    offset = context.written.utcoffset()
    if offset in (timedelta(0), timedelta(hours=1)):
        return "Europe/Dublin"
    if offset in (timedelta(hours=2), timedelta(hours=3)):
        return "Asia/Jerusalem"
    return "Asia/Kolkata"


@lru_cache(maxsize=128)
def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:  # an old zone database; without it the sender's zone applies
        return None
