"""Asking for what an account needs: on a terminal with words, else from the options and standard input."""

from __future__ import annotations

import os
import re
import shlex
import sys
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inbox_watch.errors import ConfigError, CredentialError, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    from inbox_watch.config import Account, Config, OAuth
    from inbox_watch.credentials.oauth import Browser
    from inbox_watch.sources.providers import Provider

_APP_PASSWORD = re.compile(r"[a-z]{4}(?:\s[a-z]{4}){3}")  # as Google shows it, with blanks of some sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the options of `account add` say; None or empty where they say nothing."""

    name: str | None
    host: str | None
    port: int | None
    tls: str | None
    ca_file: Path | None
    user: str | None
    auth: str | None
    password_command: str | None
    provider: str | None
    client_id: str | None
    authorize_url: str | None
    token_url: str | None
    device_url: str | None
    scope: str | None
    oauth_ca_file: Path | None


def is_terminal() -> bool:
    """Say whether somebody is there to ask."""
    return sys.stdin.isatty()


def say(text: str = "") -> None:
    """Tell the user something that isn't the command's result."""
    click.echo(text, err=True)


def ask(question: str, option: str, default: str | None = None) -> str:
    """Ask on a terminal. Raises `UsageError`, which names the option, where nobody is there."""
    if not is_terminal():
        raise UsageError(f"{question.lower()} is missing", advice=f"Give it with {option}.")
    return str(click.prompt(question, default=default, err=True)).strip()


def ask_secret(question: str, *, may_be_empty: bool = False) -> str:
    """Ask for a secret without showing it; where no terminal is there, take the next line of standard input.

    Raises `CredentialError` where there is none.
    """
    if is_terminal():
        default = "" if may_be_empty else None
        given = str(click.prompt(question, hide_input=True, default=default, show_default=False, err=True))
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    if not given and not may_be_empty:
        raise CredentialError(
            f"no {question.lower()} given", advice="Type it where it is asked for, or pipe it in as one line."
        )
    return given


def ask_password(account: Account) -> str:
    """Ask for an account's password; an app password may come with the blanks that the provider shows it with."""
    from inbox_watch.sources.providers import provider_of

    given = ask_secret("Password")
    provider = provider_of(account.user, account.host)
    is_app_password = provider is not None and provider.login == "app password"
    return re.sub(r"\s", "", given) if is_app_password and _APP_PASSWORD.fullmatch(given.strip()) else given


def account_of(address: str, wishes: Wishes, config: Config) -> tuple[Account, Provider | None]:
    """Return the account that is to be added, and its provider where that is known.

    The server is asked for where the address doesn't tell it; else the provider's own holds, and TLS from the start.
    """
    from inbox_watch.config import Account
    from inbox_watch.sources.providers import provider_of

    provider = provider_of(address, wishes.host or "")
    host = wishes.host or (provider.imap if provider else _unknown_server(address))
    provider = provider or provider_of(address, host)
    tls, port = _tls_and_port(wishes, provider, host)
    auth = wishes.auth or ("oauth2" if provider and provider.login == "oauth2" else "password")
    user = wishes.user or (provider.login_name(address) if provider else address)
    account = Account(
        name=wishes.name or _name(address, provider, {account.name for account in config.accounts}),
        user=user,
        host=host,
        port=port,
        tls=tls,
        ca_file=str(wishes.ca_file.absolute()) if wishes.ca_file else "",
        auth=auth,
        oauth=_oauth(wishes, provider) if auth == "oauth2" and not wishes.password_command else None,
        password_command=_command(wishes.password_command),
    )
    return _checked(account), provider


def explain(account: Account, provider: Provider | None) -> None:
    """Say where the account logs in, and what its provider wants for a password, in plain words."""
    say(f"Server: {account.host}, port {account.port}, {'TLS' if account.tls == 'implicit' else 'STARTTLS'}.")
    if provider and not account.password_command:
        say(f"{provider.advice}\n  {provider.page}\n")


def browser() -> Browser:
    """Return how a person gets to a login page: the address is shown, and opened where there is a screen."""
    from inbox_watch.credentials.oauth import Browser

    has_screen = sys.platform in ("win32", "darwin") or any(
        name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
    return Browser(tell=say, show=webbrowser.open if has_screen else lambda address: None)


def _unknown_server(address: str) -> str:
    if is_terminal():
        say(
            f"The server of {address.rpartition('@')[2]} isn't known. Mail that Google hosts: imap.gmail.com; "
            "Microsoft: outlook.office365.com; else see your provider's help for mail programs."
        )
    return ask("IMAP server", "--host")


def _tls_and_port(wishes: Wishes, provider: Provider | None, host: str) -> tuple[str, int]:
    """Return how TLS begins, and the port that goes with it: as asked for, else the provider's own."""
    known = provider if provider and provider.imap == host.lower() else None
    tls = wishes.tls or (known.imap_tls if known else "implicit")
    usual = known.imap_port if known and known.imap_tls == tls else 143 if tls == "starttls" else 993
    return tls, wishes.port or usual


def _name(address: str, provider: Provider | None, taken: Collection[str]) -> str:
    """Return a short name that no account bears yet: the provider's, the domain's, else the address."""
    domain = address.rpartition("@")[2].lower()
    known = re.sub(r"[^a-z0-9]+", "-", provider.name.lower()).strip("-") if provider else ""
    for name in (known, domain.partition(".")[0], address):
        if name and name not in taken:
            return name
    return address


def _oauth(wishes: Wishes, provider: Provider | None) -> OAuth:
    from inbox_watch.config import OTHER, OAuth

    chosen = wishes.provider or (provider.oauth if provider and provider.oauth else OTHER)
    if not wishes.client_id:
        click.echo(
            f"{provider.name if provider else 'This server'} takes OAuth, no password. That needs the client id of an "
            "app that is registered with the provider; docs/accounts.md says how to come by one.",
            err=True,
        )
    return OAuth(
        provider=chosen,
        client_id=wishes.client_id or ask("Client id of your app", "--client-id"),
        authorize_url=wishes.authorize_url or "",
        token_url=wishes.token_url or "",
        device_url=wishes.device_url or "",
        scope=wishes.scope or "",
        ca_file=str(wishes.oauth_ca_file.absolute()) if wishes.oauth_ca_file else "",
    )


def _command(text: str | None) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(text)) if text else ()
    except ValueError as error:
        raise UsageError(f"--password-command: {error}", advice="Quote it as a shell would read it.") from None


def _checked(account: Account) -> Account:
    """Read the account as the configuration would be read. Raises `UsageError` for what wouldn't be taken there."""
    from inbox_watch import config
    from inbox_watch.config import editing

    try:
        return config.parse(editing.table(account), where="account").accounts[0]
    except ConfigError as error:
        raise UsageError(error.what.replace("account[1].", ""), advice=error.advice) from None
