"""From the store to today's queue: only what today can need is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.study.day import HOUR, day_of, starts
from jinju.study.last_days import LAST_DAYS
from jinju.study.queue import Queued, Seen, build

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.adapters.review_store import Store, StoredCard
    from jinju.model.review import Day, Moment
    from jinju.model.study_settings import StudySettings
    from jinju.study.queue import Queue
    from jinju.study.scheduler import Scheduler

_CHOICE: Final = 8
"""So many times as many cards are read as a day takes, for siblings are spaced and articles interleaved."""
_SPARE: Final = 200
_FARTHEST: Final = 26 * HOUR
"""No two clocks on earth are further apart, so no review of today is older than this before it began."""


def today_of(now: Moment, settings: StudySettings) -> Day:
    """The learner's day now."""
    return day_of(now, settings.rollover)


def queue(
    store: Store, decks: Sequence[int], now: Moment, settings: StudySettings, scheduler: Scheduler
) -> Queue:
    """What is to be studied now, by the store and the settings."""
    today = today_of(now, settings)
    seen = seen_today(store, now, settings)
    cards = _cards(store, decks, now, settings)
    return build((queued(card, settings, scheduler) for card in cards), today, seen, settings)


def seen_today(store: Store, now: Moment, settings: StudySettings) -> Seen:
    """What the learner did since this day began, on whatever clock."""
    today = today_of(now, settings)
    since = starts(today, now.offset, settings.rollover) - _FARTHEST
    of_today = [r for r in store.reviews.since(since) if today_of(r.review.when, settings) == today]
    new = {r.review.card for r in of_today if r.first}
    groups = frozenset(r.review.card.item for r in of_today)
    reviewed = {r.review.card for r in of_today} - new
    return Seen(len(new), len(reviewed), groups)


def queued(card: StoredCard, settings: StudySettings, scheduler: Scheduler) -> Queued:
    """A card as the queue takes it."""
    schedule = card.schedule
    if settings.exam is not None:
        schedule = scheduler.brought_forward(schedule, card.key)
    return Queued(
        card.key,
        schedule,
        card.key.item,
        card.article,
        card.theme,
        card.position,
        schedule.phase == "new",
    )


def _cards(store: Store, decks: Sequence[int], now: Moment, settings: StudySettings) -> Iterator[StoredCard]:
    """Cards that today can need, in the order wished for; none that is archived, suspended or put off."""
    today = today_of(now, settings)
    last_days = settings.exam is not None and settings.exam - today <= LAST_DAYS
    yield from store.cards.learning(decks, today)
    yield from store.cards.due(
        decks,
        today,
        now=now.at,
        most=settings.reviews_a_day * _CHOICE + _SPARE,
        order=settings.order,
        from_day=settings.exam if last_days else None,
    )
    if settings.new_a_day > 0:
        yield from store.cards.new(decks, today, most=settings.new_a_day * _CHOICE + _SPARE)
