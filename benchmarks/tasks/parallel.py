"""Which sentences are part of a parallelism."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinju.adapters.weights import load_weights
from jinju.extract.parallel_score import score_parallel

if TYPE_CHECKING:
    from jinju.model.weights import Weights


@cache
def _weights() -> tuple[Weights, Weights]:
    return load_weights("parallel-pairs"), load_weights("parallel")


def predict(row: dict[str, Any]) -> dict[str, list[float]]:
    """`scores` and `flags`, one for each sentence."""
    said = score_parallel(row["sentences"], row["paragraphs"], *_weights())
    return {"scores": [s.score for s in said], "flags": [int(s.flag) for s in said]}
