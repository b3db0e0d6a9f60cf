"""The configuration: TOML in, a frozen `Config` out. The only schema; `docs/config.md` is written from it.

A wrong value is a `ConfigError` that names the key and what would be right; an unknown key names the nearest known one.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import time, timedelta, tzinfo
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import platformdirs
import tzlocal

from inbox_watch.core.calendar import holidays_of
from inbox_watch.core.types import Timing
from inbox_watch.errors import ConfigError

APP = "inbox-watch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who the candidate is. `addresses` is empty where they are to be inferred from the mail."""

    addresses: tuple[str, ...] = ()
    timezone: str = "local"
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth:
    """How to log in with OAuth 2.0. The addresses and the scope are empty where `provider` names a known one."""

    provider: str
    client_id: str
    authorize_url: str = ""
    token_url: str = ""
    device_url: str = ""
    scope: str = ""
    ca_file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One IMAP account. `host` is empty where it is to be found from the address's provider."""

    name: str
    user: str
    host: str = ""
    port: int = 993
    tls: str = "implicit"
    ca_file: str = ""
    auth: str = "password"
    oauth: OAuth | None = None
    password_command: tuple[str, ...] = ()
    mailboxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How often to scan and at what local time to send the digest."""

    scan_every: timedelta = timedelta(minutes=15)
    digest_at: time = time(20, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtp:
    """The server that takes the digest."""

    host: str = ""
    port: int = 465
    user: str = ""
    tls: str = "implicit"
    ca_file: str = ""
    password_command: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The nightly mail to the candidate. `to` and `from_` are empty where no digest is wanted."""

    to: str = ""
    from_: str = ""
    only_when_changed: bool = True
    smtp: Smtp = field(default_factory=Smtp)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole configuration."""

    me: Me = field(default_factory=Me)
    accounts: tuple[Account, ...] = ()
    schedule: Schedule = field(default_factory=Schedule)
    digest: Digest = field(default_factory=Digest)
    timing: Timing = field(default_factory=Timing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a table: its name, how its value is checked and converted, and what it means."""

    name: str
    check: Callable[[str, Any], Any]
    meaning: str
    required: bool = False
    attribute: str = ""


def default_path() -> Path:
    """Return where the configuration is looked for when neither option nor environment names a file."""
    return Path(os.environ.get("INBOX_WATCH_CONFIG") or platformdirs.user_config_path(APP) / "config.toml")


def load(path: Path | None = None) -> Config:
    """Read the configuration; the defaults alone where the default file doesn't exist.

    Raises `ConfigError` where a named file is missing, can't be read or holds something wrong.
    """
    chosen = path or default_path()
    try:
        text = chosen.read_bytes().decode()
    except FileNotFoundError:
        if path or "INBOX_WATCH_CONFIG" in os.environ:
            raise ConfigError(f"no configuration at {chosen}", advice="Name an existing file.") from None
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"can't read {chosen}: {error}", advice="It must be a readable UTF-8 file.") from None
    return parse(text, where=str(chosen))


def parse(text: str, *, where: str = "config.toml") -> Config:
    """Turn TOML text into a `Config`. Raises `ConfigError` that names `where` and the key."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: {error}", advice="The file must be valid TOML.") from None
    try:
        return _config(tables)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error.what}", advice=error.advice) from None


def typed(name: str) -> str:
    """Return an account's name as it is typed on a command line: in quotes where it needs them."""
    return name if re.fullmatch(r"[\w.@-]+", name) else f'"{name}"'


def zone(name: str, *, key: str = "me.timezone") -> tzinfo:
    """Return the zone of an IANA name, or the machine's own for "local". Raises `ConfigError`."""
    if name == "local":
        return tzlocal.get_localzone()
    try:
        return ZoneInfo(name)
    except (ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError; a folder's name is an OSError
        pass
    except KeyError:
        pass
    raise ConfigError(f'{key}: no time zone "{name}"', advice='Give an IANA name such as "Europe/Berlin", or "local".')


def country(code: str) -> str | None:
    """Return a country code whose holidays are known, None for an empty one. Raises `ConfigError`."""
    holidays_of(code, 2026)
    return code or None


def _config(tables: Mapping[str, Any]) -> Config:
    _known(tables, (*SECTIONS, "account"), "")
    accounts = tables.get("account", [])
    if not isinstance(accounts, list):
        raise ConfigError("account: must be a list of tables", advice="Write [[account]] with two brackets.")
    read = tuple(
        _account(Account(**_table(entry, ACCOUNT, where)), where)
        for number, entry in enumerate(accounts, start=1)
        for where in [f"account[{number}]"]
    )
    names = [account.name for account in read]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ConfigError(f'account.name: "{min(twice)}" stands twice', advice="Give each account its own name.")
    made = {name: kind(**_table(tables.get(name, {}), keys, name)) for name, (kind, keys) in SECTIONS.items()}
    _agree(made["timing"])
    return Config(accounts=read, **made)


def _account(made: Account, where: str) -> Account:
    """Return the account where it says how to log in."""
    if made.auth == "oauth2" and made.oauth is None and not made.password_command:
        raise ConfigError(
            f"{where}.oauth: missing",
            advice='With auth = "oauth2" write oauth = { provider = ..., client_id = ... }, or a password_command that '
            "prints a token.",
        )
    return made


def _agree(timing: Timing) -> None:
    """Check those numbers of the clock that bound each other."""
    if timing.rhythm_least > timing.rhythm_most:
        raise _wrong("timing.rhythm_least", timing.rhythm_least, f"no more than rhythm_most, {timing.rhythm_most}")
    if timing.morning >= timing.day_end:
        raise _wrong("timing.morning", f"{timing.morning:%H:%M}", f"earlier than day_end, {timing.day_end:%H:%M}")


def _table(value: Any, keys: tuple[Key, ...], where: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{where}: must be a table", advice=f"Write [{where}] and its keys below it.")
    _known(value, tuple(key.name for key in keys), f"{where}.")
    for key in keys:
        if key.required and key.name not in value:
            raise ConfigError(f"{where}.{key.name}: missing", advice=f"{key.meaning[:1].upper()}{key.meaning[1:]}.")
    return {
        key.attribute or key.name: key.check(f"{where}.{key.name}", value[key.name])
        for key in keys
        if key.name in value
    }


def _known(table: Mapping[str, Any], names: tuple[str, ...], prefix: str) -> None:
    for name in table:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1, cutoff=0.0)
            raise ConfigError(f"{prefix}{name}: unknown key", advice=f"Did you mean {prefix}{near[0]}?")


# --- checks: (key, value) -> converted value, or ConfigError ----------------------------------------------------------


def _wrong(key: str, value: Any, right: str) -> ConfigError:
    return ConfigError(f"{key}: {value!r} won't do", advice=f"It must be {right}.")


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str) or any(ord(character) < 32 for character in value):
        raise _wrong(key, value, "text on one line")
    return value


def _name(key: str, value: Any) -> str:
    if not _text(key, value).strip():
        raise _wrong(key, value, "text that isn't empty")
    return str(value)


def _address(key: str, value: Any) -> str:
    if not re.fullmatch(r"[^@\s<>]{1,64}@[^@\s<>]{1,255}", _text(key, value)):
        raise _wrong(key, value, 'a mail address such as "sam@example.com"')
    return str(value).lower()


def _plain_address(key: str, value: Any) -> str:
    """Check an address that goes into an SMTP command: an unquoted one of RFC 5321, 4.1.2, in ASCII."""
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,255}", _text(key, value)):
        raise _wrong(key, value, 'a plain mail address such as "sam@example.com"')
    return str(value)


def _list_of(check: Callable[[str, Any], str]) -> Callable[[str, Any], tuple[str, ...]]:
    def checked(key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise _wrong(key, value, "a list")
        return tuple(check(key, item) for item in value)

    return checked


def _one_of(*allowed: str) -> Callable[[str, Any], str]:
    def checked(key: str, value: Any) -> str:
        if value not in allowed:
            raise _wrong(key, value, " or ".join(f'"{name}"' for name in allowed))
        return str(value)

    return checked


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _wrong(key, value, "true or false")
    return value


def _number(key: str, value: Any, kind: type[int] | type[float], least: float, most: float) -> Any:
    is_number = isinstance(value, int if kind is int else (int, float)) and not isinstance(value, bool)
    if not is_number or not least <= float(value) <= most:
        raise _wrong(key, value, f"a {'whole ' if kind is int else ''}number from {least:g} to {most:g}")
    return kind(value)


def _port(key: str, value: Any) -> int:
    return int(_number(key, value, int, 1, 65535))


def _zone_name(key: str, value: Any) -> str:
    zone(_text(key, value), key=key)
    return str(value)


def _country(key: str, value: Any) -> str | None:
    return country(_text(key, value))


def _duration(key: str, value: Any) -> timedelta:
    found = re.fullmatch(r"(\d{1,5})([smh])", value) if isinstance(value, str) else None
    length = int(found[1]) * {"s": 1, "m": 60, "h": 3600}[found[2]] if found else 0
    if not 60 <= length <= 86400:
        raise _wrong(key, value, 'a time from one minute to a day, such as "15m" or "2h"')
    return timedelta(seconds=length)


def _time_of_day(key: str, value: Any) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        hour, minute = value.split(":")
        return time(int(hour), int(minute))
    raise _wrong(key, value, 'a time of day such as "20:00"')


def _https(key: str, value: Any) -> str:
    try:
        parts = urlsplit(_text(key, value))
    except ValueError:  # "https://["
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.hostname or parts.username is not None or parts.fragment:
        raise _wrong(key, value, 'an address that begins with "https://"')
    return str(value)


def _oauth(key: str, value: Any) -> OAuth:
    made = OAuth(**_table(value, OAUTH, key))
    if made.provider != OTHER:
        return made
    for name in ("token_url", "scope"):
        if not getattr(made, name):
            raise ConfigError(f"{key}.{name}: missing", advice=f'With provider = "{OTHER}" it has to be named.')
    if not made.authorize_url and not made.device_url:
        raise ConfigError(f"{key}.authorize_url: missing", advice="Name authorize_url, or device_url, or both.")
    return made


def _smtp(key: str, value: Any) -> Smtp:
    return Smtp(**_table(value, SMTP, key))


# From where to where a number of [timing] makes sense; any other from 0 to 1,000.
_RANGES: dict[str, tuple[float, float]] = {
    "rhythm_share": (0.01, 1),  # of all answers
    "rhythm_contact_waits": (1, 1000),  # of none, nothing is learned
    "rhythm_organisation_waits": (1, 1000),
    "next_request_factor": (0.1, 10),
    "appointment_length": (1, 1000),
}


def _timing_check(name: str, kind: str) -> Callable[[str, Any], Any]:
    if kind == "time":
        return _time_of_day
    least, most = _RANGES.get(name, (0, 1000))
    return lambda key, value: _number(key, value, float if kind == "float" else int, least, most)


TLS = _one_of("implicit", "starttls")
OTHER = "other"  # a provider of OAuth 2.0 that isn't known: its addresses have to be named
COMMAND = _list_of(_name)

ME = (
    Key(name="addresses", check=_list_of(_address), meaning="your own addresses; inferred from the mail where absent"),
    Key(name="timezone", check=_zone_name, meaning='an IANA name, or "local"'),
    Key(name="country", check=_country, meaning="whose public holidays count; none where absent"),
)
OAUTH = (
    Key(
        name="provider",
        check=_one_of("google", "microsoft", OTHER),
        meaning='"google", "microsoft", or "other"',
        required=True,
    ),
    Key(name="client_id", check=_name, meaning="the number of the app that you registered there", required=True),
    Key(name="authorize_url", check=_https, meaning="the page where you log in; https"),
    Key(name="token_url", check=_https, meaning="the address that gives tokens; https"),
    Key(name="device_url", check=_https, meaning="the address that gives a code for another device; https"),
    Key(name="scope", check=_name, meaning="what to ask for: access to mail by IMAP"),
    Key(name="ca_file", check=_text, meaning="a private CA's certificate, for a login server of your own"),
)
ACCOUNT = (
    Key(name="name", check=_name, meaning="what you call this account", required=True),
    Key(name="user", check=_name, meaning="the login name, mostly the address", required=True),
    Key(name="host", check=_text, meaning="the IMAP server; found from the address for the big providers"),
    Key(name="port", check=_port, meaning="the server's port"),
    Key(name="tls", check=TLS, meaning='"implicit" or "starttls"; never plain text'),
    Key(name="ca_file", check=_text, meaning="a private CA's certificate, for a server of your own"),
    Key(name="auth", check=_one_of("password", "oauth2"), meaning='"password" or "oauth2"'),
    Key(name="oauth", check=_oauth, meaning="for oauth2: provider, client_id; for others the addresses too"),
    Key(name="password_command", check=COMMAND, meaning="a command that prints the password, as a list; no shell"),
    Key(name="mailboxes", check=_list_of(_name), meaning="which mailboxes to read; chosen by their use where empty"),
)
SCHEDULE = (
    Key(name="scan_every", check=_duration, meaning='how often to scan, such as "15m"'),
    Key(name="digest_at", check=_time_of_day, meaning='when to send the digest, such as "20:00"'),
)
SMTP = (
    Key(name="host", check=_name, meaning="the SMTP server", required=True),
    Key(name="port", check=_port, meaning="the server's port"),
    Key(name="user", check=_text, meaning="the login name; no login where empty"),
    Key(name="tls", check=TLS, meaning='"implicit" or "starttls"; never plain text'),
    Key(name="ca_file", check=_text, meaning="a private CA's certificate"),
    Key(name="password_command", check=COMMAND, meaning="a command that prints the password, as a list; no shell"),
)
DIGEST = (
    Key(name="to", check=_plain_address, meaning="where the digest goes: an address of your own"),
    Key(name="from", check=_plain_address, meaning="the digest's sender; as `to` where absent", attribute="from_"),
    Key(name="only_when_changed", check=_flag, meaning="send nothing on a day when nothing changed"),
    Key(name="smtp", check=_smtp, meaning="the server that sends it: host, port, user, tls, ca_file, password_command"),
)
TIMING = tuple(
    Key(name=entry.name, check=_timing_check(entry.name, str(entry.type)), meaning="") for entry in fields(Timing)
)
SECTIONS: dict[str, tuple[type, tuple[Key, ...]]] = {
    "me": (Me, ME),
    "schedule": (Schedule, SCHEDULE),
    "digest": (Digest, DIGEST),
    "timing": (Timing, TIMING),
}
