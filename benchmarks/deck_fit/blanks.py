"""Spans that could be hidden in tutors' clips and in judged ones, and what a fit of them aims at."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp

from deck_fit.sparse import choose, fit, logistic
from jinju.cards.blank_score import RIVALRY, rivalry, signals_of
from jinju.cards.build import Workshop, clip_of
from jinju.cards.signals.proposals import proposals, view_of
from jinju.model.picks import Quote

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from pathlib import Path

    from deck_fit.sparse import Signals
    from deck_fit.tutor import Note
    from deck_fit.verdicts import Verdict
    from jinju.model.article import Span
    from jinju.model.lexicon import Token
    from jinju.workflows.reading import Picked

LEAST, RIDGE, NEVER = 4, 5.0, 1e9
RIDGE_OF_RIVALRY = np.array([0.1] * (len(RIVALRY) - 1) + [0.0])
CHANCES = (0.3, 0.4, 0.5, 0.6, 0.7)
MOST = 3
LONGEST, ARTICLES = 8, 3
"""A string in the weights has at most so many characters and stands in at least so many articles."""


@dataclass(frozen=True, slots=True)
class Row:
    """One clip: what could be hidden with its signals; what is wanted of each, None where unknown."""

    article: int
    clip: Span
    spans: list[Span]
    signals: list[Signals]
    wanted: list[float | None]
    judged: bool = False
    tokens: tuple[Token, ...] = ()
    """The clip's words."""


def taught(picked: Picked, article: int, note: Note) -> Row:
    """The row of a note that a person wrote, who decided against all other blanks too."""
    return _row(picked, article, note.span, {span: True for _, span in note.blanks}, judged=False)


def judged(picked: Picked, article: int, verdict: Verdict) -> Row:
    """The row of a note on which there is a verdict, which speaks of its blanks alone."""
    return _row(picked, article, verdict.span, dict(verdict.judged_blanks()), judged=True)


def _row(picked: Picked, article: int, clip: Span, said: Mapping[Span, bool], *, judged: bool) -> Row:
    """The row of a clip; `said` are the blanks on which somebody spoke."""
    shop = Workshop(
        picked.article,
        "key",  # type: ignore[arg-type]
        picked.words,
        picked.cut,
        picked.topics,
        lambda clip, *, recite: f"{clip}{recite}",  # type: ignore[arg-type, return-value]
        picked.judges,
        picked.ranked,
    )
    made = clip_of(Quote(clip, 1.0, ()), picked.picks, shop)
    found = proposals(view_of(made, picked.article.text)[0])
    unsaid = None if judged else 0.0
    wanted = [float(said[h.span]) if h.span in said else unsaid for h in found]
    return Row(
        article, clip, [h.span for h in found], [signals_of(h) for h in found], wanted, judged, made.tokens
    )


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of single spans, and of what is known of them among their rivals."""

    weights: Any
    rivals: Any


def train(
    matrix: Any, rows: Sequence[Row], used: Sequence[bool], fold: Sequence[int], kept: Container[int] = ()
) -> Fitted:
    """Weights from the rows that are `used`; `fold` keeps a row's rivals from what was learnt of itself.

    `kept` are the rows of notes that a reader kept as they were: their blanks are right and the others not.
    """
    first = np.cumsum([0] + [len(row.spans) for row in rows])
    places: list[tuple[int, list[int]]] = []
    folds: list[int] = []
    for number, (row, use, mine) in enumerate(zip(rows, used, fold, strict=True)):
        right = [k for k, aim in enumerate(row.wanted) if aim == 1]
        if use and right and len(right) < len(row.spans) and (not row.judged or number in kept):
            wrong = [first[number] + k for k in range(len(row.spans)) if k not in right]
            for k in right:
                places.append((number, [first[number] + k, *wrong]))
                folds.append(mine)
    of = np.array(folds)
    lines = [line for _, line in places]
    own = np.zeros(matrix.shape[0])
    ridge = np.array([RIDGE] * (matrix.shape[1] - 1) + [NEVER])
    rows_of = np.repeat(fold, np.diff(first))
    for f in sorted(set(folds)):
        weights = choose(matrix, [p for p, g in zip(lines, of, strict=True) if g != f], ridge)
        own[rows_of == f] = matrix[rows_of == f] @ weights
    beside = beside_rivals(rows, own)
    taught = [
        (first[number] + k, aim)
        for number, (row, use) in enumerate(zip(rows, used, strict=True))
        if use and not row.judged
        for k, aim in enumerate(row.wanted)
    ]
    rivals = fit(beside[[line for line, _ in taught]], np.array([a for _, a in taught]), RIDGE_OF_RIVALRY)
    return Fitted(choose(matrix, lines, ridge), rivals)


def scores(matrix: Any, rows: Sequence[Row], fitted: Fitted) -> Any:
    """The chance of each span of each row."""
    return logistic(beside_rivals(rows, matrix @ fitted.weights) @ fitted.rivals)


def beside_rivals(rows: Sequence[Row], own: Any) -> Any:
    """What is known of each span among the others of its clip."""
    found, at = [], 0
    for row in rows:
        found += rivalry(row.spans, own[at : at + len(row.spans)].tolist())
        at += len(row.spans)
    return sp.csr_matrix(np.array(found))


def report(rows: Sequence[Row], chances: Any) -> list[str]:
    """For several bars how many blanks are chosen in tutors' clips, and how many of them the tutor hid."""
    said = []
    hidden = sum(sum(w or 0.0 for w in row.wanted) for row in rows if not row.judged)
    clips = sum(not row.judged for row in rows)
    for bar in CHANCES:
        notes = whole = taken = right = at = 0
        for row in rows:
            mine = chances[at : at + len(row.spans)]
            at += len(row.spans)
            picks: list[int] = []
            for k in np.argsort(-mine, kind="stable"):
                if row.judged or mine[k] < bar or len(picks) == MOST:
                    break
                if not any(row.spans[k].overlaps(row.spans[c]) for c in picks):
                    picks.append(int(k))
            hits = sum(row.wanted[k] == 1 for k in picks)
            taken, right = taken + len(picks), right + hits
            notes, whole = notes + bool(picks), whole + (bool(picks) and hits == len(picks))
        said.append(
            f"chance {bar}: in {notes} of {clips} clips {taken} blanks for {hidden:.0f}; the very same "
            f"{right / max(1, taken):.3f}, found {right / hidden:.3f}, "
            f"all of a clip's right {whole / max(1, notes):.3f}"
        )
    return said


def widely_used(articles: Path, names: Sequence[str]) -> list[str]:
    """Those `names` that name no word (“family word”), or one that is short and in articles enough."""
    said = {name.partition(" ")[2] for name in names}
    words = {w for w in said if len(w) <= LONGEST}
    counts: Counter[str] = Counter()
    for line in articles.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        counts.update({text[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(text))} & words)
    free = {"#", "^", "$"}
    return [
        n
        for n in names
        if " " not in n
        or (w := n.partition(" ")[2]) in free
        or counts[w] >= ARTICLES
        or n.partition(" ")[0].endswith(("tag", "tags"))
    ]
