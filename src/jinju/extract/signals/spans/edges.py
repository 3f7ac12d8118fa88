"""What a span begins and ends with: its outer words, their tags, lengths and characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Spans


def _first(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    shown = scene.shown
    return (shown, [word[0] for word in shown], scene.tag, scene.size, scene.depth, scene.empty)


def _last(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    shown = scene.shown
    seen = (shown, [word[-1] for word in shown], scene.tag, scene.size, scene.depth, scene.empty)
    return tuple(["", *column] for column in seen)


_SEEN = ("", " char", " tag", " size", " depth", " empty")
FIRST = Signal("first-word", "start", tuple(f"first{x}" for x in _SEEN), _first)
LAST = Signal("last-word", "end", tuple(f"last{x}" for x in _SEEN), _last)
