"""The characters a span is made of, for words too rare to be known by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features


def _characters(scene: Scene, i: int, _: int) -> Features:
    word = scene.shown[i]
    share = 1 / len(word)
    return [(f"char {c}", share) for c in word]


CHARACTERS = Signal("characters", "inside", _characters)
