"""A cheap first look: a long pattern isn't tried where none of the words stands without which it can't match."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Search = Callable[[str], "re.Match[str] | None"]

_ODD_CASES = re.compile("[\u0130\u0131\u017f\u1c80-\u1c88\u2126\u212a\u212b\ufb05\ufb06]")
"""Match a plain letter when case is ignored, though they aren't its other case: `İ`, `ſ`, the Kelvin sign, …"""


def searcher(pattern: re.Pattern[str], needles: Sequence[str], text: str) -> Search:
    """Return `pattern.search`, made quick, for all pieces of `text`.

    `needles` are in lower case; whatever the pattern matches holds at least one of them. The pattern ignores case.
    """
    if not text.isascii() and _ODD_CASES.search(text):
        return pattern.search
    folded = text.lower()
    present = [needle for needle in needles if needle in folded]

    def _search(piece: str) -> re.Match[str] | None:
        low = piece.lower()
        return pattern.search(piece) if any(needle in low for needle in present) else None

    return _search if present else _find_nothing


def _find_nothing(_: str) -> None:
    return None
