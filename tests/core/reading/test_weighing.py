"""Rules and model together: the model adds, takes back and settles; without it the rules' word stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from inbox_watch.core import zones
from inbox_watch.core.calendar import Calendar
from inbox_watch.core.reading import read
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.reading.weighing import kind_where_alone, weigh_asks
from inbox_watch.core.types import ActionKind, Address, Message, Reading, Scores, SenderKind, Speech

CANDIDATE = Address(name="Sam", address="sam@example.com")
RECRUITER = Address(name="Dana Reed", address="dana@talent.example")
WRITTEN = datetime(2026, 3, 11, 10, tzinfo=UTC)
OTHERS = (ActionKind.REPLY, ActionKind.CONFIRM)


def speech(asks: float, kind: ActionKind = ActionKind.REPLY, share: float = 0.9, promises: float = 0.0) -> Speech:
    rest = next(other for other in OTHERS if other is not kind)
    return Speech(start=0, end=1, asks=asks, kinds=((kind, share), (rest, 1 - share)), promises=promises)


def message(text: str, *, sender: Address = RECRUITER, headers: tuple[tuple[str, str], ...] = ()) -> Message:
    to = CANDIDATE if sender is RECRUITER else RECRUITER
    return Message(
        key="k", source="test", message_id="<k@x>", date=WRITTEN, received=WRITTEN, instant=WRITTEN, sender=sender,
        to=(to,), subject="Data Engineer", text=text, headers=headers,
    )  # fmt: skip


def read_with(mail: Message, *said: Speech, stage: str = "none") -> Reading:
    """Read a mail as if the model had said this of its sentences, one after the other."""
    taken_apart = zones.split(mail.text)
    sentences = split_sentences(taken_apart.new)
    placed = (
        tuple(replace(one, start=s.start, end=s.end) for one, s in zip(said, sentences, strict=True)) if said else ()
    )
    scores = Scores(
        recruiting=0.98, stages=((stage, 0.95),), sender_kind=SenderKind.AGENCY, language="en", speech=placed
    )
    candidate = frozenset({CANDIDATE.address})
    return read(mail, taken_apart, scores, candidate=candidate, calendar=Calendar(UTC, "GB"))


def kinds(reading: Reading) -> list[ActionKind]:
    return [ask.kind for ask in reading.asks]


def test_without_a_model_the_rules_word_stands() -> None:
    assert weigh_asks([ActionKind.CONFIRM], None) == [ActionKind.CONFIRM]
    assert weigh_asks([], None) == []


def test_the_model_adds_what_the_rules_miss_where_it_is_sure() -> None:
    assert weigh_asks([], speech(0.97, ActionKind.SEND_DOCUMENTS)) == [ActionKind.SEND_DOCUMENTS]
    assert weigh_asks([], speech(0.3, ActionKind.SEND_DOCUMENTS)) == []


def test_a_mail_that_ends_the_exchange_needs_more_to_ask_something() -> None:
    likely = speech(0.85, ActionKind.REPLY)
    assert weigh_asks([], likely) == [ActionKind.REPLY]
    assert weigh_asks([], likely, is_end=True) == []


def test_the_model_takes_back_what_it_is_sure_is_nothing() -> None:
    assert weigh_asks([ActionKind.REPLY], speech(0.001)) == []
    assert weigh_asks([ActionKind.REPLY], speech(0.4)) == [ActionKind.REPLY]


def test_a_general_reply_gives_way_to_a_special_kind_and_a_special_kind_holds_out_longer() -> None:
    documents = speech(0.9, ActionKind.SEND_DOCUMENTS, share=0.85)
    assert weigh_asks([ActionKind.REPLY], documents) == [ActionKind.SEND_DOCUMENTS]
    assert weigh_asks([ActionKind.CONFIRM], speech(0.9, ActionKind.REPLY, share=0.85)) == [ActionKind.CONFIRM]
    assert weigh_asks([ActionKind.CONFIRM], speech(0.9, ActionKind.REPLY, share=0.99)) == [ActionKind.REPLY]


def test_two_asks_of_one_sentence_stay_two() -> None:
    both = [ActionKind.SEND_DOCUMENTS, ActionKind.SEND_AVAILABILITY]
    assert weigh_asks(both, speech(0.9, ActionKind.REPLY, share=0.99)) == both


def test_where_nothing_else_is_found_a_likely_sentence_is_enough() -> None:
    assert kind_where_alone(speech(0.65, ActionKind.REPLY)) is ActionKind.REPLY
    assert kind_where_alone(speech(0.2, ActionKind.REPLY)) is None


def test_a_sentence_that_only_the_model_understands_becomes_an_ask_with_its_date() -> None:
    mail = message("Your papers would make my day, Friday at the latest.")
    assert kinds(read_with(mail)) == []
    (ask,) = read_with(mail, speech(0.95, ActionKind.SEND_DOCUMENTS)).asks
    assert (ask.kind, ask.quote) == (ActionKind.SEND_DOCUMENTS, mail.text)
    assert ask.due == datetime(2026, 3, 13, 18, tzinfo=UTC)


def test_a_promise_that_only_the_model_understands_has_its_date() -> None:
    mail = message("Expect a line out of me, Friday.")
    (promise,) = read_with(mail, speech(0.0, promises=0.97)).promises
    assert (promise.by, promise.quote) == ("sender", mail.text)
    assert promise.latest == datetime(2026, 3, 13, 18, tzinfo=UTC)


def test_a_promise_that_the_model_is_sure_is_none_is_taken_back() -> None:
    mail = message("We'll let you know.")
    assert len(read_with(mail).promises) == 1
    assert read_with(mail, speech(0.0, promises=0.001)).promises == ()


@pytest.mark.parametrize(
    "mail",
    [
        message("Your papers would make my day.", headers=(("auto-submitted", "auto-replied"),)),
        message("Your papers would make my day.", headers=(("precedence", "bulk"), ("list-id", "<jobs.example>"))),
        message("Your papers would make my day.", sender=CANDIDATE),
    ],
    ids=["automatic", "bulk", "own"],
)
def test_however_sure_the_model_is_some_mail_asks_no_answer(mail: Message) -> None:
    assert kinds(read_with(mail, speech(0.999, ActionKind.REPLY))) == []


def test_what_stands_in_quoted_text_is_no_ask_of_this_mail() -> None:
    text = (
        "Noted, thank you.\n\nOn Mon, 9 Mar 2026 at 10:00, Sam <sam@example.com> wrote:\n> Could you send me your CV?\n"
    )
    reading = read_with(message(text), speech(0.0))
    assert reading.asks == ()


def test_a_mail_owes_one_reply_however_many_questions_it_asks() -> None:
    mail = message("Where are you based? How long is your notice?")
    assert kinds(read_with(mail, speech(0.99), speech(0.98))) == [ActionKind.REPLY]
