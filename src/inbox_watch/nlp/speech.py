"""What each sentence of a mail does: asks (and for what), promises, or neither.

A linear model beside the rules of `core.reading`, with two outputs: a softmax over the kinds of ask and "none", and a
logistic for "promises". Weights are plain arrays; numpy alone reads them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import ActionKind, Scores, Speech
from inbox_watch.nlp import packed
from inbox_watch.nlp.speech_features import MOST_TEXT, Touched, extract

NOTHING: Final = "none"
PROMISE: Final = "promise"
ASKS: Final = (
    NOTHING, "reply", "send_availability", "confirm", "send_documents", "complete_assessment", "answer_offer",
)  # fmt: skip
OUTPUTS: Final = len(ASKS) + 1
PROMISE_COLUMN: Final = len(ASKS)
_KINDS: Final = tuple(ActionKind(name) for name in ASKS[1:])
FOLDER: Final = "speech"
READ_FROM: Final = 0.2
"""A mail that is less likely recruiting than this isn't read sentence by sentence."""
STAGE_FROM: Final = 0.5
_MOST_SENTENCES: Final = 400

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpeechModel:
    """Weights by bucket: `buckets` in order, one row of `weights` each, one column an output.

    `slopes` calibrate the two outputs.
    """

    buckets: NDArray[np.uint32]
    weights: Array
    bias: Array
    slopes: tuple[float, float] = (1.0, 1.0)
    version: str = ""

    def logits(self, touched: Touched, count: int) -> Array:
        """The sum of weight x value of each output, a row a sentence."""
        total = np.tile(self.bias, (count, 1)).astype(np.float64)
        if not len(self.buckets):
            return total.astype(np.float32)
        places = np.minimum(np.searchsorted(self.buckets, touched.buckets), len(self.buckets) - 1)
        known = np.flatnonzero(self.buckets[places] == touched.buckets)
        weights = self.weights[places[known]] * touched.values[known, None]
        owner = touched.sentences[known]
        for column in range(OUTPUTS):
            total[:, column] += np.bincount(owner, weights=weights[:, column], minlength=count)
        return total.astype(np.float32)

    def probabilities(self, logits: Array) -> Array:
        """Each kind of ask (they add up to 1 with "none"), then the promise."""
        asks = logits[:, :PROMISE_COLUMN] * self.slopes[0]
        powers = np.exp(asks - asks.max(axis=1, keepdims=True))
        promise = 1 / (1 + np.exp(-np.clip(logits[:, PROMISE_COLUMN:] * self.slopes[1], -60, 60)))
        return np.concatenate((powers / powers.sum(axis=1, keepdims=True), promise), axis=1)


def empty_model() -> SpeechModel:
    """A model that knows nothing: it reads no sentence."""
    return SpeechModel(
        buckets=np.empty(0, dtype=np.uint32),
        weights=np.zeros((0, OUTPUTS), dtype=np.float32),
        bias=np.zeros(OUTPUTS, dtype=np.float32),
    )


def read_speech(model: SpeechModel, text: str, *, stage: str | None, is_outgoing: bool) -> tuple[Speech, ...]:
    """What each sentence of a newly written text does, in order; empty without a model.

    `stage` is the mail's stage ("none" for none), None where it is unsure.
    """
    if not len(model.buckets):
        return ()
    sentences = [s for s in split_sentences(text) if s.end <= MOST_TEXT][:_MOST_SENTENCES]
    if not sentences:
        return ()
    marks = () if stage is None else (f"stage:{stage}",)
    touched = extract(text, sentences, marks=marks, is_outgoing=is_outgoing)
    rows = model.probabilities(model.logits(touched, len(sentences)))
    return tuple(_speech(s.start, s.end, row.tolist()) for s, row in zip(sentences, rows, strict=True))


def with_speech(model: SpeechModel, scores: Scores, new: str, *, is_outgoing: bool) -> Scores:
    """The scores with what each sentence does, where the mail may be recruiting at all: it costs time."""
    if not len(model.buckets):
        return scores
    scores = replace(scores, model=f"{scores.model}+{model.version}")
    if scores.recruiting < READ_FROM:
        return scores
    stage, sure = max(scores.stages, key=lambda pair: pair[1], default=(NOTHING, 0.0))
    certain = stage if sure >= STAGE_FROM else None
    return replace(scores, speech=read_speech(model, new, stage=certain, is_outgoing=is_outgoing))


def _speech(start: int, end: int, row: list[float]) -> Speech:
    shares = sorted(zip(_KINDS, row[1:PROMISE_COLUMN], strict=True), key=lambda pair: -pair[1])
    total = max(1e-9, sum(share for _, share in shares))
    kinds = tuple((kind, share / total) for kind, share in shares)
    return Speech(start=start, end=end, asks=1 - row[0], kinds=kinds, promises=row[PROMISE_COLUMN])


def save(model: SpeechModel, folder: Path) -> None:
    """Write a model as plain arrays and one JSON file; the same model gives the same bytes."""
    packed.save(folder, model.buckets, model.weights, model.bias, packed.MANY)
    settings = {"slopes": model.slopes, "version": model.version}
    (folder / "settings.json").write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_model(folder: Path) -> SpeechModel:
    """Load what `save` wrote. Raises OSError or ValueError where the files are missing or no such model."""
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    buckets, weights, bias = packed.read(folder, OUTPUTS)
    asks, promise = settings["slopes"]
    return SpeechModel(
        buckets=buckets,
        weights=weights,
        bias=bias,
        slopes=(float(asks), float(promise)),
        version=str(settings["version"]),
    )


def digest_of(buckets: NDArray[np.uint32], weights: Array) -> str:
    """A short name for exactly these weights."""
    content = buckets.astype("<u4").tobytes() + weights.astype("<f2").tobytes()
    return hashlib.sha256(content).hexdigest()[:8]
