"""Recitation items: a whole line is hidden; its theme, its use and its opening words are the cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.context import after, paragraph_of, theme
from jinju.cards.gates import letters
from jinju.messages import reason_words, word
from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, render
from jinju.model.item import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.build import Workshop
    from jinju.model.article import Article
    from jinju.model.picks import Quote

SHORTEST, LONGEST = 12, 42
"""Characters of a line that a person recites whole."""
ONE_IN = 5
MOST = 4


def recite_items(quotes: Sequence[Quote], shop: Workshop) -> list[Item]:
    """The best lines among `quotes`, one in five and at most four, in article order."""
    text = shop.article.text
    fitting = [q for q in quotes if SHORTEST <= len(letters(q.span.of(text))) <= LONGEST]
    best = sorted(fitting, key=lambda q: (-q.score, q.span))[: min(MOST, max(1, len(quotes) // ONE_IN))]
    return [_item(q, shop) for q in sorted(best, key=lambda q: q.span)]


def _item(quote: Quote, shop: Workshop) -> Item:
    clip = quote.span.of(shop.article.text)
    about = theme(shop.article, quote.span, shop.topics)
    opening = opening_words(clip)
    cue = word(
        "cue.recite",
        theme=about or shop.article.title,
        use=word(f"use.{use_of(shop.article, quote)}"),
        opening=opening,
    )
    return Item(
        id=shop.mint(clip, recite=True),
        article=shop.key,
        text=render(Cloze(clip, (Mark(1, Span(0, len(clip))),))),
        hints={1: _hints(clip, opening)},
        kinds={1: "recite"},
        cue=cue,
        after=after(shop.article, quote.span),
        paragraph=paragraph_of(shop.article, quote.span),
        theme=about,
        reasons=reason_words(quote.reasons),
        score=round(quote.score, 2),
        tags=shop.tags,
    )


def opening_words(clip: str) -> str:
    """The first words of a line: to its first mark, at least 2 and at most 6 characters, under a quarter."""
    quarter = max(2, min(6, len(letters(clip)) // 4))
    first = re.match(r"[“‘《]?[^，。；：、！？”’》]+", clip)
    head = first[0] if first and len(letters(first[0])) <= quarter else clip
    return letters(head)[:quarter]


def _hints(clip: str, opening: str) -> tuple[str, ...]:
    """How many clauses of which length, then the opening character of each clause."""
    clauses = [c for c in re.split(r"[，。；：、！？…—]+", clip) if letters(c)]
    shape = word("hint.length", count="+".join(str(len(letters(c))) for c in clauses))
    if len(clauses) == 1 or len(clauses) * 2 + len(opening) > len(letters(clip)):
        return (shape,)
    return (shape, "　".join(f"{letters(c)[0]}…" for c in clauses))


def use_of(article: Article, quote: Quote) -> str:
    """Where the line serves in an essay: `opening`, `closing`, `citation`, `head` of a paragraph, `body`."""
    index = paragraph_of(article, quote.span)
    if any(r.code in ("quotation", "saying", "classical") for r in quote.reasons[:1]):
        return "citation"
    if index == 0:
        return "opening"
    if index == len(article.paragraphs) - 1:
        return "closing"
    if quote.span.start - article.paragraphs[index].span.start < 3:
        return "head"
    return "body"
