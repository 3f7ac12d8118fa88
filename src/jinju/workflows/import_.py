"""`jinju import`: an existing Anki package into deck files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinju.adapters.deck_file import parse_deck, render_deck
from jinju.adapters.files import keep_backup, write_whole
from jinju.adapters.package_file import read_package
from jinju.cards.unnote import take_in
from jinju.model.errors import UserError
from jinju.revise.edits import seal
from jinju.workflows.names import file_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinju.cards.unnote import Skipped
    from jinju.model.deck import Deck
    from jinju.model.item import ItemId


@dataclass(frozen=True, slots=True)
class ImportedDeck:
    """One deck of the package and the file it became."""

    name: str
    path: Path
    notes: int
    cards: int
    backup: Path | None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The decks, the notes left out with reasons, and what plain text could not hold of some."""

    decks: tuple[ImportedDeck, ...]
    skipped: tuple[Skipped, ...]
    lost: Mapping[ItemId, frozenset[str]]
    written: bool


def import_package(
    package: Path, out: Path | None, *, now: int, force: bool = False, dry_run: bool = False
) -> ImportReport:
    """Deck files of the cloze notes in an Anki package; with several decks in it, one file each.

    `out` is the deck file to write, by default beside the package; an existing one is replaced only with
    `force`, and a backup kept. All files are checked before the first is written. Raises UserError.
    """
    found = take_in(read_package(package))
    if not found.decks:
        raise UserError("package-no-cloze", path=package, skipped=len(found.skipped))
    target = out or package.with_suffix(".yaml")
    decks = [seal(replace(d, name=d.name or package.stem), now) for d in found.decks]
    paths = _paths(target, decks)
    for path in paths:
        if path.exists() and not force:
            raise UserError("import-exists", path=path)
    rendered = [render_deck(deck) for deck in decks]
    for path, text in zip(paths, rendered, strict=True):
        parse_deck(text, path)
    made = []
    for deck, path, text in zip(decks, paths, rendered, strict=True):
        backup = None
        if not dry_run:
            backup = keep_backup(path) if path.exists() else None
            write_whole(path, text.encode("utf-8"))
        made.append(ImportedDeck(deck.name, path, len(deck.items), _cards(deck), backup))
    return ImportReport(tuple(made), found.skipped, found.lost, not dry_run)


def _paths(target: Path, decks: list[Deck]) -> list[Path]:
    """A file for each deck: `target` itself for a single one, else with the deck's own name added."""
    if len(decks) == 1:
        return [target]
    paths: list[Path] = []
    for deck in decks:
        stem = f"{target.stem}-{file_name(deck.name.replace('::', '-'))}"
        path = target.with_name(f"{stem}{target.suffix}")
        number = 2
        while path in paths:
            path = target.with_name(f"{stem}-{number}{target.suffix}")
            number += 1
        paths.append(path)
    return paths


def _cards(deck: Deck) -> int:
    return sum(len(item.kinds) for item in deck.items)
