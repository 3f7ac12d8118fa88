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
from jinju.model.plain import IMAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.build import Workshop
    from jinju.cards.candidate import Clip
    from jinju.model.article import Article
    from jinju.model.picks import Quote

SHORTEST, LONGEST = 12, 42
"""Characters of a line that a person recites whole."""
ONE_IN, MOST = 5, 3
"""One of so many notes is recited too, and at most so many of a deck."""
LEAST = 0.75
"""A line that is worth less is not said by heart."""
COVERED = 0.6
"""The share of a line that its parallelism or its quotation must make up."""
SAYING, IMAGE, HEAD, COMFORTABLE = 0.8, 0.6, 0.15, 30
"""What a quoted saying, a metaphor and a place at the head of a paragraph are worth; the characters up to
which nothing is lost."""
HEADS, NEAR = range(4, 31), 400
"""Characters of a neighbour that may stand in the cue; how far from its paragraph's head a line may be."""
_HEAD = re.compile(r"[^，。；：！？“”（）]+")
_QUOTED = re.compile(r"“([^“”]{8,})”")
_IS = re.compile(r"是[\w“”、]{0,12}的“?(\w{2,4})”?[，。！；]")
EDGE, LATE, FEW = 0.5, 0.7, 3
"""Where in the first and last paragraph a line still opens or closes; a short article has no opening part."""


def recite_items(clips: Sequence[Clip], shop: Workshop) -> list[Item]:
    """The best whole sentences among the noted clips, one in five and at most three, in article order."""
    opens = {s.span.start for s in shop.article.sentences}
    heads = {p.span.start for p in shop.article.paragraphs}
    worth: dict[Quote, tuple[float, str]] = {}
    for clip in clips:
        if clip.start in opens and _can_stand(clip.text):
            value, figure = _memorable(clip)
            worth[clip.quote] = (value + HEAD * (clip.start in heads), figure)
    best = sorted((q for q in worth if worth[q][0] >= LEAST), key=lambda q: (-worth[q][0], q.span))
    best = best[: min(MOST, len(clips) // ONE_IN)]
    return [_item(q, worth[q][1], shop) for q in sorted(best, key=lambda q: q.span)]


def _memorable(clip: Clip) -> tuple[float, str]:
    """How well a line is said by heart, and its figure in words: parallelism, saying or metaphor."""
    line = clip.text
    found = [(0.0, "")]
    for group, column in zip(clip.parallels, clip.columns, strict=True):
        share = sum(map(len, group.branches)) / len(line)
        if share >= COVERED and column:
            found.append((group.score, word("figure.parallel", detail=len(group.branches))))
    quoted = _QUOTED.search(line)
    if quoted and len(quoted[1]) >= COVERED * len(line):
        found.append((SAYING, word("figure.quotation")))
    if any(m[1] in IMAGES for m in _IS.finditer(line)):
        found.append((IMAGE, word("figure.metaphor")))
    value, figure = max(found)
    return value - 0.03 * max(0, len(letters(line)) - COMFORTABLE), figure


def _can_stand(line: str) -> bool:
    """Whether a person can say the line whole: of fair length, and not trailing off."""
    return SHORTEST <= len(letters(line)) <= LONGEST and bool(re.fullmatch(r"[^。！？]+[。！？]”?", line))


def _item(quote: Quote, figure: str, shop: Workshop) -> Item:
    clip = quote.span.of(shop.article.text)
    about = theme(shop.article, quote.span, shop.topics, shop.words)
    opening = opening_words(clip, [t.end for t in shop.tokens(clip)])
    cue = word(
        "cue.recite",
        figure=figure,
        about=_about(shop.article, quote.span, about),
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


def _about(article: Article, span: Span, theme: str) -> str:
    """What brings the line to mind: its paragraph's first clause, the sentence before it, the title."""
    paragraph = article.paragraphs[paragraph_of(article, span)]
    head = _HEAD.match(article.text, paragraph.span.start, paragraph.span.end)
    if head and head.end() <= span.start and span.start - head.start() <= NEAR and _tellable(head[0]):
        return word("cue.head", words=head[0])
    earlier = [s.span for s in paragraph.sentences if s.span.end <= span.start]
    if earlier and _tellable(earlier[-1].of(article.text)):
        return word("cue.before", words=earlier[-1].of(article.text))
    if article.title:
        return word("cue.title", words=article.title)
    return word("cue.theme", words=theme) if theme else ""


def _tellable(words: str) -> bool:
    """Whether the words are short enough for a cue and whole."""
    return len(letters(words)) in HEADS and words.count("“") == words.count("”")


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
