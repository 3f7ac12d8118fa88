"""What stands just outside a span: the words, tags and marks on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features


def _before(scene: Scene, i: int, _: int) -> Features:
    kind = scene.kind[i] if i < len(scene.kind) else "$"
    if i == 0:
        return [("before ^", 1.0), (f"before tag ^|{kind}", 1.0)]
    word = scene.shown[i - 1]
    found = [
        (f"before {word}", 1.0),
        (f"before tag {scene.tokens[i - 1].tag if not scene.mark[i - 1] else word[0]}", 1.0),
        (f"before tag {scene.kind[i - 1]}|{kind}", 1.0),
    ]
    further = scene.shown[i - 2] if i > 1 else "^"
    found.append((f"before2 {further}", 1.0))
    found.append((f"before2 {further} {word}", 1.0))
    if scene.empty[i - 1] and not scene.mark[i - 1]:
        found.append(("before empty", 1.0))
    return found


def _after(scene: Scene, i: int, _: int) -> Features:
    size = len(scene.tokens)
    kind = scene.kind[i - 1] if i else "^"
    if i >= size:
        return [("after $", 1.0), (f"after tag {kind}|$", 1.0)]
    word = scene.shown[i]
    found = [
        (f"after {word}", 1.0),
        (f"after tag {scene.tokens[i].tag if not scene.mark[i] else word[0]}", 1.0),
        (f"after tag {kind}|{scene.kind[i]}", 1.0),
    ]
    further = scene.shown[i + 1] if i + 1 < size else "$"
    found.append((f"after2 {further}", 1.0))
    found.append((f"after2 {word} {further}", 1.0))
    if scene.empty[i] and not scene.mark[i]:
        found.append(("after empty", 1.0))
    return found


BEFORE = Signal("word-before", "start", _before)
AFTER = Signal("word-after", "end", _after)
