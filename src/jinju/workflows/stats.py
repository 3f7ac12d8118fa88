"""`jinju stats`: what the reviews say of the learning so far, and of the days ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from jinju.adapters.review_store import open_store
from jinju.model.cloze import parse
from jinju.study.forecast import load
from jinju.study.scheduler import Scheduler
from jinju.study.statistics import (
    DIFFICULTIES,
    STABILITIES,
    Maturity,
    by_day,
    maturity,
    pace,
    retention_by_week,
    spread,
    weakest,
)
from jinju.workflows.fold import fitted
from jinju.workflows.study_decks import chosen
from jinju.workflows.study_queue import today_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from jinju.adapters.review_store import Store
    from jinju.adapters.review_store.rows import StoredCard
    from jinju.model.errors import Problem
    from jinju.model.review import CardKey, Day, Moment, Review, Schedule
    from jinju.model.study_settings import StudySettings
    from jinju.study.forecast import Forecast
    from jinju.study.statistics import Retention, Work

AHEAD: Final = 30
"""Days of the forecast."""
MOST_WEAK: Final = 20
_THEMES: Final = " · "
"""Stands between the themes of an item."""


class Weak(NamedTuple):
    """A phrase that is often forgotten; `known` is the probability that it is known today."""

    item: str
    number: int
    answers: tuple[str, ...]
    line: str
    article: str
    lapses: int
    stability: float
    difficulty: float
    known: float


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts over the chosen deck files.

    `known` is the mean probability that a card seen before is known today, None where none was; `pace` the
    median time of the last answers in milliseconds. Spreads have one class more than their edges
    (`study.statistics.STABILITIES`, `DIFFICULTIES`).
    """

    today: Day
    cards: Maturity
    suspended: int
    reviews: int
    known: float | None
    pace: int
    days: Mapping[Day, Work]
    weeks: Mapping[Day, Retention]
    forecast: Forecast
    stability: tuple[int, ...]
    difficulty: tuple[int, ...]
    articles: Mapping[str, Maturity]
    themes: Mapping[str, Maturity]
    weak: tuple[Weak, ...]
    problems: tuple[Problem, ...]


def stats(paths: Sequence[Path], *, store: Path | None = None, settings: StudySettings, now: Moment) -> Stats:
    """What is known of these deck files, or of all that were studied before.

    With deck files only the reviews of their cards count; without, also those of cards that no file holds
    any more. Raises UserError where there is nothing to study from or the store cannot be opened.
    """
    with open_store(store) as opened:
        picked = chosen(opened, paths)
        settings = fitted(opened, settings)
        scheduler = Scheduler(settings)
        today = today_of(now, settings)
        cards = list(opened.cards.all(picked.ids))
        keys = frozenset(card.key for card in cards) if paths else None
        seen = [card.schedule for card in cards if card.schedule.phase != "new"]
        days = by_day(_reviews(opened, keys), settings.rollover)
        active = [card.schedule for card in cards if not card.suspended]
        titles = _Titles(opened)
        return Stats(
            today=today,
            cards=maturity(("", card.schedule) for card in cards).get("", Maturity()),
            suspended=sum(card.suspended for card in cards),
            reviews=sum(work.answers for work in days.values()),
            known=sum(scheduler.retrievability(s, today) for s in seen) / len(seen) if seen else None,
            pace=pace(opened.reviews.pace()),
            days=days,
            weeks=retention_by_week(_reviews(opened, keys), settings.rollover),
            forecast=load(
                active,
                today,
                AHEAD,
                settings,
                new_count=sum(s.phase == "new" for s in active),
                new_a_day=settings.new_a_day,
            ),
            stability=spread((s.stability for s in seen if s.stability is not None), STABILITIES),
            difficulty=spread((s.difficulty for s in seen if s.difficulty is not None), DIFFICULTIES),
            articles=maturity((titles.of(card), card.schedule) for card in cards),
            themes=maturity(_by_theme(cards)),
            weak=tuple(_weak(opened, cards, titles, scheduler, today)),
            problems=(*opened.problems, *picked.problems),
        )


class _Titles:
    """The titles of articles, each looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[str, str] = {}

    def of(self, card: StoredCard) -> str:
        if card.article not in self._found:
            self._found[card.article] = self._store.cards.title(card.key.item) or card.article
        return self._found[card.article]


def _reviews(store: Store, keys: frozenset[CardKey] | None) -> Iterator[Review]:
    return (review for review in store.reviews.all() if keys is None or review.card in keys)


def _by_theme(cards: Sequence[StoredCard]) -> Iterator[tuple[str, Schedule]]:
    for card in cards:
        for theme in card.theme.split(_THEMES):
            if theme.strip():
                yield theme.strip(), card.schedule


def _weak(
    store: Store, cards: Sequence[StoredCard], titles: _Titles, scheduler: Scheduler, today: Day
) -> Iterator[Weak]:
    def known(schedule: Schedule) -> float:
        return scheduler.retrievability(schedule, today)

    for card, schedule in weakest(((c, c.schedule) for c in cards), MOST_WEAK, known):
        item = store.cards.item(card.key.item)
        if item is None:
            continue
        cloze = parse(item.text)
        yield Weak(
            card.key.item,
            card.key.number,
            cloze.answers(card.key.number),
            cloze.plain,
            titles.of(card),
            schedule.lapses,
            schedule.stability or 0.0,
            schedule.difficulty or 0.0,
            known(schedule),
        )
