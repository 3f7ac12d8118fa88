"""`jinju restore`: a backup in the place of the store, which is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.store_option import StorePath
from jinju.messages import say


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("help.restore-file"))],
    store: StorePath = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Bring a backup back; the help text is in jinju.messages."""
    from jinju.cli.report_store import show_restore
    from jinju.workflows import backup as work

    show_restore(work.restore(file, store), as_json=as_json)
