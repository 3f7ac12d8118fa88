"""From a document to a draft: the article's entry and its items, before any deck file is looked at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinju.cards.build import Workshop, asks_only, build_items, clip_of, how_many, worth_of_note
from jinju.extract.select import FLOOR, best_set, budget, distinct
from jinju.model.article import Span
from jinju.model.deck import ArticleEntry
from jinju.model.errors import UserError
from jinju.model.ids import article_digest, article_key, item_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.cards.candidate import Clip
    from jinju.model.document import Document
    from jinju.model.item import Item, ItemId
    from jinju.model.picks import Quote
    from jinju.model.settings import MakeSettings
    from jinju.workflows.reading import Picked, Reader


ROUNDS = 5
"""How often clips without a good note are replaced."""
WORTHY, TOLD = 0.6, 0.8
"""The chance that a reader would keep a note, below which it is none; the same where a story is told.

Of thirty-four articles never read before readers kept .92 of the notes from .6 on (benchmarks/RESULTS.md).
"""
ENOUGH, FULL, SPARE = 6, 11, 0.4
"""From so many of these on a deck is filled up to so many, with the next best down to that chance.

As many as are asked for are made down to that chance too.
"""
OPENING = "“‘《"
"""What may open a famous line."""
MARKS = 3
"""Quotation marks and a full stop around it."""
MARGIN = 0.2
"""How far below that the price of a note lies: two good notes are better than one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article with the items that are worth making of it."""

    document: Document
    picked: Picked
    entry: ArticleEntry
    items: tuple[Item, ...]
    possible: int
    """How many notes could be made, the less sure ones included, recitations not."""


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
    clips, others = _chosen(picked, shop, most, wished=settings.notes is not None)
    items = build_items(clips, shop)
    possible = how_many([*clips, *others])
    if not items:
        code = "nothing-sure" if possible else "nothing-to-pick"
        raise UserError(code, path=document.name, count=possible)
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
    return Draft(document, picked, entry, tuple(items), possible)


def _chosen(picked: Picked, shop: Workshop, most: int, *, wished: bool) -> tuple[list[Clip], list[Clip]]:
    """The clips of the deck, and those that it could have besides.

    Those whose notes a reader would keep, the likeliest of those that overlap; where `most` is `wished`, the
    next best too. A clip whose note is not good enough gives its place to the next best.
    """
    text = picked.article.text
    left = distinct([q for q in picked.picks.quotes if q.score > FLOOR], text)
    widest = max(most, budget(len(text)), FULL)
    bare = _bare_lines(left, picked)
    lines = sorted(bare)
    clips: dict[Quote, Clip] = {}
    notes: list[Quote] = []
    for _ in range(ROUNDS):
        best = best_set(left, widest)
        cited = [bare[line] for quote in best for line in _inside(quote.span, lines)]
        new = [q for q in dict.fromkeys([*best, *cited]) if q not in clips]
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
    bar = TOLD if picked.picks.tale else WORTHY
    fine = {q.span for q in notes if q.score >= bar}
    alone = [line for line in lines if bare[line].span in fine]
    notes = [q for q in notes if not _decorates(q, by_span[q.span], alone)]
    sure = best_set([q for q in notes if q.score >= bar], widest, bar - MARGIN)
    others = [q for q in best_set(notes, widest) if not any(q.span.overlaps(s.span) for s in sure)]
    full = most if wished else FULL if len(sure) >= ENOUGH else 0
    ranked = [*_best_first(sure), *_best_first(others)]
    size = min(most, max(full, len(sure)))
    found = [replace(by_span[q.span], quote=q) for q in ranked]
    return found[:size], found[size:]


def _bare_lines(quotes: Sequence[Quote], picked: Picked) -> dict[Span, Quote]:
    """Famous lines that are one of the quotes and nothing else, each with that quote."""
    text = picked.article.text
    lines = {c.span.start: c.span for c in picked.picks.citations}
    found = {}
    for quote in quotes:
        start = quote.span.start + (text[quote.span.start] in OPENING)
        line = lines.get(start)
        if line and quote.span.contains(line) and not any(map(str.isalnum, text[line.end : quote.span.end])):
            found[line] = quote
    return found


def _inside(span: Span, lines: Sequence[Span]) -> Iterator[Span]:
    """Those of the `lines`, ascending, that lie in the span."""
    for at in range(bisect_left(lines, Span(span.start, span.start)), len(lines)):
        if lines[at].start >= span.end:
            break
        if span.contains(lines[at]):
            yield lines[at]


def _decorates(note: Quote, clip: Clip, lines: Sequence[Span]) -> bool:
    """Whether the note asks for nothing but one of the `lines`, and says more than that."""
    return any(
        len(note.span) > len(line) + MARKS and asks_only(line, clip) for line in _inside(note.span, lines)
    )


def _best_first(notes: Sequence[Quote]) -> list[Quote]:
    return sorted(notes, key=lambda q: (-q.score, q.span))
