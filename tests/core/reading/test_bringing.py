"""What is to be brought to a meeting, and what is to be sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inbox_watch.core.types import ActionKind, Speech
from tests.core.reading.mails import mail, reading, scores

MEETING = "Your interview is on Wednesday 18 March at 2pm. "


def asked(text: str, *, stage: str = "interview") -> list[str]:
    """Return the kinds of a mail of which the model is sure that its last sentence asks for papers."""
    start = text.rfind(". ", 0, -1) + 2 if ". " in text[:-1] else 0
    told = Speech(start=start, end=len(text), asks=0.97, kinds=((ActionKind.SEND_DOCUMENTS, 0.99),), promises=0.0)
    found = reading(mail(text), replace(scores(stage=stage), speech=(told,))).asks
    return [one.kind.value for one in found if one.kind is ActionKind.SEND_DOCUMENTS]


@pytest.mark.parametrize(
    "text",
    [
        "Please bring photo ID and your certificates.",
        "Kindly come along with your CV and two passport photographs.",
        "Have your passport with you please.",
        "Please bring originals of all certificates.",
        "Please have your certificates ready.",
        "You will need to show your passport at the desk.",
    ],
)
def test_what_is_brought_to_a_meeting_is_not_to_be_sent(text: str) -> None:
    assert asked(MEETING + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Please bring photo ID, and send me your certificates beforehand.",
        "Please bring me your references by email.",
        "Please bring your passport to our office by Friday.",
        "Please send me your certificates.",
        "Could you have your former manager send us a reference?",
    ],
)
def test_what_is_to_be_sent_or_has_a_day_of_its_own_is_owed(text: str) -> None:
    assert asked(MEETING + text) == ["send_documents"]
