"""`jinju due`: what there is to study today."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.store_option import StorePath
from jinju.messages import say


def due(
    decks: Annotated[
        list[Path] | None, typer.Argument(metavar="[DECK.yaml...]", help=say("help.due-decks"))
    ] = None,
    store: StorePath = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Say what is due; the help text is in jinju.messages."""
    from jinju.cli.report_due import show_due
    from jinju.workflows.clock import now
    from jinju.workflows.due import due as work
    from jinju.workflows.settings import study_settings

    show_due(work(decks or [], store=store, settings=study_settings({}), now=now()), as_json=as_json)
