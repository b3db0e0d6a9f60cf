"""Logging in with tokens and with odd passwords; what a refusal means, and that no secret is said back."""

import base64
import logging
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inbox_watch import cli
from inbox_watch.config import Account
from inbox_watch.errors import ConfigError, CredentialError, TemporaryError
from inbox_watch.sources.imap import connection, patience
from inbox_watch.sources.imap.connection import connected
from tests.servers.dovecot import make_ca_and_cert
from tests.servers.scripted_imap import CLOSE, ScriptedIMAP

BOTH = "IMAP4rev1 AUTH=XOAUTH2 AUTH=OAUTHBEARER"
ASKED = b"+ \r\n"
REFUSAL = b"+ " + base64.b64encode(b'{"status":"401","schemes":"bearer","scope":"mail"}') + b"\r\n"


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, str]:
    ca, certificate, key = make_ca_and_cert(Path(tmp_path_factory.mktemp("tls")))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, str(ca)


class Tokens:
    """A server that takes the tokens in `good`, and asks once more after a refusal, as RFC 7628 wants it."""

    def __init__(self, *good: str, end: bytes = b"NO [AUTHENTICATIONFAILED] Invalid credentials") -> None:
        self.good, self.end = good, end
        self.given: list[str] = []
        self._tag, self._was_refused = b"", False
        self.rules = [(r"AUTHENTICATE .*", self._begin), (r"", self._answer)]

    def _begin(self, tag: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        self._tag, self._was_refused = tag, False
        return [ASKED]

    def _answer(self, line: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        said = base64.b64decode(line).decode()
        self.given.append(said)
        if any(f"auth=Bearer {token}\1\1" in said for token in self.good):
            return [self._tag + b" OK done\r\n"]
        if not self._was_refused:
            self._was_refused = True
            return [REFUSAL]
        return [self._tag + b" " + self.end + b"\r\n"]


def log_in(
    rules: list[object],
    tls: tuple[ssl.SSLContext, str],
    secret: str,
    *,
    auth: str = "oauth2",
    renew: Callable[[], str] | None = None,
    capabilities: str = BOTH,
    user: str = "sam@example.com",
) -> bytes:
    """Log in and out; return what the server was told."""
    context, ca = tls
    with ScriptedIMAP(rules, context=context, capabilities=capabilities) as server:  # type: ignore[no-untyped-call]
        account = Account(name="own", user=user, port=server.port, ca_file=ca, auth=auth)
        with connected(account, "localhost", secret, renew):
            pass
        return b"".join(server.received)


@pytest.mark.parametrize(
    ("capabilities", "mechanism", "said"),
    [
        (BOTH, b"XOAUTH2", "user=sam@example.com\1auth=Bearer good\1\1"),
        ("IMAP4rev1", b"XOAUTH2", "user=sam@example.com\1auth=Bearer good\1\1"),
        ("IMAP4rev1 AUTH=OAUTHBEARER", b"OAUTHBEARER", "n,a=sam@example.com,\1auth=Bearer good\1\1"),
    ],
)
def test_a_token_goes_by_the_mechanism_that_the_server_has(
    capabilities: str, mechanism: bytes, said: str, tls: tuple[ssl.SSLContext, str]
) -> None:
    server = Tokens("good")
    sent = log_in(server.rules, tls, "good", capabilities=capabilities)
    assert b" AUTHENTICATE " + mechanism + b"\r\n" in sent
    assert server.given == [said]
    assert b"LOGIN" not in sent


@pytest.mark.parametrize(("capabilities", "end"), [(BOTH, ""), ("IMAP4rev1 AUTH=OAUTHBEARER", "\1")])
def test_a_refused_token_is_renewed_once_and_the_new_one_tried(
    capabilities: str, end: str, tls: tuple[ssl.SSLContext, str]
) -> None:
    server = Tokens("new")
    log_in(server.rules, tls, "old", renew=lambda: "new", capabilities=capabilities)
    first, gave_up, second = server.given
    assert ("Bearer old" in first, gave_up, "Bearer new" in second) == (True, end, True)


def test_a_token_that_is_refused_again_ends_the_try(tls: tuple[ssl.SSLContext, str]) -> None:
    server, renewed = Tokens(), []
    with pytest.raises(CredentialError, match="Invalid credentials") as caught:
        log_in(server.rules, tls, "canary-old", renew=lambda: renewed.append(1) or "canary-new")
    assert caught.value.advice == "Log in again, as sam@example.com: inbox-watch account login own."
    assert (len(renewed), len(server.given)) == (1, 4)
    assert "canary" not in caught.value.what


def test_a_login_that_has_ended_is_what_the_user_hears(tls: tuple[ssl.SSLContext, str]) -> None:
    def renew() -> str:
        raise CredentialError("own: the login has ended", advice="Log in again.")

    with pytest.raises(CredentialError, match="the login has ended"):
        log_in(Tokens().rules, tls, "old", renew=renew)


def test_a_password_that_is_refused_is_tried_once(tls: tuple[ssl.SSLContext, str]) -> None:
    tries: list[str] = []
    rule = (r"LOGIN .*", lambda tag, command, server: tries.append(command) or [b"{tag} NO wrong\r\n"])
    with pytest.raises(CredentialError, match="refused the login"):
        log_in([rule], tls, "hunter2", auth="password", renew=lambda: "hunter3")
    assert len(tries) == 1


def test_a_server_that_has_no_time_isn_t_a_wrong_password(
    tls: tuple[ssl.SSLContext, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "pause", lambda seconds: None)
    for auth, rules in {
        "password": [(r"LOGIN .*", [b"{tag} NO [UNAVAILABLE] later\r\n"])],
        "oauth2": Tokens(end=b"NO [UNAVAILABLE] later").rules,
    }.items():
        with pytest.raises(TemporaryError, match="takes no login now"):
            log_in(rules, tls, "hunter2", auth=auth, renew=lambda: "hunter3")


@pytest.mark.parametrize("secret", ["hunter2", 'with "quotes" and \\', "pässwörd", "пароль"])
@pytest.mark.parametrize("auth", ["password", "oauth2"])
def test_a_server_that_says_the_secret_back_isn_t_quoted(
    auth: str, secret: str, tls: tuple[ssl.SSLContext, str], caplog: pytest.LogCaptureFixture
) -> None:
    said = [b"{tag} BAD what is ", secret.encode(), b" or ", base64.b64encode(secret.encode()), b"?\r\n"]
    rules = [(r"LOGIN .*", said), (r"AUTHENTICATE .*", said)]
    with caplog.at_level(logging.DEBUG), pytest.raises((CredentialError, TemporaryError)) as caught:
        log_in(rules, tls, secret, auth=auth)
    assert secret not in f"{caught.value.what} {caught.value.advice} {caplog.text}"
    assert "what is *** or ***?" in caught.value.what


def test_a_password_beyond_ascii_goes_by_plain(tls: tuple[ssl.SSLContext, str]) -> None:
    said: list[bytes] = []

    def answer(line: bytes, command: str, server: ScriptedIMAP) -> list[object]:
        said.append(base64.b64decode(line))
        return [tags[0] + b" OK done\r\n"]

    tags: list[bytes] = []
    begin = (r"AUTHENTICATE PLAIN", lambda tag, command, server: tags.append(tag) or [ASKED])
    log_in([begin, (r"", answer)], tls, "pässwörd", auth="password")
    assert said == ["\0sam@example.com\0pässwörd".encode()]


def test_a_server_that_asks_and_asks_gets_no_second_secret(tls: tuple[ssl.SSLContext, str]) -> None:
    said: list[bytes] = []
    again = (r"", lambda line, command, server: said.append(line) or [ASKED])
    with pytest.raises((CredentialError, TemporaryError)):
        log_in([(r"AUTHENTICATE .*", [ASKED]), again], tls, "hunter2")
    assert sum(b"hunter2" in base64.b64decode(line) for line in said) == 1


@pytest.mark.parametrize("said", ["b'\\x'", "b'\\x00' b\"", "b'" + "\\" * 5001, "b'\u00e9'", "[b'x']", "\1\2"])
def test_a_refusal_of_odd_words_is_a_refusal(said: str, tls: tuple[ssl.SSLContext, str]) -> None:
    with pytest.raises(CredentialError, match="refused the login"):
        log_in(Tokens(end=b"NO " + said.encode()).rules, tls, "canary")


@pytest.mark.parametrize("auth", ["password", "oauth2"])
@pytest.mark.parametrize("end", [[CLOSE], [b"* BYE shutting down\r\n", CLOSE]])
def test_a_server_that_hangs_up_at_the_login_has_refused_nobody(
    end: list[object], auth: str, tls: tuple[ssl.SSLContext, str]
) -> None:
    renewed: list[int] = []
    with pytest.raises(TemporaryError, match="the connection ended at the login"):
        log_in([(r"(LOGIN|AUTHENTICATE) .*", end)], tls, "x", auth=auth, renew=lambda: renewed.append(1) or "y")
    assert renewed == []


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ("sam@example.com", b"LOGIN sam@example.com "),
        ("Sam Reed", b'LOGIN "Sam Reed" '),
        ("OFFICE\\sam", b'LOGIN "OFFICE\\\\sam" '),
        ('sam"(', b'LOGIN "sam\\"(" '),
    ],
)
def test_a_login_name_is_quoted_where_it_has_to_be(user: str, said: bytes, tls: tuple[ssl.SSLContext, str]) -> None:
    assert said in log_in([], tls, "hunter2", auth="password", user=user)


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("ID", b"{tag} NO no\r\n"),
        ("ID", b"{tag} BAD no\r\n"),
        ("ID", b"* ID (((\r\n{tag} OK odd\r\n"),
        ("COMPRESS DEFLATE", b"{tag} NO no\r\n"),
        ("COMPRESS DEFLATE", b"{tag} BAD no\r\n"),
    ],
)
def test_a_server_that_minds_a_courtesy_is_read_all_the_same(
    command: str, answer: bytes, tls: tuple[ssl.SSLContext, str]
) -> None:
    capabilities = f"IMAP4rev1 {command.replace(' ', '=')}"
    said = log_in([(f"{command}.*", [answer])], tls, "hunter2", auth="password", capabilities=capabilities)
    assert command.encode() in said
    assert said.endswith(b" LOGOUT\r\n")


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_ca_file_that_can_t_be_read_names_its_key(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    if content:
        path.write_text(content)
    account = Account(name="own", user="sam@example.com", port=1, ca_file=str(path))
    with pytest.raises(ConfigError, match="account own: ca_file: can't read"), connected(account, "localhost", "x"):
        pass


@pytest.mark.parametrize("words", [["doctor"], ["account", "check"]])
def test_what_a_server_says_of_a_refusal_can_t_steer_the_terminal(
    words: list[str], tls: tuple[ssl.SSLContext, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = (r"LOGIN .*", [b"{tag} NO \x1b]0;owned\x07 no \xc2\x9b2J\r\n"])
    context, ca = tls
    with ScriptedIMAP([rule], context=context) as server:  # type: ignore[no-untyped-call]
        (tmp_path / "config.toml").write_text(
            f'[[account]]\nname = "own"\nuser = "sam@example.com"\nhost = "localhost"\nport = {server.port}\n'
            f'ca_file = "{ca}"\npassword_command = ["printf", "hunter2"]\n'
        )
        assert cli.run(["--config", str(tmp_path / "config.toml"), "--state", str(tmp_path), *words]) == 77
    told = "".join(capsys.readouterr())
    assert "refused the login" in told
    assert not {"\x1b", "\x07", "\x9b"} & set(told)


@pytest.mark.parametrize("words", [["scan"], ["doctor"], ["account", "check"]])
def test_a_wait_that_a_server_asks_for_is_said_before_it_begins(
    words: list[str],
    tls: tuple[ssl.SSLContext, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[tuple[float, str]] = []
    monkeypatch.setattr(patience, "pause", lambda seconds: waited.append((seconds, capsys.readouterr().err)))
    answers = [b"{tag} NO throttled. Suggested Backoff Time: 44100 milliseconds\r\n", b"{tag} OK done\r\n"]
    rule = (r"LOGIN .*", lambda tag, command, server: [answers.pop(0)])
    context, ca = tls
    with ScriptedIMAP([rule], context=context) as server:  # type: ignore[no-untyped-call]
        (tmp_path / "config.toml").write_text(
            f'[[account]]\nname = "own\\u009b2J"\nuser = "sam@example.com"\nhost = "localhost"\nport = {server.port}\n'
            f'ca_file = "{ca}"\npassword_command = ["printf", "hunter2"]\n'
        )
        cli.run(["--config", str(tmp_path / "config.toml"), "--state", str(tmp_path), *words])
    ((seconds, said),) = waited
    assert seconds == 44.1
    assert said.endswith("(localhost): the server asks for patience: waiting 45 seconds\n")
    assert "\x9b" not in said


def test_a_server_that_draws_out_the_leave_is_left(
    tls: tuple[ssl.SSLContext, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CLOSE_SECONDS", 0.2)
    said: list[int] = []

    def drip(tag: bytes, command: str, server: ScriptedIMAP) -> Iterator[object]:
        for number in range(400):
            said.append(number)
            yield b"* OK one moment\r\n"
            yield 0.05

    log_in([(r"LOGOUT", drip)], tls, "hunter2", auth="password")
    assert len(said) < 400
