"""What the program would rather ask than guess."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inbox_watch.core.types import Address, Doubt, Entry, Finding, Opportunity, Said, Scan, Stage

_ANSWERS = frozenset({Said.STAGE, Said.RECRUITING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One mail to ask about: whether it is a recruiter's (`doubt`), or what stage its `opportunity` has reached.

    `stage` is what was read, None for a doubtful mail.
    """

    about: Opportunity | Doubt
    message_id: str
    date: datetime | None
    sender: Address | None
    subject: str
    stage: Stage | None = None


def questions(scan: Scan) -> tuple[Question, ...]:
    """Return what to ask: the doubtful mails, then the opportunities whose last mail may be misread; newest first."""
    doubtful = [
        Question(about=one, message_id=one.message_id, date=one.date, sender=one.sender, subject=one.subject)
        for one in scan.doubts
    ]
    stages = [question for finding in scan.findings if (question := _of_stage(finding)) is not None]
    stages.sort(key=lambda one: (-(one.date.timestamp() if one.date else 0.0), one.message_id))
    return (*doubtful, *stages)


def _of_stage(finding: Finding) -> Question | None:
    """Return the question for an opportunity whose newest mail was read without confidence, and not spoken of yet.

    Of one that is muted the user wants to hear nothing.
    """
    found = finding.opportunity
    if finding.judgement.is_muted:
        return None
    newest = next((entry for entry in reversed(found.entries) if not entry.reading.from_candidate), None)
    if newest is None or not newest.reading.review or _is_answered(found, newest):
        return None
    message = newest.message
    return Question(
        about=found,
        message_id=message.message_id,
        date=message.instant,
        sender=message.sender,
        subject=message.subject,
        stage=found.stage,
    )


def _is_answered(opportunity: Opportunity, entry: Entry) -> bool:
    words = (word for word in opportunity.words if word.kind in _ANSWERS)
    return any(word.knew(entry.message) or word.value == entry.message.message_id for word in words)
