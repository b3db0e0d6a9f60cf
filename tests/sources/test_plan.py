import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_watch.core.mailbox import Cursor
from inbox_watch.sources.imap.plan import UID_WINDOW, Status, make_plan, read_status, windows

CURSOR = Cursor(uidvalidity=7, uidnext=10, messages=5)


def test_where_nothing_moved_there_is_nothing_to_do() -> None:
    assert make_plan(CURSOR, Status(uidvalidity=7, uidnext=10, messages=5)).is_quiet


@pytest.mark.parametrize(
    "status", [Status(uidvalidity=7, uidnext=11, messages=5), Status(uidvalidity=7, uidnext=10, messages=4)]
)
def test_new_mail_and_mail_that_is_gone_are_each_seen(status: Status) -> None:
    plan = make_plan(CURSOR, status)
    assert not plan.is_quiet
    assert plan.first == 10


def test_another_uidvalidity_begins_at_the_first_uid() -> None:
    plan = make_plan(CURSOR, Status(uidvalidity=8, uidnext=10, messages=5))
    assert (plan.first, plan.is_new, plan.is_quiet) == (1, True, False)


def test_an_emptied_mailbox_is_told_from_one_that_was_always_empty() -> None:
    empty = Status(uidvalidity=7, uidnext=10, messages=0)
    assert make_plan(CURSOR, empty).is_emptied
    assert make_plan(CURSOR, Status(uidvalidity=8, uidnext=1, messages=0)).is_emptied
    assert not make_plan(None, empty).is_emptied
    assert not make_plan(Cursor(uidvalidity=7, uidnext=10, messages=0), empty).is_emptied


def test_a_server_that_keeps_uidnext_to_itself_is_always_looked_at() -> None:
    plan = make_plan(CURSOR, read_status({b"MESSAGES": 5, b"UIDVALIDITY": 7}))
    assert not plan.is_quiet
    assert plan.end > 4_000_000_000


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_windows_cover_each_uid_once(first: int, end: int) -> None:
    cut = list(windows(first, end))
    assert [uid for low, high in cut for uid in (low, high) if low != high] == sorted(
        uid for low, high in cut for uid in (low, high) if low != high
    )
    assert sum(high - low + 1 for low, high in cut) == max(0, end - first)
    assert all(high - low < UID_WINDOW for low, high in cut)
