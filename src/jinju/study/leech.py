"""Leeches: cards that are forgotten again and again and eat the time of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.model.review import Schedule


def is_leech(schedule: Schedule, threshold: int) -> bool:
    """Whether a card was forgotten so often that it should be mended; a threshold of 0 means never."""
    return 0 < threshold <= schedule.lapses


def to_be_told(before: Schedule, after: Schedule, threshold: int) -> bool:
    """Whether this answer is one to say so after: at the threshold, then at every half of it, as in Anki."""
    if after.lapses == before.lapses or not is_leech(after, threshold):
        return False
    return (after.lapses - threshold) % max(1, (threshold + 1) // 2) == 0
