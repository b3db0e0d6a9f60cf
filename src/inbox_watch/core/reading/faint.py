"""A stage that the model hardly hears: it counts only where the mail has a word of it.

"When can you start, and have you got your own transport?" is no offer because a model gives it 0.28, and "Invite as
attached." no test. Of the fainter words of the model that no word of the mail bears out, nearly all were wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inbox_watch.core.reading import things
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import CalendarEvent, Stage

FAINT_BELOW = 0.45
"""Below this share, the model's word alone moves nothing far."""

_NAMED = {
    Stage.ASSESSMENT: re.compile(
        rf"{things.ASSESSMENT.pattern}|\b(?:trials?|presentation|present|role-?play|samples?|exam\w{{0,7}}|puzzle|pitch"
        r"|portfolio task|work sample|mock|video|quiz(?:zes)?|submission|submit(?:ted)?|solution|minutes|link|portal"
        r"|demo|coded?|lesson|skills|driving|typing|write-?up|solve\w{0,1}|complete[ds]?)\b"
    ),
    Stage.INTERVIEW: re.compile(
        r"\b(?:interview\w{0,4}|invit\w{2,8}|(?:to|and|will|'ll|can|could|we) meet|meet (?:you|the|with|us|our|him|her)"
        r"|(?:a|the|our|your|this|that|next|first|second|final|zoom|teams|video) meeting|meeting (?:you|with)"
        r"|see (?:you|u)|se(?:e|eing) (?:me|us)|come (?:in|down|along|round|over|by|up|to|and|for|at|on)"
        r"|(?:pop|drop|swing|nip) (?:in|by|round|over|down)|calls?|chat|talk\w{0,3}|speak\w{0,3}|spoke|visit|round"
        r"|panel|slots?|zoom|teams|available|availab\w{5}|free|trial|attend|shortlist\w{0,3}|conversation|on-?site"
        r"|be there|appointment|schedule\w{0,1}|diary|coffee)\b"
    ),
    Stage.OFFER: re.compile(
        r"\b(?:offer\w{0,4}|contracts?|package|terms|salary|salaries|wage|pay|rate|join|joining|have you on|on board"
        r"|aboard|hired?|hiring|(?:job|role|post|position|place)(?:'s| is)? (?:is )?yours|yours if"
        r"|you(?:'ve| have)? got (?:it|the)|references?|start(?:ing)? (?:date|on|monday|with us)|first day|paperwork"
        r"|employment|appoint\w{0,4}|chosen|choose|congrat\w{0,12}|letter|deal|\d{1,3}k|pick(?:ed)?|want you|yes)\b"
        r"|[£$€] ?\d|\b\d{1,3}(?:\.\d\d)? an hour\b"
    ),
    Stage.ACCEPTED: re.compile(
        r"\b(?:accept\w{0,5}|sign(?:ed|ing|ature)?|join\w{0,3}|welcome|aboard|on board|start\w{0,3}|first day|deal"
        r"|hand in|notice|yes|taken|take (?:it|the|this)|i'm in|contract|hired|onboarding|countersigned|offer)\b"
    ),
}


def is_borne_out(stage: Stage | None, sentences: Sequence[Sentence], events: Sequence[CalendarEvent]) -> bool:
    """Say whether a mail has any word of a stage; true of the stages whose words are weighed elsewhere."""
    pattern = _NAMED.get(stage) if stage else None
    if pattern is None:
        return True
    titles = (event.summary or "" for event in events)
    return any(pattern.search(s.low) for s in sentences) or any(pattern.search(title.lower()) for title in titles)


def is_only_invitation(stage: Stage | None, sentences: Sequence[Sentence], events: Sequence[CalendarEvent]) -> bool:
    """Say whether a mail that the model takes for a test carries an invitation, and names no test in text or title."""
    if stage is not Stage.ASSESSMENT or not any(event.method == "REQUEST" for event in events):
        return False
    return not is_borne_out(stage, sentences, events)
