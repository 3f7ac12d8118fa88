"""A sentence as the signals see it, and what a signal sees in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.article import Sentence, Span
    from jinju.model.lexicon import Token


_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as the signals see it: its text, where it starts in the article, its words."""

    text: str
    start: int
    tokens: tuple[Token, ...]
    edges: frozenset[int]
    """Offsets into `text` at which a word begins or ends."""

    def inside(self, span: Span) -> Iterator[Token]:
        """The words that lie whole in `span` of the text."""
        first = bisect_left(self.tokens, span.start, key=attrgetter("start"))
        for index in range(first, len(self.tokens)):
            token = self.tokens[index]
            if token.end > span.end:
                return
            yield token


@dataclass(frozen=True, slots=True)
class Unit:
    """A candidate phrase of a line: `span` into the line's text, and what a signal saw in it."""

    span: Span
    code: str
    strength: float
    detail: str = ""


def is_han(text: str) -> bool:
    """Whether every character is a Chinese one."""
    return _HAN.fullmatch(text) is not None


def line_of(text: str, sentence: Sentence, tokens: Sequence[Token]) -> Line:
    """The line of `sentence`; `tokens` are those of the sentence, offsets into it."""
    edges = {0, len(sentence.span)} | {t.start for t in tokens}
    return Line(sentence.span.of(text), sentence.span.start, tuple(tokens), frozenset(edges))
