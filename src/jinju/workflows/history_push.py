"""`jinju history push`: the running Anki and the store get to know each other's answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.anki_connect import AnkiConnect
from jinju.adapters.anki_history.cards import card_row, log_rows
from jinju.adapters.anki_history.rows import answers, review_of
from jinju.adapters.anki_history.running import RunningHistory
from jinju.adapters.deck_file import read_deck
from jinju.adapters.review_store import Logged, open_store
from jinju.model.anki_history import CardHistory
from jinju.study.day import day_of
from jinju.study.known import unknown_of
from jinju.study.scheduler import Scheduler
from jinju.workflows.anki import open_anki
from jinju.workflows.fold import fitted, step_of
from jinju.workflows.history import SOURCE, histories, logged_of, refresh, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from jinju.adapters.anki_history.cards import LogRow
    from jinju.adapters.anki_history.rows import Row
    from jinju.adapters.anki_history.running import HeldCard
    from jinju.adapters.review_store import Fold
    from jinju.model.errors import Problem
    from jinju.model.item import ItemId
    from jinju.model.review import CardKey, Moment, Review
    from jinju.model.study_settings import StudySettings
    from jinju.workflows.anki import AnkiOptions


@dataclass(frozen=True, slots=True)
class PushedHistory:
    """What went either way.

    `cards` are the cards of the decks that Anki holds, `absent` the items with answers here that it does not.
    `taken` answers came from Anki, `given` went there, `moved` cards got a new schedule in Anki. `filtered`
    are cards that stand in a filtered deck and were left alone.
    """

    cards: int
    absent: tuple[ItemId, ...]
    taken: int
    given: int
    moved: int
    filtered: tuple[CardKey, ...]
    written: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _There:
    """A card in Anki: its answers that count, and all that its log has."""

    card: HeldCard
    counting: tuple[Review, ...]
    logged: tuple[Review, ...]


def push_history(
    decks: Sequence[Path],
    anki: AnkiOptions,
    *,
    store: Path | None,
    settings: StudySettings,
    now: Moment,
    offset: Callable[[int], int],
    dry_run: bool = False,
) -> PushedHistory:
    """Bring both sides to the same answers, and Anki's schedules up to them where it got some.

    First the store takes in what it does not know; then Anki gets what it lacks. Suspensions and flags stay
    what they are on either side. Run again after any
    interruption, or twice: what is done is left alone. Raises UserError.
    """
    items = {item.id for path in decks for item in read_deck(path).items if item.keep}
    held = open_anki(anki).anki.held(items)
    running = RunningHistory(AnkiConnect(anki.address, anki.key, anki.timeout))
    cards = running.cards(held)
    there = {key: _there(key, cards[key], rows, offset) for key, rows in running.rows(cards).items()}
    with open_store(store) as opened:
        settings = fitted(opened, settings)
        fold = step_of(Scheduler(settings))
        known = logged_of(opened, there.keys())
        fresh = unknown_of((r for one in there.values() for r in one.counting), known)
        if not dry_run:
            refresh(opened, decks, now)
            opened.reviews.add((Logged(review, SOURCE) for review in fresh), fold)
        ours = histories(opened, settings, items)
        problems = opened.problems
    if dry_run:
        ours = _with(ours, fresh, fold)
    missing = {
        key: lacking
        for key, one in there.items()
        if key in ours and (lacking := unknown_of((r for r, _ in ours[key].steps), one.logged))
    }
    behind = {key for key, one in there.items() if key in ours and one.card.reps < len(one.counting)}
    filtered = {key for key, one in there.items() if one.card.filtered and key in {*missing, *behind}}
    rows = [
        (there[key].card.number, row)
        for key, lacking in sorted(missing.items())
        if key not in filtered
        for row in _rows(ours[key], lacking)
    ]
    moved = sorted({*missing, *behind} - filtered)
    if not dry_run and moved:
        running.insert(rows)
        first_day = day_of(now, settings.rollover) - running.today(there[moved[0]].card)
        unmarked = {key: CardHistory(ours[key].steps) for key in moved}
        running.reschedule((there[k].card, card_row(h, 0, first_day, settings)) for k, h in unmarked.items())
    return PushedHistory(
        cards=len(cards),
        absent=tuple(
            sorted({k.item for k, h in ours.items() if h.steps and k.item in items and k not in cards})
        ),
        taken=len(fresh),
        given=len(rows),
        moved=len(moved),
        filtered=tuple(sorted(filtered)),
        written=not dry_run,
        problems=problems,
    )


def _there(key: CardKey, card: HeldCard, rows: Sequence[Row], offset: Callable[[int], int]) -> _There:
    counting, _ = answers(rows)
    logged = [review_of(key, row, offset) for row in rows if 1 <= row.ease <= 4]
    return _There(card, tuple(review_of(key, row, offset) for row in counting), tuple(logged))


def _with(
    ours: Mapping[CardKey, CardHistory], fresh: Sequence[Review], fold: Fold
) -> dict[CardKey, CardHistory]:
    """What the histories would be with some more answers."""
    found = dict(ours)
    for key in {review.card for review in fresh}:
        was = found.get(key, CardHistory())
        reviews = [*(r for r, _ in was.steps), *(r for r in fresh if r.card == key)]
        reviews.sort(key=lambda r: r.when.at)
        found[key] = CardHistory(tuple(steps(reviews, fold)), was.suspended, was.flag)
    return found


def _rows(history: CardHistory, lacking: Sequence[Review]) -> list[LogRow]:
    wanted = {review.when.at for review in lacking}
    return [row for row in log_rows(history) if row.at in wanted]
