import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_watch import demo, store
from inbox_watch.accounts.waiting import read_waiting
from inbox_watch.app import Settings
from inbox_watch.store.database import FILE
from tests.servers.chaos_proxy import ChaosProxy, Fault
from tests.servers.dovecot import Dovecot
from tests.servers.grammar import is_reading
from tests.servers.scanning import MAILBOX, Account, demo_mails, everyday, recruiter

pytestmark = pytest.mark.dovecot


def fetched(server: Dovecot) -> list[bytes]:
    return [line for line in server.received() if b" UID FETCH " in line]


# --- the same from a server as from files ---------------------------------------------------------------------------


def test_the_demo_mailbox_on_a_server_gives_the_same_as_in_files(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", demo_mails("inbox"))
    server.fill("Sent", demo_mails("sent"))
    account = Account(server, tmp_path)
    told, files = account.scan(), account.scan(str(MAILBOX))
    for one in (told, files):
        one["sources"][0].pop("name")
    assert told == files
    assert len(told["opportunities"]) > 10
    assert all(is_reading(line) for line in server.received())


def test_a_server_that_compresses_gives_the_same_in_fewer_bytes(
    packing_dovecot: Dovecot, dovecot: Dovecot, tmp_path: Path
) -> None:
    told = []
    for server in (packing_dovecot, dovecot):
        server.clear()
        server.fill("INBOX", demo_mails("inbox"))
        told.append(Account(server, tmp_path / str(server.port)).scan())
    assert told[0] == told[1]
    packed, plain = (
        sum(path.stat().st_size for path in server.rawlog.glob("*.out")) for server in (packing_dovecot, dovecot)
    )
    assert packed < plain / 2


def test_to_infer_who_the_candidate_is_takes_no_pass_of_its_own_through_what_is_held(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1), recruiter(2)])
    account = Account(dovecot, tmp_path)
    account.scan()
    passes = []
    for me in (frozenset(), frozenset({demo.ME})):
        asked: list[str] = []
        with store.opened(account.state) as held:
            held.database.execute("UPDATE messages SET state = 'waiting'")
            held.database.execute("UPDATE readings SET basis = NULL, reading = NULL")
            held.database.set_trace_callback(asked.append)
            read_waiting(held, Settings(now=datetime(2026, 3, 10, tzinfo=UTC), zone=UTC, me=me))
        assert account.held() == {"kept": 2}
        passes.append(sum("parsed" in line and line.endswith("'kept') ORDER BY messages.id") for line in asked))
    assert passes[0] == passes[1]
    assert 1 <= passes[0] <= 2


def test_scanning_twice_changes_nothing_and_opens_no_mailbox(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1), everyday(2, "They ripen."), recruiter(3)])
    account = Account(server, tmp_path)
    first = account.scan()
    account.scan()
    before, sent = account.content(), len(server.received())
    again = account.scan()
    assert account.content() == before
    assert again["opportunities"] == first["opportunities"]
    assert (first["sources"][0]["new"], again["sources"][0]["new"]) == (3, 0)
    assert not any(b"EXAMINE" in line or b"FETCH" in line for line in server.received()[sent:])


def test_reading_changes_no_flag_no_count_and_no_recent_mark(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1), everyday(2, "They ripen.")])
    for number, mailbox in enumerate(("INBOX", "Sent", "Archive", "Spam", "Drafts", "Trash"), start=3):
        server.deliver(mailbox, recruiter(number))

    def state() -> bytes:
        flags = server.doveadm("fetch", "-u", server.user, "mailbox uid flags", "ALL")
        counts = server.doveadm("mailbox", "status", "-u", server.user, "messages recent unseen uidnext", "*")
        return b"".join(sorted((flags + counts).splitlines(keepends=True)))

    before = state()
    account = Account(server, tmp_path)
    account.scan()
    account.scan()
    assert state() == before
    assert b"Seen" not in before


# --- what is new, moved, gone ---------------------------------------------------------------------------------------


def test_of_new_mail_that_alone_is_fetched(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1), everyday(2, "They ripen.")])
    account = Account(server, tmp_path)
    account.scan()
    sent = len(fetched(server))
    server.deliver("INBOX", recruiter(3))
    told = account.scan()
    assert told["sources"][0]["messages"] == 3
    assert told["sources"][0]["new"] == 1
    assert len(told["opportunities"]) == 2
    assert {line.split()[3] for line in fetched(server)[sent:]} == {b"3"}


def test_a_moved_mail_is_one_message_whose_text_is_not_fetched_again(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1), recruiter(2)])
    account = Account(server, tmp_path)
    before = account.scan()
    sent = len(fetched(server))
    server.doveadm("move", "-u", server.user, "Archive", "mailbox", "INBOX", "uid", "1")
    told = account.scan()
    assert told["opportunities"] == before["opportunities"]
    assert (told["sources"][0]["messages"], told["sources"][0]["new"]) == (2, 0)
    assert not any(b"BODY.PEEK[1]" in line for line in fetched(server)[sent:])


def test_deleted_mail_is_gone_and_its_conclusions_stay(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1), recruiter(2), everyday(3, "They ripen.")])
    account = Account(server, tmp_path)
    before = account.scan()
    server.doveadm("expunge", "-u", server.user, "mailbox", "INBOX", "uid", "1")
    told = account.scan()
    assert told["opportunities"] == before["opportunities"]
    assert told["sources"][0]["messages"] == 2
    assert account.scan()["sources"] == told["sources"]


def test_a_new_uidvalidity_attaches_what_is_known_and_fetches_no_text(server: Dovecot, tmp_path: Path) -> None:
    mails = [recruiter(1), everyday(2, "They ripen."), recruiter(3)]
    for mail in mails:
        server.deliver("Archive", mail)
    account = Account(server, tmp_path)
    before = account.scan()
    sent = len(fetched(server))
    server.doveadm("mailbox", "delete", "-u", server.user, "Archive")
    for mail in (everyday(9, "Basil."), *mails):
        server.deliver("Archive", mail)
    told = account.scan()
    assert told["opportunities"] == before["opportunities"]
    assert (told["sources"][0]["messages"], told["sources"][0]["new"]) == (4, 1)
    texts = [line for line in fetched(server)[sent:] if b"BODY.PEEK[1]" in line]
    assert {line.split()[3] for line in texts} <= {b"1"}


def test_an_emptied_mailbox_is_an_error_and_what_was_found_stays(
    server: Dovecot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.fill("INBOX", [recruiter(1), recruiter(2)])
    account = Account(server, tmp_path)
    before = account.scan()
    server.doveadm("expunge", "-u", server.user, "mailbox", "INBOX", "all")
    told = account.scan(status=3)
    assert told["opportunities"] == before["opportunities"]
    assert "empty now" in told["sources"][0]["error"]
    assert "forget account own" in capsys.readouterr().err


def test_a_mailbox_whose_mail_was_all_moved_is_no_error(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1), recruiter(2)])
    account = Account(server, tmp_path)
    before = account.scan()
    server.doveadm("move", "-u", server.user, "Archive", "mailbox", "INBOX", "all")
    assert account.scan()["opportunities"] == before["opportunities"]
    assert account.scan()["sources"][0]["messages"] == 2


def test_trash_and_drafts_are_not_read_and_junk_is_marked(server: Dovecot, tmp_path: Path) -> None:
    for number, mailbox in enumerate(("INBOX", "Spam", "Trash", "Drafts", "Sent"), start=1):
        server.deliver(mailbox, recruiter(number))
    account = Account(server, tmp_path)
    told = account.scan()
    assert told["sources"][0]["messages"] == 3
    opened = {line.split(b'"')[1] for line in server.received() if b"EXAMINE" in line}
    assert opened == {b"INBOX", b"Spam", b"Sent"}


def test_a_mail_without_usable_date_is_set_aside_with_its_reason(server: Dovecot, tmp_path: Path) -> None:
    undated = recruiter(1).replace(b"Date: Fri, 06 Mar 2026 10:01:00 +0100\r\n", b"")
    server.fill("INBOX", [undated, recruiter(2), b"X: " + b"y" * 70_000 + b"\r\n" + recruiter(3)])
    account = Account(server, tmp_path)
    (source,) = account.scan()["sources"]
    assert source["skipped"] == [
        {"where": "INBOX uid 1", "error": "no usable date: it can't be put in time"},
        {"where": "INBOX uid 3", "error": "header larger than 64 KiB"},
    ]
    assert source["messages"] == 1


# --- what is read, and what stays on disk -----------------------------------------------------------------------------


def test_of_mail_that_is_not_about_jobs_no_word_stays_on_disk(server: Dovecot, tmp_path: Path) -> None:
    read = everyday(1, "Rumpelstiltskin came for the child.").replace(b"Tomatoes 1", b"Position of the Zwergenhaus")
    left_out = everyday(2, "Schneewittchen bit the apple.", List_Id="<news.garden.example>").replace(
        b"Tomatoes", b"Apfelkuchen"
    )
    server.fill("INBOX", [read, left_out, recruiter(3, words="Dornroeschen sleeps.")])
    account = Account(server, tmp_path)
    account.scan()
    held = b"".join(path.read_bytes() for path in account.state.rglob("*") if path.is_file())
    for word in (
        b"Rumpelstiltskin",
        b"Zwergenhaus",
        b"Schneewittchen",
        b"Apfelkuchen",
        b"garden.example",
        b"Ada Brook",
    ):
        assert word not in held
    assert b"Dornroeschen" in held
    assert account.held() == {"dropped": 1, "kept": 1, "skipped": 1}


def test_attachments_are_never_fetched(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [mail for mail in demo_mails("inbox") if b"ttachment" in mail])
    account = Account(server, tmp_path)
    account.scan()
    logs = b"".join(path.read_bytes() for path in server.rawlog.glob("*.out"))
    assert b"BODY[1" in logs
    assert b"JVBERi0" not in logs  # how a PDF begins in base64
    assert not any(b"BODY.PEEK[]" in line for line in fetched(server))


def test_a_mail_that_was_left_out_is_read_when_its_thread_turns_out_to_be_about_a_job(
    server: Dovecot, tmp_path: Path
) -> None:
    first = everyday(1, "Hello Sam, it was good to see you at the fair.", List_Id="<fair.example>")
    server.fill("INBOX", [first])
    account = Account(server, tmp_path)
    account.scan()
    assert account.held() == {"skipped": 1}
    server.deliver("INBOX", recruiter(2, answers="<t1@garden.example>"))
    told = account.scan()
    assert account.held() == {"kept": 2}
    assert told["opportunities"][0]["threads"][0]["message_ids"] == ["<t1@garden.example>", "<r2@talent2.example>"]


def test_what_was_left_out_keeps_its_reason(server: Dovecot, tmp_path: Path) -> None:
    server.fill(
        "INBOX", [everyday(1, "x", List_Id="<news.garden.example>"), everyday(2, "x", Auto_Submitted="auto-generated")]
    )
    account = Account(server, tmp_path)
    account.scan()
    database = sqlite3.connect(account.state / FILE)
    assert database.execute("SELECT reason FROM messages ORDER BY id").fetchall() == [
        ("went to many",),
        ("no person sent it",),
    ]
    database.close()


def test_another_version_of_the_model_reads_again_what_the_last_one_dropped(
    server: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inbox_watch import accounts

    server.fill("INBOX", [everyday(1, "They ripen."), recruiter(2)])
    account = Account(server, tmp_path)
    told = account.scan()
    sent = len(fetched(server))
    monkeypatch.setattr(accounts.basis, "model_version", lambda: "the next one")
    assert account.scan()["opportunities"] == told["opportunities"]
    assert {line.split()[3] for line in fetched(server)[sent:]} == {b"1"}
    sent = len(fetched(server))
    account.scan()
    assert fetched(server)[sent:] == []


def calendar(number: int, method: str, organizer: str = "") -> bytes:
    """Return the parts of a mail that holds an invitation and nothing else."""
    by = f"ORGANIZER:mailto:{organizer}\r\n" if organizer else ""
    event = (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:meet-7@acme.example\r\n"
        f"SEQUENCE:{number}\r\nDTSTAMP:20260305T090000Z\r\nDTSTART:20260312T140000Z\r\nDTEND:20260312T150000Z\r\n"
        f"{by}SUMMARY:Meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return f"--b\r\nContent-Type: text/calendar; method={method}\r\n\r\n{event}\r\n--b--\r\n".encode()


def bare(parts: bytes) -> bytes:
    """Return a mail of these parts whose head says nothing."""
    mail = everyday(1, "", Content_Type="multipart/mixed; boundary=b")
    return mail.replace(b"Tomatoes 1", b"Meeting") + parts


def scanned_one_by_one(server: Dovecot, account: Account, mails: list[bytes]) -> list[int]:
    """Scan after each mail, from the server and from files; return how many mails were found to be about a job."""
    files = account.folder / "files"
    files.mkdir()
    recruiting = []
    for number, mail in enumerate(mails):
        server.deliver("INBOX", mail)
        (files / f"{number}.eml").write_bytes(mail)
        told, expected = account.scan(), account.scan(str(files))
        assert told["opportunities"] == expected["opportunities"]
        assert told["sources"][0]["recruiting"] == expected["sources"][0]["recruiting"]
        recruiting.append(told["sources"][0]["recruiting"])
    return recruiting


def test_a_calendar_mail_in_a_thread_of_its_own_is_read_with_the_thread_of_its_invitation(
    server: Dovecot, tmp_path: Path
) -> None:
    """An update or a cancellation bears the invitation's UID and no other tie, and may come first or last."""
    about = recruiter(2).replace(b"\r\n\r\n", b"\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n", 1)
    mails = [bare(calendar(1, "CANCEL")), about + b"\r\n" + calendar(0, "REQUEST")]
    assert scanned_one_by_one(server, Account(server, tmp_path), mails)[-1] >= 1


def test_an_invitation_is_about_a_job_once_the_one_who_invites_has_written_about_one(
    server: Dovecot, tmp_path: Path
) -> None:
    invitation = bare(calendar(0, "REQUEST", "dana@talent2.example"))
    assert scanned_one_by_one(server, Account(server, tmp_path), [invitation, recruiter(2)]) == [0, 2]


def test_while_another_scan_runs_the_store_is_reported_as_it_is(server: Dovecot, tmp_path: Path) -> None:
    from filelock import FileLock

    server.fill("INBOX", [recruiter(1)])
    account = Account(server, tmp_path)
    before = account.scan()
    server.deliver("INBOX", recruiter(2))
    with FileLock(account.state / "scan.lock"):
        told = account.scan()
    assert told["opportunities"] == before["opportunities"]
    assert len(account.scan()["opportunities"]) == 2


def test_what_came_before_the_network_broke_off_is_read_and_reported(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1, words="Dornroeschen sleeps."), everyday(2, "Rumpelstiltskin came.")])
    dovecot.fill("Sent", [recruiter(3, words="x" * 100_000)])
    with ChaosProxy(("127.0.0.1", dovecot.tls_port)) as proxy:
        proxy.plan(Fault("cut", after=60_000))
        account = Account(dovecot, tmp_path, port=proxy.port)
        told = account.scan(status=75)
    assert len(told["opportunities"]) == 1
    assert account.held() == {"kept": 1, "dropped": 1}
    assert b"Rumpelstiltskin" not in b"".join(path.read_bytes() for path in account.state.iterdir())


def test_the_account_s_own_address_needs_no_configuration(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", demo_mails("inbox")[:40])
    server.fill("Sent", demo_mails("sent")[:20])
    account = Account(server, tmp_path)
    out = tmp_path / "o.json"
    assert account.run("scan", "--now", demo.NOW, "--format", "json", "--output", str(out)) == 0
    assert f'"{demo.ME}"' in out.read_text().split('"candidate"')[1][:80]


# --- forget, doctor ---------------------------------------------------------------------------------------------------


def test_a_forgotten_account_leaves_no_word_and_is_read_anew(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1, words="Dornroeschen sleeps.")])
    account = Account(server, tmp_path)
    before = account.scan()
    assert account.run("forget", "account", "own", "--yes") == 0
    assert b"Dornroeschen" not in b"".join(path.read_bytes() for path in account.state.iterdir())
    assert account.scan() == before


def test_everything_is_forgotten_the_last_question_too(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1, words="Dornroeschen sleeps.")])
    account = Account(dovecot, tmp_path)
    account.scan()
    assert account.run("forget", "everything", "--yes") == 0
    assert b"ornroeschen" not in b"".join(path.read_bytes() for path in account.state.iterdir())
    assert account.run("explain", "acme") == 2


def test_a_forgotten_opportunity_stays_forgotten_and_others_stay(server: Dovecot, tmp_path: Path) -> None:
    server.fill("INBOX", [recruiter(1, words="Dornroeschen sleeps."), recruiter(2)])
    account = Account(server, tmp_path)
    (one,) = [o for o in account.scan()["opportunities"] if o["threads"][0]["message_ids"] == ["<r1@talent1.example>"]]
    assert account.run("forget", "opportunity", one["id"], "--yes") == 0
    assert b"Dornroeschen" not in b"".join(path.read_bytes() for path in account.state.iterdir())
    server.deliver("INBOX", recruiter(3))
    told = account.scan()
    assert sorted(o["threads"][0]["message_ids"][0] for o in told["opportunities"]) == [
        "<r2@talent2.example>",
        "<r3@talent3.example>",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["account", "nobody", "--yes"], "nothing is known"),
        (["account", "--yes"], "NAME wanted"),
        (["everything", "own", "--yes"], "NAME wanted"),
        (["opportunity", "o-123", "--yes"], "no opportunity fits"),
        (["something"], "something"),
    ],
)
def test_what_can_t_be_forgotten_is_said_in_one_line(
    arguments: list[str], words: str, dovecot: Dovecot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert Account(dovecot, tmp_path).run("forget", *arguments) == 2
    told = capfd.readouterr().err
    assert words in told
    assert "Traceback" not in told


def test_nothing_is_forgotten_without_a_yes(dovecot: Dovecot, tmp_path: Path) -> None:
    account = Account(dovecot, tmp_path)
    assert account.run("forget", "everything") == 2


def test_doctor_looks_at_the_store(dovecot: Dovecot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1)])
    account = Account(dovecot, tmp_path)
    assert account.run("doctor") == 0
    assert "store: none yet" in capsys.readouterr().out
    account.scan()
    assert account.run("doctor") == 0
    assert "store: whole; own" in capsys.readouterr().out
    data = bytearray((account.state / FILE).read_bytes())
    data[100:8192] = b"\xff" * 8092
    (account.state / FILE).write_bytes(data)
    assert account.run("doctor") == 1
    assert "forget everything" in capsys.readouterr().out
    assert account.run("scan") == 1
    assert account.run("forget", "everything", "--yes") == 0
    assert account.run("doctor") == 0
    assert account.run("scan") == 0


# --- what a scheduling platform books -------------------------------------------------------------------------------


def booked(number: int, words: str, subject: str = "Booking confirmed") -> bytes:
    """Return a scheduling platform's mail, of which neither sender nor header says that it is about a job."""
    return (
        f"From: Slotly <no-reply@slotly.example>\r\nTo: {demo.ME}\r\nSubject: {subject}\r\n"
        f"Date: Sat, 07 Mar 2026 10:{number:02d}:00 +0100\r\nMessage-ID: <b{number}@slotly.example>\r\n"
        f"Auto-Submitted: auto-generated\r\n\r\n{words}\r\n"
    ).encode()


@pytest.mark.parametrize("is_there_at_once", [True, False])
def test_a_booking_counts_for_the_recruiter_whom_it_names_whenever_it_comes(
    server: Dovecot, tmp_path: Path, is_there_at_once: bool
) -> None:
    when = "on Tuesday, 17 March 2026, 10:00 - 10:30"
    bookings = [booked(1, f"Your event with Dana Reed is {when}."), booked(2, f"Your event with Mia Holt is {when}.")]
    server.fill("INBOX", [recruiter(1), *(bookings if is_there_at_once else [])])
    account = Account(server, tmp_path)
    (before,) = account.scan()["opportunities"]
    if not is_there_at_once:
        assert [one["kind"] for one in before["actions"]] == ["send_availability"]
        for one in bookings:
            server.deliver("INBOX", one)
    (told,) = account.scan()["opportunities"]
    assert [one["start"][:16] for one in told["appointments"]] == ["2026-03-17T10:00"]
    assert [one["kind"] for one in told["actions"]] == ["request_update"]
