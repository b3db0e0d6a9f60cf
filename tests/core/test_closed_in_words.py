"""What is asked for, and closed by what stands in the answer itself, was handed over, or was given by another."""

from __future__ import annotations

import pytest

from inbox_watch.core.timing import Rhythms, judge
from inbox_watch.core.types import Address, Entry
from tests.core.build import TIMING, course
from tests.core.reading.mails import CALENDAR, DANA, SAM, mail, reading, scores
from tests.core.test_answers_in_words import at, owed

TITLE = "Could you send me your seminar title by Thursday?"
PAPERS = "Could you send me your CV and a writing sample?"
PASSWORD = "Could you send me the password, or a PDF with two projects?"
SETS = "Please submit six sets of your documents to the office by Friday."
REFERENCES = "Please send us two references by Friday."
TASK = "Please complete the test task: https://test.example/1"
TIMES = "Which times suit you next week?"
PROPOSED = "Can you come to an interview on Thursday 19 March at 9.30 am? Kindly confirm."


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (TITLE, "Here is the title: Organoid models of gut barrier repair."),
        (TITLE, "The title is Organoid models of gut barrier repair."),
        (TITLE, "My seminar title: Organoid models of gut barrier repair."),
        (PASSWORD, "It's at https://sam.example/work, password is plum."),
        (PAPERS, "My CV is at https://sam.example/cv.pdf"),
        (PAPERS, "The sample is below.\n\nOnce there was a lighthouse keeper who wrote release notes."),
        (PAPERS, "See https://sam.example for both."),
        (SETS, "I have submitted the six sets at your office today. Kindly acknowledge."),
        (SETS, "I left the copies with your receptionist this morning."),
        (SETS, "Passport handed in at the desk today."),
        (SETS, "The documents are with your front desk."),
        (REFERENCES, "Both referees have written to you directly yesterday."),
        (TASK, "Hi Dana, here's the Figma: https://figma.example/abc. Let me know what you think!"),
        (TASK, "here's the file: https://drive.example/x"),
        (TIMES, "any time between 1 and 4."),
        (TIMES, "After lunch is best on any day."),
        (TIMES, "tues or wed after 1 or anytime thurs x sorry no kiss lol"),
        (TIMES, "mon am tue pm fri all day"),
        (TIMES, "thursdays best but can do wed if u finish b4 12"),
        (PROPOSED, "I will be present on Thursday at 9.30. Kindly inform which class I should prepare for."),
        (PROPOSED, "I will attend. Please tell me what to prepare."),
    ],
)
def test_what_the_answer_gives_is_closed(asked: str, answer: str) -> None:
    assert owed(asked, answer) == []


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (TITLE, "What kind of title do you want?"),
        (TITLE, "The title is not fixed yet."),
        (PAPERS, "My salary expectation is 40,000."),
        (PAPERS, "Do you know https://sam.example already?"),
        (PAPERS, "Here is a question: how long may it be?"),
        (SETS, "Can I hand them in at the desk?"),
        (SETS, "I couldn't hand them in today, the office was closed."),
        (SETS, "My interview is with your front office, is that right?"),
        (REFERENCES, "My referees have not written to you yet, I fear."),
        (TASK, "here's my zoom link: https://zoom.example/1"),
        (TASK, "here's a question: should I use https://figma.example?"),
        (TIMES, "Which one is shorter?"),
        (TIMES, "Before we fix a day, what is the salary?"),
        (TIMES, "I'm sorry, I can't do Thursday."),
        (TIMES, "Monday was a holiday here, so I only saw this now."),
    ],
)
def test_what_gives_nothing_closes_nothing(asked: str, answer: str) -> None:
    assert len(owed(asked, answer)) == 1


def test_what_will_be_handed_in_moves_the_date_and_makes_no_second_action() -> None:
    assert owed(SETS, "The sets I will submit on Thursday by hand.") == [("send_documents", at("12 18:00"))]


def kinds_after(asked: str, answer: str, sender: Address, to: Address, stage: str = "applied") -> list[str]:
    """Return what is owed after an ask of theirs and a mail of somebody's, with the candidate in copy."""
    first = mail(asked, key="k1")
    second = mail(answer, key="k2", sender=sender, to=(to,), cc=(SAM,) if to is DANA else (), instant=at("11 12:00"))
    entries = [
        Entry(message=first, reading=reading(first, scores(stage=stage)), thread_id="t-1"),
        Entry(message=second, reading=reading(second, scores(stage="none")), thread_id="t-1"),
    ]
    judged = judge(course(*entries), now=at("11 13:00"), calendar=CALENDAR, timing=TIMING, rhythms=Rhythms())
    return sorted(one.kind.value for one in judged.actions if one.kind != "request_update")


LENA = Address(name="Lena Brandt", address="lena@brandt.example")


@pytest.mark.parametrize(
    "answer",
    [
        "I am writing for my husband Sam. His two references are Dr Beat Wenger, 061 555 01 11, and Ms Sandra Roth, "
        "061 555 01 12.",
        "Sam asked me to send you his references: Dr Beat Wenger, 061 555 01 11.",
        "I answer for Sam, who is ill: his references are attached.",
        "I am Sam's former manager and glad to recommend him; my letter is attached.",
    ],
)
def test_a_third_party_may_give_what_was_asked_of_the_candidate(answer: str) -> None:
    assert kinds_after(REFERENCES, answer, LENA, DANA) == []


@pytest.mark.parametrize(
    "answer",
    [
        "I am writing for Sam, who is ill. He will send the references on Monday.",
        "I work with you at Brightwater. Sam's references are not here yet.",
        "Could you send the form over to me?",
    ],
)
def test_a_third_party_who_gives_nothing_closes_nothing(answer: str) -> None:
    assert "send_documents" in kinds_after(REFERENCES, answer, LENA, DANA)


@pytest.mark.parametrize(
    "answer",
    [
        "love v2, the second screen is lovely",
        "I had a look at your designs, really strong.",
        "We went through your slides yesterday.",
    ],
)
def test_their_answer_to_the_work_closes_it(answer: str) -> None:
    assert kinds_after(TASK, answer, DANA, SAM, stage="assessment") == []


@pytest.mark.parametrize(
    "answer", ["I love that you're doing this.", "Great, no rush.", "We love your portfolio.", "Looking forward to it."]
)
def test_kind_words_before_the_work_leave_it_open(answer: str) -> None:
    assert kinds_after(TASK, answer, DANA, SAM, stage="assessment") == ["complete_assessment"]


def test_what_the_promise_names_is_put_off_though_another_ask_came_after_it() -> None:
    asked = f"{SETS} Please confirm that you will attend the interview on Thursday 19 March at 9.30 am."
    found = owed(asked, "I confirm. The sets I will submit on Thursday by hand.")
    assert found == [("send_documents", at("12 18:00"))]
