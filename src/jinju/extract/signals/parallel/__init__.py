"""Signals of parallelism between and within sentences; characters only."""

from __future__ import annotations

from typing import Final

from jinju.extract.signals.parallel.blocks import block_signals
from jinju.extract.signals.parallel.context import context_signals
from jinju.extract.signals.parallel.inside import inside_signals
from jinju.extract.signals.parallel.likeness import likeness_signals
from jinju.extract.signals.parallel.opening import opening_signals
from jinju.extract.signals.parallel.partners import partner_signals
from jinju.extract.signals.parallel.place import place_signals
from jinju.extract.signals.parallel.shape import Shape, shape_of
from jinju.extract.signals.parallel.web import Web

PAIR_SIGNALS: Final = (likeness_signals, opening_signals, place_signals)
"""Families that look at two sentences."""

SENTENCE_SIGNALS: Final = (inside_signals,)
"""Families that look at one sentence."""

LINK_SIGNALS: Final = (partner_signals, block_signals, context_signals)
"""Families that look at a sentence's links to all others."""

__all__ = ["LINK_SIGNALS", "PAIR_SIGNALS", "SENTENCE_SIGNALS", "Shape", "Web", "shape_of"]
