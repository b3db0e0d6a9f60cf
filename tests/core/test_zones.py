"""The zones: what is new, quoted, signed, added by machine."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.types import ZoneKind, Zones
from inbox_watch.core.zones import split

FIXTURES = Path(__file__).parents[2] / "fixtures" / "emails" / "zones"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.txt"))

PIECES = st.sampled_from(
    [
        "",
        "Hi Sam,",
        "Could you send me your CV by Friday?",
        "> When are you free?",
        ">> older",
        "On Mon, 2 Mar 2026 at 09:14, Dana Reed <dana@talent.example> wrote:",
        "From: Dana Reed <dana@talent.example>",
        "Sent: Monday, March 2, 2026 9:14 AM",
        "To: Sam",
        "Subject: Call",
        "-----Original Message-----",
        "Kind regards,",
        "Dana Reed",
        "+49 30 1234567",
        "-- ",
        "Unsubscribe",
        "Microsoft Teams meeting",
        "Sent from my iPhone",
        "P.S. Bring your passport.",
        "________________________________",
        "Please do not reply to this email.",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("\n".join))


def test_there_are_fixtures() -> None:
    assert len(NAMES) >= 60


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", NAMES)
def test_the_zones_of_an_invented_mail_are_found(name: str, line_end: str) -> None:
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").replace("\n", line_end)
    expected = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    zones = split(text)
    assert [(zone.kind.value, zone.text.count("\n")) for zone in zones.zones] == [
        (zone["kind"], zone["lines"]) for zone in expected["zones"]
    ], zones
    assert zones.new == expected["new"]


def assert_covers(zones: Zones, text: str) -> None:
    assert "".join(zone.text for zone in zones.zones) == text
    assert all(zone.text == text[zone.start : zone.end] for zone in zones.zones)
    assert all(left.end == right.start and left.kind is not right.kind for left, right in pairwise(zones.zones))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_zones_cover_the_text_in_order(text: str) -> None:
    assert_covers(split(text), text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_new_lines_are_lines_of_the_text_in_their_order(text: str) -> None:
    remaining = iter([line.rstrip() for line in text.split("\n")])
    for line in split(text).new.split("\n"):
        assert not line or any(line == other for other in remaining)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_quoting_any_text_makes_none_of_it_new(text: str) -> None:
    assert split("\n".join("> " + line for line in text.split("\n"))).new == ""


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_marked_quote_below_changes_nothing_in_the_new_text(text: str) -> None:
    new = split(text).new
    quote = "\n\nOn Mon, 2 Mar 2026 at 09:14, Dana Reed <dana@talent.example> wrote:\n> Could you call me?\n"
    assert "Could you call me?" not in split(new + quote).new


@pytest.mark.parametrize("name", NAMES)
def test_the_new_text_of_a_mail_is_all_new_when_it_stands_alone(name: str) -> None:
    new = split((FIXTURES / f"{name}.txt").read_text(encoding="utf-8")).new
    assert split(new).new == new


def test_crlf_gives_the_same_new_text_as_lf() -> None:
    text = "Hi,\n\nplease call.\n\nBest,\nDana\n\n> old\n"
    assert split(text.replace("\n", "\r\n")).new == split(text).new == "Hi,\n\nplease call."


def test_answers_pair_each_question_with_the_text_right_below_it() -> None:
    text = (FIXTURES / "interleaved-answers.txt").read_text(encoding="utf-8")
    answers = split(text).answers
    assert [answer for _, answer in answers] == ["Around 70,000 euros.", "On 1 May.", "No."]
    assert answers[1][0] == "When could you start?"


def test_an_answer_on_top_answers_nothing_in_particular() -> None:
    text = (FIXTURES / "gmail-english-wrapped.txt").read_text(encoding="utf-8")
    assert split(text).answers == ()


def test_the_signature_keeps_the_telephone_number() -> None:
    text = (FIXTURES / "closing-with-contact-lines.txt").read_text(encoding="utf-8")
    assert "+49 30 1234567" in split(text).signature


def test_an_empty_text_has_no_zones() -> None:
    assert split("") == Zones()


def test_blank_lines_alone_are_one_zone_and_nothing_new() -> None:
    zones = split("\n \n\n")
    assert [zone.kind for zone in zones.zones] == [ZoneKind.NEW]
    assert zones.new == ""


def test_what_a_legal_notice_below_a_rule_asks_nobody_asks() -> None:
    text = (
        "Hi Sam,\n\nWe're reading your application.\n\n________________________________\n"
        "This e-mail is confidential. Are you not the intended recipient? Please notify the sender.\n"
        "Acme AG, HRB 00000\n"
    )
    assert split(text).new == "Hi Sam,\n\nWe're reading your application."


def test_a_long_text_below_two_dashes_is_no_signature() -> None:
    body = "\n".join(f"Point {number} is important, please read it." for number in range(60))
    assert "Point 59 is important" in split(f"Hello\n\n--\n{body}\n").new


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "\n",
        "> ",
        ">",
        ">\n",
        "<",
        "-- \n",
        "On ",
        "On 1 Jan 2026 a wrote:\n",
        "wrote:\n",
        "wrote: ",
        "From: a\n",
        "From: a\nTo: b\n",
        "From: ",
        "a@b ",
        "a@",
        "1",
        "1 ",
        "1:1",
        "Thanks,\n",
        "Best,\nDana\n",
        "Best,\n\n",
        "_",
        "_____\n",
        "unsubscribe ",
        "unsubscribe\n",
        "confidential\n\n",
        "e-mail ",
        "e-mail\n",
        "attachments ",
        "reply above ",
        "caution: ",
        "Join Zoom Meeting\n",
        "Sent from my ",
        "www.",
        "+49 ",
        "| ",
        "|\n",
        "\r",
        "\r\n",
        "word ",
        "Word.\n",
        "please. ",
        "A>",
        "écrit ",
    ],
)
def test_a_megabyte_of_anything_is_taken_apart(piece: str) -> None:
    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    assert_covers(split(text), text)


@pytest.mark.parametrize(
    "line",
    [
        "Please report to reception, sign in and follow your escort.",
        "When you arrive please join us in the canteen and follow me.",
        "Ring the bell and follow me to the second floor.",
        "You will find us at the gatehouse; follow me from there.",
        "Find your badge in the tray by the door.",
        "You can find us on the second floor.",
        "See you on Monday, join us for lunch!",
    ],
)
def test_what_a_visitor_is_told_below_a_name_is_text(line: str) -> None:
    assert split(f"Hi Sam,\n\nYou are invited.\n\nKind regards\nAnn Reed\n\n{line}").new.endswith(line)


def test_what_a_visitor_is_told_right_below_name_and_title_is_text() -> None:
    told = "Please report to reception, sign in and follow your escort."
    assert split(f"Hi Sam,\n\nYou are invited.\n\nKind regards\nAnn Reed\nHR Manager\n{told}").new.endswith(told)


def test_a_telephone_at_a_reception_is_signature() -> None:
    lines = "Kind regards\nAnn Reed\nHR Manager\nReception: 01234 567890, sign in at the gate"
    assert split(f"Hi Sam,\n\nYou are invited.\n\n{lines}").new.endswith("invited.")


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on LinkedIn",
        "Follow me on LinkedIn for new jobs!",
        "Connect and follow us on Instagram",
        "Please follow us on Instagram",
        "Find your next job with us",
        "Join our team! See our latest vacancies.",
        "Know someone looking for a new role? Ask for our referral bonus.",
    ],
)
def test_a_slogan_below_a_name_is_signature(line: str) -> None:
    assert split(f"Hi Sam,\n\nYou are invited.\n\nKind regards\nAnn Reed\n\n{line}").new.endswith("invited.")
