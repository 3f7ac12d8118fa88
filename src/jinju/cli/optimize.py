"""`jinju optimize`: fit the memory model to the learner's own reviews."""

from __future__ import annotations

from typing import Annotated

import typer

from jinju.cli.store_option import StorePath
from jinju.messages import say


def optimize(
    store: StorePath = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.optimize-dry-run"))] = False,
    force: Annotated[bool, typer.Option("--force", help=say("help.optimize-force"))] = False,
    reset: Annotated[bool, typer.Option("--reset", help=say("help.optimize-reset"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Fit and say what it brings; the help text is in jinju.messages."""
    from jinju.cli.report_optimize import show_optimized, show_reset
    from jinju.workflows import clock
    from jinju.workflows import optimize as work
    from jinju.workflows.settings import study_settings

    settings = study_settings()
    if reset:
        show_reset(work.reset(store=store, settings=settings, now=clock.now()), as_json=as_json)
        return
    report = work.optimize(store=store, settings=settings, now=clock.now(), force=force, dry_run=dry_run)
    show_optimized(report, as_json=as_json)
