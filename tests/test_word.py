"""The user's word, from the command line: over every kind of rescan, in every output, and taken back again."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from inbox_watch import accounts, cli, demo
from inbox_watch.store import words
from tests.servers.dovecot import Dovecot
from tests.servers.scanning import AT, Account, everyday, recruiter

SAM, OTHER = "o-74db40cb", "o-ee0bd7fe"  # in the demo: an interview held, and times asked for
MAILS = (b"KWQ2TCFWVJHW", b"NDGCSPFC2E4E", b"portolan-logistics", b"birgit.hansen@", b"Greta Holm")
# Whatever the model makes of it: of a language that it can't read, so it is left to the user.
DOUBTFUL = (
    "From: Marta Solis <marta.solis@nubeclara.example>\r\nTo: sam@example.com\r\nSubject: Entrevista\r\n"
    "Date: Thu, 05 Mar 2026 10:00:00 +0100\r\nMessage-ID: <entrevista-1@nubeclara.example>\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\nHola:\r\n\r\nHemos recibido su candidatura para el puesto de "
    "analista y nos gustaría invitarle a una entrevista en nuestras oficinas la próxima semana. ¿Qué día le viene "
    "mejor?\r\n\r\nUn saludo,\r\nMarta Solis\r\n"
).encode()
DOUBT = "m-32cc4f0b"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., int]:
    return lambda *arguments: cli.run(["--state", str(tmp_path / "own"), *arguments])


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with some of the demo's mails: two opportunities, others, and a doubtful mail."""
    folder = tmp_path_factory.mktemp("mails")
    for number, mail in enumerate(demo.read()):
        if any(word in mail.data for word in MAILS):
            (folder / f"{number}.eml").write_bytes(mail.data)
    (folder / "doubtful.eml").write_bytes(DOUBTFUL)
    return folder


@pytest.fixture
def told(run: Callable[..., int], mailbox: Path, tmp_path: Path) -> Callable[[], str]:
    def scan() -> str:
        path = tmp_path / "told.json"
        assert run("scan", str(mailbox), *AT, "--format", "json", "--output", str(path)) == 0
        return path.read_text()

    return scan


def named(told: str, identity: str) -> dict[str, Any]:
    return next(dict(one) for one in json.loads(told)["opportunities"] if one["id"] == identity)


def kinds(one: dict[str, Any]) -> list[str]:
    return [action["kind"] for action in one["actions"]]


SAID: list[tuple[list[str], list[str]]] = [
    (["done", "74db", "thank_you"], ["done", "74db", "--undo"]),
    (["done", "Portolan"], ["done", "--undo"]),
    (["done", "74db", "thank_you", "--on", "2026-03-09"], ["done", "74db", "thank_you", "--undo"]),
    (["snooze", "74db", "--until", "2w"], ["snooze", "tidewater", "--undo"]),
    (["snooze", OTHER, "send-availability", "--until", "monday"], ["snooze", "--undo"]),
    (["mute", "tidewater"], ["mute", "tidewater", "--undo"]),
    (["correct", OTHER, "--stage", "offer"], ["correct", OTHER, "--undo"]),
    (["correct", OTHER, "--not-recruiting"], ["correct", OTHER, "--undo"]),
    (["correct", OTHER, "--company", "Elm SE"], ["correct", "--undo", "Elm SE"]),
    (["correct", OTHER, "--role", "Gardener"], ["correct", "--undo", "1"]),
    (
        ["correct", OTHER, "--contact", "x@elm.example", "--name", "X", "--kind", "agency"],
        ["correct", "--undo", "x@elm"],
    ),
    (["correct", OTHER, "--sender-kind", "agency"], ["correct", "--undo", "1"]),
    (["correct", OTHER, "--join", SAM], ["correct", "--undo", "1"]),
    (["correct", OTHER, "--join", SAM], ["correct", "74db", "--undo"]),  # it has no id of its own any more
    (["correct", SAM, "--split", "t-74db"], ["correct", "--undo", "1"]),
    (["correct", SAM, "--split", "t-74db"], ["correct", "--undo", "t-74db"]),
    (["correct", DOUBT, "--recruiting"], ["correct", DOUBT, "--undo"]),
    (["correct", DOUBT, "--not-recruiting"], ["correct", "--undo"]),
]


@pytest.mark.parametrize(("say", "undo"), SAID, ids=lambda words: " ".join(words))
def test_a_word_shows_and_what_is_taken_back_leaves_the_same_bytes(
    say: list[str], undo: list[str], run: Callable[..., int], told: Callable[[], str]
) -> None:
    before = told()
    assert run(*say) == 0
    if say != ["correct", DOUBT, "--not-recruiting"]:
        assert told() != before
    assert run(*undo) == 0
    assert told() == before


def test_what_was_done_is_closed_in_every_output_and_nothing_else_changes(
    run: Callable[..., int], told: Callable[[], str]
) -> None:
    before = told()
    assert run("done", "Portolan") == 0
    after = told()
    assert kinds(named(before, OTHER)) == ["send_availability"]
    assert (kinds(named(after, OTHER)), named(after, OTHER)["turn"]) == (["request_update"], "recruiter")
    for field in ("threads", "last_from_candidate", "last_from_them", "stage"):
        assert named(after, OTHER)[field] == named(before, OTHER)[field]
    rest = [
        sorted((one for one in json.loads(text)["opportunities"] if one["id"] != OTHER), key=lambda one: one["id"])
        for text in (before, after)
    ]
    assert rest[0] == rest[1]


def test_explain_shows_each_word_with_its_date_and_what_would_be_said_without_it(
    run: Callable[..., int], told: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    told()
    assert run("correct", OTHER, "--stage", "offer", "--company", "Elm SE") == 0
    assert run("done", OTHER) == 0
    capsys.readouterr()
    assert run("explain", OTHER) == 0
    text = capsys.readouterr().out
    assert "Tue 10 Mar 2026: the stage is offer" in text
    assert "Tue 10 Mar 2026: the company is Elm SE" in text
    assert "you sent your times on Tue 10 Mar 2026" in text
    assert "Without your word: stage interview; company Portolan Logistics SE; turn candidate" in text


def test_explain_says_where_later_mail_moved_a_corrected_stage_on() -> None:
    from inbox_watch.report import said
    from tests.core import test_word as core
    from tests.core.build import at, them

    word = core.stage(core.COURSE, "interview", "6 10:00")
    moved = core.one([*core.COURSE, them("7", signal="offer")], word)
    text = " ".join(said.lines(moved, at("8")))
    assert "Fri 6 Mar 2026: the stage is interview" in text
    assert "mail that came later moved it on: offer" in text
    assert "moved it on" not in " ".join(said.lines(core.one(core.COURSE, word), at("8")))


def test_a_muted_one_stays_in_the_list_and_says_so(
    run: Callable[..., int], told: Callable[[], str], mailbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told()
    assert run("mute", OTHER) == 0
    assert run("mute", OTHER) == 0  # twice is once
    one = named(told(), OTHER)
    assert (one["actions"], one["turn"]) == ([], "nobody")
    capsys.readouterr()
    assert run("scan", str(mailbox), *AT) == 0
    assert "Tomás Ferreira" not in capsys.readouterr().out
    assert run("scan", str(mailbox), *AT, "--all") == 0
    assert "You muted it on Tue 10 March." in capsys.readouterr().out


def test_what_is_left_out_says_how_it_comes_back(
    run: Callable[..., int], told: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = told()
    assert run("correct", OTHER, "--not-recruiting") == 0
    assert OTHER not in {one["id"] for one in json.loads(told())["opportunities"]}
    assert run("explain", OTHER) == 2
    assert f"correct {OTHER} --recruiting" in capsys.readouterr().err
    assert run("correct", OTHER, "--recruiting") == 0
    assert told() == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["done"], "which opportunity"),
        (["done", SAM], "Open are"),
        (["done", SAM, "reply"], "reply isn't open"),
        (["done", SAM, "repyl"], "neither something to do nor a file"),
        (["done", SAM, "thank_you", "--on", "2026-03-05"], "when this came up"),
        (["done", SAM, "thank_you", "--on", "soon"], "can't read"),
        (["done", "nobody"], "no opportunity fits"),
        (["done", "--undo"], "nothing to take back"),
        (["done", SAM, "thank_you", "--on", "tomorrow"], "can't read"),
        (["done", SAM, "--undo", "--on", "monday"], "don't go together"),
        (["snooze", SAM], "until when"),
        (["snooze", SAM, "--undo", "--until", "monday"], "don't go together"),
        (["snooze", SAM, "--until", "2026-03-10"], "isn't ahead"),
        (["mute", "nobody"], "no opportunity fits"),
        (["correct", SAM], "what is right"),
        (["correct", SAM, "--name", "Dana"], "belong to --contact"),
        (["correct", SAM, "--contact", "dana"], "no address"),
        (["correct", SAM, "--recruiting", "--not-recruiting"], "or --not-recruiting"),
        (["correct", SAM, "--contact", ""], "no address"),
        (["correct", SAM, "--join", ""], "empty word"),
        (["correct", SAM, "--split", ""], "names no thread"),
        (["correct", SAM, "--recruiting", "--company", ""], "say first"),
        (["correct", SAM, "--with-text"], "belongs to --export"),
        (["correct", SAM, "--list", "--stage", "offer"], "don't go together"),
        (["correct", SAM, "--undo", "--role", ""], "don't go together"),
        (["correct", "--export", "examples", "--not-recruiting"], "don't go together"),
        (["correct", SAM, "--recruiting", "--stage", "offer"], "say first"),
        (["correct", "<nobody@x.example>", "--not-recruiting"], "no recruiter's mail"),
        (["correct", SAM, "--join", SAM], "one already"),
        (["correct", SAM, "--split", "t-nothing"], "no thread"),
        (["correct", "m-12345678", "--recruiting"], "no doubtful mail"),
        (["correct", "<nobody@x.example>", "--recruiting"], "no mail with the Message-ID"),
        (["correct", "--undo", "99"], "nothing to take back"),
        (["review"], "nobody is there to ask"),
    ],
)
def test_what_can_t_be_meant_is_said_in_one_line_and_nothing_is_kept(
    arguments: list[str],
    complaint: str,
    run: Callable[..., int],
    told: Callable[[], str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    told()
    assert run(*arguments) == 2
    assert complaint in capsys.readouterr().err
    assert words.read(tmp_path / "own") == ()


def test_a_snooze_past_a_named_date_is_said(
    run: Callable[..., int], told: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    told()
    assert run("snooze", OTHER, "--until", "monday") == 0
    assert "after the date that was named: Fri 6 March, 12:00" in capsys.readouterr().err
    (action,) = named(told(), OTHER)["actions"]
    assert (action["state"], action["from"], action["due"]) == (
        "upcoming",
        "2026-03-16T09:00:00+01:00",
        "2026-03-06T12:00:00+01:00",
    )


def test_the_list_names_every_word_and_the_last_of_a_kind_is_taken_back_first(
    run: Callable[..., int], told: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    told()
    for stage in ("offer", "rejected"):
        assert run("correct", OTHER, "--stage", stage) == 0
    assert named(told(), OTHER)["stage"] == "rejected"
    capsys.readouterr()
    assert run("correct", "--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert ["stage is offer" in lines[0], "stage is rejected" in lines[1], len(lines)] == [True, True, 2]
    assert run("mute", SAM) == 0
    capsys.readouterr()
    assert run("correct", SAM, "--list") == 0
    assert ["muted" in line for line in capsys.readouterr().out.splitlines()] == [True]
    assert run("correct", OTHER, "--undo") == 0
    assert named(told(), OTHER)["stage"] == "offer"


def test_a_number_that_no_word_has_takes_back_nothing_of_an_id_that_begins_so(
    run: Callable[..., int], told: Callable[[], str], tmp_path: Path
) -> None:
    told()
    assert run("mute", SAM) == 0
    for number in ("7", "74", "9" * 5000):
        assert run("correct", "--undo", number) == 2
    assert run("mute", "--undo", "74db") == 0
    assert words.read(tmp_path / "own") == ()


def test_an_offer_answered_elsewhere_is_asked_for_its_answer(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("demo") == 0
    assert run("done", "bluebird") == 0
    assert "correct o-53fe01c5 --stage accepted (or withdrawn)" in capsys.readouterr().err


def test_examples_hold_labels_and_scores_and_other_people_s_words_only_on_demand(
    run: Callable[..., int], told: Callable[[], str], tmp_path: Path
) -> None:
    told()
    assert run("correct", OTHER, "--stage", "offer") == 0
    assert run("correct", SAM, "--not-recruiting") == 0
    assert run("correct", DOUBT, "--not-recruiting") == 0
    path = tmp_path / "examples.jsonl"
    assert run("correct", "--export", str(path)) == 0
    assert path.stat().st_mode & 0o777 == 0o600
    bare = [json.loads(line) for line in path.read_text().splitlines()]
    assert {"stage": "offer"} in [one["label"] for one in bare]
    assert [one["label"] for one in bare].count({"recruiting": False}) > 3
    assert all(0 <= one["read"]["score"] <= 1 for one in bare)
    for word in ("Ferreira", "portolan", "Hansen", "invite", "@"):
        assert word not in path.read_text()
    assert run("correct", "--export", str(path), "--with-text") == 0
    assert "invite you to an interview" in path.read_text()


def test_review_lists_what_it_would_ask_and_asks_in_a_terminal_one_key_a_mail(
    run: Callable[..., int], told: Callable[[], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told()
    capsys.readouterr()
    assert run("review", "--list") == 0
    asked = capsys.readouterr().out.splitlines()
    assert len(asked) > 1
    assert all("a recruiter's?" in line for line in asked if line.startswith("m-"))
    keys = ["ns", *["s"] * (len(asked) - 2), "\x04"]  # two at once are the first; Ctrl-D ends it
    assert in_terminal(keys, "--state", str(tmp_path / "own"), "review") == 0
    assert run("review", "--list") == 0
    assert len(capsys.readouterr().out.splitlines()) < len(asked)
    assert [word.kind for word in words.read(tmp_path / "own")] == ["not_recruiting"]


def test_review_says_where_there_is_nothing_to_ask(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mails").mkdir()
    assert run("review", "--list", str(tmp_path / "mails")) == 0
    assert capsys.readouterr() == ("", "Nothing to ask.\n")


def in_terminal(keys: Sequence[str], *arguments: str) -> int:
    """Run a command in a terminal and press these keys at its questions."""
    mine, its = pty.openpty()
    code = "import sys; from inbox_watch.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, start_new_session=True) as process:
        os.close(its)
        with contextlib.suppress(OSError):  # the program ended
            for key in keys:
                shown = b""
                while not shown.rstrip().endswith(b"?)"):  # a question ends in its guess
                    shown += os.read(mine, 4096)
                while termios.tcgetattr(mine)[3] & termios.ICANON:  # a key that comes before it listens is lost
                    time.sleep(0.01)
                os.write(mine, key.encode())
            while os.read(mine, 4096):
                pass
        status = process.wait(60)
    os.close(mine)
    return status


def test_a_word_given_to_files_holds_at_the_pretended_moment_and_after_it(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = tmp_path / "one.eml"
    mail.write_bytes(recruiter(1))
    friday = ("--now", "2026-03-06T12:00:00+01:00", "--tz", "Europe/Berlin")

    def turn(now: str) -> str:
        assert run("scan", str(mail), "--now", now, "--tz", "Europe/Berlin", "--format", "json") == 0
        return str(json.loads(capsys.readouterr().out)["opportunities"][0]["turn"])

    assert run("done", "acme", "send_availability", str(mail), *friday) == 0
    capsys.readouterr()
    assert turn("2026-03-06T12:00:00+01:00") == "recruiter"
    assert turn("2026-03-07T12:00:00+01:00") == "recruiter"
    assert turn("2026-03-06T11:00:00+01:00") == "candidate"


def test_the_demo_hears_a_word_too_until_everything_is_forgotten(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("demo", "--format", "json") == 0
    before = capsys.readouterr().out
    assert run("mute", OTHER) == 0
    capsys.readouterr()
    assert run("demo", "--format", "json") == 0
    assert named(capsys.readouterr().out, OTHER)["actions"] == []
    assert run("forget", "everything", "--yes") == 0
    capsys.readouterr()
    assert run("demo", "--format", "json") == 0
    assert capsys.readouterr().out == before


# --- on a real server -------------------------------------------------------------------------------------------------


def spoken(account: Account, *ids: str) -> None:
    """Correct the first and say that the second was done."""
    assert account.run("correct", ids[0], "--stage", "offer", "--company", "Elm SE", "--contact", "x@elm.example") == 0
    assert account.run("done", ids[1], "send_availability") == 0
    assert account.run("correct", ids[2], "--not-recruiting") == 0


def holds(told: dict[str, Any], *ids: str) -> None:
    by_id = {one["id"]: one for one in told["opportunities"]}
    assert set(by_id) == set(ids[:2])
    first, second = by_id[ids[0]], by_id[ids[1]]
    assert (first["stage"], first["company"]) == ("offer", "Elm SE")
    assert first["contacts"][0]["address"] == "x@elm.example"
    assert (kinds(second), second["turn"]) == (["request_update"], "recruiter")


@pytest.mark.dovecot
def test_the_user_s_word_survives_every_kind_of_rescan(
    server: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [recruiter(1), everyday(2, "They ripen."), recruiter(3), recruiter(4)]
    for mail in mails:
        server.deliver("Archive", mail)
    account = Account(server, tmp_path)
    found = {one["company"]: one["id"] for one in account.scan()["opportunities"]}
    ids = [found[f"Acme {number}"] for number in (1, 3, 4)]
    account.scan()
    stored = account.content()
    spoken(account, *ids)
    expected = account.scan()
    holds(expected, *ids)
    assert account.content() == stored  # what was observed is kept apart

    server.doveadm("mailbox", "delete", "-u", server.user, "Archive")  # another UIDVALIDITY, in another order
    for mail in (everyday(9, "Basil."), *reversed(mails)):
        server.deliver("Archive", mail)
    assert account.scan()["opportunities"] == expected["opportunities"]

    server.doveadm("move", "-u", server.user, "INBOX", "mailbox", "Archive", "all")
    assert account.scan()["opportunities"] == expected["opportunities"]

    monkeypatch.setattr(accounts.basis, "model_version", lambda: "the next one")
    assert account.scan()["opportunities"] == expected["opportunities"]

    assert account.run("forget", "account", "own", "--yes") == 0
    assert account.scan()["opportunities"] == expected["opportunities"]

    (account.state / "store.sqlite").write_bytes(b"damaged" * 1000)
    (account.state / "store.sqlite-wal").unlink(missing_ok=True)
    (account.state / "store.sqlite").unlink()
    assert account.scan()["opportunities"] == expected["opportunities"]

    server.deliver("INBOX", recruiter(5, answers="<r4@talent4.example>"))  # later mail of what is no recruiter's
    holds(account.scan(), *ids)

    for _ in range(4):
        assert account.run("correct", "--undo") == 0
    assert account.run("done", "--undo") == 0
    stages = {one["id"]: one["stage"] for one in account.scan()["opportunities"]}
    assert len(stages) == 3
    assert "offer" not in stages.values()


@pytest.mark.dovecot
def test_a_mail_that_was_left_out_is_read_on_the_user_s_word_and_by_the_next_model_too(
    server: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.fill("INBOX", [everyday(1, "Shall we talk about the greenhouse job?"), everyday(2, "They ripen.")])
    account = Account(server, tmp_path)
    assert account.scan()["opportunities"] == []
    assert account.run("correct", "<t1@garden.example>", "--recruiting") == 0
    (one,) = account.scan()["opportunities"]
    assert one["threads"][0]["message_ids"] == ["<t1@garden.example>"]
    assert account.held()["kept"] == 1
    files = tmp_path / "files"
    files.mkdir()
    for number, mail in enumerate(("Shall we talk about the greenhouse job?", "They ripen."), 1):
        (files / f"{number}.eml").write_bytes(everyday(number, mail))
    assert account.scan(str(files))["opportunities"] == [one]
    monkeypatch.setattr(accounts.basis, "model_version", lambda: "the next one")
    assert account.scan()["opportunities"] == [one]
    assert account.run("scan", *AT) == 0
    assert account.run("correct", one["id"], "--not-recruiting") == 0
    assert account.scan()["opportunities"] == []


@pytest.mark.dovecot
def test_the_text_of_a_mail_that_was_read_on_the_user_s_word_goes_when_the_word_goes(
    server: Dovecot, tmp_path: Path
) -> None:
    server.fill("INBOX", [everyday(1, "Rumpelstiltskin came for the child."), everyday(2, "They ripen.")])
    account = Account(server, tmp_path)
    account.scan()
    for _ in range(2):  # said again, it is fetched again
        assert account.run("correct", "t1@garden.example", "--recruiting") == 0
        assert len(account.scan()["opportunities"]) == 1
        assert account.held()["kept"] == 1
        assert account.run("correct", "--undo") == 0
        assert account.scan()["opportunities"] == []
        assert "kept" not in account.held()


@pytest.mark.dovecot
def test_forgetting_an_opportunity_forgets_what_was_said_of_it_and_nothing_else(
    server: Dovecot, tmp_path: Path
) -> None:
    server.fill("INBOX", [recruiter(1), recruiter(2)])
    account = Account(server, tmp_path)
    account.scan()
    for number in (1, 2):
        assert account.run("correct", f"Acme {number}", "--role", f"Gardener {number}") == 0
    assert account.run("forget", "opportunity", "Gardener 1", "--yes") == 0
    assert [word.value for word in words.read(account.state)] == ["Gardener 2"]
    assert [one["role"] for one in account.scan()["opportunities"]] == ["Gardener 2"]
