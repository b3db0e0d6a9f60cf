"""Who the candidate is, where neither the configuration nor the command line says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from inbox_watch.core import shared_senders
from inbox_watch.core.opportunity.sides import may_be_person, organisation_of
from inbox_watch.core.types import Address, Message

_DELIVERED = ("delivered-to", "x-original-to")
_LONGEST = 4000
_EARLY = datetime(1, 1, 2, tzinfo=UTC)
_APPLIES = re.compile(
    r"\b(?:my (?:cv|resume|résumé|application|references?|availability|notice period|certificates?|portfolio|salary"
    r"|solution)"
    r"|i(?:'m| am) applying|i (?:would|'d) like to apply|i(?:'ve| have)? applied|i(?:'m| am) (?:still |very )*(?:not )?"
    r"(?:interested|looking for a(?: new)? (?:job|role|position))|thank(?:s| you) for (?:the|your)"
    r" (?:\w{1,12} )?(?:interview|offer|invitation)|(?:accept|decline) (?:your|the) offer|withdraw my|suits me)\b"
)
_RECRUITS = re.compile(
    r"\b(?:my client|our client|is (?:hiring|looking for)|we(?:'re| are) (?:hiring|looking for|recruiting)"
    r"|i(?:'m| am) (?:an? (?:\w{1,12} )?recruiter"
    r"|(?:also |currently )?(?:recruiting|hiring|looking for an?\b(?! new\b)))"
    r"|your (?:cv|resume|résumé|application|profile|availability|background|notice period|references?|certificates?"
    r"|portfolio|salary expectations?|experience)|invite you|offer you|would you be (?:interested|open)|moving forward"
    r"|keep you (?:posted|updated)|thank you for (?:applying|your (?:application|interest)))\b"
    r"|\b(?:recruit(?:er|ing|ment)|talent (?:acquisition|partners?)|people (?:team|partner|operations)|human resources"
    r"|hiring manager|hr (?:manager|team|partner|business))\b[^\n.?!]{0,60}$",
    re.MULTILINE,
)
# Somebody who writes for another is not that other.
_FOR_ANOTHER = re.compile(r"\b(?:on behalf of|asked me to (?:answer|write|reply)|(?:answering|writing|replying) for)\b")
_REPLIED_TO = re.compile(r"^(?:-{2,}\s?original message|on .{6,200} wrote:|from: )", re.MULTILINE)
# "I'd like to apply" to a stranger: the reader may be the one who hires, and then is the owner of the mailbox.
_COLD = re.compile(r"\b(?:i(?:'m| am) applying|i (?:would|'d) like to apply|(?:herewith|hereby) apply)\b")
_OFFICE = re.compile(
    r"(?:jobs?|careers?|karriere|hr|hiring|recruit\w{0,12}|talent\w{0,12}|people|personal\w{0,12}|bewerbung(?:en)?"
    r"|applications?|apply|vacanc(?:y|ies)|info|office|contact|team|hello)(?:[-_.+].{0,60})?"
)
_AGENCY = re.compile(r"(?:recruit|talent|staffing|headhunt|personnel|personalberat|careers?\b|jobs\b)")
# What one mail's sign counts. Greetings tell nothing: each side greets the other.
_DELIVERED_TO, _SENT, _SPEAKS, _IS_OFFICE = 3, 3, 2, 3
_FEW = 3  # receivers: a mail to more of them tells of none


def infer(messages: Iterable[Message]) -> frozenset[str]:
    """Return the address whose mailbox this seems to be; empty where no mail names a person's.

    The owner of a mailbox is on (nearly) every mail of it, under one address or another of the same full name. Never a
    no-reply, platform's or ATS's address. Signs count beside that: mails were delivered to it, or lie among its sent
    ones; its mails apply ("my CV") and don't recruit ("my client"), those it gets recruit; an agency's or a
    jobs@ address speaks against. Then who has to do with more organisations, then who received the first mail, then the
    alphabet. The order of the messages changes nothing.
    """
    seen = _Seen()
    for message in messages:
        _look(seen, message)
    persons = [address for address in seen.present if may_be_person(address)]
    best = min(
        persons,
        key=lambda one: (-_weight(seen, one), -_reach(seen, one), one not in seen.first, one),
        default=None,
    )
    return frozenset({best}) if best else frozenset()


@dataclass(slots=True)
class _Seen:
    """What the mails tell of each address: on how many it stands, by itself and by its owner's name, its signs, the
    organisations it has to do with; and who received the `first` mail.
    """

    present: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)
    names: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    partners: dict[str, set[Address]] = field(default_factory=lambda: defaultdict(set))
    earliest: tuple[datetime, str] | None = None
    first: frozenset[str] = frozenset()


def _look(seen: _Seen, message: Message) -> None:
    delivered = {value.strip().lower() for name in _DELIVERED if (value := message.header(name))}
    receivers = [*message.to, *message.cc]
    to = {one.address for one in receivers} | delivered
    sender = message.sender.address if message.sender else None
    everyone = [*receivers, message.sender] if message.sender else receivers
    seen.present.update(to | ({sender} if sender else set()))
    named = {(name, one.address) for one in everyone if (name := _full_name(one.name))}
    for name, address in named:
        seen.names[address][name] += 1
    seen.named.update({name for name, _ in named})
    for address, weight in _signs(message, delivered):
        seen.signs[address] += weight
    for other in everyone if message.sender and len(to) <= _FEW else ():
        if message.sender and other is not message.sender:
            seen.partners[other.address].add(message.sender)
            seen.partners[message.sender.address].add(other)
    place = ((message.instant or _EARLY).astimezone(UTC), message.key)
    if seen.earliest is None or place < seen.earliest:
        seen.earliest, seen.first = place, frozenset(one.address for one in message.to) | delivered


def _full_name(name: str) -> str:
    """Return a name of two words or more, in lower case; empty for anything less: a first name is shared by many."""
    words = name.lower().split()
    return " ".join(words) if len(words) > 1 else ""


def _weight(seen: _Seen, address: str) -> int:
    name = max(seen.names[address].items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))[0]
    office = _IS_OFFICE if _is_office(address) else 0
    return max(seen.present[address], seen.named[name] if name else 0) + seen.signs[address] - office


def _reach(seen: _Seen, address: str) -> int:
    """Return with how many organisations an address has to do; somebody who writes from two counts once."""
    partners = seen.partners[address]
    homes = {organisation_of(one.address) or one.address for one in partners}
    return min(len(homes), len({_full_name(one.name) or one.address for one in partners}))


def _is_office(address: str) -> bool:
    """Say whether an address says that people are hired there: jobs@, or an agency's domain."""
    if shared_senders.is_shared(address):
        return False
    local, _, _ = address.partition("@")
    return bool(_OFFICE.fullmatch(local) or _AGENCY.search(shared_senders.domain_of(address).partition(".")[0]))


def _signs(message: Message, delivered: set[str]) -> Iterator[tuple[str, int]]:
    """Yield the addresses for which (or, below zero, against which) this mail speaks."""
    yield from ((address, _DELIVERED_TO) for address in delivered)
    if message.sender is None:
        return
    sender = message.sender.address
    if "sent" in (message.header("x-gm-labels") or "").lower():
        yield sender, _SENT
    own, replied_to = _own_and_quoted(message)
    if _FOR_ANOTHER.search(own):
        return
    if _COLD.search(own):
        yield sender, _SPEAKS if _goes_to_office(message) else 0
    elif _APPLIES.search(own):
        yield sender, _SPEAKS
    if _RECRUITS.search(own):
        yield sender, -_SPEAKS
        yield from ((one.address, 1) for one in message.to if len(message.to) <= _FEW)
    elif _RECRUITS.search(replied_to):
        yield sender, 1


def _own_and_quoted(message: Message) -> tuple[str, str]:
    """Return the beginning of a mail in lower case: what its sender wrote, and what they answer."""
    text = message.text[:_LONGEST].replace("’", "'").lower()
    start = found.start() if (found := _REPLIED_TO.search(text)) else len(text)
    lines = text[:start].split("\n")
    quoted = [line.lstrip("> ") for line in lines if line.lstrip().startswith(">")]
    below = [line.lstrip("> ") for line in text[start:].split("\n")]
    return "\n".join(line for line in lines if not line.lstrip().startswith(">")), "\n".join([*quoted, *below])


def _goes_to_office(message: Message) -> bool:
    """Say whether a mail goes to where people are hired: by its address, or from private mail to an organisation."""
    is_private = message.sender is not None and shared_senders.kind_of(message.sender.address) == "free_mail"
    return any(
        _is_office(one.address) or (is_private and not shared_senders.is_shared(one.address)) for one in message.to
    )


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
