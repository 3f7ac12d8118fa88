"""How much each sentence is worth memorising."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.sayings import load_sayings
from jinju.adapters.segmenter import Segmenter
from jinju.adapters.weights import load_weights
from jinju.extract.parallel import branch_shares, find_parallels, score_whole_sentences
from jinju.extract.worth import score_sentences
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def joined(sentences: Sequence[str]) -> tuple[str, list[Span]]:
    """The sentences as one text, and where each stands in it."""
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    return " ".join(sentences), spans


def predict(row: dict[str, Any]) -> dict[str, list[float]]:
    """`scores`, one for each sentence of the article."""
    lexicon, sayings, lines, pairs, stages = _parts()
    sentences = row["sentences"]
    text, spans = joined(sentences)
    words = lexicon.over(text)
    segmenter = Segmenter(words)
    parallel = score_whole_sentences(text, spans, [0] * len(spans), pairs, stages)
    found = find_parallels(text, spans, segmenter.cut(text), words)
    scored = score_sentences(
        sentences,
        lines,
        parallel=[p.score for p in parallel],
        branches=branch_shares(spans, found),
        words=words,
        tokens=[[t.text for t in segmenter.cut(s)] for s in sentences],
        sayings=sayings,
    )
    return {"scores": [s.score for s in scored]}
