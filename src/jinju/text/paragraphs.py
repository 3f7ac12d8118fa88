"""Paragraphs of a clean text: their kind, their language, their sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from jinju.model.article import Paragraph, Sentence, Span
from jinju.text.characters import HAN_CHARACTER
from jinju.text.clauses import clauses
from jinju.text.marks import HEADING_MARK, LIST_MARK
from jinju.text.sentences import split_sentences

if TYPE_CHECKING:
    from jinju.model.article import ParagraphKind

_HEADING: Final = re.compile(HEADING_MARK)
_LIST: Final = re.compile(LIST_MARK)
_BRACKETED: Final = re.compile(r"【[^】]{1,20}】$")
_STOP: Final = re.compile("[。！？!?；;…，,：:、.][”’」』）)\"']*$")
_LATIN: Final = re.compile("[A-Za-z]+")
_HEADING_LONGEST = 30
_VERSE_LINE = 18
_VERSE_FEWEST = 3
_VERSE_SPREAD = 6
_NOT_VERSE: Final = re.compile(r"[：:]|\d|^[一二三四五六七八九十]要")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """One paragraph for each line of `text`."""
    lines = _lines(text)
    verse = _verse([span.of(text) for span in lines])
    found = []
    for number, span in enumerate(lines):
        line = span.of(text)
        kind: ParagraphKind = "verse" if verse[number] else _kind(line)
        sentences = tuple(
            Sentence(s, number, clauses(text, s))
            for s in (part.shifted(span.start) for part in split_sentences(line))
        )
        found.append(Paragraph(span, kind, sentences, _language(line)))
    return tuple(found)


def _lines(text: str) -> list[Span]:
    spans = []
    at = 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def _kind(line: str) -> ParagraphKind:
    if line.startswith(">"):
        return "quote"
    short = len(line) <= _HEADING_LONGEST
    if _BRACKETED.match(line) or line.startswith("#"):
        return "heading"
    if short and not _STOP.search(line) and (_HEADING.match(line) or not _LIST.match(line)):
        return "heading"
    return "list" if _LIST.match(line) else "body"


def _language(line: str) -> Literal["zh", "en"]:
    return "en" if len(_LATIN.findall(line)) > len(HAN_CHARACTER.findall(line)) else "zh"


def _verse(lines: list[str]) -> list[bool]:
    """Which lines stand in a run of three or more short ones that break like verse."""
    fits = [_may_be_verse(line) for line in lines]
    verse = [False] * len(lines)
    start = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and fits[i]:
            continue
        run = lines[start:i]
        if len(run) >= _VERSE_FEWEST and _alike(run):
            verse[start:i] = [True] * len(run)
        start = i + 1
    return verse


def _may_be_verse(line: str) -> bool:
    if len(line) > _VERSE_LINE or not HAN_CHARACTER.search(line):
        return False
    return not (_LIST.match(line) or _BRACKETED.match(line) or _NOT_VERSE.search(line))


def _alike(run: list[str]) -> bool:
    """Verse ends most of its lines with a sign, or keeps one length."""
    lengths = [len(HAN_CHARACTER.findall(line)) for line in run]
    if max(lengths) - min(lengths) > _VERSE_SPREAD:
        return False
    return sum(bool(_STOP.search(line)) for line in run) * 2 >= len(run) or set(lengths) in (
        {5},
        {7},
        {10},
        {14},
    )
