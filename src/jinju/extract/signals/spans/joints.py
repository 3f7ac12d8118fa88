"""How firmly words cling together at a span's edges and inside it, counted in the reference articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Spans

_WEAKEST = [[""] + [f"{n} of {count}" for count in (1, 2, 3)] for n in range(10)]


def _left(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    return ([NUMBERS[joint] for joint in scene.joint[:-1]],)


def _right(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    return ([NUMBERS[joint] for joint in scene.joint],)


def _within(scene: Scene, spans: Spans) -> tuple[Sequence[str], ...]:
    joint = scene.joint
    return ([_WEAKEST[min(joint[i + 1 : j])][min(3, j - i - 1)] if j - i > 1 else "" for i, j in spans],)


LEFT = Signal("joint-left", "start", ("joint left",), _left)
RIGHT = Signal("joint-right", "end", ("joint right",), _right)
WITHIN = Signal("coherence", "span", ("joint weakest",), _within)
