"""OAuth 2.0 against a login server on loopback, over https."""

import logging
import socket
import ssl
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from inbox_watch import credentials
from inbox_watch.config import Account, OAuth
from inbox_watch.credentials import oauth, tokens
from inbox_watch.credentials.oauth import Browser
from inbox_watch.credentials.presets import PRESETS
from inbox_watch.errors import ConfigError, CredentialError, InboxWatchError, TemporaryError, UsageError
from tests.credentials.conftest import Memory
from tests.servers.dovecot import make_ca_and_cert
from tests.servers.identity_provider import IdentityProvider

SAM = "user@example.test"


def account_at(provider: IdentityProvider, **given: str) -> Account:
    settings = {
        "provider": "other",
        "client_id": provider.client_id,
        "authorize_url": f"{provider.url}/authorize",
        "token_url": f"{provider.url}/token",
        "device_url": f"{provider.url}/devicecode",
        "scope": "mail offline",
        "ca_file": provider.ca_file,
        **given,
    }
    return Account(name="own", user=SAM, auth="oauth2", oauth=OAuth(**settings))


def surf(provider: IdentityProvider, url: str) -> str:
    """Do what a browser does: go there, and where it is sent."""
    context = ssl.create_default_context(cafile=provider.ca_file)
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))
    with opener.open(url, timeout=10) as answer:
        return str(answer.read().decode())


def browser_at(provider: IdentityProvider, told: list[str] | None = None) -> Browser:
    return Browser(tell=(told if told is not None else []).append, show=lambda url: surf(provider, url))


@pytest.fixture
def logged_in(provider: IdentityProvider) -> Account:
    account = account_at(provider)
    credentials.keep_login(account, credentials.log_in(account, browser_at(provider)))
    return account


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    taken: list[float] = []
    monkeypatch.setattr(oauth, "pause", taken.append)
    return taken


# --- code with PKCE ---------------------------------------------------------------------------------------------------


def test_a_login_by_browser_gives_a_token_and_keeps_what_renews_it(provider: IdentityProvider, memory: Memory) -> None:
    account, pages, told = account_at(provider), [], []
    browser = Browser(tell=told.append, show=lambda url: pages.append(surf(provider, url)))
    given = credentials.log_in(account, browser)
    assert given.access in provider.good
    assert memory.held == {}  # nothing is kept before it is tried
    credentials.keep_login(account, given)
    assert memory.held == {("inbox-watch login", SAM): given.refresh}
    assert credentials.secret(account) == given.access
    assert provider.asked == ["/authorize", "/token"]
    assert "close this page" in pages[0]
    assert provider.url in told[0]


def test_the_login_page_is_asked_with_s256_and_a_loopback_address(provider: IdentityProvider) -> None:
    urls: list[str] = []
    browser = Browser(tell=lambda line: None, show=lambda url: urls.append(url) or surf(provider, url))
    credentials.log_in(account_at(provider), browser)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(urls[0]).query).items()}
    assert asked["code_challenge_method"] == "S256"
    assert asked["scope"] == "mail offline"
    assert asked["login_hint"] == SAM
    assert urlsplit(asked["redirect_uri"]).hostname == "127.0.0.1"
    assert len(asked["state"]) >= 20


def test_each_login_has_its_own_state_and_verifier(provider: IdentityProvider) -> None:
    urls: list[str] = []
    browser = Browser(tell=lambda line: None, show=lambda url: urls.append(url) or surf(provider, url))
    for _ in range(2):
        credentials.log_in(account_at(provider), browser)
    first, second = (parse_qs(urlsplit(url).query) for url in urls)
    assert first["state"] != second["state"]
    assert first["code_challenge"] != second["code_challenge"]


def test_a_login_that_was_declined_is_an_error(provider: IdentityProvider, memory: Memory) -> None:
    provider.declines = True
    with pytest.raises(CredentialError, match="declined") as caught:
        credentials.log_in(account_at(provider), browser_at(provider))
    assert "allow" in caught.value.advice
    assert memory.held == {}


def forging(provider: IdentityProvider, change: Callable[[str], str]) -> Browser:
    """Return a browser that comes back with another answer than the login server's."""

    def show(url: str) -> None:
        back = parse_qs(urlsplit(url).query)
        urllib.request.urlopen(f"{back['redirect_uri'][0]}/?code=stolen&state={change(back['state'][0])}", timeout=10)

    return Browser(tell=lambda line: None, show=show)


def test_an_answer_with_another_state_is_refused_and_its_code_used_nowhere(provider: IdentityProvider) -> None:
    with pytest.raises(CredentialError, match="isn't to this login"):
        credentials.log_in(account_at(provider), forging(provider, lambda state: "another"))
    assert provider.posted == []


def test_a_code_of_another_login_is_refused(provider: IdentityProvider) -> None:
    with pytest.raises(CredentialError, match="invalid_grant"):
        credentials.log_in(account_at(provider), forging(provider, lambda state: state))


def test_only_an_answer_counts_and_nobody_else_is_listened_to(provider: IdentityProvider) -> None:
    statuses: list[int] = []

    def show(url: str) -> None:
        back = parse_qs(urlsplit(url).query)["redirect_uri"][0]
        idle = socket.create_connection(("127.0.0.1", urlsplit(back).port or 0))  # as browsers do, ahead of time
        for path in ("/favicon.ico", "/", "/?code=1", "/other?code=1&state=1"):
            try:
                urllib.request.urlopen(back + path, timeout=10)
            except urllib.error.HTTPError as error:
                statuses.append(error.code)
        surf(provider, url)
        idle.close()

    assert credentials.log_in(account_at(provider), Browser(tell=lambda line: None, show=show)).access in provider.good
    assert statuses == [404] * 4


def test_a_login_that_nobody_makes_ends(provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oauth, "BROWSER_SECONDS", 0.2)
    with pytest.raises(CredentialError, match="nobody logged in in time"):
        credentials.log_in(account_at(provider), Browser(tell=lambda line: None, show=lambda url: None))


def test_what_was_granted_may_have_another_name(provider: IdentityProvider) -> None:
    provider.scope_granted = "https://mail.example/IMAP"
    given = credentials.log_in(account_at(provider), browser_at(provider))
    assert given.access in provider.good


def test_an_app_with_a_secret_sends_it_and_it_is_kept_for_renewing(provider: IdentityProvider, memory: Memory) -> None:
    provider.client_secret = "canary-app"
    account = account_at(provider)
    with pytest.raises(CredentialError, match="client id"):
        credentials.log_in(account, browser_at(provider))
    credentials.keep_login(
        account, credentials.log_in(account, browser_at(provider), app_secret="canary-app"), "canary-app"
    )
    assert credentials.renew(account) in provider.good
    assert memory.held["inbox-watch client", SAM] == "canary-app"


# --- by another device ------------------------------------------------------------------------------------------------


def test_a_login_by_device_waits_as_long_as_it_is_told(provider: IdentityProvider, waits: list[float]) -> None:
    provider.device_answers = ["authorization_pending", "slow_down", "authorization_pending", "ok"]
    told: list[str] = []
    given = credentials.log_in(account_at(provider), browser_at(provider, told), by_device=True)
    assert given.access in provider.good
    assert waits == [1, 1, 6, 6]
    assert "WDJB-MJHT" in told[0]
    assert f"{provider.url}/device" in told[0]
    assert "canary" not in told[0]


def test_what_the_login_server_shows_can_t_steer_the_terminal(provider: IdentityProvider, waits: list[float]) -> None:
    provider.user_code = "\x1b[2JWDJB\x9b31m-MJHT\u202e" + "x" * 1000
    told: list[str] = []
    credentials.log_in(account_at(provider), browser_at(provider, told), by_device=True)
    assert "[2JWDJB31m-MJHT" in told[0]
    assert not {"\x1b", "\x9b", "\u202e"} & set(told[0])
    assert len(told[0]) < 600


@pytest.mark.parametrize(("answer", "told"), [("access_denied", "declined"), ("expired_token", "in time")])
def test_a_login_by_device_may_be_declined_or_too_late(
    answer: str, told: str, provider: IdentityProvider, waits: list[float]
) -> None:
    provider.device_answers = ["authorization_pending", answer]
    with pytest.raises(CredentialError, match=told):
        credentials.log_in(account_at(provider), browser_at(provider), by_device=True)


def test_a_device_code_that_is_never_used_is_asked_for_to_its_end_only(
    provider: IdentityProvider, waits: list[float]
) -> None:
    provider.device_answers, provider.device_lifetime = ["authorization_pending"] * 5_000, 30
    with pytest.raises(CredentialError, match="in time"):
        credentials.log_in(account_at(provider), browser_at(provider), by_device=True)
    assert sum(waits) == 30


def test_google_has_no_login_by_device_for_mail() -> None:
    account = Account(name="own", user=SAM, auth="oauth2", oauth=OAuth(provider="google", client_id="x"))
    with pytest.raises(UsageError, match="no login by another device"):
        credentials.log_in(account, Browser(tell=lambda line: None, show=lambda url: None), by_device=True)


# --- renewing ---------------------------------------------------------------------------------------------------------


def test_a_token_is_used_until_shortly_before_its_end(
    logged_in: Account, provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = credentials.secret(logged_in)
    assert credentials.secret(logged_in) == first
    now = tokens.time.monotonic()
    monkeypatch.setattr(tokens.time, "monotonic", lambda: now + 3600 - 30)
    assert credentials.secret(logged_in) != first
    assert [path for path, _ in provider.posted] == ["/token", "/token"]


def test_a_new_refresh_token_takes_the_old_one_s_place(
    logged_in: Account, provider: IdentityProvider, memory: Memory
) -> None:
    provider.rotates = True
    for _ in range(3):
        assert credentials.renew(logged_in) in provider.good
    assert {memory.held["inbox-watch login", SAM]} == provider.refreshable


def test_a_login_that_was_revoked_is_said_once_and_not_asked_for_again(
    logged_in: Account, provider: IdentityProvider
) -> None:
    provider.revoke()
    with pytest.raises(CredentialError, match="the login has ended") as caught:
        credentials.renew(logged_in)
    assert caught.value.advice == "Log in again: inbox-watch account login own."
    asked = len(provider.posted)
    for _ in range(3):
        with pytest.raises(CredentialError, match="not logged in"):
            credentials.secret(logged_in)
    assert len(provider.posted) == asked


def test_a_login_that_another_run_has_just_renewed_goes_on(
    logged_in: Account, provider: IdentityProvider, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = credentials.log_in(logged_in, browser_at(provider)).refresh
    provider.refreshable = {new}
    refresh = oauth.refresh

    def meanwhile(*given: object) -> tokens.Tokens:
        monkeypatch.setattr(oauth, "refresh", refresh)
        memory.held_before = memory.held["inbox-watch login", SAM]  # type: ignore[attr-defined]
        memory.set_password("inbox-watch login", SAM, new)
        return refresh(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(oauth, "refresh", meanwhile)
    assert credentials.renew(logged_in) in provider.good


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ((503, b"later", {}), TemporaryError),
        ((429, b"{}", {"Content-Type": "application/json"}), TemporaryError),
        ((200, b"<html>login</html>", {"Content-Type": "text/html"}), InboxWatchError),
        ((200, b'{"access_token": 7}', {"Content-Type": "application/json"}), InboxWatchError),
        ((200, b"[]", {"Content-Type": "application/json"}), InboxWatchError),
        ((400, b'{"error": "canary\\u001b[2J"}', {"Content-Type": "application/json"}), CredentialError),
        ((400, b'{"error": 7}', {"Content-Type": "application/json"}), InboxWatchError),
    ],
)
def test_an_odd_answer_ends_nothing_but_this_try(
    answer: tuple[int, bytes, dict[str, str]],
    kind: type[InboxWatchError],
    logged_in: Account,
    provider: IdentityProvider,
) -> None:
    provider.failing = [answer]
    with pytest.raises(kind) as caught:
        credentials.renew(logged_in)
    assert "canary" not in f"{caught.value.what} {caught.value.advice}"
    assert caught.value.what.startswith("own: ")
    assert credentials.renew(logged_in) in provider.good


def test_a_login_server_whose_answer_has_no_end_is_left(
    logged_in: Account, provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oauth, "WHOLE_SECONDS", 0.1)
    provider.held.clear()
    try:
        for _ in range(3):
            with pytest.raises(TemporaryError, match="no whole answer in time"):
                credentials.renew(logged_in)
        assert sum(thread.name == "login server" for thread in threading.enumerate()) == 1
    finally:
        provider.held.set()


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_takes_a_token_elsewhere(status: int, logged_in: Account, provider: IdentityProvider) -> None:
    provider.failing = [(status, b"", {"Location": f"{provider.url}/elsewhere"})]
    with pytest.raises(TemporaryError):
        credentials.renew(logged_in)
    assert "/elsewhere" not in provider.asked


def test_a_login_server_that_is_away_is_temporary(logged_in: Account) -> None:
    assert logged_in.oauth
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    away = replace(logged_in, oauth=replace(logged_in.oauth, token_url=f"https://localhost:{port}/token"))
    with pytest.raises(TemporaryError, match="login server"):
        credentials.renew(away)


def test_a_login_server_whose_certificate_is_unknown_gets_nothing(
    logged_in: Account, provider: IdentityProvider
) -> None:
    assert logged_in.oauth
    before = len(provider.posted)
    with pytest.raises(ConfigError, match="isn't trusted"):
        credentials.renew(replace(logged_in, oauth=replace(logged_in.oauth, ca_file="")))
    assert len(provider.posted) == before


def test_a_private_ca_that_is_not_there_names_its_key(logged_in: Account) -> None:
    assert logged_in.oauth
    with pytest.raises(ConfigError, match=r"oauth\.ca_file"):
        credentials.renew(replace(logged_in, oauth=replace(logged_in.oauth, ca_file="/nowhere/ca.pem")))


def test_a_private_ca_counts_whatever_the_environment_says(
    provider: IdentityProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(make_ca_and_cert(tmp_path)[0]))
    account = account_at(provider)
    credentials.keep_login(account, credentials.log_in(account, browser_at(provider)))
    assert credentials.renew(account) in provider.good
    assert credentials.log_in(account, browser_at(provider), by_device=True).access in provider.good


# --- settings ---------------------------------------------------------------------------------------------------------


def test_the_known_providers_speak_https_alone() -> None:
    for server in PRESETS.values():
        for url in (server.authorize_url, server.token_url, server.device_url):
            assert not url or url.startswith("https://")


def test_an_account_without_settings_for_oauth_says_what_is_missing() -> None:
    with pytest.raises(ConfigError, match="oauth is missing"):
        oauth.refresh(Account(name="own", user=SAM, auth="oauth2"), "x", None)


def test_without_the_extra_the_error_names_it() -> None:
    code = (
        "import sys; sys.modules['requests_oauthlib'] = None\n"
        "from inbox_watch.config import Account, OAuth\n"
        "from inbox_watch.credentials import oauth\n"
        "try:\n"
        "    oauth.refresh(Account(name='own', user='sam', auth='oauth2', "
        "oauth=OAuth(provider='google', client_id='x')), 'y', None)\n"
        "except oauth.ConfigError as error:\n"
        "    print(error.advice)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "Install it: pip install 'inbox-watch[oauth]'\n"


def test_no_token_is_logged_however_talkative_the_libraries_are_set(
    provider: IdentityProvider, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.client_secret = "canary-app"
    names = ("requests_oauthlib.oauth2_session", "oauthlib.oauth2.rfc6749.clients.base", "urllib3.connectionpool")
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    account = account_at(provider)
    with caplog.at_level(logging.DEBUG):
        given = credentials.log_in(account, browser_at(provider), app_secret="canary-app")
        credentials.keep_login(account, given, "canary-app")
        credentials.renew(account)
    assert "canary" not in caplog.text
    assert "canary" not in repr(given)
