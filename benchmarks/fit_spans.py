"""Fits the weights by which jinju chooses what to hide, and says how good they are on rows not learnt from.

fit_spans.py ARTICLES.jsonl ROWS.jsonl[:WEIGHT] ... [--date YYYY-MM-DD] [--folds N] [--dry]

ROWS have a `sentence` and its `blanks`; WEIGHT is what a row of that file counts (default 1). Writes
src/jinju/data/spans.json. A word stands in it only if it is at most eight characters long and stands in at
least three of ARTICLES. Needs the extra `bench` (numpy, scipy). About two minutes on 1,800 rows.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

import numpy as np  # noqa: E402

from jinju.extract.spans import choose_among  # noqa: E402
from jinju.model.weights import SpanWeights  # noqa: E402
from span_fit.design import SLOPE, Name, design  # noqa: E402
from span_fit.learning import agreement, fit_pairs, fit_spans  # noqa: E402
from span_fit.rows import Row, folds, read_rows  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

TARGET = HERE.parent / "src" / "jinju" / "data" / "spans.json"
EXTRA = {"overlap": 0.4, "pair": 0.5}
"""Chosen on the cross-validated figures: see RESULTS.md."""
LEAST_WEIGHT = 0.03
"""Smaller weights are left out of the file."""


def judge(row: Row, picks: list[tuple[int, int]]) -> tuple[float, float, float]:
    """Exact, overlap and character F1, as the benchmark's scorer counts them."""
    hidden = {i for start, end in row.truth for i in range(start, end)}
    taken = {i for start, end in picks for i in range(start, end)}
    both = len(hidden & taken)
    return (
        sum(p in row.truth for p in picks) / len(row.truth),
        sum(any(agreement(t, p) for p in picks) for t in row.truth) / len(row.truth),
        2 * both / (len(hidden) + len(taken)) if both else 0.0,
    )


def cross_validate(rows: Sequence[Row], matrix: Any, edges: Any, fold: Sequence[int]) -> dict[str, str]:
    """Mean and standard error of each file's figures, every row judged by weights that never saw its fold."""
    scores = np.zeros(matrix.shape[0])
    for f in sorted(set(fold)):
        weights = fit_spans(rows, matrix, edges, [r for r in range(len(rows)) if fold[r] != f])
        weights[np.abs(weights) < LEAST_WEIGHT] = 0.0
        for r in range(len(rows)):
            if fold[r] == f:
                lines = slice(edges[r], edges[r + 1])
                scores[lines] = matrix[lines] @ weights
    results: dict[str, list[tuple[float, float, float]]] = {}
    for f in sorted(set(fold)):
        pairs = fit_pairs(rows, scores, edges, [r for r in range(len(rows)) if fold[r] != f])
        weights = SpanWeights({}, pairs=pairs, extra=EXTRA)
        for r, row in enumerate(rows):
            if fold[r] == f:
                sums = [(float(scores[edges[r] + x]), i, j) for x, (i, j) in enumerate(row.cands)]
                chosen = choose_among(row.scene, sums, weights, len(row.truth))
                results.setdefault(row.file, []).append(judge(row, [(s.start, s.end) for s in chosen]))
    return {file: _figures(np.array(found)) for file, found in results.items()}


def _figures(found: Any) -> str:
    mean, error = found.mean(axis=0), found.std(axis=0, ddof=1) / len(found) ** 0.5
    names = ("exact", "overlap", "char_f1")
    return ", ".join(f"{n} {m:.3f} ±{e:.3f}" for n, m, e in zip(names, mean, error, strict=True))


_HAN = re.compile(r"[\u4e00-\u9fff]+")


def may_ship(names: Sequence[Name], texts: Sequence[str]) -> list[bool]:
    """Whether all strings in a feature's key are short and stand in three or more articles."""
    known: dict[str, bool] = {}

    def stands(string: str) -> bool:
        if string not in known:
            holders = (1 for text in texts if string in text)
            known[string] = len(string) <= 8 and sum(1 for _ in zip(range(3), holders, strict=False)) == 3
        return known[string]

    allowed = []
    for family, key in names:
        strings = set(_HAN.findall(key))
        if family in ("before2 both", "after2 both"):
            strings |= set(_HAN.findall(key.replace(" ", "")))
        allowed.append(all(map(stands, strings)))
    return allowed


def main() -> None:
    """Read, fit, judge, write."""
    parser = argparse.ArgumentParser(description="Fit the weights that choose what to hide.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("rows", nargs="+", help="FILE or FILE:WEIGHT")
    parser.add_argument("--date", default="undated")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="only judge, write nothing")
    said = parser.parse_args()
    files = []
    for given in said.rows:
        path, _, weight = given.partition(":")
        files.append((Path(path), float(weight or 1)))
    rows = read_rows(files)
    matrix, names, edges = design(rows)
    lines = said.articles.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
    allowed = np.array(may_ship(names, texts))
    matrix, names = matrix[:, allowed], [n for n, a in zip(names, allowed, strict=True) if a]
    print(f"{len(rows)} rows, {matrix.shape[0]} candidates, {len(names)} features")
    for label, grouped in (("near-copies in one fold", True), ("plain folds", False)):
        figures = cross_validate(rows, matrix, edges, folds(rows, said.folds, grouped=grouped))
        for file, text in figures.items():
            print(f"{label}: {file}: {text}", flush=True)
    if said.dry:
        return
    weights = fit_spans(rows, matrix, edges, range(len(rows)))
    tables: dict[str, dict[str, float]] = {}
    slopes = {}
    for (family, key), weight in sorted(zip(names, weights, strict=True), key=itemgetter(0)):
        if abs(weight) >= LEAST_WEIGHT and key == SLOPE:
            slopes[family] = round(float(weight), 3)
        elif abs(weight) >= LEAST_WEIGHT:
            tables.setdefault(family, {})[key] = round(float(weight), 3)
    pairs = fit_pairs(rows, matrix @ weights, edges, range(len(rows)))
    sources = ", ".join(f"{p.name} ({sum(r.file == p.stem for r in rows)} rows x {w:g})" for p, w in files)
    raw = {
        "provenance": f"{sources}; {said.date}; listwise logistic regression, benchmarks/fit_spans.py",
        "extra": EXTRA,
        "slopes": slopes,
        "pairs": {name: round(weight, 3) for name, weight in sorted(pairs.items())},
        "tables": tables,
    }
    TARGET.write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{sum(map(len, tables.values()))} weights, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
