"""Access tokens: fetched with the refresh token that the keyring holds, kept in memory alone, renewed when they end."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, field

from inbox_watch.config import Account, typed
from inbox_watch.credentials import vault
from inbox_watch.errors import CredentialError

SERVICE = f"{vault.SERVICE} login"  # in the keyring: what renews the login
CLIENT_SERVICE = f"{vault.SERVICE} client"  # and the secret of the user's own app, where it has one
_SPARE_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What a login gives: an access token for `seconds`, and what renews it ("" where nothing new came)."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    access: str = field(repr=False)
    until: float


_held: dict[str, _Held] = {}


def access(account: Account, *, may_ask: bool = False) -> str:
    """Return an access token that is good for another minute at least. Raises `CredentialError`, `TemporaryError`."""
    held = _held.get(_key(account))
    if held and held.until - _SPARE_SECONDS > time.monotonic():
        return held.access
    return renew(account, may_ask=may_ask)


def renew(account: Account, *, may_ask: bool = False) -> str:
    """Return a new access token. Where the login has ended, it is forgotten: nobody asks again with it.

    Raises `CredentialError` with what to do then, `TemporaryError` where the login server doesn't answer.
    """
    from inbox_watch.credentials import oauth

    _held.pop(_key(account), None)
    app_secret = vault.read(account.name, account.user, service=CLIENT_SERVICE, may_ask=may_ask)
    for _ in range(2):  # once more where another run has renewed it in between
        refresh = vault.read(account.name, account.user, service=SERVICE, may_ask=may_ask)
        if not refresh:
            raise _log_in_again(account, "not logged in")
        try:
            given = oauth.refresh(account, refresh, app_secret)
        except oauth.Ended:
            if vault.read(account.name, account.user, service=SERVICE) != refresh:
                continue
            vault.delete(account.name, account.user, service=SERVICE)
            break
        if given.refresh and given.refresh != refresh:
            with contextlib.suppress(vault.Unusable):  # locked just now: the old one mostly holds on for a while
                vault.write(account.name, account.user, given.refresh, service=SERVICE)
        _hold(account, given)
        return given.access
    raise _log_in_again(account, "the login has ended")


def keep(account: Account, given: Tokens, client_secret: str = "") -> None:
    """Keep a new login: what renews it in the keyring, the access token in memory. Raises `CredentialError`."""
    if not given.refresh:
        raise CredentialError(
            f"{account.name}: the login server gave nothing that renews the login",
            advice="The scope may lack offline access; see the provider's help.",
        )
    vault.write(account.name, account.user, given.refresh, service=SERVICE, may_ask=True)
    if client_secret:
        vault.write(account.name, account.user, client_secret, service=CLIENT_SERVICE, may_ask=True)
    _hold(account, given)


def client_secret(account: Account) -> str:
    """Return the secret of the user's own app, "" where none is kept."""
    return vault.read(account.name, account.user, service=CLIENT_SERVICE, may_ask=True) or ""


def is_held(account: Account) -> bool:
    """Say whether the keyring holds a login."""
    return vault.read(account.name, account.user, service=SERVICE) is not None


def _hold(account: Account, given: Tokens) -> None:
    _held[_key(account)] = _Held(access=given.access, until=time.monotonic() + given.seconds)


def _key(account: Account) -> str:
    return f"{account.user} {account.oauth}"


def _log_in_again(account: Account, why: str) -> CredentialError:
    advice = f"Log in again: inbox-watch account login {typed(account.name)}."
    return CredentialError(f"{account.name}: {why}", advice=advice)
