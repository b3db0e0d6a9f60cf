"""Whole mails: what is asked of whom, which mail is automatic, who wrote it, and what the thread adds."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.reading.thread_evidence import names_interview
from inbox_watch.core.types import (
    Act,
    ActionKind,
    Address,
    AppointmentStatus,
    Attachment,
    Attendee,
    Bounds,
    CalendarEvent,
    SenderKind,
    Stage,
)
from tests.core.reading.mails import DANA, LONDON, SAM, WRITTEN, mail, reading, scores, thread

INES = Address(name="Ines Kim", address="ines@norvane.example")
ROBOT = Address(name="Norvane", address="no-reply@us.greenhouse-mail.io")


def invitation(status: str = "NEEDS-ACTION", *, method: str = "REQUEST", rsvp: bool = True) -> CalendarEvent:
    start = datetime(2026, 3, 17, 14, 0, tzinfo=LONDON)
    return CalendarEvent(
        method=method, uid="u1", start=start, end=start + timedelta(hours=1), summary="Interview with Norvane",
        organizer=INES, attendees=(Attendee(name="Sam", address=SAM.address, status=status, rsvp=rsvp),),
    )  # fmt: skip


def kinds(text: str, **known: object) -> list[str]:
    return [ask.kind.value for ask in reading(mail(text), scores(**known)).asks]  # type: ignore[arg-type]


# --- asks ---------------------------------------------------------------------------------------------------------


def test_a_question_in_quoted_text_asks_nothing() -> None:
    text = "Thanks, noted.\n\nOn Mon, 9 Mar 2026 at 10:00, Sam <sam@example.com> wrote:\n> Could you send me your CV?\n"
    assert kinds(text) == []


def test_the_candidates_own_question_is_no_ask() -> None:
    got = reading(mail("Could you send me the job description?", sender=SAM, to=(DANA,)))
    assert got.asks == ()
    assert Act.ASKS_BACK in got.acts
    assert got.sender_kind is SenderKind.CANDIDATE


def test_a_mail_to_many_asks_nothing_of_this_candidate() -> None:
    message = mail("Could you send me your CV?", headers={"list-unsubscribe": "<https://x.example/u>"})
    assert reading(message).asks == ()
    assert reading(message).is_bulk


def test_a_platform_may_ask_for_something_special_but_not_for_an_answer() -> None:
    test = mail("Please complete your assessment by Friday: https://test.example/a", sender=ROBOT)
    question = mail("How was the application form?", sender=ROBOT)
    assert [a.kind for a in reading(test, scores(stage="assessment")).asks] == [ActionKind.COMPLETE_ASSESSMENT]
    assert reading(question).asks == ()


def test_an_out_of_office_answer_asks_and_promises_nothing_and_says_when_its_writer_is_back() -> None:
    text = "I am out of the office until 23 March. Could you write to Tom instead? I will reply on my return."
    got = reading(mail(text, subject="Automatic reply: Data Engineer", headers={"auto-submitted": "auto-replied"}))
    assert (got.asks, got.promises, got.signal) == ((), (), None)
    assert got.is_automatic
    assert got.away_until == datetime(2026, 3, 23, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I'm away and back on the 20th.", 20),
        ("I am on leave until 19 March.", 19),
        ("I am on holiday through the 19th of March.", 20),
        ("Out of the office, returning on Monday.", 16),
    ],
)
def test_the_day_of_return_is_read_as_people_mean_it(words: str, day: int) -> None:
    got = reading(mail(words, subject="Out of office: hello"))
    assert got.away_until == datetime(2026, 3, day, tzinfo=LONDON)


def test_an_invitation_that_wants_an_answer_is_to_be_confirmed_before_it_begins() -> None:
    got = reading(mail("Invitation", events=(invitation(),)))
    assert [(a.kind, a.not_after) for a in got.asks] == [(ActionKind.CONFIRM, invitation().start)]
    assert [(a.start, a.status, a.source) for a in got.appointments] == [
        (invitation().start, AppointmentStatus.PROPOSED, "invitation")
    ]


def test_an_accepted_invitation_asks_nothing_more() -> None:
    got = reading(mail("Updated agenda", events=(invitation("ACCEPTED"),)))
    assert got.asks == ()
    assert got.appointments[0].status is AppointmentStatus.SET
    assert [a.address for a in got.appointments[0].with_] == [INES.address]


def test_a_cancelled_invitation_cancels_the_appointment() -> None:
    got = reading(mail("Sorry", events=(invitation(method="CANCEL"),)))
    assert got.appointments[0].status is AppointmentStatus.CANCELLED
    assert Act.CANCELS in got.acts


def test_a_personal_approach_opens_a_reply_even_without_a_question() -> None:
    text = "Hi Sam,\n\nNorvane is growing its data team in Leeds and your background fits well.\n\nDana"
    got = reading(mail(text), scores(stage="outreach"))
    assert [(a.kind, a.is_approach) for a in got.asks] == [(ActionKind.REPLY, True)]
    assert Act.APPROACHES in got.acts


def test_a_request_acts_on_the_earlier_and_a_promise_waits_for_the_later_reading() -> None:
    asked = reading(mail("Please send me your CV by next Friday."))
    promised = reading(mail("You'll hear from us by next Friday."))
    assert asked.asks[0].due is not None
    assert promised.promises[0].latest is not None
    assert asked.asks[0].due < promised.promises[0].latest


def test_two_different_asks_in_one_mail_are_two() -> None:
    text = "Could you send me your CV? And when are you free for a call next week?"
    assert kinds(text, stage="screening") == ["send_documents", "send_availability"]


def test_a_colleague_who_is_greeted_by_name_is_the_one_who_is_asked() -> None:
    priya = Address(name="Priya Nair", address="priya@brightwater.example")
    message = mail("Hi Priya,\n\nCould you send the signed forms by Friday?", to=(priya,), cc=(SAM,))
    assert reading(message).asks == ()


def test_every_quote_is_a_literal_piece_of_the_mail() -> None:
    text = "Hi Sam,\n\nthank you. Could you send me\nyour references by Friday? We’ll be in touch next week.\n\nDana"
    got = reading(mail(text))
    quotes = [a.quote for a in got.asks] + [p.quote for p in got.promises]
    assert len(quotes) == 2
    assert all(quote in text for quote in quotes)


# --- recruiting, stage, review ------------------------------------------------------------------------------------


def test_what_is_not_recruiting_has_no_stage_and_asks_nothing() -> None:
    got = reading(mail("Could you send me your CV?"), scores(0.1, "applied"))
    assert (got.recruiting, got.signal, got.asks, got.promises) == (False, None, (), ())


def test_between_the_thresholds_the_program_asks_rather_than_guesses() -> None:
    assert reading(mail("Hello Sam"), scores(Bounds().recruiting_from + 0.1)).review
    assert not reading(mail("Hello Sam"), scores(0.99, "applied")).review
    assert not reading(mail("Hello Sam"), scores(0.05)).review


def test_another_language_is_for_review_and_its_stage_is_not_guessed() -> None:
    got = reading(mail("Wir möchten Sie gerne einladen."), scores(0.9, "interview", language="de"))
    assert (got.review, got.signal) == (True, None)


def test_another_language_is_a_recruiter_s_only_where_the_model_is_sure() -> None:
    asks = mail("Könntest Du den technischen Teil des Gesprächs übernehmen?")
    doubtful, sure, english = (
        reading(asks, scores(score, "interview", language=language))
        for score, language in ((0.7, "de"), (0.9, "de"), (0.7, "en"))
    )
    assert (doubtful.recruiting, doubtful.review) == (False, True)
    assert sure.recruiting
    assert english.recruiting


def test_an_unsure_stage_is_for_review() -> None:
    message = mail("Hello Sam, a word about your application.")
    unsure = replace(scores(0.95), stages=(("interview", 0.4), ("screening", 0.35), ("none", 0.25)))
    assert reading(message, unsure).review


# --- thread -------------------------------------------------------------------------------------------------------


def test_a_short_answer_and_an_out_of_office_in_a_recruiting_thread_are_recruiting() -> None:
    first = mail("We'd like to invite you to an interview for the Data Engineer role. When are you free next week?")
    answer = mail("Ok", sender=SAM, to=(DANA,), key="k2")
    away = mail("I am out of the office until 20 March.", subject="Automatic reply: Data Engineer", key="k3")
    got = thread((first, scores(0.97, "interview")), (answer, scores(0.1)), (away, scores(0.05)))
    assert [r.recruiting for r in got] == [True, True, True]
    assert got[2].away_until is not None


def test_a_newsletter_gains_nothing_from_its_thread() -> None:
    first = mail("We'd like to invite you to an interview for the Data Engineer role. When are you free next week?")
    many = mail("Ten tips for your next interview", key="k2", headers={"list-id": "<tips.example>"})
    got = thread((first, scores(0.97, "interview")), (many, scores(0.1)))
    assert [r.recruiting for r in got] == [True, False]


def test_everyday_mail_stays_everyday_mail_in_its_thread() -> None:
    got = thread((mail("Lunch?"), scores(0.05)), (mail("Sure", sender=SAM, to=(DANA,), key="k2"), scores(0.1)))
    assert [r.recruiting for r in got] == [False, False]


def test_after_the_candidate_has_written_nothing_is_a_first_approach() -> None:
    own = mail("Thanks, tell me more about the role and the team please.", sender=SAM, to=(DANA,))
    theirs = mail("Sure. Are you open to working in Leeds?", key="k2")
    got = thread((own, scores(0.9)), (theirs, scores(0.9, "outreach")))
    assert Act.APPROACHES not in got[1].acts
    assert [a.is_approach for a in got[1].asks] == [False]


# --- people -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "name", "address", "company"),
    [
        ("Your application to Norvane", "Norvane", "no-reply@us.greenhouse-mail.io", "Norvane"),
        ("Data Engineer at Norvane", "Dana Reed", "dana@gmail.com", "Norvane"),
        ("Your application", "Norvane Recruiting Team", "jobs@norvane.example", "Norvane"),
        ("Your application", "Dana Reed (Norvane)", "dana@norvane.example", "Norvane"),
        ("Your application", "Dana from Norvane", "dana@norvane.example", "Norvane"),
        ("Your test", "Norvane via TestGorilla", "no-reply@testgorilla.com", "Norvane"),
        ("hello", "Dana Reed", "dana@norvane.example", "Norvane"),
        ("hello", "Workday", "acme@myworkday.com", None),
        ("hello", "Dana Reed", "dana@gmail.com", None),
    ],
)
def test_the_company_is_read_where_it_is_named(subject: str, name: str, address: str, company: str | None) -> None:
    kind = SenderKind.EMPLOYER if address.endswith("norvane.example") else SenderKind.UNKNOWN
    got = reading(mail("Thank you.", subject=subject, sender=Address(name=name, address=address)), scores(kind=kind))
    assert got.company == company


def test_an_agencys_name_is_not_the_company() -> None:
    text = "Hi Sam,\n\nI work with a great client on this.\n\nDana Reed\nSenior Consultant, Brightwater Talent\n"
    got = reading(mail(text, subject="Opportunity"), scores(kind=SenderKind.AGENCY))
    assert got.company is None
    assert got.sender_kind is SenderKind.AGENCY


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Data Engineer at Norvane", "Hello", "Data Engineer"),
        (
            "Your application",
            "Thank you for applying for the Senior QA Engineer role at Norvane.",
            "Senior QA Engineer",
        ),
        ("Re: Nurse (f/m/d) - Leeds", "Hello", "Nurse"),
        ("hello", "Lunch on Friday was nice.", None),
    ],
)
def test_the_role_is_read_from_subject_or_text(subject: str, text: str, role: str | None) -> None:
    assert reading(mail(text, subject=subject)).role == role


def test_the_phone_number_comes_from_the_signature_in_international_form() -> None:
    text = "Hi Sam,\n\nlet's talk.\n\n-- \nDana Reed\nBrightwater Talent\n0161 496 0123\n"
    assert reading(mail(text)).phone == "+44 161 496 0123"


def test_the_candidates_own_number_is_not_the_contacts() -> None:
    assert reading(mail("We will call you on your number +44 161 496 0999.")).phone is None


def test_an_attached_cv_is_a_document_sent() -> None:
    message = replace(
        mail("Here you go.", sender=SAM, to=(DANA,)),
        attachments=(Attachment(name="Sam_Okafor_CV.pdf", media_type="application/pdf"),),
    )
    assert Act.SENDS_DOCUMENTS in reading(message).acts


# --- laws ---------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from([*(s.value for s in Stage), "none"]))
def test_any_text_is_read_without_an_error_and_quoted_literally(text: str, stage: str) -> None:
    message = mail(text)
    got = reading(message, scores(stage=stage))
    assert got == reading(message, scores(stage=stage))
    assert all(ask.quote in text for ask in got.asks)
    assert all(promise.quote in text for promise in got.promises)


@pytest.mark.parametrize(
    "piece",
    ["please send ", "if you ", "will ", "at A ", "? ", "Could you, ", "by Friday ", "a", " ", "((((", "+0 ", "\n"],
)
def test_hostile_repetition_costs_in_proportion_to_length(piece: str) -> None:
    text = (piece * (60_000 // len(piece) + 1))[:60_000]
    got = reading(mail(text), scores(stage="assessment"))
    assert len(got.asks) <= len(ActionKind)


@pytest.mark.parametrize("piece", ["i sent you the cv, ", "attached my cv ", "friday instead of monday at 2pm "])
def test_hostile_repetition_in_the_candidates_own_name_costs_no_more(piece: str) -> None:
    text = (piece * (60_000 // len(piece) + 1))[:60_000]
    assert reading(mail(text, sender=SAM, to=(DANA,))).from_candidate


def test_a_mail_without_a_usable_date_is_read_without_dates() -> None:
    got = reading(replace(mail("Could you send your CV by Friday?"), date=None, received=None, instant=None))
    assert [(a.kind, a.due) for a in got.asks] == [(ActionKind.SEND_DOCUMENTS, None)]


def test_the_anchor_is_a_wednesday() -> None:
    assert WRITTEN.strftime("%A") == "Wednesday"


# --- evidence besides the model -----------------------------------------------------------------------------------


def test_an_invitation_to_an_interview_is_recruiting_however_low_the_model_scores_it() -> None:
    message = mail("Hi Sam, see you then.", sender=INES, events=(invitation(),), subject="Invitation")
    (got,) = thread((message, scores(0.02)))
    assert got.recruiting
    assert [(one.kind, one.quote) for one in got.asks] == [(ActionKind.CONFIRM, "Interview with Norvane")]


def test_an_invitation_from_the_candidates_own_organisation_is_no_evidence() -> None:
    own = frozenset({"sam@norvane.example"})
    to_sam = replace(invitation(), attendees=(Attendee(name="Sam", address="sam@norvane.example"),))
    assert not names_interview(mail("Hi", sender=INES, events=(to_sam,)), own)
    assert names_interview(mail("Hi", sender=DANA, events=(to_sam,)), own)


def test_a_time_proposed_in_a_statement_wants_a_confirmation() -> None:
    assert kinds("I suggest Thursday at 4pm for the interview.") == ["confirm"]


def test_when_one_could_start_is_no_question_for_times() -> None:
    assert kinds("When could you start?", stage="interview") == ["reply"]


def test_an_offer_in_plain_words_is_to_be_answered_by_its_day_whatever_the_model_says() -> None:
    got = reading(mail("Please find attached Acme's written offer. It is valid until 13 March."))
    assert got.signal is Stage.OFFER
    assert [(one.kind, one.due) for one in got.asks] == [
        (ActionKind.ANSWER_OFFER, datetime(2026, 3, 13, 18, 0, tzinfo=LONDON))
    ]


def test_the_candidates_namesake_in_their_own_thread_is_the_candidate() -> None:
    second = Address(name=SAM.name, address="sam.okafor@gmail.example")
    mine = mail("Hi Dana, yes, I am interested.", sender=SAM, to=(DANA,), key="a")
    later = mail("Tuesday at 10 suits me.", sender=second, to=(DANA,), key="b", instant=WRITTEN + timedelta(days=1))
    stranger = replace(later, key="c", sender=Address(name="Kim Orr", address="kim@gmail.example"))
    got = thread((mine, scores()), (later, scores()), (stranger, scores()))
    assert [one.from_candidate for one in got] == [True, True, False]


def test_a_call_that_they_fix_and_will_make_themselves_stands() -> None:
    got = reading(mail("Great, let's have a first call on Thursday at 4pm. I'll ring you."), scores(stage="screening"))
    assert [(one.what, one.status) for one in got.appointments] == [("screening", AppointmentStatus.SET)]
    assert got.asks == ()


def test_a_schedulers_booking_wants_no_confirmation() -> None:
    scheduler = Address(name="Calendly", address="notifications@calendly.com")
    text = "Your meeting with Dana Reed is scheduled.\n\nIntro call\nThursday, March 12, 2026 at 3:00 PM\n"
    got = reading(mail(text, sender=scheduler, subject="Confirmed: Intro call with Dana Reed"), scores())
    assert Act.BOOKS in got.acts
    assert got.asks == ()
