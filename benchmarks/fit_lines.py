"""Fit the weights of the sentence scorers from labelled rows and print cross-validated figures.

fit_lines.py parallel LABELS.jsonl             writes data/parallel.json and data/parallel-pairs.json
fit_lines.py lines ARTICLES.jsonl LABELS.jsonl…  writes data/lines.json; run `parallel` first
fit_lines.py sayings ARTICLES.jsonl            writes data/sayings.tsv (clauses of at most 8 characters
                                               that at least 3 articles hold, mostly in quotation marks)

`--dry-run` at the end only prints the figures. Folds are by essay; essays that share a fifth of their
12-character strings fall into one fold. An article's own copy is never counted among its sayings.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fit_parallel
import fit_worth
from sayings import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[1] / "src" / "jinju" / "data"


def read(path: str) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def write(
    name: str,
    names: Sequence[str],
    values: Sequence[float],
    provenance: str,
    *,
    bias: float = 0.0,
    extra: dict[str, float] | None = None,
) -> None:
    """One weights file, as `jinju.adapters.weights` reads it."""
    weights = {n: round(float(v), 4) for n, v in zip(names, values, strict=True) if abs(v) >= 5e-5}
    body = {"provenance": provenance, "bias": round(bias, 4), "weights": weights, "extra": extra or {}}
    (DATA / f"{name}.json").write_text(
        json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def parallel(path: str, *, dry: bool) -> None:
    """Fit and write both stages of the parallelism scorer."""
    rows = read(path)
    essays = [fit_parallel.Essay(r) for r in rows]
    said = fit_parallel.cross_validated(rows, essays)
    print(said)
    if dry:
        return
    model = fit_parallel.fit(essays)
    source = f"fit_lines.py parallel on {Path(path).name}, {len(rows)} essays, CC-BY-SA 4.0 labels; {said}"
    write("parallel-pairs", model["pair_names"], model["pair"][:-1], source, bias=float(model["pair"][-1]))
    threshold = 1 / (1 + pow(2.718281828459045, -model["threshold"]))
    write(
        "parallel",
        model["line_names"],
        model["line"][:-1],
        source,
        bias=float(model["line"][-1]),
        extra={"threshold": round(threshold, 4)},
    )


def lines(articles: str, paths: Sequence[str], *, dry: bool) -> None:
    """Fit and write the scorer of worth."""
    rows = [row | {"file": Path(p).stem} for p in paths for row in read(p)]
    data = fit_worth.prepared(rows, read(articles))
    said = fit_worth.cross_validated(rows, data)
    print(said)
    if dry:
        return
    names, values, bias = fit_worth.fit(data)
    files = ", ".join(Path(p).name for p in paths)
    write("lines", names, values, f"fit_lines.py lines on {files}, {len(rows)} rows; {said}", bias=bias)


def sayings(path: str, *, dry: bool) -> None:
    """Count the clauses that recur across articles, and write those that people quote."""
    table, articles = counted(read(path))
    print(f"{len(table)} clauses from {articles} articles")
    if dry:
        return
    head = (
        f"# Clauses (their first 8 characters) and the number of articles, of {articles}, that hold them.\n"
    )
    body = "".join(f"{c}\t{n}\n" for c, n in sorted(table.items(), key=lambda item: (-item[1], item[0])))
    (DATA / "sayings.tsv").write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    said = [a for a in sys.argv[1:] if a != "--dry-run"]
    only = "--dry-run" in sys.argv
    match said:
        case ["parallel", path]:
            parallel(path, dry=only)
        case ["lines", articles, *paths] if paths:
            lines(articles, paths, dry=only)
        case ["sayings", path]:
            sayings(path, dry=only)
        case _:
            sys.exit(__doc__)
