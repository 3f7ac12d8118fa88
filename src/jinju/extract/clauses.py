"""A text cut into units at three strengths of separator: 、 inside ， inside ；。！？."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

ITEM: Final = 1
CLAUSE: Final = 2
SEGMENT: Final = 3

_MARK: Final = re.compile(r"[《（(]|、|[，：—]+|,(?!\d)|:(?!\d)|[；;。！？!?]+|…+|\n+")
_LEVELS: Final = {"、": ITEM} | dict.fromkeys("，,：:—", CLAUSE) | dict.fromkeys("；;。！？!?…\n", SEGMENT)
_NUMBERING: Final = re.compile(r"\s*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）]?[、.．]|[①-⑳])")
"""“2、”, “（一）”, “①” at the head of a line."""
_SPLIT: Final = re.compile(r"[；;]+")
_OPEN: Final = dict(zip("“‘（《「『(", "”’）》」』)", strict=True))
_CLOSE: Final = {close: start for start, close in _OPEN.items()}
_TITLE: Final = {"《": "》", "（": "）", "(": ")"}
_TITLE_REACH: Final = 60
_LONGEST: Final = 400
_BLANK: Final = " \t　\n"


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text without its separator; `level` is the strength of the separator after it."""

    span: Span
    level: int
    separator: str
    sentence: int


def split_at_semicolons(sentences: Sequence[Span], text: str) -> list[Span]:
    """The sentences cut after every “；”, as the people who marked parallelism saw them."""
    parts: list[Span] = []
    for sentence in sentences:
        start = sentence.start
        for match in _SPLIT.finditer(text, sentence.start, sentence.end):
            if match.end() < sentence.end:
                parts.append(Span(start, match.end()))
                start = match.end()
        parts.append(Span(start, sentence.end))
    return parts


def units(text: str, sentences: Sequence[Span], level: int) -> list[Unit]:
    """All units of the sentences at `level`: 1 cuts at every separator, 3 only at ；。！？."""
    found: list[Unit] = []
    for number, sentence in enumerate(sentences):
        start = sentence.start
        closed = start
        for match in _MARK.finditer(text, sentence.start, sentence.end):
            mark = match[0]
            if mark[0] in _TITLE:  # nothing is separated inside 《》 or brackets
                if match.start() >= closed:
                    close = text.find(
                        _TITLE[mark[0]], match.end(), min(match.end() + _TITLE_REACH, sentence.end)
                    )
                    closed = close if close >= 0 else closed
                continue
            strength = _LEVELS[mark[0]]
            if strength < level or match.start() < closed:
                continue
            _add(found, text, Unit(Span(start, match.start()), strength, mark, number))
            start = match.end()
        if start < sentence.end:
            _add(found, text, Unit(Span(start, sentence.end), SEGMENT, "", number))
    return found


def _add(found: list[Unit], text: str, unit: Unit) -> None:
    numbered = _NUMBERING.match(text, unit.span.start, unit.span.end)
    span = bare(text, Span(numbered.end(), unit.span.end) if numbered else unit.span)
    if span:
        found.append(Unit(span, unit.level, unit.separator, unit.sentence))
    elif found and found[-1].sentence == unit.sentence and unit.level > found[-1].level:
        last = found[-1]  # a closing quotation mark between two separators
        found[-1] = Unit(last.span, unit.level, unit.separator, last.sentence)


def bare(text: str, span: Span) -> Span:
    """The span without blanks and without quotation marks or brackets that lack their partner."""
    start, end = span.start, span.end
    while True:
        while start < end and text[start] in _BLANK:
            start += 1
        while start < end and text[end - 1] in _BLANK:
            end -= 1
        if start == end:
            return Span(start, start)
        if end - start > _LONGEST:
            return Span(start, end)
        part = text[start:end]
        first, last = part[0], part[-1]
        if (first in _OPEN and part.count(_OPEN[first]) < part.count(first)) or first in _CLOSE:
            start += 1
        elif (last in _CLOSE and part.count(_CLOSE[last]) < part.count(last)) or last in _OPEN:
            end -= 1
        else:
            return Span(start, end)
