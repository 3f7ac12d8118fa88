"""Other ways to choose the next day: SM-2 as in Anki, and fixed intervals; steps within a day are alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.review import Day, Moment, Rating, Schedule
from jinju.study.day import day_of
from jinju.study.fuzz import fuzzed, share
from jinju.study.last_days import cap
from jinju.study.scheduler import Scheduler

if TYPE_CHECKING:
    from jinju.model.review import CardKey
    from jinju.model.study_settings import StudySettings

TABLE = (1, 2, 4, 7, 15, 30)
"""Days: the table known in China as Ebbinghaus's; after its end it stays at the last."""


class _Rival:
    """jinju's own steps, then the rival's days; `_memory` holds the ease or the place in the table."""

    def __init__(self, settings: StudySettings) -> None:
        self._settings = settings
        self._steps = Scheduler(settings)
        self._memory: dict[CardKey, float] = {}

    def answered(self, schedule: Schedule, rating: Rating, when: Moment, key: CardKey) -> Schedule:
        """The schedule after an answer."""
        after = self._steps.answered(schedule, rating, when, key)
        if schedule.phase == "review" and rating is Rating.AGAIN:
            self._memory[key] = self._after_lapse(key)
        if after.phase != "review":
            return after
        today = day_of(when, self._settings.rollover)
        late = 0 if schedule.due_day is None else max(0, today - schedule.due_day)
        place = share(key, schedule.reps)
        days = fuzzed(self._days(key, schedule, rating, late), 1, 36_500, place)
        days = cap(days, today, self._settings.exam, place)
        return replace(after, interval=days, due_day=Day(today + days))

    def _after_lapse(self, key: CardKey) -> float:
        raise NotImplementedError

    def _days(self, key: CardKey, schedule: Schedule, rating: Rating, late: int) -> float:
        raise NotImplementedError


class SM2(_Rival):
    """Anki's SM-2 with its default options."""

    def _after_lapse(self, key: CardKey) -> float:
        return max(1.3, self._memory.get(key, 2.5) - 0.2)

    def _days(self, key: CardKey, schedule: Schedule, rating: Rating, late: int) -> float:
        if schedule.phase != "review":
            return 4.0 if rating is Rating.EASY and schedule.phase != "relearning" else 1.0
        ease = self._memory.get(key, 2.5)
        days = schedule.interval
        hard = max(days + 1.0, 1.2 * days)
        good = max(hard + 1, (days + late / 2) * ease)
        if rating is Rating.HARD:
            self._memory[key] = max(1.3, ease - 0.15)
            return hard
        if rating is Rating.GOOD:
            return good
        self._memory[key] = ease + 0.15
        return max(good + 1, (days + late) * ease * 1.3)


class Fixed(_Rival):
    """The same table for every card; what is forgotten begins again."""

    def _after_lapse(self, key: CardKey) -> float:
        del key
        return 0.0

    def _days(self, key: CardKey, schedule: Schedule, rating: Rating, late: int) -> float:
        del schedule, rating, late
        place = int(self._memory.get(key, 0))
        self._memory[key] = place + 1
        return float(TABLE[min(place, len(TABLE) - 1)])
