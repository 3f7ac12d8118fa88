"""Neighbouring clauses built alike around one hinge: 睦邻友好必将超越…，互利合作必将取代…."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.model.article import Span
from jinju.model.picks import Parallel, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.extract.line import Line
    from jinju.model.lexicon import Token

_SHORTEST, _LONGEST = 6, 26
"""Characters of a clause."""
_FEWEST: Final = 3
"""Words of one."""
_ALIKE, _EVEN = 0.74, 0.7
"""The share of kinds of words in the same order, and how even in length, from which two clauses echo."""
_LONGEST_SLOT: Final = 6
_SCORES: Final = (0.7, 0.8)
"""How sure a pair is, and a longer run."""
_CLAUSE: Final = re.compile(r"[^，；。！？,;!?：:—…\n]+")
_SEPARATORS: Final = frozenset(("，", "；", ",", ";"))
_NO_FIGURE: Final = re.compile(r"[^\d他她我]+")
_PLAIN: Final = frozenset("的了、“”‘’《》和与及")


def echoes(lines: Sequence[Line], known: Sequence[Parallel]) -> Iterator[Parallel]:
    """Runs of clauses of one sentence that echo their neighbour and stand in no parallelism `known`."""
    taken = sorted(b for group in known for b in group.branches)
    for line in lines:
        starts = [t.start for t in line.tokens]
        clauses = [
            [
                t
                for t in line.tokens[bisect_left(starts, m.start()) : bisect_left(starts, m.end())]
                if t.text.strip()
            ]
            for m in _CLAUSE.finditer(line.text)
        ]
        run: list[list[Token]] = []
        for left, right in pairwise([*clauses, []]):
            if (
                _beside(line, left, right)
                and _shared(left, right)
                and not touches(taken, Span(left[0].start, right[-1].end).shifted(line.start))
            ):
                head = _fitted(left, right)
                run = [*run, right] if run else [head, right]
                continue
            if run:
                yield _group(line, run)
            run = []


def _beside(line: Line, left: Sequence[Token], right: Sequence[Token]) -> bool:
    return (
        min(len(left), len(right)) >= _FEWEST
        and line.text[left[-1].end : right[0].start] in _SEPARATORS
        and bool(_NO_FIGURE.fullmatch(line.text, left[0].start, right[-1].end))
    )


def _size(words: Sequence[Token]) -> int:
    return words[-1].end - words[0].start


def _shared(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether the second echoes the first, or the end of it."""
    left = _fitted(left, right)
    shorter, longer = sorted((_size(left), _size(right)))
    if shorter < _SHORTEST or longer > _LONGEST or shorter < _EVEN * longer:
        return False
    if longer - shorter <= 1 and (_hinged(left, right) or _cut_alike(left, right)):
        return True
    if {t.text for t in left}.intersection([t.text for t in right]) <= _PLAIN:
        return False
    places = _aligned(left, right)
    hinges = {left[i].text for i, j in places if left[i].text == right[j].text} - _PLAIN
    return bool(hinges) and len(places) >= _ALIKE * max(len(left), len(right))


def _cut_alike(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether both are made of words of the same kinds and lengths: 道路决定命运，团结凝聚力量."""
    if any(t.text == "、" for t in left):
        return False
    return [(len(t.text), _kind(t)) for t in left] == [(len(t.text), _kind(t)) for t in right] and any(
        t.tag[:1] == "v" for t in left
    )


def _kind(word: Token) -> str:
    """Verbs apart from all that names something."""
    return "n" if word.tag[:1] in "nai" or word.tag == "vn" else word.tag[:1]


def _hinged(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether clauses of one length share words in the same place, not all of them plain."""
    places = {(t.text, t.start - right[0].start) for t in right}
    shared = [t for t in left if any((t.text, t.start - left[0].start + by) in places for by in (0, -1, 1))]
    telling = [t for t in shared if t.text not in _PLAIN and (t.tag[:1] != "n" or t in (left[0], left[-1]))]
    return bool(telling) and sum(len(t.text) for t in shared) > 1


def _fitted(left: Sequence[Token], right: Sequence[Token]) -> list[Token]:
    """The first clause without the subject that all share, where it is longer."""
    extra = len(left) - len(right)
    if 0 < extra <= 3 and left[extra].tag[:1] == right[0].tag[:1] and left[0].tag[:1] != right[0].tag[:1]:
        return list(left[extra:])
    return list(left)


def _aligned(left: Sequence[Token], right: Sequence[Token]) -> list[tuple[int, int]]:
    """The longest common order of kinds of words, the same word counting more."""
    rows, columns = len(left), len(right)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if left[i].tag[:1] == right[j].tag[:1]:
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + 1.0 + (left[i].text == right[j].text))
    places: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        gain = 1.0 + (left[i].text == right[j].text)
        if left[i].tag[:1] == right[j].tag[:1] and best[i][j] == best[i + 1][j + 1] + gain:
            places.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return places


def touches(taken: Sequence[Span], span: Span) -> bool:
    """Whether the span overlaps one of those `taken`, which are sorted and lie apart, but for a few."""
    at = bisect_left(taken, Span(span.start, span.start))
    return any(b.overlaps(span) for b in taken[max(0, at - 2) : at + 8])


def _group(line: Line, run: Sequence[Sequence[Token]]) -> Parallel:
    branches = tuple(Span(words[0].start, words[-1].end).shifted(line.start) for words in run)
    slots = tuple((s.shifted(line.start),) for s in ends) if (ends := _ends(run)) else tuple(() for _ in run)
    score = _SCORES[len(run) > 2]
    return Parallel(branches, slots, score, (Reason("parallel", score, str(len(run))),))


def _ends(run: Sequence[Sequence[Token]]) -> list[Span]:
    """What follows the last word that all clauses share, where it is short enough in each to be asked for."""
    shared = set.intersection(*({t.text for t in words} for words in run))
    ends: list[Span] = []
    for words in run:
        last = max((i for i, t in enumerate(words) if t.text in shared), default=-1)
        tail = words[last + 1 :]
        if last < 0 or not tail or _size(tail) > _LONGEST_SLOT or _size(tail) < 2:
            return []
        ends.append(Span(tail[0].start, tail[-1].end))
    return ends
