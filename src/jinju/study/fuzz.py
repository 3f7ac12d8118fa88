"""Fuzz: cards learnt together drift apart; always the same way for the same card and review.

Ranges as in Anki and FSRS: no fuzz below 2.5 days, then 1 day and 15 % of what lies between 2.5 and 7 days,
10 % between 7 and 20, 5 % above.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.model.review import CardKey

_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
_SMALLEST = 2.5


def share(key: CardKey, reps: int) -> float:
    """A number in [0, 1) drawn from the card and how often it was reviewed."""
    digest = hashlib.blake2b(
        f"{key.item}\0{key.number}\0{reps}".encode("utf-8", "surrogatepass"), digest_size=7
    )
    return int.from_bytes(digest.digest()) / (1 << 56)


def rounded(days: float) -> int:
    """Half a day goes up, as in Anki; Python's own `round` goes to the even."""
    return int(days + 0.5)


def bounds(interval: float, least: int, most: int) -> tuple[int, int]:
    """The shortest and longest interval in days that fuzz may make of `interval`, within `least`..`most`."""
    least = min(least, most)
    interval = min(max(interval, least), most)
    spread = 0.0
    if interval >= _SMALLEST:
        spread = 1.0 + sum(f * max(0.0, min(interval, end) - start) for start, end, f in _RANGES)
    low = min(max(rounded(interval - spread), least), most)
    high = min(max(rounded(interval + spread), least), most)
    if low == high and 2 < high < most:
        high = low + 1
    return low, high


def fuzzed(interval: float, least: int, most: int, at: float) -> int:
    """The interval at the place `at` in [0, 1) between its bounds."""
    low, high = bounds(interval, least, most)
    return low + int(at * (high - low + 1))
