"""`jinju pick`: the ranked phrases and sentences of an article, writing nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from jinju.messages import say


def pick(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help=say("help.article"))],
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Show picks; the help text is in jinju.messages."""
    from jinju.cli.report import show_picks
    from jinju.workflows import pick as work

    picked = work.pick(article)
    show_picks(picked, as_json=as_json)
