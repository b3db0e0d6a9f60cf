"""Requests that stand in a list: "Please send me:" and an item a line, each of which asks for something of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inbox_watch.core.reading import asking, things
from inbox_watch.core.reading.context import Context
from inbox_watch.core.reading.sentences import Sentence
from inbox_watch.core.types import ActionKind

_MARKER = re.compile(r"^\s*(?:[-*•·▪>–—]{1,2}|\(?\d{1,2}[.)]|\(?[a-z]\))\s*$")
_IN_TEXT = re.compile(r"^(?:\(?\d{1,2}\)|\(?[a-z]\))\s")
_LEADS = frozenset({ActionKind.SEND_DOCUMENTS, ActionKind.SEND_AVAILABILITY, ActionKind.REPLY})
_WANTS = re.compile(
    r"\b(?:i|we)(?: (?:still|now|also|just))?(?:'d| would| do)? (?:need|require|like to have|are missing)\b"
    r"|\b(?:please|kindly|could you|can you)\b[^.:]{0,30}\b(?:send|provide|share|forward|upload|submit|give|let)\b"
)
_FOLLOWING = re.compile(r"\b(?:following|these(?: things| documents| items)?|listed below)\?$")
_SUPPOSES = re.compile(r"\b(?:if|when|once|later|should|will need|unless|candidates|applicants)\b")
_INFORMED = re.compile(r"\b(?:salary|notice|address|number|date of birth|expectations?|rate|location|preference)\b")
_MOST = 12


def items_asked(context: Context, index: int, kinds: list[ActionKind]) -> list[tuple[Sentence, ActionKind]]:
    """Return the items after the sentence at `index` with what each asks for; empty where it leads to no such list.

    `kinds` is what that sentence asks for by itself. Times to choose from are no requests.
    """
    lead = context.sentences[index].low
    leads_to_list = lead.endswith(":") or _FOLLOWING.search(lead)
    if not leads_to_list or not (_LEADS.intersection(kinds) or _asks_for_a_list(lead)):
        return []
    items = list(_items(context, index))
    return [(item, kind) for item in items if (kind := _kind(context, item)) is not None]


def _asks_for_a_list(lead: str) -> bool:
    """Say whether a sentence wants something that only the list names ("For the next step we need:")."""
    return lead.endswith(":") and _WANTS.search(lead) is not None and _SUPPOSES.search(lead) is None


def _items(context: Context, index: int) -> Iterator[Sentence]:
    for sentence in context.sentences[index + 1 : index + 1 + _MOST]:
        line = context.text.rfind("\n", 0, sentence.start) + 1
        is_marked = _MARKER.match(context.text[line : sentence.start]) or _IN_TEXT.match(sentence.low)
        if not is_marked and not sentence.low.startswith("your "):
            return
        yield sentence


def _kind(context: Context, item: Sentence) -> ActionKind | None:
    if any(window.has_hour and window.is_point for window in context.windows_in(item)):
        return None
    if things.DOCUMENT.search(item.low) and not things.NO_REFERENCE.search(item.low):
        return ActionKind.SEND_DOCUMENTS
    if things.AVAILABILITY.search(item.low):
        return ActionKind.SEND_AVAILABILITY
    is_asked = item.is_question or _INFORMED.search(item.low) or asking.SUBSTANCE.search(item.low)
    return ActionKind.REPLY if is_asked else None
