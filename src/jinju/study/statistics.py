"""What reviews and schedules say about the learning so far: pure counts, nothing drawn."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from jinju.model.review import Day, Rating
from jinju.study.day import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinju.model.review import CardKey, Review, Schedule

T = TypeVar("T")

MATURE: Final = 21
"""Days of interval from which a card is mature, as in Anki."""
LONGEST_ANSWER: Final = 60_000
"""Milliseconds; an answer that took longer was left lying, and counts as this."""
STABILITIES: Final = (1.0, 3.0, 7.0, 21.0, 60.0, 180.0, 365.0)
DIFFICULTIES: Final = (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)
"""Edges of the classes of the two spreads: below the first, from each to the next, from the last up."""
_MONDAY: Final = 3
"""1970-01-01 was a Thursday: three days after a Monday."""


class Work(NamedTuple):
    """What was done on a day: answers, those not AGAIN, and the time they took in milliseconds."""

    answers: int = 0
    right: int = 0
    taken: int = 0


class Retention(NamedTuple):
    """Of `reviews` that came after at least a night, so many were known."""

    reviews: int = 0
    known: int = 0

    @property
    def share(self) -> float | None:
        """None where there was nothing to know."""
        return self.known / self.reviews if self.reviews else None


@dataclass(frozen=True, slots=True)
class Maturity:
    """Cards by how far they are."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0


def by_day(reviews: Iterable[Review], rollover: int) -> dict[Day, Work]:
    """What was done on each day with reviews, earliest first."""
    found: dict[Day, Work] = {}
    for review in reviews:
        day = day_of(review.when, rollover)
        work = found.get(day, Work())
        taken = min(review.taken, LONGEST_ANSWER)
        found[day] = Work(work.answers + 1, work.right + (review.rating > Rating.AGAIN), work.taken + taken)
    return dict(sorted(found.items()))


def retention_by_week(reviews: Iterable[Review], rollover: int) -> dict[Day, Retention]:
    """For each week (named by its Monday) the first answers of a day to cards seen on an earlier day.

    `reviews` are in the order of time, those of all cards together.
    """
    seen: dict[CardKey, Day] = {}
    found: dict[Day, Retention] = {}
    for review in reviews:
        day = day_of(review.when, rollover)
        before = seen.get(review.card)
        seen[review.card] = day if before is None else max(day, before)
        if before is None or before >= day:
            continue
        monday = Day(day - (day + _MONDAY) % 7)
        so_far = found.get(monday, Retention())
        found[monday] = Retention(so_far.reviews + 1, so_far.known + (review.rating > Rating.AGAIN))
    return dict(sorted(found.items()))


def spread(values: Iterable[float], edges: Sequence[float]) -> tuple[int, ...]:
    """How many values lie in each class; there is one class more than edges."""
    found = [0] * (len(edges) + 1)
    for value in values:
        found[bisect_right(edges, value)] += 1
    return tuple(found)


def maturity(cards: Iterable[tuple[str, Schedule]]) -> dict[str, Maturity]:
    """How far the cards of each article or theme are; the names in the order in which they come."""
    found: dict[str, list[int]] = {}
    for name, schedule in cards:
        counts = found.setdefault(name, [0, 0, 0, 0])
        counts[_class(schedule)] += 1
    return {name: Maturity(*counts) for name, counts in found.items()}


def weakest(
    cards: Iterable[tuple[T, Schedule]], most: int, known: Callable[[Schedule], float]
) -> list[tuple[T, Schedule]]:
    """The cards that were forgotten most often, then the hardest, then the likeliest forgotten now.

    `known` gives the probability of recall today. A card that was never forgotten is not weak, whatever FSRS
    says of it; so there may be fewer than `most`.
    """
    weak = [(card, schedule) for card, schedule in cards if schedule.lapses]
    weak.sort(key=lambda c: (-c[1].lapses, -(c[1].difficulty or 0.0), known(c[1])))
    return weak[:most]


def pace(taken: Iterable[int]) -> int:
    """A learner's own pace: the median of the times given, in milliseconds; 0 where there are none."""
    times = [min(t, LONGEST_ANSWER) for t in taken if t > 0]
    return round(median(times)) if times else 0


def _class(schedule: Schedule) -> int:
    if schedule.phase == "new":
        return 0
    if schedule.phase != "review":
        return 1
    return 3 if schedule.interval >= MATURE else 2
