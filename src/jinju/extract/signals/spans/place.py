"""Where in the sentence a span stands: early or late, after a saying verb, inside marks or a source note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Keys

_LONG = [[f"{long} {place}" for place in range(5)] for long in range(5)]


def _place(scene: Scene, i: int, _: int) -> Keys:
    size = len(scene.tokens)
    clause = scene.clause[i]
    return (
        NUMBERS[8 * i // size],
        NUMBERS[min(4, clause)],
        NUMBERS[min(4, scene.clauses - clause)],
        NUMBERS[scene.said[i]],
        _LONG[min(4, size // 12)][4 * i // size],
        "1" if i >= scene.source else "",
    )


def _share(scene: Scene, i: int, _: int) -> tuple[float, ...]:
    return (i / len(scene.tokens),)


def _end(scene: Scene, i: int, _: int) -> Keys:
    return (NUMBERS[min(6, len(scene.tokens) - i)],)


PLACE = Signal(
    "place",
    "start",
    ("place", "clause", "clause from end", "said", "long place", "in source note"),
    _place,
    ("place",),
    _share,
)
ENDING = Signal("ending", "end", ("words to end",), _end)
