"""What the commands about review history print: a line a fact, the same as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import typer

from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.errors import Problem
    from jinju.workflows.history import HistoryExport, ImportedHistory, ImportReport
    from jinju.workflows.history_push import PushedHistory

_SHOWN: Final = 30
MOST_NAMED: Final = 20
"""Items whose deck file is missing that are named one by one; `--json` names them all."""


def show_import(report: ImportReport, *, as_json: bool) -> None:
    """What came out of each file, and what did not and why."""
    show_problems(report.problems)
    if as_json:
        _print_json({"written": report.written, "files": [_file(f) for f in report.files]})
        return
    for file in report.files:
        done = "history-imported" if report.written else "history-would-import"
        typer.echo(say(done, path=file.path, new=file.new, known=file.known, cards=file.cards))
        for what, count in file.left_out.items():
            typer.echo("  " + say(f"history-left.{what}", count=count))
        if file.bare:
            typer.echo("  " + say("history-bare", count=len(file.bare)))
        if file.foreign:
            typer.echo("  " + say("history-foreign", count=file.foreign))
        _waiting(file)
        if file.rollover is not None:
            typer.echo("  " + say("history-rollover", hour=file.rollover))


def _waiting(file: ImportedHistory) -> None:
    if not file.waiting:
        return
    typer.echo("  " + say("history-waiting", count=sum(file.waiting.values()), cards=len(file.waiting)))
    for key, count in list(file.waiting.items())[:MOST_NAMED]:
        text = _short(file.texts.get(key.item, ""))
        typer.echo(f"    {key.item} c{key.number}  {count}  {text}".rstrip())
    if len(file.waiting) > MOST_NAMED:
        typer.echo("    " + say("history-waiting-more", count=len(file.waiting) - MOST_NAMED))


def _file(file: ImportedHistory) -> dict[str, Any]:
    return {
        "file": str(file.path),
        "new": file.new,
        "known": file.known,
        "cards": file.cards,
        "other_notes": file.foreign,
        "left_out": dict(file.left_out),
        "scheduled_without_reviews": [{"item": k.item, "number": k.number} for k in file.bare],
        "waiting": [
            {"item": k.item, "number": k.number, "reviews": n, "text": file.texts.get(k.item, "")}
            for k, n in file.waiting.items()
        ],
        "other_rollover": file.rollover,
    }


def show_export(report: HistoryExport, *, as_json: bool) -> None:
    """What went into the package, and what to tick in Anki."""
    package = report.export.package
    show_problems(report.problems)
    if as_json:
        _print_json(
            {
                "package": str(package.path),
                "notes": package.notes,
                "cards": package.cards,
                "cards_with_reviews": report.cards,
                "reviews": report.reviews,
                "edited": list(report.export.edited),
            }
        )
        return
    typer.echo(say("exported", path=package.path, notes=package.notes, cards=package.cards))
    typer.echo(say("history-exported", cards=report.cards, reviews=report.reviews))
    if report.export.edited:
        typer.echo(say("stamped", count=len(report.export.edited)))
    typer.echo(say("history-export-tick"))


def show_push(report: PushedHistory, *, as_json: bool) -> None:
    """What went either way, and what was left alone."""
    show_problems(report.problems)
    if as_json:
        _print_json(
            {
                "written": report.written,
                "cards": report.cards,
                "taken": report.taken,
                "given": report.given,
                "rescheduled": report.moved,
                "not_in_anki": list(report.absent),
                "in_filtered_decks": [{"item": k.item, "number": k.number} for k in report.filtered],
            }
        )
        return
    done = "history-pushed" if report.written else "history-would-push"
    typer.echo(say(done, given=report.given, moved=report.moved, taken=report.taken, cards=report.cards))
    if report.absent:
        typer.echo(
            say("history-absent", count=len(report.absent), items=" ".join(report.absent[:MOST_NAMED]))
        )
    if report.filtered:
        typer.echo(say("history-filtered", count=len(report.filtered)))


def show_problems(problems: Sequence[Problem]) -> None:
    """What was wrong and could be gone around, to standard error."""
    for problem in problems:
        typer.echo(say(problem.code, **{"path": problem.where, **dict(problem.details)}), err=True)


def _short(text: str) -> str:
    shown = "".join(c if c.isprintable() else " " for c in text)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
