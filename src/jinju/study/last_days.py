"""Studying towards an exam: every card comes up once more in the last days, and is fresh on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.model.review import Day

LAST_DAYS = 7
"""How many days before the exam every card is seen once more. Chosen with benchmarks/study_simulation.py."""


def cap(interval: int, today: Day, exam: Day | None, share: float = 0.5) -> int:
    """`interval` in days, shortened so that the card still comes up before the exam and never after it.

    Until the last days begin, a card that would come up after the exam's eve comes up on one of the last
    days instead: `share` in [0, 1) says on which, so that they are evenly filled. Within the last days
    no interval leads past the exam. On the exam's day and later the exam plays no part.
    """
    if exam is None or today >= exam:
        return interval
    left = exam - today
    if interval < left:
        return interval
    if left <= LAST_DAYS:
        return left
    return left - LAST_DAYS + int(share * LAST_DAYS)
