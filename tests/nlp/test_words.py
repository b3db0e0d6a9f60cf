"""The reader's tokenizer: places are kept, and a phrase is found across a wrapped line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.nlp.component import Reader, blank_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return blank_pipeline()


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=200))
def test_every_word_stands_where_it_says(pipeline: Language, text: str) -> None:
    doc = pipeline.make_doc(text)
    assert len(doc.text) == len(text)
    for token in doc:
        written = text[token.idx : token.idx + len(token.text)]
        assert written.replace("\n", " ").replace("\u2019", "'") == token.text


def test_a_phrase_is_found_across_a_wrapped_line(pipeline: Language) -> None:
    doc = pipeline.make_doc("Sadly you have not been\nsuccessful this time.")
    assert "rejected" in {span.label_ for span in Reader(pipeline).matcher(doc, as_spans=True)}


def test_a_curly_apostrophe_is_an_apostrophe(pipeline: Language) -> None:
    assert [token.text for token in pipeline.make_doc("I\u2019d apply")] == ["I'd", "apply"]
