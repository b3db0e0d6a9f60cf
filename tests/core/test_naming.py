"""What an opportunity is called, what kind its people are, and what a job number keeps apart: over all of its mails."""

from __future__ import annotations

import pytest

from inbox_watch.core.opportunity.naming import is_same_role, normal_company, normal_role
from inbox_watch.core.reading.pairs import pairs_in, settle
from inbox_watch.core.types import Entry, SenderKind
from tests.core.build import DANA, INES, course, gathered, judged, kinds, me, meeting, robot, them

AGENCY, EMPLOYER = SenderKind.AGENCY, SenderKind.EMPLOYER
PRIYA = "priya@calder.example"


def parts(*entries: Entry) -> list[set[str]]:
    """Return the threads of each opportunity."""
    return [{thread.id for thread in one.threads} for one in gathered(*entries)]


def kind_of(entries: list[Entry], address: str) -> list[SenderKind]:
    return [one.kind for found in gathered(*entries) for one in found.contacts if one.address == address]


# --- kinds ----------------------------------------------------------------------------------------------------------


def test_a_later_short_mail_makes_no_employer_of_an_agency() -> None:
    first = them("2 10:00", sender_kind=AGENCY, is_kind_shown=True)
    later = [them(f"{day} 10:00", sender_kind=EMPLOYER) for day in (3, 4, 5)]
    assert kind_of([first, *later], DANA) == [AGENCY]
    assert kind_of([*later, them("6 10:00", sender_kind=AGENCY, is_kind_shown=True)], DANA) == [AGENCY]


def test_an_agency_that_shows_itself_in_one_thread_is_one_in_all() -> None:
    shown = them("2 10:00", thread="t-1", role="Data Engineer", sender_kind=AGENCY, is_kind_shown=True)
    other = them("3 10:00", thread="t-2", role="HR Analyst", company="Talent", sender_kind=EMPLOYER)
    assert kind_of([shown, other], DANA) == [AGENCY, AGENCY]
    assert [one.company for one in gathered(shown, other)] == [None, None]  # talent.example is the agency's own name


def test_without_evidence_the_most_mails_say_the_kind_not_the_last() -> None:
    seems = [them("2 10:00", sender_kind=EMPLOYER), them("3 10:00", sender_kind=EMPLOYER)]
    assert kind_of([*seems, them("4 10:00", sender_kind=AGENCY)], DANA) == [EMPLOYER]


def test_an_employer_who_shows_it_is_none_of_the_agencys_people() -> None:
    agency = them("2 10:00", sender_kind=AGENCY, is_kind_shown=True)
    hiring = them("3 10:00", sender=INES, sender_kind=EMPLOYER)
    assert kind_of([agency, hiring], INES) == [EMPLOYER]


def test_after_an_interview_an_agency_is_owed_the_debrief_alone() -> None:
    approach = them("2 10:00", sender_kind=AGENCY, is_kind_shown=True)
    later = them("3 10:00", sender_kind=EMPLOYER, appointments=[meeting("9 14:00", "9 15:00")])
    assert kinds(judged("9 16:00", approach, later)) == ["debrief", "request_update"]


def test_a_no_reply_address_is_a_platform_even_where_the_mail_went_to_many() -> None:
    mail = robot("2 10:00", sender="noreply@acme.example", sender_kind=EMPLOYER, is_bulk=True)
    assert [one.kind for one in course(mail).contacts] == [SenderKind.PLATFORM]


# --- company and role -----------------------------------------------------------------------------------------------


def test_the_company_does_not_shrink_to_its_domain() -> None:
    full = me("2 10:00", to=PRIYA, company="Calder Insurance")
    short = [them(f"{day} 10:00", sender=PRIYA, company="Calder") for day in (3, 4, 5)]
    assert course(full, *short).company == "Calder Insurance"
    assert course(*short).company == "Calder"


def test_the_longer_name_stands_where_both_are_named_in_earnest() -> None:
    short = [them(f"{day} 10:00", company="Calder") for day in (2, 3)]
    assert course(*short, them("4 10:00", company="Calder Insurance")).company == "Calder Insurance"
    many = [them(f"{day} 10:00", company="Calder") for day in (2, 3, 4, 5)]
    assert course(*many, them("6 10:00", company="Calder Claims Conversation")).company == "Calder"


def test_a_role_is_not_shown_with_the_company_of_another() -> None:
    one = them("2 10:00", role="Payroll Manager", company="Northgate Foods")
    other = them("3 10:00", role="HR Analyst", company="Tiller Homes")
    found = course(one, other, me("4 10:00", role="HR Analyst"))
    assert (found.role, found.company) == ("HR Analyst", "Tiller Homes")
    unnamed = course(one, them("3 10:00", role="HR Analyst"), me("4 10:00", role="HR Analyst"))
    assert (unnamed.role, unnamed.company) == ("Payroll Manager", "Northgate Foods")


@pytest.mark.parametrize(
    "text",
    [
        "I have two roles: a Payroll Manager for Northgate Foods in Leeds and an HR Analyst for Tiller Homes in York.",
        "I have two roles:\n- Payroll Manager, Northgate Foods, Leeds\n- HR Analyst, Tiller Homes, York\n",
        "I have two roles:\n1. Payroll Manager (Northgate Foods)\n2. HR Analyst (Tiller Homes)\n",
        "Northgate Foods are looking for a Payroll Manager, and Tiller Homes needs an HR Analyst.",
        "Northgate Foods: Payroll Manager\nTiller Homes: HR Analyst",
        "Payroll Manager - Northgate Foods - Leeds\nHR Analyst - Tiller Homes - York",
        "The first is a Payroll Manager role with Northgate Foods, the second an HR Analyst position at Tiller Homes.",
        "My client Northgate Foods wants a Payroll Manager. Another client, Tiller Homes, is hiring an HR Analyst.",
    ],
)
def test_two_roles_at_two_companies_are_two_pairs(text: str) -> None:
    assert pairs_in(text) == (("Payroll Manager", "Northgate Foods"), ("HR Analyst", "Tiller Homes"))
    assert settle("Two roles", text, "Payroll Manager", "Tiller Homes") == (None, None)
    subject = "Payroll Manager - Northgate Foods"
    assert settle(subject, text, "Payroll Manager", "Tiller Homes") == ("Payroll Manager", "Northgate Foods")


@pytest.mark.parametrize(
    "text",
    [
        "The Data Engineer role at Acme is remote.",
        "We have two vacancies: Payroll Manager in Leeds and HR Analyst in York.",
        "The Data Engineer role at Acme, or the Data Engineer position at Acme Robotics, its daughter.",
        "Interview with Owen Price, Engineering Manager at Globex, for the Data Engineer role at Acme.",
        "I'm a Senior Consultant at Brightpath and I have a Payroll Manager role with Northgate Foods.",
    ],
)
def test_one_role_or_somebodys_title_is_left_as_it_was_read(text: str) -> None:
    assert settle("A role", text, "Data Engineer", "Acme") == ("Data Engineer", "Acme")


def test_an_employer_that_names_its_own_company_is_left_alone() -> None:
    text = "We have a Payroll Manager role at Calder. You know the HR Analyst position at Tiller Homes."
    assert settle("A role", text, "Payroll Manager", "Calder", own="calder") == ("Payroll Manager", "Calder")


# --- job numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Your application - Grid Analyst (R-10442)", "Your application - Grid Analyst (R-10577)"),
        ("JR20031 | Grid Analyst", "JR20044 | Grid Analyst"),
        ("Grid Analyst #55120", "Grid Analyst #55121"),
        ("Grid Analyst [REQ-4471]", "Grid Analyst [REQ-4480]"),
        ("Grid Analyst, Job ID 90211", "Grid Analyst, Job ID 90345"),
    ],
)
def test_two_job_numbers_of_one_title_are_two_opportunities(one: str, other: str) -> None:
    names = {"company": "Marlow Energy", "role": "Grid Analyst"}
    mails = [
        robot("2 10:00", thread="t-1", subject=one, **names),
        robot("2 11:00", thread="t-2", subject=other, **names),
    ]
    assert parts(*mails) == [{"t-1"}, {"t-2"}]
    named = them("4 10:00", thread="t-3", sender="tessa@marlow.example", subject=f"Re: {other}", **names)
    assert parts(*mails, named) == [{"t-1"}, {"t-2", "t-3"}]
    unnamed = them("4 10:00", thread="t-3", sender="tessa@marlow.example", subject="Your application", **names)
    assert parts(*mails, unnamed) == [{"t-1"}, {"t-2"}, {"t-3"}]


def test_one_job_number_is_known_with_and_without_its_letters() -> None:
    one = robot("2 10:00", thread="t-1", subject="Grid Analyst (R-10442)", company="Marlow", role="Grid Analyst")
    other = robot("3 10:00", thread="t-2", subject="Requisition ID: 10442", company="Marlow", role="Analyst, Grid")
    assert parts(one, other) == [{"t-1", "t-2"}]


@pytest.mark.parametrize("words", ["Grid Analyst (2026)", "Grid Analyst (D-10115 Berlin)", "Grid Analyst, 45000 EUR"])
def test_years_post_codes_and_salaries_are_no_job_numbers(words: str) -> None:
    names = {"company": "Marlow Energy", "role": "Grid Analyst"}
    numbered = robot("2 10:00", thread="t-1", subject="Grid Analyst (R-10442)", **names)
    assert parts(numbered, robot("3 10:00", thread="t-2", subject=words, **names)) == [{"t-1", "t-2"}]


def test_an_agencys_own_domain_is_no_company_where_it_writes_under_the_firms_name() -> None:
    subject = "Business Development Manager - Marlpit Packaging"
    sender = "kelly@apexsales.example"
    first = them("2 10:00", sender=sender, subject=subject, company="Marlpit Packaging", sender_kind=EMPLOYER)
    later = [them(f"{day} 10:00", sender=sender, subject=subject, company="Apexsales") for day in (3, 4, 5)]
    assert [one.company for one in gathered(first, *later)] == ["Marlpit Packaging"]


def test_a_firms_own_domain_stays_its_name_where_a_subject_says_nothing_else() -> None:
    sender = "kelly@marlpit.example"
    first = them("2 10:00", sender=sender, subject="Interview", company="Teams Call", sender_kind=EMPLOYER)
    later = [them(f"{day} 10:00", sender=sender, subject="Interview", company="Marlpit") for day in (3, 4)]
    assert [one.company for one in gathered(first, *later)] == ["Marlpit"]


# --- numbers without a word, short forms, bodies, hours ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Application received - Stores Clerk - 55821", "55821 - Stores Clerk - Invitation to interview"),
        ("Your application for Stores Clerk (ref 55821)", "Stores Clerk 55821 - interview"),
        ("Application submitted - Stores Clerk - 55821", "Interview - Stores Clerk (55821)"),
        ("Your application: Stores Clerk Ref 2026/118", "Stores Clerk 2026/118 - shortlisted"),
        ("Your application: Stores Clerk (118/2026)", "118/2026: Stores Clerk"),
    ],
)
def test_one_number_and_role_in_two_subjects_are_one_job_whoever_sends_the_receipt(one: str, other: str) -> None:
    receipt = robot("2 10:00", thread="t-1", subject=one, company="Council Portal", role="Stores Clerk")
    invited = them("9 10:00", thread="t-2", sender="mark@dunmoor.example", subject=other, company="Dunmoor Council")
    named = them(
        "9 10:00", thread="t-2", sender="mark@dunmoor.example", subject=other, company="Dunmoor", role="Stores Clerk"
    )
    assert parts(receipt, named) == [{"t-1", "t-2"}]
    assert parts(receipt, invited) == [{"t-1"}, {"t-2"}]  # without the role, the other firm's name counts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stores Clerk - 55821", "Stores Clerk - 55822"),
        ("Stores Clerk - 45000", "Stores Clerk - 45000"),
        ("Stores Clerk, £29500", "Stores Clerk, £29500"),
        ("Stores Clerk - 29500 EUR", "Stores Clerk - 29500 EUR"),
        ("Stores Clerk, 10115 Berlin", "Stores Clerk, 10115 Berlin"),
        ("Stores Clerk - 2026/27", "Stores Clerk - 2026/27"),
        ("Stores Clerk - 06/2026", "Stores Clerk - 06/2026"),
        ("Stores Clerk - 1234", "Stores Clerk - 1234"),
        ("Stores Clerk - 20260617", "Stores Clerk - 20260617"),
        ("Stores Clerk, meeting ID: 712345678", "Stores Clerk, meeting ID: 712345678"),
        ("Candidate no. 712345 - Stores Clerk", "Candidate no. 712345 - Stores Clerk"),
    ],
)
def test_other_numbers_sums_places_and_years_tie_no_two_firms(one: str, other: str) -> None:
    first = them("2 10:00", thread="t-1", sender="ann@acme.example", subject=one, company="Acme", role="Stores Clerk")
    second = them(
        "3 10:00", thread="t-2", sender="bo@calder.example", subject=other, company="Calder", role="Stores Clerk"
    )
    assert parts(first, second) == [{"t-1"}, {"t-2"}]


def test_two_agencies_with_one_clients_number_are_two_approaches() -> None:
    names = {"subject": "Stores Clerk - 55821", "role": "Stores Clerk", "sender_kind": AGENCY}
    first, second = them("2 10:00", thread="t-1", **names), them("3 10:00", thread="t-2", sender=PRIYA, **names)
    assert parts(first, second) == [{"t-1"}, {"t-2"}]


def test_one_number_of_two_roles_is_two_jobs() -> None:
    first = robot("2 10:00", thread="t-1", subject="Stores Clerk - 55821", company="Acme", role="Stores Clerk")
    second = robot("3 10:00", thread="t-2", subject="Payroll Officer - 55821", company="Acme", role="Payroll Officer")
    assert parts(first, second) == [{"t-1"}, {"t-2"}]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("CFO", "Chief Financial Officer", True),
        ("Sr. Data Engineer", "Senior Data Engineer", True),
        ("VP Sales", "Vice President, Sales", True),
        ("RN", "Registered Nurse", True),
        ("HR Manager", "Human Resources Manager", True),
        ("CFO", "Chief Operating Officer", False),
        ("VP Sales", "Sales", False),
        ("Jr Data Engineer", "Senior Data Engineer", False),
        ("PM", "Project Manager", False),
        ("RN", "Nurse Manager", False),
    ],
)
def test_a_title_is_the_same_in_short_and_in_full(one: str, other: str, is_one: bool) -> None:
    assert is_same_role(normal_role(one), normal_role(other)) is is_one


def test_a_colleague_of_one_agency_who_writes_the_title_short_writes_of_the_same_search() -> None:
    first = them("1 10:00", thread="t-1", company="Marlow Instruments", role="Chief Financial Officer")
    colleague = "claire@talent.example"
    second = them(
        "2 10:00", thread="t-2", sender=colleague, sender_kind=AGENCY, company="Marlow Instruments", role="CFO"
    )
    other = them("3 10:00", thread="t-3", sender=colleague, sender_kind=AGENCY, company="Calder Foods", role="CFO")
    assert parts(first, second, other) == [{"t-1", "t-2"}, {"t-3"}]


def test_a_department_is_one_with_and_without_that_word() -> None:
    assert normal_company("Department for Rural Affairs") == normal_company("Rural Affairs")
    assert normal_company("Ministry of the Interior") == normal_company("Interior")
    assert normal_company("Department") != ""
    assert normal_company("Department for Trade") != normal_company("Department for Rural Affairs")


def test_an_invitation_of_the_contact_for_the_hour_they_named_belongs_to_that_opportunity() -> None:
    names = {"sender": INES, "sender_kind": EMPLOYER}
    first = them("2 10:00", thread="t-1", company="Acme", role="Planner", **names)
    second = them("3 10:00", thread="t-2", company="Acme", role="Buyer", appointments=[meeting("10 14:00")], **names)
    for start, found in (("10 14:00", [{"t-1"}, {"t-2", "t-3"}]), ("10 15:00", [{"t-1"}, {"t-2"}, {"t-3"}])):
        invited = them(
            "3 10:05", thread="t-3", subject="Site tour", appointments=[meeting(start, uid="u-1", what="call")], **names
        )
        assert parts(first, second, invited) == found


def test_two_people_who_meet_the_candidate_at_one_hour_have_nothing_in_common() -> None:
    one = them("2 10:00", thread="t-1", sender=INES, company="Acme", appointments=[meeting("10 14:00")])
    other = them("3 10:00", thread="t-2", sender="bo@calder.example", appointments=[meeting("10 14:00", uid="u-1")])
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


@pytest.mark.parametrize(
    ("sender", "others", "best"),
    [
        ("jo@clydecyclehub.example", ["Clydecyclehub", "Clydecyclehub", "Clyde Cycle Hub"], "Clyde Cycle Hub"),
        ("rd@neelachalschool.example", ["Neelachalschool", "Neelachal Public School"], "Neelachal Public School"),
        ("jo@acme.example", ["Acme", "Acme", "Dunmoor Vale"], "Acme"),
    ],
)  # fmt: skip
def test_a_name_in_words_is_better_than_how_a_domain_spells_it(sender: str, others: list[str], best: str) -> None:
    mails = [them(f"{day} 10:00", sender=sender, company=name) for day, name in enumerate(others, start=2)]
    assert [one.company for one in gathered(*mails)] == [best]
