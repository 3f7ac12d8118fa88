"""Which of the notes that jinju made a reader kept, by the scores and signs of their clips and blanks."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp

from deck_fit.clips import bare
from deck_fit.sparse import design, fit, logistic
from deck_fit.tones import Told, ridges
from jinju.cards import blank_score, note_score
from jinju.extract import clip_score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deck_fit.blanks import Row
    from deck_fit.clips import Essay
    from deck_fit.sparse import Signals
    from deck_fit.verdicts import Verdict

LEAST, RIDGE = 40, 1.0
"""In how many judged notes a figure must stand."""
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
    figures: Signals
    kept: bool
    told: Any = None
    """Its characters as vectors: see `tones.Told`."""


def cases(
    essays: Sequence[Essay],
    rows: Sequence[Row],
    verdicts: Sequence[Case],
    *,
    clip_scores: Any,
    readers: Any,
    edges: Any,
    chances: Any,
    vectors: Mapping[str, Any],
) -> list[Judged]:
    """The judged notes with their figures by the scores given, which must not be learnt from them.

    For each clip its score, what readers would think of it and the chance of its edges, for each span its
    chance; `vectors` are those of characters.
    """
    clip_at = np.cumsum([0] + [len(e.clips) for e in essays])
    span_at = np.cumsum([0] + [len(row.spans) for row in rows])
    found = []
    told = Told(vectors)
    for case in verdicts:
        essay, row = essays[case.essay], rows[case.row]
        mine = bare(essay.text, case.verdict.span)
        clip: tuple[float, note_score.Signs] = (UNSEEN, ())
        if mine in essay.clips:
            at = essay.clips.index(mine)
            signs = tuple((n, v) for n, v in essay.signals[at] if n in clip_score.SIGNS)
            number = clip_at[case.essay] + at
            chance = float(edges[number])
            learnt = ((clip_score.READER, float(readers[number])), (clip_score.CUT, log(max(chance, 1e-3))))
            clip = (float(clip_scores[number]) * sqrt(chance), (*signs, *learnt))
        hidden: list[tuple[float, note_score.Signs]] = []
        for _, span in case.verdict.blanks:
            if span in row.spans:
                at = row.spans.index(span)
                signs = tuple((n, v) for n, v in row.signals[at] if n in blank_score.SIGNS)
                hidden.append((float(chances[span_at[case.row] + at]), signs))
            else:
                hidden.append((UNSEEN, ()))
        cards = len({card for card, _ in case.verdict.blanks})
        text = case.verdict.span.of(essay.text)
        figures = list(note_score.figures(clip, hidden, cards, text=text))
        words = told.of(case.essay, essay, row, case.verdict)
        found.append(Judged(case.essay, figures, case.verdict.kept, words))
    return found


def names_of(judged: Sequence[Judged]) -> list[str]:
    """The figures that stand in notes enough."""
    counts: dict[str, int] = {}
    for note in judged:
        for name, _ in note.figures:
            counts[name] = counts.get(name, 0) + 1
    return sorted(n for n, count in counts.items() if count >= LEAST and not n.startswith("tone."))


def matrix_of(judged: Sequence[Judged], names: Sequence[str]) -> Any:
    """The vectors of the notes' characters, their figures, and 1."""
    told = sp.csr_matrix(np.array([note.told for note in judged]))
    return sp.hstack([told, design([[note.figures] for note in judged], names)]).tocsr()


def train(judged: Sequence[Judged], names: Sequence[str]) -> Any:
    """Weights of the characters' vectors, then those of the figures, the bias last."""
    ridge = np.array([*ridges(), *[RIDGE] * len(names), 0.0])
    return fit(matrix_of(judged, names), np.array([float(note.kept) for note in judged]), ridge)


def chances_of(judged: Sequence[Judged], fold: Sequence[int], names: Sequence[str]) -> Any:
    """The chance of each note to be kept, by weights that have not seen its article."""
    chances = np.zeros(len(judged))
    of = np.array([fold[note.essay] for note in judged])
    matrix = matrix_of(judged, names)
    for f in sorted(set(fold)):
        weights = train([note for note, g in zip(judged, of, strict=True) if g != f], names)
        chances[of == f] = logistic(matrix[of == f] @ weights)
    return chances


def report(judged: Sequence[Judged], chances: Any) -> list[str]:
    """For several bars how many judged notes pass, and how many of them were kept."""
    kept = np.array([note.kept for note in judged])
    said = []
    for bar in BARS:
        passed = chances >= bar
        share = kept[passed].mean() if passed.any() else 0.0
        said.append(f"bar {bar}: {passed.sum()} of {len(judged)} notes pass, {share:.3f} of them kept")
    return said
