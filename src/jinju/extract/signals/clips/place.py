"""Where the clip stands: head or tail of a paragraph, opening or close of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look


def place(look: Look) -> Iterator[tuple[str, float]]:
    """Theses stand at heads, conclusions at tails."""
    at = look.place
    if at.head:
        yield "place.head", 1.0
    if at.tail:
        yield "place.tail", 1.0
    if at.sole:
        yield "place.sole", 1.0
    if at.first:
        yield "place.first", 1.0
    if at.last:
        yield "place.last", 1.0
    if at.first and at.head:
        yield "place.opening", 1.0
    if at.last and at.tail:
        yield "place.closing", 1.0
