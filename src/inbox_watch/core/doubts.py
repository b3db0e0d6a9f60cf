"""Mails outside of all opportunities that may be a recruiter's: the candidate had better look at them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from inbox_watch.core.types import Doubt, Finding, Message, Reading, Thread

_WORTH_A_LOOK = 0.2
# Words for application, vacancy, interview and CV in the languages that it can't read.
_JOB_WORDS = re.compile(
    r"bewerb|stellenang|vorstellungsgespr|lebenslauf|kandidat|candidat|recrut|entretien d|entrevista|vacante|"
    r"curr[ií]cul|vaga\b|colloquio|sollicit|vacature|rekrut|rozmow\w kwalif|stanowisk|ansök|intervju|stilling|özgeçmiş",
    re.IGNORECASE,
)


def doubts(threads: Sequence[Thread], readings: Mapping[str, Reading], found: Sequence[Finding]) -> tuple[Doubt, ...]:
    """Return the mails outside of all opportunities that are worth a look of the candidate's own, the newest first."""
    held = {entry.message.key for one in found for entry in one.opportunity.entries}
    open_ = [
        (thread, message)
        for thread in threads
        for message in thread.messages
        if message.key in readings and message.key not in held and _is_worth_a_look(message, readings[message.key])
    ]
    open_.sort(key=lambda pair: (-(pair[1].instant.timestamp() if pair[1].instant else 0.0), pair[1].key))
    return tuple(
        Doubt(
            id=f"m-{message.key[:8]}",
            thread=tuple(one.key for one in thread.messages),
            message_id=message.message_id,
            date=message.instant,
            sender=message.sender,
            subject=message.subject,
            reason="may be a recruiter's",
        )
        for thread, message in open_
    )


def _is_worth_a_look(message: Message, reading: Reading) -> bool:
    """Say whether a doubtful mail is worth the candidate's time: a person's, and of another language one on jobs."""
    if not reading.review or reading.from_candidate or reading.is_automatic or reading.is_bulk:
        return False
    return reading.score >= _WORTH_A_LOOK or bool(_JOB_WORDS.search(f"{message.subject[:300]} {message.text[:2000]}"))
