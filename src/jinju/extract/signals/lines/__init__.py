"""What makes a sentence worth memorising: one family of named signals a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.signals.lines.attribution import attribution
from jinju.extract.signals.lines.classical import classical
from jinju.extract.signals.lines.definition import definition
from jinju.extract.signals.lines.facts import facts
from jinju.extract.signals.lines.metaphor import metaphor
from jinju.extract.signals.lines.place import place
from jinju.extract.signals.lines.quotation import quotation
from jinju.extract.signals.lines.rarity import rarity
from jinju.extract.signals.lines.rhythm import rhythm
from jinju.extract.signals.lines.sayings import sayings
from jinju.extract.signals.lines.template import template
from jinju.extract.signals.lines.thesis import thesis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinju.extract.signals.lines.line import Line

LINE_SIGNALS: Final[tuple[Callable[[Line], Iterator[tuple[str, float]]], ...]] = (
    quotation,
    attribution,
    sayings,
    classical,
    rhythm,
    template,
    definition,
    thesis,
    metaphor,
    rarity,
    place,
    facts,
)
"""A new family is a new file and one entry here; names read `family.signal`."""
