"""Where a clip is best cut: how likely each is, among those that share most of its text."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHARED = 0.5
"""Clips are rivals for one place if they share so much of the shorter one."""
Pair = tuple[int, int]


def rivals(clips: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """The pairs of indices of clips that are rivals; `clips` are ascending ranges of one text.

    Linear in the pairs that overlap at all.
    """
    for i, (start, end) in enumerate(clips):
        for j in range(i + 1, len(clips)):
            begins, ends = clips[j]
            if begins >= end:
                break
            if min(end, ends) - begins >= SHARED * min(end - start, ends - begins):
                yield i, j


def chances(clips: Sequence[Pair], scores: Sequence[float]) -> list[float]:
    """0..1 for each of the clips, that its edges are those to choose; `scores` are log-odds."""
    total = [1.0] * len(clips)
    for i, j in rivals(clips):
        ahead = exp(max(-30.0, min(30.0, scores[j] - scores[i])))
        total[i] += ahead
        total[j] += 1 / ahead
    return [1 / t for t in total]
