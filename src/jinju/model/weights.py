"""Learnt weights: data with their provenance, fitted by a script in benchmarks/."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinju.model.tones import Tones


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
        weight = self.values.get
        return self.bias + sum([weight(name, 0.0) * value for name, value in signals])


@dataclass(frozen=True, slots=True)
class SpanWeights:
    """A linear scorer of spans: the sum of the weights of what holds, and of slope x value.

    `tables` has for each family of observations the weights of its keys ("first word" -> "人民" -> .3),
    `pairs` the weights of what holds between two spans.
    """

    tables: Mapping[str, dict[str, float]]
    slopes: Mapping[str, float] = field(default_factory=dict)
    pairs: Mapping[str, float] = field(default_factory=dict)
    provenance: str = ""
    extra: Mapping[str, float] = field(default_factory=dict)
    """Figures fitted along with the weights."""


@dataclass(frozen=True, slots=True)
class Judges:
    """The learnt figures: what a line and a clip are worth, whether it is parallel, which span to hide.

    `clips` says whether a tutor would take a clip, `readers` whether a reader of cards would have taken it;
    `edges` which of the clips of one place is cut as a person would.
    `spans` says what to hide of any sentence, `blanks` of a clip in which parallelisms and phrases are known;
    `notes` says whether a reader would keep the note that comes of it,
    `tones` what its characters tell of that.
    """

    worth: Weights
    clips: Weights
    readers: Weights
    edges: Weights
    blanks: Weights
    notes: Weights
    tones: Tones
    pairs: Weights
    parallel: Weights
    spans: SpanWeights
    sayings: Mapping[str, float]
