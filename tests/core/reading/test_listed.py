"""Requests in a list: one ask a kind of thing, each with its own line."""

from __future__ import annotations

from tests.core.reading.mails import mail, reading


def asked(text: str) -> list[tuple[str, str]]:
    return [(ask.kind.value, ask.quote) for ask in reading(mail(text)).asks]


def test_each_item_of_a_numbered_list_asks_for_its_own_thing() -> None:
    text = (
        "Before the next step I need the following from you:\n\n1. Your latest CV\n"
        "2. Your availability for a call next week\n3. Your salary expectation"
    )
    assert asked(text) == [
        ("send_documents", "Your latest CV"),
        ("send_availability", "Your availability for a call next week"),
        ("reply", "Your salary expectation"),
    ]


def test_each_bullet_asks_for_its_own_thing() -> None:
    text = "Could you please send me:\n\n- your latest CV\n- your availability for a call next week"
    assert asked(text) == [
        ("send_documents", "your latest CV"),
        ("send_availability", "your availability for a call next week"),
    ]


def test_a_list_may_hang_on_we_need_or_on_the_following() -> None:
    assert [kind for kind, _ in asked("For the next step we need:\n\n• Your CV\n\n• Your availability")] == [
        "send_documents",
        "send_availability",
    ]
    assert asked("Could you please send me the following?\n- CV\n- salary expectations") == [
        ("send_documents", "CV"),
        ("reply", "salary expectations"),
    ]


def test_what_is_needed_in_a_case_is_not_asked_for_now() -> None:
    assert asked("If you are invited, we need:\n- your CV\n- your passport") == []


def test_two_questions_in_a_list_are_two_asks() -> None:
    text = "Two questions:\n\n1. What is your notice period?\n2. Could you send me your CV?"
    assert [kind for kind, _ in asked(text)] == ["reply", "send_documents"]


def test_the_deadline_above_a_list_is_that_of_each_item() -> None:
    text = "Could you please send me the following by Friday:\n\n- your latest CV\n- your notice period"
    assert [str(ask.due) for ask in reading(mail(text)).asks] == ["2026-03-13 18:00:00+00:00"] * 2


def test_times_to_choose_from_are_no_list_of_requests() -> None:
    text = "Which of these works for you:\n1. Monday 16 March at 10:00\n2. Tuesday 17 March at 11:00"
    assert {kind for kind, _ in asked(text)} <= {"send_availability", "confirm"}


def test_a_day_of_the_month_at_the_start_of_a_line_is_no_number_of_an_item() -> None:
    said = reading(mail("Could you send me your CV until the day below?\n13. March"))
    assert [ask.kind.value for ask in said.asks] == ["send_documents"]
