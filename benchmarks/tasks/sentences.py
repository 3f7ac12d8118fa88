"""How much each sentence is worth memorising."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinju.adapters.judges import load_judges
from jinju.adapters.lexicon import Lexicon, open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.extract.parallel import find_parallels
from jinju.extract.pick import worth_of
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.weights import Judges


@cache
def _parts() -> tuple[Lexicon, Judges]:
    return open_lexicon(), load_judges()


def joined(sentences: Sequence[str]) -> tuple[str, list[Span]]:
    """The sentences as one text, and where each stands in it."""
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    return " ".join(sentences), spans


def predict(row: dict[str, Any]) -> dict[str, list[float]]:
    """`scores`, one for each sentence of the article."""
    lexicon, judges = _parts()
    text, spans = joined(row["sentences"])
    words = lexicon.over(text)
    cut = Segmenter(words).cut
    parallels = find_parallels(text, spans, cut(text), words)
    tokens = [cut(sentence) for sentence in row["sentences"]]
    scored = worth_of(text, spans, tokens, parallels, words=words, judges=judges)
    return {"scores": [s.score for s in scored]}
