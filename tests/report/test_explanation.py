"""What `explain` says of each mail: which ask it closed, and why it moved no stage; and the words for what was done."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import ActionKind, Entry, Finding, Said, Word
from inbox_watch.report import said, words
from inbox_watch.report.explanation import explain
from tests.core.build import INES, ask, at, course, me, plain, robot, them


def told(now: str, *entries: Entry) -> str:
    found = course(*entries)
    return explain(Finding(opportunity=found, judgement=plain(found, now)), at(now))


def line_after(text: str, start: str) -> list[str]:
    """Return the lines of the mail whose heading has `start`."""
    lines = text.partition("Mail by mail")[2].split("\n")
    first = next(place for place, line in enumerate(lines) if start in line)
    after = lines[first + 1 :]
    end = next((place for place, line in enumerate(after) if not line.startswith("      ")), len(after))
    return [line.strip() for line in after[:end]]


def test_explain_says_which_mail_closed_which_ask() -> None:
    asked = them("10 10:00", asks=[ask("reply", "Why?"), ask("send_documents", "Your CV?")])
    sent = me("10 12:00", acts=["sends_documents"], subject="My CV")
    text = told("10 13:00", asked, them("10 11:00", sender=INES, subject="Hello"), sent)
    assert line_after(text, "My CV") == [
        "closes your answer, owed since Tue 10 Mar 2026 10:00: “Why?”",
        "closes your documents, owed since Tue 10 Mar 2026 10:00: “Your CV?”",
    ]
    assert line_after(text, "Hello") == []


def test_explain_says_that_an_end_closes_what_was_open() -> None:
    asked = them("10 10:00", asks=[ask("reply", "Why?")], signal="screening")
    text = told("12 13:00", asked, them("11 10:00", signal="rejected", subject="Sorry"))
    assert "closes your answer, owed since Tue 10 Mar 2026 10:00: “Why?”" in line_after(text, "Sorry")


@pytest.mark.parametrize(
    ("later", "why"),
    [
        (
            robot("11 10:00", signal="applied", subject="Later"),
            "it had come further (interview), and an automatic mail",
        ),
        (them("11 10:00", sender=INES, signal="screening", subject="Later"), "it had come further (interview)"),
        (me("11 10:00", to=INES, signal="offer", subject="Later"), "what you write yourself doesn't make it so"),
    ],
)
def test_explain_says_why_a_mail_moved_no_stage(later: Entry, why: str) -> None:
    text = told("12 12:00", them("10 10:00", sender=INES, signal="interview"), later)
    assert any(line.startswith(f"leaves the stage: {why}") for line in line_after(text, "Later"))


def test_explain_says_that_an_end_is_not_opened_again_by_a_machine() -> None:
    text = told("12 12:00", them("10 10:00", signal="rejected"), robot("11 10:00", signal="interview", subject="Later"))
    assert "leaves the stage: it had ended (rejected); only a person's clear proposal opens it again" in line_after(
        text, "Later"
    )


def test_a_mail_that_moves_the_stage_or_repeats_it_has_nothing_to_explain() -> None:
    entries = them("10 10:00", signal="screening"), them("11 10:00", signal="interview"), me("12 10:00")
    assert "leaves the stage" not in told("12 12:00", *entries, them("13 10:00", signal="interview"))


def test_an_ended_opportunity_shows_the_sentence_that_it_rests_on() -> None:
    rejected = them("10 10:00", signal="rejected", signal_quote="We have chosen somebody else.")
    found = course(rejected)
    finding = Finding(opportunity=found, judgement=plain(found, "11 10:00"))
    assert words.state_of_rest(finding) == "rejected: “We have chosen somebody else.”"


def test_what_was_done_and_put_off_is_said_in_plain_words() -> None:
    kinds = (ActionKind.SEND_DOCUMENTS, ActionKind.CONFIRM)
    done = Word(kind=Said.DONE, said=at("10"), at=at("10"), actions=kinds)
    snoozed = Word(kind=Said.SNOOZE, said=at("10"), at=at("10"), actions=kinds, until=at("12 09:00"))
    assert said.line(done, at("10")).endswith(": you sent the documents and you confirmed the time on Tue 10 Mar 2026")
    assert said.line(snoozed, at("10")).endswith(
        ": put off until Thu 12 Mar 2026: your documents and your confirmation"
    )


def test_every_kind_of_action_has_its_words() -> None:
    assert set(words.NOUN) == set(words.DONE) == set(ActionKind)
