"""What the commands on the store of reviews print: a line for people, the same as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typer

from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.errors import Problem
    from jinju.workflows.backup import BackupReport, RestoreReport
    from jinju.workflows.reviews import ExportedReviews, ImportedReviews

MOST_PROBLEMS = 10
"""Bad lines that are named one by one."""


def show_backup(report: BackupReport, *, as_json: bool) -> None:
    """Where the copy is and what it holds."""
    size = -(-report.bytes // 1000)
    line = say("backup-done", path=report.path, reviews=report.reviews, size=size)
    held = {"path": str(report.path), "reviews": report.reviews, "bytes": report.bytes}
    _show(line, held, report.problems, as_json=as_json)


def show_restore(report: RestoreReport, *, as_json: bool) -> None:
    """What is in the store now, and where what was there is kept."""
    line = say(
        "restore-done", store=report.store, reviews=report.reviews, before=report.before, kept=report.kept
    )
    held = {
        "store": str(report.store),
        "reviews": report.reviews,
        "reviews_before": report.before,
        "kept": str(report.kept),
    }
    _show(line, held, report.problems, as_json=as_json)


def show_exported_reviews(report: ExportedReviews, *, as_json: bool) -> None:
    """How many reviews were written; nothing where they went to standard output."""
    if str(report.path) != "-":
        line = say("reviews-exported", path=report.path, reviews=report.reviews)
        _show(line, {"path": str(report.path), "reviews": report.reviews}, (), as_json=as_json)


def show_imported_reviews(report: ImportedReviews, *, as_json: bool) -> None:
    """What was new; lines that were left out go to standard error."""
    counts = report.added._asdict() | {"bad": len(report.problems)}
    line = say("reviews-imported", path=report.path, **counts)
    _show(line, {"path": str(report.path), **counts}, report.problems, as_json=as_json)


def _show(line: str, held: dict[str, Any], problems: Iterable[Problem], *, as_json: bool) -> None:
    told = [_told(problem) for problem in problems]
    if as_json:
        typer.echo(json.dumps({**held, "problems": told}, ensure_ascii=False, indent=2))
    else:
        typer.echo(line)
    for problem in told[:MOST_PROBLEMS]:
        typer.echo(problem, err=True)
    if len(told) > MOST_PROBLEMS:
        typer.echo(say("problems-more", count=len(told) - MOST_PROBLEMS), err=True)


def _told(problem: Problem) -> str:
    where = problem.where if problem.line is None else f"{problem.where}:{problem.line}"
    return f"{where}: {say(problem.code, **dict(problem.details))}"
