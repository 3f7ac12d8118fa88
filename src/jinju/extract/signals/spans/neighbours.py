"""What stands just outside a span: the words, tags and marks on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Spans


def _before(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    shown = scene.shown
    return (
        ["^", *shown[:-1]],
        ["", *scene.named[:-1]],
        scene.meetings[:-1],
        ["", "^", *shown[:-2]],
        ["", f"^ {shown[0]}", *scene.bigrams],
        ["", *scene.hollow[:-1]],
    )


def _after(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    shown = scene.shown
    return (
        [*shown, "$"],
        [*scene.named, ""],
        scene.meetings,
        [*shown[1:], "$", ""],
        [*scene.bigrams, f"{shown[-1]} $", ""],
        [*scene.hollow, ""],
    )


_SEEN = ("", " tag", " tags", "2", "2 both", " empty")
BEFORE = Signal("word-before", "start", tuple(f"before{x}" for x in _SEEN), _before)
AFTER = Signal("word-after", "end", tuple(f"after{x}" for x in _SEEN), _after)
