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
FIGURES = frozenset(
    ("parallel", "antithesis", "definition", "aphorism", "quotation", "classical", "metaphor", "template")
)
LEAST = 0.6
"""A line whose figure is weaker is not said by heart."""
WHOLE, COMFORTABLE = 0.3, 30
"""What a whole sentence gains as a recitation, and the characters up to which none is lost."""
EDGE, LATE, FEW = 0.5, 0.7, 3
"""Where in the first and last paragraph a line still opens or closes; a short article has no opening part."""


def recite_items(quotes: Sequence[Quote], shop: Workshop) -> list[Item]:
    """The best whole sentences among `quotes`, one in five and at most four, in article order."""
    text = shop.article.text
    opens = {s.span.start for s in shop.article.sentences}
    fitting = [q for q in quotes if q.span.start in opens and _can_stand(q.span.of(text))]
    wanted = min(MOST, len(quotes) // ONE_IN)
    best = [q for q in fitting if _memorable(q, text) >= LEAST]
    best = sorted(best, key=lambda q: (-_memorable(q, text), q.span))[:wanted]
    return [_item(q, shop) for q in sorted(best, key=lambda q: q.span)]


def _memorable(quote: Quote, text: str) -> float:
    """How well a line is said by heart: its figure counts, not how many set phrases it holds."""
    line = quote.span.of(text)
    figure = sum(r.weight for r in quote.reasons if r.code in FIGURES)
    return (
        figure + (WHOLE if line[-1] in "。！？”" else 0.0) - 0.03 * max(0, len(letters(line)) - COMFORTABLE)
    )


def _can_stand(line: str) -> bool:
    """Whether a person can say the line whole: of fair length, and not trailing off."""
    return SHORTEST <= len(letters(line)) <= LONGEST and bool(re.fullmatch(r"[^。！？]+[。！？]”?", line))


def _item(quote: Quote, shop: Workshop) -> Item:
    clip = quote.span.of(shop.article.text)
    about = theme(shop.article, quote.span, shop.topics, shop.words)
    opening = opening_words(clip, [t.end for t in shop.tokens(clip)])
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


def opening_words(clip: str, word_ends: Sequence[int]) -> str:
    """The first words of a line: whole words, at least one, up to 6 characters and a quarter of the line."""
    most = max(2, min(6, len(letters(clip)) // 4))
    opening = ""
    for end in word_ends:
        head = letters(clip[:end])
        if opening and (len(head) > most or not clip[end - 1].isalnum()):
            break
        opening = head
    return opening[: max(most, 4)]


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
    paragraph = article.paragraphs[index].span
    done = (quote.span.start - paragraph.start) / max(1, len(paragraph))
    if index == 0 and (done < EDGE or len(article.paragraphs) > FEW):
        return "opening"
    if index == len(article.paragraphs) - 1 and (quote.span.end - paragraph.start) > LATE * len(paragraph):
        return "closing"
    if quote.span.start - article.paragraphs[index].span.start < 3:
        return "head"
    return "body"
