"""What makes a span worth hiding: one family of named signals a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.cards.signals.beside import beside
from jinju.cards.signals.cutting import cutting
from jinju.cards.signals.famous import famous
from jinju.cards.signals.frame import frame
from jinju.cards.signals.phrases import phrases
from jinju.cards.signals.proposed import proposed
from jinju.cards.signals.ranked import ranked
from jinju.cards.signals.rivals import rivals
from jinju.cards.signals.vocabulary import vocabulary
from jinju.cards.signals.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinju.cards.signals.view import Hidden

BLANK_SIGNALS: Final[tuple[Callable[[Hidden], Iterator[tuple[str, float]]], ...]] = (
    proposed,
    frame,
    phrases,
    wording,
    cutting,
    beside,
    ranked,
    rivals,
    vocabulary,
    famous,
)
"""A new family is a new file and one entry here; names read `family.signal`, or `family word`."""
