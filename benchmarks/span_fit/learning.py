"""Two listwise fits: which candidate of a row people hid, and which goes with one that they hid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from jinju.extract.signals.spans.pairs import pair_features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from span_fit.rows import Row

SOFT = 0.3
"""Share of a row's weight given to candidates by how they overlap with the hidden ones, cubed."""
FIRMNESS = 3.0
"""Weight of the squared weights in the loss."""
STEPS = 80
LOOKED_AT = 60
"""Candidates a row that the second fit chooses among."""


def agreement(one: tuple[int, int], other: tuple[int, int]) -> float:
    """F1 of the characters of two spans."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common / (one[1] - one[0] + other[1] - other[0]) if common > 0 else 0.0


def targets(row: Row) -> Any:
    """The distribution over the row's candidates that the fit aims at, times the row's weight."""
    hard, soft = np.zeros(len(row.spans)), np.zeros(len(row.spans))
    hard[row.gold] = 1 / len(row.gold)
    for x, span in enumerate(row.spans):
        soft[x] = max(agreement(span, hidden) for hidden in row.truth) ** 3
    mixed = (1 - SOFT) * hard + SOFT * soft / soft.sum()
    return mixed * row.weight * len(row.gold) ** 0.5


def fit(matrix: Any, edges: Any, aims: Any, free: Any, firmness: float) -> Any:
    """Weights of least cross-entropy over each row plus `firmness` / 2 x squares (not of `free` ones)."""
    owner = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
    first = edges[:-1]
    mass = np.add.reduceat(aims, first)[owner]
    turned = matrix.T.tocsr()
    firm = np.where(free, 0.0, firmness)

    def loss(weights: Any) -> tuple[float, Any]:
        z = matrix @ weights
        z = z - np.maximum.reduceat(z, first)[owner]
        e = np.exp(z)
        sums = np.add.reduceat(e, first)[owner]
        value = -(aims * (z - np.log(sums))).sum() + 0.5 * (firm * weights**2).sum()
        return float(value), turned @ (e / sums * mass - aims) + firm * weights

    start = np.where(free, 1.0, 0.0)
    options = {"maxiter": STEPS, "maxcor": 8}
    return minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x


def fit_spans(rows: Sequence[Row], matrix: Any, edges: Any, chosen: Sequence[int]) -> Any:
    """Weights for single spans, from the rows with the indices `chosen` that have a gold candidate."""
    used = [r for r in chosen if rows[r].gold]
    lines = np.concatenate([np.arange(edges[r], edges[r + 1]) for r in used])
    aims = np.concatenate([targets(rows[r]) for r in used])
    bounds = np.concatenate([[0], np.cumsum([edges[r + 1] - edges[r] for r in used])])
    return fit(matrix[lines], bounds, aims, np.zeros(matrix.shape[1], dtype=bool), FIRMNESS)


def fit_pairs(rows: Sequence[Row], scores: Any, edges: Any, chosen: Sequence[int]) -> dict[str, float]:
    """Weights for pairs: given one hidden span, which other is hidden too; `scores` are the first fit's."""
    names: dict[str, int] = {}
    lines, columns, first, aims, bounds = [], [], [], [], [0]
    for r in chosen:
        row = rows[r]
        z = scores[edges[r] : edges[r + 1]]
        near = sorted({*np.argsort(-z)[:LOOKED_AT].tolist(), *row.gold})
        for given in row.gold[:6] if len(row.gold) > 1 else []:
            found = [(x, pair_features(row.scene, row.cands[given], row.cands[x])) for x in near]
            fits = [(x, names_) for x, names_ in found if names_ is not None]
            hits = sum(x in row.gold for x, _ in fits)
            if not hits:
                continue
            for x, names_ in fits:
                lines += [len(first)] * len(names_)
                columns += [names.setdefault(n, len(names)) for n in names_]
                first.append(z[x])
                aims.append((x in row.gold) / hits * row.weight / min(6, len(row.gold)))
            bounds.append(len(first))
    shape = (len(first), len(names))
    pairs = sp.csr_matrix((np.ones(len(lines)), (lines, columns)), shape=shape)
    matrix = sp.hstack([pairs, sp.csr_matrix(np.array(first)[:, None])]).tocsr()
    free = np.arange(len(names) + 1) == len(names)
    weights = fit(matrix, np.array(bounds), np.array(aims), free, 1.0)
    return {name: float(weights[k] / weights[-1]) for name, k in names.items()}
