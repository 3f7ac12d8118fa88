"""`jinju study`: cards in the terminal, by spaced repetition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say

_ORDERS = ("due", "retrievability")


def study(
    decks: Annotated[
        list[Path] | None, typer.Argument(metavar="[DECK...]", help=say("help.study-decks"))
    ] = None,
    typing: Annotated[bool, typer.Option("--type", help=say("help.study-type"))] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help=say("help.study-limit"))
    ] = None,
    new: Annotated[int | None, typer.Option("--new", metavar="N", min=0, help=say("help.study-new"))] = None,
    reviews: Annotated[
        int | None, typer.Option("--reviews", metavar="N", min=0, help=say("help.study-reviews"))
    ] = None,
    exam: Annotated[str | None, typer.Option("--exam", metavar="DATE", help=say("help.study-exam"))] = None,
    order: Annotated[
        str | None, typer.Option("--order", metavar="|".join(_ORDERS), help=say("help.study-order"))
    ] = None,
    retention: Annotated[
        float | None,
        typer.Option("--retention", metavar="R", min=0.7, max=0.99, help=say("help.study-retention")),
    ] = None,
    rollover: Annotated[
        int | None,
        typer.Option("--rollover", metavar="HOUR", min=0, max=23, help=say("help.study-rollover")),
    ] = None,
    no_progressive: Annotated[
        bool, typer.Option("--no-progressive", help=say("help.study-no-progressive"))
    ] = False,
    store: Annotated[Path | None, typer.Option("--store", metavar="PATH", help=say("help.study-store"))] = None,
) -> None:
    """Study; the help text is in jinju.messages."""
    from jinju.cli.terminal.start import Wishes, start

    if order is not None and order not in _ORDERS:
        raise typer.BadParameter(" / ".join(_ORDERS), param_hint="--order")
    start(
        decks or [],
        store,
        Wishes(
            typing=typing,
            limit=limit,
            new=new,
            reviews=reviews,
            exam=exam,
            order=order,
            retention=retention,
            rollover=rollover,
            progressive=False if no_progressive else None,
        ),
    )
