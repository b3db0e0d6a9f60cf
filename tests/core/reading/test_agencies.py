"""Who is an agency by plain words, and who only sounds like one: the model is given as having it the wrong way."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Address, Reading, SenderKind
from tests.core.reading.mails import SAM, mail, reading, scores, thread

LAURA = Address(name="Laura Finch", address="laura.finch@brightpath.example")
PRIYA = Address(name="Priya Nair", address="priya.nair@calder.example")
CALL = "Would you be free for a call about a new position this week?"


def said(text: str, sender: Address, *signature: str, model: SenderKind, subject: str = "A role") -> Reading:
    body = "\n".join([f"Hi Sam,\n\n{text}\n\nKind regards", *(signature or (sender.name,)), ""])
    return reading(mail(body, sender=sender, subject=subject), scores(kind=model, stage="outreach"))


@pytest.mark.parametrize(
    "text",
    [
        "I'm a recruitment consultant at Brightpath and came across your profile. Are you open to a chat?",
        "My name is Laura and I'm a recruitment consultant. Could we talk?",
        "I'm a headhunter and your name was given to me. Could we talk?",
        "We are a specialist recruitment agency for finance people. Could we talk about a role?",
        "This is Laura from Brightpath Recruitment. Could you speak this week?",
        "My client, a food producer in Leeds, needs a Payroll Manager. Interested?",
        "I'm hiring a Payroll Manager for my client Northgate Foods. Are you interested?",
        "One of my clients in Leeds is growing its finance team. Would you like to hear more?",
        "A client of mine in the energy sector needs a planner. Is that you?",
        "Our client is looking for a Payroll Manager in Leeds. Could I call you?",
        "I'm recruiting on behalf of a client in the food sector. Would you be interested?",
        "The client liked your CV and would like to meet you on Wednesday at 10am.",
        "Good news, I've heard back from the client and they'd like to interview you.",
        "I have sent your CV to the client and will come back to you on Friday.",
        "Could you confirm that I have the right to represent you for this role?",
        "I've been retained by a family business to find their next finance director. Could we talk?",
        "Northgate Foods have asked me to find a Payroll Manager. Are you open to a chat?",
        "I'm working with Northgate Foods on their search for a Payroll Manager. Could we talk?",
        "I work with Northgate Foods on their finance hires. Are you open to a chat?",
    ],
)
def test_who_speaks_of_clients_or_calls_themselves_so_is_an_agency(text: str) -> None:
    assert said(text, LAURA, model=SenderKind.EMPLOYER).sender_kind is SenderKind.AGENCY


@pytest.mark.parametrize(
    "signature",
    [
        ("Laura Finch", "Brightpath Recruitment", "+44 20 7946 0123"),
        ("Laura Finch", "Senior Consultant", "Brightpath Resourcing"),
        ("Laura Finch | Brightpath Talent | +44 20 7946 0123",),
        ("Laura Finch", "Director, Brightpath Executive Search"),
        ("Laura Finch", "Recruitment Consultant", "Brightpath"),
        ("Laura Finch", "Brightpath Staffing Solutions Ltd"),
        ("Laura Finch", "Brightpath Personnel"),
        ("Laura Finch", "Brightpath Personalberatung GmbH"),
    ],
)
def test_an_agencys_name_or_title_in_the_signature_shows_it(signature: tuple[str, ...]) -> None:
    got = said(CALL, LAURA, *signature, model=SenderKind.EMPLOYER)
    assert (got.sender_kind, got.company) == (SenderKind.AGENCY, None)


@pytest.mark.parametrize(
    "sender",
    [
        Address(name="Laura Finch - Brightpath Recruitment", address="laura@brightpath.example"),
        Address(name="Laura Finch (Brightpath Staffing)", address="laura@brightpath.example"),
        Address(name="Laura Finch", address="laura@brightpath-recruitment.example"),
        Address(name="Laura Finch", address="laura@oakwaystaffing.example"),
        Address(name="Laura Finch", address="laura@moor-search.example"),
    ],
)
def test_an_agencys_sender_name_or_domain_shows_it(sender: Address) -> None:
    assert said(CALL, sender, "Laura", model=SenderKind.EMPLOYER).sender_kind is SenderKind.AGENCY


@pytest.mark.parametrize(
    "signature",
    [
        ("Priya Nair", "Recruiter, Calder Insurance"),
        ("Priya Nair", "Head of Recruitment, Calder Insurance"),
        ("Priya Nair", "Recruitment Manager, Calder Insurance"),
        ("Priya Nair", "Calder Insurance Recruiting"),
        ("Priya Nair", "Calder Insurance Talent Team"),
        ("Priya Nair", "Flight Crew Recruitment"),
        ("Priya Nair", "Resourcing Team, Calder Council"),
        ("Priya Nair", "Calder Consulting"),
    ],
)
def test_an_employers_department_is_no_agency(signature: tuple[str, ...]) -> None:
    text = "Thanks for applying. Could we speak on Monday?"
    assert said(text, PRIYA, *signature, model=SenderKind.EMPLOYER).sender_kind is SenderKind.EMPLOYER


def test_a_department_whose_firm_has_the_role_is_no_agency() -> None:
    text = "Thanks for applying for the role at Calder. Could we speak on Monday?"
    got = said(text, PRIYA, "Priya Nair", "Calder Recruitment", model=SenderKind.EMPLOYER)
    assert got.sender_kind is SenderKind.EMPLOYER


@pytest.mark.parametrize(
    "text",
    [
        "You would work with our clients in the region. Could we speak on Monday?",
        "You'd look after our client base in the north. Could we speak on Monday?",
        "The role includes client work and a client portfolio of ten firms. Could we speak?",
        "Our client services team would like to meet you. Could you come on Monday?",
        "The case study is about what the client needs from us. Could you send it by Monday?",
        "As a lawyer you would see my clients alone from day one. Is Monday fine?",
        "I saw that you worked at Brightpath Recruitment before. Could we speak on Monday?",
        "Brightpath Recruitment sent us your CV and we'd like to meet you. Is Monday fine?",
        "Your recruitment consultant gave me your number. Is Monday fine for the interview?",
        "We're looking for a Recruitment Consultant to join our team. Is Monday fine?",
        "Our director has asked me to find a date for the interview. Is Monday fine?",
        "I'm working with Owen Price on the schedule. Is Monday fine?",
    ],
)
def test_an_employer_who_speaks_of_clients_and_agencies_stays_one(text: str) -> None:
    assert said(text, PRIYA, model=SenderKind.EMPLOYER).sender_kind is SenderKind.EMPLOYER


def test_a_domain_that_ends_in_research_is_no_search_firm() -> None:
    sender = Address(name="Priya Nair", address="priya@calder-research.example")
    assert said(CALL, sender, model=SenderKind.EMPLOYER).sender_kind is SenderKind.EMPLOYER


def test_talent_acquisition_is_in_house_whatever_the_model_says() -> None:
    for line in ("Talent Acquisition, Calder Insurance", "HR Manager, Calder Insurance"):
        got = said("Could we speak on Monday?", PRIYA, "Priya Nair", line, model=SenderKind.AGENCY)
        assert got.sender_kind is SenderKind.EMPLOYER


def test_once_an_agency_in_a_thread_always_an_agency() -> None:
    first = mail("Hi Sam,\n\nMy client, Northgate Foods, needs a Payroll Manager.\n\nLaura\n", sender=LAURA, key="k1")
    later = mail("Hi Sam,\n\nWould Wednesday at 4pm work?\n\nLaura\n", sender=LAURA, key="k2")
    colleague = Address(name="Tom Hale", address="tom.hale@brightpath.example")
    third = mail("Hi Sam,\n\nAny news from Wednesday?\n\nTom\n", sender=colleague, key="k3")
    seems = scores(kind=SenderKind.EMPLOYER)
    got = thread((first, seems), (later, seems), (third, seems))
    assert [one.sender_kind for one in got] == [SenderKind.AGENCY] * 3
    assert [one.company for one in got] == ["Northgate Foods", None, None]


def test_an_employer_in_an_agencys_thread_stays_one() -> None:
    first = mail("Hi Sam,\n\nMy client needs a Payroll Manager.\n\nLaura\n", sender=LAURA, key="k1")
    other = mail("Hi Sam,\n\nSee you on Wednesday.\n\nPriya\n", sender=PRIYA, key="k2")
    seems = scores(kind=SenderKind.EMPLOYER)
    assert [one.sender_kind for one in thread((first, seems), (other, seems))] == ["agency", "employer"]


def test_a_program_behind_an_address_that_nobody_reads_is_a_platform() -> None:
    robot = Address(name="Calder Insurance Careers", address="noreply@calder.example")
    told = "Dear Sam,\n\nThank you for applying for the role of Claims Analyst at Calder Insurance.\n"
    for headers in ({}, {"auto-submitted": "auto-generated"}):
        got = reading(mail(told, sender=robot, headers=headers), scores(kind=SenderKind.EMPLOYER, stage="applied"))
        assert (got.sender_kind, got.company) == (SenderKind.PLATFORM, "Calder Insurance")


def test_everyday_mail_about_a_client_is_left_to_the_model() -> None:
    message = mail("Hi Sam,\n\nmy client pays next week.\n\nLaura\n", sender=PRIYA, to=(SAM,))
    assert reading(message, scores(0.02, kind=SenderKind.UNKNOWN)).is_kind_shown is False


@pytest.mark.parametrize(
    "text",
    [
        "We have a commercial plumber opening in Leek with a mechanical contractor, £22 an hour. Are you interested?",
        "I have a Payroll Manager role at a food manufacturer near Leeds. Interested?",
        "We've got a bookkeeper position for a family company in Stoke. Is that of interest?",
        "We have a plumber opening with one of our customers in Leek. Are you interested?",
        "One of our customers is looking to hire a plumber. Are you interested?",
    ],
)
def test_who_has_a_job_with_somebody_else_is_an_agency(text: str) -> None:
    assert said(text, LAURA, model=SenderKind.EMPLOYER).sender_kind is SenderKind.AGENCY


@pytest.mark.parametrize(
    "text",
    [
        "We have an opening for a developer in Leek. Are you interested?",
        "We have a role with a company car and a good pension. Are you interested?",
        "We have a position for a school nurse in Leek. Are you interested?",
        "We have a vacancy for a contractor in Leek. Are you interested?",
        "We have an opening in our team in Leek with a start in May. Are you interested?",
        "You would have a job where you talk with one of our customers every day. Are you interested?",
        "One of our customers is looking for a quote, so I am short of time. Are you interested in our role?",
    ],
)
def test_who_has_the_job_in_the_own_house_is_no_agency(text: str) -> None:
    assert said(text, PRIYA, model=SenderKind.EMPLOYER).sender_kind is SenderKind.EMPLOYER


@pytest.mark.parametrize(
    "signature",
    [
        ("Joost van Rijn", "Kielzog Flex (staffing for shipbuilding)"),
        ("Joost van Rijn", "Kielzog Labour Hire"),
        ("Joost van Rijn", "Kielzog AG, Temporary & Permanent Staffing"),
        ("Joost van Rijn", "Kielzog Uitzendbureau"),
        ("Joost van Rijn", "Kielzog Seleccion - recruitment consultants"),
        ("Joost van Rijn", "Kielzog Temps"),
    ],
)
def test_a_house_that_names_its_trade_beside_its_name_is_an_agency(signature: tuple[str, ...]) -> None:
    joost = Address(name="Joost van Rijn", address="joost@kielzog.example")
    assert said(CALL, joost, *signature, model=SenderKind.EMPLOYER).sender_kind is SenderKind.AGENCY


@pytest.mark.parametrize(
    "signature",
    [
        ("Ann Lee", "Staffing Services Manager", "Dunmoor Hospital"),
        ("Ann Lee", "Recruitment Services, Dunmoor Hospital"),
        ("Ann Lee", "Head of Staffing, Dunmoor"),
        ("Ann Lee", "Selection Panel, Dunmoor Council"),
        ("Ann Lee", "Dunmoor Recruiting Ops"),
        ("Ann Lee", "Recruiting Coordinator", "Dunmoor Systems"),
    ],
)
def test_a_department_that_recruits_makes_no_agency(signature: tuple[str, ...]) -> None:
    ann = Address(name="Ann Lee", address="ann@dunmoor.example")
    assert said(CALL, ann, *signature, model=SenderKind.EMPLOYER).sender_kind is SenderKind.EMPLOYER
