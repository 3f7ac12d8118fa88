"""What stands around a clip: neighbours, paragraph, theme."""

from __future__ import annotations

import re
from bisect import bisect_right
from math import log
from typing import TYPE_CHECKING

from jinju.cards.gates import letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.article import Article, Span
    from jinju.model.lexicon import Words

LONGEST = 60
"""Characters of a neighbour that are shown; a longer one is cut at a clause."""
SHORTEST = 5
"""Fewer say nothing."""
POINTS_WITHIN = 16
"""Characters at the beginning of a clip in which a word may point back."""
_POINTING = re.compile(
    r"这(?!样那样)|那(?=[个种些样么])|该(?=[县市省区校院公项])|他们|她们|它们|[她它]|(?<![惟唯尤与极])其(?![他实中余乐次])|如此|(?<![因彼从由就至以])此(?![外次])"
)
_ENDS = ("。", "！", "？", "：", "…")
"""What ends the last sentence of a paragraph; a heading or a name has none of them."""
_REMARK = ("——", "—", "--")
"""With what a name under a quotation begins."""
_QUOTED = re.compile(r"“[^“”]*”[。！？]?")
_STOP = re.compile(r"[，；。！？]")
_NAMED = re.compile(
    r"(?:这(?!样)|(?<!刹)那(?!样)|(?<![因彼从由就至以])此)(?:[一两三]?[个种项场条份次番])?(?P<noun>[^\W\d_]{2})"
)
"""A thing pointed at by its name: 这份厚实家当."""
_LEANING = re.compile(
    r"[“‘]?(?:(?:正|既|也|又|更|还|就|便|才|都|即)是|不[仅只但光单](?:仅|是|在|体现|表现|关乎|关系|意味)|一个[^，。；]{2,6}，一个|背后[是的]|反之|否则"
    r"|(?:无疑|往往|恰恰|正好|其实|仍然|依然|始终|已经|曾经)是|成为|变成|体现(?=着|了|出)|彰显(?=着|了|出)|意味着|折射|反映(?=着|了|出)"
    r"|使(?!命|者|用|劲|节)|令(?!行|人|出)|导致|源于|归根)"
)
"""Openings whose subject stands in the sentence before."""
_CONNECTIVE = re.compile(
    r"^(?:(?:但是|然而|因此|所以(?!然)|因而|而且|于是|同时(?!代|期|刻|间)|此外|不过(?!分|度)|可见|总之|其次|首先|最后(?!一|关|的|阶))[，,]?|第[一二三四五六七八九十][，,]"
    r"|但(?!愿|求|凡|丁)|而(?!立|今|言|已|是))"
)


def paragraph_of(article: Article, span: Span) -> int:
    """The index of the paragraph in which `span` begins."""
    starts = [p.span.start for p in article.paragraphs]
    return max(0, bisect_right(starts, span.start) - 1)


def before(article: Article, span: Span, answers: Iterable[str]) -> str:
    """What stands before the clip, where a reader needs it to understand the clip; "" elsewhere.

    Where the clip begins inside a sentence, the clauses before it; where it begins one but points back
    (这, 其) or lacks its subject (正是, 不仅在于), the sentence before. Whole clauses that tell none of the
    deck's `answers`.
    """
    at = paragraph_of(article, span)
    sentences = article.paragraphs[at].sentences
    index = bisect_right([s.span.start for s in sentences], span.start) - 1
    if index < 0:
        return ""
    start = sentences[index].span.start
    if start < span.start:
        return _whole(article.text[start : span.start].strip(), answers)
    if not _leans(span.of(article.text)):
        return ""
    earlier = sentences[:index] or (article.paragraphs[at - 1].sentences if at else ())
    text = earlier[-1].span.of(article.text).strip() if earlier else ""
    return _whole(text, answers) if index or text.rstrip("”’").endswith(_ENDS) else ""


def _leans(clip: str) -> bool:
    """Whether the clip, a sentence from its beginning, needs the sentence before."""
    if _QUOTED.fullmatch(clip):
        return False
    if _POINTING.search(clip[:POINTS_WITHIN]) or _LEANING.match(clip):
        return True
    return any(m["noun"] not in clip[: m.start()] for m in _NAMED.finditer(clip))


def _whole(text: str, answers: Iterable[str]) -> str:
    """The last whole clauses of `text` that tell no answer, `LONGEST` characters at most; "" if none."""
    told = tuple(answers)
    text = _CONNECTIVE.sub("", text).rstrip("“‘（《")
    if text.startswith(_REMARK):
        return ""
    near = max(0, len(text) - LONGEST)
    starts = [0] if not near else []
    for start in (*starts, *(m.end() for m in _STOP.finditer(text, max(0, near - 1)))):
        rest = text[start:]
        if _balanced(rest) and not _tells(rest, told):
            return rest if len(letters(rest)) >= SHORTEST else ""
    return ""


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("“”", "（）", "《》"))


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
    """Whether `text` holds an answer, or most of one, with or without the marks between its words."""
    bare = letters(text)
    return any(
        letters(answer) in bare or any(part in text for part in re.split(r"[，、]", answer) if len(part) > 1)
        for answer in answers
        if letters(answer)
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
