"""Rhythm of the whole sentence: four-character units, even clauses, parallelism, length."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_FOUR: Final = 4


def rhythm(line: Line) -> Iterator[tuple[str, float]]:
    """How evenly the sentence moves."""
    sizes = [len(c) for c in line.clauses]
    size = sum(sizes)
    yield "rhythm.short", max(0.0, 1 - size / 30)
    yield "rhythm.long", max(0.0, min(size, 120) / 60 - 1)
    yield "rhythm.tiny", float(size < 6)
    yield "rhythm.four", min(sum(n == _FOUR for n in sizes), 4) / 2
    even = sum(a == b > 3 for a, b in pairwise(sizes))
    yield "rhythm.even", min(even, 3) / 2
    yield "rhythm.parallel", line.parallel
    yield "rhythm.branches", line.branches
    yield "rhythm.one-clause", float(len(sizes) == 1)
    yield "rhythm.two-clauses", float(len(sizes) == 2)
