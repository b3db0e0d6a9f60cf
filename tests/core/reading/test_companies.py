"""The company and the role that a mail speaks of, and what is neither."""

from __future__ import annotations

import pytest

from inbox_watch.core.types import Address, Reading, SenderKind
from tests.core.reading.mails import DANA, SAM, mail, reading, scores

CODILITY = Address(name="Codility", address="no-reply@codility.com")


def said(text: str, subject: str, sender: Address = DANA, kind: SenderKind = SenderKind.UNKNOWN) -> Reading:
    to = (DANA,) if sender is SAM else (SAM,)
    return reading(mail(text, subject=subject, sender=sender, to=to), scores(kind=kind, stage="screening"))


def test_what_is_sent_is_no_company() -> None:
    got = said("Please find my certificates attached.", "Certificates - application as Software Engineer", SAM)
    assert (got.company, got.role) == (None, "Software Engineer")


def test_a_day_is_no_company() -> None:
    calendly = Address(name="Calendly", address="notifications@calendly.com")
    subject = "Confirmed: First call with Ines Kim (Brightwater) on Tuesday, 17 March"
    assert said("Your event has been scheduled.", subject, calendly).company is None


def test_a_firm_of_two_words_at_which_one_works_is_no_person() -> None:
    subject = "Your test for Software Engineer at Feldmann Werke is complete"
    assert said("You have completed the test.", subject, CODILITY).company == "Feldmann Werke"


def test_a_company_behind_an_at_sign_keeps_all_its_words() -> None:
    subject = "Re: Data Engineer @ Helmholt Grid - worth a chat?"
    assert said("Thanks for getting in touch, I'm curious.", subject, SAM).company == "Helmholt Grid"


@pytest.mark.parametrize("domain", ["example.com", "example.net", "example.org"])
def test_a_reserved_domain_names_nobody(domain: str) -> None:
    got = said("Hello Sam", "Hello", Address(name="Dana Reed", address=f"dana@{domain}"), SenderKind.EMPLOYER)
    assert got.company is None


def test_what_the_writer_leads_is_no_role() -> None:
    text = "I lead Player Insights at Palisade Games, and we've a position for a Product Data Analyst."
    assert said(text, "Your talk about dashboards").role == "Product Data Analyst"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Head of Analytics, Nordhafen Ventures", "Hello Sam"),
        ("Re: Head of Analytics", "Hello Sam"),
        ("A role in Berlin", "I'm looking for the person to lead the team: Head of Analytics, reporting to our CEO."),
    ],
)
def test_a_head_of_something_is_a_role(subject: str, text: str) -> None:
    assert said(text, subject).role == "Head of Analytics"


def test_what_somebody_else_is_head_of_is_no_role() -> None:
    assert said("You will meet Ines Kim, Head of Data Platform.", "Interview with Ines Kim, Head of Data").role is None


LAURA = Address(name="Laura Finch", address="laura.finch@brightpath.example")


def approached(subject: str, text: str) -> Reading:
    return said(
        f"Hi Sam,\n\n{text}\n\nKind regards\nLaura Finch\nBrightpath Recruitment\n", subject, LAURA, SenderKind.EMPLOYER
    )


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("HR Analyst - Merrow Homes", "Would this be of interest?"),
        ("HR Analyst - Merrow Homes", "I also have an HR Analyst role with Merrow Homes in York. Is it of interest?"),
        ("A role in York", "I'm hiring for my client Merrow Homes. They need an HR Analyst."),
        ("A role in York", "My client, Merrow Homes, needs an HR Analyst."),
        ("A role in York", "An HR Analyst role with Merrow Homes in York."),
        ("A role in York", "It's an HR Analyst position at Merrow Homes."),
        ("A role in York", "I'm working with Merrow Homes on their search for an HR Analyst."),
        ("A role in York", "I'm recruiting for Merrow Homes, who need an HR Analyst in York."),
        ("A role in York", "Brightpath Recruitment are working with Merrow Homes on an HR Analyst role."),
        ("A role in York", "I'm calling from Brightpath about an HR Analyst role at Merrow Homes."),
        ("A role in York", "Merrow Homes has asked us to find an HR Analyst."),
        ("A role in York", "Merrow Homes are looking for an HR Analyst."),
        ("Merrow Homes: HR Analyst", "Would the HR Analyst role at Merrow Homes be of interest?"),
    ],
)
def test_the_agencys_client_is_the_company(subject: str, text: str) -> None:
    assert approached(subject, text).company == "Merrow Homes"


def test_a_firm_without_a_firms_word_is_one_where_it_has_the_role() -> None:
    for text in ("An HR Analyst role with Merrow Vale in York.", "Merrow Vale are looking for an HR Analyst."):
        assert approached("HR Analyst", text).company == "Merrow Vale"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("HR Analyst | Brightpath Recruitment", "My client is a builder of homes. Can we talk?"),
        ("Brightpath - HR Analyst", "My client is a builder of homes. Can we talk?"),
        ("HR Analyst - York", "A role in York that may suit you. Can we talk?"),
        ("Teacher - Primary School", "A role in York that may suit you. Can we talk?"),
        ("Quick chat", "You will meet with Ines Kim on Monday. Ines Kim is the head of HR."),
        ("Quick chat", "Ines Kim liked your CV. She would like to meet you."),
        ("Quick chat", "I have sent your CV to Ines Kim."),
    ],
)
def test_neither_the_agency_nor_a_place_nor_a_person_is_the_company(subject: str, text: str) -> None:
    assert approached(subject, text).company is None


def test_where_the_candidate_worked_before_is_not_the_company() -> None:
    text = "I have five years' experience in a similar position with Merrow Vale, as my CV shows."
    assert said(text, "Application for Claims Analyst", SAM, SenderKind.CANDIDATE).company is None


def test_a_firm_with_many_signs_in_its_name_is_read_at_once() -> None:
    signed = f"Thanks for applying.\n\nBest regards,\nDana Reed\nRecruiter\nAcme{' &' * 26} Ltd\n"
    assert said(signed, "Your application").recruiting


AGENT = Address(name="Edward Lyle", address="edward.lyle@lyleward.example")


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Thank you for your time. The firm is Dunseverick Thompson LLP.", "Dunseverick Thompson LLP"),
        ("The client is American Brakes, as you may have guessed.", "American Brakes"),
        ("My client, a fintech called Paywise, is looking for an HR Business Partner.", "Paywise"),
        ("We are supporting Nordschiene AG in filling a position in Hamburg.", "Nordschiene AG"),
        ("Then I can get you over to Holroyd Logistics for an assessment drive.", "Holroyd Logistics"),
        ("You've been shortlisted by the client, Verity Auto Components.", "Verity Auto Components"),
        ("I'm recruiting an Account Manager for Fieldnote, a SaaS company in Bristol.", "Fieldnote"),
    ],
)
def test_a_firm_that_is_plainly_named_is_the_company(text: str, company: str) -> None:
    assert said(text, "A role for you", AGENT, SenderKind.AGENCY).company == company


@pytest.mark.parametrize(
    "text",
    [
        "The firm is Berlin-based and growing.",
        "The company is German owned.",
        "The client is American.",
        "Then I can get you over to Dana Reed for a chat.",
        "Phil and I would like to see you again.",
        "I can talk Wednesday at 4 CT.",
        "The interview is on Tuesday at 11.30am (Irish time).",
        "We are filling the position of Project Director Rail Infrastructure.",
    ],
)
def test_what_names_no_firm_leaves_the_company_open(text: str) -> None:
    assert said(text, "A role for you", AGENT, SenderKind.AGENCY).company is None


@pytest.mark.parametrize("subject", ["Assistant Manager - Finance", "Account Manager - SaaS"])
def test_a_department_or_a_kind_of_product_is_no_company(subject: str) -> None:
    text = "I'm recruiting an Assistant Manager - Finance and know SaaS well."
    assert said(text, subject, AGENT, SenderKind.AGENCY).company is None


def test_a_name_that_begins_like_a_department_stays_a_company() -> None:
    assert said("Thank you for your application to Finance Norden.", "Hello").company == "Finance Norden"


def test_a_platform_that_gives_its_own_name_is_not_the_company() -> None:
    personio = Address(name="Personio", address="no-reply@personio-mail.example")
    subject = "Your application at Windkern GmbH"
    assert said("Thank you for your application.", subject, personio, SenderKind.PLATFORM).company == "Windkern GmbH"
    assert said("Thank you for your application.", "Hello", personio, SenderKind.PLATFORM).company is None


def test_a_sender_to_whom_one_applied_is_the_company_and_what_one_applied_for_the_role() -> None:
    grocer = Address(name="Northern Grocer", address="noreply@icims-mail.example")
    subject = "Thank you for your interest in Northern Grocer"
    got = said("Your application for Cashier (req 20448) has been received.", subject, grocer, SenderKind.PLATFORM)
    assert (got.company, got.role) == ("Northern Grocer", "Cashier")


def test_a_role_in_small_letters_is_read_where_no_other_is_named() -> None:
    text = "We'd love to have you in for a group interview for the part time sales associate position."
    assert said(text, "Interview").role == "sales associate"
    assert said("We'd love to talk about the lead time for the position.", "Interview").role is None


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        ("Electrician jobs in Reno, NV", "Are you interested in an Electrician job in Reno, NV?", None),
        ("Electrician - Reno, NV", "Do you have a NV license?", None),
        ("Registered Nurse position in Tampa, FL", "Could you send me your FL license?", None),
        ("Electrician - Texas", "Do you have a Texas license?", None),
        ("Planner, Perth, WA", "The job is in WA.", None),
        ("Electrician - Washoe Power - Reno, NV", "Washoe Power needs an electrician.", "Washoe Power"),
        ("Electrician - Washoe Power, NV", "Washoe Power needs an electrician.", "Washoe Power"),
        ("Planner - Texas Instruments", "Texas Instruments is looking for a planner.", "Texas Instruments"),
        ("RN openings in Buffalo, NY", "Erie Valley Medical Center is looking for RNs.", "Erie Valley Medical Center"),
        ("Electrician jobs in Reno, NV", "Washoe Power is hiring Electricians.", "Washoe Power"),
        ("A role in York", "The Digital Team is looking for an HR Analyst.", None),
        ("A role in York", "Ines Kim is looking for an HR Analyst.", None),
    ],
)
def test_a_state_or_a_town_is_no_company_and_what_hires_is(subject: str, text: str, company: str | None) -> None:
    assert approached(subject, text).company == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("I'm retained by Marlow Vale to find their next Finance Director.", "Marlow Vale"),
        ("I've been asked by Marlow Vale plc to find a Finance Director.", "Marlow Vale"),
        ("I'm helping Lowther & Sons find a Bookkeeper. Would this interest you?", "Lowther & Sons"),
        ("We are helping Marlow Vale hire two Bookkeepers.", "Marlow Vale"),
        ("We help Engineers find a new role.", None),
        ("I'm helping Sam Poole find a job.", None),
        ("I was introduced to you by Ines Kim.", None),
        ("I'm a recruiter with CareStaff. Could you send me your CV?", None),
        ("This is Laura with Rocky Mountain Labor. Are you looking?", None),
        ("I'm a recruiter at Marlow Foods and we're looking for a Bookkeeper.", "Marlow Foods"),
    ],
)
def test_whom_an_agency_helps_is_the_company_and_its_own_house_is_not(text: str, company: str | None) -> None:
    assert approached("A role in York", text).company == company


@pytest.mark.parametrize(
    ("name", "address", "text", "company"),
    [
        (
            "Civil Jobs",
            "noreply@civiljobs.example",
            "at the Department for Rural Affairs",
            "Department for Rural Affairs",
        ),
        ("NHS Jobs", "noreply@hjobs.example", "at Dunmoor Council", "Dunmoor Council"),
        ("Council Jobs", "noreply@councilrec.example", "at Dunmoor Council", "Dunmoor Council"),
        ("eRecruit", "noreply@erecruit.example", "with Dunmoor Foods", "Dunmoor Foods"),
        ("Brightport", "noreply@brightport.example", "at Dunmoor Foods", "Dunmoor Foods"),
        ("Civil Jobs", "noreply@civiljobs.example", "", None),
        ("eRecruit", "noreply@erecruit.example", "", None),
        ("Acme Jobs", "noreply@acme.example", "", "Acme"),
        ("Acme Jobs", "noreply@mailings.example", "at Acme", "Acme"),
        ("Acme Careers", "noreply@erecruit.example", "", "Acme"),
        ("Brightport", "noreply@brightport.example", "", "Brightport"),
    ],
)
def test_a_job_boards_name_is_no_company_and_the_receipts_text_is_asked_first(
    name: str, address: str, text: str, company: str | None
) -> None:
    told = f"Dear Sam,\n\nThank you for applying for Policy Adviser, reference 387221, {text}.\n\nPlease do not reply."
    got = said(told, "Application received - 387221", Address(name=name, address=address), SenderKind.PLATFORM)
    assert got.company == company


@pytest.mark.parametrize(
    "subject",
    [
        "Stores Clerk 55821 - interview",
        "Stores Clerk (55821) - invitation",
        "Invitation: Portfolio review - Sam @ Wed 17 Jun 2026 2pm",
        "Invitation: Chat with Tom @ Wed 17 Jun 2026 2pm - 2:30pm (BST) (Sam Okafor)",
        "Updated invitation: Site tour @ Wednesday 17 June at 9am",
    ],
)
def test_neither_a_numbered_role_nor_a_day_with_its_hour_is_a_company(subject: str) -> None:
    assert said("Hello Sam", subject).company == "Brightwater"  # by the sender's domain


def test_a_company_behind_an_at_sign_may_begin_with_a_number() -> None:
    for company in ("4Front Robotics", "21 Peaks Foods"):
        assert said("Hello Sam", f"Invitation: Site tour @ {company}").company == company


def test_a_post_in_a_house_names_the_house_and_one_in_a_town_no_firm() -> None:
    text = "I wish to apply for the SNA post in {}. My CV is attached."
    for house in ("Scoil Mhuire", "Oakfield Primary School", "Dunmoor General Hospital"):
        assert said(text.format(house), "SNA post", SAM, SenderKind.CANDIDATE).company == house
    for town in ("Stoke", "St Albans", "New Mills"):
        assert said(text.format(town), "SNA post", SAM, SenderKind.CANDIDATE).company is None


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Openings in York", "The Dunmoor is looking for Med-Surg RNs and you'd be a great fit.", "Med-Surg RN"),
        ("Installers", "I've got a client chasing CEC accredited installers for a job.", "CEC accredited installer"),
        ("A job", "We're hiring 3 experienced warehouse operatives.", "warehouse operative"),
        ("Technical Officer 2026/118 - shortlisted", "Hello Sam", "Technical Officer"),
        ("A job", "Thank you for applying for the position of Technical Officer in the lab.", "Technical Officer"),
        ("A job", "We need your documents and are looking for new partners.", None),
        ("A job", "I'm a Technical Recruiter and we should talk.", None),
        ("A job", "Best wishes, Ines Kim, HR Practitioner", None),
    ],
)
def test_several_people_wanted_are_one_role_and_a_recruiters_title_is_none(
    subject: str, text: str, role: str | None
) -> None:
    assert said(text, subject).role == role


JO = Address(name="Jo Alvarez", address="jo@larkspur.example")
AGENCY = Address(name="Pia Holt", address="pia@halcyonrec.example")


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("florist job", "I'd like to apply for the florist job at Vane Blooms.", "florist"),
        ("Hello", "Please find attached my application for the potter job at Claybarn.", "potter"),
        ("Your application", "We are delighted to offer you the role of Verger at a salary of 20k.", "Verger"),
        ("Hello", "We need a product designer 20h/wk.", "product designer"),
        ("Hello", "We're after a workshop mechanic who can also teach.", "workshop mechanic"),
        ("Hello", "You're to be our Verger from Monday.", "Verger"),
        ("Hello", "I'm writing about the dog groomer position in Leek.", "dog groomer"),
        ("Re: visitor assistant", "Hello", "visitor assistant"),
        ("Hello", "the position of Associate, Banking & Finance, at Pinnace Law", "Associate, Banking & Finance"),
        ("Voltiq / SRE", "Mina from Voltiq here.", "SRE"),
        ("PA to the Managing Director", "Hello", "PA to the Managing Director"),
    ],
)
def test_the_frame_of_a_sentence_shows_a_role_whatever_the_trade(subject: str, text: str, role: str) -> None:
    assert said(text, subject).role == role


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("New job", "I start my new job at Fernhill."),
        ("Your interview", "The same job at a new place. Need a hand? It's the right position in time."),
        ("Kestrel Foods vacancy", "It's about the Kestrel Foods vacancy. I'd like to work at Kestrel Foods."),
        ("Hello", "Your application for Fernhill has been received. Welcome to Fernhill."),
        ("Hello", "We need a decision that is final, and a copy for our files."),
        ("Talent pool", "We're always looking for great designers."),
        ("Your interview", "You'll meet Declan Furey, Financial Controller, on Wednesday."),
        ("Your interview", "You are invited to meet the Medical Director on Thursday."),
        ("Your interview", "Please bring your CV.\n\nDana Reed\nRecruiting Coordinator\nLarkspur Systems"),
        ("Your interview", "Please bring your CV.\n\nBest,\nDana\nPeople Operations Specialist"),
    ],
)
def test_no_role_where_a_sentence_names_none_or_another_persons(subject: str, text: str) -> None:
    assert said(text, subject).role is None


@pytest.mark.parametrize("role", ["Scientist II", "Research Associate III", "Software Engineer in Test"])
def test_a_grade_is_a_part_of_the_role_wherever_it_is_named(role: str) -> None:
    for subject, text in (
        (f"Thank you for your application - {role}", "Hello"),
        ("Hello", f"I'm calling about our {role} role."),
        ("Hello", f"Thank you for applying to the {role} position at Fabrix Bio."),
    ):
        assert said(text, subject).role == role


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("I am from Poland and look for a job.", None),
        ("I hold a PhD at the University of Perugia.", None),
        ("I worked four years at Hotel Splendid in Rimini.", None),
        ("I currently work for Bramble Homes.", None),
        ("I'd love to work for Bramble Homes.", "Bramble Homes"),
        ("I'd like to apply for the carer job at Bramble Homes.", "Bramble Homes"),
        ("I'd like to apply for the Dispensing Optician vacancy at Vane Opticians.", "Vane Opticians"),
        ("I saw the Brewer job at Bluff City Brewing.", "Bluff City Brewing"),
    ],
)
def test_where_the_candidate_is_from_is_no_company_and_where_they_apply_is(text: str, company: str | None) -> None:
    assert reading(mail(text, subject="Work", sender=SAM, to=(JO,)), scores(stage="applied")).company == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Here is the invite for your technical interview with Oskar.", "Larkspur"),
        ("It's a Zoom interview with Dr. Hassan.", "Larkspur"),
        ("We'd like to extend you an offer at 85k base / 170k OTE.", "Larkspur"),
        ("Your interview with Larkspur is on Monday.", "Larkspur"),
        ("Come in on Monday.\n\nJo Alvarez\nLarkspur Systems", "Larkspur Systems"),
        ("Come in on Monday.\n\nJo Alvarez\nRecruiter", "Larkspur"),
    ],
)
def test_neither_whom_one_meets_nor_the_pay_is_the_company(text: str, company: str) -> None:
    assert said(text, "Your interview", JO, SenderKind.EMPLOYER).company == company


@pytest.mark.parametrize(
    ("name", "address", "text", "company"),
    [
        ("Joanne Bell", "jo@clydecyclehub.example", "Joanne from Clyde Cycle Hub. Come in.", "Clyde Cycle Hub"),
        ("Omar", "omar@alsafatrading.example", "In our company, Al Safa Trading LLC, Deira.", "Al Safa Trading LLC"),
        ("Quill & Lantern", "shop@quillandlantern.example", "Come in.", "Quill & Lantern"),
        ("R Das", "rd@neelachalschool.example", "Come.\n\nR Das\nNeelachal Public School", "Neelachal Public School"),
        ("Joanne Bell", "jo@clydecyclehub.example", "Come in to the hub by cycle.", "Clydecyclehub"),
        ("Meg Ash", "m@interviews-lumenote.example", "Here is the slot.", "Lumenote"),
    ],
)
def test_a_domain_is_spelt_as_the_firm_writes_itself(name: str, address: str, text: str, company: str) -> None:
    assert said(text, "Hello", Address(name=name, address=address), SenderKind.EMPLOYER).company == company


@pytest.mark.parametrize(
    ("name", "address", "text", "company"),
    [
        ("Genetika AG", "no-reply@teamtailor-mail.com", "Thank you for your trust in Genetika AG.", "Genetika AG"),
        ("Solwerk GmbH", "no-reply@m.personio.de", "We have your application.", "Solwerk GmbH"),
        ("Fernhill", "no-reply@ashbyhq.com", "Your test is in. Thanks for thinking of Fernhill!", "Fernhill"),
        ("Fabrix Bio", "fabrix@myworkday.com", "The Scientist, Cell Biology position at Fabrix Bio.", "Fabrix Bio"),
        ("Dana Reed", "no-reply@greenhouse-mail.io", "We have your application.\n\nDana Reed", None),
    ],
)  # fmt: skip
def test_a_receipt_bears_the_firms_name_and_no_persons(name: str, address: str, text: str, company: str | None) -> None:
    sender = Address(name=name, address=address)
    assert said(text, "Thank you for your application", sender, SenderKind.PLATFORM).company == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("The client (Pohutukawa Trust) would like to see you.", "Pohutukawa Trust"),
        ("The post is with St Enda's Hospital.", "St Enda's Hospital"),
        ("You've been shortlisted by Karoo Sun Power.", "Karoo Sun Power"),
        ("Hi\n\nTe Awa Construction would like an interview with you.", "Te Awa Construction"),
        ("Hi\n\nThe Oyster Reef Hotel would like to meet you.", "Oyster Reef Hotel"),
        ("Hi\n\nDovedale Ceramics would like to invite you.", "Dovedale Ceramics"),
        ("Hi\n\nInes Kim would like to invite you.", None),
        ("The role is with Ines now. The contract is with HR.", None),
        ("I'm looking after a contract for Term 3 at a college.", None),
        ("Ward 17 would like to meet you.", None),
    ],
)
def test_a_client_that_an_agency_names_later_is_the_company(text: str, company: str | None) -> None:
    assert said(text, "An update", AGENCY, SenderKind.AGENCY).company == company
