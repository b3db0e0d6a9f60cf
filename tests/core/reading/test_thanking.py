"""Mere thanks, and answers that begin with thanks or stand between the quoted lines."""

from __future__ import annotations

import pytest

from inbox_watch.core.reading.between import answered
from inbox_watch.core.types import Act, Turn
from tests.core.build import ask, judged, kinds, me, promise, them
from tests.core.reading.mails import DANA, SAM, mail, reading, scores

ANSWERS = (
    "Thanks for your mail. It's three months.",
    "Thanks for your mail. It's three months, to the end of a quarter.",
    "Many thanks for the quick answer. I have three months' notice.",
    "Thank you for getting back to me. Something around 50,000 would be right.",
    "Thanks for asking. Leeds would be fine for me.",
    "Thank you, three months.",
    "Thanks Dana, I'm a British citizen.",
    "A friend of mine works in your Leeds office. Thanks!",
    "Thank you. Either office is fine.",
    "Not before July, thank you.",
    "Thanks for your interest and for the details. I live in York.",
    "Thanks, no.",
    "For three months. Thanks!",
)
MERE_THANKS = (
    "Thanks!",
    "Thank you, Dana!",
    "Thanks for letting me know, Dana. No worries, I'll wait to hear.",
    "Great, thanks.",
    "Noted, thank you.",
    "Thank you for the update, I'll wait to hear from you.",
    "Thanks, have a nice weekend.",
    "Many thanks for your mail and for the kind words. I look forward to hearing from you.",
    "Lovely, thank you Gabriela. Have a lovely weekend.",
    "Received, thank you!\n\nSam",
    "Thanks, that's helpful to know.",
    "Thank you so much for your quick reply, much appreciated. Speak soon!",
)


def own(text: str) -> frozenset[Act]:
    return reading(mail(text, sender=SAM, to=(DANA,)), scores()).acts


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_that_begins_with_thanks_is_an_answer(text: str) -> None:
    assert Act.ONLY_THANKS not in own(text)


@pytest.mark.parametrize("text", MERE_THANKS)
def test_thanks_and_courtesies_answer_nothing(text: str) -> None:
    assert Act.ONLY_THANKS in own(text)


def test_the_answer_closes_the_question_and_the_thanks_dont() -> None:
    asked = them("2 10:00", asks=[ask("reply", "What is your notice period?")])
    for text, owed in ((ANSWERS[0], []), (MERE_THANKS[0], ["reply"])):
        said = judged("2 15:00", me("1 10:00", signal="applied"), asked, me("2 12:00", acts=own(text)))
        assert [kind for kind in kinds(said) if kind != "request_update"] == owed


BETWEEN = (
    "On Tue, 10 Mar 2026, Dana Reed wrote:\n> What is your notice period?\n\nThree months.\n\n"
    "> Please send me your references.\n\nI'll send them on Friday.\n\nSam\n"
)


def test_answers_between_quoted_lines_are_found_with_their_questions() -> None:
    found = reading(mail(BETWEEN, sender=SAM, to=(DANA,)), scores()).answered
    assert len(found) == 1
    assert found[0].endswith("what is your notice period?")


@pytest.mark.parametrize(
    "answer", ["I'll tell you tomorrow.", "Thanks!", "Let me ask my boss, I'll come back to you.", ""]
)
def test_what_comes_later_answers_nothing_yet(answer: str) -> None:
    assert answered((("What is your notice period?", answer),)) == ()


def test_an_answer_between_the_lines_closes_its_question_while_the_rest_is_put_off() -> None:
    asked = them(
        "2 10:00",
        asks=[ask("reply", "What is your notice period?"), ask("send_documents", "Please send me your references.")],
    )
    later = promise("6 18:00", "I'll send them on Friday.", by="candidate", about="send_documents")
    answer = me("2 12:00", acts=["delays"], promises=[later], answered=("what is your notice period?",))
    result = judged("2 15:00", me("1 10:00", signal="applied"), asked, answer)
    assert (kinds(result), result.turn) == (["send_documents"], Turn.CANDIDATE)
    elsewhere = me("2 12:00", acts=["delays"], answered=("where do you live?",))
    assert "reply" in kinds(judged("2 15:00", me("1 10:00", signal="applied"), asked, elsewhere))
