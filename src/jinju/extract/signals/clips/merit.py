"""What the clip shows that can be named, and what its sentence is worth."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look

_MOST, _NONE = 2.5, 0.3
_HEAVIEST = 2.0
_SURE = 1e-4


def merit(look: Look) -> Iterator[tuple[str, float]]:
    """Each merit by name and weight, their sum, the sentence's worth with its reasons."""
    for name, weight in look.merits.items():
        yield f"merit.{name}", weight
        yield f"merit.has-{name}", 1.0
    total = sum(look.merits.values())
    yield "merit.sum", min(total, _MOST)
    if total < _NONE:
        yield "merit.none", 1.0
    best = min(1 - _SURE, max(_SURE, look.best))
    yield "worth.logit", log(best / (1 - best)) / 3
    for reason in look.worth.reasons:
        yield f"worth.{reason.code}", min(_HEAVIEST, reason.weight)
