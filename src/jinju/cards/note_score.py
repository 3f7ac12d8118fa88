"""The chance that a reader keeps a note, by what its clip and blanks are worth and a few of their signs."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.cards.candidate import Card, Clip
    from jinju.model.weights import Weights

Signs = tuple[tuple[str, float], ...]
_SURE: Final = 1e-3


def figures(
    clip: tuple[float, Signs], blanks: Sequence[tuple[float, Signs]], cards: int
) -> Iterator[tuple[str, float]]:
    """What a note is judged by: the chances of its clip and of its blanks, 0..1, with their signs.

    `cards` is its number of cards. Log-odds of the clip, the mean of its blanks' and the least; whether one
    card asks, and how many do beyond two; the clip's signs, and the greatest of each of its blanks'.
    """
    odds = [_odds(chance) for chance, _ in blanks]
    yield "clip", _odds(clip[0])
    yield "blanks.mean", sum(odds) / len(odds)
    yield "blanks.least", min(odds)
    yield "cards.single", float(cards == 1)
    yield "cards.many", float(max(0, cards - 2))
    for name, value in clip[1]:
        yield f"clip.{name}", value
    greatest: dict[str, float] = {}
    for _, signs in blanks:
        for name, value in signs:
            greatest[name] = max(value, greatest.get(name, value))
    for name, value in greatest.items():
        yield f"blanks.{name}", value


def keeping(clip: Clip, cards: Sequence[Card], weights: Weights) -> float:
    """0..1: the chance that a reader would keep the note of `clip` with these cards; 0 without a card."""
    if not cards:
        return 0.0
    blanks = [(c.value, c.signs) for card in cards for c in card]
    mine = figures((clip.quote.score, clip.quote.signs), blanks, len(cards))
    return 1 / (1 + exp(-weights.score(mine)))


def _odds(chance: float) -> float:
    held = min(1 - _SURE, max(_SURE, chance))
    return log(held / (1 - held))
