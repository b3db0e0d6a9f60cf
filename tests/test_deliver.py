"""The one mail that leaves the machine: over verified TLS to a real server, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_watch import deliver
from inbox_watch.config import Smtp
from inbox_watch.errors import ConfigError, CredentialError, InboxWatchError, TemporaryError
from tests.servers import smtp as servers
from tests.servers.smtp import PASSWORD, USER, Authority, Inbox, Line

MAIL = b"From: sam@example.com\r\nTo: sam@example.com\r\nSubject: 2 due\r\n\r\nHello\r\n.\r\n..dots\r\n"
EHLO = b"250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture(params=["implicit", "starttls"])
def server(request: pytest.FixtureRequest, authority: Authority) -> Iterator[tuple[Smtp, Inbox]]:
    with servers.running(authority, tls=request.param) as made:
        yield made


def send(smtp: Smtp, password: str | None = PASSWORD) -> None:
    deliver.send(smtp, password, sender=USER, recipient=USER, mail=MAIL)


def test_a_mail_arrives_as_it_was_made(server: tuple[Smtp, Inbox]) -> None:
    smtp, inbox = server
    send(smtp)
    assert inbox.mails == [MAIL]
    assert inbox.envelopes == [(USER, [USER])]
    assert inbox.logins == [(USER, PASSWORD)]


def test_a_refused_login_is_a_matter_of_credentials_and_tells_no_secret(server: tuple[Smtp, Inbox]) -> None:
    smtp, inbox = server
    with pytest.raises(CredentialError, match="refused the login") as caught:
        send(smtp, "wrong canary 99")
    assert "canary" not in caught.value.what + caught.value.advice
    assert inbox.mails == []


def test_without_a_login_a_server_that_wants_one_is_a_matter_of_credentials(server: tuple[Smtp, Inbox]) -> None:
    with pytest.raises(CredentialError, match="530"):
        send(server[0], None)


def test_a_server_that_asks_for_patience_takes_the_mail_the_next_time(server: tuple[Smtp, Inbox]) -> None:
    smtp, inbox = server
    inbox.data = ["451 try again later"]
    with pytest.raises(TemporaryError, match="451"):
        send(smtp)
    send(smtp)
    assert inbox.mails == [MAIL]


def test_a_recipient_that_is_put_off_is_temporary(server: tuple[Smtp, Inbox]) -> None:
    smtp, inbox = server
    inbox.recipient = ["450 greylisted"]
    with pytest.raises(TemporaryError, match="greylisted"):
        send(smtp)


def test_a_recipient_that_does_not_exist_is_refused_for_good_and_named(server: tuple[Smtp, Inbox]) -> None:
    smtp, inbox = server
    inbox.recipient = ["550 no such user"]
    with pytest.raises(deliver.Refused, match=r"digest\.to: .*550: no such user") as caught:
        send(smtp)
    assert caught.value.exit_status == 78


def test_a_digest_that_is_taken_for_spam_is_refused_for_good(server: tuple[Smtp, Inbox]) -> None:
    smtp, inbox = server
    inbox.data = ["554 looks like spam"]
    with pytest.raises(deliver.Refused, match="looks like spam"):
        send(smtp)


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_certificate_of_another_host_ends_it_before_any_word(tls: str, authority: Authority) -> None:
    with (
        servers.running(authority, tls=tls, is_wrong=True) as (smtp, inbox),
        pytest.raises(ConfigError, match="certificate isn't trusted"),
    ):
        send(smtp)
    assert inbox.logins == []


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_certificate_of_an_unknown_authority_ends_it_before_any_word(tls: str, authority: Authority) -> None:
    with servers.running(authority, tls=tls) as (smtp, inbox):
        stranger = Smtp(host=smtp.host, port=smtp.port, user=USER, tls=tls)
        with pytest.raises(ConfigError, match="certificate isn't trusted"):
            send(stranger)
    assert inbox.logins == []


def test_a_ca_file_that_is_not_there_names_its_key(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"digest\.smtp\.ca_file"):
        send(Smtp(host="localhost", port=1, ca_file=str(tmp_path / "none.pem")))


def test_nobody_at_the_port_is_temporary() -> None:
    with pytest.raises(TemporaryError, match="localhost:1:"):
        send(Smtp(host="localhost", port=1, user=USER))


# --- servers that do what no honest one would -----------------------------------------------------------------------


def stripped(line: Line) -> None:
    line.say(b"220 here\r\n")
    line.hear()
    line.say(b"250-here\r\n250 AUTH PLAIN LOGIN\r\n")
    while line.hear():
        line.say(b"235 fine\r\n")


def injected(line: Line) -> None:
    line.say(b"220 here\r\n")
    line.hear()
    line.say(EHLO)
    line.hear()
    line.say(b"220 go on\r\n250-injected\r\n250 AUTH PLAIN\r\n")
    line.secure()
    while line.hear():
        line.say(b"250 fine\r\n")


def refuses_tls(line: Line) -> None:
    line.say(b"220 here\r\n")
    line.hear()
    line.say(EHLO)
    line.hear()
    line.say(b"454 not now\r\n")
    while line.hear():
        line.say(b"235 fine\r\n")


def already_in(line: Line) -> None:
    line.say(b"235 you are logged in\r\n")
    while line.hear():
        line.say(b"250 fine\r\n")


@pytest.mark.parametrize("script", [stripped, injected, refuses_tls, already_in])
def test_no_password_and_no_mail_leave_before_tls_is_sure(script: servers.Script, authority: Authority) -> None:
    with servers.scripted(authority, script) as (smtp, heard), pytest.raises(InboxWatchError):
        send(smtp)
    assert not [line for line in heard if line[:4].upper() not in (b"EHLO", b"STAR", b"")]


def test_what_was_promised_before_tls_counts_for_nothing(authority: Authority) -> None:
    def script(line: Line) -> None:
        line.say(b"220 here\r\n")
        line.hear()
        line.say(EHLO)
        line.hear()
        line.say(b"220 go on\r\n")
        line.secure()
        line.hear()
        line.say(b"250 here, and no login\r\n")
        while line.hear():
            line.say(b"250 fine\r\n")

    with servers.scripted(authority, script) as (smtp, heard), pytest.raises(ConfigError, match="no login by password"):
        send(smtp)
    assert not any(b"AUTH" in line for line in heard)


def answering(line: Line, *, until: bytes) -> None:
    line.say(b"220 here\r\n")
    while (said := line.hear()) and not said.upper().startswith(until):
        if said.upper().startswith(b"EHLO"):
            line.say(b"250-here\r\n250 AUTH PLAIN LOGIN\r\n")
        elif said.upper().startswith(b"AUTH"):
            line.say(b"235 in\r\n")
        else:
            line.say(b"250 fine\r\n")


def test_a_server_that_hangs_up_in_the_middle_of_the_mail_is_temporary(authority: Authority) -> None:
    def script(line: Line) -> None:
        answering(line, until=b"DATA")
        line.say(b"354 go on\r\n")
        line.hear()

    with servers.scripted(authority, script, tls="implicit") as (smtp, heard), pytest.raises(TemporaryError):
        send(smtp)
    assert heard[-2:] == [b"data\r\n", b"From: sam@example.com\r\n"]


@pytest.mark.parametrize(
    "greeting",
    [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"220 " + b"x" * 20_000, b"\x00\xff" * 5_000, b"220-a\r\n" * 500, b""],
)
def test_what_speaks_no_smtp_is_temporary(greeting: bytes, authority: Authority) -> None:
    with (
        servers.scripted(authority, lambda line: line.say(greeting), tls="implicit") as (smtp, _),
        pytest.raises(TemporaryError),
    ):
        send(smtp)


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_server_that_drips_for_ever_is_left_after_the_whole_time(
    tls: str, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "WHOLE_SECONDS", 0.5)
    monkeypatch.setattr(deliver, "_MOST_ANSWER", 10**9)
    with (
        servers.scripted(authority, lambda line: servers.drip(line, 0.02), tls=tls) as (smtp, _),
        pytest.raises(TemporaryError),
    ):
        send(smtp)


def test_a_handshake_that_never_comes_is_left_after_the_whole_time(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "WHOLE_SECONDS", 0.5)
    with (
        servers.scripted(authority, lambda line: servers.drip_tls(line, 0.02), tls="starttls") as (smtp, _),
        pytest.raises(TemporaryError),
    ):
        send(Smtp(host=smtp.host, port=smtp.port, user=USER, ca_file=smtp.ca_file))
