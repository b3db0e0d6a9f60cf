"""Who is on the other side, and who of them can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inbox_watch.core.opportunity.sides import (
    Side,
    addresses,
    answer_address,
    is_no_person,
    is_reachable,
    organisation_of,
    plain_name,
    sides_of,
    strangers,
    writes_in_person,
)
from inbox_watch.core.types import Address, Contact, Entry, SenderKind

# Nobody answers for a hundred people: a mail to a list brings its members in as contacts only up to here.
MOST_RECIPIENTS = 10
MOST_CONTACTS = 40


def contacts_of(entries: Sequence[Entry], candidate: frozenset[str]) -> tuple[Contact, ...]:
    """Return the people and platforms on the other side, in the order of their appearance; never the candidate."""
    found: dict[str, Contact] = {}
    kinds: dict[str, SenderKind] = {}
    sides = sides_of(entries)
    own = candidate | _own_addresses(entries, sides) | strangers(entries)
    for entry, side in zip(entries, sides, strict=True):
        for contact in _mentioned(entry, side):
            if contact.address in own or (contact.address not in found and len(found) >= MOST_CONTACTS):
                continue
            found[contact.address] = _merge(found.get(contact.address), contact)
            _learn_kind(kinds, contact)
    return tuple(_with_kind(contact, kinds) for contact in found.values())


def _own_addresses(entries: Sequence[Entry], sides: Sequence[Side]) -> frozenset[str]:
    """Return the addresses of the candidate's side, as the senders of these entries show them."""
    return frozenset(
        entry.message.sender.address
        for entry, side in zip(entries, sides, strict=True)
        if entry.message.sender and (side is Side.CANDIDATE or entry.reading.from_candidate)
    )


def _mentioned(entry: Entry, side: Side) -> Iterator[Contact]:
    """Yield whom one message brings in: its sender, those on its invitation, those to whom the candidate writes."""
    message, reading = entry.message, entry.reading
    if side is Side.CANDIDATE:
        for address in list(addresses(message))[:MOST_RECIPIENTS]:
            yield _contact(address, SenderKind.UNKNOWN, in_person=False)
    elif message.sender and not reading.from_candidate and not reading.is_bulk:
        in_person = writes_in_person(reading)
        answer = answer_address(message, wrote_in_person=in_person) or message.sender
        is_behind = answer.address != message.sender.address and reading.sender_kind is SenderKind.PLATFORM
        kind = SenderKind.UNKNOWN if is_behind else reading.sender_kind  # a person behind a platform is none
        yield _contact(answer, kind, in_person=in_person, phone=reading.phone)
        yield from _introduced(entry) if in_person else ()
    elif message.sender and not reading.from_candidate:
        is_program = reading.is_automatic and is_no_person(message.sender.address)
        yield _contact(message.sender, SenderKind.PLATFORM if is_program else reading.sender_kind, in_person=False)
    for appointment in reading.appointments:
        for address in appointment.with_[:MOST_RECIPIENTS]:
            yield _contact(address, SenderKind.UNKNOWN, in_person=False)


def _introduced(entry: Entry) -> Iterator[Contact]:
    """Yield the employer's people whom a recruiter copies in: of the company's domain, or named in the text."""
    message, reading = entry.message, entry.reading
    if reading.sender_kind is not SenderKind.AGENCY or message.sender is None:
        return
    company = "".join((reading.company or "").lower().split())
    text = message.text[:20_000].lower()
    for address in message.cc[:MOST_RECIPIENTS]:
        home = organisation_of(address.address)
        if home is None or home == organisation_of(message.sender.address):
            continue
        label = home.partition(".")[0].replace("-", "")
        name = plain_name(address.name).lower()
        if (len(company) > 2 and company.startswith(label)) or (" " in name and name in text):
            yield _contact(address, SenderKind.EMPLOYER, in_person=False)


def _contact(address: Address, kind: SenderKind, *, in_person: bool, phone: str | None = None) -> Contact:
    reachable = is_reachable(address.address, wrote_in_person=in_person) and kind is not SenderKind.PLATFORM
    return Contact(
        name=plain_name(address.name), address=address.address, kind=kind, phone=phone, is_reachable=reachable
    )


def _merge(former: Contact | None, new: Contact) -> Contact:
    if former is None:
        return new
    return Contact(
        name=former.name or new.name,
        address=former.address,
        kind=former.kind if new.kind is SenderKind.UNKNOWN else new.kind,
        phone=new.phone or former.phone,
        is_reachable=former.is_reachable or new.is_reachable,
    )


def _learn_kind(kinds: dict[str, SenderKind], contact: Contact) -> None:
    home = organisation_of(contact.address)
    if home and contact.kind in (SenderKind.AGENCY, SenderKind.EMPLOYER):
        kinds.setdefault(home, contact.kind)


def _with_kind(contact: Contact, kinds: dict[str, SenderKind]) -> Contact:
    """A colleague of a known recruiter is of the same kind."""
    home = organisation_of(contact.address)
    kind = kinds.get(home, SenderKind.UNKNOWN) if home else SenderKind.UNKNOWN
    if contact.kind is not SenderKind.UNKNOWN or kind is SenderKind.UNKNOWN:
        return contact
    return Contact(
        name=contact.name, address=contact.address, kind=kind, phone=contact.phone, is_reachable=contact.is_reachable
    )
