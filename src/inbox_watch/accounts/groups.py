"""Threads that are read together, because they know of each other, and in portions, so that memory stays small."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from inbox_watch.core.portions import portions
from inbox_watch.core.types import Message, Thread

Group = tuple[Thread, ...]

_AT_ONCE = 200  # mails in memory with their text, while they are read


def ties(mails: Sequence[Message], me: frozenset[str]) -> dict[str, set[str]]:
    """Return, by each mail's key, the names by which its thread may know of others: invitations and who invites."""
    invited = {event.organizer.address for one in mails for event in one.events if event.organizer} - me
    found: dict[str, set[str]] = {}
    for one in mails:
        named = found.setdefault(one.key, set())
        named.update(event.uid for event in one.events if event.uid)
        named.update(_organizers(one) - me)
        if one.sender and one.sender.address in invited:
            named.add(one.sender.address)
    return found


def _organizers(message: Message) -> frozenset[str]:
    return frozenset(event.organizer.address for event in message.events if event.organizer)


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
