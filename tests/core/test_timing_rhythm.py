"""How long the other side takes to answer, learned from this mailbox."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.documents import carries_documents, sorts_in
from inbox_watch.core.timing import Rhythms, learn
from inbox_watch.core.timing.rhythm import Rhythm, Wait, estimate_of, quantile_of, rhythm_with
from inbox_watch.core.timing.words import say_day, say_moment
from inbox_watch.core.types import Attachment, Entry
from tests.core.build import CALENDAR, DANA, INES, TIMING, at, course, me, meeting, robot, them

LENGTHS = st.lists(st.floats(0, 60, allow_nan=False), min_size=1, max_size=30)


def waits(*entries: Entry, now: str = "27 12:00", contact: str = DANA) -> Sequence[Wait]:
    found = learn([course(*entries)], now=at(now), calendar=CALENDAR, timing=TIMING)
    return found.contacts.get(contact, ())


def test_a_wait_runs_in_business_time_from_the_candidates_message_to_the_first_answer() -> None:
    (wait,) = waits(me("13 12:00"), them("16 12:00"), them("17 12:00"))
    assert wait.days == pytest.approx(1.0)


def test_the_candidates_second_mail_neither_ends_nor_restarts_a_wait() -> None:
    (wait,) = waits(me("9 12:00"), me("10 12:00"), them("11 12:00"))
    assert wait.days == pytest.approx(2.0)


def test_an_automatic_answer_ends_no_wait() -> None:
    absence = them("9 12:01", is_automatic=True, away_until=at("20"))
    (wait,) = waits(me("9 12:00"), robot("9 12:01"), absence, them("11 12:00"))
    assert wait.days == pytest.approx(2.0)


def test_thanks_and_delays_start_no_wait() -> None:
    entries = [them("8 12:00"), me("9 12:00", acts=["only_thanks"]), me("10 12:00", acts=["delays"]), me("11 12:00")]
    (wait,) = waits(*entries, them("12 12:00"))
    assert wait.start == at("11 12:00")


def test_a_wait_across_an_interview_is_none() -> None:
    invited = them("8 12:00", appointments=[meeting("12 14:00")], signal="interview")
    assert waits(invited, me("9 12:00"), them("16 12:00")) == ()


def test_an_unanswered_wait_is_kept_without_an_end() -> None:
    (wait,) = waits(them("8 12:00"), me("9 12:00"))
    assert (wait.start, wait.end, wait.days) == (at("9 12:00"), None, None)


def test_a_withdrawal_waits_for_nothing() -> None:
    assert waits(them("8 12:00"), me("9 12:00", acts=["withdraws"])) == ()


def test_mail_after_now_teaches_nothing() -> None:
    (wait,) = waits(them("8 12:00"), me("9 12:00"), them("11 12:00"), now="10 12:00")
    assert wait.end is None


def test_whoever_answers_has_the_wait() -> None:
    entries = [them("8 12:00"), me("9 12:00"), them("10 12:00", sender=INES)]
    assert waits(*entries) == ()
    assert len(waits(*entries, contact=INES)) == 1


def rhythms(answered: Sequence[float], unanswered: int = 0, contact: str = DANA) -> Rhythms:
    start = at("02-02 12:00")
    done = [Wait(start=start, end=at("02-28 12:00"), days=days) for days in answered]
    return Rhythms(contacts={contact: tuple(done + [Wait(start=start)] * unanswered)})


def rhythm_of(known: Rhythms, contact: str, day: str = "10", usual: int = 5) -> Rhythm | None:
    return rhythm_with(known, contact, at=at(day), usual=usual, calendar=CALENDAR, timing=TIMING)


def test_nine_of_ten_answers_is_the_ninth_of_ten() -> None:
    found = rhythm_of(rhythms([1, 2, 3, 4, 5, 6, 7, 8, 9, 14]), DANA)
    assert found is not None
    assert (found.days, found.in_words("Dana")) == (9, "Dana answered 9 of 10 times within 9 business days")


def test_parts_of_a_day_are_rounded_up() -> None:
    found = rhythm_of(rhythms([2.1, 2.2, 3.3]), DANA)
    assert found is not None
    assert found.days == 4


def test_an_answer_that_came_after_a_silence_began_is_not_known_in_it() -> None:
    assert rhythm_of(rhythms([1, 2, 3]), DANA, "02-20") is None


def test_waits_that_never_end_leave_the_time_of_the_answers_and_are_told() -> None:
    known = rhythms([1, 1, 1, 1, 1, 1, 1, 1, 3, 5], unanswered=3)
    found = rhythm_of(known, DANA)
    assert found is not None
    assert found.days == 3
    assert found.in_words("Dana").endswith("(3 more went unanswered)")


def test_waits_that_still_run_are_evidence_of_longer_answers() -> None:
    answered = [1, 1, 1, 1, 1, 1, 1, 1, 3, 5]
    assert quantile_of(answered, [], 0.9) == 3
    assert quantile_of(answered, [2.0, 2.0, 2.0], 0.9) == 5


@given(LENGTHS)
@settings(max_examples=100, deadline=None)
def test_where_every_wait_was_answered_the_estimate_is_the_plain_quantile(answered: list[float]) -> None:
    place = -(-9 * len(answered) // 10)
    assert quantile_of(answered, [], 0.9) == sorted(answered)[place - 1]


@given(LENGTHS, st.lists(st.floats(0, 60, allow_nan=False), max_size=30))
@settings(max_examples=100, deadline=None)
def test_unanswered_waits_never_shorten_the_estimate_nor_push_it_past_the_longest_answer(
    answered: list[float], unanswered: list[float]
) -> None:
    assert quantile_of(answered, [], 0.9) <= quantile_of(answered, unanswered, 0.9) <= max(answered)


def test_with_three_or_four_answers_the_longest_stands() -> None:
    for answered in ([1, 2, 4], [1, 2, 2, 4]):
        found = rhythm_of(rhythms(answered), DANA)
        assert found is not None
        assert found.days == 4


def test_of_five_answers_the_time_of_nine_in_ten_lies_a_little_beyond_the_longest() -> None:
    found = rhythm_of(rhythms([3, 3, 3, 3, 3]), DANA)
    assert found is not None
    assert (found.days, found.within, found.answered) == (4, 5, 5)


def test_one_long_answer_of_five_does_not_decide_alone() -> None:
    found = rhythm_of(rhythms([1, 1, 1, 1, 9]), DANA)
    assert found is not None
    assert 2 < found.days < 9


def test_few_answers_are_drawn_toward_what_is_usual_at_the_stage() -> None:
    assert estimate_of([2.0] * 5, [], 0.9, usual=3) < estimate_of([2.0] * 5, [], 0.9, usual=10)


def test_many_answers_leave_little_to_assume() -> None:
    assert estimate_of([2.0] * 200, [], 0.9, usual=10) == pytest.approx(2.0, rel=0.1)


def test_an_estimate_is_the_predictive_quantile_of_the_log_normal() -> None:
    # Checked with scipy's quantile: logarithms 0 and ln 4, half an answer at ln 10 - 1.2816 * 0.3, two of spread 0.3.
    assert estimate_of([1.0, 4.0], [], 0.9, usual=10) == pytest.approx(8.457, abs=0.01)


def test_an_organisations_answers_are_read_off_as_they_are() -> None:
    start = at("02-02 12:00")
    done = tuple(Wait(start=start, end=at("02-28 12:00"), days=3.0) for _ in range(5))
    found = rhythm_of(Rhythms(organisations={"talent.example": done}), "somebody@talent.example")
    assert found is not None
    assert (found.who, found.days) == ("organisation", 3)


@given(st.lists(st.floats(0, 60, allow_nan=False), min_size=5, max_size=9), st.lists(st.floats(0, 60), max_size=9))
@settings(max_examples=100, deadline=None)
def test_an_estimate_never_falls_as_more_of_the_answers_are_asked_for(
    answered: list[float], running: list[float]
) -> None:
    low, high = (estimate_of(answered, running, share, usual=5) for share in (0.5, 0.9))
    assert 0 < low <= high


def test_documents_are_told_apart_by_their_words() -> None:
    assert sorts_in("Please send your CV and two references") == {"cv", "references"}
    assert sorts_in("Could you call me?") == frozenset()


@pytest.mark.parametrize(
    ("name", "media_type", "is_document"),
    [
        ("cv.pdf", "application/pdf", True),
        ("passport.jpg", "image/jpeg", True),
        ("image003.png", "image/png", False),
        ("invite.ics", "text/calendar", False),
        ("signature.asc", "application/pgp-signature", False),
    ],
)
def test_an_invitation_or_a_logo_is_no_document(name: str, media_type: str, is_document: bool) -> None:
    entry = me("9 12:00", attachments=(Attachment(name=name, media_type=media_type),))
    assert carries_documents(entry.message) is is_document


def test_days_are_said_in_words() -> None:
    assert say_day(at("13 09:00")) == "Fri 13 March"
    assert say_moment(at("13 09:05")) == "Fri 13 March, 09:05"
