"""Which span of a sentence should be hidden: a linear listwise ranker over all spans that may be."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.pairs import pair_features
from jinju.extract.signals.spans.scene import lay_out
from jinju.extract.signals.spans.tally import tally
from jinju.model.article import Span
from jinju.model.picks import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.tally import Tally
    from jinju.model.lexicon import Token, Words
    from jinju.model.weights import SpanWeights

MOST = 16
"""How many of a sentence's best spans are looked at twice."""
MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class ScoredSpan:
    """A span that could be hidden; `score` is the agreement with a person's choice to expect, 0..1."""

    span: Span
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    stop: int
    span: Span
    score: float


def best_spans(
    sentence: str, tokens: Sequence[Token], words: Words, weights: SpanWeights, most: int
) -> list[tuple[Span, float]]:
    """The `most` spans of `sentence` most worth hiding, with their scores, best first; they may overlap.

    `tokens` are the sentence's own (offsets from its beginning). Linear in the sentence's length.
    """
    counted = tally(lay_out(sentence, tokens, words), weights)
    ranked = _ranked(counted.scene, counted.sums, weights, max(MOST, most))
    return [(c.span, c.score) for c in ranked[:most]]


def choose_spans(
    sentence: str, tokens: Sequence[Token], words: Words, weights: SpanWeights, count: int
) -> list[ScoredSpan]:
    """At most `count` spans of `sentence` that do not overlap and go together as blanks, best first."""
    counted = tally(lay_out(sentence, tokens, words), weights)
    ranked = _ranked(counted.scene, counted.sums, weights, max(MOST, 4 * count))
    return _scored(_together(counted.scene, ranked, weights, count), counted)


def choose_among(
    scene: Scene, sums: list[tuple[float, int, int]], weights: SpanWeights, count: int
) -> list[Span]:
    """`choose_spans` for candidates whose sums are known: (sum, first token, one past the last)."""
    ranked = _ranked(scene, sums, weights, max(MOST, 4 * count))
    return [c.span for c in _together(scene, ranked, weights, count)]


def _ranked(
    scene: Scene, sums: list[tuple[float, int, int]], weights: SpanWeights, most: int
) -> list[_Candidate]:
    """The best spans by probability, plus a share of how much they overlap with other probable ones."""
    if not sums:
        return []
    top = max(z for z, _, _ in sums)
    total = sum([exp(z - top) for z, _, _ in sums])
    best = sorted(sums, key=lambda c: (-c[0], c[1], c[2]))[:most]
    spans = [(exp(z - top) / total, scene.starts[i], scene.ends[j - 1]) for z, i, j in best]
    share = weights.extra.get("overlap", 0.0)
    ranked = []
    for (p, start, end), (_, i, j) in zip(spans, best, strict=True):
        agreement = 0.0
        for q, other_start, other_end in spans:
            if other_start < end and start < other_end:
                common = min(end, other_end) - max(start, other_start)
                agreement += q * 2 * common / (end - start + other_end - other_start)
        score = (p + share * agreement) / (1 + share)
        ranked.append(_Candidate(i, j, Span(start, end), score))
    ranked.sort(key=lambda c: (-c.score, c.span))
    return ranked


def _together(scene: Scene, left: list[_Candidate], weights: SpanWeights, count: int) -> list[_Candidate]:
    """The best first, then each time the one that is best and goes with those already taken."""
    liking = {id(c): 0.0 for c in left}
    scale = weights.extra.get("pair", 0.0)
    chosen: list[_Candidate] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda c: log(c.score) + scale * liking[id(c)] / max(1, len(chosen)))
        chosen.append(best)
        rest = []
        for candidate in left if len(chosen) < count else ():
            names = pair_features(scene, (best.first, best.stop), (candidate.first, candidate.stop))
            if names is not None:
                liking[id(candidate)] += sum([weights.pairs.get(name, 0.0) for name in names])
                rest.append(candidate)
        left = rest
    return chosen


def _scored(ranked: Sequence[_Candidate], counted: Tally) -> list[ScoredSpan]:
    """The candidates with the signals that spoke most for each, strongest first."""
    found = []
    shares = counted.shares([(c.first, c.stop) for c in ranked]) if ranked else []
    for candidate, given in zip(ranked, shares, strict=True):
        heaviest = sorted(given, reverse=True)[:MOST_REASONS]
        reasons = tuple(Reason(code, round(share, 3)) for share, code in heaviest if share > 0)
        found.append(ScoredSpan(candidate.span, candidate.score, reasons))
    return found
