"""Fit the two stages that score parallelism; see fit_lines.py for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from fitting import Signals, doubting, figures, folds, logistic, matrix, ranking
from jinju.extract.parallel_score import line_signals, pair_signals, partners, shapes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fitting import Array

PAIR_RIDGE, LINE_RIDGE = 3.0, 3.0
FOLDS = 10


class Essay:
    """One labelled essay with the signals of its pairs, computed once."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.labels = np.array(row["labels"], float)
        self.shapes = shapes_of(row["sentences"], row["paragraphs"])
        self.pairs = list(partners(self.shapes))
        self.signals: list[Signals] = [pair_signals(self.shapes[i], self.shapes[j]) for i, j in self.pairs]
        self.linked = np.array([float(self.labels[i] and self.labels[j]) for i, j in self.pairs])


def fit(essays: Sequence[Essay]) -> dict[str, Any]:
    """Names, weights and the threshold that gives the best F1 on these essays."""
    pair_names = sorted({n for e in essays for s in e.signals for n, _ in s})
    x = np.vstack([matrix(e.signals, pair_names) for e in essays])
    pair = doubting(x, np.concatenate([e.linked for e in essays]), PAIR_RIDGE)
    model: dict[str, Any] = {"pair_names": pair_names, "pair": pair}
    rows = [second(e, model) for e in essays]
    line_names = sorted({n for r in rows for s in r for n, _ in s})
    table = np.vstack([matrix(r, line_names) for r in rows])
    y = np.concatenate([e.labels for e in essays])
    line = logistic(table, y, LINE_RIDGE)
    z = table @ line[:-1] + line[-1]
    order = np.argsort(-z)
    f1 = 2 * np.cumsum(y[order]) / (np.arange(1, len(y) + 1) + y.sum())
    return model | {"line_names": line_names, "line": line, "threshold": float(z[order][np.argmax(f1)])}


def second(essay: Essay, model: dict[str, Any]) -> list[Signals]:
    """The signals of the second stage under the first stage's weights."""
    z = matrix(essay.signals, model["pair_names"]) @ model["pair"][:-1] + model["pair"][-1]
    links = dict(zip(essay.pairs, (1 / (1 + np.exp(-np.clip(z, -30, 30)))).tolist(), strict=True))
    return list(line_signals(essay.shapes, links))


def scores(essay: Essay, model: dict[str, Any]) -> Array:
    """Log odds of each sentence."""
    return matrix(second(essay, model), model["line_names"]) @ model["line"][:-1] + model["line"][-1]


def cross_validated(rows: Sequence[dict[str, Any]], essays: Sequence[Essay]) -> str:
    """Figures of essays that their own fold's weights never saw."""
    fold = folds(["".join(r["sentences"]) for r in rows], FOLDS)
    said: list[Array | None] = [None] * len(essays)
    for k in range(FOLDS):
        model = fit([e for e, f in zip(essays, fold, strict=True) if f != k])
        for i, essay in enumerate(essays):
            if fold[i] == k:
                said[i] = scores(essay, model) - model["threshold"]
    pairs = [(e.labels, s) for e, s in zip(essays, said, strict=True) if s is not None]

    def f1(chosen: Sequence[int]) -> tuple[float, float, float]:
        hit = sum(float(pairs[i][0][pairs[i][1] >= 0].sum()) for i in chosen)
        flagged = sum(int((pairs[i][1] >= 0).sum()) for i in chosen)
        true = sum(float(pairs[i][0].sum()) for i in chosen)
        return 2 * hit / (flagged + true), hit / flagged, hit / true

    rng = np.random.RandomState(0)
    error = np.std([f1(rng.choice(len(pairs), len(pairs)).tolist())[0] for _ in range(300)])
    f, p, r = f1(range(len(pairs)))
    ranked = [ranking(y, s) for y, s in pairs if 0 < y.sum() < len(y)]
    return f"parallel: {figures(ranked)}  F1 {f:.3f}±{error:.3f} (P {p:.3f} R {r:.3f})"
