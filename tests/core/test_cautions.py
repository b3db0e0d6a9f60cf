"""What looks odd in recruiters' mail: the sentences of swindlers, and the senders that aren't who they seem."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inbox_watch.core.opportunity import cautions_of
from inbox_watch.core.parse import parse
from inbox_watch.core.reading.cautions import find_cautions
from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import Caution, CautionKind, Entry, Reading, Stage

MONEY = (
    "Please pay the refundable registration fee of $120 before Friday.",
    "You will need to pay a small deposit of £80 for your uniform and DBS check.",
    "Kindly transfer 250 EUR for the visa to the account below.",
    "We will send you a cheque to purchase your home office equipment from our vendor.",
    "You will get a cheque, deposit it and send the rest to our supplier.",
    "We'll send you a check for your home office; deposit it and transfer the remaining money to our vendor.",
    "Once it arrives, deposit the check with your mobile app and tell me.",
    "Buy two Apple gift cards and send me the codes.",
    "You'd order the laptop yourself from our approved vendor and we reimburse it with your first pay.",
    "The clearance fee is payable by Bitcoin.",
    "The training fee must be paid up front and is refunded after 30 days.",
)
IDENTITY = (
    "Please send us your bank account and routing number so that payroll can be set up.",
    "To go on we need your social security number and date of birth.",
    "Reply with a photo of your driver's licence, front and back.",
    "Kindly provide your bank details and a scan of your national identity card today.",
    "Your SSN is required for the background form, please fill it in.",
)
CHAT = (
    "Add our hiring manager on Telegram to start the interview.",
    "The interview will be held on WhatsApp at 10 am.",
    "Download the Signal app and message Mr Cole for the next step.",
    "This is a text-based interview that takes about an hour.",
    "Please contact me on WhatsApp at +1 555 0100 to continue with the role.",
    "To proceed with your job interview, message us on WhatsApp.",
    "You are to contact Mrs Dean through Google Hangouts for your briefing.",
)
PLAIN = (
    "Our fee is paid by the client, so you pay nothing.",
    "The salary is £62,000 plus a sign-on bonus of £3,000.",
    "We'll send you a laptop before your first day.",
    "They pay 650 EUR a day, outside of IR35.",
    "Please bring your passport on the day so that we can check your right to work.",
    "Can you send me a copy of your passport as proof of your right to work?",
    "We will never ask for your bank details by mail.",
    "I'll give you a call on WhatsApp at ten for the interview.",
    "I'm on WhatsApp too if that is easier for you; the role is in Berlin.",
    "Message me on WhatsApp to arrange a call about the role.",
    "The background check takes a week, and your deposit for the flat is no matter of ours.",
    "Happy to chat over a call or by text, whatever suits.",
    "There's a referral fee of £500 if a friend of yours joins.",
    "You'd own the payments team, the deposit flows and the fee engine.",
    "Do you have experience with Telegram bots?",
    "You'd deposit cheques for clients and keep the ledger.",
    "The interview is on Thursday at 2pm with Ines Kim.",
    "You'll interview with Ines; I'll message her now.",
)


def kinds(text: str) -> list[str]:
    return [one.kind for one in find_cautions(split_sentences(text), "<a@x.example>")]


@pytest.mark.parametrize("text", MONEY)
def test_a_mail_that_wants_the_candidate_s_money_is_marked(text: str) -> None:
    assert "asks_for_money" in kinds(text)


@pytest.mark.parametrize("text", IDENTITY)
def test_a_mail_that_wants_bank_or_identity_data_is_marked(text: str) -> None:
    assert kinds(text) == ["asks_for_identity"]


@pytest.mark.parametrize("text", CHAT)
def test_an_interview_by_chat_alone_is_marked(text: str) -> None:
    assert kinds(text) == ["chat_only"]


@pytest.mark.parametrize("text", PLAIN)
def test_what_honest_recruiters_write_is_not_marked(text: str) -> None:
    assert kinds(text) == []


def test_a_caution_quotes_its_sentence_and_names_its_mail() -> None:
    (one,) = find_cautions(split_sentences(f"Good day. {CHAT[0]} Regards"), "<m@x.example>")
    assert CHAT[0] in one.reason
    assert one.message_id == "<m@x.example>"


def entry(sender: str, *, signal: Stage | None = None, mine: bool = False, more: str = "", **reading: Any) -> Entry:
    number = f"{sender}{more}{signal}".encode().hex()[-40:]
    raw = (
        f"From: {sender}\nTo: sam@example.com\nDate: Mon, 2 Mar 2026 09:00:00 +0100\n"
        f"Message-ID: <{number}@x.example>\nSubject: Analyst\n{more}\n\nHello Sam.\n"
    )
    message = parse(raw.encode(), source="test")
    read = Reading(
        key=message.key, message_id=message.message_id, recruiting=True, score=0.9, signal=signal, from_candidate=mine
    )
    return Entry(message=message, reading=replace(read, **reading), thread_id="t-1")


def found(*entries: Entry) -> list[str]:
    return [one.kind for one in cautions_of(entries)]


def test_an_answer_that_would_go_to_another_organisation_is_marked() -> None:
    assert found(entry("HR <hr@acme.example>", more="Reply-To: hr@acme-pay.example")) == ["reply_to_mismatch"]
    assert found(entry("HR <hr@acme.example>", more="Reply-To: acme.hr@gmail.com")) == ["reply_to_mismatch"]


@pytest.mark.parametrize(
    ("sender", "reply_to"),
    [
        ("HR <hr@acme.example>", "dana@acme.example"),
        ("HR <hr@mail.acme.example>", "dana@acme.example"),
        ("HR <hr@acme.com>", "dana@acme.de"),
        ("Acme <no-reply@us.greenhouse-mail.io>", "dana@acme.example"),
        ("Dana <dana@acme.example>", "reply+123@inbound.ashbyhq.com"),
    ],
)
def test_an_answer_to_the_same_organisation_or_through_a_platform_is_not(sender: str, reply_to: str) -> None:
    assert found(entry(sender, more=f"Reply-To: {reply_to}")) == []


def test_a_company_that_writes_from_a_free_mail_address_is_marked() -> None:
    assert found(entry("Acme HR Department <acme.jobs@gmail.com>")) == ["free_mail_company"]


def test_a_person_who_writes_from_a_free_mail_address_is_not() -> None:
    assert found(entry("Ines Kim <ines.kim@gmail.com>")) == []


@pytest.mark.parametrize(
    "other", ["acrne.example", "acme-jobs.example", "acmee.example", "amce.example", "acne.example"]
)
def test_a_domain_that_looks_like_the_one_before_is_marked(other: str) -> None:
    assert found(entry("Ines <ines@acme.example>"), entry(f"Ines <ines@{other}>")) == ["look_alike_domain"]
    assert found(entry(f"Ines <ines@{other}>")) == []


@pytest.mark.parametrize(
    "sender",
    [
        "Google Recruiting <recruiting@g00gle.com>",
        "Norvane Careers <jobs@n0rvane.example>",
        "Barclay Bank <hr@barc1aybank.example>",
        "Acme Recruiting <jobs@xn--cme-7cd.example>",
        "Apple Recruiting <jobs@xn--80ak6aa92e.com>",
    ],
)
def test_a_domain_that_imitates_the_sender_s_own_name_is_marked_without_an_earlier_mail(sender: str) -> None:
    assert found(entry(sender)) == ["look_alike_domain"]


def test_a_domain_that_imitates_the_company_of_the_mail_is_marked() -> None:
    assert found(entry("Ines <ines@g00gle.com>", company="Google")) == ["look_alike_domain"]
    assert found(entry("Ines <ines@g00gle.com>", company="g00gle")) == []


@pytest.mark.parametrize(
    "sender",
    [
        "Studio54 <jobs@studio54.example>",
        "Müller Bau <hr@xn--mller-kva.example>",
        "Web3 Jobs <hr@web3.example>",
        "Anna Kim <anna@team5.example>",
        "Яндекс <hr@xn--d1acpjx3f.example>",
    ],
)
def test_a_name_with_digits_umlauts_or_of_one_alphabet_is_no_disguise(sender: str) -> None:
    assert found(entry(sender)) == []


@pytest.mark.parametrize("other", ["talent.example", "acme.com", "acme-logistics.example", "mail.acme.example"])
def test_another_organisation_is_no_look_alike(other: str) -> None:
    assert found(entry("Ines <ines@acme.example>"), entry(f"Dana <dana@{other}>")) == []


def test_a_failed_dmarc_check_counts_where_the_receiving_server_says_so() -> None:
    own = "Authentication-Results: mx.example.com; spf=pass; dmarc=fail (p=none) header.from=acme.example"
    below = "Authentication-Results: mx.example.com; dmarc=pass\nAuthentication-Results: evil.example; dmarc=fail"
    assert found(entry("Ines <ines@acme.example>", more=own)) == ["dmarc_failed"]
    assert found(entry("Ines <ines@acme.example>", more=below)) == []


def test_a_recruiter_s_mail_in_junk_is_told() -> None:
    one = entry("Ines <ines@acme.example>")
    assert found(replace(one, message=replace(one.message, is_junk=True))) == ["in_junk"]


def test_bank_data_is_asked_for_rightly_once_there_is_an_offer() -> None:
    wanted = (Caution(kind=CautionKind.ASKS_FOR_IDENTITY, reason="It asks", message_id="<a@x.example>"),)
    early = entry("Ines <ines@acme.example>", cautions=wanted)
    offer = entry("Ines <ines@acme.example>", signal=Stage.OFFER)
    assert found(early) == ["asks_for_identity"]
    assert found(offer, early) == []


def test_the_candidate_s_own_mail_is_never_odd() -> None:
    assert found(entry("Sam HR <sam@gmail.com>", mine=True, more="Reply-To: sam@acme.example")) == []


def test_each_kind_is_told_once_a_sender() -> None:
    odd = [entry("HR <hr@acme.example>", more=f"Reply-To: a{number}@pay.example") for number in range(3)]
    assert found(*odd) == ["reply_to_mismatch"]
