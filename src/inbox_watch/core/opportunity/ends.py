"""What opens again after an end: a person's real proposal, or word that things have changed and a question with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.opportunity.sides import Side
from inbox_watch.core.spelling import unquoted
from inbox_watch.core.types import ORDERED_STAGES, Act, ActionKind, AppointmentStatus, Entry, Stage

LONGEST_READ = 4000
_REOPENING = frozenset({Stage.OUTREACH, Stage.SCREENING, Stage.ASSESSMENT, Stage.INTERVIEW, Stage.OFFER})
# Below this, the model's word is not enough to open what has ended.
CONFIDENT_FROM = 0.6
_PROPOSAL = re.compile(
    r"\b(?:invite you|inviting you|offer you|(?:'d|would) (?:like|love) to (?:offer|meet|speak|talk|see|call"
    r"|continue|go ahead"
    r"|proceed|reopen|resume)|(?:has|have|is|are) (?:re)?opened|open again|after all|still (?:interested"
    r"|available|open))\b"
)
_ANOTHER_ROLE = re.compile(
    r"\b(?:another|new|second|similar|different|further|additional|other) (?:[\w-]{1,14} ){0,3}?"
    r"(?:role|position|job|post|vacancy|opening|opportunity)\b"
)


def own_words(entry: Entry) -> str:
    """Return what a mail says itself, in lower case and on one line, without quoted lines; its beginning at most."""
    return unquoted(entry.message.text[:LONGEST_READ])


def after_end(now: Stage, signal: Stage, entry: Entry, side: Side) -> Stage | None:
    """Return what an ended one becomes: a person's real signal reopens it; the candidate's word may change it."""
    reading = entry.reading
    if side is Side.CANDIDATE:
        return signal if signal in (Stage.ACCEPTED, Stage.WITHDRAWN) and now is not Stage.REJECTED else None
    if side is not Side.PERSON or (Act.CANCELS in reading.acts and Act.RESCHEDULES not in reading.acts):
        return None
    if now is Stage.ACCEPTED:
        return Stage.REJECTED if signal is Stage.REJECTED else None
    if signal is Stage.OUTREACH and Act.APPROACHES not in reading.acts:
        return None
    is_real = reading.signal_score >= CONFIDENT_FROM and not reading.review and _proposes(entry)
    return signal if signal in _REOPENING and is_real else None


def reopened(stages: Sequence[Stage], signal: Stage | None, entry: Entry, side: Side) -> Stage | None:
    """Return where one that went through these stages goes on, as a person says that things have changed and asks.

    As far as their words say, else where it stood before the end; another role than the one that ended begins with
    the application that they know. What was accepted stays so.
    """
    if not stages or stages[-1] not in (Stage.REJECTED, Stage.WITHDRAWN) or side is not Side.PERSON:
        return None
    reading = entry.reading
    is_off = Act.CANCELS in reading.acts and not reading.asks
    if Act.REOPENS not in reading.acts or is_off or not _proposes(entry):
        return None
    before = next((one for one in reversed(stages) if one in ORDERED_STAGES), Stage.APPLIED)
    if _ANOTHER_ROLE.search(own_words(entry)):
        before = min(before, Stage.APPLIED, key=ORDERED_STAGES.index)
    is_asked = signal in _WANTS and any(ask.kind in _WANTS[signal] for ask in reading.asks)
    return signal if signal and is_asked else before


def turned(stages: Sequence[Stage], entry: Entry, side: Side) -> Stage | None:
    """Return where one goes on whose role is gone, as a person proposes another: as the application that they know."""
    if Act.TURNS_TO_ROLE not in entry.reading.acts or side is not Side.PERSON or not stages:
        return None
    now = stages[-1]
    is_before = now in ORDERED_STAGES and ORDERED_STAGES.index(now) < ORDERED_STAGES.index(Stage.APPLIED)
    return None if is_before or now is Stage.ACCEPTED else Stage.APPLIED


_MEETS = frozenset({ActionKind.CONFIRM, ActionKind.SEND_AVAILABILITY})
_WANTS = {
    Stage.SCREENING: _MEETS,
    Stage.INTERVIEW: _MEETS,
    Stage.ASSESSMENT: frozenset({ActionKind.COMPLETE_ASSESSMENT}),
    Stage.OFFER: frozenset({ActionKind.ANSWER_OFFER}),
}


def _proposes(entry: Entry) -> bool:
    """Say whether a mail asks or proposes something; a farewell speaks kindly of the interview, and does neither."""
    reading = entry.reading
    if reading.asks or reading.acts & {Act.APPROACHES, Act.BOOKS}:
        return True
    if any(one.status is not AppointmentStatus.CANCELLED for one in reading.appointments):
        return True
    return _PROPOSAL.search(own_words(entry)) is not None
