"""What was done elsewhere (a call, LinkedIn, in person), as a move of the candidate's among the mails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from inbox_watch.core.types import Act, ActionKind, Entry, Message, Reading, Said, SenderKind, Word

_EARLY = datetime(1, 1, 2, tzinfo=UTC)
_ACTS = {
    ActionKind.SEND_AVAILABILITY: frozenset({Act.SENDS_TIMES}),
    ActionKind.CONFIRM: frozenset({Act.CONFIRMS}),
    ActionKind.SEND_DOCUMENTS: frozenset({Act.SENDS_DOCUMENTS}),
    ActionKind.COMPLETE_ASSESSMENT: frozenset({Act.SENDS_ASSESSMENT}),
    ActionKind.THANK_YOU: frozenset({Act.THANKS}),
    ActionKind.DEBRIEF: frozenset({Act.DEBRIEFS}),
    ActionKind.REQUEST_UPDATE: frozenset({Act.REQUESTS_UPDATE}),
}


def with_moves(entries: Sequence[Entry], words: Sequence[Word]) -> tuple[Entry, ...]:
    """Return the entries (in the order of time) with the moves that the user told of, each in its place."""
    moves = [move_of(word, entries) for word in words if word.kind is Said.DONE]
    if not moves or not entries:
        return tuple(entries)
    return tuple(sorted((*entries, *moves), key=lambda entry: entry.message.instant or _EARLY))


def move_of(word: Word, entries: Sequence[Entry]) -> Entry:
    """Return what was done as an entry. It is no mail: it bears the Message-ID of the last one before it."""
    before = [one.message.message_id for one in entries if (one.message.instant or _EARLY) <= word.at]
    message_id = before[-1] if before else entries[0].message.message_id if entries else ""
    key = f"word {word.number}"
    message = Message(
        key=key, source="", message_id=message_id, date=word.at, received=word.at, instant=word.at, sender=None
    )
    reading = Reading(
        key=key,
        message_id=message_id,
        recruiting=True,
        score=1.0,
        sender_kind=SenderKind.CANDIDATE,
        from_candidate=True,
        acts=frozenset().union(*(_ACTS.get(kind, frozenset()) for kind in word.actions)),
    )
    return Entry(message=message, reading=reading, thread_id="")
