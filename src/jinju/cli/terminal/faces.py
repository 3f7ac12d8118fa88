"""The two sides of a card as runs; a gap is a line to write on, numbered where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cli.terminal.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.study.face import Face, Piece

GAP = "______"
_COUNTED = "①②③④⑤⑥⑦⑧⑨"


def front(face: Face) -> tuple[Run, ...]:
    """The sentence with its gaps."""
    return tuple(_runs(face.front))


def back(face: Face) -> tuple[Run, ...]:
    """The sentence with the answers marked in it."""
    return tuple(_runs(face.back))


def _runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    gaps = sum(piece.kind == "gap" for piece in pieces)
    seen = 0
    for piece in pieces:
        if piece.kind == "gap":
            yield Run(_gap(piece.text, seen, gaps), "gap")
            seen += 1
        else:
            yield Run(piece.text, piece.kind)


def _gap(hint: str, at: int, gaps: int) -> str:
    """A line of the same length for every answer, so that it tells nothing about it, with the hint in it."""
    if hint:
        return f"__{hint}__"
    return f"__{_COUNTED[at]}__" if 1 < gaps <= len(_COUNTED) else GAP


def hidden(text: str, answers: Sequence[str]) -> tuple[Run, ...]:
    """A text around the card with the answers of the card hidden wherever they stand."""
    runs = [Run(text)]
    for answer in sorted((a for a in answers if a), key=len, reverse=True):
        runs = [part for run in runs for part in (_without(run, answer) if run.role == "text" else [run])]
    return tuple(runs)


def _without(run: Run, answer: str) -> Iterator[Run]:
    for at, part in enumerate(run.text.split(answer)):
        if at:
            yield Run(GAP, "gap")
        if part:
            yield Run(part)
