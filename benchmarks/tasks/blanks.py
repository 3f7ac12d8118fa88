"""Which spans of a sentence should be hidden, answered by the ranker that makes decks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinju.adapters.lexicon import Lexicon, open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.adapters.weights import load_span_weights
from jinju.extract.spans import choose_spans

if TYPE_CHECKING:
    from jinju.model.weights import SpanWeights


@cache
def _resources() -> tuple[Lexicon, SpanWeights]:
    return open_lexicon(), load_span_weights()


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The `n` spans of the row's sentence that are most worth hiding, best first."""
    lexicon, weights = _resources()
    sentence = row["sentence"]
    words = lexicon.over(sentence)
    chosen = choose_spans(sentence, Segmenter(words).cut(sentence), words, weights, row["n"])
    return {"blanks": [[scored.span.start, scored.span.end] for scored in chosen]}
