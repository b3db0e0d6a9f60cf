"""The candidate hands in a piece of work in plain words, and what isn't that."""

from __future__ import annotations

import pytest

from inbox_watch.core.reading.handing import hands_in
from inbox_watch.core.reading.sentences import split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Here's my response to the brief - three routes. Hope you like!",
        "Dear Niamh, please find my slides attached.",
        "My presentation is attached.",
        "Attached are our mock-ups for the landing page.",
        "Here is my write-up, let me know if anything is missing.",
        "I've attached my translation of the first page.",
    ],
)
@pytest.mark.parametrize("with_file", [True, False])
def test_work_that_is_named_is_handed_in(text: str, with_file: bool) -> None:
    assert hands_in(split_sentences(text), with_file=with_file)


@pytest.mark.parametrize("text", ["Here are my three routes.", "Here's my take on it.", "I've attached my thoughts."])
def test_what_is_called_anything_is_work_where_a_file_comes_with_it(text: str) -> None:
    assert hands_in(split_sentences(text), with_file=True)
    assert not hands_in(split_sentences(text), with_file=False)


@pytest.mark.parametrize(
    "text",
    [
        "Here's my question about the brief.",
        "Here are my slides so far, the rest comes tomorrow.",
        "I'll send my slides tomorrow.",
        "My slides aren't attached, sorry.",
        "Is my presentation attached?",
        "Please find my CV attached.",
        "Here's my number: 07700 900123",
        "Here is my availability for the presentation.",
        "Please find attached a photo of my ticket.",
        "Here are my slides from last year.",
        "I hope your presentation to the board goes well.",
    ],
)
@pytest.mark.parametrize("with_file", [True, False])
def test_what_is_no_finished_work_hands_in_nothing(text: str, with_file: bool) -> None:
    assert not hands_in(split_sentences(text), with_file=with_file)
