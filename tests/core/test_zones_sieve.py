"""The sieve before the long patterns: it may only save time, never lose a match."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.zones import boilerplate
from inbox_watch.core.zones.sieve import searcher

PATTERNS = (
    (boilerplate._FOOTER, boilerplate.FOOTER_NEEDLES),
    (boilerplate._AUTOMATIC, boilerplate.AUTOMATIC_NEEDLES),
)
MATCHES = st.one_of(
    *(st.tuples(st.just(pattern), st.just(needles), st.from_regex(pattern)) for pattern, needles in PATTERNS)
)


@settings(max_examples=400)
@given(MATCHES)
def test_whatever_a_long_pattern_matches_passes_its_sieve(case: tuple[re.Pattern[str], tuple[str, ...], str]) -> None:
    pattern, needles, text = case
    found = searcher(pattern, needles, text)(text)
    assert found is not None
    assert found.span() == pattern.search(text).span()  # type: ignore[union-attr]


def test_a_text_without_the_words_is_not_searched() -> None:
    search = searcher(re.compile("a{1,3}b"), ("zebra",), "aab")
    assert search("aab") is None


def test_a_piece_is_searched_only_where_it_holds_a_word() -> None:
    search = searcher(re.compile("un\\w{1,20}", re.IGNORECASE), ("unsubscribe",), "Until then.\nUNSUBSCRIBE")
    assert search("Until then.") is None
    assert search("UNSUBSCRIBE") is not None


def test_a_letter_that_only_a_pattern_takes_for_another_case_is_still_found() -> None:
    text = "Un\u017fub\u017fcribe here"
    assert searcher(re.compile("unsubscribe", re.IGNORECASE), ("unsubscribe",), text)(text) is not None
