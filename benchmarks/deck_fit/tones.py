"""A note's characters by where they stand, as vectors; and the figures of characters that a fit leaves."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

import numpy as np

from deck_fit.characters import SIZE
from jinju.extract.tones import BESIDE
from jinju.model.tones import PLACES, heft, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deck_fit.blanks import Row
    from deck_fit.clips import Essay
    from deck_fit.verdicts import Verdict
    from jinju.model.lexicon import Token

STEP = 0.002
"""Figures are written as whole numbers of this."""
RIDGE, RIDGE_OF_FIRST = 2.2, 40.0
"""The first word's vector is longer than the others, which are means."""


class Told:
    """The vectors of the notes of judged essays."""

    def __init__(self, vectors: Mapping[str, Any]) -> None:
        self._vectors = vectors
        self._essays: dict[int, tuple[list[int], Any, Any]] = {}

    def of(self, number: int, essay: Essay, row: Row, verdict: Verdict) -> Any:
        """The vectors of all `PLACES` in a row; `number` names the essay."""
        if number not in self._essays:
            sums, mass = self._sums(essay.tokens, essay.total)
            starts = [t.start for t in essay.tokens]
            self._essays[number] = starts, *(np.concatenate([[0 * x[0]], x.cumsum(0)]) for x in (sums, mass))
        starts, sums, mass = self._essays[number]
        first, stop = bisect_left(starts, verdict.span.start), bisect_left(starts, verdict.span.end)
        before, behind = max(0, first - BESIDE), min(len(starts), stop + BESIDE)
        hidden = self._sums((w for _, s in verdict.blanks for w in shared(row.tokens, s)), essay.total)
        found = {
            "clip": (sums[stop] - sums[first]) / (mass[stop] - mass[first] + 1),
            "beside": (sums[first] - sums[before] + sums[behind] - sums[stop])
            / (mass[first] - mass[before] + mass[behind] - mass[stop] + 1),
            "hidden": hidden[0].sum(0) / (hidden[1].sum() + 1),
            "first": self._word(essay.tokens[first].text if first < stop else ""),
        }
        return np.concatenate([found[place] for place in PLACES])

    def _sums(self, tokens: Iterable[Token], total: int) -> tuple[Any, Any]:
        words = list(tokens)
        counts = np.array([heft(t.frequency, total) for t in words])
        sums = np.array([c * self._word(t.text) for c, t in zip(counts, words, strict=True)])
        return sums.reshape(len(words), SIZE), counts**2

    def _word(self, word: str) -> Any:
        known = [self._vectors[c] for c in word if c in self._vectors]
        return np.mean(known, axis=0) if known else np.zeros(SIZE)


def ridges() -> list[float]:
    """What the squares of the weights cost, place by place."""
    return [RIDGE_OF_FIRST if place == "first" else RIDGE for place in PLACES for _ in range(SIZE)]


def table(vectors: Mapping[str, Any], weights: Any) -> dict[str, list[int]]:
    """For each character its figures, in steps; those that are nothing everywhere are left out."""
    by_place = np.array(weights).reshape(len(PLACES), SIZE)
    rows = {c: [round(float(v @ w) / STEP) for w in by_place] for c, v in sorted(vectors.items())}
    return {c: row for c, row in rows.items() if any(row)}
