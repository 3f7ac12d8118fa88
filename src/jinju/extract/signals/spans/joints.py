"""How firmly words cling together at a span's edges and inside it, counted in the reference articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Keys

_WEAKEST = {(n, count): (f"{n} of {count}",) for n in range(10) for count in (1, 2, 3)}
_ONE_WORD = ("",)


def _edge(scene: Scene, i: int, _: int) -> Keys:
    return (NUMBERS[scene.joint[i]],)


def _within(scene: Scene, i: int, j: int) -> Keys:
    count = j - i - 1
    return _WEAKEST[min(scene.joint[i + 1 : j]), min(3, count)] if count else _ONE_WORD


LEFT = Signal("joint-left", "start", ("joint left",), _edge)
RIGHT = Signal("joint-right", "end", ("joint right",), _edge)
WITHIN = Signal("coherence", "span", ("joint weakest",), _within)
