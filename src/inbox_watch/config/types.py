"""What the configuration says, as frozen values with their defaults."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time, timedelta

from inbox_watch.core.types import Timing

OTHER = "other"  # a provider of OAuth 2.0 that isn't known: its addresses have to be named


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


def typed(name: str) -> str:
    """Return an account's name as it is typed on a command line: in quotes where it needs them."""
    return name if re.fullmatch(r"[\w.@-]+", name) else f'"{name}"'
