"""Laws of the clock, tried on courses of events that nobody thought of."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.opportunity import as_of
from inbox_watch.core.timing import judge, learn
from inbox_watch.core.types import (
    Act,
    Action,
    ActionKind,
    AppointmentStatus,
    Entry,
    Judgement,
    Opportunity,
    Stage,
    State,
)
from tests.core.build import (
    CALENDAR,
    DANA,
    INES,
    TIMING,
    ask,
    at,
    gathered,
    me,
    meeting,
    promise,
    robot,
    them,
)

ASKED = [kind for kind in ActionKind if kind not in ("thank_you", "debrief", "keep_promise", "request_update")]
RANK = {State.UPCOMING: 0, State.DUE: 1, State.OVERDUE: 2}
STATUSES = list(AppointmentStatus)
QUICK = settings(max_examples=120, deadline=None)


@st.composite
def moments(draw: st.DrawFn, first: int = 1, last: int = 28) -> str:
    """A moment of March 2026, as the builders take it."""
    return f"{draw(st.integers(first, last))} {draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}"


@st.composite
def mails(draw: st.DrawFn, place: int) -> Entry:
    """Any mail: from whomever, asking, promising, arranging and saying whatever."""
    more: dict[str, Any] = {"text": f"mail {place}", "acts": draw(st.sets(st.sampled_from(list(Act)), max_size=2))}
    more["signal"] = draw(st.none() | st.sampled_from(list(Stage)))
    more["away_until"] = draw(st.none() | st.just(at("20"))) if draw(st.integers(0, 9)) == 0 else None
    if draw(st.booleans()):
        status = draw(st.sampled_from(STATUSES))
        uid = draw(st.sampled_from(["", "u-1"]))
        more["appointments"] = [meeting(draw(moments()), uid=uid, status=status, people=(INES,))]
    who = draw(st.sampled_from(["me", "dana", "ines", "robot"]))
    if draw(st.booleans()):
        by = "candidate" if who == "me" else "sender"
        more["promises"] = [promise(draw(st.none() | moments()), by=by, about=draw(st.none() | st.sampled_from(ASKED)))]
    when = draw(moments())
    if who == "me":
        return me(when, to=draw(st.sampled_from([DANA, INES])), **more)
    more["asks"] = [
        ask(kind, f"{kind} {place}", due=draw(st.none() | moments()))
        for kind in draw(st.lists(st.sampled_from(ASKED), max_size=2))
    ]
    senders = {"dana": DANA, "ines": INES}
    return robot(when, **more) if who == "robot" else them(when, sender=senders[who], **more)


@st.composite
def courses(draw: st.DrawFn) -> list[Entry]:
    """A handful of mails in one thread."""
    return [draw(mails(place)) for place in range(draw(st.integers(1, 7)))]


def decide(opportunity: Opportunity, now: datetime) -> Judgement:
    rhythms = learn([opportunity], now=now, calendar=CALENDAR, timing=TIMING)
    return judge(opportunity, now=now, calendar=CALENDAR, timing=TIMING, rhythms=rhythms)


def name_of(action: Action) -> tuple[str, str, str | None]:
    return action.kind, action.message_id, action.quote


def changes(opportunity: Opportunity, first: datetime, last: datetime) -> bool:
    """Say whether a mail arrives or an appointment ends between two moments."""
    turns = [entry.message.instant for entry in opportunity.entries]
    for entry in opportunity.entries:
        for one in entry.reading.appointments:
            turns += [one.start, one.start + timedelta(minutes=TIMING.appointment_length)]
    return any(first < turn <= last for turn in turns if turn is not None)


@given(courses(), moments(), st.randoms(use_true_random=False))
@QUICK
def test_the_order_of_arrival_changes_nothing(entries: list[Entry], now: str, random: Any) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    (one,), (other,) = gathered(*entries), gathered(*shuffled)
    assert one == other
    assert decide(one, at(now)) == decide(other, at(now))


@given(courses(), moments())
@QUICK
def test_no_action_stands_before_its_cause_and_each_rests_on_a_message_that_exists(
    entries: list[Entry], now: str
) -> None:
    (opportunity,) = gathered(*entries)
    arrived = {
        entry.message.message_id: entry
        for entry in opportunity.entries
        if entry.message.instant is not None and entry.message.instant <= at(now)
    }
    for action in decide(opportunity, at(now)).actions:
        cause = arrived[action.message_id]
        assert cause.message.instant is not None
        assert cause.message.instant <= action.from_ <= action.due
        quotes = [one.quote for one in (*cause.reading.asks, *cause.reading.promises, *cause.reading.appointments)]
        assert action.quote is None or action.quote in quotes
        assert action.reason
        assert action.rule
        assert action.arithmetic


@given(courses(), moments(), mails(99))
@QUICK
def test_an_unrelated_mail_changes_no_other_opportunity(entries: list[Entry], now: str, extra: Entry) -> None:
    (before,) = gathered(*entries)
    stranger = them("3 09:00", sender="kim@globex.example", thread="t-2", subject="Other", signal=extra.reading.signal)
    found = gathered(*entries, stranger)
    assert len(found) == 2
    (after,) = (one for one in found if one.id == before.id)
    rhythms = learn(found, now=at(now), calendar=CALENDAR, timing=TIMING)
    assert judge(after, now=at(now), calendar=CALENDAR, timing=TIMING, rhythms=rhythms) == decide(before, at(now))


@given(courses(), moments(), st.integers(1, 60 * 24 * 40))
@QUICK
def test_as_time_passes_an_action_only_goes_from_upcoming_to_due_to_overdue(
    entries: list[Entry], now: str, minutes: int
) -> None:
    (opportunity,) = gathered(*entries)
    first, last = at(now), at(now) + timedelta(minutes=minutes)
    if changes(opportunity, first, last):
        return
    before, after = decide(opportunity, first), decide(opportunity, last)
    if after.parked:
        return
    later = {name_of(action): action for action in after.actions}
    assert [name_of(action) for action in before.actions if name_of(action) not in later] == []
    for action in before.actions:
        same = later[name_of(action)]
        assert RANK[action.state] <= RANK[same.state]
        assert replace(action, state=same.state) == same


@given(courses(), moments(), st.integers(1, 60 * 24 * 400))
@QUICK
def test_silence_moves_no_stage(entries: list[Entry], now: str, minutes: int) -> None:
    (opportunity,) = gathered(*entries)
    first, last = at(now), at(now) + timedelta(minutes=minutes)
    arrivals = [entry.message.instant for entry in opportunity.entries if entry.message.instant]
    if any(first < moment <= last for moment in arrivals):
        return
    before, after = as_of(opportunity, first), as_of(opportunity, last)
    assert before == after


@given(courses())
@QUICK
def test_after_a_closing_message_its_action_is_gone(entries: list[Entry]) -> None:
    closing = [Act.SENDS_TIMES, Act.SENDS_DOCUMENTS, Act.SENDS_ASSESSMENT, Act.CONFIRMS, Act.ASKS_BACK]
    last = [me("29 12:00", to=DANA, acts=closing), me("29 12:01", to=INES, acts=closing)]
    (opportunity,) = gathered(*entries, *last)
    left = {action.kind for action in decide(opportunity, at("29 12:02")).actions}
    assert left <= {ActionKind.REQUEST_UPDATE}


@given(courses(), moments(), st.integers(1, 60 * 24 * 200))
@QUICK
def test_what_is_parked_stays_quiet_until_they_write(entries: list[Entry], now: str, minutes: int) -> None:
    requests = [me(f"{day} 12:00", acts=["requests_update"], text=f"request {day}") for day in (29, 30)]
    (opportunity,) = gathered(*entries, *requests, me(now, acts=["requests_update"]))
    first = decide(opportunity, at("05-20 12:00"))
    later = at("05-20 12:00") + timedelta(minutes=minutes)
    if first.parked:
        second = decide(opportunity, later)
        assert (second.parked, second.actions, second.turn) == (True, (), first.turn)
        (woken,) = gathered(*opportunity.entries, them("05-21 12:00", text="word"))
        assert not decide(woken, at("05-21 12:01")).parked
