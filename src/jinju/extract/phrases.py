"""Key phrases: the units that a tutor would have a learner take whole, each with score and reasons."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from jinju.extract.line import Line, Unit, is_han
from jinju.extract.signals.phrases import SIGNALS
from jinju.model.picks import Phrase, Reason
from jinju.model.worn import WORN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.article import Span
    from jinju.model.lexicon import Words

_POINTING = frozenset("这那此该其某")
_QUOTED = re.compile(r"“([^“”]{1,16})”")
LONGEST = 16
"""Code points; a longer unit is a clause, not a phrase."""


def find_phrases(
    lines: Sequence[Line], words: Words, topics: frozenset[str], title: str = ""
) -> list[Phrase]:
    """All phrases of the article, in article order; several signals on one span add up.

    `topics` are the article's topic words: a phrase made of them alone, or that stands in the `title`, counts
    little.
    """
    found: list[Phrase] = []
    quoted = Counter(q for line in lines for q in _QUOTED.findall(line.text))
    for line in lines:
        units: dict[Span, list[Unit]] = {}
        for signal in SIGNALS:
            for unit in signal(line, words):
                said = unit.span.of(line.text)
                if len(said) <= LONGEST and said.count("“") == said.count("”"):
                    units.setdefault(unit.span, []).append(unit)
        for span, seen in sorted(units.items()):
            best = sorted(seen, key=lambda u: -u.strength)
            score = best[0].strength + 0.25 * sum(u.strength for u in best[1:])
            if span.of(line.text) in WORN:
                score *= 0.2
            elif _is_topic(line, span, topics) or _in_title(span.of(line.text), title):
                score *= 0.35
            elif best[0].code == "collocation" and _has_topic(line, span, topics):
                score *= 0.5
            elif quoted[span.of(line.text)] > 1:
                score *= 0.4
            said = span.of(line.text)
            reasons = tuple(Reason(u.code, round(u.strength, 3), u.detail or said) for u in best)
            found.append(Phrase(span.shifted(line.start), round(score, 3), reasons))
    return found


def _has_topic(line: Line, span: Span, topics: frozenset[str]) -> bool:
    return any(t.text in topics for t in line.inside(span))


def _is_topic(line: Line, span: Span, topics: frozenset[str]) -> bool:
    inside = [t.text for t in line.inside(span) if is_han(t.text[0])]
    return bool(inside) and all(t in topics for t in inside)


def _in_title(phrase: str, title: str) -> bool:
    """Whether most of the phrase stands in the title: it is the topic, not phrasing."""
    longest = max(len(phrase) * 2 // 3, 3)
    return any(phrase[i : i + longest] in title for i in range(len(phrase) - longest + 1))


def topic_words(lines: Sequence[Line], title: str) -> frozenset[str]:
    """Content words that the article keeps repeating: its topic, not its phrasing."""
    counts: dict[str, int] = {}
    for line in lines:
        for token in line.tokens:
            if len(token.text) > 1 and token.tag[:1] in "nvaj" and not _POINTING & set(token.text):
                counts[token.text] = counts.get(token.text, 0) + 1
    floor = max(3, sum(len(line.text) for line in lines) // 500)
    return frozenset(w for w, n in counts.items() if n >= floor or (n > 1 and w in title))
