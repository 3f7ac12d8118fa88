"""Long parallelisms cut to what one card holds: two or three members together, or one by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.article import Span
    from jinju.model.picks import Parallel

LONGEST: Final = 64
"""Code points of the members that stand together on one card."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member that stands alone because its sisters are too long or too far away."""

    span: Span
    score: float
    slots: tuple[Span, ...] = ()


def split(text: str, parallels: Iterable[Parallel]) -> tuple[list[Parallel], list[Member]]:
    """The parallelisms of which each fits on a card, in order, and the members left alone."""
    groups: list[Parallel] = []
    alone: list[Member] = []
    for group in parallels:
        for first, last in _chunks(text, group.branches):
            if last - first == 1:
                alone.append(Member(group.branches[first], group.score, group.slots[first]))
            elif last - first == len(group.branches):
                groups.append(group)
            else:
                part = replace(group, branches=group.branches[first:last], slots=group.slots[first:last])
                groups.append(part)
    return groups, sorted(alone, key=lambda m: m.span)


def _chunks(text: str, branches: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Ranges of neighbouring members: as few as fit, as even as can be, none across a paragraph's end."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in range(1, len(branches) + 1):
        if end == len(branches) or "\n" in text[branches[end - 1].end : branches[end].start]:
            found += _even(branches, start, end)
            start = end
    return found


def _even(branches: tuple[Span, ...], start: int, end: int) -> list[tuple[int, int]]:
    count = end - start
    for parts in range(1, count + 1):
        cuts = [start + round(count * i / parts) for i in range(parts + 1)]
        chunks = [(a, b) for a, b in pairwise(cuts) if b > a]
        if all(b - a == 1 or branches[b - 1].end - branches[a].start <= LONGEST for a, b in chunks):
            return chunks
    return [(i, i + 1) for i in range(start, end)]
