"""An item whose sentence was mended, though the new run no longer picks it, follows its sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from jinju.model.cloze import parse, render
from jinju.revise.alike import words
from jinju.revise.carry import carried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.item import Item

_ALIKE = 0.8
_CLAUSE = re.compile(r"[^，。！？；：、,.!?;:\n]+[，。！？；：、,.!?;:”’」』）)\n]*")
_CLOSING = re.compile(r"[，。！？；：、,.!?;:\n]+\Z")


def followed(item: Item, paragraph: str) -> Item | None:
    """The item over what its sentence has become in `paragraph`; None where nothing there is alike enough.

    Blanks that are still there keep their numbers, the others retire. Linear in the paragraph's clauses.
    """
    old = parse(item.text)
    text = _nearest(old.plain, paragraph)
    if text is None or text == old.plain:
        return None
    kept = carried(old, text)
    if not kept.marks:
        return None
    left = set(kept.numbers)
    return replace(
        item,
        text=render(kept),
        hints={n: steps for n, steps in item.hints.items() if n in left},
        kinds={n: kind for n, kind in item.kinds.items() if n in left},
        retired=tuple(sorted({*item.retired, *old.numbers} - left)),
    )


def _nearest(clip: str, paragraph: str) -> str | None:
    """The run of clauses most like the clip, closed as the clip is."""
    best, found = _ALIKE, None
    mine = words(clip)
    matcher = SequenceMatcher(None, "", mine, autojunk=False)
    for window in _windows(paragraph, len(_CLAUSE.findall(clip))):
        theirs = words(window)
        if abs(len(theirs) - len(mine)) > (1 - _ALIKE) * 2 * len(mine):
            continue
        matcher.set_seq1(theirs)
        if matcher.quick_ratio() >= best and (ratio := matcher.ratio()) > best:
            best, found = ratio, window
    if found is None or _CLOSING.search(clip):
        return found
    return _CLOSING.sub("", found)


def _windows(paragraph: str, clauses: int) -> Iterator[str]:
    spans = [m.span() for m in _CLAUSE.finditer(paragraph)]
    for count in {max(1, clauses - 1), max(1, clauses), clauses + 1}:
        for first in range(len(spans) - count + 1):
            yield paragraph[spans[first][0] : spans[first + count - 1][1]]
