"""From a document to a draft: the article's entry and its items, before any deck file is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.cards.build import Workshop, askable, build_items
from jinju.extract.select import budget, floor_for, select
from jinju.model.deck import ArticleEntry
from jinju.model.errors import UserError
from jinju.model.ids import article_digest, article_key, item_id

if TYPE_CHECKING:
    from jinju.model.document import Document
    from jinju.model.item import Item, ItemId
    from jinju.model.picks import Quote
    from jinju.model.settings import MakeSettings
    from jinju.workflows.reading import Picked, Reader


ROUNDS = 5
"""How often clips without a good blank are replaced."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article with the items that are worth making of it."""

    document: Document
    picked: Picked
    entry: ArticleEntry
    items: tuple[Item, ...]


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
    shop = Workshop(article, key, picked.words, picked.cut, picked.topics, mint, settings.tags)
    chosen = _chosen(picked, shop, most)
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


def _chosen(picked: Picked, shop: Workshop, most: int) -> list[Quote]:
    """The clips of the deck; those in which nothing can be asked give their places to the next best."""
    picks, article = picked.picks, picked.article
    barren: set[Quote] = set()
    asked: set[Quote] = set()
    chosen: list[Quote] = []
    for _ in range(ROUNDS):
        left = [q for q in picks.quotes if q not in barren]
        chosen = select(left, article.text, most, floor_for(article))
        new = [q for q in chosen if q not in asked]
        asked.update(new)
        found = {q for q in new if not askable(q, picks, shop)}
        barren |= found
        if not found:
            break
    return [q for q in chosen if q not in barren]
