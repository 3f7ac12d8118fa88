"""Fine collocations of the form X的Y: 躬身为民的情怀."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.line import Unit
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.line import Line
    from jinju.model.lexicon import Words

_RARE = 300
"""Dictionary frequency below which a word is worth noticing (jieba's counts; 60 million words in all)."""


def modifier(line: Line, _words: Words) -> Iterator[Unit]:
    """One or two content words, 的, and a noun: 5 to 8 characters, one of the words rare."""
    tokens = line.tokens
    for at, token in enumerate(tokens):
        if token.text != "的" or not 0 < at < len(tokens) - 1:
            continue
        noun = tokens[at + 1]
        if noun.tag[:1] not in ("n", "v") or len(noun.text) < 2:
            continue
        start = at - 1
        if start > 0 and tokens[start - 1].tag[:1] in ("a", "v", "n", "d") and len(tokens[start].text) < 4:
            start -= 1
        span = Span(tokens[start].start, noun.end)
        words = [*tokens[start:at], noun]
        if 5 <= len(span) <= 8 and all(w.tag[:1] in "navidlz" for w in words if w.tag):
            rare = min(w.frequency for w in words) < _RARE
            yield Unit(span, "collocation", 0.5 if rare else 0.3)
