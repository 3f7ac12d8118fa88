"""A review is what a learner did with a card at one moment; a schedule is what all of them amount to.

Reviews are append-only. A schedule is a fold over them and can be thrown away and computed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Literal, NamedTuple, NewType

if TYPE_CHECKING:
    from jinju.model.item import ItemId

Day = NewType("Day", int)
"""A learner's day: days since 1970-01-01 on the learner's own clock, turned over at the rollover hour."""

Phase = Literal["new", "learning", "review", "relearning"]

Mode = Literal["reveal", "type", "anki"]
"""How a card was answered: looked up, typed, or in Anki."""


class Rating(IntEnum):
    """Anki's four buttons."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class CardKey(NamedTuple):
    """One card: an item of a deck file and one of its cloze numbers."""

    item: ItemId
    number: int


class Moment(NamedTuple):
    """An instant as the learner saw it: milliseconds since 1970 UTC, and the clock's offset from UTC then.

    `offset` is in seconds, positive in the east. It is stored with each review, so that a later journey
    or a change of summer time moves no past day.
    """

    at: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """One answer; `taken` is the thinking time in milliseconds, `hints` the number of hints asked for."""

    card: CardKey
    when: Moment
    rating: Rating
    taken: int = 0
    hints: int = 0
    mode: Mode = "reveal"


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where a card stands after its reviews so far; `Schedule()` is a card never seen.

    `stability` is in days (FSRS: the interval after which retrievability is .9), `difficulty` in 1..10;
    both None before the first review. `due_day` is the learner's day on which the card comes up; `due_at`,
    in milliseconds since 1970 UTC, is set only between learning steps within a day. `interval` is the last
    interval in days (0 while learning), `lapses` the number of times it was forgotten in the phase review.
    """

    phase: Phase = "new"
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due_day: Day | None = None
    due_at: int | None = None
    last: Moment | None = None
    interval: int = 0
    reps: int = 0
    lapses: int = 0
