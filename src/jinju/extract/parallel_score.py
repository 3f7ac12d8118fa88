"""How surely each sentence is part of a parallelism: two logistic stages over characters."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.parallel import PAIR_SIGNALS, SENTENCE_SIGNALS, Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.weights import Weights

REACH: Final = 8
"""A sentence is compared with so many before and after it."""
OPENINGS: Final = 6
"""The opening of a paragraph is compared with so many openings before and after it."""
_NONE: Final = 0.005


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
    shapes: Sequence[Shape], links: dict[tuple[int, int], float]
) -> Iterator[list[tuple[str, float]]]:
    """For each sentence everything known of it and of its links to others."""
    linked: list[dict[int, float]] = [{} for _ in shapes]
    for (i, j), p in links.items():
        linked[i][j] = p
        linked[j][i] = p
    for i, shape in enumerate(shapes):
        signals = [s for family in SENTENCE_SIGNALS for s in family(shape)]
        best = sorted(linked[i].values(), reverse=True)[:4]
        signals += [(f"partner-{k}", _odds(p)) for k, p in enumerate(best, 1)]
        signals += [(f"no-partner-{k}", 1.0) for k in range(len(best) + 1, 5)]
        for step in (1, 2, 3):
            around = [links.get((i - step, i), 0.0), links.get((i, i + step), 0.0)]
            signals.append((f"neighbour-{step}", _odds(max(around))))
            signals.append((f"neighbour-{step}-other", _odds(min(around))))
        signals.append(("mean-link", _odds(sum(linked[i].values()) / (len(linked[i]) or 1))))
        signals.append(("mean-link-all", _odds(sum(links.values()) / (len(links) or 1))))
        signals.append(("triangle", _odds(_triangle(i, linked))))
        yield signals


def _triangle(i: int, linked: Sequence[dict[int, float]]) -> float:
    """How surely the sentence, its best partner and a third all run parallel: their weakest link."""
    mine = linked[i]
    if not mine:
        return 0.0
    partner = max(mine, key=lambda j: (mine[j], -j))
    third = (min(p, mine.get(k, 0.0)) for k, p in linked[partner].items() if k != i)
    return min(mine[partner], max(third, default=0.0))


def _odds(p: float) -> float:
    """Log odds, cut off below so that no partner and a hopeless one are alike."""
    p = min(max(p, _NONE), 1 - _NONE)
    return log(p / (1 - p)) / 3


def logistic(z: float) -> float:
    """Log odds -> probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, z))))
