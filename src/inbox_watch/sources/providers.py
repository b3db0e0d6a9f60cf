"""The mail servers of the big providers, by the domain of an address, and how a mail program logs in there.

The facts stand in `providers.toml`, with their source.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider's servers. `login` is "app password", "password" or "oauth2"; `advice` and `page` say how to get one.

    `oauth` names the preset for OAuth 2.0, empty where there is none. `user` is "address", or "local part" where that
    is the login name.
    """

    name: str
    domains: tuple[str, ...]
    imap: str
    smtp: str
    login: str
    advice: str
    page: str
    imap_port: int = 993
    imap_tls: str = "implicit"
    smtp_port: int = 465
    smtp_tls: str = "implicit"
    user: str = "address"
    oauth: str = ""

    def login_name(self, address: str) -> str:
        """Return the login name that belongs to an address."""
        return address.rpartition("@")[0] if self.user == "local part" else address


@cache
def providers() -> tuple[Provider, ...]:
    """Return all that are known."""
    text = Path(__file__).with_name("providers.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)["provider"]
    return tuple(Provider(**{**entry, "domains": tuple(entry["domains"])}) for entry in entries)


def provider_of(address: str, host: str = "") -> Provider | None:
    """Return the provider of an address, else of an IMAP server: the address's own wins where both are known."""
    domain, host = address.rpartition("@")[2].lower(), host.lower()
    by_domain = [one for one in providers() if domain in one.domains and host in ("", one.imap)]
    by_host = [one for one in providers() if host and one.imap == host]
    by_host.sort(key=lambda one: bool(one.domains))  # Microsoft's server and another domain: an organisation's
    return next(iter(by_domain or by_host), None)


def host_of(address: str) -> str | None:
    """Return the IMAP server for an address of a big provider, or None."""
    found = provider_of(address)
    return found.imap if found else None
