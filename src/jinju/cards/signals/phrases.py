"""How the span lies to the phrases that were found in the clip."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_SURE, _MOST = 0.5, 1.2


def phrases(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """It is one, and what for; or it holds one, lies in one, cuts one."""
    span = hidden.span
    mine = hidden.view.phrases.get(span)
    if mine is not None:
        yield "phrase.is", 1.0
        yield "phrase.score", mine.score
        for code in sorted({r.code for r in mine.reasons}):
            yield f"phrase.{code}", 1.0
    holds = inside = crosses = 0.0
    for other, phrase in hidden.view.phrases.items():
        if other == span or phrase.score < _SURE or not other.overlaps(span):
            continue
        worth = min(_MOST, phrase.score)
        if span.contains(other):
            holds = max(holds, worth)
        elif other.contains(span):
            inside = max(inside, worth)
        else:
            crosses = max(crosses, worth)
    for name, worth in (("holds", holds), ("inside", inside), ("crosses", crosses)):
        if worth:
            yield f"phrase.{name}", worth
