"""How two sentences stand to each other in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.parallel.shape import Shape


def place_signals(a: Shape, b: Shape) -> Iterator[tuple[str, float]]:
    """Neighbours, sentences of one paragraph, openings of paragraphs, items that end with “；”."""
    distance = b.place - a.place
    same = a.paragraph == b.paragraph
    if distance <= 3:
        yield f"distance-{distance}", 1.0
    yield "same-paragraph", float(same)
    yield "both-open", float(a.opens and b.opens)
    yield "semicolon", float(a.stop in ("；", ";")) * float(same and distance == 1)
