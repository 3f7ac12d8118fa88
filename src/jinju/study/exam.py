"""A plan for an exam: how many new cards a day, what load that means, and whether it can be done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from jinju.model.review import Day
from jinju.study.forecast import Forecast, load
from jinju.study.last_days import LAST_DAYS, cap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.review import Schedule
    from jinju.model.study_settings import StudySettings

__all__ = ["LAST_DAYS", "ExamPlan", "WhyNot", "cap", "plan"]

SETTLING = LAST_DAYS + 2
"""Days before the exam without new cards; of a short time a third."""

WhyNot = Literal["", "past", "new", "reviews", "time"]
"""Why a plan fails: the exam is today or over; more new cards a day than allowed; more reviews on a day than
allowed; more minutes on a day than there are."""


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """`new_a_day` new cards from today to `last_new_day`; both days of `load` and plan are learner's days.

    `minutes` and `reviews` are those of the fullest day, `fullest`. Where it is not feasible, the figures say
    what it would take.
    """

    exam: Day
    new_a_day: int
    last_new_day: Day
    load: Forecast
    fullest: Day
    reviews: int
    minutes: float
    feasible: bool
    why_not: WhyNot


def plan(
    new_count: int,
    schedules: Iterable[Schedule],
    today: Day,
    exam: Day,
    settings: StudySettings,
    *,
    pace_seconds: float,
    minutes_a_day: float | None = None,
) -> ExamPlan:
    """The plan for seeing `new_count` new cards in time and every card again in the last days.

    `pace_seconds` is what an answer takes; `minutes_a_day` what there is, None for as much as it takes.
    """
    left = exam - today
    learning_days = max(1, left - min(SETTLING, left // 3)) if left > 0 else 0
    new_a_day = -(-new_count // learning_days) if learning_days else 0
    last_new_day = Day(today + max(0, -(-new_count // new_a_day) - 1 if new_a_day else 0))
    ahead = load(
        schedules, today, max(0, left), replace(settings, exam=exam), new_count=new_count, new_a_day=new_a_day
    )
    answers = ahead.answers
    fullest = max(range(len(answers)), key=lambda i: answers[i], default=0)
    minutes = (answers[fullest] if answers else 0.0) * pace_seconds / 60
    reviews = round(max(ahead.reviews, default=0.0))
    why_not: WhyNot = ""
    if left <= 0:
        why_not = "past"
    elif new_a_day > settings.new_a_day:
        why_not = "new"
    elif reviews > settings.reviews_a_day:
        why_not = "reviews"
    elif minutes_a_day is not None and minutes > minutes_a_day:
        why_not = "time"
    return ExamPlan(
        exam, new_a_day, last_new_day, ahead, Day(today + fullest), reviews, minutes, not why_not, why_not
    )
