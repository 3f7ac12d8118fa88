"""Cloze numbers over time: a blank keeps its number, a number once used never serves another blank."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from jinju.model.cloze import Cloze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SAME_BLANK = 0.5
"""The share of an answer's characters that must stay in place for it to be the same blank."""
_LONGEST = 2000
"""Texts longer than this are not aligned; their blanks are matched by their answers alone."""


class Renumbered(NamedTuple):
    """`cloze` bears the permanent numbers; `numbers` says what became of its own: own -> permanent."""

    cloze: Cloze
    retired: tuple[int, ...]
    numbers: Mapping[int, int]


def renumber(old: Cloze, retired: Iterable[int], new: Cloze) -> Renumbered:
    """Give the blanks of `new` the numbers that they bore in `old`, and unused ones where they are new.

    A blank is the same where its answer is, or where at least half of its characters stayed in place;
    the closer pair wins. Numbers of `old` without a successor are retired.
    """
    places = aligned(old.plain, new.plain)
    pairs = sorted(
        ((_likeness(old, a, new, b, places), a, b) for a in old.numbers for b in new.numbers),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    numbers: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, a, b in pairs:
        if likeness >= _SAME_BLANK and a not in taken and b not in numbers:
            numbers[b] = a
            taken.add(a)
    gone = {*retired, *old.numbers} - taken
    free = max((0, *gone, *taken)) + 1
    for b in new.numbers:
        if b not in numbers:
            numbers[b] = free
            free += 1
    marks = tuple(replace(m, number=numbers[m.number]) for m in new.marks)
    return Renumbered(Cloze(new.plain, marks), tuple(sorted(gone)), numbers)


def aligned(old: str, new: str) -> dict[int, int]:
    """Positions in `old` -> the same characters' positions in `new`."""
    if old == new:
        return {i: i for i in range(len(old))}
    if max(len(old), len(new)) > _LONGEST:
        return {}
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {b.a + i: b.b + i for b in blocks for i in range(b.size)}


def _likeness(old: Cloze, a: int, new: Cloze, b: int, places: Mapping[int, int]) -> float:
    """2 and more for the same answer in the same place, 1 and more for the same answer, else a share."""
    before = {i for m in old.marks if m.number == a for i in range(m.span.start, m.span.end)}
    after = {i for m in new.marks if m.number == b for i in range(m.span.start, m.span.end)}
    stayed = sum(places.get(i, -1) in after for i in before) / max(len(before), len(after))
    same = set(old.answers(a)) & set(new.answers(b))
    if not same:
        return stayed if stayed < 1 else 0.99
    shared = len(same) / max(len(old.answers(a)), len(new.answers(b)))
    return 1 + shared / 2 + stayed / 2
