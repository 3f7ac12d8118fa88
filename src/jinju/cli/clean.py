"""`jinju clean`: the article as its author wrote it, and what was changed to get there."""

from __future__ import annotations

from typing import Annotated

import typer

from jinju.messages import say


def clean(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help=say("help.article"))],
    report: Annotated[bool, typer.Option("--report", help=say("help.report"))] = False,
    original: Annotated[bool, typer.Option("--original", help=say("help.original"))] = False,
    split: Annotated[bool, typer.Option("--split", help=say("help.split"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
) -> None:
    """Clean an article; the help text is in jinju.messages."""
    from jinju.cli.report_clean import show_article, show_articles_json
    from jinju.workflows import clean as work

    articles = work.clean(article, split=split)
    if as_json:
        show_articles_json(articles)
        return
    for number, one in enumerate(articles):
        if number:
            typer.echo()
        show_article(one, repairs=report or original, original=original)
