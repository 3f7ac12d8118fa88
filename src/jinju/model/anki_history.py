"""What a collection of Anki tells of how cards were answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from jinju.model.review import Schedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.item import ItemId
    from jinju.model.review import CardKey, Review

LeftOut = Literal["manual", "rescheduled", "preview", "forgotten", "odd"]
"""Rows of the review log that are no answers of use: due dates set by hand and resets, intervals that Anki
computed anew, looks at a card in a filtered deck that does not reschedule, answers before the card was
forgotten on purpose, and rows that make no sense."""


@dataclass(frozen=True, slots=True)
class AnkiHistory:
    """The answers, oldest first, and a count of everything else in the log.

    `strange` are the notes of jinju's note type that no deck file known here has, with their text;
    `foreign` counts the answers to all other notes; `bare` are cards that Anki has a schedule for but no
    answers of. `rollover` is the hour at which Anki's day begins, None where the file does not say.
    """

    reviews: tuple[Review, ...]
    strange: Mapping[ItemId, str] = field(default_factory=dict)
    foreign: int = 0
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    bare: tuple[CardKey, ...] = ()
    rollover: int | None = None


@dataclass(frozen=True, slots=True)
class CardHistory:
    """A card as it goes to Anki: each answer with the schedule after it, oldest first.

    `suspended` and `flag` (0 for none, else 1 to 7) are the learner's marks.
    """

    steps: tuple[tuple[Review, Schedule], ...] = ()
    suspended: bool = False
    flag: int = 0

    @property
    def schedule(self) -> Schedule:
        """Where the card stands."""
        return self.steps[-1][1] if self.steps else Schedule()
