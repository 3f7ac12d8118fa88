"""`jinju backup`: everything learnt so far, in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.store_option import StorePath
from jinju.messages import say


def backup(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help=say("help.backup-file"))] = None,
    store: StorePath = None,
    force: Annotated[bool, typer.Option("--force", help=say("help.backup-force"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Back the store up; the help text is in jinju.messages."""
    from jinju.cli.report_store import show_backup
    from jinju.workflows import backup as work

    show_backup(work.backup(file, store, force=force), as_json=as_json)
