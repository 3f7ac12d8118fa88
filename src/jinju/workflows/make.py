"""`jinju make`: articles in, a deck file and a package out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from jinju.adapters.apkg import write_decks
from jinju.adapters.files import keep_backup
from jinju.model.deck import Deck
from jinju.model.errors import Problem, UserError
from jinju.revise.repeats import across
from jinju.workflows.documents import Documents
from jinju.workflows.drafts import draft_of
from jinju.workflows.filling import filled_decks
from jinju.workflows.made import MadeDeck, MakeReport, account_of
from jinju.workflows.reading import Reader
from jinju.workflows.shelf import Shelf
from jinju.workflows.update import carry_out, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.model.item import Item
    from jinju.model.settings import MakeSettings
    from jinju.revise.changes import Change
    from jinju.workflows.drafts import Draft
    from jinju.workflows.update import Update


@dataclass(frozen=True, slots=True)
class MakeOptions:
    """Where a make writes and what it may replace; `deck` names the deck, None for its default name.

    `by_theme` gives every article a deck of its own below its theme: the folders in which it lies below the
    folder that was asked for, else its leading topic. `deck` is then the name above them all.
    """

    out: Path | None = None
    deck: str | None = None
    dry_run: bool = False
    force: bool = False
    split: bool = False
    by_theme: bool = False


def make(
    arguments: list[str],
    options: MakeOptions,
    settings: MakeSettings,
    *,
    now: int,
    advance: Callable[[str], None] = lambda _name: None,
    cache: Path | None = None,
) -> MakeReport:
    """Make decks of articles; `now` is in seconds since 1970 UTC.

    One article raises UserError where it cannot be made; of several the good ones come out and the others
    are problems in the report.
    """
    source = Documents(arguments, split=options.split)
    reader = Reader(cache)
    shelf = Shelf(options.out, options.deck, tuple(map(Path, arguments)), by_theme=options.by_theme)
    run = _Run(shelf, options, settings, now)
    groups: dict[Path, list[Draft]] = {}
    keys: set[str] = set()
    taken: set[Path] = set()
    made: list[MadeDeck] = []
    decks: list[Deck] = []
    problems: list[Problem] = []
    for document in source:
        try:
            draft = draft_of(document, reader, settings)
            target = shelf.deck_file(draft)
            if shelf.together is None:
                target = _untaken(target, taken)
                ready = _ready([draft], target, run)
                _write([ready], target.with_suffix(".apkg"), run)
                made.append(_made(ready, run))
                decks.append(ready.update.merged.deck)
            elif draft.entry.key not in keys:
                keys.add(draft.entry.key)
                groups.setdefault(target, []).append(draft)
        except UserError as error:
            if source.single:
                raise
            problems.append(_problem(document.name, error))
        advance(document.name)
    problems[:0] = source.problems
    if shelf.together is not None and groups:
        filling: list[_Ready] = []
        for target, drafts in groups.items():
            try:
                filling.append(_ready(drafts, target, run))
            except UserError as error:
                if len(groups) == 1:
                    raise
                problems.append(_problem(str(target), error))
        _write(filling, shelf.together, run)
        made += [_made(ready, run) for ready in filling]
        decks += [ready.update.merged.deck for ready in filling]
    repeats = tuple(across(decks)) if len(decks) > 1 else ()
    return MakeReport(tuple(made), tuple(problems), repeats)


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for all decks of one make."""

    shelf: Shelf
    options: MakeOptions
    settings: MakeSettings
    now: int


@dataclass(frozen=True, slots=True)
class _Ready:
    """A deck of which all is known; nothing of it is written but the backup of what it replaces."""

    drafts: Sequence[Draft]
    update: Update
    backup: Path | None


def _untaken(target: Path, taken: set[Path]) -> Path:
    """`target`, or `<stem>-2`, `-3`, … where another article of this run has that file already."""
    names = (target.with_stem(f"{target.stem}-{n}") if n > 1 else target for n in count(1))
    free = next(name for name in names if name not in taken)
    taken.add(free)
    return free


def _problem(where: str, error: UserError) -> Problem:
    return Problem(where, None, error.code, tuple(error.details.items()))


def _ready(drafts: Sequence[Draft], target: Path, run: _Run) -> _Ready:
    """Assemble the deck and take over what an earlier make fixed."""
    options = run.options
    name = run.shelf.name(drafts, target)
    deck = Deck(
        name=name,
        articles=tuple(d.entry for d in drafts),
        items=tuple(item for d in drafts for item in d.items),
        settings=_stored(run.settings),
    )
    backup = keep_backup(target) if options.force and target.exists() and not options.dry_run else None
    update = prepare(target, deck, run.now, rename=name if options.deck else None, anew=options.force)
    return _Ready(drafts, update, backup)


def _write(decks: Sequence[_Ready], package: Path, run: _Run) -> None:
    """Write the package of the decks, then their deck files; a new package does not stay without them."""
    if run.options.dry_run or not decks:
        return
    for folder in dict.fromkeys([package.parent, *(d.update.path.parent for d in decks)]):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("write-failed", path=folder, reason=error.strerror or str(error)) from error
    filled = filled_decks([d.update.merged.deck for d in decks], run.now)
    new = not package.exists()
    write_decks([(f.deck.name, f.notes) for f in filled], package)
    try:
        for deck in decks:
            carry_out(deck.update)
    except UserError:
        if new:
            package.unlink(missing_ok=True)
        raise


def _made(ready: _Ready, run: _Run) -> MadeDeck:
    update = ready.update
    deck = update.merged.deck
    keys = {a.digest: a.key for a in deck.articles}
    items: dict[str, list[Item]] = {a.key: [] for a in deck.articles}
    for item in deck.items:
        items[item.article].append(item)
    return MadeDeck(
        name=deck.name,
        package=run.shelf.together or update.path.with_suffix(".apkg"),
        deck_file=update.path,
        articles=tuple(account_of(d, items[keys[d.entry.digest]]) for d in ready.drafts),
        backup=ready.backup,
        written=not run.options.dry_run,
        changes=_worth_telling(update),
        repeats=update.repeats,
    )


def _worth_telling(update: Update) -> tuple[Change, ...]:
    """The changes of a re-run; a first make has none to tell."""
    return () if update.was is None else tuple(c for c in update.merged.changes if c.kind != "kept")


def _stored(settings: MakeSettings) -> dict[str, str | int | float | bool]:
    stored: dict[str, str | int | float | bool] = {}
    if settings.notes is not None:
        stored["cards"] = settings.notes
    if settings.type_in:
        stored["type_in"] = True
    if settings.speak:
        stored["speak"] = True
    return stored
