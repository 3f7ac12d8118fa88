"""What a span signal is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinju.extract.signals.spans.scene import Scene

Features = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Signal:
    """A family of observations about spans, under one code that a learner's reason can carry.

    `at` says what it looks at, which is how often it must be asked: "start" and "end" see a boundary (the
    index of the token after it), "inside" one token of the span; these three are asked once a token, not once
    a span. "span" sees the first token and the one after the last.
    """

    code: str
    at: Literal["start", "end", "inside", "span"]
    features: Callable[[Scene, int, int], Features]
    """(scene, i, j) -> names and values; i == j is the boundary, or the token for "inside"."""
