"""Accounts from end to end: a real keyring, a real mail server, a login server, the program as a child."""

import io
import json
import os
import pty
import re
import stat
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

import pytest

from inbox_watch import cli
from inbox_watch.cli import joining
from inbox_watch.config import Account, Config, editing
from tests.servers.dovecot import Dovecot
from tests.servers.identity_provider import IdentityProvider
from tests.servers.secret_service import SecretService

pytestmark = pytest.mark.dovecot

PROGRAM = (sys.executable, "-c", "from inbox_watch.cli import main; main()")
PASSWORD = 'canary-p"ä\\ß'
MAIL = (
    b"From: Dana Reed <dana@talent.example>\r\nDate: Fri, 06 Mar 2026 10:00:00 +0100\r\nSubject: Hello\r\n"
    b"Message-ID: <1@talent.example>\r\n\r\nHi.\r\n"
)

# All that Python can log, written down: the worst that a user could turn on. Waiting for a device takes no time.
LOGGING = """
import logging
logging.basicConfig(level=logging.DEBUG, filename={log!r})
for name in ("imapclient", "keyring", "urllib3", "requests_oauthlib", "oauthlib", "jeepney", "secretstorage"):
    logging.getLogger(name).setLevel(logging.DEBUG)
from inbox_watch.credentials import oauth
oauth.pause = lambda seconds: None
from inbox_watch.cli import main
main()
"""
BROWSER = """
import ssl, sys, urllib.request
context = ssl.create_default_context(cafile=sys.argv[1])
urllib.request.build_opener(urllib.request.HTTPSHandler(context=context)).open(sys.argv[2], timeout=20).read()
"""


@dataclass
class House:
    """A user's computer: its keyring, its configuration and state, the program; and all that the program said."""

    keyring: SecretService
    folder: Path
    env: dict[str, str]
    said: list[str] = field(default_factory=list)

    @property
    def config(self) -> Path:
        return self.folder / "config" / "config.toml"

    def run(self, *words: str, given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        code = LOGGING.format(log=str(self.folder / "log"))
        done = subprocess.run(
            [sys.executable, "-c", code, "--config", str(self.config), "--state", str(self.folder / "state"), *words],
            input=given,
            env=self.env | env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        self.said += [done.stdout, done.stderr]
        return done

    def everything(self) -> str:
        """Return all that was said, logged and written to a file; the keyring's own files aside."""
        files = [path.read_bytes() for path in self.folder.rglob("*") if path.is_file()]
        return "\n".join([*self.said, *(data.decode("latin-1") for data in files)])


@pytest.fixture(scope="module")
def keyring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecretService]:
    with SecretService(tmp_path_factory.mktemp("keyring") / "home") as service:
        yield service


@pytest.fixture(scope="module")
def room() -> Iterator[Path]:
    """A folder that the mail server's own user can read."""
    with tempfile.TemporaryDirectory(prefix="iw-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def identity(room: Path) -> Iterator[IdentityProvider]:
    with IdentityProvider(room / "identity") as provider:
        yield provider


@pytest.fixture(scope="module")
def server(room: Path, identity: IdentityProvider) -> Iterator[Dovecot]:
    """A mail server that takes a password, or a token that the login server calls good; wrong ones cost no time."""
    asked = room / "oauth2.conf"
    asked.write_text(
        f"introspection_mode = post\nintrospection_url = {identity.url}/introspect\n"
        f"tls_ca_cert_file = {identity.ca_file}\nforce_introspection = yes\nusername_attribute = username\n"
        "active_attribute = active\nactive_value = true\n"
    )
    extra = (
        "auth_mechanisms = plain login xoauth2 oauthbearer\nauth_failure_delay = 0\n"
        "service anvil {\n  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n}\n"
        f"passdb {{\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = {asked}\n}}\n"
    )
    with Dovecot(room / "d", user=identity.user, password=PASSWORD, extra=extra) as dovecot:
        yield dovecot


@pytest.fixture
def house(keyring: SecretService, identity: IdentityProvider, tmp_path: Path) -> Iterator[House]:
    (tmp_path / "browser.py").write_text(BROWSER)
    browser = f"{sys.executable} {tmp_path}/browser.py {identity.ca_file} %s"
    made = House(keyring=keyring, folder=tmp_path / "own", env={**keyring.env, "BROWSER": browser})
    made.folder.mkdir()
    yield made
    wipe = (
        "import keyring\n"
        "for service in ('inbox-watch', 'inbox-watch login', 'inbox-watch client'):\n"
        f"    if keyring.get_password(service, {identity.user!r}):\n"
        f"        keyring.delete_password(service, {identity.user!r})"
    )
    assert keyring.python(wipe).returncode == 0


@pytest.fixture
def at(server: Dovecot) -> list[str]:
    """The options that name the test's own server."""
    server.clear()
    server.fill("INBOX", [MAIL])
    return ["--host", "localhost", "--port", str(server.tls_port), "--ca-file", server.ca_file]


@pytest.fixture
def by_oauth(identity: IdentityProvider) -> list[str]:
    identity.client_secret = None
    identity.device_answers, identity.rotates, identity.is_believed = [], False, True
    addresses = {"--authorize-url": "/authorize", "--token-url": "/token", "--device-url": "/devicecode"}
    named = [word for name, path in addresses.items() for word in (name, identity.url + path)]
    client = ["--client-id", identity.client_id, "--scope", "mail", "--oauth-ca-file", identity.ca_file]
    return ["--auth", "oauth2", *named, *client]


def kept(house: House, service: str, user: str) -> str:
    return house.keyring.python(f"import keyring; print(keyring.get_password({service!r}, {user!r}))").stdout.strip()


# --- with a password ------------------------------------------------------------------------------------------------


def test_an_account_is_added_checked_listed_scanned_and_removed(house: House, server: Dovecot, at: list[str]) -> None:
    added = house.run("account", "add", server.user, "--name", "mine", *at, given=f"{PASSWORD}\n")
    assert added.returncode == 0, added.stderr
    assert re.search(r"^  INBOX +1 mail$", added.stdout, re.MULTILINE)
    assert 'Added account "mine"' in added.stdout
    assert stat.S_IMODE(house.config.stat().st_mode) == 0o600
    assert kept(house, "inbox-watch", server.user) == PASSWORD

    checked = house.run("account", "check", "mine")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "INBOX (1)" in checked.stdout
    listed = json.loads(house.run("account", "list", "--format", "json").stdout)
    assert listed["accounts"] == [
        {
            "name": "mine",
            "user": server.user,
            "host": "localhost",
            "port": server.tls_port,
            "tls": "implicit",
            "auth": "password",
            "secret_from": "keyring",
        }
    ]
    scanned = json.loads(house.run("scan", "--format", "json").stdout)
    assert [(source["name"], source["messages"]) for source in scanned["sources"]] == [("mine", 1)]
    assert "account mine: logged in" in house.run("doctor").stdout

    (house.folder / "state" / "report.html").write_text("it quotes mail")
    removed = house.run("account", "remove", "mine", "--yes")
    assert not (house.folder / "state" / "report.html").exists()
    assert (removed.returncode, removed.stderr) == (0, "Forgotten: 1 mail.\n")
    assert house.config.read_text() == ""
    assert kept(house, "inbox-watch", server.user) == "None"
    assert "canary" not in house.everything()


def test_a_refused_login_writes_nothing_and_keeps_nothing(house: House, server: Dovecot, at: list[str]) -> None:
    refused = house.run("account", "add", server.user, *at, given="canary-wrong\n")
    assert refused.returncode == 77
    assert "refused the login" in refused.stderr
    assert not house.config.exists()
    assert kept(house, "inbox-watch", server.user) == "None"
    assert "canary" not in house.everything()


def test_a_server_that_is_away_is_temporary_and_writes_nothing(house: House, server: Dovecot, at: list[str]) -> None:
    away = house.run("account", "add", server.user, *at[:2], "--port", "1", given=f"{PASSWORD}\n")
    assert away.returncode == 75
    assert not house.config.exists()


def test_the_user_s_own_file_keeps_every_byte(house: House, server: Dovecot, at: list[str]) -> None:
    house.config.parent.mkdir()
    house.config.write_text('# mine\n[me]\naddresses = ["sam@example.com"]\n')
    added = house.run("account", "add", server.user, *at, given=f"{PASSWORD}\n")
    assert added.returncode == 0
    assert house.config.read_text().startswith('# mine\n[me]\naddresses = ["sam@example.com"]\n\n[[account]]\n')
    assert f"lacks {server.user}" in added.stderr


def test_a_second_account_of_the_same_user_is_refused_before_a_password_is_asked_for(
    house: House, server: Dovecot, at: list[str]
) -> None:
    editing.add_account(house.config, Account(name="mine", user=server.user, host="localhost"))
    for words in ([server.user, "--name", "other"], ["other@example.com", "--name", "mine"]):
        again = house.run("account", "add", *words, *at)
        assert again.returncode == 78
        assert "is there already" in again.stderr


def test_a_wrong_configuration_is_left_alone(house: House, server: Dovecot, at: list[str]) -> None:
    house.config.parent.mkdir()
    house.config.write_text('[me]\ntimezon = "local"\n')
    assert house.run("account", "add", server.user, *at, given=f"{PASSWORD}\n").returncode == 78
    assert house.config.read_text() == '[me]\ntimezon = "local"\n'


def test_a_command_brings_the_password_and_the_keyring_holds_nothing(
    house: House, server: Dovecot, at: list[str], tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(f"{PASSWORD}\n")
    added = house.run("account", "add", server.user, *at, "--password-command", f"cat '{tmp_path}/secret'")
    assert added.returncode == 0, added.stderr
    (one,) = editing.load(house.config).accounts
    assert one.password_command == ("cat", f"{tmp_path}/secret")
    assert kept(house, "inbox-watch", server.user) == "None"
    assert house.run("account", "check").returncode == 0
    assert "canary" not in house.everything()


def test_without_a_keyring_nothing_is_written_and_the_advice_says_what_else_there_is(
    house: House, server: Dovecot, at: list[str]
) -> None:
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={house.folder}/none"}
    added = house.run("account", "add", server.user, *at, given=f"{PASSWORD}\n", **nowhere)
    assert added.returncode == 77
    assert "no keyring" in added.stderr
    assert "password_command" in added.stderr
    assert not house.config.exists()
    assert "canary" not in house.everything()


def test_the_environment_serves_without_a_keyring_and_is_warned_of(
    house: House, server: Dovecot, at: list[str]
) -> None:
    named = Account(name="mine", user=server.user, host="localhost", port=server.tls_port, ca_file=server.ca_file)
    editing.add_account(house.config, named)
    env = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={house.folder}/none", "INBOX_WATCH_PASSWORD_MINE": PASSWORD}
    done = subprocess.run(
        [*PROGRAM, "--config", str(house.config), "account", "check"],
        env=house.env | env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("INBOX_WATCH_PASSWORD_MINE can be read by your other programs") == 1
    assert "canary" not in done.stdout + done.stderr


def test_a_locked_keyring_ends_a_scan_with_advice_and_without_a_wait(
    server: Dovecot, at: list[str], tmp_path: Path
) -> None:
    with SecretService(tmp_path / "home") as own:
        house = House(keyring=own, folder=tmp_path / "own", env=own.env)
        house.folder.mkdir()
        assert house.run("account", "add", server.user, "--name", "mine", *at, given=f"{PASSWORD}\n").returncode == 0
        own.lock()
        own.show_a_window_that_nobody_answers()
        for words in (["scan"], ["account", "check"]):
            done = house.run(*words)
            assert done.returncode == 77
            assert "mine: the keyring is locked" in done.stderr
            assert "Unlock the keyring" in done.stderr
        assert house.run("account", "list").stdout.splitlines()[1].endswith("the keyring is locked")


def test_a_new_password_takes_the_old_one_s_place_only_where_it_is_right(
    house: House, server: Dovecot, at: list[str]
) -> None:
    house.run("account", "add", server.user, "--name", "mine", *at, given=f"{PASSWORD}\n")
    assert house.run("account", "login", "mine", given="canary-wrong\n").returncode == 77
    assert kept(house, "inbox-watch", server.user) == PASSWORD
    assert house.run("account", "login", "mine", given=f"{PASSWORD}\n").returncode == 0


def test_removing_says_where_the_digest_used_the_same_password(house: House) -> None:
    editing.add_account(house.config, Account(name="mine", user="sam@example.com", host="localhost"))
    for smtp, is_told in (("", False), ('[digest]\nsmtp = { host = "localhost", user = "sam@example.com" }\n', True)):
        before = house.config.read_text()
        house.config.write_text(before + smtp)
        assert ("The digest logs in as" in house.run("account", "remove", "mine", "--yes").stderr) == is_told
        house.config.write_text(before)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["account", "add"], 2, "Give it with ADDRESS"),
        (["account", "add", "sam"], 2, "no mail address"),
        (["account", "add", "sam@nowhere.example"], 2, "--host"),
        (["account", "add", "sam@gmail.com"], 77, "no password given"),
        (["account", "add", "sam@outlook.com"], 2, "--client-id"),
        (["account", "add", "sam@x.example", "--host", "h", "--auth", "oauth2", "--client-id", "x"], 2, "token_url"),
        (["account", "check"], 2, "account add"),
        (["account", "check", "none"], 2, "Known accounts: none"),
        (["account", "remove", "none", "--yes"], 2, "Known accounts: none"),
        (["account", "login", "none"], 2, "Known accounts: none"),
    ],
)
def test_what_is_missing_or_wrong_is_said(
    words: list[str], status: int, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert cli.run(words) == status
    assert told in capsys.readouterr().err


def test_the_provider_s_app_password_is_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    cli.run(["account", "add", "sam@gmail.com"])
    told = capsys.readouterr().err
    assert "imap.gmail.com, port 993, TLS" in told
    assert "app password" in told
    assert "https://myaccount.google.com/apppasswords" in told


@pytest.mark.parametrize(
    ("address", "typed", "taken"),
    [
        ("sam@gmail.com", "abcd efgh\u00a0ijkl mnop", "abcdefghijklmnop"),
        ("sam@gmail.com", "my own pass word", "my own pass word"),
        ("sam@own.example", "blue fish door lamp", "blue fish door lamp"),
    ],
)
def test_the_blanks_of_an_app_password_don_t_count_and_those_of_any_other_do(
    address: str, typed: str, taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
    host = "imap.gmail.com" if "gmail" in address else "mail.own.example"
    assert joining.ask_password(Account(name="mine", user=address, host=host)) == taken


@pytest.mark.parametrize(
    ("options", "tls", "port"),
    [
        ({}, "implicit", 993),
        ({"tls": "starttls"}, "starttls", 143),
        ({"tls": "starttls", "port": 1143}, "starttls", 1143),
        ({"host": "mail.own.example", "tls": "starttls"}, "starttls", 143),
    ],
)
def test_the_port_goes_with_the_way_that_tls_begins(options: dict[str, object], tls: str, port: int) -> None:
    names = [one.name for one in fields(joining.Wishes)]
    wishes = joining.Wishes(**{**dict.fromkeys(names), **options})  # type: ignore[arg-type]
    made, _ = joining.account_of("sam@gmx.de", wishes, Config())
    assert (made.tls, made.port) == (tls, port)


def test_on_a_terminal_all_is_asked_for_and_the_password_is_not_shown(
    house: House, server: Dovecot, at: list[str]
) -> None:
    main, child = pty.openpty()
    answers = [(b"address", server.user), (b"IMAP server", "localhost"), (b"Password", PASSWORD), (b"[Y/n]", "y")]
    program = subprocess.Popen(
        [*PROGRAM, "--config", str(house.config), "account", "add", *at[2:]],
        env=house.env | {"TERM": "dumb", "LC_ALL": "C.UTF-8"},
        stdin=child,
        stdout=child,
        stderr=child,
        start_new_session=True,
    )
    os.close(child)
    shown, deadline = b"", time.monotonic() + 30
    for question, answer in answers:
        while question not in shown:
            assert time.monotonic() < deadline
            shown += os.read(main, 10_000)
        shown = b"" if question != b"Password" else shown
        while question == b"Password" and termios.tcgetattr(main)[3] & termios.ECHO:
            assert time.monotonic() < deadline  # until then what is typed would be shown, and thrown away
            time.sleep(0.01)
        os.write(main, f"{answer}\n".encode())
    rest = b""
    while chunk := _read(main):
        rest += chunk
    os.close(main)
    assert program.wait(30) == 0
    assert b"canary" not in shown + rest
    assert kept(house, "inbox-watch", server.user) == PASSWORD
    assert [one.host for one in editing.load(house.config).accounts] == ["localhost"]


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 10_000)
    except OSError:
        return b""


# --- with OAuth 2.0 -------------------------------------------------------------------------------------------------


def test_a_login_by_browser_reads_mail_and_is_renewed_until_it_is_revoked(
    house: House, server: Dovecot, at: list[str], by_oauth: list[str], identity: IdentityProvider
) -> None:
    added = house.run("account", "add", server.user, "--name", "mine", *at, *by_oauth)
    assert added.returncode == 0, added.stderr
    assert re.search(r"^  INBOX +1 mail$", added.stdout, re.MULTILINE)
    assert kept(house, "inbox-watch login", server.user) in identity.refreshable
    checked = house.run("account", "check")
    assert checked.returncode == 0, checked.stderr
    assert "keyring" in house.run("account", "list").stdout

    identity.revoke()
    ended = house.run("scan")
    assert ended.returncode == 77
    assert "Log in again: inbox-watch account login mine." in ended.stderr
    asked = len(identity.posted)
    assert house.run("scan").returncode == 77
    assert len(identity.posted) == asked

    assert house.run("account", "login", "mine", "--device").returncode == 0
    assert house.run("scan").returncode == 0
    assert house.run("account", "remove", "mine", "--yes").returncode == 0
    assert kept(house, "inbox-watch login", server.user) == "None"
    assert "canary" not in house.everything()


def test_a_login_by_device_with_an_app_s_secret(
    house: House, server: Dovecot, at: list[str], by_oauth: list[str], identity: IdentityProvider
) -> None:
    identity.client_secret = "canary-app"
    identity.device_answers = ["authorization_pending", "ok"]
    words = ["account", "add", server.user, *at, *by_oauth, "--device", "--client-secret"]
    added = house.run(*words, given="canary-app\n")
    assert added.returncode == 0, added.stderr
    assert "WDJB-MJHT" in added.stderr
    assert house.run("account", "check").returncode == 0
    assert kept(house, "inbox-watch client", server.user) == "canary-app"
    assert "canary" not in house.everything()


def test_a_login_that_is_declined_writes_nothing(
    house: House, server: Dovecot, at: list[str], by_oauth: list[str], identity: IdentityProvider
) -> None:
    identity.device_answers = ["access_denied"]
    declined = house.run("account", "add", server.user, *at, *by_oauth, "--device")
    assert declined.returncode == 77
    assert not house.config.exists()
    assert kept(house, "inbox-watch login", server.user) == "None"


def test_a_new_login_that_the_mail_server_refuses_is_refused_and_the_old_one_stays(
    house: House, server: Dovecot, at: list[str], by_oauth: list[str], identity: IdentityProvider
) -> None:
    identity.is_believed = False
    added = house.run("account", "add", server.user, "--name", "mine", *at, *by_oauth)
    assert added.returncode == 77
    assert "the server refused the login" in added.stderr
    assert f"Add it again, log in as {server.user}" in added.stderr
    assert not house.config.exists()

    identity.is_believed = True
    assert house.run("account", "add", server.user, "--name", "mine", *at, *by_oauth).returncode == 0
    old, asked = kept(house, "inbox-watch login", server.user), len(identity.posted)
    identity.is_believed = False
    again = house.run("account", "login", "mine")
    assert (again.returncode, "refused the login" in again.stderr) == (77, True)
    assert [given.get("grant_type") for path, given in identity.posted[asked:] if path == "/token"] == [
        "authorization_code"
    ]
    assert kept(house, "inbox-watch login", server.user) == old
