"""What a scan needs to know, and what its steps hand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from inbox_watch.core.calendar import Calendar
from inbox_watch.core.types import Entry, Message, RawMail, Reading, Scan, Skipped, Timing, Word
from inbox_watch.errors import InboxWatchError

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a scan needs to know besides the mail. `me` is empty where the candidate is to be inferred.

    `is_by_clock` says that `now` is the clock's, and wasn't chosen. `mark_key` is the key by which our own digests are
    known: they are no recruiter's mail, whatever they quote. `words` are the user's, in the order in which they were
    said.
    """

    now: datetime
    zone: tzinfo
    country: str | None = None
    me: frozenset[str] = frozenset()
    since: date | None = None
    timing: Timing = field(default_factory=Timing)
    is_by_clock: bool = False
    mark_key: bytes | None = field(default=None, repr=False)
    words: tuple[Word, ...] = ()

    @property
    def calendar(self) -> Calendar:
        """Return the candidate's business days."""
        return Calendar(zone=self.zone, country=self.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that mail comes from: its name, and a function that reads it once."""

    name: str
    read: Callable[[], Iterator[RawMail | Skipped]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """One source after it was read: its messages, what was set aside, and the error that ended it early, if any."""

    name: str
    messages: tuple[Message, ...]
    skipped: tuple[Skipped, ...]
    error: InboxWatchError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One mail of `classify`: its message and reading, or the reason why it can't be read."""

    source: str
    message: Message | None = None
    reading: Reading | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A scan and the errors that ended sources early, each with the source's name.

    `origins` names, by a mail's key, the account that it lies in. `others` are the mails of files of
    which the user said that they aren't a recruiter's.
    """

    scan: Scan
    failures: tuple[tuple[str, InboxWatchError], ...]
    origins: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Entry, ...] = ()

    @property
    def errors(self) -> tuple[InboxWatchError, ...]:
        """Return the errors alone."""
        return tuple(error for _, error in self.failures)
