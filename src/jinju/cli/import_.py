"""`jinju import`: an existing Anki package into a deck file."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say


def import_(
    package: Annotated[Path, typer.Argument(metavar="FILE.apkg", help=say("help.package"))],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="DECK.yaml", help=say("help.import-out"))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.dry-run"))] = False,
    force: Annotated[bool, typer.Option("--force", help=say("help.import-force"))] = False,
) -> None:
    """Read a package; the help text is in jinju.messages."""
    from jinju.cli.report_anki import show_import
    from jinju.workflows import import_ as work

    report = work.import_package(package, out, now=int(time.time()), force=force, dry_run=dry_run)
    show_import(report, as_json=as_json)
