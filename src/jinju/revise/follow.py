"""An item whose sentence was mended, though the new run no longer picks it, follows its sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, parse, render
from jinju.revise.alike import words
from jinju.revise.numbers import aligned, renumber

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
    places = aligned(old.plain, text)
    marks = [m for m in (_moved(mark, old.plain, text, places) for mark in old.marks) if m is not None]
    if not marks:
        return None
    done = renumber(old, item.retired, Cloze(text, tuple(marks)))
    left = set(done.cloze.numbers)
    return replace(
        item,
        text=render(done.cloze),
        hints={n: steps for n, steps in item.hints.items() if n in left},
        kinds={n: kind for n, kind in item.kinds.items() if n in left},
        retired=done.retired,
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


def _moved(mark: Mark, old: str, new: str, places: dict[int, int]) -> Mark | None:
    """The blank between the same neighbours, at least half of it as it was."""
    inside = [places[i] for i in range(mark.span.start, mark.span.end) if i in places]
    if 2 * len(inside) < len(mark.span):
        return None
    start = 0 if mark.span.start == 0 else places.get(mark.span.start - 1, inside[0] - 1) + 1
    end = len(new) if mark.span.end == len(old) else places.get(mark.span.end, inside[-1] + 1)
    if not start <= inside[0] <= inside[-1] < end or end - start > 2 * len(mark.span):
        return None
    return replace(mark, span=Span(start, end))
