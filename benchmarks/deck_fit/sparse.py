"""Logistic regression over many named signals, most of them absent from most candidates."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

if TYPE_CHECKING:
    from collections.abc import Sequence

Signals = list[tuple[str, float]]


def common_names(groups: Sequence[Sequence[Signals]], least: int) -> list[str]:
    """The signals that stand in at least `least` groups, sorted."""
    counts = Counter(name for group in groups for name in {n for signals in group for n, _ in signals})
    return sorted(name for name, count in counts.items() if count >= least)


def design(groups: Sequence[Sequence[Signals]], names: Sequence[str]) -> Any:
    """The matrix of all candidates, a column a name, the bias last."""
    column = {name: i for i, name in enumerate(names)}
    lines, columns, values, height = [], [], [], 0
    for group in groups:
        for signals in group:
            for name, value in signals:
                if name in column:
                    lines.append(height)
                    columns.append(column[name])
                    values.append(value)
            height += 1
    body = sp.csr_matrix((values, (lines, columns)), shape=(height, len(names)))
    return sp.hstack([body, np.ones((height, 1))]).tocsr()


def logistic(z: Any) -> Any:
    """1 / (1 + e^-z), safe for large numbers."""
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def fit(matrix: Any, wanted: Any, ridge: Any, mass: Any = None) -> Any:
    """Weights of least log loss plus `ridge` / 2 x squares.

    `wanted` may be anything in 0..1; `mass` is what each line counts, 1 unless given.
    """
    turned = matrix.T.tocsr()
    mass = np.ones(len(wanted)) if mass is None else mass

    def loss(weights: Any) -> tuple[float, Any]:
        z = matrix @ weights
        value = float(np.sum(mass * (np.logaddexp(0, z) - wanted * z)) + 0.5 * np.sum(ridge * weights**2))
        return value, turned @ (mass * (logistic(z) - wanted)) + ridge * weights

    start = np.zeros(matrix.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def with_offset(matrix: Any, second: Any) -> Any:
    """The matrix with one more column, 1 for the lines of which `second` is true.

    Two kinds of labels differ in how many are positive; the column takes that up.
    """
    return sp.hstack([matrix, sp.csr_matrix(np.asarray(second, dtype=float)[:, None])]).tocsr()


def choose(matrix: Any, places: Sequence[Sequence[int]], ridge: Any, mass: Any = None) -> Any:
    """Weights under which the first of each place's lines is the likeliest, plus `ridge` / 2 x squares.

    A place is some lines of the matrix among which somebody chose; `mass` is what each place counts.
    """
    lines, inverse = np.unique(np.concatenate(places), return_inverse=True)
    starts = np.cumsum([0] + [len(p) for p in places])[:-1]
    place = np.repeat(np.arange(len(places)), [len(p) for p in places])
    counts = np.ones(len(places)) if mass is None else np.array(mass)
    seen = matrix[lines]
    turned = seen.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        z = (seen @ weights)[inverse]
        most = np.maximum.reduceat(z, starts)
        each = np.exp(z - most[place])
        total = np.add.reduceat(each, starts)
        value = np.sum(counts * (np.log(total) + most - z[starts])) + 0.5 * np.sum(ridge * weights**2)
        slope = counts[place] * each / total[place]
        slope[starts] -= counts
        return float(value), turned @ np.bincount(inverse, slope, len(lines)) + ridge * weights

    start = np.zeros(matrix.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
