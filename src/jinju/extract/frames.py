"""The frame that the branches of a parallelism repeat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION, STRONG, TIGHT, align
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

LONGEST: Final = 70
"""Only so many characters of a branch are aligned one by one."""
PUNCTUATION: Final = frozenset("，、；：。！？“”‘’《》（）,;:!?—… ")
"""Marks are no part of a frame, nor of a slot's edge."""
_HINGE: Final = frozenset("的之于所以而不没是为")


@dataclass(frozen=True, slots=True)
class Frame:
    """What all branches share: `blocks` are runs of common characters as places in the first branch.

    `gaps[g][b]` is what branch b holds at gap g, perhaps an empty span; gap 0 stands before the first block.
    """

    branches: tuple[Span, ...]
    blocks: tuple[str, ...]
    gaps: tuple[tuple[Span, ...], ...]

    @property
    def shared(self) -> str:
        """The characters of the frame, in order."""
        return "".join(self.blocks)


def frame_of(text: str, branches: Sequence[Span], boundaries: Container[int] | None) -> Frame:
    """Align the branches with the first; `boundaries` are the offsets where tokens begin or end."""
    strings = [text[b.start : min(b.end, b.start + LONGEST)] for b in branches]
    maps = [dict(align(strings[0], other)) for other in strings[1:]]
    both = set(maps[0]).intersection(*maps[1:])
    common = [i for i in sorted(both) if strings[0][i] not in PUNCTUATION]
    if not common:
        return Frame(tuple(branches), (), (tuple(branches),))
    places = [[branches[0].start + i for i in common]]
    places += [
        [branch.start + table[i] for i in common] for branch, table in zip(branches[1:], maps, strict=True)
    ]
    runs = _snapped(text, branches, _runs(places), boundaries)
    if max(map(len, strings)) > TIGHT:
        runs = [run for run in runs if len(run[0]) > 1 or run[0].of(text) in STRONG]
    gaps: list[tuple[Span, ...]] = []
    cursor = [b.start for b in branches]
    for run in runs:
        gaps.append(tuple(Span(c, s.start) for c, s in zip(cursor, run, strict=True)))
        cursor = [s.end for s in run]
    gaps.append(tuple(Span(c, b.end) for c, b in zip(cursor, branches, strict=True)))
    return Frame(tuple(branches), tuple(run[0].of(text) for run in runs), tuple(gaps))


def _runs(places: list[list[int]]) -> list[list[Span]]:
    """Neighbouring pairs joined, where they are neighbours in every branch."""
    runs: list[tuple[tuple[int, ...], int]] = []
    due: tuple[int, ...] = ()
    for column in zip(*places, strict=True):
        if column == due:
            starts, size = runs[-1]
            runs[-1] = (starts, size + 1)
        else:
            runs.append((column, 1))
        due = tuple([at + 1 for at in column])
    return [[Span(at, at + size) for at in starts] for starts, size in runs]


def _snapped(
    text: str, branches: Sequence[Span], runs: list[list[Span]], boundaries: Container[int] | None
) -> list[list[Span]]:
    """The blocks without the characters by which they would cut through a word."""
    kept: list[list[Span]] = []
    for block in runs:
        run = block
        while run and len(run[0]) and not _clean(text, branches, [s.start for s in run], boundaries, run):
            run = [Span(s.start + 1, s.end) for s in run]
        while run and len(run[0]) and not _clean(text, branches, [s.end for s in run], boundaries, run):
            run = [Span(s.start, s.end - 1) for s in run]
        if len(run[0]):
            kept.append(run)
    return kept


def _clean(
    text: str, branches: Sequence[Span], cuts: list[int], boundaries: Container[int] | None, run: list[Span]
) -> bool:
    """Whether half of the branches may be cut there (most, for a lone content character).

    A hinge may stand inside a word.
    """
    inner = text[cuts[0]] if cuts[0] == run[0].start else text[cuts[0] - 1]
    if inner in _HINGE and not (inner == "的" and boundaries is not None):
        return True
    if boundaries is None:
        lone = len(run[0]) == 1 and run[0].of(text) not in FUNCTION
        ends = [at in (b.start, b.end) for at, b in zip(cuts, branches, strict=True)]
        return all(ends) or not lone
    good = sum(
        at in boundaries or at in (b.start, b.end) or text[at - 1] in PUNCTUATION or text[at] in PUNCTUATION
        for at, b in zip(cuts, branches, strict=True)
    )
    alone = len(run[0]) == 1 and inner not in FUNCTION
    return 2 * good > len(branches) if alone else 2 * good >= len(branches)


def quoted_alike(text: str, branches: Sequence[Span]) -> bool:
    """Whether every branch holds the same number of things in quotation marks, at least one."""
    counts = {b.of(text).count("“") for b in branches}
    return len(counts) == 1 and counts != {0}
