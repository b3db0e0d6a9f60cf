"""What looks odd in an opportunity's mail: signs of a swindle or of a false sender, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inbox_watch.core import shared_senders
from inbox_watch.core.opportunity.disguises import imitates, plain
from inbox_watch.core.opportunity.sides import organisation_of
from inbox_watch.core.types import Caution, CautionKind, Entry, Message, Stage

_FREE_MAIL = "free_mail"
_OFFERED = frozenset({Stage.OFFER, Stage.ACCEPTED})
_DMARC_FAILED = re.compile(r"\bdmarc\s{0,3}=\s{0,3}fail", re.IGNORECASE)
_CORPORATE = re.compile(
    r"\b(?:hr|human resources|recruit(?:ment|ing)(?: team| department)?|hiring (?:team|department|manager)|careers?"
    r"|talent acquisition|inc|ltd|llc|gmbh|plc|corp(?:oration)?|limited)\b",
    re.IGNORECASE,
)
_BAIT = frozenset(
    {"jobs", "job", "careers", "career", "hr", "hiring", "recruitment", "recruiting", "talent", "team", "offer"}
)


def cautions_of(entries: Sequence[Entry]) -> tuple[Caution, ...]:
    """Return what is odd in these mails (the candidate's own left out), in their order, each kind once a sender."""
    domains = _organisations(entries)
    seen: set[tuple[CautionKind, str]] = set()
    found: list[Caution] = []
    is_offered = False
    for entry in entries:
        is_offered = is_offered or entry.reading.signal in _OFFERED
        sender = entry.message.sender
        if entry.reading.from_candidate or not entry.reading.recruiting or sender is None:
            continue
        for caution in _of(entry, domains, is_offered=is_offered):
            if (caution.kind, sender.address) not in seen:
                seen.add((caution.kind, sender.address))
                found.append(caution)
    return tuple(found)


def _of(entry: Entry, domains: Sequence[str], *, is_offered: bool) -> Iterator[Caution]:
    message = entry.message
    once_offered = CautionKind.ASKS_FOR_IDENTITY if is_offered else None  # asked for rightly then
    yield from (one for one in entry.reading.cautions if one.kind is not once_offered)
    for kind, reason in (
        (CautionKind.REPLY_TO_MISMATCH, _answers_elsewhere(message)),
        (CautionKind.FREE_MAIL_COMPANY, _free_mail(message)),
        (CautionKind.LOOK_ALIKE_DOMAIN, _look_alike(message, domains) or _disguised(entry)),
        (CautionKind.DMARC_FAILED, _unproven(message)),
        (CautionKind.IN_JUNK, "Your mail provider has put it into Junk" if message.is_junk else None),
    ):
        if reason:
            yield Caution(kind=kind, reason=reason, message_id=message.message_id)


def _answers_elsewhere(message: Message) -> str | None:
    """An answer would go to another organisation. What a platform relays is meant to."""
    assert message.sender
    own = organisation_of(message.sender.address)
    if own is None or not message.reply_to:
        return None
    away = [one.address for one in message.reply_to if _is_elsewhere(one.address, own)]
    return f"It comes from {message.sender.address}, but an answer would go to {away[0]}" if away else None


def _is_elsewhere(address: str, own: str) -> bool:
    kind, other = shared_senders.kind_of(address), organisation_of(address)
    return kind == _FREE_MAIL or (kind is None and other is not None and _label(other) != _label(own))


def _label(domain: str) -> str:
    """Return a domain's own name: acme.de and acme.com are one company's, as far as can be told."""
    return domain.partition(".")[0]


def _free_mail(message: Message) -> str | None:
    assert message.sender
    address, name = message.sender.address, message.sender.name
    if shared_senders.kind_of(address) != _FREE_MAIL or not _CORPORATE.search(name):
        return None
    return f"“{name[:80]}” writes from a free mail address, {address}, not from a company's own"


def _unproven(message: Message) -> str | None:
    """The receiving server's own word: the topmost Authentication-Results (RFC 8601). A sender can forge a pass, and
    gains nothing by forging a failure.
    """
    if not _DMARC_FAILED.search(message.header("authentication-results") or ""):
        return None
    return "Your mail provider could not confirm that it comes from where it says (DMARC failed)"


def _organisations(entries: Sequence[Entry]) -> list[str]:
    """Return the organisations that write in this opportunity or are written to, each once, the earliest first."""
    found: dict[str, None] = {}
    for entry in entries:
        message = entry.message
        theirs = (message.sender, *message.cc) if not entry.reading.from_candidate else message.to
        for one in theirs:
            if one and (organisation := organisation_of(one.address)):
                found.setdefault(organisation)
    return list(found)


def _look_alike(message: Message, domains: Sequence[str]) -> str | None:
    """Compare with who wrote here before: a domain of almost the same letters, or the same name with a word more."""
    assert message.sender
    own = organisation_of(message.sender.address)
    if own is None or own not in domains:
        return None
    for other in domains[: domains.index(own)]:
        if _is_alike(own, other):
            return f"Its domain {own} looks like {other}, from which mail came before, and is another one"
    return None


def _disguised(entry: Entry) -> str | None:
    """Compare with the names that the mail itself gives: no mail need have come before."""
    assert entry.message.sender
    own = organisation_of(entry.message.sender.address)
    if own is None:
        return None
    company = entry.reading.company or ""
    is_taken_from_it = company.lower() == _label(own)  # where the mail names no company, it is read from the domain
    return imitates(own, (entry.message.sender.name, "" if is_taken_from_it else company))


def _is_alike(one: str, other: str) -> bool:
    left, right = _label(one), _label(other)
    if min(len(left), len(right)) < 4 or left == right:
        return False
    longer, shorter = sorted((left, right), key=len, reverse=True)
    has_a_word_more = longer.startswith(f"{shorter}-") and longer[len(shorter) + 1 :] in _BAIT
    return has_a_word_more or plain(left) == plain(right) or _one_letter_apart(left, right)


def _one_letter_apart(left: str, right: str) -> bool:
    """Say whether one letter was put in, left out, changed or swapped with its neighbour."""
    if left == right or abs(len(left) - len(right)) > 1:
        return left == right
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
