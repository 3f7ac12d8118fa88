"""What a span begins and ends with: its outer words, their tags, lengths and characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features


def _first(scene: Scene, i: int, _: int) -> Features:
    if i >= len(scene.tokens):
        return []
    word = scene.shown[i]
    found = [
        (f"first {word}", 1.0),
        (f"first char {word[0]}", 1.0),
        (f"first tag {scene.tokens[i].tag or '?'}", 1.0),
        (f"first size {min(5, len(word))}", 1.0),
        (f"first depth {scene.depth[i]}", 1.0),
    ]
    if scene.empty[i]:
        found.append(("first empty", 1.0))
    return found


def _last(scene: Scene, i: int, _: int) -> Features:
    if i < 1:
        return []
    word = scene.shown[i - 1]
    found = [
        (f"last {word}", 1.0),
        (f"last char {word[-1]}", 1.0),
        (f"last tag {scene.tokens[i - 1].tag or '?'}", 1.0),
        (f"last size {min(5, len(word))}", 1.0),
        (f"last depth {scene.depth[i - 1]}", 1.0),
    ]
    if scene.empty[i - 1]:
        found.append(("last empty", 1.0))
    return found


FIRST = Signal("first-word", "start", _first)
LAST = Signal("last-word", "end", _last)
