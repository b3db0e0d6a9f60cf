"""What one mail says of names, by what the others know: a platform's step has the firm and role that it names.

A colleague who writes for a contact belongs to that contact's exchange; the contact's first name is no company.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inbox_watch.core import colleagues, steps
from inbox_watch.core.opportunity.evidence import Clues
from inbox_watch.core.opportunity.naming import normal_company
from inbox_watch.core.spelling import plain
from inbox_watch.core.types import Entry

# A mailbox that names more firms than this is no job seeker's; the earliest count.
_MOST_FIRMS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Firm:
    """A company as it is written, and the roles that mails name with it, by their lower case."""

    name: str
    roles: dict[str, str]


def with_names(held: Sequence[Sequence[Entry]], known: colleagues.Known) -> list[list[Entry]]:
    """Return the entries of each thread; a platform's step with the firm, among those named, that its text names."""
    told = [entry for entries in held for entry in entries if not _is_step(entry)]
    firms = _firms(told)
    first_names = {name.partition(" ")[0] for own in known.persons.values() for name in own}
    return [
        [
            _settled(entry, firms) if _is_step(entry) else _without_title(_without_person(entry, first_names), firms)
            for entry in entries
        ]
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


def _without_title(entry: Entry, firms: dict[str, _Firm]) -> Entry:
    """Return a mail without a role that is a firm's short name ("the Corrib role"), or only somebody's title in it.

    That of a person: of the writer, or of an interviewer.
    """
    role, message = entry.reading.role, entry.message
    if role and " " not in role and any(firm.startswith(f"{role.lower()} ") for firm in firms):
        return replace(entry, reading=replace(entry.reading, role=None))
    if role is None or entry.reading.is_automatic or role.lower() in message.subject[:300].lower():
        return entry
    text = plain(message.text[: steps.LONGEST_READ])
    found = list(re.finditer(re.escape(role), text, re.IGNORECASE))[:20]
    if not found or not all(_is_title(text[max(0, one.start() - 80) : one.start()], entry) for one in found):
        return entry
    return replace(entry, reading=replace(entry.reading, role=None))


def _is_title(before: str, entry: Entry) -> bool:
    """Say whether what stands before a title makes it a person's: "with Declan Furey, ", or the writer's own name."""
    if _TITLED.search(before):
        return True
    lines = before.rsplit("\n", 2)
    sender = entry.message.sender
    first = sender.name.partition(" ")[0] if sender else ""
    own = len(lines) > 1 and len(lines[-1]) < 25 and not lines[-1].strip(" |,-–") and lines[-2].strip()
    return bool(first and own) and str(own).startswith(first) and len(str(own)) < 50


_TITLED = re.compile(
    r"(?:\b(?:with|meet(?:ing)?|by|from|interviewers?:?|and|to) |^|\n)[A-Z][\w'-]{1,20}(?: [A-Z][\w'-]{1,20}){1,2}"
    r"(?:, | \(| - | \| )(?:our |the |their |your )?$"
)


def with_colleagues(
    clues: Sequence[Clues], held: Sequence[Sequence[Entry]], known: colleagues.Known, candidate: frozenset[str]
) -> list[Clues]:
    """Return the clues with the contact among the people, where a colleague's first mail names them."""
    return [
        replace(one, people=one.people | colleagues.named_by(entries[0].message, known, candidate))
        if entries and not entries[0].reading.from_candidate
        else one
        for one, entries in zip(clues, held, strict=True)
    ]


def with_firms(clues: Sequence[Clues], held: Sequence[Sequence[Entry]], candidate: frozenset[str]) -> list[Clues]:
    """Return the clues; what a program writes for no firm that is known, with the one that others' domains show."""
    labels = frozenset(label for one in clues if one.organisations - one.agencies for label in one.labels)
    found: list[Clues] = []
    for one, entries in zip(clues, held, strict=True):
        if not one.company and labels and entries and entries[0].reading.is_automatic:
            named = colleagues.houses_named(entries[0].message, candidate) & labels
            one = replace(one, companies=one.companies | named) if len(named) == 1 else one
        found.append(one)
    return found
