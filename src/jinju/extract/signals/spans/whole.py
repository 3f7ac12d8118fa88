"""The span as a whole: its shape, and whether it is a word, an idiom, a phrase, a clause or a quotation."""

from __future__ import annotations

from functools import cache
from math import log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.scene import CLOSING, OPENING, SEPARATORS
from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features

LONGEST_WORD = 8


def _shape(scene: Scene, i: int, j: int) -> Features:
    sizes = _sizes(scene.tokens[j - 1].end - scene.tokens[i].start, j - i)
    if j - i > 4:
        return sizes
    outline = scene.outline[i : j + 2]
    return [
        *sizes,
        ("tags " + outline[1:-1], 1.0),
        ("tags <" + outline[:-1], 1.0),
        ("tags >" + outline[1:], 1.0),
        ("tags <>" + outline, 1.0),
    ]


@cache
def _sizes(length: int, count: int) -> Features:
    return [
        (f"length {min(20, length)}", 1.0),
        (f"count {min(30, count)}", 1.0),
        (f"shape {min(13, length)}/{min(6, count)}", 1.0),
    ]


def _known(scene: Scene, i: int, j: int) -> Features:
    start, end = scene.tokens[i].start, scene.tokens[j - 1].end
    text = scene.text[start:end]
    entry = scene.words.get(text)
    found = [(f"is {text}", 1.0)] if end - start <= LONGEST_WORD else []
    if entry.phrase:
        found.append(("reviewed phrase", 1.0))
    if j - i > 1 and (entry.frequency or entry.articles):
        found.append((f"table string {int(log(entry.articles + 1))}", 1.0))
    if entry.tag in ("i", "l"):
        found.append(("idiom", 1.0))
    if scene.again[i] and scene.again[j - 1] and scene.text.count(text) > 1:
        found.append(("stands twice", 1.0))
        found.append((f"stands twice {min(5, end - start)}", 1.0))
    return found


def _framed(scene: Scene, i: int, j: int) -> Features:
    left = scene.kind[i - 1] if i else "^"
    right = scene.kind[j] if j < len(scene.kind) else "$"
    found = [(f"frame {left} {right}", 1.0)]
    if left in OPENING and right in CLOSING:
        found.append((f"whole quotation {min(12, scene.tokens[j - 1].end - scene.tokens[i].start)}", 1.0))
    at_left = left == "^" or left in SEPARATORS or left in OPENING
    at_right = right == "$" or right in SEPARATORS or right in CLOSING
    if at_left and at_right:
        found.append(("whole clause", 1.0))
        found.append((f"whole clause {min(12, scene.tokens[j - 1].end - scene.tokens[i].start)}", 1.0))
    if i and not scene.mark[i - 1]:
        before = scene.shown[i - 1]
        found.append((f"between {before} {right}", 1.0))
    if j < len(scene.kind) and not scene.mark[j]:
        found.append((f"between {left} {scene.shown[j]}", 1.0))
    return found


SHAPE = Signal("shape", "span", _shape)
KNOWN = Signal("known", "span", _known)
FRAMED = Signal("frame", "span", _framed)
