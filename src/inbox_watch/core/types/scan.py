"""One scan: what was found, and what became of each source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inbox_watch.core.types.mail import Address, Skipped
from inbox_watch.core.types.opportunity import Judgement, Opportunity
from inbox_watch.core.types.reading import Caution


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An opportunity with what the clock makes of it, and what looks odd in its mail.

    `without` is what would be said of the same mails without the user's word; None where there is none.
    """

    opportunity: Opportunity
    judgement: Judgement
    cautions: tuple[Caution, ...] = ()
    without: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What became of one source: how many mails it held, how many are new, how many are about jobs, what was set aside.

    `error` says why the source could not be read to its end; None where it could.
    """

    name: str
    messages: int = 0
    new: int = 0
    recruiting: int = 0
    skipped: tuple[Skipped, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A mail that may be a recruiter's, where the program would rather ask than guess.

    `id` is `m-` and 8 hex digits of its key; `thread` are the keys of its thread's mails.
    """

    id: str
    thread: tuple[str, ...]
    message_id: str
    date: datetime | None
    sender: Address | None
    subject: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The result of one scan at `now`, in the order in which it should be shown.

    `doubts` are mails outside of all opportunities that are worth a look of the candidate's own, the newest first.
    There are none for accounts, since the store keeps no text of mail that isn't a recruiter's. `left_out` are the
    opportunities that aren't any, as the user says.
    """

    now: datetime
    candidate: tuple[str, ...]
    sources: tuple[SourceReport, ...]
    findings: tuple[Finding, ...]
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[Opportunity, ...] = ()
