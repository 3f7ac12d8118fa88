"""How a person wants to study; frozen, passed explicitly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from jinju.model.review import Day

Order = Literal["due", "retrievability"]
"""Reviews by due day, or those most likely to be forgotten first."""

MINUTE = 60_000
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class StudySettings:
    """All that decides what comes next and when.

    `retention` is the wished probability of recall when a card comes up (.7 to .99); `weights` the 21
    FSRS-6 parameters, empty for the published ones; steps are in milliseconds; `rollover` is the hour of the
    learner's clock at which a new day begins. `exam` is the learner's day of the exam. `progressive`
    lets cues shrink as stability grows.
    """

    retention: float = 0.9
    weights: tuple[float, ...] = ()
    learning_steps: tuple[int, ...] = (MINUTE, 10 * MINUTE)
    relearning_steps: tuple[int, ...] = (10 * MINUTE,)
    maximum_interval: int = 36_500
    new_a_day: int = 20
    reviews_a_day: int = 200
    rollover: int = 4
    order: Order = "due"
    bury_siblings: bool = True
    leech: int = 8
    exam: Day | None = None
    progressive: bool = True
