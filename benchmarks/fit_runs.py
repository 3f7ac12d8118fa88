"""Fit the weights that judge runs of sentences; prints them for src/jinju/extract/run_weights.py.

fit_runs.py LABELS.jsonl    labels as `score.py` reads them for the task `parallel`

A run is right where every sentence that it touches is labelled. Only runs that touch two sentences count:
the labels say nothing of clauses within one.
"""

from __future__ import annotations

import json
import sys
import tempfile
from bisect import bisect_right
from pathlib import Path
from typing import Any

import numpy as np

from fitting import folds, logistic, matrix
from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.extract.clauses import CLAUSE, SEGMENT
from jinju.extract.frames import frame_of
from jinju.extract.runs import runs
from jinju.extract.signals.parallel.run import run_signals
from jinju.model.article import Span

RIDGE = 2.0
FOLDS = 5
CONFIDENT = (0.5, 0.65, 0.8)


def joined(row: dict[str, Any]) -> tuple[str, list[Span]]:
    """The essay as one text and where its sentences stand in it."""
    text, spans = "", []
    for i, sentence in enumerate(row["sentences"]):
        if i and row["paragraphs"][i] != row["paragraphs"][i - 1]:
            text += "\n"
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def main(path: str) -> None:
    """Print figures and weights."""
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    fold = folds(["".join(r["sentences"]) for r in rows], FOLDS)
    signals, right, place = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        lexicon = open_lexicon(Path(folder))
        for number, row in enumerate(rows):
            text, spans = joined(row)
            starts = [s.start for s in spans]
            tokens = Segmenter(lexicon.over(text)).cut(text)
            boundaries = {t.start for t in tokens} | {len(text)}
            for run in runs(text, spans, boundaries):
                if run.level != SEGMENT and not (run.level == CLAUSE and run.period > 1):
                    continue
                touched = {bisect_right(starts, b.start) - 1 for b in run.branches}
                if len(touched) > 1:
                    frame = frame_of(text, run.branches, boundaries)
                    signals.append(list(run_signals(text, run, frame, boundaries)))
                    right.append(float(all(row["labels"][i] for i in touched)))
                    place.append(fold[number])
        lexicon.close()
    names = sorted({n for s in signals for n, _ in s})
    x, y, folded = matrix(signals, names), np.array(right), np.array(place)
    z = np.zeros(len(y))
    for k in range(FOLDS):
        t = logistic(x[folded != k], y[folded != k], RIDGE)
        z[folded == k] = x[folded == k] @ t[:-1] + t[-1]
    p = 1 / (1 + np.exp(-z))
    for floor in CONFIDENT:
        hit = y[p >= floor]
        print(
            f"score >= {floor}: {len(hit)} runs, precision {hit.mean():.3f}, recall {hit.sum() / y.sum():.3f}"
        )
    t = logistic(x, y, RIDGE)
    print(f"{len(rows)} essays, {len(y)} runs, {y.mean():.3f} right; bias {t[-1]:.3f}")
    for name, value in zip(names, t, strict=False):
        if abs(value) >= 5e-3:
            print(f'        "{name}": {value:.3f},')


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
