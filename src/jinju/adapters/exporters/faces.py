"""The two faces of a card, and the worksheet's blanks, as pieces of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinju.model.cloze import Cloze, Mark


class Piece(NamedTuple):
    """A stretch of a clip; `number` is that of the blank that hides it, 0 where it stands open."""

    text: str
    number: int


def pieces(cloze: Cloze, number: int) -> Iterator[Piece]:
    """The clip as card `number` shows it."""
    return cut(cloze.plain, (mark for mark in cloze.marks if mark.number == number))


def all_pieces(cloze: Cloze) -> Iterator[Piece]:
    """The clip with all its blanks at once; of nested ones the outer."""
    return cut(cloze.plain, cloze.marks)


def cut(plain: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """`plain` cut at the marks; a mark inside another does not count."""
    at = 0
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        if mark.span.start < at:
            continue
        if mark.span.start > at:
            yield Piece(plain[at : mark.span.start], 0)
        yield Piece(mark.span.of(plain), mark.number)
        at = mark.span.end
    if at < len(plain):
        yield Piece(plain[at:], 0)


def ladder(hints: Iterable[str], marks: Iterable[Mark], number: int) -> tuple[str, ...]:
    """The hints of a card, those written inside its marks first."""
    inside = (mark.hint for mark in marks if mark.number == number and mark.hint)
    return tuple(dict.fromkeys(step for step in (*inside, *hints) if step.strip()))
