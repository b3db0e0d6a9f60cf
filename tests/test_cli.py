import json
import subprocess
import sys
from pathlib import Path

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
