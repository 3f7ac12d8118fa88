"""How much each sentence of an article is worth memorising, and what carried the decision."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.lines import LINE_SIGNALS
from jinju.extract.signals.lines.line import Line, lines_of
from jinju.model.picks import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.model.lexicon import Words
    from jinju.model.weights import Weights

_CODES: Final = {
    "quotation": "quotation",
    "attribution": "quotation",
    "sayings": "aphorism",
    "classical.dense": "classical",
    "classical.dense-twice": "classical",
    "classical.particles": "classical",
    "classical.verse-4": "four-character",
    "template": "template",
    "definition": "definition",
    "thesis": "thesis",
    "metaphor": "metaphor",
    "place.opening": "opening",
    "place.closing": "closing",
    "thesis.echo-title": "echo-title",
    "rhythm.four": "four-character",
    "rhythm.parallel": "parallel",
    "rhythm.branches": "parallel",
    "rhythm.even": "parallel",
    "rarity.idioms": "four-character",
}
"""Family, or one signal of it, -> the code of its reason; what stands in neither gives no reason."""
_LEAST: Final = 0.08


@dataclass(frozen=True, slots=True)
class ScoredLine:
    """`score` in 0..1, comparable within an article; reasons by weight, heaviest first."""

    score: float
    reasons: tuple[Reason, ...]


def score_sentences(
    sentences: Sequence[str],
    weights: Weights,
    *,
    title: str = "",
    parallel: Sequence[float] | None = None,
    branches: Sequence[float] | None = None,
    words: Words | None = None,
    tokens: Sequence[Sequence[str]] | None = None,
    sayings: Mapping[str, float] | None = None,
) -> list[ScoredLine]:
    """One scored line for each sentence of a whole article in order; linear in its length.

    `parallel` are the sentences' parallelism scores, `branches` what
    `branch_shares` says of them, `tokens` their words, `words` what the lexicon knows
    of them, `sayings` the number of articles in which a clause's first eight characters stand.
    """
    lines = lines_of(
        sentences,
        title=title,
        parallel=parallel,
        branches=branches,
        words=words,
        tokens=tokens,
        sayings=sayings,
    )
    return [_scored(line, weights) for line in lines]


def signals_of(line: Line) -> list[tuple[str, float]]:
    """Everything known of one line."""
    return [signal for family in LINE_SIGNALS for signal in family(line)]


def _scored(line: Line, weights: Weights) -> ScoredLine:
    signals = signals_of(line)
    score = weights.score(signals)
    shares: dict[str, float] = {}
    for name, value in signals:
        code = _CODES.get(name) or _CODES.get(name.partition(".")[0])
        if code and value:
            shares[code] = shares.get(code, 0.0) + weights.values.get(name, 0.0) * value
    reasons = tuple(
        Reason(code, round(share, 3))
        for code, share in sorted(shares.items(), key=lambda item: (-item[1], item[0]))
        if share >= _LEAST
    )
    return ScoredLine(1 / (1 + exp(-max(-30.0, min(30.0, score)))), reasons)
