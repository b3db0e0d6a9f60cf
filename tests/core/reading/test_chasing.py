"""Requests for news in other words than "any update?", and what is none."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Act
from tests.core.reading.mails import DANA, SAM, mail, reading


def acts(text: str) -> frozenset[Act]:
    return reading(mail(text, sender=SAM, to=(DANA,))).acts


@pytest.mark.parametrize(
    "text",
    [
        "Hi Luke, me again. Could you let me know either way please?",
        "Have you heard back from them?",
        "Have you heard anything from the client?",
        "Has the panel decided yet?",
        "Did you get my last email?",
        "Where do things stand?",
        "Am I still in the running?",
        "Just a gentle reminder about my application.",
        "Could you give me an answer this week?",
        "I'd be grateful to know one way or the other.",
    ],
)
def test_a_chase_in_other_words_is_a_request(text: str) -> None:
    assert Act.REQUESTS_UPDATE in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I can do Tuesday at 3pm or Thursday at 4pm. Let me know either way.",
        "My CV is attached. Could you let me know either way?",
        "Thanks, hope to hear from you soon.",
        "Have you heard of Codility?",
        "Is there parking, and where is it?",
        "Me again - which entrance do I use?",
        "Did you receive my references?",
        "Thank you, I look forward to hearing from you.",
    ],
)
def test_what_moves_the_matter_on_or_asks_something_else_is_no_request(text: str) -> None:
    assert Act.REQUESTS_UPDATE not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Have you had a chance to look at my CV yet?",
        "Did you get a chance to speak to the manager?",
        "Have you had the opportunity to review my application?",
        "Have they found time to look at my application?",
        "Did the manager have time to read my CV?",
        "I was wondering whether you'd had a chance to read my CV.",
        "Could you tell me if a decision has been made yet?",
        "Has a decision been made?",
        "Do you know if the manager has made a decision?",
        "I wanted to ask if the panel has decided.",
    ],
)
def test_asking_whether_they_have_come_to_it_is_a_request(text: str) -> None:
    assert Act.REQUESTS_UPDATE in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Would I have a chance to look at the office?",
        "I had a chance to look at the brief, thank you.",
        "Will I have time to speak to the team?",
        "Have you had a chance to work with Kafka?",
        "Did you get a chance to look at the parking?",
        "I have made a decision and will tell you tomorrow.",
        "Who makes the decision?",
        "I haven't had a chance to look at the test yet.",
        "My references are attached. Have you had a chance to look at my CV?",
    ],
)
def test_a_chance_of_something_else_is_no_request(text: str) -> None:
    assert Act.REQUESTS_UPDATE not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I've had another offer which I've accepted, so I won't be coming on Thursday.",
        "I have been offered another job that I am going to take.",
        "I'm going to have to cancel Thursday, I've decided it's not the right job for me.",
        "This is not the right role for me.",
    ],
)
def test_who_goes_elsewhere_withdraws(text: str) -> None:
    assert Act.WITHDRAWS in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I've had another offer which I need to answer by Friday.",
        "I have another offer that I haven't accepted yet.",
        "I have another interview which I've accepted.",
        "Is it not the right role for me?",
        "Nights are not the right thing for me, but days would be fine.",
        "If it's not the right job for me, please tell me.",
    ],
)
def test_who_only_tells_of_another_offer_stays(text: str) -> None:
    assert Act.WITHDRAWS not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "did you get hold of the foreman in the end?",
        "has there been any movement?",
        "heard anything from the foreman?",
        "still curious how it stands with the joiner job",
        "do you know more by now?",
        "what's the story with the joiner job?",
        "Have you spoken to the manager yet?",
        "Were you able to reach the foreman?",
        "How are things coming along?",
        "What became of the joiner job?",
    ],
)
def test_a_chase_in_everyday_words_is_a_request(text: str) -> None:
    assert Act.REQUESTS_UPDATE in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Did you speak to my referee?",
        "Did you ask the other candidates too?",
        "Do you know more about the salary?",
        "Do you know where I should park?",
        "Do you have anything else for me?",
        "What's the story behind the company?",
        "What's happening on Thursday?",
        "I heard something about a second office.",
        "How do I get through to the reception?",
        "I am curious how the team works.",
    ],
)
def test_everyday_words_about_something_else_are_no_request(text: str) -> None:
    assert Act.REQUESTS_UPDATE not in acts(text)
