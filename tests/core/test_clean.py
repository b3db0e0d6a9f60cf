import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from inbox_watch.core.clean import clean


@given(st.text(max_size=200))
def test_nothing_that_steers_a_terminal_comes_through(text: str) -> None:
    for character in clean(text):
        assert unicodedata.category(character) not in {"Cc", "Zl", "Zp"}
        assert not 0x202A <= ord(character) <= 0x202E
        assert not 0x2066 <= ord(character) <= 0x2069


@given(st.text(max_size=2000), st.integers(min_value=1, max_value=100))
def test_the_result_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert len(clean(text, limit=limit)) <= limit


def test_escapes_links_and_direction_marks_are_taken_out() -> None:
    hostile = "a\x1b[31mb\x1b]8;;http://evil.example\x07c\x9b1md\u202eevil\u2066e\u200bf\r\nBcc: x"
    assert clean(hostile) == "a[31mb]8;;http://evil.examplec1mdevilef Bcc: x"


def test_ordinary_letters_of_every_script_stay() -> None:
    text = "Grüße, 東京, שלום, Łódź – “ok” 👩‍💻 £60k"
    assert clean(text) == text


def test_of_nothing_but_harm_nothing_is_left() -> None:
    assert clean("\ud800 \udfff \u202e \x1b") == ""
