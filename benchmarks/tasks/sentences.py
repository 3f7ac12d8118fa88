"""How much each sentence is worth memorising."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.sayings import load_sayings
from jinju.adapters.segmenter import Segmenter
from jinju.adapters.weights import load_weights
from jinju.extract.parallel_score import score_parallel
from jinju.extract.worth import score_sentences

if TYPE_CHECKING:
    from jinju.adapters.lexicon import Lexicon
    from jinju.model.weights import Weights


@cache
def _parts() -> tuple[Lexicon, dict[str, float], Weights, Weights, Weights]:
    return (
        open_lexicon(),
        load_sayings(),
        load_weights("lines"),
        load_weights("parallel-pairs"),
        load_weights("parallel"),
    )


def predict(row: dict[str, Any]) -> dict[str, list[float]]:
    """`scores`, one for each sentence of the article."""
    lexicon, sayings, lines, pairs, stages = _parts()
    sentences = row["sentences"]
    words = lexicon.over("\n".join(sentences))
    segmenter = Segmenter(words)
    parallel = score_parallel(sentences, [0] * len(sentences), pairs, stages)
    scored = score_sentences(
        sentences,
        lines,
        parallel=[p.score for p in parallel],
        words=words,
        tokens=[[t.text for t in segmenter.cut(s)] for s in sentences],
        sayings=sayings,
    )
    return {"scores": [s.score for s in scored]}
