"""Where a draft belongs: the thread with the person, the mail that it answers, the candidate's address in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inbox_watch.core.opportunity.sides import addresses
from inbox_watch.core.types import Address, Entry, Message, Opportunity
from inbox_watch.draft.people import person_name
from inbox_watch.draft.plain import plain

_ID = re.compile(r"<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.@:-]{1,240}>")
_MADE_UP = "@no-message-id.invalid>"
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9.-]{3,255}")
_PREFIX = re.compile(r"(?:(?:re|aw|antw|sv|vs|fwd?|wg|tr|rv)\s?(?:\[\d{1,3}\])?\s?:\s*)+", re.IGNORECASE)
_SUBJECT = 150
_MOST_REFERENCES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The subject without its "Re: ", empty where there is no thread; the mail to answer, and those before it."""

    subject: str = ""
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()


def is_plain_address(address: str) -> bool:
    """Say whether an address can stand in a header and in a link as it is: unquoted, in ASCII (RFC 5321, 4.1.2)."""
    local, _, domain = address.rpartition("@")
    return (
        bool(_ADDRESS.fullmatch(address)) and len(local) <= 64 and ".." not in domain and domain.strip(".-") == domain
    )


def place_of(opportunity: Opportunity, to: Address, message_id: str) -> Place:
    """Return where a draft to this person belongs: their mail with this Message-ID, else the last exchanged with them.

    An empty place where nothing was exchanged with them.
    """
    shared = [entry.message for entry in opportunity.entries if _is_with(entry, to)]
    named = [one for one in shared if one.message_id == message_id and not _is_own(opportunity, one)]
    if not shared:
        return Place()
    answered = (named or shared)[-1]
    subject = _PREFIX.sub("", plain(answered.subject, limit=_SUBJECT)).strip()
    if not _is_usable(answered.message_id):
        return Place(subject=subject)
    before = dict.fromkeys(one for one in (*answered.references, *answered.in_reply_to[:1]) if _is_usable(one))
    before.pop(answered.message_id, None)
    chain = [*before, answered.message_id]
    if len(chain) > _MOST_REFERENCES:
        chain = [chain[0], *chain[1 - _MOST_REFERENCES :]]  # RFC 5322, 3.6.4; the first is the thread's root
    return Place(subject=subject, in_reply_to=answered.message_id, references=tuple(chain))


def own_address(entries: Sequence[Entry], to: Address, candidate: Iterable[str], name: str) -> Address | None:
    """Return the address that the candidate uses with this person: wrote from last, else was written to."""
    with_them = [entry for entry in reversed(entries) if _is_with(entry, to)]
    own = frozenset(candidate)
    for entry in (*with_them, *reversed(entries)):
        message = entry.message
        written = (message.sender,) if entry.reading.from_candidate and message.sender else ()
        for one in (*written, *(other for other in addresses(message) if other.address in own)):
            if is_plain_address(one.address):
                return Address(name=name, address=one.address)
    return next((Address(name=name, address=one) for one in sorted(own) if is_plain_address(one)), None)


def recipient(to: Address) -> Address:
    """Return whom a draft goes to, the name fit for a header."""
    return Address(name=person_name(to.name) or plain(to.name, limit=60).replace(",", ""), address=to.address)


def _is_with(entry: Entry, to: Address) -> bool:
    """Say whether a mail went between the candidate and this person."""
    message = entry.message
    if entry.reading.from_candidate:
        return any(one.address == to.address for one in addresses(message))
    if entry.reading.is_automatic and not message.events:
        return False
    senders = (*((message.sender,) if message.sender else ()), *message.reply_to)
    return any(one.address == to.address for one in senders)


def _is_own(opportunity: Opportunity, message: Message) -> bool:
    return any(entry.reading.from_candidate for entry in opportunity.entries if entry.message is message)


def _is_usable(message_id: str) -> bool:
    return bool(_ID.fullmatch(message_id)) and not message_id.endswith(_MADE_UP)
