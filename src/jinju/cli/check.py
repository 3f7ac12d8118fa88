"""`jinju check`: what is wrong with the cards of deck files and packages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=say("help.check-files"))],
    fix: Annotated[bool, typer.Option("--fix", help=say("help.fix"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Check cards; the help text is in jinju.messages."""
    from jinju.cli.check_report import show_check
    from jinju.workflows import check as work

    report = work.check(list(dict.fromkeys(files)), fix=fix)
    show_check(report, as_json=as_json)
    if not report.clean:
        raise typer.Exit(1)
