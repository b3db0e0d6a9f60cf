"""The login servers of the big providers for OAuth 2.0, and what a configuration says in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from inbox_watch.config import Account, OAuth
from inbox_watch.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginServer:
    """Where to log in. `device_url` or `authorize_url` is empty where the provider has no such way.

    `loopback` is the name under which the browser comes back to this machine: the provider compares it with what was
    registered.
    """

    token_url: str
    scope: str
    authorize_url: str = ""
    device_url: str = ""
    loopback: str = "127.0.0.1"
    extra: Mapping[str, str] = field(default_factory=dict)
    ca_file: str = ""


_MICROSOFT = "https://login.microsoftonline.com/common/oauth2/v2.0"
PRESETS = {
    # https://developers.google.com/identity/protocols/oauth2/native-app; there is no scope for reading by IMAP alone,
    # and the device flow has none for mail
    "google": LoginServer(
        authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
        token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address, no secret
        scope="https://mail.google.com/",
        extra={"access_type": "offline", "prompt": "consent"},
    ),
    # https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
    "microsoft": LoginServer(
        authorize_url=f"{_MICROSOFT}/authorize",
        token_url=f"{_MICROSOFT}/token",
        device_url=f"{_MICROSOFT}/devicecode",
        scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
        loopback="localhost",
    ),
}


def oauth_of(account: Account) -> OAuth:
    """Return the account's settings for OAuth 2.0. Raises `ConfigError` where there are none."""
    if account.oauth is None:
        raise ConfigError(
            f'account {account.name}: auth is "oauth2", and oauth is missing',
            advice='Add oauth = { provider = "...", client_id = "..." }, or a password_command that prints a token.',
        )
    return account.oauth


def server_of(account: Account) -> LoginServer:
    """Return where the account logs in: what the configuration names, else what is known of its provider."""
    given = oauth_of(account)
    known = PRESETS.get(given.provider, LoginServer(token_url="", scope=""))
    named = {name: getattr(given, name) for name in ("authorize_url", "token_url", "device_url", "scope", "ca_file")}
    return replace(known, **{name: value for name, value in named.items() if value})
