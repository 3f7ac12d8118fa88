"""Neighbouring units of the same length: 俯下身子、迈开步子; 张弛有度、收放自如; 民智民慧."""

from __future__ import annotations

import re
from itertools import pairwise
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
    """Pieces of 3 or 4 characters beside pieces of the same length; a pair is taken whole."""
    text = line.text
    pieces = _aligned([Span(*m.span()) for m in _PIECE.finditer(text)], line)
    for index, piece in enumerate(pieces):
        if len(piece) not in (3, 4) or not _verbal(line, piece, words):
            continue
        before = index > 0 and _beside(text, pieces[index - 1], piece)
        after = index + 1 < len(pieces) and _beside(text, piece, pieces[index + 1])
        if len(piece) == 4:
            yield Unit(piece, "four-character", 0.65 if before or after else 0.3)
        if not after:
            continue
        second = pieces[index + 1]
        longer = index + 2 < len(pieces) and _beside(text, second, pieces[index + 2])
        alike = _chiming(piece.of(text)) and _chiming(second.of(text))
        if alike or not (before or longer):
            strength = 1.05 if alike else 1.0 if len(piece) > 3 else 0.85
            yield Unit(Span(piece.start, second.end), "even-pair", strength)


def _aligned(pieces: list[Span], line: Line) -> list[Span]:
    """A long piece before 、 and a short one gives only its tail of that length: …要|俯下身子、迈开步子."""
    first = {t.start: t.tag[:1] for t in line.tokens}
    for index, (long, short) in enumerate(pairwise(pieces)):
        start = long.end - len(short)
        joined = line.text[long.end : short.start] == "、" and len(short) in (3, 4) and len(long) > len(short)
        if joined and start in line.edges and first.get(start) == first.get(short.start) == "v":
            pieces[index] = Span(start, long.end)
    return pieces


def _chiming(piece: str) -> bool:
    """Whether a character comes twice: 特事特办."""
    return len(set(piece)) < len(piece)


def _beside(text: str, left: Span, right: Span) -> bool:
    return len(left) == len(right) and text[left.end : right.start] in ("、", "，")


def _verbal(line: Line, piece: Span, words: Words) -> bool:
    """More than a list of nouns or names: no light word at an edge, and something other than nouns inside."""
    text = piece.of(line.text)
    if text[0] in _LIGHT or text[-1] in _LIGHT or not all("\u4e00" <= c <= "\u9fff" for c in text):
        return False
    if words.get(text).tag in ("i", "l") or words.get(text).phrase or _chiming(text):
        return True
    tags = [t.tag[:1] for t in line.inside(piece)]
    return bool(tags) and any(tag not in "nmqtsrj" for tag in tags if tag)
