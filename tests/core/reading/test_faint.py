"""A faint word of the model moves nothing that no word of the mail bears out; plain words count whatever it says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inbox_watch.core.opportunity.stage import stage_of
from inbox_watch.core.types import Act, ActionKind, CalendarEvent, Message, Reading, Scores, Stage
from tests.core.build import me, them
from tests.core.reading.mails import DANA, SAM, WRITTEN, mail, reading, scores

UNSAID = (
    ("Aye still looking pal. When can you start and have you got your own transport?", "offer"),
    ("Are you local, and do you mind an early shift?", "offer"),
    ("Paperwork can wait. Do you know the area?", "assessment"),
    ("Got your note. Are you still in Leeds?", "assessment"),
    ("I am writing to keep you informed: the partners are meeting on the 25th.", "interview"),
    ("Cheers for that, all noted.", "accepted"),
)
SAID = (
    ("The job is yours if you want it.", "offer"),
    ("We'd pay 14.50 an hour. What do you say?", "offer"),
    ("There is a short exercise in the link.", "assessment"),
    ("We do a trial shift on Fridays.", "assessment"),
    ("Come down to the yard and meet the lads.", "interview"),
    ("Would a quick chat suit you?", "interview"),
)


@pytest.mark.parametrize(("text", "heard"), UNSAID)
def test_a_faint_word_of_the_model_moves_no_stage_and_asks_for_nothing(text: str, heard: str) -> None:
    found = reading(mail(text), _faint(heard))
    assert found.signal is not Stage(heard)
    assert {one.kind for one in found.asks} <= {ActionKind.REPLY}


@pytest.mark.parametrize(("text", "heard"), SAID)
def test_a_faint_word_counts_where_the_mail_has_a_word_of_it(text: str, heard: str) -> None:
    assert reading(mail(text), _faint(heard)).signal is Stage(heard)


@pytest.mark.parametrize("text", ["Aye still looking pal.", "Cheers for that, all noted."])
def test_a_sure_word_of_the_model_stands_by_itself(text: str) -> None:
    assert reading(mail(text), scores(stage="offer", sure=0.9)).signal is Stage.OFFER


@pytest.mark.parametrize(
    "text", ["Sweet, you've gone across to the client. Will keep you posted.", "All over to them."]
)
def test_the_other_side_tells_of_no_withdrawal_without_a_word_of_it(text: str) -> None:
    assert reading(mail(text), scores(stage="withdrawn", sure=0.6)).signal is not Stage.WITHDRAWN


@pytest.mark.parametrize("text", ["Sorry to hear you've withdrawn.", "Understood, I have taken your name off."])
def test_the_other_side_tells_of_a_withdrawal_in_plain_words(text: str) -> None:
    assert reading(mail(text), scores(stage="withdrawn", sure=0.6)).signal is Stage.WITHDRAWN


@pytest.mark.parametrize("sure", [0.33, 0.9])
@pytest.mark.parametrize("text", ["Invite as attached. All the best!", "See attached, good luck!"])
def test_an_attached_invitation_is_no_test(text: str, sure: float) -> None:
    event = _event("Paywise interview - Sam Okafor")
    found = reading(mail(text, events=(event,)), scores(stage="assessment", sure=sure))
    assert found.signal is Stage.INTERVIEW
    assert ActionKind.COMPLETE_ASSESSMENT not in {one.kind for one in found.asks}


def test_an_invitation_to_a_test_is_one() -> None:
    found = reading(mail("Invite as attached.", events=(_event("Assessment centre"),)), scores(stage="assessment"))
    assert found.signal is Stage.ASSESSMENT


@pytest.mark.parametrize(
    "text",
    [
        "Deal! I'll hand in my notice tomorrow. Can't wait.",
        "Ok, deal.",
        "It's a deal!",
        "You've got yourself a chef.",
        "Great stuff, I'm handing in my notice on Monday.",
        "I have given my notice this morning.",
    ],
)
def test_a_deal_or_notice_given_after_an_offer_takes_it(text: str) -> None:
    answer = _own(text)
    assert Act.SAYS_YES in answer.acts
    assert _after(Stage.OFFER, answer) is Stage.ACCEPTED
    assert _after(Stage.INTERVIEW, answer) is not Stage.ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "If you can do 86 it's a deal.",
        "The Sundays are a big deal for me.",
        "That's a deal breaker I'm afraid.",
        "I deal with suppliers every day.",
        "I'll hand in my notice once I have the contract.",
        "I won't hand in my notice before I have it in writing.",
        "I'll have to give my notice, which is three months.",
        "My notice period is four weeks.",
        "Could you do 86?",
    ],
)
def test_a_condition_or_another_sort_of_deal_takes_no_offer(text: str) -> None:
    assert _after(Stage.OFFER, _own(text)) is Stage.OFFER


@pytest.mark.parametrize(
    "text",
    [
        "Hi Zoe, thanks but I'm only looking for permanent posts at the moment, so please don't put me forward.",
        "Please don't put me forward for this one.",
        "Please do not submit my CV for the role, thanks.",
        "Thanks Zoe, but this is not for me.",
        "Could be good for somebody, but not for me, sorry.",
        "Please take me off your list.",
        "Take my details off your database please.",
        "Not for me, but I'd be happy to hear about other roles.",
    ],
)
def test_who_wants_not_to_be_put_forward_refuses_an_approach(text: str) -> None:
    assert _after(Stage.OUTREACH, _own(text)) is Stage.WITHDRAWN


@pytest.mark.parametrize(
    "text",
    [
        "Please don't put me forward until we have spoken.",
        "Please don't put me forward yet, I'd like to read it first.",
        "Please don't submit my CV without asking me.",
        "Please don't put me forward to Norvane, they know me already; the others are fine.",
        "Please don't consider me for the night shift.",
        "If it's a temp post, please don't put me forward.",
        "Nights are not for me, but days would be fine.",
        "It's not for me to say what they should pay.",
        "I'm only looking for permanent posts. Is this one?",
        "Please put me forward.",
    ],
)
def test_who_only_sets_terms_refuses_nothing(text: str) -> None:
    assert _after(Stage.OUTREACH, _own(text)) is not Stage.WITHDRAWN


@pytest.mark.parametrize(
    "text",
    [
        "Kindly acknowledge receipt of this mail and come along with originals of your credentials.",
        "Please confirm that you can make it and bring your passport and certificates.",
        "Please confirm your attendance, and bring along proof of the right to work.",
    ],
)
def test_what_is_to_be_brought_is_not_to_be_sent(text: str) -> None:
    told = f"You are invited to an interview on Thursday 19 March at 11am. {text}"
    assert [one.kind for one in reading(mail(told), scores(stage="interview")).asks] == [ActionKind.CONFIRM]


@pytest.mark.parametrize(
    "text",
    [
        "Please bring your passport, and please send me your references.",
        "Kindly send a copy of your passport before the interview.",
        "Please e-mail us your certificates.",
    ],
)
def test_what_is_to_be_sent_is_to_be_sent(text: str) -> None:
    told = f"The interview is on Thursday 19 March at 11am. {text}"
    assert ActionKind.SEND_DOCUMENTS in {one.kind for one in reading(mail(told), scores(stage="interview")).asks}


@pytest.mark.parametrize(
    "text",
    [
        "Yes I will come tomorrow at 2, thank you Jo",
        "I'll be there tomorrow at 2.",
        "I acknowledge receipt and I will be present.",
        "We'll see you on Friday at 10.",
        "I will attend on Friday at 10am.",
    ],
)
def test_who_takes_a_time_promises_nothing_else(text: str) -> None:
    assert not _own(text).promises


@pytest.mark.parametrize(
    "text",
    [
        "I'll come back to you tomorrow at 2.",
        "I will come up with a list and send it by Friday.",
        "I'll be there on Friday and will send you the form tomorrow.",
        "I'll send it tomorrow.",
    ],
)
def test_who_sends_or_answers_later_still_promises(text: str) -> None:
    assert _own(text).promises


def _faint(stage: str) -> Scores:
    """Return what a model that hardly decides says: a third for this stage, the rest spread over the others."""
    others = [one for one in ("applied", "on_hold", "outreach", "none") if one != stage]
    return Scores(recruiting=0.98, stages=((stage, 0.34), *((one, 0.165) for one in others)), model="test")


def _own(text: str) -> Reading:
    return reading(_from_me(text), scores(stage="none"))


def _from_me(text: str) -> Message:
    return mail(text, sender=SAM, to=(DANA,))


def _event(summary: str) -> CalendarEvent:
    start = WRITTEN + timedelta(days=3)
    return CalendarEvent(method="REQUEST", uid="u1", start=start, end=start + timedelta(hours=1), summary=summary)


def _after(stage: Stage, answer: Reading) -> Stage:
    """Return the stage after this one and the candidate's answer."""
    return stage_of([them("2 10:00", signal=stage), me("3 10:00", acts=answer.acts)]).stage


PASSED_ON = (
    "I have forwarded your documents to Medivent today. The sales director wants to give feedback by Friday.",
    "I've just sent your CV over to them, fingers crossed.",
    "Your profile is with the client now.",
)
PASSED_ON_AND_WANTED = (
    "I have sent your CV to the client and they would like to meet you on Tuesday.",
    "I sent them your CV and they want you in on Tuesday at 10.",
    "Your CV is with the client, who invites you to an interview.",
    "I put you forward and they would love to see you.",
)


@pytest.mark.parametrize("text", PASSED_ON)
def test_papers_that_are_passed_on_are_no_interview_without_a_word_of_one(text: str) -> None:
    assert reading(mail(text), scores(stage="interview", sure=0.9)).signal is None


@pytest.mark.parametrize("text", PASSED_ON_AND_WANTED)
def test_papers_that_are_passed_on_may_bring_an_interview(text: str) -> None:
    assert reading(mail(text), scores(stage="interview", sure=0.9)).signal is Stage.INTERVIEW


@pytest.mark.parametrize("text", PASSED_ON)
def test_of_papers_that_are_passed_on_every_other_stage_stands(text: str) -> None:
    assert reading(mail(text), scores(stage="applied", sure=0.9)).signal is Stage.APPLIED


@pytest.mark.parametrize(
    "text",
    [
        "The package is up to 85k. If you like it, could you send me your CV?",
        "They pay 16 an hour. Could you forward your latest CV to me?",
        "Thanks so much, I've put you up for it. It's the Term 3 contract.",
        "Rate agreed. I have sent your CV over to the client.",
    ],
)
def test_who_still_wants_a_cv_or_puts_the_candidate_forward_offers_nothing_yet(text: str) -> None:
    assert reading(mail(text), scores(stage="offer", sure=0.6)).signal is not Stage.OFFER


@pytest.mark.parametrize(
    "text",
    [
        "We'd like to offer you the job. Your CV impressed us.",
        "The package is up to 85k. Do you take it?",
        "I've sent you the contract.",
    ],
)
def test_an_offer_without_a_wish_for_a_cv_stays_one(text: str) -> None:
    assert reading(mail(text), scores(stage="offer", sure=0.6)).signal is Stage.OFFER


@pytest.mark.parametrize(
    "text",
    [
        "I'll phone you tomorrow at 4.30 then.",
        "Thanks. I shall call you on Friday at 12.45pm.",
        "Great, I'll give you a quick ring at 10 on Monday.",
    ],
)
def test_the_writers_own_call_is_no_interview(text: str) -> None:
    found = reading(mail(text), scores(stage="interview", sure=0.6))
    assert found.signal is not Stage.INTERVIEW
    assert [one.what for one in found.appointments] == ["call"]


@pytest.mark.parametrize(
    "text",
    [
        "I'll call you at 10 on Monday for the interview.",
        "I'll call you at 10 on Monday, and then you come in to meet the team.",
        "Our director will call you at 10 on Monday.",
    ],
)
def test_a_call_that_is_more_stays_an_interview(text: str) -> None:
    assert reading(mail(text), scores(stage="interview", sure=0.6)).signal is Stage.INTERVIEW
