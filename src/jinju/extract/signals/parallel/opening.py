"""Whether two sentences begin or end alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.parallel.shape import Shape

_FAR: Final = 6


def opening_signals(a: Shape, b: Shape) -> Iterator[tuple[str, float]]:
    """Length of the common beginning and end, of the sentences and of their first clauses."""
    head = shared_head(a.body, b.body)
    yield "head", head / 4
    yield "head>1", float(head > 1)
    tail = shared_head(a.body[::-1], b.body[::-1])
    yield "tail", tail / 4
    yield "tail>1", float(tail > 1)
    if len(a.clauses) > 1 and len(b.clauses) > 1:
        yield "second-head", shared_head(a.clauses[1], b.clauses[1]) / 4
        yield "last-head", shared_head(a.clauses[-1], b.clauses[-1]) / 4
        yield "first-tail", shared_head(a.clauses[0][::-1], b.clauses[0][::-1]) / 4


def shared_head(a: str, b: str) -> int:
    """Number of characters with which both begin, at most six."""
    count = 0
    for x, y in zip(a[:_FAR], b[:_FAR], strict=False):
        if x != y:
            break
        count += 1
    return count
