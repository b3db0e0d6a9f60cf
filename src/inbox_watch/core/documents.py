"""Which documents a sentence speaks of, so that a CV sent doesn't close the question for references."""

from __future__ import annotations

import re

from inbox_watch.core.types import Message

_SORTS = (
    ("cv", re.compile(r"\b(?:cv|r[eé]sum[eé]s?|curriculum|lebenslauf|profile)\b")),
    (
        "references",
        re.compile(
            r"\b(?:references?|referees?|recommendations?|referenzen|contact details|(?:former|previous|last|old)"
            r" (?:manager|boss|supervisor|employer|colleague|lead)s?|(?:who|that) (?:ha(?:ve|s) )?(?:managed"
            r"|led) you)\b"
        ),
    ),
    ("form", re.compile(r"\b(?:forms?|questionnaire|formular)\b")),
    ("samples", re.compile(r"\b(?:samples?|portfolio|arbeitsproben?)\b")),
    ("right to work", re.compile(r"\b(?:right to work|passport|visa|work permit|id card|identity|ausweis)\b")),
    ("certificates", re.compile(r"\b(?:certificates?|diplomas?|degrees?|transcripts?|zeugnisse?)\b")),
    ("letter", re.compile(r"\b(?:cover letter|motivation letter|anschreiben)\b")),
    ("pay", re.compile(r"\b(?:pay ?slips?|salary statements?|p45|p60)\b")),
    ("contract", re.compile(r"\b(?:contract|agreement|nda|vertrag)\b")),
)
LONGEST_TEXT = 20_000
_NO_DOCUMENT = (
    "text/calendar",
    "application/pgp-signature",
    "application/pkcs7-signature",
    "text/x-vcard",
    "text/vcard",
)
_INLINE_IMAGE = re.compile(r"(?:image\d{1,6}|outlook-.{0,60}|logo.{0,60})\.(?:png|jpe?g|gif)")


def sorts_in(text: str) -> frozenset[str]:
    """Return the sorts of documents that a text names."""
    low = text[:LONGEST_TEXT].lower().replace("_", " ").replace("-", " ")
    return frozenset(name for name, words in _SORTS if words.search(low))


def sorts_sent(message: Message) -> frozenset[str]:
    """Return the sorts that a message names outside of its quoted lines, or carries by its attachments' names."""
    return sorts_in("\n".join([*(one.name for one in message.attachments[:50]), own_lines(message)]))


def own_lines(message: Message) -> str:
    """Return the lines of a message that aren't quoted ones."""
    return "\n".join(line for line in message.text[:LONGEST_TEXT].split("\n") if not line.lstrip().startswith(">"))


def carries_documents(message: Message) -> bool:
    """Say whether a message carries a document: an attachment that is no invitation, signature, card or inline logo."""
    return any(
        one.media_type not in _NO_DOCUMENT and not _INLINE_IMAGE.fullmatch(one.name.lower())
        for one in message.attachments
    )
