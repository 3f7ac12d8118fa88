"""Studying towards an exam: the plan over the whole store, and what it means for today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.study_settings import StudySettings
from jinju.study.exam import plan
from jinju.workflows.settings import AS_NEEDED
from jinju.workflows.study_queue import seen_today, today_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.adapters.review_store import Store
    from jinju.model.review import Moment
    from jinju.study.exam import ExamPlan


def exam_plan(
    store: Store, decks: Sequence[int], now: Moment, settings: StudySettings, *, pace_ms: int
) -> ExamPlan | None:
    """The plan as of this morning, with the new cards met today still to come; None without an exam."""
    if settings.exam is None:
        return None
    alive = [card.schedule for card in store.cards.all(decks) if not card.suspended]
    seen = [schedule for schedule in alive if schedule.phase != "new"]
    new = len(alive) - len(seen) + seen_today(store, now, settings).new
    today = today_of(now, settings)
    return plan(new, seen, today, settings.exam, settings, pace_seconds=pace_ms / 1000)


def towards(plan: ExamPlan | None, settings: StudySettings) -> StudySettings:
    """The settings with as many new cards a day as the plan asks for and the person allows.

    An exam that is over plays no part, and leaves the usual number where none was wished for.
    """
    if plan is None:
        return settings
    if plan.why_not != "past":
        return replace(settings, new_a_day=min(settings.new_a_day, plan.new_a_day))
    usual = StudySettings()
    return replace(
        settings,
        exam=None,
        new_a_day=usual.new_a_day if settings.new_a_day == AS_NEEDED else settings.new_a_day,
        reviews_a_day=usual.reviews_a_day if settings.reviews_a_day == AS_NEEDED else settings.reviews_a_day,
    )
