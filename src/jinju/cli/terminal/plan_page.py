"""The plan up to the exam: new cards a day, the load ahead as bars, and what stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.cli.terminal.endings import date_of
from jinju.cli.terminal.run import Run
from jinju.messages import say
from jinju.model.review import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.study.exam import ExamPlan

BARS: Final = 14
"""Rows of the load at most; of more days several make a row."""

WIDEST: Final = 28
"""Cells of the longest bar."""

_BESIDE: Final = 11
"""Cells of a row for its date and number."""


def plan_runs(plan: ExamPlan, today: Day, columns: int = 80) -> tuple[Run, ...]:
    """What to expect, in a few lines and a row of bars; why it cannot be done comes first."""
    return tuple(_runs(plan, today, max(min(WIDEST, columns - _BESIDE), 1)))


def _runs(plan: ExamPlan, today: Day, widest: int) -> Iterator[Run]:
    if plan.why_not == "past":
        yield Run(say("terminal.plan-no.past", exam=date_of(plan.exam)), "strong")
        return
    if not plan.feasible:
        details = {"new": plan.new_a_day, "reviews": plan.reviews, "minutes": _minutes(plan)}
        yield Run(say(f"terminal.plan-no.{plan.why_not}", **details) + "\n\n", "strong")
    yield Run(say("terminal.plan-exam", exam=date_of(plan.exam), days=plan.exam - today) + "\n")
    if plan.new_a_day:
        yield Run(say("terminal.plan-new", new=plan.new_a_day, last=date_of(plan.last_new_day)) + "\n")
    else:
        yield Run(say("terminal.plan-no-new") + "\n")
    answers = round(max(plan.load.answers, default=0.0))
    full = {"day": date_of(plan.fullest), "answers": answers, "minutes": _minutes(plan)}
    yield Run(say("terminal.plan-fullest", **full) + "\n\n")
    yield from _bars(plan, widest)


def _minutes(plan: ExamPlan) -> int:
    return max(round(plan.minutes), 1)


def _bars(plan: ExamPlan, widest: int) -> Iterator[Run]:
    answers = plan.load.answers
    if not answers:
        return
    days = -(-len(answers) // BARS)
    rows = [answers[at : at + days] for at in range(0, len(answers), days)]
    means = [sum(row) / len(row) for row in rows]
    most = max(means) or 1.0
    yield Run(say("terminal.plan-load.one") if days == 1 else say("terminal.plan-load", days=days), "dim")
    for at, mean in enumerate(means):
        date = date_of(Day(plan.load.first + at * days))
        bar = "▇" * round(widest * mean / most)
        yield Run(f"\n{date:%m-%d} ", "dim")
        yield Run(bar, "right")
        yield Run(f" {mean:.0f}")
