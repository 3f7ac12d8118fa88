"""Parallel clauses within one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION, common_length, masks
from jinju.extract.signals.parallel.opening import shared_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.parallel.shape import Shape

_PERIODS: Final = (1, 2, 3)
_MOST: Final = 14


def inside_signals(shape: Shape) -> Iterator[tuple[str, float]]:
    """Best and second likeness of clauses one, two and three apart, and the size of the sentence."""
    clauses = shape.clauses[:_MOST]
    tables = [masks(c) for c in clauses]
    for period in _PERIODS:
        likes: list[float] = []
        heads = 0
        frames = 0.0
        for i in range(len(clauses) - period):
            a, b = clauses[i], clauses[i + period]
            common = common_length(tables[i], len(a), b)
            likes.append(2 * common / (len(a) + len(b)) if common > 1 else 0.0)
            head = shared_head(a, b)
            heads = max(heads, head)
            frames = max(frames, sum(c in FUNCTION for c in a[:head]) / 2)
        likes.sort(reverse=True)
        if likes:
            yield f"clause-{period}", likes[0]
            yield f"clause-{period}-head", min(heads, 4) / 4
            yield f"clause-{period}-frame", min(frames, 1.5)
        if len(likes) > 1:
            yield f"clause-{period}-second", likes[1]
        if len(likes) > 2:
            yield f"clause-{period}-third", likes[2]
    size = len(shape.body)
    yield "size", min(size, 100) / 50
    yield "tiny", float(size < 8)
    yield "clauses", min(len(shape.clauses), 10) / 5
    yield "ends-semicolon", float(shape.stop in ("；", ";"))
    yield "asks", float(shape.stop in ("？", "?"))
    yield "cries", float(shape.stop in ("！", "!"))
    yield "opens", float(shape.opens)
