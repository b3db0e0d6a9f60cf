"""What a mail does beside asking and promising: thanks, delivers, calls off, moves, offers times."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from inbox_watch.core.types import Act, ActionKind, Address, AppointmentStatus, Attachment, Reading
from tests.core.reading.mails import DANA, LONDON, SAM, mail, reading, scores

PETRA = Address(name="Petra Voss", address="petra@altwerk.example")
LETTER = (Attachment(name="Reference.pdf", media_type="application/pdf"),)


def own(text: str) -> Reading:
    return reading(mail(text, sender=SAM, to=(DANA,)))


def theirs(text: str, stage: str = "interview") -> Reading:
    return reading(mail(text), scores(stage=stage))


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for your message. Yes, I'm interested in hearing more.",
        "Thank you! I'd love to hear more.",
        "Thanks, I'm happy to talk.",
        "Thanks. My number is 0161 496 0999.",
    ],
)
def test_an_answer_beside_the_thanks_is_more_than_thanks(text: str) -> None:
    assert Act.ONLY_THANKS not in own(text).acts


@pytest.mark.parametrize("text", ["Thank you, Dana!", "Many thanks for letting me know.", "Thanks, no rush."])
def test_thanks_alone_are_only_thanks(text: str) -> None:
    assert Act.ONLY_THANKS in own(text).acts


@pytest.mark.parametrize(
    "text",
    ["My proof of right to work is attached.", "The mark sheets are enclosed.", "I'm attaching my work permit."],
)
def test_any_document_that_is_said_to_be_attached_is_sent(text: str) -> None:
    acts = own(text).acts
    assert Act.SENDS_DOCUMENTS in acts
    assert Act.CONFIRMS not in acts


def test_a_document_that_will_be_attached_is_not_sent_yet() -> None:
    assert Act.SENDS_DOCUMENTS not in own("I will have the certificates attached tomorrow.").acts


@pytest.mark.parametrize("text", ["That works for me.", "Tuesday at 2pm works.", "Both work."])
def test_a_time_that_works_is_confirmed(text: str) -> None:
    assert Act.CONFIRMS in own(text).acts


def test_where_somebody_works_confirms_nothing() -> None:
    assert Act.CONFIRMS not in own("My sister works at the same bank as you did.").acts


@pytest.mark.parametrize(
    "text",
    [
        "Hi Dana,\n\nI could do:\n\n- Thursday 12 March, 10:00-12:00\n- Friday 13 March, 14:00-16:00\n\nBest,\nSam",
        "The following days suit me:\n* Thursday\n* Friday",
    ],
)
def test_a_list_of_times_below_a_line_that_leads_to_it_is_times_sent(text: str) -> None:
    assert Act.SENDS_TIMES in own(text).acts


def test_a_list_of_something_else_is_no_times() -> None:
    assert Act.SENDS_TIMES not in own("I have worked with:\n- Kafka since 2019\n- Spark").acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("I am ill and have to cancel our interview tomorrow.", Act.CANCELS),
        ("Could we move our interview to Friday, 13 March at 10:00?", Act.RESCHEDULES),
        ("Unfortunately I can't make it on Thursday.", Act.RESCHEDULES),
        ("Could we find a new date?", Act.RESCHEDULES),
    ],
)
def test_the_candidate_may_call_off_and_move_too(text: str, act: Act) -> None:
    assert act in own(text).acts


@pytest.mark.parametrize(
    "text",
    ["I can't do without my morning coffee.", "I need another day to finish the test.", "We moved house in May."],
)
def test_other_words_of_moving_and_not_doing_move_no_appointment(text: str) -> None:
    assert not own(text).acts & {Act.CANCELS, Act.RESCHEDULES}


def test_having_to_cancel_is_no_condition() -> None:
    assert Act.CANCELS in theirs("I'm sorry, but I have to cancel our interview on Tuesday, 17 March.").acts
    assert Act.CANCELS not in theirs("If you need to cancel the interview, use this link.").acts
    assert Act.CANCELS not in theirs("To cancel your interview, click here.").acts


def test_a_test_with_words_around_its_name_is_a_test_that_they_have() -> None:
    assert Act.HAS_ASSESSMENT in theirs("You have completed the online coding test.", "assessment").acts


def test_a_time_whose_next_sentence_asks_whether_it_suits_is_only_proposed() -> None:
    got = theirs(
        "We invite you to an interview on Thursday, 12 March from 14:00 to 15:00. Does this time work for you?"
    )
    assert [(one.start, one.status) for one in got.appointments] == [
        (datetime(2026, 3, 12, 14, tzinfo=LONDON), AppointmentStatus.PROPOSED)
    ]


def test_who_writes_to_the_recruiter_on_the_candidates_behalf_gives_in_their_stead() -> None:
    text = "Hi Dana,\n\nI'm writing on behalf of Sam, who asked me to answer you. Please find attached my letter."
    got = reading(replace(mail(text, sender=PETRA, to=(DANA,), cc=(SAM,)), attachments=LETTER))
    assert Act.SENDS_DOCUMENTS in got.acts


def test_who_writes_to_the_candidate_gives_nothing_in_their_stead() -> None:
    text = "Hi Sam,\n\non behalf of Norvane I attach the contract."
    got = reading(replace(mail(text, sender=PETRA, to=(SAM,)), attachments=LETTER))
    assert Act.SENDS_DOCUMENTS not in got.acts


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Thank you for the offer. I need a little more time and will give you my answer on Monday.", "answer_offer"),
        ("I need to think about my salary expectations and will send you my answer tomorrow.", "reply"),
    ],
)
def test_a_promised_answer_is_of_what_the_mail_speaks_of(text: str, about: str) -> None:
    assert [one.about for one in own(text).promises] == [ActionKind(about)]


def test_a_pause_until_a_day_promises_news_after_it() -> None:
    got = theirs("Unfortunately the position has been put on hold until 30 April 2026.", "on_hold")
    assert [(one.latest, one.is_decision) for one in got.promises] == [(datetime(2026, 4, 30, 18, tzinfo=LONDON), True)]
    assert theirs("The position is on hold.", "on_hold").promises == ()


def test_people_who_managed_the_candidate_are_references_even_in_a_mail_of_an_offer() -> None:
    text = "Could you please send me the names and contact details of two people who have managed you?"
    assert [one.kind for one in theirs(text, "offer").asks] == [ActionKind.SEND_DOCUMENTS]


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, but Acme has to cancel tomorrow's interview. I will send you a new time shortly.",
        "We have to postpone the interview. I'll send a new date.",
        "The interview has been postponed.",
    ],
)
def test_an_interview_put_off_without_a_new_time_is_called_off(text: str) -> None:
    assert Act.CANCELS in theirs(text).acts


@pytest.mark.parametrize("text", ["If we have to postpone the interview, I'll call you.", "Click to reschedule."])
def test_what_to_do_in_a_case_calls_nothing_off(text: str) -> None:
    assert not theirs(text).acts & {Act.CANCELS, Act.RESCHEDULES}


def test_references_named_with_their_addresses_are_documents_sent() -> None:
    assert Act.SENDS_DOCUMENTS in own("My references are Jo Lang (jo@x.example) and Kim Orr (kim@y.example).").acts
    assert Act.SENDS_DOCUMENTS not in own("I'll send my references tomorrow: +44 20 7946 0000 is my number.").acts


@pytest.mark.parametrize(
    "text",
    [
        "You have successfully submitted your coding test for the Data Engineer position.",
        "Thank you for completing the Acme GmbH coding test for the Data Engineer position.",
        "Your assessment: submitted. Acme GmbH has received your results.",
    ],
)
def test_a_platform_that_says_the_test_is_done_has_it(text: str) -> None:
    assert Act.HAS_ASSESSMENT in theirs(text, "assessment").acts


@pytest.mark.parametrize(
    "text",
    [
        "Once you have completed the test, you will hear from us.",
        "If you have already submitted the test, ignore this mail.",
        "You have not completed the test.",
        "Have you submitted the test?",
    ],
)
def test_a_test_that_is_still_to_be_done_is_not_had(text: str) -> None:
    assert Act.HAS_ASSESSMENT not in theirs(text, "assessment").acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("My references are on their way.", Act.SENDS_DOCUMENTS),
        ("I took the test yesterday.", Act.SENDS_ASSESSMENT),
        ("I'm not interested in the role.", Act.WITHDRAWS),
        ("I'm not interested in working for an agency.", Act.WITHDRAWS),
    ],
)
def test_plain_words_deliver_or_withdraw(text: str, act: Act) -> None:
    assert act in own(text).acts


@pytest.mark.parametrize(
    "text",
    [
        "My references are on their way back from holiday.",
        "I took the test drive you recommended, great car.",
        "I've taken a test like this before.",
        "I'm not interested in management, I like to code.",
        "I'm not interested in working nights, but days are fine.",
    ],
)
def test_near_words_neither_deliver_nor_withdraw(text: str) -> None:
    assert not own(text).acts & {Act.SENDS_DOCUMENTS, Act.SENDS_ASSESSMENT, Act.DELIVERS, Act.WITHDRAWS}
