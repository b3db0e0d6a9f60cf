"""Threads to opportunities: what is joined and what stays apart, the stage, appointments and contacts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inbox_watch.core.opportunity import as_of
from inbox_watch.core.opportunity.naming import is_same_role, normal_company, normal_role
from inbox_watch.core.opportunity.sides import is_no_person, plain_name
from inbox_watch.core.types import Address, CalendarEvent, Entry, Reading, SenderKind, Stage
from tests.core.build import (
    DANA,
    INES,
    SAM,
    ask,
    at,
    course,
    gathered,
    kinds,
    me,
    meeting,
    plain,
    proposed,
    robot,
    them,
)


def parts(*entries: Entry) -> list[set[str]]:
    """Return the threads of each opportunity."""
    return [{thread.id for thread in one.threads} for one in gathered(*entries)]


# --- joining --------------------------------------------------------------------------------------------------------


def test_a_receipt_a_recruiter_and_a_coordinator_are_one_opportunity() -> None:
    receipt = robot(
        "2 10:00", thread="t-1", subject="Your application", company="Acme GmbH", role="Data Engineer (m/f/d)"
    )
    recruiter = them("4 10:00", sender=INES, thread="t-2", subject="First call", role="Data Engineer")
    coordinator = them(
        "6 10:00", sender="office@acme.example", thread="t-3", subject="Invitation", appointments=[meeting("9 14:00")]
    )
    found = gathered(receipt, recruiter, coordinator)
    assert [{thread.id for thread in one.threads} for one in found] == [{"t-1", "t-2", "t-3"}]
    assert len(found[0].joins) == 2
    assert all(join.reason for join in found[0].joins)


def test_two_roles_at_one_company_stay_apart() -> None:
    one = robot("2 10:00", thread="t-1", company="Acme", role="Data Engineer")
    other = robot("2 11:00", thread="t-2", company="Acme", role="Product Manager")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_two_levels_of_one_role_stay_apart() -> None:
    one = robot("2 10:00", thread="t-1", company="Acme", role="Data Engineer")
    other = robot("2 11:00", thread="t-2", company="Acme", role="Senior Data Engineer")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_one_recruiter_with_two_roles_stays_apart() -> None:
    one = them("2 10:00", thread="t-1", subject="Data Engineer", company="Acme", role="Data Engineer")
    other = them("3 10:00", thread="t-2", subject="Platform Lead", company="Globex", role="Platform Lead")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_what_could_belong_to_either_role_stays_apart() -> None:
    one = them("2 10:00", thread="t-1", subject="Data Engineer", role="Data Engineer")
    other = them("3 10:00", thread="t-2", subject="Platform Lead", role="Platform Lead")
    unclear = them("4 10:00", thread="t-3", subject="A call on Monday?")
    assert parts(one, other, unclear) == [{"t-1"}, {"t-2"}, {"t-3"}]


def test_a_thread_without_a_role_joins_the_recruiters_only_one() -> None:
    one = them("2 10:00", thread="t-1", subject="Data Engineer", role="Data Engineer")
    unclear = them("4 10:00", thread="t-2", subject="A call on Monday?")
    assert parts(one, unclear) == [{"t-1", "t-2"}]


def test_threads_without_a_role_that_are_one_already_take_in_the_one_with_a_role() -> None:
    """Two threads outweigh one, so the opportunity with the role is merged away while it still waits for its turn."""
    first = them("2 10:00", thread="t-1", subject="Hello, Req ID: R-20417")
    second = them("3 10:00", sender=INES, thread="t-2", subject="A call, Req ID: R-20417")
    named = them("4 10:00", thread="t-3", subject="Data Engineer", role="Data Engineer")
    assert parts(first, second, named) == [{"t-1", "t-2", "t-3"}]


def test_a_new_approach_by_the_same_recruiter_stays_apart() -> None:
    one = them("2 10:00", thread="t-1", subject="A role for you", acts=["approaches"])
    other = them("9 10:00", thread="t-2", subject="Something new", acts=["approaches"])
    again = them("10 10:00", thread="t-3", subject="Re: A role for you", acts=["approaches"])
    assert parts(one, other) == [{"t-1"}, {"t-2"}]
    assert len(parts(one, again)) == 2


def test_a_recruiter_who_writes_again_after_half_a_year_has_something_new() -> None:
    one = them("2025-06-02 10:00", thread="t-1", subject="Hello")
    other = them("2 10:00", thread="t-2", subject="Hello again")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_two_recruiters_of_one_agency_stay_apart() -> None:
    one = them("2 10:00", thread="t-1", subject="One")
    other = them("3 10:00", thread="t-2", subject="Two", sender="ben@talent.example", sender_kind=SenderKind.AGENCY)
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_the_name_in_the_domain_from_which_both_write_is_no_other_company() -> None:
    one = them("2 10:00", sender="dara@acmetx.example", thread="t-1", company="Acme Therapeutics", role="Scientist")
    other = them("4 10:00", sender="dara@acmetx.example", thread="t-2", company="Acmetx", subject="Thanks")
    assert parts(one, other) == [{"t-1", "t-2"}]
    elsewhere = them("4 10:00", sender="dara@brill.example", thread="t-2", company="Brill", subject="Thanks")
    assert parts(one, elsewhere) == [{"t-1"}, {"t-2"}]


def test_a_receipt_of_the_firms_own_domain_joins_the_managers_invitation() -> None:
    receipt = robot(
        "2 10:00", sender="noreply@acmecouncil.example", thread="t-1", company="Sir Acme Council",
        role="Library Assistant", subject="We have received your application",
    )  # fmt: skip
    invites = them(
        "9 10:00", sender="mair@acmecouncil.example", thread="t-2", company="Acmecouncil", role="Library Assistant",
        subject="Interview",
    )  # fmt: skip
    assert parts(receipt, invites) == [{"t-1", "t-2"}]
    assert parts(receipt, replace(invites, reading=replace(invites.reading, role="Bus Driver"))) == [{"t-1"}, {"t-2"}]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Application LIB204", "LIB204 interview", True),
        ("Application LIB-204", "Interview (LIB-204)", True),
        ("Application LIB204", "LIB205 interview", False),
        ("Notes on IFRS16", "IFRS16 interview", False),
        ("Start in MAR2026", "Interview MAR2026", False),
    ],
)
def test_a_reference_of_letters_and_figures_in_both_subjects_joins(one: str, other: str, is_one: bool) -> None:
    first = them("2 10:00", sender="a@acme.example", thread="t-1", subject=one, role="Library Assistant")
    second = them("4 10:00", sender="b@brill.example", thread="t-2", subject=other, role="Library Assistant")
    assert (parts(first, second) == [{"t-1", "t-2"}]) is is_one


def test_the_agency_and_the_client_set_the_same_hour_for_one_role() -> None:
    agency = them("2 10:00", thread="t-1", role="Project Engineer", appointments=[meeting("9 14:00")])
    client = them("3 10:00", sender=INES, thread="t-2", role="Project Engineer", appointments=[meeting("9 14:00")])
    assert parts(agency, client) == [{"t-1", "t-2"}]
    later = them("3 10:00", sender=INES, thread="t-2", role="Project Engineer", appointments=[meeting("9 15:00")])
    assert parts(agency, later) == [{"t-1"}, {"t-2"}]
    other = them("3 10:00", sender=INES, thread="t-2", role="Nurse", appointments=[meeting("9 14:00")])
    assert parts(agency, other) == [{"t-1"}, {"t-2"}]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Recruiting Coordinator", "Here is the invite for Thursday.\n\nJo Alvarez\nRecruiting Coordinator"),
        ("Recruiting Coordinator", "Here is the invite.\n\nJo Alvarez | Recruiting Coordinator"),
        ("Financial Controller", "First round is with Declan Furey, Financial Controller, on Monday at 10am."),
        ("Finance Director", "You will meet Ana Diaz (Finance Director) on Monday."),
    ],
)
def test_a_persons_title_in_a_mail_is_no_other_role(title: str, text: str) -> None:
    role = them("2 10:00", sender=INES, thread="t-1", role="Platform Engineer")
    invites = them("4 10:00", sender=INES, thread="t-2", subject="Invitation", role=title, text=text)
    sender = Address(name="Jo Alvarez", address=INES)
    (found,) = gathered(role, replace(invites, message=replace(invites.message, sender=sender)))
    assert found.role == "Platform Engineer"


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("Recruiting Coordinator", "We'd like to talk to you about the Recruiting Coordinator role.\n\nJo Alvarez"),
        ("Financial Controller", "The Financial Controller job is with a firm in Cork.\n\nJo Alvarez"),
        ("Financial Controller", "Would you like to be our Financial Controller?\n\nJo Alvarez"),
    ],
)
def test_a_role_that_is_offered_is_no_title(role: str, text: str) -> None:
    one = them("2 10:00", sender=INES, thread="t-1", role="Platform Engineer")
    other = them("4 10:00", sender=INES, thread="t-2", subject="Hello", role=role, text=text)
    assert len(gathered(one, other)) == 2


def test_a_grade_that_is_left_out_is_no_other_role_and_two_grades_are() -> None:
    receipt = robot("2 10:00", thread="t-1", company="Acme", role="Scientist II")
    assert parts(receipt, them("4 10:00", sender=INES, thread="t-2", role="Scientist")) == [{"t-1", "t-2"}]
    assert parts(receipt, them("4 10:00", sender=INES, thread="t-2", role="Scientist III")) == [{"t-1"}, {"t-2"}]


def test_firms_whose_names_begin_alike_stay_apart_where_each_has_its_own_domain() -> None:
    one = them("2 10:00", sender="ana@maplebikes.example", thread="t-1", company="Maple Bikes", role="Mechanic")
    other = them("4 10:00", sender="ana@maplenorth.example", thread="t-2", company="Maple Bikes North", role="Mechanic")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]
    same = them("4 10:00", sender="bo@maplebikes.example", thread="t-2", company="Maple Bikes North", role="Mechanic")
    assert parts(one, same) == [{"t-1", "t-2"}]


def test_a_receipt_without_a_company_joins_the_firm_that_it_is_signed_by() -> None:
    receipt = robot("2 10:00", thread="t-1", subject="Thanks for applying to Acme!", role="Data Engineer")
    recruiter = them("4 10:00", sender=INES, thread="t-2", subject="Your interview")
    assert parts(receipt, recruiter) == [{"t-1", "t-2"}]
    other = robot("2 10:00", thread="t-1", subject="Thanks for applying to Brill!", role="Data Engineer")
    assert parts(other, recruiter) == [{"t-1"}, {"t-2"}]


def test_a_colleague_of_the_employer_who_seems_an_agency_is_of_the_employer() -> None:
    ines = them("2 10:00", sender=INES, thread="t-1", role="Designer")
    other = them("4 10:00", sender="jo@people.acme.example", thread="t-2", subject="Hi", sender_kind=SenderKind.AGENCY)
    assert parts(ines, other) == [{"t-1", "t-2"}]
    (found,) = gathered(ines, other)
    assert {one.kind for one in found.contacts} == {SenderKind.EMPLOYER}


def test_two_agencies_with_one_role_stay_apart() -> None:
    one = them("2 10:00", thread="t-1", subject="One", company="Acme", role="Data Engineer")
    other = them(
        "3 10:00",
        thread="t-2",
        subject="Two",
        sender="joe@headhunt.example",
        sender_kind=SenderKind.AGENCY,
        company="Acme",
        role="Data Engineer",
    )
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


@pytest.mark.parametrize(
    "sender", ["no-reply@greenhouse-mail.io", "jobs-noreply@linkedin.com", "notifications@calendly.com"]
)
def test_a_shared_sender_ties_nothing_and_names_no_employer(sender: str) -> None:
    one = robot("2 10:00", sender=sender, thread="t-1", subject="One", company="Acme")
    other = robot("3 10:00", sender=sender, thread="t-2", subject="Two", company="Globex")
    third = robot("4 10:00", sender=sender, thread="t-3", subject="Three")
    assert parts(one, other, third) == [{"t-1"}, {"t-2"}, {"t-3"}]


def test_a_platforms_own_name_is_no_company() -> None:
    receipt = robot("2 10:00", company="Greenhouse")
    assert course(receipt).company is None
    assert course(receipt, them("3 10:00", company="Acme")).company == "Acme"


def test_two_people_with_free_mail_are_not_one_organisation() -> None:
    one = them("2 10:00", sender="dana.reed@gmail.com", thread="t-1", subject="One")
    other = them("3 10:00", sender="joe.park@gmail.com", thread="t-2", subject="Two")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_one_invitation_joins_whoever_sends_it() -> None:
    one = them(
        "2 10:00", thread="t-1", subject="One", role="Data Engineer", appointments=[meeting("9 14:00", uid="u-1")]
    )
    other = robot(
        "3 10:00",
        sender="no-reply@calendly.com",
        thread="t-2",
        subject="Two",
        appointments=[meeting("9 14:00", uid="u-1")],
    )
    assert parts(one, other) == [{"t-1", "t-2"}]


def test_a_link_to_the_same_meeting_joins() -> None:
    one = them("2 10:00", thread="t-1", subject="One", text="Join at https://zoom.us/j/123456789?pwd=a")
    other = them(
        "3 10:00", sender="kim@globex.example", thread="t-2", subject="Two", text="https://zoom.us/j/123456789"
    )
    assert parts(one, other) == [{"t-1", "t-2"}]


def test_a_job_number_joins() -> None:
    one = robot("2 10:00", thread="t-1", subject="Your application, Req ID: R-20417")
    other = them("3 10:00", thread="t-2", subject="Call about requisition R-20417")
    assert parts(one, other) == [{"t-1", "t-2"}]


def test_a_job_number_of_digits_and_letters_joins() -> None:
    one = robot("2 10:00", thread="t-1", subject="Application submitted", text="The post of Nurse (ref 219-CC-4471).")
    other = them("3 10:00", thread="t-2", subject="Interview - Staff Nurse 219-CC-4471")
    assert parts(one, other) == [{"t-1", "t-2"}]


@pytest.mark.parametrize("words", ["Start on 12-Jan-2026", "Our room 219-CC-4471 is upstairs"])
def test_a_date_or_a_number_of_something_else_is_no_job_number(words: str) -> None:
    one = robot("2 10:00", thread="t-1", subject="Your application", text=words)
    other = robot("3 10:00", thread="t-2", subject="Your papers", sender="hr@globex.example", text=words)
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_the_short_and_the_long_form_of_a_firm_are_one_with_the_same_role() -> None:
    one = robot("2 10:00", thread="t-1", company="Maple & Main", role="Sales Associate (Part Time)")
    long = them(
        "3 10:00", sender="carla@store.example", thread="t-2", company="Maple & Main Square One", role="sales associate"
    )
    assert parts(one, long) == [{"t-1", "t-2"}]


def test_two_firms_that_begin_alike_and_a_firm_with_two_roles_stay_apart() -> None:
    one = robot("2 10:00", thread="t-1", company="Royal Bank of Arden", role="Clerk")
    other = robot("3 10:00", thread="t-2", company="Royal Bank of Calder", role="Clerk")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]
    one = robot("2 10:00", thread="t-1", company="Maple & Main", role="Clerk")
    other = robot("3 10:00", thread="t-2", company="Maple & Main Square One", role="Buyer")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_a_year_is_no_job_number() -> None:
    one = robot("2 10:00", thread="t-1", subject="Position 2026", company="Acme")
    other = robot("3 10:00", thread="t-2", subject="Position 2026", company="Globex")
    assert parts(one, other) == [{"t-1"}, {"t-2"}]


def test_a_platforms_mail_belongs_to_the_person_whom_it_names() -> None:
    asked = them("9 10:00", sender=INES, thread="t-1", subject="A test", role="Data Engineer")
    text = "Your solution was sent to Ines Kim (ines@acme.example)."
    done = robot("12 10:00", sender="no-reply@codility.com", thread="t-2", subject="Done", text=text)
    assert parts(asked, done) == [{"t-1", "t-2"}]
    assert parts(asked, them("12 10:00", sender="uli@elsewhere.example", thread="t-2", subject="Hm", text=text)) == [
        {"t-1"},
        {"t-2"},
    ]


def test_a_schedulers_invitation_belongs_to_its_host() -> None:
    asked = them("9 10:00", sender=INES, thread="t-1", subject="A call", role="Data Engineer")
    hosted = CalendarEvent(method="PUBLISH", uid="u1", start=at("17 10:00"), organizer=Address(address=INES))
    booked = robot("10 10:00", sender="notifications@calendly.com", thread="t-2", subject="Confirmed", events=(hosted,))
    assert parts(asked, booked) == [{"t-1", "t-2"}]


TEST = [ask("complete_assessment", "Please complete the test: https://codetest.example/t/1")]


def led_to_test(thread: str, when: str, company: str = "Acme GmbH", role: str = "Data Engineer") -> Entry:
    """A recruiter's mail with a link to a test."""
    text = "Please complete the test: https://codetest.example/t/1"
    sender = f"dana@{thread}.example"
    return them(when, sender=sender, thread=thread, subject=role, company=company, role=role, text=text, asks=TEST)


def done_with(when: str, text: str, **more: Any) -> Entry:
    """The test platform's word that the test is done, in a thread of its own."""
    more.setdefault("company", "CodeTest")
    return robot(when, sender="no-reply@codetest.example", thread="done", text=text, acts=["has_assessment"], **more)


def test_a_test_platforms_mail_belongs_to_the_opportunity_whose_mail_led_there() -> None:
    done = done_with("6 10:00", "Thank you for completing the test.", subject="Test completed")
    assert parts(led_to_test("one", "5 10:00"), done) == [{"one", "done"}]
    assert kinds(plain(course(led_to_test("one", "5 10:00"), done), "6 12:00")) == ["request_update"]


def test_a_test_platform_that_tests_for_two_companies_means_the_one_that_it_names() -> None:
    acme, zeta = led_to_test("one", "5 10:00"), led_to_test("two", "5 11:00", company="Zeta AG", role="Product Manager")
    done = done_with("6 10:00", "You have completed the test for Zeta AG.", subject="Test completed")
    assert parts(acme, zeta, done) == [{"one"}, {"two", "done"}]
    unnamed = done_with("6 10:00", "You have completed the test.", subject="Test completed")
    assert parts(acme, zeta, unnamed) == [{"one"}, {"two"}, {"done"}]
    by_role = done_with("6 10:00", "You have completed the test.", subject="Test completed", role="Data Engineer")
    assert parts(acme, zeta, by_role) == [{"one", "done"}, {"two"}]


def test_a_test_platforms_mail_for_another_company_stays_apart() -> None:
    done = done_with("6 10:00", "You have completed the test for Zeta AG.", company="Zeta AG")
    assert parts(led_to_test("one", "5 10:00"), done) == [{"one"}, {"done"}]


def test_the_platforms_own_invitation_to_a_test_is_done_with_its_later_mail() -> None:
    invited = robot("5 10:00", sender="no-reply@codetest.example", thread="one", company="Acme GmbH", asks=TEST)
    done = done_with("6 10:00", "You have completed the test.", subject="Test completed")
    assert parts(invited, done) == [{"one", "done"}]


def test_threads_without_a_recruiting_message_are_no_opportunities() -> None:
    assert gathered(them("2 10:00", recruiting=False)) == ()


def test_a_short_answer_that_reads_like_nothing_belongs_to_its_thread() -> None:
    opportunity = course(them("2 10:00"), me("3 10:00", recruiting=False))
    assert len(opportunity.entries) == 2


def test_the_order_of_arrival_changes_nothing() -> None:
    entries = [
        robot("2 10:00", thread="t-1", company="Acme", role="Data Engineer"),
        them("4 10:00", sender=INES, thread="t-2", subject="Call"),
        me("4 11:00", to=INES, thread="t-2"),
        them("5 10:00", thread="t-3", subject="Another", role="Platform Lead"),
    ]
    assert gathered(*entries) == gathered(*reversed(entries))


def test_mail_after_until_does_not_exist() -> None:
    entries = [them("2 10:00", signal="outreach"), them("9 10:00", signal="rejected")]
    (early,) = gathered(*entries, until="3 10:00")
    assert (early.stage, len(early.entries)) == (Stage.OUTREACH, 1)
    (late,) = gathered(*entries)
    was = as_of(late, at("3 10:00"))
    assert was is not None
    assert (was.stage, was.entries, as_of(late, at("1 10:00"))) == (early.stage, early.entries, None)


def test_the_id_comes_from_the_first_message() -> None:
    first = them("2 10:00")
    assert course(first, me("3 10:00")).id == f"o-{first.message.key[:8]}"


def test_names_are_compared_without_what_is_no_name() -> None:
    assert normal_company("Acme GmbH & Co. KG") == normal_company("ACME") == "acme"
    assert normal_role("Data Engineer (m/w/d)") == normal_role("the Data Engineer role")
    assert is_same_role(normal_role("Data Engineer"), normal_role("Data Engineer, Payments"))
    assert not is_same_role(normal_role("Data Engineer"), normal_role("Lead Data Engineer"))
    assert normal_role("part-time Sales Associate") == normal_role("Sales Associate (Part Time)")
    assert normal_role("Postdoc") == normal_role("Postdoctoral Researcher")
    assert normal_role("Full Stack Developer") != normal_role("Stack Developer")


def test_hundreds_of_threads_with_one_recruiter_are_joined_once() -> None:
    entries = [them("2 10:00", thread=f"t-{n}", subject=f"S{n}", role=f"Role {n % 300}") for n in range(600)]
    assert len(gathered(*entries)) == 300


# --- stage ----------------------------------------------------------------------------------------------------------


def stages(*entries: Entry) -> Stage:
    return course(*entries).stage


def test_the_last_signal_is_the_stage() -> None:
    first, second = (
        them("2 10:00", signal="screening"),
        them("4 10:00", signal="interview", signal_quote="an interview"),
    )
    opportunity = course(first, second)
    assert (opportunity.stage, opportunity.stage_since) == (Stage.INTERVIEW, at("4 10:00"))
    assert opportunity.stage_evidence is not None
    assert opportunity.stage_evidence.message_id == second.message.message_id
    assert opportunity.stage_evidence.quote == "an interview"


def test_a_stage_repeated_keeps_its_beginning() -> None:
    assert course(them("2 10:00", signal="interview"), them("4 10:00", signal="interview")).stage_since == at("2 10:00")


def test_an_automatic_receipt_does_not_pull_an_interview_back() -> None:
    assert stages(them("2 10:00", signal="interview"), robot("3 10:00", signal="applied")) is Stage.INTERVIEW


def test_a_person_does_not_pull_an_interview_back_to_the_application() -> None:
    assert stages(them("2 10:00", signal="interview"), them("3 10:00", signal="applied")) is Stage.INTERVIEW


def test_a_test_after_an_interview_is_a_stage_of_its_own() -> None:
    invited = them("2 10:00", signal="interview")
    test = robot("3 10:00", signal="assessment", asks=[ask("complete_assessment")])
    assert stages(invited, test) is Stage.ASSESSMENT
    assert stages(invited, robot("3 10:00", signal="assessment")) is Stage.INTERVIEW


def test_paperwork_leaves_an_offer_an_offer() -> None:
    assert stages(them("2 10:00", signal="offer"), them("3 10:00", signal="assessment")) is Stage.OFFER


def test_an_end_survives_logistics() -> None:
    no = them("2 10:00", signal="rejected")
    assert stages(no, robot("3 10:00", signal="interview")) is Stage.REJECTED
    assert stages(no, them("3 10:00", signal="interview", acts=["cancels"])) is Stage.REJECTED
    assert stages(no, them("3 10:00", signal="applied")) is Stage.REJECTED


def test_a_persons_real_signal_reopens_after_a_rejection() -> None:
    no = them("2 10:00", signal="rejected")
    invited = them("9 10:00", signal="interview", asks=[ask("send_availability")])
    assert stages(no, invited) is Stage.INTERVIEW
    assert stages(no, them("9 10:00", signal="interview", text="We'd like to meet you after all.")) is Stage.INTERVIEW


def test_a_farewell_after_an_end_does_not_reopen_it() -> None:
    no = them("2 10:00", signal="rejected")
    assert stages(no, them("9 10:00", signal="interview", text="It was good to interview you.")) is Stage.REJECTED
    unsure = them("9 10:00", signal="interview", signal_score=0.5, asks=[ask("reply")])
    assert stages(no, unsure) is Stage.REJECTED


def test_what_the_employer_takes_back_is_a_rejection_unless_the_candidate_refused() -> None:
    offer, back = them("2 10:00", signal="offer"), them("4 10:00", signal="withdrawn")
    assert stages(offer, back) is Stage.REJECTED
    assert stages(offer, me("3 10:00", acts=["declines_offer"]), back) is Stage.WITHDRAWN
    told = them("4 10:00", signal="withdrawn", text="We note that you have withdrawn your application.")
    assert stages(offer, told) is Stage.WITHDRAWN


def test_a_contract_after_the_acceptance_does_not_undo_it() -> None:
    entries = [them("2 10:00", signal="offer"), me("3 10:00", acts=["accepts_offer"]), them("4 10:00", signal="offer")]
    assert stages(*entries) is Stage.ACCEPTED


def test_an_employer_may_take_an_accepted_offer_back() -> None:
    entries = [me("3 10:00", acts=["accepts_offer"]), them("4 10:00", signal="rejected")]
    assert stages(*entries) is Stage.REJECTED


def test_a_refused_offer_is_a_withdrawal() -> None:
    assert stages(them("2 10:00", signal="offer"), me("3 10:00", acts=["declines_offer"])) is Stage.WITHDRAWN


def test_a_pause_goes_on_where_it_stood() -> None:
    paused = [them("2 10:00", signal="interview"), them("3 10:00", signal="on_hold")]
    assert stages(*paused) is Stage.ON_HOLD
    assert stages(*paused, them("9 10:00", signal="outreach")) is Stage.INTERVIEW
    assert stages(*paused, them("9 10:00", signal="offer")) is Stage.OFFER
    assert stages(*paused, them("9 10:00")) is Stage.ON_HOLD


def test_a_cv_in_answer_to_an_approach_is_an_application() -> None:
    assert stages(them("2 10:00", signal="outreach"), me("3 10:00", acts=["sends_documents"])) is Stage.APPLIED


def test_references_in_answer_to_an_approach_are_no_application() -> None:
    approach = them("2 10:00", signal="outreach", acts=["approaches"])
    references = me("9 10:00", acts=["sends_documents"], text="Here are my references, attached.")
    assert course(approach, references).stage is Stage.OUTREACH
    cv = me("9 10:00", acts=["sends_documents"], text="Here are my CV and my references, attached.")
    assert course(approach, cv).stage is Stage.APPLIED


@pytest.mark.parametrize("signal", [None, "applied"])
def test_references_sent_after_an_offer_leave_it_an_offer(signal: str | None) -> None:
    offer = them("2 10:00", signal="offer", asks=[ask("answer_offer"), ask("send_documents", "your references")])
    references = me("3 10:00", acts=["sends_documents"], text="Here are my references.", signal=signal)
    assert course(offer, references).stage is Stage.OFFER


def test_interest_in_an_approach_is_no_application() -> None:
    assert stages(them("2 10:00", signal="outreach"), me("3 10:00", signal="applied")) is Stage.OUTREACH


def test_the_candidate_asking_about_a_call_has_none_yet() -> None:
    assert stages(them("2 10:00", signal="outreach"), me("3 10:00", signal="screening")) is Stage.OUTREACH


def test_accepting_an_invitation_is_not_accepting_an_offer() -> None:
    yes = me("3 10:00", signal="accepted")
    assert stages(them("2 10:00", signal="interview"), yes) is Stage.INTERVIEW
    assert stages(them("2 10:00", signal="offer"), yes) is Stage.ACCEPTED


def test_the_candidate_hoping_for_an_offer_has_none() -> None:
    assert stages(them("2 10:00", signal="interview"), me("3 10:00", signal="offer")) is Stage.INTERVIEW


def test_a_set_interview_is_an_interview_even_if_no_word_says_so() -> None:
    assert (
        stages(them("2 10:00", signal="applied"), them("3 10:00", appointments=[meeting("9 14:00")])) is Stage.INTERVIEW
    )


def test_without_any_signal_the_first_writer_decides() -> None:
    assert stages(them("2 10:00")) is Stage.OUTREACH
    assert stages(me("2 10:00")) is Stage.APPLIED


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Thank you for your application as Controller. Please send us your certificates.", Stage.APPLIED),
        ("Thank you for the phone screening today. What are your salary expectations?", Stage.SCREENING),
        ("Thank you for the good interview last week. Please send us a reference.", Stage.INTERVIEW),
        ("We are looking for a Controller. Would you like to send us an application?", Stage.OUTREACH),
    ],
)
def test_without_any_signal_plain_words_tell_what_is_behind_them(text: str, stage: Stage) -> None:
    assert stages(them("2 10:00", text=text, subject="Controller")) is stage


def test_a_mail_about_when_the_interview_takes_place_tells_of_an_interview() -> None:
    text = "Our manager is on holiday, so the interview for the Data Engineer position will take place one week later."
    assert course(them("5 10:00", text=text)).stage is Stage.INTERVIEW


def test_an_absence_note_says_nothing_of_a_stage() -> None:
    note = them("3 10:00", is_automatic=True, away_until=at("9"), signal="rejected")
    assert stages(them("2 10:00", signal="screening"), note) is Stage.SCREENING


# --- appointments ---------------------------------------------------------------------------------------------------


def starts(*entries: Entry) -> list[str]:
    return [f"{one.start:%d %H:%M}" for one in course(*entries).appointments]


def test_a_later_sequence_replaces_an_invitation_and_an_older_one_does_not() -> None:
    new = them("3 10:00", appointments=[meeting("10 14:00", uid="u", sequence=2)])
    old = them("4 10:00", appointments=[meeting("9 14:00", uid="u", sequence=1)])
    assert starts(them("2 10:00", appointments=[meeting("9 14:00", uid="u")]), new, old) == ["10 14:00"]


def test_a_cancelled_invitation_is_gone() -> None:
    from inbox_watch.core.types import AppointmentStatus

    gone = meeting("9 14:00", uid="u", sequence=1, status=AppointmentStatus.CANCELLED)
    assert (
        starts(them("2 10:00", appointments=[meeting("9 14:00", uid="u")]), them("3 10:00", appointments=[gone])) == []
    )


def test_a_cancellation_in_words_takes_out_the_next_appointment() -> None:
    entries = [
        them("2 10:00", appointments=[meeting("9 14:00"), meeting("16 14:00")]),
        them("3 10:00", acts=["cancels"]),
    ]
    assert starts(*entries) == ["16 14:00"]


def test_a_moved_interview_replaces_the_former() -> None:
    moved = them("3 10:00", appointments=[meeting("10 09:00")], acts=["reschedules"])
    assert starts(them("2 10:00", appointments=[meeting("9 14:00")]), moved) == ["10 09:00"]


def test_the_text_and_the_invitation_of_one_meeting_are_one() -> None:
    told = them("2 10:00", appointments=[meeting("9 14:00")])
    invited = them("2 11:00", appointments=[meeting("9 14:00", "9 14:45", uid="u", people=(INES,), what="call")])
    (found,) = course(told, invited).appointments
    assert (found.what, found.source, found.end) == ("interview", "invitation", at("9 14:45"))
    assert [one.address for one in found.with_] == [INES]


def test_a_proposed_time_counts_once_the_candidate_confirms_it() -> None:
    offer = them("2 10:00", appointments=[proposed("9 14:00")])
    assert starts(offer) == []
    assert starts(offer, me("2 11:00", acts=["confirms"])) == ["09 14:00"]


def test_of_two_proposed_times_the_one_that_was_named_counts() -> None:
    offer = them("2 10:00", appointments=[proposed("9 14:00"), proposed("10 14:00")])
    assert starts(offer, me("2 11:00", acts=["confirms"])) == []
    assert starts(offer, me("2 11:00", acts=["confirms"], appointments=[proposed("10 14:00")])) == ["10 14:00"]


def test_a_time_that_the_candidate_offers_counts_once_they_take_it() -> None:
    offer = me("2 10:00", acts=["sends_times"], appointments=[proposed("9 14:00"), proposed("10 14:00")])
    assert starts(offer, them("2 11:00", acts=["books"], appointments=[meeting("10 14:00")])) == ["10 14:00"]


# --- contacts -------------------------------------------------------------------------------------------------------


def test_contacts_are_the_other_side_alone() -> None:
    opportunity = course(robot("2 10:00"), them("3 10:00", phone="+49 30 1"), me("4 10:00", to=INES))
    assert [one.address for one in opportunity.contacts] == ["no-reply@greenhouse-mail.io", DANA, INES]
    assert [one.is_reachable for one in opportunity.contacts] == [False, True, True]
    assert [one.kind for one in opportunity.contacts][1:] == [SenderKind.AGENCY, SenderKind.UNKNOWN]
    assert opportunity.contacts[1].phone == "+49 30 1"
    assert SAM not in [one.address for one in opportunity.contacts]


def test_a_friend_to_whom_the_candidate_forwards_a_mail_is_no_contact() -> None:
    forward = me("3 10:00", to="friend@gmail.com")
    assert [one.address for one in course(robot("2 10:00"), forward).contacts] == ["no-reply@greenhouse-mail.io"]
    one = [robot("2 10:00", thread="t-1", subject="One"), me("3 10:00", to="friend@gmail.com", thread="t-1")]
    other = [robot("4 10:00", thread="t-2", subject="Two"), me("5 10:00", to="friend@gmail.com", thread="t-2")]
    assert parts(*one, *other) == [{"t-1"}, {"t-2"}]


def test_a_name_is_shown_without_the_platform_that_carries_it() -> None:
    assert plain_name("Greta Holm via LinkedIn") == "Greta Holm"
    assert plain_name("Olivia Holm") == "Olivia Holm"
    assert plain_name("via LinkedIn") == "via LinkedIn"


def test_a_person_behind_a_platforms_dead_end_can_be_reached() -> None:
    entry = robot("2 10:00", reply_to=(Address(name="Ines Kim", address=INES),))
    assert [(one.address, one.is_reachable) for one in course(entry).contacts] == [(INES, True)]


def test_an_application_to_a_private_address_has_a_contact() -> None:
    assert [one.address for one in course(me("2 10:00", to="dana.reed@gmail.com")).contacts] == ["dana.reed@gmail.com"]


def test_a_colleague_of_an_agency_is_of_the_agency() -> None:
    opportunity = course(them("3 10:00"), me("4 10:00", to="ben@talent.example"))
    assert [one.kind for one in opportunity.contacts] == [SenderKind.AGENCY, SenderKind.AGENCY]


def test_a_reply_to_names_the_person_behind_a_platform() -> None:
    entry = robot("2 10:00", is_bulk=False, reply_to=(Address(name="Ines Kim", address=INES),))
    assert [one.address for one in course(entry).contacts] == [INES]


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@a.example",
        "noreply@a.example",
        "do-not-reply@a.example",
        "notifications@a.example",
        "jobs-noreply@a.example",
    ],
)
def test_nobody_reads_a_no_reply_address(address: str) -> None:
    assert is_no_person(address)


@pytest.mark.parametrize("address", ["dana@a.example", "jobs@a.example", "noreen@a.example", "norbert.reply@a.example"])
def test_people_are_people(address: str) -> None:
    assert not is_no_person(address)


def test_a_message_without_a_reading_is_left_out() -> None:
    from inbox_watch.core.opportunity import gather
    from inbox_watch.core.types import Thread

    entry, other = them("2 10:00"), them("3 10:00")
    thread = Thread(id="t-1", subject="x", messages=(entry.message, other.message))
    readings: dict[str, Reading] = {entry.message.key: entry.reading}
    (found,) = gather([thread], readings, candidate=frozenset({SAM}))
    assert found.entries == (entry,)


def test_an_offer_of_another_time_in_passing_takes_nothing_back() -> None:
    entries = [them("2 10:00", appointments=[meeting("9 14:00")]), them("3 10:00", acts=["reschedules"])]
    assert starts(*entries) == ["09 14:00"]


def test_a_request_for_new_times_takes_the_old_one_back() -> None:
    asked = them("3 10:00", acts=["reschedules"], asks=[ask("send_availability")])
    assert starts(them("2 10:00", appointments=[meeting("9 14:00")]), asked) == []


def test_a_moved_interview_stays_an_interview() -> None:
    opportunity = course(
        them("2 10:00", appointments=[proposed("13 15:00")]),
        me("2 12:00", appointments=[proposed("16 10:00", what="call")]),
        them("2 14:00", appointments=[meeting("16 10:00", what="call")]),
    )
    assert [(one.start, one.what) for one in opportunity.appointments] == [(at("16 10:00"), "interview")]


def test_whom_a_recruiter_copies_in_from_the_employer_is_a_contact_there() -> None:
    entry = them("2 10:00", company="Acme", text="You will meet Ines Kim.")
    copied = replace(entry.message, cc=(Address(name="Ines Kim", address=INES), Address(address="joe@other.example")))
    contacts = course(replace(entry, message=copied)).contacts
    assert [(one.address, one.kind) for one in contacts] == [
        (DANA, SenderKind.AGENCY),
        (INES, SenderKind.EMPLOYER),
    ]


def test_a_schedulers_booking_belongs_to_the_opportunity_of_the_host_that_it_names() -> None:
    booked = {"sender": "notifications@calendly.com", "thread": "t-2", "subject": "Confirmed: Call with Dana Reed"}
    assert parts(them("2 10:00", role="Data Engineer"), robot("3 10:00", **booked)) == [{"t-1", "t-2"}]
    assert parts(them("2 10:00", sender=INES), robot("3 10:00", **booked)) == [{"t-1"}, {"t-2"}]


# --- what a scheduling platform books -------------------------------------------------------------------------------

SLOTLY = "no-reply@slotly.example"
LINK = "Please pick a time for a first call: https://slotly.example/dana"


def linked(thread: str, when: str, role: str, text: str = LINK) -> Entry:
    return them(when, thread=thread, text=text, company="Acme", role=role, asks=[ask("send_availability")])


def booked(when: str, text: str, thread: str = "t-9", **more: Any) -> Entry:
    acts = ("books", "relays_booking")
    return robot(when, sender=SLOTLY, thread=thread, text=text, subject="Booking confirmed", acts=acts, **more)


def test_a_booking_belongs_to_the_opportunity_whose_link_was_followed() -> None:
    first, second = linked("t-1", "2", "Data Engineer"), linked("t-2", "3", "Planner", text="When could you speak?")
    found = parts(first, second, booked("4", "Your 30 minute meeting is booked for Tuesday, 10:00."))
    assert found == [{"t-1", "t-9"}, {"t-2"}]


def test_a_booking_belongs_to_the_person_whom_it_names() -> None:
    one = them("2", thread="t-1", company="Acme", role="Data Engineer")
    other = them("3", sender=INES, thread="t-2", company="Northwind", role="Planner")
    assert parts(one, other, booked("4", "Your call with Ines Kim is booked for Tuesday, 10:00.")) == [
        {"t-1"},
        {"t-2", "t-9"},
    ]


def test_a_booking_with_somebody_else_on_the_same_platform_stays_apart() -> None:
    found = parts(linked("t-1", "2", "Data Engineer"), booked("4", "Your call with Ben Hill is booked for 10:00."))
    assert found == [{"t-1"}, {"t-9"}]


def test_a_link_that_two_opportunities_sent_ties_the_booking_to_none() -> None:
    first, second = linked("t-1", "2", "Data Engineer"), linked("t-2", "3", "Planner")
    assert parts(first, second, booked("4", "Your meeting is booked for 10:00.")) == [{"t-1"}, {"t-2"}, {"t-9"}]


def test_two_bookings_by_one_platform_have_nothing_in_common() -> None:
    first, second = booked("4", "Your call with Ben Hill is booked."), booked("5", "Your call is booked.", thread="t-8")
    assert parts(first, second) == [{"t-9"}, {"t-8"}]


def test_a_booking_platform_cannot_be_asked_for_anything() -> None:
    one = course(linked("t-1", "2", "Data Engineer"), booked("4", "Your meeting is booked.", thread="t-1"))
    assert [contact.address for contact in one.contacts if contact.is_reachable] == [DANA]


def test_an_invitation_titled_a_call_is_the_interview_that_was_being_arranged() -> None:
    call = meeting("10 10:00", what="call", uid="u1")
    screened = course(them("2", signal="screening"), them("4", appointments=[call]))
    interviewed = course(them("2", signal="interview"), them("4", appointments=[call]))
    assert [one.what for one in (*screened.appointments, *interviewed.appointments)] == ["call", "interview"]
