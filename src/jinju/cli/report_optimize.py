"""What `jinju optimize` prints: log loss before and after, as a small table or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from jinju.cli.report_history import show_problems
from jinju.messages import say

if TYPE_CHECKING:
    from jinju.workflows.optimize import Optimized


def show_optimized(report: Optimized, *, as_json: bool) -> None:
    """What was fitted, how well it predicts, and whether it is in use now."""
    show_problems(report.problems)
    fit = report.fit
    if as_json:
        told = {
            "reviews": report.reviews,
            "cards": report.cards,
            "predicted": report.predicted,
            "log_loss": fit.everything._asdict(),
            "log_loss_later": fit.later._asdict(),
            "doubt": fit.doubt,
            "weights": list(fit.weights),
            "better": fit.better,
            "kept": report.kept and not report.dry_run,
            "rescheduled": report.rebuilt,
            "overridden": report.overridden,
        }
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    typer.echo(say("optimize-data", reviews=report.reviews, cards=report.cards, predicted=report.predicted))
    typer.echo(say("optimize-heading"))
    for code, losses in (("optimize-later", fit.later), ("optimize-all", fit.everything)):
        typer.echo(f"  {say(code)}")
        for name, loss in (
            ("optimize-published", losses.published),
            ("optimize-now", losses.in_use),
            ("optimize-fitted", losses.fitted),
        ):
            typer.echo(f"    {loss:.4f}  {say(name)}")
    if not report.kept:
        gain = fit.later.published - fit.later.fitted
        typer.echo(say("optimize-no-better", gain=gain, doubt=fit.doubt))
    elif report.dry_run:
        typer.echo(say("optimize-would-keep"))
    else:
        typer.echo(say("optimize-kept", cards=report.rebuilt))
    if report.overridden:
        typer.echo(say("optimize-overridden"))


def show_reset(rebuilt: int, *, as_json: bool) -> None:
    """That the published parameters are in use again."""
    if as_json:
        typer.echo(json.dumps({"weights": [], "rescheduled": rebuilt}))
    else:
        typer.echo(say("optimize-reset", cards=rebuilt))
