"""The desk at which one studies: today's queue, and the card that lies on it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.model.cloze import ClozeError
from jinju.study.cue import face, level
from jinju.study.leech import is_leech
from jinju.study.queue import Left
from jinju.study.scheduler import Scheduler
from jinju.workflows.studied import Shown
from jinju.workflows.study_queue import queue, today_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.adapters.review_store import Store
    from jinju.model.item import Item
    from jinju.model.review import CardKey, Day, Moment, Schedule
    from jinju.model.study_settings import StudySettings
    from jinju.study.queue import Queued

EVER: Final = 1 << 62
"""Milliseconds: however long a learning step still has to wait."""


@dataclass(slots=True)
class Standing:
    """The card before the learner; `shown` changes as hints are given."""

    queued: Queued
    shown: Shown
    item: Item


class Desk:
    """Takes card after card out of the queue, each checked against the store at the moment it is shown."""

    def __init__(
        self, store: Store, decks: Sequence[int], settings: StudySettings, now: Callable[[], Moment]
    ) -> None:
        self.settings = settings
        self.scheduler = Scheduler(settings)
        self.standing: Standing | None = None
        self._store = store
        self._decks = decks
        self._now = now
        self.refill()

    def refill(self) -> None:
        """Read today's queue from the store; the card that lies there stays first."""
        now = self._now()
        self.today: Day = today_of(now, self.settings)
        self._first: list[Queued] = []
        self._queue = queue(self._store, self._decks, now, self.settings, self.scheduler)
        self._version = self._store.version()
        if self.standing is not None:
            self.lay(self.standing.queued)

    def look(self, ahead: int = 0) -> Standing | None:
        """The card that lies there; else the next one that is to be studied, whatever others did to it.

        With `ahead` a learning step counts as due so many milliseconds early.
        """
        now = self._now()
        if self.standing is None and today_of(now, self.settings) != self.today:
            self.refill()
        while self.standing is None:
            following = self._first.pop(0) if self._first else self._queue.next(now.at, ahead)
            if following is not None:
                self.standing = self._stood(following, now)
            elif self._store.version() != self._version:  # another process was at work
                self.refill()
            else:
                break
        return self.standing

    def clear(self) -> None:
        """The card that lies there is done with."""
        self.standing = None

    def put_back(self, card: Queued, schedule: Schedule) -> None:
        """The card after its answer: it comes again today if its schedule says so."""
        self._queue.put_back(card._replace(schedule=schedule, is_new=False))

    def lay(self, card: Queued) -> None:
        """Put a card on the desk again, before the one that lies there."""
        self._queue.drop(lambda other: other.key == card.key)
        there = self.standing
        if there is not None and there.queued.key != card.key:
            self._first.insert(0, there.queued)
        self.standing = None
        self._first.insert(0, card)

    def left(self) -> Left:
        """How many cards are to come, the one that lies there among them."""
        ahead = [*self._first, *([self.standing.queued] if self.standing else [])]
        new = sum(card.is_new for card in ahead)
        learning = sum(card.schedule.due_at is not None for card in ahead)
        behind = self._queue.left()
        return Left(behind.new + new, behind.learning + learning, behind.review + len(ahead) - new - learning)

    def waiting_until(self) -> int | None:
        """When the next learning step is due, where nothing else is left; in milliseconds since 1970 UTC."""
        behind = self._queue.left()
        if self.standing is not None or self._first or behind.new or behind.review:
            return None
        return self._queue.waiting_until()

    def _stood(self, following: Queued, now: Moment) -> Standing | None:
        """The card with its text; None where it is not to be studied any more."""
        key = following.key
        card = self._store.cards.get(key)
        if card is None or card.archived or card.suspended or card.buried == self.today:
            return None
        if card.schedule.last != following.schedule.last:  # answered elsewhere
            return None
        item = self._store.cards.item(key.item)
        if item is None:
            return None
        with suppress(ClozeError, KeyError):
            shown = self._shown(key, card.schedule, item, now, flagged=card.flagged)
            return Standing(following, shown, item)
        return None

    def _shown(self, key: CardKey, schedule: Schedule, item: Item, now: Moment, *, flagged: bool) -> Shown:
        look = face(item, key.number, level(schedule, self.settings))
        return Shown(
            key,
            look,
            self._store.cards.title(key.item),
            item.theme,
            schedule,
            self.scheduler.options(schedule, now, key),
            look.hints[: look.free],
            0,
            len(look.hints) - look.free,
            flagged,
            is_leech(schedule, self.settings.leech),
        )
