"""Chosen clips -> items: one note each, in article order, and recitation items for the best few lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from jinju.cards.blanks import choose_blanks, pool_of
from jinju.cards.candidate import Clip
from jinju.cards.context import after, before, paragraph_of, theme
from jinju.cards.hints import ladder
from jinju.cards.kinds.columns import hidden_column
from jinju.cards.note_score import keeping
from jinju.cards.recite import recite_items
from jinju.messages import reason_words
from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, render
from jinju.model.item import ArticleKey, Item, ItemId
from jinju.model.picks import Parallel, Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Card
    from jinju.model.article import Article
    from jinju.model.lexicon import Token, Words
    from jinju.model.picks import Picks, Quote
    from jinju.model.weights import Judges

DOUBTFUL = 0.8
"""A repair less sure than this never becomes part of a blank."""


class Mint(Protocol):
    """Gives the item of a clip its permanent id."""

    def __call__(self, clip: str, *, recite: bool) -> ItemId:
        """The id of the note on `clip`, or of its recitation."""
        ...


class Ranker(Protocol):
    """Knows what people would hide in an article's sentences."""

    def within(self, clip: Span) -> Mapping[Span, float]:
        """Spans from the clip's start on, each with a share, 0..1, of its sentence's first choice."""
        ...


@dataclass(frozen=True, slots=True)
class Workshop:
    """What is at hand while items are built; `mint` gives an item its permanent id."""

    article: Article
    key: ArticleKey
    words: Words
    tokens: Callable[[str], Sequence[Token]]
    topics: frozenset[str]
    mint: Mint
    judges: Judges
    ranked: Ranker
    tags: tuple[str, ...] = ()


def build_items(clips: Sequence[Clip], shop: Workshop) -> list[Item]:
    """The items of the clips in which something can be asked, then the recitation items."""
    made, asked = _asking(clips)
    items = [_item(clip, groups, asked, shop) for clip, groups in made]
    return [*items, *recite_items([clip for clip, _ in made], shop)]


def how_many(clips: Sequence[Clip]) -> int:
    """How many notes the clips would give."""
    return len(_asking(clips)[0])


def _asking(clips: Sequence[Clip]) -> tuple[list[tuple[Clip, list[Card]]], set[str]]:
    """The clips with their cards, in article order, and all that these ask for.

    No answer is asked for twice: the better note has it.
    """
    asked: set[str] = set()
    made: list[tuple[Clip, list[Card]]] = []
    for clip in sorted(clips, key=lambda c: (-c.quote.score, c.quote.span)):
        groups = choose_blanks(clip, asked)
        if groups and not _only_views(groups, clip):
            made.append((clip, groups))
            asked |= {part for a in _answers(groups, clip) for part in (a, *_parts(a)) if len(part) > 1}
    return sorted(made, key=lambda m: m[0].quote.span), asked


def worth_of_note(clip: Clip, judges: Judges) -> float:
    """0..1: the chance that a reader would keep the clip's note.

    0 where nothing can be asked, or nothing but famous lines that show a view: they argue nothing.
    """
    cards = choose_blanks(clip)
    return 0.0 if _only_views(cards, clip) else keeping(clip, cards, judges)


def _only_views(cards: Sequence[Card], clip: Clip) -> bool:
    """Whether the cards ask for nothing but famous lines that show a view."""
    views = [c.span for c in clip.citations if c.line.use == "scenery"]
    return bool(views) and all(any(v.contains(c.span) for v in views) for card in cards for c in card)


def asks_only(line: Span, clip: Clip) -> bool:
    """Whether all that the clip's note asks for lies in `line`, a range of the article."""
    return all(
        line.start <= clip.start + c.span.start and clip.start + c.span.end <= line.end
        for card in choose_blanks(clip)
        for c in card
    )


def _answers(groups: Sequence[Card], clip: Clip) -> list[str]:
    return [c.span.of(clip.text) for group in groups for c in group]


def _parts(answer: str) -> list[str]:
    return re.split(r"[、，]", answer)


def _item(clip: Clip, groups: Sequence[Card], asked: AbstractSet[str], shop: Workshop) -> Item:
    """The note of one clip; what is shown before it tells none of the deck's answers."""
    quote = clip.quote
    marks = sorted(
        (Mark(n, c.span) for n, group in enumerate(groups, 1) for c in group), key=lambda m: m.span
    )
    answers = asked | set(_answers(groups, clip))
    return Item(
        id=shop.mint(clip.text, recite=False),
        article=shop.key,
        text=render(Cloze(clip.text, tuple(marks))),
        hints={n: ladder(group, clip) for n, group in enumerate(groups, 1)},
        kinds={n: group[0].kind for n, group in enumerate(groups, 1)},
        before=before(shop.article, quote.span, answers),
        after=after(shop.article, quote.span),
        paragraph=paragraph_of(shop.article, quote.span),
        theme=theme(shop.article, quote.span, shop.topics, shop.words),
        reasons=reason_words(quote.reasons),
        score=round(quote.score, 2),
        tags=shop.tags,
    )


def clip_of(quote: Quote, picks: Picks, shop: Workshop) -> Clip:
    """The quote with everything that lies in it, moved to the clip's own offsets."""
    span, text = quote.span, quote.span.of(shop.article.text)
    by = -span.start

    def moved(part: Span) -> Span:
        return Span(part.start + by, part.end + by)

    phrases = tuple(Phrase(moved(p.span), p.score, p.reasons) for p in picks.phrases if span.contains(p.span))
    parallels = tuple(
        Parallel(
            tuple(moved(b) for b in g.branches),
            tuple(tuple(moved(s) for s in slots) for slots in g.slots),
            g.score,
            g.reasons,
        )
        for g in picks.parallels
        if all(span.contains(b) for b in g.branches)
    )
    citations = tuple(
        replace(c, span=moved(c.span), hidden=tuple(map(moved, c.hidden)))
        for c in picks.citations
        if span.contains(c.span)
    )
    doubtful = tuple(
        Span(max(r.clean.start, span.start) + by, min(r.clean.end, span.end) + by)
        for r in shop.article.repairs
        if r.confidence < DOUBTFUL and r.clean.overlaps(span)
    )
    clip = Clip(
        quote,
        text,
        span.start,
        tuple(shop.tokens(text)),
        phrases,
        parallels,
        shop.words,
        shop.topics,
        doubtful,
        citations=citations,
        ranked=shop.ranked.within(span),
    )
    clip = replace(clip, columns=tuple(tuple(hidden_column(g, clip) or ()) for g in parallels))
    return replace(clip, pool=pool_of(clip, shop.article.text, shop.judges.blanks))
