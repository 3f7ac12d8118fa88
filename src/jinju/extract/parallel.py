"""Parallelism: how surely a sentence belongs to one, and where its branches and slots are."""

from __future__ import annotations

from jinju.extract.branches import find_parallels
from jinju.extract.clauses import split_at_semicolons
from jinju.extract.parallel_score import ParallelScore, score_parallel

__all__ = ["ParallelScore", "find_parallels", "score_parallel", "split_at_semicolons"]
