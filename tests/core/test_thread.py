"""Messages → threads."""

from __future__ import annotations

import hashlib
import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.thread import bare_subject, thread
from inbox_watch.core.types import Address, Message, Thread

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
SAM, DANA, EVE = "sam@example.com", "dana@talent.example", "eve@acme.example"


def mail(
    name: str,
    *,
    day: float | None = 0,
    sender: str = DANA,
    to: str = SAM,
    subject: str = "Data Engineer at Acme",
    references: tuple[str, ...] = (),
    in_reply_to: tuple[str, ...] = (),
    message_id: str | None = None,
    hint: str | None = None,
    source: str = "a.eml",
    is_junk: bool = False,
) -> Message:
    instant = None if day is None else START + timedelta(days=day)
    return Message(
        key=hashlib.sha256(name.encode()).hexdigest()[:32],
        source=source,
        message_id=message_id or f"<{name}@x.example>",
        date=instant,
        received=None,
        instant=instant,
        sender=Address(address=sender),
        to=(Address(address=to),),
        subject=subject,
        references=tuple(f"<{one}@x.example>" for one in references),
        in_reply_to=tuple(f"<{one}@x.example>" for one in in_reply_to),
        thread_hint=hint,
        is_junk=is_junk,
    )


def shape(threads: tuple[Thread, ...]) -> list[list[str]]:
    return [[message.message_id.partition("@")[0].strip("<") for message in one.messages] for one in threads]


def test_references_and_in_reply_to_tie() -> None:
    found = thread(
        [mail("c", day=2, in_reply_to=("b",)), mail("a"), mail("b", day=1, references=("a",)), mail("d", day=3)]
    )
    assert shape(found) == [["a", "b", "c"], ["d"]]


def test_two_answers_to_a_mail_that_is_not_here_are_one_thread() -> None:
    assert shape(thread([mail("b", references=("a",)), mail("c", day=1, references=("a",))])) == [["b", "c"]]


def test_references_in_a_circle_are_harmless() -> None:
    found = thread([mail("a", references=("b",)), mail("b", day=1, references=("a", "b"))])
    assert shape(found) == [["a", "b"]]


def test_the_servers_own_thread_ties() -> None:
    found = thread([mail("a", hint="7"), mail("b", day=1, hint="7", subject="Other"), mail("c", day=2, hint="8")])
    assert shape(found) == [["a", "b"], ["c"]]


def test_a_thread_is_named_by_its_first_message() -> None:
    first = mail("a", subject="Data Engineer at Acme")
    (found,) = thread([mail("b", day=1, references=("a",), subject="Re: Data Engineer at Acme"), first])
    assert found.id == f"t-{first.key[:8]}"
    assert found.subject == "Data Engineer at Acme"


def test_a_message_without_a_moment_comes_last() -> None:
    found = thread([mail("b", day=None, references=("a",)), mail("z", day=None), mail("a")])
    assert shape(found) == [["a", "b"], ["z"]]


def test_copies_are_one_message_and_the_one_outside_junk_is_kept() -> None:
    copies = [mail("a", source="z.eml"), mail("a", source="a.eml", is_junk=True)]
    for order in (copies, copies[::-1]):
        (found,) = thread(order)
        assert [message.source for message in found.messages] == ["z.eml"]


def test_one_message_id_on_unrelated_mails_ties_nothing() -> None:
    found = thread(
        [
            mail("a", message_id="<noreply@x.example>", subject="Your application at Acme"),
            mail("b", message_id="<noreply@x.example>", subject="Your application at Bond", day=1),
            mail("c", in_reply_to=("noreply",), subject="Re: Your application at Bond", day=2),
            mail("d", in_reply_to=("noreply",), subject="Something else", day=3),
        ]
    )
    assert sorted(shape(found)) == [["noreply", "c"], ["noreply", "d"]]
    assert [len(one.messages) for one in found] == [2, 2]
    assert [one.messages[-1].message_id for one in found] == ["<d@x.example>", "<c@x.example>"]


# --- the last resort ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["Re: ", "AW: ", "SV: ", "RV: ", "Re[2]: ", "RE: Re: ", "Antw: "])
def test_an_answer_without_references_is_tied_by_its_subject(prefix: str) -> None:
    answer = mail("b", day=1, sender=SAM, to=DANA, subject=prefix + "Data Engineer at Acme")
    assert shape(thread([mail("a"), answer])) == [["a", "b"]]


@pytest.mark.parametrize(
    "answer",
    [
        mail("b", day=1, sender=SAM, to=DANA, subject="Data Engineer at Acme"),
        mail("b", day=1, sender=SAM, to=EVE, subject="Re: Data Engineer at Acme"),
        mail("b", day=31, sender=SAM, to=DANA, subject="Re: Data Engineer at Acme"),
        mail("b", day=-1, sender=SAM, to=DANA, subject="Re: Data Engineer at Acme"),
        mail("b", day=1, sender=SAM, to=DANA, subject="Re: Data Engineer at Bond"),
        mail("b", day=1, sender=SAM, to=DANA, subject="Re: Data Engineer at Acme", references=("elsewhere",)),
        mail("b", day=None, sender=SAM, to=DANA, subject="Re: Data Engineer at Acme"),
    ],
    ids=["no prefix", "other person", "too late", "before it", "other subject", "has references", "no moment"],
)
def test_a_subject_alone_ties_nothing(answer: Message) -> None:
    assert len(thread([mail("a"), answer])) == 2


def test_a_subject_that_many_mails_bear_ties_nothing() -> None:
    first = mail("a", subject="Your application")
    assert len(thread([first, mail("b", day=1, sender=SAM, to=DANA, subject="Re: Your application")])) == 2


def test_an_answer_that_fits_two_threads_stays_apart() -> None:
    answer = mail("c", day=2, sender=SAM, to=DANA, subject="Re: Data Engineer at Acme")
    assert len(thread([mail("a"), mail("b", day=1), answer])) == 3


def test_a_row_of_answers_without_references_is_one_thread() -> None:
    row = [mail("a")] + [
        mail(f"b{n}", day=n + 1, sender=(SAM, DANA)[n % 2], to=(DANA, SAM)[n % 2], subject="Re: Data Engineer at Acme")
        for n in range(6)
    ]
    assert len(thread(row)) == 1


def test_prefixes_signs_and_case_do_not_count() -> None:
    assert bare_subject("RE: Fwd: AW: [ext] Data-Engineer (m/w/d)") == bare_subject("ext data engineer m w d")
    assert bare_subject("Research role") == "research role"


def test_ten_thousand_answers_of_one_subject_are_threaded() -> None:
    row = [mail(str(n), day=n / 1000, subject="Re: Data Engineer at Acme") for n in range(10_000)]
    assert sum(len(one.messages) for one in thread(row)) == 10_000


# --- laws -----------------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["a", "b", "c", "d", "e", "f"])
MAILS = st.builds(
    mail,
    NAMES,
    day=st.one_of(st.none(), st.integers(0, 40)),
    sender=st.sampled_from([SAM, DANA, EVE]),
    to=st.sampled_from([SAM, DANA, EVE]),
    subject=st.sampled_from(["Data Engineer at Acme", "Re: Data Engineer at Acme", "AW: Backend role in Berlin", ""]),
    references=st.lists(NAMES, max_size=2).map(tuple),
    in_reply_to=st.lists(NAMES, max_size=1).map(tuple),
    message_id=st.sampled_from([None, None, "<same@x.example>"]),
    hint=st.sampled_from([None, None, "1", "2"]),
    source=st.sampled_from(["a.eml", "b.eml"]),
    is_junk=st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(MAILS, max_size=12), st.integers(0, 1000))
def test_the_order_of_arrival_changes_nothing(mails: list[Message], seed: int) -> None:
    shuffled = list(mails)
    random.Random(seed).shuffle(shuffled)
    assert thread(mails) == thread(shuffled)


@settings(max_examples=200, deadline=None)
@given(st.lists(MAILS, max_size=12))
def test_every_message_is_in_exactly_one_thread(mails: list[Message]) -> None:
    found = [message.key for one in thread(mails) for message in one.messages]
    assert sorted(found) == sorted({message.key for message in mails})


@settings(max_examples=100, deadline=None)
@given(st.lists(MAILS, max_size=12))
def test_threading_twice_changes_nothing(mails: list[Message]) -> None:
    found = thread(mails)
    assert thread(message for one in found for message in one.messages) == found
