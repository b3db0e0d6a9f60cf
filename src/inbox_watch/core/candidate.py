"""Who the candidate is, where neither the configuration nor the command line says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from inbox_watch.core import shared_senders
from inbox_watch.core.opportunity.sides import is_no_person
from inbox_watch.core.types import Message

_DELIVERED = ("delivered-to", "x-original-to")
_LONGEST = 4000
_APPLIES = re.compile(
    r"\b(?:my (?:cv|resume|résumé|application|references?|availability|notice period)|i(?:'m| am) applying"
    r"|i (?:would|'d) like to apply|i(?:'ve| have)? applied|yes, i(?:'m| am) interested|i(?:'m| am) interested)\b"
)
_RECRUITS = re.compile(
    r"\b(?:my client|our client|is (?:hiring|looking for)|we(?:'re| are) (?:hiring|looking for)"
    r"|your (?:cv|resume|résumé|application|profile|availability|background)|invite you)\b"
)
# What one mail's sign counts. Greetings tell nothing: each side greets the other.
_DELIVERED_TO, _SPEAKS = 3, 2
_SENT_FOLDER = 2  # mails of one sender alone, from which on they look like a folder of sent mail


def infer(messages: Iterable[Message]) -> frozenset[str]:
    """Return the one address that most mails name as sender or receiver; empty where there is none.

    The owner of a mailbox is on (nearly) every mail of it. Never a no-reply, platform's or ATS's address. Of several on
    equally many mails, the signs decide: mails were delivered to it, its mails apply ("my CV")
    and don't recruit ("my client"). Then a lone sender (a folder of sent mail), then who receives more, then the
    alphabet.
    """
    present: Counter[str] = Counter()
    receives: Counter[str] = Counter()
    sends: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for message in messages:
        delivered = {value.strip().lower() for name in _DELIVERED if (value := message.header(name))}
        to = {address.address for address in (*message.to, *message.cc)} | delivered
        sender = {message.sender.address} if message.sender else set()
        present.update(to | sender)
        receives.update([*to, *delivered])
        sends.update(sender)
        for address, weight in _signs(message, delivered):
            signs[address] += weight
    alone = len(sends) == 1 and sends.total() >= _SENT_FOLDER  # a single mail may as well be one that came in
    persons = [address for address in present if _may_be_person(address)]
    best = min(
        persons,
        key=lambda one: (-present[one], -signs[one], -sends[one] if alone else 0, -receives[one], one),
        default=None,
    )
    return frozenset({best}) if best else frozenset()


def _may_be_person(address: str) -> bool:
    """Say whether an address may be a candidate's: no program's, and no platform's."""
    return not is_no_person(address) and shared_senders.kind_of(address) in (None, "free_mail")


def _signs(message: Message, delivered: set[str]) -> Iterator[tuple[str, int]]:
    """Yield the addresses for which (or, below zero, against which) this mail speaks."""
    yield from ((address, _DELIVERED_TO) for address in delivered)
    if message.sender is None:
        return
    text = message.text[:_LONGEST].replace("’", "'").lower()
    own = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith(">"))
    if _APPLIES.search(own):
        yield message.sender.address, _SPEAKS
    if _RECRUITS.search(own):
        yield message.sender.address, -_SPEAKS


def second_addresses(messages: Sequence[Message], candidate: frozenset[str]) -> frozenset[str]:
    """Return the addresses from which the candidate's namesake (by full name) writes in a thread of the candidate's.

    Only to somebody to whom the candidate wrote as well.
    """
    own = [m for m in messages if is_candidate(m, candidate)]
    names = {name for m in own if m.sender and len((name := " ".join(m.sender.name.lower().split())).split()) > 1}
    partners = {address.address for m in own for address in m.to} - candidate
    return frozenset(
        m.sender.address
        for m in messages
        if m.sender and m.sender.address not in candidate | partners
        if " ".join(m.sender.name.lower().split()) in names and any(a.address in partners for a in m.to)
    )


def is_candidate(message: Message, candidate: frozenset[str]) -> bool:
    """Say whether the candidate sent this message."""
    return message.sender is not None and message.sender.address in candidate
