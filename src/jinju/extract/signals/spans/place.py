"""Where in the sentence a span stands: early or late, after a saying verb, inside marks or a source note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features


def _place(scene: Scene, i: int, _: int) -> Features:
    if i >= len(scene.tokens):
        return []
    size = len(scene.tokens)
    clause = scene.clause[i]
    left = scene.clauses - clause
    found = [
        (f"place {int(8 * i / size)}", 1.0),
        ("place", i / size),
        (f"clause {min(4, clause)}", 1.0),
        (f"clause from end {min(4, left)}", 1.0),
        (f"said {scene.said[i]}", 1.0),
        (f"long {min(4, size // 12)} place {int(4 * i / size)}", 1.0),
    ]
    if i >= scene.source:
        found.append(("in source note", 1.0))
    return found


def _end(scene: Scene, i: int, _: int) -> Features:
    size = len(scene.tokens)
    remaining = size - i
    return [(f"ends {min(6, remaining)} before end", 1.0)]


PLACE = Signal("place", "start", _place)
ENDING = Signal("ending", "end", _end)
