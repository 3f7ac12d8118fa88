"""How two sentences stand to each other in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.extract.signals.parallel.shape import Shape


def place_signals(a: Shape, b: Shape) -> list[tuple[str, float]]:
    """Neighbours, sentences of one paragraph, openings of paragraphs, items that end with “；”."""
    distance = b.place - a.place
    same = a.paragraph == b.paragraph
    near = [(f"distance-{distance}", 1.0)] if distance <= 3 else []
    return [
        *near,
        ("same-paragraph", float(same)),
        ("both-open", float(a.opens and b.opens)),
        ("semicolon", float(a.stop in ("；", ";")) * float(same and distance == 1)),
    ]
