"""What stands around a clip: neighbours, paragraph, theme."""

from __future__ import annotations

import re
from bisect import bisect_right
from math import log
from typing import TYPE_CHECKING

from jinju.cards.gates import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.article import Article, Span
    from jinju.model.lexicon import Words

LONGEST = 70
"""Characters of a neighbour that are shown; a longer one is cut at a clause."""


def paragraph_of(article: Article, span: Span) -> int:
    """The index of the paragraph in which `span` begins."""
    starts = [p.span.start for p in article.paragraphs]
    return max(0, bisect_right(starts, span.start) - 1)


def before(article: Article, span: Span, answers: Sequence[str]) -> str:
    """The rest of the clip's sentence before it, else the sentence before; empty if it tells an answer."""
    paragraph = article.paragraphs[paragraph_of(article, span)]
    starts = [s.span.start for s in paragraph.sentences]
    index = bisect_right(starts, span.start) - 1
    if index < 0:
        return ""
    sentence = paragraph.sentences[index]
    if sentence.span.start < span.start:
        text = article.text[sentence.span.start : span.start]
    elif index > 0:
        text = paragraph.sentences[index - 1].span.of(article.text)
    else:
        return ""
    text = text.strip()
    if len(text) > LONGEST:
        cut = re.search(r"[，；。]", text[-LONGEST:])
        text = text[-LONGEST + cut.end() :] if cut else ""
    return "" if _tells(text, answers) or not re.search(r"[^\W\d_]", text) else text


def after(article: Article, span: Span) -> str:
    """What comes after the clip: the rest of its sentence, else the next sentence of the paragraph."""
    paragraph = article.paragraphs[paragraph_of(article, span)]
    ends = [s.span.end for s in paragraph.sentences]
    index = bisect_right(ends, span.end - 1)
    if index >= len(paragraph.sentences):
        return ""
    sentence = paragraph.sentences[index]
    rest = article.text[span.end : sentence.span.end].lstrip("，；、。！？：… ")
    if len(letters(rest)) < 2:
        if index + 1 >= len(paragraph.sentences):
            return ""
        rest = paragraph.sentences[index + 1].span.of(article.text)
    rest = rest.strip()
    if len(rest) > LONGEST:
        cut = max(rest.rfind(c, 0, LONGEST) for c in "，；。")
        rest = rest[:cut] if cut > 0 else ""
    return rest


def leading_topic(article: Article, topics: frozenset[str]) -> str:
    """The article's topic in one word: one of its title first, else the commonest; "" if it has none."""
    words = [t for t in topics if len(t) > 1 and not t.isdigit()]
    weight = {t: (t in article.title, len(t) * article.text.count(t)) for t in words}
    return min(words, key=lambda t: (not weight[t][0], -weight[t][1], t), default="")


def _tells(text: str, answers: Sequence[str]) -> bool:
    """Whether `text` holds an answer, or most of one."""
    return any(
        answer in text or any(part in text for part in re.split(r"[，、]", answer) if len(part) > 1)
        for answer in answers
    )


def _weight(topic: str, article: Article, words: Words) -> float:
    """How much a noun says of this article: often here, seldom elsewhere."""
    elsewhere = (1 + words.get(topic).articles) / (1 + words.articles)
    return len(topic) * article.text.count(topic) * -log(elsewhere)


def theme(article: Article, span: Span, topics: frozenset[str], words: Words) -> str:
    """Up to two topic nouns: the clip's own first, then its paragraph's; the article's commonest first."""
    paragraph = article.paragraphs[paragraph_of(article, span)].span.of(article.text)
    line = span.of(article.text)
    here = [t for t in topics if t in paragraph and len(t) > 1 and words.get(t).tag[:1] in ("n", "j")]
    ranked = sorted(
        here, key=lambda t: (t not in line, t not in article.title, -_weight(t, article, words), t)
    )
    best: list[str] = []
    for topic in ranked:
        if not any(topic in b or b in topic for b in best):
            best.append(topic)
        if len(best) == 2:
            break
    return " · ".join(best)
