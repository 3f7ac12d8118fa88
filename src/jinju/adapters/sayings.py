"""The shipped table of clauses that recur across articles."""

from __future__ import annotations

from jinju.adapters.data import data_file


def load_sayings() -> dict[str, float]:
    """Clause (its first eight characters) -> number of articles in which it stands."""
    text = data_file("sayings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {clause: float(count) for clause, count in rows}
