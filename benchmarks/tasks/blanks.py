"""Which spans of a sentence should be hidden."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinju.adapters.lexicon import Lexicon, open_lexicon
from jinju.adapters.segmenter import Segmenter


@cache
def _lexicon() -> Lexicon:
    return open_lexicon()


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The `n` spans of the row's sentence that are most worth hiding, best first."""
    words = _lexicon().over(row["sentence"])
    tokens = Segmenter(words).cut(row["sentence"])
    best = sorted((t for t in tokens if len(t.text) > 1), key=lambda t: (t.frequency, t.start))
    return {"blanks": [[t.start, t.end] for t in best[: row["n"]]]}
