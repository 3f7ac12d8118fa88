"""`jinju study`: cards in the terminal, by spaced repetition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.store_option import StorePath
from jinju.messages import say


def study(
    decks: Annotated[list[Path] | None, typer.Argument(metavar="DECK", help=say("help.study-decks"))] = None,
    typing: Annotated[bool, typer.Option("--type", help=say("help.study-type"))] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help=say("help.study-limit"))
    ] = None,
    new: Annotated[str | None, typer.Option("--new", metavar="N", help=say("help.study-new"))] = None,
    reviews: Annotated[
        str | None, typer.Option("--reviews", metavar="N", help=say("help.study-reviews"))
    ] = None,
    exam: Annotated[str | None, typer.Option("--exam", metavar="DATE", help=say("help.study-exam"))] = None,
    order: Annotated[
        str | None, typer.Option("--order", metavar="ORDER", help=say("help.study-order"))
    ] = None,
    retention: Annotated[
        str | None, typer.Option("--retention", metavar="R", help=say("help.study-retention"))
    ] = None,
    rollover: Annotated[
        str | None, typer.Option("--rollover", metavar="HOUR", help=say("help.study-rollover"))
    ] = None,
    no_progressive: Annotated[
        bool, typer.Option("--no-progressive", help=say("help.study-no-progressive"))
    ] = False,
    store: StorePath = None,
) -> None:
    """Study; the help text is in jinju.messages."""
    from jinju.cli.terminal.start import start

    start(
        decks or [],
        store,
        {
            "new_a_day": new,
            "reviews_a_day": reviews,
            "exam": exam,
            "order": order,
            "retention": retention,
            "rollover": rollover,
            "progressive": "no" if no_progressive else None,
        },
        typing=typing,
        limit=limit,
    )
