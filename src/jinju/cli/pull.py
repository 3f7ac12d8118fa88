"""`jinju pull`: what the learner changed in Anki, into the deck file."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.push import Address, Key, Wait
from jinju.messages import say


def pull(
    deck_file: Annotated[Path, typer.Argument(metavar="DECK.yaml", help=say("help.deck-file"))],
    address: Address = "http://127.0.0.1:8765",
    key: Key = "",
    timeout: Wait = 30.0,
    write: Annotated[bool, typer.Option("--write", "--yes", "-y", help=say("help.pull-write"))] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help=say("help.pull-overwrite"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Pull a deck; the help text is in jinju.messages."""
    from jinju.cli.report_anki import show_pull
    from jinju.workflows import pull as work
    from jinju.workflows.anki import AnkiOptions

    report = work.pull(
        deck_file,
        AnkiOptions(address=address, key=key, timeout=timeout),
        now=int(time.time()),
        write=write,
        overwrite=overwrite,
    )
    show_pull(report, as_json=as_json)
