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
