"""What the checks ask about words, answered from the lexicon and by jieba."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter

if TYPE_CHECKING:
    from pathlib import Path


class WordFacts:
    """Knows the words that can stand in `text`, which is read once."""

    def __init__(self, text: str, cache: Path | None = None) -> None:
        lexicon = open_lexicon(cache)
        self._known = lexicon.over(text)
        lexicon.close()
        self._cut = Segmenter(self._known).cut

    def words(self, text: str) -> list[str]:
        """The words of a blank, in order."""
        return [token.text for token in self._cut(text)]

    def frequency(self, word: str) -> int:
        """The word's frequency in jieba's dictionary; 0 where it is unknown."""
        return self._known.get(word).frequency

    def is_phrase(self, text: str) -> bool:
        """Whether our own list holds it as a set phrase."""
        return self._known.get(text).phrase
