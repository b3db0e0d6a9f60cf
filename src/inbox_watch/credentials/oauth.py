"""OAuth 2.0: logging in by browser (code with PKCE, RFC 7636) or by another device (RFC 8628), and renewing.

Only the login server's own addresses are ever asked: no redirect is followed.
"""

from __future__ import annotations

import hmac
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from inbox_watch.config import Account
from inbox_watch.core.clean import clean
from inbox_watch.credentials.loopback import listening
from inbox_watch.credentials.presets import LoginServer, oauth_of, server_of
from inbox_watch.credentials.tokens import Tokens
from inbox_watch.credentials.within import within
from inbox_watch.errors import ConfigError, CredentialError, TemporaryError, UsageError

if TYPE_CHECKING:
    from requests_oauthlib import OAuth2Session

Answer = TypeVar("Answer")
Tell = Callable[[str], None]

BROWSER_SECONDS = 300.0
DEVICE_SECONDS = 900.0
HTTP_SECONDS = (10, 20)  # to connect, and between two pieces of an answer
WHOLE_SECONDS = 60.0  # for a whole answer, however slowly it drips
pause = time.sleep  # tests put one in its place that takes no time
_TALKATIVE = ("requests_oauthlib", "oauthlib", "urllib3", "requests")  # at DEBUG they print tokens
_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


class _Busy(Exception):
    """The login server has no time now; the text says how it said so."""


class Ended(Exception):
    """The refresh token is good no longer (invalid_grant): revoked, too old, or the password was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """How a person gets to the login page: `tell` writes a line to them, `show` opens an address."""

    tell: Tell
    show: Callable[[str], object]


def log_in(account: Account, browser: Browser, *, by_device: bool = False, client_secret: str = "") -> Tokens:
    """Let the user log in at the provider's own page; return what that gives.

    Raises `CredentialError` where they refuse or take too long, `UsageError` where the provider has no such way.
    """
    server = server_of(account)
    if not (server.device_url if by_device else server.authorize_url):
        raise UsageError(
            f"{oauth_of(account).provider} has no login {'by another device' if by_device else 'by browser'}",
            advice="Log in " + ("without --device." if by_device else "with --device."),
        )
    way = _by_device if by_device else _by_browser
    try:
        with _translated(account):
            return way(account, server, browser, client_secret)
    except Ended:
        raise _declined(account, "invalid_grant") from None


def refresh(account: Account, refresh_token: str, client_secret: str | None) -> Tokens:
    """Return a new access token. Raises `Ended`, `TemporaryError`, `CredentialError`."""
    server = server_of(account)
    client: dict[str, Any] = _client(account, client_secret)
    with _translated(account), _session(account) as session:
        return _made(
            _answered(
                lambda: session.refresh_token(server.token_url, refresh_token=refresh_token, **client, **_http(server))
            )
        )


def _by_browser(account: Account, server: LoginServer, browser: Browser, client_secret: str) -> Tokens:
    with listening() as loopback, _session(account, pkce="S256") as session:
        session.redirect_uri = f"http://{server.loopback}:{loopback.port}"
        session.scope = server.scope.split()
        url, state = session.authorization_url(server.authorize_url, login_hint=account.user, **server.extra)
        session.scope = None  # a provider may call what it grants by other names: nothing to compare it with
        browser.tell(f"Log in as {account.user} in your browser. Should none open, go to:\n\n  {url}\n")
        browser.show(url)
        answer = loopback.wait(BROWSER_SECONDS)
        if not hmac.compare_digest(answer["state"].encode(), state.encode()):
            raise CredentialError(
                f"{account.name}: the answer from the browser isn't to this login", advice="Try again from the start."
            )
        if "code" not in answer:
            raise _declined(account, answer.get("error", ""))
        return _made(
            _answered(
                lambda: session.fetch_token(
                    server.token_url,
                    code=answer["code"],
                    client_secret=client_secret or None,
                    include_client_id=True,
                    **_http(server),
                )
            )
        )


def _by_device(account: Account, server: LoginServer, browser: Browser, client_secret: str) -> Tokens:
    client = _client(account, client_secret)
    with _session(account) as session:
        begun = _posted(session, server, server.device_url, {**client, "scope": server.scope})
        if "device_code" not in begun:
            raise _declined(account, str(begun.get("error", "")))
        page = begun.get("verification_uri") or begun.get("verification_url")  # Google's name for it
        code = begun.get("user_code")
        browser.tell(f"On any device, go to {_shown(page)}\nand enter this code: {_shown(code)}\n")
        interval, left = _seconds(begun.get("interval"), 5), _seconds(begun.get("expires_in"), DEVICE_SECONDS)
        asked = {**client, "grant_type": _DEVICE_GRANT, "device_code": str(begun["device_code"])}
        while left > 0:
            pause(interval)
            left -= interval
            given = _posted(session, server, server.token_url, asked)
            if "access_token" in given:
                return _made(given)
            error = str(given.get("error", ""))
            if error == "slow_down":
                interval += 5  # RFC 8628, section 3.5
            elif error != "authorization_pending":
                raise _declined(account, error)
    raise _declined(account, "expired_token")


def _shown(said: object) -> str:
    """Return what a login server said so that it can go to a terminal."""
    return clean(str(said or ""), limit=200)


def _client(account: Account, secret: str | None) -> dict[str, str]:
    return {"client_id": oauth_of(account).client_id} | ({"client_secret": secret} if secret else {})


def _declined(account: Account, error: str) -> CredentialError:
    """Return the error for what the login server said; its words are fixed ones (RFC 6749, RFC 8628)."""
    told = {
        "access_denied": ("the login was declined", "Log in again, and allow the program to read your mail."),
        "expired_token": ("nobody logged in in time", "Log in again; the code is good for some minutes only."),
        "invalid_client": ("the login server doesn't know this client id", "Check client_id, and the app's secret."),
        "unauthorized_client": ("this client id may not log in like that", "Check how the app is registered."),
        "invalid_scope": ("this client id may not read mail by IMAP", "Allow the app access to mail by IMAP."),
        "invalid_grant": ("the login server took the code for another's, or for too old", "Log in again."),
    }
    what, advice = told.get(error, ("the login server declined", "See the provider's help for the app's settings."))
    known = f" ({error})" if error.replace("_", "").isalpha() and len(error) < 40 else ""
    return CredentialError(f"{account.name}: {what}{known}", advice=advice)


@contextmanager
def _session(account: Account, **given: Any) -> Iterator[OAuth2Session]:
    """Yield a session that follows no redirect, and whose libraries keep tokens out of the log."""
    try:
        from requests_oauthlib import OAuth2Session
    except ImportError:
        raise ConfigError(
            f"{account.name}: OAuth 2.0 needs an extra of this program",
            advice="Install it: pip install 'inbox-watch[oauth]'",
        ) from None
    for name in [*_TALKATIVE, *logging.root.manager.loggerDict]:
        if name.partition(".")[0] in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.WARNING)
    with OAuth2Session(oauth_of(account).client_id, **given) as session:
        session.max_redirects = 0
        for hook in ("access_token_response", "refresh_token_response"):
            session.register_compliance_hook(hook, _unless_busy)
        yield session


def _answered(ask: Callable[[], Answer]) -> Answer:
    """Ask the login server, and wait for its whole answer a bounded time."""
    try:
        return within(WHOLE_SECONDS, ask, "login server")
    except TimeoutError:
        raise _Busy("no whole answer in time") from None


def _unless_busy(response: Any) -> Any:
    if response.status_code == 429 or response.status_code >= 500:
        raise _Busy(f"status {response.status_code}")
    return response


def _http(server: LoginServer) -> dict[str, Any]:
    """Return what goes with each request: how long to wait, and the private CA that is trusted, if any.

    A session that is told of a CA forgets it where the environment names another (psf/requests#3829).
    """
    if server.ca_file and not Path(server.ca_file).is_file():
        raise ConfigError(f"oauth.ca_file: there is no {server.ca_file}", advice="Name the CA's certificate as PEM.")
    return {"timeout": HTTP_SECONDS, "verify": server.ca_file or None}


def _posted(session: OAuth2Session, server: LoginServer, url: str, data: Mapping[str, str]) -> dict[str, Any]:
    response = _answered(lambda: session.post(url, data=data, headers={"Accept": "application/json"}, **_http(server)))
    given = _unless_busy(response).json()
    return given if isinstance(given, dict) else {}


def _made(given: Mapping[str, Any]) -> Tokens:
    access = given.get("access_token")
    if not isinstance(access, str) or not access.isascii() or not access:
        raise ValueError
    return Tokens(
        access=access,
        refresh=str(given.get("refresh_token") or ""),
        seconds=_seconds(given.get("expires_in"), 3600),
    )


def _seconds(value: object, otherwise: float) -> float:
    """Return a number of seconds that a server stated, held between one second and an hour and a bit."""
    try:
        stated = float(str(value)) if value is not None else otherwise
    except ValueError:
        stated = otherwise
    return min(max(stated, 1.0), 4000.0) if stated == stated else otherwise  # NaN is no number


@contextmanager
def _translated(account: Account) -> Iterator[None]:
    """Turn what the libraries raise into errors that the program foresees, without a word of theirs (may be secret)."""
    try:
        from oauthlib.oauth2 import OAuth2Error
        from requests.exceptions import RequestException, SSLError
    except ImportError:
        yield  # `_session` says what is missing
        return
    try:
        yield
    except OAuth2Error as error:
        if error.error == "invalid_grant":
            raise Ended from None
        raise _declined(account, str(error.error or "")) from None
    except _Busy as error:
        raise TemporaryError(
            f"{account.name}: the login server has no time now ({error})", advice="It may pass by itself."
        ) from None
    except SSLError:
        raise ConfigError(
            f"{account.name}: the login server's certificate isn't trusted",
            advice="For a login server of your own, name its CA with oauth.ca_file.",
        ) from None
    except TimeoutError:
        raise _declined(account, "expired_token") from None
    except (RequestException, OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise TemporaryError(
            f"{account.name}: the login server doesn't answer as it should ({type(error).__name__})",
            advice="Check the network; it may pass by itself.",
        ) from None
