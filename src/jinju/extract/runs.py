"""Runs of neighbouring units that could be the branches of one parallelism."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import common_length, masks
from jinju.extract.clauses import CLAUSE, ITEM, SEGMENT, Unit, units
from jinju.extract.shapes import CORRELATIVE, asks
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_LONGEST: Final = 160
_ITEM: Final = 40
_SHORT: Final = 8
_SHARE: Final = 0.22
_VERB_OBJECT: Final = 3
_LEAST_WITH_CORE: Final = 4
_KIN: Final = 0.6
"""Neighbours that share so much less than the closest of a run do not belong to its core."""
_HEADS: Final = frozenset("是为让以用靠从在有把将")
_EVEN: Final = 0.6
STARTERS: Final = frozenset("以为把让既靠")
_INSIDE: Final = frozenset(
    (
        "因为",
        "作为",
        "认为",
        "成为",
        "行为",
        "分为",
        "视为",
        "可以",
        "所以",
        "加以",
        "予以",
        "难以",
        "足以",
        "得以",
    )
)
_PAUSES: Final = tuple("，,；;")
_PERIODS: Final = ((ITEM, (1, 2)), (CLAUSE, (1, 2, 3)), (SEGMENT, (1,)))


@dataclass(frozen=True, slots=True)
class Run:
    """Two or more neighbouring branches at one `level` of separator, each made of `period` units.

    `trimmed` says that context was cut off the first or the last branch, `apart` that the branches are
    openings of paragraphs.
    """

    branches: tuple[Span, ...]
    level: int
    period: int
    trimmed: bool = False
    apart: bool = False


def runs(text: str, sentences: Sequence[Span], boundaries: Container[int] | None) -> Iterator[Run]:
    """Every maximal run, at every level and period, and its parts where context leans on the ends."""
    for level, periods in _PERIODS:
        row = units(text, sentences, level)
        for period in periods:
            for group in _groups(text, row, level, period):
                yield from _versions(text, group, level, period, boundaries)
        if level == SEGMENT:
            openings = [u for u, before in zip(row, (None, *row), strict=False) if _opens(text, u, before)]
            for group in _groups(text, openings, level, 1):
                if any("\n" in text[a.end : b.start] for a, b in pairwise(group)):
                    parts = (group, group[1:], group[:-1], *_cores(text, group))
                    yield from (Run(p, level, 1, apart=True) for p in dict.fromkeys(parts) if len(p) > 1)


def _opens(text: str, unit: Unit, before: Unit | None) -> bool:
    """Whether the unit is the first of its paragraph."""
    return before is None or "\n" in text[before.span.end : unit.span.start]


def _versions(
    text: str, group: tuple[Span, ...], level: int, period: int, boundaries: Container[int] | None
) -> Iterator[Run]:
    whole: tuple[tuple[Span, ...], ...] = (group, group[1:], group[:-1]) if len(group) > 2 else (group,)
    if level == CLAUSE or (level == ITEM and period > 1):
        whole += tuple(core for core in _cores(text, group) if core not in whole)
    for branches in whole:
        yield Run(branches, level, period)
    for branches in dict.fromkeys(_fitted(text, whole, level, boundaries)):
        if branches not in whole:
            yield Run(branches, level, period, trimmed=True)


def _cores(text: str, group: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The stretches of a run of four or more within which neighbours resemble each other most."""
    if len(group) < _LEAST_WITH_CORE:
        return
    strings = [b.of(text) for b in group]
    shares = [2 * common_length(masks(a), len(a), b) / (len(a) + len(b)) for a, b in pairwise(strings)]
    floor = _KIN * max(shares)
    start = 0
    for place, share in enumerate([*shares, 0.0]):
        if share < floor:
            if place > start:
                yield group[start : place + 1]
            start = place + 1


def _groups(text: str, row: Sequence[Unit], level: int, period: int) -> Iterator[tuple[Span, ...]]:
    """Blocks of `period` units that resemble their neighbour, in every phase."""
    for phase in range(period):
        blocks = [row[i : i + period] for i in range(phase, len(row) - period + 1, period)]
        current: list[Span] = []
        for a, b in pairwise(blocks):
            if _joinable(text, a, b, level) and _alike(text, _span(a), _span(b), level, period):
                current = current or [_span(a)]
                current.append(_span(b))
            else:
                if current:
                    yield tuple(current)
                current = []
        if current:
            yield tuple(current)


def _span(block: Sequence[Unit]) -> Span:
    return Span(block[0].span.start, block[-1].span.end)


def _joinable(text: str, a: Sequence[Unit], b: Sequence[Unit], level: int) -> bool:
    """Whether the separators allow the blocks to be sisters: none inside is stronger than the one between."""
    last, following = a[-1], b[0]
    if level == ITEM and last.sentence != following.sentence:
        return False
    inside = max([u.level for u in (*a[:-1], *b[:-1])], default=0)
    if level == ITEM:
        fits = last.level == CLAUSE and inside == ITEM if inside else last.level == ITEM
    elif inside > CLAUSE:
        fits = False
    elif inside and level == CLAUSE and last.sentence != following.sentence:
        fits = last.level > CLAUSE
    else:
        fits = level != CLAUSE or last.separator[:1] in _PAUSES
    return fits and "”“" not in text[last.span.end : following.span.start]  # two speakers


def _alike(text: str, a: Span, b: Span, level: int, period: int) -> bool:
    """A cheap test that lets most ordinary neighbours fall before they are aligned."""
    if max(len(a), len(b)) > _LONGEST:
        return False
    if level == ITEM and period == 1:
        return max(len(a), len(b)) <= _ITEM
    first, second = a.of(text), b.of(text)
    if first in second or second in first:
        return False
    common = common_length(masks(first), len(first), second)
    if common > 1 and common >= _SHARE * min(len(a), len(b)):
        return True
    if len(a) == len(b) <= _SHORT or (level == CLAUSE and period == 1 and _continues(first, second)):
        return True
    return (asks(first) and asks(second)) or bool(CORRELATIVE.search(first) and CORRELATIVE.search(second))


def _continues(first: str, second: str) -> bool:
    """Whether the second clause goes on as the first does after its subject: 梦想是…的灯塔，是…的航标."""
    head = second[0]
    at = first.rfind(head) if head in _HEADS else -1
    tail = len(first) - at
    return at > 0 and _EVEN * len(second) <= tail <= len(second) / _EVEN and len(second) > _VERB_OBJECT


def _fitted(
    text: str, groups: Sequence[tuple[Span, ...]], level: int, boundaries: Container[int] | None
) -> Iterator[tuple[Span, ...]]:
    """The groups with the first branch beginning later or the last ending earlier, to fit the others."""
    for group in groups:
        if level == ITEM:
            yield from _cut_to_size(text, group, boundaries)
        if level < SEGMENT:
            yield from _cut_to_head(text, group, boundaries)


def _cut_to_size(
    text: str, group: tuple[Span, ...], boundaries: Container[int] | None
) -> Iterator[tuple[Span, ...]]:
    """First and last as long as the branches between them; where only two, as long as one of both."""
    first, last = group[0], group[-1]
    inner = {len(s) for s in group[1:-1]}
    if len(inner) > 1:
        return
    for size in sorted(inner or {3, 4, 5, 6, len(first), len(last)}):
        if not 3 <= size <= 12 or size > min(len(first), len(last)):
            continue
        start, end = first.end - size, last.start + size
        if end < last.end and not any(
            a == b for a, b in zip(text[last.start : end], text[start : first.end], strict=True)
        ):
            continue  # words after the last branch are cut off only on good evidence
        free = size == _VERB_OBJECT and len(group) > 2 and _cuttable(start + 1, first, boundaries)
        if (free or _startable(text, start, first, boundaries)) and _cuttable(end, last, boundaries):
            yield (Span(start, first.end), *group[1:-1], Span(last.start, end))


def _cut_to_head(
    text: str, group: tuple[Span, ...], boundaries: Container[int] | None
) -> Iterator[tuple[Span, ...]]:
    """The first branch from where it begins like the second."""
    first, second = group[0], group[1]
    for size in (2, 1):
        head = text[second.start : second.start + size]
        at = text.rfind(head, first.start + 1, first.end)
        if len(head) == size and at > 0 and _startable(text, at, first, boundaries) and first.end - at > size:
            yield (Span(at, first.end), *group[1:])
            return


def _cuttable(at: int, branch: Span, boundaries: Container[int] | None) -> bool:
    return at in (branch.start, branch.end) or boundaries is None or at in boundaries


def _startable(text: str, at: int, branch: Span, boundaries: Container[int] | None) -> bool:
    return _cuttable(at, branch, boundaries) or (
        text[at] in STARTERS and text[at - 1 : at + 1] not in _INSIDE
    )
