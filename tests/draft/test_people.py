"""How somebody is spoken to, and how the candidate signs."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Address, Entry
from inbox_watch.draft.people import Register, person_name, register
from tests.core.build import DANA, INES, me, them

_DANA = Address(name="Dana Reed", address=DANA)
_INES = Address(name="Ines Kim", address=INES)


def _with(to: Address, *entries: Entry, known_as: str = "") -> Register:
    return register(entries, to, known_as)


@pytest.mark.parametrize(
    ("greets", "signs", "greeting"),
    [
        ("Hi Sam,", "Cheers,\nDana", "Hi Dana,"),
        ("Hello Sam,", "Best regards,\nDana Reed\nTalent Partners", "Hello Dana,"),
        ("Dear Sam,", "Kind regards,\nDana Reed", "Dear Dana,"),
        ("Good morning Sam,", "Best,\nDana", "Hello Dana,"),
        ("Hi there,", "Best,\nDana", "Dear Dana Reed,"),
        ("Dear Mr Ode,", "Kind regards,\nDana Reed", "Dear Dana Reed,"),
        ("Dear Mr. Ode,", "Yours sincerely,\nMs Dana Reed\nTalent Partners", "Dear Ms Reed,"),
        ("Dear candidate,", "Best regards,\nDana Reed", "Dear Dana Reed,"),
        ("Hi Sam,", "Best,\nThe Talent Team", "Dear Dana Reed,"),
    ],
)
def test_a_greeting_takes_up_theirs(greets: str, signs: str, greeting: str) -> None:
    entry = them("9 10:00", text=f"{greets}\n\nI have a question about your work. What do you do?\n\n{signs}\n")
    assert _with(_DANA, entry).greeting == greeting


def test_the_candidates_own_greeting_goes_first() -> None:
    theirs = them("9 10:00", text="Hi Sam,\n\nHow are you?\n\nBest,\nDana")
    own = me("9 11:00", text="Dear Ms Reed,\n\nI am well, thank you.\n\nKind regards,\nSam Ode")
    found = _with(_DANA, theirs, own)
    assert found.greeting == "Dear Ms Reed,"
    assert found.sign_off == "Kind regards,\nSam Ode"
    assert found.spoken == "Ms Reed"


def test_a_closing_that_thanks_is_not_repeated() -> None:
    own = me("9 11:00", text="Hi Dana,\n\nHere it is.\n\nMany thanks,\nSam")
    assert _with(_DANA, own).sign_off == "Best regards,\nSam Ode"


def test_who_has_not_written_yet_has_a_place_for_the_name() -> None:
    entry = them("9 10:00", text="Hi Sam,\n\nHow are you?\n\nBest,\nDana")
    assert _with(_DANA, entry).sign_off == "Best regards,\n[your name]"
    assert _with(_DANA, entry, known_as="Sam Ode").sign_off == "Best regards,\nSam Ode"


def test_who_has_only_been_heard_of_is_called_by_the_full_name() -> None:
    entry = them("9 10:00", text="Hi Sam,\n\nInes Kim will talk with you.\n\nBest,\nDana")
    assert _with(_INES, entry).greeting == "Dear Ines Kim,"


def test_a_title_is_never_guessed() -> None:
    entry = them("9 10:00", sender=INES, text="Dear Ms Ode,\n\nWhat is your notice period?\n\nYours,\nInes Kim")
    assert _with(_INES, entry).greeting == "Dear Ines Kim,"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kim, Ines", "Ines Kim"),
        ("Ines Kim (HR)", "Ines Kim"),
        ("INES KIM", "Ines Kim"),
        ("Dr. Ines Kim", "Dr. Ines Kim"),
        ("Greta Holm via LinkedIn", "Greta Holm"),
        ("Seán O’Brien-Roth", "Seán O’Brien-Roth"),
        ("Acme Recruiting Team", ""),
        ("People Team", ""),
        ("ines@acme.example", ""),
        ("Ines <b>Kim</b>", "Ines Kim"),
        ("", ""),
    ],
)
def test_a_name_is_a_persons_or_none(written: str, name: str) -> None:
    assert person_name(written) == name


def test_a_sender_without_a_name_is_greeted_without_one() -> None:
    nobody = Address(name="Acme Careers", address="careers@acme.example")
    assert _with(nobody, them("9 10:00", text="Hi Sam,\n\nHow are you?")).greeting == "Hello,"
