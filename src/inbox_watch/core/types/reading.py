"""What a mail says, and what a model makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_watch.core.types.mail import Address
from inbox_watch.core.types.terms import ActionKind, SenderKind, Stage


class Act(StrEnum):
    """What a mail does, besides asking and promising: first the candidate's acts, then the other side's."""

    SENDS_TIMES = "sends_times"
    SENDS_DOCUMENTS = "sends_documents"
    SENDS_ASSESSMENT = "sends_assessment"
    CONFIRMS = "confirms"
    ACCEPTS_OFFER = "accepts_offer"
    DECLINES_OFFER = "declines_offer"
    WITHDRAWS = "withdraws"
    ASKS_BACK = "asks_back"
    REQUESTS_UPDATE = "requests_update"
    DEBRIEFS = "debriefs"
    THANKS = "thanks"
    ONLY_THANKS = "only_thanks"
    DELAYS = "delays"

    HOLDS = "holds"
    BOOKS = "books"
    CANCELS = "cancels"
    RESCHEDULES = "reschedules"
    HAS_DOCUMENTS = "has_documents"
    HAS_ASSESSMENT = "has_assessment"
    NEEDS_NO_REPLY = "needs_no_reply"
    APPROACHES = "approaches"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something that this mail asks of this candidate.

    `due` is None where nothing is stated. `not_after` bounds the due date (the proposed appointment of a `confirm`).
    `is_approach` marks a recruiter's first approach, which may wait longer than a question.
    """

    kind: ActionKind
    quote: str
    due: datetime | None = None
    not_after: datetime | None = None
    is_approach: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something that the writer will do. `by` is "sender", or "candidate" in the candidate's own mail.

    `earliest` and `latest` are None where no time is named. `about` is what a candidate's promise will deliver, where
    that is clear (it moves the date of that ask); `is_decision` marks the other side's promise of news (an answer,
    feedback, next steps).
    """

    by: str
    quote: str
    earliest: datetime | None = None
    latest: datetime | None = None
    about: ActionKind | None = None
    is_decision: bool = False


class AppointmentStatus(StrEnum):
    """Whether an appointment stands."""

    SET = "set"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A call or an interview at a set time.

    `what` is interview, screening, assessment or call; `source` is invitation or text.
    `end` is None where it isn't stated. `with_` are the people named on the invitation, the candidate left out.
    """

    start: datetime
    end: datetime | None = None
    what: str = "interview"
    source: str = "text"
    message_id: str = ""
    quote: str | None = None
    uid: str = ""
    sequence: int = 0
    status: AppointmentStatus = AppointmentStatus.SET
    with_: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A phrase that speaks for something: its label, and where it stands in the newly written text."""

    label: str
    start: int
    end: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What the model makes of one sentence of the newly written text, from `start` to `end`.

    `asks` is the probability that it asks something of this candidate; `kinds` says how much of that falls to which
    kind, the likeliest first. `promises` is the probability that the writer commits to something.
    """

    start: int
    end: int
    asks: float
    kinds: tuple[tuple[ActionKind, float], ...]
    promises: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where a model is to be doubted, as its recipe measured it: recruiting or not between `recruiting_from` and
    `recruiting_to`, the stage where even the likeliest one is less probable than `stage_below`.
    """

    recruiting_from: float = 0.2
    recruiting_to: float = 0.6
    stage_below: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the model makes of one message on its own. `stages` maps each stage, and "none", to a probability.

    `reasons` are the words that decided, the strongest first. `language` is an ISO 639-1 code, None where there is
    too little text. `speech` has an entry a sentence; it is empty where no model read the sentences.
    """

    recruiting: float
    stages: tuple[tuple[str, float], ...] = ()
    sender_kind: SenderKind = SenderKind.UNKNOWN
    cues: tuple[Cue, ...] = ()
    reasons: tuple[str, ...] = ()
    language: str | None = None
    model: str = ""
    stage_words: tuple[Cue, ...] = ()
    is_unsure: bool = False
    speech: tuple[Speech, ...] = ()
    bounds: Bounds = Bounds()


class CautionKind(StrEnum):
    """What may be odd about a mail."""

    ASKS_FOR_MONEY = "asks_for_money"
    ASKS_FOR_IDENTITY = "asks_for_identity"
    CHAT_ONLY = "chat_only"
    REPLY_TO_MISMATCH = "reply_to_mismatch"
    FREE_MAIL_COMPANY = "free_mail_company"
    LOOK_ALIKE_DOMAIN = "look_alike_domain"
    DMARC_FAILED = "dmarc_failed"
    IN_JUNK = "in_junk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A sign that a mail may not be what it seems: a reason, never a verdict."""

    kind: CautionKind
    reason: str
    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the program reads in one message, with the words that led to it.

    `signal` is the stage that the newly written text speaks of. `review` is true where the program would rather ask
    than guess. `is_automatic` covers out-of-office answers, bounces and every mail that no person wrote; `is_bulk`
    mail that went to many.
    """

    key: str
    message_id: str
    recruiting: bool
    score: float
    signal: Stage | None = None
    signal_score: float = 0.0
    signal_quote: str | None = None
    review: bool = False
    sender_kind: SenderKind = SenderKind.UNKNOWN
    is_automatic: bool = False
    is_bulk: bool = False
    from_candidate: bool = False
    asks: tuple[Ask, ...] = ()
    promises: tuple[Promise, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    away_until: datetime | None = None
    acts: frozenset[Act] = frozenset()
    company: str | None = None
    role: str | None = None
    phone: str | None = None
    cautions: tuple[Caution, ...] = ()
    reasons: tuple[str, ...] = ()
    model: str = ""
