"""A stand-in for the queue of `study/`: learning steps, reviews, then new cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.review import CardKey, Day, Schedule
    from jinju.model.study_settings import StudySettings


class Queued(NamedTuple):
    key: CardKey
    schedule: Schedule
    group: str
    article: str
    theme: str
    position: int
    is_new: bool


class Seen(NamedTuple):
    new: int = 0
    reviews: int = 0
    groups: frozenset[str] = frozenset()


class Left(NamedTuple):
    new: int
    learning: int
    review: int


class Queue:
    def __init__(self, learning: list[Queued], review: list[Queued], new: list[Queued]) -> None:
        self.learning, self.review, self.new = learning, review, new

    def next(self, now_ms: int) -> Queued | None:
        ready = [q for q in self.learning if (q.schedule.due_at or 0) <= now_ms]
        if ready:
            first = min(ready, key=lambda q: q.schedule.due_at or 0)
            self.learning.remove(first)
            return first
        if self.review:
            return self.review.pop(0)
        return self.new.pop(0) if self.new else None

    def put_back(self, queued: Queued) -> None:
        self.learning.append(queued)

    def drop(self, key: CardKey) -> None:
        self.learning = [q for q in self.learning if q.key != key]

    def left(self) -> Left:
        return Left(len(self.new), len(self.learning), len(self.review))

    def waiting_until(self) -> int | None:
        return min((q.schedule.due_at or 0 for q in self.learning), default=None)


def build(cards: Iterable[Queued], today: Day, seen: Seen, settings: StudySettings) -> Queue:
    learning: list[Queued] = []
    review: list[Queued] = []
    new: list[Queued] = []
    groups = set(seen.groups) if settings.bury_siblings else set()
    for q in cards:
        if q.schedule.due_at is not None:
            learning.append(q)
        elif settings.bury_siblings and q.group in groups:
            continue
        elif q.is_new:
            if len(new) < settings.new_a_day - seen.new:
                new.append(q)
                groups.add(q.group)
        elif len(review) < settings.reviews_a_day - seen.reviews:
            review.append(q)
            groups.add(q.group)
    return Queue(learning, review, new)
