"""What one mail says of names, by what the others know: a platform's step has the firm and role that it names.

A colleague who writes for a contact belongs to that contact's exchange; the contact's first name is no company.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inbox_watch.core import colleagues, steps
from inbox_watch.core.colleagues import Known
from inbox_watch.core.opportunity.evidence import Clues
from inbox_watch.core.opportunity.naming import normal_company
from inbox_watch.core.types import Entry

# A mailbox that names more firms than this is no job seeker's; the earliest count.
_MOST_FIRMS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Firm:
    """A company as it is written, and the roles that mails name with it, by their lower case."""

    name: str
    roles: dict[str, str]


def with_names(held: Sequence[Sequence[Entry]], known: Known) -> list[list[Entry]]:
    """Return the entries of each thread; a platform's step with the firm, among those named, that its text names."""
    told = [entry for entries in held for entry in entries if not _is_step(entry)]
    firms = _firms(told)
    first_names = {name.partition(" ")[0] for own in known.persons.values() for name in own}
    return [
        [_settled(entry, firms) if _is_step(entry) else _without_person(entry, first_names) for entry in entries]
        for entries in held
    ]


def _is_step(entry: Entry) -> bool:
    return entry.reading.is_automatic and not entry.reading.from_candidate and steps.step_of(entry.message) is not None


def _firms(entries: Sequence[Entry]) -> dict[str, _Firm]:
    found: dict[str, _Firm] = {}
    for reading in (entry.reading for entry in entries if entry.reading.recruiting):
        if reading.company and len(reading.company) > 3 and len(found) < _MOST_FIRMS:
            firm = found.setdefault(reading.company.lower(), _Firm(name=reading.company, roles={}))
            if reading.role:
                firm.roles.setdefault(reading.role.lower(), reading.role)
    return found


def _settled(entry: Entry, firms: dict[str, _Firm]) -> Entry:
    """Return a platform's step with the one firm that it names, and the one of that firm's roles."""
    named = _longest(steps.named_in(entry.message, firms))
    if len({normal_company(one) for one in named}) != 1:
        return entry
    firm = firms[named[0]]
    if entry.reading.company and _is_other(entry.reading.company, firm.name):
        return entry
    roles = _longest(steps.named_in(entry.message, firm.roles))
    role = firm.roles[roles[0]] if len(roles) == 1 else entry.reading.role
    return replace(entry, reading=replace(entry.reading, company=firm.name, role=role))


def _is_other(company: str, firm: str) -> bool:
    own, other = normal_company(company), normal_company(firm)
    return not (own.startswith(other) or other.startswith(own))


def _longest(names: Sequence[str]) -> list[str]:
    """Return the names that are no part of another of them: "Calder" is part of "Calder Insurance"."""
    return [name for name in names if not any(name != other and name in other for other in names)]


def _without_person(entry: Entry, first_names: set[str]) -> Entry:
    """Return a mail without a company that is a contact's first name ("I work with Tessa")."""
    company = (entry.reading.company or "").lower()
    if entry.reading.from_candidate or not company or company not in first_names:
        return entry
    is_own = entry.message.sender is not None and company in entry.message.sender.address
    return entry if is_own else replace(entry, reading=replace(entry.reading, company=None))


def with_colleagues(
    clues: Sequence[Clues], held: Sequence[Sequence[Entry]], known: Known, candidate: frozenset[str]
) -> list[Clues]:
    """Return the clues with the contact among the people, where a colleague's first mail names them."""
    return [
        replace(one, people=one.people | colleagues.named_by(entries[0].message, known, candidate))
        if entries and not entries[0].reading.from_candidate
        else one
        for one, entries in zip(clues, held, strict=True)
    ]
