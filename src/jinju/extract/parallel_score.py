"""How surely each sentence is part of a parallelism: two logistic stages over characters."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.parallel import (
    LINK_SIGNALS,
    PAIR_SIGNALS,
    SENTENCE_SIGNALS,
    Shape,
    Web,
    shape_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinju.model.weights import Weights

REACH: Final = 8
"""A sentence is compared with so many before and after it."""
OPENINGS: Final = 6
"""The opening of a paragraph is compared with so many openings before and after it."""


@dataclass(frozen=True, slots=True)
class ParallelScore:
    """`score` is a probability in 0..1, `flag` whether it passes the fitted threshold."""

    score: float
    flag: bool


def score_parallel(
    sentences: Sequence[str], paragraphs: Sequence[int], pairs: Weights, lines: Weights
) -> list[ParallelScore]:
    """One score a sentence; sentences are to be cut at “；” (see `split_at_semicolons`).

    `pairs` weighs the signals of two sentences, `lines` those of one sentence and its partners; the
    threshold is `lines.extra["threshold"]`. Time is linear in the number of sentences.
    """
    shapes = shapes_of(sentences, paragraphs)
    links = {(i, j): logistic(pairs.score(pair_signals(shapes[i], shapes[j]))) for i, j in partners(shapes)}
    threshold = lines.extra.get("threshold", 0.5)
    scores = (logistic(lines.score(signals)) for signals in line_signals(shapes, links))
    return [ParallelScore(score, score >= threshold) for score in scores]


def shapes_of(sentences: Sequence[str], paragraphs: Sequence[int]) -> list[Shape]:
    """All sentences prepared for comparison."""
    return [
        shape_of(s, i, p, opens=i == 0 or paragraphs[i - 1] != p)
        for i, (s, p) in enumerate(zip(sentences, paragraphs, strict=True))
    ]


def partners(shapes: Sequence[Shape]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing: neighbours within `REACH`, and openings of paragraphs."""
    openings = [s.place for s in shapes if s.opens]
    for i in range(len(shapes)):
        for j in range(i + 1, min(i + 1 + REACH, len(shapes))):
            yield i, j
    for k, i in enumerate(openings):
        for j in openings[k + 1 : k + 1 + OPENINGS]:
            if j - i > REACH:
                yield i, j


def pair_signals(a: Shape, b: Shape) -> list[tuple[str, float]]:
    """Everything known of two sentences."""
    found: list[tuple[str, float]] = []
    for family in PAIR_SIGNALS:
        found += family(a, b)
    return found


def line_signals(
    shapes: Sequence[Shape], links: Mapping[tuple[int, int], float]
) -> Iterator[list[tuple[str, float]]]:
    """For each sentence everything known of it, of its links to others, and of its surroundings."""
    inside = [[s for family in SENTENCE_SIGNALS for s in family(shape)] for shape in shapes]
    web = Web(shapes, links, [dict(signals).get("clause-1", 0.0) for signals in inside])
    for i, signals in enumerate(inside):
        yield signals + [signal for family in LINK_SIGNALS for signal in family(web, i)]


def logistic(z: float) -> float:
    """Log odds -> probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, z))))
