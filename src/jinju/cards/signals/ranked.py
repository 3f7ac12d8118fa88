"""What the ranker, fitted to what people blanked in single sentences, thinks of the span."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden


def ranked(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """Its share of the first choice, and whether it is that."""
    share = hidden.view.clip.ranked.get(hidden.span)
    if share is None:
        return
    yield "ranked.any", 1.0
    yield "ranked.share", share
    if share == 1:
        yield "ranked.first", 1.0
