"""HTML → text: what is shown, what is dropped, what is quoted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.html import MOST_HTML_CHARACTERS, to_text
from inbox_watch.core.zones import split


def test_paragraphs_breaks_and_entities_become_lines() -> None:
    assert (
        to_text("<p>Hi&nbsp;Sam,</p><p>Q&amp;A at 10&ndash;11.<br>See you</p>") == "Hi Sam,\n\nQ&A at 10–11.\nSee you"
    )


def test_an_escaped_entity_stays_what_the_writer_typed() -> None:
    assert to_text("<p>write &amp;lt; here</p>") == "write &lt; here"


def test_what_is_not_shown_is_dropped() -> None:
    html = (
        "<html><head><title>T</title><style>p{}</style></head><body><!-- note --><script>x()</script>"
        '<div style="display: none">preheader</div><span style="max-height:0px;overflow:hidden">pre</span>'
        "<p hidden>h</p>"
        '<div style="font-size:0">tiny</div><p>Shown</p></body></html>'
    )
    assert to_text(html) == "Shown"


def test_a_link_is_its_visible_text() -> None:
    assert to_text('<p>See <a href="https://track.example/x?u=1">our page</a>.</p>') == "See our page."


def test_a_booking_link_keeps_its_address_without_the_query() -> None:
    html = '<p>Please <a href="https://www.calendly.com/dana/30min?utm=1">pick a time</a>.</p>'
    assert to_text(html) == "Please pick a time <https://calendly.com/dana/30min>."


def test_a_booking_link_that_shows_its_host_is_left_alone() -> None:
    assert to_text('<a href="https://calendly.com/dana">https://calendly.com/dana</a>') == "https://calendly.com/dana"


def test_lists_keep_their_bullets_and_numbers() -> None:
    text = to_text("<p>Bring:</p><ul><li>passport</li><li>laptop</li></ul><ol><li>call</li><li>visit</li></ol>")
    assert [line.strip() for line in text.split("\n") if line] == [
        "Bring:",
        "* passport",
        "* laptop",
        "1. call",
        "2. visit",
    ]


def test_a_table_of_data_keeps_its_rows_on_one_line() -> None:
    html = "<table><tr><td>When</td><td>Monday 10:00</td></tr><tr><td>Where</td><td>Hamburg</td></tr></table>"
    assert to_text(html) == "When  Monday 10:00\nWhere  Hamburg"


def test_a_layout_table_makes_no_padding() -> None:
    inner = "<table width=600><tr><td><p>Hello</p></td></tr></table>"
    html = f"<table width=1200><tr><td width=300>&nbsp;</td><td>{inner}</td><td>&nbsp;</td></tr></table>"
    assert to_text(html) == "Hello"


def test_zero_width_characters_and_soft_hyphens_vanish() -> None:
    assert to_text("<p>inter\u200bview to\u00admorrow\ufeff</p>") == "interview tomorrow"


def test_preformatted_text_keeps_its_lines() -> None:
    assert to_text("<pre>one\ntwo</pre>") == "one\ntwo"


QUOTES = {
    "gmail": '<div>New</div><div class="gmail_quote"><div class="gmail_attr">On Mon, Dana wrote:</div>'
    '<blockquote class="gmail_quote">Old?</blockquote></div>',
    "gmail forward": '<div>New</div><div class="gmail_quote">'
    '<div class="gmail_attr">---------- Forwarded message ---------<br>'
    "From: Dana</div><div>Old?</div></div>",
    "apple": '<div>New</div><blockquote type="cite"><div>Old?</div></blockquote>',
    "outlook on the web": '<div>New</div><hr><div id="divRplyFwdMsg"><b>From:</b> Dana</div><div>Old?</div>',
    "outlook on the web, shown again": '<div>New</div><div id="x_divRplyFwdMsg"><b>From:</b> Dana</div><div>Old?</div>',
    "outlook": "<p>New</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Dana<br>"
    "<b>Sent:</b> Monday<br>"
    "<b>To:</b> Sam<br><b>Subject:</b> Call</p></div></div><p>Old?</p>",
    "outlook, a language unknown": "<p>New</p><div style='border-top:solid #E1E1E1 1.0pt'><p>Aaa: Dana"
    "<br>Bbb: Monday<br>Ccc: Sam</p></div>"
    "<p>Old?</p>",
    "yahoo": '<div>New</div><div class="yahoo_quoted"><div>On Monday, Dana wrote:</div><div>Old?</div></div>',
    "thunderbird": '<p>New</p><div class="moz-cite-prefix">Am 02.03.26 schrieb Dana:</div>'
    '<blockquote type="cite">Old?</blockquote>',
    "proton": '<div>New</div><div class="protonmail_quote">On Monday Dana wrote:<blockquote type="cite">Old?'
    "</blockquote></div>",
}


@pytest.mark.parametrize("name", QUOTES)
def test_each_mail_programs_quote_is_marked_and_never_new(name: str) -> None:
    text = to_text(QUOTES[name])
    assert text.startswith("New\n")
    assert any(line.startswith("> ") and "Old?" in line for line in text.split("\n"))
    assert split(text).new == "New"


def test_an_answer_between_gmails_quotes_is_new() -> None:
    html = (
        '<div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Mar 2026, Dana wrote:</div>'
        '<blockquote class="gmail_quote">Salary?'
        '</blockquote><div>70,000</div><blockquote class="gmail_quote">Start?</blockquote><div>May</div></div>'
    )
    assert split(to_text(html)).new == "70,000\n\nMay"


def test_gmails_indentation_is_no_quote() -> None:
    html = (
        '<div>Slots:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Monday</div></blockquote>'
    )
    assert "> " not in to_text(html)


def test_a_marked_signature_is_one() -> None:
    html = '<div>Call me?</div><div class="gmail_signature"><div>Dana Reed</div><div>Acme</div></div>'
    zones = split(to_text(html))
    assert (zones.new, zones.signature) == ("Call me?", "--\nDana Reed\nAcme")


def test_quotes_in_quotes_are_marked_twice() -> None:
    assert to_text("<blockquote>a<blockquote>b</blockquote></blockquote>c") == "> a\n> > b\nc"


def test_text_below_five_thousand_nested_blocks_is_read() -> None:
    assert to_text("<div>" * 5000 + "Hello" + "</div>" * 5000) == "Hello"


def test_what_stands_behind_the_cap_is_ignored() -> None:
    assert "END" not in to_text("a" * MOST_HTML_CHARACTERS + "END")


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<div>",
            "<blockquote>x",
            "<span>a</span>",
            "<table><tr><td>",
            "<td>x</td>",
            "<ul><li>x",
            "<",
            "&",
            "&#x",
            "<!--",
        ),
        *(
            "<p title='",
            "<a href='http://[",
            "<br>",
            "\x00",
            "<div class=gmail_quote>x",
            "<div style='border-top:solid'>x",
        ),
        *("<font>", "<pre>\n", "]]>"),
    ],
)
def test_a_megabyte_of_crafted_html_gives_text(piece: str) -> None:
    html = piece * (MOST_HTML_CHARACTERS // len(piece))
    assert isinstance(to_text(html), str)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="<>/&;#\"'= abdiv\n\ud800\x00")))
def test_any_characters_give_text(html: str) -> None:
    assert isinstance(to_text(html), str)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="abc xyz?.", min_size=1).filter(str.strip), min_size=1, max_size=6))
def test_whatever_stands_in_a_cited_block_is_never_new(paragraphs: list[str]) -> None:
    html = (
        "<p>Mine</p><blockquote type=cite>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        + "</blockquote>"
    )
    assert split(to_text(html)).new == "Mine"
