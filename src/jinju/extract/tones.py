"""The tone of every clip of an article: what the characters in it and around it tell; linear."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from jinju.model.tones import PLACES, tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.article import Span
    from jinju.model.lexicon import Token
    from jinju.model.tones import Sum, Tones

BESIDE: Final = 8
"""Words on either side of a clip."""


class ArticleTones:
    """Knows the tone of any clip of an article; `total` is the sum of all words' frequencies."""

    def __init__(self, tokens: Sequence[Token], tones: Tones, total: int) -> None:
        self._tokens, self._tones = tokens, tones
        self._starts = [t.start for t in tokens]
        self._clip, self._beside = (
            _running(tones.sums(tokens, PLACES.index(place), total)) for place in ("clip", "beside")
        )

    def of(self, clip: Span) -> Iterator[tuple[str, float]]:
        """By place."""
        first, stop = bisect_left(self._starts, clip.start), bisect_left(self._starts, clip.end)
        before, behind = max(0, first - BESIDE), min(len(self._tokens), stop + BESIDE)
        near, after = _between(self._beside, before, first), _between(self._beside, stop, behind)
        yield "tone.clip", tone(_between(self._clip, first, stop))
        yield "tone.beside", tone((near[0] + after[0], near[1] + after[1]))
        if first < stop:
            yield "tone.first", self._tones.of_word(self._tokens[first].text, PLACES.index("first"))


def _running(row: Sequence[Sum]) -> list[Sum]:
    """The sums of the first none, one, two … of the row."""
    return [*accumulate(row, lambda a, b: (a[0] + b[0], a[1] + b[1]), initial=(0.0, 0.0))]


def _between(running: Sequence[Sum], first: int, stop: int) -> Sum:
    return running[stop][0] - running[first][0], running[stop][1] - running[first][1]
