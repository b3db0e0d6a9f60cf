"""Mails → one sparse matrix, by the very features that the program uses."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import numpy as np
from render import SENTENCE, Mail
from scipy import sparse

from inbox_watch.core.types import Cue
from inbox_watch.nlp.component import Reader, blank_pipeline
from inbox_watch.nlp.features import MARK, Block, Material, extract, gather, quoted_blocks
from inbox_watch.nlp.surface import BUCKET_BITS, buckets_of, hash_name, read_surface

SIZE = 1 << BUCKET_BITS
_STRETCH = 2000
_ONLY_A_SENTENCE = Block(buckets=buckets_of(np.array([hash_name("only-a-sentence")], dtype=np.uint64), MARK), value=3.0)
"""What tells sentences from mails while training, so that a subject or a signature, which sentences lack, needn't."""


def _row(blocks: Sequence[Block]) -> tuple[np.ndarray, np.ndarray]:
    buckets = [np.unique(block.buckets) for block in blocks]
    values = [
        np.full(len(distinct), block.value, dtype=np.float32) for distinct, block in zip(buckets, blocks, strict=True)
    ]
    return np.concatenate(buckets), np.concatenate(values)


def _stack(rows: list[tuple[np.ndarray, np.ndarray]]) -> sparse.csr_matrix:
    pointers = np.concatenate(([0], np.cumsum([len(buckets) for buckets, _ in rows])))
    columns = np.concatenate([buckets for buckets, _ in rows])
    values = np.concatenate([values for _, values in rows])
    matrix = sparse.csr_matrix((values, columns, pointers), shape=(len(rows), SIZE), dtype=np.float32)
    matrix.sum_duplicates()
    return matrix


def _without_unknown(mail: Mail, material: Material) -> Material:
    """A single sentence has no headers, no sender and no length of its own: their marks would teach what isn't so."""
    if mail.sort != SENTENCE:
        return material
    return replace(material, marks=tuple(mark for mark in material.marks if mark.startswith("direction:")))


def build(mails: Sequence[Mail]) -> tuple[sparse.csr_matrix, sparse.csr_matrix, np.ndarray]:
    """The matrix of the mails, that of their quoted text read as if it were new, and whether they have any.

    Read in as many processes as there are cores, each a stretch of the mails; the stretches are put together in order.
    """
    stretches = [mails[begin : begin + _STRETCH] for begin in range(0, len(mails), _STRETCH)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        parts = list(pool.map(_read, stretches))
    matrices, quoted, has_quoted = zip(*parts, strict=True)
    return sparse.vstack(matrices, "csr"), sparse.vstack(quoted, "csr"), np.concatenate(has_quoted)


def _read(mails: Sequence[Mail]) -> tuple[sparse.csr_matrix, sparse.csr_matrix, np.ndarray]:
    nlp = blank_pipeline()
    reader = Reader(nlp)
    rows, quoted, has_quoted = [], [], []
    for mail in mails:
        with nlp.memory_zone():
            material = _without_unknown(mail, gather(mail.message, mail.zones, mail.context))
            doc = nlp.make_doc(material.text)
            cues = [Cue(label=span.label_, start=0, end=0) for span in reader.matcher(doc, as_spans=True)]
        blocks = extract(material, cues).blocks
        rows.append(_row((*blocks, _ONLY_A_SENTENCE) if mail.sort == SENTENCE else blocks))
        quoted.append(_row(quoted_blocks(read_surface(material.quoted))))
        has_quoted.append(bool(material.quoted))
    return _stack(rows), _stack(quoted), np.array(has_quoted)
