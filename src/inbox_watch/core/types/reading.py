"""What a mail says, and what a model makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_watch.core.types.mail import Address
from inbox_watch.core.types.terms import ActionKind, SenderKind, Stage


class Act(StrEnum):
    """What a mail does, besides asking and promising: first the candidate's acts, then the other side's.

    `SAYS_YES` and `SAYS_NO` don't say to what: they count where an offer was made before, `SAYS_BARE_YES` ("Yes
    please!") only right after it, and `DECLINES_APPROACH` after nothing but an approach. `DELIVERS` doesn't say what
    ("Done!"): it counts where something was asked for. `NAMES_PEOPLE` tells how to reach somebody, which gives
    references, `NAMES_TIMES` days or hours, which gives times where such were asked for. `TURNS_TO_ROLE` says that one
    role is gone, and asks about another. `HAS_MET` is of both sides: it speaks of a meeting as of one that took place.
    """

    SENDS_TIMES = "sends_times"
    SENDS_DOCUMENTS = "sends_documents"
    SENDS_ASSESSMENT = "sends_assessment"
    DELIVERS = "delivers"
    NAMES_PEOPLE = "names_people"
    NAMES_TIMES = "names_times"
    CONFIRMS = "confirms"
    ACCEPTS_OFFER = "accepts_offer"
    DECLINES_OFFER = "declines_offer"
    SAYS_YES = "says_yes"
    SAYS_NO = "says_no"
    SAYS_BARE_YES = "says_bare_yes"
    DECLINES_APPROACH = "declines_approach"
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
    TELLS_OF_HIRE = "tells_of_hire"
    REOPENS = "reopens"
    RELAYS_BOOKING = "relays_booking"
    TURNS_TO_ROLE = "turns_to_role"

    HAS_MET = "has_met"


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
class Relief:
    """What the other side lets the candidate off: until later, or altogether where `until` is None.

    `kind` is None where they don't name the thing: what they asked last. `is_consent` marks a bare yes to a day ("Of
    course, Monday is fine."), which means something only where the candidate has asked.
    """

    quote: str
    kind: ActionKind | None = None
    until: datetime | None = None
    is_consent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A time that is counted from a meeting's end: at most so many of a unit after it, `least` where a range is named.

    `unit` is hours, days, business, weeks or months; "week" is the end of the week that lies so many weeks after it,
    "weekday" the next day of that number (Monday is 0).
    """

    unit: str
    most: int
    least: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something that the writer will do. `by` is "sender", or "candidate" in the candidate's own mail.

    `earliest` and `latest` are None where no time is named. `about` is what a candidate's promise will deliver, where
    that is clear (it moves the date of that ask); `is_decision` marks the other side's promise of news (an answer,
    feedback, next steps). `after_meeting` is the time as counted from an interview, whose day other mails may tell.
    """

    by: str
    quote: str
    earliest: datetime | None = None
    latest: datetime | None = None
    about: ActionKind | None = None
    is_decision: bool = False
    after_meeting: Count | None = None


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
    `is_move` says that it takes the place of another: of the one at `replaces` (its start, or its day), else the next.
    `is_part` says that it is one of several sessions of a visit, all told in one mail: one yes is to all of them.
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
    is_move: bool = False
    is_part: bool = False
    replaces: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A move of the next appointment, told by what changes alone: by so many `minutes`, or to another `day`.

    "An hour later" and "same time on Wednesday": other mails tell when it was to be. Of `day`, only the date counts.
    """

    quote: str
    minutes: int = 0
    day: datetime | None = None
    status: AppointmentStatus = AppointmentStatus.PROPOSED


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

    @property
    def is_foreign(self) -> bool:
        """Say whether the mail is in another language than English, of which the model knows little."""
        return self.language not in {None, "en"}


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
    mail that went to many. `is_kind_shown` says that the mail's own words show what kind of sender this is.
    `answered` are the quoted pieces, in lower case, below which the candidate has written an answer.
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
    is_kind_shown: bool = False
    is_automatic: bool = False
    is_bulk: bool = False
    from_candidate: bool = False
    asks: tuple[Ask, ...] = ()
    promises: tuple[Promise, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    away_until: datetime | None = None
    acts: frozenset[Act] = frozenset()
    shifts: tuple[Shift, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    answered: tuple[str, ...] = ()
    company: str | None = None
    role: str | None = None
    phone: str | None = None
    cautions: tuple[Caution, ...] = ()
    reasons: tuple[str, ...] = ()
    model: str = ""
