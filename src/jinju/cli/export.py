"""`jinju export`: an Anki package or another format from deck files, without the articles."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say


def export(
    deck_files: Annotated[list[Path], typer.Argument(metavar="DECK.yaml...", help=say("help.deck-files"))],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="OUT", help=say("help.export-out"))
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help=say("help.export-to"))] = None,
    bom: Annotated[bool, typer.Option("--bom", help=say("help.export-bom"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Export deck files; the help text is in jinju.messages."""
    from jinju.cli.report import show_export
    from jinju.workflows import export as work

    report = work.export(deck_files, out, now=int(time.time()), to=to, bom=bom)
    show_export(report, as_json=as_json)
