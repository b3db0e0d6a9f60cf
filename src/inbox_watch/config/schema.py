"""Every key that there is: the only schema, from which `docs/config.md` is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from inbox_watch.config import checks
from inbox_watch.config.keys import Key, table
from inbox_watch.config.types import OTHER, Digest, Me, OAuth, Schedule, Smtp
from inbox_watch.core.types import Timing
from inbox_watch.errors import ConfigError


def _oauth(key: str, value: Any) -> OAuth:
    made = OAuth(**table(value, OAUTH, key))
    if made.provider != OTHER:
        return made
    for name in ("token_url", "scope"):
        if not getattr(made, name):
            raise ConfigError(f"{key}.{name}: missing", advice=f'With provider = "{OTHER}" it has to be named.')
    if not made.authorize_url and not made.device_url:
        raise ConfigError(f"{key}.authorize_url: missing", advice="Name authorize_url, or device_url, or both.")
    return made


def _smtp(key: str, value: Any) -> Smtp:
    return Smtp(**table(value, SMTP, key))


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
        return checks.time_of_day
    least, most = _RANGES.get(name, (0, 1000))
    return lambda key, value: checks.number(key, value, float if kind == "float" else int, least, most)


TLS = checks.one_of("implicit", "starttls")
COMMAND = checks.list_of(checks.name)

ME = (
    Key(
        name="addresses",
        check=checks.list_of(checks.address),
        meaning="your own addresses; inferred from the mail where absent",
    ),
    Key(name="timezone", check=checks.zone_name, meaning='an IANA name, or "local"'),
    Key(name="country", check=checks.country, meaning="whose public holidays count; none where absent"),
)
OAUTH = (
    Key(
        name="provider",
        check=checks.one_of("google", "microsoft", OTHER),
        meaning='"google", "microsoft", or "other"',
        required=True,
    ),
    Key(name="client_id", check=checks.name, meaning="the number of the app that you registered there", required=True),
    Key(name="authorize_url", check=checks.https, meaning="the page where you log in; https"),
    Key(name="token_url", check=checks.https, meaning="the address that gives tokens; https"),
    Key(name="device_url", check=checks.https, meaning="the address that gives a code for another device; https"),
    Key(name="scope", check=checks.name, meaning="what to ask for: access to mail by IMAP"),
    Key(name="ca_file", check=checks.text, meaning="a private CA's certificate, for a login server of your own"),
)
ACCOUNT = (
    Key(name="name", check=checks.name, meaning="what you call this account", required=True),
    Key(name="user", check=checks.name, meaning="the login name, mostly the address", required=True),
    Key(name="host", check=checks.text, meaning="the IMAP server; found from the address for the big providers"),
    Key(name="port", check=checks.port, meaning="the server's port"),
    Key(name="tls", check=TLS, meaning='"implicit" or "starttls"; never plain text'),
    Key(name="ca_file", check=checks.text, meaning="a private CA's certificate, for a server of your own"),
    Key(name="auth", check=checks.one_of("password", "oauth2"), meaning='"password" or "oauth2"'),
    Key(name="oauth", check=_oauth, meaning="for oauth2: provider, client_id; for others the addresses too"),
    Key(name="password_command", check=COMMAND, meaning="a command that prints the password, as a list; no shell"),
    Key(
        name="mailboxes",
        check=checks.list_of(checks.name),
        meaning="which mailboxes to read; chosen by their use where empty",
    ),
)
SCHEDULE = (
    Key(name="scan_every", check=checks.duration, meaning='how often to scan, such as "15m"'),
    Key(name="digest_at", check=checks.time_of_day, meaning='when to send the digest, such as "20:00"'),
)
SMTP = (
    Key(name="host", check=checks.name, meaning="the SMTP server", required=True),
    Key(name="port", check=checks.port, meaning="the server's port"),
    Key(name="user", check=checks.text, meaning="the login name; no login where empty"),
    Key(name="tls", check=TLS, meaning='"implicit" or "starttls"; never plain text'),
    Key(name="ca_file", check=checks.text, meaning="a private CA's certificate"),
    Key(name="password_command", check=COMMAND, meaning="a command that prints the password, as a list; no shell"),
)
DIGEST = (
    Key(name="to", check=checks.plain_address, meaning="where the digest goes: an address of your own"),
    Key(
        name="from", check=checks.plain_address, meaning="the digest's sender; as `to` where absent", attribute="from_"
    ),
    Key(name="only_when_changed", check=checks.flag, meaning="send nothing on a day when nothing changed"),
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
