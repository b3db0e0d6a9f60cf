"""Mails in, scores out, in batches."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inbox_watch.core.types import Message, Scores, Zones
from inbox_watch.nlp.context import Context

if TYPE_CHECKING:
    from spacy.language import Language

MODEL: Final = Path(__file__).parent / "model"
_BATCH: Final = 128

Item = tuple[Message, Zones, Context]


class Scorer:
    """A loaded pipeline. What it has read is forgotten after each batch: spaCy's vocabulary would keep every word otherwise."""

    def __init__(self, pipeline: Language) -> None:
        self.pipeline = pipeline

    def score(self, items: Iterable[Item]) -> Iterator[Scores]:
        """The scores of each mail, in the order given. The same mail gets the same scores, whatever stands beside it."""
        waiting = iter(items)
        while batch := list(itertools.islice(waiting, _BATCH)):
            yield from self._score_batch(batch)

    def _score_batch(self, batch: list[Item]) -> list[Scores]:
        from inbox_watch.nlp.component import MATERIAL, SCORES
        from inbox_watch.nlp.features import gather

        with self.pipeline.memory_zone():
            docs = []
            for message, zones, context in batch:
                material = gather(message, zones, context)
                doc = self.pipeline.make_doc(material.text)
                doc.user_data[MATERIAL] = material
                docs.append(doc)
            return [doc.user_data[SCORES] for doc in self.pipeline.pipe(docs)]


def load(folder: Path = MODEL) -> Scorer:
    """Load the model that ships with the program (or one in `folder`). Takes about a second: spaCy is imported here.

    Raises OSError or ValueError where the folder holds no such model.
    """
    import spacy

    from inbox_watch.nlp.component import register

    register()
    return Scorer(spacy.load(folder))
