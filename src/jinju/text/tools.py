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


@dataclass(frozen=True, slots=True)
class Tools:
    """All that the steps may lean on."""

    lexicon: Lexicon
    simplifier: Simplifier
