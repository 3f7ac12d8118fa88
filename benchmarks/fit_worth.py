"""Fit the scorer of how much a sentence is worth memorising; see fit_lines.py for the command line."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from fitting import Signals, figures, folds, listwise, matrix, ranking
from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.sayings import load_sayings
from jinju.adapters.segmenter import Segmenter
from jinju.adapters.weights import load_weights
from jinju.extract.parallel import branch_shares, find_parallels, score_whole_sentences
from jinju.extract.signals.lines.line import lines_of
from jinju.extract.worth import signals_of
from sayings import keys
from tasks.sentences import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fitting import Array

RIDGE = 1.0
SHARE = {"sentences_examined": 1.7}
"""How much a row of a file counts in the fit; the short passages say less each than an essay."""
FOLDS = 8
_GRAM = 12
_OWN = 0.2
WISHES = {
    "template.": (0.25, 0.1, 3.0),
    "definition.": (0.25, 0.1, 3.0),
    "metaphor.": (0.3, 0.15, 3.0),
    "rhythm.parallel": (0.8, 0.5, 3.0),
    "rhythm.branches": (1.5, 1.2, 4.0),
    "rarity.names": (-1.0, -9.0, 0.0),
    "quotation.spoken": (-1.5, -9.0, -1.0),
    "rhythm.four": (0.4, 0.2, 3.0),
    "rarity.idioms": (0.4, 0.2, 3.0),
    "thesis.must": (0.2, 0.0, 3.0),
    "thesis.hence": (0.1, 0.0, 3.0),
    "thesis.ought": (0.0, -0.4, 3.0),
    "thesis.echo-title": (0.5, 0.0, 3.0),
    "thesis.step": (-0.4, -3.0, -0.2),
    "place.opening": (0.2, 0.1, 3.0),
    "place.closing": (0.2, 0.0, 3.0),
    "place.no-stop": (-0.8, -3.0, -0.5),
    "facts.numbers": (-0.6, -3.0, -0.4),
    "facts.exam": (-1.2, -9.0, -0.8),
    "facts.date": (-0.5, -3.0, -0.2),
    "facts.pronoun": (-0.5, -3.0, -0.3),
    "facts.letters": (-0.2, -3.0, 0.0),
    "quotation.catch-words": (0.1, -0.2, 3.0),
}
"""Prior, least and greatest weight of a signal or family, where a tutor's rules say more than the labels.

The labels are mostly quotations; a deck also takes parallelism, definitions, frames and metaphors.
"""


def prepared(
    rows: Sequence[dict[str, Any]], articles: Sequence[dict[str, Any]]
) -> list[tuple[list[Signals], Array, float]]:
    """For each row its sentences' signals, its labels, and its weight in the fit."""
    table = load_sayings()
    own = _own_counts(rows, articles, set(table))
    pairs, stages = load_weights("parallel-pairs"), load_weights("parallel")
    with tempfile.TemporaryDirectory() as folder:
        lexicon = open_lexicon(Path(folder))
        data = []
        for row, mine in zip(rows, own, strict=True):
            sentences = row["sentences"]
            words = lexicon.over("\n".join(sentences))
            segmenter = Segmenter(words)
            text, spans = joined(sentences)
            tokens = segmenter.cut(text)
            lines = lines_of(
                sentences,
                parallel=[
                    p.score for p in score_whole_sentences(text, spans, [0] * len(spans), pairs, stages)
                ],
                branches=branch_shares(spans, find_parallels(text, spans, tokens, words)),
                words=words,
                tokens=[[t.text for t in segmenter.cut(s)] for s in sentences],
                sayings={k: n - mine[k] for k, n in table.items()},
            )
            data.append(
                (
                    [signals_of(line) for line in lines],
                    np.array(row["labels"], float),
                    SHARE.get(row["file"], 1.0),
                )
            )
        lexicon.close()
    return data


def _own_counts(
    rows: Sequence[dict[str, Any]], articles: Sequence[dict[str, Any]], table: set[str]
) -> list[Counter[str]]:
    """For each row how often its own copies among the articles were counted into the table."""
    holders: dict[str, set[int]] = {}
    for i, article in enumerate(articles):
        text = re.sub(r"\s", "", article["text"])
        for k in range(len(text) - _GRAM):
            holders.setdefault(text[k : k + _GRAM], set()).add(i)
    counts = []
    for row in rows:
        text = re.sub(r"\s", "", "".join(row["sentences"]))
        grams = {text[k : k + _GRAM] for k in range(max(1, len(text) - _GRAM))}
        shared = Counter(i for g in grams for i in holders.get(g, ()))
        mine = [i for i, n in shared.items() if n > _OWN * len(grams)]
        counts.append(Counter(k for i in mine for k in keys(articles[i]["text"]) if k in table))
    return counts


def fit(data: Sequence[tuple[list[Signals], Array, float]]) -> tuple[list[str], Array, float]:
    """Names, weights and the bias that puts one sentence in five above one half."""
    names = sorted({n for row, _, _ in data for s in row for n, _ in s})
    prior, low, high = (np.array(c) for c in zip(*map(_wish, names), strict=True))
    lists = [(matrix(r, names), y, w) for r, y, w in data if 0 < y.sum() < len(y)]
    values = listwise(lists, prior, low, high, RIDGE)
    spread = np.concatenate([x @ values for x, _, _ in lists])
    return names, values, -float(np.quantile(spread, 0.8))


def _wish(name: str) -> tuple[float, float, float]:
    for key, wish in WISHES.items():
        if name == key or (key.endswith(".") and name.startswith(key)):
            return wish
    return (0.0, -9.0, 9.0)


def cross_validated(
    rows: Sequence[dict[str, Any]], data: Sequence[tuple[list[Signals], Array, float]]
) -> str:
    """Figures for each file of labels, by weights that never saw the essay."""
    fold = folds(["".join(r["sentences"]) for r in rows], FOLDS)
    found: dict[str, list[tuple[float, ...]]] = {}
    for k in range(FOLDS):
        names, values, _ = fit([d for d, f in zip(data, fold, strict=True) if f != k])
        for row, (signals, y, _), f in zip(rows, data, fold, strict=True):
            if f == k and 0 < y.sum() < len(y):
                found.setdefault(row["file"], []).append(ranking(y, matrix(signals, names) @ values))
    return "; ".join(f"{name}: {figures(result)}" for name, result in sorted(found.items()))
