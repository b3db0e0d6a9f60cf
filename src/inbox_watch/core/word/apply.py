"""The user's words over the opportunities that were found: left out, joined and split first, then what is said of each.

What nothing is said of stays the same value, whatever is said of others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from inbox_watch.core.opportunity.gather import build, order, with_course
from inbox_watch.core.opportunity.sides import is_no_person
from inbox_watch.core.types import Contact, Entry, Join, Opportunity, Said, SenderKind, Thread, Word
from inbox_watch.core.word.about import place_of, verdicts

_OF_THREADS = frozenset({Said.RECRUITING, Said.NOT_RECRUITING, Said.JOIN, Said.SPLIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The opportunities as the user sees them, and those that aren't any, as the user says.

    `without` has, for each that the user spoke of, the same mails without their word, by its id.
    """

    opportunities: tuple[Opportunity, ...]
    without: Mapping[str, Opportunity] = field(default_factory=dict)
    left_out: tuple[Opportunity, ...] = ()


@dataclass(slots=True)
class _Group:
    """Threads that are one opportunity: places in the list of all threads."""

    members: list[int]
    joins: tuple[Join, ...]
    found: Opportunity | None


class _Groups:
    """The threads of all opportunities, and how they go together."""

    def __init__(self, opportunities: Sequence[Opportunity]) -> None:
        self.threads: list[tuple[Thread, list[Entry]]] = []
        self.groups: list[_Group] = []
        for one in opportunities:
            entries: dict[str, list[Entry]] = {thread.id: [] for thread in one.threads}
            for entry in one.entries:
                entries[entry.thread_id].append(entry)
            first = len(self.threads)
            self.threads += [(thread, entries[thread.id]) for thread in one.threads]
            self.groups.append(_Group(list(range(first, len(self.threads))), one.joins, one))
        self.thread_of = {entry.message.key: place for place, (_, own) in enumerate(self.threads) for entry in own}

    def group_of(self) -> dict[str, int]:
        """Return, by a mail's key, the number of its group."""
        of = {thread: number for number, group in enumerate(self.groups) for thread in group.members}
        return {key: of[thread] for key, thread in self.thread_of.items()}

    def holding(self, keys: Sequence[str]) -> set[int]:
        """Return the threads that hold any of these mails."""
        return {self.thread_of[key] for key in keys if key in self.thread_of}

    def join(self, word: Word) -> None:
        """Make the two opportunities of a word one."""
        places = self.group_of()
        one, other = place_of(word.anchors, places), place_of(word.others, places)
        if one is None or other is None or one == other:
            return
        keep, gone = self.groups[min(one, other)], self.groups[max(one, other)]
        heads = self.threads[keep.members[0]][0].id, self.threads[gone.members[0]][0].id
        reason = Join(thread_ids=heads, reason="you said so")
        made = _Group([*keep.members, *gone.members], (*keep.joins, *gone.joins, reason), None)
        self.groups[min(one, other)] = made
        del self.groups[max(one, other)]

    def split(self, word: Word) -> None:
        """Make what a word names an opportunity of its own."""
        out = self.holding(word.others)
        for group in [group for group in self.groups if out & set(group.members)]:
            rest = [thread for thread in group.members if thread not in out]
            if rest:
                split = [thread for thread in group.members if thread in out]
                place = self.groups.index(group)
                self.groups[place] = _Group(rest, self._between(rest, group.joins), None)
                self.groups.append(_Group(split, self._between(split, group.joins), None))

    def leave_out(self, out: set[int]) -> list[_Group]:
        """Take these threads out; return them as groups of their own."""
        gone: list[_Group] = []
        for group in list(self.groups):
            members = [thread for thread in group.members if thread in out]
            rest = [thread for thread in group.members if thread not in out]
            if not members:
                continue
            place = self.groups.index(group)
            self.groups[place : place + 1] = [_Group(rest, self._between(rest, group.joins), None)] if rest else []
            gone.append(group if not rest else _Group(members, self._between(members, group.joins), None))
        return gone

    def _between(self, members: Sequence[int], joins: Sequence[Join]) -> tuple[Join, ...]:
        ids = {self.threads[thread][0].id for thread in members}
        return tuple(join for join in joins if ids.issuperset(join.thread_ids))

    def built(self, group: _Group, candidate: frozenset[str]) -> Opportunity:
        """Return the opportunity that a group is; the very one that was found, where it is that."""
        if group.found is not None:
            return group.found
        held = [self.threads[thread] for thread in group.members]
        held.sort(key=lambda pair: order(pair[1][0].message))
        return build(held, group.joins, candidate)


def apply(opportunities: Sequence[Opportunity], words: Sequence[Word], *, candidate: frozenset[str]) -> Applied:
    """Return the opportunities with the user's words (in the order in which they were said) over what was found.

    The order of the opportunities, the earliest first, and `candidate` are those of `gather`.
    """
    if not words:
        return Applied(opportunities=tuple(opportunities))
    groups = _Groups(opportunities)
    for word in words:
        if word.kind is Said.JOIN:
            groups.join(word)
        elif word.kind is Said.SPLIT:
            groups.split(word)
    said = verdicts([thread for thread, _ in groups.threads], words)
    out = {place for place, (thread, _) in enumerate(groups.threads) if not said.get(thread.id, True)}
    left_out = [groups.built(group, candidate) for group in groups.leave_out(out)]
    built = [groups.built(group, candidate) for group in groups.groups]
    built.sort(key=lambda one: order(one.entries[0].message))
    shared = _shared_out(built, words)
    return Applied(
        opportunities=tuple(_over(one, own) for one, own in shared),
        without={one.id: one for one, own in shared if own},
        left_out=tuple(replace(one, words=tuple(own)) for one, own in _shared_out(left_out, words)),
    )


def _shared_out(opportunities: Sequence[Opportunity], words: Sequence[Word]) -> list[tuple[Opportunity, list[Word]]]:
    """Return each opportunity with the words that are about it, in their order."""
    places = {entry.message.key: place for place, one in enumerate(opportunities) for entry in one.entries}
    names = {entry.message.message_id: place for place, one in enumerate(opportunities) for entry in one.entries}
    own: list[list[Word]] = [[] for _ in opportunities]
    for word in words:
        place = place_of(word.anchors, places)
        if place is None and word.kind is Said.RECRUITING:
            place = names.get(word.value)
        both = {place, place_of(word.others, places) if word.kind in (Said.JOIN, Said.SPLIT) else None}
        for one in both - {None}:
            own[one].append(word)  # type: ignore[index]
    return list(zip(opportunities, own, strict=True))


def _over(opportunity: Opportunity, words: Sequence[Word]) -> Opportunity:
    """Return an opportunity as the user says that it is."""
    if not words:
        return opportunity
    changed = opportunity
    for word in words:
        changed = _with(changed, word)
    return with_course(changed, tuple(words))


def _with(opportunity: Opportunity, word: Word) -> Opportunity:
    if word.kind is Said.COMPANY:
        return replace(opportunity, company=word.value or None)
    if word.kind is Said.ROLE:
        return replace(opportunity, role=word.value or None)
    if word.kind is Said.CONTACT:
        return replace(opportunity, contacts=_with_contact(opportunity.contacts, word))
    if word.kind is Said.SENDER_KIND:
        return replace(opportunity, contacts=tuple(_meant(one, word) for one in opportunity.contacts))
    return opportunity


def _with_contact(contacts: Sequence[Contact], word: Word) -> tuple[Contact, ...]:
    """Put the one whom the user names first; they can be reached, since the user says so."""
    former = next((one for one in contacts if one.address == word.value), Contact(address=word.value))
    named = _of_kind(replace(former, name=word.name or former.name, is_reachable=True), word.sender_kind)
    return (named, *(one for one in contacts if one.address != word.value))


def _meant(contact: Contact, word: Word) -> Contact:
    return _of_kind(contact, word.sender_kind) if contact.address == word.value else contact


def _of_kind(contact: Contact, kind: SenderKind | None) -> Contact:
    if kind is None:
        return contact
    is_reachable = kind is not SenderKind.PLATFORM and (contact.is_reachable or not is_no_person(contact.address))
    return replace(contact, kind=kind, is_reachable=is_reachable)


def contact_said(opportunity: Opportunity) -> Contact | None:
    """Return whom the user names as the one to ask; None where they name nobody, or a program."""
    address = next((word.value for word in reversed(opportunity.words) if word.kind is Said.CONTACT), None)
    return next((one for one in opportunity.contacts if one.address == address and one.is_reachable), None)
