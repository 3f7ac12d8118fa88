"""Which of several readings of a damaged place is likeliest, by a dictionary's frequencies."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.text.tools import Tools

_LONGEST = 6
_MOST = 0.97
"""Two readings of one place are never told apart with more certainty than this."""


def choose(candidates: Sequence[str], left: str, right: str, tools: Tools) -> tuple[int, float]:
    """The index of the likeliest candidate between `left` and `right`, and the probability that it is right.

    Candidates may be in traditional characters; the probability takes all of them for equally likely
    beforehand and one of them for right.
    """
    if len(candidates) == 1:
        return 0, _MOST
    whole = tools.simplifier.simplify("\n".join(f"{left}{c}{right}" for c in candidates)).split("\n")
    words = {line[i:j] for line in whole for i in range(len(line)) for j in _ends(i, len(line))}
    known = tools.lexicon.frequencies(words)
    scores = {line: _segmented(line, known, tools.lexicon.total) for line in dict.fromkeys(whole)}
    best = max(scores, key=lambda line: scores[line])
    return whole.index(best), min(_MOST, 1 / sum(exp(s - scores[best]) for s in scores.values()))


def _ends(start: int, length: int) -> range:
    return range(start + 1, min(length, start + _LONGEST) + 1)


def _segmented(line: str, known: Mapping[str, int], total: int) -> float:
    """Log probability of the best way to cut `line` into words."""
    best = [0.0] + [float("-inf")] * len(line)
    for start in range(len(line)):
        for end in _ends(start, len(line)):
            frequency = known.get(line[start:end], 0)
            if frequency or end == start + 1:
                score = best[start] + log((frequency or 0.3) / total)
                best[end] = max(best[end], score)
    return best[-1]
