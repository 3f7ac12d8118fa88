"""What people would hide in an article's sentences, asked only of those from which a clip is made."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from jinju.extract.spans import best_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jinju.model.article import Article, Span
    from jinju.model.lexicon import Token, Words
    from jinju.model.weights import SpanWeights

LOOKED_AT = 12
"""How many of a sentence's spans the ranker names."""


class Ranked:
    """The span ranker's word on each sentence of an article, remembered once it was asked."""

    def __init__(
        self, article: Article, cut: Callable[[str], Sequence[Token]], words: Words, weights: SpanWeights
    ) -> None:
        self._text, self._cut, self._words, self._weights = article.text, cut, words, weights
        self._sentences = [s.span for s in article.sentences]
        self._starts = [s.start for s in self._sentences]
        self._known: dict[int, Mapping[Span, float]] = {}

    def within(self, clip: Span) -> dict[Span, float]:
        """The best spans that lie in `clip`, from its start on, with a share, 0..1, of their sentence's best.

        The ranker was fitted to what people blanked, one sentence at a time.
        """
        found: dict[Span, float] = {}
        index = max(0, bisect_right(self._starts, clip.start) - 1)
        while index < len(self._sentences) and self._starts[index] < clip.end:
            shares = self._shares(index)
            found.update((s.shifted(-clip.start), share) for s, share in shares.items() if clip.contains(s))
            index += 1
        return found

    def _shares(self, index: int) -> Mapping[Span, float]:
        if index not in self._known:
            sentence = self._sentences[index]
            said = sentence.of(self._text)
            best = best_spans(said, self._cut(said), self._words, self._weights, LOOKED_AT)
            self._known[index] = {s.shifted(sentence.start): score / best[0][1] for s, score in best}
        return self._known[index]
