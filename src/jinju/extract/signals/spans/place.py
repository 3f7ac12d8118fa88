"""Where in the sentence a span stands: early or late, after a saying verb, inside marks or a source note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Spans

_LONG = [[f"{long} {place}" for place in range(4)] for long in range(5)]


def _place(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    size = len(scene.tokens)
    quarters = _LONG[min(4, size // 12)]
    return (
        [NUMBERS[8 * i // size] for i in range(size)],
        [NUMBERS[min(4, clause)] for clause in scene.clause],
        [NUMBERS[min(4, scene.clauses - clause)] for clause in scene.clause],
        [NUMBERS[said] for said in scene.said],
        [quarters[4 * i // size] for i in range(size)],
        ["1" if i >= scene.source else "" for i in range(size)],
    )


def _share(scene: Scene, _: Spans) -> tuple[Sequence[float], ...]:
    size = len(scene.tokens)
    return ([i / size for i in range(size)],)


def _end(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    size = len(scene.tokens)
    return ([NUMBERS[min(6, size - i)] for i in range(size + 1)],)


PLACE = Signal(
    "place",
    "start",
    ("place", "clause", "clause from end", "said", "long place", "in source note"),
    _place,
    ("place",),
    _share,
)
ENDING = Signal("ending", "end", ("words to end",), _end)
