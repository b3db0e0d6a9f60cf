"""Corpus + real everyday mail → the model that ships with the program.

Deterministic: one seed, L-BFGS, single-threaded sums; the same inputs give the same bytes. Five sixths of the real
mails teach; the last sixth, and the
folds of skeletons that were left out, calibrate. `python models/scripts/train.py [OUT]`
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the order of sums must not depend on the machine's cores
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import hashlib
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from assets import everyday_mails
from calibrate import Held, calibrate
from compose import COMPOSED
from contrast import contrast
from corpus import MODELS, TRAIN, read_folder
from kinds import everyday_kind
from matrix import SIZE, build
from render import SENTENCE, Mail, composed_mails, mails_of, sentence_mails
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from inbox_watch.nlp import linear
from inbox_watch.nlp.component import NAME, blank_pipeline
from inbox_watch.nlp.packed import rounded

OUT = MODELS.parent / "src" / "inbox_watch" / "nlp" / "model"
EACH_AT_LEAST = 2
MESSAGES_AT_LEAST = 4200
FOLDS = 3
KEPT = 250_000
FEWEST_GROUPS = 4
MOST_STEPS = 100
STRENGTH = {"recruiting": 1.0, "joint": 1.0, "sender": 1.0}
WEIGHT = {"recruiting": 4.5, "everyday": 6.75, "real": 1.6, "sentence": 0.5, "composed": 1.5}
JOINT_COLUMNS = slice(linear.STAGE_COLUMNS.start, linear.EVERYDAY_COLUMNS.stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """Everything that teaches: matrices, labels and groups, row by row. `joint` is a stage's place, or that of a sort
    of everyday mail after the stages.
    """

    mails: list[Mail]
    matrix: sparse.csr_matrix
    quoted: sparse.csr_matrix
    has_quoted: np.ndarray
    recruiting: np.ndarray
    joint: np.ndarray
    sender: np.ndarray
    groups: np.ndarray
    weight: np.ndarray
    is_held: np.ndarray


def gather_data() -> Data:
    """Render the corpus, read the real mails, and count their features."""
    skeletons = read_folder(TRAIN)
    each = max(EACH_AT_LEAST, -(-MESSAGES_AT_LEAST // len(skeletons)))
    invented = list(mails_of(skeletons, each, "train"))
    sentences = list(sentence_mails())
    plain = list(composed_mails())
    real = list(everyday_mails())
    mails = invented + sentences + plain + [mail for _, mail in real]
    matrix, quoted, has_quoted = build(mails)
    share = np.array([WEIGHT["recruiting"] if mail.recruiting else WEIGHT["everyday"] for mail in invented]) / each
    others = (("sentence", sentences), ("composed", plain), ("real", real))
    rest = (np.full(len(several), WEIGHT[name]) for name, several in others)
    return Data(
        mails=mails,
        matrix=matrix,
        quoted=quoted,
        has_quoted=has_quoted,
        recruiting=np.array([mail.recruiting for mail in mails]),
        joint=np.array([_joint_label(mail) for mail in mails]),
        sender=np.array([linear.SENDER_KINDS.index(mail.sender_kind) if mail.sender_kind else -1 for mail in mails]),
        groups=np.array([mail.group for mail in mails]),
        weight=np.concatenate((share, *rest)),
        is_held=np.array([False] * (len(mails) - len(real)) + [is_held for is_held, _ in real]),
    )


def _joint_label(mail: Mail) -> int:
    if mail.recruiting:
        return linear.STAGES.index(mail.signal or linear.NO_STAGE)
    return len(linear.STAGES) + linear.EVERYDAY_KINDS.index(everyday_kind(mail.sort))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Weights over the kept buckets (IDF already in them), and biases."""

    buckets: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    def logits(self, matrix: sparse.csr_matrix) -> np.ndarray:
        return np.asarray(matrix[:, self.buckets] @ self.weights + self.bias)


def _frequent(data: Data, rows: np.ndarray) -> np.ndarray:
    """Buckets that at least a few different skeletons (or real senders) touch: renderings of one count once."""
    _, numbers = np.unique(data.groups[rows], return_inverse=True)
    presence = data.matrix[rows].astype(bool).astype(np.float32)
    by_group = sparse.csr_matrix((np.ones(len(rows), dtype=np.float32), (numbers, np.arange(len(rows)))))
    seen = np.asarray((by_group @ presence).astype(bool).sum(axis=0)).ravel()
    return np.flatnonzero(seen >= FEWEST_GROUPS)


def fit(data: Data, rows: np.ndarray, kept: int | None = None) -> Fit:
    """Train the outputs on some rows; with `kept`, prune to that many buckets and train once more."""
    buckets = _frequent(data, rows)
    result = _fit_on(data, rows, buckets)
    if kept is not None and len(buckets) > kept:
        usage = np.sqrt(np.asarray(data.matrix[rows][:, buckets].power(2).mean(axis=0)).ravel())
        importance = np.abs(result.weights * usage[:, None])
        rank = (importance / np.maximum(np.sort(importance, axis=0)[-kept], 1e-12)).max(axis=1)
        strongest = np.sort(np.argsort(-rank, kind="stable")[:kept])
        result = _fit_on(data, rows, buckets[strongest])
    return result


def _fit_on(data: Data, rows: np.ndarray, buckets: np.ndarray) -> Fit:
    matrix = data.matrix[rows][:, buckets]
    frequency = np.asarray(matrix.astype(bool).sum(axis=0)).ravel()
    idf = (np.log((len(rows) + 1) / (frequency + 1)) + 1).astype(np.float32)
    weights = np.zeros((len(buckets), linear.OUTPUTS), dtype=np.float64)
    bias = np.zeros(linear.OUTPUTS)
    outputs = (
        ("recruiting", data.recruiting[rows].astype(int), slice(0, 1)),
        ("joint", data.joint[rows], JOINT_COLUMNS),
        ("sender", data.sender[rows], linear.SENDER_COLUMNS),
    )

    def learn(output: tuple[str, np.ndarray, slice]) -> None:
        name, labels, columns = output
        chosen = np.flatnonzero(labels >= 0)
        taught, weight = labels[chosen], data.weight[rows][chosen]
        scale = idf * contrast(matrix[chosen], taught, weight)
        scaled = sparse.csr_matrix(matrix[chosen] @ sparse.diags(scale))
        model = LogisticRegression(C=STRENGTH[name], tol=1e-4, max_iter=MOST_STEPS)
        model.fit(scaled, taught, sample_weight=weight)
        _place(model, columns, weights, bias)
        weights[:, columns] *= scale[:, None]

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each output has columns of its own
        list(pool.map(learn, outputs))
    return Fit(buckets=buckets, weights=weights, bias=bias)


def _place(model: LogisticRegression, columns: slice, weights: np.ndarray, bias: np.ndarray) -> None:
    if columns == slice(0, 1):
        weights[:, 0], bias[0] = model.coef_[0], model.intercept_[0]
        return
    bias[columns] = -20.0  # a class that no mail taught
    for row, label in enumerate(model.classes_):
        weights[:, columns.start + label], bias[columns.start + label] = model.coef_[row], model.intercept_[row]


def out_of_fold(data: Data) -> Held:
    """Logits of each mail from a model that saw neither its skeleton nor its sender. Sentences, single or put together,
    only teach.
    """
    is_mail = np.array([mail.sort not in (SENTENCE, COMPOSED) for mail in data.mails])
    logits = np.zeros((len(data.mails), linear.OUTPUTS))
    quoted = np.zeros(len(data.mails))
    folds = np.array([hashlib.sha256(group.encode()).digest()[1] % FOLDS for group in data.groups])
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # the sums lie outside of Python, and each fit has one thread
        models = pool.map(lambda fold: fit(data, np.flatnonzero((folds != fold) & ~data.is_held)), range(FOLDS))
    for fold, model in enumerate(models):
        asked = np.flatnonzero((folds == fold) & is_mail)
        logits[asked] = model.logits(data.matrix[asked])
        quoted[asked] = np.where(data.has_quoted[asked], linear.recruiting_logit(model.logits(data.quoted[asked])), 0.0)
    return Held(
        logits=logits[is_mail],
        quoted=quoted[is_mail],
        recruiting=data.recruiting[is_mail],
        stage=np.where(data.recruiting, data.joint, 0)[is_mail],
        is_real=np.array([mail.group.startswith("real:") for mail in data.mails])[is_mail],
        groups=data.groups[is_mail],
    )


def save_pipeline(model: linear.Linear, folder: Path) -> None:
    """Write an ordinary spaCy pipeline, without the words that its vocabulary has seen."""
    nlp = blank_pipeline()
    nlp.add_pipe(NAME).linear = model
    nlp.to_disk(folder, exclude=["vocab"])
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta |= {
        "name": "inbox_watch_reader",
        "version": "1.0.0",
        "spacy_version": ">=3.8.0,<3.9.0",
        "spacy_git_version": "",
        "license": "MIT",
    }
    meta |= {"description": f"Recruiting, stage and sender of one mail; {model.settings.version}"}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    began = time.monotonic()
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    data = gather_data()
    print(f"{len(data.mails)} mails, {len(set(data.groups))} groups; {time.monotonic() - began:.0f} s")
    held = out_of_fold(data)
    np.savez(MODELS / "build" / "held.npz", **{name: getattr(held, name) for name in Held.__dataclass_fields__})
    print(f"out of fold: {time.monotonic() - began:.0f} s")
    settings, report = calibrate(held)
    print(report)
    final = fit(data, np.flatnonzero(~data.is_held), KEPT)
    weights = rounded(final.weights)
    digest = hashlib.sha256(weights.tobytes() + final.buckets.astype("<u4").tobytes()).hexdigest()[:10]
    settings = replace(settings, version=f"reader-1-{digest}")
    model = linear.make_linear(settings, final.buckets.astype(np.uint32), weights, final.bias.astype(np.float32))
    save_pipeline(model, out)
    print(f"{settings.version}: {len(final.buckets)} of {SIZE} buckets in {out}; {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    (MODELS / "build").mkdir(exist_ok=True)
    main()
