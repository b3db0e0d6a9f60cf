"""Kind of sender, region and telephone number: from address, signature and text."""

from __future__ import annotations

import re

import phonenumbers

from inbox_watch.core import shared_senders
from inbox_watch.core.reading.names import LONGEST_READ, NAMED_TEAM
from inbox_watch.core.types import Message, SenderKind

_AGENCY_WORDS = re.compile(
    r"\b(?:recruit(?:ment|ing|ers)?|staffing|talent (?:partners?|solutions|group|agency|search"
    r"|consult\w{0,6})|search (?:partners|group|& selection)|executive search|headhunt\w{0,5}|resourc"
    r"(?:ing|es) (?:ltd|group|solutions|partners)?|resourcing|personnel|consult(?:ants|ancy)|manpower"
    r"|personalberatung|personalvermittlung|associates|people solutions|selection|placements?|workforce"
    r"|employment agency)\b",
    re.IGNORECASE,
)
_CLIENT = re.compile(
    r"\b(?:(?:my|our|a|the|their|one of (?:my|our)) (?:\w{1,14} ){0,3}?clients?\b|client (?:company|is"
    r"|has|would|wants|side)|on behalf of|end client|put you forward|represent(?:ing)? you|submit you"
    r"|outside ir35|inside ir35|exclusive(?:ly)? (?:search|mandate)|retained)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.=-])(?:\+|00|\(?0)[\d(][\d\s()./–-]{6,20}\d(?!\w)")
_YOUR_NUMBER = re.compile(r"\b(?:you(?:r)?|candidate)\b[^.\n]{0,30}$")
# Country-code top-level domains; .uk is the one that isn't the ISO 3166 code of its country.
_REGIONS = {"uk": "GB"} | {
    code.lower(): code
    for code in phonenumbers.SUPPORTED_REGIONS
    if code not in {"IO", "AI", "ME", "CO", "TV", "AC", "GG", "SH"}  # sold as if they were nobody's
}


def region_of(message: Message, country: str | None) -> str | None:
    """Return the sender's country code, as far as the top-level domain says it; else the configured country's."""
    domain = message.sender.address.rpartition(".")[2] if message.sender else ""
    return _REGIONS.get(domain) or (country.partition("-")[0].upper() if country else None)


def find_phone(signature: str, text: str, region: str | None) -> str | None:
    """Return the sender's telephone number in international form: from the signature, else from the text.

    `region` is the ISO country that a number without +CC belongs to. A number that is "yours" is the candidate's.
    """
    for part in (signature[:LONGEST_READ], text[:LONGEST_READ]):
        for match in _PHONE.finditer(part):
            if not _YOUR_NUMBER.search(part[max(0, match.start() - 50) : match.start()].lower()) and (
                found := _valid(match.group(), region)
            ):
                return found
    return None


def _valid(digits: str, region: str | None) -> str | None:
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def sender_kind(
    message: Message,
    scored: SenderKind,
    *,
    text: str,
    signature: str,
    is_automatic: bool,
    from_candidate: bool,
    shown: SenderKind | None = None,
    is_program: bool = False,
) -> SenderKind:
    """Return what kind of sender this is: the address and the words decide where they are plain, else the model.

    Only an own address is the candidate's; a person who signs is no platform. `shown` is what the mail, or the thread,
    shows plainly (`agencies.kind_shown`); `is_program` marks a recruiting mail that a program sent from an address
    which nobody reads.
    """
    if from_candidate:
        return SenderKind.CANDIDATE
    address = message.sender.address if message.sender else ""
    shared = shared_senders.kind_of(address)
    if shared in {"scheduler", "assessment", "job_board"} or (
        shared in {"ats", "social"} and (is_automatic or scored is SenderKind.UNKNOWN)
    ):
        return SenderKind.PLATFORM
    if is_program:
        return SenderKind.PLATFORM
    if shown is not None and shared != "social":
        return shown
    if scored is SenderKind.CANDIDATE or (
        scored is SenderKind.PLATFORM and _is_person(message, signature, is_automatic)
    ):
        scored = SenderKind.UNKNOWN
    if scored is not SenderKind.UNKNOWN:
        return scored
    named = f"{message.sender.name if message.sender else ''} {address.partition('@')[2]}\n{signature[:600]}"
    if _CLIENT.search(text[:LONGEST_READ]) or (
        _AGENCY_WORDS.search(named) and shared is None and _own_company(message) is None
    ):
        return SenderKind.AGENCY
    return SenderKind.EMPLOYER if shared is None and address else SenderKind.UNKNOWN


def _is_person(message: Message, signature: str, is_automatic: bool) -> bool:
    """Say whether a person wrote: a name of several words that the local part or the signature bears out."""
    sender = message.sender
    if sender is None or is_automatic or shared_senders.kind_of(sender.address) not in {None, "free_mail"}:
        return False
    words = re.findall(r"[^\W\d_]{2,}", sender.name.lower())
    local = sender.address.partition("@")[0]
    if len(words) < 2 or _AGENCY_WORDS.search(sender.name) or _TEAM.search(sender.name):
        return False
    return any(word in local for word in words) or any(word in signature[:300].lower() for word in words)


_TEAM = re.compile(r"\b(?:team|careers?|jobs|hr|talent|hiring|notifications?|support|service|portal)\b", re.IGNORECASE)


def _own_company(message: Message) -> str | None:
    """Return the company that a team's name shows ("Acme Recruiting Team"), None where it shows none."""
    name = message.sender.name if message.sender else ""
    match = NAMED_TEAM.match(name)
    return match["company"] if match and name.lower().endswith(("team", "careers", "hr", "jobs")) else None
