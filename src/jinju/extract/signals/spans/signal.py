"""What a span signal is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinju.extract.signals.spans.scene import Scene

Keys = tuple[str, ...]
NUMBERS = tuple(map(str, range(64)))
"""Small numbers as keys."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Observations about spans, under one code that a learner's reason can carry.

    `at` says what it looks at, which is how often it must be asked: "start" and "end" see a boundary (the
    index of the token after it), "inside" one token of the span; these three are asked once a token, not once
    a span. "span" sees the first token and the one after the last.
    """

    code: str
    at: Literal["start", "end", "inside", "span"]
    families: tuple[str, ...]
    keys: Callable[[Scene, int, int], Keys]
    """(scene, i, j) -> a key for each family, "" where it has nothing to say; i == j is the boundary, or the
    token for "inside". A family and a key have a weight."""
    slopes: tuple[str, ...] = ()
    values: Callable[[Scene, int, int], tuple[float, ...]] | None = None
    """A number for each of `slopes`, which its weight multiplies."""
