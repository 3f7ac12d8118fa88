"""Parallelism: how surely a sentence belongs to one, and where its branches and slots are."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from jinju.extract.branches import find_parallels
from jinju.extract.clauses import split_at_semicolons
from jinju.extract.parallel_score import ParallelScore, score_parallel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.article import Span
    from jinju.model.picks import Parallel
    from jinju.model.weights import Weights

__all__ = [
    "ParallelScore",
    "branch_shares",
    "find_parallels",
    "score_parallel",
    "score_whole_sentences",
    "split_at_semicolons",
]


def branch_shares(sentences: Sequence[Span], parallels: Sequence[Parallel]) -> list[float]:
    """For each sentence the share that branches cover, each weighed by its parallelism's score; in 0..1."""
    starts = [s.start for s in sentences]
    covered = [0.0] * len(sentences)
    for parallel in parallels:
        for branch in parallel.branches:
            first = max(bisect_right(starts, branch.start) - 1, 0)
            for i in range(first, len(sentences)):
                if sentences[i].start >= branch.end:
                    break
                shared = min(branch.end, sentences[i].end) - max(branch.start, sentences[i].start)
                covered[i] += max(0, shared) * parallel.score
    return [min(1.0, c / max(len(s), 1)) for c, s in zip(covered, sentences, strict=True)]


def score_whole_sentences(
    text: str, sentences: Sequence[Span], paragraphs: Sequence[int], pairs: Weights, lines: Weights
) -> list[ParallelScore]:
    """As `score_parallel`, for sentences that are not cut at “；”: each takes the best of its parts."""
    parts = split_at_semicolons(sentences, text)
    starts = [s.start for s in sentences]
    owners = [bisect_right(starts, part.start) - 1 for part in parts]
    said = score_parallel([p.of(text) for p in parts], [paragraphs[i] for i in owners], pairs, lines)
    best = [ParallelScore(0.0, flag=False)] * len(sentences)
    for owner, score in zip(owners, said, strict=True):
        if score.score >= best[owner].score:
            best[owner] = score
    return best
