"""What kind of sender each person is, by all of their mail: an agency that showed itself once stays one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inbox_watch.core import shared_senders
from inbox_watch.core.opportunity.sides import labels_of, organisation_of
from inbox_watch.core.spelling import squeeze
from inbox_watch.core.types import Entry, Reading, SenderKind

_PERSONS = (SenderKind.AGENCY, SenderKind.EMPLOYER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The kind of each address, and the organisations that are agencies."""

    kinds: dict[str, SenderKind]
    agencies: frozenset[str]


def with_kinds(held: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    """Return the entries of each thread with the kinds that all threads together show.

    The strongest evidence counts: an agency that shows itself, then an employer that does, then what most mails seem.
    An agency's own name is taken back where it was read as the company.
    """
    known = _known(entry for entries in held for entry in entries)
    return [[_with_kind(entry, known) for entry in entries] for entries in held]


def _known(entries: Iterable[Entry]) -> Known:
    kept = list(entries)
    seen: dict[str, list[tuple[SenderKind, bool]]] = defaultdict(list)
    for entry in kept:
        reading, sender = entry.reading, entry.message.sender
        if sender and reading.recruiting and not reading.from_candidate and reading.sender_kind in _PERSONS:
            seen[sender.address].append((reading.sender_kind, reading.is_kind_shown))
    plain = {address for address, kinds in seen.items() if (SenderKind.AGENCY, True) in kinds}
    agencies = frozenset(home for address in plain if (home := organisation_of(address)))
    employers = _employers(kept) | _first_employers(seen)
    kinds = {address: _kind(address, found, agencies, employers) for address, found in seen.items()}
    return Known(kinds=kinds, agencies=agencies)


def _employers(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the names in the domains of employers, as they show: those that a platform's mail is written for."""
    theirs = [one for one in entries if one.reading.recruiting and not one.reading.from_candidate and _is_shared(one)]
    companies = {one.reading.company or "" for one in theirs}
    return frozenset(name for one in companies if len(name := squeeze(one)) > 4 and _OF_AGENCY.search(one) is None)


def _first_employers(seen: Mapping[str, Sequence[tuple[SenderKind, bool]]]) -> frozenset[str]:
    """Return the names in the domains of which the first who wrote, the earliest in `seen`, is an employer's."""
    first: dict[str, set[SenderKind]] = {}
    for address, kinds in seen.items():
        if home := organisation_of(address):
            first.setdefault(home, {kind for kind, _ in kinds})
    homes = (home for home, kinds in first.items() if kinds == {SenderKind.EMPLOYER})
    return frozenset(label for home in homes for label in labels_of(home))


def _is_shared(entry: Entry) -> bool:
    return entry.message.sender is not None and organisation_of(entry.message.sender.address) is None


_OF_AGENCY = re.compile(
    r"recruit|talent|staffing|search|personnel|careers|resourcing|people|jobs|consult", re.IGNORECASE
)


def _kind(
    address: str, found: Sequence[tuple[SenderKind, bool]], agencies: frozenset[str], employers: frozenset[str]
) -> SenderKind:
    shown = {kind for kind, is_shown in found if is_shown}
    if SenderKind.AGENCY in shown:
        return SenderKind.AGENCY
    if SenderKind.EMPLOYER in shown:
        return SenderKind.EMPLOYER
    home = organisation_of(address)
    if home in agencies:
        return SenderKind.AGENCY
    if home and labels_of(home) & employers:
        return SenderKind.EMPLOYER
    counts = Counter(kind for kind, _ in found)
    return max(counts, key=lambda kind: (counts[kind], kind is SenderKind.AGENCY))


def _with_kind(entry: Entry, known: Known) -> Entry:
    reading, sender = entry.reading, entry.message.sender
    if sender is None or reading.from_candidate or reading.sender_kind not in (*_PERSONS, SenderKind.UNKNOWN):
        return entry
    kind = known.kinds.get(sender.address, reading.sender_kind)
    if kind is reading.sender_kind:
        return entry
    told = replace(reading, sender_kind=kind)
    return replace(entry, reading=_without_own_name(told, sender.address) if kind is SenderKind.AGENCY else told)


def _without_own_name(reading: Reading, address: str) -> Reading:
    """Return the reading without a company that is only the name in the sender's own domain."""
    home = organisation_of(address)
    label = squeeze(shared_senders.domain_of(address).partition(".")[0]) if home else ""
    company = squeeze(reading.company or "")
    is_own = company == label or (min(len(company), len(label)) > 4 and label.startswith(company))
    is_own = is_own or (min(len(company), len(label)) > 4 and company.startswith(label))
    return replace(reading, company=None) if label and company and is_own else reading
