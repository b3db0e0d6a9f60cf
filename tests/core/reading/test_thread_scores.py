"""What a thread's mails make of each other's likeliness."""

from __future__ import annotations

import pytest

from inbox_watch.core.reading.thread_evidence import SURE, thread_scores

LONG, SHORT = 300, 40


def scored(*mails: tuple[float, int, bool]) -> tuple[float, ...]:
    own, lengths, follows = zip(*mails, strict=True)
    return thread_scores(own, lengths, follows, [False] * len(mails))


def test_few_words_and_an_answer_follow_a_longer_mail_that_is_everyday() -> None:
    first, answer, few = scored((0.2, LONG, False), (0.78, LONG, True), (0.64, SHORT, False))
    assert max(first, answer, few) < 0.5


def test_a_sure_answer_stands_whatever_it_answers() -> None:
    _, answer = scored((0.2, LONG, False), (SURE, LONG, True))
    assert answer == SURE


@pytest.mark.parametrize("first", [0.35, 0.49])
def test_few_words_stand_where_the_longer_mail_is_in_doubt(first: float) -> None:
    _, few = scored((first, LONG, False), (0.64, SHORT, False))
    assert few >= 0.64


def test_few_words_stand_where_there_is_no_longer_mail_of_theirs() -> None:
    assert scored((0.64, SHORT, False), (0.7, LONG, True)) >= (0.6, 0.7)


def test_few_words_in_a_recruiters_thread_gain() -> None:
    _, few = scored((0.95, LONG, False), (0.3, SHORT, True))
    assert few > 0.9


def test_what_follows_raises_nothing_by_itself() -> None:
    assert scored((0.7, LONG, True), (0.2, SHORT, True)) == (0.7, 0.2)
