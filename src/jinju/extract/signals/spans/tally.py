"""All weighted signals of one sentence; those of a boundary or a word are summed once for all spans."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, repeat
from operator import mul
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.spans import SIGNALS
from jinju.extract.signals.spans.candidates import candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Signal, Spans
    from jinju.model.weights import SpanWeights

_NONE: Final[repeat[float]] = repeat(0.0)
_PLACES: Final = ("start", "end", "inside", "span")
_AT: Final = {at: tuple(s for s in SIGNALS if s.at == at) for at in _PLACES}


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of all candidates: (sum, first token, one past the last) for each, in reading order."""

    scene: Scene
    weights: SpanWeights
    sums: list[tuple[float, int, int]]

    def shares(self, spans: Spans) -> list[list[tuple[float, str]]]:
        """For each span what each signal gives to it, with the signal's code."""
        found: list[list[tuple[float, str]]] = [[] for _ in spans]
        for signal in SIGNALS:
            column = _sums((signal,), self.scene, spans, self.weights)
            upto = [0.0, *accumulate(column)]
            for place, (i, j) in enumerate(spans):
                given = {"start": i, "end": j, "span": place}.get(signal.at)
                found[place].append((upto[j] - upto[i] if given is None else column[given], signal.code))
        return found


def tally(scene: Scene, weights: SpanWeights) -> Tally:
    """Sum every candidate's signals; linear in the sentence's length."""
    spans = list(candidates(scene))
    if not spans:
        return Tally(scene, weights, [])
    starts, ends, insides, wholes = (_sums(_AT[at], scene, spans, weights) for at in _PLACES)
    upto = [0.0, *accumulate(insides)]
    sums = [
        (starts[i] + ends[j] + upto[j] - upto[i] + whole, i, j)
        for (i, j), whole in zip(spans, wholes, strict=True)
    ]
    return Tally(scene, weights, sums)


def _sums(signals: Sequence[Signal], scene: Scene, spans: Spans, weights: SpanWeights) -> list[float]:
    """The signals' weighted sums, one for each entry of their columns."""
    columns: list[Iterable[float]] = []
    for signal in signals:
        for family, keys in zip(signal.families, signal.keys(scene, spans), strict=True):
            table = weights.tables.get(family)
            columns.append(map(table.get, keys, _NONE) if table else (0.0,) * len(keys))
        if signal.values is not None:
            for name, values in zip(signal.slopes, signal.values(scene, spans), strict=True):
                columns.append(map(mul, values, repeat(weights.slopes.get(name, 0.0))))
    return list(map(sum, zip(*columns, strict=False)))
