"""The time zone and the country that a name stands for."""

from __future__ import annotations

from datetime import tzinfo
from zoneinfo import ZoneInfo

import tzlocal

from inbox_watch.core.calendar import holidays_of
from inbox_watch.errors import ConfigError


def zone(name: str, *, key: str = "me.timezone") -> tzinfo:
    """Return the zone of an IANA name, or the machine's own for "local". Raises `ConfigError`."""
    if name == "local":
        return tzlocal.get_localzone()
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError; a folder's name is an OSError
        raise ConfigError(
            f'{key}: no time zone "{name}"', advice='Give an IANA name such as "Europe/Berlin", or "local".'
        ) from None


def country(code: str) -> str | None:
    """Return a country code whose holidays are known, None for an empty one. Raises `ConfigError`."""
    holidays_of(code, 2026)
    return code or None
