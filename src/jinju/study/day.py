"""The learner's day: it turns over at an hour of the learner's own clock, not at midnight UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.model.review import Day

if TYPE_CHECKING:
    from jinju.model.review import Moment

HOUR = 3_600_000
"""Milliseconds."""
DAY = 24 * HOUR
SECOND = 1_000


def day_of(when: Moment, rollover: int) -> Day:
    """The learner's day in which `when` lies; `rollover` is the hour at which a day begins.

    The clock's offset is that of the moment itself, so a journey moves no day gone by.
    """
    return Day((when.at + when.offset * SECOND - rollover * HOUR) // DAY)


def starts(day: Day, offset: int, rollover: int) -> int:
    """When `day` begins on a clock `offset` seconds east of UTC: milliseconds since 1970 UTC."""
    return day * DAY + rollover * HOUR - offset * SECOND
