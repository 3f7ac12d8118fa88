"""From a document to a draft: the article's entry and its items, before any deck file is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.cards.build import Workshop, build_items
from jinju.extract.select import budget, floor_for, select
from jinju.model.deck import ArticleEntry
from jinju.model.errors import UserError
from jinju.model.ids import article_digest, article_key, item_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.document import Document
    from jinju.model.item import Item, ItemId
    from jinju.model.settings import MakeSettings
    from jinju.workflows.reading import Picked, Reader


@dataclass(frozen=True, slots=True)
class Draft:
    """One article with the items that are worth making of it."""

    document: Document
    picked: Picked
    entry: ArticleEntry
    items: tuple[Item, ...]


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


def draft_of(document: Document, reader: Reader, settings: MakeSettings) -> Draft:
    """The draft of a document; raises UserError where it holds nothing to pick."""
    picked = reader.picked(document)
    article = picked.article
    key = article_key(article.text)
    seen: dict[tuple[str, bool], int] = {}

    def mint(clip: str, *, recite: bool) -> ItemId:
        occurrence = seen[clip, recite] = seen.get((clip, recite), -1) + 1
        return item_id(key, clip, occurrence, recite=recite)

    most = budget(len(article.text), settings.notes)
    chosen = select(picked.picks.quotes, article.text, most, floor_for(article))
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
    return Draft(document, picked, entry, tuple(items))


def account_of(draft: Draft, items: Iterable[Item]) -> MadeArticle:
    """What the article gave; `items` are those of it in the deck, put aside or not."""
    mine = [i for i in items if i.keep]
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
