"""What stands around a clip: neighbours, paragraph, theme."""

from __future__ import annotations

import re
from bisect import bisect_right
from math import log
from typing import TYPE_CHECKING

from jinju.cards.gates import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinju.model.article import Article, Span
    from jinju.model.lexicon import Token, Words

LONGEST = 60
"""Characters of a neighbour that are shown; a longer one is cut at a clause."""
SHORTEST = 5
"""Fewer say nothing."""
POINTS_WITHIN = 16
"""Characters at the beginning of a clip in which a word may point back."""
_POINTING = re.compile(
    r"这(?!样那样)|那(?=[个种些样么])|该(?=[县市省区校院公项])|他们|她们|它们|[她它]|其(?![他实中余乐次])|如此|此(?![外次])"
)
_CONNECTIVE = re.compile(
    r"^(?:但|但是|然而|而|因此|所以|因而|于是|同时|此外|不过|可见|总之|其次|首先|最后|第[一二三四五六七八九十])[，,]?"
)


def paragraph_of(article: Article, span: Span) -> int:
    """The index of the paragraph in which `span` begins."""
    starts = [p.span.start for p in article.paragraphs]
    return max(0, bisect_right(starts, span.start) - 1)


def before(article: Article, span: Span, answers: Iterable[str], tokens: Sequence[Token] = ()) -> str:
    """What a reader needs to understand the clip: nothing as a rule.

    Where the clip points back (这, 其), the sentence before; where it begins inside a sentence with a verb,
    the clause or clauses before it, whole. Empty if that would tell one of the deck's `answers`.
    """
    paragraph = article.paragraphs[paragraph_of(article, span)]
    starts = [s.span.start for s in paragraph.sentences]
    index = bisect_right(starts, span.start) - 1
    if index < 0:
        return ""
    sentence = paragraph.sentences[index]
    points = bool(_POINTING.search(span.of(article.text)[:POINTS_WITHIN]))
    if sentence.span.start < span.start:
        if not points and not (tokens and tokens[0].tag[:1] in ("v", "p", "d")):
            return ""
        text = article.text[sentence.span.start : span.start]
    elif points and index > 0:
        text = paragraph.sentences[index - 1].span.of(article.text)
    else:
        return ""
    return _whole(text.strip(), answers)


def _whole(text: str, answers: Iterable[str]) -> str:
    """The last whole clauses of `text`, `LONGEST` characters at most; "" if they tell an answer."""
    text = _CONNECTIVE.sub("", text)
    if len(text) > LONGEST:
        cut = re.search(r"[，；。！？]", text[-LONGEST:])
        text = text[-LONGEST + cut.end() :] if cut else ""
    balanced = all(text.count(a) == text.count(b) for a, b in ("“”", "（）", "《》"))
    return text if balanced and len(letters(text)) >= SHORTEST and not _tells(text, answers) else ""


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


def _tells(text: str, answers: Iterable[str]) -> bool:
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
