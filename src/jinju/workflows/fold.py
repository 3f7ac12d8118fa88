"""One step of the fold over reviews, as this person's settings and fitted parameters have it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.study.scheduler import Scheduler
from jinju.workflows.settings import study_settings

if TYPE_CHECKING:
    from jinju.adapters.review_store import Store
    from jinju.adapters.review_store.reviews import Fold
    from jinju.model.study_settings import StudySettings


def fitted(store: Store, settings: StudySettings) -> StudySettings:
    """The settings with the parameters fitted to the learner, unless the settings name their own."""
    if settings.weights or (found := store.weights()) is None:
        return settings
    return replace(settings, weights=found.parameters)


def step_of(scheduler: Scheduler) -> Fold:
    """The fold by this scheduler."""
    return lambda schedule, review: scheduler.answered(schedule, review.rating, review.when, review.card)


def fold_of(store: Store, settings: StudySettings | None = None) -> Fold:
    """The fold by these settings, by default those of the settings file. Raises UserError."""
    return step_of(Scheduler(fitted(store, settings or study_settings())))
