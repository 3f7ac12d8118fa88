"""Which of the notes that jinju made a reader kept, by the scores of their clips and blanks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp

from deck_fit.clips import bare
from deck_fit.sparse import fit, logistic
from jinju.cards.note_score import FIGURES, figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deck_fit.blanks import Row
    from deck_fit.clips import Essay
    from deck_fit.verdicts import Verdict

RIDGE = np.array([1.0] * len(FIGURES) + [0.0])
BARS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
UNSEEN = 0.02
"""The chance of a clip or a blank that jinju would not propose today."""


@dataclass(frozen=True, slots=True)
class Case:
    """A verdict, the index of its article and of its row."""

    essay: int
    row: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A note's figures, whether a reader kept it, and its article."""

    essay: int
    figures: tuple[float, ...]
    kept: bool


def cases(
    essays: Sequence[Essay], rows: Sequence[Row], verdicts: Sequence[Case], clip_scores: Any, chances: Any
) -> list[Judged]:
    """The judged notes with their figures by the scores given, which must not be learnt from them."""
    clip_at = np.cumsum([0] + [len(e.clips) for e in essays])
    span_at = np.cumsum([0] + [len(row.spans) for row in rows])
    found = []
    for case in verdicts:
        essay, row = essays[case.essay], rows[case.row]
        mine = bare(essay.text, case.verdict.span)
        clip = clip_scores[clip_at[case.essay] + essay.clips.index(mine)] if mine in essay.clips else UNSEEN
        hidden = [
            float(chances[span_at[case.row] + row.spans.index(span)]) if span in row.spans else UNSEEN
            for _, span in case.verdict.blanks
        ]
        cards = len({card for card, _ in case.verdict.blanks})
        found.append(Judged(case.essay, figures(float(clip), hidden, cards), case.verdict.verdict == "keep"))
    return found


def train(judged: Sequence[Judged]) -> Any:
    """Weights of the figures, the bias last."""
    table = np.array([[*note.figures, 1.0] for note in judged])
    return fit(sp.csr_matrix(table), np.array([float(note.kept) for note in judged]), RIDGE)


def report(judged: Sequence[Judged], fold: Sequence[int]) -> list[str]:
    """For several bars how many judged notes pass, and how many of them were kept."""
    chances = np.zeros(len(judged))
    of = np.array([fold[note.essay] for note in judged])
    kept = np.array([note.kept for note in judged])
    for f in sorted(set(fold)):
        weights = train([note for note, g in zip(judged, of, strict=True) if g != f])
        table = np.array([[*note.figures, 1.0] for note in judged])
        chances[of == f] = logistic(table[of == f] @ weights)
    said = []
    for bar in BARS:
        passed = chances >= bar
        share = kept[passed].mean() if passed.any() else 0.0
        said.append(f"bar {bar}: {passed.sum()} of {len(judged)} notes pass, {share:.3f} of them kept")
    return said
