"""Neighbouring clauses that mirror each other around one gap: 带着感情身下基层、带着真诚心入基层."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jinju.model.article import Span
from jinju.model.picks import Parallel, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.extract.line import Line

SHORTEST, EDGE, GAP = 6, 2, 6
"""Characters of a clause, of what both share at each end, and at most of the gap between."""
SCORE = 0.85
_PIECE = re.compile(r"[一-鿿]+")


def mirrored(lines: Sequence[Line], known: Sequence[Parallel]) -> Iterator[Parallel]:
    """Pairs of equal length with the same beginning and end that stand in none of the `known` parallelisms.

    The gap is halved where only its first half ends with a word in the first clause (感情|身下).
    """
    taken = {b.start for group in known for b in group.branches}
    for line in lines:
        pieces = [Span(*m.span()) for m in _PIECE.finditer(line.text)]
        for left, right in pairwise(pieces):
            if left.start + line.start in taken or line.text[left.end : right.start] not in ("、", "，"):
                continue
            size = min(len(left), len(right))
            left_tail = Span(left.end - size, left.end)
            gaps = _gaps(left_tail.of(line.text), right.of(line.text)) if len(right) == size else None
            if gaps is None:
                continue
            start, end = gaps
            middle = left_tail.start + (start + end) // 2
            if end - start == 4 and middle in line.edges:
                end = start + 2
            branches = (left_tail.shifted(line.start), right.shifted(line.start))
            slots = tuple((Span(b.start + start, b.start + end),) for b in branches)
            yield Parallel(branches, slots, SCORE, (Reason("parallel", SCORE, "2"),))


def _gaps(a: str, b: str) -> tuple[int, int] | None:
    """Where two clauses of one length differ, None unless they mirror each other around one gap."""
    if len(a) < SHORTEST or a == b:
        return None
    start = next(i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)
    end = len(a) - next(i for i, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=True)) if x != y)
    if start < EDGE or len(a) - end < EDGE or not 0 < end - start <= GAP:
        return None
    return start, end
