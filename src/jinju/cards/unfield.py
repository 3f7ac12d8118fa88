"""The HTML of an Anki field -> plain text and its marks: the way back from `jinju.cards.field`.

It reads what Anki reads: marks are looked for in the HTML itself, so that a pair of signs with a comment
in between is text, the first `::` in a mark begins its hint, and a mark that is never closed is text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinju.cards.field import clean
from jinju.model.article import Span
from jinju.model.cloze import MAX_NUMBER, Cloze, Mark

if TYPE_CHECKING:
    from collections.abc import Collection

_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<tag>/?[a-zA-Z][a-zA-Z0-9-]*)(?:\s[^<>]*)?/?>|\{\{c(?P<numbers>[\d,]+)::|\}\}|::",
    re.DOTALL,
)
_BARE = re.compile(r"[^<>&{}:\[\x00-\x1f｛｝]*")
_SOUND = re.compile(r"\[(?:sound|anki):[^\]]*\]")
_SPACES = re.compile(r"[\t\r\n]+")
_BLOCKS: Final = frozenset(
    {"div", "p", "li", "ul", "ol", "tr", "table", "blockquote", "hr", "pre", "h1", "h2", "h3", "h4"}
)
_UNSEEN: Final = frozenset({"style", "script"})
_LOOKS: Final = frozenset({"b", "i", "u", "strong", "em", "sub", "sup", "font", "span", "mark", "s"})
_MEDIA: Final = frozenset({"img", "audio", "video", "object"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A field as plain text with marks; `lost` names what plain text cannot hold.

    `media` (pictures, sounds), `looks` (bold, colours), `blanks` (marks without a number or an answer).
    """

    cloze: Cloze
    lost: frozenset[str] = frozenset()


@lru_cache(maxsize=1024)  # titles, paragraphs and sources come again and again
def read_field(source: str) -> Reading:
    """The text and marks that `source` shows; lines are trimmed, a mark's edges hold no white space."""
    if _BARE.fullmatch(source):
        return Reading(Cloze(clean(source).strip(" "), ()))
    reader = _Reader(source, frozenset())
    if reader.open:
        reader = _Reader(source, frozenset(o.at for o in reader.open))
    return reader.reading()


def plain_of(source: str) -> str:
    """The text that a field without marks shows."""
    return read_field(source).cloze.plain


@dataclass(slots=True)
class _Open:
    at: int
    numbers: tuple[int, ...]
    start: int
    place: int
    hint_from: int | None = None


@dataclass(slots=True)
class _Reader:
    source: str
    literal: Collection[int]
    """Offsets of marks that are never closed, and so are text."""
    open: list[_Open] = field(default_factory=list)
    _text: str = ""
    _marks: list[tuple[int, Mark]] = field(default_factory=list)
    _lost: set[str] = field(default_factory=set)
    _unseen: str = ""

    def __post_init__(self) -> None:
        at = opened = 0
        for token in _TOKEN.finditer(self.source):
            self._add(self.source[at : token.start()])
            at = token.end()
            sign = token[0]
            if token["tag"]:
                self._tag(token["tag"].lower())
            elif token["numbers"] is not None and token.start() not in self.literal:
                self.open.append(_Open(token.start(), _numbers(token["numbers"]), len(self._text), opened))
                opened += 1
            elif sign == "}}" and self.open:
                self._close(self.open.pop())
            elif sign == "::" and self.open and self.open[-1].hint_from is None:
                self.open[-1].hint_from = len(self._text)
            elif not sign.startswith("<!--"):
                self._add(sign)
        self._add(self.source[at:])

    def reading(self) -> Reading:
        plain = self._text.rstrip()
        marks = []
        for _, mark in sorted(self._marks, key=lambda m: m[0]):
            start, end = mark.span.start, min(mark.span.end, len(plain))
            if start < end:
                marks.append(Mark(mark.number, Span(start, end), mark.hint))
            else:
                self._lost.add("blanks")
        return Reading(Cloze(plain, tuple(marks)), frozenset(self._lost))

    def _add(self, piece: str) -> None:
        if not piece or self._unseen:
            return
        heard = _SOUND.sub("", piece)
        if heard != piece:
            self._lost.add("media")
        shown = clean(html.unescape(_SPACES.sub(" ", heard)))
        shown = shown.replace("｛｛", "｛ ｛").replace("｝｝", "｝ ｝")  # a deck file takes them for a slip
        self._text += shown.lstrip(" ") if self._text.endswith("\n") or not self._text else shown

    def _tag(self, tag: str) -> None:
        name = tag.lstrip("/")
        if self._unseen:
            self._unseen = "" if tag == f"/{self._unseen}" else self._unseen
        elif tag in _UNSEEN:
            self._unseen = tag
        elif name == "br":
            line = self._text if self.open else self._text.rstrip(" ")  # an open mark counts its spaces
            self._text = f"{line}\n" if line else ""
        elif name in _BLOCKS and self._text and not self._text.endswith("\n"):
            self._text += "\n"
        elif tag in _MEDIA:
            self._lost.add("media")
        elif tag in _LOOKS:
            self._lost.add("looks")
        elif name == "rt":
            self._text += "）" if tag == "/rt" else "（"

    def _close(self, mark: _Open) -> None:
        hint = ""
        if mark.hint_from is not None:
            hint = self._text[mark.hint_from :].strip()
            self._text = self._text[: mark.hint_from]
        start, end = mark.start, len(self._text)
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and self._text[end - 1].isspace():
            end -= 1
        if start == end or not mark.numbers:
            self._lost.add("blanks")
            return
        self._marks += [(mark.place, Mark(number, Span(start, end), hint)) for number in mark.numbers]


def _numbers(text: str) -> tuple[int, ...]:
    """The cloze numbers of a mark that Anki makes cards for."""
    found = (int(n) for n in text.split(",") if n and len(n) < 6)
    return tuple(dict.fromkeys(n for n in found if 1 <= n <= MAX_NUMBER))
