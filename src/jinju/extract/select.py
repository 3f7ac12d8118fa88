"""Which clips make the deck: the best set that fits the budget, does not overlap, and repeats nothing."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.picks import Quote

PER_THOUSAND = 16
"""Notes per 1,000 characters (design: 11 to 16)."""
MOST = 25
FLOOR = 0.1
"""A clip that scores less is padding: a tutor would hardly take it, or its edges are in doubt."""


def budget(length: int, wished: int | None = None) -> int:
    """How many notes an article of `length` characters is to have at most."""
    if wished is not None:
        return wished
    return max(1, min(MOST, round(length * PER_THOUSAND / 1000)))


def best_set(clips: Sequence[Quote], most: int, floor: float = FLOOR) -> list[Quote]:
    """At most `most` clips that do not overlap, of greatest total gain over a price, in article order.

    `clips` are those above `floor`, none of which repeats another (see `distinct`). The price starts at
    `floor` and rises until the budget holds: so a long good clip and two short ones compete fairly. Each
    round is linear in the clips.
    """
    low, high = floor, max((c.score for c in clips), default=floor)
    best = _cheapest(clips, low)
    if len(best) <= most:
        return best
    for _ in range(40):
        price = (low + high) / 2
        chosen = _cheapest(clips, price)
        if len(chosen) > most:
            low = price
        else:
            high, best = price, chosen
    return best if len(best) <= most else []


def _cheapest(clips: Sequence[Quote], price: float) -> list[Quote]:
    """Weighted interval scheduling: the non-overlapping set of greatest sum of (score - price)."""
    order = sorted((c for c in clips if c.score > price), key=lambda c: (c.span.end, c.span.start))
    ends = [c.span.end for c in order]
    totals = [0.0]
    take: list[bool] = []
    for index, clip in enumerate(order):
        before = bisect_right(ends, clip.span.start, 0, index)
        gain = totals[before] + clip.score - price
        take.append(gain > totals[index])
        totals.append(max(gain, totals[index]))
    chosen: list[Quote] = []
    index = len(order)
    while index:
        if take[index - 1]:
            chosen.append(order[index - 1])
            index = bisect_right(ends, order[index - 1].span.start, 0, index - 1)
        else:
            index -= 1
    return chosen[::-1]


def distinct(clips: Sequence[Quote], text: str) -> list[Quote]:
    """The clips without those that repeat, elsewhere in the article, most of a better clip's characters."""
    kept: list[Quote] = []
    seen: dict[str, list[int]] = {}
    grams_of: list[frozenset[str]] = []
    for clip in sorted(clips, key=lambda c: (-c.score, c.span)):
        grams = _grams(clip.span.of(text))
        shared: dict[int, int] = {}
        for gram in grams:
            for other in seen.get(gram, ())[:50]:
                shared[other] = shared.get(other, 0) + 1
        repeats = any(
            count > 0.6 * min(len(grams), len(grams_of[other])) and not clip.span.overlaps(kept[other].span)
            for other, count in shared.items()
        )
        if repeats:
            continue
        for gram in grams:
            seen.setdefault(gram, []).append(len(kept))
        kept.append(clip)
        grams_of.append(grams)
    return kept


def _grams(text: str) -> frozenset[str]:
    letters = [c for c in text if c.isalnum()]
    return frozenset(a + b + c for a, b, c in zip(letters, letters[1:], letters[2:], strict=False))
