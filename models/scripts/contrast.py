"""How much a word tells classes apart, by which its values are scaled before a linear model learns."""

from __future__ import annotations

import numpy as np
from scipy import sparse

LEAST = 0.1


def contrast(matrix: sparse.csr_matrix, labels: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """How unevenly each bucket lies over the classes, 1 on average: what tells none of them apart should weigh little.

    The largest logarithm of a bucket's share in one class over its share in the others (naive Bayes; Wang and
    Manning 2012 scale the values of a linear model so), its square root, as that did better than the whole.
    """
    presence = matrix.astype(bool).astype(np.float32)
    total = presence.T @ weight
    found = np.zeros(matrix.shape[1])
    for label in np.unique(labels):
        inside = presence[labels == label].T @ weight[labels == label] + 1
        outside = total - inside + 2
        found = np.maximum(found, np.abs(np.log((inside / inside.sum()) / (outside / outside.sum()))))
    spread = found + LEAST
    return np.asarray(np.sqrt(spread / spread.mean()), dtype=np.float32)
