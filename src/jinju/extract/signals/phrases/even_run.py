"""Neighbouring units of the same length: 俯下身子、迈开步子; 张弛有度、收放自如; 民智民慧."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.extract.line import Unit
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.line import Line
    from jinju.model.lexicon import Words

_PIECE = re.compile(r"[^\s，、。；：！？…—“”‘’《》（）,;:!?()]+")
_LIGHT = frozenset("的了着过是在和与及或")


def even_run(line: Line, words: Words) -> Iterator[Unit]:
    """Pieces of 3 to 5 characters beside pieces of the same length; short runs are taken whole."""
    text = line.text
    pieces = [Span(*m.span()) for m in _PIECE.finditer(text)]
    for index, piece in enumerate(pieces):
        if len(piece) not in (3, 4, 5) or not _verbal(line, piece, words):
            continue
        before = index > 0 and _beside(text, pieces[index - 1], piece)
        after = index + 1 < len(pieces) and _beside(text, piece, pieces[index + 1])
        if len(piece) == 4:
            yield Unit(piece, "four-character", 0.75 if before or after else 0.45)
        if after and not before:
            end = index + 1
            while end + 1 < len(pieces) and _beside(text, pieces[end], pieces[end + 1]):
                end += 1
            run = Span(piece.start, pieces[end].end)
            if len(run) <= 11:
                yield Unit(run, "even-pair", 1.0 if len(piece) > 3 else 0.85)


def _beside(text: str, left: Span, right: Span) -> bool:
    return len(left) == len(right) and text[left.end : right.start] in ("、", "，")


def _verbal(line: Line, piece: Span, words: Words) -> bool:
    """More than a list of nouns or names: no light word at an edge, and something other than nouns inside."""
    text = piece.of(line.text)
    if text[0] in _LIGHT or text[-1] in _LIGHT or not all("\u4e00" <= c <= "\u9fff" for c in text):
        return False
    if words.get(text).tag in ("i", "l") or words.get(text).phrase:
        return True
    tags = [t.tag[:1] for t in line.tokens if piece.start <= t.start and t.end <= piece.end]
    return bool(tags) and any(tag not in "nmqtsrj" for tag in tags if tag)
