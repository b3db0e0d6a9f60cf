"""Sentences that swindlers write to people who look for a job. A sign with its reason, never a verdict.

What they ask for is as public warnings describe it (US Federal Trade Commission, "Job Scams"; FBI Internet Crime
Complaint Center; LinkedIn's advice on recruitment fraud): money or cheques, bank and identity data early on, an
interview that is nothing but a chat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import Caution, CautionKind

_REQUEST = (
    r"\b(?:send|provide|give|share|submit|upload|attach|confirm|enter|fill|forward|supply|reply with|text|need"
    r"|require)\b"
)
_FEE = r"\b(?:fees?|deposit|charges?|cost of (?:the|your) (?:training|kit|visa|equipment|background check))\b"
_BANK = (
    r"\b(?:bank (?:account|details|information|login)|account number|routing number|sort code|iban"
    r"|(?:credit|debit|bank) card (?:number|details)|online banking)\b"
)
_NUMBER = r"\b(?:social security|ssn|national insurance number|aadhaar|pan card|bvn|tax file number)\b"
_PAPER = (
    r"\b(?:copy|scan|photo|picture|image|front and back|both sides) of (?:your|the) (?:[a-z-]{1,15} ){0,2}"
    r"(?:passport|id\b|id card|identity card|driver'?s? licen[cs]e|driving licen[cs]e)"
)
_CHEQUE = r"(?:certified |cashier'?s )?che(?:que|ck)\b"
_PURSE = r"\b(?:western union|moneygram|bitcoin|usdt|crypto(?:currency| wallet)?)\b"

_MONEY = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:gift|itunes|steam|amazon) cards?\b.{0,60}\b(?:codes?|buy|purchase|scratch|photos?)\b",
        r"\b(?:buy|purchase|get)\b.{0,60}\bgift cards?\b",
        r"\b(?:you(?:'ll| will| must| are)? ?(?:need to|have to|be asked to|required to)?|please|kindly) (?:to )?"
        r"(?:pay|transfer|wire|deposit|remit)\b.{0,80}(?:" + _FEE + r"|[$€£₦₹]\s?\d|\b(?:usd|eur|gbp|ngn|inr)\b)",
        r"\b(?:refundable|registration|processing|application|onboarding|training|clearance) (?:fee|deposit)\b"
        r".{0,60}\b(?:pay|paid|payable|transfer|due|required|refund(?:ed)?)\b",
        r"\b(?:pay|transfer|remit|settle)\b.{0,40}\b(?:refundable|registration|processing|onboarding|clearance) "
        r"(?:fee|deposit)\b",
        r"\b(?:deposit|cash|bank)\b.{0,30}\b(?:the|a|this|our) " + _CHEQUE,
        r"\b(?:send|mail|issue)\b.{0,30}\b(?:you )?a " + _CHEQUE + r".{0,80}\b(?:buy|purchase|equipment|vendor)\b",
        r"\b(?:buy|purchase|order)\b.{0,60}\b(?:equipment|laptop|software|materials)\b"
        r".{0,80}\b(?:vendor|reimburse[ds]?|reimbursement)\b",
        r"\b(?:an?|the|our|this|your) (?:company |first )?"
        + _CHEQUE
        + r".{0,100}\b(?:deposit|cash|bank) (?:it|the|this|that)\b",
        r"\b(?:send|transfer|wire|forward|remit)\b.{0,20}\b(?:rest|remaining|remainder|balance|difference|excess)\b"
        r".{0,60}\b(?:vendor|supplier|seller|agent|account)\b",
        _PURSE + r".{0,60}\b(?:pay|send|transfer|payment)\b",
        r"\b(?:pay|send|transfer)\b.{0,60}" + _PURSE,
    )
)
_IDENTITY = (
    re.compile(_REQUEST + r".{0,120}(?:" + _BANK + "|" + _NUMBER + "|" + _PAPER + ")"),
    re.compile("(?:" + _BANK + "|" + _NUMBER + ").{0,60}" + _REQUEST),
)
_RIGHT_TO_WORK = re.compile(r"\b(?:right to work|eligib\w{1,8}|work permit|work authori[sz]ation|visa)\b")
_CHAT = (
    re.compile(
        r"\b(?:interview|contact|reach|message|add|text|write|chat|talk|connect|continue|proceed|download)\b.{0,90}"
        r"\b(?:telegram|google hangouts?|hangouts|wire app|(?:on|via|using|through) signal|signal (?:app|messenger))\b"
    ),
    re.compile(r"\b(?:telegram|hangouts)\b.{0,60}\b(?:interview|hiring manager|to (?:begin|proceed|continue))\b"),
    re.compile(r"\binterview\b.{0,60}\b(?:via|on|over|through|by|using) (?:whatsapp|text|chat|(?:text )?messages?)\b"),
    re.compile(r"\b(?:text|chat|messag)\w{0,5}[- ](?:based|only) interview\b"),
)
_GO_ON = r"(?:continue|proceed|begin|start|apply|get started|complete|move forward)"
_GO_ON_IN_CHAT = re.compile(
    rf"\b(?:contact|message|text|add|reach|write|chat|ping)\b.{{0,60}}\bwhatsapp\b.{{0,60}}\bto {_GO_ON}\b"
    rf"|\bto {_GO_ON}\b.{{0,80}}\bwhatsapp\b|\bwhatsapp\b.{{0,60}}\bfor (?:the|your|an?) (?:[a-z]{{2,12}} )?"
    r"(?:interview|briefing|onboarding|instructions)\b"
)
_OF_A_JOB = frozenset(("job", "role", "position", "interview", "hired", "hiring", "vacancy", "offer", "work"))
_SPOKEN = re.compile(r"\b(?:calls?|video|voice)\b")
_NEGATED = re.compile(r"\b(?:never|not|no|don't|doesn't|won't|without|beware)\b")


def find_cautions(sentences: Sequence[Sentence], message_id: str) -> tuple[Caution, ...]:
    """Return what is odd in these sentences, one caution a kind: the first sentence that shows it."""
    found: dict[CautionKind, Caution] = {}
    is_of_a_job = any(not _OF_A_JOB.isdisjoint(sentence.words) for sentence in sentences)
    for sentence in sentences:
        for kind, reason in _odd(sentence.low, is_of_a_job=is_of_a_job):
            quoted = f"{reason}: “{sentence.quote[:200].strip()}”"
            found.setdefault(kind, Caution(kind=kind, reason=quoted, message_id=message_id))
    return tuple(found.values())


def _odd(low: str, *, is_of_a_job: bool) -> Iterator[tuple[CautionKind, str]]:
    if _NEGATED.search(low):
        return  # "we never ask for bank details": a warning is no request
    if any(pattern.search(low) for pattern in _MONEY):
        yield CautionKind.ASKS_FOR_MONEY, "It speaks of money or purchases of yours, which no employer asks for"
    if not _RIGHT_TO_WORK.search(low) and any(pattern.search(low) for pattern in _IDENTITY):
        yield CautionKind.ASKS_FOR_IDENTITY, "It asks for bank or identity data before there is an offer"
    if not _SPOKEN.search(low) and any(pattern.search(low) for pattern in _CHAT):
        yield CautionKind.CHAT_ONLY, "It wants to interview by chat alone"
    elif is_of_a_job and not _SPOKEN.search(low) and _GO_ON_IN_CHAT.search(low):
        yield CautionKind.CHAT_ONLY, "It wants to go on by chat alone"
