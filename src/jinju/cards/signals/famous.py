"""How the span lies to the famous lines of the clip and to what a tutor hides of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden


def famous(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """What a tutor hides of one, part of that, or across it; elsewhere in one, or outside."""
    cited, span = hidden.view.clip.citations, hidden.span
    if not cited:
        return
    near = [c for c in cited if c.span.overlaps(span)]
    if not near:
        for sort in {c.line.sort for c in cited}:
            yield f"famous.outside-{sort}", 1.0
        return
    marked = [h for c in near for h in c.hidden]
    if span in marked:
        yield "famous.marked", 1.0
        best = max((c.line for c in near), key=lambda line: line.grade)
        yield f"famous.marked-{best.sort}", 1.0
        yield f"famous.marked-{best.sort}-{best.grade}", 1.0
    elif any(h.contains(span) for h in marked):
        yield "famous.part", 1.0
    elif any(span.contains(h) for h in marked):
        yield "famous.more", 1.0
    elif any(h.overlaps(span) for h in marked):
        yield "famous.crosses", 1.0
    else:
        yield "famous.cue", 1.0
    if not all(c.span.contains(span) for c in near):
        yield "famous.beyond", 1.0
