"""`jinju make`: articles in, decks out."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say
from jinju.model.errors import UserError
from jinju.model.settings import MakeSettings

_FILE = re.compile(r"\.[A-Za-z0-9]{2,5}")
"""The ending of something that looks like a file's name."""


def make(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help=say("help.articles"))],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT", help=say("help.out"))] = None,
    deck: Annotated[str | None, typer.Option("--deck", metavar="NAME", help=say("help.deck"))] = None,
    cards: Annotated[
        int | None, typer.Option("--cards", metavar="N", min=1, max=1000, help=say("help.cards"))
    ] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", metavar="T", help=say("help.tag"))] = None,
    split: Annotated[bool, typer.Option("--split", help=say("help.split"))] = False,
    by_theme: Annotated[bool, typer.Option("--by-theme", help=say("help.by-theme"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.dry-run"))] = False,
    force: Annotated[bool, typer.Option("--force", help=say("help.force"))] = False,
) -> None:
    """Make decks; the help text is in jinju.messages."""
    from jinju.cli.progress import progress
    from jinju.cli.report import show_make
    from jinju.workflows import make as work

    if deck is not None and not all(level.strip() for level in deck.split("::")):
        raise UserError("empty-deck-name", name=deck)
    if not all(t.strip() for t in tag or ()):
        raise UserError("empty-tag")
    if out is not None and out.suffix != ".apkg" and not out.is_dir() and _FILE.fullmatch(out.suffix):
        raise UserError("out-no-folder", path=out)
    settings = MakeSettings(notes=cards, tags=tuple(tag or ()))
    with progress(articles, quiet=as_json) as advance:
        report = work.make(
            articles,
            work.MakeOptions(out, deck, dry_run=dry_run, force=force, split=split, by_theme=by_theme),
            settings,
            now=int(time.time()),
            advance=advance,
        )
    show_make(report, as_json=as_json)
    if report.problems:
        raise typer.Exit(1)
