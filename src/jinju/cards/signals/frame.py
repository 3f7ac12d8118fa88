"""How the span lies in the parallelisms of the clip: a slot, part of one, across their edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_PLACES, _SIZES, _LETTERS = 3, 4, 7


def frame(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """Each relation by name."""
    view, span = hidden.view, hidden.span
    slot = view.slots.get(span)
    if slot is not None:
        yield "slot.is", 1.0
        yield f"slot.{min(slot.place, _PLACES)}-of-{min(slot.size, _SIZES)}", 1.0
        yield "slot.score", slot.group.score
        if slot.place == slot.size - 1:
            yield "slot.last", 1.0
        yield f"slot.letters-{min(len(hidden.bare), _LETTERS)}", 1.0
        branch = slot.group.branches[min(slot.place, len(slot.group.branches) - 1)]
        yield "slot.share", len(hidden.bare) / max(1, len(branch))
    names = {_meets(span.start, span.end, s.start, s.end) for s in view.slots if s != span}
    for name in sorted(names - {""}):
        yield f"slot.{name}", 1.0
    found: set[str] = set()
    for group in view.clip.parallels:
        for place, branch in enumerate(group.branches):
            if branch.start <= span.start and span.end <= branch.end:
                found |= {"in", "first" if not place else "later"}
                if branch.end == span.end:
                    found.add("end")
                if branch == span:
                    found.add("whole")
            elif span.overlaps(branch):
                found.add("crosses")
                if span.contains(branch):
                    found.add("holds")
    for name in sorted(found):
        yield f"branch.{name}", 1.0


def _meets(start: int, end: int, other_start: int, other_end: int) -> str:
    """How a span lies to another: it holds it, lies in it, crosses its edge, or "" where they do not meet."""
    if start <= other_start and other_end <= end:
        return "holds"
    if other_start <= start and end <= other_end:
        return "inside"
    return "crosses" if start < other_end and other_start < end else ""
