"""Whether a finer unit than the span would stay visible: then that one should be hidden instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_EPSILON = 1e-6


def rivals(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """How much stronger the best unit of the clip is that does not overlap the span."""
    own = hidden.strength
    best = next((s for s, span in hidden.view.units if not span.overlaps(hidden.span)), 0.0)
    if best > own:
        yield "rival.stronger", best - own
    yield f"rival.{_level(best)}-for-{_level(own)}", 1.0


def _level(worth: float) -> int:
    return int(worth * 5 + _EPSILON)
