"""Leeches: cards that are forgotten again and again and eat the time of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.model.review import Schedule


def is_leech(schedule: Schedule, threshold: int) -> bool:
    """Whether a card was forgotten so often that it should be mended; a threshold of 0 means never."""
    return 0 < threshold <= schedule.lapses
