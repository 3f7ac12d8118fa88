"""`jinju make`: articles in, a deck file and a package out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jinju.adapters.apkg import write_apkg
from jinju.adapters.files import keep_backup
from jinju.cards.build import Workshop, build_items
from jinju.cards.note import notes_of
from jinju.extract.select import budget, floor_for, select
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.errors import Problem, UserError
from jinju.model.ids import article_digest, article_key, item_id
from jinju.workflows.documents import Documents
from jinju.workflows.names import deck_name, file_name
from jinju.workflows.reading import Picked, Reader
from jinju.workflows.update import Update, carry_out, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinju.model.document import Document
    from jinju.model.item import Item, ItemId
    from jinju.model.settings import MakeSettings
    from jinju.revise.changes import Change


@dataclass(frozen=True, slots=True)
class MakeOptions:
    """Where a make writes and what it may replace; `deck` names the deck, None for its default name."""

    out: Path | None = None
    deck: str | None = None
    dry_run: bool = False
    force: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """What one article gave."""

    title: str
    source: str
    characters: int
    notes: int
    cards: int
    kinds: dict[str, int]
    repairs: dict[str, int]
    doubtful: int


@dataclass(frozen=True, slots=True)
class MadeDeck:
    """One deck with its two files; `written` is false on a dry run."""

    name: str
    package: Path
    deck_file: Path
    articles: tuple[MadeArticle, ...]
    backup: Path | None
    written: bool
    changes: tuple[Change, ...] = ()
    """What became of the items of an earlier make; empty at the first."""

    @property
    def notes(self) -> int:
        """Notes in the deck."""
        return sum(a.notes for a in self.articles)

    @property
    def cards(self) -> int:
        """Cards in the deck."""
        return sum(a.cards for a in self.articles)


@dataclass(frozen=True, slots=True)
class MakeReport:
    """Everything that was made, and what could not be."""

    decks: tuple[MadeDeck, ...]
    problems: tuple[Problem, ...] = field(default=())


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
    merged = options.out is not None and options.out.suffix == ".apkg"
    drafts: list[_Draft] = []
    decks: list[MadeDeck] = []
    problems: list[Problem] = []
    for document in source:
        try:
            draft = _draft(document, reader, settings)
            if merged:
                drafts.append(draft)
            else:
                decks.append(_finish([draft], _target(document, draft, options), options, settings, now))
        except UserError as error:
            if source.single:
                raise
            problems.append(Problem(document.name, None, error.code, tuple(error.details.items())))
        advance(document.name)
    problems[:0] = source.problems
    if merged and drafts and options.out is not None:
        decks.append(_finish(drafts, options.out, options, settings, now))
    return MakeReport(tuple(decks), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Draft:
    document: Document
    picked: Picked
    entry: ArticleEntry
    items: tuple[Item, ...]


def _draft(document: Document, reader: Reader, settings: MakeSettings) -> _Draft:
    picked = reader.picked(document)
    article = picked.article
    key = article_key(article.text)
    seen: dict[tuple[str, bool], int] = {}

    def mint(clip: str, *, recite: bool) -> ItemId:
        occurrence = seen[clip, recite] = seen.get((clip, recite), -1) + 1
        return item_id(key, clip, occurrence, recite=recite)

    chosen = select(
        picked.picks.quotes, article.text, budget(len(article.text), settings.notes), floor_for(article)
    )
    shop = Workshop(article, key, picked.words, picked.cut, picked.topics, mint, settings.tags)
    items = build_items(chosen, picked.picks, shop)
    if not items:
        raise UserError("nothing-to-pick", path=document.name)
    entry = ArticleEntry(
        key=key,
        title=article.title or (document.path.stem if document.path else document.name),
        digest=article_digest(article.text),
        paragraphs=tuple(p.span.of(article.text) for p in article.paragraphs),
        source=document.name,
        url=article.source.url,
        author=article.source.author,
        date=article.source.date,
    )
    return _Draft(document, picked, entry, tuple(items))


def _target(document: Document, draft: _Draft, options: MakeOptions) -> Path:
    stem = document.path.stem if document.path and not document.part else file_name(draft.entry.title)
    if options.out is not None:
        return options.out / f"{stem}.apkg"
    folder = document.path.parent if document.path else Path()
    return folder / f"{stem}.apkg"


def _finish(
    drafts: list[_Draft], package: Path, options: MakeOptions, settings: MakeSettings, now: int
) -> MadeDeck:
    """Assemble the deck, take over what an earlier make fixed, and write both files."""
    drafts = _distinct(drafts)
    deck_file = package.with_suffix(".yaml")
    title = drafts[0].entry.title if len(drafts) == 1 else package.stem
    deck = Deck(
        name=options.deck or deck_name(title),
        articles=tuple(d.entry for d in drafts),
        items=tuple(item for d in drafts for item in d.items),
        settings=_stored(settings),
    )
    backup = None
    if options.force and deck_file.exists() and not options.dry_run:
        backup = keep_backup(deck_file)
    update = prepare(deck_file, deck, now, rename=options.deck, anew=options.force)
    if not options.dry_run:
        package.parent.mkdir(parents=True, exist_ok=True)
        write_apkg(update.merged.deck.name, notes_of(update.merged.deck, now), package)
        carry_out(update)
    deck = update.merged.deck
    made = tuple(_made(d, deck.items) for d in drafts)
    return MadeDeck(deck.name, package, deck_file, made, backup, not options.dry_run, _worth_telling(update))


def _worth_telling(update: Update) -> tuple[Change, ...]:
    """The changes of a re-run; a first make has none to tell."""
    return () if update.was is None else tuple(c for c in update.merged.changes if c.kind != "kept")


def _distinct(drafts: Iterable[_Draft]) -> list[_Draft]:
    """The same article given twice counts once."""
    return list({d.entry.key: d for d in drafts}.values())


def _stored(settings: MakeSettings) -> dict[str, str | int | float | bool]:
    stored: dict[str, str | int | float | bool] = {}
    if settings.notes is not None:
        stored["cards"] = settings.notes
    if settings.type_in:
        stored["type_in"] = True
    if settings.speak:
        stored["speak"] = True
    return stored


def _made(draft: _Draft, items: tuple[Item, ...]) -> MadeArticle:
    mine = [i for i in items if i.article == draft.entry.key]
    kinds: dict[str, int] = {}
    for item in mine:
        for kind in item.kinds.values():
            kinds[kind] = kinds.get(kind, 0) + 1
    repairs: dict[str, int] = {}
    for repair in draft.picked.article.repairs:
        for part in repair.kind.split("+"):
            repairs[part] = repairs.get(part, 0) + 1
    return MadeArticle(
        title=draft.entry.title,
        source=draft.document.name,
        characters=len(draft.picked.article.text),
        notes=len(mine),
        cards=sum(kinds.values()),
        kinds=kinds,
        repairs=repairs,
        doubtful=sum(r.confidence < 0.8 for r in draft.picked.article.repairs),
    )
