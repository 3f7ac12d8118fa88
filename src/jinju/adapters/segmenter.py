"""Word segmentation by jieba, fed with only the part of its dictionary that a text needs."""

from __future__ import annotations

import logging
import sys
import warnings
from typing import TYPE_CHECKING, Any

from jinju.model.lexicon import Token

if TYPE_CHECKING:
    from jinju.model.lexicon import Words


class Segmenter:
    """Cuts the text that `words` was made for exactly as jieba with its whole dictionary would."""

    def __init__(self, words: Words) -> None:
        jieba = _import_jieba()
        self._words = words
        frequencies: dict[str, int] = {}
        for word, entry in words.entries.items():
            if entry.frequency:
                frequencies[word] = entry.frequency
                for end in range(1, len(word)):
                    frequencies.setdefault(word[:end], 0)
        self._jieba = jieba.Tokenizer()
        self._jieba.FREQ = frequencies
        self._jieba.total = words.total
        self._jieba.initialized = True

    def cut(self, text: str) -> list[Token]:
        """The words of `text` in order, white space and punctuation included; they join to `text`."""
        tokens: list[Token] = []
        at = 0
        for word in self._jieba.cut(text):
            entry = self._words.get(word)
            tokens.append(Token(word, at, entry.tag, entry.frequency))
            at += len(word)
        return tokens


def _import_jieba() -> Any:
    """Import jieba quietly and without pkg_resources, which it would load (120 ms) only to find a file."""
    missing = object()
    before = sys.modules.get("pkg_resources", missing)
    if before is missing:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if before is missing:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(logging.ERROR)
    return jieba
