"""Which span of a sentence should be hidden: a linear listwise ranker over all spans that may be."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans import SIGNALS
from jinju.extract.signals.spans.candidates import candidates
from jinju.extract.signals.spans.pairs import pair_features
from jinju.extract.signals.spans.scene import lay_out
from jinju.model.article import Span
from jinju.model.picks import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Signal
    from jinju.model.lexicon import Token, Words
    from jinju.model.weights import Weights

MOST = 40
"""How many of a sentence's best spans are looked at twice."""
MOST_REASONS = 3

_STARTS = tuple(s for s in SIGNALS if s.at == "start")
_ENDS = tuple(s for s in SIGNALS if s.at == "end")
_INSIDES = tuple(s for s in SIGNALS if s.at == "inside")
_WHOLES = tuple(s for s in SIGNALS if s.at == "span")


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


def rank_spans(
    sentence: str, tokens: Sequence[Token], words: Words, weights: Weights, most: int = MOST
) -> list[ScoredSpan]:
    """The `most` spans of `sentence` most worth hiding, best first; they may overlap one another.

    `tokens` are the sentence's own (offsets from its beginning). Linear in the sentence's length.
    """
    scene = lay_out(sentence, tokens, words)
    ranked = _ranked(scene, _sums(scene, weights), weights, most)
    return [ScoredSpan(c.span, c.score, _reasons(scene, c, weights)) for c in ranked]


def choose_spans(
    sentence: str, tokens: Sequence[Token], words: Words, weights: Weights, count: int
) -> list[ScoredSpan]:
    """At most `count` spans of `sentence` that do not overlap and go together as blanks, best first."""
    scene = lay_out(sentence, tokens, words)
    chosen = _together(
        scene, _ranked(scene, _sums(scene, weights), weights, max(MOST, 4 * count)), weights, count
    )
    return [ScoredSpan(c.span, c.score, _reasons(scene, c, weights)) for c in chosen]


def choose_among(
    scene: Scene, sums: list[tuple[float, int, int]], weights: Weights, count: int
) -> list[Span]:
    """`choose_spans` for candidates whose sums are known: (sum, first token, one past the last)."""
    ranked = _ranked(scene, sums, weights, max(MOST, 4 * count))
    return [c.span for c in _together(scene, ranked, weights, count)]


def _together(scene: Scene, left: list[_Candidate], weights: Weights, count: int) -> list[_Candidate]:
    """The best first, then each time the one that is best and goes with those already taken."""
    liking = {id(c): 0.0 for c in left}
    scale = weights.extra.get("pair", 0.0)
    chosen: list[_Candidate] = []
    while left and len(chosen) < count:
        share = scale / max(1, len(chosen))
        best = max(left, key=lambda c: log(c.score) + share * liking[id(c)])
        chosen.append(best)
        rest = []
        for candidate in left:
            names = pair_features(scene, (best.first, best.stop), (candidate.first, candidate.stop))
            if names is not None:
                liking[id(candidate)] += sum(weights.values.get(name, 0.0) for name in names)
                rest.append(candidate)
        left = rest
    return chosen


def _ranked(
    scene: Scene, sums: list[tuple[float, int, int]], weights: Weights, most: int
) -> list[_Candidate]:
    """The best spans by probability, plus a share of how much they overlap with other probable ones."""
    if not sums:
        return []
    top = max(z for z, _, _ in sums)
    total = sum(exp(z - top) for z, _, _ in sums)
    first = sorted(sums, key=lambda c: (-c[0], c[1], c[2]))[:most]
    best = [(exp(z - top) / total, i, j) for z, i, j in first]
    tokens = scene.tokens
    spans = [(p, tokens[i].start, tokens[j - 1].end) for p, i, j in best]
    share = weights.extra.get("overlap", 0.0)
    ranked = []
    for (p, i, j), (_, start, end) in zip(best, spans, strict=True):
        agreement = 0.0
        for q, other_start, other_end in spans:
            common = (min(other_end, end)) - (max(other_start, start))
            if common > 0:
                agreement += q * 2 * common / (end - start + other_end - other_start)
        score = (p + share * agreement) / (1 + share)
        ranked.append(_Candidate(i, j, Span(start, end), score))
    ranked.sort(key=lambda c: (-c.score, c.span))
    return ranked


def _sums(scene: Scene, weights: Weights) -> list[tuple[float, int, int]]:
    """The weighted sum of every candidate's signals; those of one boundary or word are summed once."""
    get = weights.values.get
    size = len(scene.tokens)

    def total(signals: tuple[Signal, ...], i: int, j: int) -> float:
        z = 0.0
        for signal in signals:
            for name, value in signal.features(scene, i, j):
                w = get(name)
                if w is not None:
                    z += w * value
        return z

    starts = [total(_STARTS, i, i) for i in range(size)]
    ends = [total(_ENDS, i, i) for i in range(size + 1)]
    upto, average = [0.0], [0.0]
    for i in range(size):
        plain = mean = 0.0
        for signal in _INSIDES:
            for name, value in signal.features(scene, i, i):
                plain += get(name, 0.0) * value
                mean += get(f"mean {name}", 0.0) * value
        upto.append(upto[-1] + plain)
        average.append(average[-1] + mean)
    return [
        (
            starts[i]
            + ends[j]
            + upto[j]
            - upto[i]
            + (average[j] - average[i]) / (j - i)
            + total(_WHOLES, i, j),
            i,
            j,
        )
        for i, j in candidates(scene)
    ]


def _reasons(scene: Scene, candidate: _Candidate, weights: Weights) -> tuple[Reason, ...]:
    """The signals that spoke most for the candidate, strongest first."""
    i, j = candidate.first, candidate.stop
    found = []
    for signal in SIGNALS:
        if signal.at == "inside":
            seen = [f for k in range(i, j) for f in signal.features(scene, k, k)]
            seen += [(f"mean {name}", value / (j - i)) for name, value in seen]
        else:
            seen = signal.features(scene, j if signal.at == "end" else i, i if signal.at == "start" else j)
        parts = [(weights.values.get(name, 0.0) * value, name) for name, value in seen]
        share = sum(part for part, _ in parts)
        if share > 0:
            found.append(Reason(signal.code, share, max(parts)[1]))
    found.sort(key=lambda r: -r.weight)
    return tuple(found[:MOST_REASONS])
