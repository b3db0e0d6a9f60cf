"""The words that every part of the program speaks.

All values are frozen. Every `datetime` is aware. A `quote` is always a literal piece of a mail's newly written text
(or of its subject), so that each conclusion can be shown in the words that led to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum


class Stage(StrEnum):
    """How far an opportunity has come. Only words move it; silence never does."""

    OUTREACH = "outreach"
    APPLIED = "applied"
    SCREENING = "screening"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ON_HOLD = "on_hold"


ORDERED_STAGES = (Stage.OUTREACH, Stage.APPLIED, Stage.SCREENING, Stage.ASSESSMENT, Stage.INTERVIEW, Stage.OFFER)
ENDS = frozenset({Stage.ACCEPTED, Stage.REJECTED, Stage.WITHDRAWN})


class Turn(StrEnum):
    """Whose move it is."""

    CANDIDATE = "candidate"
    RECRUITER = "recruiter"
    NOBODY = "nobody"


class ActionKind(StrEnum):
    """What the candidate owes, or the update that the candidate should request."""

    REPLY = "reply"
    SEND_AVAILABILITY = "send_availability"
    CONFIRM = "confirm"
    SEND_DOCUMENTS = "send_documents"
    COMPLETE_ASSESSMENT = "complete_assessment"
    ANSWER_OFFER = "answer_offer"
    THANK_YOU = "thank_you"
    DEBRIEF = "debrief"
    KEEP_PROMISE = "keep_promise"
    REQUEST_UPDATE = "request_update"


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    EVENT = "event"
    RHYTHM = "rhythm"
    DEFAULT = "default"


class State(StrEnum):
    """Where an action stands at `now`."""

    OVERDUE = "overdue"
    DUE = "due"
    UPCOMING = "upcoming"


class SenderKind(StrEnum):
    """Who sent a message, as far as the mail itself shows."""

    AGENCY = "agency"
    EMPLOYER = "employer"
    PLATFORM = "platform"
    CANDIDATE = "candidate"
    UNKNOWN = "unknown"


# --- a mail, parsed -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A mail address: `address` in lower case, `name` as written (decoded), empty where there is none."""

    name: str = ""
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attachment's name and media type; its content is never read."""

    name: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A person on an invitation; `status` is PARTSTAT in upper case (RFC 5545, 3.2.12)."""

    name: str = ""
    address: str
    status: str = "NEEDS-ACTION"
    rsvp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One VEVENT of a text/calendar part. `method` is REQUEST, CANCEL, REPLY, COUNTER, PUBLISH … (RFC 5546)."""

    method: str
    uid: str
    sequence: int = 0
    start: datetime
    end: datetime | None = None
    all_day: bool = False
    summary: str = ""
    location: str = ""
    organizer: Address | None = None
    attendees: tuple[Attendee, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One mail.

    `key` is its identity: a digest of Message-ID, From, Date and Subject (with the text where there is no Message-
    ID), so that the same mail from two folders is one message, and two mails with one Message-ID are two.
    `message_id` is the header's, angle brackets included, or `<KEY@no-message-id.invalid>` where there is none.
    `date` is what the sender claimed; `received` the topmost Received header. `instant` is the best known moment that
    it was sent: `date`, unless it is missing or lies more than a day after `received`; None where nothing usable is
    there. `text` is the whole readable body (line ends are LF); where it comes from HTML, quoted blocks carry `> `.
    `headers` holds a short fixed list of further headers, by lower-case name, decoded and unfolded.
    """

    key: str
    source: str
    message_id: str
    date: datetime | None
    received: datetime | None
    instant: datetime | None
    sender: Address | None
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    events: tuple[CalendarEvent, ...] = ()
    thread_hint: str | None = None
    is_junk: bool = False
    problems: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """Return the first header of that lower-case name among those kept, or None."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMail:
    """One mail as a source gives it: where it stands, its bytes, and what the source itself knows of it."""

    source: str
    data: bytes
    is_junk: bool = False
    thread_hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A mail (or a piece of a source) that could not be read: where, and why."""

    where: str
    error: str


# --- its text, taken apart ------------------------------------------------------------------------------------------


class ZoneKind(StrEnum):
    """What a run of lines in a mail's text is."""

    NEW = "new"
    QUOTED = "quoted"
    SIGNATURE = "signature"
    FOOTER = "footer"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A run of lines: `start` and `end` are offsets into the message's text."""

    kind: ZoneKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """A mail's text, taken apart. The zones follow each other and cover the text.

    `new` is what this person newly wrote, the pieces joined by one empty line: only this may give cues. `answers`
    pairs a quoted piece with the new text right below it, for answers written between the lines.
    """

    zones: tuple[Zone, ...] = ()
    new: str = ""
    signature: str = ""
    quoted: str = ""
    answers: tuple[tuple[str, str], ...] = ()


# --- time words -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a time phrase means: from `earliest` to `latest`. `start` and `end` are offsets into the text read.

    `has_hour` is true where the words name a time of day. `is_point` is true where they name a set moment or day
    ("Monday at 2pm") rather than a deadline or a stretch. `other` is the second reading of an ambiguous phrase ("next
    Friday", 03/04). `approximate` marks conventions such as "in the coming days". Where no hour is named, `earliest`
    is 00:00 and `latest` 18:00.
    """

    earliest: datetime
    latest: datetime
    quote: str
    start: int
    end: int
    has_hour: bool = False
    is_point: bool = False
    approximate: bool = False
    other: Window | None = None


# --- what a mail says -----------------------------------------------------------------------------------------------


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


# --- what the user says -----------------------------------------------------------------------------------------------


class Said(StrEnum):
    """What a word of the user's says. It beats everything that was read."""

    DONE = "done"
    SNOOZE = "snooze"
    MUTE = "mute"
    RECRUITING = "recruiting"
    NOT_RECRUITING = "not_recruiting"
    STAGE = "stage"
    COMPANY = "company"
    ROLE = "role"
    CONTACT = "contact"
    SENDER_KIND = "sender_kind"
    JOIN = "join"
    SPLIT = "split"


_OF_A_MOMENT = frozenset({Said.DONE, Said.SNOOZE, Said.STAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One thing that the user said, at the moment `said`.

    `number` gives the order: of two that contradict, the later one wins. `anchors` are the keys of the mails that the
    opportunity held then; it is found again by them, whatever became of its id. `newest` is when the last of them was
    sent. `at` is when something was done. `others` are the keys of what is joined or split off, `actions` what is done
    or put off (`until`). `value` is the stage, company, role, address or Message-ID; `name` and `sender_kind` belong to
    a contact. `opportunity` and `title` are how it was called then, for lists.
    """

    number: int = 0
    kind: Said
    said: datetime
    at: datetime
    anchors: tuple[str, ...] = ()
    newest: datetime | None = None
    others: tuple[str, ...] = ()
    actions: tuple[ActionKind, ...] = ()
    until: datetime | None = None
    value: str = ""
    name: str = ""
    sender_kind: SenderKind | None = None
    opportunity: str = ""
    title: str = ""

    def is_known_at(self, moment: datetime) -> bool:
        """Say whether it counts at a moment: what was done, put off or reached begins then; the rest was always so."""
        return self.kind not in _OF_A_MOMENT or self.at <= moment

    def knew(self, message: Message) -> bool:
        """Say whether a mail was there when the user spoke: one of those, or one of before the last of them."""
        if self.newest is not None and message.instant is not None:
            return message.instant <= self.newest
        return message.key in self.anchors


# --- threads and opportunities --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One reply chain, oldest first. `id` is `t-` and 8 hex digits of its first message's key."""

    id: str
    subject: str
    messages: tuple[Message, ...]


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
class Join:
    """Why two threads are one opportunity: the evidence in plain words."""

    thread_ids: tuple[str, str]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One role, or one recruiter's approach. `entries` are all its messages in the order of their instant.

    `id` is `o-` and 8 hex digits of the first message's key. `words` are the user's about it, in their order.
    """

    id: str
    company: str | None
    role: str | None
    contacts: tuple[Contact, ...]
    threads: tuple[Thread, ...]
    entries: tuple[Entry, ...]
    recruiting_score: float
    stage: Stage
    stage_since: datetime | None
    stage_evidence: Evidence | None
    appointments: tuple[Appointment, ...]
    joins: tuple[Join, ...] = ()
    words: tuple[Word, ...] = ()


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
class Judgement:
    """What the clock makes of one opportunity at `now`: whose turn, and what to do, sorted as it should be shown."""

    turn: Turn
    turn_reason: str
    actions: tuple[Action, ...] = ()
    parked: bool = False
    parked_suggestion: str | None = None
    notes: tuple[str, ...] = ()
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


# --- a scan ---------------------------------------------------------------------------------------------------------


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
