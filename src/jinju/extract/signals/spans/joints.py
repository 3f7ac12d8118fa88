"""How firmly words cling together at a span's edges and inside it, counted in the reference articles."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features


def _at(side: str, scene: Scene, i: int) -> Features:
    return _firmness(side, scene.joint[i])


@cache
def _firmness(side: str, joint: int) -> Features:
    return [(f"joint {side}", joint / 9), (f"joint {side} {joint}", 1.0)]


def _left(scene: Scene, i: int, _: int) -> Features:
    return _at("left", scene, i)


def _right(scene: Scene, i: int, _: int) -> Features:
    return _at("right", scene, i)


def _within(scene: Scene, i: int, j: int) -> Features:
    joints = scene.joint[i + 1 : j]
    if not joints:
        return []
    return _weakest(min(joints), min(3, len(joints)))


@cache
def _weakest(joint: int, count: int) -> Features:
    return [("joint weakest", joint / 9), (f"joint weakest {joint} of {count}", 1.0)]


LEFT = Signal("joint-left", "start", _left)
RIGHT = Signal("joint-right", "end", _right)
WITHIN = Signal("coherence", "span", _within)
