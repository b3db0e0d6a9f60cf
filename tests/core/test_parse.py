"""Bytes → Message: identity, text, headers, and what hostile mail may cost."""

from __future__ import annotations

import base64
import logging
import random
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.parse import KEPT_HEADERS, parse
from inbox_watch.core.parse.header import read_date, read_references
from inbox_watch.core.types import Message
from inbox_watch.errors import BrokenMessage

HEADER = (
    b"From: Dana Reed <Dana@Talent.Example>\nTo: Sam Hall <sam@example.com>\nSubject: Data Engineer at Acme\n"
    b"Date: Tue, 10 Mar 2026 09:00:00 +0100\nMessage-ID: <m1@talent.example>\n"
)
MIXED = HEADER + b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\n"


def read(data: bytes) -> Message:
    return parse(data, source="here")


def error_of(data: bytes) -> str:
    with pytest.raises(BrokenMessage) as caught:
        read(data)
    return caught.value.what


# --- identity -------------------------------------------------------------------------------------------------------


def test_the_same_mail_in_two_mailboxes_is_one_message() -> None:
    delivered = b"Received: by mx.example.com; Tue, 10 Mar 2026 08:00:05 +0000\nX-Spam-Score: 0\n" + HEADER
    assert read(delivered + b"\nHello.\n").key == read(HEADER + b"\nHello.\n\nthe list's footer\n").key


def test_two_mails_with_one_message_id_are_two_messages() -> None:
    assert read(HEADER + b"\nHello.\n").key != read(HEADER.replace(b"at Acme", b"at Bond") + b"\nHello.\n").key


def test_a_mail_without_message_id_is_known_by_its_text() -> None:
    bare = HEADER.replace(b"Message-ID: <m1@talent.example>\n", b"")
    message = read(bare + b"\nHello.\n")
    assert message.message_id == f"<{message.key}@no-message-id.invalid>"
    assert message.key == read(bare + b"\nHello.\n\n").key
    assert message.key != read(bare + b"\nHello again.\n").key


def test_addresses_are_lower_case_and_names_as_written() -> None:
    sender = read(HEADER + b"\nHello.\n").sender
    assert sender is not None
    assert (sender.name, sender.address) == ("Dana Reed", "dana@talent.example")


def test_what_the_source_says_is_kept() -> None:
    message = parse(HEADER + b"\nHello.\n", source="mail.mbox#3", is_junk=True, thread_hint="77")
    assert (message.source, message.is_junk, message.thread_hint) == ("mail.mbox#3", True, "77")


def test_a_date_a_day_ahead_of_the_receipt_is_believed_and_a_later_one_is_not() -> None:
    received = b"Received: by mx.example.com; Mon, 9 Mar 2026 %s +0100\n"
    assert read(received % b"09:00:00" + HEADER + b"\nx\n").instant == read(HEADER + b"\nx\n").date
    message = read(received % b"08:59:59" + HEADER + b"\nx\n")
    assert message.instant == message.received
    assert message.date == read(HEADER + b"\nx\n").date


def test_the_headers_that_later_steps_need_are_kept() -> None:
    fields = b"".join(f"{name.title()}: value of {name}\n".encode() for name in KEPT_HEADERS if name != "content-type")
    message = read(fields + HEADER + b"X-Other: no\n\nHello.\n")
    assert message.header("list-id") == "value of list-id"
    assert {name for name, _ in message.headers} == set(KEPT_HEADERS) - {"content-type"}


def test_a_long_header_is_cut() -> None:
    message = read(b"Feedback-ID: " + b"x" * 5_000 + b"\n" + HEADER + b"\nHello.\n")
    assert len(message.header("feedback-id") or "") == 2_000


def test_of_many_references_the_last_hundred_stay() -> None:
    value = " ".join(f"<{number}@talent.example>" for number in range(300))
    found = read_references(value)
    assert len(found) == 100
    assert found[-1] == "<299@talent.example>"


# --- text -----------------------------------------------------------------------------------------------------------


def test_of_two_alternatives_one_is_read() -> None:
    data = MIXED.replace(b"mixed", b"alternative") + (
        b"--b1\nContent-Type: text/plain\n\nAre you free?\n--b1\n"
        b"Content-Type: text/html\n\n<p>Are you <b>free</b>?</p>\n--b1--\n"
    )
    assert read(data).text == "Are you free?"


def test_html_is_read_where_plain_text_is_missing() -> None:
    data = HEADER + b"Content-Type: text/html; charset=utf-8\n\n<p>Are you <b>free</b> on Friday?</p>\n"
    assert read(data).text == "Are you free on Friday?"


def test_a_quoted_block_of_html_carries_marks() -> None:
    data = HEADER + b"Content-Type: text/html\n\n<p>Yes, gladly.</p><blockquote>Are you free?</blockquote>\n"
    assert "> Are you free?" in read(data).text.split("\n")


def test_html_inside_related_inside_alternative_is_found() -> None:
    data = MIXED.replace(b"mixed", b"alternative") + (
        b"--b1\nContent-Type: multipart/related; boundary=b2\n\n--b2\nContent-Type: text/html\n\n<p>See the plan.</p>\n"
        b"--b2\nContent-Type: image/png; name=logo.png\nContent-ID: <logo>\n\nx\n--b2--\n--b1--\n"
    )
    message = read(data)
    assert message.text == "See the plan."
    assert [one.name for one in message.attachments] == ["logo.png"]


def test_a_text_file_attached_is_not_the_text() -> None:
    data = MIXED + (
        b"--b1\nContent-Type: text/plain\n\nMy notes are attached.\n"
        b"--b1\nContent-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\n"
        b"Are you free?\n--b1--\n"
    )
    message = read(data)
    assert message.text == "My notes are attached."
    assert [(one.name, one.media_type) for one in message.attachments] == [("notes.txt", "text/plain")]


def test_long_text_is_cut_and_says_so() -> None:
    message = read(HEADER + b"\n" + b"All work and no play. " * 20_000)
    assert len(message.text) <= 256 * 1024
    assert message.problems == ("text cut at 256 Ki characters",)


def test_the_library_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read(MIXED + b"--b1\nContent-Type: text/odd\n\nsecret words\n--b1--\n")
    assert caplog.text == ""


# --- limits ---------------------------------------------------------------------------------------------------------


def test_an_endless_header_is_set_aside() -> None:
    assert error_of(HEADER + b"X-Long: " + b"y" * 70_000 + b"\n\nHello.\n") == "header larger than 64 KiB"
    assert error_of(HEADER + b"X-Many: z\n" * 10_000 + b"\nHello.\n") == "header larger than 64 KiB"


def test_a_header_just_under_the_limit_is_read() -> None:
    block = HEADER + b"X-Long: "
    fitting = block + b"y" * (64 * 1024 - len(block))
    assert read(fitting + b"\n\nHello.\n").text == "Hello."
    assert error_of(fitting + b"y\n\nHello.\n") == "header larger than 64 KiB"


def test_a_hundred_thousand_parts_are_set_aside() -> None:
    assert error_of(MIXED + b"--b1\n\nx\n" * 100_000) == "more than 1,000 parts"


def test_a_nest_of_five_hundred_parts_is_set_aside() -> None:
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=n%d\n\n--n%d\n" % (n, n) for n in range(500))
    assert error_of(HEADER + nest) == "parts nested more than 20 deep"


def test_a_nest_of_twenty_parts_is_read() -> None:
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=n%d\n\n--n%d\n" % (n, n) for n in range(20))
    assert read(HEADER + nest + b"\nHello.\n").text == "Hello."


def test_mails_attached_to_mails_five_thousand_deep_are_one_attachment() -> None:
    message = read(HEADER + b"Content-Type: message/rfc822\n\n" * 5_000)
    assert [one.media_type for one in message.attachments] == ["message/rfc822"]


def test_twenty_thousand_parameters_are_set_aside() -> None:
    field = b"Content-Type: text/plain" + b"".join(b";\n p*%d=x" % number for number in range(20_000))
    assert error_of(MIXED + b"--b1\n" + field + b"\n\nHello.\n--b1--\n") == "a Content field larger than 8 KiB"
    assert "parameters" in error_of(MIXED + b"--b1\nContent-Type: text/plain" + b';"' * 300 + b"\n\nx\n--b1--\n")


def test_semicolons_in_a_row_are_one() -> None:
    assert read(HEADER + b"Content-Type: text/plain" + b";" * 400 + b"\n\nHello.\n").text == "Hello."


def test_of_thousands_of_addresses_five_hundred_stay() -> None:
    message = read(HEADER + b"Cc: " + b",".join(b"p%d@a.example" % number for number in range(3_000)) + b"\n\nHello.\n")
    assert len(message.cc) == 500
    assert message.problems == ("more than 500 addresses in cc",)


def test_a_mail_of_more_than_64_mebibytes_is_set_aside() -> None:
    assert error_of(HEADER + b"\n" + b"x" * (64 * 1024 * 1024)) == "mail larger than 64 MiB"


def test_millions_of_empty_lines_are_set_aside() -> None:
    assert error_of(HEADER + b"\n" * 2_100_000) == "more than 2,000,000 lines"


# --- laws -----------------------------------------------------------------------------------------------------------

SEEDS = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "fixtures/emails/malformed").glob("*.eml"))]
SEEDS += [
    MIXED
    + b"--b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    + base64.b64encode("Grüße, Sam".encode())
    + b"\n--b1\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Ours\n"
    b"BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"
    b"END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Ours:20260312T140000\nDURATION:PT1H\n"
    b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@example.com\nEND:VEVENT\nEND:VCALENDAR\n--b1--\n"
]


def check(data: bytes) -> None:
    try:
        message = read(data)
    except BrokenMessage:
        return
    assert message.text == message.text.encode().decode()
    assert "\r" not in message.text
    assert "\x00" not in message.text
    assert "\n" not in message.subject
    assert message.message_id.startswith("<")
    assert message.message_id.endswith(">")
    assert all(event.start.utcoffset() is not None for event in message.events)
    assert message.instant is None or message.instant.utcoffset() is not None
    assert read(data) == message


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", HEADER, MIXED, MIXED + b"--b1\nContent-Type: "]))
def test_any_bytes_give_a_message_or_a_broken_one(data: bytes, start: bytes) -> None:
    check(start + data)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32))
def test_any_damage_gives_a_message_or_a_broken_one(seed: bytes, number: int) -> None:
    chance = random.Random(number)
    data = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        place = chance.randint(0, len(data))
        width = chance.randint(0, 12)
        piece = chance.choice(
            [b"", b"\n", b"\x00", b"--b1", b";", b'"', b"=?utf-8?b?", b"\xff", b"9" * 40, bytes(seed[-30:])]
        )
        data[place : place + width] = piece
    check(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_date_raises(text: str) -> None:
    moment = read_date(text)
    assert moment is None or abs(moment.utcoffset() or timedelta()) < timedelta(days=1)
