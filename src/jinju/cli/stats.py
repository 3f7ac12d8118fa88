"""`jinju stats`: how the learning goes, in the terminal, as JSON, as a page of charts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.store_option import StorePath
from jinju.messages import say


def stats(
    decks: Annotated[
        list[Path] | None, typer.Argument(metavar="[DECK.yaml...]", help=say("help.stats-decks"))
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help=say("help.stats-html"))] = None,
    store: StorePath = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Say how the learning goes; the help text is in jinju.messages."""
    from jinju.cli.report_stats import show_stats, summary
    from jinju.messages import language
    from jinju.workflows.clock import now
    from jinju.workflows.settings import study_settings
    from jinju.workflows.stats import stats as work

    report = work(decks or [], store=store, settings=study_settings({}), now=now())
    if html is not None:
        from jinju.workflows.stats_page import write_page

        write_page(html, report, summary(report), language())
    show_stats(report, as_json=as_json, page=html)
