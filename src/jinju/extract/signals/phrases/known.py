"""Idioms and set phrases that a dictionary, or our own reviewed list, holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from jinju.extract.line import Unit
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.line import Line
    from jinju.model.lexicon import Words

_SHORTEST, _LONGEST = 3, 8
EVERYDAY = 500
"""Dictionary frequency from which a word is everyday (jieba's counts)."""
_PLAIN = frozenset("的了是不在有和就都很太")
_NOT_IDIOMS = frozenset(("大大提高", "好不好", "为什么", "怎么样", "一个样", "有没有", "是不是", "切身感受"))
"""Entries that jieba's dictionary tags as idioms or set phrases and that are plain words."""


def known(line: Line, words: Words) -> Iterator[Unit]:
    """Runs of whole words that stand in the lexicon as idiom (成语), set phrase or reviewed phrase."""
    text, entries = line.text, words.entries
    edges = sorted(line.edges)
    for token in line.tokens:
        near = bisect_left(edges, token.start + _SHORTEST)
        for end in edges[near : bisect_right(edges, token.start + _LONGEST, near)]:
            run = text[token.start : end]
            entry = entries.get(run)
            if entry is None or run in _NOT_IDIOMS:
                continue
            if entry.phrase:
                yield Unit(Span(token.start, end), "set-phrase", 1.0)
            elif len(run) >= 4 and entry.tag == "i":
                plain = _compositional(run, words)
                yield Unit(Span(token.start, end), "set-phrase" if plain else "idiom", 0.4 if plain else 1.0)
            elif len(run) >= 4 and entry.tag in ("l", "nz") and not _PLAIN & set(run):
                yield Unit(Span(token.start, end), "set-phrase", _strength(run, entry.tag, words))


def _strength(run: str, tag: str, words: Words) -> float:
    """What a set phrase of the dictionary is worth: little where it is two everyday words side by side."""
    if _compositional(run, words):
        return 0.3
    return 0.55 if tag == "l" else 0.3


def _compositional(run: str, words: Words) -> bool:
    """Whether it is two everyday words of two characters each: 积极参与, 根本宗旨."""
    halves = (run[:2], run[2:])
    return len(run) == 4 and all(words.get(half).frequency >= EVERYDAY for half in halves)
