"""`jinju history`: reviews from Anki and to Anki."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.cli.light import LightCommand, LightGroup
from jinju.cli.push import Address, Key, Wait
from jinju.cli.store_option import StorePath
from jinju.messages import say

history = typer.Typer(
    cls=LightGroup,
    help=say("help.history"),
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=say("examples.history"),
)

Json = Annotated[bool, typer.Option("--json", help=say("help.json"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=say("help.dry-run"))]
Decks = Annotated[list[Path], typer.Argument(metavar="DECK.yaml...", help=say("help.deck-files"))]


@history.command("import", cls=LightCommand, help=say("help.history-import"))
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=say("help.history-files"))],
    decks: Annotated[
        list[Path] | None, typer.Option("--deck", metavar="DECK.yaml", help=say("help.history-deck"))
    ] = None,
    store: StorePath = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Take in reviews; the help text is in jinju.messages."""
    from jinju.cli.report_history import show_import
    from jinju.workflows import clock
    from jinju.workflows import history as work
    from jinju.workflows.settings import study_settings

    report = work.import_history(
        files,
        decks or (),
        store=store,
        settings=study_settings(),
        now=clock.now(),
        offset=clock.offset,
        dry_run=dry_run,
    )
    show_import(report, as_json=as_json)


@history.command("export", cls=LightCommand, help=say("help.history-export"))
def export(
    deck_files: Decks,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT.apkg", help=say("help.history-out"))],
    store: StorePath = None,
    as_json: Json = False,
) -> None:
    """Write a package with reviews; the help text is in jinju.messages."""
    from jinju.cli.report_history import show_export
    from jinju.workflows import clock
    from jinju.workflows import history as work
    from jinju.workflows.settings import study_settings

    report = work.export_history(deck_files, out, store=store, settings=study_settings(), now=clock.now())
    show_export(report, as_json=as_json)


@history.command("push", cls=LightCommand, help=say("help.history-push"))
def push(
    deck_files: Decks,
    address: Address = "http://127.0.0.1:8765",
    key: Key = "",
    timeout: Wait = 30.0,
    store: StorePath = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Exchange reviews with the running Anki; the help text is in jinju.messages."""
    from jinju.cli.report_history import show_push
    from jinju.workflows import clock
    from jinju.workflows import history_push as work
    from jinju.workflows.anki import AnkiOptions
    from jinju.workflows.settings import study_settings

    report = work.push_history(
        deck_files,
        AnkiOptions(address=address, key=key, timeout=timeout),
        store=store,
        settings=study_settings(),
        now=clock.now(),
        offset=clock.offset,
        dry_run=dry_run,
    )
    show_push(report, as_json=as_json)
