"""The answer to an invitation: it takes or refuses a time, and never a job."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inbox_watch.core.types import ActionKind, Attendee, CalendarEvent, Message, Stage
from tests.core.reading.mails import DANA, SAM, WRITTEN, mail, reading, scores


def answer(status: str, text: str = "", sender_is_candidate: bool = False) -> Message:
    sender = SAM if sender_is_candidate else DANA
    start = WRITTEN + timedelta(days=3)
    event = CalendarEvent(
        method="REPLY", uid="u1", start=start, end=start + timedelta(minutes=30),
        organizer=DANA if sender_is_candidate else SAM, attendees=(Attendee(address=sender.address, status=status),),
    )  # fmt: skip
    to = (DANA,) if sender_is_candidate else (SAM,)
    return mail(text, sender=sender, to=to, subject=f"{status.title()}: call", events=(event,))


@pytest.mark.parametrize("status", ["ACCEPTED", "DECLINED", "TENTATIVE"])
@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.REJECTED, Stage.WITHDRAWN, Stage.OFFER])
def test_the_answer_to_an_invitation_moves_no_stage(status: str, stage: Stage) -> None:
    assert reading(answer(status), scores(stage=stage)).signal is None
    assert reading(answer(status, sender_is_candidate=True), scores(stage=stage)).signal is None


def test_a_refusal_that_is_written_with_the_answer_counts() -> None:
    found = reading(answer("DECLINED", "Sorry, the position has been filled."), scores(stage=Stage.REJECTED))
    assert found.signal is Stage.REJECTED
    assert found.asks == ()


def test_who_declines_the_candidates_invitation_asks_for_another_time() -> None:
    assert [one.kind for one in reading(answer("DECLINED")).asks] == [ActionKind.SEND_AVAILABILITY]
    assert reading(answer("ACCEPTED")).asks == ()
    assert reading(answer("DECLINED", sender_is_candidate=True)).asks == ()


def test_who_declines_and_proposes_a_time_asks_for_an_answer_to_it_alone() -> None:
    found = reading(answer("DECLINED", "I can't make it. Would Tuesday 17 March at 10:00 suit you?"))
    assert [one.kind for one in found.asks] == [ActionKind.CONFIRM]
