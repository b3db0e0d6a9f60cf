"""The digest's text, page and mail: complete, small, harmless whatever stands in the mails that it quotes."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.changes import Changes, changes, shown
from inbox_watch.core.mark import is_own
from inbox_watch.core.parse import parse
from inbox_watch.core.types import (
    Action,
    ActionKind,
    Address,
    Basis,
    Caution,
    Entry,
    Evidence,
    Finding,
    Judgement,
    Message,
    Opportunity,
    Reading,
    Scan,
    Skipped,
    SourceReport,
    Stage,
    Standing,
    State,
    Thread,
    Turn,
)
from inbox_watch.report.as_digest import Page, digest
from inbox_watch.report.as_mail import mail

NOW = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
KEY = bytes(range(32))
LINK = "https://mail.google.com/mail/?authuser=sam%40gmail.com#search/rfc822msgid%3Aa%40talent.example"
NASTY = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "markup": '"><a href="https://evil.example">click</a><style>@import url(//evil.example)</style>',
    "template": "{{ 7*7 }}{% for x in y %} ${x}",
    "terminal": "\x1b[31mred\x1b]8;;https://evil.example\x07\x9b2J",
    "bidi": "\u202eexe.fdp\u2066\u200f\ufeff",
    "lines": "x\r\nBcc: thief@evil.example\r\n\r\nbody\u2028y\x0bz\x85",
    "words": "=?utf-8?q?hi=0D=0ABcc:thief@evil.example?=",
    "links": "see https://evil.example/a?b=c, www.evil.example, evil.example/login, javascript:alert(1)",
    "surrogates": "\ud800 \udfff",
    "long": "x" * 5_000 + " word" * 2_000,
    "wide": "語" * 400,
    "dots": "\n.\n.\nQUIT\n",
}


def action(kind: ActionKind, quote: str | None = None, *, state: State = State.DUE, text: str = "Dana Reed") -> Action:
    return Action(
        kind=kind,
        to=Address(name=text, address="dana@talent.example"),
        from_=NOW - timedelta(days=1),
        due=NOW + timedelta(days=2 if state is not State.OVERDUE else -2),
        state=state,
        basis=Basis.STATED,
        reason=f"A reason from {text}.",
        message_id="<a@talent.example>",
        quote=quote,
    )


def finding(
    *actions: Action, stage: Stage = Stage.INTERVIEW, text: str = "Data Engineer", number: int = 1, careful: str = ""
) -> Finding:
    message = Message(
        key=f"k{number}",
        source="INBOX uid 1",
        message_id="<a@talent.example>",
        date=NOW,
        received=NOW,
        instant=NOW - timedelta(hours=5),
        sender=Address(name=text, address="dana@talent.example"),
        subject=text,
    )
    reading = Reading(key=f"k{number}", message_id="<a@talent.example>", recruiting=True, score=0.9)
    found = Opportunity(
        id=f"o-{number:08d}",
        company=text,
        role=text,
        contacts=(),
        threads=(Thread(id="t-1", subject=text, messages=(message,)),),
        entries=(Entry(message=message, reading=reading, thread_id="t-1"),),
        recruiting_score=0.9,
        standings=(
            Standing(
                stage=stage,
                since=NOW - timedelta(hours=4),
                evidence=Evidence(message_id="<a@talent.example>", quote=text),
            ),
        ),
        appointments=(),
    )
    turn = Turn.CANDIDATE if actions else Turn.RECRUITER
    cautions = (Caution(kind="reply_to_mismatch", reason=careful, message_id="<a@talent.example>"),) if careful else ()
    return Finding(
        opportunity=found, judgement=Judgement(turn=turn, turn_reason=text, actions=actions), cautions=cautions
    )


def scan(*findings: Finding, text: str = "personal", error: str | None = None) -> Scan:
    sources = (SourceReport(name=text, messages=1204, skipped=(Skipped(where=text, error=text),), error=error),)
    return Scan(now=NOW, candidate=("sam@gmail.com",), sources=sources, findings=findings)


def full(text: str) -> Scan:
    """Return a scan in which this text stands wherever a stranger's can, in every section."""
    found = (
        finding(action(ActionKind.REPLY, text, state=State.OVERDUE, text=text), text=text, careful=text),
        finding(action(ActionKind.REQUEST_UPDATE, text, text=text), text=text, number=2),
        finding(text=text, number=3),
        finding(text=text, number=4, stage=Stage.REJECTED),
        finding(
            action(ActionKind.REQUEST_UPDATE, text=text, state=State.UPCOMING), text=text, number=5, stage=Stage.APPLIED
        ),
    )
    return scan(*found, text=text, error=text)


def page_of(made: Scan, before: Changes | None = None) -> Page:
    links = {"<a@talent.example>": LINK}
    return digest(made, before or changes(made, None), links, {made.sources[0].name: NOW - timedelta(minutes=9)})


def mail_of(page: Page) -> tuple[bytes, EmailMessage]:
    _, data = mail(page, sender="sam@example.com", recipient="sam@gmail.com", now=NOW, key=KEY)
    return data, email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)  # type: ignore[arg-type]


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "p", "ul", "li", "span", "br", "b", "a"),
    *("wbr", "code"),
}


def assert_harmless(page: Page) -> None:
    assert page.subject == "inbox-watch, Tue 24 November: 1 due, 1 to ask, 4 new, 1 account not read"
    controls = {chr(code) for code in (*range(32), *range(127, 160))} | set("\u202e\u2066\u2067\u200f\u2028\ufeff")
    for text in (page.text, page.html):
        assert not (controls - {"\n"}) & set(text)
        text.encode()  # no half of a pair is left
        assert not re.search(
            r"https?://(?!mail\.google\.com/mail/\?authuser=sam%40gmail\.com#)|www\.evil|javascript:", text
        )
        assert "evil.example/" not in text
    assert max(map(len, page.text.splitlines())) <= 78
    tags = Tags(page.html)
    assert {name for name, _ in tags.tags} <= HARMLESS
    for name, attributes in tags.tags:
        assert not [
            one for one in attributes if one.startswith("on") or one in ("src", "srcset", "background", "poster")
        ]
        assert ("href" in attributes) == (name == "a")
        assert attributes.get("href", LINK) == LINK
        assert "url(" not in attributes.get("style", "")
    (style,) = re.findall(r"<style>(.*?)</style>", page.html, re.DOTALL)
    assert not re.search(r"url\(|@import", style)


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_hostile_text_comes_out_harmless_in_text_page_and_mail(text: str) -> None:
    page = page_of(full(text))
    assert_harmless(page)
    assert_whole(page)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=120) | st.text("\r\n\x1b<>\"'&:/.=? abc\u202e", max_size=60))
def test_no_text_whatever_breaks_out(text: str) -> None:
    page = page_of(full(text))
    assert_harmless(page)
    assert_whole(page)


FIELDS = [
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "List-Id"),
    *("X-Inbox-Watch", "MIME-Version", "Content-Type"),
]


def assert_whole(page: Page) -> None:
    """The mail says exactly what the page says, and its header has exactly the fields that are ours."""
    data, made = mail_of(page)
    assert sorted(made.keys()) == sorted(FIELDS)
    assert [part.get_content_type() for part in made.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    plain, page_ = made.get_body(("plain",)), made.get_body(("html",))
    assert plain
    assert page_
    assert plain.get_content().replace("\r\n", "\n") == page.text
    assert page_.get_content().replace("\r\n", "\n").rstrip("\n") == page.html.rstrip("\n")
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")


def test_the_header_says_what_the_mail_is() -> None:
    _, made = mail_of(page_of(scan(finding(action(ActionKind.REPLY, "Well?")))))
    assert made["From"] == "inbox-watch <sam@example.com>"
    assert made["To"] == "sam@gmail.com"
    assert made["Auto-Submitted"] == "auto-generated"
    assert made["List-Id"] == "inbox-watch digest <digest.inbox-watch.localhost>"
    assert made["Date"] == "Tue, 24 Nov 2026 20:00:00 +0000"
    assert re.fullmatch(r"<inbox-watch\.20261124\.[0-9a-f]{24}@example\.com>", made["Message-ID"])


def test_the_mark_is_known_with_the_key_alone_and_only_on_the_mail_that_it_was_made_for() -> None:
    data, made = mail_of(page_of(scan(finding(action(ActionKind.REPLY, "Well?")))))
    assert is_own(parse(data, source="x"), KEY)
    assert not is_own(parse(data, source="x"), None)
    assert not is_own(parse(data, source="x"), b"another key")
    assert not is_own(parse(data.replace(b"Message-ID: <inbox", b"Message-ID: <other"), source="x"), KEY)
    assert not is_own(parse(data.replace(b" 20:00:00 ", b" 20:00:01 "), source="x"), KEY)
    assert not is_own(
        parse(b"X-Inbox-Watch: 1\r\nMessage-ID: <a@b>\r\nDate: " + made["Date"].encode(), source="x"), KEY
    )


def test_the_subject_holds_counts_and_a_date_alone() -> None:
    assert page_of(scan()).subject == "inbox-watch, Tue 24 November: nothing due"
    assert page_of(scan(finding(action(ActionKind.REPLY, "Rumpelstiltskin?")))).subject == (
        "inbox-watch, Tue 24 November: 1 due, 1 new"
    )


def test_the_text_says_all_that_the_page_says() -> None:
    page = page_of(full("Rumpelstiltskin and daughters"))
    text = " ".join(page.text.split()).casefold()
    for piece in Tags(page.html.split("</style>", 1)[1].replace("<wbr>", "")).text:
        said = " ".join(piece.replace("·", "").replace("Mail:", "").split()).casefold()
        if said not in ("open the thread", "tuesday 24 november"):
            assert said in text


def test_each_line_says_what_whom_where_when_why_and_which() -> None:
    text = page_of(scan(finding(action(ActionKind.REPLY, "What is your notice period?"), text="Acme"))).text
    for piece in ("Answer Dana Reed (by Thu 26 Nov)", "Acme at Acme, interview [o-00000001]"):
        assert piece in text
    assert "“What is your notice period?”" in text
    assert "Mail: today 15:00, “Acme”" in text


def test_the_link_stands_in_the_text_where_a_line_holds_it() -> None:
    made = scan(finding(action(ActionKind.REPLY, "Well?")))
    assert (
        "\n  mid:a@talent.example\n"
        in digest(made, changes(made, None), {"<a@talent.example>": "mid:a@talent.example"}, {}).text
    )


def test_what_was_told_before_takes_one_line_and_no_quote() -> None:
    made = scan(finding(action(ActionKind.REPLY, "What is your notice period?")))
    page = page_of(made, changes(made, shown(made, None)))
    for told in (page.text, page.html.replace("<wbr>", "")):
        assert "Still open" in told
        assert "notice period" not in told
        assert "Answer Dana Reed" in told


def test_what_is_new_stands_before_what_is_still_open() -> None:
    old, new = finding(action(ActionKind.REPLY, "Old?"), number=1), finding(action(ActionKind.REPLY, "New?"), number=2)
    text = page_of(scan(old, new), changes(scan(old, new), shown(scan(old), None))).text
    assert text.index("o-00000002") < text.index("Still open") < text.index("o-00000001")


def test_a_muted_opportunity_is_not_waited_for() -> None:
    one = finding(number=7)
    muted = replace(one, judgement=replace(one.judgement, is_muted=True))
    assert "o-00000007" in page_of(scan(one)).text
    assert "o-00000007" not in page_of(scan(muted)).text


def test_an_account_that_failed_stands_above_everything_with_its_reason_and_the_last_complete_scan() -> None:
    made = scan(finding(action(ActionKind.REPLY, "Well?")), error="the server refused the login")
    page = page_of(made)
    told = "! Not read to its end: personal: the server refused the login."
    assert page.text.index(told) < page.text.index("YOU OWE")
    assert "Last complete scan: today 19:51." in " ".join(page.text.split())
    assert "Last complete scan: never." in " ".join(digest(made, changes(made, None), {}, {}).text.split())
    assert "1 mail set aside" in page.text


def many(text: str) -> Iterator[Finding]:
    for number in range(1, 400):
        yield finding(
            action(ActionKind.REPLY, text, text=text),
            action(ActionKind.REQUEST_UPDATE, text, text=text),
            number=number,
            text=text,
            careful=text,
        )


@pytest.mark.parametrize("text", ["Short", "語" * 500, "<&>\"' " * 100], ids=["short", "wide", "escaped"])
def test_however_much_there_is_to_say_it_stays_under_100_kb_and_counts_the_rest(text: str) -> None:
    made = replace(scan(*many(text)), sources=tuple(SourceReport(name=f"a{n}", error=text) for n in range(300)))
    page = page_of(made)
    for told in (page.html, page.text):
        assert len(told.encode()) < 100_000
        left = sum(
            int(found.replace(",", "")) for found in re.findall(r"And ([\d,]+) more: inbox-watch scan --all", told)
        )
        assert left + told.count("o-0") == 3 * 399
