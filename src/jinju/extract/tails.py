"""Slots for parallelisms with a frame but no gap short enough to ask for: the words their members end in."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.lexicon import Token
    from jinju.model.picks import Parallel

_SHORTEST, _LONGEST = 2, 6
_WHOLE: Final = 4
"""Members of up to so many characters are taken whole."""
_MARKS: Final = frozenset("“”‘’《》")


def with_tails(text: str, groups: Sequence[Parallel], tokens: Sequence[Token]) -> Iterator[Parallel]:
    """The groups; those without slots get the last words of each member before what all end in."""
    starts = [t.start for t in tokens]
    for group in groups:
        if any(group.slots) or max(map(len, group.branches)) <= _WHOLE:
            yield group
            continue
        words = [tokens[bisect_left(starts, b.start) : bisect_left(starts, b.end)] for b in group.branches]
        slots = _tails(text, group.branches, words)
        yield replace(group, slots=tuple((s,) for s in slots)) if slots else group


def _tails(text: str, branches: Sequence[Span], words: Sequence[Sequence[Token]]) -> list[Span]:
    ends = zip(*(reversed(b.of(text)) for b in branches), strict=False)
    shared = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, ends))
    found = [_tail(row, branch.end - shared) for row, branch in zip(words, branches, strict=True)]
    slots = [s for s in found if s is not None]
    said = [s.of(text) for s in slots]
    alone = all(b.of(text).count(answer) == 1 for b, answer in zip(branches, said, strict=False))
    return slots if len(slots) == len(branches) == len(set(said)) and alone else []


def _tail(words: Sequence[Token], end: int) -> Span | None:
    """The last word before `end`, with a short one before it where that is of the same phrase."""
    inside = [t for t in words if t.end <= end and not _MARKS & set(t.text)]
    if not inside or inside[-1].tag[:1] not in "nvailzjb" or not inside[-1].tag:
        return None
    last = inside[-1]
    start = last.start
    if (
        len(last.text) == 1
        and len(inside) > 1
        and inside[-2].end == last.start
        and inside[-2].tag[:1] in "nva"
    ):
        start = inside[-2].start
    span = Span(start, last.end)
    return span if _SHORTEST <= len(span) <= _LONGEST else None
