"""Times that are named in plain words: whose they are, and what they are of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inbox_watch.core.types import ActionKind, Speech
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
        ("The sales director wants to give feedback by the end of next week.", "03-20"),
        ("The sales director would like to give feedback by Friday.", "03-13"),
        ("The hiring manager wants to come back to me by Friday.", "03-13"),
        ("They'd like to make a decision by Friday.", "03-13"),
        ("Karin is hoping to let us know on Tuesday.", "03-17"),
        ("The client is making a decision next Wednesday.", "03-18"),
        ("They're deciding on Tuesday.", "03-17"),
        ("They are meeting on Thursday to go through the CVs.", "03-12"),
        ("The panel is meeting on Thursday.", "03-12"),
        ("The client will look at your CV when the manager is back from leave on Monday 8 June.", "06-08"),
        ("Our site manager is out of the office until June 24. I will be in touch after she returns.", "06-24"),
        ("Our director is on holiday until 20 March. We will get back to you once he is back.", "03-20"),
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
        "The panel is meeting you on Thursday.",
        "The panel is meeting candidates on Thursday.",
        "They are meeting the candidates on Thursday to discuss the project.",
        "You would like to give feedback by Friday.",
        "The client wants you to come back on Thursday.",
        "The client would like to see you on Thursday.",
        "They want to fill the role by May.",
        "He wants to get back to the office by Thursday.",
        "The client is making a new product next spring.",
        "We can talk when you are back on Monday.",
    ],
)
def test_a_time_of_something_else_promises_no_news(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "If you have not heard from us within six weeks of the closing date, 11 April, please consider your"
            " application unsuccessful.",
            "05-23",
        ),
        ("If you do not hear from us by 3 April, please assume that you have not been shortlisted.", "04-03"),
        ("Should you not hear from us within 14 days, you have been unsuccessful on this occasion.", "03-25"),
        ("Unless you hear from us within 14 days, please assume that you have not been successful.", "03-25"),
    ],
)
def test_the_day_after_which_an_application_has_failed_unheard_is_stated(text: str, day: str) -> None:
    assert promised(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "If you have not heard from us by 3 April, please send your CV again.",
        "If you have not heard from us, please consider your application unsuccessful.",
        "If you have not sent your CV by 3 April, your application is unsuccessful.",
        "If you were unsuccessful, you can apply again in June.",
    ],
)
def test_a_day_on_which_something_else_is_to_be_done_is_no_limit(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office until June 24. The role is still open.",
        "The manager is on holiday until June 24. I will be in touch.",
        "The project runs until June 24. I will be in touch after she returns.",
    ],
)
def test_the_day_of_a_return_is_that_of_news_only_where_news_wait_for_it(text: str) -> None:
    assert "06-24" not in promised(text)


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


def answer_by(text: str) -> list[str | None]:
    """Return by when each answer to an offer is wanted, as month and day."""
    asks = [one for one in reading(mail(text), scores(stage="offer")).asks if one.kind is ActionKind.ANSWER_OFFER]
    return [one.due and f"{one.due:%m-%d}" for one in asks]


@pytest.mark.parametrize(
    "text",
    [
        "We'd like to offer you the job, starting on Monday 16 March at £29,000.",
        "We'd love to offer you the job, start date 6th July, 29k. Interested?",
        "I'm delighted to offer you the position of Stock Controller with a start date of Monday 6 July.",
        "Following your interview on Thursday I am delighted to offer you the post of Stock Controller.",
        "Following your interview on Friday I am delighted to offer you the job.",
        "After your interview on Monday we would like to offer you the job.",
        "Following our meeting on Friday, I'm pleased to offer you the role.",
        "Further to your interview on Thursday, I am pleased to confirm our offer of the post.",
        "Thank you for attending the interview on Friday. We would like to offer you the position.",
        "You did really well on Friday and we'd like to offer you the job. Start date would be Monday 6 July.",
        "You did really well on Friday and we'd like to offer you the job.",
        "We would like you to join us as Stock Controller on Monday 6 July. Salary £29,000. Let me know your decision.",
        "Delighted to offer you the role. The contract is for 12 months until 30 June 2027.",
        "Delighted to offer you a fixed-term contract until 30 June 2027.",
        "We are pleased to offer you the post of Cook, commencing 1 June.",
        "It gives me pleasure to offer you the job with effect from 1 June.",
        "We'd like to offer you the job beginning 30 March, 40 hours a week.",
        "As discussed on Friday, we'd like to offer you the job.",
        "We'd like to offer you the role; you'd be joining the team on Monday 6 July.",
        "We'd like to offer you the role, and Joan will show you round on Friday.",
        "We'd like to offer you the job and can have you start by 1 June.",
        "I'm happy to offer you the job. Your first day would be Monday 16 March.",
        "Based on your interview last Friday we would like to offer you the post.",
        "When we met on Friday I was impressed, and we would like to offer you the job.",
    ],
)
def test_the_first_day_and_the_day_of_the_interview_are_no_day_for_the_answer(text: str) -> None:
    assert answer_by(text) == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We'd like to offer you the job. Please let me know by Friday.", "03-13"),
        ("We'd like to offer you the job. Could you give me your answer on Friday?", "03-13"),
        ("We'd like to offer you the job, starting on 6 July. Please let us know by Friday.", "03-13"),
        ("We'd like to offer you the job, starting on 6 July, and need your answer by Friday.", "03-13"),
        ("We'd like to offer you the job. The offer is open until 20 March.", "03-20"),
        ("We'd like to offer you the post; you have until Friday to decide.", "03-13"),
        ("We'd like to offer you the job. They will hold the post until Monday.", "03-16"),
        ("We'd like to offer you the job. Please sign and return the contract by Monday 16 March.", "03-16"),
        ("We'd like to offer you the job. Let me know Friday.", "03-13"),
        ("Following your interview on Monday I am delighted to offer you the post, please reply by Friday.", "03-13"),
        ("We'd like to offer you the job. Please confirm your start date and accept by Friday.", "03-13"),
        ("Please find attached a formal offer of employment. Kindly sign and return it by Friday.", "03-13"),
        ("We'd like to offer you the job. Can you decide this week?", "03-13"),
        (
            "Before you start on 6 July we need the signed contract by 20 March. We'd like to offer you the job.",
            "03-20",
        ),
    ],
)
def test_a_day_that_is_named_for_the_answer_counts_beside_any_other(text: str, day: str) -> None:
    assert answer_by(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Following your interview on Thursday, please could you send me two references.",
        "As discussed on Friday, please send me your certificates.",
        "It was good to meet you at the open day on Friday, please send me your CV.",
    ],
)
def test_the_day_of_a_meeting_that_was_is_no_deadline_for_papers(text: str) -> None:
    asks = reading(mail(text), scores(stage="interview")).asks
    assert [(one.kind, one.due) for one in asks] == [(ActionKind.SEND_DOCUMENTS, None)]


def test_papers_wanted_by_a_day_are_wanted_by_it_after_a_meeting_too() -> None:
    text = "Following your interview on Monday, please send me two references by Friday."
    (one,) = reading(mail(text), scores(stage="interview")).asks
    assert one.due is not None
    assert f"{one.due:%m-%d}" == "03-13"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("We'd love to offer you the job. Interested?", [ActionKind.ANSWER_OFFER]),
        ("We'd love to offer you the job. How does that sound?", [ActionKind.ANSWER_OFFER]),
        ("We'd like to offer you the job. What do you think?", [ActionKind.ANSWER_OFFER]),
        ("We'd like to offer you the job. What is your notice period?", [ActionKind.ANSWER_OFFER, ActionKind.REPLY]),
        ("I have a job in Leeds for you. Interested?", [ActionKind.REPLY]),
    ],
)
def test_beside_an_offer_interested_asks_for_its_answer(text: str, kinds: list[ActionKind]) -> None:
    asked = Speech(
        start=text.rindex(". ") + 2, end=len(text), asks=0.98, promises=0.0, kinds=((ActionKind.REPLY, 0.97),)
    )
    stage = "offer" if "offer you" in text else "outreach"
    found = reading(mail(text), replace(scores(stage=stage), speech=(asked,))).asks
    assert sorted(one.kind for one in found) == sorted(kinds)


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
