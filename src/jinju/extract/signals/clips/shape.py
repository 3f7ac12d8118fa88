"""The clip's outline: how long it is, how many clauses it has, what is left of its sentence beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.clips.look import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look

_LENGTHS: Final = (13, 16, 20, 25, 30, 36, 42, 48, 54)
_REST: Final = (1, 5, 12, 25)
_WHOLE: Final = (16, 25, 36, 48)
_SHORT, _LONG = 17, 40
_MOST_CLAUSES = 6
_CLAUSE: Final = re.compile(r"[^，；：。！？,;:!?]+")
_MARKS: Final = "，；：。！？“”、\n"


def shape(look: Look) -> Iterator[tuple[str, float]]:
    """Length, clauses, edges."""
    place, length = look.place, look.length
    yield f"length.{level(length, _LENGTHS)}", 1.0
    if length < _SHORT:
        yield "length.short", (_SHORT - length) / 6
    elif length > _LONG:
        yield "length.long", (length - _LONG) / 15
    clauses = len(_CLAUSE.findall(look.text))
    yield f"clauses.{min(clauses, _MOST_CLAUSES)}", 1.0
    yield f"edge.before-{level(place.before, _REST)}", 1.0
    yield f"edge.after-{level(place.after, _REST)}", 1.0
    yield f"edge.sentences-{min(3, place.sentences)}", 1.0
    if look.complete:
        yield "edge.complete", 1.0
    if not place.before and not place.after:
        yield "edge.whole", 1.0
        yield f"edge.whole-{level(length, _WHOLE)}", 1.0
    yield f"edge.left-{_name(place.left)}", 1.0
    yield f"edge.right-{_name(place.right)}", 1.0
    if look.trimmed:
        yield "edge.trimmed", 1.0
    if place.colon:
        yield "edge.colon", 1.0


def _name(mark: str) -> str:
    return ("line" if mark == "\n" else mark) if mark and mark in _MARKS else "letter" if mark else "end"
