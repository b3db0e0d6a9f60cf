"""`inbox-watch draft`, from the command line, over scenarios of the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from inbox_watch import cli, nlp
from tests.scenarios import THREADS, GivenScorer

Run = Callable[..., tuple[int, str, str]]
_BERLIN = ("--me", "sam@example.com", "--tz", "Europe/Berlin", "--country", "DE")


@pytest.fixture(scope="module", autouse=True)
def _given_scores() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nlp, "load", GivenScorer)
        yield


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that drafts in a scenario: status, standard output, standard error."""

    def drafted(scenario: str, now: str, *arguments: str, named: str = "o-") -> tuple[int, str, str]:
        folder = str(THREADS / scenario)
        given = ["--state", str(tmp_path / "own"), "draft", named, *arguments, folder, "--now", now, *_BERLIN]
        status = cli.run(given)
        said = capfd.readouterr()
        return status, said.out, said.err

    return drafted


def test_the_most_pressing_action_is_drafted(run: Run) -> None:
    status, out, _ = run("question-is-due-in-two-business-days", "2026-03-11T12:00")
    assert status == 0
    assert out.startswith("To: Ines Kim <ines.kim@brightwater.example>\nSubject: Re: ")
    assert "You asked about my notice period: [your answer]." in out


def test_a_kind_picks_among_several(run: Run) -> None:
    scenario, now = "three-asks-in-a-mail-have-their-own-dates", "2026-03-11T12:00"
    status, out, err = run(scenario, now, "send-documents")
    assert status == 0
    assert "my CV" in out
    assert "Also open: " in err
    assert "reply" in err
    status, out, _ = run(scenario, now, "send_availability")
    assert "[day, from when to when]" in out


def test_a_kind_that_is_not_open_is_refused(run: Run) -> None:
    status, out, err = run("question-is-due-in-two-business-days", "2026-03-11T12:00", "debrief")
    assert (status, out) == (2, "")
    assert "Open: reply." in err
    assert run("question-is-due-in-two-business-days", "2026-03-11T12:00", "nonsense")[0] == 2


def test_before_its_time_it_says_when_it_would_be(run: Run) -> None:
    scenario, now = "by-friday-gives-monday-morning", "2026-03-12T12:00"
    status, out, err = run(scenario, now)
    assert (status, out) == (2, "")
    assert "it isn't time yet; request update from Mon 16 March, 09:00 on" in err
    early = run(scenario, now, "--early")
    assert early[0] == 0
    assert "that I would hear from you by Friday" in early[1]
    assert run(scenario, now, "request_update") == early


def test_the_second_request_and_the_last_have_their_own_tone(run: Run) -> None:
    scenario = "second-request-waits-half-as-long-again"
    again = run(scenario, "2026-03-19T09:00")
    assert again[0] == 0
    assert "keep this short" in again[1]
    last = run(scenario, "2026-04-15T09:00")
    assert last[0] == 0
    assert "I will not ask again" in last[1]


def test_an_offer_can_be_answered_in_three_ways(run: Run) -> None:
    told = {}
    for say in ("ask", "accept", "decline"):
        status, told[say], err = run("offer-with-a-stated-day", "2026-03-18T12:00", "--say", say)
        assert status == 0
        assert "Other answers: " in err
        assert f"--say {say}" not in err
    assert "by Friday 20 March" in told["ask"]
    assert "delighted to accept" in told["accept"]
    assert "decided not to accept" in told["decline"]
    assert run("offer-with-a-stated-day", "2026-03-18T12:00", "--say", "done")[0] == 2


def test_nobody_to_write_to_is_said(run: Run) -> None:
    status, out, err = run("test-from-a-platform", "2026-03-09T12:00")
    assert (status, out) == (2, "")
    assert "nobody is known who could be written to" in err


def test_what_has_ended_needs_no_draft(run: Run) -> None:
    status, _, err = run("rejection-ends-it", "2026-03-20T12:00")
    assert status == 2
    assert "there is nothing to do" in err


def test_a_phone_number_gives_three_lines_for_a_call(run: Run) -> None:
    _, out, _ = run("agency-alone-owes-the-debrief-alone", "2026-03-09T15:30")
    mail, _, call = out.partition("-" * 60)
    assert "Concerns: [" in mail
    assert "Or call: +49 30 5550142" in call
    assert len([line for line in call.split("\n") if line.startswith("- ")]) == 3


def test_a_mail_file_is_private_threaded_and_opens_as_a_draft(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.eml"
    status, out, _ = run(
        "question-is-due-in-two-business-days", "2026-03-11T12:00", "--format", "eml", "--output", str(path)
    )
    assert (status, out) == (0, "")
    assert path.stat().st_mode & 0o777 == 0o600
    read = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert read["X-Unsent"] == "1"
    assert read["From"] == "sam@example.com"
    theirs = (THREADS / "question-is-due-in-two-business-days" / "01.eml").read_text()
    assert read["In-Reply-To"] in theirs
    assert read["References"] == read["In-Reply-To"]


def test_a_link_is_one_line(run: Run) -> None:
    status, out, _ = run("question-is-due-in-two-business-days", "2026-03-11T12:00", "--format", "mailto")
    assert status == 0
    assert out.startswith("mailto:ines.kim@brightwater.example?subject=Re%3A%20")
    assert out.count("\n") == 1
    assert "%0D%0A%0D%0A" in out
    assert "%0A%0A" not in out


def test_a_template_of_ones_own_is_found_beside_the_configuration(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "inbox-watch" / "drafts"
    folder.mkdir(parents=True)
    (folder / "reply.txt").write_text("Subject: x\n\n{{ greeting }}\n\nMy own words.\n\n{{ sign_off }}\n")
    status, out, _ = run("question-is-due-in-two-business-days", "2026-03-11T12:00")
    assert status == 0
    assert "Hi Ines,\n\nMy own words.\n\n" in out
    (folder / "reply.txt").write_text("Subject: x\n\n{{ greting }}\n")
    status, out, err = run("question-is-due-in-two-business-days", "2026-03-11T12:00")
    assert (status, out) == (78, "")
    assert 'reply.txt: no slot "greting"' in err
    assert "Did you mean greeting?" in err


def test_without_a_source_the_last_scan_is_repeated(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    state = ["--state", str(tmp_path / "own")]
    folder = str(THREADS / "question-is-due-in-two-business-days")
    assert cli.run([*state, "scan", folder, "--now", "2026-03-11T12:00", *_BERLIN]) == 0
    capfd.readouterr()
    assert cli.run([*state, "draft", "Brightwater"]) == 0
    assert "notice period" in capfd.readouterr().out
