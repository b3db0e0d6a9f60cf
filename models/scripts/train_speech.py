"""Corpus → the sentence model that ships with the program: which sentence asks, for what, and which promises.

Deterministic: one seed, L-BFGS on one thread; the same inputs give the same bytes. Figures are out of fold, split by
skeleton and by sentence. `python models/scripts/train_speech.py [MODEL]` writes into the folder that train.py has made.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the order of sums must not depend on the machine's cores
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from pathlib import Path

import numpy as np
from contrast import contrast
from corpus import MODELS
from scipy import sparse
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from speech_data import FOLDS, Rows, fold_of, gather

from inbox_watch.nlp import speech
from inbox_watch.nlp.component import NAME
from inbox_watch.nlp.packed import MANY, rounded
from inbox_watch.nlp.speech import ASKS, OUTPUTS, PROMISE, PROMISE_COLUMN, SpeechModel

OUT = MODELS.parent / "src" / "inbox_watch" / "nlp" / "model"
STRENGTH = 4.0
FEWEST_ROWS = 2
KEPT = 60_000


def labels_of(rows: Rows) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each row: the kind that it asks for, whether it promises (-1: unsaid), and its weight."""
    asks = np.array([ASKS.index(row.ask) if row.ask else -1 for row in rows.rows])
    promises = np.array([int(row.promise == PROMISE) if row.promise else -1 for row in rows.rows])
    return asks, promises, np.array([row.weight for row in rows.rows])


def fit(rows: Rows, chosen: np.ndarray, kept: int | None = None) -> SpeechModel:
    """Train both outputs on some rows; with `kept`, prune to that many buckets and train once more."""
    buckets = np.flatnonzero(np.asarray((rows.matrix[chosen] != 0).sum(axis=0)).ravel() >= FEWEST_ROWS)
    weights, bias = _fit_on(rows, chosen, buckets)
    if kept is not None and len(buckets) > kept:
        usage = np.sqrt(np.asarray(rows.matrix[chosen][:, buckets].power(2).mean(axis=0)).ravel())
        strength = np.abs(weights - weights.mean(axis=1, keepdims=True)).max(axis=1) * usage
        buckets = np.sort(buckets[np.argsort(-strength, kind="stable")[:kept]])
        weights, bias = _fit_on(rows, chosen, buckets)
    return SpeechModel(
        buckets=buckets.astype(np.uint32),
        weights=rounded(weights, MANY),
        bias=bias.astype(np.float32),
    )


def _fit_on(rows: Rows, chosen: np.ndarray, buckets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    matrix = sparse.csr_matrix(rows.matrix[chosen][:, buckets])
    asks, promises, weight = labels_of(rows)
    weights, bias = np.zeros((len(buckets), OUTPUTS)), np.zeros(OUTPUTS)
    for labels, columns in (
        (asks[chosen], slice(0, PROMISE_COLUMN)),
        (promises[chosen], slice(PROMISE_COLUMN, OUTPUTS)),
    ):
        said = np.flatnonzero(labels >= 0)
        taught, counts = labels[said], weight[chosen][said]
        scale = contrast(matrix[said], taught, counts)
        model = LogisticRegression(C=STRENGTH, tol=1e-4, max_iter=400)
        model.fit(sparse.csr_matrix(matrix[said] @ sparse.diags(scale)), taught, sample_weight=counts)
        weights[:, columns], bias[columns] = model.coef_.T * scale[:, None], model.intercept_
    return weights, bias


def logits_of(model: SpeechModel, matrix: sparse.csr_matrix) -> np.ndarray:
    """What the model makes of some rows."""
    return np.asarray(matrix[:, model.buckets] @ model.weights + model.bias)


def out_of_fold(rows: Rows) -> np.ndarray:
    """Logits of each row from a model that saw neither its skeleton nor its sentence."""
    folds = np.array([fold_of(row.group) for row in rows.rows])
    logits = np.zeros((len(rows.rows), OUTPUTS))
    for fold in range(FOLDS):
        asked = np.flatnonzero(folds == fold)
        logits[asked] = logits_of(fit(rows, np.flatnonzero(folds != fold)), rows.matrix[asked])
    return logits


def calibrate(rows: Rows, logits: np.ndarray) -> tuple[float, float]:
    """The slopes that make the out-of-fold probabilities true."""
    asks, promises, weight = labels_of(rows)
    said, sure = np.flatnonzero(asks >= 0), np.flatnonzero(promises >= 0)

    def loss_of_asks(slope: float) -> float:
        scaled = logits[said][:, :PROMISE_COLUMN] * slope
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        right = scaled[np.arange(len(said)), asks[said]]
        return float((weight[said] * (np.log(np.exp(scaled).sum(axis=1)) - right)).mean())

    def loss_of_promises(slope: float) -> float:
        signed = np.where(promises[sure] == 1, -1, 1) * logits[sure, PROMISE_COLUMN] * slope
        return float((weight[sure] * np.logaddexp(0, signed)).mean())

    found = [minimize_scalar(loss, bounds=(0.3, 3), method="bounded").x for loss in (loss_of_asks, loss_of_promises)]
    return round(float(found[0]), 3), round(float(found[1]), 3)


def report(rows: Rows, logits: np.ndarray, model: SpeechModel) -> str:
    """What the recipe says of itself, for the single sentences and for the sentences of whole mails."""
    asks, promises, _ = labels_of(rows)
    single = np.array([".jsonl " in row.group for row in rows.rows])
    chances = model.probabilities(logits.astype(np.float32))
    lines = [f"slopes {model.slopes}"]
    for name, part in (("single sentences", single), ("sentences of mails", ~single)):
        chosen = np.flatnonzero(part & (asks >= 0))
        truth, likely = asks[chosen], chances[chosen][:, :PROMISE_COLUMN]
        really = truth > 0
        kinds = (likely[:, 1:].argmax(axis=1) + 1)[really] == truth[really]
        sure = np.flatnonzero(part & (promises >= 0))
        lines.append(
            f"{name}: asks AP {average_precision_score(really, 1 - likely[:, 0]):.3f}, kind {kinds.mean():.3f}; "
            f"promises AP {average_precision_score(promises[sure], chances[sure, PROMISE_COLUMN]):.3f}"
        )
    return "\n".join(lines)


def main() -> None:
    began = time.monotonic()
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    rows = gather()
    print(f"{len(rows.rows)} sentences; {time.monotonic() - began:.0f} s")
    logits = out_of_fold(rows)
    slopes = calibrate(rows, logits)
    final = fit(rows, np.arange(len(rows.rows)), KEPT)
    version = f"speech-1-{speech.digest_of(final.buckets, final.weights)}"
    model = SpeechModel(buckets=final.buckets, weights=final.weights, bias=final.bias, slopes=slopes, version=version)
    print(report(rows, logits, model))
    speech.save(model, out / NAME / speech.FOLDER)
    print(f"{version}: {len(model.buckets)} buckets; {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
