"""The span as a whole: its shape, and whether it is a word, an idiom, a phrase, a clause or a quotation."""

from __future__ import annotations

from functools import cache
from math import log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.scene import CLOSING, OPENING, SEPARATORS
from jinju.extract.signals.spans.signal import NUMBERS, Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Keys

LONGEST_WORD = 8
_FEW = 4
_LEFT = SEPARATORS | OPENING | {"^"}
_RIGHT = SEPARATORS | CLOSING | {"$"}


def _shape(scene: Scene, i: int, j: int) -> Keys:
    sizes = _sizes(scene.ends[j - 1] - scene.starts[i], j - i)
    if j - i > _FEW:
        return (*sizes, "", "", "", "")
    outline = scene.outline[i : j + 2]
    return (*sizes, outline[1:-1], outline[:-1], outline[1:], outline)


@cache
def _sizes(length: int, count: int) -> Keys:
    return (NUMBERS[min(20, length)], NUMBERS[min(30, count)], f"{min(13, length)}/{min(6, count)}")


def _known(scene: Scene, i: int, j: int) -> Keys:
    start, end = scene.starts[i], scene.ends[j - 1]
    text = scene.text[start:end]
    twice = scene.again[i] and scene.again[j - 1] and scene.text.count(text) > 1
    entry = scene.words.entries.get(text)
    name = text if end - start <= LONGEST_WORD else ""
    size = NUMBERS[min(5, end - start)] if twice else ""
    if entry is None:
        return (name, "", "", "", size and "1", size)
    table = j - i > 1 and (entry.frequency or entry.articles)
    return (
        name,
        "1" if entry.phrase else "",
        NUMBERS[int(log(entry.articles + 1))] if table else "",
        "1" if entry.tag in ("i", "l") else "",
        size and "1",
        size,
    )


def _framed(scene: Scene, i: int, j: int) -> Keys:
    left, right = scene.outline[i], scene.outline[j + 1]
    size = NUMBERS[min(12, scene.ends[j - 1] - scene.starts[i])]
    whole = left in _LEFT and right in _RIGHT
    return (
        left + right,
        size if left in OPENING and right in CLOSING else "",
        "1" if whole else "",
        size if whole else "",
        f"{scene.shown[i - 1]} {right}" if i and not scene.mark[i - 1] else "",
        f"{left} {scene.shown[j]}" if j < len(scene.kind) and not scene.mark[j] else "",
    )


SHAPE = Signal("shape", "span", ("length", "count", "shape", "tags", "tags <", "tags >", "tags <>"), _shape)
KNOWN = Signal(
    "known",
    "span",
    ("is", "reviewed phrase", "table string", "idiom", "stands twice", "stands twice length"),
    _known,
)
FRAMED = Signal(
    "frame",
    "span",
    ("frame", "whole quotation", "whole clause", "whole clause length", "between before", "between after"),
    _framed,
)
