"""What comes up today, and in which order."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

from jinju.study.fuzz import share
from jinju.study.interleave import in_turn, interleaved, mixed, spread
from jinju.study.last_days import LAST_DAYS
from jinju.study.scheduler import Scheduler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinju.model.review import CardKey, Day, Schedule
    from jinju.model.study_settings import StudySettings


class Queued(NamedTuple):
    """A card that may come up; cards of one `group` (their item) are siblings."""

    key: CardKey
    schedule: Schedule
    group: str
    article: str
    theme: str
    position: int
    """Its place in the deck."""
    is_new: bool


class Seen(NamedTuple):
    """What was done earlier today: how many new cards and reviews, and of which items."""

    new: int = 0
    reviews: int = 0
    groups: frozenset[str] = frozenset()


class Left(NamedTuple):
    """How many cards are still to come."""

    new: int
    learning: int
    review: int


class Queue:
    """The cards of one session, taken out one by one; the only thing in `study` that changes."""

    def __init__(self, cards: Iterable[Queued], learning: Iterable[Queued]) -> None:
        """`cards` in the order in which they come; `learning` waits for the clock."""
        self._cards = list(reversed(list(cards)))
        self._learning = [(q.schedule.due_at or 0, q.key, q) for q in learning]
        heapq.heapify(self._learning)

    def next(self, now_ms: int, ahead: int = 0) -> Queued | None:
        """The card to show now, taken out; None where nothing is left or all that is left waits.

        A learning step that is due goes before all else; one due within `ahead` milliseconds comes when
        nothing else is left.
        """
        if self._learning and self._learning[0][0] <= now_ms:
            return heapq.heappop(self._learning)[2]
        if self._cards:
            return self._cards.pop()
        if self._learning and self._learning[0][0] <= now_ms + ahead:
            return heapq.heappop(self._learning)[2]
        return None

    def put_back(self, card: Queued) -> None:
        """A card after its answer: it comes again if a step within the day is set, else not today."""
        self.drop(lambda q: q.key == card.key)
        if card.schedule.due_at is not None:
            heapq.heappush(self._learning, (card.schedule.due_at, card.key, card))

    def drop(self, unwanted: Callable[[Queued], bool]) -> None:
        """Cards that shall not come any more today: suspended, buried, gone from their deck."""
        self._cards = [q for q in self._cards if not unwanted(q)]
        self._learning = [entry for entry in self._learning if not unwanted(entry[2])]
        heapq.heapify(self._learning)

    def left(self) -> Left:
        """How many are still to come, the card that is out not counted."""
        new = sum(q.is_new for q in self._cards)
        return Left(new, len(self._learning), len(self._cards) - new)

    def waiting_until(self) -> int | None:
        """When the next learning step is due, in milliseconds since 1970 UTC."""
        return self._learning[0][0] if self._learning else None

    def __iter__(self) -> Iterator[Queued]:
        """What is still to come, learning steps last; nothing is taken out."""
        yield from reversed(self._cards)
        yield from (entry[2] for entry in sorted(self._learning, key=lambda e: e[:2]))


def build(cards: Iterable[Queued], today: Day, seen_today: Seen, settings: StudySettings) -> Queue:
    """Today's queue from cards that are new or due, in any order; the same ones always give the same queue.

    Suspended, buried and archived cards are not to be given. Learning cards come whatever the limits. Of
    siblings only the first comes on a day, reviews before new ones; in the last days before the exam, or
    where burying is off, they all come, but apart.
    """
    learning: list[Queued] = []
    due: list[Queued] = []
    new: list[Queued] = []
    for card in cards:
        if card.is_new:
            new.append(card)
        elif card.schedule.due_at is not None:
            learning.append(card)
        elif card.schedule.due_day is None or card.schedule.due_day <= today:
            due.append(card)
    groups = {card.group for card in learning} | seen_today.groups
    bury = settings.bury_siblings and not _last_days(today, settings)
    stepping = [card for card in due if card.schedule.phase != "review"]
    ordered = _ordered([card for card in due if card.schedule.phase == "review"], today, settings)
    room = max(0, settings.reviews_a_day - seen_today.reviews)
    reviews = _picked((*stepping, *ordered), len(stepping) + room, groups, bury=bury)
    fresh = _picked(in_turn(new), max(0, settings.new_a_day - seen_today.new), groups, bury=bury)
    return Queue(interleaved(spread(mixed(reviews, fresh))), learning)


def _last_days(today: Day, settings: StudySettings) -> bool:
    return settings.exam is not None and 0 <= settings.exam - today <= LAST_DAYS


def _ordered(due: list[Queued], today: Day, settings: StudySettings) -> list[Queued]:
    """By due day, or those most likely forgotten first; equals in an order of their own, not the deck's."""
    scheduler = Scheduler(settings)

    def urgency(card: Queued) -> tuple[float, float, CardKey]:
        first = (
            scheduler.retrievability(card.schedule, today)
            if settings.order == "retrievability"
            else float(card.schedule.due_day or 0)
        )
        return first, share(card.key, card.schedule.reps), card.key

    return sorted(due, key=urgency)


def _picked(cards: Iterable[Queued], most: int, groups: set[str], *, bury: bool) -> list[Queued]:
    """The first `most` cards, with `bury` only one of each group; `groups` is told which came."""
    found: list[Queued] = []
    for card in cards:
        if len(found) >= most:
            break
        if bury and card.group in groups:
            continue
        groups.add(card.group)
        found.append(card)
    return found
