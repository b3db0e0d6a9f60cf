"""Mail that wants to get its own words, links and header fields into the candidate's answer."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch import draft
from inbox_watch.core.types import ActionKind, Address, Finding
from inbox_watch.draft import forms
from inbox_watch.draft.plain import plain
from inbox_watch.errors import UsageError
from tests.core.build import DANA, SAM, ask, at, course, me, only, them
from tests.core.build import plain as judged

_EVIL = (
    "\r\nBcc: everybody@evil.example\r\n\r\n<script>alert(1)</script> =?utf-8?q?hi=0D=0ABcc:_x@evil.example?= "
    "\x1b[31mred\x1b]8;;https://evil.example\x07\u202egnp.exe\u2066 https://evil.example/pay?x=1 www.evil.example "
    "[click](javascript:alert(1)) {{ 7 * 7 }} {% for x in y %} bit.ly/abc <b>bold</b> &#x3c;i&#x3e; `code` **loud**"
)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]")
_LINK = re.compile(r"https?:|www\.|://|javascript:|\w\.\w{2,}/|evil\.example", re.IGNORECASE)


def _hostile(evil: str, kind: str = "reply") -> Finding:
    entry = them(
        "9 10:00", text=f"Hi {evil},\n\n{evil} What is it?\n\nBest,\n{evil}", subject=evil, asks=[ask(kind, evil)]
    )
    sender = Address(name=evil, address=DANA)
    message = replace(
        entry.message,
        sender=sender,
        message_id="<a@b.example>\r\nBcc: x@evil.example" if "\r" in evil else entry.message.message_id,
        references=("<c@d.example>\r\nX: y", "<e f@g.example>", "<fine@h.example>"),
    )
    opportunity = course(replace(entry, message=message))
    opportunity = replace(opportunity, role=evil, company=evil)
    return Finding(opportunity=opportunity, judgement=judged(opportunity, "10 09:00"))


@pytest.mark.parametrize(
    "kind", ["reply", "send_availability", "send_documents", "complete_assessment", "answer_offer"]
)
def test_nothing_of_theirs_but_plain_words_comes_through(kind: str) -> None:
    finding = _hostile(_EVIL, kind)
    made = draft.write(finding, only(finding.judgement), candidate=[SAM], now=at("10 09:00"))
    text = "\n".join((made.to.name, made.subject, made.body, *made.call))
    assert not _CONTROL.search(text)
    assert not _LINK.search(text)
    assert not re.search(r"[<>{}|`*\\]|=\?|49", text)
    data = forms.as_eml(made, at("10 09:00"))
    read = message_from_bytes(data, policy=policy.default)
    assert set(map(str.lower, read.keys())) <= {
        *("from", "to", "subject", "date", "in-reply-to", "references", "x-unsent", "mime-version"),
        *("content-type", "content-transfer-encoding"),
    }
    assert [one.addr_spec for one in read["To"].addresses] == [DANA]
    assert b"evil.example" not in data
    assert "evil.example" not in forms.as_mailto(made)
    assert "\n" not in forms.as_mailto(made)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_a_mail_file_has_one_receiver_whatever_they_call_themselves(name: str, subject: str) -> None:
    finding = _hostile(f"{name} {subject}?")
    for action in finding.judgement.actions:
        made = draft.write(finding, action, candidate=[SAM], now=at("10 09:00"))
        read = message_from_bytes(forms.as_eml(made, at("10 09:00")), policy=policy.default)
        assert [one.addr_spec for one in read["To"].addresses] == [DANA]
        assert read["Bcc"] is None
        assert read.get_content().replace("\r\n", "\n").rstrip("\n") == made.body
        assert not _CONTROL.search(made.body)


@given(st.text(max_size=400), st.integers(min_value=10, max_value=200))
def test_plain_words_are_short_and_stay_as_they_are(text: str, limit: int) -> None:
    told = plain(text, limit=limit)
    assert len(told) <= limit
    assert plain(told, limit=limit) == told or told.endswith("…")


def test_a_long_text_gives_a_short_draft() -> None:
    for piece in (
        "a" * 200_000,
        "a." * 100_000,
        "<" * 200_000,
        "[your " * 40_000,
        "send me your " * 20_000,
        "@" * 99_999,
    ):
        finding = _hostile(piece, "send_documents")
        made = draft.write(finding, only(finding.judgement), candidate=[SAM], now=at("10 09:00"))
        assert len(made.body.split()) <= 120
        assert len(forms.as_mailto(made)) <= forms.LONGEST_LINK


def test_a_booking_link_is_used_and_not_copied() -> None:
    quote = "Please book a time here: https://calendly.example/dana"
    finding = _finding(
        them("9 10:00", text=f"Hi Sam,\n\n{quote}\n\nBest,\nDana", asks=[ask("send_availability", quote)])
    )
    made = draft.write(finding, only(finding.judgement), candidate=[SAM], now=at("10 09:00"))
    assert made.template == "book"
    assert "I have booked [day and time]" in made.body
    assert "calendly" not in made.body


def test_nobody_answers_a_robot() -> None:
    finding = _finding(
        them("9 10:00", text="Hi", asks=[ask("reply", "What is your notice period?")]), me("9 11:00", text="Hi")
    )
    action = replace(
        only(judged(finding.opportunity, "10 09:00")),
        kind=ActionKind.REPLY,
        to=Address(name="Careers", address="no-reply@acme.example"),
    )
    with pytest.raises(UsageError, match="nobody is known"):
        draft.write(finding, action, candidate=[SAM], now=at("10 09:00"))
    for address in (
        "a@b\r\nBcc: x@y.example",
        '"a b"@c.example',
        "a@b@c.example",
        "ä@b.example",
        "a@b..example",
        "a@-b",
    ):
        with pytest.raises(UsageError, match="nobody is known"):
            draft.write(finding, replace(action, to=Address(address=address)), candidate=[SAM], now=at("10 09:00"))


def _finding(*entries: object) -> Finding:
    opportunity = course(*entries)  # type: ignore[arg-type]
    return Finding(opportunity=opportunity, judgement=judged(opportunity, "10 09:00"))
