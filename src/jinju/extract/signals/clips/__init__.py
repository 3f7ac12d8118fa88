"""What makes a clip worth a card: one family of named signals a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.signals.clips.famous import famous
from jinju.extract.signals.clips.frame import frame
from jinju.extract.signals.clips.merit import merit
from jinju.extract.signals.clips.place import place
from jinju.extract.signals.clips.shape import shape
from jinju.extract.signals.clips.ties import ties
from jinju.extract.signals.clips.vocabulary import vocabulary
from jinju.extract.signals.clips.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinju.extract.signals.clips.look import Look

CLIP_SIGNALS: Final[tuple[Callable[[Look], Iterator[tuple[str, float]]], ...]] = (
    shape,
    place,
    merit,
    ties,
    frame,
    wording,
    vocabulary,
    famous,
)
"""A new family is a new file and one entry here; names read `family.signal`, or `family word`."""
