"""Checks of single values: key and value in, the converted value out.

Each raises a `ConfigError` that names the key and what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time, timedelta
from typing import Any
from urllib.parse import urlsplit

from inbox_watch.config import places
from inbox_watch.errors import ConfigError


def wrong(key: str, value: Any, right: str) -> ConfigError:
    """Return the error of a value that won't do; `right` is what it must be."""
    return ConfigError(f"{key}: {value!r} won't do", advice=f"It must be {right}.")


def text(key: str, value: Any) -> str:
    """Check text without control characters."""
    if not isinstance(value, str) or any(ord(character) < 32 for character in value):
        raise wrong(key, value, "text on one line")
    return value


def name(key: str, value: Any) -> str:
    """Check text that says something."""
    if not text(key, value).strip():
        raise wrong(key, value, "text that isn't empty")
    return str(value)


def address(key: str, value: Any) -> str:
    """Check a mail address; it counts in lower case."""
    if not re.fullmatch(r"[^@\s<>]{1,64}@[^@\s<>]{1,255}", text(key, value)):
        raise wrong(key, value, 'a mail address such as "sam@example.com"')
    return str(value).lower()


def plain_address(key: str, value: Any) -> str:
    """Check an address that goes into an SMTP command: an unquoted one of RFC 5321, 4.1.2, in ASCII."""
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,255}", text(key, value)):
        raise wrong(key, value, 'a plain mail address such as "sam@example.com"')
    return str(value)


def list_of(check: Callable[[str, Any], str]) -> Callable[[str, Any], tuple[str, ...]]:
    """Return a check of lists, each of whose items passes `check`."""

    def checked(key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise wrong(key, value, "a list")
        return tuple(check(key, item) for item in value)

    return checked


def one_of(*allowed: str) -> Callable[[str, Any], str]:
    """Return a check that takes these words alone."""

    def checked(key: str, value: Any) -> str:
        if value not in allowed:
            raise wrong(key, value, " or ".join(f'"{name}"' for name in allowed))
        return str(value)

    return checked


def flag(key: str, value: Any) -> bool:
    """Check true or false."""
    if not isinstance(value, bool):
        raise wrong(key, value, "true or false")
    return value


def number(key: str, value: Any, kind: type[int] | type[float], least: float, most: float) -> Any:
    """Check a number of this kind, both bounds included."""
    is_number = isinstance(value, int if kind is int else (int, float)) and not isinstance(value, bool)
    if not is_number or not least <= float(value) <= most:
        raise wrong(key, value, f"a {'whole ' if kind is int else ''}number from {least:g} to {most:g}")
    return kind(value)


def port(key: str, value: Any) -> int:
    """Check the number of a port."""
    return int(number(key, value, int, 1, 65535))


def zone_name(key: str, value: Any) -> str:
    """Check the name of a time zone."""
    places.zone(text(key, value), key=key)
    return str(value)


def country(key: str, value: Any) -> str | None:
    """Check the code of a country whose holidays are known; none where empty."""
    return places.country(text(key, value))


def duration(key: str, value: Any) -> timedelta:
    """Check a time from a minute to a day, written with its unit."""
    found = re.fullmatch(r"(\d{1,5})([smh])", value) if isinstance(value, str) else None
    length = int(found[1]) * {"s": 1, "m": 60, "h": 3600}[found[2]] if found else 0
    if not 60 <= length <= 86400:
        raise wrong(key, value, 'a time from one minute to a day, such as "15m" or "2h"')
    return timedelta(seconds=length)


def time_of_day(key: str, value: Any) -> time:
    """Check a local time of day, to the minute."""
    if isinstance(value, time):
        return value
    if isinstance(value, str) and re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        hour, minute = value.split(":")
        return time(int(hour), int(minute))
    raise wrong(key, value, 'a time of day such as "20:00"')


def https(key: str, value: Any) -> str:
    """Check a web address that begins with https and holds no password."""
    try:
        parts = urlsplit(text(key, value))
    except ValueError:  # "https://["
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.hostname or parts.username is not None or parts.fragment:
        raise wrong(key, value, 'an address that begins with "https://"')
    return str(value)
