"""What a span signal is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.extract.signals.spans.scene import Scene

Spans = list[tuple[int, int]]
"""Token ranges: first, one past the last."""
NUMBERS = tuple(map(str, range(64)))
"""Small numbers as keys."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Observations about spans, under one code that a learner's reason can carry.

    `at` says what it looks at: "start" sees the boundary before each token, "end" that and the one after the
    last, "inside" each token, "span" each of the spans. It answers in columns, one entry for each.
    """

    code: str
    at: Literal["start", "end", "inside", "span"]
    families: tuple[str, ...]
    keys: Callable[[Scene, Spans], tuple[Sequence[str], ...]]
    """A column of keys for each family, "" where it has nothing to say; a family and a key have a weight."""
    slopes: tuple[str, ...] = ()
    values: Callable[[Scene, Spans], tuple[Sequence[float], ...]] | None = None
    """A column of numbers for each of `slopes`, which its weight multiplies."""
