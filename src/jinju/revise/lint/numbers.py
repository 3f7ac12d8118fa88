"""Cloze numbers: one that was retired and is used again, and one that is neither used nor retired."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.cloze import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.model.item import Item
    from jinju.revise.lint.subject import Known, Subject


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """An error for a number used again: Anki would give it the old blank's history. A note for a gap.

    The fix of a gap retires the number, so that no later blank gets it.
    """
    if subject.cloze is None or not subject.cloze.marks:
        return
    used, retired = {*subject.cloze.numbers}, {*subject.item.retired}
    for number in sorted(used & retired):
        free = max(used | retired) + 1
        yield subject.finding("number-reused", "error", number=number, free=free)
    gaps = sorted({*range(1, max(used))} - used - retired)
    if gaps:
        yield subject.finding("number-gap", "info", fix=_retire, numbers=", ".join(map(str, gaps[:9])))


def _retire(item: Item) -> Item:
    used = {*parse(item.text).numbers}
    missing = {*range(1, max(used))} - used
    return replace(item, retired=tuple(sorted({*item.retired, *missing})))
