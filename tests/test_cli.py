import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from inbox_watch import __version__, cli

MAIL = """From: Dana Reed <dana@talent.example>
To: Sam <sam@example.com>
Date: Thu, 05 Mar 2026 10:12:00 +0100
Message-ID: <b@talent.example>
Subject: Data Engineer at Acme

Hi Sam,

I'm recruiting for a Data Engineer role at Acme and your background looks like a great fit.
Could you send me your availability for a first call by Friday 5pm?

Kind regards,
Dana Reed
Talent Partners
"""

FRIDAY = ["--now", "2026-03-06T09:00:00+01:00", "--tz", "Europe/Berlin"]


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "one.eml"
    path.write_text(MAIL)
    return path


def test_help_and_version_load_neither_spacy_nor_any_other_heavy_library() -> None:
    code = (
        "import sys; from inbox_watch.cli import run; run(['--help']); run(['scan', '--help']); run(['--version']);"
        "heavy = {'spacy', 'numpy', 'imapclient', 'keyring', 'icalendar', 'mailparser', 'rich', 'jinja2', 'holidays'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert f"inbox-watch, version {__version__}" in done.stdout


def test_a_scan_of_one_mail_says_what_is_owed(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = cli.run(["scan", str(mail), *FRIDAY, "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert status == 0
    assert told["schema"] == "inbox-watch.scan/1"
    assert told["candidate"] == ["sam@example.com"]
    (found,) = told["opportunities"]
    (action,) = found["actions"]
    assert (action["kind"], action["state"], action["due"]) == ("send_availability", "due", "2026-03-06T17:00:00+01:00")
    assert action["quote"] in MAIL


def test_fail_if_due_ends_with_ten_only_where_something_is_due(mail: Path) -> None:
    assert cli.run(["scan", str(mail), "--now", "2026-03-06T09:00+01:00", "--fail-if-due"]) == 10
    assert cli.run(["scan", str(mail), "--now", "2026-03-05T09:00+01:00", "--fail-if-due"]) == 0


def test_mail_that_has_not_come_yet_is_not_there(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["scan", str(mail), "--now", "2026-03-05T09:00:00+01:00", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["opportunities"] == []


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["scan", "nowhere.eml"], 2, "nowhere.eml"),
        (["scan"], 2, "nothing to scan"),
        (["scan", "--no-such-option"], 2, "no-such-option"),
        (["scan", "MAIL", "--now", "yesterday"], 2, "--now"),
        (["scan", "MAIL", "--since", "1 March"], 2, "--since"),
        (["scan", "MAIL", "--tz", "Mars/Olympus"], 2, "--tz"),
        (["scan", "MAIL", "--country", "XX"], 2, "--country"),
        (["scan", "MAIL", "--config", "none.toml"], 78, "none.toml"),
        (["scan", "MAIL", "nowhere.eml"], 3, "nowhere.eml"),
        (["scan", "MAIL", "--me", "nobody"], 2, "is no address"),
        (["scan", "MAIL", "--now", "0001-01-01T00:00+14:00"], 2, "out of range"),
        (["classify", "MAIL", "nowhere.eml"], 3, "nowhere.eml"),
        (["classify", "nowhere.eml"], 2, "nowhere.eml"),
        (["explain", "", "MAIL"], 2, "an empty word"),
        (["explain", "o-1"], 2, "no scan was made yet"),
        (["explain", "nobody", "MAIL"], 2, "no opportunity fits"),
        (["classify"], 2, "SOURCE"),
    ],
)
def test_what_can_t_be_done_is_said_in_one_line_with_its_status(
    arguments: list[str], status: int, words: str, mail: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([str(mail) if word == "MAIL" else word for word in arguments]) == status
    told = capfd.readouterr().err
    assert words in told
    assert "Traceback" not in told


def test_classify_writes_a_line_for_each_mail_broken_ones_and_duplicates_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = tmp_path / "mail.mbox"
    broken = "Subject: " + "x" * 70_000 + "\n\nhi\n"
    box.write_text("".join(f"From someone\n{text}\n" for text in (MAIL, broken, MAIL)))
    assert cli.run(["classify", str(box), "--me", "sam@example.com"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source"].rsplit("/")[-1] for line in lines] == ["mail.mbox#1", "mail.mbox#2", "mail.mbox#3"]
    assert "larger than 64 KiB" in lines[1]["error"]
    assert lines[0]["asks"] == lines[2]["asks"] != []
    assert lines[0]["recruiting"] is True


def test_explain_repeats_the_last_scan_and_shows_sentence_rule_and_arithmetic(
    mail: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["scan", str(mail), *FRIDAY, "--format", "json"]) == 0
    identity = json.loads(capsys.readouterr().out)["opportunities"][0]["id"]
    for word in (identity, identity[:5], identity[2:6], "acme", "Dana"):
        assert cli.run(["explain", word]) == 0
        told = capsys.readouterr().out
        assert "Could you send me your availability for a first call by Friday 5pm?" in told
        assert "basis: stated" in told
        assert "<b@talent.example>" in told


def test_output_goes_to_a_file_that_only_the_user_can_read(mail: Path, tmp_path: Path) -> None:
    for form in ("table", "json", "html", "ics"):
        path = tmp_path / f"out.{form}"
        assert cli.run(["scan", str(mail), *FRIDAY, "--format", form, "--output", str(path)]) == 0
        assert path.stat().st_mode & 0o777 == 0o600
        assert b"Dana" in path.read_bytes()


def test_the_state_folder_and_what_is_in_it_are_private(mail: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "state"
    assert cli.run(["--state", str(folder), "scan", str(mail)]) == 0
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600]


def test_doctor_names_what_is_well_and_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["doctor"]) == 0
    assert "configuration: none at" in capsys.readouterr().out
    (tmp_path / "c.toml").write_text('[[account]]\nname = "x"\nuser = "sam@nowhere.example"\n')
    assert cli.run(["doctor", "--config", str(tmp_path / "c.toml")]) == 78
    told = capsys.readouterr().out
    assert "FAIL  account x" in told
    assert "Name the IMAP server" in told


def test_me_may_be_written_with_a_name(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["scan", str(mail), "--me", "Sam <SAM@example.com>", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["candidate"] == ["sam@example.com"]


def test_explain_repeats_the_last_scan_at_another_moment(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["scan", str(mail), *FRIDAY]) == 0
    capsys.readouterr()
    assert cli.run(["explain", "acme", "--now", "2026-03-09T09:00:00+01:00"]) == 0
    assert "3 days late" in capsys.readouterr().out


def test_the_demo_needs_no_configuration_not_even_a_right_one(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("[me")
    assert cli.run(["demo", "--config", str(tmp_path / "c.toml"), "--output", str(tmp_path / "o")]) == 0


def test_a_reader_who_leaves_early_is_no_fault() -> None:
    code = "from inbox_watch.cli import main; main(['demo', '--all', '--format', 'json'])"
    done = subprocess.run(
        f'{sys.executable} -c "{code}" | head -c 1; exit ${{PIPESTATUS[0]}}',
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_mail_in_a_language_that_it_does_not_read_is_named_for_a_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "de.eml").write_text(
        "From: Petra Lang <petra.lang@nordlicht.example>\nTo: sam@example.com\nDate: Thu, 05 Mar 2026 10:00:00 +0100\n"
        "Message-ID: <de@nordlicht.example>\nSubject: Ihre Bewerbung bei Nordlicht\n"
        "Content-Type: text/plain; charset=utf-8\n\nGuten Tag Sam,\n\nwir möchten Sie gern zu einem Gespräch mit "
        "unserem Team einladen. Bitte bestätigen Sie uns bis Freitag, ob Ihnen der Dienstag passt.\n\n"
        "Viele Grüße\nPetra Lang\nPersonalabteilung\n"
    )
    assert cli.run(["scan", str(tmp_path), *FRIDAY]) == 0
    told = capsys.readouterr().out
    assert "Worth a look of your own" in told
    assert "Ihre Bewerbung bei Nordlicht" in told


# --- sources that can't be read, and those with nothing in them -----------------------------------------------------


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """Be a user who may not read everything: whoever runs the tests as root may."""
    if os.getuid():
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that any user of this machine may write to; the configuration is looked for there."""
    with tempfile.TemporaryDirectory(prefix="iw-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
        yield folder
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o700)


@pytest.mark.parametrize("kind", ["a file", "a folder"])
def test_a_source_that_may_not_be_read_does_not_hide_the_others(
    kind: str, public: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locked = public / "locked"
    locked.write_text(MAIL) if kind == "a file" else locked.mkdir()
    (public / "one.eml").write_text(MAIL)
    locked.chmod(0)
    given = [str(locked), str(public / "one.eml"), "--state", str(public / "state")]
    with nobody():
        assert cli.run(["scan", *given, *FRIDAY, "--format", "json"]) == 3
        caught = capsys.readouterr()
        assert cli.run(["classify", *given]) == 3
        told = capsys.readouterr()
        assert cli.run(["scan", str(locked), "--state", str(public / "state")]) == 2
    scanned = json.loads(caught.out)
    assert [bool(source["error"]) for source in scanned["sources"]] == [True, False]
    assert len(scanned["opportunities"]) == 1
    assert "cannot be read (Permission denied)" in caught.err
    assert "Usage:" not in caught.err + told.err
    assert len(told.out.splitlines()) == 1


def test_a_configuration_that_may_not_be_read_is_a_matter_of_configuration(public: Path) -> None:
    (public / "c.toml").touch(0)
    (public / "one.eml").write_text(MAIL)
    with nobody():
        assert cli.run(["scan", str(public / "one.eml"), "--config", str(public / "c.toml")]) == 78


@pytest.mark.parametrize("kind", ["folder", "file", "device"])
def test_a_source_with_nothing_in_it_is_no_error_and_is_told_of(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Path(os.devnull) if kind == "device" else tmp_path / "empty"
    if kind == "folder":
        source.mkdir()
        (source / "notes.txt").write_text("no mail")
    elif kind == "file":
        source.touch()
    assert cli.run(["scan", str(source), "--format", "json"]) == 0
    caught = capsys.readouterr()
    (report,) = json.loads(caught.out)["sources"]
    assert (report["messages"], report["error"], report["skipped"]) == (0, None, [])
    assert f"{source}: no mail found" in caught.err
    assert cli.run(["classify", str(source)]) == 0
    caught = capsys.readouterr()
    assert (caught.out, "no mail found" in caught.err) == ("", True)


def test_a_pipe_is_refused_at_once(mail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert cli.run(["scan", str(tmp_path / "pipe")]) == 2
    assert cli.run(["scan", str(tmp_path / "pipe"), str(mail)]) == 3
    assert capsys.readouterr().err.count("neither a file nor a folder") == 2


def test_a_text_that_is_no_mail_is_set_aside_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("hello\nthis is no mail\n")
    assert cli.run(["scan", str(tmp_path / "notes.txt"), "--format", "json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["sources"]
    assert report["skipped"] == [{"where": "notes.txt", "error": "no header: this is not a mail"}]


def test_a_source_whose_mail_is_all_set_aside_or_of_another_time_is_told_of(
    mail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.eml").touch()
    assert cli.run(["scan", str(tmp_path / "empty.eml")]) == 0
    assert "empty.eml: no mail found, 1 set aside" in capsys.readouterr().err
    assert cli.run(["scan", str(mail), "--since", "2026-03-06"]) == 0
    assert "one.eml: no mail found of that time" in capsys.readouterr().err
    assert cli.run(["scan", str(mail), *FRIDAY]) == 0
    assert capsys.readouterr().err == ""


# --- time -----------------------------------------------------------------------------------------------------------


def dated(date: datetime, received: datetime | None = None) -> str:
    head = f"Received: from mx.example by mx.example.com; {format_datetime(received)}\n" if received else ""
    return head + MAIL.replace("Thu, 05 Mar 2026 10:12:00 +0100", format_datetime(date))


def scanned(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert cli.run(["scan", *arguments, "--format", "json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def test_a_mail_from_the_future_is_set_aside_and_not_lost(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mail.write_text(dated(datetime(2190, 3, 5, 10, 12, tzinfo=UTC)))
    told = scanned(capsys, str(mail), "--tz", "UTC")
    error = "dated in the future: 2190-03-05 10:12+00:00"
    assert told["sources"][0]["skipped"] == [{"where": "one.eml", "error": error}]
    assert told["sources"][0]["messages"] == 0
    told = scanned(capsys, str(mail), *FRIDAY)
    assert told["sources"][0]["skipped"] == [], "at a pretended moment it isn't there yet"


def test_a_sender_s_clock_that_is_ahead_hides_no_ask(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now = datetime(2026, 3, 6, 8, tzinfo=UTC)
    mail.write_text(dated(now + timedelta(hours=5), received=now - timedelta(hours=1)))
    told = scanned(capsys, str(mail), *FRIDAY)
    (found,) = told["opportunities"]
    assert told["sources"][0]["messages"] == 1
    assert found["last_from_them"] == "2026-03-06T08:00:00+01:00"
    mail.write_text(dated(now + timedelta(hours=5), received=now + timedelta(hours=4)))
    assert scanned(capsys, str(mail), *FRIDAY)["opportunities"] == []


def test_a_mail_of_an_mbox_without_any_date_has_its_separator_s(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = MAIL.replace("Date: Thu, 05 Mar 2026 10:12:00 +0100\n", "")
    (tmp_path / "mail.mbox").write_text(f"From dana@talent.example Thu Mar  5 09:12:00 2026\n{bare}\n")
    told = scanned(capsys, str(tmp_path / "mail.mbox"), *FRIDAY)
    assert told["sources"][0]["skipped"] == []
    (found,) = told["opportunities"]
    assert found["last_from_them"] == "2026-03-05T10:12:00+01:00"
    (tmp_path / "dated.mbox").write_text(f"From dana@talent.example Sun Mar  1 09:12:00 2026\n{MAIL}\n")
    (found,) = scanned(capsys, str(tmp_path / "dated.mbox"), *FRIDAY)["opportunities"]
    assert found["last_from_them"] == "2026-03-05T10:12:00+01:00", "the mail's own date comes first"


# --- the user's word, and the state folder --------------------------------------------------------------------------


def test_classify_heeds_what_the_user_said(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def line() -> dict[str, object]:
        capsys.readouterr()
        assert cli.run(["classify", str(mail), "--me", "sam@example.com"]) == 0
        return dict(json.loads(capsys.readouterr().out))

    before = line()
    assert (before["recruiting"], bool(before["asks"])) == (True, True)
    assert cli.run(["correct", "dana", str(mail), "--not-recruiting", *FRIDAY]) == 0
    after = line()
    assert (after["recruiting"], after["signal"], after["asks"], after["review"]) == (False, None, [], False)
    assert after["score"] == before["score"]
    assert cli.run(["correct", "<b@talent.example>", str(mail), "--recruiting", *FRIDAY]) == 0
    assert line()["asks"] == before["asks"]


def test_classify_gives_a_deleted_mail_of_takeout_its_line_that_a_scan_leaves_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "all.mbox").write_text(f"From 1@xxx Thu Mar  5 09:12:00 +0000 2026\nX-Gmail-Labels: Trash\n{MAIL}")
    assert scanned(capsys, str(tmp_path / "all.mbox"), *FRIDAY)["opportunities"] == []
    assert cli.run(["classify", str(tmp_path / "all.mbox")]) == 0
    assert json.loads(capsys.readouterr().out)["source"] == "all.mbox#1"


def test_forget_says_that_the_user_s_words_went_too(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for company in ("Acme", "Acme GmbH"):
        assert cli.run(["correct", "dana", str(mail), "--company", company, *FRIDAY]) == 0
    capsys.readouterr()
    assert cli.run(["forget", "everything", "--yes"]) == 0
    assert capsys.readouterr().err == "Forgotten: 0 mails, and 2 words of yours.\n"
    assert cli.run(["forget", "everything", "--yes"]) == 0
    assert capsys.readouterr().err == "Forgotten: 0 mails.\n"


@pytest.mark.parametrize("mode", [0o500, 0])
def test_a_state_folder_that_can_t_be_written_to_costs_no_scan_of_files(
    mode: int, public: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (public / "one.eml").write_text(MAIL)
    (public / "state").mkdir()
    with nobody():
        (public / "own").mkdir()
        (public / "own").chmod(mode)
        for state in (public / "own", public / "own" / "deeper"):
            status = cli.run(["scan", str(public / "one.eml"), "--state", str(state), *FRIDAY, "--format", "json"])
            caught = capsys.readouterr()
            assert status == 0, caught.err
            assert len(json.loads(caught.out)["opportunities"]) == 1
            assert "this scan can't be remembered" in caught.err
            assert "explain" in caught.err
        (public / "own").chmod(0o700)


@pytest.mark.parametrize("command", ["digest", "report"])
def test_digest_and_report_repeat_the_demo_where_no_account_is_configured(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([command]) == 2
    assert "nothing to scan" in capsys.readouterr().err
    assert cli.run(["demo", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["opportunities"]
    company = next(one["company"] for one in found if one["company"] and one["actions"])
    assert cli.run([command, "--output", str(tmp_path / "page")]) == 0
    assert company in (tmp_path / "page").read_text()
    (tmp_path / "c.toml").write_text('[[account]]\nname = "x"\nuser = "sam@nowhere.example"\n')
    assert cli.run([command, "--config", str(tmp_path / "c.toml"), "--output", str(tmp_path / "o")]) == 78


def test_a_repeated_scan_is_never_sent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["demo", "--output", str(tmp_path / "o")]) == 0
    (tmp_path / "c.toml").write_text(
        '[digest]\nto = "sam@example.com"\nsmtp = { host = "127.0.0.1", port = 9, password_command = ["false"] }\n'
    )
    assert cli.run(["digest", "--send", "--config", str(tmp_path / "c.toml")]) == 2
    assert "nothing to scan" in capsys.readouterr().err


# --- the table ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["demo", "--all"], ["scan", os.devnull]])
def test_a_table_for_a_pipe_has_no_blanks_at_the_ends_of_lines_and_no_two_empty_lines(arguments: list[str]) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out):
        assert cli.run(arguments) == 0
        out.flush()
    told = out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert "read, " in told
    assert not [line for line in told.splitlines() if line != line.rstrip()]
    assert "\n\n\n" not in told
    assert not told.endswith("\n\n")
