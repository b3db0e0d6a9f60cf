"""A digest tells what is new and repeats nothing at length."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_watch.core.changes import Change, changes, shown
from inbox_watch.core.types import ActionKind, Scan, Skipped, SourceReport, Stage, State
from inbox_watch.store import values
from inbox_watch.store.digests import Shown
from tests.report.test_digest import NOW, action, finding, scan


def later(made: Scan, days: int, **different: object) -> Scan:
    return replace(made, now=made.now + timedelta(days=days), **different)  # type: ignore[arg-type]


def test_what_was_shown_and_stands_as_it_did_is_no_change() -> None:
    first = scan(finding(action(ActionKind.REPLY)))
    found = changes(later(first, 1), shown(first, None))
    assert set(found.actions.values()) == {Change.OPEN}
    assert not found.is_any


@pytest.mark.parametrize("different", [{"state": State.OVERDUE}, {"due": NOW + timedelta(days=9)}])
def test_a_new_state_or_date_is_a_change(different: dict[str, object]) -> None:
    before = action(ActionKind.REPLY)
    found = changes(
        scan(finding(replace(before, **different))),  # type: ignore[arg-type]
        shown(scan(finding(before)), None),
    )
    assert set(found.actions.values()) == {Change.CHANGED}
    assert found.is_any


def test_a_second_ask_of_the_same_mail_is_new_beside_the_first() -> None:
    one, two = action(ActionKind.REPLY, "First?"), action(ActionKind.REPLY, "Second?")
    found = changes(scan(finding(one, two)), shown(scan(finding(one)), None))
    assert sorted(found.actions.values()) == [Change.NEW, Change.OPEN]


def test_what_disappeared_the_candidate_did_and_is_no_news() -> None:
    before = shown(scan(finding(action(ActionKind.REPLY), action(ActionKind.CONFIRM))), None)
    assert not changes(scan(finding(action(ActionKind.REPLY))), before).is_any


def test_an_opportunity_is_new_once_and_its_end_is_told_once() -> None:
    none = shown(scan(), None)
    first = scan(finding())
    assert changes(first, none).new == {"o-00000001"}
    assert not changes(first, shown(first, None)).is_any
    ended = scan(finding(stage=Stage.REJECTED))
    assert changes(ended, shown(first, None)).ended == {"o-00000001"}
    assert not changes(ended, shown(ended, None)).is_any


def test_old_mail_that_is_only_now_read_is_history() -> None:
    none = shown(later(scan(), 60), None)
    assert not changes(later(scan(finding(), finding(stage=Stage.REJECTED, number=2)), 60), none).is_any


def test_a_parked_opportunity_is_a_change_and_a_muted_one_is_none() -> None:
    one = finding()
    before = shown(scan(one), None)
    parked = replace(one, judgement=replace(one.judgement, parked=True))
    assert changes(scan(parked), before).moved == {"o-00000001"}
    muted = replace(parked, judgement=replace(parked.judgement, is_muted=True))
    assert not changes(scan(muted), before).is_any


def test_an_account_that_fails_is_told_at_once_and_then_every_week() -> None:
    made = replace(scan(), sources=(SourceReport(name="work", error="no login"),))
    before, told = None, []
    for day in range(16):
        now = later(made, day)
        if changes(now, before).is_any:
            told.append(day)
            before = shown(now, before)
    assert told == [0, 7, 14]


def test_a_failure_that_is_told_beside_other_news_is_not_told_anew_because_of_it() -> None:
    failed = (SourceReport(name="work", error="no login"),)
    first = replace(scan(), sources=failed)
    before = shown(first, None)
    second = later(replace(scan(finding()), sources=failed), 3)
    before = shown(second, before)
    assert not changes(later(second, 1), before).is_any
    assert changes(later(second, 4), before).faults == {"work"}


def test_more_mail_set_aside_is_a_change_and_as_much_as_before_is_none() -> None:
    def aside(count: int) -> Scan:
        return replace(scan(), sources=(SourceReport(name="own", skipped=(Skipped(where="x", error="y"),) * count),))

    assert changes(aside(2), shown(aside(1), None)).more_aside
    assert not changes(aside(2), shown(aside(2), None)).is_any


def test_what_was_shown_survives_the_store_and_holds_no_word_of_a_mail() -> None:
    made = shown(scan(finding(action(ActionKind.REPLY, "Rumpelstiltskin?"))), None)
    data = values.dump(made)
    assert values.load(Shown, data) == made
    assert b"Rumpel" not in data
    assert b"talent.example" not in data
