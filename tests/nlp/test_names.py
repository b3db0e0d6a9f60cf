"""Names of people are blanked before a mail is read."""

from __future__ import annotations

import pytest

from inbox_watch.core import zones
from inbox_watch.core.types import Address, Message
from inbox_watch.nlp.context import Context
from inbox_watch.nlp.features import gather
from inbox_watch.nlp.names import blank_names, names_in


def a_message(sender: str, to: str = "Sam Okafor", text: str = "", subject: str = "") -> Message:
    return Message(
        key="k", source="test", message_id="<k@x.example>", date=None, received=None, instant=None,
        sender=Address(name=sender, address="a@x.example"), to=(Address(name=to, address="sam@example.com"),),
        subject=subject, text=text,
    )  # fmt: skip


def test_the_names_of_writer_and_reader_are_those_of_their_headers() -> None:
    assert names_in(a_message("Narelle O'Hogan")) == {"narelle", "hogan", "sam", "okafor"}


@pytest.mark.parametrize(
    "sender",
    ["Interview Kickstart", "Acme Careers", "The Recruiting Team", "Job Alerts", "Jobs at Acme for Sam and You"],
)
def test_the_words_of_an_office_or_a_program_stay(sender: str) -> None:
    assert names_in(a_message(sender, to="")) == frozenset()


@pytest.mark.parametrize("name", ["Will", "Mark", "Grace Young", "May Park"])
def test_a_name_that_is_a_word_as_well_stays(name: str) -> None:
    assert names_in(a_message(name, to="")) == frozenset()


def test_blanked_text_keeps_its_length_and_its_other_words() -> None:
    text = "Hi Declan\n\nBrett can't do it. Thanks heaps\nNarelle"
    blanked = blank_names(text, frozenset({"narelle"}))
    assert len(blanked) == len(text)
    assert blanked.split() == ["Hi", "Brett", "can't", "do", "it.", "Thanks", "heaps"]


@pytest.mark.parametrize(
    "text", ["Dear Candidate,\nwe write", "Hi all, the rota", "Dear Hiring Manager,", "Hello there!"]
)
def test_who_is_greeted_as_nobody_in_particular_stays(text: str) -> None:
    assert blank_names(text, frozenset()) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dear Ms Nair,\nthank you", "Dear Ms , thank you"),
        ("Good morning Sam - how are you?", "Good morning - how are you?"),
    ],
)
def test_whom_a_mail_greets_is_blanked(text: str, left: str) -> None:
    assert " ".join(blank_names(text, frozenset()).split()) == left


def test_two_mails_that_differ_by_names_alone_are_read_alike() -> None:
    read = []
    for name, reader in (("Priya Nair", "Tom Reed"), ("Narelle Quist", "Bea Lund")):
        text = f"Hi {reader.split()[0]},\n\nWould Monday suit you?\n\nThanks,\n{name}"
        message = a_message(name, reader, text, subject=f"Interview: {reader}")
        material = gather(message, zones.split(text), Context())
        read.append((material.text.split(), material.signature.split()))
    assert read[0] == read[1]
