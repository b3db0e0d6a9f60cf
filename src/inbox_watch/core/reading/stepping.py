"""What a platform's mail says of a step: whose test or papers it is about, what is wanted, and what is done.

The model has met few of these platforms. So plain words decide, and the platform is nobody's employer.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inbox_watch.core import steps
from inbox_watch.core.reading import notices
from inbox_watch.core.reading.agencies import own_name
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.no_company import is_applied_to
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.spelling import squeeze
from inbox_watch.core.steps import Step
from inbox_watch.core.types import ENDS, Act, ActionKind, Ask, Message, Reading

STEP_SCORE = 0.9
"""How likely a mail is recruiting that asks for a test or papers "for your application"."""


def own_score(score: float, message: Message, candidate: frozenset[str]) -> float:
    """Return a mail's own probability of being recruiting, where a platform's plain words say more than the model."""
    score = notices.own_score(score, message, candidate)
    if score >= STEP_SCORE or message.sender is None or message.sender.address in candidate:
        return score
    return STEP_SCORE if steps.step_of(message) and steps.speaks_of_job(message) else score


_ACTS = {Step.TESTED: Act.HAS_ASSESSMENT, Step.HAS_PAPERS: Act.HAS_DOCUMENTS}
_ASKED = {Step.TEST: ActionKind.COMPLETE_ASSESSMENT, Step.PAPERS: ActionKind.SEND_DOCUMENTS}
_CLOSED = {Step.TESTED: ActionKind.COMPLETE_ASSESSMENT, Step.HAS_PAPERS: ActionKind.SEND_DOCUMENTS}


def with_step(reading: Reading, message: Message, context: Context) -> Reading:
    """Return a reading with what a platform's mail tells of a step: what it wants, or what was done."""
    step = None if context.from_candidate or context.notice or context.is_answer else steps.step_of(message)
    if step is None:
        return reading
    asks = tuple(one for one in reading.asks if one.kind is not _CLOSED.get(step))
    wanted = _asks_now(context, step) if not asks and reading.signal not in ENDS else None
    if wanted is not None:
        asks = (Ask(kind=_ASKED[step], quote=wanted.quote),)
    acts = reading.acts | ({_ACTS[step]} if step in _ACTS else frozenset())
    company = None if _is_brand(reading.company, message) else reading.company
    role = _without_firm(reading.role, company)
    return replace(reading, acts=acts - {Act.APPROACHES}, asks=asks, company=company, role=role)


def _is_brand(company: str | None, message: Message) -> bool:
    """Say whether a name is only the platform's own: the one word that it sends under, and that its text works for."""
    if company is None or " " in company or message.sender is None:
        return False
    if squeeze(company) not in {own_name(message), squeeze(message.sender.name)}:
        return False
    told = message.text[: steps.LONGEST_READ]
    if is_applied_to(company, told):
        return False
    return re.search(rf"\b(?:at|with|for|from|join|to) {re.escape(company)}\b", told) is None


def _without_firm(role: str | None, company: str | None) -> str | None:
    if role and company and role.lower().startswith(f"{company.lower()} "):
        return role[len(company) + 1 :].strip()
    return role


def _asks_now(context: Context, step: Step) -> Sentence | None:
    """Return the sentence that asks this candidate for it now; none of what will be, may be or was asked of others."""
    pattern = steps.WANTS.get(step)
    if pattern is None:
        return None
    asking = (s for s in context.sentences if pattern.search(s.low) and _NOW.search(s.low))
    return next((s for s in asking if not _NOT_NOW.search(s.low)), None)


_NOW = re.compile(
    r"\b(?:invited|invites|asks|asked|requests|requested|would like|wants|needs) you\b"
    r"|\byou(?:'ve| have|'re| are)? (?:now |also )?(?:been )?(?:invited|asked|required|requested|assigned)\b"
    r"|\bplease\b|\b(?:has|have) (?:requested|initiated|asked for|sent you)\b"
    r"|\b(?:reminder|waiting for you|awaits you|(?:is|are) (?:due|pending|ready|still open)"
    r"|(?:start|complete|take) (?:the|your))\b"
)
_NOT_NOW = re.compile(
    r"\b(?:will|may|might|those|shortlist\w{0,4}|if|once|when|after|not|\w{2,6}n't|cancelled|error|taken up|future"
    r"|opted|withdr\w{2,6})\b"
)
