"""A card's schedule and answers in the columns of Anki's tables.

What the columns mean: Anki's rslib/src/card, rslib/src/revlog and rslib/src/storage/card/data.rs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.adapters.anki_history.rows import LEARNING, RELEARNING, REVIEW
from jinju.model.review import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.anki_history import CardHistory
    from jinju.model.review import Phase, Review, Schedule
    from jinju.model.study_settings import StudySettings

_KINDS: Final[Mapping[Phase, int]] = {
    "new": LEARNING,
    "learning": LEARNING,
    "review": REVIEW,
    "relearning": RELEARNING,
}
_TYPES: Final[Mapping[Phase, int]] = {"new": 0, "learning": 1, "review": 2, "relearning": 3}
_QUEUE_NEW, _QUEUE_STEPS, _QUEUE_REVIEW, _QUEUE_DAYS, _QUEUE_SUSPENDED = 0, 1, 2, 3, -1
_EASE: Final = 2500
_LEAST_EASE: Final = 1300
_EASE_CHANGE: Final = {Rating.AGAIN: -200, Rating.HARD: -150, Rating.GOOD: 0, Rating.EASY: 150}
_DECAY: Final = 0.1542
"""FSRS-6's last parameter as published."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """The columns of one card; `due` is in days since the collection's first, within steps in seconds."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    left: int
    flags: int
    data: Mapping[str, float]

    @property
    def data_text(self) -> str:
        """The column `data`."""
        return json.dumps(self.data, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class LogRow:
    """The columns of one row of the review log, without its card; intervals in days, or minus seconds."""

    at: int
    ease: int
    ivl: int
    last_ivl: int
    factor: int
    taken: int
    kind: int


def card_row(history: CardHistory, position: int, first_day: int, settings: StudySettings) -> CardRow:
    """The card; `position` is its place among the new, `first_day` the learner's day that Anki calls 0."""
    schedule = history.schedule
    queue, due = _queue(schedule, position, first_day)
    return CardRow(
        type=_TYPES[schedule.phase],
        queue=_QUEUE_SUSPENDED if history.suspended else queue,
        due=due,
        ivl=_interval(schedule),
        factor=_ease(history) if schedule.phase in {"review", "relearning"} else 0,
        reps=schedule.reps,
        lapses=schedule.lapses,
        left=_steps_left(schedule, settings),
        flags=history.flag,
        data=_data(schedule, position, settings),
    )


def log_rows(history: CardHistory) -> list[LogRow]:
    """The card's answers as Anki would have logged them."""
    rows = []
    phase: Phase = "new"
    last = 0
    for review, after in history.steps:
        ivl = _logged_interval(review, after)
        rows.append(
            LogRow(
                at=review.when.at,
                ease=int(review.rating),
                ivl=ivl,
                last_ivl=last,
                factor=_logged_difficulty(after),
                taken=review.taken,
                kind=_KINDS[phase],
            )
        )
        phase, last = after.phase, ivl
    return rows


def _queue(schedule: Schedule, position: int, first_day: int) -> tuple[int, int]:
    if schedule.phase == "new":
        return _QUEUE_NEW, position
    if schedule.due_at is not None:
        return _QUEUE_STEPS, schedule.due_at // 1000
    day = (schedule.due_day or 0) - first_day
    return (_QUEUE_REVIEW if schedule.phase == "review" else _QUEUE_DAYS), day


def _interval(schedule: Schedule) -> int:
    """While a card is learnt again, Anki's column says the interval that it will have afterwards."""
    if schedule.phase == "relearning":
        return max(1, round(schedule.stability or 0))
    return schedule.interval


def _steps_left(schedule: Schedule, settings: StudySettings) -> int:
    if schedule.phase not in {"learning", "relearning"}:
        return 0
    steps = settings.learning_steps if schedule.phase == "learning" else settings.relearning_steps
    return max(1, len(steps) - (schedule.step or 0))


def _ease(history: CardHistory) -> int:
    """The ease that Anki's older scheduler would have, for those who do not switch FSRS on."""
    ease = _EASE
    phase: Phase = "new"
    for review, after in history.steps:
        if phase == "review":
            ease = max(_LEAST_EASE, ease + _EASE_CHANGE[review.rating])
        phase = after.phase
    return ease


def _data(schedule: Schedule, position: int, settings: StudySettings) -> dict[str, float]:
    if schedule.stability is None or schedule.difficulty is None or schedule.last is None:
        return {}
    return {
        "pos": position,
        "s": round(schedule.stability, 4),
        "d": round(schedule.difficulty, 3),
        "dr": settings.retention,
        "decay": round(settings.weights[-1] if settings.weights else _DECAY, 3),
        "lrt": schedule.last.at // 1000,
    }


def _logged_interval(review: Review, after: Schedule) -> int:
    if after.phase == "review":
        return after.interval
    if after.due_at is not None:
        return -max(1, (after.due_at - review.when.at) // 1000)
    return -86_400


def _logged_difficulty(after: Schedule) -> int:
    """With FSRS on, Anki logs difficulty 1 to 10 as 100 to 1100."""
    return int(((after.difficulty or 1.0) - 1.0) / 9.0 * 1000 + 100)
