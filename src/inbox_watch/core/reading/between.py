"""What a candidate's mail answers between the quoted lines: a question, and right below it the answer."""

from __future__ import annotations

from collections.abc import Sequence

from inbox_watch.core.reading.delaying import tells_later
from inbox_watch.core.reading.doing import DELAYS
from inbox_watch.core.reading.sentences import LONGEST_SENTENCE, flatten, split_sentences
from inbox_watch.core.reading.thanking import only_thanks

MOST = 20
"""How many answers are looked at."""


def answered(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the quoted pieces that are answered, in lower case and on one line; `pairs` are as in `Zones.answers`.

    Thanks alone answer nothing, nor does a word that the answer will come later.
    """
    return tuple(
        " ".join(flatten(quoted).split())[-LONGEST_SENTENCE:] for quoted, answer in pairs[:MOST] if _tells(answer)
    )


def _tells(answer: str) -> bool:
    sentences = split_sentences(answer)
    if not sentences or only_thanks(sentences, frozenset()):
        return False
    return not any(DELAYS.search(one.low) or tells_later(one.low) for one in sentences)
