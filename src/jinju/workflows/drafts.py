"""From a document to a draft: the article's entry and its items, before any deck file is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.cards.build import Workshop, askable, build_items, clip_of
from jinju.extract.select import budget, floor_for, select
from jinju.model.deck import ArticleEntry
from jinju.model.errors import UserError
from jinju.model.ids import article_digest, article_key, item_id

if TYPE_CHECKING:
    from jinju.cards.candidate import Clip
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
    items = build_items(_chosen(picked, shop, most), shop)
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


def _chosen(picked: Picked, shop: Workshop, most: int) -> list[Clip]:
    """The clips of the deck; those in which nothing can be asked give their places to the next best."""
    article, left = picked.article, picked.picks.quotes
    clips: dict[Quote, Clip] = {}
    barren: set[Quote] = set()
    chosen: list[Quote] = []
    floor = floor_for(article)
    left = tuple(q for q in left if q.score > floor)
    for _ in range(ROUNDS):
        chosen = select(left, article.text, most, floor)
        new = {q: clip_of(q, picked.picks, shop) for q in chosen if q not in clips}
        found = {q for q, clip in new.items() if not askable(clip)}
        clips |= new
        barren |= found
        if not found:
            break
        left = tuple(q for q in left if q not in found)
    return [clips[q] for q in chosen if q not in barren]
