"""`jinju export`: an Anki package from a deck file, without the article."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say


def export(
    deck_file: Annotated[Path, typer.Argument(metavar="DECK.yaml", help=say("help.deck-file"))],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="OUT.apkg", help=say("help.apkg"))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Export a deck file; the help text is in jinju.messages."""
    from jinju import workflows
    from jinju.cli.report import show_export

    report = workflows.export(deck_file, out or deck_file.with_suffix(".apkg"), now=int(time.time()))
    show_export(report, as_json=as_json)
