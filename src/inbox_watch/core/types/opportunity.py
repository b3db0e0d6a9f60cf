"""An opportunity, and what the clock makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

from inbox_watch.core.types.mail import Address, Message, Thread
from inbox_watch.core.types.reading import Appointment, Reading
from inbox_watch.core.types.said import Word
from inbox_watch.core.types.terms import ActionKind, Basis, SenderKind, Stage, State, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person or a platform on the other side. `is_reachable` is false for no-reply senders and platforms."""

    name: str = ""
    address: str
    kind: SenderKind = SenderKind.UNKNOWN
    phone: str | None = None
    is_reachable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message of an opportunity with what was read in it."""

    message: Message
    reading: Reading
    thread_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that a conclusion rests on. `quote` is None where an event, not a sentence, led to it."""

    message_id: str
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A stage, since when, and the words that led to it. `before_pause` is the stage to which a paused one returns.

    `is_said` marks what the user says; then there is no evidence in mail.
    """

    stage: Stage
    since: datetime | None
    evidence: Evidence | None
    before_pause: Stage | None = None
    is_said: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two threads are one opportunity: the evidence in plain words."""

    thread_ids: tuple[str, str]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One role, or one recruiter's approach. `entries` are all its messages in the order of their instant.

    `id` is `o-` and 8 hex digits of the first message's key. `standings` are the stages that it went through, the
    present one last; never empty. `words` are the user's about it, in their order.
    """

    id: str
    company: str | None
    role: str | None
    contacts: tuple[Contact, ...]
    threads: tuple[Thread, ...]
    entries: tuple[Entry, ...]
    recruiting_score: float
    standings: tuple[Standing, ...]
    appointments: tuple[Appointment, ...]
    joins: tuple[Join, ...] = ()
    words: tuple[Word, ...] = ()

    @property
    def stage(self) -> Stage:
        """Return the present stage."""
        return self.standings[-1].stage

    @property
    def stage_since(self) -> datetime | None:
        """Return when the present stage began, as far as is known."""
        return self.standings[-1].since

    @property
    def stage_evidence(self) -> Evidence | None:
        """Return the words that led to the present stage; None where the user says so."""
        return self.standings[-1].evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do. `from_` is when it begins to matter, `due` when it should be done.

    `rule` names the rule that made it; `arithmetic` is the computation of its dates in words, for `explain`.
    """

    kind: ActionKind
    to: Address | None
    from_: datetime
    due: datetime
    state: State
    basis: Basis
    reason: str
    message_id: str
    quote: str | None = None
    channel: str = "email"
    rule: str = ""
    arithmetic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Something that was owed, and the mail that closed it, for `explain`. `asked` and `closed_by` are Message-IDs."""

    kind: ActionKind
    quote: str | None
    opened: datetime
    asked: str
    closed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the clock makes of one opportunity at `now`: whose turn, and what to do, sorted as it should be shown."""

    turn: Turn
    turn_reason: str
    actions: tuple[Action, ...] = ()
    parked: bool = False
    parked_suggestion: str | None = None
    notes: tuple[str, ...] = ()
    closings: tuple[Closing, ...] = ()
    is_muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Every number of the clock; the configuration's `[timing]` table has these names.

    Business days, unless the comment says otherwise. The first group is what is owed (`approach` is a `reply` to an
    approach), the second when an update may be requested: after the end of a `stated` time, after an `event`, and by
    stage.
    """

    reply: int = 2
    approach: int = 3
    send_availability: int = 1
    confirm: int = 1
    send_documents: int = 2
    complete_assessment: int = 5
    answer_offer: int = 3
    thank_you: int = 24  # hours
    debrief: int = 24  # hours

    stated: int = 1
    event: int = 5
    outreach: int = 4
    applied: int = 10
    screening: int = 5
    assessment: int = 7
    interview: int = 7
    offer: int = 3
    on_hold: int = 15

    rhythm_contact_waits: int = 3  # answered waits
    rhythm_organisation_waits: int = 5  # answered waits
    rhythm_share: float = 0.9  # of the answers came within
    rhythm_least: int = 2
    rhythm_most: int = 15

    next_request_factor: float = 1.5  # times the last wait
    next_request_least: int = 4
    requests_before_parking: int = 2  # requests

    appointment_length: int = 60  # minutes, where no end is stated
    morning: time = field(default=time(9, 0))
    day_end: time = field(default=time(18, 0))
