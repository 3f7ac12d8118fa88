"""What a span begins and ends with: its outer words, their tags, lengths and characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Keys


def _first(scene: Scene, i: int, _: int) -> Keys:
    word = scene.shown[i]
    return (word, word[0], scene.tag[i], NUMBERS[min(5, len(word))], scene.depth[i], scene.empty[i])


def _last(scene: Scene, j: int, _: int) -> Keys:
    if j < 1:
        return _NOTHING
    word, i = scene.shown[j - 1], j - 1
    return (word, word[-1], scene.tag[i], NUMBERS[min(5, len(word))], scene.depth[i], scene.empty[i])


_NOTHING = ("",) * 6
_SEEN = ("", " char", " tag", " size", " depth", " empty")
FIRST = Signal("first-word", "start", tuple(f"first{x}" for x in _SEEN), _first)
LAST = Signal("last-word", "end", tuple(f"last{x}" for x in _SEEN), _last)
