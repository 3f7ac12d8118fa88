"""All weighted signals of one sentence; those of a boundary or a word are summed once for all spans."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from operator import mul
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.spans import SIGNALS
from jinju.extract.signals.spans.candidates import candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Signal
    from jinju.model.weights import SpanWeights

_NONE: Final[repeat[float]] = repeat(0.0)
_NO_TABLE: Final[dict[str, float]] = {}
_WEIGHT: Final[Callable[[dict[str, float], str, float], float]] = dict.get
_AT: Final = {at: tuple(s for s in SIGNALS if s.at == at) for at in ("start", "end", "inside", "span")}


class _Sum:
    """The weighted sum of some signals."""

    __slots__ = ("_keys", "_slopes", "_tables", "_values")

    def __init__(self, signals: Sequence[Signal], weights: SpanWeights) -> None:
        self._keys = [s.keys for s in signals]
        self._tables = [weights.tables.get(name, _NO_TABLE) for s in signals for name in s.families]
        self._values = [s.values for s in signals if s.values is not None]
        self._slopes = [weights.slopes.get(name, 0.0) for s in signals for name in s.slopes]

    def __call__(self, scene: Scene, i: int, j: int) -> float:
        """What they give to (scene, i, j)."""
        keys: list[str] = []
        for seen in self._keys:
            keys += seen(scene, i, j)
        given = sum(map(_WEIGHT, self._tables, keys, _NONE))
        for values in self._values:
            given += sum(map(mul, self._slopes, values(scene, i, j)))
        return given


class Sums:
    """The signals bound to their weights, once for many sentences."""

    def __init__(self, weights: SpanWeights) -> None:
        self.weights = weights
        self.start, self.end, self.inside, self.whole = (_Sum(signals, weights) for signals in _AT.values())


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of all candidates: (sum, first token, one past the last) for each, in reading order."""

    scene: Scene
    weights: SpanWeights
    sums: list[tuple[float, int, int]]

    def shares(self, i: int, j: int) -> list[tuple[float, str]]:
        """What each signal gives to the span of tokens i to j, with its code."""
        found = []
        for signal in SIGNALS:
            share = _Sum((signal,), self.weights)
            if signal.at == "inside":
                given = sum([share(self.scene, k, k) for k in range(i, j)])
            else:
                first, stop = {"start": (i, i), "end": (j, j), "span": (i, j)}[signal.at]
                given = share(self.scene, first, stop)
            found.append((given, signal.code))
        return found


def tally(scene: Scene, sums: Sums) -> Tally:
    """Sum every candidate's signals; linear in the sentence's length."""
    size = len(scene.tokens)
    starts = [sums.start(scene, i, i) for i in range(size)]
    ends = [sums.end(scene, i, i) for i in range(size + 1)]
    upto = [0.0]
    for i in range(size):
        upto.append(upto[-1] + sums.inside(scene, i, i))
    whole = sums.whole
    found = [
        (starts[i] + ends[j] + upto[j] - upto[i] + whole(scene, i, j), i, j) for i, j in candidates(scene)
    ]
    return Tally(scene, sums.weights, found)
