"""`jinju history import` and `export`: reviews out of Anki's files, and into a package for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.anki_history import read_history, write_history
from jinju.adapters.deck_file import read_deck
from jinju.adapters.review_store import Logged, open_store
from jinju.model.anki_history import CardHistory
from jinju.model.cloze import parse
from jinju.model.errors import UserError
from jinju.model.guid import item_id_of
from jinju.model.review import CardKey, Schedule
from jinju.study.known import unknown_of
from jinju.study.scheduler import Scheduler
from jinju.workflows.export import APKG, export
from jinju.workflows.fold import fitted, step_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
    from pathlib import Path

    from jinju.adapters.apkg import ApkgReport
    from jinju.adapters.review_store import Fold, Store
    from jinju.model.anki_history import AnkiHistory, LeftOut
    from jinju.model.errors import Problem
    from jinju.model.item import ItemId
    from jinju.model.note import Note
    from jinju.model.review import Moment, Review
    from jinju.model.study_settings import StudySettings
    from jinju.workflows.export import ExportReport

SOURCE = "anki"
"""What the store calls reviews that were made in Anki."""


@dataclass(frozen=True, slots=True)
class ImportedHistory:
    """What one file brought.

    `new` and `known` count answers, `cards` the cards that the new ones belong to. `waiting` are the cards
    that no deck file known here holds, with the number of their answers: these are kept in the store until
    a deck file does. `texts` says of their items what Anki shows. `rollover` is Anki's, where it differs.
    """

    path: Path
    new: int
    known: int
    cards: int
    waiting: Mapping[CardKey, int]
    texts: Mapping[ItemId, str]
    foreign: int
    left_out: Mapping[LeftOut, int]
    bare: tuple[CardKey, ...]
    rollover: int | None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What all files brought; `problems` is what had to be put aside to open the store."""

    files: tuple[ImportedHistory, ...]
    written: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryExport:
    """The package as `jinju export` tells it, and what of the history went into it."""

    export: ExportReport
    cards: int
    reviews: int
    problems: tuple[Problem, ...] = ()


def import_history(
    files: Sequence[Path],
    decks: Sequence[Path] = (),
    *,
    store: Path | None,
    settings: StudySettings,
    now: Moment,
    offset: Callable[[int], int],
    dry_run: bool = False,
) -> ImportReport:
    """Bring the answers in Anki's files into the store; done twice, the second time changes nothing.

    `decks` are deck files that the store is to know before. All files are read before the first answer is
    kept. `offset` gives the learner's clock at an instant, in seconds east of UTC. Raises UserError.
    """
    with open_store(store) as opened:
        fold = step_of(Scheduler(fitted(opened, settings)))
        alive = _alive(opened, decks, now, dry_run=dry_run)
        items = {key.item for key in alive}
        archived = {card.key.item for card in opened.cards.all(archived=True)}
        found = [(path, read_history(path, items, offset, archived=archived)) for path in files]
        told = []
        pending: list[Review] = []
        for path, history in found:
            known = [*logged_of(opened, {r.card for r in history.reviews}), *pending]
            fresh = unknown_of(history.reviews, known)
            if dry_run:
                pending += fresh
            else:
                opened.reviews.add((Logged(review, SOURCE) for review in fresh), fold)
            told.append(_told(path, history, fresh, alive, settings.rollover))
        return ImportReport(tuple(told), not dry_run, opened.problems)


def export_history(
    decks: Sequence[Path],
    out: Path,
    *,
    store: Path | None,
    settings: StudySettings,
    now: Moment,
) -> HistoryExport:
    """Write a package of deck files with all that the store knows of their cards.

    Otherwise as `jinju export`. Raises UserError.
    """
    if out.suffix.lower() != f".{APKG}":
        raise UserError("history-export-suffix", path=out)
    items = {item.id for path in decks for item in read_deck(path).items}
    with open_store(store) as opened:
        settings = fitted(opened, settings)
        history = histories(opened, settings, items)
        problems = opened.problems
    done: list[CardHistory] = []

    def write(named: Sequence[tuple[str, Iterable[Note]]], path: Path, /) -> ApkgReport:
        keys = {CardKey(item_id_of(note.guid), n) for _, notes in named for note in notes for n in note.cards}
        done.extend(history[key] for key in keys if key in history and history[key].steps)
        return write_history(named, history, path, now=now, settings=settings)

    report = export(decks, out, now=now.at // 1000, to=APKG, write=write)
    return HistoryExport(report, len(done), sum(len(h.steps) for h in done), problems)


def refresh(store: Store, decks: Iterable[Path], now: Moment) -> None:
    """Let the store know deck files. Raises UserError for one that cannot be read."""
    for path in decks:
        problem = store.decks.refresh(path, now_ns=now.at * 1_000_000).problem
        if problem is not None:
            raise UserError(problem.code, **dict(problem.details))


def _alive(store: Store, decks: Sequence[Path], now: Moment, *, dry_run: bool) -> set[CardKey]:
    """The cards that deck files hold, these among them."""
    if not dry_run:
        refresh(store, decks, now)
        return {card.key for card in store.cards.all()}
    items = (item for path in decks for item in read_deck(path).items if item.keep)
    named = {CardKey(item.id, number) for item in items for number in parse(item.text).numbers}
    return named | {card.key for card in store.cards.all()}


def logged_of(store: Store, cards: Collection[CardKey]) -> list[Review]:
    """Everything that was ever logged of some cards, what was taken back too."""
    return [one.review for one in store.reviews.log() if one.review.card in cards]


def histories(store: Store, settings: StudySettings, items: Container[ItemId]) -> dict[CardKey, CardHistory]:
    """The reviewed or marked cards of some items, each answer with the schedule after it.

    Where a card stands is what the store says, so that an exam asked for only while studying counts too.
    """
    turns: dict[CardKey, list[tuple[int, Review]]] = {}
    for one in store.reviews.log():
        key = one.review.card
        if one.retracted is None and key.item in items:
            turn = one.review.when.at if one.turn is None else one.turn
            turns.setdefault(key, []).append((turn, one.review))
    fold = step_of(Scheduler(settings))
    found = {}
    for card in store.cards.all(archived=True):
        if card.key in turns or (card.key.item in items and (card.suspended or card.flagged)):
            reviews = [review for _, review in sorted(turns.get(card.key, []), key=lambda pair: pair[0])]
            taken = list(steps(reviews, fold))
            if taken and card.schedule.reps == len(taken):
                taken[-1] = (reviews[-1], card.schedule)
            found[card.key] = CardHistory(tuple(taken), card.suspended, int(card.flagged))
    return found


def steps(reviews: Iterable[Review], fold: Fold) -> Iterable[tuple[Review, Schedule]]:
    """Each review of one card with the schedule after it."""
    schedule = Schedule()
    for review in reviews:
        schedule = fold(schedule, review)
        yield review, schedule


def _told(
    path: Path, history: AnkiHistory, fresh: Sequence[Review], alive: Collection[CardKey], rollover: int
) -> ImportedHistory:
    waiting: dict[CardKey, int] = {}
    for review in history.reviews:
        if review.card not in alive:
            waiting[review.card] = waiting.get(review.card, 0) + 1
    return ImportedHistory(
        path=path,
        new=len(fresh),
        known=len(history.reviews) - len(fresh),
        cards=len({r.card for r in fresh}),
        waiting=dict(sorted(waiting.items())),
        texts=history.strange,
        foreign=history.foreign,
        left_out=history.left_out,
        bare=tuple(key for key in history.bare if key in alive),
        rollover=None if history.rollover == rollover else history.rollover,
    )
