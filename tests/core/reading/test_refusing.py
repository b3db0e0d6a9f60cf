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
OF_A_THING = (
    "We went with another supplier for the badges.",
    "We've chosen a different venue for the lunch.",
    "We chose another restaurant for Monday.",
    "We have gone for a different format this year.",
    "We've settled on another room.",
    "We've selected a different test for you.",
    "We opted for a different platform, so please install it.",
    "We've gone in a different direction with the branding, have a look at the new site.",
    "We decided against a presentation, so please don't prepare one.",
    "The panel decided against using the case study.",
    "We have decided not to use Zoom for this.",
    "We've decided not to record the interview.",
    "They have chosen not to do a role-play this time.",
    "We won't be moving forward with the personality test.",
    "We are not going ahead with the group exercise, only the interview.",
    "We will not be proceeding with the written test after all.",
    "Sorry, we can't offer you parking on the site.",
    "Unfortunately we're unable to offer accommodation.",
    "I'm afraid we can't offer you more than 45,000 for it.",
    "We can't offer remote on Mondays.",
    "We've filled two of the five positions and want to fill the others soon.",
    "We have filled three of the posts; the remaining two are still open.",
    "The gap was filled with coffee.",
    "We have been unsuccessful in finding a bigger room.",
    "I was unsuccessful in reaching Tom today.",
    "We chose a later date so that everybody can be there.",
    "We've gone with Teams rather than Zoom.",
    "We've had to cancel the tour.",
    "We won't be able to reimburse the train, I'm sorry.",
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
OF_THE_CANDIDATE = (
    "We went with another candidate.",
    "We've chosen another applicant for the role.",
    "We have gone in a different direction.",
    "We've decided to go in a different direction with the role.",
    "We went in a different direction with the hire.",
    "The client has decided to go in another direction with this position.",
    "We went with another developer.",
    "We've gone for another project manager.",
    "We went with someone who has more experience with the system.",
    "We decided against your application.",
    "The panel decided against an offer.",
    "They've decided against hiring you.",
    "We have decided not to proceed.",
    "We have decided not to take your application further.",
    "We won't be moving forward with you.",
    "We won't be moving forward with your application.",
    "We will not be proceeding with your assessment.",
    "We won't be progressing with you after the test.",
    "After the test we decided not to go on with you.",
    "We can't offer you the job.",
    "We can't offer you a position.",
    "We are unable to offer you a place this time.",
    "We can't offer you an interview.",
    "We've filled the position.",
    "We have filled all of the positions.",
    "We've filled both posts.",
    "We've filled two of the positions and the other three have been cancelled.",
    "We have decided not to use your application further: the post has been filled.",
    "We've cancelled the test as the role has been filled.",
    "We won't be able to offer you the job or cover your travel.",
    "We've gone for the other finalist, who knows the software.",
    "We have decided to go with another candidate for the office in Leeds.",
    "The role has been filled with an internal candidate.",
    "The vacancy is filled.",
    "You were unsuccessful in securing the role.",
    "Your application was unsuccessful.",
    "You have been unsuccessful in obtaining an interview.",
    "We went with another supplier, and the role is no longer needed.",
    "We can't offer you parking, and we won't be offering you the job either.",
    "We decided against a presentation and went with another candidate.",
    "We've filled two of the five positions, and you have not been selected for the others.",
    "We have been unsuccessful in placing you.",
    "We were unsuccessful in getting you an interview.",
    "It's a no from us this time, I'm sorry.",
    "The budget is gone and the position has been withdrawn.",
    "Sadly you weren't chosen.",
    "The panel preferred another applicant.",
    "They went with a nurse who has done the job before.",
    "We have offered the post to another candidate.",
    "You didn't make the shortlist.",
    "We have decided to appoint someone else.",
    "We will not be taking your application forward.",
    "On this occasion you have not been successful.",
    "We've taken on another lad.",
    "The client has passed on your profile this time.",
    "We felt other candidates were a closer match.",
    "The job's gone, sorry.",
    "We won't be able to offer you the role.",
)


@pytest.mark.parametrize("text", OF_A_THING)
@pytest.mark.parametrize("heard", ["rejected", "withdrawn", "none"])
def test_who_refuses_a_thing_refuses_nobody(text: str, heard: str) -> None:
    assert refusing.refuses(split_sentences(text)) is None
    assert reading(mail(text), scores(stage=heard, sure=0.97)).signal not in {Stage.REJECTED, Stage.WITHDRAWN}


@pytest.mark.parametrize(
    ("text", "is_test"),
    [
        ("We won't be moving forward with the personality test.", False),
        ("The panel decided against using the case study.", False),
        ("We will not be proceeding with the written test after all.", False),
        ("We decided against the case study; please do this short test instead.", True),
        ("We've selected another tool. The test is below.", True),
        ("Please do the test by Friday.", True),
    ],
)
def test_a_test_that_is_dropped_is_no_step(text: str, is_test: bool) -> None:
    assert (reading(mail(text), scores(stage="assessment")).signal is Stage.ASSESSMENT) is is_test
    both = Scores(recruiting=0.98, stages=(("rejected", 0.5), ("assessment", 0.4), ("none", 0.1)))
    assert is_test or reading(mail(text), both).signal is None


@pytest.mark.parametrize("text", OF_THE_CANDIDATE)
def test_who_refuses_the_candidate_beside_a_thing_or_in_like_words_does(text: str) -> None:
    assert refusing.refuses(split_sentences(text)) is not None
    assert reading(mail(text), scores(stage="rejected", sure=0.5)).signal is Stage.REJECTED


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


@pytest.mark.parametrize("heard", ["none", "applied"])
@pytest.mark.parametrize(
    "text",
    [
        "We've had a rethink and are not going to fill this post after all.",
        "I'm afraid we are no longer recruiting for this position any more.",
        "We won't be hiring for that role after all.",
        "The client isn't filling the position any longer.",
    ],
)
def test_a_vacancy_that_is_given_up_ends_it_whatever_the_model_hears(text: str, heard: str) -> None:
    assert reading(mail(text), scores(stage=heard)).signal is Stage.REJECTED


@pytest.mark.parametrize(
    "text",
    [
        "We have not filled this post yet.",
        "We are not going to fill this post before June.",
        "If we don't fill this post after all, we will tell you.",
        "We won't fill this post with an agency worker.",
        "Are you not recruiting for this role any more?",
        "We couldn't fill that role last year, so we are recruiting for it again.",
    ],
)
def test_a_vacancy_that_stays_open_ends_nothing(text: str) -> None:
    assert reading(mail(text), scores(stage="applied")).signal is not Stage.REJECTED
