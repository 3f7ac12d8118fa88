"""From a document to a draft: the article's entry and its items, before any deck file is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinju.cards.build import Workshop, build_items, clip_of, worth_of_note
from jinju.extract.select import FLOOR, best_set, budget, distinct
from jinju.model.deck import ArticleEntry
from jinju.model.errors import UserError
from jinju.model.ids import article_digest, article_key, item_id

if TYPE_CHECKING:
    from jinju.cards.candidate import Clip
    from jinju.model.document import Document
    from jinju.model.item import Item, ItemId
    from jinju.model.settings import MakeSettings
    from jinju.workflows.reading import Picked, Reader


WORTHY = 0.6
"""The chance that a reader would keep a note, below which it is none."""
RICH, NEXT = 2, 0.55
"""An article with so many such notes for 1,000 characters has others worth having, down to that chance."""
MARGIN = 0.2
"""How far below that the price of a note lies: two good notes are better than one."""


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
    shop = Workshop(
        article,
        key,
        picked.words,
        picked.cut,
        picked.topics,
        mint,
        picked.judges,
        picked.ranked,
        settings.tags,
    )
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
    """The clips of the deck: those whose notes a reader would keep, the best of those that overlap."""
    likely = distinct([q for q in picked.picks.quotes if q.score > FLOOR], picked.article.text)
    clips = {q.span: clip_of(q, picked.picks, shop) for q in likely}
    notes = [replace(q, score=worth_of_note(clips[q.span], shop.judges)) for q in likely]
    fine = best_set([q for q in notes if q.score >= WORTHY], most, WORTHY - MARGIN)
    if len(fine) * 1000 >= RICH * len(picked.article.text):
        fine = best_set([q for q in notes if q.score >= NEXT], most, NEXT - MARGIN)
    return [replace(clips[q.span], quote=q) for q in fine]
