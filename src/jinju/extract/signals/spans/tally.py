"""All weighted signals of one sentence; those of a boundary or a word are summed once for all spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.extract.signals.spans import SIGNALS
from jinju.extract.signals.spans.candidates import candidates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.extract.signals.spans.scene import Scene

_STARTS = tuple(s for s in SIGNALS if s.at == "start")
_ENDS = tuple(s for s in SIGNALS if s.at == "end")
_INSIDES = tuple(s for s in SIGNALS if s.at == "inside")
_WHOLES = tuple(s for s in SIGNALS if s.at == "span")


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of all candidates and what they came from.

    `sums` has (sum, first token, one past the last) for every candidate, in reading order. `starts[i]`,
    `ends[i]` and `insides[i]` have one number a signal of their kind; `insides` are summed up to token i.
    """

    scene: Scene
    weights: Mapping[str, float]
    sums: list[tuple[float, int, int]]
    starts: list[list[float]]
    ends: list[list[float]]
    insides: list[list[float]]

    def shares(self, i: int, j: int) -> list[tuple[float, str]]:
        """What each signal gives to the span of tokens i to j, with its code."""
        found = [(share, s.code) for share, s in zip(self.starts[i], _STARTS, strict=True)]
        found += [(share, s.code) for share, s in zip(self.ends[j], _ENDS, strict=True)]
        found += [
            (upto - before, s.code)
            for upto, before, s in zip(self.insides[j], self.insides[i], _INSIDES, strict=True)
        ]
        get = self.weights.get
        for s in _WHOLES:
            found.append((sum(get(n, 0.0) * v for n, v in s.features(self.scene, i, j)), s.code))
        return found


def tally(scene: Scene, weights: Mapping[str, float]) -> Tally:
    """Sum every candidate's signals under `weights`; linear in the sentence's length."""
    get = weights.get
    size = len(scene.tokens)
    starts = [
        [sum([get(n, 0.0) * v for n, v in s.features(scene, i, i)]) for s in _STARTS] for i in range(size)
    ]
    ends = [
        [sum([get(n, 0.0) * v for n, v in s.features(scene, i, i)]) for s in _ENDS] for i in range(size + 1)
    ]
    insides = [[0.0] * len(_INSIDES)]
    for i in range(size):
        here = [sum([get(n, 0.0) * v for n, v in s.features(scene, i, i)]) for s in _INSIDES]
        insides.append([a + b for a, b in zip(insides[-1], here, strict=True)])
    start_sums, end_sums, inside_sums = ([sum(x) for x in parts] for parts in (starts, ends, insides))
    wholes = [s.features for s in _WHOLES]
    sums = []
    for i, j in candidates(scene):
        z = start_sums[i] + end_sums[j] + inside_sums[j] - inside_sums[i]
        for features in wholes:
            for name, value in features(scene, i, j):
                if name in weights:
                    z += weights[name] * value
        sums.append((z, i, j))
    return Tally(scene, weights, sums, starts, ends, insides)
