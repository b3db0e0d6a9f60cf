"""Who the candidate is, where neither the configuration nor the command line says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from inbox_watch.core.types import Message

_DELIVERED = ("delivered-to", "x-original-to")


def infer(messages: Iterable[Message]) -> frozenset[str]:
    """Return the one address that most mails name as sender or receiver; empty where there is none.

    The owner of a mailbox is on (nearly) every mail of it. Where two addresses are on equally many, the one that
    receives more often wins, then the one that mails were delivered to, then the alphabet.
    """
    present: Counter[str] = Counter()
    receives: Counter[str] = Counter()
    for message in messages:
        delivered = {value.strip().lower() for name in _DELIVERED if (value := message.header(name))}
        to = {address.address for address in (*message.to, *message.cc)} | delivered
        sender = {message.sender.address} if message.sender else set()
        present.update(to | sender)
        receives.update(to)
        receives.update(delivered)
    best = min(present, key=lambda address: (-present[address], -receives[address], address), default=None)
    return frozenset({best}) if best else frozenset()


def is_candidate(message: Message, candidate: frozenset[str]) -> bool:
    """Say whether the candidate sent this message."""
    return message.sender is not None and message.sender.address in candidate
