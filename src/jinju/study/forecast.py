"""The load ahead: how many answers each coming day will ask for, if every day's work is done.

A run of the same scheduler with a learner who remembers as FSRS predicts. The dice are thrown by card and
review, so the same cards always give the same forecast. Siblings and the day's limit of reviews play no
part; a backlog falls on the first day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.model.item import ItemId
from jinju.model.review import CardKey, Day, Moment, Rating, Schedule
from jinju.study.day import starts
from jinju.study.fuzz import share
from jinju.study.scheduler import Scheduler

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinju.model.study_settings import StudySettings

SAMPLE: Final = 400
"""Cards of a kind that are run through; of more, evenly chosen ones stand for the rest."""
FORGOTTEN_AT_FIRST: Final = 0.24
"""The share of new cards that are answered AGAIN at first; what fsrs-rs's simulator takes by default."""
_STEPS: Final = 20
"""Answers to one card in a day at most."""
_SPOT: Final = 1_000_000
"""Keeps the dice apart from the fuzz."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Expected answers by day, from `first` on: those to cards seen before that day, and those to new cards.

    Each step within a day is an answer.
    """

    first: Day
    reviews: tuple[float, ...]
    new: tuple[float, ...]

    @property
    def answers(self) -> tuple[float, ...]:
        """All answers by day."""
        return tuple(r + n for r, n in zip(self.reviews, self.new, strict=True))


def load(
    schedules: Iterable[Schedule],
    today: Day,
    days: int,
    settings: StudySettings,
    *,
    new_count: int = 0,
    new_a_day: int = 0,
) -> Forecast:
    """The load of `days` days from `today`, with `new_count` new cards to come, `new_a_day` at a time.

    New schedules among `schedules` are passed over; `new_count` speaks for them.
    """
    learner = _Learner(Scheduler(settings), settings.rollover)
    reviews, new = [0.0] * days, [0.0] * days
    seen = [s for s in schedules if s.phase != "new"]
    for number, weight in _sample(len(seen)):
        for day, answers in learner.days(seen[number], number, today, Day(today + days)):
            reviews[day - today] += weight * answers
    coming = min(new_count, new_a_day * days)
    for number, weight in _sample(coming):
        first = Day(today + number // new_a_day)
        for day, answers in learner.days(Schedule(), -1 - number, first, Day(today + days)):
            (new if day == first else reviews)[day - today] += weight * answers
    return Forecast(today, tuple(reviews), tuple(new))


def _sample(count: int) -> Iterator[tuple[int, float]]:
    """Evenly spaced numbers below `count`, and for how many each stands."""
    taken = min(count, SAMPLE)
    for i in range(taken):
        yield i * count // taken, count / taken


class _Learner:
    """Answers as FSRS predicts."""

    def __init__(self, scheduler: Scheduler, rollover: int) -> None:
        self._scheduler = scheduler
        self._rollover = rollover

    def days(self, schedule: Schedule, number: int, first: Day, end: Day) -> Iterator[tuple[Day, int]]:
        """On which days before `end` the card comes up, and how often on each."""
        key = CardKey(ItemId(f"forecast{number}"), 1)
        schedule = self._scheduler.brought_forward(schedule, key)
        day = max(first, schedule.due_day or first)
        while day < end:
            at = Moment(starts(day, 0, self._rollover), 0)
            answers = 0
            while answers < _STEPS and (schedule.due_day is None or schedule.due_day <= day):
                schedule = self._scheduler.answered(schedule, self._rating(schedule, key, day), at, key)
                answers += 1
            yield day, answers
            day = max(Day(day + 1), schedule.due_day or day)

    def _rating(self, schedule: Schedule, key: CardKey, day: Day) -> Rating:
        dice = share(key, schedule.reps + _SPOT)
        known = 1 - FORGOTTEN_AT_FIRST
        if schedule.phase != "new":
            known = self._scheduler.retrievability(schedule, day)
        return Rating.GOOD if dice < known else Rating.AGAIN
