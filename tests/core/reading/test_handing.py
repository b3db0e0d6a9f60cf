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


@pytest.mark.parametrize(
    "text",
    [
        "Here is the link to my stock plan: https://docs.example/x1. Hope you like it!",
        "Here is the link to my carousel: https://design.example/c/9\nHope you like it!",
        "Hi Ann, please see the link below for my work. https://docs.example/x1",
        "You can find my work here: https://docs.example/x1",
        "You'll find my two pages at https://docs.example/x1.",
        "I've uploaded my three drawings to this folder: https://drive.example/x1",
        "My carousel is here: https://docs.example/x1",
        "Link to my work: https://docs.example/x1",
        "Hi Ann, here's my take on it: https://docs.example/x1",
    ],
)
def test_a_link_to_what_was_made_hands_it_in(text: str) -> None:
    assert hands_in(split_sentences(text), with_file=False)


@pytest.mark.parametrize(
    "text",
    [
        "Here is the link to my work.",
        "Here is the link to my work so far: https://docs.example/x1",
        "The link to my work doesn't open: https://docs.example/x1",
        "I'll send you the link to my work tomorrow: https://docs.example/",
        "Could you open the link to my work? https://docs.example/x1",
        "Here's my LinkedIn: https://people.example/sam",
        "Here is my GitHub: https://code.example/sam",
        "You can find my website here: https://sam.example",
        "You can find my portfolio here: https://sam.example",
        "You can see my availability here: https://times.example/sam",
        "Here is my Zoom link for tomorrow's call: https://meet.example/1",
        "You can find our offices here: https://maps.example/1",
        "I found your company here: https://jobs.example/1",
        "Here's my booking link: https://times.example/sam",
    ],
)
def test_a_link_to_something_else_hands_in_nothing(text: str) -> None:
    assert not hands_in(split_sentences(text), with_file=False)
