"""Mail in files, folders, mbox files and Maildirs."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_watch.core.types import RawMail, Skipped
from inbox_watch.errors import SourceError, UsageError
from inbox_watch.sources import Found, LeftOut, files, names
from inbox_watch.sources.imap.mailboxes import choose

MAIL = b"From: dana@talent.example\nSubject: %s\n\nHello %s.\n"
SEPARATOR = b"From dana@talent.example Tue Mar 10 09:00:00 2026\n"
RECEIVED = datetime(2026, 3, 10, 9, tzinfo=UTC)


def mail(name: str) -> bytes:
    return MAIL % (name.encode(), name.encode())


def mails(found: Iterator[Found]) -> dict[str, bytes]:
    listed = list(found)
    assert all(isinstance(one, RawMail) for one in listed), listed
    return {one.source: one.data for one in listed if isinstance(one, RawMail)}


def mbox(*pieces: bytes, line_end: bytes = b"\n") -> bytes:
    return b"".join(SEPARATOR + piece + b"\n" for piece in pieces).replace(b"\n", line_end)


def make_maildir(root: Path, **held: str) -> None:
    for name in ("cur", "new", "tmp"):
        (root / name).mkdir(parents=True)
    for name, place in held.items():
        (root / place / f"{name}.host").write_bytes(mail(name))


# --- single files ---------------------------------------------------------------------------------------------------


def test_a_file_is_one_mail(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail("a"))
    assert mails(files.read(tmp_path / "a.eml")) == {"a.eml": mail("a")}


def test_a_missing_path_is_a_matter_of_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        files.read(tmp_path / "nowhere.eml")


def test_an_empty_mail_is_set_aside_and_an_empty_mbox_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.eml").touch()
    (tmp_path / "Archive").touch()
    assert list(files.read(tmp_path / "a.eml")) == [Skipped(where="a.eml", error="empty file")]
    assert list(files.read(tmp_path / "Archive")) == [LeftOut(where="Archive", reason="an empty file")]


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="neither a file nor a folder"):
        files.read(tmp_path / "pipe")


def test_the_empty_device_is_an_empty_file() -> None:
    assert list(files.read(Path(os.devnull))) == [LeftOut(where="null", reason="an empty file")]


def test_reading_that_breaks_off_is_the_source_s_error_and_no_fault_of_the_program() -> None:
    with pytest.raises(SourceError, match="reading broke off"):
        list(files.read(Path("/proc/self/mem")))


def test_a_huge_file_is_set_aside(tmp_path: Path) -> None:
    with (tmp_path / "a.eml").open("wb") as stream:
        stream.truncate(files.MOST_BYTES + 1)
    assert list(files.read(tmp_path / "a.eml")) == [Skipped(where="a.eml", error="mail larger than 64 MiB")]


# --- mbox -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_the_mails_of_an_mbox_are_counted_from_one(tmp_path: Path, line_end: bytes) -> None:
    (tmp_path / "mail.mbox").write_bytes(mbox(mail("a"), mail("b"), mail("c"), line_end=line_end))
    found = mails(files.read(tmp_path / "mail.mbox"))
    assert found == {
        f"mail.mbox#{n}": mail(name).replace(b"\n", line_end) for n, name in ((1, "a"), (2, "b"), (3, "c"))
    }


def test_an_mbox_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "Sent").write_bytes(mbox(mail("a"), mail("b")))
    (tmp_path / "odd.mbox").write_bytes(b"From : dana@talent.example\n\nHello.\n")
    assert list(mails(files.read(tmp_path / "Sent"))) == ["Sent#1", "Sent#2"]
    assert list(mails(files.read(tmp_path / "odd.mbox"))) == ["odd.mbox"]


def test_quoted_from_lines_lose_one_mark(tmp_path: Path) -> None:
    body = b"Subject: x\n\n>From Monday on.\n>>From here.\n> From a reply.\n"
    (tmp_path / "m").write_bytes(mbox(body))
    assert mails(files.read(tmp_path / "m"))["m#1"] == b"Subject: x\n\nFrom Monday on.\n>From here.\n> From a reply.\n"


def test_a_sentence_that_begins_with_from_cuts_nothing(tmp_path: Path) -> None:
    body = b"Subject: x\n\nHello.\n\nFrom Monday 09:00 to Friday we are away.\nNote: call me.\n"
    (tmp_path / "m").write_bytes(mbox(body, mail("b")))
    assert mails(files.read(tmp_path / "m")) == {"m#1": body, "m#2": mail("b")}


@pytest.mark.parametrize(
    "line",
    [
        b"From - Tue Mar 10 09:00:00 2026\n",
        b"From MAILER-DAEMON Tue Mar  3 09:00:00 2026\n",
        b"From 1790000000000000000@xxx Tue Mar 10 09:00:00 +0000 2026\n",
        b"From sam@example.com\n",
    ],
)
def test_the_separators_of_many_programs_are_known(line: bytes) -> None:
    data = line + mail("a") + b"\n" + line + mail("b")
    found = list(files.read_mbox(io.BytesIO(data), "m"))
    moment = datetime(2026, 3, 3 if b"Mar  3" in line else 10, 9, tzinfo=UTC) if b"2026" in line else None
    assert found == [
        RawMail(source="m#1", data=mail("a"), received=moment),
        RawMail(source="m#2", data=mail("b"), received=moment),
    ]


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Tue Mar 10 09:00:00 2026", "2026-03-10T09:00:00+00:00"),
        ("Tue Mar 10 09:00 2026", "2026-03-10T09:00:00+00:00"),
        ("Tue Mar 10 09:00:00 2026 +0100", "2026-03-10T09:00:00+01:00"),
        ("Tue Mar 10 09:00:00 -0330 2026", "2026-03-10T09:00:00-03:30"),
        ("Tue Mar 10 09:00:00 GMT 2026", "2026-03-10T09:00:00+00:00"),
        ("Tue Feb 31 09:00:00 2026", None),
        ("Tue Mar 10 09:00:00 2026 +9999", None),
        ("Tue Mar 10 09:00:00 0001 +0900", None),
        ("Tue Mar 10", None),
    ],
)
def test_the_date_of_a_separator_is_when_a_mail_was_received(date: str, moment: str | None) -> None:
    (found,) = files.read_mbox(io.BytesIO(f"From sam@example.com {date}\n".encode() + mail("a")), "m")
    assert isinstance(found, RawMail)
    assert found.received == (moment and datetime.fromisoformat(moment))


def test_a_mail_in_an_mbox_that_is_too_large_is_set_aside_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1_000)
    data = mbox(mail("a"), mail("b") + b"x" * 2_000 + b"\n", mail("c"))
    found = list(files.read_mbox(io.BytesIO(data), "m"))
    assert found == [
        RawMail(source="m#1", data=mail("a"), received=RECEIVED),
        Skipped(where="m#2", error="mail larger than 64 MiB"),
        RawMail(source="m#3", data=mail("c"), received=RECEIVED),
    ]


def test_an_empty_mail_in_an_mbox_keeps_its_number() -> None:
    found = list(files.read_mbox(io.BytesIO(SEPARATOR + b"\n" + SEPARATOR + mail("b")), "m"))
    assert [type(one) for one in found] == [RawMail, RawMail]
    assert found[1] == RawMail(source="m#2", data=mail("b"), received=RECEIVED)


# --- folders --------------------------------------------------------------------------------------------------------


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("c.eml", "b/deep/x.EML", "b/y.eml", "a.eml"):
        (tmp_path / name).write_bytes(mail("x"))
    (tmp_path / "notes.txt").write_text("not a mail")
    assert list(mails(files.read(tmp_path))) == ["a.eml", "b/deep/x.EML", "b/y.eml", "c.eml"]


def test_a_folder_without_mail_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a mail")
    assert list(files.read(tmp_path)) == []


def test_links_in_a_circle_are_harmless(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.eml").write_bytes(mail("a"))
    (tmp_path / "sub" / "back").symlink_to(tmp_path)
    (tmp_path / "sub" / "self.eml").symlink_to(tmp_path / "sub" / "self.eml")
    found = list(files.read(tmp_path))
    assert found[0] == RawMail(source="a.eml", data=mail("a"))
    assert [one.where for one in found[1:] if isinstance(one, Skipped)] == ["sub/self.eml"]
    assert len(found) == 2


def test_a_folder_is_left_as_it_was(tmp_path: Path) -> None:
    make_maildir(tmp_path, a="cur", b="new")
    before = sorted((str(path), path.stat().st_mtime_ns) for path in tmp_path.rglob("*"))
    mails(files.read(tmp_path))
    assert sorted((str(path), path.stat().st_mtime_ns) for path in tmp_path.rglob("*")) == before


# --- Maildir --------------------------------------------------------------------------------------------------------


def test_a_maildir_gives_read_and_new_mail_but_no_unfinished(tmp_path: Path) -> None:
    make_maildir(tmp_path, a="cur", b="new", c="tmp")
    (tmp_path / "cur" / "a.host").rename(tmp_path / "cur" / "a.host:2,RS")
    (tmp_path / "dovecot.index").write_bytes(b"\x00")
    assert mails(files.read(tmp_path)) == {"cur/a.host": mail("a"), "new/b.host": mail("b")}


def test_an_empty_maildir_is_no_error(tmp_path: Path) -> None:
    make_maildir(tmp_path)
    assert list(files.read(tmp_path)) == []


@pytest.mark.parametrize("names", [(".Sent", ".Junk", ".Trash", ".Drafts"), ("Sent", "Junk", "Trash", "Drafts")])
def test_junk_is_marked_and_trash_and_drafts_are_left_out(tmp_path: Path, names: tuple[str, ...]) -> None:
    make_maildir(tmp_path, a="cur")
    for name in names:
        make_maildir(tmp_path / name, x="cur")
    sent, junk, trash, drafts = names
    assert sorted(files.read(tmp_path), key=repr) == sorted(
        [
            RawMail(source="cur/a.host", data=mail("a")),
            RawMail(source=f"{sent}/cur/x.host", data=mail("x")),
            RawMail(source=f"{junk}/cur/x.host", data=mail("x"), is_junk=True),
            LeftOut(where=trash, reason="deleted mail is not read"),
            LeftOut(where=drafts, reason="drafts are not read"),
        ],
        key=repr,
    )


def test_a_folder_of_maildirs_is_read(tmp_path: Path) -> None:
    make_maildir(tmp_path / "INBOX", a="cur")
    make_maildir(tmp_path / "Archive" / "2026", b="cur")
    assert list(mails(files.read(tmp_path))) == ["Archive/2026/cur/b.host", "INBOX/cur/a.host"]


def test_a_name_that_is_no_utf8_does_not_break_what_is_told_of_it(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"c\xff.eml")).write_bytes(b"")
    (tmp_path / "b.eml").write_bytes(b"Subject: hi\n\nhi\n")
    for found in files.read(tmp_path):
        (found.source if isinstance(found, RawMail) else found.where).encode("utf-8")


def test_a_broken_mail_between_others_keeps_its_own_number(tmp_path: Path) -> None:
    box = tmp_path / "b.mbox"
    whole = b"Subject: hi\n\nhi\n\n"
    separator = b"From sam@example.com Tue Mar 10 09:00:00 2026\n"
    box.write_bytes(separator + whole + separator + b"\x00garbage no header\n\n" + separator + whole)
    assert [found.source for found in files.read(box) if isinstance(found, RawMail)] == [
        "b.mbox#1",
        "b.mbox#2",
        "b.mbox#3",
    ]


# --- junk -----------------------------------------------------------------------------------------------------------


def junk_in(path: Path) -> list[bool]:
    return [found.is_junk for found in files.read(path) if isinstance(found, RawMail)]


@pytest.mark.parametrize(
    "name", ["Junk", "SPAM", "Bulk Mail", "junk e-mail", "Spamverdacht", "Indésirables", "Spam.sbd"]
)
def test_a_folder_named_for_junk_holds_suspected_spam_wherever_it_lies(tmp_path: Path, name: str) -> None:
    (tmp_path / "mail" / name / "old").mkdir(parents=True)
    (tmp_path / "mail" / name / "old" / "a.eml").write_bytes(mail("a"))
    assert junk_in(tmp_path / "mail") == [True]
    assert junk_in(tmp_path / "mail" / name) == [True]
    (tmp_path / "mail" / name / "b.eml").write_bytes(mail("b"))
    assert junk_in(tmp_path / "mail" / name / "b.eml") == [True]


@pytest.mark.parametrize("name", ["Junk", "spam.mbox", "Bulk Mail", "Junk E-mail.MBOX"])
def test_an_mbox_named_for_junk_holds_suspected_spam(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(mbox(mail("a"), mail("b")))
    assert junk_in(tmp_path / name) == [True, True]


def test_the_mbox_that_apple_lays_into_a_folder_is_named_by_the_folder(tmp_path: Path) -> None:
    (tmp_path / "Junk.mbox").mkdir()
    (tmp_path / "Junk.mbox" / "mbox").write_bytes(mbox(mail("a")))
    assert junk_in(tmp_path / "Junk.mbox" / "mbox") == [True]


def test_a_name_that_only_speaks_of_junk_is_no_junk(tmp_path: Path) -> None:
    for name in ("All mail Including Spam and Trash.mbox", "spam.eml", "junkers", "no.spam"):
        (tmp_path / name).write_bytes(mbox(mail("a")))
        assert junk_in(tmp_path / name) == [False]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (".INBOX.Junk", ("inbox", "junk")),
        (".Ind&AOk-sirables", ("indésirables",)),
        ("Entw&APw-rfe", ("entwürfe",)),
        ("Smith & Sons-mail", ("smith & sons-mail",)),
        ("A &AAA", ("a &aaa",)),
        ("&2AA-", ("&2aa-",)),
    ],
)
def test_names_are_read_as_maildirs_write_them(name: str, parts: tuple[str, ...]) -> None:
    assert names.parts_of(name) == parts


def test_every_name_that_a_server_s_mailbox_is_known_by_is_known_of_files() -> None:
    """What `choose` takes for junk, deleted mail or drafts by name alone is taken so in files."""
    for name in ("junk", "spam", "junk e-mail", "junk email", "bulk mail", "spamverdacht", "indésirables", "pourriel"):
        assert [box.is_junk for box in choose([((), b"/", name)])] == [True]
        assert name in names.JUNK
    for name in ("trash", "deleted items", "deleted messages", "papierkorb", "gelöschte elemente", "cestino"):
        assert choose([((), b"/", name)]) == []
        assert name in names.DELETED
    for name in ("drafts", "entwürfe", "brouillons", "borradores", "bozze", "concepten"):
        assert choose([((), b"/", name)]) == []
        assert name in names.DRAFTS


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_takeout_s_labels_mark_spam_and_leave_out_deleted_mail_and_drafts(tmp_path: Path, line_end: bytes) -> None:
    labels = (
        b"Spam",
        b"Inbox,Important",
        b"Trash,Opened",
        b"=?UTF-8?Q?Wichtig,Entw=C3=BCrfe?=",
        b"Opened,\n Drafts",
    )
    pieces = [b"X-GMAIL-Labels: " + label + b"\n" + mail("a") for label in labels]
    (tmp_path / "All mail.mbox").write_bytes(mbox(*pieces, mail("X-Gmail-Labels: Spam"), line_end=line_end))
    found = list(files.read(tmp_path / "All mail.mbox"))
    assert [one.is_junk for one in found if isinstance(one, RawMail)] == [True, False, False]
    left = [one for one in found if isinstance(one, LeftOut)]
    assert [(one.where, one.reason) for one in left] == [
        ("All mail.mbox#3", "deleted mail is not read"),
        ("All mail.mbox#4", "drafts are not read"),
        ("All mail.mbox#5", "drafts are not read"),
    ]
    assert [one.mail.source for one in left if one.mail] == [one.where for one in left]
