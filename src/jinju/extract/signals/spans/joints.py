"""How firmly words cling together at a span's edges and inside it, counted in the reference articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features


def _at(side: str, scene: Scene, i: int) -> Features:
    joint = scene.joint[i]
    return [(f"joint {side}", joint / 9), (f"joint {side} {joint}", 1.0)]


def _left(scene: Scene, i: int, _: int) -> Features:
    return _at("left", scene, i)


def _right(scene: Scene, i: int, _: int) -> Features:
    return _at("right", scene, i)


def _within(scene: Scene, i: int, j: int) -> Features:
    joints = scene.joint[i + 1 : j]
    if not joints:
        return []
    weakest = min(joints)
    return [("joint weakest", weakest / 9), (f"joint weakest {weakest} of {min(3, len(joints))}", 1.0)]


LEFT = Signal("joint-left", "start", _left)
RIGHT = Signal("joint-right", "end", _right)
WITHIN = Signal("coherence", "span", _within)
