"""Which kinds of blanks propose the span, and how much they think of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_MOST = 4


def proposed(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """Kind, relation, value, and a slot's place among its sisters."""
    candidates = hidden.view.proposed.get(hidden.span, ())
    if not candidates:
        return
    yield "kind.any", 1.0
    yield "kind.value", max(c.value for c in candidates)
    seen: set[str] = set()
    for candidate in candidates:
        names = [candidate.kind, candidate.relation]
        if candidate.kind == "slot":
            names.append(f"slot-{min(_MOST, candidate.place)}-of-{min(_MOST, candidate.size)}")
        for name in names:
            if name and name not in seen:
                seen.add(name)
                yield f"kind.{name}", 1.0
    for kind in {c.kind for c in candidates}:
        yield f"kind.{kind}-value", max(c.value for c in candidates if c.kind == kind)
