"""How a card is laid out in the room there is: how much air, and what gives way first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from jinju.cli.terminal import faces
from jinju.cli.terminal.even import even
from jinju.cli.terminal.run import Run
from jinju.cli.terminal.wrap import wrap

if TYPE_CHECKING:
    from jinju.study.face import Face

LOW: Final = 20
"""Rows below which there are no empty ones."""

_AROUND, _AROUND_LOW = 8, 6
"""Rows that title, grades, progress and keys take."""

_BELOW: Final = 9
"""Rows below a sentence that hints, box and comparison may need."""

_USUAL: Final = 5
"""Rows below a sentence that they mostly need."""


class Room(NamedTuple):
    """`leading` empty rows between the lines of the sentence, `top` above it; whether `before` is shown."""

    leading: int
    top: int
    before: bool


def room(face: Face, width: int, height: int) -> Room:
    """The layout of a card for a window of this size: one for both of its sides, so that nothing jumps."""
    lines = max(len(even(side, width)) for side in (faces.front(face), faces.back(face)))
    above = sum(len(wrap((Run(text),), width)) + 1 for text in (face.before, face.cue) if text)
    if height < LOW:
        return Room(0, 0, before=above + lines <= height - _AROUND_LOW)
    free = height - _AROUND
    leading = int(above + 2 * lines - 1 + _BELOW <= free)
    used = above + lines + leading * (lines - 1)
    return Room(leading, max((free - used - _USUAL) // 2, 0), before=used + 1 <= free)
