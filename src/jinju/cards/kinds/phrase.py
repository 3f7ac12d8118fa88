"""Phrase blanks: a set phrase of the clip is hidden whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.cards.kinds.slot import hidden_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.candidate import Clip
    from jinju.model.picks import Phrase

LEAST = 0.4
SHORT = 4
"""Characters of a member up to which a pair is one unit, taken whole (解民忧、纾民困)."""


def phrase_blanks(clip: Clip) -> Iterator[Candidate]:
    """One candidate for each phrase of the clip, unless the slots of a parallelism have its place."""
    slots = [
        slot
        for group in clip.parallels
        if hidden_column(group, clip.text) is not None
        for branch in group.slots
        for slot in branch
    ]
    for phrase in clip.phrases:
        relation = phrase.reasons[0].code
        if phrase.score < LEAST or (relation == "even-pair" and _has_slots(phrase, clip)):
            continue
        if any(phrase.span.overlaps(slot) for slot in slots):
            continue
        yield Candidate(phrase.span, "phrase", min(phrase.score, 1.2), relation=relation)


def _has_slots(phrase: Phrase, clip: Clip) -> bool:
    return any(
        any(group.slots)
        and any(b.overlaps(phrase.span) for b in group.branches)
        and (len(group.branches) > 2 or max(map(len, group.branches)) > SHORT)
        for group in clip.parallels
    )
