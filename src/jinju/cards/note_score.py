"""The chance that a reader keeps a note, by what its clip and its blanks are worth."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Card, Clip
    from jinju.model.weights import Weights

FIGURES: Final = ("clip", "mean", "least", "single", "many")
"""Log-odds of the clip, the mean of its blanks' and the least; whether one card asks, how many beyond two."""
_SURE: Final = 1e-3


def figures(clip: float, blanks: Sequence[float], cards: int) -> tuple[float, ...]:
    """What a note is judged by: the chances of its clip and of its blanks, 0..1, and its number of cards."""
    odds = [_odds(b) for b in blanks]
    return (_odds(clip), sum(odds) / len(odds), min(odds), float(cards == 1), float(max(0, cards - 2)))


def keeping(clip: Clip, cards: Sequence[Card], weights: Weights) -> float:
    """0..1: the chance that a reader would keep the note of `clip` with these cards; 0 without a card."""
    if not cards:
        return 0.0
    mine = figures(clip.quote.score, [c.value for card in cards for c in card], len(cards))
    return 1 / (1 + exp(-weights.score(zip(FIGURES, mine, strict=True))))


def _odds(chance: float) -> float:
    held = min(1 - _SURE, max(_SURE, chance))
    return log(held / (1 - held))
