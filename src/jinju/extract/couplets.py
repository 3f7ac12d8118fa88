"""Segments between “；” whose clauses are of one length: 雨润万物，花报以芳；光照大地，树报以荫."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.extract.echoes import touches
from jinju.model.article import Span
from jinju.model.picks import Parallel, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.extract.line import Line

_SHORTEST, _LONGEST = 8, 60
"""Characters of a segment."""
_SEGMENT: Final = re.compile(r"[^；;。！？!?…\n]+")
_CLAUSE: Final = re.compile(r"[^，、：,:“”‘’《》（）—]+")
_PLAIN: Final = re.compile(r"[^0-9A-Za-z他她我]+")
_SCORES: Final = (0.75, 0.85)
"""How sure a pair is, and a longer run."""


def couplets(lines: Sequence[Line], known: Sequence[Parallel]) -> Iterator[Parallel]:
    """Runs of even segments of one sentence that touch no parallelism `known`; their slots are empty."""
    taken = sorted(b for group in known for b in group.branches)
    for line in lines:
        if "；" not in line.text and ";" not in line.text:
            continue
        run: list[Span] = []
        segments = [Span(*m.span()) for m in _SEGMENT.finditer(line.text)]
        for left, right in pairwise([*segments, Span(0, 0)]):
            if _even(left.of(line.text), right.of(line.text)):
                run = [*run, right] if run else [left, right]
                continue
            if run:
                branches = tuple(s.shifted(line.start) for s in run)
                if not any(touches(taken, b) for b in branches):
                    score = _SCORES[len(run) > 2]
                    yield Parallel(
                        branches, ((),) * len(run), score, (Reason("parallel", score, str(len(run))),)
                    )
            run = []


def _even(left: str, right: str) -> bool:
    """Whether both have the same clauses in length, one character more or less in all."""
    if not _SHORTEST <= len(left) <= _LONGEST or not _PLAIN.fullmatch(left) or not _PLAIN.fullmatch(right):
        return False
    first, second = ([len(m) for m in _CLAUSE.findall(s)] for s in (left, right))
    off = sum(abs(a - b) for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and off <= (1 if set(left) & set(right) - set("的，、") else 0)
