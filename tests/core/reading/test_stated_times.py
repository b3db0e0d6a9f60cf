"""Times that are named in plain words: whose they are, and what they are of."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import ActionKind
from tests.core.reading.mails import mail, reading, scores


def promised(text: str) -> list[str]:
    """Return the last days that a mail names for news, as month and day."""
    return [f"{one.latest:%m-%d}" for one in reading(mail(text), scores(stage="applied")).promises if one.latest]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They said they'd come back to me by Thursday.", "03-12"),
        ("The client told me they would let me know next week.", "03-20"),
        ("We will contact shortlisted candidates in the week beginning 4 May.", "05-08"),
        ("Shortlisted candidates will be contacted by 20 March.", "03-20"),
        ("The panel meets in the first week of October, so please bear with us until then.", "10-07"),
        ("The partners are meeting on the 25th and I do not expect to hear before then.", "03-25"),
        ("Neil's on holiday from tomorrow til Monday so I'll not hear before then.", "03-16"),
    ],
)
def test_a_time_for_news_that_others_named_is_stated(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "You said you'd come back to me by Thursday.",
        "They said they would need someone by May.",
        "She said it will be busy on Thursday.",
        "Only shortlisted candidates will be contacted, by 20 March.",
        "The board meets every Tuesday.",
        "The panel meets you at 3pm on Tuesday.",
    ],
)
def test_a_time_of_something_else_promises_no_news(text: str) -> None:
    assert promised(text) == []


def test_what_the_client_will_tell_the_writer_asks_nothing() -> None:
    assert reading(mail("They told me they'd let me know next week."), scores(stage="applied")).asks == ()
    asked = reading(mail("Could you let me know if they'd like that?"), scores(stage="applied")).asks
    assert [one.kind for one in asked] == [ActionKind.REPLY]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We'd like to offer you the job. They're happy to wait til Wednesday. Let me know soon.", "03-18"),
        ("We'd like to offer you the job. Formal letter coming by Wed. Are you happy with this?", None),
        ("We'd like to offer you the job. The contract is on its way. We need your answer by Wed.", "03-18"),
    ],
)
def test_the_day_for_an_offer_is_the_one_that_the_candidate_is_given(text: str, day: str | None) -> None:
    asks = [one for one in reading(mail(text), scores(stage="offer")).asks if one.kind is ActionKind.ANSWER_OFFER]
    assert [one.due and f"{one.due:%m-%d}" for one in asks] == [day]


@pytest.mark.parametrize("text", ["by May 15: https://maple.example/q", "by 15 May: https://maple.example/q"])
def test_a_colon_after_a_day_makes_no_hour_of_it(text: str) -> None:
    asks = reading(mail(f"Please fill in the questionnaire {text}"), scores(stage="assessment")).asks
    assert [(one.kind, one.due and f"{one.due:%m-%d}") for one in asks] == [
        (ActionKind.COMPLETE_ASSESSMENT, "05-15"),
    ]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The interview is on Tuesday, 20 October at 11.30am. Please prepare a 10 minute presentation.", None),
        ("The interview is on Tuesday, 20 October at 11.30am and takes 45 minutes, with a 10-minute test.", 45),
        ("Please arrive 10 minutes early for your interview on Tuesday, 20 October at 11.30am.", None),
        ("It will be a 30 minute interview on Tuesday, 20 October at 11.30am.", 30),
        ("It will be a 30 minute talk with Ann, an interview, on Tuesday, 20 October at 11.30am.", 30),
    ],
)
def test_only_the_length_of_the_meeting_is_its_length(text: str, minutes: int | None) -> None:
    (one,) = reading(mail(text), scores(stage="interview")).appointments
    assert (one.end and (one.end - one.start).total_seconds() / 60) == minutes


@pytest.mark.parametrize(
    ("text", "stage", "kinds"),
    [
        ("Please confirm your attendance and send us your lesson plan by Monday.", "interview",
         {ActionKind.CONFIRM, ActionKind.SEND_DOCUMENTS}),
        ("Are you good with nights? And send me a copy of your ticket.", "none",
         {ActionKind.REPLY, ActionKind.SEND_DOCUMENTS}),
        ("Fill out the onboarding package and get it back to me by Wednesday.", "offer", {ActionKind.SEND_DOCUMENTS}),
        ("The board has recommended you for the post. HR will be in touch. I hope you'll say yes!", "offer",
         {ActionKind.ANSWER_OFFER}),
        ("I hope you'll say yes to my apologies for the delay.", "interview", set()),
    ],
)  # fmt: skip
def test_each_ask_of_a_mail_counts(text: str, stage: str, kinds: set[ActionKind]) -> None:
    assert {one.kind for one in reading(mail(text), scores(stage=stage)).asks} == kinds
