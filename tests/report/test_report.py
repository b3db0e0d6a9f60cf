"""The report as a file: what it says, that it stands alone, and that nothing in it is alive."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch import cli, demo, store
from inbox_watch.core.types import Caution, CautionKind, Scan, SourceReport
from tests.core.build import INES, at, me, meeting, promise, them
from tests.report.searches import hostile, large, page_of, scan_of
from tests.servers.dovecot import Dovecot
from tests.servers.scanning import AT, Account, recruiter

MADE_HERE = frozenset(
    """
    html head meta title style body a header p h1 h2 h3 ul ol li b nav main section article div span br q time svg line
    circle path rect text details summary table caption thead tbody tr th td footer code
    """.split()  # noqa: SIM905
)


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements, its links, its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self._is_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "data", "poster")]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self._is_style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._is_style:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        self._is_style = False


def told(scan: Scan, links: dict[str, str] | None = None) -> str:
    """Return the words of the report on one line."""
    return " ".join(Reader(page_of(scan, links)).text.split())


def small() -> Scan:
    return scan_of(
        me("2 09:00", to=INES, signal="applied"),
        them("4 10:00", sender=INES, signal="screening", promises=[promise("6 18:00", "You'll hear by Friday")]),
        them("17 10:00", sender=INES, signal="interview", appointments=[meeting("20 14:00", "20 15:00")], text="come"),
        now="23 09:00",
    )


# --- what it says ---------------------------------------------------------------------------------------------------


def test_what_is_due_stands_first_with_its_sentence() -> None:
    page = told(small())
    assert page.index("Thank Ines Kim for the interview") < page.index("Where each opportunity stands")
    assert "The interview on Fri 20 March ended at 15:00" in page


def test_a_course_says_what_became_of_a_promise() -> None:
    assert "“You'll hear by Friday” Promised by Fri 6 Mar; kept late, Tue 17 Mar, 10:00." in told(small())


def test_an_interview_stands_in_the_course() -> None:
    assert re.search(r"Fri 20 Mar, 14:00 Interview, until 15:00", told(small()))


def test_a_warning_stands_at_its_opportunity_with_its_reason_and_the_mail() -> None:
    made = small()
    mail = made.findings[0].opportunity.entries[1].message.message_id
    caution = Caution(kind=CautionKind.CHAT_ONLY, reason="The interview is to be held by chat alone", message_id=mail)
    page = told(replace(made, findings=(replace(made.findings[0], cautions=(caution,)),)))
    assert "Careful: The interview is to be held by chat alone (mail of Wed 4 Mar, 10:00)" in page
    assert "Careful: see why" in page


def test_with_few_cases_it_says_so_and_gives_no_share() -> None:
    page = told(small())
    assert "Too few answers to say how long one takes (1)." in page
    assert "Nobody has answered or promised often enough yet." in page
    assert not re.search(r"\d %", page)
    assert re.search(r"\d %", told(large(40)))


def test_silence_is_never_called_a_rejection() -> None:
    quiet = scan_of(me("01-05 09:00"), them("01-08 09:00", signal="screening"), me("01-09 09:00", text="and?"))
    page = told(quiet)
    assert "Their move" in page
    assert "eject" not in page


def test_a_source_that_failed_is_told_at_the_top() -> None:
    failed = SourceReport(name="work", error="the server didn't answer")
    page = told(scan_of(them("2 10:00"), sources=(failed,)))
    assert page.index("work was not read to its end.") < page.index("Nothing to do now")


def test_an_empty_mailbox_gives_a_short_page() -> None:
    page = told(scan_of())
    assert "Nothing to do now, and nobody to ask yet. No opportunity was found in this mail." in page
    assert "The board" not in page


def test_every_opportunity_is_told_once_and_every_place_that_is_linked_is_there() -> None:
    scan = large()
    read = Reader(page_of(scan))
    assert len(scan.findings) > 100
    assert len(read.ids) == len(set(read.ids))
    assert {one.opportunity.id for one in scan.findings} <= set(read.ids)
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)


def test_a_mail_that_lies_in_an_account_can_be_opened() -> None:
    made = small()
    mail = made.findings[0].opportunity.entries[0].message.message_id
    assert "mid:a@x.example" in Reader(page_of(made, {mail: "mid:a@x.example"})).links


# --- nothing in it is alive -----------------------------------------------------------------------------------------


def test_hostile_text_comes_out_harmless() -> None:
    page = page_of(hostile())
    read = Reader(page)
    assert page.count("alert(1)") > 10
    assert read.elements <= MADE_HERE
    assert all(link.startswith("#") for link in read.links)
    assert not [name for name in read.attributes if name.startswith("on")]
    assert not set("\x1b\x07\x9b\u202e\u2066\r") & set(page)
    assert "49" not in read.text
    assert not re.search(r"^\s*Bcc:", page, re.MULTILINE)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_gets_out_of_its_place(text: str, other: str) -> None:
    entry = them("2 10:00", subject=text, signal="interview", signal_quote=other, company=other, role=text)
    plain = Reader(page_of(scan_of(them("2 10:00", signal="interview", signal_quote="x", company="y", role="z"))))
    read = Reader(page_of(scan_of(entry)))
    assert read.elements <= plain.elements | {"q", "br"}
    assert read.attributes <= plain.attributes
    assert all(link.startswith("#") for link in read.links)


def test_the_page_stands_alone() -> None:
    page = page_of(large(20))
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in page
    assert not re.search(r"url\(|@import|@font-face|https?://", page)


def test_the_same_search_gives_the_same_bytes() -> None:
    assert page_of(large(30)) == page_of(large(30))


# --- the command ----------------------------------------------------------------------------------------------------


def mail_file(folder: Path) -> Path:
    path = folder / "one.eml"
    path.write_text(
        "From: Dana Reed <dana@talent.example>\nTo: sam@example.com\nMessage-ID: <a@talent.example>\n"
        "Date: Mon, 2 Mar 2026 10:00:00 +0100\nSubject: Data Engineer at Acme\n\n"
        "Hi Sam,\n\nwe would like to invite you to an interview for the Data Engineer position at Acme. "
        "Could you send me your availability for next week?\n\nBest,\nDana Reed\n"
    )
    return path


def test_the_report_goes_into_the_state_folder_and_its_path_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = mail_file(tmp_path)
    assert cli.run(["report", str(mail), "--now", "2026-03-03T09:00", "--tz", "Europe/Berlin"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.parent == tmp_path / "state" / "inbox-watch"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "Send times to Dana Reed" in path.read_text()


def test_without_a_source_the_last_scan_is_repeated_the_demo_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["demo", "--output", str(tmp_path / "table")]) == 0
    assert cli.run(["report", "--output", str(tmp_path / "page.html")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'page.html'}\n"
    page = (tmp_path / "page.html").read_text()
    assert "Tue 10 March 2026, 09:15" in page
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600


def test_with_nothing_to_read_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["report"]) == 2
    assert "nothing to scan" in capsys.readouterr().err


@pytest.mark.parametrize("what", [["everything"], ["account", "work"]], ids=lambda what: what[0])
def test_forgetting_deletes_the_report(what: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["report", str(mail_file(tmp_path)), "--now", "2026-03-03T09:00"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.exists()
    with store.opened(path.parent) as held:
        held.ledger("work", "sam@imap.example.com")
    assert cli.run(["forget", *what, "--yes"]) == 0
    assert not path.exists()


@pytest.mark.dovecot
def test_the_report_of_an_account_opens_its_mails_and_says_how_it_was_read(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.clear()
    dovecot.fill("INBOX", [recruiter(1)])
    account, page = Account(dovecot, tmp_path / "user"), tmp_path / "page.html"
    assert account.run("report", *AT, "--output", str(page)) == 0
    read = Reader(page.read_text())
    assert "mid:r1@talent1.example" in read.links
    assert "Read to its end, today 09:15" in read.text
    account.config.write_text(account.config.read_text().replace(dovecot.password, "wrong"))
    assert account.run("report", *AT, "--output", str(page)) == 77
    told = " ".join(Reader(page.read_text()).text.split())
    assert "own was not read to its end." in told
    assert "last complete today 09:15" in told


def attacked(mail: bytes) -> bytes:
    """Return a mail of the demo with an attack in the sender's name, the subject, Reply-To and the end of the text."""
    attack = b"<script>alert(1)</script><svg/onload=alert(2)>"
    injected = b'"' + attack + b' =?utf-8?q?=1B=5B31m=E2=80=AE=0D=0ABcc:_x=40y.example?="'
    mail = re.sub(
        rb"^From: [^<\r\n]+<", lambda _: b"Reply-To: " + attack + b"\nFrom: " + injected + b" <", mail, flags=re.M
    )
    mail = re.sub(rb"^Subject: ", lambda _: b"Subject: " + attack + b" ", mail, flags=re.M)
    return mail.rstrip() + b"\n\n" + attack + b" https://evil.example/x\x1b[31m\n"


def test_a_mailbox_with_an_attack_in_every_header_makes_a_harmless_report(tmp_path: Path) -> None:
    """The whole way, from bytes to page: what the parser lets through must be as harmless as what the builders make."""
    folder, page = tmp_path / "mails", tmp_path / "page.html"
    folder.mkdir()
    for number, mail in enumerate(demo.read()):
        (folder / f"{number:03}.eml").write_bytes(attacked(mail.data))
    assert cli.run(["report", str(folder), "--me", demo.ME, "--now", demo.NOW, "--output", str(page)]) == 0
    read = Reader(page.read_text())
    assert read.text.count("alert(1)") > 20
    assert read.elements <= MADE_HERE
    assert all(link.startswith("#") for link in read.links)
    assert not re.search(r"^\s*Bcc:|[\x1b\u202e]", page.read_text(), re.MULTILINE)


def test_the_weeks_of_a_search_end_with_the_present_one() -> None:
    assert "23 to 29 Mar 2026" in told(scan_of(me("2 09:00", signal="applied"), now="25 09:00"))
    assert at("25 09:00").weekday() == 2
