"""The one place that makes text from a mail harmless before it reaches a terminal, a page, a mail or a calendar."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_HARMFUL = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_KEPT = frozenset({"\u200d", "\u00ad"})  # joiner of emoji and some scripts, soft hyphen: harmless alone


def clean(text: str | None, *, limit: int = 500) -> str:
    """Return `text` on one line without control, format, bidi, private and unassigned characters.

    White space of any sort becomes one space. More than `limit` characters are cut, and an ellipsis says so.
    """
    if not text:
        return ""
    flat = _SPACE.sub(" ", text[: limit * 4])
    kept = "".join(
        character for character in flat if character in _KEPT or unicodedata.category(character) not in _HARMFUL
    ).strip()
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"
