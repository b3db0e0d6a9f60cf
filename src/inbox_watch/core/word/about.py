"""What a word is about now: which threads it holds for, and which opportunity holds most of its mails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from inbox_watch.core.types import Reading, Said, Thread, Word


def place_of(keys: Sequence[str], places: Mapping[str, int]) -> int | None:
    """Return the place that holds most of these mails, the first of equals; None where none does.

    `places` says by a mail's key where it lies.
    """
    counts = Counter(places[key] for key in keys if key in places)
    return min(counts, key=lambda place: (-counts[place], place), default=None)


def verdicts(threads: Sequence[Thread], words: Sequence[Word]) -> dict[str, bool]:
    """Return, by thread id, whether a thread is about recruiting, as far as the user says so.

    Whoever says anything else of an opportunity says that it is one. Of several words, the last one counts.
    """
    by_key = {message.key: thread.id for thread in threads for message in thread.messages}
    by_name = {message.message_id: thread.id for thread in threads for message in thread.messages}
    found: dict[str, bool] = {}
    for word in words:
        held = {by_key[key] for key in (*word.anchors, *word.others) if key in by_key}
        if word.kind is Said.RECRUITING and word.value in by_name:
            held.add(by_name[word.value])
        found.update(dict.fromkeys(held, word.kind is not Said.NOT_RECRUITING))
    return found


def insisted(threads: Sequence[Thread], readings: Mapping[str, Reading], words: Sequence[Word]) -> frozenset[str]:
    """Return the keys of the mails that are to be read as recruiting because the user says so.

    They are those of threads in which nothing was found, and single mails that the user named.
    """
    said = verdicts(threads, words) if words else {}
    named = {word.value for word in words if word.kind is Said.RECRUITING and word.value}
    return frozenset(
        message.key
        for thread in threads
        if said.get(thread.id) and all(message.key in readings for message in thread.messages)
        for is_known in [any(readings[message.key].recruiting for message in thread.messages)]
        for message in thread.messages
        if not readings[message.key].recruiting and (not is_known or message.message_id in named)
    )


def with_verdicts(threads: Sequence[Thread], readings: Mapping[str, Reading], words: Sequence[Word]) -> dict[str, bool]:
    """Return, by a mail's key, whether it counts as recruiting once the user has spoken."""
    said = verdicts(threads, words) if words else {}
    return {
        message.key: readings[message.key].recruiting and said.get(thread.id, True)
        for thread in threads
        for message in thread.messages
        if message.key in readings
    }
