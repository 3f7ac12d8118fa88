"""Learnt weights: data with their provenance, fitted by a script in benchmarks/."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear scorer: bias + sum of weight x value; a signal without a weight counts nothing."""

    values: Mapping[str, float]
    bias: float = 0.0
    provenance: str = ""
    extra: Mapping[str, float] = field(default_factory=dict)
    """Figures fitted along with the weights, such as a threshold."""

    def score(self, signals: Iterable[tuple[str, float]]) -> float:
        """The score of one candidate."""
        values = self.values
        return self.bias + sum(values.get(name, 0.0) * value for name, value in signals)


@dataclass(frozen=True, slots=True)
class Judges:
    """The learnt figures: what a line is worth, whether it is parallel, which span to hide."""

    worth: Weights
    pairs: Weights
    parallel: Weights
    spans: Weights
    sayings: Mapping[str, float]
