"""`jinju diff`: what making a deck again would change, writing nothing."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say
from jinju.model.settings import MakeSettings


def diff(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help=say("help.articles"))],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT", help=say("help.out"))] = None,
    cards: Annotated[
        int | None, typer.Option("--cards", metavar="N", min=1, max=1000, help=say("help.cards"))
    ] = None,
    by_theme: Annotated[bool, typer.Option("--by-theme", help=say("help.by-theme"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Show what would change; the help text is in jinju.messages."""
    from jinju.cli.report import show_changes
    from jinju.workflows import make as work

    report = work.make(
        articles,
        work.MakeOptions(out, dry_run=True, by_theme=by_theme),
        MakeSettings(notes=cards),
        now=int(time.time()),
    )
    show_changes(report, as_json=as_json)
    if report.problems:
        raise typer.Exit(1)
