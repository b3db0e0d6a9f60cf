"""What the candidate and a friend say about a job is no part of its exchange; what a platform or colleague says is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inbox_watch.core.types import Address, SenderKind
from tests.core.build import DANA, INES, ask, course, gathered, judged, me, robot, them

PAT = "pat@friends.example"
APPLIED = me("2 09:00", to=INES, signal="applied", acts=["sends_documents"], company="Acme", role="Data Engineer")
FORWARD = me("3 10:00", to=PAT, subject="Fwd: Data Engineer at Acme", text="What do you think?")
ANSWER = them(
    "4 10:00", sender=PAT, subject="Re: Fwd: Data Engineer at Acme", text="Do they pay well? Can we talk tonight?",
    asks=[ask("send_availability"), ask("reply")], sender_kind=SenderKind.EMPLOYER,
)  # fmt: skip


def test_a_friend_is_no_contact_asks_nothing_and_moves_no_clock() -> None:
    told = judged("5 09:00", APPLIED, FORWARD, ANSWER)
    assert told == judged("5 09:00", APPLIED)
    assert [one.address for one in course(APPLIED, FORWARD, ANSWER).contacts] == [INES]


def test_what_the_candidate_tells_the_friend_answers_nobody() -> None:
    asked = them("2 15:00", sender=INES, asks=[ask("reply")])
    back = me("4 12:00", to=PAT, subject="Re: Fwd: Data Engineer at Acme", text="They do.", acts=["says_yes"])
    (owed,) = judged("5 09:00", APPLIED, asked, FORWARD, ANSWER, back).actions
    assert owed.kind == "reply"
    assert owed.to is not None
    assert owed.to.address == INES


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("owen@acme.example", "Can we talk tomorrow?"),
        ("hr@friends.example", "Can we talk tomorrow?"),
        (PAT, "Thank you for your application. Can we talk tomorrow?"),
        (PAT, "We'd like to invite you to an interview. Can we talk tomorrow?"),
    ],
)
def test_who_is_of_the_other_side_or_hires_is_no_friend_though_mail_was_forwarded_to_them(
    address: str, text: str
) -> None:
    asked = them("2 15:00", sender=INES)
    forward = me("3 10:00", to=address, subject="Fwd: Data Engineer at Acme")
    answer = them("4 10:00", sender=address, text=text, asks=[ask("send_availability")])
    assert address in [one.address for one in course(APPLIED, asked, forward, answer).contacts]


def test_whom_the_other_side_names_is_no_friend() -> None:
    asked = them("2 15:00", sender=INES, text=f"Please send your papers to {PAT}.")
    answer = them("4 10:00", sender=PAT, asks=[ask("send_documents")])
    assert PAT in [one.address for one in course(APPLIED, asked, FORWARD, answer).contacts]


def test_what_is_forwarded_to_many_at_once_makes_friends_of_none() -> None:
    many = tuple(Address(name="", address=one) for one in (PAT, *(f"p{number}@people.example" for number in range(11))))
    forward = replace(FORWARD, message=replace(FORWARD.message, to=many))
    assert PAT not in [one.address for one in course(APPLIED, FORWARD, ANSWER).contacts]
    assert PAT in [one.address for one in course(APPLIED, forward, ANSWER).contacts]


def test_a_friends_mail_to_the_other_side_stays() -> None:
    asked = them("2 15:00", sender=INES, asks=[ask("send_documents")])
    reference = them("4 10:00", sender=PAT, to=INES, acts=["sends_documents"], text="I write on behalf of Sam.")
    assert len(course(APPLIED, asked, FORWARD, reference).entries) == 3


STEP = "Your answers for the Acme Robotics Data Engineer test have been submitted."


def test_a_platforms_step_joins_the_exchange_whose_firm_and_role_it_names() -> None:
    asked = them(
        "2 09:00", sender=INES, asks=[ask("complete_assessment")], company="Acme Robotics", role="Data Engineer"
    )
    done = robot(
        "3 09:00", sender="no-reply@testhub.example", thread="t-2", text=STEP, acts=["has_assessment"],
        company="Acme Robotics", role="Acme Robotics Data Engineer",
    )  # fmt: skip
    assert len(course(asked, done).threads) == 2
    assert [one.kind for one in judged("3 12:00", asked, done).actions] == ["request_update"]


def test_a_platforms_step_for_another_firm_stays_apart() -> None:
    asked = them(
        "2 09:00", sender=INES, asks=[ask("complete_assessment")], company="Harbour Bank", role="Data Engineer"
    )
    done = robot(
        "3 09:00", sender="no-reply@testhub.example", thread="t-2", text=STEP, acts=["has_assessment"],
        company="Acme Robotics", role="Data Engineer",
    )  # fmt: skip
    assert len(gathered(asked, done)) == 2


def test_a_colleague_of_an_agencys_recruiter_joins_by_naming_them() -> None:
    first = them("2 09:00", sender=DANA, role="Data Engineer", company="Acme")
    named = them(
        "5 09:00", sender="lee@talent.example", thread="t-2", subject="Hello", sender_kind=SenderKind.AGENCY,
        text="I'm taking over from Dana, who is on leave. Could you send me your CV?", asks=[ask("send_documents")],
    )  # fmt: skip
    unnamed = them(
        "5 09:00", sender="lee@talent.example", thread="t-2", subject="Hello", sender_kind=SenderKind.AGENCY,
        text="Could you send me your CV?", asks=[ask("send_documents")],
    )  # fmt: skip
    assert len(gathered(first, named)) == 1
    assert len(gathered(first, unnamed)) == 2


def test_a_contacts_first_name_is_no_company() -> None:
    asked = them("2 09:00", sender=INES, role="Data Engineer", company="Acme")
    other = them("3 09:00", sender="lee@acme.example", thread="t-2", company="Ines", role="Data Engineer")
    assert course(asked, other).company == "Acme"


# --- another role in the place of one that is gone --------------------------------------------------------------------


TURN = them(
    "4 09:00", sender=INES, acts=["turns_to_role"], asks=[ask("reply")], company="Acme", role="Data Analyst",
    text="The Data Engineer role has been filled. We also have a Data Analyst role, would that interest you?",
)  # fmt: skip


def test_an_exchange_goes_on_with_the_role_that_takes_the_place_of_one_that_is_gone() -> None:
    told = course(APPLIED, TURN)
    assert (told.role, told.stage) == ("Data Analyst", "applied")
    assert [one.kind for one in judged("4 12:00", APPLIED, TURN).actions] == ["reply"]
    yes = me("4 15:00", to=INES, text="Yes, gladly.")
    assert [one.kind for one in judged("4 16:00", APPLIED, TURN, yes).actions] == ["request_update"]


def test_the_other_role_begins_with_the_application_however_far_the_first_had_come() -> None:
    interviewed = them("3 09:00", sender=INES, signal="interview", company="Acme", role="Data Engineer")
    assert course(APPLIED, interviewed, TURN).stage == "applied"
    refused = them("3 15:00", sender=INES, signal="rejected", company="Acme", role="Data Engineer")
    assert course(APPLIED, refused, TURN).stage == "applied"


def test_a_later_thread_about_the_other_role_is_the_same_exchange() -> None:
    later = them("9 09:00", sender=INES, thread="t-2", subject="Data Analyst", company="Acme", role="Data Analyst")
    other = them("9 09:00", sender=INES, thread="t-2", subject="Nurse", company="Acme", role="Nurse")
    assert len(gathered(APPLIED, TURN, later)) == 1
    assert len(gathered(APPLIED, TURN, other)) == 2
