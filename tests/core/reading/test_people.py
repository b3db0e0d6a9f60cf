"""Who a sender is, whatever the model says."""

from __future__ import annotations

from dataclasses import replace

from inbox_watch.core.types import Address, SenderKind
from tests.core.reading.mails import SAM, mail, reading, scores

INES = Address(name="Ines Kim", address="ines.kim@brightwater.example")
SIGNED = "Hi Sam,\n\nyou'll hear from me by Friday.\n\nKind regards,\nInes Kim\nTalent Acquisition, Brightwater GmbH\n"


def test_only_an_own_address_is_the_candidates() -> None:
    assert reading(mail(SIGNED, sender=INES), scores(kind=SenderKind.CANDIDATE)).sender_kind is SenderKind.EMPLOYER
    assert reading(mail("Thanks", sender=SAM, to=(INES,)), scores()).sender_kind is SenderKind.CANDIDATE


def test_a_person_who_signs_is_no_platform() -> None:
    assert reading(mail(SIGNED, sender=INES), scores(kind=SenderKind.PLATFORM)).sender_kind is SenderKind.EMPLOYER


def test_a_team_and_a_program_may_be_a_platform() -> None:
    team = Address(name="Brightwater Careers", address="careers@brightwater.example")
    robot = Address(name="Ines Kim", address="no-reply@brightwater.example")
    for sender in (team, robot):
        got = reading(mail("Thank you for applying.", sender=sender), scores(kind=SenderKind.PLATFORM))
        assert got.sender_kind is SenderKind.PLATFORM


def test_a_named_person_with_a_reply_to_of_her_own_writes_in_person() -> None:
    relay = Address(name="Ines Kim", address="no-reply@greenhouse-mail.io")
    message = mail(SIGNED, sender=relay)
    assert reading(message).is_automatic
    assert not reading(replace(message, reply_to=(INES,))).is_automatic
    assert reading(replace(message, reply_to=(Address(address="jobs@brightwater.example"),))).is_automatic
