"""What would be wrong with hiding the span: it cuts a unit, can be read elsewhere, is a name or too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.cards.cuts import FAULTS
from jinju.cards.gates import is_name, loose_edge, visible_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_MOST_LETTERS, _MOST_TIMES = 12, 4


def cutting(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """Each fault by name; the span's size and share; how often the article says it."""
    clip = hidden.view.clip
    candidate = Candidate(hidden.span, "phrase", 0.0, "collocation")
    for name, fault in FAULTS:
        if fault(candidate, clip):
            yield f"cut.{name}", 1.0
    if loose_edge(candidate, clip):
        yield "cut.loose", 1.0
    if is_name(candidate, clip):
        yield "cut.name", 1.0
    yield "cut.visible", visible_share(candidate, clip)
    if clip.text.count(hidden.answer) > 1:
        yield "cut.twice", 1.0
    size = len(hidden.bare)
    yield "cut.share", size / hidden.view.size
    yield f"cut.letters-{min(size, _MOST_LETTERS)}", 1.0
    yield "cut.place", hidden.span.start / len(clip.text)
    times = hidden.view.article.count(hidden.answer)
    yield "cut.times", min(_MOST_TIMES, times) / 2
    if times == 1:
        yield "cut.once", 1.0
