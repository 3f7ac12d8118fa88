"""`jinju optimize`: the memory model, fitted to this learner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from jinju.adapters import optimizer
from jinju.adapters.review_store import open_store
from jinju.model.errors import UserError
from jinju.study.fit import examples_of, fit
from jinju.workflows.fold import fitted, fold_of

if TYPE_CHECKING:
    from pathlib import Path

    from jinju.adapters.review_store import Store
    from jinju.model.errors import Problem
    from jinju.model.review import CardKey, Moment, Review
    from jinju.model.study_settings import StudySettings
    from jinju.study.fit import Fit

LEAST: Final = 400
"""Predicted answers below which nothing is fitted.

Anki asked for 400 reviews before it fitted (its message deck-config-must-have-400-reviews; from 1,000 on
before that, and its authors found gains from 16 on: ankitects/anki issue 3094). We count only answers that
can be predicted, so that the later 60 % of them is still a test.
"""


@dataclass(frozen=True, slots=True)
class Optimized:
    """What was fitted to how much, and what became of it; `rebuilt` schedules were computed anew.

    `overridden` says that the settings name parameters of their own, which go before any fitted ones.
    """

    reviews: int
    cards: int
    predicted: int
    fit: Fit
    kept: bool
    rebuilt: int
    dry_run: bool
    overridden: bool
    problems: tuple[Problem, ...] = ()


def optimize(
    *, store: Path | None, settings: StudySettings, now: Moment, force: bool = False, dry_run: bool = False
) -> Optimized:
    """Fit the parameters to all reviews in the store, and keep them if they predict better.

    The same reviews give the same parameters. Raises UserError where the extra is missing or there are
    fewer than `LEAST` answers to predict.
    """
    fitter = optimizer.fitter(len(settings.relearning_steps))
    with open_store(store) as opened:
        in_use = replace(fitted(opened, settings), exam=None)
        cards = _reviews(opened)
        examples = examples_of(cards.values(), settings.rollover)
        if len(examples) < LEAST:
            raise UserError("optimize-few", count=len(examples), needed=LEAST)
        found = fit(cards, examples, in_use, fitter)
        keep = force or found.better
        rebuilt = 0
        reviews = sum(map(len, cards.values()))
        if keep and not dry_run:
            provenance = {
                "by": optimizer.name(),
                "reviews": reviews,
                "cards": len(cards),
                "predicted": len(examples),
                "log_loss": found.everything._asdict(),
                "log_loss_later": found.later._asdict(),
                "doubt": found.doubt,
            }
            opened.keep_weights(found.weights, provenance, at=now.at)
            rebuilt = opened.reviews.rebuild(fold_of(opened, settings))
        return Optimized(
            reviews=reviews,
            cards=len(cards),
            predicted=len(examples),
            fit=found,
            kept=keep,
            rebuilt=rebuilt,
            dry_run=dry_run,
            overridden=bool(settings.weights),
            problems=opened.problems,
        )


def reset(*, store: Path | None, settings: StudySettings, now: Moment) -> int:
    """Put the published parameters in use again; how many schedules were computed anew."""
    with open_store(store) as opened:
        opened.keep_weights((), {"by": "published"}, at=now.at)
        return opened.reviews.rebuild(fold_of(opened, settings))


def _reviews(store: Store) -> dict[CardKey, list[Review]]:
    """The reviews that count, by card, in the order of the fold."""
    turns: dict[CardKey, list[tuple[int, Review]]] = {}
    for one in store.reviews.log():
        if one.retracted is None:
            turn = one.review.when.at if one.turn is None else one.turn
            turns.setdefault(one.review.card, []).append((turn, one.review))
    return {
        key: [review for _, review in sorted(found, key=lambda pair: pair[0])]
        for key, found in sorted(turns.items())
    }
