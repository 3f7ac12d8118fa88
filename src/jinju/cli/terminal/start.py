"""From the command line to the first card: settings, the page before the start, screen or lines."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import typer

from jinju.cli.terminal.endings import summary_lines
from jinju.cli.terminal.run import Run
from jinju.messages import say
from jinju.model.errors import UserError
from jinju.model.review import Day
from jinju.model.study_settings import StudySettings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jinju.workflows.study import Session

_DUMB = frozenset({"", "dumb", "unknown"})
"""Values of TERM of a terminal that knows no cursor."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says; None where it says nothing."""

    typing: bool = False
    limit: int | None = None
    new: int | None = None
    reviews: int | None = None
    exam: str | None = None
    order: str | None = None
    retention: float | None = None
    rollover: int | None = None
    progressive: bool | None = None

    def over(self, settings: StudySettings, today: Day) -> StudySettings:
        """These settings with what the command line says in place of theirs."""
        said = {
            "new_a_day": self.new,
            "reviews_a_day": self.reviews,
            "order": self.order,
            "retention": self.retention,
            "rollover": self.rollover,
            "progressive": self.progressive,
            "exam": None if self.exam is None else exam_day(self.exam, today),
        }
        return replace(settings, **{name: value for name, value in said.items() if value is not None})


def exam_day(text: str, today: Day) -> Day:
    """The day of the exam; UserError where the text is no date or the day is not to come."""
    try:
        day = Day((date.fromisoformat(text.strip().replace("/", "-")) - date(1970, 1, 1)).days)
    except ValueError:
        raise UserError("terminal-bad-date", date=text) from None
    if day <= today:
        raise UserError("terminal-past-date", date=text)
    return day


def start(decks: Sequence[Path], store: Path | None, wishes: Wishes) -> None:
    """Study until the learner leaves; then a summary on the terminal. UserError without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError("terminal-none")
    from jinju.study.day import day_of
    from jinju.workflows.clock import now
    from jinju.workflows.study import open_session

    settings = StudySettings()
    settings = wishes.over(settings, day_of(now(), wishes.rollover or settings.rollover))
    with open_session(list(decks), settings=settings, now=now, store=store) as session:
        _sit(session, wishes)
        summary = session.summary()
    for line in summary_lines(summary):
        typer.echo(line)


def _sit(session: Session, wishes: Wishes) -> None:
    from jinju.cli.terminal.sitting import Sitting
    from jinju.cli.terminal.thinking import milliseconds
    from jinju.workflows.clock import now

    sitting = Sitting(session, milliseconds, typing=wishes.typing, limit=wishes.limit)
    opening = opening_page(session)
    if os.name != "nt" and os.environ.get("TERM", "") in _DUMB:
        from jinju.cli.terminal.lines import study_by_lines

        study_by_lines(sitting, now, opening)
        return
    from jinju.cli.terminal.app import StudyApp

    app = StudyApp(sitting, now, opening)
    app.run(mouse=False)
    if app.return_code:
        raise typer.Exit(app.return_code)


def opening_page(session: Session) -> tuple[str, Sequence[Run]] | None:
    """What the learner should know before the first card: broken deck files, the plan up to the exam."""
    runs = [Run(say(p.code, **dict(p.details)) + "\n\n") for p in session.problems]
    return (say("terminal.before-start"), runs) if runs else None
