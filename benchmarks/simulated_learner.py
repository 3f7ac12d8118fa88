"""A learner whose memory is FSRS-6, but not quite as published, and not quite alike for all cards.

Each learner has weights of their own, the published ones times exp(N(0, .15)); each card sticks better or
worse, its first stability times exp(N(0, .4)). No scheduler is told either. How often which button is
pressed and what an answer costs in seconds, are the defaults of the simulator of fsrs-optimizer
(open-spaced-repetition). Within a day what was just seen is known, as FSRS has it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from jinju.model.review import CardKey, Day, Moment, Rating, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.day import day_of, starts
from jinju.study.scheduler import Scheduler

if TYPE_CHECKING:
    import random

WEIGHTS_APART, CARDS_APART = 0.15, 0.4
FIRST = (0.24, 0.094, 0.495, 0.171)
"""How often a new card is answered with which button."""
KNOWN = (0.224, 0.631, 0.145)
"""HARD, GOOD, EASY, where a card is known."""
FIRST_COST = (33.79, 24.3, 13.68, 6.5)
COST = (23.0, 11.68, 7.33, 5.6)
"""Seconds by button, for a new card and for any other."""
ROLLOVER = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the learner."""

    rating: Rating
    seconds: float


class Learner:
    """Holds the true memory of every card, and answers from it."""

    def __init__(self, dice: random.Random) -> None:
        edges = zip(LOWER_BOUNDS_PARAMETERS, DEFAULT_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        own = tuple(
            min(max(low, weight * math.exp(dice.gauss(0, WEIGHTS_APART))), high)
            for low, weight, high in edges
        )
        self._memory = Scheduler(StudySettings(weights=own))
        self._true: dict[CardKey, Schedule] = {}
        self._dice = dice

    def answer(self, key: CardKey, day: Day, at: Moment) -> Answer:
        """Try to recall the card, and learn from it."""
        before = self._true.get(key, Schedule())
        if before.phase == "new":
            rating = Rating(self._dice.choices((1, 2, 3, 4), FIRST)[0])
            seconds = FIRST_COST[rating - 1]
        else:
            rating = Rating.AGAIN
            if before.last is not None and day_of(before.last, ROLLOVER) == day:
                rating = Rating.GOOD
            elif self._dice.random() < self._memory.retrievability(before, day):
                rating = Rating(self._dice.choices((2, 3, 4), KNOWN)[0])
            seconds = COST[rating - 1]
        after = self._memory.answered(before, rating, at, key)
        if before.phase == "new" and after.stability is not None:
            after = replace(after, stability=after.stability * math.exp(self._dice.gauss(0, CARDS_APART)))
        self._true[key] = after
        return Answer(rating, seconds)

    def recall(self, key: CardKey, day: Day) -> float:
        """The true probability that the card is known on `day`; 0 if it was never seen."""
        return self._memory.retrievability(self._true.get(key, Schedule()), day)


def noon(day: Day) -> Moment:
    """A moment in the middle of a learner's day."""
    return Moment(starts(day, 0, ROLLOVER) + 8 * 3_600_000, 0)
