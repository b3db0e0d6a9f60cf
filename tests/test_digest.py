"""The digest end to end: scanned from a real server, sent by a real server, known again by the next scan."""

from __future__ import annotations

import email
import email.policy
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from filelock import FileLock

from inbox_watch import app, cli, deliver, digest, state, store
from inbox_watch.config import Account as ConfiguredAccount
from inbox_watch.config import Config, Digest, Smtp
from inbox_watch.core.mark import is_own, mark
from inbox_watch.core.parse import parse
from inbox_watch.core.types import SourceReport
from inbox_watch.errors import ConfigError, CredentialError, TemporaryError
from inbox_watch.store import digests
from inbox_watch.store.database import FILE
from tests.servers import smtp as servers
from tests.servers.dovecot import Dovecot
from tests.servers.scanning import AT, Account, everyday, recruiter
from tests.servers.smtp import PASSWORD, USER, Authority, Inbox

NOW = datetime(2026, 3, 10, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def server(authority: Authority) -> Iterator[tuple[Smtp, Inbox]]:
    with servers.running(authority) as made:
        yield made


def toml(smtp: Smtp, *, password: str = PASSWORD, to: str = USER) -> str:
    return (
        f'[digest]\nto = "{to}"\nfrom = "{USER}"\n'
        f'[digest.smtp]\nhost = "{smtp.host}"\nport = {smtp.port}\nuser = "{smtp.user}"\nca_file = "{smtp.ca_file}"\n'
        f"password_command = {json.dumps(['printf', '%s', password])}\n"
    )


def read(mail: bytes) -> EmailMessage:
    made = email.message_from_bytes(mail, _class=EmailMessage, policy=email.policy.default)  # type: ignore[arg-type]
    assert isinstance(made, EmailMessage)
    return made


def marked(number: int, key: bytes | None) -> bytes:
    """Return a mail that is plainly a recruiter's, but for a mark that only the key's owner can make."""
    assert key
    sent = datetime.fromisoformat(f"2026-03-06T10:{number:02d}:00+01:00")
    return f"X-Inbox-Watch: {mark(key, f'<r{number}@talent{number}.example>', sent)}\r\n".encode() + recruiter(number)


# --- a mailbox on a server, the digest in it ------------------------------------------------------------------------


@pytest.mark.dovecot
@pytest.mark.parametrize("to", [USER, "candidate.interview@example.com"])
def test_the_digest_arrives_and_the_next_scan_knows_it_for_its_own(
    to: str, dovecot: Dovecot, server: tuple[Smtp, Inbox], tmp_path: Path
) -> None:
    smtp, inbox = server
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1), everyday(2, "They ripen.")])
    account = Account(dovecot, tmp_path, extra=toml(smtp, to=to))
    assert account.run("digest", "--send", *AT) == 0
    (arrived,) = inbox.mails
    assert inbox.envelopes == [(USER, [to])]
    assert read(arrived)["Subject"] == "inbox-watch, Tue 10 March: 1 due"
    assert "Send times to Dana Reed" in read(arrived).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Open the thread" in read(arrived).get_body(("html",)).get_content()  # type: ignore[union-attr]

    before = account.scan()
    dovecot.deliver("INBOX", arrived)
    after = account.scan()
    assert after["opportunities"] == before["opportunities"]
    assert after["candidate"] == before["candidate"]
    assert after["sources"][0]["messages"] == before["sources"][0]["messages"] + 1
    assert after["sources"][0]["recruiting"] == before["sources"][0]["recruiting"]
    assert after["sources"][0]["skipped"] == []
    assert account.held()["kept"] == 1


@pytest.mark.dovecot
def test_a_recruiter_s_mail_with_a_forged_mark_is_not_hidden(
    dovecot: Dovecot, server: tuple[Smtp, Inbox], tmp_path: Path
) -> None:
    smtp, inbox = server
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1)])
    account = Account(dovecot, tmp_path, extra=toml(smtp))
    assert account.run("digest", "--send", *AT) == 0
    stolen = str(read(inbox.mails[0])["X-Inbox-Watch"])
    for number, value in enumerate((stolen, mark(b"guessed" * 5, "<r3@talent3.example>", NOW), "1"), start=2):
        dovecot.deliver("INBOX", f"X-Inbox-Watch: {value}\r\n".encode() + recruiter(number))
    assert len(account.scan()["opportunities"]) == 4
    dovecot.deliver("INBOX", marked(7, state.mark_key(account.state)))
    told = account.scan()
    assert len(told["opportunities"]) == 4
    assert (told["sources"][0]["messages"], told["sources"][0]["recruiting"]) == (5, 4)


def test_in_files_a_digest_of_ours_is_an_everyday_mail_and_a_forged_one_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mails, folder = tmp_path / "mails", tmp_path / "state"
    mails.mkdir()
    (mails / "1.eml").write_bytes(recruiter(1))
    run = ["--state", str(folder)]
    assert cli.run([*run, "digest", str(mails), *AT, "--format", "eml", "--output", str(tmp_path / "own.eml")]) == 0
    own = (tmp_path / "own.eml").read_bytes()
    assert read(own)["To"] == AT[-1]

    def scanned() -> dict[str, object]:
        capsys.readouterr()
        assert cli.run([*run, "scan", str(mails), *AT, "--format", "json"]) == 0
        made: dict[str, object] = json.loads(capsys.readouterr().out)
        return made

    before = scanned()
    (mails / "2.eml").write_bytes(own)
    after = scanned()
    assert after["opportunities"] == before["opportunities"]
    (source,) = after["sources"]  # type: ignore[misc]
    assert (source["messages"], source["recruiting"]) == (2, 1)
    assert cli.run([*run, "classify", str(mails), "--me", AT[-1]]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["recruiting"], line["asks"] == []) for line in lines] == [(True, False), (False, True)]

    (mails / "3.eml").write_bytes(b"X-Inbox-Watch: 1 aa\r\n" + recruiter(3))
    (mails / "4.eml").write_bytes(marked(4, state.mark_key(folder)))
    assert len(scanned()["opportunities"]) == 2  # type: ignore[arg-type]


def test_a_digest_from_before_everything_was_forgotten_is_known_for_our_own(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(recruiter(1))
    own, run = tmp_path / "own.eml", ["--state", str(tmp_path / "state")]
    assert cli.run([*run, "digest", str(tmp_path / "1.eml"), *AT, "--format", "eml", "--output", str(own)]) == 0
    assert cli.run([*run, "forget", "everything", "--yes"]) == 0
    assert is_own(parse(own.read_bytes(), source="own"), state.mark_key(tmp_path / "state"))
    assert {path.name for path in (tmp_path / "state").iterdir()} - {"scan.lock"} == {"digest.key"}


# --- the command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "one.eml"
    path.write_bytes(recruiter(1))
    return path


def run(tmp_path: Path, settings: str, *arguments: str) -> int:
    (tmp_path / "config.toml").write_text(settings)
    return cli.run(
        ["--config", str(tmp_path / "config.toml"), "--state", str(tmp_path / "state"), "digest", *arguments, *AT]
    )


def test_a_digest_is_shown_without_any_configuration(
    mail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "", str(mail)) == 0
    told = capsys.readouterr()
    assert "YOU OWE" in told.out
    assert "Send times to Dana Reed" in told.out
    assert told.err == ""
    assert run(tmp_path, "", str(mail), "--format", "html") == 0
    assert capsys.readouterr().out.lstrip().startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ("", "digest.to"),
        ('[digest]\nto = "sam@example.com"\n', "digest.smtp"),
        ('[digest]\nto = "a b@x"\n', "digest.to"),
    ],
)
def test_sending_without_saying_where_to_is_a_matter_of_configuration(
    settings: str, key: str, mail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, settings, str(mail), "--send") == 78
    assert key in capsys.readouterr().err


def test_nothing_to_scan_is_a_matter_of_usage(tmp_path: Path) -> None:
    assert run(tmp_path, "") == 2
    assert run(tmp_path, "", "x.eml", "--send", "--output", str(tmp_path / "y")) == 2


def test_a_wrong_password_ends_with_77_and_the_digest_goes_out_with_the_next_one(
    mail: Path, tmp_path: Path, server: tuple[Smtp, Inbox], capsys: pytest.CaptureFixture[str]
) -> None:
    smtp, inbox = server
    assert run(tmp_path, toml(smtp, password="wrong canary"), str(mail), "--send") == 77
    told = capsys.readouterr().err
    assert "waits" in told
    assert "canary" not in told
    assert run(tmp_path, toml(smtp), str(mail), "--send") == 0
    assert f"Sent to {USER}" in capsys.readouterr().err
    assert len(inbox.mails) == 1


def test_a_server_that_is_away_ends_with_75_and_a_refused_recipient_with_78(
    mail: Path, tmp_path: Path, server: tuple[Smtp, Inbox], capsys: pytest.CaptureFixture[str]
) -> None:
    smtp, inbox = server
    assert run(tmp_path, toml(replace(smtp, port=1)), str(mail), "--send") == 75
    inbox.recipient = ["550 no such user"]
    assert run(tmp_path, toml(smtp), str(mail), "--send") == 78
    assert "no such user" in capsys.readouterr().err
    with store.opened(tmp_path / "state") as held:
        assert digests.waiting(held.database) == []


# --- what the daemon calls ------------------------------------------------------------------------------------------


class Night:
    """A mailbox in a file, evening after evening, with a real server to send by."""

    def __init__(self, folder: Path, smtp: Smtp, inbox: Inbox) -> None:
        self.state = folder / "state"
        self.state.mkdir()
        self.path = folder / "box.eml"
        self.path.write_bytes(recruiter(1))
        self.smtp, self.inbox = smtp, inbox
        self.config = Config(digest=Digest(to=USER, from_=USER, smtp=smtp))
        self.error: str | None = None

    def settings(self, day: int, hour: int = 0) -> app.Settings:
        now = NOW + timedelta(days=day, hours=hour)
        return app.Settings(now=now, zone=ZoneInfo("Europe/Berlin"), me=frozenset({AT[-1]}))

    def outcome(self, settings: app.Settings) -> app.Outcome:
        made = app.scan([app.file_source(self.path)], settings)
        sources = (*made.scan.sources, SourceReport(name="work", error=self.error)) if self.error else made.scan.sources
        return replace(made, scan=replace(made.scan, sources=sources))

    def due(self, day: int, hour: int = 0, **different: object) -> digest.Result:
        settings = self.settings(day, hour)
        config = replace(self.config, digest=replace(self.config.digest, **different))  # type: ignore[arg-type]
        return digest.send_due(config, settings, self.state, self.outcome(settings))

    def retry(self, day: int, minutes: int = 0) -> digest.Result:
        settings = self.settings(day)
        return digest.retry(self.config, replace(settings, now=settings.now + timedelta(minutes=minutes)), self.state)

    def rows(self) -> list[tuple[str, str, int]]:
        with store.opened(self.state) as held:
            return held.database.execute("SELECT date, state, mail IS NOT NULL FROM digests ORDER BY id").fetchall()


@pytest.fixture
def night(tmp_path: Path, server: tuple[Smtp, Inbox]) -> Night:
    return Night(tmp_path, *server)


def test_there_is_one_digest_a_date_and_none_on_a_day_when_nothing_changed(night: Night) -> None:
    assert isinstance(night.due(0), digest.Sent)
    assert night.due(0, 1) == digest.Quiet(reason="today's digest was made already")
    assert night.due(1) == digest.Quiet(reason="nothing changed since the last digest")
    assert len(night.inbox.mails) == 1
    assert isinstance(night.due(2, only_when_changed=False), digest.Sent)
    second = read(night.inbox.mails[1]).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Still open" in second
    assert "by Friday" not in second


def test_what_changed_is_told_and_the_date_is_the_candidate_s_own(night: Night) -> None:
    night.due(0)
    night.path.write_bytes(recruiter(1).replace(b"06 Mar 2026", b"11 Mar 2026"))
    sent = night.due(1)
    assert isinstance(sent, digest.Sent)
    assert sent.message_ids == (str(read(night.inbox.mails[1])["Message-ID"]),)
    assert [date for date, _, _ in night.rows()] == ["2026-03-10", "2026-03-11"]


def test_an_account_that_fails_is_told_once_and_then_weekly_with_its_reason(night: Night) -> None:
    night.path.write_bytes(everyday(1, "They ripen."))
    night.error = "the server refused the login"
    told = [day for day in range(1, 17) if isinstance(night.due(day), digest.Sent)]
    assert told == [1, 8, 15]
    text = read(night.inbox.mails[0]).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "! Not read to its end: work: the server refused the login" in text


def test_a_digest_by_hand_is_sent_whatever_changed_and_the_nightly_one_still_follows_a_change(night: Night) -> None:
    settings = night.settings(0, -5)
    for _ in range(2):
        assert isinstance(digest.send_now(night.config, settings, night.state, night.outcome(settings)), digest.Sent)
    assert isinstance(night.due(0), digest.Quiet)
    night.path.write_bytes(recruiter(2))
    assert isinstance(night.due(0), digest.Sent)
    assert len(night.inbox.mails) == 3


def test_what_could_not_be_sent_waits_longer_each_time_and_is_sent_once_in_the_end(night: Night) -> None:
    night.inbox.data = ["451 later", "451 later"]
    first = night.due(0)
    assert isinstance(first, digest.Queued)
    assert isinstance(first.error, TemporaryError)
    assert first.next_try == NOW + timedelta(minutes=5)
    assert isinstance(night.retry(0, 4), digest.Queued)
    assert len(night.inbox.data) == 1
    second = night.retry(0, 5)
    assert isinstance(second, digest.Queued)
    assert second.next_try == NOW + timedelta(minutes=15)
    assert isinstance(night.retry(0, 15), digest.Sent)
    assert isinstance(night.retry(0, 16), digest.Quiet)
    assert len(night.inbox.mails) == 1
    assert night.rows() == [("2026-03-10", "sent", 0)]


def test_a_refused_login_waits_an_hour_and_a_clock_set_back_does_not_hold_the_digest(night: Night) -> None:
    right, night.config = (
        night.config,
        replace(
            night.config,
            digest=replace(night.config.digest, smtp=replace(night.smtp, password_command=("printf", "no"))),
        ),
    )
    refused = night.due(0)
    assert isinstance(refused, digest.Queued)
    assert isinstance(refused.error, CredentialError)
    assert refused.next_try == NOW + timedelta(hours=1)
    night.config = right
    assert isinstance(night.retry(-1), digest.Sent)


def test_a_refused_digest_is_dropped_with_its_reason_and_not_made_again_that_day(night: Night) -> None:
    night.inbox.data = ["554 looks like spam"]
    with pytest.raises(deliver.Refused, match="looks like spam"):
        night.due(0)
    assert night.rows() == [("2026-03-10", "refused", 0)]
    assert isinstance(night.due(0, 1), digest.Quiet)
    assert isinstance(night.due(1), digest.Sent)


def test_one_of_an_earlier_day_that_is_refused_is_told_and_today_s_is_made_all_the_same(night: Night) -> None:
    night.inbox.data = ["451 later", "554 looks like spam"]
    assert isinstance(night.due(0), digest.Queued)
    with pytest.raises(deliver.Refused, match="looks like spam"):
        night.due(1)
    assert night.rows() == [("2026-03-10", "refused", 0), ("2026-03-11", "waiting", 1)]
    assert isinstance(night.retry(1), digest.Sent)


def test_the_queue_holds_three_and_leaves_out_the_oldest(night: Night) -> None:
    night.config = replace(night.config, digest=replace(night.config.digest, smtp=replace(night.smtp, port=1)))
    for day in range(5):
        assert isinstance(night.due(day), digest.Queued)
    assert night.rows() == [(f"2026-03-{day}", "waiting", 1) for day in (12, 13, 14)]


def test_what_waits_for_an_address_that_is_no_longer_the_candidate_s_is_not_sent(night: Night) -> None:
    night.inbox.data = ["451 later"]
    night.due(0)
    night.config = replace(night.config, digest=replace(night.config.digest, to="new@example.com"))
    assert isinstance(night.retry(0, 60), digest.Quiet)
    assert night.inbox.mails == []


def test_a_crash_between_the_server_s_yes_and_the_mark_sends_the_same_bytes_again(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(digests, "mark_sent", crash)
        with pytest.raises(KeyboardInterrupt):
            night.due(0)
    assert isinstance(night.retry(0, 1), digest.Sent)
    first, second = night.inbox.mails
    assert first == second
    assert isinstance(night.due(0, 1), digest.Quiet)


def test_a_digest_that_was_sent_leaves_no_word_of_a_mail_in_the_store(night: Night) -> None:
    night.due(0)
    with store.opened(night.state) as held:
        held.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = (night.state / FILE).read_bytes()
    assert b"Could you" not in data
    assert b"Dana" not in data
    assert PASSWORD.encode() not in data


def test_the_key_of_the_mark_is_the_user_s_alone_and_always_the_same(tmp_path: Path) -> None:
    assert state.mark_key(tmp_path) is None
    key = state.made_mark_key(tmp_path)
    assert len(key) == 32
    assert state.made_mark_key(tmp_path) == key == state.mark_key(tmp_path)
    assert (tmp_path / "digest.key").stat().st_mode & 0o777 == 0o600
    (tmp_path / "digest.key").write_bytes(b"")
    assert state.mark_key(tmp_path) is None


def test_doctor_logs_in_to_the_digest_s_server_and_sends_nothing(
    tmp_path: Path, server: tuple[Smtp, Inbox], capsys: pytest.CaptureFixture[str]
) -> None:
    smtp, inbox = server
    words = ["--config", str(tmp_path / "config.toml"), "--state", str(tmp_path / "state"), "doctor"]
    told = []
    for settings, status in ((toml(smtp), 0), (toml(smtp, password="canary"), 77), (toml(replace(smtp, port=1)), 75)):
        (tmp_path / "config.toml").write_text(settings)
        assert cli.run(words) == status
        told.append(capsys.readouterr().out)
    assert f"ok    digest: goes to {USER} by localhost" in told[0]
    assert "FAIL  digest\n      localhost" in told[1]
    assert "canary" not in told[1]
    assert len(inbox.logins) == 2
    assert inbox.mails == []


def test_without_a_destination_nothing_is_built(night: Night) -> None:
    night.config = Config()
    with pytest.raises(ConfigError, match=r"digest\.to"):
        night.due(0)
    with pytest.raises(ConfigError, match=r"digest\.to"):
        night.retry(0)
    assert not (night.state / FILE).exists()


def test_links_open_the_mails_of_the_account_that_they_lie_in(night: Night) -> None:
    settings = night.settings(0)
    made = night.outcome(settings)
    keys = {entry.message.key for one in made.scan.findings for entry in one.opportunity.entries}
    made = replace(made, origins=dict.fromkeys(keys, "own"))
    config = replace(night.config, accounts=(ConfiguredAccount(name="own", user="sam@gmail.com"),))
    page = digest.build(config, settings, night.state, made)
    assert 'href="https://mail.google.com/mail/?authuser=sam%40gmail.com#search/rfc822msgid%3Ar1%40' in page.html


@pytest.mark.dovecot
def test_what_is_forgotten_is_in_no_digest_that_waits(
    dovecot: Dovecot, server: tuple[Smtp, Inbox], tmp_path: Path
) -> None:
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1)])
    account = Account(dovecot, tmp_path, extra=toml(replace(server[0], port=1)))
    assert account.run("digest", "--send", *AT) == 75
    (one,) = account.scan()["opportunities"]
    assert account.run("forget", "opportunity", one["id"], "--yes") == 0
    assert account.content()["digests"] == []


@pytest.mark.dovecot
def test_the_last_complete_scan_is_told_when_an_account_fails(
    dovecot: Dovecot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1)])
    account = Account(dovecot, tmp_path)
    account.scan()
    account.config.write_text(account.config.read_text().replace(f'"{dovecot.password}"', '"wrong"'))
    capsys.readouterr()
    later = [word.replace("03-10T", "03-12T") for word in AT]
    assert account.run("digest", *later, "--format", "html") == 77
    assert "refused the login" in capsys.readouterr().err
    assert account.run("digest", *later) == 77
    told = " ".join(capsys.readouterr().out.split())
    assert "1 account not read" in told
    assert "! Not read to its end: own (localhost" in told
    assert "Last complete scan: Tue 10 Mar." in told


def test_while_another_process_sends_nothing_is_sent_twice(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest, "_LOCK_SECONDS", 0.05)
    with FileLock(night.state / digest.LOCK), pytest.raises(TemporaryError, match="another inbox-watch"):
        night.due(0)
    assert night.inbox.mails == []
    assert isinstance(night.due(0), digest.Sent)
