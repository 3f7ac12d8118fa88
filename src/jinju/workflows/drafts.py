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
    from collections.abc import Sequence

    from jinju.cards.candidate import Clip
    from jinju.model.document import Document
    from jinju.model.item import Item, ItemId
    from jinju.model.picks import Quote
    from jinju.model.settings import MakeSettings
    from jinju.workflows.reading import Picked, Reader


ROUNDS = 5
"""How often clips without a good note are replaced."""
WORTHY = 0.65
"""The chance that a reader would keep a note, below which it is none."""
RICH, NEXT = 3, 0.57
"""An article with so many such notes for 1,000 characters has others worth having, down to that chance."""
ENOUGH, FULL, SPARE = 9, 11, 0.42
"""From so many of all these on a deck is filled up to so many, with the next best down to that chance."""
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
    """The clips of the deck: those whose notes a reader would keep, the likeliest of those that overlap.

    A clip whose note is not good enough gives its place to the next best.
    """
    text = picked.article.text
    left = distinct([q for q in picked.picks.quotes if q.score > FLOOR], text)
    widest = max(most, budget(len(text)))
    clips: dict[Quote, Clip] = {}
    notes: list[Quote] = []
    for _ in range(ROUNDS):
        new = [q for q in best_set(left, widest) if q not in clips]
        poor = set()
        for quote in new:
            clips[quote] = clip_of(quote, picked.picks, shop)
            worth = worth_of_note(clips[quote], shop.judges)
            if worth < SPARE:
                poor.add(quote)
            else:
                notes.append(replace(quote, score=worth))
        if not poor:
            break
        left = [q for q in left if q not in poor]
    by_span = {q.span: clip for q, clip in clips.items()}
    deck = sorted(_worthy(notes, len(text), widest), key=lambda q: (-q.score, q.span))[:most]
    return [replace(by_span[q.span], quote=q) for q in sorted(deck, key=lambda q: q.span)]


def _worthy(notes: Sequence[Quote], length: int, most: int) -> list[Quote]:
    """Those of the notes that make the deck of an article of `length` characters, in article order."""
    fine = [q for q in notes if q.score >= WORTHY]
    alone = best_set(fine, most, WORTHY - MARGIN)
    if len(alone) * 1000 < RICH * length:
        return alone
    good = best_set([q for q in notes if q.score >= NEXT], most, NEXT - MARGIN)
    if not ENOUGH <= len(good) < min(FULL, most):
        return good
    others = [q for q in best_set(notes, most) if not any(q.span.overlaps(g.span) for g in good)]
    best = sorted(others, key=lambda q: (-q.score, q.span))[: min(FULL, most) - len(good)]
    return sorted([*good, *best], key=lambda q: q.span)
