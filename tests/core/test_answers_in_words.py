"""From the words of both sides to what is owed: delays that move a date, and deliveries that close an ask."""

from __future__ import annotations

from datetime import datetime

import pytest

from inbox_watch.core.timing import Rhythms, judge
from inbox_watch.core.types import Entry
from tests.core.build import TIMING, course
from tests.core.reading.mails import CALENDAR, DANA, LONDON, SAM, mail, reading, scores

REFERENCES = "Could you send me two references?"
TEST = "Please complete the online test: https://test.example/1"
TIMES = "Could you let me know when you are available for a call?"
PAY = "What are your salary expectations?"
OFFER = "We are pleased to offer you the position of Warehouse Planner."


def at(words: str) -> datetime:
    """Return a moment of March 2026 in London ("13 18:00")."""
    return datetime.strptime(f"2026-03-{words}", "%Y-%m-%d %H:%M").replace(tzinfo=LONDON)


def owed(asked: str, answer: str) -> list[tuple[str, datetime]]:
    """Return what is owed on 11 March at 13:00, after an ask at 10:15 and the candidate's answer at 12:00."""
    stage = {OFFER: "offer", TEST: "assessment"}.get(asked, "applied")
    first = mail(asked, key="k1")
    second = mail(answer, key="k2", sender=SAM, to=(DANA,), instant=at("11 12:00"))
    entries = [
        Entry(message=first, reading=reading(first, scores(stage=stage)), thread_id="t-1"),
        Entry(message=second, reading=reading(second), thread_id="t-1"),
    ]
    judged = judge(course(*entries), now=at("11 13:00"), calendar=CALENDAR, timing=TIMING, rhythms=Rhythms())
    return sorted((one.kind.value, one.due) for one in judged.actions if one.kind != "request_update")


@pytest.mark.parametrize(
    ("answer", "due"),
    [
        (
            "I need a bit more time for the references, I can let you have them at the beginning of next week.",
            "18 18:00",
        ),
        ("You'll have my references by Friday noon.", "13 12:00"),
        ("I can't get hold of one of my referees until Monday. May I send the references on Tuesday?", "17 18:00"),
        ("Would it be all right if I sent the references on Monday?", "16 18:00"),
        ("Could I send them by Thursday?", "12 18:00"),
        ("It will take me until Tuesday to get the references together.", "17 18:00"),
        ("The references will follow on Monday.", "16 18:00"),
        ("I won't be able to send it before Friday.", "13 18:00"),
        ("I'm afraid I can't send the references before Monday.", "16 18:00"),
        ("Sorry for the delay, the references are coming tomorrow.", "12 18:00"),
        ("I am travelling this week and can only send the references on Monday.", "16 18:00"),
        ("The references take a little longer, you can count on them by Monday.", "16 18:00"),
        ("I'm going to ask my former boss tonight and send you the references tomorrow.", "12 18:00"),
    ],
)
def test_a_delay_in_any_words_moves_the_date_and_makes_no_second_action(answer: str, due: str) -> None:
    assert owed(REFERENCES, answer) == [("send_documents", at(due))]


@pytest.mark.parametrize(
    ("asked", "answer", "kind", "due"),
    [
        (
            TEST,
            "I need a little more time for the test, I can have it done by Monday.",
            "complete_assessment",
            "16 18:00",
        ),
        (TEST, "May I complete the test on Sunday?", "complete_assessment", "15 18:00"),
        (TEST, "I won't be able to do the test before Saturday.", "complete_assessment", "14 18:00"),
        (TIMES, "I can tell you my availability by tomorrow noon.", "send_availability", "12 12:00"),
        (TIMES, "Could I let you know on Friday?", "send_availability", "13 18:00"),
        (PAY, "Can I get back to you on Monday about that?", "reply", "16 18:00"),
        (
            OFFER,
            "I need a few days to think about it and will come back to you by Wednesday.",
            "answer_offer",
            "18 18:00",
        ),
        (OFFER, "Could I give you my decision on Monday?", "answer_offer", "16 18:00"),
    ],
)
def test_a_delay_moves_what_it_answers_whatever_was_asked(asked: str, answer: str, kind: str, due: str) -> None:
    assert owed(asked, answer) == [(kind, at(due))]


def test_a_counter_question_beside_the_wish_for_time_leaves_the_move_with_them() -> None:
    assert "answer_offer" not in dict(
        owed(OFFER, "How many days of holiday are there? May I have until Tuesday to decide?")
    )


@pytest.mark.parametrize(
    "answer",
    [
        "Here they are: Ann Cole, Head of Finance, ann.cole@dray.example, and Bo Lind, bo.lind@dray.example.",
        "You can reach Ann Cole on +44 20 7946 0001 and Bo Lind on +44 20 7946 0002.",
        "Done, I sent the references through the portal this morning.",
        "Uploaded just now.",
        "I have just uploaded them.",
        "Both references are in the portal now.",
        "They are on their way to you.",
        "It's in your inbox.",
        "Here you go.",
        "See attached.",
        "I mailed you the references separately.",
        "My references went out this morning.",
        "I've submitted everything via the portal.",
        "Ann has sent you her reference directly.",
        "You will find the references here: https://drive.example/x",
        "I have signed and returned it.",
        "Done!",
    ],
)
def test_what_is_said_to_be_there_is_no_longer_owed(answer: str) -> None:
    assert owed(REFERENCES, answer) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Thank you, will do.",
        "Which format would you like them in?",
        "I have not uploaded them yet.",
        "I tried to upload them, but the portal doesn't work.",
        "The upload failed, could you check the link?",
        "Should I upload them or send them by mail?",
        "I've asked my referees to write to you.",
        "My address is sam.okafor@example.com.",
        "You can reach me on +44 20 7946 0009.",
        "I'm done with my course now.",
        "I have uploaded my photo to my profile, the references are still to come.",
        "They are in Leeds at the moment.",
        "I've sent you a request on LinkedIn.",
        "I took it to heart and will think about whom to ask.",
        "Thanks for your message.\n\nSam Okafor +44 20 7946 0009",
    ],
)
def test_what_is_not_there_yet_stays_owed(answer: str) -> None:
    assert owed(REFERENCES, answer) == [("send_documents", at("13 18:00"))]


@pytest.mark.parametrize(
    "answer",
    [
        "I've done the test.",
        "I took the test yesterday.",
        "I'm through with the test.",
        "I did it yesterday evening.",
        "Just submitted my answers.",
        "My answers are in.",
        "Done!",
    ],
)
def test_a_test_that_is_done_is_no_longer_owed(answer: str) -> None:
    assert owed(TEST, answer) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Thank you for the test.",
        "I haven't done the test yet.",
        "I couldn't finish the test because the page crashed.",
        "Is the test done online?",
        "I did a similar test last year.",
        "I have started the test.",
    ],
)
def test_a_test_that_is_not_done_stays_owed(answer: str) -> None:
    assert [kind for kind, _ in owed(TEST, answer)] == ["complete_assessment"]


@pytest.mark.parametrize(
    "answer",
    [
        "I'm flexible, just call me any time.",
        "I just picked a time in your calendar.",
        "Thursday would be good.",
        "I'm not free on Monday, but Tuesday suits me.",
    ],
)
def test_times_in_any_words_are_times_sent(answer: str) -> None:
    assert owed(TIMES, answer) == []


@pytest.mark.parametrize("answer", ["I'm not available this week.", "What is the call about?"])
def test_no_time_is_sent_where_none_is_named_that_suits(answer: str) -> None:
    assert [kind for kind, _ in owed(TIMES, answer)] == ["send_availability"]
