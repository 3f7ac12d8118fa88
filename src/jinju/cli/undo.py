"""`jinju undo`: take back the last change that jinju made to a deck file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say


def undo(
    deck_file: Annotated[Path, typer.Argument(metavar="DECK.yaml", help=say("help.deck-file"))],
    force: Annotated[bool, typer.Option("--force", help=say("help.undo-force"))] = False,
) -> None:
    """Undo the last change; the help text is in jinju.messages."""
    from jinju.workflows import undo as work

    kept = work.undo(deck_file, force=force)
    typer.echo(say("undone", path=deck_file, kept=kept))
