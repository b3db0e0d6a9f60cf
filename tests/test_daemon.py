"""The daemon as a process of its own, against real servers."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from inbox_watch import demo, store
from inbox_watch.config import Account as Configured
from inbox_watch.config import Config, Digest, load
from inbox_watch.daemon.look import Say, look
from inbox_watch.sources.imap import live
from inbox_watch.store import chores
from inbox_watch.store.database import FILE
from tests.servers import smtp as servers
from tests.servers.chaos_proxy import ChaosProxy, Fault
from tests.servers.dovecot import Dovecot, make_ca_and_cert
from tests.servers.scanning import Account, everyday, recruiter
from tests.servers.scripted_imap import ScriptedIMAP
from tests.servers.smtp import PASSWORD, USER, Authority, Inbox, Smtp
from tests.servers.warm import Child, Warm

pytestmark = pytest.mark.dovecot

# The same command line, with a schedule of seconds: the configuration takes no less than a minute.
CHILD = """
import sys
from dataclasses import replace
from datetime import time, timedelta
from inbox_watch import config
real = config.load
config.load = lambda path=None: replace(
    real(path), schedule=config.Schedule(scan_every=timedelta(seconds=float(sys.argv[1])), digest_at=time(0)))
from inbox_watch import cli
cli.main(sys.argv[2:])
"""


def fresh(mail: bytes) -> bytes:
    """Return a mail as if it had come an hour ago."""
    hour_ago = format_datetime(datetime.fromtimestamp(time.time(), UTC) - timedelta(hours=1))
    return re.sub(rb"Date: [^\r]+", f"Date: {hour_ago}".encode(), mail, count=1)


class Daemon:
    """A running daemon, and what it has said so far."""

    def __init__(
        self,
        account: Account,
        *arguments: str,
        every: float = 0.25,
        command: str = "daemon",
        stdin: int = subprocess.DEVNULL,
        log: Path | None = None,
        warm: Warm | None = None,
    ) -> None:
        self.log = log or account.folder / f"said {time.monotonic_ns()}"
        places = ["--config", str(account.config), "--state", str(account.state)]
        given = [str(every), *places, command, *arguments]
        environment = {**os.environ, "XDG_STATE_HOME": str(account.folder)}
        self.process: Child | subprocess.Popen[bytes]
        with self.log.open("wb") as file:
            if warm:
                self.process = warm.start(CHILD, given, stdin=stdin, output=file.fileno(), environment=environment)
            else:
                self.process = subprocess.Popen(
                    [sys.executable, "-c", CHILD, *given], stdin=stdin, stdout=file, stderr=file, env=environment
                )

    def said(self, words: str = "") -> list[str]:
        """Return the lines with these words."""
        return [line for line in self.log.read_text().splitlines() if words in line]

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds; for ever is 30 seconds."""
        deadline = time.monotonic() + 30
        while not holds():
            assert time.monotonic() < deadline, self.said()
            assert self.process.poll() is None, self.said()
            time.sleep(0.02)

    def end(self, number: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(30)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    made = Warm(tmp_path_factory.mktemp("warm"))
    yield made
    made.end()


@pytest.fixture
def start(warm: Warm) -> Iterator[Callable[..., Daemon]]:
    """Start daemons; those that a test leaves running are killed. With `is_cold`, the program is loaded anew."""
    made: list[Daemon] = []

    def begin(*given: object, is_cold: bool = False, **more: object) -> Daemon:
        made.append(Daemon(*given, warm=None if is_cold else warm, **more))  # type: ignore[arg-type]
        return made[-1]

    yield begin
    for one in made:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


Start = Callable[..., Daemon]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def mail_server(authority: Authority) -> Iterator[tuple[Smtp, Inbox]]:
    with servers.running(authority) as made:
        yield made


def toml(smtp: Smtp) -> str:
    return (
        f'[me]\naddresses = ["{demo.ME}"]\n[digest]\nto = "{USER}"\nfrom = "{USER}"\n'
        f'[digest.smtp]\nhost = "{smtp.host}"\nport = {smtp.port}\nuser = "{smtp.user}"\nca_file = "{smtp.ca_file}"\n'
        f"password_command = {json.dumps(['printf', '%s', PASSWORD])}\n"
    )


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Dovecot:
    """An account with one recruiter's mail and one of everyday life."""
    dovecot.clear()
    dovecot.fill("INBOX", [fresh(recruiter(1, words="Dornroeschen sleeps.")), fresh(everyday(2, "They ripen."))])
    return dovecot


# --- end to end -------------------------------------------------------------------------------------------------------


def test_the_digest_arrives_once_and_the_next_scan_knows_it(
    mailbox: Dovecot, mail_server: tuple[Smtp, Inbox], tmp_path: Path, start: Start
) -> None:
    smtp, inbox = mail_server
    account = Account(mailbox, tmp_path, extra=toml(smtp))
    daemon = start(account, is_cold=True)
    daemon.until(lambda: daemon.said("digest: sent"))
    daemon.until(lambda: len(daemon.said("scanned:")) >= 3)
    assert daemon.end() == 0
    again = start(account)
    again.until(lambda: len(again.said("scanned:")) >= 2)
    mailbox.deliver("INBOX", inbox.mails[0])
    again.until(lambda: again.said("1 new mails"))
    again.until(lambda: "1 opportunities" in again.said("scanned:")[-1])
    assert again.end() == 0
    assert len(inbox.mails) == 1
    assert b"Acme" in inbox.mails[0]


def test_without_a_digest_server_it_only_scans_and_says_so(mailbox: Dovecot, tmp_path: Path, start: Start) -> None:
    daemon = start(Account(mailbox, tmp_path))
    daemon.until(lambda: len(daemon.said("scanned: 1 of 1 accounts")) >= 2)
    assert daemon.end() == 0
    assert "no digest: digest.to or digest.smtp is not set" in daemon.said("started:")[0]
    assert daemon.said("digest: ") == daemon.said("started:")


def test_it_says_no_word_of_mail_and_no_secret(
    mailbox: Dovecot, mail_server: tuple[Smtp, Inbox], tmp_path: Path, start: Start
) -> None:
    daemon = start(Account(mailbox, tmp_path, extra=toml(mail_server[0])), "--verbose")
    daemon.until(lambda: daemon.said("digest: sent"))
    daemon.end()
    said = "\n".join(daemon.said())
    for word in ("Dornroeschen", "Acme", "Dana", "application", PASSWORD, mailbox.password):
        assert word not in said


# --- the end ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_signal_in_the_middle_of_a_scan_ends_it_and_loses_nothing(
    number: int, status: int, mailbox: Dovecot, tmp_path: Path, start: Start
) -> None:
    with ChaosProxy(("127.0.0.1", mailbox.tls_port)) as proxy:
        proxy.plan([Fault("stall", after=6_000), Fault()])
        account = Account(mailbox, tmp_path, port=proxy.port)
        daemon = start(account)
        daemon.until(lambda: any(b" UID " in line or b" STATUS " in line for line in heard(mailbox)))
        assert daemon.end(number) == status
        assert daemon.said("stopped")
        assert not daemon.said("scanned:")
        database = sqlite3.connect(account.state / FILE)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()
        again = start(account)
        again.until(lambda: again.said("1 opportunities"))
        assert again.end() == 0


def test_a_terminal_that_is_closed_ends_it(mailbox: Dovecot, tmp_path: Path, start: Start) -> None:
    mine, its = pty.openpty()
    daemon = start(Account(mailbox, tmp_path), stdin=its)
    os.close(its)
    daemon.until(lambda: daemon.said("scanned:"))
    daemon.process.send_signal(signal.SIGHUP)  # with the terminal there, it only reads the configuration
    daemon.until(lambda: daemon.said("read anew"))
    os.close(mine)
    assert daemon.end(signal.SIGHUP) == 0
    assert daemon.said("stopped")


def test_a_log_that_is_full_ends_nothing(
    mailbox: Dovecot, mail_server: tuple[Smtp, Inbox], tmp_path: Path, start: Start
) -> None:
    smtp, inbox = mail_server
    daemon = start(Account(mailbox, tmp_path, extra=toml(smtp)), log=Path("/dev/full"))
    deadline = time.monotonic() + 30
    while not inbox.mails:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert daemon.end() == 0


def heard(server: Dovecot) -> list[bytes]:
    return [line for log in server.rawlog.glob("*.in") for line in log.read_bytes().splitlines()]


def test_killed_without_a_word_it_leaves_its_place_free(mailbox: Dovecot, tmp_path: Path, start: Start) -> None:
    account = Account(mailbox, tmp_path)
    daemon = start(account)
    daemon.until(lambda: daemon.said("scanned:"))
    daemon.end(signal.SIGKILL)
    again = start(account)
    again.until(lambda: again.said("scanned:"))
    assert again.end() == 0


# --- one instance, systemd, configuration -----------------------------------------------------------------------------


def test_a_second_one_is_refused_and_a_tick_leaves_the_work_to_the_first(
    mailbox: Dovecot, tmp_path: Path, start: Start
) -> None:
    account = Account(mailbox, tmp_path)
    daemon = start(account)
    daemon.until(lambda: daemon.said("scanned:"))
    second = start(account)
    assert second.process.wait(30) == 75
    assert second.said("runs already with the state folder")
    ticked = start(account, command="tick")
    assert ticked.process.wait(30) == 0
    assert ticked.said("does what is due")
    assert daemon.end() == 0


def test_systemd_hears_when_it_is_ready_alive_and_ending(
    mailbox: Dovecot, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.bind(str(place))
        sock.settimeout(30)
        monkeypatch.setenv("NOTIFY_SOCKET", str(place))
        daemon = start(Account(mailbox, tmp_path))
        assert sock.recv(100).startswith(b"READY=1")
        assert sock.recv(100) == b"WATCHDOG=1"
        daemon.end()
        told = b""
        while told != b"STOPPING=1":
            told = sock.recv(100)


def test_sighup_reads_the_configuration_anew_and_a_wrong_one_changes_nothing(
    mailbox: Dovecot, tmp_path: Path, start: Start
) -> None:
    account = Account(mailbox, tmp_path)
    right = account.config.read_text()
    daemon = start(account)
    daemon.until(lambda: daemon.said("scanned:"))
    account.config.write_text(right + "\nodd = 1\n")
    daemon.process.send_signal(signal.SIGHUP)
    daemon.until(lambda: daemon.said("stays in use"))
    before = len(daemon.said("scanned:"))
    daemon.until(lambda: len(daemon.said("scanned:")) > before)
    account.config.write_text(right.replace('"own"', '"mine"'))
    daemon.process.send_signal(signal.SIGHUP)
    daemon.until(lambda: daemon.said("read anew"))
    daemon.until(lambda: daemon.said("2 new mails"))
    account.config.write_text("")
    daemon.process.send_signal(signal.SIGHUP)
    daemon.until(lambda: daemon.said("no account configured"))
    assert daemon.end() == 0


def test_without_an_account_there_is_nothing_to_watch(mailbox: Dovecot, tmp_path: Path, start: Start) -> None:
    account = Account(mailbox, tmp_path)
    account.config.write_text("")
    for command in ("daemon", "tick"):
        daemon = start(account, command=command)
        assert daemon.process.wait(30) == 78
        assert daemon.said("no account configured")


# --- what fails -------------------------------------------------------------------------------------------------------


def test_an_account_that_can_t_be_reached_is_said_once_and_left_alone_for_a_while(
    mailbox: Dovecot, tmp_path: Path, start: Start
) -> None:
    with ChaosProxy(("127.0.0.1", mailbox.tls_port)) as proxy:
        proxy.plan(Fault("refuse"))
        daemon = start(Account(mailbox, tmp_path, port=proxy.port))
        daemon.until(lambda: len(daemon.said("scanned: 0 of 1")) >= 3)
        assert len(daemon.said("localhost")) == 1
        assert len(daemon.said("tried again at")) == 1
        proxy.plan(Fault())
        daemon.process.send_signal(signal.SIGHUP)  # what rests is tried anew, as after a sleep
        daemon.until(lambda: daemon.said("own: works again"))
        assert daemon.end() == 0


def unreachable(port: int) -> Configured:
    return Configured(name="own", user="x", host="127.0.0.1", port=port, password_command=("echo", "x"))


def noted() -> tuple[list[str], Say]:
    """Return a list, and what writes into it all that is said."""
    said: list[str] = []
    return said, Say(line=said.append, detail=lambda _: None, error=lambda error: said.append(error.what))


def test_a_digest_that_could_not_be_sent_is_tried_again_at_the_time_that_was_said(
    mailbox: Dovecot, mail_server: tuple[Smtp, Inbox], tmp_path: Path
) -> None:
    smtp, inbox = mail_server
    rare = '[schedule]\nscan_every = "10h"\ndigest_at = "00:00"\n'
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    account = Account(mailbox, tmp_path, extra=toml(replace(smtp, port=port)) + rare)
    account.state.mkdir()
    said, say = noted()
    now = datetime.fromtimestamp(time.time(), UTC)
    at = look(load(account.config), account.state, now, UTC, say)
    assert at - now == timedelta(minutes=5)
    account.config.write_text(account.config.read_text().replace(str(port), str(smtp.port)))
    look(load(account.config), account.state, at, UTC, say)
    assert said[-1] == "digest: sent"
    assert len(inbox.mails) == 1


def test_a_digest_that_waited_in_vain_on_another_night_waits_for_the_network_again(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    config = Config(
        accounts=(unreachable(port),),
        digest=Digest(to=USER, from_=USER, smtp=Smtp(host="127.0.0.1", port=port)),
    )
    said, say = noted()
    for day in (3, 4):
        look(config, tmp_path, datetime(2026, 3, day, 20, tzinfo=UTC), UTC, say)
    assert said.count("digest: waits for the network, an hour at most") == 2


def test_the_same_failure_again_and_again_is_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    config = Config(accounts=(unreachable(port),))
    said, say = noted()
    now = datetime(2026, 3, 3, 9, tzinfo=UTC)
    nexts = []
    for _ in range(5):
        nexts.append(look(config, tmp_path, now, UTC, say) - now)
        now += nexts[-1]
    assert [wait / timedelta(minutes=1) for wait in nexts] == [
        1,
        2,
        4,
        8,
        15,
    ]  # then a scan is due, of what can be read
    assert len([line for line in said if "127.0.0.1" in line]) == 1
    assert len([line for line in said if "tried again" in line]) == 1


def test_two_accounts_that_say_the_same_rest_each_for_its_own_time(tmp_path: Path) -> None:
    ca, certificate, key = make_ca_and_cert(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    now = datetime(2026, 3, 3, 9, tzinfo=UTC)
    said, say = noted()
    seconds = {"one": 1795, "two": 1805}
    with contextlib.ExitStack() as servers_of_two:
        config = Config(
            accounts=tuple(
                Configured(
                    name=name,
                    user="sam@example.com",
                    host="localhost",
                    port=servers_of_two.enter_context(busy(wait, context)).port,
                    ca_file=str(ca),
                    password_command=("echo", "x"),
                )
                for name, wait in seconds.items()
            )
        )
        look(config, tmp_path, now, UTC, say)
    assert said.count("the server asks for 30 minutes of patience") == 2
    with store.opened(tmp_path) as held:
        rests = chores.rests(held.database)
    assert {name: rests[f"account {name}"].until - now for name in seconds} == {
        name: timedelta(seconds=wait) for name, wait in seconds.items()
    }


def busy(seconds: int, context: ssl.SSLContext) -> ScriptedIMAP:
    """Return a server that takes no login for so long."""
    answer = b"{tag} BAD Request is throttled. Suggested Backoff Time: %d000 milliseconds\r\n" % seconds
    return ScriptedIMAP([(r"LOGIN .*", [answer])], context=context)  # type: ignore[no-untyped-call]


def test_a_connection_that_is_dropped_ends_the_wait_on_it() -> None:
    ours, theirs = socket.socketpair()
    heard: list[bytes] = []
    with ours, theirs, live.listed(ours):
        waiting = threading.Thread(target=lambda: heard.append(ours.recv(1)), daemon=True)
        waiting.start()
        assert live.drop() == 1
        waiting.join(10)
    assert heard == [b""]
    assert live.drop() == 0


def test_a_refused_login_is_tried_once_and_then_not_for_minutes(mailbox: Dovecot, tmp_path: Path, start: Start) -> None:
    account = Account(mailbox, tmp_path)
    account.config.write_text(account.config.read_text().replace(mailbox.password, "wrong canary 5c1"))
    other = account.config.read_text().replace('"own"', '"second"').replace("wrong canary 5c1", mailbox.password)
    account.config.write_text(account.config.read_text() + other)
    daemon = start(account)
    daemon.until(lambda: len(daemon.said("scanned: 1 of 2")) >= 2)
    assert len(daemon.said("own (localhost")) == 1
    assert not daemon.said("canary")
    assert daemon.end() == 0
    ticked = start(account, command="tick")  # another process knows that it rests
    assert ticked.process.wait(30) == 0
    assert not ticked.said("own (localhost")


def test_an_account_that_was_checked_by_hand_rests_no_longer(mailbox: Dovecot, tmp_path: Path, start: Start) -> None:
    account = Account(mailbox, tmp_path)
    right = account.config.read_text()
    account.config.write_text(right.replace(mailbox.password, "wrong"))
    assert start(account, every=900.0, command="tick").process.wait(30) == 0
    account.config.write_text(right)
    assert account.run("account", "check", "own") == 0
    ticked = start(account, command="tick")
    assert ticked.process.wait(30) == 0
    assert ticked.said("scanned: 1 of 1 accounts, 2 new mails")


def test_a_tick_does_what_is_due_and_the_next_one_has_nothing_to_do(
    mailbox: Dovecot, mail_server: tuple[Smtp, Inbox], tmp_path: Path, start: Start
) -> None:
    smtp, inbox = mail_server
    account = Account(mailbox, tmp_path, extra=toml(smtp))
    said = []
    for _ in range(2):
        ticked = start(account, every=900.0, command="tick")
        assert ticked.process.wait(30) == 0
        said.append([line.split(" ", 2)[2] for line in ticked.said()])
    assert said[0] == ["scanned: 1 of 1 accounts, 2 new mails, 1 opportunities, something due", "digest: sent"]
    assert said[1] == []
    assert len(inbox.mails) == 1


def test_without_a_network_the_digest_waits_and_comes_when_it_is_back(
    mailbox: Dovecot, mail_server: tuple[Smtp, Inbox], tmp_path: Path, start: Start
) -> None:
    smtp, inbox = mail_server
    with ChaosProxy(("127.0.0.1", mailbox.tls_port)) as proxy:
        proxy.plan(Fault("refuse"))
        daemon = start(Account(mailbox, tmp_path, port=proxy.port, extra=toml(smtp)))
        daemon.until(lambda: daemon.said("digest: waits for the network"))
        daemon.until(lambda: len(daemon.said("scanned:")) >= 2)
        assert inbox.mails == []
        proxy.plan(Fault())
        daemon.process.send_signal(signal.SIGHUP)
        daemon.until(lambda: daemon.said("digest: sent"))
        assert daemon.end() == 0
        assert len(inbox.mails) == 1
