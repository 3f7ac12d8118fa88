"""What characters tell of a note by where they stand: figures learnt, one a character and place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinju.model.lexicon import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jinju.model.article import Span

PLACES: Final = ("clip", "hidden", "beside", "first")
"""In the clip, in its blanks, in the words on both sides of the clip, in its first word."""
_COMMON, _FADING = 3e-5, 0.35
"""A word's share of all words from which it counts less than 1, and how fast less."""

Sum = tuple[float, float]
"""What some words tell in all, and their mass: the sum of the squares of what each counts."""


@dataclass(frozen=True, slots=True)
class Tones:
    """For each character its figures, in the order of `PLACES`; a character without any counts nothing."""

    figures: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def of_word(self, word: str, place: int) -> float:
        """The mean of its characters' figures."""
        get = self.figures.get
        known = [row[place] for row in map(get, word) if row is not None]
        return sum(known) / len(known) if known else 0.0

    def sums(self, tokens: Iterable[Token], place: int, total: int) -> list[Sum]:
        """What each word tells and its mass; `total` is the sum of all words' frequencies."""
        found = []
        for token in tokens:
            counts = heft(token.frequency, total)
            found.append((counts * self.of_word(token.text, place), counts * counts))
        return found


def shared(tokens: Iterable[Token], span: Span) -> list[Token]:
    """The words that lie in `span`, of those at its edges the part that does."""
    found = []
    for token in tokens:
        start, end = max(token.start, span.start), min(token.end, span.end)
        if start < end:
            said = token.text[start - token.start : end - token.start]
            found.append(Token(said, start, token.tag, token.frequency))
    return found


def heft(frequency: int, total: int) -> float:
    """0..1: how much a word counts; common ones count less."""
    return min(1.0, float((_COMMON * max(total, 1) / (frequency + 1)) ** _FADING))


def tone(told: Sum) -> float:
    """What words tell on the whole, by the sum of what each tells and their mass."""
    return told[0] / (told[1] + 1)
