"""What a span is made of: its words, how rare they are, and their tags."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features


def _words(scene: Scene, i: int, _: int) -> Features:
    word = scene.shown[i]
    found = [(f"has {word}", 1.0), (f"has tag {scene.tokens[i].tag or '?'}", 1.0)]
    if scene.empty[i]:
        found.append(("has empty", 1.0))
    if scene.again[i]:
        found.append((f"comes again {scene.again[i]}", 1.0))
    return found


def _rarity(scene: Scene, i: int, _: int) -> Features:
    token = scene.tokens[i]
    size = len(token.text)
    frequency = log(token.frequency + 1)
    articles = log(scene.entries[i].articles + 1)
    return [
        ("rarity sum", frequency / 10),
        (f"rarity {min(4, size)}:{int(frequency / 1.5)}", 1.0),
        ("articles sum", articles / 7),
        (f"articles {min(4, size)}:{int(articles)}", 1.0),
    ]


WORDS = Signal("words", "inside", _words)
RARITY = Signal("rarity", "inside", _rarity)
