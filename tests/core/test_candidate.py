"""Who the candidate is, inferred from a few mails."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from inbox_watch.core.candidate import infer
from inbox_watch.core.types import Address
from tests.core.reading.mails import DANA, SAM, WRITTEN, mail

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


APPROACH = "Hi Sam,\n\nI'm a recruiter at Talent Partners and I'm looking for a Data Engineer for Acme.\n\nDana Reed"
LATER = WRITTEN + timedelta(hours=2)


def test_who_gets_two_approaches_from_one_recruiter_is_the_candidate() -> None:
    assert infer([mail(APPROACH, key="a"), mail(APPROACH, key="b", subject="Product Manager")]) == {SAM.address}


def test_without_any_telling_word_who_got_the_first_mail_is_the_candidate() -> None:
    theirs = mail("Hi Sam, how are you?", key="a")
    mine = mail("Hi Dana, fine.", sender=SAM, to=(DANA,), key="b", instant=LATER)
    assert infer([theirs, mine]) == infer([mine, theirs]) == {SAM.address}


def test_a_refusal_of_an_approach_shows_the_candidate() -> None:
    mine = mail("Thank you, but I am not looking for a new job.", sender=SAM, to=(DANA,), key="b", instant=LATER)
    assert infer([mail(APPROACH, key="a"), mine]) == infer([mine]) == {SAM.address}


def test_a_candidate_with_two_addresses_is_found_by_name_beside_a_recruiter_on_every_mail() -> None:
    private = Address(name=SAM.name, address="sam@private.example")
    mails = [
        mail("Hi Sam, do you have a minute?", key="a"),
        mail("Hi Dana, yes.", sender=SAM, to=(DANA,), key="b", instant=LATER),
        mail("Hi Dana, and on Friday too.", sender=private, to=(DANA,), key="c", instant=LATER),
    ]
    assert infer(mails) == {SAM.address}


def test_who_is_written_to_by_several_organisations_is_the_candidate() -> None:
    ines = Address(name="Ines Kim", address="ines@acme.example")
    mails = [
        mail("Hi Dana, hello.", sender=SAM, to=(DANA,), key="a"),
        mail("Hi Dana, hello again.", sender=SAM, to=(DANA,), key="b", instant=LATER),
        mail("Hello both", sender=ines, to=(SAM, DANA), key="c", instant=LATER),
        mail("Hello Sam", sender=Address(name="", address="kim@zeta.example"), key="d", instant=LATER),
    ]
    assert infer(mails) == {SAM.address}


def test_one_application_to_a_person_belongs_to_who_received_it() -> None:
    applies = "Dear Mr Okafor, I would like to apply for the position in your team. My CV is attached."
    lee = Address(name="Lee Kim", address="lee@candidate.example")
    assert infer([mail(applies, sender=lee)]) == {SAM.address}


def test_one_application_to_where_people_are_hired_is_the_senders() -> None:
    lee = Address(name="Lee Kim", address="lee.kim@gmail.com")
    for office in ("jobs@acme.example", "ines@acme.example", "dana@talent-partners.example"):
        to = (Address(name="", address=office),)
        assert infer([mail("I would like to apply.", sender=lee, to=to)]) == {lee.address}, office


def test_applicants_do_not_take_the_mailbox_of_who_hires() -> None:
    mails = [
        mail("I would like to apply. My CV is attached.", sender=Address(address=f"{name}@{name}.example"), key=name)
        for name in ("lee", "kit", "ana")
    ]
    assert infer(mails) == {SAM.address}


def test_mail_among_the_sent_ones_is_the_owners() -> None:
    assert infer([mail("Hello", sender=SAM, to=(DANA,), headers={"x-gm-labels": "Sent, Important"})]) == {SAM.address}


def test_who_writes_for_the_candidate_is_not_the_candidate() -> None:
    kim = Address(name="Kim Okafor", address="kim@family.example")
    words = "I'm writing on behalf of Sam. The notice period is three months."
    theirs = mail(APPROACH, key="a")
    assert infer([theirs, mail(words, sender=kim, to=(DANA,), cc=(SAM,), key="b", instant=LATER)]) == {SAM.address}
