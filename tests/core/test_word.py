"""The user's word: it beats what was read, hangs on the mails, and changes nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch import app
from inbox_watch.core.types import (
    ActionKind,
    Entry,
    Finding,
    Opportunity,
    Said,
    SenderKind,
    Stage,
    State,
    Thread,
    Turn,
    Word,
)
from inbox_watch.core.word import say
from inbox_watch.core.word.about import insisted, verdicts
from inbox_watch.errors import UsageError
from tests.core.build import (
    BERLIN,
    CALENDAR,
    DANA,
    INES,
    ME,
    TIMING,
    ask,
    at,
    kinds,
    me,
    meeting,
    only,
    promise,
    proposed,
    robot,
    them,
)

NOW = "20 10:00"
QUICK = settings(max_examples=80, deadline=None)


def seen(entries: Sequence[Entry], words: Sequence[Word] = (), now: str = NOW) -> dict[str, Finding]:
    """Return what is found in these mails with the user's words over it, by id."""
    by_thread: dict[str, list[Entry]] = {}
    for entry in entries:
        by_thread.setdefault(entry.thread_id, []).append(entry)
    threads = [
        Thread(id=name, subject=own[0].message.subject, messages=tuple(entry.message for entry in own))
        for name, own in by_thread.items()
    ]
    numbered = tuple(replace(word, number=place) for place, word in enumerate(words, 1))
    found, _ = app.conclude(
        threads,
        {entry.message.key: entry.reading for entry in entries},
        ME,
        app.Settings(now=at(now), zone=BERLIN, country="DE", me=ME, words=numbered),
    )
    return {one.opportunity.id: one for one in found}


def one(entries: Sequence[Entry], *words: Word, now: str = NOW) -> Finding:
    """Return the only opportunity."""
    (found,) = seen(entries, words, now).values()
    return found


def done(entries: Sequence[Entry], kind: str, when: str, day: str | None = None) -> Word:
    known = [entry for entry in entries if entry.message.instant is None or entry.message.instant <= at(when)]
    on = at(day).date() if day else None
    return say.done(one(known, now=when), ActionKind(kind), at(when), CALENDAR, on)


def snooze(entries: Sequence[Entry], when: str, until: str, kind: str | None = None) -> Word:
    morning = say.until_day(until, at(when), CALENDAR, TIMING.morning)
    return say.snooze(one(entries, now=when), ActionKind(kind) if kind else None, at(when), morning)


# --- done -----------------------------------------------------------------------------------------------------------

ASKED = [them("2 10:00", asks=[ask("reply", "Are you open to Berlin?")], signal="screening")]


def test_what_was_done_elsewhere_closes_the_ask_and_passes_the_turn_on() -> None:
    found = one(ASKED, done(ASKED, "reply", "4 11:00"), now="4 12:00")
    assert found.judgement.turn is Turn.RECRUITER
    request = only(found.judgement)
    assert request.kind is ActionKind.REQUEST_UPDATE
    assert request.from_ == at("11 09:00")  # screening: 5 business days after the call, not after their mail
    assert request.message_id == ASKED[0].message.message_id
    assert "what you did" in request.arithmetic


def test_what_was_done_is_no_mail() -> None:
    found = one(ASKED, done(ASKED, "reply", "4 11:00"))
    assert [entry.message.key for entry in found.opportunity.entries] == [ASKED[0].message.key]
    assert [len(thread.messages) for thread in found.opportunity.threads] == [1]


def test_before_the_moment_of_a_word_it_is_still_open() -> None:
    word = done(ASKED, "reply", "4 11:00")
    assert kinds(one(ASKED, word, now="4 10:59").judgement) == ["reply"]


def test_an_ask_of_after_it_was_done_opens_anew() -> None:
    word = done(ASKED, "reply", "4 11:00")
    later = [*ASKED, them("5", asks=[ask("reply", "And Hamburg?")])]
    assert only(one(later, word, now="5 13:00").judgement, "reply").quote == "And Hamburg?"


def test_only_the_kind_that_was_done_is_closed() -> None:
    both = [them("2", asks=[ask("reply"), ask("send_documents", "Please send your CV.")])]
    found = one(both, done(both, "reply", "3"), now="3 13:00")
    assert kinds(found.judgement) == ["send_documents"]
    assert found.judgement.turn is Turn.CANDIDATE


def test_a_request_by_telephone_counts_as_a_request() -> None:
    asked = [them("2 10:00", signal="screening"), me("2 12:00")]
    assert only(one(asked, now="10 10:00").judgement).state is State.OVERDUE
    word = done(asked, "request_update", "10 10:00")
    request = only(one(asked, word, now="10 11:00").judgement)
    assert request.rule == "request_update.next"
    assert request.from_ == at("23 09:00")  # 6 business days had passed: 9 more, counted from the call
    assert request.state is State.UPCOMING


def test_two_requests_by_telephone_without_an_answer_park_it() -> None:
    asked = [them("2 10:00", signal="screening"), me("2 12:00")]
    first = done(asked, "request_update", "10 10:00")
    second = replace(first, said=at("24 10:00"), at=at("24 10:00"))
    found = one(asked, first, second, now="04-30 10:00").judgement
    assert found.parked
    assert found.actions == ()


def test_on_names_an_earlier_day() -> None:
    word = done(ASKED, "reply", "9 11:00", day="4")
    assert word.at == at("4 12:00")
    assert only(one(ASKED, word, now="9 12:00").judgement).from_ == at("11 09:00")


@pytest.mark.parametrize("day", ["1", "02-27", "9"])
def test_on_names_no_day_before_the_ask_and_none_ahead(day: str) -> None:
    with pytest.raises(UsageError, match="--on"):
        done(ASKED, "reply", "4 11:00", day=day)


def test_which_one_was_done_must_be_said_where_several_are_open() -> None:
    both = [them("2", asks=[ask("reply"), ask("send_documents", "Please send your CV.")])]
    with pytest.raises(UsageError, match=r"Open are (reply|send_documents), "):
        say.done(one(both), None, at(NOW), CALENDAR, None)
    with pytest.raises(UsageError, match="confirm isn't open"):
        done(both, "confirm", NOW)


def test_an_update_that_need_not_be_asked_for_yet_is_done_only_by_its_name() -> None:
    """Saying a thing twice must not tell of a request that nobody made."""
    answered = one(ASKED, done(ASKED, "reply", "4 11:00"), now="4 12:00")
    with pytest.raises(UsageError, match="nothing is to be done there yet"):
        say.done(answered, None, at("4 12:00"), CALENDAR, None)
    word = say.done(answered, ActionKind.REQUEST_UPDATE, at("4 12:00"), CALENDAR, None)
    assert word.actions == (ActionKind.REQUEST_UPDATE,)
    debriefed = one(INTERVIEWED, done(INTERVIEWED, "debrief", "9 16:00"), now="9 16:00")
    assert set(kinds(debriefed.judgement)) == {"thank_you", "request_update"}
    assert say.done(debriefed, None, at("9 16:00"), CALENDAR, None).actions == (ActionKind.THANK_YOU,)


def test_nothing_can_be_done_where_nothing_is_open() -> None:
    ended = [them("2", signal="rejected")]
    with pytest.raises(UsageError, match="nothing is open"):
        say.done(one(ended), None, at(NOW), CALENDAR, None)


INTERVIEWED = [
    them("2", appointments=[meeting("9 14:00", "9 15:00", people=(INES,), uid="u")], signal="interview"),
    me("3"),
]


def test_a_thank_you_by_telephone_is_no_debrief() -> None:
    assert {"thank_you", "debrief"} <= set(kinds(one(INTERVIEWED, now="9 16:00").judgement))
    word = done(INTERVIEWED, "thank_you", "9 16:00")
    left = kinds(one(INTERVIEWED, word, now="9 17:00").judgement)
    assert "thank_you" not in left
    assert "debrief" in left


def test_a_time_confirmed_by_telephone_is_set() -> None:
    asks = [ask("confirm", "Does Thursday at 4 suit you?", not_after="12 16:00")]
    offered = [them("2", asks=asks, appointments=[proposed("12 16:00")], signal="interview")]
    assert one(offered, now="3").opportunity.appointments == ()
    found = one(offered, done(offered, "confirm", "3"), now="3 13:00")
    assert [entry.start for entry in found.opportunity.appointments] == [at("12 16:00")]
    assert found.judgement.turn is Turn.RECRUITER


# --- snooze, mute ---------------------------------------------------------------------------------------------------


def test_what_is_put_off_is_upcoming_until_that_morning() -> None:
    word = snooze(ASKED, "3", "monday")
    action = only(one(ASKED, word, now="6").judgement)
    assert (action.from_, action.due, action.state) == (at("9 09:00"), at("9 18:00"), State.UPCOMING)
    assert "put it off until Mon 9 March" in action.reason
    assert only(one(ASKED, word, now="9 09:00").judgement).state is State.DUE
    assert only(one(ASKED, word, now="10").judgement).state is State.OVERDUE


def test_a_stated_date_stays_where_it_is() -> None:
    asked = [them("2", asks=[ask("reply", due="5 17:00")])]
    action = only(one(asked, snooze(asked, "3", "1w"), now="6").judgement)
    assert (action.from_, action.due, action.state) == (at("10 09:00"), at("5 17:00"), State.UPCOMING)


def test_a_date_of_ours_moves_but_never_behind_the_appointment() -> None:
    asks = [ask("confirm", "Does Thursday at 4 suit you?", not_after="12 16:00")]
    asked = [them("2", asks=asks, appointments=[proposed("12 16:00")])]
    assert only(one(asked, snooze(asked, "3", "3w"), now="4").judgement, "confirm").due == at("12 16:00")


def test_what_is_asked_in_later_mail_is_not_put_off() -> None:
    word = snooze(ASKED, "3", "2w")
    later = [*ASKED, them("4", asks=[ask("reply", "And Hamburg?")])]
    states = {action.quote: action.state for action in one(later, word, now="5").judgement.actions}
    assert states == {"Are you open to Berlin?": State.UPCOMING, "And Hamburg?": State.DUE}


def test_an_update_request_is_put_off_and_comes_back() -> None:
    asked = [them("2 10:00", signal="screening"), me("2 12:00")]
    word = snooze(asked, "10", "2026-03-18")
    action = only(one(asked, word, now="11").judgement)
    assert (action.state, action.from_, action.due) == (State.UPCOMING, at("18 09:00"), at("18 18:00"))


def test_an_update_request_of_a_later_silence_is_not_put_off() -> None:
    asked = [them("2 10:00", signal="screening"), me("2 12:00")]
    word = snooze(asked, "10", "2026-04-30")
    later = [*asked, them("11", text="soon"), me("12")]
    assert only(one(later, word, now="12 13:00").judgement).from_ == at("19 09:00")


@pytest.mark.parametrize(
    ("words", "day"),
    [("tomorrow", "5"), ("3d", "7"), ("2w", "18"), ("mon", "9"), ("wednesday", "11"), ("2026-03-30", "30")],
)
def test_until_is_read_in_many_ways(words: str, day: str) -> None:
    assert say.until_day(words, at("4 12:00"), CALENDAR, time(9)) == at(f"{day} 09:00")


@pytest.mark.parametrize(
    ("words", "day"),
    [("today", "2026-03-04"), ("yesterday", "2026-03-03"), ("mon", "2026-03-02"), ("wednesday", "2026-02-25")],
)
def test_on_is_read_in_many_ways(words: str, day: str) -> None:
    assert say.on_day(words, at("4 12:00"), CALENDAR).isoformat() == day


@pytest.mark.parametrize("words", ["", "soon", "tomorrow", "3d", "2026-02-30"])
def test_on_is_a_day_that_is_known(words: str) -> None:
    with pytest.raises(UsageError, match="--on"):
        say.on_day(words, at("4 12:00"), CALENDAR)


@pytest.mark.parametrize("words", ["", "0d", "2026-03-04", "2020-01-01", "soon", "m", "99999-01-01", "-1d"])
def test_until_lies_ahead(words: str) -> None:
    with pytest.raises(UsageError, match="--until"):
        say.until_day(words, at("4 12:00"), CALENDAR, time(9))


def test_a_muted_opportunity_has_no_action_whatever_comes() -> None:
    word = say.about(one(ASKED, now="3").opportunity, Said.MUTE, at("3"))
    later = [*ASKED, them("5", asks=[ask("send_documents", "Please send your CV.")])]
    found = one(later, word).judgement
    assert (found.actions, found.turn, found.parked) == ((), Turn.NOBODY, False)
    assert found.turn_reason == "You muted it on Tue 3 March."


# --- stage ----------------------------------------------------------------------------------------------------------


def stage(entries: Sequence[Entry], wanted: str, when: str) -> Word:
    return say.stage(one(entries, now=when).opportunity, Stage(wanted), at(when))


COURSE = [them("2", signal="outreach", acts=["approaches"]), me("3"), them("4", signal="rejected")]


def test_a_corrected_stage_beats_all_mail_that_was_there() -> None:
    found = one(COURSE, stage(COURSE, "interview", "6 10:00")).opportunity
    assert (found.stage, found.stage_since, found.stage_evidence) == (Stage.INTERVIEW, at("6 10:00"), None)


def test_mail_that_comes_later_moves_a_corrected_stage_on() -> None:
    word = stage(COURSE, "interview", "6 10:00")
    assert one([*COURSE, them("7", signal="rejected")], word).opportunity.stage is Stage.REJECTED
    assert one([*COURSE, them("7", signal="offer")], word).opportunity.stage is Stage.OFFER
    assert one([*COURSE, robot("7", signal="applied")], word).opportunity.stage is Stage.INTERVIEW


def test_mail_of_before_that_is_found_only_later_does_not_move_it() -> None:
    word = stage(COURSE, "interview", "6 10:00")
    assert one([them("1", signal="offer"), *COURSE], word).opportunity.stage is Stage.INTERVIEW


def test_mail_that_was_on_its_way_when_the_user_spoke_moves_it() -> None:
    word = stage(COURSE, "interview", "6 10:00")
    assert one([*COURSE, them("6 09:58", signal="rejected")], word).opportunity.stage is Stage.REJECTED


def test_an_end_that_the_user_denies_closes_no_ask() -> None:
    asked = [*ASKED, them("3", signal="rejected", text="misread")]
    assert kinds(one(asked).judgement) == []
    assert kinds(one(asked, stage(asked, "interview", "4")).judgement) == ["reply"]


def test_an_end_that_the_user_tells_of_closes_every_ask_for_good() -> None:
    word = stage(ASKED, "rejected", "4")
    assert one(ASKED, word).judgement.turn is Turn.NOBODY
    asks = [ask("send_availability", "When could you talk?")]
    again = [*ASKED, them("12", asks=asks, signal="interview", acts=["approaches"], text="would love to talk to you")]
    found = one(again, word)
    assert found.opportunity.stage is Stage.INTERVIEW
    assert kinds(found.judgement) == ["send_availability"]


def test_a_pause_that_the_user_tells_of_counts_from_then() -> None:
    found = one(ASKED, stage(ASKED, "on_hold", "4 10:00"), now="5").judgement
    assert found.turn is Turn.RECRUITER
    assert only(found).kind is ActionKind.REQUEST_UPDATE


# --- who and what ---------------------------------------------------------------------------------------------------


def test_company_role_and_contact_hold_until_they_are_corrected_again() -> None:
    found = one(ASKED).opportunity
    words = [
        say.named(found, Said.COMPANY, "Acme  SE", at(NOW)),
        say.named(found, Said.ROLE, "Data Lead", at(NOW)),
        say.contact(found, "Kim@Acme.example", "Kim Ode", SenderKind.EMPLOYER, at(NOW)),
    ]
    later = [*ASKED, them("21", company="Other", role="Clerk")]
    changed = one(later, *words, now="25")
    assert (changed.opportunity.company, changed.opportunity.role) == ("Acme SE", "Data Lead")
    assert [contact.address for contact in changed.opportunity.contacts] == ["kim@acme.example", DANA]
    again = say.named(found, Said.COMPANY, "", at(NOW))
    assert one(later, *words, again, now="25").opportunity.company is None


def test_what_the_replaced_contact_asked_goes_to_the_one_whom_the_user_names() -> None:
    asked = [them("2 10:00", sender=INES, asks=[ask("reply", "When?")]), them("3 10:00", asks=[ask("reply", "Why?")])]
    word = say.contact(one(asked).opportunity, "kim@talent.example", "Kim Ode", None, at("4"))
    actions = one(asked, word, now="4 10:00").judgement.actions
    to = {action.quote: action.to.address for action in actions if action.to}
    assert to == {"When?": INES, "Why?": "kim@talent.example"}
    answered = [*asked, me("4 11:00", to="kim@talent.example")]
    assert kinds(one(answered, word, now="4 12:00").judgement) == ["request_update"]


def test_what_somebody_asks_after_the_user_named_a_contact_goes_to_who_asked() -> None:
    asked = [them("3 10:00", asks=[ask("reply", "Why?")])]
    word = say.contact(one(asked).opportunity, "kim@talent.example", "", None, at("4"))
    later = them("5 10:00", asks=[ask("send_documents", "Your CV?")])
    actions = one([*asked, later], word, now="5 11:00").judgement.actions
    to = {action.quote: action.to.address for action in actions if action.to}
    assert to == {"Why?": "kim@talent.example", "Your CV?": DANA}


def test_what_a_program_asked_goes_to_the_one_whom_the_user_names() -> None:
    test = robot("3 10:00", asks=[ask("complete_assessment", "Please take the test")])
    assert only(one([test]).judgement).to is None
    word = say.contact(one([test]).opportunity, DANA, "Dana Reed", None, at("4"))
    to = only(one([test], word).judgement).to
    assert to is not None
    assert (to.name, to.address) == ("Dana Reed", DANA)


def test_an_update_is_requested_of_the_contact_whom_the_user_names() -> None:
    asked = [them("2 10:00", signal="screening"), me("2 12:00")]
    word = say.contact(one(asked).opportunity, INES, "", None, at("3"))
    action = only(one(asked, word).judgement)
    assert action.to
    assert action.to.address == INES


def test_whom_the_user_calls_a_program_is_asked_nothing() -> None:
    asked = [them("2 10:00", signal="screening"), me("2 12:00")]
    named = say.contact(one(asked).opportunity, INES, "", None, at("3"))
    program = say.contact(one(asked).opportunity, INES, "", SenderKind.PLATFORM, at("3"))
    action = only(one(asked, named, program).judgement)
    assert action.to
    assert action.to.address == DANA


def test_a_corrected_name_stands_in_what_is_to_be_done() -> None:
    word = say.contact(one(ASKED).opportunity, DANA, "Dana Rede", None, at("3"))
    action = only(one(ASKED, word).judgement)
    assert action.to
    assert (action.to.name, action.to.address) == ("Dana Rede", DANA)


def test_a_sender_s_kind_changes_what_is_owed() -> None:
    asked = [
        them("2", sender="kim@free.example", appointments=[meeting("9 14:00", uid="u", people=(INES,))]),
        me("3", to="kim@free.example"),
    ]
    assert "debrief" not in kinds(one(asked, now="9 16:00").judgement)
    word = say.sender_kind(one(asked).opportunity, SenderKind.AGENCY, at(NOW))
    assert word.value == "kim@free.example"
    assert "debrief" in kinds(one(asked, word, now="9 16:00").judgement)


@pytest.mark.parametrize("address", ["", "dana", "a b@c.example", "<x@y>", "x@y\x1b[0m"])
def test_a_contact_is_an_address(address: str) -> None:
    with pytest.raises(UsageError, match="--contact"):
        say.contact(one(ASKED).opportunity, address, "", None, at(NOW))


def test_a_name_has_no_control_characters() -> None:
    with pytest.raises(UsageError, match="--company"):
        say.named(one(ASKED).opportunity, Said.COMPANY, "Acme\x1b[2J", at(NOW))


# --- what belongs together ------------------------------------------------------------------------------------------

FIRST = [them("2", thread="t-a", company="Acme", role="Data Engineer")]
SECOND = [them("3", sender="bo@birch.example", thread="t-b", company="Birch", role="Gardener")]


def pair(found: dict[str, Finding]) -> tuple[Opportunity, Opportunity]:
    first, second = sorted((one.opportunity for one in found.values()), key=lambda one: one.company or "")
    return first, second


def test_two_are_joined_and_stay_so_for_later_mail_until_they_are_split() -> None:
    first, second = pair(seen([*FIRST, *SECOND]))
    join = say.join(first, second, at("4"))
    later = [*FIRST, *SECOND, me("5", to="bo@birch.example", thread="t-b")]
    joined = one(later, join)
    assert len(joined.opportunity.entries) == 3
    assert [reason.reason for reason in joined.opportunity.joins] == ["you said so"]
    split = say.split(joined.opportunity, joined.opportunity.threads[1].id, at("6"))
    apart = pair(seen(later, [join, split]))
    assert [len(one.entries) for one in apart] == [1, 2]
    assert len(seen(later, [join, split, replace(join, said=at("7"))])) == 1


def test_one_is_split_and_stays_so_for_later_mail() -> None:
    both = [*FIRST, them("3", thread="t-b", company="Acme", role="Data Engineer")]
    whole = one(both).opportunity
    split = say.split(whole, whole.threads[1].id, at("4"))
    assert len(seen([*both, me("5", thread="t-b")], [split])) == 2
    with pytest.raises(UsageError, match="--split"):
        say.split(one(FIRST).opportunity, "t-a", at("4"))


def test_what_is_not_recruiting_is_out_with_its_later_mail() -> None:
    first, _ = pair(seen([*FIRST, *SECOND]))
    word = say.recruiting(first, False, at("4"))
    later = [*FIRST, *SECOND, them("5", thread="t-a", asks=[ask("reply")])]
    assert [one.opportunity.company for one in seen(later, [word]).values()] == ["Birch"]
    assert word.title == ""
    back = say.recruiting(first, True, at("6"))
    assert len(seen(later, [word, back])) == 2


def test_all_threads_of_what_is_not_recruiting_are_out() -> None:
    both = [*FIRST, them("3", thread="t-b", company="Acme", role="Data Engineer")]
    assert seen(both, [say.recruiting(one(both).opportunity, False, at("4"))]) == {}


def test_a_word_goes_with_most_of_the_mails_that_it_was_said_of() -> None:
    """A new model may take apart what was one."""
    more = [
        them("3", sender="bo@acme.example", thread="t-b", company="Acme", role="Data Engineer"),
        me("4", to="bo@acme.example", thread="t-b"),
    ]
    word = say.stage(one([*FIRST, *more]).opportunity, Stage.OFFER, at("5"))
    apart = [*FIRST, *(replace(mail, reading=replace(mail.reading, company="Birch", role="Cook")) for mail in more)]
    stages = {len(one.opportunity.entries): one.opportunity.stage for one in seen(apart, [word]).values()}
    assert stages == {1: Stage.OUTREACH, 2: Stage.OFFER}


def test_any_word_about_it_says_that_it_is_recruiting() -> None:
    """A new model that takes the thread for something else changes nothing."""
    found = one(ASKED).opportunity
    word = say.stage(found, Stage.OFFER, at(NOW))
    missed = {entry.message.key: replace(entry.reading, recruiting=False) for entry in ASKED}
    assert insisted(found.threads, missed, [word]) == set(missed)
    assert insisted(found.threads, missed, [word, say.recruiting(found, False, at(NOW))]) == set()
    assert insisted(found.threads, {entry.message.key: entry.reading for entry in ASKED}, [word]) == set()
    assert list(verdicts(found.threads, [word]).values()) == [True]


def test_what_was_learned_of_one_contact_in_another_opportunity_stays_learned() -> None:
    """Their rhythm is what was observed: no word about the one opportunity may move the other's date."""
    history = [
        mail
        for day in (2, 4, 6)
        for mail in (
            me(f"02-{day:02} 10:00", to=INES, thread="t-a"),
            them(f"02-{day + 1:02} 09:00", sender=INES, thread="t-a", company="Acme", role="Cook", signal="screening"),
        )
    ]
    other = [
        them("2 10:00", sender=INES, thread="t-b", company="Acme", role="Gardener", signal="screening"),
        me("3", to=INES, thread="t-b"),
    ]
    both = seen([*history, *other])
    first, second = sorted(both.values(), key=lambda one: one.opportunity.role or "")
    assert only(second.judgement).rule == "request_update.rhythm.contact"
    for word in (say.recruiting(first.opportunity, False, at(NOW)), done_now(first)):
        assert seen([*history, *other], [word])[second.opportunity.id] == second


def done_now(finding: Finding) -> Word:
    return say.done(finding, None, at(NOW), CALENDAR, None)


# --- laws -----------------------------------------------------------------------------------------------------------

FIRMS = {"t-a": (DANA, "Acme"), "t-b": ("bo@birch.example", "Birch"), "t-c": ("cy@cedar.example", "Cedar")}


@st.composite
def mails(draw: st.DrawFn, place: int) -> Entry:
    """Any mail in one of three threads with three firms."""
    thread = draw(st.sampled_from(sorted(FIRMS)))
    sender, company = FIRMS[thread]
    when = f"{draw(st.integers(1, 12))} {draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}"
    more: dict[str, Any] = {"thread": thread, "text": f"mail {place}", "company": company, "role": f"Role {company}"}
    more["signal"] = draw(st.none() | st.sampled_from(list(Stage)))
    if draw(st.booleans()):
        more["promises"] = [promise(draw(st.none() | st.just("14")))]
    if draw(st.integers(0, 3)) == 0:
        return me(when, to=sender, thread=thread, text=f"mail {place}")
    asked = draw(st.lists(st.sampled_from(["reply", "send_documents", "complete_assessment"]), max_size=2))
    return them(when, sender=sender, asks=[ask(kind, f"{kind} {place}") for kind in asked], **more)


@st.composite
def mailboxes(draw: st.DrawFn) -> list[Entry]:
    """A handful of mails, at least one of which is a recruiter's."""
    return [draw(mails(place)) for place in range(draw(st.integers(1, 7)))]


@st.composite
def said_of(draw: st.DrawFn, finding: Finding) -> Word:
    """Anything that can be said of an opportunity."""
    found, moment = finding.opportunity, at(NOW)
    choices: list[Word] = [
        say.stage(found, draw(st.sampled_from(list(Stage))), moment),
        say.named(found, Said.COMPANY, draw(st.sampled_from(["Elm", "Fir"])), moment),
        say.named(found, Said.ROLE, draw(st.sampled_from(["Cook", "Clerk"])), moment),
        say.contact(found, draw(st.sampled_from(["x@elm.example", DANA])), "X", SenderKind.AGENCY, moment),
        say.recruiting(found, draw(st.booleans()), moment),
        say.about(found, Said.MUTE, moment),
    ]
    if finding.judgement.actions:
        kind = draw(st.sampled_from([action.kind for action in finding.judgement.actions]))
        choices.append(say.snooze(finding, kind, moment, at(f"{draw(st.integers(21, 28))} 09:00")))
        choices.append(say.done(finding, kind, moment, CALENDAR, None))
    return draw(st.sampled_from(choices))


def plain(found: dict[str, Finding]) -> dict[str, Any]:
    """Return what is said, without the words themselves and the scores."""
    return {
        name: (replace(one.opportunity, words=(), recruiting_score=0.0), one.judgement) for name, one in found.items()
    }


@given(st.data(), mailboxes(), st.randoms(use_true_random=False))
@QUICK
def test_words_survive_any_order_of_arrival(data: st.DataObject, entries: list[Entry], random: Any) -> None:
    before = seen(entries)
    words = [data.draw(said_of(one)) for one in before.values()]
    shuffled = random.sample(entries, len(entries))
    assert seen(shuffled, words) == seen(entries, words)


@given(st.data(), mailboxes())
@QUICK
def test_a_word_about_one_changes_no_other(data: st.DataObject, entries: list[Entry]) -> None:
    before = seen(entries)
    if not before:
        return
    spoken = data.draw(st.sampled_from(sorted(before)))
    after = seen(entries, [data.draw(said_of(before[spoken]))])
    assert {name: one for name, one in after.items() if name != spoken} == {
        name: one for name, one in before.items() if name != spoken
    }


@given(st.data(), mailboxes())
@QUICK
def test_unrelated_mail_changes_nothing_that_was_said(data: st.DataObject, entries: list[Entry]) -> None:
    before = seen(entries)
    words = [data.draw(said_of(one)) for one in before.values()]
    stranger = them("5", sender="di@dogwood.example", thread="t-d", company="Dogwood", asks=[ask("reply")])
    after = seen([*entries, stranger], words)
    told = seen(entries, words)
    assert {name: one for name, one in after.items() if one.opportunity.company != "Dogwood"} == told


@given(st.data(), mailboxes(), st.floats(0.5, 1))
@QUICK
def test_words_survive_another_model_s_scores(data: st.DataObject, entries: list[Entry], score: float) -> None:
    words = [data.draw(said_of(one)) for one in seen(entries).values()]
    scored = [replace(entry, reading=replace(entry.reading, score=score, model="next")) for entry in entries]
    told, again = plain(seen(entries, words)), plain(seen(scored, words))
    assert told.keys() == again.keys()
    for name, (opportunity, judgement) in told.items():
        assert again[name][1] == judgement
        assert again[name][0].stage is opportunity.stage
        assert again[name][0].company == opportunity.company


@given(st.data(), mailboxes())
@QUICK
def test_of_two_that_contradict_the_later_one_wins(data: st.DataObject, entries: list[Entry]) -> None:
    for one in seen(entries).values():
        first, second = (data.draw(said_of(one)) for _ in range(2))
        if first.kind is second.kind and first.kind not in (Said.DONE, Said.SNOOZE, Said.CONTACT):
            assert plain(seen(entries, [first, second])) == plain(seen(entries, [second]))


@given(st.data(), mailboxes())
@QUICK
def test_what_the_user_says_of_the_stage_is_the_stage(data: st.DataObject, entries: list[Entry]) -> None:
    for name, one in seen(entries).items():
        wanted = data.draw(st.sampled_from(list(Stage)))
        after = seen(entries, [say.stage(one.opportunity, wanted, at(NOW))])
        assert after[name].opportunity.stage is wanted
