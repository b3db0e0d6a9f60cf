"""Refused, or not: the other side's plain words against what the model hears in an apology."""

from __future__ import annotations

import pytest

from inbox_watch.core.opportunity.stage import stage_of
from inbox_watch.core.reading import refusing
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Scores, Stage
from tests.core.build import me, them
from tests.core.reading.mails import mail, reading, scores

CALLED_OFF = (
    "I'm sorry, but we have to cancel Monday's interview. I'll send you a new date.",
    "Sorry, something has come up and Ines can't make Monday. Which other day would suit you?",
    "We have to call off the interview on Monday. I'm sorry about that. I'll be in touch to rearrange.",
    "I'm afraid Ines has been called away, so Monday is off. More soon.",
    "Apologies, we have had to postpone all interviews this week.",
    "I regret to tell you that the interview on Monday can't take place. We'll find another date.",
    "We can't hold the interview on Monday after all. Please bear with us.",
    "We can't offer you Monday, but Tuesday would be fine. Would that suit you?",
    "Sorry for the late notice, but can we push tomorrow back to 3pm?",
    "I'm sorry, Monday has fallen through. Would Wednesday work?",
    "Ines can't make Monday, which other day suits?",
)
OTHER_PEOPLE = (
    "I'm sorry to say I'm leaving Norvane at the end of the month. My colleague Joan Hill will look after you.",
    "Unfortunately Ines won't be there on Monday, so you will meet her deputy.",
    "Sadly Ann is off sick; Ines will take the interview instead.",
    "I'm sorry, I won't be your contact any more; my colleague Joan will take over.",
    "Ines has had to pull out of Monday. Ann will step in.",
    "We've lost Ines to another team, so Ann will lead the interview.",
)
MISSED = (
    "We were waiting for you today. Did something come up?",
    "Sorry to have missed you today. Shall we try again tomorrow?",
    "Unfortunately we couldn't reach you by phone this morning. When can we call you?",
    "You didn't dial in this afternoon. Is everything all right?",
)
HOLDING = (
    "We don't need a contract or references from you at this point.",
    "I'm afraid it is taking longer than we thought. We have had more applications than we expected.",
    "We have not decided yet.",
    "We're still interviewing others until Friday.",
    "We have decided to hire two people instead of one, which takes a little longer.",
    "We've decided to interview a few more people before making a decision.",
    "We have a few more candidates to see before we can decide.",
    "The decision has been delayed, sorry. In the meantime, feel free to ask me anything.",
    "Unfortunately the panel could not agree yet; they will meet again on Thursday.",
    "Not all of the panel have sent their notes, so it will be next week I'm afraid.",
    "It turned out harder than we thought; you'll have an answer by Friday.",
    "The other finalist is being interviewed on Thursday, so please be patient until then.",
)
ASKING = (
    "On the phone we offered you the post; have you come to a decision?",
    "We made you an offer on the telephone last week. Have you had time to think about it?",
    "Unfortunately the role won't start before October. Would that be a problem?",
    "Unfortunately we can't pay more than 45,000. Would that still work for you?",
    "Unfortunately your CV can't be opened. Could you send it again as a PDF?",
)
REFUSED = (
    "We won't be taking your application any further.",
    "We've gone with another candidate.",
    "We have decided to offer the role to someone else.",
    "You haven't been selected for the role.",
    "The role has been filled.",
    "We have decided not to move forward.",
    "We won't be inviting you to an interview.",
    "You were not shortlisted.",
    "You're not quite what they are looking for.",
    "Your application was not successful this time.",
    "The job has gone to someone else.",
    "We wish you every success in your search.",
    "They've decided on the other candidate.",
)
REFUSED_WITH_MORE = (
    "I'm sorry, but we have to cancel Monday's interview: the position has been filled.",
    "We've cancelled your interview as we have decided not to proceed with your application.",
    "Thank you for coming in on Monday. On this occasion we will not be offering you the job.",
    "Following your interview on Monday, we won't be progressing your application.",
    "They chose somebody with more experience. Would you like some feedback?",
    "Sorry to say it's a no from the client. I'll ring you tomorrow with their feedback.",
    "They've decided on the other candidate. I'll be in touch if something similar comes up.",
    "We had more applications than we expected and can't offer you an interview.",
    "It took longer than we thought, and in the end we went with an internal candidate.",
    "Thank you for your patience. We have now decided to appoint somebody else.",
    "We don't think this is the right match. May we keep your CV on file?",
)
SO_PLAIN = (
    "We have decided not to take your application any further.",
    "Norvane has decided to move forward with other candidates for the vacancy.",
    "We will not be moving forward with your application.",
    "Your application has been rejected.",
    "The position has been filled by another candidate.",
)
NOT_SO_PLAIN = (
    "If we decide not to take your application any further, we'll say so.",
    "Last spring we went ahead with another candidate.",
    "Your application has not been rejected.",
    "You've decided not to continue with us.",
    "We may have to move forward with other candidates.",
)


@pytest.mark.parametrize("text", [*CALLED_OFF, *OTHER_PEOPLE, *MISSED, *HOLDING, *ASKING])
@pytest.mark.parametrize("heard", ["rejected", "withdrawn"])
def test_an_apology_with_which_things_go_on_refuses_nobody(text: str, heard: str) -> None:
    assert reading(mail(text), scores(stage=heard, sure=0.97)).signal not in {Stage.REJECTED, Stage.WITHDRAWN}


@pytest.mark.parametrize("text", [*REFUSED, *REFUSED_WITH_MORE])
@pytest.mark.parametrize("sure", [0.5, 0.97])
def test_plain_words_of_refusal_are_the_end_whatever_stands_beside_them(text: str, sure: float) -> None:
    assert refusing.refuses(split_sentences(text)) is not None
    assert reading(mail(text), scores(stage="rejected", sure=sure)).signal is Stage.REJECTED


@pytest.mark.parametrize("text", ["It was close, and not in your direction. Chin up.", "The lad from the yard starts."])
def test_without_plain_words_the_model_decides_where_it_is_sure(text: str) -> None:
    assert refusing.refuses(split_sentences(text)) is None
    assert reading(mail(text), scores(stage="rejected", sure=0.9)).signal is Stage.REJECTED
    faint = scores(stage="rejected", sure=0.45)
    assert reading(mail(text), faint).signal is not Stage.REJECTED


@pytest.mark.parametrize("text", SO_PLAIN)
def test_a_refusal_can_be_so_plain_that_no_model_need_hear_it(text: str) -> None:
    found = reading(mail(text), scores(stage="none"))
    assert (found.signal, found.signal_quote) == (Stage.REJECTED, text)


@pytest.mark.parametrize("text", [*NOT_SO_PLAIN, *CALLED_OFF, *OTHER_PEOPLE, *MISSED, *HOLDING, *ASKING])
def test_nobody_is_refused_where_neither_model_nor_plain_words_say_so(text: str) -> None:
    assert reading(mail(text), scores(stage="none")).signal is not Stage.REJECTED


def test_an_apology_brings_neither_a_pause_nor_an_offer_that_it_doesnt_name() -> None:
    text = "I'm sorry, but we have to cancel Monday's interview. I'll send you a new date."
    for second in ("on_hold", "offer"):
        heard = Scores(recruiting=0.98, stages=(("rejected", 0.6), (second, 0.4)))
        assert reading(mail(text), heard).signal is None


@pytest.mark.parametrize(
    ("text", "pauses"),
    [
        (
            "I'm afraid we need to postpone Monday's interview as Ines is ill. I'll get back to you with another date.",
            False,
        ),
        ("We have to move your interview. Which other day would suit you?", False),
        ("Monday's interview is postponed and we cannot give a new date at present.", True),
        ("The role is on hold, so Monday's interview is off. Could we speak in July instead?", True),
    ],
)
def test_a_meeting_that_is_put_off_pauses_nothing_else(text: str, pauses: bool) -> None:
    assert (reading(mail(text), scores(stage="on_hold")).signal is Stage.ON_HOLD) is pauses


def test_the_candidates_withdrawal_told_by_the_other_side_stays_one() -> None:
    text = "I've told the client that you have withdrawn. They were sorry to hear it. Could you tell me why?"
    assert reading(mail(text), scores(stage="withdrawn")).signal is Stage.WITHDRAWN


@pytest.mark.parametrize("text", [CALLED_OFF[0], OTHER_PEOPLE[0], MISSED[0], HOLDING[0]])
def test_an_interview_that_is_called_off_keeps_its_stage(text: str) -> None:
    heard = reading(mail(text), scores(stage="rejected", sure=0.97)).signal
    applied, invited = me("1 10:00", signal="applied"), them("2 10:00", signal="interview")
    assert stage_of([applied, invited, them("3 10:00", signal=heard)]).stage is Stage.INTERVIEW
