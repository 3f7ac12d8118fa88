"""Signals as one sparse matrix: a line a candidate, a column a feature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp

from jinju.extract.signals.spans import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Signal, Spans
    from span_fit.rows import Row


Name = tuple[str, str]
"""Family and key of a feature; a slope's key is `SLOPE`."""
SLOPE = "*"


class _Table:
    def __init__(self) -> None:
        self.names: dict[Name, int] = {}
        self.lines: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []
        self.height = 0

    def add(self, signals: Sequence[Signal], scene: Scene, spans: Spans, count: int) -> None:
        """The `count` lines of one sentence."""
        for s in signals:
            for family, column in zip(s.families, s.keys(scene, spans), strict=True):
                for line, key in enumerate(column[:count]):
                    if key:
                        self._put(self.height + line, (family, key), 1.0)
            for family, values in zip(s.slopes, s.values(scene, spans) if s.values else (), strict=True):
                for line, value in enumerate(values[:count]):
                    self._put(self.height + line, (family, SLOPE), value)
        self.height += count

    def _put(self, line: int, name: Name, value: float) -> None:
        self.lines.append(line)
        self.columns.append(self.names.setdefault(name, len(self.names)))
        self.values.append(value)

    def matrix(self) -> Any:
        shape = (self.height, len(self.names))
        return sp.csr_matrix((self.values, (self.lines, self.columns)), shape=shape, dtype=float)


def design(rows: Sequence[Row], least: int = 3) -> tuple[Any, list[Name], Any]:
    """The matrix, the columns' names, and where each row's lines begin.

    Only features that stand in at least `least` rows are kept.
    """
    at = {place: [s for s in SIGNALS if s.at == place] for place in ("start", "end", "inside", "span")}
    starts, ends, insides, wholes = _Table(), _Table(), _Table(), _Table()
    start_of, end_of, inside_of, owner = [], [], [], []
    begins = [0]
    line = 0
    for row in rows:
        scene = row.scene
        size = len(scene.tokens)
        first_start, first_end, first_inside = starts.height, ends.height, insides.height
        starts.add(at["start"], scene, row.cands, size)
        ends.add(at["end"], scene, row.cands, size + 1)
        insides.add(at["inside"], scene, row.cands, size)
        wholes.add(at["span"], scene, row.cands, len(row.cands))
        for i, j in row.cands:
            start_of.append(first_start + i)
            end_of.append(first_end + j)
            inside_of += range(first_inside + i, first_inside + j)
            owner += [line] * (j - i)
            line += 1
        begins.append(line)
    within = sp.csr_matrix((np.ones(len(owner)), (owner, inside_of)), shape=(line, insides.height))
    parts = [starts.matrix()[start_of], ends.matrix()[end_of], wholes.matrix(), within @ insides.matrix()]
    names = [*starts.names, *ends.names, *wholes.names, *insides.names]
    matrix = sp.hstack(parts).tocsr()
    edges = np.array(begins)
    kept = _spread(matrix, edges) >= least
    return matrix[:, kept], [n for n, k in zip(names, kept, strict=True) if k], edges


def _spread(matrix: Any, edges: Any) -> Any:
    """In how many rows each column has a value."""
    count = len(edges) - 1
    lines = np.arange(matrix.shape[0])
    gather = sp.csr_matrix(
        (np.ones(len(lines)), (np.repeat(np.arange(count), np.diff(edges)), lines)),
        shape=(count, matrix.shape[0]),
    )
    return np.asarray(((gather @ abs(matrix)) > 0).sum(axis=0)).ravel()
