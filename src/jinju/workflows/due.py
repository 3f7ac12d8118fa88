"""`jinju due`: what there is to study, by deck file, and what a session would bring today."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinju.adapters.review_store import open_store
from jinju.study.scheduler import Scheduler
from jinju.workflows.fold import fitted
from jinju.workflows.study_decks import chosen
from jinju.workflows.study_queue import queue, today_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jinju.adapters.review_store.cards import Counts
    from jinju.model.errors import Problem
    from jinju.model.review import Day, Moment
    from jinju.model.study_settings import StudySettings
    from jinju.study.queue import Left


class DeckDue(NamedTuple):
    """One deck file: cards never seen, in a learning step, and due, before any daily limit."""

    name: str
    path: Path
    counts: Counts


class Due(NamedTuple):
    """What is due.

    `session` is what a session would bring now, daily limits and siblings considered. `waiting_until`, in
    milliseconds since 1970 UTC, is when the next learning step is due; `next_due` the next day after today
    on which cards come up, and how many.
    """

    today: Day
    decks: tuple[DeckDue, ...]
    session: Left
    waiting_until: int | None
    next_due: tuple[Day, int] | None
    problems: tuple[Problem, ...]


def due(paths: Sequence[Path], *, store: Path | None = None, settings: StudySettings, now: Moment) -> Due:
    """What is due in these deck files, or in all that were studied before.

    Raises UserError where there is none or the store cannot be opened.
    """
    with open_store(store) as opened:
        picked = chosen(opened, paths)
        today = today_of(now, settings)
        decks = tuple(
            DeckDue(r.name, r.path, opened.cards.counts([r.deck], today))
            for r in picked.refreshed
            if r.deck is not None and r.deck in picked.ids
        )
        coming = queue(opened, picked.ids, now, settings, Scheduler(fitted(opened, settings)))
        return Due(
            today,
            decks,
            coming.left(),
            coming.waiting_until(),
            opened.cards.next_due(picked.ids, today),
            (*opened.problems, *picked.problems),
        )
