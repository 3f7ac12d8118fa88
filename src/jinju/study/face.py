"""What a card shows: its two sides as pieces of plain text, its cues, and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinju.model.article import Span
    from jinju.model.cloze import Cloze, Mark


class CueLevel(IntEnum):
    """How much a card helps, from most to least."""

    FREE = 0
    """The first hint is shown unasked."""
    DEMAND = 1
    """Hints when asked for."""
    SHRUNK = 2
    """The clauses around the blank's own show only how they begin; no context before."""
    LINE = 3
    """The whole line is asked for, from its theme, what is fine about it, and its opening."""


class Piece(NamedTuple):
    """A stretch of one side of a card.

    `text` is what is shown: for a gap the hint that stands in it or nothing, for a faded stretch what is
    left of it. `number` is the cloze number of gaps and answers, else None.
    """

    kind: Literal["text", "gap", "answer", "faded"]
    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """One card as it is to be shown.

    The pieces of the back, joined, are the item's whole text. `before` is context that stands in front,
    `cue` a line above; `hints` a ladder, weakest first, of which the first `free` are shown unasked and do
    not count as used; `answers` what is to be recalled, in reading order.
    """

    front: tuple[Piece, ...]
    back: tuple[Piece, ...]
    before: str
    cue: str
    hints: tuple[str, ...]
    answers: tuple[str, ...]
    level: CueLevel
    free: int = 0


def hidden(cloze: Cloze, number: int) -> tuple[Mark, ...]:
    """The marks of card `number` in reading order; one inside another of the same number does not count."""
    found: list[Mark] = []
    for mark in sorted(cloze.marks, key=lambda m: (m.span.start, -m.span.end)):
        if mark.number == number and (not found or mark.span.start >= found[-1].span.end):
            found.append(mark)
    return tuple(found)


def front(plain: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The side with gaps; what other numbers hide stands open, as in Anki."""
    return laid(plain, gaps(marks))


def back(plain: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The side with answers; its pieces joined are `plain`."""
    return laid(plain, [(m.span, Piece("answer", m.span.of(plain), m.number)) for m in marks])


def gaps(marks: Sequence[Mark]) -> list[tuple[Span, Piece]]:
    """The marks as gaps, each at its place."""
    return [(m.span, Piece("gap", m.hint, m.number)) for m in marks]


def laid(plain: str, places: Iterable[tuple[Span, Piece]]) -> tuple[Piece, ...]:
    """`plain` with pieces laid over it at places that do not overlap; the rest is text."""
    found: list[Piece] = []
    at = 0
    for span, piece in sorted(places):
        if span.start > at:
            found.append(Piece("text", plain[at : span.start]))
        found.append(piece)
        at = span.end
    if at < len(plain):
        found.append(Piece("text", plain[at:]))
    return tuple(found)
