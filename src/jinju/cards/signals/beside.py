"""What stands beside the span: marks, quotation marks, an even unit; and whether it is a pair itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.idiom import is_idiom
from jinju.cards.pairing import halves, paired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_MOST = 9


def beside(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """Each by name."""
    text, span = hidden.view.clip.text, hidden.span
    left, right = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    size = min(_MOST, len(hidden.bare))
    for mark in "、，":
        if mark in (left, right):
            yield f"beside.{mark}", 1.0
    pieces = hidden.view.pieces
    near = [
        p
        for p in pieces
        if (p.end == span.start - 1 and left == "、") or (p.start == span.end + 1 and right == "、")
    ]
    if any(len(p) == len(span) for p in near):
        yield "beside.equal", 1.0
    if span in pieces:
        yield "beside.whole", 1.0
        yield f"beside.whole-{size}", 1.0
    if not right or right in "，。；！？":
        yield "beside.clause-end", 1.0
    if not right:
        yield "beside.end", 1.0
    if not span.start:
        yield "beside.start", 1.0
    if left == "“" and right == "”":
        yield "beside.quoted", 1.0
        yield f"beside.quoted-{size}", 1.0
    elif text.count("“", 0, span.start) > text.count("”", 0, span.start):
        yield "beside.in-quotation", 1.0
    yield from _pair(hidden)


def _pair(hidden: Hidden) -> Iterator[tuple[str, float]]:
    units = halves(hidden.answer)
    if len(units) < 2:
        return
    words = hidden.view.clip.words
    yield "pair.is", 1.0
    if paired(hidden.span, hidden.view.clip):
        yield "pair.real", 1.0
    yield f"pair.{len(units)}x{len(units[0])}", 1.0
    if len({len(u) for u in units}) == 1:
        yield "pair.even", 1.0
    known = sum(words.get(u).phrase or is_idiom(u, words) for u in units)
    if known:
        yield "pair.known", known / len(units)
    if "，" in hidden.answer:
        yield "pair.comma", 1.0
