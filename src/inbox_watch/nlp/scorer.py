"""Mails in, scores out, in batches."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inbox_watch.core.types import Message, Scores, Zones
from inbox_watch.nlp.context import Context

if TYPE_CHECKING:
    from spacy.language import Language

MODEL: Final = Path(__file__).parent / "model"
MOST_STRINGS: Final = 100_000
_BATCH: Final = 128

Item = tuple[Message, Zones, Context]


class Scorer:
    """A loaded pipeline.

    spaCy's vocabulary keeps every word that it has seen: when it has grown too large, a fresh pipeline takes its place,
    so that memory is bounded. (spaCy's memory zones forget as well, but tokenize more slowly.)
    """

    def __init__(self, open_pipeline: Callable[[], Language], *, most_strings: int = MOST_STRINGS) -> None:
        self.pipeline = open_pipeline()
        self._open_pipeline = open_pipeline
        self._most_strings = most_strings

    def score(self, items: Iterable[Item]) -> Iterator[Scores]:
        """The scores of each mail, in the order given. The same mail gets the same scores, whatever stands beside
        it.
        """
        waiting = iter(items)
        while batch := list(itertools.islice(waiting, _BATCH)):
            yield from self._score_batch(batch)

    def _score_batch(self, batch: list[Item]) -> list[Scores]:
        from inbox_watch.nlp.component import MATERIAL, NEW, SCORES
        from inbox_watch.nlp.features import gather

        if len(self.pipeline.vocab.strings) > self._most_strings:
            self.pipeline = self._open_pipeline()
        docs = []
        for message, zones, context in batch:
            material = gather(message, zones, context)
            doc = self.pipeline.make_doc(material.text)
            doc.user_data[MATERIAL] = material
            doc.user_data[NEW] = zones.new
            docs.append(doc)
        return [doc.user_data[SCORES] for doc in self.pipeline.pipe(docs)]


def load(folder: Path = MODEL) -> Scorer:
    """Load the model that ships with the program (or one in `folder`). Takes about a second: spaCy is imported here.

    Raises OSError or ValueError where the folder holds no such model.
    """
    import spacy

    from inbox_watch.nlp.component import register

    register()
    return Scorer(lambda: spacy.load(folder))
