"""What a span is made of: its words, how rare they are, and their tags."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Keys


_BINS = [[f"{size}:{n}" for n in range(40)] for size in range(5)]


def _words(scene: Scene, i: int, _: int) -> Keys:
    again = scene.again[i]
    return (scene.shown[i], scene.tag[i], scene.empty[i], NUMBERS[again] if again else "")


def _bins(scene: Scene, i: int, _: int) -> Keys:
    token = scene.tokens[i]
    size = min(4, len(token.text))
    return (
        _BINS[size][int(log(token.frequency + 1) / 1.5)],
        _BINS[size][int(log(scene.entries[i].articles + 1))],
    )


def _sums(scene: Scene, i: int, _: int) -> tuple[float, ...]:
    return (log(scene.tokens[i].frequency + 1) / 10, log(scene.entries[i].articles + 1) / 7)


WORDS = Signal("words", "inside", ("has", "has tag", "has empty", "comes again"), _words)
RARITY = Signal("rarity", "inside", ("rarity", "articles"), _bins, ("rarity sum", "articles sum"), _sums)
