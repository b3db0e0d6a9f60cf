"""Threads that are read together, because they know of each other, and in portions, so that memory stays small."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inbox_watch.core import bookings, colleagues, shared_senders, steps
from inbox_watch.core.opportunity.sides import plain_name
from inbox_watch.core.portions import portions
from inbox_watch.core.types import Message, Thread

Group = tuple[Thread, ...]

_AT_ONCE = 200  # mails in memory with their text, while they are read
_LONGEST_TEXT = 6_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """What the scheduling platforms' notices of a mailbox name: people, firms and addresses, and their own domains.

    All in lower case. What a notice is about, the mails of those whom it names tell. `askers` are the firms for which
    other platforms write, `houses` the names of the firms, or the private addresses, of those who may be known senders.
    """

    names: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    askers: frozenset[str] = frozenset()
    houses: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Say whether there is any such mail."""
        return bool(self.homes or self.askers or self.houses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """By what a mail may know of others: invitations and who invites, what a notice `gives`, what another mail `bears`
    of what notices give.
    """

    invitations: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    bears: frozenset[str] = frozenset()


def booked_in(mails: Iterable[Message], me: frozenset[str]) -> Booked:
    """Return what the notices among these mails, with their texts, name."""
    sets: tuple[set[str], ...] = (set(), set(), set(), set(), set(), set())
    for one in mails:
        named = _named(one, me) if _is_notice(one, me) else _NOTHING
        for found, new in zip(sets, (*named, *_hinted(one, me)), strict=True):
            found.update(new)
    names, firms, addresses, homes, askers, houses = map(frozenset, sets)
    return Booked(names=names, firms=firms, addresses=addresses, homes=homes, askers=askers, houses=houses)


_NOTHING = (frozenset[str](),) * 4


def tells_of_others(message: Message) -> bool:
    """Say whether a mail may be about what others say: a platform's, a contact's, or a colleague's."""
    if _is_platforms(message) or steps.step_of(message) is not None:
        return True
    return colleagues.may_be_one(message, frozenset(one.address for one in message.to))


def _hinted(message: Message, me: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the firms for which a platform's step was sent, and the house of a mail that a known sender may write."""
    if _is_mine(message, me):
        return frozenset(), frozenset()
    askers = steps.firms_in(message) if steps.step_of(message) else frozenset[str]()
    return askers, colleagues.houses_of(message, me) if colleagues.may_be_one(message, me) else frozenset()


def _is_notice(message: Message, me: frozenset[str]) -> bool:
    return not _is_mine(message, me) and _is_platforms(message)


def _is_platforms(message: Message) -> bool:
    """Say whether a scheduling platform writes, be it of a call or of anything else."""
    return bookings.notice_of(message) is not None or bookings.is_schedulers(message)


def _is_mine(message: Message, me: frozenset[str]) -> bool:
    return message.sender is not None and message.sender.address in me


def _named(message: Message, me: frozenset[str]) -> tuple[frozenset[str], ...]:
    return (
        bookings.names_in(message),
        bookings.firms_in(message) | bookings.titles_in(message),
        bookings.addresses_in(message) - me,
        frozenset({bookings.home_of(message)}),
    )


def bonds_of(message: Message, me: frozenset[str], booked: Booked) -> Bonds:
    """Return by what a mail, with its text, may know of others. `me` are the candidate's addresses."""
    invitations = {event.uid for event in message.events if event.uid}
    invitations.update(event.organizer.address for event in message.events if event.organizer)
    bonds = Bonds(invitations=frozenset(invitations - me), bears=_hints(message, me, booked))
    if not booked or _is_mine(message, me):
        return bonds
    if _is_notice(message, me):
        return replace(bonds, gives=_with_kinds(_named(message, me)))
    sender = message.sender
    kinds = (
        booked.names & {plain_name(sender.name).lower() if sender else "", _house(message)},
        booked.firms & bookings.capitalised(f"{message.subject}\n{message.text[:_LONGEST_TEXT]}")
        if booked.firms
        else (),
        booked.addresses & {sender.address if sender else ""},
        booked.homes & bookings.hosts_linked(message),
    )
    return replace(bonds, bears=bonds.bears | _with_kinds(kinds))


def _house(message: Message) -> str:
    """Return the name in the sender's own domain: the firm may be known by no other. Empty where many share it."""
    address = message.sender.address if message.sender else ""
    if shared_senders.is_shared(address):
        return ""
    return shared_senders.domain_of(address).partition(".")[0].replace("-", " ")


def _hints(message: Message, me: frozenset[str], booked: Booked) -> frozenset[str]:
    """Return the firms of platforms' steps, and the houses of known senders' mails, with which a mail has to do."""
    told = bookings.capitalised(f"{message.subject}\n{message.text[:_LONGEST_TEXT]}") if booked.askers else frozenset()
    asked = {f"asker {name}" for name in booked.askers & told}
    houses = frozenset[str]()
    if booked.houses:
        houses = booked.houses & (colleagues.houses_of(message, me) | colleagues.houses_named(message, me))
    return frozenset(asked.union(f"house {name}" for name in houses))


def _with_kinds(kinds: Iterable[Collection[str]]) -> frozenset[str]:
    pairs = zip(("name", "firm", "address", "platform"), kinds, strict=True)
    return frozenset(f"{kind} {name}" for kind, names in pairs for name in names)


def ties(mails: Sequence[Message], me: frozenset[str], bonds: Mapping[str, Bonds]) -> dict[str, set[str]]:
    """Return, by each mail's key, the names by which its thread knows of others; `bonds` by key.

    What a notice gives and no other mail bears ties nothing: two that name the same meeting room are strangers.
    """
    invited = {event.organizer.address for one in mails for event in one.events if event.organizer} - me
    borne = frozenset[str]().union(*(one.bears for one in bonds.values()))
    found: dict[str, set[str]] = {}
    for one in mails:
        own = bonds[one.key]
        named = found.setdefault(one.key, set())
        named.update(own.invitations, own.bears, own.gives & borne)
        if one.sender and one.sender.address in invited:
            named.add(one.sender.address)
    return found


def grouped(threads: Sequence[Thread], known_by: Mapping[str, Collection[str]]) -> list[Group]:
    """Put threads that know of each other by an invitation, or by who sent it, together: they are read as one."""
    root = list(range(len(threads)))

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = place = root[root[place]]
        return place

    first: dict[str, int] = {}
    for number, thread in enumerate(threads):
        for name in (name for message in thread.messages for name in known_by[message.key]):
            earlier, later = sorted((top(first.setdefault(name, number)), top(number)))
            root[later] = earlier
    groups: dict[int, list[Thread]] = {}
    for number, thread in enumerate(threads):
        groups.setdefault(top(number), []).append(thread)
    return [tuple(group) for group in groups.values()]


def read_at_once(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Cut groups into runs of at most `_AT_ONCE` mails, past the first group of each."""
    return portions(groups, lambda group: sum(len(thread.messages) for thread in group), _AT_ONCE)
