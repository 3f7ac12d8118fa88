"""Between the rows of the store and the nouns of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jinju.model.item import ArticleKey, ItemId
from jinju.model.review import CardKey, Day, Moment, Rating, Review, Schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEDULE: Final = (
    "cards.phase, cards.step, cards.stability, cards.difficulty, cards.due_day, cards.due_at,"
    " cards.last_at, cards.last_offset, cards.interval, cards.reps, cards.lapses"
)
SET_SCHEDULE: Final = (
    "UPDATE cards SET phase = ?, step = ?, stability = ?, difficulty = ?, due_day = ?, due_at = ?,"
    " last_at = ?, last_offset = ?, interval = ?, reps = ?, lapses = ? WHERE id = ?"
)
CARD: Final = (
    f"items.guid, cards.number, articles.key, items.theme, cards.archived, cards.suspended, cards.flagged,"
    f" cards.buried, {SCHEDULE}"
)
REVIEW: Final = (
    "items.guid, cards.number, reviews.at, reviews.offset, reviews.rating, reviews.taken, reviews.hints,"
    " reviews.mode"
)


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card as the store knows it, without its text.

    `position` is its item's place in the deck file, `buried` the day on which it is put off.
    """

    key: CardKey
    schedule: Schedule
    article: ArticleKey
    theme: str
    position: int = 0
    archived: bool = False
    suspended: bool = False
    flagged: bool = False
    buried: Day | None = None


def schedule_of(row: Sequence[Any]) -> Schedule:
    """A schedule from the columns of SCHEDULE."""
    phase, step, stability, difficulty, due_day, due_at, last_at, last_offset, interval, reps, lapses = row
    last = None if last_at is None else Moment(last_at, last_offset)
    return Schedule(phase, step, stability, difficulty, due_day, due_at, last, interval, reps, lapses)


def row_of(schedule: Schedule) -> tuple[Any, ...]:
    """The values of SET_SCHEDULE, all but the card's number in the store."""
    last = schedule.last
    return (
        schedule.phase,
        schedule.step,
        schedule.stability,
        schedule.difficulty,
        schedule.due_day,
        schedule.due_at,
        None if last is None else last.at,
        None if last is None else last.offset,
        schedule.interval,
        schedule.reps,
        schedule.lapses,
    )


def card_of(row: Sequence[Any], position: int = 0) -> StoredCard:
    """A card from the columns of CARD."""
    guid, number, article, theme, archived, suspended, flagged, buried = row[:8]
    return StoredCard(
        CardKey(ItemId(guid), number),
        schedule_of(row[8:19]),
        ArticleKey(article or ""),
        theme,
        position,
        bool(archived),
        bool(suspended),
        bool(flagged),
        buried,
    )


def review_of(row: Sequence[Any]) -> Review:
    """A review from the columns of REVIEW."""
    guid, number, at, offset, rating, taken, hints, mode = row[:8]
    return Review(CardKey(ItemId(guid), number), Moment(at, offset), Rating(rating), taken, hints, mode)
