"""`jinju reviews export` and `jinju reviews import`: every review as a line of JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.light import LightCommand, LightGroup
from jinju.cli.store_option import StorePath
from jinju.messages import say

reviews = typer.Typer(cls=LightGroup, no_args_is_help=True, rich_markup_mode=None)


@reviews.command(
    "export", cls=LightCommand, help=say("help.reviews-export"), epilog=say("examples.reviews-export")
)
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("help.reviews-out"))],
    store: StorePath = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Write all reviews; the help text is in jinju.messages."""
    from jinju.cli.report_store import show_exported_reviews
    from jinju.workflows import reviews as work

    show_exported_reviews(work.export_reviews(file, store), as_json=as_json)


@reviews.command(
    "import", cls=LightCommand, help=say("help.reviews-import"), epilog=say("examples.reviews-import")
)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("help.reviews-in"))],
    store: StorePath = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Add reviews from a file; the help text is in jinju.messages."""
    from jinju.cli.report_store import show_imported_reviews
    from jinju.workflows import reviews as work

    report = work.import_reviews(file, store)
    show_imported_reviews(report, as_json=as_json)
    if report.problems:
        raise typer.Exit(1)
