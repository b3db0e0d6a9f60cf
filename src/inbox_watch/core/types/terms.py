"""The contract's own terms: stages, turns, kinds of action and of sender."""

from __future__ import annotations

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
