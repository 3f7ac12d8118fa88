"""What stands just outside a span: the words, tags and marks on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Keys


def _before(scene: Scene, i: int, _: int) -> Keys:
    both = scene.outline[i : i + 2]
    if i == 0:
        return ("^", "", both, "", "", "")
    shown = scene.shown
    word = shown[i - 1]
    further = shown[i - 2] if i > 1 else "^"
    if scene.mark[i - 1]:
        return (word, word[0], both, further, f"{further} {word}", "")
    return (word, scene.tag[i - 1], both, further, f"{further} {word}", scene.empty[i - 1])


def _after(scene: Scene, i: int, _: int) -> Keys:
    both = scene.outline[i : i + 2]
    shown = scene.shown
    size = len(shown)
    if i >= size:
        return ("$", "", both, "", "", "")
    word = shown[i]
    further = shown[i + 1] if i + 1 < size else "$"
    if scene.mark[i]:
        return (word, word[0], both, further, f"{word} {further}", "")
    return (word, scene.tag[i], both, further, f"{word} {further}", scene.empty[i])


_SEEN = ("", " tag", " tags", "2", "2 both", " empty")
BEFORE = Signal("word-before", "start", tuple(f"before{x}" for x in _SEEN), _before)
AFTER = Signal("word-after", "end", tuple(f"after{x}" for x in _SEEN), _after)
