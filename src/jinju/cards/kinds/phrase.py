"""Phrase blanks: a set phrase of the clip is hidden whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.cards.kinds.slot import hidden_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.candidate import Card, Clip

LEAST = 0.4


def phrase_blanks(clip: Clip) -> Iterator[Card]:
    """One candidate for each phrase of the clip, unless the slots of a parallelism have its place."""
    slots = [
        slot
        for group in clip.parallels
        if hidden_column(group, clip.text) is not None
        for branch in group.slots
        for slot in branch
    ]
    for phrase in clip.phrases:
        if phrase.score < LEAST or any(phrase.span.overlaps(slot) for slot in slots):
            continue
        relation = phrase.reasons[0].code
        yield (Candidate(phrase.span, "phrase", min(phrase.score, 1.2), relation=relation),)
