"""Whose call a scheduling platform's notice tells of: the person whom it names, or who sent the platform's link."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from inbox_watch.core import bookings
from inbox_watch.core.opportunity.evidence import Clues
from inbox_watch.core.opportunity.naming import is_same_role, normal_company
from inbox_watch.core.opportunity.sides import organisation_of, plain_name, writes_in_person
from inbox_watch.core.types import Act, Entry, Message

# The latest links of one platform that a notice of its may mean: hostile mail may hold thousands.
_MOST_LINKS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Who writes in all threads: addresses by name, all of them, their domains; all by which they may be `called`.

    `own` are their names, and the beginnings of their domains', as a company's would be normalised; `firms` the
    companies, normalised, by how they are written.
    """

    persons: Mapping[str, set[str]]
    addresses: frozenset[str]
    homes: frozenset[str]
    called: frozenset[str]
    own: frozenset[str]
    firms: Mapping[str, str]


def with_bookings(clues: Sequence[Clues], held: Sequence[Sequence[Entry]]) -> list[Clues]:
    """Return the clues with the people whom a notice names, and a tie to the thread that sent its platform's link.

    `held` are the entries of each thread. A name counts where just one person who writes bears it; a link where one
    opportunity alone can be meant.
    """
    found = list(clues)
    places = [place for place, entries in enumerate(held) if _is_notice(entries)]
    if not places:
        return found
    known = _known(held)
    for place in places:
        found[place] = _with_people(found[place], held[place], known)
    links = _links(held)
    for place in places:
        meant = _meant(found, place, held[place], links, known)
        if meant is not None:
            key = frozenset({found[meant].thread.id})
            found[place] = replace(found[place], bookings=found[place].bookings | key)
            found[meant] = replace(found[meant], bookings=found[meant].bookings | key)
    return found


def _is_notice(entries: Sequence[Entry]) -> bool:
    """Say whether only a scheduling platform, and the candidate's calendar, write in a thread."""
    theirs = [entry.reading for entry in entries if not entry.reading.from_candidate]
    return bool(theirs) and all(Act.RELAYS_BOOKING in reading.acts for reading in theirs)


def _known(held: Sequence[Sequence[Entry]]) -> _Known:
    persons: dict[str, set[str]] = defaultdict(set)
    firms: dict[str, str] = {}
    for entry in (entry for entries in held for entry in entries):
        sender, reading = entry.message.sender, entry.reading
        if sender and not reading.from_candidate and writes_in_person(reading):
            persons[plain_name(sender.name).lower()].add(sender.address)
        if reading.company and len(reading.company) > 3 and Act.RELAYS_BOOKING not in reading.acts:
            firms[reading.company.lower()] = normal_company(reading.company)
    addresses = frozenset(one for own in persons.values() for one in own)
    homes = frozenset(home for one in addresses if (home := organisation_of(one)))
    labels = {normal_company(home.partition(".")[0].replace("-", " ")) for home in homes}
    return _Known(
        persons=persons,
        addresses=addresses,
        homes=homes,
        called=frozenset(word for name in persons for word in (name, name.partition(" ")[0])),
        own=frozenset(label[:length] for label in labels for length in range(1, len(label) + 1)).union(
            normal_company(name) for name in persons
        ),
        firms=firms,
    )


def _with_people(clues: Clues, entries: Sequence[Entry], known: _Known) -> Clues:
    """Return a notice's clues with those whom it names; its platform is no person of theirs, and no company."""
    theirs = [entry.message for entry in entries if not entry.reading.from_candidate]
    senders = {one.sender.address for one in theirs if one.sender}
    platforms = {one for one in senders if organisation_of(one) not in known.homes}
    told = {name for one in theirs for name in bookings.names_in(one)}
    named = {name for name in told & known.persons.keys() if " " in name and len(known.persons[name]) == 1}
    people = set(clues.people) - platforms
    people |= known.addresses & {one for message in theirs for one in bookings.addresses_in(message)}
    people = people.union(*(known.persons[name] for name in named))
    company = clues.company if _is_firm(clues.company, platforms, known) else ""
    company = company or _only({known.firms[name] for name in told & known.firms.keys()})
    return replace(
        clues,
        people=frozenset(people),
        organisations=frozenset(home for one in people if (home := organisation_of(one))),
        company=company,
        companies=frozenset({company} - {""}),
        hosts=frozenset(),
    )


def _is_firm(company: str, platforms: Collection[str], known: _Known) -> bool:
    """Say whether a name is an employer's: not the platform's, not a person's, not that of an agency's domain.

    An employer's own domain bears its name too; where other mail names the firm, it is found there.
    """
    brands = {normal_company((organisation_of(one) or "").partition(".")[0].replace("-", " ")) for one in platforms}
    return company not in brands and company not in known.own


def _only(names: set[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _links(held: Sequence[Sequence[Entry]]) -> Mapping[str, list[int]]:
    """Return the threads by the platforms whose booking links they sent, in their order."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, entries in enumerate(held):
        for host in sorted(
            {host for entry in entries for host in bookings.booking_hosts(entry.message, entry.reading)}
        ):
            found[host].append(place)
    return found


def _meant(
    clues: Sequence[Clues],
    place: int,
    entries: Sequence[Entry],
    links: Mapping[str, list[int]],
    known: _Known,
) -> int | None:
    """Return the thread whose link was followed: of the people, then of the company and role that the notice names."""
    theirs = [entry.message for entry in entries if not entry.reading.from_candidate]
    every = [one for home in sorted({bookings.home_of(one) for one in theirs}) for one in links.get(home, ())]
    every.sort()
    end = bisect_left(every, place)
    left = every[max(0, end - _MOST_LINKS) : end]
    mail = clues[place]
    if any(clues[one].people & mail.people for one in left):
        left = [one for one in left if clues[one].people & mail.people]
    elif mail.people or _names_another(theirs, [clues[one] for one in left], known):
        return None
    if mail.company:
        left = [one for one in left if not clues[one].company or mail.company in clues[one].companies]
    if mail.role:
        left = [one for one in left if not clues[one].role or is_same_role(clues[one].role, mail.role)]
    is_one = len({(clues[one].company, clues[one].role, clues[one].people) for one in left}) == 1
    return left[-1] if is_one else None


def _names_another(messages: Sequence[Message], tests: Sequence[Clues], known: _Known) -> bool:
    """Say whether notices name a person or firm that none of these threads knows."""
    named = {name for message in messages for name in bookings.parties_in(message)}
    firms = {company for one in tests for company in one.companies}
    return any(name not in known.called and normal_company(name) not in firms for name in named)
