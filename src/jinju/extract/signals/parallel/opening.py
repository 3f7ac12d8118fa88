"""Whether two sentences begin or end alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinju.extract.signals.parallel.shape import Shape

_FAR: Final = 6


def opening_signals(a: Shape, b: Shape) -> list[tuple[str, float]]:
    """Length of the common beginning and end, of the sentences and of their first clauses."""
    head = shared_head(a.body, b.body)
    tail = shared_tail(a.body, b.body)
    found = [("head", head / 4), ("head>1", float(head > 1)), ("tail", tail / 4), ("tail>1", float(tail > 1))]
    if len(a.clauses) > 1 and len(b.clauses) > 1:
        found += [
            ("second-head", shared_head(a.clauses[1], b.clauses[1]) / 4),
            ("last-head", shared_head(a.clauses[-1], b.clauses[-1]) / 4),
            ("first-tail", shared_tail(a.clauses[0], b.clauses[0]) / 4),
        ]
    return found


def shared_head(a: str, b: str) -> int:
    """Number of characters with which both begin, at most six."""
    if a[:1] != b[:1]:
        return 0
    count = 0
    for x, y in zip(a[:_FAR], b[:_FAR], strict=False):
        if x != y:
            break
        count += 1
    return count


def shared_tail(a: str, b: str) -> int:
    """Number of characters with which both end, at most six."""
    return shared_head(a[: -_FAR - 1 : -1], b[: -_FAR - 1 : -1])
