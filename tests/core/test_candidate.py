"""Who the candidate is, inferred from a few mails."""

from __future__ import annotations

from dataclasses import replace

from inbox_watch.core.candidate import infer
from inbox_watch.core.types import Address
from tests.core.reading.mails import DANA, SAM, mail

ROBOT = Address(name="Greenhouse", address="no-reply@us.greenhouse-mail.io")


def test_who_speaks_of_their_own_cv_is_the_candidate_and_not_who_has_a_client() -> None:
    theirs = mail("Hi Sam, my client Acme is hiring.", key="a")
    mine = mail("Hi Dana, my CV is attached.", sender=SAM, to=(DANA,), key="b")
    assert infer([theirs, mine]) == {SAM.address}
    assert infer([theirs, mine, replace(mine, key="c")]) == {SAM.address}


def test_the_lone_sender_of_a_folder_is_the_candidate() -> None:
    assert infer([mail("Hi Dana, Thursday suits me.", sender=SAM, to=(DANA,), key=key) for key in "ab"]) == {
        SAM.address
    }


def test_a_platform_is_never_the_candidate() -> None:
    assert infer([mail("Hello", sender=ROBOT, to=(SAM,))]) == {SAM.address}
    assert infer([mail("Hello", sender=ROBOT, to=())]) == frozenset()


def test_the_address_of_delivery_is_the_candidates() -> None:
    message = mail("Hello", sender=DANA, to=(SAM,), headers={"delivered-to": DANA.address})
    assert infer([message]) == {DANA.address}
