"""From the command line to the first card: settings, the page before the start, screen or lines."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Final

import typer

from jinju.cli.terminal.endings import summary_lines
from jinju.cli.terminal.plan_page import plan_runs
from jinju.cli.terminal.run import Run
from jinju.messages import say
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinju.model.study_settings import StudySettings
    from jinju.workflows.study import Session

_DUMB: Final = frozenset({"", "dumb", "unknown"})
"""Values of TERM of a terminal that knows no cursor."""

_FLAGS: Final = {"new_a_day": "--new", "reviews_a_day": "--reviews", "progressive": "--no-progressive"}
"""Where a flag has another name than its setting."""


def start(
    decks: Sequence[Path],
    store: Path | None,
    flags: Mapping[str, str | None],
    *,
    typing: bool = False,
    limit: int | None = None,
) -> None:
    """Study until the learner leaves; then a summary on the terminal. UserError without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError("terminal-none")
    from jinju.workflows.clock import now
    from jinju.workflows.settings import study_settings
    from jinju.workflows.study import open_session

    settings = study_settings(flags, names=_FLAGS)
    _check_exam(flags.get("exam"), settings)
    with open_session(list(decks), settings=settings, now=now, store=store) as session:
        page = opening_page(session, plan_wanted=flags.get("exam") is not None)
        status = _sit(session, page, typing=typing, limit=limit)
        lines = summary_lines(session.summary())
    for line in lines:
        typer.echo(line)
    if status:
        raise typer.Exit(status)


def opening_page(session: Session, *, plan_wanted: bool = False) -> tuple[str, Sequence[Run]] | None:
    """What the learner should know before the first card: broken deck files, the plan up to the exam.

    The plan is shown when it is wanted, and unasked when it cannot be kept.
    """
    runs = [Run(say(p.code, **dict(p.details)) + "\n\n") for p in session.problems]
    title = say("terminal.before-start")
    plan = session.exam_plan()
    if plan is not None and (plan_wanted or not plan.feasible):
        title = say("terminal.plan-title")
        runs += plan_runs(plan, session.today, shutil.get_terminal_size().columns)
    return (title, runs) if runs else None


def _check_exam(said: str | None, settings: StudySettings) -> None:
    from jinju.study.day import day_of
    from jinju.workflows.clock import now

    if said is not None and settings.exam is not None and settings.exam <= day_of(now(), settings.rollover):
        raise UserError("terminal-past-date", date=said)


def _sit(
    session: Session, opening: tuple[str, Sequence[Run]] | None, *, typing: bool, limit: int | None
) -> int:
    """Study on the screen, or by lines where there is none; the exit status."""
    from jinju.cli.terminal.sitting import Sitting
    from jinju.cli.terminal.thinking import milliseconds
    from jinju.workflows.clock import now

    sitting = Sitting(session, milliseconds, typing=typing, limit=limit)
    if os.name != "nt" and os.environ.get("TERM", "") in _DUMB:
        from jinju.cli.terminal.lines import study_by_lines

        study_by_lines(sitting, now, opening)
        return 0
    from jinju.cli.terminal.app import StudyApp

    for fixed in ("COLUMNS", "LINES"):  # a size handed down would outlive the next resizing
        os.environ.pop(fixed, None)
    app = StudyApp(sitting, now, opening)
    app.run(mouse=False)
    return app.return_code or 0
