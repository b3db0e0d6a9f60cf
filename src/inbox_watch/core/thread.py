"""Messages → threads: one reply chain each (RFC 5322, 3.6.4), whatever order the mail arrived in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from inbox_watch.core.types import Message, Thread

# "Re:" in the languages of our users; a prefix may carry a count (Re[2]:), and several may stand in a row.
_REPLY = re.compile(
    r"\s*(?:re|aw|antw|sv|rv|r|ref|odp|vs|vá|ynt|res)\s{0,2}(?:\[\d{1,3}\]|\(\d{1,3}\))?\s{0,2}:", re.IGNORECASE
)
_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr|vb|vl|rv|i|enc|doorst)\s{0,2}:", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")
_LEAST_SUBJECT = 10
# Subjects that many unrelated mails bear.
_GENERIC = frozenset(
    (
        *("your application", "job application", "application", "my application", "application received"),
        *("application update", "your bewerbung", "bewerbung", "ihre bewerbung", "meine bewerbung"),
        *("candidature", "votre candidature", "candidatura", "tu candidatura", "su candidatura"),
        *("sollicitatie", "interview", "interview invitation", "interview request", "phone interview"),
        *("follow up", "following up", "quick question", "quick chat", "introduction", "opportunity"),
        *("job opportunity", "new opportunity", "exciting opportunity", "great opportunity", "availability"),
        *("your availability", "your profile", "your cv", "your resume", "thank you", "thanks again"),
        *("next steps", "status update", "checking in", "job offer", "assessment", "no subject"),
        *("kein betreff", "linkedin message", "hello there", "invitation"),
    )
)
_SAME_TALK = timedelta(days=30)
_MOST_WRITERS = 3
_MOST_READERS = 10
_MOST_LOOKED_AT = 50

Pair = frozenset[str]


def thread(messages: Iterable[Message]) -> tuple[Thread, ...]:
    """Tie messages into threads; the result does not depend on their order, and every message is in exactly one thread.

    References, In-Reply-To and the server's own thread tie. Copies of one message (same key) become one, the copy
    outside the junk mailbox for preference. Threads, and the messages in one, are in the order of their instants;
    those without one last.
    """
    ordered = sorted(_drop_copies(messages), key=_order)
    groups = _Groups(len(ordered))
    _tie_by_reference(ordered, groups)
    _tie_by_subject(ordered, groups)
    members: dict[int, list[Message]] = defaultdict(list)
    for index, message in enumerate(ordered):
        members[groups.find(index)].append(message)
    return tuple(_make_thread(group) for group in members.values())


def _make_thread(group: Sequence[Message]) -> Thread:
    first = group[0]
    return Thread(id=f"t-{first.key[:8]}", subject=first.subject, messages=tuple(group))


def _order(message: Message) -> tuple[bool, datetime, str]:
    return (message.instant is None, message.instant or datetime.min.replace(tzinfo=UTC), message.key)


def _drop_copies(messages: Iterable[Message]) -> Iterable[Message]:
    """Keep one copy of each message. Which one is decided by what it holds, never by where in the order it stood."""
    kept: dict[str, Message] = {}
    for message in messages:
        other = kept.get(message.key)
        if other is None or _is_better(message, other):
            kept[message.key] = message
    return kept.values()


def _is_better(message: Message, other: Message) -> bool:
    first, second = _preference(message), _preference(other)
    return first < second if first != second else repr(message) < repr(other)


def _preference(message: Message) -> tuple[bool, bool, str]:
    return (message.is_junk, message.thread_hint is None, message.source)


class _Groups:
    """Disjoint sets of numbers: union by the smaller number, with path halving."""

    def __init__(self, count: int) -> None:
        self.parents = list(range(count))

    def find(self, item: int) -> int:
        """Return the number that stands for the item's set."""
        parents = self.parents
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    def join(self, first: int, second: int) -> None:
        """Make one set of two."""
        low, high = sorted((self.find(first), self.find(second)))
        self.parents[high] = low


# --- by reference ---------------------------------------------------------------------------------------------------


def _tie_by_reference(ordered: Sequence[Message], groups: _Groups) -> None:
    """Tie by identifiers, also by those of mails that aren't here, and by the server's thread.

    Some platforms give all their mails one Message-ID. So an identifier that several messages bear ties those of one
    subject only, and who refers to it is tied to the one of its own subject, else to the earliest.
    """
    owners: dict[str, dict[str, int]] = defaultdict(dict)
    for index, message in enumerate(ordered):
        first = owners[message.message_id].setdefault(bare_subject(message.subject), index)
        groups.join(first, index)
    anchors: dict[str, int] = {}
    for index, message in enumerate(ordered):
        for name in (*message.references, *message.in_reply_to):
            found = owners.get(name)
            if found:
                groups.join(index, found.get(bare_subject(message.subject), next(iter(found.values()))))
            else:
                groups.join(index, anchors.setdefault(name, index))
        if message.thread_hint is not None:
            groups.join(index, anchors.setdefault(f"hint {message.thread_hint}", index))


# --- by subject -----------------------------------------------------------------------------------------------------


def bare_subject(subject: str) -> str:
    """Return a subject without reply and forward prefixes, signs and case, for comparing."""
    start = 0
    for _ in range(20):
        found = _REPLY.match(subject, start) or _FORWARD.match(subject, start)
        if not found:
            break
        start = found.end()
    return _NO_WORD.sub(" ", subject[start:]).strip().casefold()


def _tie_by_subject(ordered: Sequence[Message], groups: _Groups) -> None:
    """Tie an answer whose mailer gave no references: the last resort, so only where nothing else can be meant.

    It must be marked as an answer, its subject must be a telling one, one writer and one reader must be the same two
    people, within 30 days, and only one thread may fit.
    """
    earlier: dict[tuple[str, Pair], list[int]] = defaultdict(list)
    for index, message in enumerate(ordered):
        subject = bare_subject(message.subject)
        if message.instant is None or not _is_telling(subject):
            continue
        pairs = list(_pairs(message))
        if _is_loose_answer(message):
            fitting = {
                groups.find(other)
                for pair in pairs
                for other in earlier[subject, pair][-_MOST_LOOKED_AT:]
                if _within(ordered[other], message)
            }
            if len(fitting - {groups.find(index)}) == 1 and len(fitting) == 1:
                groups.join(index, fitting.pop())
        for pair in pairs:
            earlier[subject, pair].append(index)


def _is_loose_answer(message: Message) -> bool:
    has_reference = message.references or message.in_reply_to or message.thread_hint is not None
    return not has_reference and _REPLY.match(message.subject) is not None


def _is_telling(subject: str) -> bool:
    return len(subject) >= _LEAST_SUBJECT and subject not in _GENERIC


def _within(earlier: Message, later: Message) -> bool:
    assert earlier.instant is not None
    assert later.instant is not None
    return later.instant - earlier.instant <= _SAME_TALK


def _pairs(message: Message) -> Iterator[Pair]:
    """Yield each pair of a writer (or where answers to them go) and a reader, whoever of the two wrote."""
    writers = [message.sender, *message.reply_to][:_MOST_WRITERS]
    readers = [*message.to, *message.cc][:_MOST_READERS]
    found = {frozenset({one.address, other.address}) for one in writers if one for other in readers}
    return (pair for pair in found if len(pair) == 2)
