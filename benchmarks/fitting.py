"""Arithmetic shared by the fits: folds, logistic and listwise linear models, figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Signals = list[tuple[str, float]]
_GRAM = 12
_DUPLICATE = 0.2


def folds(texts: Sequence[str], count: int, seed: int = 1) -> list[int]:
    """A fold for each text; texts that share a fifth of their 12-character strings fall into one fold."""
    parent = list(range(len(texts)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    grams = [{t[k : k + _GRAM] for k in range(max(1, len(t) - _GRAM))} for t in texts]
    holders: dict[str, list[int]] = {}
    for i, found in enumerate(grams):
        for gram in found:
            holders.setdefault(gram, []).append(i)
    common: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        common.update((a, b) for k, b in enumerate(places) for a in places[:k])
    for (a, b), n in common.items():
        if n > _DUPLICATE * min(len(grams[a]), len(grams[b])):
            parent[root(a)] = root(b)
    roots = sorted({root(i) for i in range(len(texts))})
    order = np.random.RandomState(seed).permutation(len(roots))
    fold = {roots[i]: int(place) % count for place, i in enumerate(order)}
    return [fold[root(i)] for i in range(len(texts))]


def matrix(rows: Sequence[Signals], names: Sequence[str]) -> Array:
    """One line a candidate, one column a name; names outside the list are left out."""
    column = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row:
            if name in column:
                table[i, column[name]] += value
    return table


def logistic(x: Array, y: Array, ridge: float, weight: Array | None = None) -> Array:
    """Weights of a logistic regression, the bias last."""
    w = np.ones(len(y)) if weight is None else weight

    def loss(t: Array) -> tuple[float, Array]:
        z = x @ t[:-1] + t[-1]
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = float(np.sum(w * (np.logaddexp(0, z) - y * z)) + 0.5 * ridge * np.sum(t[:-1] ** 2))
        return value, np.append(x.T @ (w * (p - y)) + ridge * t[:-1], np.sum(w * (p - y)))

    start = np.zeros(x.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def doubting(x: Array, y: Array, ridge: float, doubt: float = 0.15, share: float = 0.1) -> Array:
    """Logistic regression that, twice, turns down positives which it finds unlikely itself.

    Two sentences that both carry a label need not belong to the same parallelism.
    """
    t = logistic(x, y, ridge)
    for _ in range(2):
        p = 1 / (1 + np.exp(-np.clip(x @ t[:-1] + t[-1], -30, 30)))
        weight = np.where((y == 1) & (p < doubt), share, 1.0)
        t = logistic(x, y, ridge, weight)
    return t


def listwise(
    lists: Sequence[tuple[Array, Array, float]], prior: Array, low: Array, high: Array, ridge: float
) -> Array:
    """Weights under which each positive stands out among the negatives of its own article.

    Each list is (candidates, labels, weight). The ridge pulls towards `prior`; `low` and `high` bound.
    """
    x = np.vstack([a for a, _, _ in lists])
    ends = np.cumsum([0] + [len(a) for a, _, _ in lists])

    def loss(t: Array) -> tuple[float, Array]:
        z = x @ t
        value, grad = float(0.5 * ridge * np.sum((t - prior) ** 2)), ridge * (t - prior)
        for (a, y, weight), start, end in zip(lists, ends, ends[1:], strict=False):
            q = z[start:end]
            e = np.exp(q - q.max())
            for i in np.nonzero(y)[0]:
                chosen = e * (y == 0)
                chosen[i] = e[i]
                p = chosen / chosen.sum()
                value -= weight / y.sum() * float(np.log(p[i]))
                p[i] -= 1
                grad = grad + weight / y.sum() * (a.T @ p)
        return value, grad

    bounds = list(zip(low, high, strict=True))
    start = np.clip(prior, low, high)
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200}).x


def ranking(labels: Array, scores: Array) -> tuple[float, float, float, float]:
    """AUC, MAP, MRR, R@5 of one article, as the scorer of the labels counts them."""
    good, bad = scores[labels == 1], scores[labels == 0]
    auc = float((good[:, None] > bad).mean() + 0.5 * (good[:, None] == bad).mean())
    ranked = labels[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(ranked)
    precision = float((hits / np.arange(1, len(ranked) + 1))[ranked == 1].mean())
    return auc, precision, 1 / (1 + int(np.argmax(ranked))), float(hits[:5][-1] / labels.sum())


def figures(rows: Sequence[tuple[float, ...]]) -> str:
    """Means with one standard error."""
    table = np.array(rows)
    names = ("AUC", "MAP", "MRR", "R@5")
    error = table.std(axis=0, ddof=1) / len(table) ** 0.5
    return "  ".join(f"{n} {m:.3f}±{e:.3f}" for n, m, e in zip(names, table.mean(axis=0), error, strict=True))
