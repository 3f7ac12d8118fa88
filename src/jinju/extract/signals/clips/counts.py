"""Words of an article counted by sort, so that those of any clip are a difference of two sums."""

from __future__ import annotations

from itertools import accumulate
from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from jinju.model.lexicon import Token, Words

_RARE, _RAREST, _HALF = 12.0, 18.0, 0.5
_NAMES: Final = frozenset(("nr", "ns", "nt"))
GRADES: Final = ("striking", "good", "flat", "broken")


SORTS: Final = ("said", "surprise", "rare", "topic", "numbers", "names", "verbs", "singles", *GRADES)
"""`said` are words, not marks, `surprise` the sum of their surprise, `rare` those above 12 nats; `singles`
are of one character; and the grades of phrases."""


def prefix_counts(tokens: Sequence[Token], words: Words, topics: AbstractSet[str]) -> list[tuple[float, ...]]:
    """For each token, and for the end, how many words of each of the `SORTS` stand before it; linear."""
    whole = log(max(words.total, 1))
    said = [float(t.text.isalnum()) for t in tokens]
    surprise = [
        min(_RAREST, whole - log(t.frequency or _HALF)) if s else 0.0
        for t, s in zip(tokens, said, strict=True)
    ]
    grades = [words.get(t.text).grade for t in tokens]
    columns: tuple[Iterable[float], ...] = (
        said,
        surprise,
        [s > _RARE for s in surprise],
        [t.text in topics for t in tokens],
        [t.tag[:1] in ("m", "q") for t in tokens],
        [t.tag[:2] in _NAMES for t in tokens],
        [t.tag[:1] == "v" for t in tokens],
        [len(t.text) == 1 for t in tokens],
        *([g == grade for g in grades] for grade in GRADES),
    )
    return [*zip(*([0.0, *accumulate(column)] for column in columns), strict=True)]
