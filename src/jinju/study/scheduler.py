"""A schedule is a fold over reviews: FSRS-6 on the learner's days, steps within a day by the clock.

The arithmetic of memory is py-fsrs's; it is fed whole learner's days, as Anki feeds FSRS, so that stability
and difficulty come out as Anki's (tests/anki/test_memory_state.py). The rules of intervals are Anki's too:
fuzz, and for a passed review HARD < GOOD < EASY, none shorter than the last one for fuzz alone.
One thing differs: where there are no steps, Anki may put in one of FSRS's own; here the card goes to days.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import fsrs
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from jinju.model.review import Day, Moment, Rating, Schedule
from jinju.study.day import day_of
from jinju.study.fuzz import bounds, fuzzed, rounded, share
from jinju.study.last_days import cap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinju.model.review import CardKey, Phase, Review
    from jinju.model.study_settings import StudySettings

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MOST_STABLE = 36_500.0
"""Days; Anki's bound."""
_STATES: Mapping[Phase, fsrs.State] = {
    "new": fsrs.State.Learning,
    "learning": fsrs.State.Learning,
    "review": fsrs.State.Review,
    "relearning": fsrs.State.Relearning,
}
_PHASES: Mapping[fsrs.State, Phase] = {
    fsrs.State.Learning: "learning",
    fsrs.State.Review: "review",
    fsrs.State.Relearning: "relearning",
}


class Scheduler:
    """What an answer makes of a schedule, under one set of settings; holds no state of any card."""

    def __init__(self, settings: StudySettings) -> None:
        """Weights a hair outside FSRS's bounds (32-bit floats) are moved onto them.

        ValueError where there are neither 0 nor 21 weights.
        """
        weights = settings.weights or DEFAULT_PARAMETERS
        if len(weights) == len(DEFAULT_PARAMETERS):
            edges = zip(LOWER_BOUNDS_PARAMETERS, weights, UPPER_BOUNDS_PARAMETERS, strict=True)
            weights = tuple(min(max(low, weight), high) for low, weight, high in edges)
        self._settings = settings
        self._fsrs = fsrs.Scheduler(
            parameters=weights,
            desired_retention=settings.retention,
            learning_steps=tuple(timedelta(milliseconds=s) for s in settings.learning_steps),
            relearning_steps=tuple(timedelta(milliseconds=s) for s in settings.relearning_steps),
            maximum_interval=settings.maximum_interval,
            enable_fuzzing=False,
        )
        decay = -weights[20]
        self._days_a_stability: float = (settings.retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1)

    def answered(self, schedule: Schedule, rating: Rating, when: Moment, key: CardKey) -> Schedule:
        """The schedule after an answer; the same arguments always give the same one."""
        today, elapsed = self._days(schedule, when)
        after, wait = self._remembered(schedule, rating, elapsed)
        state = _PHASES[after.state]
        lapsed = schedule.phase == "review" and rating is Rating.AGAIN
        done = replace(
            schedule,
            phase=state,
            step=after.step,
            stability=after.stability,
            difficulty=after.difficulty,
            last=when,
            reps=schedule.reps + 1,
            lapses=schedule.lapses + lapsed,
        )
        if state != "review":
            at = when.at + wait // timedelta(milliseconds=1)
            day = day_of(Moment(at, when.offset), self._settings.rollover)
            return replace(done, due_day=day, due_at=at if day == today else None, interval=0)
        place = share(key, schedule.reps)
        interval = self._interval(schedule, rating, elapsed, place)
        interval = max(1, cap(interval, today, self._settings.exam, place))
        return replace(done, due_day=Day(today + interval), due_at=None, interval=interval)

    def options(self, schedule: Schedule, when: Moment, key: CardKey) -> dict[Rating, Schedule]:
        """What each of the four buttons would give."""
        return {rating: self.answered(schedule, rating, when, key) for rating in Rating}

    def retrievability(self, schedule: Schedule, day: Day) -> float:
        """The probability that the card is known on `day`, by FSRS; 0 for a card never seen."""
        if schedule.stability is None or schedule.last is None:
            return 0.0
        elapsed = max(0, day - day_of(schedule.last, self._settings.rollover))
        now = _EPOCH + timedelta(days=elapsed)
        return float(self._fsrs.get_card_retrievability(self._card(schedule), now))

    def brought_forward(self, schedule: Schedule, key: CardKey) -> Schedule:
        """The schedule with its due day before the exam, where the exam was set after the last review.

        The same as answering again from the start with the exam in the settings.
        """
        if schedule.phase != "review" or schedule.last is None or schedule.due_day is None:
            return schedule
        then = day_of(schedule.last, self._settings.rollover)
        days = schedule.due_day - then
        capped = max(1, cap(days, then, self._settings.exam, share(key, schedule.reps - 1)))
        return schedule if capped >= days else replace(schedule, due_day=Day(then + capped), interval=capped)

    def replay(self, reviews: Iterable[Review]) -> Schedule:
        """The schedule that the reviews of one card amount to, oldest first."""
        schedule = Schedule()
        for review in reviews:
            schedule = self.answered(schedule, review.rating, review.when, review.card)
        return schedule

    def _days(self, schedule: Schedule, when: Moment) -> tuple[Day, int]:
        """Today, and the learner's days since the last review: none where the clock was set back."""
        today = day_of(when, self._settings.rollover)
        if schedule.last is None:
            return today, 0
        return today, max(0, today - day_of(schedule.last, self._settings.rollover))

    def _card(self, schedule: Schedule) -> fsrs.Card:
        return fsrs.Card(
            card_id=0,
            state=_STATES[schedule.phase],
            step=schedule.step,
            stability=schedule.stability,
            difficulty=schedule.difficulty,
            due=_EPOCH,
            last_review=None if schedule.last is None else _EPOCH,
        )

    def _remembered(self, schedule: Schedule, rating: Rating, elapsed: int) -> tuple[fsrs.Card, timedelta]:
        """The card after an answer, and how long the next step or interval is by py-fsrs."""
        now = _EPOCH + timedelta(days=elapsed)
        after, _ = self._fsrs.review_card(self._card(schedule), fsrs.Rating(rating), now)
        if after.stability is not None:
            after.stability = min(after.stability, _MOST_STABLE)
        return after, after.due - now

    def _interval(self, schedule: Schedule, rating: Rating, elapsed: int, at: float) -> int:
        """The interval in days of a card that is now in the phase review; `at` is its place in the fuzz."""
        most = max(1, self._settings.maximum_interval)
        reviewed = schedule.phase == "review" and rating is not Rating.AGAIN
        if reviewed:
            ladder = [Rating.HARD, Rating.GOOD, Rating.EASY][: rating - 1]
        else:
            ladder = [Rating.GOOD, Rating.EASY] if rating is Rating.EASY else [rating]
        interval = 0
        for step in ladder:
            wished = self._wished(schedule, step, elapsed)
            least = interval + 1
            if reviewed:
                least = max(least, _no_step_back(wished, schedule.interval, most))
            else:
                wished = rounded(wished)
            interval = fuzzed(wished, least, most, at)
        return interval

    def _wished(self, schedule: Schedule, rating: Rating, elapsed: int) -> float:
        """The interval in days after which retrievability falls to the wished retention."""
        after, _ = self._remembered(schedule, rating, elapsed)
        return float(after.stability or 0.0) * self._days_a_stability


def _no_step_back(wished: float, last: int, most: int) -> int:
    """The least interval after one of `last` days: longer if FSRS says so, no shorter for fuzz alone."""
    if rounded(wished) > last:
        return last + 1
    return last if bounds(wished, 1, most)[1] >= last else 1
