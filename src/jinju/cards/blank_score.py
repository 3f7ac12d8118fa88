"""The chance that a tutor would hide a span: named signals times learnt weights, then its rivals."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Final

from jinju.cards.signals import BLANK_SIGNALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.signals.view import Hidden
    from jinju.model.article import Span
    from jinju.model.weights import Weights

RIVALRY: Final = ("own", "overlapping", "elsewhere", "first", "rank", "crowd", "bias")
"""What is known of a span among all others of its clip; the weights' extra figures say what it counts."""
_NONE: Final = -8.0
_MOST = 30.0


def signals_of(hidden: Hidden) -> list[tuple[str, float]]:
    """Everything known of one span that could be hidden."""
    return [signal for family in BLANK_SIGNALS for signal in family(hidden)]


SIGNS: Final = ("cut.share", "cut.letters-4", "wording.strength", "phrase.holds", "famous.marked")
"""The signals of a blank by which the note is judged too."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The chance that a tutor would hide a span, and its signs by name."""

    chance: float
    signs: tuple[tuple[str, float], ...]


def weigh(proposals: Sequence[Hidden], weights: Weights) -> list[Weighed]:
    """For each of a clip's proposals, 0..1, the chance that a tutor who takes the clip would hide it.

    Each is scored by itself, then beside its rivals: a plain word is seldom hidden where a fine one stands.
    """
    signals = [signals_of(hidden) for hidden in proposals]
    own = [weights.score(row) for row in signals]
    figures = [weights.extra.get(name, float(name == "own")) for name in RIVALRY]
    spans = [hidden.span for hidden in proposals]
    return [
        Weighed(
            _logistic(sum(figure * value for figure, value in zip(figures, row, strict=True))),
            tuple((name, value) for name, value in mine if name in SIGNS),
        )
        for row, mine in zip(rivalry(spans, own), signals, strict=True)
    ]


def rivalry(spans: Sequence[Span], own: Sequence[float]) -> list[tuple[float, ...]]:
    """For each span its score, the best overlapping and other one, whether it is first, its rank, the crowd.

    The crowd is the logarithm of the sum of all scores' exponentials.
    """
    if not spans:
        return []
    crowd = log(sum(exp(min(_MOST, z)) for z in own))
    order = sorted(range(len(spans)), key=lambda i: (-own[i], spans[i]))
    rows: list[tuple[float, ...]] = [()] * len(spans)
    for rank, i in enumerate(order):
        overlapping = elsewhere = _NONE
        for j in order:
            if j != i and spans[j].overlaps(spans[i]):
                overlapping = max(overlapping, own[j])
            elif j != i:
                elsewhere = max(elsewhere, own[j])
            if overlapping > _NONE and elsewhere > _NONE:
                break
        rows[i] = (own[i], overlapping, elsewhere, float(not rank), float(rank), crowd, 1.0)
    return rows


def _logistic(z: float) -> float:
    return 1 / (1 + exp(-max(-_MOST, min(_MOST, z))))
