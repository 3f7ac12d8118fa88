"""Clips: the runs of clauses that could stand on a card by themselves, each with its worth.

A clip is a sentence, some neighbouring clauses of one, or neighbouring sentences that share a parallelism.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinju.extract.standing import META, standing
from jinju.model.article import Span
from jinju.model.picks import Phrase, Quote, Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinju.extract.worth import ScoredLine
    from jinju.model.article import Article, Paragraph
    from jinju.model.picks import Parallel

SHORTEST, LONGEST = 11, 60
"""Characters without punctuation (design: 80 % of good clips have 17 to 45)."""
LONGEST_RUN = 85
"""The same for neighbouring sentences that share a parallelism."""
WORTH = 0.2
"""How the sentence scorer's logits compare with a clip's score, for the order of its reasons."""
WORTHY = 1.5
"""What the sentence scorer's 0..1 counts in a clip's score."""
ABOUT_EXAMS = 1.0
TELLING, LEAD, LEAD_COST = 0.6, 16, 0.5
"""A clip may lead in with so many characters to its first phrase of that score or parallelism; more costs."""
CUT_OFF = 0.04
"""What a clip loses by ending before its sentence does."""
TORN = 0.5
"""A parallelism surer than this should not be torn apart."""
SHORT_SENTENCE, LONGEST_JOINED = 16, 45
"""A sentence this short may stand with what follows it, up to that length."""
WHOLE = 0.25
"""What a clip gains by being a whole sentence, and again by being a short statement (X 是 Y)."""
STATEMENT = re.compile(r"(?<![不就也都还更而但可只正于])是(?!否|不是|因为|由于|为了)")
LONGEST_STATEMENT = 40
_ENDS = "。！？”!?"
_ENDED = re.compile(r"[。！？!?]")
_MARKS = re.compile(r"[^\w]|_")
_CUTS = re.compile(r"[，；：。！？,;:!?…—]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause with the punctuation that follows it, and the sentence it belongs to."""

    span: Span
    separator: str
    sentence: int


def content_length(text: str) -> int:
    """Characters that are no punctuation or space."""
    return len(_MARKS.sub("", text))


def find_clips(
    article: Article,
    phrases: Sequence[Phrase],
    parallels: Sequence[Parallel],
    worth: Callable[[int], ScoredLine],
) -> list[Quote]:
    """All clips of the article that read alone, in order of their starts; they overlap.

    `worth(i)` is what sentence i is worth memorising, 0..1, with reasons.
    """
    found: list[Quote] = []
    text = article.text
    by_start = sorted(phrases, key=lambda p: p.span)
    starts = [p.span.start for p in by_start]
    near = _Near(parallels)
    number = 0
    for paragraph in article.paragraphs:
        first = number
        number += len(paragraph.sentences)
        if paragraph.kind == "heading":
            continue
        openings = {s.span.start for s in paragraph.sentences}
        exams = [bool(META.search(s.span.of(text))) for s in paragraph.sentences]
        for window, sentence in _windows(text, _pieces(text, paragraph, first), near):
            inside = by_start[bisect_left(starts, window.start) : bisect_left(starts, window.end)]
            opens = window.start in openings
            quote = _judge(text, window, inside, near.touching(window), worth(sentence), opens=opens)
            if quote is not None and exams[sentence - first]:
                quote = replace(quote, score=round(quote.score - ABOUT_EXAMS, 3))
            if quote is not None:
                found.append(quote)
    return sorted(found, key=lambda q: (q.span.start, q.span.end))


class _Near:
    """The parallelisms by place; a few may overlap, so a look reaches a little further back."""

    REACH = 4

    def __init__(self, parallels: Sequence[Parallel]) -> None:
        self._groups = sorted(parallels, key=lambda g: (g.branches[0].start, g.branches[-1].end))
        self._starts = [g.branches[0].start for g in self._groups]

    def touching(self, window: Span) -> list[Parallel]:
        """Those that share at least one character with `window`."""
        first = max(0, bisect_left(self._starts, window.start) - self.REACH)
        groups = self._groups[first : bisect_left(self._starts, window.end)]
        return [g for g in groups if g.branches[-1].end > window.start]


def _pieces(text: str, paragraph: Paragraph, first: int) -> list[Piece]:
    """The paragraph's clauses, joined where the separator between them is none to cut at."""
    pieces: list[Piece] = []
    for index, sentence in enumerate(paragraph.sentences):
        start = sentence.span.start
        for clause in sentence.clauses:
            if _CUTS.search(clause.separator) or clause is sentence.clauses[-1]:
                pieces.append(Piece(Span(start, clause.span.end), clause.separator, first + index))
                start = clause.span.end + len(clause.separator)
        if not sentence.clauses:
            pieces.append(Piece(sentence.span, "", first + index))
    return [p for p in pieces if content_length(p.span.of(text))]


def _windows(text: str, pieces: Sequence[Piece], near: _Near) -> Iterator[tuple[Span, int]]:
    """Runs of pieces in one sentence, in sentences that a parallelism joins, or from a short one on.

    Each with the number of the sentence in which it begins.
    """
    lengths = [content_length(p.span.of(text)) for p in pieces]
    for i, piece in enumerate(pieces):
        total = first = 0
        for j in range(i, len(pieces)):
            total += lengths[j]
            last = pieces[j]
            across = last.sentence - piece.sentence
            first += 0 if across else lengths[j]
            if total > (LONGEST_RUN if across else LONGEST):
                break
            if total < SHORTEST:
                continue
            end = last.span.end
            closing = re.match(r"[。！？!?”’』」）]+", last.separator)
            if closing:
                end += closing.end()
            window = Span(piece.span.start, end)
            whole = i == 0 or pieces[i - 1].sentence != piece.sentence
            follows = across == 1 and whole and closing and SHORTEST - 3 <= first <= SHORT_SENTENCE
            follows = follows and total <= LONGEST_JOINED
            if not across or follows or any(_joins(g, window) for g in near.touching(window)):
                yield window, piece.sentence


def _joins(group: Parallel, window: Span) -> bool:
    """Whether the group's first branch begins the window and its last ends it, roughly."""
    return (
        window.contains(Span(group.branches[0].start, group.branches[-1].end))
        and group.branches[0].start - window.start <= 8
        and window.end - group.branches[-1].end <= 8
    )


def _judge(
    text: str,
    window: Span,
    phrases: Sequence[Phrase],
    groups: Sequence[Parallel],
    worth: ScoredLine,
    *,
    opens: bool,
) -> Quote | None:
    """The clip's score with reasons, None where it cannot stand alone."""
    stand = standing(window.of(text), at_start=opens)
    if stand is None:
        return None
    span = Span(window.start + stand.trim, window.end)
    length = content_length(span.of(text))
    if length < SHORTEST:
        return None
    reasons = [Reason(r.code, round(WORTH * r.weight, 3), r.detail) for r in worth.reasons]
    score = WORTHY * worth.score
    whole = [g for g in groups if span.contains(Span(g.branches[0].start, g.branches[-1].end))]
    torn = [
        g for g in groups if g not in whole and g.score > TORN and any(span.overlaps(b) for b in g.branches)
    ]
    framed = [g for g in whole if any(g.slots)]
    if framed:
        gains = sorted(((_gain(g, span), g) for g in framed), key=lambda x: (-x[0], x[1].branches[0]))
        best = gains[0][1]
        score += gains[0][0] + 0.3 * sum(gain for gain, _ in gains[1:])
        reasons.extend(Reason(r.code, round(gains[0][0], 3), r.detail) for r in best.reasons[:1])
    score -= 0.5 * len(torn)
    inside = sorted((p for p in phrases if span.contains(p.span)), key=lambda p: -p.score)
    share = (0.6, 0.35, 0.2)
    taken: list[Span] = []
    for phrase in inside:
        if len(taken) == len(share):
            break
        if any(phrase.span.overlaps(t) for t in taken):
            continue
        gain = phrase.score * share[len(taken)]
        score += gain
        taken.append(phrase.span)
        reasons.append(Reason(phrase.reasons[0].code, round(gain, 3), phrase.span.of(text)))
    starts = [b.start for g in framed for b in g.branches] + [
        p.span.start for p in inside if p.score >= TELLING
    ]
    lead = content_length(text[span.start : min(starts, default=span.end)])
    score -= min(LEAD_COST, 0.03 * max(0, lead - LEAD))
    complete = opens and (
        text[window.end - 1] in _ENDS or bool(_ENDED.search(text, window.start, window.end))
    )
    if complete:
        score += WHOLE
        first = _ENDED.search(text, span.start, span.end)
        if (
            STATEMENT.search(text, span.start, first.end() if first else span.end)
            and length <= LONGEST_STATEMENT
        ):
            score += WHOLE
            reasons.append(Reason("definition", WHOLE))
    if text[window.end - 1] not in _ENDS + "…":
        score -= CUT_OFF
    score -= stand.cost + _length_cost(length)
    return Quote(span, round(score, 3), tuple(sorted(reasons, key=lambda r: -r.weight)))


def _gain(group: Parallel, clip: Span) -> float:
    """What a parallelism adds to a clip: the surer, the longer and the more of the clip it is, the more."""
    covered = sum(len(b) for b in group.branches) / len(clip)
    return group.score * (0.4 + 0.6 * min(1.0, covered) + 0.1 * min(len(group.branches), 4))


def _length_cost(length: int) -> float:
    if length < 17:
        return (17 - length) * 0.04
    if length > 45:
        return (length - 45) * 0.02
    return 0.0
