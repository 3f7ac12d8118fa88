"""Clauses that recur from article to article: a saying is what many writers quote."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

LONGEST: Final = 8
"""Clauses are looked up by their first so many characters."""
_FLOOR: Final = 3


def sayings(line: Line) -> Iterator[tuple[str, float]]:
    """How many articles of the reference collection hold the sentence's clauses, logarithmic."""
    counts = sorted(
        (line.sayings.get(c[:LONGEST], 0.0) for c in line.clauses if len(c) >= _FLOOR), reverse=True
    )
    if counts and counts[0] >= _FLOOR:
        yield "sayings.known", 1.0
        yield "sayings.often", min(log(counts[0] / 2) / 2, 2.0)
        yield "sayings.twice", float(len(counts) > 1 and counts[1] >= _FLOOR)
