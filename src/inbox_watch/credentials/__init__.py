"""Where secrets come from, and where they are kept: never in the configuration, never on a screen, never in a log.

A password comes from `password_command`, else the system's keyring, else systemd's credentials folder, else the
environment. With OAuth 2.0 the keyring holds what renews the login; what logs in lives in memory alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inbox_watch.config import Account, Smtp, typed
from inbox_watch.credentials import places, tokens, vault
from inbox_watch.credentials.places import Wanted, environment_name
from inbox_watch.credentials.vault import SERVICE, Unusable
from inbox_watch.errors import CredentialError

if TYPE_CHECKING:
    from inbox_watch.credentials.oauth import Browser
    from inbox_watch.credentials.tokens import Tokens

__all__ = [
    "SERVICE",
    "Unusable",
    "app_secret",
    "environment_name",
    "forget",
    "keep_login",
    "keep_password",
    "keyring_state",
    "log_in",
    "origin",
    "renew",
    "secret",
    "smtp_secret",
    "uses_tokens",
]

SMTP = "smtp"  # the name under which the digest's password is looked for where no account bears it


def secret(account: Account, *, may_ask: bool = False) -> str:
    """Return what logs in to the account: its password, or with OAuth 2.0 an access token.

    With `may_ask` a locked keyring may show its own window; without, a locked one is an error at once. Raises
    `CredentialError`, which says where it was looked for. No wait is without end.
    """
    if uses_tokens(account):
        return tokens.access(account, may_ask=may_ask)
    return places.find(_wanted(account), may_ask=may_ask).secret


def renew(account: Account) -> str:
    """Return another secret after the server has refused one: a new access token. Raises `CredentialError`."""
    return tokens.renew(account) if uses_tokens(account) else secret(account)


def smtp_secret(smtp: Smtp, accounts: Sequence[Account] = (), *, may_ask: bool = False) -> str:
    """Return the password of the server that sends the digest.

    From its `password_command`, else what is kept for its user, else the password of the account with the same user.
    Raises `CredentialError`.
    """
    wanted = Wanted(name=SMTP, user=smtp.user, keep=f"keyring set {SERVICE} {smtp.user}", command=smtp.password_command)
    try:
        return places.find(wanted, may_ask=may_ask).secret
    except CredentialError:
        same = [account for account in accounts if account.user == smtp.user]
        if smtp.password_command or not same:
            raise
    if uses_tokens(same[0]):
        raise CredentialError(
            f"digest.smtp: {smtp.user} logs in with OAuth 2.0, and the digest needs a server that takes a password",
            advice="Name another server under digest.smtp; it need not be of the same provider.",
        )
    return secret(same[0], may_ask=may_ask)


def origin(account: Account) -> str:
    """Say where the account's secret comes from, "none found" where there is none; the secret itself is let go."""
    try:
        if uses_tokens(account):
            return "keyring" if tokens.is_held(account) else "none found"
        return places.find(_wanted(account), may_ask=False, runs_commands=False).place
    except Unusable as error:
        return error.what.partition(": ")[2] or error.what
    except CredentialError:
        return "none found"


def keep_password(account: Account, password: str) -> None:
    """Put the account's password into the system's keyring. Raises `CredentialError` where that can't be."""
    vault.write(account.name, account.user, password, may_ask=True)


def log_in(account: Account, browser: Browser, *, by_device: bool = False, app_secret: str = "") -> Tokens:
    """Let the user log in with OAuth 2.0; nothing is kept yet. See `oauth.log_in` for what it raises."""
    from inbox_watch.credentials import oauth  # brings a web server along

    return oauth.log_in(account, browser, by_device=by_device, client_secret=app_secret)


def keep_login(account: Account, given: Tokens, app_secret: str = "") -> None:
    """Put what renews a login into the system's keyring. Raises `CredentialError` where that can't be."""
    tokens.keep(account, given, app_secret)


def app_secret(account: Account) -> str:
    """Return the secret of the user's own app for OAuth 2.0, "" where none is kept."""
    return tokens.client_secret(account)


def forget(account: Account) -> int:
    """Take all that is kept for the account out of the keyring; return how many entries that were."""
    return sum(
        vault.delete(account.name, account.user, service=service, may_ask=True)
        for service in (SERVICE, tokens.SERVICE, tokens.CLIENT_SERVICE)
    )


def keyring_state() -> str:
    """Say which keyring is in use, and that it is open. Raises `Unusable` for one that is locked or no safe place."""
    return vault.state()


def uses_tokens(account: Account) -> bool:
    """Say whether the program itself fetches access tokens; with `password_command` that command brings them."""
    return account.auth == "oauth2" and not account.password_command


def _wanted(account: Account) -> Wanted:
    keep = f"inbox-watch account login {typed(account.name)}"
    return Wanted(name=account.name, user=account.user, keep=keep, command=account.password_command)
