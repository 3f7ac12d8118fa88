"""When a card comes again, in few words: 10 minutes, 3 days, 2.4 months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.messages import say

if TYPE_CHECKING:
    from jinju.model.review import Schedule

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_MONTH = 30.44
_YEAR = 365.25


def interval(schedule: Schedule, *, short: bool = False) -> str:
    """How long after its last review the card comes again."""
    if schedule.due_at is not None and schedule.last is not None:
        return wait(max(schedule.due_at - schedule.last.at, 0), short=short)
    return days(schedule.interval, short=short)


def wait(milliseconds: int, *, short: bool = False) -> str:
    """A stretch within a day, in minutes or hours."""
    if milliseconds < _MINUTE - 1000:
        return _said("instant", 1, short=short)
    if milliseconds < _HOUR:
        return _said("minutes", round(milliseconds / _MINUTE), short=short)
    return _said("hours", round(milliseconds / _HOUR, 1), short=short)


def days(count: int, *, short: bool = False) -> str:
    """A stretch of whole days; months and years from thirty days on."""
    if count < 30:
        return _said("days", max(count, 0), short=short)
    if count < _YEAR:
        return _said("months", round(count / _MONTH, 1), short=short)
    return _said("years", round(count / _YEAR, 1), short=short)


def _said(unit: str, number: float, *, short: bool) -> str:
    code = f"terminal.interval.{unit}" + (".short" if short else ".one" if number == 1 else "")
    return say(code, number=f"{number:g}")
