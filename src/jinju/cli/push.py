"""`jinju push`: a deck file into the running Anki."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say

Address = Annotated[
    str, typer.Option("--address", metavar="URL", envvar="JINJU_ANKI_ADDRESS", help=say("help.address"))
]
Key = Annotated[
    str, typer.Option("--key", metavar="KEY", envvar="JINJU_ANKI_KEY", show_envvar=True, help=say("help.key"))
]
Wait = Annotated[
    float,
    typer.Option(
        "--timeout", metavar="SECONDS", min=0.1, envvar="JINJU_ANKI_TIMEOUT", help=say("help.timeout")
    ),
]


def push(
    deck_file: Annotated[Path, typer.Argument(metavar="DECK.yaml", help=say("help.deck-file"))],
    address: Address = "http://127.0.0.1:8765",
    key: Key = "",
    timeout: Wait = 30.0,
    overwrite: Annotated[bool, typer.Option("--overwrite", help=say("help.push-overwrite"))] = False,
    delete: Annotated[bool, typer.Option("--delete", help=say("help.push-delete"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.dry-run"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Push a deck; the help text is in jinju.messages."""
    from jinju.cli.report_anki import show_push
    from jinju.workflows import push as work
    from jinju.workflows.anki import AnkiOptions

    report = work.push(
        deck_file,
        work.PushOptions(overwrite=overwrite, delete=delete, dry_run=dry_run),
        AnkiOptions(address=address, key=key, timeout=timeout),
        now=int(time.time()),
    )
    show_push(report, as_json=as_json)
    if report.refused:
        raise typer.Exit(1)
