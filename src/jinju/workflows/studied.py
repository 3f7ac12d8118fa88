"""What a study session shows: a card, its surroundings, how far one has come, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.review import CardKey, Day, Rating, Schedule
    from jinju.study.face import Face


@dataclass(frozen=True, slots=True)
class Shown:
    """The card that stands before the learner.

    `options` is what each grade would make of its schedule. `hints_shown` are the hints given so far, the
    free ones among them, `hints_used` how many of them were asked for, `hints_left` how many more there are.
    """

    key: CardKey
    face: Face
    title: str
    theme: str
    schedule: Schedule
    options: Mapping[Rating, Schedule]
    hints_shown: tuple[str, ...]
    hints_used: int
    hints_left: int
    flagged: bool = False
    leech: bool = False

    @property
    def item(self) -> str:
        """The item's id in the deck file."""
        return self.key.item

    @property
    def number(self) -> int:
        """The cloze number."""
        return self.key.number


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a card in its article; all plain text.

    `paragraph` is empty where the deck file keeps none.
    """

    before: str
    sentence: str
    after: str
    paragraph: str
    title: str
    source: str
    theme: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the session has come.

    `done` counts answers, `again` those that were forgotten. `seconds_left` is by the learner's own pace.
    `waiting_until_ms` is set where nothing but learning steps is left and none is due yet: when the next
    one is, in milliseconds since 1970 UTC. `next_due` is the next day with cards and their number, looked up
    only where nothing is left; `new_beyond` says that there are new cards beyond today's number.
    """

    done: int
    again: int
    new_left: int
    learning_left: int
    review_left: int
    seconds_left: int
    waiting_until_ms: int | None = None
    next_due: tuple[Day, int] | None = None
    new_beyond: int = 0


class Hard(NamedTuple):
    """A card that was forgotten in this session: its line and how often."""

    key: CardKey
    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done: answers, right ones among them (all but AGAIN), minutes of thinking, cards met first."""

    done: int
    right: int
    minutes: float
    new: int
    cards: int
    hints: int
    hardest: tuple[Hard, ...]
