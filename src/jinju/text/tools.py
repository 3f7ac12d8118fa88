"""What the text layer needs from outside: knowledge of words, and a converter of traditional characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet


class Lexicon(Protocol):
    """Readings of characters and frequencies of words in simplified Chinese."""

    @property
    def total(self) -> int:
        """Sum of all frequencies."""

    def readings(self, characters: AbstractSet[str]) -> Mapping[str, tuple[str, ...]]:
        """Pinyin readings with tone marks, commonest first, of those that have any."""

    def frequencies(self, words: AbstractSet[str]) -> Mapping[str, int]:
        """Frequencies of those of `words` that are known."""


class Simplifier(Protocol):
    """Turns traditional characters into simplified ones, one for one."""

    def simplify(self, text: str) -> str:
        """The same text in simplified characters, of the same length."""


class Remembering:
    """A lexicon that asks another one only once for each character and word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._readings: dict[str, tuple[str, ...]] = {}
        self._frequencies: dict[str, int] = {}

    @property
    def total(self) -> int:
        """Sum of all frequencies."""
        return self._lexicon.total

    def readings(self, characters: AbstractSet[str]) -> Mapping[str, tuple[str, ...]]:
        """Pinyin readings with tone marks, commonest first, of those that have any."""
        new = set(characters - self._readings.keys())
        self._readings |= dict.fromkeys(new, ()) | dict(self._lexicon.readings(new))
        return {c: found for c in characters if (found := self._readings[c])}

    def frequencies(self, words: AbstractSet[str]) -> Mapping[str, int]:
        """Frequencies of those of `words` that are known."""
        new = set(words - self._frequencies.keys())
        self._frequencies |= dict.fromkeys(new, 0) | dict(self._lexicon.frequencies(new))
        return {word: found for word in words if (found := self._frequencies[word])}


@dataclass(frozen=True, slots=True)
class Tools:
    """All that the steps may lean on."""

    lexicon: Lexicon
    simplifier: Simplifier
